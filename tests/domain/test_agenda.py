"""The agenda of a class: what takes place, what learners see of it, and what is refused."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from app.domain.agenda import commands as c
from app.domain.agenda import events as e
from app.domain.agenda.activity import LAST_MOMENT, MINUTE, Activity, Day, Kind, Objective, Question, Retiming
from app.domain.agenda.state import Standing, Stopped
from app.domain.agenda.views import WINDOW
from app.domain.kernel.refusal import Refusal
from app.domain.kernel.views import CLASS
from app.domain.session.commands import EndSession, PauseSession, ResumeSession
from app.sync.snapshots import freeze, thaw
from tests.domain.classroom import START_AT, Classroom
from tests.domain.refusals import refused
from tests.drawing import drawn

if TYPE_CHECKING:
    from app.domain.kernel.messages import Command

AGENDA = (
    Activity(id="a", title="Welcome", kind=Kind.TALK, minutes=10, notes="secret notes", lead="secret lead"),
    Activity(
        id="b",
        title="Debate",
        kind=Kind.DEBATE,
        minutes=20,
        instructions="Take a side.",
        questions=(Question(id="q", text="secret question"),),
    ),
    Activity(id="c", kind=Kind.BREAK, minutes=15, pinned=START_AT + 40 * MINUTE),
    Activity(id="d", title="Share", kind=Kind.SHARE_OUT, minutes=10),
)


class Led(Classroom):
    """A class with an agenda, and a host who leads through it."""

    host = ""

    @classmethod
    def with_agenda(cls, *activities: Activity) -> Led:
        """Return a class that has begun, with an agenda."""
        made, host = cls.live()
        assert isinstance(made, Led)
        made.host = host
        made.keep_all()
        made.ask(c.SetAgenda(plan="p", title="A plan", activities=activities or AGENDA))
        return made

    def ask(self, command: Command, *, after: float = 0) -> list[object]:
        """Have the host ask for something, some minutes later."""
        self.now += round(after * MINUTE)
        seen = self.world.seq
        happened: list[object] = [*self.do(self.host, command, seen=seen)]
        self.check_documents()
        return happened

    @property
    def shown(self) -> dict[str, Any]:
        """What learners see of the agenda."""
        found: dict[str, Any] = self.reads(CLASS)["agenda"]
        return found

    def standings(self) -> str:
        """Say how each activity stands, as a letter each, in order."""
        return "".join(self.agenda.standing(each)[0] for each in self.agenda.order)


@pytest.fixture
def room() -> Led:
    """Give a class with the agenda above."""
    return Led.with_agenda()


def test_starting_an_activity_ends_the_one_before(room: Led):
    room.ask(c.StartActivity(activity="a"))
    happened = room.ask(c.StartActivity(activity="b"), after=12)

    assert happened == [e.ActivityFinished(activity="a"), e.ActivityStarted(activity="b")]
    assert room.standings() == "dntt"
    assert (room.agenda.next, room.agenda.spent["a"]) == ("c", 12 * MINUTE)


def test_learners_see_where_they_are_and_what_comes(room: Led):
    room.ask(c.StartActivity(activity="b"))

    assert room.shown["current"] == {
        "id": "b",
        "title": "Debate",
        "kind": "debate",
        "minutes": 20,
        "instructions": "Take a side.",
        "since": START_AT,
        "ends_at": START_AT + 20 * MINUTE,
    }
    assert room.shown["next"] == {"id": "c", "kind": "break", "minutes": 15, "at": START_AT + 40 * MINUTE}
    assert room.shown["items"]["b"] == {"kind": "debate", "title": "Debate", "minutes": 20, "order": 1, "state": "now"}


def test_nothing_that_is_for_staff_reaches_learners(room: Led):
    for activity in "abcd":
        room.ask(c.StartActivity(activity=activity))
        assert "secret" not in json.dumps([*room.projector.documents.values()])


def test_a_latecomer_reads_where_the_class_is(room: Led):
    room.ask(c.StartActivity(activity="b"), after=3)
    room.now += 5 * MINUTE
    room.joins("Late")
    room.keep_all()

    assert room.shown["current"]["id"] == "b"
    assert room.shown["current"]["ends_at"] == START_AT + 23 * MINUTE


def test_a_pause_stops_the_clock_of_the_activity(room: Led):
    room.ask(c.StartActivity(activity="a"))
    room.ask(c.PauseActivity(), after=4)
    assert room.shown["current"]["left"] == 6 * MINUTE
    assert room.agenda.left(room.now + 99 * MINUTE) == 6 * MINUTE
    room.ask(c.ResumeActivity(), after=7)

    assert room.agenda.ends_at == START_AT + 17 * MINUTE
    assert room.ask(c.ResumeActivity()) != []
    assert room.agenda.stopped is Stopped.NOT


def test_a_class_that_waits_uses_up_none_of_its_activity(room: Led):
    """Pausing the class stops the activity's clock, and resuming the class lets it go on."""
    room.ask(c.StartActivity(activity="a"))
    room.ask(PauseSession(), after=2)
    assert room.shown["current"]["paused"] is True
    with refused("wrong_phase"):
        room.ask(c.ResumeActivity())
    room.ask(ResumeSession(), after=5)

    assert room.agenda.ends_at == START_AT + 15 * MINUTE
    assert "paused" not in room.shown["current"]


