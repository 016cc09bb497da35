"""The page's modules one by one, run in Chromium: merge patches, ids, delays, the outbox, the order of messages."""

from __future__ import annotations

import hashlib
import json
import uuid
from typing import TYPE_CHECKING, Any

import pytest

from app.domain.kernel.views import merge
from app.domain.kernel.words import derived_id
from tests.learner.standin import FRAMES, golden

GOLDEN = FRAMES.parent

if TYPE_CHECKING:
    from collections.abc import Callable

    from playwright.sync_api import Page, Route

    from tests.learner.conftest import Watch


@pytest.fixture
def run(page: Page, address: str) -> Callable[..., Any]:
    """Run the body of an async function in the page, with what `names` imports from `module`, and return its value."""
    page.goto(address)

    def call(module: str, names: str, body: str, argument: Any = None) -> Any:
        code = f"async (given) => {{ const {{ {names} }} = await import('/{module}'); {body} }}"
        return page.evaluate(code, argument)

    return call


MERGES: list[tuple[Any, Any]] = [
    ({"a": "b"}, {"a": "c"}),
    ({"a": "b"}, {"b": "c"}),
    ({"a": "b", "b": "c"}, {"a": None}),
    ({"a": {"b": "c"}}, {"a": {"b": "d", "c": None}}),
    ({"a": "text"}, {"a": {"b": {"c": None, "d": 1}}}),
    ({}, {"a": {"bb": {"ccc": None}}}),
    ({"a": {"b": 1}}, {"a": 7}),
    ({"e": 1}, {"e": None, "a": {}}),
]


@pytest.mark.parametrize(("document", "patch"), MERGES)
def test_a_merge_patch_does_what_the_relay_means_by_it(run: Callable[..., Any], document: Any, patch: Any):
    """The page and the domain agree, and the old document is left as it was."""
    merged, before = run(
        "core/documents.js", "merge", "return [merge(given[0], given[1]), given[0]]", [document, patch]
    )

    assert merged == merge(document, patch)
    assert before == document


def test_the_golden_frames_build_the_documents(run: Callable[..., Any]):
    """Documents come, are patched and dropped, and other frames are none of theirs."""
    frames = [golden(path.stem) for path in sorted(FRAMES.glob("*.json")) if path.stem not in {"patch", "drop"}]
    body = """
      const documents = new Documents();
      const taken = given.map((frame) => documents.receive(frame));
      return [taken, documents.byName, documents.seq];
    """
    taken, held, seq = run("core/documents.js", "Documents", body, [*frames, golden("patch"), golden("drop")])

    assert taken == [frame["t"] == "doc" for frame in frames] + [True, True]
    assert held == {
        "class": merge(golden("doc.class")["value"], golden("patch")["patch"]),
        "me": golden("doc.me")["value"],
        "people": golden("doc.people")["value"],
        golden("doc.topic")["doc"]: golden("doc.topic")["value"],
    }
    assert seq == golden("drop")["seq"]


def test_what_a_command_creates_is_known_before_the_relay_has_seen_it(run: Callable[..., Any]):
    """SHA-1, version 5 UUIDs and derived ids equal Python's, for texts of every length around a block's end."""
    texts = ["", "é", "x" * 55, "x" * 56, "x" * 63, "x" * 64, "x" * 200, "🎉 à côté"]
    namespace, member = str(uuid.uuid4()), str(uuid.uuid4())
    body = """
      const hex = (bytes) => Array.from(bytes, (b) => b.toString(16).padStart(2, '0')).join('');
      const { texts, namespace, member } = given;
      return texts.map((text) => [hex(sha1(new TextEncoder().encode(text))), uuid5(namespace, text)])
        .concat([[derivedId(namespace, member, 3)]]);
    """
    given = {"texts": texts, "namespace": namespace, "member": member}
    found = run("core/ids.js", "sha1, uuid5, derivedId", body, given)

    expected: list[list[str]] = [
        [hashlib.sha1(text.encode()).hexdigest(), str(uuid.uuid5(uuid.UUID(namespace), text))]  # noqa: S324 (names)
        for text in texts
    ]
    assert found == [*expected, [derived_id(namespace, member, 3)]]


