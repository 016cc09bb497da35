"""How people and sections look in the People panel."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import (
    QAbstractItemModel,
    QEvent,
    QModelIndex,
    QPersistentModelIndex,
    QPoint,
    QRect,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import QFont, QFontMetrics, QMouseEvent, QPainter
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from ui.roster.model import Kind, PersonRow, SectionRow
from ui.roster.words import person_detail, presence_icon, row_badge, section_action, section_title
from ui.widgets.avatar import paint_avatar
from ui.widgets.badge import badge_size, paint_badge
from ui.widgets.icons import paint_icon
from ui.widgets.labels import Tone
from ui.widgets.rows import RowRole
from ui.widgets.theme import colour, font, tokens

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtWidgets import QWidget

AVATAR = 30
_LEFT = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft


class PeopleDelegate(QStyledItemDelegate):
    """Paints people and sections. `section_acted` carries the `SectionRow` whose words were clicked.

    Args:
        now: the class's time, in milliseconds.
        parent: the view.
    """

    section_acted = Signal(object)

    def __init__(self, now: Callable[[], int], parent: QWidget) -> None:
        super().__init__(parent)
        self._now = now
        self.target = ""

    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:
        """A line for a section, two for a person."""
        row = index.data(RowRole)
        space = tokens().space
        small = QFontMetrics(_small()).lineSpacing()
        if isinstance(row, SectionRow):
            return QSize(option.rect.width(), small + space.l + space.xs)
        return QSize(option.rect.width(), max(AVATAR, QFontMetrics(font()).lineSpacing() + small) + space.m)

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        """Draw a row."""
        row = index.data(RowRole)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        _ground(painter, option, target=row.key == self.target)
        if isinstance(row, SectionRow):
            self._section(painter, option.rect, row)
        elif isinstance(row, PersonRow):
            self._person(painter, option.rect, row)
        painter.restore()

    def editorEvent(
        self,
        event: QEvent,
        model: QAbstractItemModel,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
    ) -> bool:
        """Tell when the words of a section are clicked."""
        row = index.data(RowRole)
        if (
            isinstance(event, QMouseEvent)
            and event.type() == QEvent.Type.MouseButtonRelease
            and event.button() == Qt.MouseButton.LeftButton
            and isinstance(row, SectionRow)
            and _action_rect(option.rect, row).contains(event.position().toPoint())
        ):
            self.section_acted.emit(row)
            return True
        return super().editorEvent(event, model, option, index)

    def _section(self, painter: QPainter, where: QRect, row: SectionRow) -> None:
        space = tokens().space
        area = where.adjusted(space.m, space.s, -space.m, 0)
        action = section_action(row)
        action_at = _action_rect(where, row)
        count = str(row.count)
        size = badge_size(count)
        strong = _small(QFont.Weight.DemiBold)
        metrics = QFontMetrics(strong)
        room = (action_at.left() if action else area.right()) - area.left() - size.width() - 2 * space.s
        title = metrics.elidedText(section_title(row), Qt.TextElideMode.ElideRight, room)
        urgent = row.kind in {Kind.DOOR, Kind.HANDS}
        painter.setFont(strong)
        painter.setPen(colour("text" if urgent else "muted"))
        painter.drawText(area, _LEFT, title)
        left = area.left() + metrics.horizontalAdvance(title) + space.s
        tone = Tone.ACCENT if urgent else Tone.MUTED
        paint_badge(painter, QPoint(left, area.center().y() - size.height() // 2 + 1), count, tone)
        if action:
            painter.setFont(strong)
            painter.setPen(colour("accent_text"))
            painter.drawText(action_at, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight, action)

    def _person(self, painter: QPainter, where: QRect, row: PersonRow) -> None:
        space = tokens().space
        area = where.adjusted(space.m, 0, -space.m, 0)
        disc = QRect(area.left(), area.center().y() - AVATAR // 2, AVATAR, AVATAR)
        if row.kind in {Kind.EXPECTED, Kind.GONE}:
            painter.setOpacity(0.6)
        paint_avatar(painter, disc, row.name, row.member)
        painter.setOpacity(1)
        left = disc.right() + space.m
        right = area.right()
        side = tokens().type.body + 3
        for there, icon_name, ink in (
            (bool(row.hand), "hand", "accent_text"),
            (row.calls, "life-buoy", "danger_text"),
            (row.noted, "sticky-note", "warn_text"),
            (row.pending, "clock", "muted"),
        ):
            if there:
                right -= side
                paint_icon(painter, icon_name, QRect(right, area.center().y() - side // 2, side, side), ink)
                right -= space.xs
        line, small = QFontMetrics(font()).lineSpacing(), QFontMetrics(_small()).lineSpacing()
        top = area.top() + (area.height() - line - small - 1) // 2
        strong = font(weight=QFont.Weight.Medium)
        badge = row_badge(row)
        size = badge_size(badge, icon_name="star") if badge else QSize()
        wide = right - left - (size.width() + space.s if badge else 0)
        name = self.tr("%1 (you)").replace("%1", row.name) if row.me else row.name
        painter.setFont(strong)
        painter.setPen(colour("muted" if row.kind in {Kind.EXPECTED, Kind.GONE} else "text"))
        name = QFontMetrics(strong).elidedText(name, Qt.TextElideMode.ElideRight, wide)
        painter.drawText(QRect(left, top, wide, line), _LEFT, name)
        if badge:
            beside = left + QFontMetrics(strong).horizontalAdvance(name) + space.s
            corner = QPoint(beside, top + (line - size.height()) // 2)
            paint_badge(painter, corner, badge, Tone.OK, icon_name="star")
        self._detail(painter, QRect(left, top + line + 1, right - left, small), row)

    def _detail(self, painter: QPainter, where: QRect, row: PersonRow) -> None:
        icon_name, ink = presence_icon(row)
        side = tokens().type.caption + 1
        paint_icon(painter, icon_name, QRect(where.left(), where.center().y() - side // 2, side, side), ink)
        room = where.adjusted(side + tokens().space.xs, 0, 0, 0)
        text = QFontMetrics(_small()).elidedText(
            person_detail(row, self._now()), Qt.TextElideMode.ElideRight, room.width()
        )
        painter.setFont(_small())
        painter.setPen(colour("muted"))
        painter.drawText(room, _LEFT, text)


def _small(weight: QFont.Weight = QFont.Weight.Normal) -> QFont:
    return font(tokens().type.caption, weight=weight, tabular=True)


def _action_rect(where: QRect, row: SectionRow) -> QRect:
    action = section_action(row)
    if not action:
        return QRect()
    space = tokens().space
    width = QFontMetrics(_small(QFont.Weight.DemiBold)).horizontalAdvance(action) + 2
    return QRect(where.right() - space.m - width, where.top() + space.s, width, where.height() - space.s)


def _ground(painter: QPainter, option: QStyleOptionViewItem, *, target: bool) -> None:
    chosen = bool(option.state & QStyle.StateFlag.State_Selected)
    pointed = bool(option.state & QStyle.StateFlag.State_MouseOver)
    radius = tokens().radius.m
    where = option.rect.adjusted(2, 1, -2, -1)
    if chosen or pointed or target:
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(colour("accent_soft" if target else "selected" if chosen else "hover"))
        painter.drawRoundedRect(where, radius, radius)
    if target or (chosen and option.state & QStyle.StateFlag.State_HasFocus):
        painter.setPen(colour("focus"))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawRoundedRect(where.adjusted(0, 0, -1, -1), radius, radius)
