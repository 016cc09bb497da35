"""What happens in a conversation."""

from __future__ import annotations

from typing import ClassVar

from app.domain.kernel.gate import TextSubmitted, TextWithdrawn
from app.domain.kernel.messages import Event


class MessagePosted(TextSubmitted, kw_only=True, frozen=True):
    """A message was written; `item` is its id."""

    type: ClassVar[str] = "discussion.posted"
    erasable: ClassVar[tuple[str, ...]] = ("text",)
    about: ClassVar[str | None] = "author"

    text: str = ""
    reply_to: str = ""


class MessageEdited(TextSubmitted, kw_only=True, frozen=True):
    """A message has a new revision; `item` is its id."""

    type: ClassVar[str] = "discussion.edited"
    erasable: ClassVar[tuple[str, ...]] = ("text",)
    about: ClassVar[str | None] = "author"

    text: str = ""


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


class HandRaised(Event, frozen=True, kw_only=True):
    """A member asks for the floor."""

    type: ClassVar[str] = "discussion.hand_raised"

    member: str


class HandLowered(Event, frozen=True, kw_only=True):
    """A member's hand is down."""

    type: ClassVar[str] = "discussion.hand_lowered"

    member: str
