"""Powers on one place: what a learner may do there beside what everybody may, lent by staff or with a room, for a time.

A permission may name the `Power` for which it makes an exception (`Permission.lent`), and the capability says which
place a command touches (`Capability.scope`). Who holds what where is told by the reading `powers`; the registry asks it
in `powers_at`, when it checks the permission, and nobody else does. So a lead on one topic is no lead on another, and
nothing outlives its time.
"""

from __future__ import annotations

from enum import StrEnum
from typing import TYPE_CHECKING, Final, NamedTuple

from app.domain.kernel.messages import Event
from app.domain.kernel.seats import may_write
from app.domain.kernel.words import Role, room_of

if TYPE_CHECKING:
    from collections.abc import Iterable

    from app.domain.kernel.seats import Seat
    from app.domain.kernel.words import ChannelId, MemberId, Millis
    from app.domain.kernel.world import World


class Power(StrEnum):
    """What one may do in a place.

    `OPEN`: open and close the topic, or the questions of the topic or room. `PROMPT`: write what is asked of people
    there. `AIR`: put a question of the place on air, or say where it stands. `HANDS`: take hands of the place down.
    `STEPS`: tick the steps of the room's task. `TIME`: ask for more time for the room.
    """

    OPEN = "open"
    PROMPT = "prompt"
    AIR = "air"
    HANDS = "hands"
    STEPS = "steps"
    TIME = "time"


LEADING: Final = (Power.OPEN, Power.PROMPT, Power.AIR, Power.HANDS)
"""What whoever leads a topic or a room may do there."""

CAPTAINS: Final = (Power.HANDS, Power.STEPS, Power.TIME)
"""What the captain of a room may do there, as long as it is open."""

SHARED: Final = frozenset({Power.STEPS, Power.TIME})
"""What everybody in a room may do while it has no captain, or its captain is not there."""

NONE: Final[frozenset[Power]] = frozenset()


class Lent(NamedTuple):
    """Who is captain of a room from now on, as long as it is open; nobody, when `member` is empty."""

    member: MemberId
    place: ChannelId


class PowersLent(Event, frozen=True, kw_only=True):
    """The base of events by which rooms have captains."""

    def lent(self) -> Iterable[Lent]:
        """Return the rooms, and who is captain of each."""
        raise NotImplementedError

    def lost(self) -> Iterable[MemberId]:
        """Return who was captain until now, where that is known to have changed."""
        return ()


class TopicChanged(Event, frozen=True, kw_only=True):
    """The base of events by which a topic of conversation reads otherwise, or stands elsewhere in its life.

    Attributes:
        topic: its id.
    """

    topic: str


class TopicShut(TopicChanged, frozen=True, kw_only=True):
    """The base of events by which a topic closes; its lead is over, unless it was the lead who closed it."""


def captain_there(world: World, place: ChannelId) -> MemberId:
    """Return the captain of a room who is in it now; empty when nobody is."""
    captain = world.powers.captain(place)
    seat = world.seats.seat(captain) if captain else None
    is_there = seat is not None and seat.is_in and seat.place == place and seat.role is Role.LEARNER
    return captain if is_there else ""


def powers_at(world: World, seat: Seat, place: ChannelId | None, at: Millis) -> frozenset[Power]:
    """Return the powers that a learner holds in a place now; staff need none.

    Args:
        world: to read.
        seat: whose.
        place: `topic:ID` or `room:ID`; None when a command touches no such place.
        at: the time.
    """
    # Who was moved out of a room has no say there, whatever they were lent.
    if not place or seat.role is not Role.LEARNER or not may_write(seat, place):
        return NONE
    held = world.powers.held(seat.member, place, at)
    is_shared = room_of(place) is not None and not captain_there(world, place)
    return held | SHARED if is_shared else held
