"""Which message everybody looks at."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, assert_never

import msgspec

from app.domain.kernel.quoting import may_hide, shown
from app.domain.kernel.refusal import Refusal
from app.domain.kernel.words import STAFF, MemberId, Millis, Phase, Role, room_of
from app.domain.kernel.world import State
from app.domain.session.events import PhaseChanged
from app.domain.stage import commands as c
from app.domain.stage import events as e

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from app.domain.kernel.envelope import Envelope
    from app.domain.kernel.messages import Command, Event
    from app.domain.kernel.words import ChannelId
    from app.domain.kernel.world import Ctx, World


class OnStage(msgspec.Struct, frozen=True, kw_only=True):
    """The message that everybody looks at.

    Attributes:
        message: its id.
        since: when it came there.
        by: who put it there.
    """

    message: str
    since: Millis
    by: MemberId


class StageState(State, kw_only=True):
    """What is on stage, and what was.

    Attributes:
        now: the message on stage; None for none.
        put: author to their messages that were ever on stage, each with when it came there last.
        changed: the seq at which the stage last changed.
    """

    now: OnStage | None = None
    put: dict[MemberId, dict[str, Millis]] = {}
    changed: int = 0

    def told_of(self, world: World, thing: str) -> Mapping[str, Any]:
        """Tell the author of a message that it is on stage, or was."""
        if self.now is not None and self.now.message == thing:
            return {"stage": "now"}
        said = world.talk.said(thing)
        return {"stage": "was"} if said is not None and thing in self.put.get(said.author, ()) else {}

    def turned_by(self, world: World, envelope: Envelope) -> Iterable[str]:  # noqa: ARG002 (every state's shape)
        """Name what came on stage, or left it for that."""
        match envelope.event:
            case e.MessageStaged():
                # The one before it left in silence.
                return [message for put in self.put.values() for message in put]
            case e.StageCleared(message=message):
                return (message,)
            case _:
                return ()


def decide(world: World, command: Command, ctx: Ctx) -> Sequence[Event]:
    """Decide one command about the stage; see `Capability.decide`."""
    now = world.state(StageState).now
    if ctx.role is Role.LEARNER and world.life.phase is not Phase.LIVE:
        raise Refusal("session_not_live", phase=str(world.life.phase))
    match command:
        case c.PutOnStage(message=message):
            return _put(world, now, message, ctx)
        case c.ClearStage():
            return (e.StageCleared(message=now.message),) if now is not None else ()
        case _:
            assert_never(command)  # type: ignore[arg-type]  # the registry hands over this capability's commands only


def scope(world: World, command: Command) -> ChannelId | None:
    """Return where the message stands that comes on stage, or leaves it."""
    now = world.state(StageState).now
    key = command.message if isinstance(command, c.PutOnStage) else now.message if now is not None else ""
    said = shown(world, key) if key else None
    return said.channel if said is not None else None


def _put(world: World, now: OnStage | None, message: str, ctx: Ctx) -> Sequence[Event]:
    if world.life.phase in {Phase.ENDED, Phase.ARCHIVED}:
        raise Refusal("wrong_phase", phase=str(world.life.phase))
    said = shown(world, message)
    if said is None or said.channel == STAFF:
        raise Refusal("unknown_message")
    if room_of(said.channel) is not None:
        # What was said in a room is the room's: nobody else learns of it by looking at the stage.
        raise Refusal("of_a_room")
    if now is not None and now.message == message:
        return ()
    before = shown(world, now.message) if now is not None else None
    if before is not None and before.channel != said.channel and ctx.role is Role.LEARNER:
        # Who leads one place takes nothing of another's off the stage.
        raise Refusal("air_taken")
    return (e.MessageStaged(message=message, channel=said.channel, author=said.author),)


def changed_at(world: World, command: Command) -> int:  # noqa: ARG001 (every capability's shape)
    """Return the seq at which the stage last changed."""
    return world.state(StageState).changed


def policies(world: World, envelope: Envelope) -> Iterable[Command]:
    """What those who read its channel do not see any more leaves the stage, and everything does when the class ends."""
    now = world.state(StageState).now
    if now is None:
        return ()
    is_over = isinstance(envelope.event, PhaseChanged) and envelope.event.phase is Phase.ENDED
    said = shown(world, now.message)
    is_gone = may_hide(envelope.event) and (said is None or not said.text)
    return (c.ClearStage(),) if is_over or is_gone else ()


def evolve(state: StageState, envelope: Envelope) -> None:
    """Fold one envelope into the state of the stage."""
    match envelope.event:
        case e.MessageStaged(message=message, author=author):
            state.now = OnStage(message=message, since=envelope.at, by=envelope.actor)
            put = state.put.setdefault(author, {})
            put.pop(message, None)
            put[message] = envelope.at
            state.changed = envelope.seq
        case e.StageCleared():
            state.now = None
            state.changed = envelope.seq
        case _:
            pass
