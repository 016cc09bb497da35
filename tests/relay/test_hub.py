"""The hub without sockets or disk: nothing is told before it is stored, nothing lost or doubled, all see one truth."""

from __future__ import annotations

import json
import random
from typing import TYPE_CHECKING

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from app.domain.discussion.commands import EditMessage, PostMessage
from app.domain.kernel.envelope import unseal, verify
from app.domain.kernel.refusal import Refusal
from app.domain.kernel.words import MAIN, Phase, Role, room_channel
from app.domain.registry import REGISTRY
from app.domain.roster.commands import (
    ChangeRole,
    EraseMember,
    LeaveSession,
    RemoveMember,
    RevokeTokens,
)
from app.domain.roster.events import PresenceNoted
from app.domain.roster.state import RosterState
from app.domain.session.decider import SessionState
from app.relay.batch import Batch, Line
from app.relay.hub import Hub
from app.relay.ledger import Ledger
from app.sync import frames as f
from tests.drawing import drawn
from tests.relay.stage import SESSION_ID, START_AT, Client, Stage, ledger_of

if TYPE_CHECKING:
    from app.domain.kernel.messages import Command

DISK = 0.4
"""How often, of all that happens, it is the disk's turn."""

FAILURES = 0.3
"""How often the disk fails in its turn."""

HALF = 0.5
"""How often the disk has taken a batch all the same when it fails."""

SELDOM = 0.2
"""How often what may happen seldom does."""


def test_nothing_is_said_before_it_is_stored():
    stage = Stage()
    ana = stage.joins("Ana")
    stage.settle()
    before = len(ana.frames), len(stage.host.frames)
    asked = stage.says(ana, "hello")
    batch = stage.begins()
    assert batch is not None
    assert (len(ana.frames), len(stage.host.frames)) == before

    stage.ends(batch)
    assert [answer["t"] for answer in ana.answers(asked)] == ["ack"]
    assert ana.documents["class"]["discussion"]["messages"]
    stage.check()


def test_what_comes_while_a_batch_is_under_way_makes_one_next_batch():
    stage = Stage()
    ana, ben = stage.joins("Ana"), stage.joins("Ben")
    stage.settle()
    stage.says(ana, "one")
    first = stage.begins()
    for n in range(5):
        stage.says(ben, f"then {n}")
    assert stage.begins() is None
    assert first is not None
    stage.ends(first)
    second = stage.begins()

    assert second is not None
    assert (len(first.records), len(second.records)) == (1, 5)
    stage.ends(second)
    stage.check()


def test_an_answer_comes_after_what_it_brought():
    """Effects reach documents no later than the ack."""
    stage = Stage()
    ana = stage.joins("Ana")
    stage.settle()
    asked = stage.says(ana, "hello")
    stage.settle()

    kinds = [frame["t"] for frame in ana.frames]
    assert kinds[-2:] == ["patch", "ack"]
    assert ana.frames[-1] == {"t": "ack", "id": asked, "seq": ana.frames[-2]["seq"]}


def test_asking_again_with_the_same_id_gives_the_same_answer_and_happens_once():
    stage = Stage()
    ana = stage.joins("Ana")
    stage.settle()
    asked = stage.says(ana, "hello")
    stage.does(ana, PostMessage(channel=MAIN, text="hello"), asked)
    stage.settle()
    stage.does(ana, PostMessage(channel=MAIN, text="hello"), asked)
    stage.settle()

    assert len({json.dumps(answer) for answer in ana.answers(asked)}) == 1
    assert len(ana.answers(asked)) == 3
    assert len(ana.documents["class"]["discussion"]["messages"]) == 1


def test_a_refusal_is_the_same_when_asked_again():
    """Even when it would be accepted by now: the person was told, and decides anew."""
    stage = Stage()
    ana, ben = stage.joins("Ana"), stage.joins("Ben")
    stage.settle()
    room = stage.opens_room("Table 1")
    asked = stage.does(ben, PostMessage(channel=room_channel(room), text="hello"))
    stage.moves(ben, room_channel(room))
    stage.does(ben, PostMessage(channel=room_channel(room), text="hello"), asked)
    stage.settle()

    assert [answer["code"] for answer in ben.answers(asked)] == ["not_your_channel"] * 2
    stage.hub.ask(ben.line, f.Ask(asked))
    stage.settle()
    assert ben.answers(asked)[-1]["code"] == "not_your_channel"
    assert ana.answers(asked) == []


