"""What may be asked about the board."""

from __future__ import annotations

from app.domain.kernel.messages import Command


class AddItem(Command, tag="board.add", frozen=True, kw_only=True):
    """Put a link or a note on the board.

    Attributes:
        title: what it is; may be empty beside a link.
        link: where it is; empty for a note.
        note: what it is good for.
        topic: the topic that it belongs to; empty for none.
    """

    title: str = ""
    link: str = ""
    note: str = ""
    topic: str = ""


class PutMessage(Command, tag="board.put", frozen=True, kw_only=True):
    """Put a message on the board; it stays where it was said, too, and hiding it there hides it here."""

    message: str


class EditItem(Command, tag="board.edit", frozen=True, kw_only=True):
    """Give a link or a note other words: one's own, or as staff anyone's."""

    item: str
    title: str = ""
    link: str = ""
    note: str = ""
    topic: str = ""


class RemoveItem(Command, tag="board.remove", frozen=True, kw_only=True):
    """Take something off the board: one's own, or as staff anyone's."""

    item: str


class MarkUseful(Command, tag="board.mark", frozen=True, kw_only=True):
    """Say that something on the board is useful, or take it back. Each member counts once, and not for their own."""

    item: str
    on: bool = True
