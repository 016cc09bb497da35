"""The agenda as it stands: its activities, what was planned, and the runs that really took place."""

from __future__ import annotations

from enum import StrEnum
from typing import TYPE_CHECKING, Final

import msgspec
from msgspec.structs import replace

from app.domain.agenda.activity import MINUTE, Activity, Day, Objective
from app.domain.agenda.events import (
    ActivitiesAdded,
    ActivitiesRetimed,
    ActivityAmended,
    ActivityFinished,
    ActivityMoved,
    ActivityPaused,
    ActivityRemoved,
    ActivityResumed,
    ActivitySkipped,
    ActivityStarted,
    AgendaSet,
)
from app.domain.kernel.words import Millis, Phase
from app.domain.kernel.world import State
from app.domain.session.events import PhaseChanged

if TYPE_CHECKING:
    from app.domain.kernel.envelope import Envelope


HOLDS_WITHIN: Final[Millis] = 120 * MINUTE
"""A day that begins nearer to its time keeps its clock times; further from it, they move with its beginning."""


class Standing(StrEnum):
    """How an activity stands."""

    TO_COME = "to_come"
    NOW = "now"
    DONE = "done"
    SKIPPED = "skipped"


class Stopped(StrEnum):
    """What made the clock of the activity that is under way stand still."""

    NOT = ""
    BY_STAFF = "staff"
    WITH_CLASS = "class"


class Run(msgspec.Struct, frozen=True, kw_only=True):
    """One stretch of time in which an activity was under way.

    Attributes:
        activity: which.
        started: when it began.
        ended: when it ended; 0 while it goes on.
        paused: how long its clock stood still, in milliseconds, up to its last resuming.
        done: whether it was over then; False when it goes on, or was begun too soon.
    """

    activity: str
    started: Millis
    ended: Millis = 0
    paused: Millis = 0
    done: bool = False


class AgendaState(State, kw_only=True):
    """The agenda of a class.

    Attributes:
        plan: the id of the plan it came from; empty for none.
        title: of that plan.
        days: by id, in order.
        objectives: by id, in order.
        activities: by id, in no order.
        order: the ids of the activities, in the order of the agenda.
        planned: the activities as they were planned, by id, in that order.
        skipped: those that are left out, with the seq at which that was said.
        done: those that are over, with the seq at which they ended.
        trail: those that are over, the last one at the end: where going back leads.
        runs: what really took place.
        spent: how long each activity was under way in runs that ended, pauses left out, in milliseconds.
        current: the one that is under way; empty for none.
        stopped_at: when its clock was stopped; 0 while it goes.
        stopped: what stopped it.
        changed: the seq at which each named thing last changed, for staleness.
    """

    plan: str = ""
    title: str = ""
    days: dict[str, Day] = {}
    objectives: dict[str, Objective] = {}
    activities: dict[str, Activity] = {}
    order: list[str] = []
    planned: dict[str, Activity] = {}
    skipped: dict[str, int] = {}
    done: dict[str, int] = {}
    trail: list[str] = []
    runs: list[Run] = []
    spent: dict[str, Millis] = {}
    current: str = ""
    stopped_at: Millis = 0
    stopped: Stopped = Stopped.NOT
    changed: dict[str, int] = {}

    def standing(self, activity: str) -> Standing:
        """Return how an activity stands."""
        if activity == self.current:
            return Standing.NOW
        if activity in self.done:
            return Standing.DONE
        return Standing.SKIPPED if activity in self.skipped else Standing.TO_COME

    @property
    def run(self) -> Run | None:
        """The run of the activity that is under way; None while there is none."""
        return self.runs[-1] if self.current else None

    @property
    def ends_at(self) -> Millis:
        """When the time of the activity under way is used up, unless its clock stands still; 0 while there is none."""
        run = self.run
        if run is None:
            return 0
        minutes = self.activities[run.activity].minutes
        return run.started + run.paused + minutes * MINUTE - self.spent.get(run.activity, 0)

    def left(self, now: Millis) -> Millis:
        """Return how much time the activity under way has left; negative when it runs over.

        Args:
            now: the time.
        """
        return self.ends_at - (self.stopped_at or now)

    @property
    def next(self) -> str:
        """The activity that comes next: the first that is still to come after the last that began; empty for none."""
        begun = self.current or (self.trail[-1] if self.trail else "")
        start = self.order.index(begun) + 1 if begun in self.activities else 0
        later = (each for each in self.order[start:] if self.standing(each) is Standing.TO_COME)
        return next(later, "")


def has_begun(state: AgendaState, day: str) -> bool:
    """Tell whether an activity of a day has ever been under way.

    Args:
        state: the agenda.
        day: its id.
    """
    return any(state.activities[run.activity].day == day for run in state.runs)


