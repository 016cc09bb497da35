"""Notes that several people write in at once: one text everywhere, under one gate, and nobody's who is not there."""

from __future__ import annotations

import base64
import json
import random
from typing import Any

import msgspec
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from pycrdt import Doc
from pycrdt import Map as YMap
from pycrdt import Text as YText

from app.domain.breakouts.commands import CloseRound, OpenRound, ReopenRound, RoomPlan
from app.domain.kernel.envelope import erased, unseal
from app.domain.kernel.messages import CommandNoted
from app.domain.kernel.refusal import Refusal
from app.domain.kernel.views import CLASS, Audience, note_audience
from app.domain.kernel.words import MAIN, RELAY, STAFF, Role, room_channel, topic_channel
from app.domain.moderation.commands import EditWords, SetChannelMode
from app.domain.moderation.events import ChannelMode
from app.domain.moderation.lexicon import Action, Word
from app.domain.notes import commands as c
from app.domain.notes.decider import PIECES_LIMIT, SIZE_LIMIT, UPDATE_LIMIT
from app.domain.notes.events import NoteEdited, NoteMode
from app.domain.notes.state import NotesState
from app.domain.notes.text import Text
from app.domain.notes.updates import Deleted, UnreadableUpdate, Update, Written, key_of, read, write
from app.domain.registry import REGISTRY
from app.domain.roster.commands import EraseMember
from app.domain.session.commands import ArchiveSession, EndSession, PauseSession
from app.domain.topics.commands import CloseTopic, PrepareTopic
from app.relay.audience import audiences_of
from tests.domain.classroom import Classroom
from tests.domain.note_copies import Copy
from tests.domain.refusals import refused

WORDS = ("a", "bc ", "é", "👩‍🚀😀", "\n- ", "שלום", "xyz")


class Class:
    """A class with a host, three learners and two rooms; Ana and Ben are in the first one."""

    def __init__(self) -> None:
        self.room, self.host = Classroom.live()
        self.ana, self.ben, self.eve = (self.room.joins(name) for name in ("Ana", "Ben", "Eve"))
        self.rooms = [room_channel(self.room.opens_room(self.host, name)) for name in ("One", "Two")]
        for member in (self.ana, self.ben):
            self.room.moves(self.host, member, self.rooms[0].removeprefix("room:"))
        self._clients = 10

    @property
    def state(self) -> NotesState:
        """The notes."""
        return self.room.world.state(NotesState)

    def copy(self, member: str, place: str = MAIN) -> Copy:
        """Return a page's copy that has what its reader may see."""
        self._clients += 1
        copy = Copy(self.room, member, place, self._clients)
        copy.read()
        return copy

    def text(self, place: str = MAIN) -> str:
        """Return what a note says."""
        return str(self.state.text(place))

    def document(self, place: str = MAIN) -> dict[str, object]:
        """Return a note's section as pages have it."""
        found: dict[str, object] = self.room.reads(note_audience(place))["notes"]
        return found


@pytest.fixture
def among() -> Class:
    """Give such a class."""
    return Class()


# --- one text everywhere -------------------------------------------------------------------------------------------


@settings(max_examples=60)
@given(st.integers(0, 2**32), st.integers(5, 70))
def test_whoever_writes_what_and_whenever_it_comes_all_copies_and_the_relay_have_one_text(seed: int, length: int):
    """Random edits of four people, who hand in late, twice, and read in any order: the same text at the end."""
    rng = random.Random(seed)  # noqa: S311 (repeatable, not secret)
    among = Class()
    copies = [among.copy(who) for who in (among.ana, among.ben, among.eve, among.host)]
    sent: list[tuple[str, c.EditNote]] = []
    for _ in range(length):
        copy = rng.choice(copies)
        match rng.randrange(5):
            case 0 | 1:
                copy.write(rng.randint(0, len(str(copy))), rng.choice(WORDS))
            case 2 if str(copy):
                copy.cut(rng.randrange(len(str(copy))), rng.randint(1, 4))
            case 3:
                sent += [(copy.member, copy.command(update)) for update in copy.updates]
                copy.hand_in()
                if sent:
                    # A command that is asked for again under another id changes nothing.
                    assert [type(e) for e in among.room.do(*rng.choice(sent))] == [CommandNoted]
            case _:
                copy.read()
    for copy in copies:
        copy.hand_in()
    latecomer = among.copy(among.eve)
    for copy in (*copies, latecomer):
        copy.read()
    assert {str(copy) for copy in (*copies, latecomer)} == {among.text()}
    among.room.check_documents()


