"""Banners: something about this whole place, said until it is over or put away."""

from PySide6.QtCore import QEvent, QSize, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QWidget

from ui.widgets.buttons import Button, ButtonKind, IconButton
from ui.widgets.icons import paint_icon
from ui.widgets.labels import Label, Tone, ground_of
from ui.widgets.theme import colour, tokens
from ui.widgets.translated import Translated

_ICONS = {
    Tone.INFO: "info",
    Tone.OK: "circle-check",
    Tone.WARN: "triangle-alert",
    Tone.DANGER: "circle-alert",
}


class IconMark(QWidget):
    """A small icon that follows the theme.

    Args:
        icon_name: the drawing.
        colour_name: a field of `Colours`.
        size: side in logical pixels.
        parent: the owner.
    """

    def __init__(
        self,
        icon_name: str,
        colour_name: str = "muted",
        *,
        size: int = 18,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._icon_name, self._colour_name, self._size = icon_name, colour_name, size
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def show_icon(self, icon_name: str, colour_name: str) -> None:
        """Show another icon.

        Args:
            icon_name: the drawing.
            colour_name: a field of `Colours`.
        """
        self._icon_name, self._colour_name = icon_name, colour_name
        self.update()

    def sizeHint(self) -> QSize:
        """Its side."""
        return QSize(self._size, self._size)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw it."""
        paint_icon(QPainter(self), self._icon_name, self.rect(), self._colour_name)


class Banner(Translated, QWidget):
    """A line across a place: info, success, warning or error, with one action. Hidden until it has something to say.

    `acted` is emitted when the action is taken, `dismissed` when the person puts the banner away.

    Args:
        parent: the owner.
    """

    acted = Signal()
    dismissed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._tone = Tone.INFO
        self._mark = IconMark("info")
        self._label = Label(wrap=True)
        self._action = Button(kind=ButtonKind.QUIET)
        self._close = IconButton("x")
        self._action.clicked.connect(self.acted)
        self._close.clicked.connect(self._dismiss)
        space = tokens().space
        row = QHBoxLayout(self)
        row.setContentsMargins(space.m, space.s, space.s, space.s)
        row.setSpacing(space.m)
        row.addWidget(self._mark, 0, Qt.AlignmentFlag.AlignVCenter)
        row.addWidget(self._label, 1)
        row.addWidget(self._action)
        row.addWidget(self._close)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Maximum)
        self.retranslate()
        self.hide()

    def retranslate(self) -> None:
        """Say the close button's words again."""
        self._close.say(self.tr("Dismiss"))

    def say(self, tone: Tone, text: str, *, action: str = "", closable: bool = True) -> None:
        """Show something.

        Args:
            tone: one of INFO, OK, WARN and DANGER.
            text: what happened and what it means, already translated.
            action: the words of the button, or empty for none.
            closable: whether the person may put it away.
        """
        self._tone = tone
        self._mark.show_icon(_ICONS[tone], tone.value)
        self._label.setText(text)
        self._action.say(action)
        self._action.setVisible(bool(action))
        self._close.setVisible(closable)
        self.setAccessibleName(text)
        self.show()
        self.update()

    @property
    def text(self) -> str:
        """What it says."""
        return self._label.text()

    def _dismiss(self) -> None:
        self.hide()
        self.dismissed.emit()

    def changeEvent(self, event: QEvent) -> None:
        """Paint again in the new colours."""
        super().changeEvent(event)
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the ground."""
        radius = tokens().radius.m
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(colour(ground_of(self._tone)))
        painter.drawRoundedRect(self.rect(), radius, radius)
