"""Text fields with their label above and what is wrong below."""

from PySide6.QtCore import QPoint, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QLabel, QLineEdit, QVBoxLayout, QWidget

from ui.widgets.icons import icon_pixmap, paint_icon, square
from ui.widgets.labels import Label, Tone, Words, set_look
from ui.widgets.theme import tokens


class Field(QWidget):
    """One line of text with a label, a hint, and an error that says what to do.

    `edited` carries the text at every change by the person; `submitted` carries it when Enter is pressed.

    Args:
        label: already translated; also the accessible name.
        hint: shown below while nothing is wrong.
        placeholder: an example inside the empty field.
        limit: the most characters it takes, or none.
        secret: whether to show dots.
        parent: the owner.
    """

    edited = Signal(object)
    submitted = Signal(object)

    def __init__(
        self,
        label: str = "",
        *,
        hint: str = "",
        placeholder: str = "",
        limit: int | None = None,
        secret: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._hint = hint
        self._error = ""
        self._label = Label(words=Words.STRONG)
        self.edit = QLineEdit()
        self._mark = QLabel()
        self._below = Label(words=Words.CAPTION, tone=Tone.MUTED, wrap=True)
        if limit is not None:
            self.edit.setMaxLength(limit)
        if secret:
            self.edit.setEchoMode(QLineEdit.EchoMode.Password)
        self._label.setBuddy(self.edit)
        below = QHBoxLayout()
        below.setSpacing(tokens().space.xs)
        below.addWidget(self._mark)
        below.addWidget(self._below, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(tokens().space.xs)
        column.addWidget(self._label)
        column.addWidget(self.edit)
        column.addLayout(below)
        # Where there is room to spare, the label stays with its line.
        column.addStretch(1)
        self.setFocusProxy(self.edit)
        self.edit.textEdited.connect(self._edited)
        self.edit.returnPressed.connect(lambda: self.submitted.emit(self.text()))
        self.say(label, hint=hint, placeholder=placeholder)

    def say(self, label: str, *, hint: str = "", placeholder: str = "") -> None:
        """Set the words around the field.

        Args:
            label: already translated.
            hint: shown below while nothing is wrong.
            placeholder: an example inside the empty field.
        """
        self._hint = hint
        self._label.setText(label)
        self._label.setVisible(bool(label))
        self.edit.setAccessibleName(label)
        self.edit.setPlaceholderText(placeholder)
        self._show_below()

    def text(self) -> str:
        """Give what was typed, without the spaces around it."""
        return self.edit.text().strip()

    def set_text(self, text: str) -> None:
        """Fill the field without telling `edited`.

        Args:
            text: to show.
        """
        self.edit.setText(text)

    @property
    def error(self) -> str:
        """What is wrong, empty when nothing is."""
        return self._error

    def set_error(self, error: str) -> None:
        """Say what is wrong and what to do; empty takes it back.

        Args:
            error: already translated.
        """
        self._error = error
        set_look(self.edit, wrong="true" if error else "false")
        self._show_below()

    def _edited(self, _text: str) -> None:
        if self._error:
            self.set_error("")
        self.edited.emit(self.text())

    def _show_below(self) -> None:
        self._below.setText(self._error or self._hint)
        self._below.set_tone(Tone.DANGER if self._error else Tone.MUTED)
        self._below.setVisible(bool(self._error or self._hint))
        self._mark.setVisible(bool(self._error))
        if self._error:
            self._mark.setPixmap(icon_pixmap("circle-alert", "danger_text", 14, self.devicePixelRatioF()))
        self.edit.setAccessibleDescription(self._error or self._hint)


class Choice(QComboBox):
    """A choice among many, in a list that opens."""

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the arrow in the colour of the theme."""
        super().paintEvent(event)
        where = square(QPoint(self.width() - 18, self.height() // 2), 16)
        paint_icon(QPainter(self), "chevron-down", where, "muted" if self.isEnabled() else "disabled")