@settings(max_examples=60)
@given(st.integers(0, 2**32))
def test_updates_of_several_copies_may_come_in_any_order_that_keeps_each_ones_own(seed: int):
    """What arrives before what it builds on is told, not taken; once it can be, the order leaves no trace."""
    rng = random.Random(seed)  # noqa: S311 (repeatable, not secret)
    made: list[list[bytes]] = [[], []]
    docs: list[Doc[Any]] = [Doc(client_id=n + 1) for n in range(2)]
    for _ in range(12):
        n = rng.randrange(2)
        docs[n].apply_update(docs[1 - n].get_update())
        before, text = docs[n].get_state(), docs[n].get("text", type=YText)
        text.insert(rng.randint(0, len(text)), rng.choice("abcd"))
        if len(text) > 3 and rng.random() < 0.5:
            del text[1:3]
        made[n].append(docs[n].get_update(before))
    docs[0].apply_update(docs[1].get_update())
    mine = Text({}, {})
    while any(made):
        whose = rng.choice([updates for updates in made if updates])
        trial = mine.copy()
        try:
            trial.take(trial.news(read(whose[0])))
        except ValueError:
            continue
        mine = trial
        whose.pop(0)
    assert str(mine) == str(docs[0].get("text", type=YText))
    again = Text({}, {})
    again.take(read(write(mine.whole())))
    assert list(again.runs()) == list(mine.runs())


def test_what_a_latecomer_gets_does_not_grow_with_what_happened(among: Class):
    """A page that opens the note after 40 edits gets no less than after 400 of the same size."""
    copy, sizes = among.copy(among.ana), []
    for n in range(400):
        copy.write(0, f"{n % 10}" * 10)
        copy.cut(10, 10)
        copy.hand_in()
        if n in {39, 399}:
            sizes.append(len(json.dumps(among.document())))
    assert among.text() == "9" * 10
    assert sizes[1] < 2 * max(sizes[0], 6_000)
    assert len([e for e in among.room.envelopes if isinstance(e.event, NoteEdited)]) > 400


# --- who may -------------------------------------------------------------------------------------------------------


def test_a_note_is_written_in_by_who_is_there_and_by_staff(among: Class):
    one, two = among.rooms
    among.copy(among.ana, one).type("Ana. ")
    among.copy(among.host, one).type("Host. ")
    assert among.text(one) == "Host. Ana. "
    for member, place, code in (
        (among.eve, one, "not_your_channel"),
        (among.ana, two, "not_your_channel"),
        (among.ana, STAFF, "not_your_channel"),
        (among.host, "room:none", "unknown_room"),
        (among.host, "topic:none", "unknown_topic"),
        (among.ana, "nowhere", "unknown_channel"),
        (among.ana, "topic:none", "unknown_topic"),
    ):
        with refused(code):
            among.copy(member, place).type("no")
    among.copy(among.host, STAFF).type("For us.")
    assert "For us." not in json.dumps([among.document(), among.document(one), among.room.reads(CLASS)])


def test_nobody_outside_can_delete_what_a_room_wrote(among: Class):
    one = among.rooms[0]
    among.copy(among.ana, one).type("ours")
    with refused("not_your_channel"):
        among.room.do(among.eve, c.EditNote(place=one, edition=0, update=encoded((), (Deleted(key_of(11, 0), 4),))))
    assert among.text(one) == "ours"


