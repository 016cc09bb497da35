"""What learners see: where they may write without their name, anonymous to whom, and whether staff still hear them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from app.domain.anonymous import events as e
from app.domain.anonymous.decider import ALL, AnonymousState
from app.domain.kernel.activities import ActivityBegan, ActivityEnded
from app.domain.kernel.anonymity import member_behind, selves
from app.domain.kernel.readings import Anonymity
from app.domain.kernel.views import CLASS, Audience, Collection, Field, Touch, me

if TYPE_CHECKING:
    from collections.abc import Iterable

    from app.domain.kernel.envelope import Envelope
    from app.domain.kernel.views import Json
    from app.domain.kernel.world import World


def _keys(world: World, audience: Audience) -> Iterable[str]:  # noqa: ARG001 (every collection's shape)
    return world.state(AnonymousState).modes


def _entry(world: World, audience: Audience, key: str) -> Json | None:  # noqa: ARG001 (every collection's shape)
    state = world.state(AnonymousState)
    mode = state.modes.get(key)
    # That nobody may, is said only where it differs.
    is_said = mode is not None and (mode is not Anonymity.OFF or (key != ALL and ALL in state.modes))
    return {"mode": str(mode)} if is_said else None


def _muted(world: World, audience: Audience) -> Json | None:
    state = world.state(AnonymousState)
    if not state.muted:
        return None
    mine = selves(world, audience.key)
    return any(alias in mine and state.aliases.get(alias) == state.scope for alias in state.muted) or None


PARTS = (Collection("class", "modes", _keys, _entry), Field("me", "muted", _muted))


def touched(world: World, envelope: Envelope) -> Iterable[Touch]:
    """Return what an envelope changed in the views of messages without a name."""
    state = world.state(AnonymousState)
    match envelope.event:
        case e.AnonymousAllowed(channel=channel):
            yield from (Touch(CLASS, "modes", each) for each in (state.modes if channel == ALL else ()))
            yield Touch(CLASS, "modes", channel)
        case e.AliasMuted(alias=alias):
            member = member_behind(world, alias)
            if member is not None:
                yield Touch(me(member), "muted")
        case ActivityBegan() | ActivityEnded():
            for alias in state.muted:
                member = member_behind(world, alias)
                if member is not None:
                    yield Touch(me(member), "muted")
        case _:
            pass
