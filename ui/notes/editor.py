"""A note to read and to write in: one's own caret and undo, others' words as they come, and who wrote what."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QTimer, Signal
from PySide6.QtGui import QColor, QGuiApplication, QKeySequence, QTextCharFormat, QTextCursor
from PySide6.QtWidgets import QHBoxLayout, QPlainTextEdit, QSizePolicy, QTextEdit, QVBoxLayout, QWidget

from app.domain.kernel.words import RELAY
from app.domain.notes.state import NotesState
from app.domain.notes.updates import units
from app.sync.notes import SharedNote, splice
from ui.bridge.names import member_name
from ui.bridge.refusals import refusal_text
from ui.widgets.avatar import avatar_colours
from ui.widgets.banner import Banner
from ui.widgets.buttons import IconButton
from ui.widgets.labels import ElidedLabel, Tone, Words
from ui.widgets.theme import tokens
from ui.widgets.translated import Translated

if TYPE_CHECKING:
    from PySide6.QtGui import QHideEvent, QKeyEvent, QShowEvent

    from ui.bridge.session import SessionBridge

_WRITING_MS = 5_000
_TICK_MS = 1_000
_TINT = 48
_MARGIN = 8


class _Text(QPlainTextEdit):
    """The text. Undo and redo are the note's: what others wrote is not this person's to take back."""

    undone = Signal()
    redone = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setUndoRedoEnabled(False)
        self.setTabChangesFocus(True)
        self.document().setDocumentMargin(_MARGIN)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)

    def event(self, event: QEvent) -> bool:
        """Keep undo and redo, which the window would else take for its own."""
        if event.type() == QEvent.Type.ShortcutOverride and self._step(event) is not None:  # type: ignore[arg-type]
            event.accept()
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Undo, redo, or write."""
        step = self._step(event)
        if step is None:
            super().keyPressEvent(event)
        elif not self.isReadOnly():
            (self.undone if step else self.redone).emit()

    def _step(self, event: QKeyEvent) -> bool | None:
        if event.matches(QKeySequence.StandardKey.Undo):
            return True
        return False if event.matches(QKeySequence.StandardKey.Redo) else None