def test_ids_and_tokens_are_made_without_a_secure_context(run: Callable[..., Any]):
    """Version 4 UUIDs and tokens of 43 characters, all different."""
    body = """return [self.isSecureContext, Array.from({ length: 200 }, uuid4), Array.from({ length: 50 }, newToken)]"""
    is_secure, ids, tokens = run("core/ids.js", "uuid4, newToken", body)

    assert is_secure is False
    assert all(uuid.UUID(one).version == 4 and str(uuid.UUID(one)) == one for one in ids)
    assert len({*ids, *tokens}) == 250
    assert {len(token) for token in tokens} == {43}


def test_what_is_packed_into_a_link_comes_out_the_same(run: Callable[..., Any]):
    """Any text survives; anything else than such a link gives nothing."""
    value = [{"t": "cmd", "text": "Ça va ? 🎉\n<b>"}]
    body = "return [unpacked(packed(given)), unpacked('%%%') === undefined, unpacked('') === undefined]"

    assert run("core/ids.js", "packed, unpacked", body, value) == [value, True, True]


def test_tries_to_connect_spread_between_a_half_and_ten_seconds(run: Callable[..., Any]):
    """Each wait doubles up to ten seconds, and a class does not come back in one instant."""
    body = "return [1, 2, 3, 6, 30].map((tries) => [delayBefore(tries, 0), delayBefore(tries, 1)])"

    assert run("core/connection.js", "delayBefore", body) == [
        [250, 500],
        [500, 1000],
        [1000, 2000],
        [5000, 10000],
        [5000, 10000],
    ]


OUTBOX = """
  const { Keeping } = await import('/core/keeping.js');
  const sent = [], dropped = [], settled = [];
  let now = 1000, line = true;
  const keeping = new Keeping();
  const stale = { 'discussion.raise_hand': 'drop', 'roster.rename': 'ask' };
  const make = (tab = 'one') => new Outbox({
    keeping, key: 'seat', tab, now: () => now,
    staleOf: (type) => stale[type] ?? 'replay',
    send: (frame) => line && Boolean(sent.push({ ...frame, tab })),
    onChange() {}, onDropped: (entry) => dropped.push(entry.id), onSettled: (entry) => settled.push(entry.id),
  });
  const post = (box, id) => box.add({ id, seen: 5, command: { type: 'discussion.post', text: id } });
  const states = (box) => Object.fromEntries(box.list().map((entry) => [entry.id, entry.state]));
"""


def test_a_command_survives_the_page_until_it_is_held_on_a_second_machine(run: Callable[..., Any]):
    """Offline, reload, acknowledged, stored: it is there all the while, is sent once a connection, and goes last."""
    body = (
        OUTBOX
        + """
      post(make(), 'a');
      const second = make();
      const afterReload = states(second);
      second.online({ isNewReign: false });
      second.flush();
      second.offline();
      second.online({ isNewReign: false });
      second.receive({ t: 'ack', id: 'a', seq: 9 });
      const afterAck = states(make());
      second.receive({ t: 'stored', seq: 8 });
      const tooEarly = states(make());
      second.receive({ t: 'stored', seq: 9 });
      return { afterReload, ids: sent.map((f) => f.id), afterAck, tooEarly, atLast: states(make()) };
    """
    )
    assert run("core/outbox.js", "Outbox", body) == {
        "afterReload": {"a": "waiting"},
        "ids": ["a", "a"],
        "afterAck": {"a": "acked"},
        "tooEarly": {"a": "acked"},
        "atLast": {},
    }


def test_a_relay_of_a_higher_epoch_is_offered_what_it_may_lack(run: Callable[..., Any]):
    """What was acknowledged is sent again, with the same id, and in order."""
    body = (
        OUTBOX
        + """
      const box = make();
      box.online({ isNewReign: false });
      post(box, 'a'); post(box, 'b');
      box.receive({ t: 'ack', id: 'a', seq: 1 }); box.receive({ t: 'ack', id: 'b', seq: 2 });
      const before = sent.length;
      box.offline(); box.online({ isNewReign: false });
      const same = sent.length - before;
      box.offline(); box.online({ isNewReign: true });
      return [same, sent.slice(before).map((f) => [f.t, f.id, f.seen])];
    """
    )
    assert run("core/outbox.js", "Outbox", body) == [0, [["cmd", "a", 5], ["cmd", "b", 5]]]


