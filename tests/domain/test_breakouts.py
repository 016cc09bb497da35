"""Rooms: a round opens and closes as a whole, people change rooms, and everybody is in exactly one place."""

from __future__ import annotations

from collections import Counter

import pytest
from hypothesis import given, settings
from msgspec.structs import replace

from app.domain.breakouts import commands as b
from app.domain.breakouts import events as e
from app.domain.kernel.activities import ActivityEnded
from app.domain.kernel.gate import Outcome
from app.domain.kernel.messages import CommandNoted
from app.domain.kernel.views import CLASS, Audience, me
from app.domain.kernel.words import MAIN, Role, derived_id, room_channel
from app.domain.registry import REGISTRY
from app.domain.roster.commands import LeaveSession
from app.domain.session.commands import EndSession
from app.domain.support.commands import ClaimCall, ResolveCall
from app.domain.support.state import SupportState
from tests.domain.classroom import Classroom
from tests.domain.refusals import refused
from tests.domain.steps import Course, Step, steps
from tests.drawing import drawn


class Breakout:
    """A class with its host, a co-facilitator, some learners, and a round that is open."""

    def __init__(self, learners: int = 4, *, rooms: int = 2, **fields: object) -> None:
        self.room, self.host = Classroom.live()
        self.co = self.room.invites(self.host, "Co", Role.COFACILITATOR)
        self.room.enters(self.co)
        self.learners = [self.room.joins(f"Learner {n}") for n in range(learners)]
        self.room.keep_all()
        self.rooms = self.opens(rooms, **fields)

    def opens(self, rooms: int, **fields: object) -> list[str]:
        """Open a round in which people are dealt out like cards, and return its rooms."""
        plans = tuple(b.RoomPlan(name=f"Room {n + 1}", members=tuple(self.learners[n::rooms])) for n in range(rooms))
        command_id = self.room.new_id()
        self.room.do(self.host, b.OpenRound(rooms=plans, **fields), command_id=command_id)  # type: ignore[arg-type]
        self.room.keep_all()
        return [derived_id(command_id, self.host, n) for n in range(rooms)]

    @property
    def round(self) -> str:
        """The open round."""
        return self.room.breakouts.current

    def place(self, member: str) -> str:
        """Return the room in which somebody is; `main` for the main room."""
        return self.room.seat(member).place.removeprefix("room:")

    def after(self, seconds: int) -> None:
        """Let time go by, and happen what is due by then."""
        self.room.now += seconds * 1_000
        self.room.elapse()

    def reads(self, room: str) -> dict[str, object]:
        """Return what a room's people read of the breakouts."""
        found: dict[str, object] = self.room.reads(Audience("room", room)).get("breakouts", {})
        return found


@settings(max_examples=drawn(20))
@given(steps)
def test_at_all_times_everybody_who_is_in_is_in_exactly_one_place(taken: list[Step]):
    """Whatever is asked: each member who is in is in the main room or in one open room, and the rooms know who."""
    course = Course()
    room = course.room
    for step in taken:
        course.take(step)
        inside = [seat for seat in room.roster.members.values() if seat.is_in]
        lists = {place: room.roster.those_in(place) for place in (MAIN, *map(room_channel, course.rooms))}
        found = Counter(seat.member for seats in lists.values() for seat in seats)
        assert found == Counter(seat.member for seat in inside)
        assert all(room.roster.room_exists(seat.place) for seat in inside)
        assert {key for key, known in room.roster.rooms.items() if known.is_open} == {
            key for key, known in room.breakouts.rooms.items() if known.is_open
        }


@settings(max_examples=drawn(15))
@given(steps)
def test_what_is_refused_changes_nothing(taken: list[Step]):
    """A refused command leaves no trace: nobody is half moved, no room half open."""
    course = Course()
    for step in taken:
        before = (course.room.world.seq, dict(course.room.roster.members))
        if not course.take(step):
            assert (course.room.world.seq, dict(course.room.roster.members)) == before