def test_another_body_or_another_member_under_a_known_id_is_refused():
    stage = Stage()
    ana, ben = stage.joins("Ana"), stage.joins("Ben")
    stage.settle()
    asked = stage.says(ana, "hello")
    stage.does(ana, PostMessage(channel=MAIN, text="something else"), asked)
    stage.does(ben, PostMessage(channel=MAIN, text="hello"), asked)
    nonsense = stage.does(ana, EditMessage(message="nothing", text="x"))
    stage.does(ana, EditMessage(message="nothing", text="y"), nonsense)
    stage.settle()

    assert [answer.get("code") for answer in ana.answers(asked)] == [None, "id_reused"]
    assert [answer["code"] for answer in ben.answers(asked)] == ["id_reused"]
    assert [answer["code"] for answer in ana.answers(nonsense)] == ["not_allowed", "id_reused"]


def test_what_became_of_a_command_is_told_to_who_asked_for_it_only():
    stage = Stage()
    ana, ben = stage.joins("Ana"), stage.joins("Ben")
    stage.settle()
    asked = stage.says(ana, "hello")
    for client in (ana, ben):
        stage.hub.ask(client.line, f.Ask(asked))
    stage.settle()

    assert [answer["t"] for answer in ana.answers(asked)] == ["ack", "ack"]
    assert [answer["t"] for answer in ben.answers(asked)] == ["unknown"]


def test_after_a_restart_the_same_id_gives_the_same_answer():
    stage = Stage()
    ana = stage.joins("Ana")
    stage.settle()
    asked = stage.says(ana, "hello")
    stage.settle()
    stage.fails()
    stage.does(ana, PostMessage(channel=MAIN, text="hello"), asked)
    stage.settle()

    assert len({json.dumps(answer) for answer in ana.answers(asked)}) == 1
    assert len(ana.documents["class"]["discussion"]["messages"]) == 1


def test_when_the_disk_fails_all_that_was_asked_since_is_told_to_try_again():
    stage = Stage()
    ana, ben = stage.joins("Ana"), stage.joins("Ben")
    stage.settle()
    first = stage.says(ana, "one")
    stage.begins()
    second = stage.says(ben, "two")
    stage.fails()
    stage.settle()

    for client, asked in ((ana, first), (ben, second)):
        assert [(a["code"], a["final"]) for a in client.answers(asked)] == [("storage_failed", False)]
    assert "messages" not in ana.documents["class"].get("discussion", {})
    stage.does(ana, PostMessage(channel=MAIN, text="one"), first)
    stage.settle()
    assert ana.answers(first)[-1]["t"] == "ack"
    stage.check()


def test_a_refusal_that_rested_on_what_the_disk_lost_is_forgotten():
    """The room closed only in what was lost; asked again, the message is taken."""
    stage = Stage()
    ana = stage.joins("Ana")
    room = stage.opens_room("Table 1")
    stage.moves(ana, room_channel(room))
    stage.settle()
    stage.moves(ana, MAIN)
    asked = stage.does(ana, PostMessage(channel=room_channel(room), text="hello"))
    stage.fails()
    stage.does(ana, PostMessage(channel=room_channel(room), text="hello"), asked)
    stage.settle()

    assert [answer.get("code") for answer in ana.answers(asked)] == ["storage_failed", None]
    stage.check()


@pytest.mark.parametrize("under_way", [True, False])
def test_a_move_that_the_disk_lost_leaves_nobody_in_the_wrong_room(under_way: bool):  # noqa: FBT001 (a parameter)
    """What is said in the room afterwards does not reach who was never moved there."""
    stage = Stage()
    ana, ben = stage.joins("Ana"), stage.joins("Ben")
    room = stage.opens_room("Table 1")
    stage.moves(ben, room_channel(room))
    stage.settle()
    stage.moves(ana, room_channel(room))
    if under_way:
        stage.begins()
    stage.fails()
    stage.does(ben, PostMessage(channel=room_channel(room), text="between us"))
    stage.settle()

    assert "between us" in json.dumps(ben.frames)
    assert "between us" not in json.dumps(ana.frames)
    stage.check()


