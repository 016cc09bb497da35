"""What learners see of the stage: the message that everybody looks at, and which of their own were there."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from app.domain.kernel.anonymity import member_behind, selves
from app.domain.kernel.quoting import changes_quotes, quoted
from app.domain.kernel.views import CLASS, Audience, Collection, Field, Touch, me
from app.domain.stage import events as e
from app.domain.stage.decider import StageState

if TYPE_CHECKING:
    from collections.abc import Iterable

    from app.domain.kernel.envelope import Envelope
    from app.domain.kernel.views import Json
    from app.domain.kernel.world import World

OWN: Final = 20
"""How many of a member's own messages that were on stage, the newest, their document names."""


def _message(world: World, audience: Audience) -> Json | None:  # noqa: ARG001 (every field's shape)
    now = world.state(StageState).now
    entry = quoted(world, now.message) if now is not None else None
    return {"id": now.message, "at": now.since} | entry if now is not None and entry is not None else None


def _mine(world: World, audience: Audience) -> Iterable[str]:
    put = world.state(StageState).put
    mine = [(at, key) for author in selves(world, audience.key) for key, at in put.get(author, {}).items()]
    return [key for _at, key in sorted(mine)[-OWN:]]


def _mine_entry(world: World, audience: Audience, key: str) -> Json | None:
    put = world.state(StageState).put
    found = (put[author][key] for author in selves(world, audience.key) if key in put.get(author, ()))
    at = next(found, None)
    return {"at": at} if at is not None else None


PARTS = (Field("class", "message", _message), Collection("me", "mine", _mine, _mine_entry, windowed=True))


def touched(world: World, envelope: Envelope) -> Iterable[Touch]:
    """Return what an envelope changed in the views of the stage."""
    match envelope.event:
        case e.MessageStaged(message=message, author=author):
            yield Touch(CLASS, "message")
            member = member_behind(world, author)
            if member is not None:
                yield Touch(me(member), "mine", message)
        case e.StageCleared():
            yield Touch(CLASS, "message")
        case event if (now := world.state(StageState).now) is not None and changes_quotes(event, {now.message}):
            yield Touch(CLASS, "message")
        case _:
            pass
