"""The floor: whose turn it is, how long each has spoken, and in which order raised hands are heard."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, NamedTuple

import msgspec
from msgspec.structs import replace

from app.domain.kernel.words import MemberId, Millis

if TYPE_CHECKING:
    from collections.abc import Mapping

WARNING: Final = 30_000
"""How long before its end a turn warns, in milliseconds; a short one warns when a quarter of it is left."""


class Turn(msgspec.Struct, frozen=True, kw_only=True):
    """One time that somebody spoke.

    Attributes:
        id: its id.
        member: who speaks.
        order: the seq at which it was given.
        at: when it was given.
        debate: the debate under way then; empty for none.
        allowed: how long it is meant to last, in milliseconds.
        spoken: how long it has lasted until `since`, in milliseconds.
        since: from when it runs; 0 while the class is paused and once it is over.
        is_over: whether it is over.
        is_noted: whether it was only noted that they spoke.
        raised_at: since when their hand was up; 0 when it was not.
    """

    id: str
    member: MemberId
    order: int
    at: Millis
    debate: str = ""
    allowed: int = 0
    spoken: int = 0
    since: Millis = 0
    is_over: bool = False
    is_noted: bool = False
    raised_at: Millis = 0

    @property
    def ends_at(self) -> Millis:
        """When the time is up; 0 while the clock stands still."""
        return self.since + self.allowed - self.spoken if self.since else 0

    @property
    def warns(self) -> int:
        """How long before its end it warns, in milliseconds."""
        return min(WARNING, self.allowed // 4)

    def lasted(self, now: Millis) -> int:
        """Return how long it has lasted by a moment, in milliseconds."""
        return self.spoken + (max(0, now - self.since) if self.since else 0)

    def stopped(self, now: Millis) -> Turn:
        """Return the turn with its clock standing still."""
        return replace(self, spoken=self.lasted(now), since=0)

    def running(self, now: Millis) -> Turn:
        """Return the turn with its clock running."""
        return self if self.since else replace(self, since=now)


class Spoken(msgspec.Struct, frozen=True, kw_only=True):
    """How much somebody has spoken in this class: how often, and how long in milliseconds."""

    turns: int = 0
    millis: int = 0


SILENT: Final = Spoken()


class Waiting(NamedTuple):
    """A raised hand in the queue.

    Attributes:
        member: whose.
        since: since when it is up.
        spoken: how much they have spoken so far.
    """

    member: MemberId
    since: Millis
    spoken: Spoken


def queue(hands: Mapping[MemberId, Millis], spoken: Mapping[MemberId, Spoken]) -> list[Waiting]:
    """Return raised hands in the order in which they are heard.

    First whoever had the fewest turns, then whoever spoke for the shortest time, then whoever waits longest.

    Args:
        hands: member to since when their hand is up.
        spoken: how much members have spoken; who is not in it has not.
    """
    waiting = [Waiting(member, since, spoken.get(member, SILENT)) for member, since in hands.items()]
    return sorted(waiting, key=lambda each: (each.spoken.turns, each.spoken.millis, each.since))