def test_one_who_was_moved_away_has_the_note_as_they_left_it_and_no_longer_live(among: Class):
    one = among.rooms[0]
    among.copy(among.ana, one).type("before ")
    among.room.moves(among.host, among.ben)
    among.copy(among.ana, one).type("after ")

    assert note_audience(one) not in audiences_of(among.room.seat(among.ben), wants_people=True, notes=[one])
    assert among.room.asks(among.ben, "notes.read", place=one)["text"] == "before "
    assert among.room.asks(among.ana, "notes.read", place=one)["text"] == "after before "
    with refused("not_your_channel"):
        among.room.asks(among.eve, "notes.read", place=one)
    with refused("not_your_channel"):
        among.copy(among.ben, one).type("late")
    among.room.do(among.host, c.ClearNote(place=one))
    assert among.room.asks(among.ben, "notes.read", place=one)["text"] == ""


def test_learners_write_while_the_class_is_live_and_staff_until_it_is_put_away(among: Class):
    among.room.do(among.host, PauseSession())
    with refused("session_not_live"):
        among.copy(among.eve).type("no")
    among.copy(among.host).type("a word")
    among.room.do(among.host, EndSession())
    among.copy(among.host).type("the last ")
    among.room.do(among.host, ArchiveSession())
    with refused("session_not_live"):
        among.copy(among.host).type("no")
    assert among.text() == "the last a word"


def test_a_closed_topic_takes_a_last_word_of_staff_only(among: Class):
    topic = among.room.opens_topic(among.host, "Pies")
    place = topic_channel(topic)
    among.copy(among.eve, place).type("mine ")
    among.room.do(among.host, CloseTopic(topic=topic))
    with refused("channel_closed"):
        among.copy(among.eve, place).type("no")
    among.copy(among.host, place).type("staff's ")
    assert among.text(place) == "staff's mine "


def test_a_topic_that_is_only_prepared_has_no_note_for_learners(among: Class):
    among.room.do(among.host, PrepareTopic(topic="t1", title="Later"))
    among.copy(among.host, "topic:t1").type("prepared")
    for ask in (
        lambda: among.copy(among.eve, "topic:t1").type("no"),
        lambda: among.room.asks(among.eve, "notes.read", place="topic:t1"),
    ):
        with refused("unknown_topic"):
            ask()


# --- the gate ------------------------------------------------------------------------------------------------------


def test_where_texts_wait_for_approval_there_is_no_note(among: Class):
    """A note cannot wait, so nothing of it is shown, and nothing new is taken; staff's own words are."""
    among.copy(among.eve).type("written before")
    before = among.document()
    assert {"base", "updates"} & before.keys()
    among.room.holds(among.host)

    assert not {"base", "updates"} & among.document().keys()
    assert among.document()["held"] is True
    assert among.room.asks(among.ben, "notes.read", place=MAIN) == {"text": ""}
    with refused("note_not_admitted", rule="channel"):
        among.copy(among.eve).type("no")
    with refused("note_not_admitted"):
        among.room.do(among.eve, c.EditNote(place=MAIN, edition=0, update=encoded((), (Deleted(key_of(11, 0), 3),))))
    among.copy(among.host).type("staff ")
    among.room.check_documents()
    among.room.do(among.host, SetChannelMode(channel=MAIN, mode=ChannelMode.OPEN))
    assert {"base", "updates"} & among.document().keys()
    among.room.do(among.host, SetChannelMode(channel=MAIN, mode=ChannelMode.CLOSED))
    with refused("channel_closed"):
        among.copy(among.eve).type("no")
    assert {"base", "updates"} & among.document().keys()


def test_rooms_that_are_held_as_a_whole_have_no_notes_either(among: Class):
    one = among.rooms[0]
    among.copy(among.ana, one).type("ours")
    among.document(one)
    among.room.holds(among.host, "rooms")
    assert "updates" not in among.document(one)
    among.room.check_documents()


