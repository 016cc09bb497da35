"""What happens to the notes that people write together."""

from __future__ import annotations

from enum import StrEnum
from typing import ClassVar

from app.domain.kernel.gate import TextSubmitted
from app.domain.kernel.messages import Event


class NoteMode(StrEnum):
    """What learners may do with a note."""

    OPEN = "open"
    LOCKED = "locked"
    HIDDEN = "hidden"


class NoteEdited(TextSubmitted, frozen=True, kw_only=True):
    """Somebody wrote in a note, or took something out of it.

    The words stand beside the update, so that they can be erased without breaking what others built on them: what was
    erased is a deleted run like any other.

    Attributes:
        edition: which text of the place.
        update: the Yjs update in base64, in which a NUL stands for each UTF-16 unit that was written.
        text: the words that were written, one after the other.
    """

    type: ClassVar[str] = "notes.edited"
    erasable: ClassVar[tuple[str, ...]] = ("text",)
    about: ClassVar[str | None] = "author"

    edition: int
    update: str
    text: str = ""


class NoteBegun(Event, frozen=True, kw_only=True):
    """A note begins with the template of the work that it is for.

    Attributes:
        place: where the note is.
        text: the template; staff's words.
    """

    type: ClassVar[str] = "notes.begun"

    place: str
    text: str


class NoteModeSet(Event, frozen=True, kw_only=True):
    """Learners may do something else with a note from now on."""

    type: ClassVar[str] = "notes.mode_set"

    place: str
    mode: NoteMode


class NoteCleared(Event, frozen=True, kw_only=True):
    """A note begins anew; what stood there is set aside.

    Attributes:
        place: where the note is.
        edition: the number of the new text.
    """

    type: ClassVar[str] = "notes.cleared"

    place: str
    edition: int


class NoteRestored(Event, frozen=True, kw_only=True):
    """A text that was set aside is shown again, and the other one is set aside.

    Attributes:
        place: where the note is.
        edition: the number of the text that is shown.
    """

    type: ClassVar[str] = "notes.restored"

    place: str
    edition: int
