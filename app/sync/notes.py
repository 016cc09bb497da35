"""A note that several people write in at once: one copy of its text, and one desktop's side of it."""

from __future__ import annotations

import asyncio
import base64
import secrets
from typing import TYPE_CHECKING, Any, Final

import msgspec
from pycrdt import Doc, Text, UndoManager, merge_updates

from app.domain.kernel.refusal import Refusal
from app.domain.notes.commands import EditNote
from app.domain.notes.decider import UPDATE_LIMIT
from app.domain.notes.state import NotesState
from app.domain.notes.updates import ROOT, write
from app.sync.changes import NoticeKind
from app.sync.connection import Online

if TYPE_CHECKING:
    from collections.abc import Callable

    from app.sync.changes import Change
    from app.sync.client import StaffClient

GATHER_S: Final = 0.3
"""How long, in seconds, one's own edits are gathered into one; the first after a pause goes out at once."""

GATHER_OFFLINE_S: Final = 4.0
"""The same while there is no line."""

STEP_MS: Final = 700
"""What is written with shorter pauses is one step to undo, in milliseconds."""

CHUNK: Final = 4_000
"""How many characters one update brings in at most, so that a long paste fits what the relay takes."""

_MINE: Final = "mine"


class Splice(msgspec.Struct, frozen=True):
    """A change of a text: from which character on, how many go, and what comes in their place."""

    at: int
    gone: int
    new: str


def splice(before: str, after: str, caret: int | None = None) -> Splice:
    """Return the smallest change that turns one text into another.

    Args:
        before: the text.
        after: what it became.
        caret: where in `after` one writes, if that is known; tells which of several equal letters was typed.
    """
    end = 0
    longest = min(len(before), len(after))
    most = longest if caret is None else min(longest, max(0, len(after) - caret))
    while end < most and before[-1 - end] == after[-1 - end]:
        end += 1
    start = 0
    while start < longest - end and before[start] == after[start]:
        start += 1
    return Splice(start, len(before) - end - start, after[start : len(after) - end])


class NoteCopy:
    """One copy of a note's text: what is written in it comes out as updates, what others wrote goes in as such.

    Args:
        told: called with each update of one's own.
        client: the copy's Yjs client; a fresh one when None, as no two copies may ever have the same.
    """

    def __init__(self, told: Callable[[bytes], None], client: int | None = None) -> None:
        self._told = told
        self._doc: Doc[Any] = Doc(client_id=client or 1 + secrets.randbelow(2**32 - 1))
        self._text = self._doc.get(ROOT, type=Text)
        self._receiving = False
        self._undoing = UndoManager(scopes=[self._text], capture_timeout_millis=STEP_MS)
        self._undoing.include_origin(_MINE)
        # Held, since an observation ends with its handle.
        self._watched = self._doc.observe(self._changed)

    def __str__(self) -> str:
        """Return the words."""
        return str(self._text)

    def receive(self, *updates: bytes) -> None:
        """Take in what the relay holds; it has read every update before."""
        self._receiving = True
        try:
            for update in updates:
                self._doc.apply_update(update)
        finally:
            self._receiving = False

    def change(self, what: Splice) -> None:
        """Write, or take something out."""
        before = str(self._text)
        start = len(before[: what.at].encode())
        if what.gone:
            with self._doc.transaction(origin=_MINE):
                del self._text[start : start + len(before[what.at : what.at + what.gone].encode())]
        for begin in range(0, len(what.new), CHUNK):
            piece = what.new[begin : begin + CHUNK]
            with self._doc.transaction(origin=_MINE):
                self._text.insert(start, piece)
            start += len(piece.encode())

    def undo(self) -> bool:
        """Take back one's own last step; whether there was one."""
        return bool(self._undoing.can_undo() and self._undoing.undo())

    def redo(self) -> bool:
        """Do again what was taken back; whether there was something."""
        return bool(self._undoing.can_redo() and self._undoing.redo())

    def _changed(self, event: Any) -> None:
        if not self._receiving:
            self._told(event.update)