@pytest.mark.parametrize("action", [Action.HOLD, Action.CENSOR])
def test_the_gate_reads_the_lines_as_they_will_stand(among: Class, action: Action):
    """A word that is put together letter by letter is seen as a word; nobody can cover it up in a text of many."""
    among.room.do(among.host, EditWords(added=(Word(text="darn", action=action),)))
    copy = among.copy(among.eve)
    copy.type("first line\nsecond dan\nthird")
    with refused("note_not_admitted", rule="words"):
        copy.type("r", at=len("first line\nsecond da"))
    assert "darn" not in among.text()


# --- what staff do -------------------------------------------------------------------------------------------------


def test_staff_lock_hide_and_open_a_note(among: Class):
    eve = among.copy(among.eve)
    eve.type("words")
    among.document()
    for mode, code in ((NoteMode.LOCKED, "note_locked"), (NoteMode.HIDDEN, "note_hidden")):
        among.room.do(among.host, c.SetNote(place=MAIN, mode=mode))
        with refused(code):
            among.copy(among.eve).type("no")
        assert ("updates" in among.document()) is (mode is NoteMode.LOCKED)
        assert among.room.reads(CLASS)["notes"]["notes"][MAIN]["mode"] == str(mode)
        among.room.check_documents()
    among.room.do(among.host, c.SetNote(place=MAIN, mode=NoteMode.OPEN))
    among.copy(among.eve).type("again ")
    assert among.text() == "again words"


def test_a_cleared_note_is_gone_at_once_and_can_be_brought_back(among: Class):
    eve = among.copy(among.eve)
    eve.type("the first text")
    among.document()
    among.room.do(among.host, c.ClearNote(place=MAIN))
    among.room.check_documents()
    assert among.text() == ""
    assert not {"base", "updates"} & among.document().keys()
    with refused("note_cleared"):
        eve.type("late ")
    second = among.copy(among.eve)
    second.type("the second")
    among.room.do(among.host, c.RestoreNote(place=MAIN, edition=0))
    assert among.text() == "the first text"
    eve.read()
    assert str(eve) == "late the first text"
    with refused("unknown_note"):
        among.room.do(among.host, c.RestoreNote(place=MAIN, edition=7))
    among.room.do(among.host, c.RestoreNote(place=MAIN, edition=1))
    assert among.text() == "the second"
    among.room.check_documents()


def test_a_room_s_note_begins_with_the_headings_of_its_task_and_never_twice(among: Class):
    task = "Compare.\n# We found\nThen\n## We ask"
    plans = tuple(RoomPlan(name=name, members=(member,)) for name, member in (("A", among.ana), ("B", among.ben)))
    among.room.do(among.host, OpenRound(rooms=plans, task=task, replaces=among.room.breakouts.current))
    one = among.room.seat(among.ana).place
    assert among.text(one) == "# We found\n\n## We ask\n"
    among.copy(among.ana, one).type("gold", at=len("# We found\n"))
    round_id = among.room.breakouts.current
    among.room.do(among.host, CloseRound(round=round_id))
    among.room.do(among.host, ReopenRound(round=round_id))
    among.room.do(RELAY, c.BeginNote(place=one, text="again"))
    assert among.text(one) == "# We found\ngold\n## We ask\n"
    assert [(piece.member, piece.text) for piece in among.state.pieces(one)] == [
        (RELAY, "# We found\n"),
        (among.ana, "gold"),
        (RELAY, "\n## We ask\n"),
    ]
    assert among.text(among.room.seat(among.ben).place) == "# We found\n\n## We ask\n"
    among.room.check_documents()


def test_everybody_s_part_of_a_note_is_known(among: Class):
    among.copy(among.ana, among.rooms[0]).type("one two")
    ben = among.copy(among.ben, among.rooms[0])
    ben.read()
    ben.type("and ", at=4)
    ben.cut(0, 2)
    ben.hand_in()
    assert [(p.member, p.text) for p in among.state.pieces(among.rooms[0])] == [
        (among.ana, "e "),
        (among.ben, "and "),
        (among.ana, "two"),
    ]
    assert among.state.standing(among.rooms[0]) == {among.ana: 5, among.ben: 4}
    written = among.document(among.rooms[0])["writers"]
    assert written[among.ben] == {"by": among.ben, "number": 3, "name": "Ben", "written": 4}  # type: ignore[index]


