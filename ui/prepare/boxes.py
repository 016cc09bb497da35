"""The fields of the details: what is typed is part of the plan at once, and others' edits come in under the cursor."""

from __future__ import annotations

import time
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QEvent, QMimeData, QPoint, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QFocusEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPen,
    QResizeEvent,
    QTextCursor,
    QTextDocumentFragment,
)
from PySide6.QtWidgets import QCheckBox, QComboBox, QHBoxLayout, QLineEdit, QPlainTextEdit, QVBoxLayout, QWidget

from app.plans.plan import TEXT_LIMIT, TITLE_LIMIT
from ui.widgets.fields import Choice
from ui.widgets.icons import paint_icon
from ui.widgets.labels import Label, Tone, Words
from ui.widgets.theme import colour, tokens

if TYPE_CHECKING:
    from collections.abc import Sequence

PAUSE_S: Final = 1.5
"""After a pause of so many seconds, typing begins a new step of undo."""


class Strokes:
    """Tells whether a keystroke goes on with the one before, as letters of one word do."""

    def __init__(self) -> None:
        self._last = 0.0

    def end(self) -> None:
        """Begin anew with the next one."""
        self._last = 0.0

    def goes_on(self) -> bool:
        """Take a keystroke; return whether it goes on with the one before."""
        now, before = time.monotonic(), self._last
        self._last = now
        return now - before < PAUSE_S


def difference(before: str, after: str) -> tuple[int, int, str]:
    """Return where a text changed.

    Args:
        before: as it was.
        after: as it is.

    Returns:
        The place from which and up to which the old text goes, and what stands there instead.
    """
    shorter = min(len(before), len(after))
    start = next((place for place in range(shorter) if before[place] != after[place]), shorter)
    rest = shorter - start
    end = next((place for place in range(rest) if before[-1 - place] != after[-1 - place]), rest)
    return start, len(before) - end, after[start : len(after) - end]