def test_a_move_that_the_disk_took_before_it_failed_takes_the_old_room_away():
    stage = Stage()
    ana = stage.joins("Ana")
    first, second = stage.opens_room("Table 1"), stage.opens_room("Table 2")
    stage.moves(ana, room_channel(first))
    stage.settle()
    stage.moves(ana, room_channel(second))
    batch = stage.begins()
    assert batch is not None
    stage.stored += batch.records
    stage.fails()
    stage.settle()

    assert set(ana.documents) == {"class", "me", room_channel(second)}
    stage.check()


def test_a_seat_that_the_disk_lost_is_taken_again_on_another_connection():
    stage = Stage()
    ana = stage.joins("Ana")
    stage.begins()
    stage.fails()

    assert ana.closed
    assert ana.frames[-1]["code"] == "storage_failed"
    again = stage.joins("Ana")
    stage.settle()
    assert again.documents["me"]["roster"]["seat"]["name"] == "Ana"
    stage.check()


def test_a_moved_member_s_page_drops_one_room_and_gets_the_other():
    stage = Stage()
    ana = stage.joins("Ana")
    first, second = stage.opens_room("Table 1"), stage.opens_room("Table 2")
    stage.moves(ana, room_channel(first))
    stage.settle()
    before = len(ana.frames)
    stage.moves(ana, room_channel(second))
    stage.settle()

    assert [(x["t"], x["doc"]) for x in ana.frames[before:] if x["t"] in {"doc", "drop"}] == [
        ("drop", room_channel(first)),
        ("doc", room_channel(second)),
    ]
    stage.check()


def test_what_is_said_after_somebody_left_a_room_is_not_theirs_also_in_the_same_batch():
    stage = Stage()
    ana, ben = stage.joins("Ana"), stage.joins("Ben")
    room = stage.opens_room("Table 1")
    for client in (ana, ben):
        stage.moves(client, room_channel(room))
    stage.settle()
    stage.moves(ana, MAIN)
    stage.does(ben, PostMessage(channel=room_channel(room), text="after Ana has gone"))
    stage.settle()

    assert "after Ana has gone" in json.dumps(ben.frames)
    assert "after Ana has gone" not in json.dumps(ana.frames)
    stage.check()


def test_what_is_said_after_somebody_was_put_out_is_not_theirs_also_in_the_same_batch():
    stage = Stage()
    ana, ben = stage.joins("Ana"), stage.joins("Ben")
    stage.settle()
    stage.does(stage.host, RemoveMember(member=ana.member))
    stage.says(ben, "now that Ana has gone")
    stage.settle()

    assert ana.closed
    assert "now that Ana has gone" not in json.dumps(ana.frames)


@pytest.mark.parametrize("reason", ["removed", "left", "revoked", "role_changed"])
def test_who_may_not_stay_is_told_why(reason: str):
    stage = Stage()
    ana = stage.joins("Ana")
    stage.settle()
    match reason:
        case "removed":
            stage.does(stage.host, RemoveMember(member=ana.member))
        case "left":
            stage.does(ana, LeaveSession())
        case "revoked":
            stage.does(stage.host, RevokeTokens(member=ana.member))
        case _:
            stage.does(stage.host, ChangeRole(member=ana.member, role=Role.COFACILITATOR))
            stage.settle()
            ana.line.is_replica = True
            stage.does(stage.host, ChangeRole(member=ana.member, role=Role.LEARNER))
    stage.settle()

    assert ana.closed
    assert [frame["reason"] for frame in ana.frames if frame["t"] == "bye"] == [reason]


def test_who_was_removed_is_turned_away_at_the_door():
    stage = Stage()
    ana = stage.joins("Ana")
    stage.settle()
    stage.does(stage.host, RemoveMember(member=ana.member))
    stage.settle()

    with pytest.raises(Refusal, match="removed"):
        stage.returns(ana)


def test_a_replica_receives_exactly_the_records_that_are_stored():
    stage = Stage()
    ana = stage.joins("Ana")
    for n in range(3):
        stage.says(ana, f"message {n}")
    stage.settle()

    assert stage.host.records == stage.stored
    assert verify(stage.host.records) == stage.hub.ledger.last_hash


