"""The small avatars of those who are here, or at one field."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from ui.widgets.avatar import paint_avatar
from ui.widgets.theme import colour

if TYPE_CHECKING:
    from app.sync.planning import Colleague

SHOWN = 4
"""How many stand there at most."""

BAR, FIELD = 24, 16
"""Their diameter in the bar and beside a field, in logical pixels."""


class Faces(QWidget):
    """Avatars, laid over one another.

    Args:
        size: of one, in logical pixels.
        ground: the colour they stand on.
        parent: the owner.
    """

    def __init__(self, size: int = BAR, ground: str = "window", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._size, self._ground = size, ground
        self._there: tuple[Colleague, ...] = ()
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def show_people(self, there: tuple[Colleague, ...], words: str) -> None:
        """Show who is here.

        Args:
            there: those who are.
            words: the same for those who hear; already translated.
        """
        self._there = there[:SHOWN]
        self.setToolTip(words)
        self.setAccessibleName(words)
        self.setVisible(bool(there))
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        """As wide as they need."""
        return QSize(self._size + self._step * max(0, len(self._there) - 1) + 2, self._size + 2)

    @property
    def _step(self) -> int:
        return self._size * 3 // 4

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw them, the first one on top."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        for place in reversed(range(len(self._there))):
            colleague = self._there[place]
            where = self.rect().adjusted(1, 1, -1, -1)
            where.setLeft(1 + place * self._step)
            where.setSize(QSize(self._size, self._size))
            paint_avatar(painter, where, colleague.name, colleague.member)
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(QPen(colour(self._ground), 1.5))
            painter.drawEllipse(where)