def test_what_came_too_late_is_never_sent_silently(run: Callable[..., Any]):
    """A hand is forgotten and said so; a name waits for the person's word; both are asked after first."""
    body = (
        OUTBOX
        + """
      const box = make();
      box.add({ id: 'hand', seen: 5, command: { type: 'discussion.raise_hand' } });
      box.add({ id: 'name', seen: 5, command: { type: 'roster.rename', name: 'Zoé' } });
      box.online({ isNewReign: false });
      box.receive({ t: 'unknown', id: 'hand' });
      box.receive({ t: 'unknown', id: 'name' });
      box.add({ id: 'now', seen: 6, command: { type: 'discussion.raise_hand' } });
      return [sent.map((f) => [f.t, f.id]), dropped, states(box)];
    """
    )
    assert run("core/outbox.js", "Outbox", body) == [
        [["ask", "hand"], ["ask", "name"], ["cmd", "now"]],
        ["hand"],
        {"name": "asking", "now": "waiting"},
    ]


def test_two_tabs_of_a_seat_do_not_send_the_same_thing_at_a_time(run: Callable[..., Any]):
    """The tab that sends holds a lease; when it is gone without an answer, another takes over with the same id."""
    body = (
        OUTBOX
        + """
      const one = make('one'); one.online({ isNewReign: false });
      post(one, 'a');
      const two = make('two'); two.online({ isNewReign: false });
      const meanwhile = sent.map((f) => f.tab);
      now += 16000;
      two.flush();
      return [meanwhile, sent.map((f) => f.tab + f.id)];
    """
    )
    assert run("core/outbox.js", "Outbox", body) == [["one"], ["onea", "twoa"]]


def test_a_refusal_keeps_the_words(run: Callable[..., Any]):
    """Refused for good: kept with its reason. Refused for now: waits, and everything behind it, in order."""
    body = (
        OUTBOX
        + """
      const box = make();
      box.online({ isNewReign: false });
      post(box, 'a'); post(box, 'b');
      box.receive({ t: 'refused', id: 'a', code: 'session_not_live', params: {} });
      box.receive({ t: 'refused', id: 'b', code: 'rate_limited', final: false });
      const paused = sent.length;
      post(box, 'c');
      const still = sent.length;
      now += 60000; box.flush();
      clearTimeout(box.timer);
      return [states(make()), make().entries.get('a').code, paused, still, sent.slice(still).map((f) => f.id)];
    """
    )
    assert run("core/outbox.js", "Outbox", body) == [
        {"a": "refused", "b": "waiting", "c": "waiting"},
        "session_not_live",
        2,
        2,
        ["b", "c"],
    ]


def conversation(run: Callable[..., Any], **given: Any) -> list[dict[str, Any]]:
    """Lay a conversation together, as the golden documents tell it unless said otherwise."""
    defaults = {
        "published": golden("doc.class")["value"]["discussion"]["messages"],
        "own": golden("doc.me")["value"]["discussion"]["own"],
        "reacted": {},
        "entries": [],
        "channel": "main",
        "me": {"member": golden("welcome")["member"], "name": "Sam", "number": 6},
        "isOnline": True,
    }
    body = """const created = (entry) => `of-${entry.id}`;
return conversation({ ...given, isReachable: (c) => c === given.channel, created })"""
    found: list[dict[str, Any]] = run("discussion/conversation.js", "conversation", body, defaults | given)
    return found


def entry(command: dict[str, Any], state: str = "waiting") -> dict[str, Any]:
    """Return an entry of the outbox."""
    return {"id": "c1", "n": 1, "at": 1_790_000_999_000, "state": state, "command": command}


def test_own_unpublished_texts_stand_where_they_were_said(run: Callable[..., Any]):
    """Published messages by their order; held and returned ones by when they were written."""
    messages = conversation(run)

    assert [message["state"] for message in messages] == ["shown"] * 7 + ["gate", "gate"]
    assert [message["gate"]["state"] for message in messages[-2:]] == ["held", "returned"]


