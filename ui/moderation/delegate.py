"""How a held text looks in the queue: whose, where, the whole text, and what it stands beside."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPoint, QPointF, QRect, QSize, Qt
from PySide6.QtGui import QFont, QFontMetrics, QPainter
from PySide6.QtWidgets import QAbstractItemView, QStyle, QStyledItemDelegate, QStyleOptionViewItem

from ui.moderation.naming import rule_name
from ui.widgets.avatar import paint_avatar
from ui.widgets.badge import badge_size, paint_badge
from ui.widgets.labels import Tone
from ui.widgets.paragraph import set_paragraph
from ui.widgets.rows import RowRole
from ui.widgets.theme import colour, font, tokens
from ui.widgets.time_label import ago_text

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtWidgets import QWidget

    from ui.moderation.model import HeldRow

AVATAR = 34
READABLE = 720
_FLAGS = 3
_LEFT = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft


class HeldDelegate(QStyledItemDelegate):
    """Paints a held text as a card.

    Args:
        now: the class's time, in milliseconds.
        parent: the view.
    """

    def __init__(self, now: Callable[[], int], parent: QWidget) -> None:
        super().__init__(parent)
        self._now = now

    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:
        """As tall as the text and its context."""
        row: HeldRow = index.data(RowRole)
        view = option.widget
        width = view.viewport().width() if isinstance(view, QAbstractItemView) else option.rect.width()
        space = tokens().space
        height = QFontMetrics(font()).lineSpacing() + space.xs + set_paragraph(row.text, self._across(width))[1]
        height += len(self._above(row) + self._below(row)) * (_small_line() + space.xxs)
        return QSize(width, height + 2 * space.m + space.s)

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        """Draw it."""
        row: HeldRow = index.data(RowRole)
        space = tokens().space
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._ground(painter, option)
        area = option.rect.adjusted(space.l, space.m, -space.l, -space.m)
        paint_avatar(painter, QRect(area.left(), area.top(), AVATAR, AVATAR), row.name, row.author)
        left = area.left() + AVATAR + space.m
        line = QFontMetrics(font()).lineSpacing()
        self._head(painter, row, QRect(left, area.top(), area.right() - left, line))
        top = area.top() + line + space.xs
        top = self._lines(painter, QRect(left, top, area.right() - left, 0), self._above(row))
        words, height = set_paragraph(row.text, self._across(option.rect.width()))
        painter.setPen(colour("text"))
        words.draw(painter, QPointF(left, top))
        self._lines(painter, QRect(left, top + height + space.xxs, area.right() - left, 0), self._below(row))
        painter.restore()

    def _head(self, painter: QPainter, row: HeldRow, where: QRect) -> None:
        space = tokens().space
        ago = ago_text(max(0, (self._now() - row.since) // 1000))
        small = _small()
        ago_width = QFontMetrics(small).horizontalAdvance(ago)
        painter.setFont(small)
        painter.setPen(colour("muted"))
        painter.drawText(where, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter, ago)
        strong = font(weight=QFont.Weight.DemiBold)
        badge = self._kind(row)
        size = badge_size(badge)
        room = where.width() - ago_width - size.width() - 2 * space.s
        name = QFontMetrics(strong).elidedText(row.name, Qt.TextElideMode.ElideRight, room)
        painter.setFont(strong)
        painter.setPen(colour("text"))
        painter.drawText(where, _LEFT, name)
        left = where.left() + QFontMetrics(strong).horizontalAdvance(name) + space.s
        paint_badge(painter, QPoint(left, where.center().y() - size.height() // 2 + 1), badge, Tone.MUTED)

    def _kind(self, row: HeldRow) -> str:
        if row.kind == "name":
            return self.tr("Name")
        return self.tr("%1 · changed").replace("%1", row.place) if row.before else row.place

    def _above(self, row: HeldRow) -> list[tuple[str, str]]:
        return [(self.tr("After %1:").replace("%1", row.above[0]), row.above[1])] if row.above[0] else []

    def _below(self, row: HeldRow) -> list[tuple[str, str]]:
        lines = []
        if row.rule:
            lines.append((self.tr("Why it waits:"), rule_name(row.rule)))
        for name, reason in row.flags[:_FLAGS]:
            lines.append((self.tr("Flagged by %1:").replace("%1", name or rule_name("words")), reason or "–"))
        if row.answers[0]:
            lines.append((self.tr("Answers %1:").replace("%1", row.answers[0]), row.answers[1]))
        if row.before:
            lines.append((self.tr("Shown meanwhile:"), row.before.split("\n", 1)[0]))
        return lines

    def _lines(self, painter: QPainter, where: QRect, lines: list[tuple[str, str]]) -> int:
        """Draw small lines one below the other, and give where the next thing starts."""
        top = where.top()
        for title, text in lines:
            self._line(painter, QRect(where.left(), top, where.width(), _small_line()), title, text)
            top += _small_line() + tokens().space.xxs
        return top

    @staticmethod
    def _line(painter: QPainter, where: QRect, title: str, text: str) -> None:
        strong, small = _small(QFont.Weight.DemiBold), _small()
        painter.setFont(strong)
        painter.setPen(colour("muted"))
        painter.drawText(where, _LEFT, title)
        left = QFontMetrics(strong).horizontalAdvance(title) + tokens().space.xs
        room = where.adjusted(left, 0, 0, 0)
        painter.setFont(small)
        painter.drawText(room, _LEFT, QFontMetrics(small).elidedText(text, Qt.TextElideMode.ElideRight, room.width()))

    @staticmethod
    def _across(width: int) -> int:
        space = tokens().space
        return min(READABLE, width - 2 * space.l - AVATAR - space.m)

    @staticmethod
    def _ground(painter: QPainter, option: QStyleOptionViewItem) -> None:
        chosen = bool(option.state & QStyle.StateFlag.State_Selected)
        where = option.rect.adjusted(6, 2, -6, -2)
        painter.setPen(colour("accent" if chosen and option.state & QStyle.StateFlag.State_HasFocus else "border"))
        pointed = bool(option.state & QStyle.StateFlag.State_MouseOver)
        painter.setBrush(colour("selected" if chosen else "hover" if pointed else "surface"))
        painter.drawRoundedRect(where, tokens().radius.l, tokens().radius.l)


def _small(weight: QFont.Weight = QFont.Weight.Normal) -> QFont:
    return font(tokens().type.caption, weight=weight, tabular=True)


def _small_line() -> int:
    return QFontMetrics(_small()).lineSpacing() + 2
