"""How something on the board looks in the list: what it is, where it leads, what it is good for, and to how many."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPoint, QPointF, QRect, QSize, Qt
from PySide6.QtGui import QFont, QFontMetrics, QPainter, QTextCharFormat, QTextLayout
from PySide6.QtWidgets import QAbstractItemView, QStyle, QStyledItemDelegate, QStyleOptionViewItem

from app.domain.kernel.gate import Outcome
from ui.widgets.badge import badge_size, paint_badge
from ui.widgets.icons import paint_icon, square
from ui.widgets.labels import Tone
from ui.widgets.paragraph import set_paragraph
from ui.widgets.rows import RowRole
from ui.widgets.theme import colour, font, tokens
from ui.widgets.time_label import ago_text

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtWidgets import QWidget

    from ui.board.model import BoardRow

MARK = 28
READABLE = 720
LONGEST = 400
"""How many letters of a note, or of a message, are shown."""

_LEFT = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft


class BoardDelegate(QStyledItemDelegate):
    """Paints something on the board as a card.

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
        row: BoardRow = index.data(RowRole)
        space = tokens().space
        height = sum(part.height for part in _parts(row, width)) + QFontMetrics(_small()).lineSpacing()
        return QSize(width, height + 2 * space.m + space.s)

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        """Draw it."""
        row: BoardRow = index.data(RowRole)
        space = tokens().space
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._ground(painter, option)
        area = option.rect.adjusted(space.l, space.m, -space.l, -space.m)
        name = "message-circle" if row.message else "link" if row.link else "file-text"
        paint_icon(painter, name, square(QPoint(area.left() + 8, area.top() + 9), 16), "muted")
        left, top = area.left() + MARK, area.top()
        for part in _parts(row, option.rect.width()):
            painter.setPen(colour(part.tone))
            part.layout.draw(painter, QPointF(left, top))
            top += part.height
        self._foot(painter, row, QRect(left, top + space.xs, area.right() - left, QFontMetrics(_small()).lineSpacing()))
        painter.restore()

    def _foot(self, painter: QPainter, row: BoardRow, where: QRect) -> None:
        space = tokens().space
        badges: list[tuple[str, Tone]] = []
        if row.useful:
            badges.append((self.tr("%n useful", "people who find it so", row.useful), Tone.OK))
        if row.topic:
            badges.append((row.topic if len(row.topic) <= 30 else f"{row.topic[:29]}…", Tone.INFO))
        if row.state is Outcome.HELD:
            badges.append((self.tr("Held"), Tone.WARN))
        elif row.state is not Outcome.PUBLISHED:
            badges.append((self.tr("Not published"), Tone.DANGER))
        left = where.left()
        for text, tone in badges:
            size = badge_size(text)
            paint_badge(painter, QPoint(left, where.center().y() - size.height() // 2), text, tone)
            left += size.width() + space.s
        ago = ago_text(max(0, (self._now() - row.at) // 1000))
        said = self.tr("said by %1").replace("%1", row.author) if row.author else ""
        put = self.tr("put there by %1").replace("%1", row.by)
        text = " · ".join(part for part in (said, put, ago) if part)
        painter.setFont(_small())
        painter.setPen(colour("muted"))
        room = QRect(left, where.top(), max(0, where.right() - left), where.height())
        painter.drawText(
            room, _LEFT, QFontMetrics(_small()).elidedText(text, Qt.TextElideMode.ElideRight, room.width())
        )

    @staticmethod
    def _ground(painter: QPainter, option: QStyleOptionViewItem) -> None:
        chosen = bool(option.state & QStyle.StateFlag.State_Selected)
        pointed = bool(option.state & QStyle.StateFlag.State_MouseOver)
        where = option.rect.adjusted(6, 2, -6, -2)
        painter.setPen(colour("accent" if chosen and option.state & QStyle.StateFlag.State_HasFocus else "border"))
        painter.setBrush(colour("selected" if chosen else "hover" if pointed else "surface"))
        painter.drawRoundedRect(where, tokens().radius.l, tokens().radius.l)


class _Part(NamedTuple):
    """A paragraph of a card: its lines, their height in logical pixels, and their colour."""

    layout: QTextLayout
    height: int
    tone: str


def _part(text: str, width: int, tone: str, *, strong: bool = False) -> _Part:
    across = max(80, min(READABLE, width - MARK - 2 * tokens().space.l))
    formats = []
    if strong:
        whole = QTextLayout.FormatRange()
        whole.start, whole.length = 0, len(text)
        heavy = QTextCharFormat()
        heavy.setFontWeight(QFont.Weight.DemiBold)
        whole.format = heavy
        formats.append(whole)
    return _Part(*set_paragraph(text, across, formats), tone)


def _parts(row: BoardRow, width: int) -> list[_Part]:
    short = row.title if len(row.title) <= LONGEST else f"{row.title[: LONGEST - 1]}…"
    parts = []
    if short:
        parts.append(_part(short, width, "text", strong=not row.message))
    if row.host:
        parts.append(_part(row.host, width, "accent_text", strong=not short))
    if row.note:
        note = row.note if len(row.note) <= LONGEST else f"{row.note[: LONGEST - 1]}…"
        parts.append(_part(note, width, "muted"))
    return parts


def _small() -> QFont:
    return font(tokens().type.caption, tabular=True)
