"""How an activity looks in the agenda's list."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QCoreApplication, QModelIndex, QPersistentModelIndex, QRect, QSize, Qt
from PySide6.QtGui import QFont, QFontMetrics, QPainter
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from app.domain.agenda.state import Standing
from ui.agenda.model import AgendaRow
from ui.agenda.words import kind_icon, kind_words
from ui.session.words import minutes_text
from ui.widgets.icons import paint_icon
from ui.widgets.rows import RowRole
from ui.widgets.theme import colour, font, tokens
from ui.widgets.time_label import hour_text

_LEFT: Final = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft
_MARKS: Final = {Standing.DONE: "check", Standing.NOW: "play", Standing.SKIPPED: "x"}


def detail(row: AgendaRow) -> str:
    """Say in a line how long an activity lasts and what is particular about it.

    Args:
        row: of the list.
    """
    parts = [minutes_text(row.minutes)]
    if row.before is None:
        parts.append(QCoreApplication.translate("AgendaRow", "added"))
    elif row.before != row.minutes:
        was = QCoreApplication.translate("AgendaRow", "planned %1")
        parts.append(was.replace("%1", minutes_text(row.before)))
    if row.standing is Standing.SKIPPED:
        parts.append(QCoreApplication.translate("AgendaRow", "left out"))
    if row.passed:
        parts.append(QCoreApplication.translate("AgendaRow", "passed over"))
    if row.late:
        late = QCoreApplication.translate("AgendaRow", "%1 late")
        parts.append(late.replace("%1", minutes_text(row.late)))
    return " · ".join(parts)


def row_words(row: AgendaRow) -> str:
    """Say a row for screen readers.

    Args:
        row: of the list.
    """
    standing = {
        Standing.TO_COME: "",
        Standing.NOW: QCoreApplication.translate("AgendaRow", "now"),
        Standing.DONE: QCoreApplication.translate("AgendaRow", "done"),
        Standing.SKIPPED: "",
    }[row.standing]
    at = hour_text(row.at) if row.at else ""
    return ", ".join(filter(None, (row.day, at, row.title, kind_words(row.kind), detail(row), standing)))


class AgendaDelegate(QStyledItemDelegate):
    """Paints activities: when, what, how long, and how they stand."""

    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:
        """Two lines, and one more where a day begins."""
        row = index.data(RowRole)
        small = QFontMetrics(_small()).lineSpacing()
        height = QFontMetrics(font()).lineSpacing() + small + tokens().space.m
        if isinstance(row, AgendaRow) and row.day:
            height += small + tokens().space.s
        return QSize(option.rect.width(), height)

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        """Draw a row."""
        row = index.data(RowRole)
        if not isinstance(row, AgendaRow):
            return
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        space = tokens().space
        where: QRect = option.rect.adjusted(space.s, 1, -space.s, -1)
        if row.day:
            small = QFontMetrics(_small()).lineSpacing()
            painter.setFont(_small(QFont.Weight.DemiBold))
            painter.setPen(colour("muted"))
            heading = QRect(where.left() + space.s, where.top() + space.xs, where.width() - space.m, small)
            painter.drawText(heading, _LEFT, _fitting(painter, row.day, heading.width()))
            where = where.adjusted(0, small + space.s, 0, 0)
        _ground(painter, option, where, row)
        self._row(painter, where.adjusted(space.s, 0, -space.s, 0), row)
        painter.restore()

    def _row(self, painter: QPainter, area: QRect, row: AgendaRow) -> None:
        space = tokens().space
        quiet = row.passed or row.standing in {Standing.DONE, Standing.SKIPPED}
        line, small = QFontMetrics(font()).lineSpacing(), QFontMetrics(_small()).lineSpacing()
        top = area.top() + (area.height() - line - small - 1) // 2
        side = tokens().type.body + 1
        mark = _MARKS.get(row.standing, kind_icon(row.kind))
        ink = "accent_text" if row.standing is Standing.NOW else "faint" if quiet else "muted"
        paint_icon(painter, mark, QRect(area.left(), top + (line - side) // 2, side, side), ink)
        left = area.left() + side + space.s
        right = area.right()
        if row.at:
            painter.setFont(_small())
            painter.setPen(colour("danger_text" if row.late else "muted"))
            at = hour_text(row.at)
            width = painter.fontMetrics().horizontalAdvance(at)
            painter.drawText(QRect(right - width, top, width + 1, line), _LEFT, at)
            right -= width + space.xs
            if row.pinned:
                pin = tokens().type.caption
                paint_icon(painter, "pin", QRect(right - pin, top + (line - pin) // 2, pin, pin), "muted")
                right -= pin + space.xs
        strong = font(weight=QFont.Weight.DemiBold if row.standing is Standing.NOW else QFont.Weight.Medium)
        strong.setStrikeOut(row.standing is Standing.SKIPPED)
        painter.setFont(strong)
        painter.setPen(colour("muted" if quiet else "text"))
        title = _fitting(painter, row.title, right - left - space.xs)
        painter.drawText(QRect(left, top, right - left, line), _LEFT, title)
        painter.setFont(_small())
        painter.setPen(colour("danger_text" if row.late else "muted"))
        below = QRect(left, top + line + 1, area.right() - left, small)
        painter.drawText(below, _LEFT, _fitting(painter, detail(row), below.width()))


def _fitting(painter: QPainter, text: str, width: int) -> str:
    return painter.fontMetrics().elidedText(text, Qt.TextElideMode.ElideRight, width)


def _small(weight: QFont.Weight = QFont.Weight.Normal) -> QFont:
    return font(tokens().type.caption, weight=weight, tabular=True)


def _ground(painter: QPainter, option: QStyleOptionViewItem, where: QRect, row: AgendaRow) -> None:
    chosen = bool(option.state & QStyle.StateFlag.State_Selected)
    pointed = bool(option.state & QStyle.StateFlag.State_MouseOver)
    now = row.standing is Standing.NOW
    radius = tokens().radius.m
    if chosen or pointed or now:
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(colour("selected" if chosen else "hover" if pointed and not now else "accent_soft"))
        painter.drawRoundedRect(where, radius, radius)
    if chosen and option.state & QStyle.StateFlag.State_HasFocus:
        painter.setPen(colour("focus"))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawRoundedRect(where.adjusted(0, 0, -1, -1), radius, radius)
