"""Toasts: what was just done, with a way to undo it, at the foot of a window."""

from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject, Qt, QTimer
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent, QEnterEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QWidget

from ui.widgets.buttons import IconButton
from ui.widgets.icons import beside_words
from ui.widgets.labels import Label
from ui.widgets.theme import colour, font, tokens
from ui.widgets.translated import Translated

_ABOVE_FOOT = 92
TOAST_MS = 7000
"""How long a toast stays, in milliseconds, while nobody points at it."""


class Toast(Translated, QWidget):
    """One line over the foot of a window; the next one replaces it. It goes by itself unless it is pointed at.

    Args:
        over: the window or place it stands over.
    """

    def __init__(self, over: QWidget) -> None:
        super().__init__(over)
        self._over = over
        self._undo: Callable[[], object] | None = None
        self._label = Label()
        self._label.setObjectName("toast-words")
        self._button = _UndoButton(self)
        self._close = IconButton("x")
        self._close.set_icon("x", "window")
        self._close.setProperty("kind", "toast")
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.timeout.connect(self.hide)
        self._button.clicked.connect(self._take_back)
        self._close.clicked.connect(self.hide)
        space = tokens().space
        row = QHBoxLayout(self)
        row.setContentsMargins(space.l, space.s, space.s, space.s)
        row.setSpacing(space.s)
        row.addWidget(self._label)
        row.addSpacing(space.s)
        row.addWidget(self._button)
        row.addWidget(self._close)
        self.retranslate()
        self.hide()
        over.installEventFilter(self)

    def retranslate(self) -> None:
        """Say the buttons' words again."""
        self._button.say(self.tr("Undo"))
        self._close.say(self.tr("Dismiss"))
        if self.isVisible():
            self._place()

    def say(self, text: str, *, undo: Callable[[], object] | None = None) -> None:
        """Tell what was done.

        Args:
            text: already translated, in the past tense.
            undo: takes it back; called at most once.
        """
        self._undo = undo
        self._label.setText(text)
        self._button.setVisible(undo is not None)
        self._place()
        self.show()
        self.raise_()
        self._timer.start(TOAST_MS)
        QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self, text))

    @property
    def text(self) -> str:
        """What it says."""
        return self._label.text()

    def undo(self) -> None:
        """Take back what it tells of, when that is still offered."""
        if self.isVisible():
            self._take_back()

    def _take_back(self) -> None:
        undo, self._undo = self._undo, None
        self.hide()
        if undo is not None:
            undo()

    def enterEvent(self, event: QEnterEvent) -> None:
        """Stay while it is pointed at."""
        self._timer.stop()
        super().enterEvent(event)

    def leaveEvent(self, event: QEvent) -> None:
        """Go after a while."""
        self._timer.start(TOAST_MS)
        super().leaveEvent(event)

    def hideEvent(self, event: QEvent) -> None:
        """Let nothing run on."""
        self._timer.stop()
        super().hideEvent(event)  # type: ignore[arg-type]

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Stay at the foot when the window is resized."""
        if event.type() == QEvent.Type.Resize and self.isVisible():
            self._place()
        return super().eventFilter(watched, event)

    def _place(self) -> None:
        over = self._over
        self.adjustSize()
        width = min(self.sizeHint().width(), over.width() - 2 * tokens().space.l)
        self.resize(width, self.sizeHint().height())
        self.move((over.width() - width) // 2, over.height() - self.height() - _ABOVE_FOOT)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the ground, dark on light and light on dark."""
        radius = tokens().radius.m
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(colour("text"))
        painter.drawRoundedRect(self.rect(), radius, radius)


class _UndoButton(IconButton):
    def __init__(self, parent: QWidget) -> None:
        super().__init__("undo-2", parent=parent)
        self.set_icon("undo-2", "window")
        self.setIconSize(beside_words())
        self.setProperty("kind", "toast")
        self.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.StyleChange:
            self.setFont(font())
            self.setIconSize(beside_words())
