"""The rows of a conversation: what staff see of it, in which order, and only as much of it as a window holds."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from PySide6.QtTest import QAbstractItemModelTester

from app.domain.discussion.commands import DeleteMessage, React
from app.domain.discussion.state import DiscussionState, Message, Revision
from app.domain.kernel.gate import Outcome
from app.domain.kernel.words import MAIN
from app.domain.registry import REGISTRY
from tests.domain.classroom import Classroom
from tests.drawing import drawn
from ui.discussion.model import STEP, WINDOW, Hidden, Mark, MessageRow, UnreadRow
from ui.discussion.reading import Reading
from ui.discussion.view import ConversationView

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

    from app.domain.kernel.world import World

pytestmark = pytest.mark.usefixtures("theme", "spoken")


def _rows(reading: Reading, world: World, me: str = "") -> list[MessageRow]:
    found = reading.rows(world, me=me, pending=lambda _id: ())
    return [row for row in found if isinstance(row, MessageRow)]


def _begin(world: World) -> Reading:
    reading = Reading()
    reading.begin(world)
    return reading


def _long(count: int, *, hidden_every: int = 0) -> World:
    """Make a world with a long conversation, quicker than anybody can type it."""
    world = REGISTRY.world("5e5510aa-0000-4000-8000-000000000001")
    state = world.state(DiscussionState)
    for place in range(1, count + 1):
        hidden = hidden_every and place % hidden_every == 0
        revision = Revision(f"message {place}", place * 1000, Outcome.HELD if hidden else Outcome.PUBLISHED)
        message = Message(
            id=f"m{place}",
            channel=MAIN,
            author=f"a{place % 7}",
            at=place * 1000,
            revisions=(revision,),
            visible=0 if hidden else 1,
        )
        state.settle(message, place)
    world.seq = count
    return world


def test_staff_see_how_each_text_stands():
    room, host = Classroom.live()
    amina = room.joins("Amina")
    room.says(amina, "open")
    room.holds(host)
    held, returned, rejected = (room.says(amina, text) for text in ("held", "returned", "rejected"))
    room.decides(host, returned, Outcome.RETURNED, "Say more")
    room.decides(host, rejected, Outcome.REJECTED)
    reading = _begin(room.world)

    rows = {row.text: row for row in _rows(reading, room.world)}

    assert {text: row.mark for text, row in rows.items()} == {
        "open": Mark.NONE,
        "held": Mark.HELD,
        "returned": Mark.RETURNED,
        "rejected": Mark.REJECTED,
    }
    assert rows["returned"].reason == "Say more"
    assert rows["held"].id == held


def test_a_changed_text_that_is_held_tells_what_learners_still_see():
    room, host = Classroom.live()
    amina = room.joins("Amina")
    message = room.says(amina, "first")
    room.holds(host)
    room.edits(amina, message, "second")

    (row,) = _rows(_begin(room.world), room.world)

    assert (row.text, row.was, row.mark, row.edited) == ("second", "first", Mark.HELD, True)


def test_a_deleted_message_leaves_its_mark_and_not_its_words():
    room, host = Classroom.live()
    amina = room.joins("Amina")
    message = room.says(amina, "secret")
    answer = room.says(amina, "answer", reply_to=message)
    room.do(host, DeleteMessage(message=message))

    rows = {row.id: row for row in _rows(_begin(room.world), room.world)}

    assert (rows[message].mark, rows[message].text) == (Mark.DELETED, "")
    quote = rows[answer].quote
    assert quote is not None
    assert quote.text == ""


def test_reactions_are_counted_and_ones_own_are_known():
    room, host = Classroom.live()
    amina = room.joins("Amina")
    message = room.says(amina, "hello")
    for member in (amina, host):
        room.do(member, React(message=message, emoji="👏"))
    room.do(amina, React(message=message, emoji="🎉"))

    (row,) = _rows(_begin(room.world), room.world, me=host)

    assert [(each.emoji, each.count, each.mine) for each in row.reactions] == [("👏", 2, True), ("🎉", 1, False)]


def test_a_text_approved_late_stands_where_learners_first_see_it():
    room, host = Classroom.live()
    amina = room.joins("Amina")
    room.holds(host)
    late = room.says(amina, "late")
    room.now += 1000
    room.says(host, "meanwhile")
    reading = _begin(room.world)
    assert [row.text for row in _rows(reading, room.world)] == ["late", "meanwhile"]

    room.decides(host, late, Outcome.PUBLISHED)
    reading.follow(room.world, [late])

    assert [row.text for row in _rows(reading, room.world)] == ["meanwhile", "late"]


def test_one_name_stands_over_what_one_person_says_in_a_row():
    room, host = Classroom.live()
    room.says(host, "one")
    room.says(host, "two")
    room.now += 10 * 60_000
    room.says(host, "much later")

    assert [row.begins for row in _rows(_begin(room.world), room.world)] == [True, False, True]


@settings(max_examples=drawn(25))
@given(st.lists(st.sampled_from("phadre"), min_size=1, max_size=25))
def test_what_is_kept_of_hidden_texts_is_what_a_look_through_all_of_them_finds(steps: list[str]):
    """The index that follows changes never differs from one that is made afresh."""
    room, host = Classroom.live()
    amina = room.joins("Amina")
    followed = Hidden()
    followed.begin(room.discussion)
    made: list[str] = []
    for step in steps:
        room.now += 7
        before = set(made)
        match step:
            case "p":
                made.append(room.says(host, "published"))
            case "h":
                room.holds(host)
                made.append(room.says(amina, "held"))
            case "a" | "r" if room.moderation.waiting:
                item = next(iter(room.moderation.waiting))
                room.decides(host, item, Outcome.PUBLISHED if step == "a" else Outcome.REJECTED)
            case "d" if made:
                room.do(host, DeleteMessage(message=made[0]))
            case "e" if made and room.discussion.messages[made[-1]].author == amina:
                if not room.discussion.messages[made[-1]].deleted:
                    room.edits(amina, made[-1], f"text {len(before)} {room.now}")
        followed.follow(room.discussion, made)
        afresh = Hidden()
        afresh.begin(room.discussion)
        assert {k: v for k, v in followed.by_channel.items() if v} == {k: v for k, v in afresh.by_channel.items() if v}


def test_the_window_holds_the_newest_and_moves_to_the_oldest_without_a_gap():
    world = _long(1000, hidden_every=10)
    reading = _begin(world)
    seen = [row.id for row in _rows(reading, world)]
    assert seen[-1] == "m1000"
    while reading.move(world, -STEP):
        older = [row.id for row in _rows(reading, world)]
        assert set(older) & set(seen)
        seen = older + [each for each in seen if each not in older]
    assert seen == [f"m{place}" for place in range(1, 1001)]
    while not reading.at_newest:
        reading.move(world, STEP)
    assert _rows(reading, world)[-1].id == "m1000"


def test_a_window_that_is_held_stays_while_newer_messages_come():
    room, host = Classroom.live()
    for n in range(WINDOW + 20):
        room.says(host, f"text {n}")
    reading = _begin(room.world)
    reading.hold(room.world)
    before = [row.id for row in _rows(reading, room.world)]
    room.says(host, "newer")

    assert [row.id for row in _rows(reading, room.world)] == before
    assert reading.unread(room.world, MAIN) == 1


def test_the_line_of_new_messages_stands_above_the_first_unread_one():
    room, host = Classroom.live()
    amina = room.joins("Amina")
    room.says(amina, "read")
    reading = _begin(room.world)
    reading.open(room.world, "staff")
    room.says(amina, "new")
    room.says(amina, "newer")
    assert reading.unread(room.world, MAIN) == 2

    reading.open(room.world, MAIN)
    rows = reading.rows(room.world, me=host, pending=lambda _id: ())

    assert [row.text if isinstance(row, MessageRow) else row for row in rows] == ["read", UnreadRow(2), "new", "newer"]
    assert reading.unread(room.world, MAIN) == 0


def test_any_message_can_be_gone_to():
    world = _long(2000)
    for wanted in ("m1", "m777", "m1999"):
        reading = _begin(world)
        assert reading.to_message(world, wanted)
        assert wanted in [row.id for row in _rows(reading, world)]


def test_of_a_hundred_thousand_messages_only_a_window_is_measured_and_only_what_is_seen_is_painted(qtbot: QtBot):
    world = _long(100_000)
    reading = _begin(world)
    view = ConversationView()
    qtbot.addWidget(view)
    tester = QAbstractItemModelTester(view.rows, QAbstractItemModelTester.FailureReportingMode.Fatal)
    view.resize(700, 600)
    view.show()
    view.rows.show_rows(reading.rows(world, me="", pending=lambda _id: ()))
    view.grab()
    assert view.delegate.measures.measured <= WINDOW
    state = world.state(DiscussionState)
    view.delegate.painted = view.delegate.measures.measured = 0

    message = state.messages["m100000"]
    state.settle(
        Message(id="new", channel=MAIN, author="a1", at=message.at + 1, revisions=message.revisions, visible=1), 100_001
    )
    reading.follow(world, ["new"])
    view.rows.show_rows(reading.rows(world, me="", pending=lambda _id: ()))
    view.grab()

    assert view.at_end
    assert view.delegate.measures.measured <= 2
    assert 0 < view.delegate.painted <= 60
    assert tester.model() is view.rows


class _Marks:
    """What a desktop kept of earlier reading."""

    def __init__(self, kept: dict[str, int]) -> None:
        self.kept = kept

    def all(self) -> dict[str, int]:
        """Return it."""
        return dict(self.kept)

    def put(self, channel: str, seq: int) -> None:
        """Keep more of it."""
        self.kept[channel] = seq


def test_what_was_said_while_one_was_away_is_new_when_one_comes_back():
    """Marks that were kept count; a channel that one never saw is new as a whole; with no marks all counts as read."""
    room, host = Classroom.live()
    ana = room.joins("Ana")
    first = room.says(ana, "before")
    marks = _Marks({"main": room.discussion.messages[first].order})
    new = room.says(ana, "meanwhile")
    topic = "topic:" + room.opens_topic(host, "Parts")
    room.says(ana, "there", topic)

    reading = Reading(marks)  # type: ignore[arg-type]  # marks in memory
    reading.begin(room.world)
    assert (reading.unread(room.world, "main"), reading.unread(room.world, topic)) == (1, 1)
    assert reading.first_unread(room.world) == new
    reading.read_to_end(room.world)
    assert marks.kept["main"] == room.discussion.messages[new].order
    assert _begin(room.world).unread(room.world, topic) == 0
