"""The agenda's table: edited in place, with the keyboard from end to end, rows moved by drag or by keys."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QItemSelection, QItemSelectionModel, Qt, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableView, QWidget

from ui.prepare.delegate import AgendaDelegate, row_height
from ui.prepare.editing import Chosen
from ui.prepare.model import AgendaModel, BlockRow, Column, DayRow, Row
from ui.widgets.theme import tokens

_EDIT_KEYS = frozenset({Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_F2})
_NARROW = 560
"""Below this width, in pixels at the usual size of text, the columns that the details repeat are left out."""


class AgendaView(QTableView):
    """Shows the agenda.

    `chosen_changed` carries a `Chosen`. `removal_wanted`, `copy_wanted`, `cut_wanted` and `paste_wanted` are emitted
    when the person asks for that, `addition_wanted` when another activity is wanted after the current one,
    `goals_wanted` when the objectives of the current one are to be chosen, `left` when there is nothing more to choose.

    Args:
        model: the agenda.
        parent: the owner.
    """

    chosen_changed = Signal(object)
    removal_wanted = Signal()
    addition_wanted = Signal()
    goals_wanted = Signal()
    copy_wanted = Signal()
    cut_wanted = Signal()
    paste_wanted = Signal()

    def __init__(self, model: AgendaModel, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._agenda = model
        self.setModel(model)
        self._delegate = AgendaDelegate(self)
        self._delegate.next_wanted.connect(self.addition_wanted)
        self.setItemDelegate(self._delegate)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        trigger = QAbstractItemView.EditTrigger
        self.setEditTriggers(trigger.DoubleClicked | trigger.AnyKeyPressed)
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
        self.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        header = self.horizontalHeader()
        header.setHighlightSections(False)
        header.setSectionsClickable(False)
        header.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        header.setSectionResizeMode(Column.TITLE, QHeaderView.ResizeMode.Stretch)
        self.selectionModel().selectionChanged.connect(self._tell_chosen)
        self._measure()

    def _measure(self) -> None:
        size = tokens().type.body
        self.verticalHeader().setDefaultSectionSize(row_height())
        widths = {
            Column.TIME: 4.7,
            Column.MINUTES: 3.9,
            Column.KIND: 8.2,
            Column.LEAD: 5.0,
            Column.OBJECTIVES: 4.3,
        }
        for column, width in widths.items():
            self.setColumnWidth(column, round(size * width))
        self._fit()

    def _fit(self) -> None:
        narrow = self.viewport().width() < _NARROW * tokens().type.body / 14
        self.setColumnHidden(Column.LEAD, narrow)
        self.setColumnHidden(Column.OBJECTIVES, narrow)

    def changeEvent(self, event: QEvent) -> None:
        """Grow with the text."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.StyleChange:
            self._measure()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Leave columns out where there is no room for them."""
        super().resizeEvent(event)
        self._fit()

    # --- choosing --------------------------------------------------------------------------------------------------

    @property
    def chosen_ids(self) -> tuple[str, ...]:
        """The ids of the chosen activities, in the order of the agenda."""
        rows = self._chosen_rows()
        return tuple(activity.id for row in rows if (activity := self._agenda.activity(row)) is not None)

    def _chosen_rows(self) -> list[int]:
        selection = self.selectionModel().selection()
        # By ranges: asked for every cell, a choice of thousands takes a while.
        ranges = [selection.at(place) for place in range(selection.count())]
        return sorted({row for each in ranges for row in range(each.top(), each.bottom() + 1)})

    @property
    def chosen(self) -> Chosen:
        """What is chosen."""
        ids = self.chosen_ids
        rows = [self._agenda.row(row) for row in self._chosen_rows()] if not ids else []
        day = next((row for row in rows if isinstance(row, DayRow)), None)
        if day is None:
            return Chosen(ids)
        return Chosen((), day.day.id if day.day is not None else "", is_day=True)

    @property
    def current_id(self) -> str:
        """The id of the activity at which the keyboard is; empty at a day or nowhere."""
        activity = self._agenda.activity(self.currentIndex().row())
        return activity.id if activity is not None else ""

    def row_here(self) -> Row | None:
        """Give the row at which the keyboard is; none when it is nowhere."""
        return self._agenda.row(self.currentIndex().row())

    def row_at(self, row: int) -> Row | None:
        """Give a row.

        Args:
            row: from 0.
        """
        return self._agenda.row(row)

    def choose(self, keys: tuple[str, ...], column: Column | None = None) -> None:
        """Choose rows, and bring the first one into sight.

        Args:
            keys: of the rows; those that are not there are passed over.
            column: where the keyboard goes; where it is when left out.
        """
        rows = self._agenda.rows_of(keys)
        if not rows:
            return
        wanted = QItemSelection()
        last, first = len(Column) - 1, rows[0]
        for row, after in zip(rows, [*rows[1:], -1], strict=True):
            if after != row + 1:
                wanted.select(self._agenda.index(first, 0), self._agenda.index(row, last))
                first = after
        at = column if column is not None else max(self.currentIndex().column(), Column.TITLE)
        selection = self.selectionModel()
        flags = QItemSelectionModel.SelectionFlag
        selection.setCurrentIndex(self._agenda.index(rows[0], at), flags.NoUpdate)
        selection.select(wanted, flags.ClearAndSelect)
        self.scrollTo(self._agenda.index(rows[-1], at))
        self.scrollTo(self._agenda.index(rows[0], at))

    def edit_cell(self, key: str, column: Column) -> None:
        """Begin to edit a cell.

        Args:
            key: of the row.
            column: of the cell.
        """
        row = self._agenda.row_of(key)
        if row >= 0:
            self.choose((key,), column)
            self.setFocus()
            self.edit(self._agenda.index(row, column))

    def finish(self) -> None:
        """Hand over what is being edited in a cell."""
        self._delegate.finish()

    def _tell_chosen(self) -> None:
        self.chosen_changed.emit(self.chosen)

    # --- keys ------------------------------------------------------------------------------------------------------

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Move, remove, add, copy and edit without a mouse."""
        key = Qt.Key(event.key())
        control = bool(event.modifiers() & Qt.KeyboardModifier.ControlModifier)
        if self.state() is QAbstractItemView.State.EditingState:
            super().keyPressEvent(event)
        elif event.matches(QKeySequence.StandardKey.Copy):
            self.copy_wanted.emit()
        elif event.matches(QKeySequence.StandardKey.Cut):
            self.cut_wanted.emit()
        elif event.matches(QKeySequence.StandardKey.Paste):
            self.paste_wanted.emit()
        elif key in {Qt.Key.Key_Delete, Qt.Key.Key_Backspace}:
            self.removal_wanted.emit()
        elif key is Qt.Key.Key_Escape and self.selectionModel().hasSelection():
            self.clearSelection()
        elif (
            key in {Qt.Key.Key_Tab, Qt.Key.Key_Backtab}
            and not control
            and self._go_aside(back=key is not Qt.Key.Key_Tab)
        ):
            event.accept()
        elif key in _EDIT_KEYS and not control:
            self._edit_here()
        else:
            super().keyPressEvent(event)

    def focusNextPrevChild(self, forward: bool) -> bool:  # noqa: FBT001 (Qt's own)
        """Let Tab go from cell to cell first."""
        return False if self._can_go_aside(back=not forward) else super().focusNextPrevChild(forward)

    def _columns(self) -> list[Column]:
        return [column for column in Column if not self.isColumnHidden(column)]

    def _can_go_aside(self, *, back: bool) -> bool:
        current, columns = self.currentIndex(), self._columns()
        if not current.isValid() or current.column() not in columns:
            return False
        edge = columns[0] if back else columns[-1]
        last = 0 if back else self._agenda.rowCount() - 1
        return (current.row(), current.column()) != (last, edge)

    def _go_aside(self, *, back: bool) -> bool:
        if not self._can_go_aside(back=back):
            self.focusPreviousChild() if back else self.focusNextChild()
            return True
        current, columns = self.currentIndex(), self._columns()
        row, place = current.row(), columns.index(Column(current.column())) + (-1 if back else 1)
        if not 0 <= place < len(columns):
            row, place = (row - 1, len(columns) - 1) if back else (row + 1, 0)
        self.setCurrentIndex(self._agenda.index(row, columns[place]))
        return True

    def _edit_here(self) -> None:
        current = self.currentIndex()
        row = self._agenda.row(current.row())
        if isinstance(row, BlockRow) and current.column() == Column.OBJECTIVES:
            self.goals_wanted.emit()
        elif row is not None:
            column = Column(current.column())
            if isinstance(row, DayRow) and column is not Column.TIME:
                column = Column.TITLE
            self.edit(self._agenda.index(current.row(), column))

    def mouseDoubleClickEvent(self, event: object) -> None:
        """Edit the cell, or choose objectives."""
        super().mouseDoubleClickEvent(event)  # type: ignore[arg-type]
        if self.currentIndex().column() == Column.OBJECTIVES and self.current_id:
            self.goals_wanted.emit()
