"""Paints what was said in a past class, row by row."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QSize, Qt
from PySide6.QtGui import QFont, QFontMetrics, QPainter
from PySide6.QtWidgets import QStyledItemDelegate, QStyleOptionViewItem

from ui.review.said import Said
from ui.widgets.avatar import paint_avatar
from ui.widgets.badge import badge_size, paint_badge
from ui.widgets.icons import paint_icon
from ui.widgets.rows import RowRole, RowsView
from ui.widgets.theme import colour, font, tokens

_AVATAR = 30


class SaidDelegate(QStyledItemDelegate):
    """Paints what was said."""

    def __init__(self, view: RowsView) -> None:
        super().__init__(view)
        self._view = view

    def _text_rect(self, width: int, text: str) -> QRect:
        painter_font = font(tokens().type.body)
        room = QRect(0, 0, max(80, width - _AVATAR - 60), 100_000)
        return QFontMetrics(painter_font).boundingRect(room, int(Qt.TextFlag.TextWordWrap), text)

    def sizeHint(self, _option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:
        """As tall as the text."""
        row = index.data(RowRole)
        if not isinstance(row, Said):
            return QSize(0, 0)
        width = self._view.viewport().width()
        line = tokens().type.body + 8
        quote = tokens().type.caption + 8 if row.quote else 0
        note = tokens().type.caption + 8 if row.note else 0
        return QSize(width, line + quote + note + self._text_rect(width, row.text).height() + 16)

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        """Draw a message."""
        row = index.data(RowRole)
        if not isinstance(row, Said):
            return
        where: QRect = option.rect.adjusted(20, 6, -20, -6)
        kind = tokens().type
        painter.save()
        paint_avatar(painter, QRect(where.left(), where.top() + 2, _AVATAR, _AVATAR), row.author, row.member)
        left = where.left() + _AVATAR + 12
        head = QRect(left, where.top(), where.right() - left, kind.body + 6)
        painter.setFont(font(kind.body, weight=QFont.Weight.DemiBold))
        painter.setPen(colour("text"))
        painter.drawText(head, Qt.AlignmentFlag.AlignVCenter, row.author)
        place = head.left() + painter.fontMetrics().horizontalAdvance(row.author) + 8
        painter.setFont(font(kind.caption))
        painter.setPen(colour("faint"))
        detail = f"{row.when} · {row.where}" if row.where else row.when
        painter.drawText(head.adjusted(place - head.left(), 0, 0, 0), Qt.AlignmentFlag.AlignVCenter, detail)
        if row.mark:
            size = badge_size(row.mark)
            corner = head.topRight()
            corner.setX(corner.x() - size.width())
            paint_badge(painter, corner, row.mark, row.tone)
        top = head.bottom() + 2
        if row.quote:
            line = QRect(left, top, where.right() - left, kind.caption + 6)
            painter.setFont(font(kind.caption))
            painter.setPen(colour("muted"))
            text = painter.fontMetrics().elidedText(f"↩ {row.quote}", Qt.TextElideMode.ElideRight, line.width())
            painter.drawText(line, Qt.AlignmentFlag.AlignVCenter, text)
            top = line.bottom() + 2
        painter.setFont(font(kind.body))
        painter.setPen(colour("muted" if row.faint else "text"))
        painter.drawText(QRect(left, top, where.right() - left, 100_000), int(Qt.TextFlag.TextWordWrap), row.text)
        if row.note:
            side = kind.caption + 2
            line = QRect(left, where.bottom() - kind.caption - 4, where.right() - left, kind.caption + 6)
            paint_icon(painter, "sticky-note", QRect(left, line.center().y() - side // 2, side, side), "warn_text")
            painter.setFont(font(kind.caption))
            painter.setPen(colour("warn_text"))
            beside = line.adjusted(side + 6, 0, 0, 0)
            text = painter.fontMetrics().elidedText(row.note, Qt.TextElideMode.ElideRight, beside.width())
            painter.drawText(beside, Qt.AlignmentFlag.AlignVCenter, text)
        painter.restore()
