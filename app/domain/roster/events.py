"""What happens to members and rooms."""

from __future__ import annotations

from enum import StrEnum
from typing import TYPE_CHECKING, ClassVar

import msgspec

from app.domain.kernel.gate import TextSubmitted
from app.domain.kernel.messages import Event
from app.domain.kernel.places import CameIn, NamedRoom, Placed, PlacesChanged
from app.domain.kernel.seats import PresenceTold, SeatChanged, SeatKept, SeatVacated, Standing
from app.domain.kernel.words import MemberId, Role

if TYPE_CHECKING:
    from collections.abc import Iterable


class DoorMode(StrEnum):
    """What happens to who comes with the code."""

    OPEN = "open"
    ASK = "ask"


class Presence(StrEnum):
    """How present a member's devices are, the best of them counting."""

    HERE = "here"
    HIDDEN = "hidden"
    GONE = "gone"


class PresenceChange(msgspec.Struct, frozen=True):
    """From `at` (milliseconds since 1970) on, a member is here, hidden or gone."""

    member: str
    presence: Presence
    at: int


class MemberInvited(SeatKept, frozen=True, kw_only=True):
    """A seat is kept for somebody who was invited by name."""

    type: ClassVar[str] = "roster.invited"
    erasable: ClassVar[tuple[str, ...]] = ("name",)
    about: ClassVar[str | None] = "member"


class MemberJoined(TextSubmitted, CameIn, kw_only=True, frozen=True):
    """Somebody took a new seat. `author` is the new member; the name is the text."""

    type: ClassVar[str] = "roster.joined"
    erasable: ClassVar[tuple[str, ...]] = ("name",)
    about: ClassVar[str | None] = "author"

    role: Role
    standing: Standing
    number: int
    token_hash: str
    language: str
    name: str = ""

    def who_came(self) -> MemberId:
        """Return who it is."""
        return self.author


class MemberEntered(SeatChanged, CameIn, frozen=True, kw_only=True):
    """Somebody came in on a seat that was kept or left."""

    type: ClassVar[str] = "roster.entered"

    standing: Standing

    def who_came(self) -> MemberId:
        """Return who it is."""
        return self.member


class MemberAdmitted(SeatChanged, CameIn, frozen=True, kw_only=True):
    """A waiting member was let in."""

    type: ClassVar[str] = "roster.admitted"

    def who_came(self) -> MemberId:
        """Return who it is."""
        return self.member


class MemberLeft(SeatVacated, frozen=True, kw_only=True):
    """A member went on purpose."""

    type: ClassVar[str] = "roster.left"


class MemberRenamed(TextSubmitted, kw_only=True, frozen=True):
    """A member has (or asks for) another name. `author` is whose name it is."""

    type: ClassVar[str] = "roster.renamed"
    erasable: ClassVar[tuple[str, ...]] = ("name",)
    about: ClassVar[str | None] = "author"

    name: str = ""


class RoleChanged(SeatChanged, frozen=True, kw_only=True):
    """A member is something else now."""

    type: ClassVar[str] = "roster.role_changed"

    role: Role


class MemberRemoved(SeatVacated, frozen=True, kw_only=True):
    """A member was put out."""

    type: ClassVar[str] = "roster.removed"


class TokenGranted(Event, frozen=True, kw_only=True):
    """One more token opens a member's seat."""

    type: ClassVar[str] = "roster.token_granted"

    member: str
    token_hash: str


class TokensRevoked(Event, frozen=True, kw_only=True):
    """No token opens a member's seat any more."""

    type: ClassVar[str] = "roster.tokens_revoked"

    member: str


class DoorSet(Event, frozen=True, kw_only=True):
    """Who comes with the code is let in at once, or waits."""

    type: ClassVar[str] = "roster.door_set"

    mode: DoorMode


class RoomOpened(PlacesChanged, frozen=True, kw_only=True):
    """A room is open; written by the first versions, before rooms were opened in rounds."""

    type: ClassVar[str] = "roster.room_opened"

    room: str
    name: str

    def opened(self) -> Iterable[NamedRoom]:
        """Return the room."""
        return (NamedRoom(self.room, self.name),)


class RoomClosed(PlacesChanged, frozen=True, kw_only=True):
    """A room is closed; written by the first versions."""

    type: ClassVar[str] = "roster.room_closed"

    room: str

    def closed(self) -> Iterable[str]:
        """Return the room."""
        return (self.room,)


class MembersMoved(PlacesChanged, frozen=True, kw_only=True):
    """Members are somewhere else now; written by the first versions."""

    type: ClassVar[str] = "roster.moved"

    members: tuple[str, ...]
    place: str

    def placed(self) -> Iterable[Placed]:
        """Return who is there."""
        return (Placed(member, self.place) for member in self.members)


class PresenceNoted(PresenceTold, frozen=True, kw_only=True):
    """Members came, hid or went."""

    type: ClassVar[str] = "roster.presence_noted"

    changes: tuple[PresenceChange, ...]

    def gone(self) -> Iterable[str]:
        """Return those who have no connection any more."""
        return (change.member for change in self.changes if change.presence is Presence.GONE)