def test_a_round_opens_in_one_commit_with_everybody_in_their_room():
    course = Breakout(learners=5, task="Compare.", steps=("Read", "Talk"), minutes=10)

    assert [course.place(member) for member in course.learners] == [course.rooms[n % 2] for n in range(5)]
    assert isinstance(course.room.envelopes[-1].event, e.RoundOpened)
    first = course.reads(course.rooms[0])
    assert first["task"] == "Compare."
    assert first["steps"]["0"] == {"text": "Read", "order": 0}  # type: ignore[index]
    assert course.room.reads(CLASS)["breakouts"]["round"]["ends_at"] == course.room.now + 600_000
    course.room.check_documents()


def test_opening_for_a_thousand_touches_what_is_linear_in_people():
    """Fifty rooms for a thousand learners: one commit, and no more touches than a few for each person and room."""
    course = Breakout(learners=1_000, rooms=50)
    (opened,) = [each for each in course.room.envelopes if isinstance(each.event, e.RoundOpened)]
    touches = course.room.projector.touched(course.room.world, opened)

    assert len(touches) < 8 * 1_000 + 20 * 50
    assert Counter(map(course.place, course.learners)) == dict.fromkeys(course.rooms, 20)


@pytest.mark.parametrize(
    ("rooms", "code"),
    [
        ((b.RoomPlan(name="A"), b.RoomPlan(name="a")), "name_taken"),
        ((b.RoomPlan(name="A", members=("nobody",)),), "unknown_member"),
        ((b.RoomPlan(name="A", members=("0", "0")),), "placed_twice"),
        ((b.RoomPlan(name="A", members=("0",)), b.RoomPlan(name="B", members=("0",))), "placed_twice"),
        ((b.RoomPlan(name="A", members=("0",), captain="1"),), "captain_elsewhere"),
        ((b.RoomPlan(name="A", link="javascript:alert(1)"),), "bad_link"),
        ((b.RoomPlan(name=" "),), "text_empty"),
        (tuple(b.RoomPlan(name=f"R{n}") for n in range(201)), "too_many_rooms"),
    ],
)
def test_a_round_opens_as_a_whole_or_not_at_all(rooms: tuple[b.RoomPlan, ...], code: str):
    """Members are written as the numbers of learners here."""
    room, host = Classroom.live()
    ids = {str(n): room.joins(f"L{n}") for n in range(2)}
    plans = tuple(
        b.RoomPlan(
            name=each.name,
            members=tuple(ids.get(member, member) for member in each.members),
            captain=ids.get(each.captain, each.captain),
            link=each.link,
        )
        for each in rooms
    )
    with refused(code):
        room.do(host, b.OpenRound(rooms=plans))

    assert {room.seat(member).place for member in ids.values()} == {MAIN}
    assert room.breakouts.rooms == {}


def test_the_second_of_two_co_facilitators_who_open_rooms_is_told():
    course = Breakout()
    with refused("round_open"):
        course.room.do(course.co, b.OpenRound(rooms=(b.RoomPlan(name="Mine"),)))
    with refused("stale"):
        course.room.do(course.co, b.OpenRound(rooms=(b.RoomPlan(name="Mine"),)), seen=1)


def test_a_round_that_takes_the_place_of_another_moves_everybody_at_once():
    course = Breakout()
    before = course.rooms
    after = course.opens(2, replaces=course.round)

    assert {course.place(member) for member in course.learners} == set(after)
    assert not any(course.room.breakouts.rooms[room].is_open for room in before)
    course.room.check_documents()


def test_a_closing_round_leaves_time_to_finish_a_sentence():
    course = Breakout()
    course.room.do(course.host, b.CloseRound(round=course.round, grace=30))
    closes_at = course.room.reads(CLASS)["breakouts"]["round"]["closes_at"]
    course.after(29)
    assert {course.place(member) for member in course.learners} == set(course.rooms)

    course.after(1)

    assert closes_at == course.room.now
    assert {course.place(member) for member in course.learners} == {MAIN}
    assert "breakouts" not in course.room.reads(CLASS)
    course.room.check_documents()


def test_the_timer_closes_after_the_grace_unless_somebody_extends_it():
    course = Breakout(minutes=1, grace=20)
    course.after(60)
    assert course.room.breakouts.open_round is not None
    assert course.room.breakouts.open_round.closes_at == course.room.now + 20_000
    course.room.do(course.co, b.SetTimer(round=course.round, ends_at=course.room.now + 60_000))
    course.after(59)
    assert course.round

    course.after(21)

    assert not course.round


