"""What a place shows while it has nothing: an icon, a sentence, and what to do."""

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QVBoxLayout, QWidget

from ui.widgets.icons import paint_icon, square
from ui.widgets.labels import Label, Tone, Words
from ui.widgets.theme import colour, tokens

_READABLE = 360
"""The longest line of the words, in logical pixels."""


class IconDisc(QWidget):
    """An icon on a soft disc.

    Args:
        icon_name: the drawing.
        size: diameter in logical pixels.
        parent: the owner.
    """

    def __init__(self, icon_name: str, *, size: int = 56, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._icon_name, self._size = icon_name, size
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        """Its diameter."""
        return QSize(self._size, self._size)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw it."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(colour("sunken"))
        painter.drawEllipse(self.rect())
        paint_icon(painter, self._icon_name, square(self.rect().center(), round(self._size * 0.42)), "muted")


class EmptyState(QWidget):
    """Says that there is nothing yet, why, and what to do.

    Args:
        icon_name: the drawing.
        title: a short sentence, already translated.
        advice: what to do, already translated.
        action: a button that does it, or none.
        parent: the owner.
    """

    def __init__(
        self,
        icon_name: str,
        title: str = "",
        advice: str = "",
        *,
        action: QWidget | None = None,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._title = Label(words=Words.TITLE, wrap=True)
        self._advice = Label(tone=Tone.MUTED, wrap=True)
        for label in (self._title, self._advice):
            label.setAlignment(Qt.AlignmentFlag.AlignCenter)
        space = tokens().space
        column = QVBoxLayout(self)
        self._column = column
        column.setContentsMargins(space.l, space.xl, space.l, space.xl)
        column.setSpacing(space.xs)
        column.addStretch(2)
        column.addWidget(IconDisc(icon_name), 0, Qt.AlignmentFlag.AlignHCenter)
        column.addSpacing(space.s)
        for label in (self._title, self._advice):
            column.addWidget(label)
        if action is not None:
            column.addSpacing(space.m)
            column.addWidget(action, 0, Qt.AlignmentFlag.AlignHCenter)
        column.addStretch(3)
        self.say(title, advice)

    def say(self, title: str, advice: str) -> None:
        """Set the words.

        Args:
            title: a short sentence, already translated.
            advice: what to do, already translated.
        """
        self._title.setText(title)
        self._advice.setText(advice)
        self._advice.setVisible(bool(advice))
        self.setAccessibleName(f"{title} {advice}".strip())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keep the words to a readable line, in the middle."""
        super().resizeEvent(event)
        space = tokens().space
        side = max(space.l, (self.width() - _READABLE) // 2)
        self._column.setContentsMargins(side, space.xl, side, space.xl)
