"""Times cascade from the start, pins hold, and what does not fit is told with its code."""

from __future__ import annotations

from hypothesis import given

from app.plans import Activity, ActivityKind, Plan
from app.plans.plan import Day, Objective
from app.plans.timing import Code, Finding, coverage, findings, schedule
from tests.plans.plans_made import plans

NINE = 9 * 60


def one_day(*activities: Activity, start: int | None = NINE) -> Plan:
    """Return a plan of one day."""
    return Plan(days=(Day(id="d", start=start),), activities=activities)


def act(name: str, minutes: int, pinned: int | None = None) -> Activity:
    """Return an activity."""
    return Activity(id=name, minutes=minutes, pinned=pinned)


@given(plans())
def test_every_activity_has_one_slot_as_long_as_it_lasts_and_pins_hold(plan: Plan):
    slots = schedule(plan).slots

    assert [slot.activity for slot in slots] == list(plan.activities)
    for slot in slots:
        assert slot.end - slot.start == slot.activity.minutes
        assert slot.activity.pinned in {None, slot.start}
        assert slot.gap == 0 or slot.overrun == 0
    for day in schedule(plan).days:
        for before, after in zip(day.slots, day.slots[1:], strict=False):
            assert after.start == before.end + after.gap - after.overrun


def test_activities_follow_one_another_from_the_start_of_their_day():
    plan = Plan(
        days=(Day(id="1", start=NINE), Day(id="2", start=14 * 60)),
        activities=(
            Activity(id="a", minutes=20, day="1"),
            Activity(id="b", minutes=40, day="1"),
            Activity(id="c", minutes=15, day="2"),
        ),
    )

    assert [(slot.start, slot.end) for slot in schedule(plan).slots] == [(540, 560), (560, 600), (840, 855)]
    assert schedule(plan).findings == ()


def test_a_pin_shows_the_gap_before_it_and_what_follows_cascades_from_it():
    times = schedule(one_day(act("a", 20), act("b", 30, 600), act("c", 10)))

    assert [slot.start for slot in times.slots] == [540, 600, 630]
    assert times.findings == (Finding(Code.GAP, ("b",), 40),)


def test_a_pin_shows_by_how_much_what_comes_before_runs_over():
    times = schedule(one_day(act("a", 90), act("b", 30, 600)))

    assert times.slots[1].overrun == 30
    assert times.findings == (Finding(Code.OVERRUN, ("a", "b"), 30),)


def test_contradictory_pins_and_pins_before_the_start_are_told_as_such():
    contradict = schedule(one_day(act("a", 10, 620), act("b", 10, 600)))
    early = schedule(one_day(act("a", 10, 500)))

    assert contradict.findings == (
        Finding(Code.GAP, ("a",), 80),
        Finding(Code.PINS_CONTRADICT, ("a", "b"), 20),
    )
    assert early.findings == (Finding(Code.PIN_BEFORE_START, ("a",), 40),)


def test_a_day_without_a_start_takes_it_from_its_first_pin():
    times = schedule(one_day(act("a", 30), act("b", 30, 600), start=None))

    assert times.days[0].clock
    assert times.slots[0].start == 570
    assert times.findings == ()


def test_slips_in_durations_are_told():
    told = schedule(one_day(act("a", 0), act("b", 600), act("c", 500))).findings

    assert [finding.code for finding in told] == [
        Code.NO_TIME,
        Code.LONG_ACTIVITY,
        Code.LONG_ACTIVITY,
        Code.PAST_MIDNIGHT,
        Code.LONG_DAY,
    ]


def test_coverage_names_the_objectives_that_nothing_serves_and_how_much_learners_speak():
    plan = Plan(
        objectives=(Objective(id="o1"), Objective(id="o2")),
        activities=(
            Activity(id="a", kind=ActivityKind.TALK, minutes=30, objectives=("o1",)),
            Activity(id="b", kind=ActivityKind.BREAKOUT, minutes=60),
            Activity(id="c", kind=ActivityKind.BREAK, minutes=15),
            Activity(id="d", kind=ActivityKind.QA, minutes=10),
        ),
    )
    found = coverage(plan)

    assert [objective.id for objective in found.unserved] == ["o2"]
    assert found.share == 0.6
    assert Finding(Code.OBJECTIVE_UNSERVED, ("o2",)) in findings(plan)
    assert coverage(Plan()).share == 0