def test_a_replica_misses_nothing_when_a_failed_append_was_stored_after_all():
    """The disk took the batch and broke before it could say so."""
    stage = Stage()
    ana = stage.joins("Ana")
    stage.settle()
    asked = stage.says(ana, "hello")
    batch = stage.begins()
    assert batch is not None
    stage.stored += batch.records
    stage.fails()
    stage.does(ana, PostMessage(channel=MAIN, text="hello"), asked)
    stage.settle()

    assert ana.answers(asked)[-1]["t"] == "ack"
    assert stage.host.records == stage.stored
    stage.check()


def test_several_devices_are_one_presence_and_a_short_drop_is_none():
    stage = Stage()
    ana = stage.joins("Ana")
    phone = stage.returns(ana)
    stage.settle()
    stage.passes(2_000)
    seen = len(stage.stored)
    stage.hub.left(ana.line, stage.now)
    stage.passes(20_000)
    assert len(stage.stored) == seen

    stage.hub.left(phone.line, stage.now)
    stage.passes(10_000)
    back = stage.returns(phone)
    stage.passes(20_000)
    assert len(stage.stored) == seen
    stage.hub.left(back.line, stage.now)
    gone_at = stage.now
    stage.passes(20_000)

    event = unseal(stage.stored[-1], REGISTRY.read_event).event
    assert isinstance(event, PresenceNoted)
    assert [(c.member, str(c.presence), c.at) for c in event.changes] == [(ana.member, "gone", gone_at)]


def test_presence_that_the_disk_lost_is_logged_later():
    stage = Stage()
    stage.passes(2_000)
    ana, ben = stage.joins("Ana"), stage.joins("Ben")
    stage.settle()
    stage.now += 2_000
    stage.hub.tick(stage.now)
    stage.begins()
    stage.hub.showed(ben.line, here=False, now=stage.now)
    stage.now += 2_000
    stage.hub.tick(stage.now)
    stage.fails()
    stage.passes(2_000)

    assert str(stage.roster.presence_of(ana.member)) == "here"
    assert str(stage.roster.presence_of(ben.member)) == "hidden"
    stage.check()


def test_a_relay_that_died_closes_what_it_left_open_when_it_was_last_alive():
    stage = Stage()
    ana = stage.joins("Ana")
    stage.passes(2_000)
    assert str(stage.roster.presence_of(ana.member)) == "here"
    hub = Hub(
        ledger_of(stage.stored),
        now=stage.now + 900_000,
        last_alive=stage.now + 5_000,
        new_id=stage.new_id,
        new_salt=lambda: "5a" * 16,
    )
    since = hub.ledger.world.state(RosterState).presence[ana.member]

    assert (str(since.presence), since.since) == ("gone", stage.now + 5_000)


def test_who_asks_too_much_is_told_to_wait_and_may_ask_again():
    stage = Stage()
    ana = stage.joins("Ana")
    stage.settle()
    asked = [stage.says(ana, f"message {n}") for n in range(41)]
    stage.settle()
    assert [a["code"] for a in ana.answers(asked[-1])] == ["rate_limited"]
    assert ana.answers(asked[-1])[0]["final"] is False

    stage.now += 1_000
    stage.does(ana, PostMessage(channel=MAIN, text="message 40"), asked[-1])
    stage.settle()
    assert ana.answers(asked[-1])[-1]["t"] == "ack"


def test_the_list_of_people_comes_when_it_is_opened_and_goes_when_it_is_closed():
    stage = Stage()
    ana = stage.joins("Ana")
    stage.settle()
    stage.hub.want(ana.line, "people", wanted=True)
    stage.joins("Ben")
    stage.settle()
    assert len(ana.documents["people"]["roster"]["members"]) == 3
    stage.check()

    stage.hub.want(ana.line, "people", wanted=False)
    stage.settle()
    assert "people" not in ana.documents


def test_deadlines_happen_by_themselves():
    """The lobby opens when its time has come, and the log says when that was."""
    stage = Stage()
    hub = Hub(
        Ledger.empty(REGISTRY, SESSION_ID),
        now=START_AT,
        last_alive=0,
        new_id=stage.new_id,
        new_salt=lambda: "5a" * 16,
    )
    create = f.Create(
        v=1,
        id=stage.new_id(),
        key="",
        session=SESSION_ID,
        token="h" * 43,
        name="Host",
        title="T",
        opens_at=START_AT + 60_000,
    )
    hub.create(Line(1, is_remote=False), create, "00" * 32, "BADO-LIMU-47", START_AT)
    hub.tick(START_AT + 59_999)
    assert hub.ledger.world.state(SessionState).phase is Phase.CREATED

    hub.tick(START_AT + 60_500)
    assert hub.ledger.world.state(SessionState).phase is Phase.LOBBY