class LineBox(QLineEdit):
    """A line. `typed` carries the text, and whether it goes on with the same word.

    Args:
        limit: the most characters it takes.
        parent: the owner.
    """

    typed = Signal(object, object)

    def __init__(self, limit: int = TITLE_LIMIT, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setMaxLength(limit)
        self._strokes = Strokes()
        self.textEdited.connect(lambda text: self.typed.emit(text, self._strokes.goes_on()))

    def show_text(self, text: str) -> None:
        """Show a text; the cursor stays where one writes.

        Args:
            text: of the plan.
        """
        before = self.text()
        if before == text:
            return
        at = self.cursorPosition()
        start, end, new = difference(before, text)
        self.setText(text)
        if not self.hasFocus():
            # A long text is read from its beginning.
            self.setCursorPosition(0)
            return
        self._strokes.end()
        self.setCursorPosition(at if at <= start else max(start, at + len(new) - (end - start)))

    def event(self, event: QEvent) -> bool:
        """Leave undo to the plan, whose steps go beyond this line."""
        return not _is_undo(event) and super().event(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """End the word."""
        self._strokes.end()
        super().focusOutEvent(event)


class TextBox(QPlainTextEdit):
    """A text of several lines, as high as it needs.

    `typed` carries the text, and whether it goes on with the same word.

    Args:
        least: the fewest lines shown.
        most: the most lines shown, from which on it scrolls.
        limit: the most characters it takes.
        parent: the owner.
    """

    typed = Signal(object, object)

    def __init__(self, least: int = 2, most: int = 14, limit: int = TEXT_LIMIT, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._least, self._most, self._limit = least, most, limit
        self._strokes, self._shows = Strokes(), False
        self.setProperty("kind", "field")
        self.setTabChangesFocus(True)
        self.setUndoRedoEnabled(False)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setMinimumWidth(60)
        self.document().setDocumentMargin(0)
        self.textChanged.connect(self._changed)
        self.document().documentLayout().documentSizeChanged.connect(lambda _size: self._fit())
        self._fit()

    def show_text(self, text: str) -> None:
        """Show a text; the cursor stays where one writes.

        Args:
            text: of the plan.
        """
        before = self.toPlainText()
        if before == text:
            return
        start, end, new = difference(before, text)
        # Qt counts letters beyond the first plane twice.
        first, last = _units(before[:start]), _units(before[:end])
        self._shows = True
        cursor = QTextCursor(self.document())
        cursor.setPosition(first)
        cursor.setPosition(last, QTextCursor.MoveMode.KeepAnchor)
        cursor.insertText(new)
        self._shows = False
        if self.hasFocus():
            self._strokes.end()

    def _changed(self) -> None:
        if self._shows:
            return
        text = self.toPlainText()
        if len(text) > self._limit:
            self.show_text(text[: self._limit])
            text = self.toPlainText()
        self.typed.emit(text, self._strokes.goes_on())

    def _fit(self) -> None:
        line = self.fontMetrics().lineSpacing()
        lines = max(self._least, min(round(self.document().size().height()), self._most))
        self.setVerticalScrollBarPolicy(
            Qt.ScrollBarPolicy.ScrollBarAsNeeded if lines == self._most else Qt.ScrollBarPolicy.ScrollBarAlwaysOff
        )
        self.setFixedHeight(lines * line + 14)

    def sizeHint(self) -> QSize:
        """As wide as there is room."""
        return QSize(200, self.height())

    def insertFromMimeData(self, source: QMimeData) -> None:
        """Take the words of what is pasted, without its looks."""
        if source.hasHtml() and not source.hasText():
            self.insertPlainText(QTextDocumentFragment.fromHtml(source.html()).toPlainText())
        else:
            super().insertFromMimeData(source)

    def event(self, event: QEvent) -> bool:
        """Leave undo to the plan, whose steps go beyond this text."""
        return not _is_undo(event) and super().event(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """End the word."""
        self._strokes.end()
        super().focusOutEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Wrap anew in another width."""
        super().resizeEvent(event)
        self._fit()

    def changeEvent(self, event: QEvent) -> None:
        """Grow with the text."""
        super().changeEvent(event)
        if event.type() in {QEvent.Type.FontChange, QEvent.Type.StyleChange}:
            self._fit()


class NarrowChoice(Choice):
    """A choice among long words, in a narrow place."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.setMinimumContentsLength(6)


def _units(text: str) -> int:
    return len(text.encode("utf-16-le")) // 2


def _is_undo(event: QEvent) -> bool:
    """Return whether a field is about to take the keys of undo and redo for itself."""
    if event.type() != QEvent.Type.ShortcutOverride:
        return False
    key, held = getattr(event, "key", int)(), getattr(event, "modifiers", lambda: Qt.KeyboardModifier.NoModifier)()
    control = bool(held & Qt.KeyboardModifier.ControlModifier)
    return control and key in {Qt.Key.Key_Z, Qt.Key.Key_Y}


class Labelled(QWidget):
    """A field with its label above.

    Attributes:
        field: what is labelled.
        label: its name.
        plan_field: the name of what it holds of the plan; empty when it is not said.

    Args:
        field: to name.
        parent: the owner.
    """

    def __init__(self, field: QWidget, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.field = field
        self.plan_field = ""
        self.label = Label(words=Words.CAPTION, tone=Tone.MUTED)
        self.label.setBuddy(field)
        self._hint = Label(words=Words.CAPTION, tone=Tone.FAINT, wrap=True)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(3)
        column.addWidget(self.label)
        column.addWidget(field)
        column.addWidget(self._hint)
        self._hint.hide()
        self.setFocusProxy(field)

    def say(self, words: str, *, hint: str = "", placeholder: str = "") -> None:
        """Set the words.

        Args:
            words: of the label; also the accessible name.
            hint: shown below.
            placeholder: an example inside the empty field.
        """
        self.label.setText(words)
        self.field.setAccessibleName(words)
        self.field.setAccessibleDescription(hint)
        self._hint.setText(hint)
        self._hint.setVisible(bool(hint))
        if isinstance(self.field, QLineEdit | QPlainTextEdit):
            self.field.setPlaceholderText(placeholder)


def mark_fields(**fields: Labelled) -> None:
    """Let labelled fields know which part of the plan they hold, for those who show who is at which.

    Args:
        fields: by the name that the plan gives to what they hold.
    """
    for name, labelled in fields.items():
        labelled.plan_field = name


class Tick(QCheckBox):
    """A box to tick, as high as a line of words, so that these can stand beside it in several lines."""

    def sizeHint(self) -> QSize:
        """A square of the height of a line."""
        side = tokens().type.body + 6
        return QSize(side, side)

    def minimumSizeHint(self) -> QSize:
        """As large as it is."""
        return self.sizeHint()

    def hitButton(self, where: QPoint) -> bool:
        """Take a click anywhere."""
        return self.rect().contains(where)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the box in the colours of the theme."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        side = tokens().type.body + 2
        box = QRectF(1.5, (self.height() - side) / 2, side - 1, side - 1)
        on = self.isChecked()
        painter.setPen(QPen(colour("focus" if self.hasFocus() else "accent" if on else "field_border"), 1.2))
        painter.setBrush(colour("accent" if on else "surface"))
        painter.drawRoundedRect(box, tokens().radius.s, tokens().radius.s)
        if self.hasFocus():
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(box.adjusted(-1.5, -1.5, 1.5, 1.5), tokens().radius.s + 1, tokens().radius.s + 1)
        if on:
            paint_icon(painter, "check", box.adjusted(1.5, 1.5, -1.5, -1.5), "on_accent")


class CheckList(QWidget):
    """Things of which any number are taken, each with all its words.

    `toggled` carries a key and whether it is taken.
    """

    toggled = Signal(object, object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._boxes: dict[str, tuple[QCheckBox, _Words]] = {}
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(tokens().space.xs)

    def show_choices(self, choices: Sequence[tuple[str, str]], taken: Sequence[str]) -> None:
        """Show what there is to take.

        Args:
            choices: key and words, in order.
            taken: the keys of those that are taken.
        """
        if list(self._boxes) != [key for key, _ in choices]:
            self._build([key for key, _ in choices])
        for key, words in choices:
            box, label = self._boxes[key]
            label.setText(words)
            box.setAccessibleName(words)
            box.setChecked(key in taken)

    def _build(self, keys: list[str]) -> None:
        while (item := self._column.takeAt(0)) is not None:
            if (widget := item.widget()) is not None:
                widget.hide()
                widget.deleteLater()
        self._boxes = {}
        for key in keys:
            row, box = QWidget(), Tick()
            label = _Words(box)
            line = QHBoxLayout(row)
            line.setContentsMargins(0, 0, 0, 0)
            line.setSpacing(tokens().space.xs)
            line.addWidget(box, 0, Qt.AlignmentFlag.AlignTop)
            line.addWidget(label, 1)
            box.clicked.connect(lambda on, key=key: self.toggled.emit(key, on))
            self._boxes[key] = (box, label)
            self._column.addWidget(row)


class _Words(Label):
    """The words of a box, which take a click as the box does."""

    def __init__(self, box: QCheckBox) -> None:
        super().__init__(wrap=True)
        self._box = box

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        if self.rect().contains(event.position().toPoint()):
            self._box.click()
