"""How a room looks in the radar: its name, why it needs somebody, who is there and how much each says."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPoint, QRect, QSize, Qt
from PySide6.QtGui import QFont, QFontMetrics, QPainter
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from app.domain.breakouts.events import Pulse
from app.domain.roster.events import Presence
from ui.breakouts.words import need_icon, need_text, need_tone, pulse_text, steps_text
from ui.widgets.avatar import paint_avatar
from ui.widgets.badge import badge_size, paint_badge
from ui.widgets.icons import paint_icon
from ui.widgets.labels import Tone, ink_of
from ui.widgets.rows import RowRole
from ui.widgets.theme import colour, font, tokens

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtWidgets import QWidget

    from ui.breakouts.model import Person, RoomRow

NARROWEST: Final = 200
"""The least width of a room's card, in logical pixels."""

_AVATAR: Final = 24
_BAR: Final = 3
_LEFT: Final = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft
_TONES: Final = {Pulse.FINE: Tone.OK, Pulse.DONE: Tone.OK, Pulse.TIME: Tone.WARN, Pulse.HELP: Tone.DANGER}
_ICONS: Final = {Pulse.FINE: "thumbs-up", Pulse.DONE: "check", Pulse.TIME: "timer", Pulse.HELP: "life-buoy"}


def card_height() -> int:
    """Give the height of a card, in logical pixels, gap included."""
    space = tokens().space
    lines = QFontMetrics(font()).lineSpacing() + 2 * _small_line()
    return lines + _AVATAR + _BAR + 2 * space.m + 3 * space.xs + space.s