class NoteEditor(Translated, QWidget):
    """Shows the note of one place, and lets it be written in.

    Args:
        bridge: to the session.
        parent: the owner.
    """

    def __init__(self, bridge: SessionBridge, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._bridge = bridge
        self._open: list[SharedNote] = []
        self._place = self._name = ""
        self._aside = ""
        self._showing = False
        self._tinted = False
        self.text = _Text()
        self.problem = Banner()
        self._state = ElidedLabel(words=Words.CAPTION, tone=Tone.MUTED)
        self._here = ElidedLabel(words=Words.CAPTION, tone=Tone.MUTED)
        self.who = IconButton("users")
        self.who.setCheckable(True)
        self.undo, self.redo = IconButton("undo-2"), IconButton("redo-2")
        self._timer = QTimer(self)
        self._timer.setInterval(_TICK_MS)
        self._timer.timeout.connect(self._say_people)
        self._lay_out()
        self.text.textChanged.connect(self._written)
        self.text.cursorPositionChanged.connect(self._say_here)
        self.text.undone.connect(lambda: self._step(back=True))
        self.text.redone.connect(lambda: self._step(back=False))
        self.undo.clicked.connect(lambda: self._step(back=True))
        self.redo.clicked.connect(lambda: self._step(back=False))
        self.who.toggled.connect(self._tint)
        self.problem.acted.connect(self._put_back)
        self.setFocusProxy(self.text)
        # The note listens to the class, not to this widget: it must end with it, and without it.
        opened = self._open
        self.destroyed.connect(lambda: _close(opened))
        self.retranslate()

    def _lay_out(self) -> None:
        space = tokens().space
        foot = QHBoxLayout()
        foot.setSpacing(space.xs)
        foot.addWidget(self._state, 1)
        foot.addWidget(self._here)
        for button in (self.undo, self.redo, self.who):
            foot.addWidget(button)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(space.xs)
        column.addWidget(self.problem)
        column.addWidget(self.text, 1)
        column.addLayout(foot)

    def retranslate(self) -> None:
        """Say the words again."""
        self.text.setAccessibleName(self.tr("Shared notes: %1").replace("%1", self._name))
        self.text.setPlaceholderText(
            self.tr(
                "Everybody in this place writes here at once. A line that begins with - is a list, with # a heading."
            )
        )
        self.undo.say(self.tr("Undo what I wrote (Ctrl+Z)"))
        self.redo.say(self.tr("Redo what I wrote (Ctrl+Shift+Z)"))
        self.who.say(self.tr("Show who wrote what"))
        self._say_people()
        self._say_here()

    @property
    def _note(self) -> SharedNote | None:
        return self._open[0] if self._open else None

    @property
    def place(self) -> str:
        """Where the note is that is shown; empty for none."""
        return self._place

    def show_place(self, place: str, name: str) -> None:
        """Show the note of a place; an empty one lets go of what is shown.

        Args:
            place: its id.
            name: what it is called.
        """
        self._name = name
        if place != self._place:
            self.close_note()
            self._place = place
            if place:
                self._open.append(SharedNote(self._bridge.client, place, self._told))
            self.problem.hide()
            self._told()
            self.text.moveCursor(QTextCursor.MoveOperation.End)
        self.retranslate()

    def close_note(self) -> None:
        """Hand in what was written, and let go of the note."""
        _close(self._open)
        self._place = ""

    def set_read_only(self, *, on: bool) -> None:
        """Let the note only be read.

        Args:
            on: whether.
        """
        self.text.setReadOnly(on)
        self.undo.setVisible(not on)
        self.redo.setVisible(not on)

    def showEvent(self, event: QShowEvent) -> None:
        """Keep true who writes while it can be seen."""
        super().showEvent(event)
        self._say_people()
        self._timer.start()

    def hideEvent(self, event: QHideEvent) -> None:
        """Rest while nobody looks."""
        self._timer.stop()
        super().hideEvent(event)

    # --- writing ---------------------------------------------------------------------------------------------------

    def _written(self) -> None:
        if self._showing or self._note is None:
            return
        text = self.text.toPlainText()
        self._note.write(text, _characters(text, self.text.textCursor().position()))
        self._tint_again()

    def _step(self, *, back: bool) -> None:
        note = self._note
        if note is not None and (note.undo() if back else note.redo()):
            at = splice(self.text.toPlainText(), note.text)
            self._show()
            cursor = self.text.textCursor()
            cursor.setPosition(min(units(note.text), units(note.text[: at.at + len(at.new)])))
            self.text.setTextCursor(cursor)

    def _told(self) -> None:
        self._show()
        note = self._note
        if note is not None and note.set_aside:
            said = self.tr("What you wrote in the notes was not taken. %1")
            self.problem.say(Tone.WARN, said.replace("%1", refusal_text(note.problem)), action=self.tr("Copy my text"))
            self._aside, note.set_aside = note.set_aside, ""
        self._say_people()
        self._say_here()

    def _put_back(self) -> None:
        """Put the text that was not taken where one can paste it from."""
        QGuiApplication.clipboard().setText(self._aside)
        self.problem.hide()

    def _show(self) -> None:
        """Bring what others wrote into the text, and leave one's caret, selection and place where they are."""
        wanted = self._note.text if self._note is not None else ""
        before = self.text.toPlainText()
        if wanted == before:
            return
        what = splice(before, wanted)
        start = units(before[: what.at])
        gone, added = units(before[what.at : what.at + what.gone]), units(what.new)
        own = self.text.textCursor()
        anchor, position = (_carried(each, start, gone, added) for each in (own.anchor(), own.position()))
        self._showing = True
        edit = QTextCursor(self.text.document())
        edit.setPosition(start)
        edit.setPosition(start + gone, QTextCursor.MoveMode.KeepAnchor)
        edit.insertText(what.new)
        own = self.text.textCursor()
        if (own.anchor(), own.position()) != (anchor, position):
            bars = self.text.verticalScrollBar().value()
            own.setPosition(anchor)
            own.setPosition(position, QTextCursor.MoveMode.KeepAnchor)
            self.text.setTextCursor(own)
            self.text.verticalScrollBar().setValue(bars)
        if not before:
            # Nobody has chosen a place yet: one goes on where the text ends.
            self.text.moveCursor(QTextCursor.MoveOperation.End)
        self._showing = False
        self._tint_again()

    # --- who -------------------------------------------------------------------------------------------------------

    def _say_people(self) -> None:
        if not self._place:
            self._state.setText("")
            return
        world, state = self._bridge.projected, self._bridge.projected.state(NotesState)
        since = self._bridge.now() - _WRITING_MS
        edits = state.edits(self._place).values()
        recent = dict.fromkeys(edit.member for edit in edits if edit.at > since)
        others = [member_name(world, member) for member in recent if member not in {self._bridge.me, RELAY}]
        if others:
            said = self.tr("%1 is writing…") if len(others) == 1 else self.tr("%1 are writing…")
            self._state.setText(said.replace("%1", ", ".join(others)))
            return
        standing = sorted(state.standing(self._place).items(), key=lambda each: -each[1])
        parts = [f"{member_name(world, member)} {count}" for member, count in standing if member != RELAY]
        said = self.tr("Characters by each: %1").replace("%1", " · ".join(parts)) if parts else ""
        self._state.setText(said)
        self._state.setToolTip(said)

    def _pieces(self) -> list[tuple[str, int, int]]:
        """Return who wrote from where to where, in UTF-16 units; nothing while one's own words are on their way."""
        state = self._bridge.projected.state(NotesState)
        pieces = state.pieces(self._place) if self._place else ()
        if "".join(piece.text for piece in pieces) != self.text.toPlainText():
            return []
        found, at = [], 0
        for piece in pieces:
            end = at + units(piece.text)
            found.append((piece.member, at, end))
            at = end
        return found

    def _say_here(self) -> None:
        at = self.text.textCursor().position()
        author = next((member for member, start, end in self._pieces() if start < at <= end), "")
        if not author:
            self._here.setText("")
        elif author == RELAY:
            self._here.setText(self.tr("At the caret: the template"))
        else:
            name = member_name(self._bridge.projected, author)
            self._here.setText(self.tr("At the caret: %1").replace("%1", name))

    def _tint(self, on: bool) -> None:  # noqa: FBT001 (a signal passes it)
        self._tinted = on
        self._tint_again()

    def _tint_again(self) -> None:
        selections = []
        for member, start, end in self._pieces() if self._tinted else ():
            if member == RELAY:
                continue
            look = QTextCharFormat()
            ground = QColor(avatar_colours(member).ink)
            ground.setAlpha(_TINT)
            look.setBackground(ground)
            selection = QTextEdit.ExtraSelection()
            cursor = QTextCursor(self.text.document())
            cursor.setPosition(start)
            cursor.setPosition(end, QTextCursor.MoveMode.KeepAnchor)
            selection.cursor, selection.format = cursor, look
            selections.append(selection)
        self.text.setExtraSelections(selections)


def _close(opened: list[SharedNote]) -> None:
    while opened:
        opened.pop().close()


def _characters(text: str, position: int) -> int:
    """Return how many characters stand before a place that is counted in UTF-16 units."""
    if text.isascii():
        return position
    return len(text.encode("utf-16-le")[: 2 * position].decode("utf-16-le", "ignore"))


def _carried(position: int, start: int, gone: int, added: int) -> int:
    """Return where a place is after a change; what comes in exactly there comes behind it."""
    if position <= start:
        return position
    return position + added - gone if position >= start + gone else start + added
