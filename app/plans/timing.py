"""When each activity begins, what does not fit, and what a plan leaves out."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import Final

from app.plans.plan import DAY_MINUTES, Activity, ActivityKind, Day, Objective, Plan, day_of

LONG_ACTIVITY: Final = 180
"""An activity of more minutes is likely a slip."""

LONG_DAY: Final = 12 * 60
"""A day of more minutes is likely a slip."""

LEARNERS_SPEAK: Final = frozenset(
    {ActivityKind.DISCUSSION, ActivityKind.DEBATE, ActivityKind.BREAKOUT, ActivityKind.SHARE_OUT}
)
"""The kinds in which learners speak to one another; in talks, polls and Q&A they listen, vote, or speak to staff."""

UNCOUNTED: Final = frozenset({ActivityKind.BREAK, ActivityKind.ENERGISER})
"""The kinds that count neither as speaking nor as listening."""


class Code(StrEnum):
    """What there is to say about a plan's times; stable."""

    GAP = "gap"
    OVERRUN = "overrun"
    PINS_CONTRADICT = "pins_contradict"
    PIN_BEFORE_START = "pin_before_start"
    NO_TIME = "no_time"
    LONG_ACTIVITY = "long_activity"
    LONG_DAY = "long_day"
    PAST_MIDNIGHT = "past_midnight"
    OBJECTIVE_UNSERVED = "objective_unserved"


@dataclass(frozen=True)
class Finding:
    """Something that a planner should know.

    Attributes:
        code: what.
        items: the ids of the activities (or of the objective, or of the day) that it is about.
        minutes: how much, where there is an amount; else 0.
    """

    code: Code
    items: tuple[str, ...]
    minutes: int = 0


@dataclass(frozen=True)
class Slot:
    """When an activity takes place.

    Attributes:
        activity: which.
        start: minutes since midnight when the day has a start, else since the day's beginning.
        end: as `start`.
        gap: minutes of nothing before it, since it is pinned.
        overrun: minutes by which what comes before runs over its pin.
    """

    activity: Activity
    start: int
    end: int
    gap: int = 0
    overrun: int = 0


@dataclass(frozen=True)
class DayTimes:
    """The times of one day.

    Attributes:
        day: which; none when the plan names none.
        clock: whether times are clock times.
        slots: in the order of the agenda.
    """

    day: Day | None
    clock: bool
    slots: tuple[Slot, ...]


@dataclass(frozen=True)
class Schedule:
    """The times of a plan.

    Attributes:
        days: in order; only those with activities, and the named ones.
        findings: what does not fit, in the order of the agenda.
    """

    days: tuple[DayTimes, ...]
    findings: tuple[Finding, ...]

    @property
    def slots(self) -> tuple[Slot, ...]:
        """All slots, in the order of the agenda."""
        return tuple(slot for day in self.days for slot in day.slots)


@dataclass(frozen=True)
class Coverage:
    """What a plan's time is spent on.

    Attributes:
        unserved: the objectives that no activity serves.
        by_kind: minutes of each kind that occurs.
        speaking: minutes in which learners speak to one another.
        counted: minutes that are neither breaks nor energisers.
    """

    unserved: tuple[Objective, ...]
    by_kind: dict[ActivityKind, int]
    speaking: int
    counted: int

    @property
    def share(self) -> float:
        """The part of the counted time in which learners speak to one another, from 0 to 1; 0 when there is none."""
        return self.speaking / self.counted if self.counted else 0.0


def schedule(plan: Plan) -> Schedule:
    """Lay the activities out in time: each follows the one before, unless it is pinned to a clock time.

    A day without a start takes it from its first pinned activity, reckoned backwards.

    Args:
        plan: to lay out.
    """
    groups: list[tuple[Day | None, list[Activity]]] = [(day, []) for day in plan.days] or [(None, [])]
    places = {day.id if day is not None else "": place for place, (day, _) in enumerate(groups)}
    for activity in plan.activities:
        day = day_of(plan, activity)
        groups[places[day.id if day is not None else ""]][1].append(activity)
    days, findings = [], []
    for day, activities in groups:
        times, found = _day(day, activities)
        days.append(times)
        findings += found
    return Schedule(tuple(days), tuple(findings))