def test_a_clock_that_staff_stopped_stays_so_when_the_class_goes_on(room: Led):
    room.ask(c.StartActivity(activity="a"))
    room.ask(c.PauseActivity(), after=2)
    room.ask(PauseSession(), after=1)
    room.ask(ResumeSession(), after=1)

    assert room.agenda.stopped is Stopped.BY_STAFF
    assert room.agenda.left(room.now) == 8 * MINUTE


def test_going_back_takes_up_what_was_left_of_the_activity_before(room: Led):
    """What was begun too soon is still to come, and the log tells both."""
    room.ask(c.StartActivity(activity="a"))
    room.ask(c.StartActivity(activity="b"), after=8)
    happened = room.ask(c.GoBack(), after=1)

    assert happened == [e.ActivityFinished(activity="b", done=False), e.ActivityStarted(activity="a")]
    assert room.standings() == "nttt"
    assert room.agenda.left(room.now) == 2 * MINUTE
    assert [run.activity for run in room.agenda.runs] == ["a", "b", "a"]
    with refused("nothing_before"):
        room.ask(c.GoBack())


def test_going_back_after_the_last_one_ended_goes_on_with_it(room: Led):
    room.ask(c.StartActivity(activity="d"))
    room.ask(c.FinishActivity(), after=3)
    assert room.agenda.current == ""
    room.ask(c.GoBack(), after=1)

    assert (room.agenda.current, room.agenda.left(room.now)) == ("d", 7 * MINUTE)


def test_more_time_and_less_never_below_a_minute(room: Led):
    room.ask(c.StartActivity(activity="a"))
    room.ask(c.ExtendActivity(activity="a", minutes=5))
    assert room.agenda.ends_at == START_AT + 15 * MINUTE
    room.ask(c.ExtendActivity(activity="a", minutes=-60))

    assert room.agenda.activities["a"].minutes == 1
    assert room.shown["items"]["a"]["minutes"] == 1


def test_what_is_skipped_is_passed_over_and_can_be_taken_in_again(room: Led):
    room.ask(c.StartActivity(activity="a"))
    room.ask(c.SkipActivity(activity="b"))
    assert (room.agenda.next, room.shown["items"]["b"]["state"]) == ("c", "skipped")
    room.ask(c.SkipActivity(activity="b", skipped=False))
    assert room.agenda.next == "b"
    room.ask(c.SkipActivity(activity="b"))
    room.ask(c.StartActivity(activity="b"))

    assert room.agenda.standing("b") is Standing.NOW


def test_several_times_change_in_one_commit(room: Led):
    happened = room.ask(
        c.RetimeActivities(
            changes=(
                Retiming(activity="a", minutes=10),
                Retiming(activity="b", minutes=12),
                Retiming(activity="d", minutes=10, skipped=True),
            )
        )
    )

    assert len(happened) == 1
    assert room.standings() == "ttts"
    assert room.agenda.activities["b"].minutes == 12
    assert room.agenda.planned["b"].minutes == 20