def test_no_time_is_up_before_now():
    course = Breakout()
    with refused("time_past"):
        course.room.do(course.host, b.SetTimer(round=course.round, ends_at=course.room.now))


def test_the_same_groups_open_again_with_their_talk_and_their_work():
    course = Breakout(steps=("Read",))
    ana, room = course.learners[0], course.rooms[0]
    course.room.says(ana, "hello")
    course.room.do(ana, b.TickStep(room=room, step=0))
    course.room.do(ana, b.AnswerTask(room=room, text="42"))
    key = course.round
    course.room.do(course.host, b.CloseRound(round=key))
    course.room.do(course.learners[1], LeaveSession())
    course.room.do(course.co, b.ReopenRound(round=key))

    assert course.place(ana) == room
    assert course.place(course.learners[1]) == MAIN
    assert course.room.room_messages(room) == ["hello"]
    assert course.reads(room)["answer"]["text"] == "42"  # type: ignore[index]
    assert course.reads(room)["steps"]["0"]["done"] is True  # type: ignore[index]
    course.room.check_documents()


def test_a_prepared_round_brings_its_task_and_closes_with_its_activity():
    room, host = Classroom.live()
    ana = room.joins("Ana")
    command_id = room.new_id()
    room.do(host, b.PrepareRound(activity="a1", people=2, task="Talk", minutes=5), command_id=command_id)
    prepared = derived_id(command_id, host, 0)
    room.do(host, b.OpenRound(round=prepared, rooms=(b.RoomPlan(name="A", members=(ana,)),), grace=10))
    opened = room.breakouts.open_round

    assert opened is not None
    assert (opened.task, opened.activity, opened.ends_at) == ("Talk", "a1", room.now + 300_000)
    with refused("unknown_round"):
        room.do(host, b.OpenRound(round=prepared, replaces=prepared, rooms=(b.RoomPlan(name="B"),)))


def test_rooms_close_with_the_class():
    course = Breakout()
    course.room.do(course.host, EndSession())

    assert {course.place(member) for member in course.learners} == {MAIN}


@pytest.mark.parametrize(("late", "is_placed"), [(e.Late.SMALLEST, True), (e.Late.MAIN, False), (e.Late.CHOICE, False)])
def test_who_comes_late_goes_where_the_rule_says_and_is_told(late: e.Late, *, is_placed: bool):
    course = Breakout(learners=3, late=late)
    ben = course.room.joins("Ben")

    assert course.place(ben) == (course.rooms[1] if is_placed else MAIN)
    arrival = course.room.reads(me(ben)).get("breakouts", {}).get("arrival", {})
    assert arrival.get("why") == ("late" if is_placed else None)


def test_a_move_that_is_announced_happens_later_and_only_then():
    course = Breakout()
    ana, there = course.learners[0], room_channel(course.rooms[1])
    course.room.do(course.co, b.MoveMembers(members=(ana,), place=there, grace=10))
    assert course.room.reads(me(ana))["breakouts"]["moving"] == {
        "place": there,
        "at": course.room.now + 10_000,
        "name": "Room 2",
    }
    assert course.place(ana) == course.rooms[0]

    course.after(10)

    assert course.place(ana) == course.rooms[1]
    assert course.room.reads(me(ana))["breakouts"] == {
        "arrival": {"place": there, "why": "moved", "at": course.room.now}
    }
    course.room.check_documents()


def test_who_left_is_not_moved_and_nobody_with_them():
    course = Breakout()
    gone, stays = course.learners[0], course.learners[1]
    course.room.do(gone, LeaveSession())
    with refused("not_admitted"):
        course.room.do(course.host, b.MoveMembers(members=(gone, stays), place=room_channel(course.rooms[0])))

    assert course.place(stays) == course.rooms[1]


