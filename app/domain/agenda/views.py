"""What learners see of the agenda: where the class is, how long it takes, and what comes; nothing that is for staff."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

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
from app.domain.agenda.state import AgendaState, Standing
from app.domain.kernel.views import CLASS, Audience, Collection, Field, Touch
from app.domain.session.events import PhaseChanged

if TYPE_CHECKING:
    from collections.abc import Iterable

    from app.domain.agenda.activity import Activity
    from app.domain.kernel.envelope import Envelope
    from app.domain.kernel.views import Json
    from app.domain.kernel.world import World

WINDOW: Final = 100
"""How many activities stand in a learner's document at most: those around the one that is under way."""

_BEFORE: Final = 20
"""How many of them stand before it, where there are as many."""


def _brief(activity: Activity) -> dict[str, Json]:
    told: dict[str, Json] = {"kind": str(activity.kind), "minutes": activity.minutes}
    if activity.title:
        told["title"] = activity.title
    if activity.pinned:
        told["at"] = activity.pinned
    return told


def _current(world: World, audience: Audience) -> Json | None:  # noqa: ARG001 (every field's shape)
    state = world.state(AgendaState)
    run = state.run
    if run is None:
        return None
    activity = state.activities[run.activity]
    told = _brief(activity) | {"id": activity.id, "since": run.started}
    told.pop("at", None)
    if activity.instructions:
        told["instructions"] = activity.instructions
    if state.stopped_at:
        # Its end moves on with every moment, so what is left is told instead.
        return told | {"paused": True, "left": state.left(state.stopped_at)}
    return told | {"ends_at": state.ends_at}


def _next(world: World, audience: Audience) -> Json | None:  # noqa: ARG001
    state = world.state(AgendaState)
    activity = state.activities.get(state.next)
    return None if activity is None else _brief(activity) | {"id": activity.id}


def _keys(world: World, audience: Audience) -> Iterable[str]:  # noqa: ARG001 (every collection's shape)
    return _window(world.state(AgendaState))


def _window(state: AgendaState) -> list[str]:
    if len(state.order) <= WINDOW:
        return state.order
    middle = state.current or state.next or state.order[-1]
    start = max(0, min(state.order.index(middle) - _BEFORE, len(state.order) - WINDOW))
    return state.order[start : start + WINDOW]


def _item(world: World, audience: Audience, key: str) -> Json | None:  # noqa: ARG001
    state = world.state(AgendaState)
    activity = state.activities.get(key)
    if activity is None:
        return None
    told = _brief(activity) | {"order": state.order.index(key)}
    standing = state.standing(key)
    return told if standing is Standing.TO_COME else told | {"state": str(standing)}


PARTS = (
    Field("class", "current", _current),
    Field("class", "next", _next),
    Collection("class", "items", _keys, _item, windowed=True),
)

_AROUND: Final = (Touch(CLASS, "current"), Touch(CLASS, "next"))


def touched(world: World, envelope: Envelope) -> Iterable[Touch]:
    """Return what an envelope changed in the agenda's views."""
    match envelope.event:
        case AgendaSet() | ActivitiesAdded() | ActivityMoved() | ActivityRemoved():
            # Every place in the order may be another one.
            keys: Iterable[str] = ("", *_window(world.state(AgendaState)))
        case ActivitiesRetimed(changes=changes):
            keys = [change.activity for change in changes]
        case ActivityAmended(activity=activity):
            keys = (activity.id,)
        case ActivityStarted(activity=key):
            # With the first one of a day, its clock times may have moved.
            state = world.state(AgendaState)
            keys = (key, *(each for each in _window(state) if state.activities[each].pinned))
        case ActivityFinished(activity=key) | ActivitySkipped(activity=key):
            keys = (key,)
        case ActivityPaused() | ActivityResumed() | PhaseChanged():
            keys = ()
        case _:
            return ()
    return (*_AROUND, *(Touch(CLASS, "items", key) for key in keys))
