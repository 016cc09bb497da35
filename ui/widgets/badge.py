"""Badges: a word or a number in a pill, its tone told by words or an icon too."""

from PySide6.QtCore import QEvent, QPoint, QRect, QSize, Qt
from PySide6.QtGui import QFont, QFontMetrics, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from ui.widgets.icons import paint_icon
from ui.widgets.labels import Tone, ground_of, ink_of
from ui.widgets.theme import colour, font, tokens

_SIDE = 8
_GAP = 4


def _icon() -> int:
    return tokens().type.caption + 1


def _font() -> QFont:
    return font(tokens().type.caption, weight=QFont.Weight.DemiBold, tabular=True)


def badge_size(text: str, *, icon_name: str | None = None) -> QSize:
    """Compute how large a badge will be, in logical pixels.

    Args:
        text: already translated.
        icon_name: a drawing before the words, or none.
    """
    metrics = QFontMetrics(_font())
    height = metrics.height() + 6
    width = metrics.horizontalAdvance(text) + 2 * _SIDE
    if icon_name is not None:
        width += _icon() + (_GAP if text else 0)
    return QSize(max(width, height), height)


def paint_badge(
    painter: QPainter,
    corner: QPoint,
    text: str,
    tone: Tone = Tone.MUTED,
    *,
    icon_name: str | None = None,
) -> QRect:
    """Draw a badge, for delegates.

    Args:
        painter: to draw with.
        corner: its upper left, in logical pixels.
        text: already translated.
        tone: what its colour says.
        icon_name: a drawing before the words, or none.

    Returns:
        The rectangle it covers.
    """
    where = QRect(corner, badge_size(text, icon_name=icon_name))
    radius = where.height() / 2
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(colour(ground_of(tone)))
    painter.drawRoundedRect(where, radius, radius)
    words = where
    if icon_name is not None:
        left = where.left() + (_SIDE if text else (where.width() - _icon()) // 2)
        paint_icon(painter, icon_name, QRect(left, where.center().y() - _icon() // 2, _icon(), _icon()), ink_of(tone))
        words = where.adjusted(_SIDE + _icon() + _GAP, 0, -_SIDE, 0)
    painter.setFont(_font())
    painter.setPen(colour(ink_of(tone)))
    painter.drawText(words, Qt.AlignmentFlag.AlignCenter, text)
    painter.restore()
    return where


class Badge(QWidget):
    """A pill with a word or a number.

    Args:
        text: already translated.
        tone: what its colour says.
        icon_name: a drawing before the words, or none.
        parent: the owner.
    """

    def __init__(
        self,
        text: str = "",
        tone: Tone = Tone.MUTED,
        *,
        icon_name: str | None = None,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._text, self._tone, self._icon_name = text, tone, icon_name
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.say(text, tone, icon_name=icon_name)

    @property
    def text(self) -> str:
        """What it says."""
        return self._text

    def say(self, text: str, tone: Tone | None = None, *, icon_name: str | None = None) -> None:
        """Say something else.

        Args:
            text: already translated.
            tone: what the colour says; left out, it stays.
            icon_name: a drawing before the words; left out, it stays.
        """
        self._text = text
        self._tone = tone or self._tone
        self._icon_name = icon_name or self._icon_name
        self.setAccessibleName(text)
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        """As large as its words."""
        return badge_size(self._text, icon_name=self._icon_name)

    def changeEvent(self, event: QEvent) -> None:
        """Measure again when the type changes."""
        super().changeEvent(event)
        if event.type() in {QEvent.Type.FontChange, QEvent.Type.StyleChange}:
            self.updateGeometry()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw it."""
        paint_badge(QPainter(self), QPoint(0, 0), self._text, self._tone, icon_name=self._icon_name)
