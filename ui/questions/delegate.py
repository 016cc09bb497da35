"""How a question looks in the list: how many stand by it, whose, where it is, and all of its words."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPoint, QPointF, QRect, QSize, Qt
from PySide6.QtGui import QFont, QFontMetrics, QPainter, QTextLayout
from PySide6.QtWidgets import QAbstractItemView, QStyle, QStyledItemDelegate, QStyleOptionViewItem

from app.domain.questions.events import Standing
from ui.questions.model import standing_text
from ui.widgets.badge import badge_size, paint_badge
from ui.widgets.labels import Tone
from ui.widgets.paragraph import set_paragraph
from ui.widgets.rows import RowRole
from ui.widgets.theme import colour, font, tokens
from ui.widgets.time_label import ago_text

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtWidgets import QWidget

    from ui.questions.model import QuestionRow

WEIGHT = 44
READABLE = 720
LONGEST = 600
"""How many letters of a question are shown; the rest stands in the conversation."""

_LEFT = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft
TONES = {
    Standing.OPEN: Tone.MUTED,
    Standing.ANSWERED: Tone.OK,
    Standing.ANSWERED_LIVE: Tone.OK,
    Standing.ON_AIR: Tone.DANGER,
    Standing.FOLLOW_UP: Tone.WARN,
}


class QuestionDelegate(QStyledItemDelegate):
    """Paints a question as a card.

    Args:
        now: the class's time, in milliseconds.
        parent: the view.
    """

    def __init__(self, now: Callable[[], int], parent: QWidget) -> None:
        super().__init__(parent)
        self._now = now

    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:
        """As tall as its words."""
        view = option.widget
        width = view.viewport().width() if isinstance(view, QAbstractItemView) else option.rect.width()
        space = tokens().space
        height = QFontMetrics(_small()).lineSpacing() + space.xs
        return QSize(width, height + self._words(index.data(RowRole), width)[1] + 2 * space.m + space.xs)

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        """Draw it."""
        row: QuestionRow = index.data(RowRole)
        space = tokens().space
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._ground(painter, option)
        area = option.rect.adjusted(space.m, space.m, -space.l, -space.m)
        self._weight(painter, row, QRect(area.left(), area.top(), WEIGHT, area.height()))
        left = area.left() + WEIGHT + space.m
        line = QFontMetrics(_small()).lineSpacing()
        self._head(painter, row, QRect(left, area.top(), area.right() - left, line))
        words, height = self._words(row, option.rect.width())
        painter.setPen(colour("text" if row.shown else "muted"))
        painter.setClipRect(QRect(left, area.top() + line, area.right() - left, height + 2 * space.xs))
        words.draw(painter, QPointF(left, area.top() + line + space.xs))
        painter.restore()

    def _weight(self, painter: QPainter, row: QuestionRow, where: QRect) -> None:
        strong = font(tokens().type.title, weight=QFont.Weight.DemiBold, tabular=True)
        number = QRect(where.left(), where.top(), where.width(), QFontMetrics(strong).lineSpacing())
        painter.setFont(strong)
        painter.setPen(colour("accent_text" if row.weight else "faint"))
        painter.drawText(number, Qt.AlignmentFlag.AlignCenter, str(row.weight))

    def _head(self, painter: QPainter, row: QuestionRow, where: QRect) -> None:
        space = tokens().space
        left = where.left()
        badges = []
        if row.standing is not Standing.OPEN:
            badges.append((standing_text(row.standing), TONES[row.standing]))
        if row.answers:
            badges.append((self.tr("%n answer(s)", "to a question", row.answers), Tone.INFO))
        if row.merged:
            badges.append((self.tr("%n merged", "questions", row.merged), Tone.MUTED))
        if not row.shown:
            badges.append((self.tr("Held"), Tone.WARN))
        widths = sum(badge_size(text).width() + space.xs for text, _tone in badges)
        ago = ago_text(max(0, (self._now() - row.at) // 1000))
        parts = " · ".join(part for part in (row.name, ago, row.place) if part)
        metrics = QFontMetrics(_small())
        room = max(0, where.width() - widths - space.s)
        painter.setFont(_small())
        painter.setPen(colour("muted"))
        text = metrics.elidedText(parts, Qt.TextElideMode.ElideRight, room)
        painter.drawText(QRect(left, where.top(), room, where.height()), _LEFT, text)
        right = where.right()
        for text, tone in reversed(badges):
            size = badge_size(text)
            right -= size.width()
            paint_badge(painter, QPoint(right, where.center().y() - size.height() // 2), text, tone)
            right -= space.xs

    @staticmethod
    def _words(row: QuestionRow, width: int) -> tuple[QTextLayout, int]:
        space = tokens().space
        across = min(READABLE, width - WEIGHT - 2 * space.m - space.l)
        text = row.text if len(row.text) <= LONGEST else f"{row.text[: LONGEST - 1]}…"
        return set_paragraph(text, max(80, across))

    @staticmethod
    def _ground(painter: QPainter, option: QStyleOptionViewItem) -> None:
        chosen = bool(option.state & QStyle.StateFlag.State_Selected)
        pointed = bool(option.state & QStyle.StateFlag.State_MouseOver)
        where = option.rect.adjusted(6, 2, -6, -2)
        painter.setPen(colour("accent" if chosen and option.state & QStyle.StateFlag.State_HasFocus else "border"))
        painter.setBrush(colour("selected" if chosen else "hover" if pointed else "surface"))
        painter.drawRoundedRect(where, tokens().radius.l, tokens().radius.l)


def _small() -> QFont:
    return font(tokens().type.caption, tabular=True)