def test_activities_are_added_moved_and_removed_on_the_way(room: Led):
    room.ask(c.StartActivity(activity="a"))
    room.ask(c.AddActivities(activities=(Activity(id="x", minutes=5),), before="b"))
    assert (room.agenda.order, room.agenda.next) == (["a", "x", "b", "c", "d"], "x")
    room.ask(c.MoveActivity(activity="x"))
    assert room.agenda.order[-1] == "x"
    room.ask(c.MoveActivity(activity="d", before="b"))
    room.ask(c.RemoveActivity(activity="x"))

    assert room.agenda.order == ["a", "d", "b", "c"]
    assert list(room.agenda.planned) == ["a", "b", "c", "d"]
    assert sorted(room.shown["items"], key=lambda each: room.shown["items"][each]["order"]) == ["a", "d", "b", "c"]


def test_the_agenda_is_replaced_as_a_whole_only_while_nothing_has_begun(room: Led):
    room.ask(c.SetAgenda(objectives=(Objective(id="o", title="One"),), activities=AGENDA[:2]))
    assert room.agenda.order == ["a", "b"]
    room.ask(c.StartActivity(activity="a"))

    with refused("agenda_begun"):
        room.ask(c.SetAgenda(activities=AGENDA))
    with refused("agenda_begun"):
        room.ask(c.AddActivities(activities=AGENDA[2:], planned=True))


@pytest.mark.parametrize(
    ("command", "code"),
    [
        (c.StartActivity(activity="?"), "unknown_activity"),
        (c.MoveActivity(activity="b", before="?"), "unknown_activity"),
        (c.AddActivities(activities=(Activity(id="b"),)), "id_used"),
        (c.AddActivities(activities=(Activity(id=""),)), "bad_command"),
        (c.AddActivities(activities=(Activity(id="n", minutes=601),)), "bad_duration"),
        (c.AddActivities(activities=(Activity(id="n", minutes=-1),)), "bad_duration"),
        (c.AddActivities(activities=(Activity(id="n", pinned=-1),)), "bad_moment"),
        (c.AddActivities(activities=(Activity(id="n", pinned=LAST_MOMENT + 1),)), "bad_moment"),
        (c.AddActivities(activities=(Activity(id="n", title="x" * 201),)), "text_too_long"),
        (
            c.AddActivities(
                activities=(Activity(id="n", questions=tuple(Question(id=str(n), text="?") for n in range(21))),)
            ),
            "too_many_questions",
        ),
        (c.AddActivities(activities=tuple(Activity(id=f"n{n}") for n in range(1997))), "too_many_activities"),
        (c.RetimeActivities(changes=(Retiming(activity="a", minutes=10, skipped=True),)), "activity_running"),
        (c.SkipActivity(activity="a"), "activity_running"),
        (c.RemoveActivity(activity="a"), "activity_running"),
        (c.GoBack(), "nothing_before"),
    ],
)
def test_what_has_no_place_is_refused(room: Led, command: Command, code: str):
    room.ask(c.StartActivity(activity="a"))
    before = room.world.seq

    with refused(code):
        room.ask(command)
    assert room.world.seq == before


def test_what_is_over_is_neither_skipped_nor_removed_nor_given_time(room: Led):
    room.ask(c.StartActivity(activity="a"))
    room.ask(c.FinishActivity())

    for command in (
        c.SkipActivity(activity="a"),
        c.RemoveActivity(activity="a"),
        c.ExtendActivity(activity="a", minutes=5),
        c.RetimeActivities(changes=(Retiming(activity="a", minutes=5),)),
    ):
        with refused("activity_over"):
            room.ask(command)
    with refused("nothing_running"):
        room.ask(c.PauseActivity())


def test_what_ran_for_a_moment_stays_in_the_agenda(room: Led):
    """What really took place names it."""
    room.ask(c.StartActivity(activity="a"))
    room.ask(c.StartActivity(activity="b"))
    room.ask(c.GoBack())

    with refused("activity_over"):
        room.ask(c.RemoveActivity(activity="b"))


