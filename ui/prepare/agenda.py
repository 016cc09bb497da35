"""The agenda's table: edited in place, moved by drag or by Alt and an arrow key."""

from PySide6.QtCore import QEvent, QModelIndex, QPersistentModelIndex, QRect, QSize, Qt, Signal
from PySide6.QtGui import QFont, QKeyEvent, QPainter
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHeaderView,
    QLineEdit,
    QSpinBox,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableView,
    QWidget,
)

from app.plans import ActivityKind
from app.plans.plan import MOST_MINUTES, TITLE_LIMIT
from ui.prepare.model import KIND_ICONS, AgendaModel, Column, kind_text
from ui.widgets.fields import Choice
from ui.widgets.icons import icon, paint_icon
from ui.widgets.theme import colour, font, tokens

_EDIT_KEYS = frozenset({Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_F2})
Index = QModelIndex | QPersistentModelIndex


class AgendaView(QTableView):
    """Shows the agenda.

    `shift_wanted` carries -1 or 1 when the chosen activity is to go up or down, `removal_wanted` is emitted when it is
    to go, `addition_wanted` when another one is wanted after it.

    Args:
        model: the agenda.
        parent: the owner.
    """

    shift_wanted = Signal(object)
    removal_wanted = Signal()
    addition_wanted = Signal()

    def __init__(self, model: AgendaModel, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setModel(model)
        self.setItemDelegate(_Delegate(self))
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        trigger = QAbstractItemView.EditTrigger
        self.setEditTriggers(trigger.DoubleClicked | trigger.SelectedClicked | trigger.AnyKeyPressed)
        self.setDragDropMode(QAbstractItemView.DragDropMode.InternalMove)
        self.setDragDropOverwriteMode(False)
        self.setDropIndicatorShown(True)
        self.setShowGrid(False)
        self.setMouseTracking(True)
        self.setTabKeyNavigation(False)
        self.setWordWrap(False)
        self.setFrameShape(QTableView.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setCornerButtonEnabled(False)
        self.verticalHeader().hide()
        header = self.horizontalHeader()
        header.setHighlightSections(False)
        header.setSectionsClickable(False)
        header.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        header.setSectionResizeMode(Column.TITLE, QHeaderView.ResizeMode.Stretch)
        self._measure()

    def _measure(self) -> None:
        size = tokens().type.body
        self.verticalHeader().setDefaultSectionSize(size + 30)
        for column, width in ((Column.TIME, 4.6), (Column.KIND, 13.0), (Column.MINUTES, 6.5)):
            self.setColumnWidth(column, round(size * width))

    def changeEvent(self, event: QEvent) -> None:
        """Grow with the text."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.StyleChange:
            self._measure()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Move, remove, add and edit without a mouse."""
        alt = bool(event.modifiers() & Qt.KeyboardModifier.AltModifier)
        ctrl = bool(event.modifiers() & Qt.KeyboardModifier.ControlModifier)
        key = Qt.Key(event.key())
        if alt and key in {Qt.Key.Key_Up, Qt.Key.Key_Down}:
            self.shift_wanted.emit(-1 if key is Qt.Key.Key_Up else 1)
        elif key is Qt.Key.Key_Delete:
            self.removal_wanted.emit()
        elif ctrl and key in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            self.addition_wanted.emit()
        elif key in _EDIT_KEYS and self.state() is not QAbstractItemView.State.EditingState:
            current = self.currentIndex()
            if current.isValid():
                column = Column.TITLE if current.column() == Column.TIME else current.column()
                self.edit(self.model().index(current.row(), column))
        else:
            super().keyPressEvent(event)


class _Delegate(QStyledItemDelegate):
    """Paints the cells, and gives each column its own editor."""

    def createEditor(self, parent: QWidget, _option: QStyleOptionViewItem, index: Index) -> QWidget:
        """Make an editor for a cell."""
        match Column(index.column()):
            case Column.KIND:
                choice = Choice(parent)
                for kind in ActivityKind:
                    choice.addItem(icon(KIND_ICONS[kind]), kind_text(kind), str(kind))
                choice.activated.connect(lambda _row: self._done(choice))
                return choice
            case Column.MINUTES:
                spin = QSpinBox(parent)
                spin.setRange(0, MOST_MINUTES)
                spin.setSingleStep(5)
                spin.setButtonSymbols(QSpinBox.ButtonSymbols.NoButtons)
                return spin
            case _:
                edit = QLineEdit(parent)
                edit.setMaxLength(TITLE_LIMIT)
                return edit

    def _done(self, editor: QWidget) -> None:
        self.commitData.emit(editor)
        self.closeEditor.emit(editor)

    def setEditorData(self, editor: QWidget, index: Index) -> None:
        """Fill an editor."""
        value = index.data(Qt.ItemDataRole.EditRole)
        match editor:
            case Choice():
                editor.setCurrentIndex(editor.findData(value))
            case QSpinBox():
                editor.setValue(int(value))
                editor.selectAll()
            case QLineEdit():
                editor.setText(str(value))
                editor.selectAll()
            case _:
                super().setEditorData(editor, index)

    def setModelData(self, editor: QWidget, model: object, index: Index) -> None:
        """Hand over what an editor says."""
        if not isinstance(model, AgendaModel):
            return
        match editor:
            case Choice():
                model.setData(index, editor.currentData())
            case QSpinBox():
                editor.interpretText()
                model.setData(index, editor.value())
            case QLineEdit():
                model.setData(index, editor.text())
            case _:
                pass

    def updateEditorGeometry(self, editor: QWidget, option: QStyleOptionViewItem, _index: Index) -> None:
        """Let an editor fill its cell."""
        where: QRect = option.rect
        editor.setGeometry(where.adjusted(2, 4, -2, -4))

    def sizeHint(self, _option: QStyleOptionViewItem, _index: Index) -> QSize:
        """One line and the room around it."""
        return QSize(80, tokens().type.body + 30)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Draw a cell."""
        where: QRect = option.rect
        state: QStyle.StateFlag = option.state
        column = Column(index.column())
        painter.save()
        if state & QStyle.StateFlag.State_Selected:
            painter.fillRect(where, colour("selected"))
        elif state & QStyle.StateFlag.State_MouseOver:
            painter.fillRect(where, colour("hover"))
        painter.setPen(colour("border"))
        painter.drawLine(where.bottomLeft(), where.bottomRight())
        inner = where.adjusted(10, 0, -10, 0)
        if column is Column.KIND:
            side = tokens().type.body + 2
            kind = ActivityKind(str(index.data(Qt.ItemDataRole.EditRole)))
            paint_icon(
                painter, KIND_ICONS[kind], QRect(inner.left(), inner.center().y() - side // 2, side, side), "muted"
            )
            inner.setLeft(inner.left() + side + 8)
        size = tokens().type.body
        strong = column is Column.TITLE and bool(index.data(Qt.ItemDataRole.EditRole))
        weight = QFont.Weight.Medium if strong else QFont.Weight.Normal
        painter.setFont(font(size, weight=weight, tabular=column is not Column.TITLE))
        painter.setPen(colour("text" if strong or column is Column.MINUTES else "muted"))
        right = column in {Column.TIME, Column.MINUTES}
        side_flag = Qt.AlignmentFlag.AlignRight if right else Qt.AlignmentFlag.AlignLeft
        text = painter.fontMetrics().elidedText(str(index.data()), Qt.TextElideMode.ElideRight, inner.width())
        painter.drawText(inner, int(side_flag | Qt.AlignmentFlag.AlignVCenter), text)
        if state & QStyle.StateFlag.State_HasFocus:
            painter.setPen(colour("focus"))
            painter.drawRoundedRect(where.adjusted(2, 3, -3, -4), tokens().radius.s, tokens().radius.s)
        painter.restore()