class Turmoil:
    """A class in which people talk and move while connections break and the disk fails."""

    def __init__(self, seed: int) -> None:
        self.rng = random.Random(seed)  # noqa: S311 (repeatable, not secret)
        self.stage = Stage()
        self.people = [self.stage.joins(name) for name in ("Ana", "Ben", "Caro")]
        self.places = [MAIN, *(room_channel(self.stage.opens_room(name)) for name in ("Table 1", "Table 2"))]
        self.stage.settle()
        self.asked: dict[str, tuple[int, Command]] = {}
        self.under_way: Batch | None = None

    def goes_on(self, n: int) -> None:
        """Let one more thing happen."""
        index = self.rng.randrange(len(self.people))
        if self.people[index].line not in self.stage.hub.lines:
            self.people[index] = self._back(self.people[index], n)
        client = self.people[index]
        if self.rng.random() < DISK:
            self._disk()
            return
        match self.rng.choice(["say", "say", "say", "move", "drop", "erase", "again", "again", "wait"]):
            case "say":
                place = self.stage.roster.members[client.member].place
                command: Command = PostMessage(channel=place, text=f"text {n}")
                self.asked[self.stage.does(client, command)] = (index, command)
            case "move":
                self.stage.moves(client, self.rng.choice(self.places))
            case "drop":
                self.stage.hub.left(client.line, self.stage.now)
            case "again" if self.asked:
                asked = self.rng.choice(list(self.asked))
                owner, command = self.asked[asked]
                if self.people[owner].line in self.stage.hub.lines:
                    self.stage.does(self.people[owner], command, asked)
            case "erase" if self.rng.random() < SELDOM:
                self.stage.does(self.stage.host, EraseMember(member=client.member))
            case _:
                self.stage.now += 700
                self.stage.hub.tick(self.stage.now)

    def _back(self, client: Client, n: int) -> Client:
        try:
            return self.stage.returns(client)
        except Refusal:
            return self.stage.joins(f"Somebody {n}")

    def _disk(self) -> None:
        if self.under_way is None:
            self.under_way = self.stage.begins()
        elif self.rng.random() < FAILURES:
            if self.rng.random() < HALF:
                self.stage.stored += self.under_way.records
            self.under_way = None
            self.stage.fails()
        else:
            self.stage.ends(self.under_way)
            self.under_way = None

    def calms_down(self) -> None:
        """Store and send what is left."""
        if self.under_way is not None:
            self.stage.ends(self.under_way)
        self.stage.settle()


@settings(max_examples=drawn(25))
@given(st.integers(0, 2**32), st.integers(1, 150) | st.just(150))
def test_through_failures_and_reconnects_each_command_happens_once_and_all_see_one_truth(seed: int, length: int):
    """Acked commands are stored exactly once, and every page and replica ends with what the log says."""
    turmoil = Turmoil(seed)
    stage = turmoil.stage
    for n in range(length):
        turmoil.goes_on(n)
    turmoil.calms_down()

    stage.check()
    assert verify(stage.stored) == stage.hub.ledger.last_hash
    posted = [json.loads(record.body)["command_id"] for record in stage.stored if b'"discussion.posted"' in record.body]
    assert len(posted) == len(set(posted))
    acked = {x["id"] for c in stage.clients.values() for x in c.frames if x["t"] == "ack"} & set(turmoil.asked)
    assert acked <= set(posted)
    assert stage.host.records == stage.stored


def test_a_batch_of_more_messages_than_a_document_holds_shows_each_of_them() -> None:
    """Everybody speaks while the disk is slow: what a document has no room for in the end was in a patch before."""
    stage = Stage()
    people = [stage.joins(f"P{n}") for n in range(30)]
    reader = stage.joins("Reader")
    stage.settle()
    texts = [f"text {n}" for n in range(90)]
    for n, text in enumerate(texts):
        stage.says(people[n % len(people)], text)
    stage.settle()

    seen = json.dumps([frame for frame in reader.frames if frame["t"] == "patch"])
    assert [text for text in texts if f'"{text}"' not in seen] == []
    stage.check()
