"""Where one writes a message: it grows, counts, keeps drafts, and sends on Enter."""

from collections.abc import Hashable

from PySide6.QtCore import QEvent, QSize, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QPlainTextEdit, QSizePolicy, QVBoxLayout, QWidget

from ui.widgets.buttons import IconButton
from ui.widgets.labels import Label, Tone, Words, set_look
from ui.widgets.theme import font, tokens
from ui.widgets.translated import Translated

MAX_LINES = 6
"""How far it grows before it scrolls."""
COUNT_FROM = 0.8
"""The part of the limit after which characters are counted."""


class GrowingEdit(QPlainTextEdit):
    """A text that is as tall as its lines, up to six. Enter submits; Shift+Enter breaks the line."""

    submitted = Signal()
    focused = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("kind", "bare")
        self.setTabChangesFocus(True)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.document().setDocumentMargin(2)
        self.textChanged.connect(self.fit)
        self.fit()

    def fit(self) -> None:
        """Take the height that the text needs."""
        self.ensurePolished()
        # A plain text document measures its height in lines.
        lines = min(max(1, round(self.document().size().height())), MAX_LINES)
        self.setFixedHeight(lines * self.fontMetrics().lineSpacing() + 8)

    def sizeHint(self) -> QSize:
        """A line or more."""
        return QSize(super().sizeHint().width(), self.height())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Send on Enter, break the line on Shift+Enter."""
        enter = event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}
        if enter and not event.modifiers() & Qt.KeyboardModifier.ShiftModifier:
            self.submitted.emit()
            return
        super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Fit again when the lines break elsewhere."""
        super().resizeEvent(event)
        if event.oldSize().width() != event.size().width():
            self.fit()

    def changeEvent(self, event: QEvent) -> None:
        """Fit again when the type changes."""
        super().changeEvent(event)
        if event.type() in {QEvent.Type.FontChange, QEvent.Type.StyleChange}:
            self.fit()

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Tell the frame."""
        super().focusInEvent(event)
        self.focused.emit(True)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Tell the frame."""
        super().focusOutEvent(event)
        self.focused.emit(False)


class Composer(Translated, QFrame):
    """A place to write one message at a time.

    `submitted` carries the text, without the white space around it, when the person sends it; the field is empty then.
    `draft_changed` carries the text at every change. A draft is kept for each place one writes to.

    Args:
        limit: the most characters that may be sent.
        parent: the owner.
    """

    submitted = Signal(object)
    draft_changed = Signal(object)

    def __init__(self, *, limit: int = 4000, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._limit = limit
        self._name = ""
        self._place: Hashable = None
        self._drafts: dict[Hashable, str] = {}
        self.edit = GrowingEdit()
        self._count = Label(words=Words.CAPTION, tone=Tone.MUTED)
        self._count.setFont(font(tokens().type.caption, tabular=True))
        self._send = IconButton("send")
        self.setProperty("ground", "composer")
        self.setProperty("focused", "false")
        space = tokens().space
        row = QHBoxLayout()
        row.setSpacing(space.s)
        row.addWidget(self.edit, 1)
        row.addWidget(self._count, 0, Qt.AlignmentFlag.AlignBottom)
        row.addWidget(self._send, 0, Qt.AlignmentFlag.AlignBottom)
        column = QVBoxLayout(self)
        column.setContentsMargins(space.m, space.xs, space.xs, space.xs)
        column.addLayout(row)
        self.setFocusProxy(self.edit)
        self.edit.submitted.connect(self.send)
        self.edit.textChanged.connect(self._changed)
        self.edit.focused.connect(lambda on: set_look(self, focused="true" if on else "false"))
        self._send.clicked.connect(self.send)
        self._count.setMinimumHeight(self._send.sizeHint().height())
        self.retranslate()
        self._changed()

    def say(self, name: str) -> None:
        """Tell what is written here.

        Args:
            name: such as "Message to everyone", already translated.
        """
        self._name = name
        self.retranslate()

    def retranslate(self) -> None:
        """Say the words again."""
        name = self._name or self.tr("Write a message")
        self.edit.setAccessibleName(name)
        self.edit.setAccessibleDescription(self.tr("Enter sends, Shift+Enter starts a new line."))
        self.edit.setPlaceholderText(name)
        self._send.say(self.tr("Send (Enter)"))
        self._show_count()

    def text(self) -> str:
        """Give what would be sent."""
        return self.edit.toPlainText().strip()

    def can_send(self) -> bool:
        """Tell whether there is something to send and it is not too long."""
        return 0 < len(self.text()) <= self._limit

    def send(self) -> None:
        """Send what is written, when that is possible."""
        if not self.can_send():
            return
        text = self.text()
        self.edit.clear()
        self._drafts.pop(self._place, None)
        self.submitted.emit(text)

    def restore(self, text: str) -> None:
        """Give a refused text back to the person, before what was written since.

        Args:
            text: as it was submitted.
        """
        since = self.edit.toPlainText()
        self.edit.setPlainText(f"{text}\n{since}" if since else text)
        self.edit.moveCursor(self.edit.textCursor().MoveOperation.End)

    def write_to(self, place: Hashable) -> None:
        """Write to another place from now on; what was begun stays with the old one.

        Args:
            place: usually a channel's id.
        """
        if place == self._place:
            return
        self._drafts[self._place] = self.edit.toPlainText()
        self._place = place
        self.edit.setPlainText(self._drafts.get(place, ""))
        self.edit.moveCursor(self.edit.textCursor().MoveOperation.End)

    def _changed(self) -> None:
        can = self.can_send()
        self._send.setEnabled(can)
        self._send.set_icon("send", "accent_text" if can else "muted")
        self._show_count()
        self.draft_changed.emit(self.edit.toPlainText())

    def _show_count(self) -> None:
        size = len(self.text())
        self._count.setVisible(size >= self._limit * COUNT_FROM)
        left = self._limit - size
        if left >= 0:
            self._count.setText(self.tr("%n left", "characters that may still be written", left))
        else:
            self._count.setText(self.tr("%n too many", "characters above the limit", -left))
        self._count.set_tone(Tone.MUTED if left >= 0 else Tone.DANGER)