class SharedNote:
    """One desktop's side of a note.

    What is written here goes out gathered, what others write comes in as it arrives. What the relay does not take is
    set aside, and the copy begins anew from what the class has: nobody could make sense of what builds on it.

    Attributes:
        place: where the note is.
        set_aside: the text as it was here when something of it was not taken; empty when all is well.
        problem: the code of that refusal.
    """

    def __init__(self, client: StaffClient, place: str, told: Callable[[], None]) -> None:
        """Open a note.

        Args:
            client: the seat in the session; left open.
            place: where the note is.
            told: called when the text, or how the note stands, may have changed.
        """
        self.client = client
        self.place = place
        self.set_aside = self.problem = self._meant = ""
        self._tell = told
        self._loop = asyncio.get_running_loop()
        self._gathered: list[bytes] = []
        self._timer: asyncio.TimerHandle | None = None
        self._flushed_at = 0.0
        self._begin()
        self._stop = client.on_change(self._changed)

    @property
    def text(self) -> str:
        """The words, with one's own that are still on their way."""
        return str(self._copy)

    @property
    def is_settled(self) -> bool:
        """Whether everything written here is in the class, as far as is known."""
        waiting = (one.command for one in self.client.pending)
        return not self._gathered and not any(isinstance(c, EditNote) and c.place == self.place for c in waiting)

    def write(self, text: str, caret: int | None = None) -> None:
        """Make the text what somebody has made of it.

        Args:
            text: all of it.
            caret: where they are in it, in characters.
        """
        what = splice(self.text, text, caret)
        if what.gone or what.new:
            self._copy.change(what)

    def undo(self) -> bool:
        """Take back one's own last step, and nobody else's; whether there was one."""
        return self._copy.undo()

    def redo(self) -> bool:
        """Do again what was taken back; whether there was something."""
        return self._copy.redo()

    def flush(self) -> None:
        """Hand out what is gathered."""
        if self._timer is not None:
            self._timer.cancel()
            self._timer = None
        gathered, self._gathered = self._gathered, []
        self._flushed_at = self._loop.time()
        for update in _fitting(gathered):
            command = EditNote(place=self.place, edition=self._edition, update=base64.b64encode(update).decode())
            try:
                self.client.submit(command)
            except Refusal as refusal:
                self._not_taken(refusal.code)
                return

    def close(self) -> None:
        """Hand out what is gathered, and let go of the note."""
        self.flush()
        self._stop()

    @property
    def _state(self) -> NotesState:
        return self.client.world.state(NotesState)

    def _begin(self) -> None:
        self._gathered.clear()
        shown = self.client.projected.state(NotesState)
        self._edition = shown.note(self.place).edition
        self._taken = self.client.world.seq
        self._seen = self._state.notes.get(self.place)
        self._copy = NoteCopy(self._edited)
        self._copy.receive(write(shown.text(self.place).whole()))

    def _edited(self, update: bytes) -> None:
        self._gathered.append(update)
        if self._timer is None:
            gather = GATHER_S if isinstance(self.client.connection, Online) else GATHER_OFFLINE_S
            wait = max(0.0, self._flushed_at + gather - self._loop.time())
            self._timer = self._loop.call_later(wait, self.flush)

    def _changed(self, change: Change) -> None:
        for notice in change.notices:
            asked = notice.pending.command if notice.pending is not None else None
            if notice.kind is NoticeKind.REFUSED and isinstance(asked, EditNote) and asked.place == self.place:
                self._not_taken(notice.code)
        note = self._state.notes.get(self.place)
        if note is self._seen and not (change.reset or change.notices):
            # Something else happened in the class.
            return
        self._seen = note
        if change.reset or (note.edition if note is not None else 0) != self._edition:
            if not self.is_settled:
                # What is on its way was meant for the text that is gone: its refusal follows.
                self._meant = self.text
            self._begin()
        elif note is not None:
            updates = [edit.update for seq, edit in self._state.edits(self.place).items() if seq > self._taken]
            if note.through > self._taken:
                updates.insert(0, note.base)
            self._taken = self.client.world.seq
            self._copy.receive(*(base64.b64decode(update) for update in updates if update))
        self._tell()

    def _not_taken(self, code: str) -> None:
        mine, self._meant = self._meant or self.text, ""
        self._begin()
        if mine != self.text:
            self.set_aside, self.problem = mine, code
        self._tell()


def _fitting(updates: list[bytes]) -> list[bytes]:
    """Return updates put together as far as the relay takes them in one."""
    found: list[bytes] = []
    for update in updates:
        if found and (len(found[-1]) + len(update)) * 4 // 3 < UPDATE_LIMIT // 2:
            found[-1] = merge_updates(found[-1], update)
        else:
            found.append(update)
    return found