def evolve(state: AgendaState, envelope: Envelope) -> None:
    """Fold one envelope into the agenda's state."""
    seq = envelope.seq
    match envelope.event:
        case AgendaSet() as given:
            _set(state, given)
            state.changed["run"] = state.changed["order"] = seq
        case ActivitiesAdded(activities=activities, before=before, planned=planned):
            at = state.order.index(before) if before in state.activities else len(state.order)
            state.order[at:at] = [activity.id for activity in activities]
            state.activities |= {activity.id: activity for activity in activities}
            if planned:
                state.planned |= {activity.id: activity for activity in activities}
            state.changed["order"] = seq
        case ActivityMoved(activity=moved, before=before):
            state.order.remove(moved)
            state.order.insert(state.order.index(before) if before in state.activities else len(state.order), moved)
            state.changed["order"] = seq
        case ActivityAmended(activity=activity):
            state.activities[activity.id] = activity
            state.changed[activity.id] = seq
        case ActivityRemoved(activity=removed):
            state.order.remove(removed)
            del state.activities[removed]
            state.skipped.pop(removed, None)
            state.changed["order"] = seq
        case ActivitiesRetimed(changes=changes):
            for change in changes:
                activity = state.activities[change.activity]
                state.activities[activity.id] = replace(activity, minutes=change.minutes)
                _skip(state, activity.id, seq, skipped=change.skipped)
            state.changed["times"] = seq
        case ActivitySkipped(activity=skipped, skipped=is_skipped):
            _skip(state, skipped, seq, skipped=is_skipped)
            state.changed[skipped] = seq
        case ActivityStarted(activity=begun):
            _start(state, begun, envelope.at)
            state.changed["run"] = seq
        case ActivityFinished(done=done):
            _finish(state, envelope.at, seq, done=done)
            state.changed["run"] = seq
        case ActivityPaused():
            _stop(state, envelope.at, Stopped.BY_STAFF)
            state.changed["run"] = seq
        case ActivityResumed():
            _go_on(state, envelope.at)
            state.changed["run"] = seq
        case PhaseChanged(phase=Phase.PAUSED) if state.current and not state.stopped_at:
            # A class that waits uses up none of its activity's time.
            _stop(state, envelope.at, Stopped.WITH_CLASS)
        case PhaseChanged(phase=Phase.LIVE) if state.stopped is Stopped.WITH_CLASS:
            _go_on(state, envelope.at)
        case _:
            pass


def _set(state: AgendaState, given: AgendaSet) -> None:
    state.plan, state.title = given.plan, given.title
    state.days = {day.id: day for day in given.days}
    state.objectives = {objective.id: objective for objective in given.objectives}
    state.activities = {activity.id: activity for activity in given.activities}
    state.order = [activity.id for activity in given.activities]
    state.planned = dict(state.activities)
    state.skipped = {}


def _skip(state: AgendaState, activity: str, seq: int, *, skipped: bool) -> None:
    if skipped:
        state.skipped[activity] = seq
    else:
        state.skipped.pop(activity, None)


def _start(state: AgendaState, activity: str, at: Millis) -> None:
    _begin_day(state, state.activities[activity].day, at)
    state.current = activity
    state.runs.append(Run(activity=activity, started=at))
    state.done.pop(activity, None)
    state.skipped.pop(activity, None)
    if activity in state.trail:
        state.trail.remove(activity)
    state.stopped_at, state.stopped = 0, Stopped.NOT


def _begin_day(state: AgendaState, day_id: str, at: Millis) -> None:
    """Let a day's clock times hold, or move them when the plan was made for another hour altogether."""
    day = state.days.get(day_id)
    if day is None or not day.start or has_begun(state, day_id) or abs(at - day.start) <= HOLDS_WITHIN:
        return
    shift = (at - day.start) // MINUTE * MINUTE
    state.days[day_id] = replace(day, start=day.start + shift)
    for activities in (state.activities, state.planned):
        for activity in [each for each in activities.values() if each.day == day_id and each.pinned]:
            activities[activity.id] = replace(activity, pinned=activity.pinned + shift)


def _finish(state: AgendaState, at: Millis, seq: int, *, done: bool) -> None:
    _go_on(state, at)
    run = state.runs[-1]
    state.runs[-1] = replace(run, ended=at, done=done)
    state.spent[run.activity] = state.spent.get(run.activity, 0) + at - run.started - run.paused
    state.current = ""
    if done:
        state.done[run.activity] = seq
        state.trail.append(run.activity)


def _stop(state: AgendaState, at: Millis, by: Stopped) -> None:
    state.stopped_at, state.stopped = at, by


def _go_on(state: AgendaState, at: Millis) -> None:
    if state.stopped_at:
        run = state.runs[-1]
        state.runs[-1] = replace(run, paused=run.paused + at - state.stopped_at)
    state.stopped_at, state.stopped = 0, Stopped.NOT
