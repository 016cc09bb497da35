"""The small shared words of the domain: roles, phases, places, channels, and ids derived from commands."""

from __future__ import annotations

from enum import StrEnum
from hashlib import sha1
from typing import Final, TypeAlias

SessionId: TypeAlias = str
MemberId: TypeAlias = str
CommandId: TypeAlias = str
ChannelId: TypeAlias = str
PlaceId: TypeAlias = str
Millis: TypeAlias = int
"""Milliseconds since 1970-01-01T00:00:00Z."""

MAIN: Final = "main"
"""The main room, as a place and as a channel."""

STAFF: Final = "staff"
"""The staff's own channel."""

ANSWERS: Final = "answers"
"""Where texts show that answer a poll; a channel for the gate only."""

ARGUMENTS: Final = "arguments"
"""Where the arguments of debates show; a channel for the gate only."""

RELAY: Final = "relay"
"""The actor of what nobody asked for: elapsed deadlines, presence, policies."""

_ROOM_PREFIX: Final = "room:"
_TOPIC_PREFIX: Final = "topic:"
_PRIVATE_PREFIX: Final = "private:"


class Role(StrEnum):
    """What a member is in a session; `RELAY` is the relay itself and no person."""

    HOST = "host"
    COFACILITATOR = "cofacilitator"
    LEARNER = "learner"
    OBSERVER = "observer"
    RELAY = "relay"

    @property
    def is_staff(self) -> bool:
        """Whether this role sees the whole log."""
        return self in STAFF_ROLES


STAFF_ROLES: Final = frozenset({Role.HOST, Role.COFACILITATOR})
EVERYONE: Final = frozenset({Role.HOST, Role.COFACILITATOR, Role.LEARNER, Role.OBSERVER})


class Phase(StrEnum):
    """Where a session is in its life. `PREPARING`: staff work on its plan together; learners cannot come yet."""

    PREPARING = "preparing"
    CREATED = "created"
    LOBBY = "lobby"
    LIVE = "live"
    PAUSED = "paused"
    ENDED = "ended"
    ARCHIVED = "archived"


NOT_OPEN: Final = frozenset({Phase.PREPARING, Phase.CREATED})
"""The phases in which learners cannot come yet."""


def room_channel(room: str) -> ChannelId:
    """Return the channel (and place) of the breakout room with id `room`."""
    return _ROOM_PREFIX + room


def room_of(channel: str) -> str | None:
    """Return the room id that a channel or place stands for, or None for the main room, topics and staff."""
    return channel.removeprefix(_ROOM_PREFIX) if channel.startswith(_ROOM_PREFIX) else None


def topic_channel(topic: str) -> ChannelId:
    """Return the channel of the topic with id `topic`."""
    return _TOPIC_PREFIX + topic


def topic_of(channel: str) -> str | None:
    """Return the id of the topic that a channel belongs to, or None for every other channel."""
    return channel.removeprefix(_TOPIC_PREFIX) if channel.startswith(_TOPIC_PREFIX) else None


def private_channel(member: str) -> ChannelId:
    """Return the channel of what the member with this id and the staff write to one another."""
    return _PRIVATE_PREFIX + member


def private_of(channel: str) -> str | None:
    """Return the member with whom staff write privately in a channel, or None for every other channel."""
    return channel.removeprefix(_PRIVATE_PREFIX) if channel.startswith(_PRIVATE_PREFIX) else None


def derived_id(command_id: CommandId, member: MemberId, n: int) -> str:
    """Return the id of the `n`-th thing that a command creates.

    It is the version 5 UUID (RFC 9562) of the name ``"{member}:{n}"`` in the namespace of the command's own UUID, so
    that a client knows the id of what it asked for before any relay has seen it, and nobody can take another's id.

    Args:
        command_id: the command's UUID in canonical text.
        member: who asked; `relay` when the relay asks for somebody who has no seat yet.
        n: 0 for the first thing, then counting.
    """
    return named_id(command_id, f"{member}:{n}")


def named_id(namespace: str, name: str) -> str:
    """Return the version 5 UUID (RFC 9562, section 5.5) of a name in a namespace.

    Every event has one, and the standard library's classes take ten times as long to make it.

    Args:
        namespace: a UUID in canonical text.
        name: any text.
    """
    hashed = bytearray(sha1(bytes.fromhex(namespace.replace("-", "")) + name.encode(), usedforsecurity=False).digest())
    hashed[6] = hashed[6] & 0x0F | 0x50
    hashed[8] = hashed[8] & 0x3F | 0x80
    digits = hashed.hex()
    return f"{digits[:8]}-{digits[8:12]}-{digits[12:16]}-{digits[16:20]}-{digits[20:32]}"
