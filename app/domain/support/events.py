"""What happens to calls for help, and what staff and a learner write to each other."""

from __future__ import annotations

from enum import StrEnum
from typing import TYPE_CHECKING, ClassVar

from app.domain.kernel.gate import TextSubmitted
from app.domain.kernel.help import HelpEvent, HelpTurn
from app.domain.kernel.messages import Event

if TYPE_CHECKING:
    from app.domain.kernel.words import PlaceId


class Problem(StrEnum):
    """What is wrong: they hear or see nothing, are not heard or seen, cannot get in, or it is something else."""

    SOUND = "sound"
    IMAGE = "image"
    ACCESS = "access"
    OTHER = "other"


class HelpAsked(Event, frozen=True, kw_only=True):
    """A learner calls the staff."""

    type: ClassVar[str] = "support.asked"

    call: str
    member: str
    kind: Problem


class CallReopened(HelpEvent, frozen=True, kw_only=True):
    """A call that was over is open again; `place` is the room whose it is, empty for a person's."""

    type: ClassVar[str] = "support.reopened"

    call: str
    place: str

    def where(self) -> PlaceId:
        """Return the room."""
        return self.place

    def turn(self) -> HelpTurn:
        """Return that somebody should come again."""
        return HelpTurn.WANTED


class CallClaimed(HelpEvent, frozen=True, kw_only=True):
    """A staff member is on it; `place` is the room whose call it is, empty for a person's."""

    type: ClassVar[str] = "support.claimed"

    call: str
    place: str

    def where(self) -> PlaceId:
        """Return the room."""
        return self.place

    def turn(self) -> HelpTurn:
        """Return that somebody is on it."""
        return HelpTurn.TAKEN


class CallReleased(HelpEvent, frozen=True, kw_only=True):
    """Nobody is on it any more; `place` is the room whose call it is, empty for a person's."""

    type: ClassVar[str] = "support.released"

    call: str
    place: str

    def where(self) -> PlaceId:
        """Return the room."""
        return self.place

    def turn(self) -> HelpTurn:
        """Return that others may take it."""
        return HelpTurn.RELEASED


class CallResolved(HelpEvent, frozen=True, kw_only=True):
    """Whoever called was helped; `place` is the room whose call it was, empty for a person's."""

    type: ClassVar[str] = "support.resolved"

    call: str
    place: str

    def where(self) -> PlaceId:
        """Return the room."""
        return self.place

    def turn(self) -> HelpTurn:
        """Return that they were helped."""
        return HelpTurn.GIVEN


class CallWithdrawn(Event, frozen=True, kw_only=True):
    """Whoever called needs nobody any more."""

    type: ClassVar[str] = "support.withdrawn"

    call: str


class SaidToStaff(TextSubmitted, frozen=True, kw_only=True):
    """A learner wrote to the staff; `channel` is the private one between them, `item` the text's id."""

    type: ClassVar[str] = "support.said"
    erasable: ClassVar[tuple[str, ...]] = ("text",)
    about: ClassVar[str | None] = "author"

    text: str = ""


class WrittenPrivately(Event, frozen=True, kw_only=True):
    """A staff member wrote to a learner alone.

    The words are the learner's to have erased, not their author's: they answer what the learner wrote, and may quote
    it.

    Attributes:
        item: the text's id.
        member: to whom.
        author: who wrote it.
    """

    type: ClassVar[str] = "support.written"
    erasable: ClassVar[tuple[str, ...]] = ("text",)
    about: ClassVar[str | None] = "member"

    item: str
    member: str
    author: str
    text: str = ""


class ThreadRead(Event, frozen=True, kw_only=True):
    """Staff have read what a learner wrote to them, and it wants no answer."""

    type: ClassVar[str] = "support.read"

    member: str
