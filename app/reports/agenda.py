"""Planned against real: what a class was to do and when, what it did, and what was changed on the way."""

from __future__ import annotations

from enum import StrEnum
from typing import TYPE_CHECKING

import msgspec

from app.domain.agenda.activity import MINUTE, Activity, Kind
from app.domain.agenda.state import AgendaState, Run, Standing
from app.domain.agenda.timing import planned
from app.domain.kernel.words import Millis
from app.reports.presence import Interval

if TYPE_CHECKING:
    from collections.abc import Sequence

    from app.domain.agenda.timing import Slot


class Outcome(StrEnum):
    """What became of an activity."""

    DONE = "done"
    UNDER_WAY = "under_way"
    LEFT_OUT = "left_out"
    NOT_BEGUN = "not_begun"
    REMOVED = "removed"


class AgendaLine(msgspec.Struct, frozen=True, kw_only=True):
    """One activity, as it was planned and as it was.

    Attributes:
        activity: its id.
        title: its title; may be empty.
        kind: what people did.
        day: the id of its day.
        outcome: what became of it.
        was_planned: whether the plan had it; otherwise it was added on the way.
        planned_start: when it was to begin; 0 when that was open, or it was not planned.
        planned_minutes: how long it was to last; 0 when it was not planned.
        given_minutes: how long it was given in the end.
        started: when it first began; 0 when it never did.
        ended: when it last ended; 0 when it never began or goes on.
        lasted: how long it was under way in all, pauses left out, in milliseconds.
        paused: how long its clock stood still, in milliseconds.
        stretches: when it was under way, pauses included, one for each time that it was taken up.
    """

    activity: str
    title: str
    kind: Kind
    day: str
    outcome: Outcome
    was_planned: bool
    planned_start: Millis = 0
    planned_minutes: int = 0
    given_minutes: int = 0
    started: Millis = 0
    ended: Millis = 0
    lasted: Millis = 0
    paused: Millis = 0
    stretches: tuple[Interval, ...] = ()

    @property
    def real_minutes(self) -> int:
        """How long it really was under way, in whole minutes."""
        return round(self.lasted / MINUTE)


def agenda_lines(state: AgendaState, now: Millis) -> tuple[AgendaLine, ...]:
    """Return the agenda as it was planned and as it was, in its last order; what was removed stands at the end.

    Args:
        state: the agenda.
        now: until when what is still under way has lasted: the time of the last thing known of the class.
    """
    runs: dict[str, list[Run]] = {}
    for run in state.runs:
        runs.setdefault(run.activity, []).append(run)
    slots: dict[str, Slot] = {}
    for day in {activity.day for activity in state.planned.values()}:
        slots |= planned(state, day, 0)
    removed = [activity for activity in state.planned.values() if activity.id not in state.activities]
    activities = [*(state.activities[each] for each in state.order), *removed]
    return tuple(_line(state, each, slots.get(each.id), runs.get(each.id, ()), now) for each in activities)


def _line(state: AgendaState, activity: Activity, slot: Slot | None, runs: Sequence[Run], now: Millis) -> AgendaLine:
    before = state.planned.get(activity.id)
    going_on = state.current == activity.id
    lasted = state.spent.get(activity.id, 0) + (_lasted(runs[-1], state, now) if going_on else 0)
    known = state.days.get(activity.day)
    timed = slot is not None and (bool(known and known.start) or bool(state.runs))
    return AgendaLine(
        activity=activity.id,
        title=activity.title,
        kind=activity.kind,
        day=activity.day,
        outcome=_outcome(state, activity.id),
        was_planned=before is not None,
        planned_start=slot.start if slot is not None and timed else 0,
        planned_minutes=before.minutes if before is not None else 0,
        given_minutes=activity.minutes,
        started=runs[0].started if runs else 0,
        ended=0 if going_on or not runs else runs[-1].ended,
        lasted=lasted,
        paused=sum(run.paused for run in runs),
        stretches=tuple(Interval(run.started, run.ended or max(now, run.started)) for run in runs),
    )


def _lasted(run: Run, state: AgendaState, now: Millis) -> Millis:
    return max(0, (state.stopped_at or max(now, run.started)) - run.started - run.paused)


def _outcome(state: AgendaState, activity: str) -> Outcome:
    if activity not in state.activities:
        return Outcome.REMOVED
    match state.standing(activity):
        case Standing.DONE:
            return Outcome.DONE
        case Standing.NOW:
            return Outcome.UNDER_WAY
        case Standing.SKIPPED:
            return Outcome.LEFT_OUT
        case Standing.TO_COME:
            return Outcome.NOT_BEGUN
