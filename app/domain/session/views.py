"""What learners see of the session as a whole."""

from __future__ import annotations

from typing import TYPE_CHECKING

from app.domain.kernel.views import CLASS, Audience, Field, Touch, me
from app.domain.session.decider import SessionState
from app.domain.session.events import (
    DialInChanged,
    EpochBegun,
    MeetingLinkChanged,
    PhaseChanged,
    SessionCreated,
    StandbyOffered,
    TitleChanged,
)

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from app.domain.kernel.envelope import Envelope
    from app.domain.kernel.messages import Event
    from app.domain.kernel.views import Json
    from app.domain.kernel.world import World


def _of(read: Callable[[SessionState], Json]) -> Callable[[World, Audience], Json | None]:
    return lambda world, _audience: read(world.state(SessionState)) or None


def _contact(world: World, audience: Audience) -> Json | None:  # noqa: ARG001 (every field's shape)
    """Return how the class is reached beside this page: who waits at the door reads it too, before it is needed."""
    state = world.state(SessionState)
    found = {"dial_in": state.dial_in, "meeting_link": state.meeting_link}
    return {name: value for name, value in found.items() if value} or None


PARTS = (
    Field("class", "title", _of(lambda s: s.title)),
    Field("class", "phase", _of(lambda s: str(s.phase))),
    Field("class", "language", _of(lambda s: s.language)),
    Field("class", "meeting_link", _of(lambda s: s.meeting_link)),
    Field("class", "opens_at", _of(lambda s: s.opens_at)),
    Field("class", "started_at", _of(lambda s: s.started_at)),
    Field("class", "ended_at", _of(lambda s: s.ended_at)),
    Field("class", "standby", _of(lambda s: s.standby)),
)

_ALL = tuple(part.name for part in PARTS)
OWN = Field("me", "contact", _contact)
_SHOWN: dict[type[Event], tuple[str, ...]] = {
    SessionCreated: _ALL,
    PhaseChanged: ("phase", "started_at", "ended_at"),
    TitleChanged: ("title",),
    MeetingLinkChanged: ("meeting_link",),
    StandbyOffered: ("standby",),
    EpochBegun: ("standby",),
}


def touched(world: World, envelope: Envelope) -> Iterable[Touch]:
    """Return what an envelope changed in the session's views."""
    for name in _SHOWN.get(type(envelope.event), ()):
        yield Touch(CLASS, name)
    if isinstance(envelope.event, SessionCreated | MeetingLinkChanged | DialInChanged):
        for seat in world.seats.all_seats():
            yield Touch(me(seat.member), "contact")