# --- bad input -----------------------------------------------------------------------------------------------------


def encoded(written: tuple[Written, ...], deleted: tuple[Deleted, ...] = ()) -> str:
    return base64.b64encode(write(Update(written, deleted))).decode()


def run(client: int, clock: int, text: str, origin: int = -1, right: int = -1) -> Written:
    return Written(key_of(client, clock), len(text.encode("utf-16-le")) // 2, text, origin, right)


A_MAP = base64.b64encode(Doc({"m": YMap({"a": 1})}, client_id=5).get_update()).decode()


@pytest.mark.parametrize(
    ("update", "code"),
    [
        ("", "bad_note_update"),
        ("!!", "bad_note_update"),
        ("AAA", "bad_note_update"),
        (base64.b64encode(b"\xff" * 40).decode(), "bad_note_update"),
        (A_MAP, "bad_note_update"),
        (encoded((run(9, 0, "a\x00b"),)), "bad_note_update"),
        (encoded((run(9, 0, "a\x1b[31m"),)), "bad_note_update"),
        (encoded((run(9, 0, "x", key_of(11, 0)),)), "bad_note_update"),
        (encoded((), (Deleted(key_of(11, 1), 1),)), "bad_note_update"),
        (encoded((run(9, 3, "gap"),)), "note_behind"),
        (encoded((run(9, 0, "x", key_of(77, 0)),)), "note_behind"),
        (encoded((run(9, 0, "x", key_of(11, 900)),)), "note_behind"),
        (encoded((), (Deleted(key_of(11, 0), 900),)), "note_behind"),
        (encoded((run(11, 7, "not Eve's"),)), "note_client_taken"),
        (encoded((run(0, 0, "not the template's"),)), "note_client_taken"),
        ("A" * (UPDATE_LIMIT + 4), "note_update_too_large"),
        (encoded((), tuple(Deleted(key_of(11, 2 * n), 1) for n in range(PIECES_LIMIT + 1))), "note_update_too_large"),
        (encoded((run(9, 0, "a" * (SIZE_LIMIT + 1)),)), "note_full"),
        # Each has to look past all before it; none of these has what it builds on.
        (encoded(tuple(run(9, n, "a", -1, key_of(11, 6)) for n in range(1_900))), "note_update_too_large"),
        (encoded(tuple(run(100 - n, 0, "a", key_of(99 - n, 0)) for n in range(80))), "note_behind"),
    ],
)
def test_what_is_no_update_of_the_note_is_refused_with_a_code(among: Class, update: str, code: str):
    # Client 11 is Ana's: an emoji, which is two units, at its beginning.
    among.copy(among.ana).type("😀 good")
    before = msgspec.msgpack.encode(among.state)
    with refused(code):
        among.room.do(among.eve, c.EditNote(place=MAIN, edition=0, update=update))
    assert msgspec.msgpack.encode(among.state) == before


@settings(max_examples=300)
@given(st.binary(max_size=60), st.integers(0, 80), st.integers(0, 255))
def test_no_bytes_make_it_fail_otherwise_than_by_a_refusal(junk: bytes, at: int, flip: int):
    """Neither noise nor a true update with a byte changed is ever anything but taken or refused, by reader and text."""
    text = Text({}, {})
    text.take(Update((run(1, 0, "hé😀llo"), run(2, 0, "x", key_of(1, 1), key_of(1, 2))), ()))
    true = write(Update((run(3, 0, "y😀", key_of(1, 2), key_of(1, 4)),), (Deleted(key_of(1, 0), 2),)))
    place = at % len(true)
    for raw in (junk, true[:place] + bytes((flip,)) + true[place + 1 :]):
        trial = text.copy()
        try:
            update = read(raw)
            trial.take(trial.news(update))
        except ValueError:
            # `UnreadableUpdate`, `Behind`, `Impossible` and `UnicodeError` are all of them.
            continue
        assert read(write(update)) == update
        copy: Doc[Any] = Doc()
        copy.apply_update(write(trial.whole()))
        assert str(copy.get("text", type=YText)) == str(trial)


def test_an_update_is_read_to_its_end():
    with pytest.raises(UnreadableUpdate):
        read(write(Update((run(1, 0, "a"),), ())) + b"\x00")


# --- erasing -------------------------------------------------------------------------------------------------------


@settings(max_examples=30)
@given(st.integers(0, 2**32), st.integers(3, 40))
def test_what_an_erased_member_wrote_is_gone_from_the_note_and_the_log_folds_to_the_same_without_it(
    seed: int, length: int
):
    rng = random.Random(seed)  # noqa: S311 (repeatable, not secret)
    among = Class()
    place = among.rooms[0]
    copies = [among.copy(who, place) for who in (among.ana, among.ben, among.host)]
    for _ in range(length):
        copy = rng.choice(copies)
        copy.read()
        if rng.randrange(3):
            copy.write(rng.randint(0, len(str(copy))), rng.choice(WORDS) if copy.member != among.ana else "SECRET")
        elif str(copy):
            copy.cut(rng.randrange(len(str(copy))), rng.randint(1, 4))
        copy.hand_in()
        if rng.randrange(9) == 0:
            among.room.moves(among.host, among.ben)
            among.room.moves(among.host, among.ben, place.removeprefix("room:"))
    among.document(place)
    among.room.do(among.host, EraseMember(member=among.ana))
    among.room.check_documents()

    letters = among.text(place) + msgspec.json.encode(among.state).decode()
    assert not {"SECRET", "ECRE"} & set(letters.split())
    assert not any(piece.member == among.ana for piece in among.state.pieces(place))
    for copy in copies[1:]:
        copy.read()
        assert str(copy) == among.text(place)
    again = REGISTRY.world(among.room.world.session)
    for record in among.room.records:
        REGISTRY.evolve(again, unseal(erased(record) if record.subject == among.ana else record, REGISTRY.read_event))
    assert again.state(NotesState) == among.state


def test_every_document_stays_what_it_would_be_afresh_whatever_happens():
    """Edits, modes, clearing, moves and holding at random: patches alone keep the notes' documents."""
    for seed in range(6):
        rng = random.Random(seed)  # noqa: S311 (repeatable, not secret)
        among = Class()
        places = [MAIN, *among.rooms]
        among.room.keep_all()
        for place in places:
            among.document(place)
        for _ in range(60):
            place, who = rng.choice(places), rng.choice((among.ana, among.ben, among.eve, among.host))
            copy = among.copy(who, place)
            command = (
                c.SetNote(place=place, mode=rng.choice([*NoteMode, NoteMode.OPEN])),
                c.ClearNote(place=place),
                c.RestoreNote(place=place, edition=rng.randrange(2)),
                SetChannelMode(channel=place, mode=rng.choice([*ChannelMode, ChannelMode.OPEN])),
            )[rng.randrange(4)]
            try:
                if rng.random() < 0.7:
                    copy.type(f"{who[:4]} {place} ", at=rng.randint(0, len(str(copy))))
                else:
                    among.room.do(among.host, command)
            except Refusal as refusal:
                assert refusal.code not in {"bad_note_update", "note_behind"}  # noqa: PT017 (whatever else)
            among.room.check_documents()
            other = json.dumps(among.room.reads(Audience("room", among.rooms[0].removeprefix("room:"))))
            assert among.rooms[1] not in other


def test_an_observer_reads_no_note_live(among: Class):
    inspector = among.room.invites(among.host, "Inspector", Role.OBSERVER)
    among.room.enters(inspector)
    seat = among.room.seat(inspector)
    assert note_audience(MAIN) not in audiences_of(seat, wants_people=True, notes=[MAIN])
    with refused("not_allowed"):
        among.copy(inspector).type("no")