def test_with_the_class_its_activity_ends(room: Led):
    room.ask(c.StartActivity(activity="a"))
    happened = room.ask(EndSession(), after=4)

    assert e.ActivityFinished(activity="a") in happened
    assert "current" not in room.shown
    with refused("session_ended"):
        room.ask(c.StartActivity(activity="b"))


def test_an_act_on_what_has_moved_on_is_stale(room: Led):
    """Two trainers start the next activity at once: the second is told, and does not jump over one."""
    seen = room.world.seq
    room.ask(c.StartActivity(activity="a"))

    for command in (c.StartActivity(activity="b"), c.GoBack(), c.FinishActivity(), c.PauseActivity()):
        with refused("stale"):
            room.do(room.host, command, seen=seen)


def test_texts_are_stored_as_they_are_shown(room: Led):
    room.ask(c.AmendActivity(activity=Activity(id="b", title="  Two\nlines\u202f? ", instructions="e\u0301\u0000")))

    activity = room.agenda.activities["b"]
    assert (activity.title, activity.instructions) == ("Two lines\u202f?", "é")


def test_of_a_very_long_agenda_learners_see_what_is_near():
    room = Led.with_agenda(*(Activity(id=f"a{n}", minutes=1) for n in range(2_000)))
    assert len(room.shown["items"]) == WINDOW
    room.ask(c.StartActivity(activity="a1500"))

    assert len(room.shown["items"]) == WINDOW
    assert {"a1480", "a1500", "a1579"} <= set(room.shown["items"])
    room.ask(c.MoveActivity(activity="a1501", before="a0"))
    assert "a1501" not in room.shown["items"]


keys = st.sampled_from("abcdxy")
anything = st.one_of(
    st.builds(c.StartActivity, activity=keys),
    st.builds(c.StartActivity, activity=keys),
    st.builds(c.SkipActivity, activity=keys, skipped=st.booleans()),
    st.builds(c.ExtendActivity, activity=keys, minutes=st.integers(-20, 20)),
    st.builds(c.MoveActivity, activity=keys, before=keys | st.just("")),
    st.builds(c.RemoveActivity, activity=keys),
    st.builds(
        c.AddActivities,
        activities=st.builds(
            lambda key: (Activity(id=key, notes="secret", title=f"Title {key}"),), st.sampled_from("xy")
        ),
        before=keys | st.just(""),
    ),
    st.sampled_from(
        (c.GoBack(), c.FinishActivity(), c.PauseActivity(), c.ResumeActivity(), PauseSession(), ResumeSession())
    ),
)


@settings(max_examples=drawn(30))
@given(st.lists(st.tuples(anything, st.integers(0, 15)), max_size=40))
def test_whatever_staff_do_the_agenda_holds_together(course: list[tuple[Command, int]]):
    """Documents follow by patches alone, nothing for staff is in them, times add up, and a snapshot tells the same."""
    room = Led.with_agenda()
    for command, minutes in course:
        try:
            room.ask(command, after=minutes)
        except Refusal:
            continue
        state = room.agenda
        assert sorted(state.order) == sorted(state.activities)
        assert not state.current or (state.current in state.activities and not state.runs[-1].ended)
        assert all(run.ended for run in state.runs[: -1 if state.current else None])
        assert len(set(state.trail)) == len(state.trail)
        assert all(spent >= 0 for spent in state.spent.values())
        assert bool(state.stopped_at) is (state.stopped is not Stopped.NOT)
        assert "secret" not in json.dumps([*room.projector.documents.values()])
        real = sum(run.ended - run.started - run.paused for run in state.runs if run.ended)
        assert real == sum(state.spent.values()) <= room.now - START_AT
    thawed, _hash = thaw(freeze(room.world, "h"), room.world.session)
    assert thawed.named("agenda") == room.agenda


def test_a_day_that_no_calendar_has_is_refused(room: Led):
    with refused("bad_moment"):
        room.ask(c.SetAgenda(activities=AGENDA, days=(Day(id="d", start=2**53),)))