def coverage(plan: Plan) -> Coverage:
    """Tell what a plan leaves out, and what its time is spent on.

    Args:
        plan: to look at.
    """
    served = {objective for activity in plan.activities for objective in activity.objectives}
    by_kind: dict[ActivityKind, int] = {}
    for activity in plan.activities:
        by_kind[activity.kind] = by_kind.get(activity.kind, 0) + activity.minutes
    return Coverage(
        tuple(objective for objective in plan.objectives if objective.id not in served),
        by_kind,
        sum(minutes for kind, minutes in by_kind.items() if kind in LEARNERS_SPEAK),
        sum(minutes for kind, minutes in by_kind.items() if kind not in UNCOUNTED),
    )


def findings(plan: Plan, times: Schedule | None = None) -> tuple[Finding, ...]:
    """Tell all that a planner should know: times that do not fit, slips, and objectives that nothing serves.

    Args:
        plan: to look at.
        times: its schedule, when that is known.
    """
    unserved = (Finding(Code.OBJECTIVE_UNSERVED, (objective.id,)) for objective in coverage(plan).unserved)
    return (*(times or schedule(plan)).findings, *unserved)


def _day(day: Day | None, activities: list[Activity]) -> tuple[DayTimes, list[Finding]]:
    pinned = next((place for place, each in enumerate(activities) if each.pinned is not None), None)
    start = day.start if day is not None else None
    if start is None and pinned is not None:
        start = max(0, (activities[pinned].pinned or 0) - sum(each.minutes for each in activities[:pinned]))
    clock = start is not None
    begun = now = start or 0
    slots: list[Slot] = []
    found: list[Finding] = []
    last_pin: Activity | None = None
    for activity in activities:
        gap = overrun = 0
        if activity.pinned is not None:
            gap, overrun = max(0, activity.pinned - now), max(0, now - activity.pinned)
            found += _pin(activity, last_pin, begun, (gap, overrun), slots)
            now, last_pin = activity.pinned, activity
        slots.append(Slot(activity, now, now + activity.minutes, gap, overrun))
        now += activity.minutes
        if activity.minutes == 0:
            found.append(Finding(Code.NO_TIME, (activity.id,)))
        elif activity.minutes > LONG_ACTIVITY:
            found.append(Finding(Code.LONG_ACTIVITY, (activity.id,), activity.minutes))
    last = max((slot.end for slot in slots), default=begun)
    named = (day.id,) if day is not None else ()
    if clock and last > DAY_MINUTES:
        found.append(Finding(Code.PAST_MIDNIGHT, named, last - DAY_MINUTES))
    if last - begun > LONG_DAY:
        found.append(Finding(Code.LONG_DAY, named, last - begun))
    return DayTimes(day, clock, tuple(slots)), found


def _pin(
    activity: Activity, last: Activity | None, begun: int, off: tuple[int, int], before: list[Slot]
) -> list[Finding]:
    """Tell what is wrong with a pin; two pins that contradict one another are told as that, not as an overrun."""
    gap, overrun = off
    pin = activity.pinned or 0
    if last is not None and pin <= (last.pinned or 0) and overrun:
        return [Finding(Code.PINS_CONTRADICT, (last.id, activity.id), (last.pinned or 0) - pin)]
    if pin < begun:
        return [Finding(Code.PIN_BEFORE_START, (activity.id,), begun - pin)]
    if overrun:
        return [Finding(Code.OVERRUN, (before[-1].activity.id, activity.id), overrun)]
    if gap:
        return [Finding(Code.GAP, (activity.id,), gap)]
    return []
