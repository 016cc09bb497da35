"""The mark of Cercle: people in a circle, one of whom has the floor."""

from math import cos, pi, sin

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QIcon, QPainter, QPaintEvent, QPixmap
from PySide6.QtWidgets import QSizePolicy, QWidget

from ui.widgets.theme import colour

PEOPLE = 8


def paint_mark(painter: QPainter, where: QRectF, ink: QColor) -> None:
    """Draw the mark.

    Args:
        painter: to draw with.
        where: a square in logical pixels.
        ink: its colour.
    """
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(Qt.PenStyle.NoPen)
    side = where.width()
    for person in range(PEOPLE):
        turn = 2 * pi * person / PEOPLE - pi / 2
        floor = person == 1
        centre = where.center() + QPointF(cos(turn), sin(turn)) * side * 0.375
        size = side * (0.125 if floor else 0.085)
        shade = QColor(ink)
        shade.setAlphaF(1.0 if floor else 0.62)
        painter.setBrush(shade)
        painter.drawEllipse(centre, size, size)
    painter.restore()


def app_icon() -> QIcon:
    """Give the icon of the windows."""
    made = QIcon()
    for side in (16, 24, 32, 48, 64, 128, 256):
        picture = QPixmap(side, side)
        picture.fill(Qt.GlobalColor.transparent)
        painter = QPainter(picture)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor("#4B50C6"))
        painter.drawRoundedRect(QRectF(0, 0, side, side), side * 0.22, side * 0.22)
        inner = QRectF(side * 0.1, side * 0.1, side * 0.8, side * 0.8)
        paint_mark(painter, inner, QColor("white"))
        painter.end()
        made.addPixmap(picture)
    return made


class Mark(QWidget):
    """The mark as a widget.

    Args:
        size: side in logical pixels.
        parent: the owner.
    """

    def __init__(self, *, size: int = 24, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._size = size
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.setAccessibleName("Cercle")

    def sizeHint(self) -> QSize:
        """Its side."""
        return QSize(self._size, self._size)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw it."""
        paint_mark(QPainter(self), QRectF(self.rect()), colour("accent_text"))
