"""Hands and the floor: who asks for it and who has it, as far as capabilities may rely on it of one another.

A hand goes up and down in the conversation; whoever gives the floor takes the hand down by an event of these bases.
"""

from __future__ import annotations

from app.domain.kernel.messages import Event


class HandMoved(Event, frozen=True, kw_only=True):
    """The base of events by which a member's hand goes up or down.

    Attributes:
        member: whose hand.
    """

    member: str


class FloorTaken(Event, frozen=True, kw_only=True):
    """The base of events by which a member has the floor, or is known to have had it: their hand goes down.

    Attributes:
        member: who speaks, or spoke.
        raised_at: since when their hand was up, in milliseconds since 1970; 0 when it was not.
    """

    member: str
    raised_at: int = 0


class FloorReturned(Event, frozen=True, kw_only=True):
    """The base of events by which a turn turns out never to have been: the hand is up again, since when it was.

    Attributes:
        member: who did not speak.
        raised_at: since when their hand was up; 0 when it was not.
    """

    member: str
    raised_at: int = 0