def test_a_message_under_way_is_shown_once(run: Callable[..., Any]):
    """It comes last while nobody has it, and not at all when the relay shows it already."""
    post = entry({"type": "discussion.post", "channel": "main", "text": "Moi"})

    assert conversation(run, entries=[post])[-1]["state"] == "sending"
    assert conversation(run, entries=[post], isOnline=False)[-1]["state"] == "offline"
    shown = {"of-c1": {"author": golden("welcome")["member"], "at": 1, "order": 99, "text": "Moi"}}
    assert [m["state"] for m in conversation(run, entries=[post], published=shown, own={})] == ["shown"]


def test_a_message_whose_room_was_left_is_offered_where_its_author_is(run: Callable[..., Any]):
    """Refused words are never out of sight."""
    post = entry({"type": "discussion.post", "channel": "room:x", "text": "Pour la salle"}, "refused")

    last = conversation(run, entries=[post])[-1]
    assert (last["text"], last["isElsewhere"]) == ("Pour la salle", True)


def test_reactions_count_at_once(run: Callable[..., Any]):
    """One's own reaction is added before the relay has it, and never twice."""
    first = next(iter(golden("doc.class")["value"]["discussion"]["messages"]))
    react = entry({"type": "discussion.react", "message": first, "emoji": "👍", "on": True})

    def thumbs(**given: Any) -> Any:
        return next(m for m in conversation(run, **given) if m["id"] == first)["reactions"]["👍"]

    assert thumbs(entries=[react]) == {"count": 6, "isMine": True}
    assert thumbs(entries=[react], reacted={first: {"👍": True}}) == {"count": 5, "isMine": True}


def test_the_golden_frames_are_json_that_javascript_reads_alike(run: Callable[..., Any]):
    """What the browser parses and writes again is the same text."""
    texts = [json.dumps(golden(path.stem), ensure_ascii=False, separators=(",", ":")) for path in FRAMES.glob("*.json")]
    found = run("core/clock.js", "Clock", "return given.map((text) => JSON.stringify(JSON.parse(text)))", texts)

    assert [json.loads(text) for text in found] == [json.loads(text) for text in texts]


LATER_PART = """
export default {
  name: "later",
  strings: async () => ({ default: { "later.word": "arrived" } }),
  commands: { "later.do": { stale: "drop" } },
};
"""


def test_a_part_is_fetched_when_the_class_first_uses_it_also_after_a_failure(
    run: Callable[..., Any], page: Page, watch: Watch
):
    """Nothing is fetched before; a line that was down at that moment costs a while, not the part."""
    asked: list[str] = []

    def answer(route: Route) -> None:
        asked.append(route.request.url)
        if len(asked) in {1, 3}:
            # The fetch before the module, then the module itself.
            route.abort()
        else:
            route.fulfill(body=LATER_PART, content_type="text/javascript")

    page.route("**/later/part.js*", answer)
    body = """
        const { t } = await import("/core/i18n.js");
        const arrived = [];
        const list = [{ name: "first", strings: async () => ({ default: {} }) }, later("later", "later/part.js")];
        const parts = new Parts(list, (part) => arrived.push(part.name));
        const client = { documents: { byName: { class: { first: {} } } }, outbox: { list: () => [] } };
        parts.begin();
        parts.look(client);
        const before = parts.here.length;
        client.documents.byName.class.later = { some: true };
        parts.look(client);
        await parts.everything();
        return { before, arrived, here: parts.here.map((part) => part.name), word: t("later.word") };
    """
    found = run("core/parts.js", "Parts, later", body)

    assert found == {"before": 1, "arrived": ["first", "later"], "here": ["first", "later"], "word": "arrived"}
    assert len(asked) == 5
    # The browser itself complains of the two that were cut off.
    assert all("ERR_FAILED" in fault for fault in watch.faults)
    watch.faults.clear()


def test_messages_are_marked_as_the_samples_say(run: Callable[..., Any]):
    """The page makes of a text what the desktop makes of it; `tests/ui/discussion` reads the same samples."""
    samples = json.loads((GOLDEN / "marks" / "messages.json").read_text(encoding="utf-8"))

    made = run("discussion/marks.js", "marks", "return given.map((one) => marks(one.text, one.names))", samples)

    assert made == [sample["runs"] for sample in samples]
