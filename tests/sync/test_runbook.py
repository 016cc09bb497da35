"""What of a plan goes into a class."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import msgspec
import pytest

from app.domain.agenda.activity import MINUTE, Kind
from app.domain.agenda.commands import AddActivities, SetAgenda
from app.domain.kernel.refusal import Refusal
from app.domain.polls.draft import Option, checked
from app.plans import Activity, ActivityKind, Plan
from app.plans.formats import sample, sample_names
from app.plans.plan import Choice, Day, Poll, PollForm, Question
from app.sync.frames import FRAME_LIMIT
from app.sync.runbook import Source, commands_for
from app.sync.runbook.agenda import FRAME_BYTES
from app.sync.runbook.polls import polls_of
from tests.domain.classroom import Classroom

MONDAY = datetime(2026, 3, 30, 8, 45).astimezone()


def at(hour: int, minute: int = 0, *, day: int = 30) -> int:
    """Return a time of March 2026 on this computer's clock, in milliseconds since 1970."""
    return round(datetime(2026, 3, day, hour, minute).astimezone().timestamp() * 1000)


def agenda_of(plan: Plan, begins: datetime = MONDAY, *, rehearsed: bool = False) -> SetAgenda:
    """Return the one command that copies a small plan's agenda."""
    command, *_ = commands_for(Source(plan, "plan"), begins=begins, rehearsed=rehearsed)
    assert isinstance(command, SetAgenda)
    return command


def test_the_kinds_of_a_plan_are_those_of_an_agenda():
    assert {str(kind) for kind in ActivityKind} == {str(kind) for kind in Kind}


@pytest.mark.parametrize("name", sample_names())
def test_a_plan_arrives_whole(name: str):
    """Every activity of a sample stands in the class, in order, with what belongs to it."""
    plan = sample(name)
    room, host = Classroom.live()
    for command in commands_for(Source(plan, "plan")):
        room.do(host, command)

    assert room.agenda.order == [activity.id for activity in plan.activities]
    for activity in plan.activities:
        taken = room.agenda.activities[activity.id]
        assert (taken.title, taken.minutes, taken.instructions, taken.notes, taken.objectives) == (
            activity.title,
            activity.minutes,
            activity.instructions,
            activity.notes,
            activity.objectives,
        )
        assert [q.text for q in taken.questions] == [q.text for q in plan.questions if q.activity == activity.id]
    assert list(room.agenda.objectives) == [objective.id for objective in plan.objectives]


def test_a_plan_without_activities_brings_nothing():
    assert commands_for(Source(Plan(title="Empty"))) == ()


PINNED = Activity(id="b", pinned=10 * 60 + 30)


@pytest.mark.parametrize("date", ["", "2026-03-30", "2025-01-01", "2026-02-30"])
def test_a_pin_is_a_moment_of_the_day_on_which_the_class_takes_place(date: str):
    """Today, where the date is open, past, or none at all; however late the class begins."""
    plan = Plan(days=(Day(id="d", date=date, start=9 * 60),), activities=(Activity(id="a"), PINNED))
    taken = agenda_of(plan)

    assert taken.days[0].start == at(9)
    assert [activity.pinned for activity in taken.activities] == [0, at(10, 30)]
    assert {activity.day for activity in taken.activities} == {"d"}


def test_a_day_to_come_keeps_its_date():
    plan = Plan(days=(Day(id="d", date="2026-03-31", start=9 * 60),), activities=(PINNED,))

    assert agenda_of(plan).activities[0].pinned == at(10, 30, day=31)


def test_days_without_a_date_follow_one_another():
    plan = Plan(
        days=(Day(id="d", start=9 * 60), Day(id="e", start=14 * 60)),
        activities=(Activity(id="a", day="d"), Activity(id="b", day="e", pinned=15 * 60)),
    )
    taken = agenda_of(plan)

    assert [day.start for day in taken.days] == [at(9), at(14, day=31)]
    assert taken.activities[1].pinned == at(15, day=31)


def test_a_rehearsal_begins_now_whatever_the_plan_says():
    plan = Plan(
        days=(Day(id="d", date="2026-12-01", start=9 * 60),),
        activities=(Activity(id="a", minutes=60), Activity(id="b", pinned=10 * 60 + 30)),
    )
    taken = agenda_of(plan, rehearsed=True)

    assert taken.days[0].start == round(MONDAY.timestamp() * 1000)
    assert taken.activities[1].pinned - taken.days[0].start == 90 * MINUTE


def test_a_time_of_day_holds_in_summer_and_in_winter():
    """A plan of several days keeps its clock times across the change of the hour."""
    begins = datetime(2026, 3, 28, 8, tzinfo=UTC)
    plan = Plan(
        days=(Day(id="d", start=9 * 60), Day(id="e", start=9 * 60)),
        activities=(Activity(id="a", day="d"), Activity(id="b", day="e")),
    )
    first, second = (datetime.fromtimestamp(day.start / 1000).astimezone() for day in agenda_of(plan, begins).days)

    assert (first.hour, second.hour) == (9, 9)
    assert second.date() - first.date() == timedelta(days=1)


def test_a_long_plan_goes_in_frames_that_the_relay_takes():
    """Two thousand activities with long texts arrive, none lost."""
    activities = tuple(Activity(id=f"a{n}", instructions="é" * 2_000, notes="note") for n in range(2_000))
    commands = commands_for(Source(Plan(activities=activities)))
    room, host = Classroom.live()
    for command in commands:
        assert len(msgspec.json.encode(command)) < FRAME_LIMIT / 2
        room.do(host, command)

    assert all(isinstance(command, AddActivities) and command.planned for command in commands[1:])
    assert room.agenda.order == list(room.agenda.planned) == [activity.id for activity in activities]


def test_an_activity_with_the_longest_texts_fits_into_a_frame():
    text = "\u0958" * 20_000
    plan = Plan(
        activities=(Activity(id="a", instructions=text, notes=text), Activity(id="b")),
        questions=tuple(Question(id=f"q{n}", activity="a", text=text) for n in range(40)),
    )
    first, second = commands_for(Source(plan))
    room, host = Classroom.live()
    room.do(host, first)
    room.do(host, second)

    assert FRAME_BYTES < len(msgspec.json.encode(first)) < FRAME_LIMIT * 0.9
    assert len(room.agenda.activities["a"].questions) == 20


def test_a_plan_that_is_too_long_for_a_class_says_so_before_the_class_begins():
    plan = Plan(activities=tuple(Activity(id=f"a{n}") for n in range(2_001)))

    with pytest.raises(Refusal, match="too_many_activities"):
        commands_for(Source(plan))


def test_every_form_of_poll_is_held_ready_with_its_activity_and_what_is_unfinished_is_left_out():
    choices = (Choice(text="A", right=True, feedback="Why"), Choice(text="B"))
    polls = (
        *(Poll(id=f"p{n}", activity="a", question="Q?", form=form, choices=choices) for n, form in enumerate(PollForm)),
        Poll(id="no", activity="a", question="Nothing to choose", choices=choices[:1]),
        Poll(id="title", activity="", title="Only a title", question=" ", choices=choices, anonymous=True),
    )
    found = list(polls_of(Plan(polls=polls)))

    assert len(found) == len(PollForm) + 1
    assert [command.activity for command in found] == ["a"] * len(PollForm) + [""]
    assert all(checked(command.draft) == command.draft for command in found)
    assert found[0].draft.options[0] == Option(text="A", right=True, feedback="Why")
    assert (found[-1].draft.question, found[-1].draft.anonymous) == ("Only a title", True)
