"""How a prompt looks in the list: what is asked, when, where, and the time that is left."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPoint, QRect, QSize, Qt
from PySide6.QtGui import QFont, QFontMetrics, QPainter
from PySide6.QtWidgets import QAbstractItemView, QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from app.domain.prompts.state import Standing
from ui.widgets.badge import badge_size, paint_badge
from ui.widgets.rows import RowRole
from ui.widgets.theme import colour, font, tokens

if TYPE_CHECKING:
    from collections.abc import Callable

    from ui.prompts.model import PromptRow

_LEFT = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft


class PromptDelegate(QStyledItemDelegate):
    """Paints a prompt in two lines.

    Args:
        now: gives the class's time, in milliseconds.
        parent: the view.
    """

    def __init__(self, now: Callable[[], int], parent: QWidget) -> None:
        super().__init__(parent)
        self._now = now

    def sizeHint(self, option: QStyleOptionViewItem, _index: QModelIndex | QPersistentModelIndex) -> QSize:
        """Two lines."""
        view = option.widget
        width = view.viewport().width() if isinstance(view, QAbstractItemView) else option.rect.width()
        space = tokens().space
        return QSize(width, QFontMetrics(font()).lineSpacing() + QFontMetrics(_small()).lineSpacing() + 2 * space.m)

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        """Draw it."""
        row: PromptRow = index.data(RowRole)
        space = tokens().space
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        chosen = bool(option.state & QStyle.StateFlag.State_Selected)
        pointed = bool(option.state & QStyle.StateFlag.State_MouseOver)
        where = option.rect.adjusted(6, 1, -6, -1)
        painter.setPen(
            colour("focus") if chosen and option.state & QStyle.StateFlag.State_HasFocus else Qt.PenStyle.NoPen
        )
        painter.setBrush(colour("selected" if chosen else "hover") if chosen or pointed else Qt.BrushStyle.NoBrush)
        painter.drawRoundedRect(where, tokens().radius.m, tokens().radius.m)
        area = where.adjusted(space.m, space.s, -space.m, -space.s)
        line = QFontMetrics(font()).lineSpacing()
        badge, tone = row.badge(self._now())
        size = badge_size(badge)
        strong = font(weight=QFont.Weight.DemiBold)
        painter.setFont(strong)
        painter.setPen(colour("text" if row.standing is Standing.WAITING else "muted"))
        room = area.width() - size.width() - space.s
        text = QFontMetrics(strong).elidedText(row.text, Qt.TextElideMode.ElideRight, room)
        painter.drawText(QRect(area.left(), area.top(), room, line), _LEFT, text)
        paint_badge(painter, QPoint(area.right() - size.width(), area.top()), badge, tone)
        below = " · ".join(part for part in (row.when, row.where) if part)
        painter.setFont(_small())
        painter.setPen(colour("muted"))
        small = QRect(area.left(), area.top() + line + 2, area.width(), QFontMetrics(_small()).lineSpacing())
        painter.drawText(
            small, _LEFT, QFontMetrics(_small()).elidedText(below, Qt.TextElideMode.ElideRight, small.width())
        )
        painter.restore()


def _small() -> QFont:
    return font(tokens().type.caption, tabular=True)
