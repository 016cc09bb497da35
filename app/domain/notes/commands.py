"""What people may ask about the notes that they write together."""

from __future__ import annotations

from typing import ClassVar

from app.domain.kernel.messages import Command, Stale
from app.domain.notes.events import NoteMode


class EditNote(Command, tag="notes.edit", frozen=True, kw_only=True):
    """Write in a note, or take something out of it.

    Updates of a Yjs document commute and may come twice, so one that was made without a line is sent when it is back.

    Attributes:
        place: where the note is: `main`, `room:<id>`, `topic:<id>` or `staff`.
        edition: which text of the place it was made on; another one is there after the note was cleared.
        update: a Yjs update (version 1) of the text `text`, in base64.
    """

    stale: ClassVar[Stale] = Stale.REPLAY

    place: str
    edition: int
    update: str


class BeginNote(Command, tag="notes.begin", frozen=True, kw_only=True):
    """Put into a note that nobody wrote in yet what its work begins with.

    Attributes:
        place: where the note is.
        text: the template.
    """

    place: str
    text: str


class SetNote(Command, tag="notes.set_mode", frozen=True, kw_only=True):
    """Say who may write in a note and read it.

    Attributes:
        place: where the note is.
        mode: `open`, `locked` (learners read it) or `hidden` (learners do not even read it).
    """

    stale: ClassVar[Stale] = Stale.ASK

    place: str
    mode: NoteMode


class ClearNote(Command, tag="notes.clear", frozen=True, kw_only=True):
    """Begin a note anew; what stood there can be brought back."""

    stale: ClassVar[Stale] = Stale.ASK

    place: str


class RestoreNote(Command, tag="notes.restore", frozen=True, kw_only=True):
    """Show again a text that was cleared; the one shown now is set aside.

    Attributes:
        place: where the note is.
        edition: the text to show.
    """

    stale: ClassVar[Stale] = Stale.ASK

    place: str
    edition: int
