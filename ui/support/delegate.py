"""How somebody in the queue of help looks: who, since when, what is wrong, who is on it, and the last words."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPoint, QRect, QSize, Qt
from PySide6.QtGui import QFont, QFontMetrics, QPainter
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from ui.support.model import HelpRow, Stand
from ui.support.words import kind_text
from ui.widgets.avatar import paint_avatar
from ui.widgets.badge import badge_size, paint_badge
from ui.widgets.icons import paint_icon
from ui.widgets.labels import Tone
from ui.widgets.rows import RowRole
from ui.widgets.theme import colour, font, tokens
from ui.widgets.time_label import ago_text, clock_text

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtWidgets import QWidget

AVATAR = 30
_LEFT = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft
_RIGHT = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight


class HelpDelegate(QStyledItemDelegate):
    """Paints who calls, and whom staff write to, in two or three lines.

    Args:
        now: the class's time, in milliseconds.
        parent: the view.
    """

    def __init__(self, now: Callable[[], int], parent: QWidget) -> None:
        super().__init__(parent)
        self._now = now

    def sizeHint(self, _option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:
        """As tall as its lines."""
        row = index.data(RowRole)
        lines = _strong_line() + (len(_below(row)) if isinstance(row, HelpRow) else 1) * _small_line()
        if isinstance(row, HelpRow) and row.calls:
            lines += badge_size("A").height() + tokens().space.xs
        return QSize(200, lines + 2 * tokens().space.m)

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        """Draw it."""
        row = index.data(RowRole)
        if not isinstance(row, HelpRow):
            return
        space = tokens().space
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._ground(painter, option)
        area = option.rect.adjusted(space.l, space.m, -space.l, -space.m)
        if row.is_room:
            side = AVATAR - 8
            paint_icon(painter, "door-open", QRect(area.left() + 4, area.top() + 4, side, side), "muted")
        else:
            paint_avatar(painter, QRect(area.left(), area.top(), AVATAR, AVATAR), row.name, row.key)
        left = area.left() + AVATAR + space.m
        line = QRect(left, area.top(), area.right() - left, _strong_line())
        self._head(painter, row, line)
        top = line.bottom() + 1
        if row.calls:
            self._badges(painter, row, QPoint(left, top))
            top += badge_size("A").height() + space.xs
        painter.setFont(_small())
        painter.setPen(colour("muted"))
        for text in _below(row):
            where = QRect(left, top, area.right() - left, _small_line())
            painter.drawText(
                where, _LEFT, painter.fontMetrics().elidedText(text, Qt.TextElideMode.ElideRight, where.width())
            )
            top += _small_line()
        painter.restore()

    def _head(self, painter: QPainter, row: HelpRow, where: QRect) -> None:
        waits = row.stand is not Stand.QUIET
        seconds = max(0, (self._now() - row.since) // 1000)
        when = clock_text(seconds) if waits else ago_text(seconds)
        small = _small()
        painter.setFont(small)
        painter.setPen(colour("danger_text" if row.stand is Stand.CALLS else "muted"))
        painter.drawText(where, _RIGHT, when)
        room = where.width() - QFontMetrics(small).horizontalAdvance(when) - tokens().space.s
        strong = font(weight=QFont.Weight.DemiBold if waits else QFont.Weight.Medium)
        painter.setFont(strong)
        painter.setPen(colour("text"))
        painter.drawText(where, _LEFT, QFontMetrics(strong).elidedText(row.name, Qt.TextElideMode.ElideRight, room))

    def _badges(self, painter: QPainter, row: HelpRow, corner: QPoint) -> None:
        tone = Tone.DANGER if row.stand is Stand.CALLS else Tone.MUTED
        drawn = paint_badge(painter, corner, kind_text(row.kind), tone, icon_name="life-buoy")
        if row.by:
            text = self.tr("you are on it") if row.mine else self.tr("%1 is on it").replace("%1", row.by)
            beside = QPoint(drawn.right() + tokens().space.xs + 1, corner.y())
            paint_badge(painter, beside, text, Tone.INFO, icon_name="eye")

    @staticmethod
    def _ground(painter: QPainter, option: QStyleOptionViewItem) -> None:
        chosen = bool(option.state & QStyle.StateFlag.State_Selected)
        pointed = bool(option.state & QStyle.StateFlag.State_MouseOver)
        painter.setPen(colour("accent" if chosen and option.state & QStyle.StateFlag.State_HasFocus else "border"))
        painter.setBrush(colour("selected" if chosen else "hover" if pointed else "surface"))
        painter.drawRoundedRect(option.rect.adjusted(6, 2, -6, -2), tokens().radius.l, tokens().radius.l)


def _below(row: HelpRow) -> list[str]:
    said = row.text if row.theirs or not row.text else f"↪ {row.text}"
    return [text for text in (said, row.context) if text] or [""]


def _small() -> QFont:
    return font(tokens().type.caption, tabular=True)


def _small_line() -> int:
    return QFontMetrics(_small()).lineSpacing() + 2


def _strong_line() -> int:
    return QFontMetrics(font()).lineSpacing() + tokens().space.xs
