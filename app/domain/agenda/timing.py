"""The running arithmetic of an agenda: what time is left, when the rest takes place, and how far from the plan that is.

Everything is about the day of the activity that is under way, or of the one that comes next. A pinned activity begins
at its moment, or later when what comes before runs over; it never begins sooner.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

import msgspec

from app.domain.agenda.activity import MINUTE, Activity
from app.domain.agenda.state import HOLDS_WITHIN, AgendaState, Standing, has_begun
from app.domain.kernel.words import Millis

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

NOTICED: Final[Millis] = MINUTE
"""Less than this is on time."""


class Slot(msgspec.Struct, frozen=True, kw_only=True):
    """When an activity takes place.

    Attributes:
        activity: which.
        arrival: when what comes before it ends.
        start: when it begins: at its arrival, or at the moment to which it is pinned when that is later.
        end: when it ends.
        late: by how much it misses the moment to which it is pinned.
    """

    activity: str
    arrival: Millis
    start: Millis
    end: Millis
    late: Millis = 0


class Course(msgspec.Struct, frozen=True, kw_only=True):
    """How the time goes.

    Attributes:
        current: the activity that is under way; empty for none.
        left: how much time it has left; negative when it runs over.
        slots: the rest of the day, in order.
        ends_at: when the day will have ended.
        due: when it was to end by the plan; 0 when no plan says.
        behind: by how much the class will be later than planned when it comes to the next moment that is fixed (a
            pinned activity, or the end of the day); negative when it will be sooner.
        late: by how much the moment that is missed most is missed: what cuts have to win back.
    """

    current: str
    left: Millis
    slots: tuple[Slot, ...]
    ends_at: Millis
    due: Millis
    behind: Millis
    late: Millis

    def slot(self, activity: str) -> Slot | None:
        """Return when an activity of the rest of the day takes place."""
        return next((slot for slot in self.slots if slot.activity == activity), None)


def course(state: AgendaState, now: Millis) -> Course:
    """Reckon how the time goes.

    Args:
        state: the agenda.
        now: the time.
    """
    day = day_now(state)
    return _course(state, now, day, planned(state, day, now), state.activities, frozenset(state.skipped))


def course_if(state: AgendaState, now: Millis, changed: Mapping[str, Activity], skipped: Iterable[str]) -> Course:
    """Reckon how the time would go with other times.

    Args:
        state: the agenda.
        now: the time.
        changed: the activities that would have other minutes, by id.
        skipped: those that would be left out as well.
    """
    day = day_now(state)
    activities = {**state.activities, **changed}
    return _course(state, now, day, planned(state, day, now), activities, frozenset((*state.skipped, *skipped)))


def day_now(state: AgendaState) -> str:
    """Return the id of the day that the arithmetic is about."""
    activity = state.activities.get(state.current or state.next or (state.trail[-1] if state.trail else ""))
    return activity.day if activity is not None else ""


def planned(state: AgendaState, day: str, now: Millis) -> dict[str, Slot]:
    """Return when each activity of a day was to take place, as it was planned.

    Args:
        state: the agenda.
        day: its id.
        now: the time, at which a day begins whose times are open and in which nothing has begun.
    """
    activities = [activity for activity in state.planned.values() if activity.day == day]
    known = state.days.get(day)
    start = known.start if known is not None else 0
    if not start:
        ids = {activity.id for activity in activities}
        start = next((run.started for run in state.runs if run.activity in ids), now)
    shift = _shift(state, day, now)
    return {slot.activity: slot for slot in _slots(activities, start + shift, {}, shift)}


def _shift(state: AgendaState, day: str, now: Millis) -> Millis:
    """Return by how much a day's clock times would move if it began now; 0 once it has begun."""
    known = state.days.get(day)
    if known is None or not known.start or now <= known.start + HOLDS_WITHIN or has_begun(state, day):
        return 0
    return (now - known.start) // MINUTE * MINUTE


def _course(
    state: AgendaState,
    now: Millis,
    day: str,
    before: Mapping[str, Slot],
    activities: Mapping[str, Activity],
    skipped: frozenset[str],
) -> Course:
    left = _left(state, now, activities)
    cursor = now + max(0, left)
    known = state.days.get(day)
    if not state.runs and known is not None:
        # Before its beginning a class is not ahead of its time.
        cursor = max(cursor, known.start)
    rest = [activities[each] for each in rest_of(state, day) if each not in skipped]
    slots = tuple(_slots(rest, cursor, state.spent, _shift(state, day, now)))
    ends_at = slots[-1].end if slots else cursor
    due = max((slot.end for slot in before.values()), default=0)
    over = max(0, ends_at - due) if due else 0
    pinned = next((slot for slot in slots if activities[slot.activity].pinned), None)
    if pinned is None:
        behind = ends_at - due if due else 0
    elif pinned.activity in before:
        behind = pinned.arrival - before[pinned.activity].arrival
    else:
        behind = pinned.late
    return Course(
        current=state.current,
        left=left,
        slots=slots,
        ends_at=ends_at,
        due=due,
        behind=behind,
        late=max(over, max((slot.late for slot in slots), default=0)),
    )


def rest_of(state: AgendaState, day: str) -> Iterator[str]:
    """Give the activities of a day that are still to come, in order; those that were jumped over are not among them."""
    begun = state.current or (state.trail[-1] if state.trail else "")
    start = state.order.index(begun) + 1 if begun in state.activities else 0
    for each in state.order[start:]:
        if state.activities[each].day == day and state.standing(each) is Standing.TO_COME:
            yield each


def _left(state: AgendaState, now: Millis, activities: Mapping[str, Activity]) -> Millis:
    if not state.current:
        return 0
    changed = activities[state.current].minutes - state.activities[state.current].minutes
    return state.left(now) + changed * MINUTE


def _slots(
    activities: Iterable[Activity], cursor: Millis, spent: Mapping[str, Millis], shift: Millis
) -> Iterator[Slot]:
    for activity in activities:
        pinned = activity.pinned + shift if activity.pinned else 0
        start = max(cursor, pinned)
        end = start + max(0, activity.minutes * MINUTE - spent.get(activity.id, 0))
        late = max(0, cursor - pinned) if pinned else 0
        yield Slot(activity=activity.id, arrival=cursor, start=start, end=end, late=late)
        cursor = end
