"""A person's copy of a note, kept by pycrdt: another implementation than the one under test."""

from __future__ import annotations

import base64
from typing import TYPE_CHECKING, Any

from pycrdt import Doc, Text

from app.domain.kernel.views import note_audience
from app.domain.notes.commands import EditNote

if TYPE_CHECKING:
    from app.domain.kernel.messages import Event
    from tests.domain.classroom import Classroom


class Copy:
    """What somebody has of a note, and what they have written in it and not handed in yet."""

    def __init__(self, room: Classroom, member: str, place: str, client: int) -> None:
        self.room, self.member, self.place = room, member, place
        self.doc: Doc[Any] = Doc(client_id=client)
        self._text = self.doc.get("text", type=Text)
        self.updates: list[bytes] = []
        self.edition = 0
        self._reading = False
        self._watched = self.doc.observe(self._changed)

    def _changed(self, event: Any) -> None:
        if not self._reading:
            self.updates.append(event.update)

    def __str__(self) -> str:
        return str(self._text)

    def write(self, at: int, words: str) -> None:
        """Write from a character on."""
        self._text.insert(len(str(self._text)[:at].encode()), words)

    def cut(self, at: int, length: int) -> None:
        """Take some characters out."""
        text = str(self._text)
        del self._text[len(text[:at].encode()) : len(text[: at + length].encode())]

    def command(self, update: bytes) -> EditNote:
        """Return what asks for an update."""
        return EditNote(place=self.place, edition=self.edition, update=base64.b64encode(update).decode())

    def hand_in(self) -> list[Event]:
        """Ask for everything that was written since.

        Raises:
            Refusal: it was not taken.
        """
        events: list[Event] = []
        while self.updates:
            events += self.room.do(self.member, self.command(self.updates[0]))
            self.updates.pop(0)
        return events

    def type(self, words: str, at: int = 0) -> list[Event]:
        """Write, and hand it in.

        Raises:
            Refusal: it was not taken.
        """
        self.write(at, words)
        return self.hand_in()

    def read(self) -> None:
        """Take in the note's document as a page has it."""
        note = self.room.reads(note_audience(self.place))["notes"]
        if note["edition"] != self.edition:
            # Another text: what was written on the one before is no part of it.
            self.__init__(self.room, self.member, self.place, self.doc.client_id + 1_000)  # type: ignore[misc]
            self.edition = note["edition"]
        self._reading = True
        if "base" in note:
            self.doc.apply_update(base64.b64decode(note["base"]["update"]))
        for _, entry in sorted(note.get("updates", {}).items(), key=lambda each: int(each[0])):
            self.doc.apply_update(base64.b64decode(entry["update"]))
        self._reading = False
