"""What the rooms of a round answered, side by side."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPoint, QPointF, QRect, QSize, Qt
from PySide6.QtGui import QFont, QFontMetrics, QPainter
from PySide6.QtWidgets import QListView, QStyle, QStyledItemDelegate, QStyleOptionViewItem

from ui.breakouts.words import steps_text
from ui.widgets.badge import badge_size, paint_badge
from ui.widgets.labels import Tone
from ui.widgets.paragraph import set_paragraph
from ui.widgets.rows import RowRole, RowsModel, RowsView
from ui.widgets.theme import colour, font, tokens
from ui.widgets.translated import Translated

if TYPE_CHECKING:
    from PySide6.QtGui import QResizeEvent
    from PySide6.QtWidgets import QWidget

    from ui.breakouts.model import AnswerRow

NARROWEST: Final = 260
_LEFT: Final = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft


class AnswerDelegate(QStyledItemDelegate):
    """Paints a room's answer as a card, all of one height in the wall."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.size = QSize(NARROWEST, 120)

    def sizeHint(self, _option: QStyleOptionViewItem, _index: QModelIndex | QPersistentModelIndex) -> QSize:
        """As large as the largest answer wants."""
        return self.size

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        """Draw it."""
        row: AnswerRow = index.data(RowRole)
        space = tokens().space
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        chosen = bool(option.state & QStyle.StateFlag.State_Selected)
        painter.setPen(colour("accent" if chosen and option.state & QStyle.StateFlag.State_HasFocus else "border"))
        painter.setBrush(colour("selected" if chosen else "surface"))
        painter.drawRoundedRect(option.rect.adjusted(4, 4, -4, -4), tokens().radius.l, tokens().radius.l)
        area = option.rect.adjusted(space.m + 4, space.m, -space.m - 4, -space.m)
        line = QFontMetrics(font()).lineSpacing()
        self._head(painter, row, QRect(area.left(), area.top(), area.width(), line))
        top = area.top() + line + space.xs
        small = font(tokens().type.caption)
        painter.setFont(small)
        painter.setPen(colour("muted"))
        who = ", ".join(row.people)
        where = QRect(area.left(), top, area.width(), QFontMetrics(small).lineSpacing())
        painter.drawText(where, _LEFT, QFontMetrics(small).elidedText(who, Qt.TextElideMode.ElideRight, area.width()))
        words, _height = set_paragraph(row.text or self.tr("No answer"), area.width())
        painter.setPen(colour("text" if row.text else "faint"))
        painter.setClipRect(area)
        words.draw(painter, QPointF(area.left(), where.bottom() + space.s))
        painter.restore()

    def _head(self, painter: QPainter, row: AnswerRow, where: QRect) -> None:
        strong = font(weight=QFont.Weight.DemiBold)
        taken = 0
        badge = self.tr("Waits to be approved") if row.held else steps_text(row.done, row.steps) if row.steps else ""
        if badge:
            size = badge_size(badge)
            corner = QPoint(where.right() - size.width() + 1, where.center().y() - size.height() // 2)
            paint_badge(painter, corner, badge, Tone.WARN if row.held else Tone.MUTED)
            taken = size.width() + tokens().space.s
        painter.setFont(strong)
        painter.setPen(colour("text"))
        room = where.width() - taken
        painter.drawText(where, _LEFT, QFontMetrics(strong).elidedText(row.name, Qt.TextElideMode.ElideRight, room))


class Wall(Translated, RowsView):
    """The answers of one round, side by side.

    Args:
        parent: the owner.
    """

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent=parent)
        self.rows: RowsModel[AnswerRow] = RowsModel(
            lambda row: row.room, lambda row: f"{row.name}: {row.text}" if row.text else row.name, self
        )
        self._delegate = AnswerDelegate(self)
        self.setItemDelegate(self._delegate)
        self.setViewMode(QListView.ViewMode.IconMode)
        self.setMovement(QListView.Movement.Static)
        self.setUniformItemSizes(True)
        self.show_model(self.rows)
        self.retranslate()

    def retranslate(self) -> None:
        """Say the words again."""
        self.setAccessibleName(self.tr("What the rooms answered"))
        self.rows.repeat()

    def show_answers(self, rows: tuple[AnswerRow, ...]) -> None:
        """Show answers.

        Args:
            rows: in the order of the rooms.
        """
        self.rows.show_rows(rows)
        self._measure()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Fill the width."""
        super().resizeEvent(event)
        self._measure()

    def _measure(self) -> None:
        space = tokens().space
        # Room for the scroll bar, which comes only once the cards have been laid out.
        width = self.viewport().width() - 20
        across = width // max(1, width // NARROWEST)
        inner = across - 2 * space.m - 8
        tallest = max((set_paragraph(row.text, inner)[1] for row in self.rows.rows), default=0)
        head = QFontMetrics(font()).lineSpacing() + QFontMetrics(font(tokens().type.caption)).lineSpacing()
        height = round(tallest) + head + 2 * space.m + space.xs + space.s + 8
        self._delegate.size = QSize(across, max(110, height))
        self.setGridSize(self._delegate.size)
