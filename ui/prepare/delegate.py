"""Paints the rows of the agenda and gives each cell its editor."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, QPoint, QRect, QSize, Qt, Signal
from PySide6.QtGui import QFont, QKeyEvent, QPainter, QTextLayout, QTextOption
from PySide6.QtWidgets import QLineEdit, QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from app.plans.plan import TITLE_LIMIT
from ui.prepare.editors import KindChoice, TypedLine, read_clock, read_minutes
from ui.prepare.model import BlockRow, Column, DayRow, Index, RowRole
from ui.prepare.words import KIND_ICONS, kind_colour
from ui.session.words import minutes_text
from ui.widgets.avatar import paint_avatar
from ui.widgets.badge import badge_size, paint_badge
from ui.widgets.icons import paint_icon
from ui.widgets.labels import Tone
from ui.widgets.theme import colour, font, tokens

if TYPE_CHECKING:
    from PySide6.QtCore import QAbstractItemModel

_SIDE = 8
_BAR = 4


def row_height() -> int:
    """Return the height of a row, in logical pixels: two lines of a title and some air."""
    return 2 * tokens().type.body + 18


class AgendaDelegate(QStyledItemDelegate):
    """Draws cells, and edits them.

    `next_wanted` is emitted when Ctrl+Enter is pressed while a cell is edited.
    """

    next_wanted = Signal()

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._open: QWidget | None = None

    # --- editing ---------------------------------------------------------------------------------------------------

    def _made(self, parent: QWidget, index: Index) -> QWidget | None:
        match Column(index.column()):
            case Column.OBJECTIVES:
                return None
            case Column.KIND:
                choice = KindChoice(parent)
                choice.activated.connect(lambda _row: self._done(choice))
                return choice
            case Column.MINUTES:
                return TypedLine(read_minutes, parent)
            case Column.TIME:
                return TypedLine(read_clock, parent)
            case _:
                edit = QLineEdit(parent)
                edit.setMaxLength(TITLE_LIMIT)
                return edit

    def createEditor(self, parent: QWidget, _option: QStyleOptionViewItem, index: Index) -> QWidget | None:  # type: ignore[override]
        """Make an editor for a cell; objectives are chosen from a menu."""
        self._open = self._made(parent, index)
        if self._open is not None:
            self._open.setAccessibleName(str(index.model().headerData(index.column(), Qt.Orientation.Horizontal) or ""))
        return self._open

    def destroyEditor(self, editor: QWidget, index: Index) -> None:
        """Let an editor go."""
        if editor is self._open:
            self._open = None
        super().destroyEditor(editor, index)

    def finish(self) -> None:
        """Hand over what is being edited, and close its editor."""
        if self._open is not None:
            self._done(self._open)

    def _done(self, editor: QWidget) -> None:
        self.commitData.emit(editor)
        self.closeEditor.emit(editor)

    def setEditorData(self, editor: QWidget, index: Index) -> None:
        """Fill an editor."""
        value = index.data(Qt.ItemDataRole.EditRole)
        match editor:
            case KindChoice():
                editor.choose(str(value))
            case TypedLine():
                editor.show_text(str(value))
                editor.selectAll()
            case QLineEdit():
                if not editor.isModified():
                    editor.setText(str(value))
                    editor.selectAll()
            case _:
                super().setEditorData(editor, index)

    def setModelData(self, editor: QWidget, model: QAbstractItemModel, index: Index) -> None:
        """Hand over what an editor says, if it has changed and can be read."""
        match editor:
            case KindChoice():
                model.setData(index, editor.currentData())
            case TypedLine():
                if editor.isModified() and editor.is_fine:
                    model.setData(index, editor.value)
            case QLineEdit():
                if editor.isModified():
                    model.setData(index, editor.text())
            case _:
                pass

    def updateEditorGeometry(self, editor: QWidget, option: QStyleOptionViewItem, _index: Index) -> None:
        """Let an editor fill its cell."""
        where: QRect = option.rect
        editor.setGeometry(where.adjusted(2, 4, -2, -4))

    def eventFilter(self, editor: QObject, event: QEvent) -> bool:
        """Keep an editor open whose text cannot be read, and begin the next activity on Ctrl+Enter."""
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            enter = event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}
            leaves = enter or event.key() in {Qt.Key.Key_Tab, Qt.Key.Key_Backtab}
            if leaves and isinstance(editor, TypedLine) and editor.isModified() and not editor.is_fine:
                return True
            if enter and event.modifiers() & Qt.KeyboardModifier.ControlModifier and isinstance(editor, QWidget):
                self._done(editor)
                self.next_wanted.emit()
                return True
            if enter and isinstance(editor, TypedLine):
                # Its own way with Enter is for forms.
                self._done(editor)
                return True
        return super().eventFilter(editor, event)

    # --- painting --------------------------------------------------------------------------------------------------

    def sizeHint(self, _option: QStyleOptionViewItem, _index: Index) -> QSize:
        """Two lines and the room around them."""
        return QSize(80, row_height())

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Draw a cell."""
        row = index.data(RowRole)
        where: QRect = option.rect
        state: QStyle.StateFlag = option.state
        column = Column(index.column())
        painter.save()
        if state & QStyle.StateFlag.State_Selected:
            painter.fillRect(where, colour("selected"))
        elif isinstance(row, DayRow):
            painter.fillRect(where, colour("sunken"))
        elif state & QStyle.StateFlag.State_MouseOver:
            painter.fillRect(where, colour("hover"))
        painter.setPen(colour("border"))
        painter.drawLine(where.bottomLeft(), where.bottomRight())
        inner = where.adjusted(_SIDE, 0, -_SIDE, 0)
        if isinstance(row, DayRow):
            self._paint_day(painter, inner, str(index.data()), column)
        elif isinstance(row, BlockRow):
            selected = bool(state & QStyle.StateFlag.State_Selected)
            self._paint_block(painter, inner, index, row, column, selected=selected)
        if state & QStyle.StateFlag.State_HasFocus:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setPen(colour("focus"))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(where.adjusted(2, 3, -3, -4), tokens().radius.s, tokens().radius.s)
        painter.restore()

    def _paint_day(self, painter: QPainter, inner: QRect, text: str, column: Column) -> None:
        title = column is Column.TITLE
        weight = QFont.Weight.DemiBold if title or column is Column.TIME else QFont.Weight.Normal
        painter.setFont(font(tokens().type.body if title else tokens().type.caption, weight=weight, tabular=not title))
        painter.setPen(colour("text" if title or column is Column.TIME else "muted"))
        _draw(painter, inner, text, right=column in {Column.TIME, Column.MINUTES})

    def _paint_block(
        self, painter: QPainter, inner: QRect, index: Index, row: BlockRow, column: Column, *, selected: bool
    ) -> None:
        kind = tokens().type
        text = str(index.data())
        match column:
            case Column.TITLE:
                self._paint_title(painter, inner, index, row)
            case Column.TIME:
                pinned = row.activity.pinned is not None
                off = bool(row.slot.overrun)
                if pinned:
                    side = kind.caption
                    pin = QRect(inner.left() - 4, inner.center().y() - side // 2, side, side)
                    paint_icon(painter, "pin", pin, "danger_text" if off else "accent_text")
                weight = QFont.Weight.DemiBold if pinned else QFont.Weight.Normal
                painter.setFont(font(kind.body, weight=weight, tabular=True))
                painter.setPen(colour("danger_text" if off else "text" if pinned else "muted"))
                _draw(painter, inner, text, right=True)
            case Column.MINUTES:
                painter.setFont(font(kind.body, tabular=True))
                painter.setPen(colour("text" if row.activity.minutes else "warn_text"))
                _draw(painter, inner, text, right=True)
            case Column.OBJECTIVES:
                self._paint_goals(painter, inner, row, selected=selected)
            case Column.KIND | Column.LEAD:
                painter.setFont(font(kind.body))
                painter.setPen(colour("muted"))
                _draw(painter, inner, text)

    def _paint_title(self, painter: QPainter, inner: QRect, index: Index, row: BlockRow) -> None:
        painter.fillRect(QRect(inner.left() - _SIDE, inner.top(), _BAR, inner.height()), kind_colour(row.activity.kind))
        size = tokens().type.body
        mark = QRect(inner.left() + 4, inner.center().y() - size // 2, size + 1, size + 1)
        paint_icon(painter, KIND_ICONS[row.activity.kind], mark, "muted")
        words = inner.adjusted(4 + size + 9, 0, 0, 0)
        for person in reversed(row.people[:3]):
            side = size + 6
            words.setRight(words.right() - side - 3)
            paint_avatar(
                painter, QRect(words.right() + 3, inner.center().y() - side // 2, side, side), person.name, person.key
            )
        off = (
            minutes_text(row.slot.gap)
            if row.slot.gap
            else f"+{minutes_text(row.slot.overrun)}" * bool(row.slot.overrun)
        )
        if off or row.unsettled:
            tone = Tone.DANGER if row.slot.overrun else Tone.WARN
            # What it means is told in words under the agenda, to the pointer, and to screen readers.
            name = "clock" if off and not row.unsettled and row.slot.gap else "triangle-alert"
            room = badge_size(off, icon_name=name)
            words.setRight(words.right() - room.width() - 6)
            paint_badge(
                painter, QPoint(words.right() + 6, inner.center().y() - room.height() // 2), off, tone, icon_name=name
            )
        empty = not row.activity.title
        painter.setFont(font(size, weight=QFont.Weight.Normal if empty else QFont.Weight.Medium))
        painter.setPen(colour("faint" if empty else "text"))
        _draw_two_lines(painter, words, str(index.data()))

    def _paint_goals(self, painter: QPainter, inner: QRect, row: BlockRow, *, selected: bool) -> None:
        side = tokens().type.caption + 7
        left = inner.left()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setFont(font(tokens().type.caption - 1, weight=QFont.Weight.DemiBold, tabular=True))
        most = max(1, (inner.width() + 3) // (side + 3))
        shown = row.serves if len(row.serves) <= most else row.serves[: most - 1]
        for place in shown:
            disc = QRect(left, inner.center().y() - side // 2, side, side)
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(colour("surface" if selected else "accent_soft"))
            painter.drawEllipse(disc)
            painter.setPen(colour("accent_text"))
            painter.drawText(disc, Qt.AlignmentFlag.AlignCenter, str(place))
            left += side + 3
        if len(shown) < len(row.serves):
            painter.setPen(colour("muted"))
            painter.drawText(
                QRect(left, inner.top(), inner.right() - left + _SIDE, inner.height()),
                Qt.AlignmentFlag.AlignVCenter,
                f"+{len(row.serves) - len(shown)}",
            )


def _draw(painter: QPainter, where: QRect, text: str, *, right: bool = False) -> None:
    flag = Qt.AlignmentFlag.AlignRight if right else Qt.AlignmentFlag.AlignLeft
    shown = painter.fontMetrics().elidedText(text, Qt.TextElideMode.ElideRight, where.width())
    painter.drawText(where, int(flag | Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextSingleLine), shown)


def _draw_two_lines(painter: QPainter, where: QRect, text: str) -> None:
    """Draw a text in one line if it fits, else in two, the second one ending in an ellipsis where it must."""
    metrics = painter.fontMetrics()
    if metrics.horizontalAdvance(text) <= where.width():
        _draw(painter, where, text)
        return
    layout = QTextLayout(text, painter.font())
    option = QTextOption()
    option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
    layout.setTextOption(option)
    layout.beginLayout()
    line = layout.createLine()
    line.setLineWidth(where.width())
    first = line.textLength()
    layout.endLayout()
    height = metrics.height() - 1
    top = QRect(where.left(), where.center().y() - height, where.width(), height)
    _draw(painter, top, text[:first].strip())
    _draw(painter, top.translated(0, height), text[first:].strip())
