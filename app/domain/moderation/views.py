"""What learners see of the gate: whether their channels hold or refuse texts; each text is shown by who owns it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from app.domain.kernel.views import CLASS, Audience, Collection, Touch
from app.domain.moderation.decider import ModerationState
from app.domain.moderation.events import ChannelMode, ChannelModeSet

if TYPE_CHECKING:
    from collections.abc import Iterable

    from app.domain.kernel.envelope import Envelope
    from app.domain.kernel.views import Json
    from app.domain.kernel.world import World


def _keys(world: World, audience: Audience) -> Iterable[str]:  # noqa: ARG001 (every collection's shape)
    return world.state(ModerationState).modes


def _entry(world: World, audience: Audience, key: str) -> Json | None:  # noqa: ARG001
    mode = world.state(ModerationState).modes.get(key)
    return None if mode is None or mode is ChannelMode.OPEN else {"mode": str(mode)}


PARTS = (Collection("class", "modes", _keys, _entry),)


def touched(world: World, envelope: Envelope) -> Iterable[Touch]:  # noqa: ARG001 (every capability's shape)
    """Return what an envelope changed in the moderation's views."""
    return (Touch(CLASS, "modes", envelope.event.channel),) if isinstance(envelope.event, ChannelModeSet) else ()
