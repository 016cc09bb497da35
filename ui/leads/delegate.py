"""How a lead looks in the list: who, what, and until when."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPoint, QRect, QSize, Qt
from PySide6.QtGui import QFont, QFontMetrics, QPainter
from PySide6.QtWidgets import QAbstractItemView, QStyle, QStyledItemDelegate, QStyleOptionViewItem

from ui.leads.model import lead_badge
from ui.widgets.avatar import paint_avatar
from ui.widgets.badge import badge_size, paint_badge
from ui.widgets.labels import Tone
from ui.widgets.rows import RowRole
from ui.widgets.theme import colour, font, tokens

if TYPE_CHECKING:
    from ui.leads.model import LeadRow

_AVATAR: Final = 30
_LEFT = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft


class LeadDelegate(QStyledItemDelegate):
    """Paints a lead in two lines."""

    def sizeHint(self, option: QStyleOptionViewItem, _index: QModelIndex | QPersistentModelIndex) -> QSize:
        """Two lines."""
        view = option.widget
        width = view.viewport().width() if isinstance(view, QAbstractItemView) else option.rect.width()
        lines = QFontMetrics(font()).lineSpacing() + QFontMetrics(_small()).lineSpacing()
        return QSize(width, lines + 2 * tokens().space.m)

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        """Draw it."""
        row: LeadRow = index.data(RowRole)
        space = tokens().space
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        chosen = bool(option.state & QStyle.StateFlag.State_Selected)
        pointed = bool(option.state & QStyle.StateFlag.State_MouseOver)
        where = option.rect.adjusted(6, 1, -6, -1)
        strong = chosen and bool(option.state & QStyle.StateFlag.State_HasFocus)
        painter.setPen(colour("focus") if strong else Qt.PenStyle.NoPen)
        painter.setBrush(colour("selected" if chosen else "hover") if chosen or pointed else Qt.BrushStyle.NoBrush)
        painter.drawRoundedRect(where, tokens().radius.m, tokens().radius.m)
        area = where.adjusted(space.m, space.s, -space.m, -space.s)
        disc = QRect(area.left(), area.center().y() - _AVATAR // 2, _AVATAR, _AVATAR)
        paint_avatar(painter, disc, row.name, row.member)
        left = disc.right() + space.m
        badge = lead_badge(row.until)
        size = badge_size(badge, icon_name="star")
        line = QFontMetrics(font()).lineSpacing()
        name = font(weight=QFont.Weight.DemiBold)
        room = area.right() - left - size.width() - space.s
        painter.setFont(name)
        painter.setPen(colour("text"))
        words = QFontMetrics(name).elidedText(row.name, Qt.TextElideMode.ElideRight, room)
        painter.drawText(QRect(left, area.top(), room, line), _LEFT, words)
        corner = QPoint(area.right() - size.width(), area.top())
        paint_badge(painter, corner, badge, Tone.OK, icon_name="star")
        painter.setFont(_small())
        painter.setPen(colour("muted"))
        below = QRect(left, area.top() + line + 2, area.right() - left, QFontMetrics(_small()).lineSpacing())
        text = " · ".join(part for part in (row.where, row.prompt.replace("\n", " ")) if part)
        painter.drawText(
            below, _LEFT, QFontMetrics(_small()).elidedText(text, Qt.TextElideMode.ElideRight, below.width())
        )
        painter.restore()


def _small() -> QFont:
    return font(tokens().type.caption, tabular=True)
