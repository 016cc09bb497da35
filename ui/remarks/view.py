"""A list of the staff's notes, and one key for each thing to do with one."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QCoreApplication, QModelIndex, QPersistentModelIndex, QPoint, QPointF, QRect, QSize, Qt
from PySide6.QtGui import QFont, QFontMetrics, QPainter
from PySide6.QtWidgets import QAbstractItemView, QStyle, QStyledItemDelegate, QStyleOptionViewItem

from ui.remarks.model import RemarkRow
from ui.widgets.badge import badge_size, paint_badge
from ui.widgets.labels import Tone
from ui.widgets.paragraph import set_paragraph
from ui.widgets.rows import LettersView, RowRole, RowsModel
from ui.widgets.theme import colour, font, tokens
from ui.widgets.time_label import hour_text
from ui.widgets.translated import Translated

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

_LEFT = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft
LETTERS: Final = "FEG"
_KEYS = {Qt.Key.Key_Return: "Enter", Qt.Key.Key_Enter: "Enter", Qt.Key.Key_Delete: "Delete"}


def said(row: RemarkRow) -> str:
    """Give the words of a note, or what stands in for them.

    Args:
        row: of the note.
    """
    if row.text:
        return row.text
    flagged = row.follow_up or row.settled
    return (
        QCoreApplication.translate("Remarks", "To follow up")
        if flagged
        else QCoreApplication.translate("Remarks", "(erased)")
    )


def note_words(row: RemarkRow) -> str:
    """Give a note as a screen reader says it.

    Args:
        row: of the note.
    """
    flag = QCoreApplication.translate("Remarks", "To follow up") if row.follow_up and row.text else ""
    return ". ".join(part for part in (row.name, said(row), row.quote, flag, row.author) if part)


class RemarkDelegate(QStyledItemDelegate):
    """Paints a note as a card.

    Args:
        parent: the view.
        named: whether to say whom it is about; not where one reads about one person anyway.
    """

    def __init__(self, parent: QWidget, *, named: bool) -> None:
        super().__init__(parent)
        self._named = named

    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:
        """As tall as its words."""
        row = index.data(RowRole)
        if not isinstance(row, RemarkRow):
            return QSize(0, 0)
        view = option.widget
        width = view.viewport().width() if isinstance(view, QAbstractItemView) else option.rect.width()
        lines = 1 + bool(row.quote)
        return QSize(width, lines * _line() + self._paragraph(row, width)[1] + 2 * tokens().space.m)

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        """Draw it."""
        row = index.data(RowRole)
        if not isinstance(row, RemarkRow):
            return
        space = tokens().space
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        _ground(painter, option)
        area = option.rect.adjusted(space.l, space.s, -space.l, -space.s)
        line = QRect(area.left(), area.top(), area.width(), _line())
        self._head(painter, row, line)
        top = line.bottom() + 1
        words, height = self._paragraph(row, option.rect.width())
        painter.setPen(colour("text" if row.text else "muted"))
        words.draw(painter, QPointF(area.left(), top))
        if row.quote:
            quote = QRect(area.left(), top + height, area.width(), _line())
            painter.setFont(_small())
            painter.setPen(colour("muted"))
            text = painter.fontMetrics().elidedText(f"↩ {row.quote}", Qt.TextElideMode.ElideRight, quote.width())
            painter.drawText(quote, _LEFT, text)
        painter.restore()

    def _head(self, painter: QPainter, row: RemarkRow, where: QRect) -> None:
        right = where.right()
        if row.follow_up or row.settled:
            text, tone = (self.tr("Follow up"), Tone.WARN) if row.follow_up else (self.tr("Done"), Tone.OK)
            size = badge_size(text)
            right -= size.width()
            paint_badge(painter, QPoint(right, where.center().y() - size.height() // 2), text, tone)
            right -= tokens().space.s
        by = " · ".join((row.author, hour_text(row.at)))
        left = where.left()
        if self._named:
            strong = font(weight=QFont.Weight.DemiBold)
            painter.setFont(strong)
            painter.setPen(colour("text"))
            metrics = QFontMetrics(strong)
            name = metrics.elidedText(row.name, Qt.TextElideMode.ElideRight, (right - left) * 2 // 3)
            painter.drawText(QRect(left, where.top(), right - left, where.height()), _LEFT, name)
            left += metrics.horizontalAdvance(name) + tokens().space.s
        painter.setFont(_small())
        painter.setPen(colour("muted"))
        room = QRect(left, where.top(), max(0, right - left), where.height())
        painter.drawText(room, _LEFT, painter.fontMetrics().elidedText(by, Qt.TextElideMode.ElideRight, room.width()))

    @staticmethod
    def _paragraph(row: RemarkRow, width: int) -> tuple:  # type: ignore[type-arg]  # as `set_paragraph` gives it
        return set_paragraph(said(row), max(80, width - 2 * tokens().space.l))


class RemarksView(Translated, LettersView):
    """Shows notes. F flags or settles, E edits, G goes to the message, Delete takes away.

    Args:
        named: whether to say whom each is about.
    """

    def __init__(self, *, named: bool = True) -> None:
        super().__init__(LETTERS, _KEYS)
        self.rows: RowsModel[RemarkRow] = RowsModel(lambda row: row.remark, note_words, self)
        self.setItemDelegate(RemarkDelegate(self, named=named))
        self.show_model(self.rows)
        self.retranslate()

    def retranslate(self) -> None:
        """Say the words again."""
        self.setAccessibleName(self.tr("Private notes"))
        self.setAccessibleDescription(
            self.tr("F flags it to follow up, or says that this is done; E edits, G goes to the message, Del removes.")
        )
        self.rows.repeat()

    @property
    def chosen(self) -> RemarkRow | None:
        """The note that keys are about."""
        return self.rows.row_at(self.currentIndex())


def _small() -> QFont:
    return font(tokens().type.caption, tabular=True)


def _line() -> int:
    return max(QFontMetrics(font()).lineSpacing(), badge_size("A").height()) + 2


def _ground(painter: QPainter, option: QStyleOptionViewItem) -> None:
    chosen = bool(option.state & QStyle.StateFlag.State_Selected)
    pointed = bool(option.state & QStyle.StateFlag.State_MouseOver)
    painter.setPen(colour("accent" if chosen and option.state & QStyle.StateFlag.State_HasFocus else "border"))
    painter.setBrush(colour("selected" if chosen else "hover" if pointed else "surface"))
    painter.drawRoundedRect(option.rect.adjusted(6, 2, -6, -2), tokens().radius.l, tokens().radius.l)
