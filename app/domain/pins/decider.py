"""Which messages are kept in sight over each channel, and in which order."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final, assert_never

from app.domain.kernel.quoting import may_hide, shown
from app.domain.kernel.refusal import Refusal
from app.domain.kernel.words import ChannelId, Phase
from app.domain.kernel.world import State
from app.domain.pins import commands as c
from app.domain.pins import events as e

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from app.domain.kernel.envelope import Envelope
    from app.domain.kernel.messages import Command, Event
    from app.domain.kernel.world import Ctx, World

MOST: Final = 5
"""How many messages one channel keeps in sight: more would be one more conversation."""


class PinsState(State, kw_only=True):
    """The pinned messages.

    Attributes:
        pinned: channel to its pinned messages, in order.
        channels: pinned message to its channel.
    """

    pinned: dict[ChannelId, list[str]] = {}
    channels: dict[str, ChannelId] = {}

    def told_of(self, world: World, thing: str) -> Mapping[str, Any]:  # noqa: ARG002 (every state's shape)
        """Tell the author of a message that it is pinned."""
        return {"pinned": True} if thing in self.channels else {}

    def turned_by(self, world: World, envelope: Envelope) -> Iterable[str]:  # noqa: ARG002 (every state's shape)
        """Name what was pinned, or is no longer."""
        match envelope.event:
            case e.MessagePinned(message=message) | e.MessageUnpinned(message=message):
                return (message,)
            case _:
                return ()


def decide(world: World, command: Command, ctx: Ctx) -> Sequence[Event]:  # noqa: ARG001 (every decider's shape)
    """Decide one command about pins; see `Capability.decide`."""
    state = world.state(PinsState)
    if world.life.phase is Phase.ARCHIVED:
        raise Refusal("session_not_live", phase=str(Phase.ARCHIVED))
    match command:
        case c.PinMessage(message=message):
            return _pin(world, state, message)
        case c.UnpinMessage(message=message):
            channel = state.channels.get(message)
            return (e.MessageUnpinned(message=message, channel=channel),) if channel is not None else ()
        case c.MovePin(message=message, before=before):
            return _move(state, message, before)
        case _:
            assert_never(command)  # type: ignore[arg-type]  # the registry hands over this capability's commands only


def _pin(world: World, state: PinsState, message: str) -> Sequence[Event]:
    said = shown(world, message)
    if said is None or not said.text:
        raise Refusal("unknown_message")
    if message in state.channels:
        return ()
    if len(state.pinned.get(said.channel, ())) >= MOST:
        raise Refusal("too_many_pins", limit=MOST)
    return (e.MessagePinned(message=message, channel=said.channel),)


def _move(state: PinsState, message: str, before: str) -> Sequence[Event]:
    channel = state.channels.get(message)
    if channel is None or (before and state.channels.get(before) != channel):
        raise Refusal("not_pinned")
    order = state.pinned[channel]
    return (
        ()
        if _moved(order, message, before) == order
        else (e.PinMoved(message=message, channel=channel, before=before),)
    )


def _moved(order: list[str], message: str, before: str) -> list[str]:
    if message == before:
        return order
    rest = [each for each in order if each != message]
    place = rest.index(before) if before in rest else len(rest)
    return [*rest[:place], message, *rest[place:]]


def policies(world: World, envelope: Envelope) -> Iterable[Command]:
    """What those who read the channel do not see any more is pinned no longer."""
    if not may_hide(envelope.event):
        return ()
    pinned = world.state(PinsState).channels
    gone = (message for message in pinned if (said := shown(world, message)) is None or not said.text)
    return [c.UnpinMessage(message=message) for message in gone]


def evolve(state: PinsState, envelope: Envelope) -> None:
    """Fold one envelope into the state of pins."""
    match envelope.event:
        case e.MessagePinned(message=message, channel=channel):
            state.pinned.setdefault(channel, []).append(message)
            state.channels[message] = channel
        case e.MessageUnpinned(message=message, channel=channel):
            if state.channels.pop(message, None) is None:
                # Two events of one commit took it away.
                return
            state.pinned[channel].remove(message)
        case e.PinMoved(message=message, channel=channel, before=before):
            state.pinned[channel] = _moved(state.pinned[channel], message, before)
        case _:
            pass
