"""Who is in a session, as what, and where: the reading that every capability may rely on."""

from __future__ import annotations

from enum import StrEnum
from typing import TYPE_CHECKING, Final, Protocol

import msgspec

from app.domain.kernel.messages import Event
from app.domain.kernel.words import MAIN, STAFF, ChannelId, MemberId, PlaceId, Role, private_of, room_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence


class Standing(StrEnum):
    """How far a member has come into a session."""

    EXPECTED = "expected"
    WAITING = "waiting"
    ADMITTED = "admitted"
    LEFT = "left"
    REMOVED = "removed"


class Seat(msgspec.Struct, frozen=True, kw_only=True):
    """One member's place in a session.

    Attributes:
        member: the member's id.
        role: what they are.
        standing: how far in they are.
        place: `main` or `room:<id>`.
        number: their order of arrival, from 1; what they are called while no name of theirs is admitted.
        name: the last admitted name; empty while there is none, or after erasure.
        name_revision: the revision of the admitted name; 0 while there is none.
    """

    member: MemberId
    role: Role
    standing: Standing
    place: PlaceId = MAIN
    number: int
    name: str = ""
    name_revision: int = 0

    @property
    def is_in(self) -> bool:
        """Whether the member takes part now, connected or not."""
        return self.standing is Standing.ADMITTED


class SeatChanged(Event, frozen=True, kw_only=True):
    """The base of events after which a member may do something else than before."""

    member: str


class SeatVacated(SeatChanged, frozen=True, kw_only=True):
    """The base of events by which a member stops taking part, of their own will or not."""


class MemberBarred(Event, frozen=True, kw_only=True):
    """The base of events by which a member must not take part any more, nor come back under another seat."""

    member: str


class PresenceTold(Event, frozen=True, kw_only=True):
    """The base of events that tell who came, hid or went."""

    def gone(self) -> Iterable[MemberId]:
        """Return those who have no connection any more."""
        return ()


class SeatKept(Event, frozen=True, kw_only=True):
    """The base of events by which a seat is kept for somebody who will come with a token of their own.

    Attributes:
        member: the id they will have.
        role: what they will be.
        number: as in `Seat`.
        token_hash: SHA-256 of the token that opens the seat.
        name: what they are called.
    """

    member: str
    role: Role
    number: int
    token_hash: str
    name: str = ""


class SeatsJoined(Event, frozen=True, kw_only=True):
    """The base of events by which a seat that was kept turns out to be needless: who it is for sits on another one.

    The tokens of the needless seat open the other one from then on. Who waited for admission is let in.

    Attributes:
        member: the seat that stays.
        spare: the seat that was kept, on which nobody ever sat.
    """

    member: str
    spare: str


class SeatsParted(Event, frozen=True, kw_only=True):
    """The base of events by which two joined seats are two again, each with its own tokens.

    Attributes:
        member: the seat that stayed.
        spare: the seat that is kept again.
    """

    member: str
    spare: str


class Seats(Protocol):
    """What capabilities may ask about members."""

    def seat(self, member: MemberId) -> Seat | None:
        """Return the member's seat, or None for a stranger."""

    def all_seats(self) -> Iterable[Seat]:
        """Return every seat ever given, in order of arrival."""

    def those_in(self, place: PlaceId) -> Sequence[Seat]:
        """Return the admitted members in a place, in order of arrival."""

    def room_exists(self, place: PlaceId) -> bool:
        """Whether the place is the main room or a room that is open."""

    def all_rooms(self) -> Iterable[str]:
        """Return every room there ever was, by its id."""

    def left_at(self, member: MemberId, place: PlaceId) -> int:
        """Return the seq at which the member last left that room; 0 if never."""

    def places_left(self, member: MemberId, seq: int) -> Iterable[PlaceId]:
        """Return the rooms that the member left at that very seq."""

    def next_number(self) -> int:
        """Return the number of the next seat that is given."""

    def is_token_used(self, token_hash: str) -> bool:
        """Whether a token opens a seat already."""


def may_write(seat: Seat, channel: ChannelId) -> bool:
    """Whether the seat's holder may write in a channel, as far as role and place decide it."""
    if not seat.is_in or seat.role is Role.OBSERVER:
        return False
    if seat.role.is_staff:
        return True
    if channel == STAFF:
        return False
    private = private_of(channel)
    if private is not None:
        return private == seat.member
    return room_of(channel) is None or channel == seat.place


ALL_OF_IT: Final = 2**53 - 1
"""What `visible_until` answers when there is no end."""


def visible_until(seats: Seats, seat: Seat, channel: ChannelId) -> int:
    """Return the last seq of a channel's history that a seat's holder may read; 0 for nothing.

    Members of a room read its whole talk; one who was moved out reads it up to leaving. Topics are the whole class's,
    like the main room.
    """
    if not seat.is_in:
        return 0
    if seat.role.is_staff:
        return ALL_OF_IT
    if channel == STAFF:
        return 0
    private = private_of(channel)
    if private is not None:
        return ALL_OF_IT if private == seat.member else 0
    if room_of(channel) is None or (channel == seat.place and seat.role is not Role.OBSERVER):
        return ALL_OF_IT
    return 0 if seat.role is Role.OBSERVER else seats.left_at(seat.member, channel)
