"""The agenda as rows: what took place when, what is under way, and when the rest will be."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from app.domain.agenda.activity import MINUTE, Kind
from app.domain.agenda.state import AgendaState, Standing
from app.domain.agenda.timing import NOTICED, planned
from ui.agenda.words import called

if TYPE_CHECKING:
    from app.domain.agenda.activity import Activity
    from app.domain.agenda.timing import Course


@dataclass(frozen=True)
class AgendaRow:
    """One activity in the list.

    Attributes:
        key: its id.
        title: what it is called.
        kind: what people do.
        minutes: how long it is to last.
        before: how long it was planned to last; none when it was not planned.
        standing: how it stands.
        at: when it began, or will begin, in milliseconds, cut to the minute; 0 when that is open.
        pinned: whether it waits for a clock time.
        late: by how many minutes it misses that time.
        passed: whether the class went past it without beginning it.
        day: the title of its day, at the first activity of each when there are several; else empty.
    """

    key: str
    title: str
    kind: Kind
    minutes: int
    before: int | None
    standing: Standing
    at: int = 0
    pinned: bool = False
    late: int = 0
    passed: bool = False
    day: str = ""


def rows(state: AgendaState, course: Course, now: int) -> tuple[AgendaRow, ...]:
    """Give the agenda's rows.

    Args:
        state: the agenda.
        course: how its time goes.
        now: the class's time.
    """
    began = {run.activity: run.started for run in state.runs}
    coming = {slot.activity: slot for slot in course.slots}
    days = {day: planned(state, day, now) if known.start else {} for day, known in state.days.items()}
    begun = state.current or (state.trail[-1] if state.trail else "")
    here = state.order.index(begun) if begun in state.activities else -1
    seen: set[str] = set()
    made = []
    for place, key in enumerate(state.order):
        activity = state.activities[key]
        standing = state.standing(key)
        slot = coming.get(key)
        if standing in {Standing.NOW, Standing.DONE}:
            at = began[key]
        elif slot is not None:
            at = slot.start
        else:
            later = days.get(activity.day, {}).get(key) if standing is Standing.TO_COME and key not in began else None
            at = later.start if later is not None and later.start > now else 0
        made.append(
            AgendaRow(
                key=key,
                title=called(activity),
                kind=activity.kind,
                minutes=activity.minutes,
                before=_before(state, activity),
                standing=standing,
                at=at // MINUTE * MINUTE,
                pinned=bool(activity.pinned),
                late=round(slot.late / MINUTE) if slot is not None and slot.late >= NOTICED else 0,
                passed=standing is Standing.TO_COME and place < here,
                day=_heading(state, activity.day, seen),
            )
        )
    return tuple(made)


def _before(state: AgendaState, activity: Activity) -> int | None:
    planned_one = state.planned.get(activity.id)
    return planned_one.minutes if planned_one is not None else None


def _heading(state: AgendaState, day: str, seen: set[str]) -> str:
    if len(state.days) < 2 or day in seen:
        return ""
    seen.add(day)
    known = state.days.get(day)
    return known.title if known is not None else ""
