"""How a poll looks in the list: what it asks, and how it stands."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QModelIndex, QPersistentModelIndex, QRect, QSize, Qt
from PySide6.QtGui import QFont, QFontMetrics, QPainter
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from ui.polls.words import FORM_ICONS, answered_words, form_name
from ui.widgets.icons import paint_icon
from ui.widgets.rows import RowRole
from ui.widgets.theme import colour, font, tokens

if TYPE_CHECKING:
    from ui.polls.model import PollRow

_ICON = 18
_LEFT = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft


def row_state(row: PollRow) -> str:
    """Say how a poll stands.

    Args:
        row: of the list.
    """
    if not row.round:
        state = QCoreApplication.translate("Polls", "With its activity") if row.activity else form_name(row.form)
        return QCoreApplication.translate("Polls", "Ready · %1").replace("%1", state)
    parts = []
    if row.round > 1:
        parts.append(QCoreApplication.translate("Polls", "Round %1").replace("%1", str(row.round)))
    if row.is_open:
        parts.append(answered_words(row.answered, row.of))
    else:
        parts += [QCoreApplication.translate("Polls", "Closed"), answered_words(row.answered, 0)]
    if row.results:
        parts.append(QCoreApplication.translate("Polls", "results shown"))
    return " · ".join(parts)


class PollDelegate(QStyledItemDelegate):
    """Paints a poll in two lines, with its form's icon; an open one is marked by a dot and by its words."""

    def sizeHint(self, option: QStyleOptionViewItem, _index: QModelIndex | QPersistentModelIndex) -> QSize:
        """Two lines."""
        space = tokens().space
        lines = QFontMetrics(font()).lineSpacing() + QFontMetrics(_small()).lineSpacing()
        return QSize(option.rect.width(), lines + 2 * space.s + space.xxs + 4)

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        """Draw it."""
        row: PollRow = index.data(RowRole)
        space = tokens().space
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._ground(painter, option)
        area = option.rect.adjusted(space.m, space.s, -space.m, -space.s)
        icon = QRect(area.left(), area.top() + 2, _ICON, _ICON)
        paint_icon(painter, FORM_ICONS[row.form], icon, "accent_text" if row.is_open else "muted")
        left = area.left() + _ICON + space.s
        room = area.right() - left
        face = font(weight=QFont.Weight.DemiBold if row.is_open or row.on_stage else QFont.Weight.Normal)
        metrics = QFontMetrics(face)
        painter.setFont(face)
        painter.setPen(colour("text"))
        first = QRect(left, area.top(), room, metrics.lineSpacing())
        painter.drawText(first, _LEFT, metrics.elidedText(row.question, Qt.TextElideMode.ElideRight, room))
        small = QFontMetrics(_small())
        second = QRect(left, first.bottom() + space.xxs, room, small.lineSpacing())
        if row.is_open:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(colour("ok"))
            painter.drawEllipse(second.left(), second.center().y() - 3, 7, 7)
            second = second.adjusted(12, 0, 0, 0)
        painter.setFont(_small())
        painter.setPen(colour("ok_text" if row.is_open else "muted"))
        painter.drawText(second, _LEFT, small.elidedText(row_state(row), Qt.TextElideMode.ElideRight, second.width()))
        painter.restore()

    @staticmethod
    def _ground(painter: QPainter, option: QStyleOptionViewItem) -> None:
        chosen = bool(option.state & QStyle.StateFlag.State_Selected)
        pointed = bool(option.state & QStyle.StateFlag.State_MouseOver)
        if not chosen and not pointed:
            return
        has_focus = chosen and bool(option.state & QStyle.StateFlag.State_HasFocus)
        painter.setPen(colour("accent") if has_focus else Qt.PenStyle.NoPen)
        painter.setBrush(colour("selected" if chosen else "hover"))
        painter.drawRoundedRect(option.rect.adjusted(4, 1, -4, -1), tokens().radius.m, tokens().radius.m)


def _small() -> QFont:
    return font(tokens().type.caption, tabular=True)