def test_learners_choose_a_room_until_it_is_full():
    course = Breakout(learners=0, late=e.Late.CHOICE, limit=1)
    ana, ben = course.room.joins("Ana"), course.room.joins("Ben")
    course.room.do(ana, b.ChooseRoom(room=course.rooms[0]))
    with refused("room_full", limit=1):
        course.room.do(ben, b.ChooseRoom(room=course.rooms[0]))

    assert course.place(ana) == course.rooms[0]
    assert course.room.reads(CLASS)["breakouts"]["rooms"][course.rooms[0]]["people"] == 1
    course.room.check_documents()


def test_nobody_chooses_where_the_round_leaves_no_choice():
    course = Breakout()
    with refused("not_yours_to_choose"):
        course.room.do(course.learners[0], b.ChooseRoom(room=course.rooms[1]))


def test_a_call_for_help_is_claimed_by_one_and_answered():
    course = Breakout()
    room = course.rooms[0]
    course.room.do(course.learners[0], b.SetPulse(room=room, pulse=e.Pulse.HELP))
    called = course.room.world.state(SupportState).open_call(room_channel(room))
    assert called is not None
    course.room.do(course.co, ClaimCall(call=called.call))
    assert course.reads(room)["help"]["name"] == "Co"  # type: ignore[index]
    with refused("claimed_already"):
        course.room.do(course.host, ClaimCall(call=called.call))

    course.room.do(course.co, ResolveCall(call=called.call))

    assert "help" not in course.reads(room)
    with refused("no_call"):
        course.room.do(course.host, ClaimCall(call=called.call))
    course.room.check_documents()


def test_nobody_speaks_for_another_room():
    course = Breakout()
    ana, other = course.learners[0], course.rooms[1]
    for command in (
        b.SetPulse(room=other, pulse=e.Pulse.DONE),
        b.AnswerTask(room=other, text="42"),
    ):
        with refused("not_your_channel"):
            course.room.do(ana, command)
    with refused("not_allowed"):
        course.room.do(ana, b.TickStep(room=other, step=0))


def test_nothing_is_done_in_a_closed_room():
    course = Breakout()
    room = course.rooms[0]
    course.room.do(course.host, b.CloseRound(round=course.round))
    with refused("unknown_room"):
        course.room.do(course.host, b.SetPulse(room=room, pulse=e.Pulse.DONE))
    with refused("unknown_room"):
        course.room.do(course.host, b.Announce(text="Hello?", rooms=(room,)))
    with refused("unknown_round"):
        course.room.do(course.host, b.SetTimer(round="none", ends_at=0))


def test_an_answer_that_another_has_changed_is_not_overwritten():
    course = Breakout(learners=4)
    ana, ben, room = course.learners[0], course.learners[2], course.rooms[0]
    course.room.do(ana, b.AnswerTask(room=room, text="Two thirds"))
    with refused("edited_since", revision=1):
        course.room.do(ben, b.AnswerTask(room=room, text="One half"))

    course.room.do(ben, b.AnswerTask(room=room, text="Two thirds, or 0.67", after=1))

    assert course.reads(room)["answer"]["revision"] == 2  # type: ignore[index]
    course.room.check_documents()


def test_a_held_answer_shows_to_its_author_alone_until_it_is_admitted():
    course = Breakout()
    ana, ben, room = course.learners[0], course.learners[2], course.rooms[0]
    course.room.holds(course.host, room_channel(room))
    course.room.do(ana, b.AnswerTask(room=room, text="Two thirds"))
    assert "answer" not in course.reads(room)
    assert course.room.reads(me(ana))["breakouts"]["answer"]["state"] == "held"
    with refused("answer_waits"):
        course.room.do(ben, b.AnswerTask(room=room, text="One half"))

    course.room.decides(course.co, "answer:" + room, Outcome.PUBLISHED)

    assert course.reads(room)["answer"]["text"] == "Two thirds"  # type: ignore[index]
    assert "answer" not in course.room.reads(me(ana)).get("breakouts", {})
    course.room.check_documents()


def test_an_announcement_tells_in_which_rooms_it_was_read():
    course = Breakout()
    command_id = course.room.new_id()
    course.room.do(course.host, b.Announce(text="Five minutes more."), command_id=command_id)
    told = derived_id(command_id, course.host, 0)
    assert course.reads(course.rooms[1])["told"][told]["text"] == "Five minutes more."  # type: ignore[index]

    course.room.do(course.learners[0], b.NoteRead(announcement=told))
    again = course.room.do(course.learners[2], b.NoteRead(announcement=told))

    assert course.room.breakouts.announcements[told].read == (course.rooms[0],)
    assert again == [CommandNoted()]
    course.room.check_documents()