class RoomDelegate(QStyledItemDelegate):
    """Paints a room as a card of a grid.

    Args:
        now: the class's time, in milliseconds.
        parent: the view.
    """

    def __init__(self, now: Callable[[], int], parent: QWidget) -> None:
        super().__init__(parent)
        self._now = now
        self.width = NARROWEST
        self.target = ""

    def sizeHint(self, _option: QStyleOptionViewItem, _index: QModelIndex | QPersistentModelIndex) -> QSize:
        """All cards are of one size."""
        return QSize(self.width, card_height())

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        """Draw it."""
        row: RoomRow = index.data(RowRole)
        space = tokens().space
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._ground(painter, option, row)
        area = option.rect.adjusted(space.m + 4, space.m, -space.m - 4, -space.m)
        line = QFontMetrics(font()).lineSpacing()
        self._head(painter, row, QRect(area.left(), area.top(), area.width(), line))
        top = area.top() + line + space.xs
        self._need(painter, row, QRect(area.left(), top, area.width(), _small_line()))
        top += _small_line() + space.xs
        self._people(painter, row, QRect(area.left(), top, area.width(), _AVATAR + _BAR + 2))
        top += _AVATAR + _BAR + 2 + space.xs
        self._foot(painter, row, QRect(area.left(), top, area.width(), _small_line()))
        painter.restore()

    def _ground(self, painter: QPainter, option: QStyleOptionViewItem, row: RoomRow) -> None:
        chosen = bool(option.state & QStyle.StateFlag.State_Selected)
        aimed = self.target == row.room
        pointed = bool(option.state & QStyle.StateFlag.State_MouseOver)
        strong = aimed or (chosen and bool(option.state & QStyle.StateFlag.State_HasFocus))
        painter.setPen(colour("accent" if strong else "border"))
        painter.setBrush(colour("selected" if chosen or aimed else "hover" if pointed else "surface"))
        painter.drawRoundedRect(option.rect.adjusted(4, 4, -4, -4), tokens().radius.l, tokens().radius.l)

    @staticmethod
    def _head(painter: QPainter, row: RoomRow, where: QRect) -> None:
        space = tokens().space
        taken = 0
        if row.pulse is not None:
            name, icon_name = pulse_text(row.pulse), _ICONS[row.pulse]
            size = badge_size(name, icon_name=icon_name)
            corner = QPoint(where.right() - size.width() + 1, where.center().y() - size.height() // 2)
            paint_badge(painter, corner, name, _TONES[row.pulse], icon_name=icon_name)
            taken = size.width() + space.s
        strong = font(weight=QFont.Weight.DemiBold)
        painter.setFont(strong)
        painter.setPen(colour("text"))
        name = QFontMetrics(strong).elidedText(row.name, Qt.TextElideMode.ElideRight, where.width() - taken)
        painter.drawText(where, _LEFT, name)

    def _need(self, painter: QPainter, row: RoomRow, where: QRect) -> None:
        ink = ink_of(need_tone(row.need))
        side = tokens().type.caption + 2
        mark = QRect(where.left(), where.center().y() - side // 2, side, side)
        paint_icon(painter, need_icon(row.need), mark, ink)
        painter.setFont(_small())
        painter.setPen(colour(ink))
        words = where.adjusted(side + tokens().space.xs, 0, 0, 0)
        text = need_text(row, self._now())
        painter.drawText(
            words, _LEFT, QFontMetrics(_small()).elidedText(text, Qt.TextElideMode.ElideRight, words.width())
        )

    @staticmethod
    def _people(painter: QPainter, row: RoomRow, where: QRect) -> None:
        step = _AVATAR + 3
        room = max(1, where.width() // step)
        shown = row.people if len(row.people) <= room else row.people[: room - 1]
        most = max((person.said for person in row.people), default=0)
        for place, person in enumerate(shown):
            corner = QPoint(where.left() + place * step, where.top())
            _person(painter, corner, person, most)
            if person.member == row.captain:
                _star(painter, corner)
        if len(shown) < len(row.people):
            left = where.left() + len(shown) * step
            painter.setFont(_small(QFont.Weight.DemiBold))
            painter.setPen(colour("muted"))
            painter.drawText(QRect(left, where.top(), step, _AVATAR), _LEFT, f"+{len(row.people) - len(shown)}")

    def _foot(self, painter: QPainter, row: RoomRow, where: QRect) -> None:
        parts = []
        if row.steps:
            parts.append(steps_text(row.done, row.steps))
        parts.append(self.tr("%n messages", "in a room", row.messages))
        if row.answered:
            parts.append(self.tr("answered"))
        parts += row.staff
        text = " · ".join(parts)
        painter.setFont(_small())
        painter.setPen(colour("muted"))
        painter.drawText(
            where, _LEFT, QFontMetrics(_small()).elidedText(text, Qt.TextElideMode.ElideRight, where.width())
        )


def _person(painter: QPainter, corner: QPoint, person: Person, most: int) -> None:
    """Draw somebody, faint when gone, over a bar as long as their share of what was said."""
    where = QRect(corner, QSize(_AVATAR, _AVATAR))
    painter.save()
    if person.presence is Presence.GONE:
        painter.setOpacity(0.35)
    paint_avatar(painter, where, person.name, person.member)
    painter.restore()
    if person.presence is Presence.GONE:
        painter.setPen(colour("danger"))
        painter.drawLine(where.topRight(), where.bottomLeft())
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(colour("border"))
    bar = QRect(corner.x(), corner.y() + _AVATAR + 2, _AVATAR, _BAR)
    painter.drawRoundedRect(bar, 1, 1)
    if person.said:
        painter.setBrush(colour("accent"))
        painter.drawRoundedRect(QRect(bar.topLeft(), QSize(max(3, _AVATAR * person.said // most), _BAR)), 1, 1)


def _star(painter: QPainter, corner: QPoint) -> None:
    """Mark the captain: a star at the shoulder, which the words for screen readers say too."""
    side = 12
    where = QRect(corner.x() + _AVATAR - side + 2, corner.y() - 2, side, side)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(colour("surface"))
    painter.drawEllipse(where)
    paint_icon(painter, "star", where.adjusted(1, 1, -1, -1), "accent_text")


def _small(weight: QFont.Weight = QFont.Weight.Normal) -> QFont:
    return font(tokens().type.caption, weight=weight, tabular=True)


def _small_line() -> int:
    return QFontMetrics(_small()).lineSpacing() + 2
