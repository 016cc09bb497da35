"""What learners see of pins: those of each channel they read, with the words as they stand there now."""

from __future__ import annotations

from typing import TYPE_CHECKING

from app.domain.kernel.quoting import changes_quotes, quoted
from app.domain.kernel.views import Audience, Collection, Touch, channel_audience
from app.domain.kernel.words import MAIN, STAFF, ChannelId, room_channel, topic_channel
from app.domain.pins import events as e
from app.domain.pins.decider import PinsState

if TYPE_CHECKING:
    from collections.abc import Iterable

    from app.domain.kernel.envelope import Envelope
    from app.domain.kernel.views import Json
    from app.domain.kernel.world import World


def _channel(audience: Audience) -> ChannelId:
    match audience.kind:
        case "room":
            return room_channel(audience.key)
        case "topic":
            return topic_channel(audience.key)
        case _:
            return MAIN


def _keys(world: World, audience: Audience) -> Iterable[str]:
    return world.state(PinsState).pinned.get(_channel(audience), ())


def _entry(world: World, audience: Audience, key: str) -> Json | None:
    pinned = world.state(PinsState).pinned.get(_channel(audience), [])
    entry = quoted(world, key) if key in pinned else None
    return entry | {"order": pinned.index(key) + 1} if entry is not None else None


PARTS = tuple(Collection(kind, "pinned", _keys, _entry) for kind in ("class", "room", "topic"))


def touched(world: World, envelope: Envelope) -> Iterable[Touch]:
    """Return what an envelope changed in the views of pins."""
    match envelope.event:
        case e.MessagePinned(channel=channel) | e.MessageUnpinned(channel=channel) | e.PinMoved(channel=channel):
            channels = [channel]
        case event if changes_quotes(event, world.state(PinsState).channels):
            channels = list(dict.fromkeys(world.state(PinsState).channels.values()))
        case _:
            return
    for channel in channels:
        if channel != STAFF:
            audience = channel_audience(channel)
            yield Touch(audience, "pinned")
            yield from (Touch(audience, "pinned", message) for message in world.state(PinsState).pinned[channel])