@pytest.mark.parametrize(("activity", "closes"), [("a1", True), ("a2", False)])
def test_the_end_of_an_activity_closes_its_own_round_after_the_grace(activity: str, *, closes: bool):
    """`ActivityEnded` is a base: any capability may end an activity."""
    room, host = Classroom.live()
    command_id = room.new_id()
    room.do(host, b.PrepareRound(activity="a1", rooms=1), command_id=command_id)
    room.do(host, b.OpenRound(round=derived_id(command_id, host, 0), rooms=(b.RoomPlan(name="A"),), grace=20))
    found = REGISTRY.policies(room.world, replace(room.envelopes[-1], event=ActivityEnded(activity=activity)))

    assert found == ([b.CloseRound(round=room.breakouts.current, grace=20)] if closes else [])


def test_everybody_is_in_one_place():
    room, host = Classroom.live()
    ana = room.joins("Ana")
    first, second = room.opens_room(host, "Table 1"), room.opens_room(host, "Table 2")
    room.keep_all()
    room.moves(host, ana, first)
    room.moves(host, ana, second)

    assert "members" not in room.reads(Audience("room", first))["roster"]
    assert list(room.reads(Audience("room", second))["roster"]["members"]) == [ana]
    assert room.reads(me(ana))["roster"]["seat"]["place"] == "room:" + second
    room.check_documents()


def test_a_room_that_closes_brings_its_people_back():
    room, host = Classroom.live()
    ana, ben = room.joins("Ana"), room.joins("Ben")
    table = room.opens_room(host, "Table 1")
    room.keep_all()
    for member in (ana, ben):
        room.moves(host, member, table)
    room.do(host, b.CloseRoom(room=table))

    assert {room.seat(member).place for member in (ana, ben)} == {MAIN}
    assert room.reads(Audience("room", table))["roster"] == {"name": "Table 1"}
    with refused("unknown_room"):
        room.moves(host, ana, table)
    assert room.do(host, b.CloseRoom(room=table)) == [CommandNoted()]
    room.check_documents()


def test_two_open_rooms_have_two_names_and_a_closed_ones_is_free():
    room, host = Classroom.live()
    table = room.opens_room(host, "Table 1")
    with refused("name_taken"):
        room.opens_room(host, "table 1")

    room.do(host, b.CloseRoom(room=table))
    assert room.opens_room(host, "Table 1") != table


def test_there_is_an_end_to_rooms():
    room, host = Classroom.live()
    for n in range(200):
        room.opens_room(host, f"Table {n}")

    with refused("too_many_rooms", limit=200):
        room.opens_room(host, "One more")


def test_no_room_opens_after_the_end():
    room, host = Classroom.live()
    room.do(host, EndSession())

    with refused("session_ended"):
        room.opens_room(host, "Table 1")


def test_only_who_is_in_is_moved():
    room, host = Classroom.live()
    ana, ben = room.joins("Ana"), room.joins("Ben")
    table = room.opens_room(host, "Table 1")
    room.do(ben, LeaveSession())

    with refused("not_admitted"):
        room.do(host, b.MoveMembers(members=(ana, ben), place="room:" + table))
    assert room.seat(ana).place == MAIN
    with refused("unknown_member"):
        room.moves(host, "nobody", table)
    with refused("unknown_room"):
        room.moves(host, ana, "nowhere")
    with refused("not_allowed"):
        room.do(ana, b.MoveMembers(members=(ana,), place="room:" + table))


def test_who_leaves_from_a_room_comes_back_to_it_while_it_is_open():
    room, host = Classroom.live()
    ana = room.joins("Ana")
    table = room.opens_room(host, "Table 1")
    room.moves(host, ana, table)
    room.do(ana, LeaveSession())
    assert room.seat(ana).place == MAIN

    room.enters(ana)

    assert room.seat(ana).place == room_channel(table)
    assert room.reads(me(ana))["breakouts"]["arrival"]["why"] == "back"
