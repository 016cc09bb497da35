"""What happens in a conversation."""

from __future__ import annotations

from typing import Any, ClassVar

from app.domain.kernel.floor import HandMoved
from app.domain.kernel.gate import TextSubmitted, TextWithdrawn
from app.domain.kernel.messages import Event


class MessagePosted(TextSubmitted, kw_only=True, frozen=True):
    """A message was written; `item` is its id, `mentions` are the members whom it speaks to."""

    type: ClassVar[str] = "discussion.posted"
    version: ClassVar[int] = 2
    erasable: ClassVar[tuple[str, ...]] = ("text",)
    about: ClassVar[str | None] = "author"

    text: str = ""
    reply_to: str = ""
    mentions: tuple[str, ...] = ()


class PromptPosted(MessagePosted, kw_only=True, frozen=True):
    """A message that a staff member had prepared was said at its time."""

    type: ClassVar[str] = "discussion.prompted"
    version: ClassVar[int] = 1

    prompt: str = ""


class AnonymousPosted(MessagePosted, kw_only=True, frozen=True):
    """A message was written without a name: `author` is an alias where staff are not to know either.

    Learners are never told the author; an edit of it stays what it is.
    """

    type: ClassVar[str] = "anonymous.posted"
    version: ClassVar[int] = 1


class MessageEdited(TextSubmitted, kw_only=True, frozen=True):
    """A message has a new revision; `item` is its id, `mentions` are the members whom it speaks to."""

    type: ClassVar[str] = "discussion.edited"
    version: ClassVar[int] = 2
    erasable: ClassVar[tuple[str, ...]] = ("text",)
    about: ClassVar[str | None] = "author"

    text: str = ""
    mentions: tuple[str, ...] = ()


class MessageDeleted(TextWithdrawn, frozen=True, kw_only=True):
    """A message was taken away."""

    type: ClassVar[str] = "discussion.deleted"

    message: str

    @property
    def withdrawn(self) -> str:
        """The message's id."""
        return self.message


class Reacted(Event, frozen=True, kw_only=True):
    """A member added a reaction, or took it back."""

    type: ClassVar[str] = "discussion.reacted"

    message: str
    emoji: str
    on: bool


class HandRaised(HandMoved, frozen=True, kw_only=True):
    """A member asks for the floor."""

    type: ClassVar[str] = "discussion.hand_raised"


class HandLowered(HandMoved, frozen=True, kw_only=True):
    """A member's hand is down."""

    type: ClassVar[str] = "discussion.hand_lowered"


def without_mentions(fields: dict[str, Any]) -> dict[str, Any]:
    """Lift the texts of version 1, in which `@` meant nothing yet."""
    return fields | {"mentions": ()}
