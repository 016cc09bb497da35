"""What happens to the board."""

from __future__ import annotations

from typing import ClassVar

from app.domain.kernel.fates import FateTurned
from app.domain.kernel.gate import TextSubmitted, TextWithdrawn


class ItemAdded(TextSubmitted, frozen=True, kw_only=True):
    """A link or a note was put on the board; `item` is its id.

    Attributes:
        title: what it is.
        link: where it is; empty for a note.
        note: what it is good for.
        topic: the topic that it belongs to; empty for none.
    """

    type: ClassVar[str] = "board.added"
    erasable: ClassVar[tuple[str, ...]] = ("title", "link", "note")
    about: ClassVar[str | None] = "author"

    title: str = ""
    link: str = ""
    note: str = ""
    topic: str = ""


class ItemEdited(TextSubmitted, frozen=True, kw_only=True):
    """A link or a note has other words; its fields are those of `ItemAdded`."""

    type: ClassVar[str] = "board.edited"
    erasable: ClassVar[tuple[str, ...]] = ("title", "link", "note")
    about: ClassVar[str | None] = "author"

    title: str = ""
    link: str = ""
    note: str = ""
    topic: str = ""


class MessagePut(FateTurned, frozen=True, kw_only=True):
    """A message was put on the board.

    Attributes:
        item: the id of what stands on the board.
        message: the message.
        by: who put it there.
        topic: the topic in which it was said; empty for none.
    """

    type: ClassVar[str] = "board.message_put"

    item: str
    message: str
    by: str
    topic: str = ""


class ItemRemoved(TextWithdrawn, frozen=True, kw_only=True):
    """Something was taken off the board.

    Attributes:
        item: its id.
        by: who had put it there.
        message: the message that it was; empty for a link or a note.
    """

    type: ClassVar[str] = "board.removed"

    item: str
    by: str
    message: str = ""

    @property
    def withdrawn(self) -> str:
        """The id of what it was."""
        return self.item


class UsefulMarked(FateTurned, frozen=True, kw_only=True):
    """The actor finds something useful, or no longer."""

    type: ClassVar[str] = "board.marked"

    item: str
    on: bool
