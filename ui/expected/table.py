"""The list of people as a table that is edited in place, searched and sorted."""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec.structs import replace
from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, QSortFilterProxyModel, Qt, Signal
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHeaderView,
    QLineEdit,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableView,
)

from app.people.person import FIELDS, LIMIT, Person
from app.people.table import clean_cell
from ui.expected.words import field_text
from ui.shell.actions import plain
from ui.widgets.theme import tokens
from ui.widgets.translated import Translated

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtCore import QEvent
    from PySide6.QtGui import QKeyEvent
    from PySide6.QtWidgets import QWidget

Index = QModelIndex | QPersistentModelIndex
_NOWHERE = QModelIndex()
_ROOM = 26
_INDENT = 5


class PeopleTableModel(QAbstractTableModel):
    """People, one a row. `edited` carries a person with what was typed.

    Args:
        parent: the owner.
    """

    edited = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._people: list[Person] = []

    def show_people(self, people: Sequence[Person]) -> None:
        """Show other people, telling only what changed.

        Args:
            people: with an id each.
        """
        wanted = {person.id for person in people}
        for row in range(len(self._people) - 1, -1, -1):
            if self._people[row].id not in wanted:
                self._take_out(row)
        for row, person in enumerate(people):
            here = row < len(self._people) and self._people[row].id == person.id
            there = row if here else self.row_of(person.id)
            while there > row:
                # What stood between moved on; it comes in again at its place.
                self._take_out(row)
                there -= 1
            if there < 0:
                self.beginInsertRows(QModelIndex(), row, row)
                self._people.insert(row, person)
                self.endInsertRows()
            elif self._people[row] != person:
                self._people[row] = person
                self.dataChanged.emit(self.index(row, 0), self.index(row, len(FIELDS) - 1))

    def _take_out(self, row: int) -> None:
        self.beginRemoveRows(QModelIndex(), row, row)
        del self._people[row]
        self.endRemoveRows()

    def person(self, row: int) -> Person:
        """Give who stands in a row.

        Args:
            row: of this model.
        """
        return self._people[row]

    def row_of(self, person_id: str) -> int:
        """Find somebody's row; -1 when they are not there.

        Args:
            person_id: of a person.
        """
        return next((row for row, person in enumerate(self._people) if person.id == person_id), -1)

    def rowCount(self, parent: Index = _NOWHERE) -> int:
        """Count the people."""
        return 0 if parent.isValid() else len(self._people)

    def columnCount(self, parent: Index = _NOWHERE) -> int:
        """Count what is known of them."""
        return 0 if parent.isValid() else len(FIELDS)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Give what a cell shows."""
        if not index.isValid() or index.row() >= len(self._people):
            return None
        person, field = self._people[index.row()], FIELDS[index.column()]
        value: str = getattr(person, field)
        match role:
            case Qt.ItemDataRole.DisplayRole | Qt.ItemDataRole.EditRole:
                return value
            case Qt.ItemDataRole.AccessibleTextRole:
                return f"{person.name}, {field_text(field)}: {value or '–'}"
            case Qt.ItemDataRole.ToolTipRole:
                return value or None
            case _:
                return None

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Give the heading of a column."""
        if orientation is Qt.Orientation.Horizontal and role == Qt.ItemDataRole.DisplayRole:
            return field_text(FIELDS[section])
        return None

    def flags(self, index: Index) -> Qt.ItemFlag:
        """Let every cell be edited."""
        found = super().flags(index)
        return found | Qt.ItemFlag.ItemIsEditable if index.isValid() else found

    def setData(self, index: Index, value: object, role: int = Qt.ItemDataRole.EditRole) -> bool:
        """Hand over what was typed; a row without any name or address stays as it was."""
        if role != Qt.ItemDataRole.EditRole or not index.isValid():
            return False
        before = self._people[index.row()]
        after = replace(before, **{FIELDS[index.column()]: clean_cell(str(value))[:LIMIT].strip()})
        if after == before or not after.name:
            return False
        self.edited.emit(after)
        return True

    def repeat(self) -> None:
        """Say the headings again."""
        self.headerDataChanged.emit(Qt.Orientation.Horizontal, 0, len(FIELDS) - 1)


class _Found(QSortFilterProxyModel):
    """Those in whose row every searched word stands, whatever the accents."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._words: list[str] = []
        self.setSortLocaleAware(True)
        self.setSortCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)

    def look_for(self, query: str) -> None:
        """Show those alone whom a query finds."""
        self.beginFilterChange()
        self._words = plain(query).split()
        self.endFilterChange()

    def filterAcceptsRow(self, row: int, _parent: Index) -> bool:
        """Tell whether somebody is found."""
        model = self.sourceModel()
        if not self._words or not isinstance(model, PeopleTableModel):
            return True
        person = model.person(row)
        text = plain(" ".join(str(getattr(person, field)) for field in FIELDS))
        return all(word in text for word in self._words)


class _Delegate(QStyledItemDelegate):
    """Edits a cell in a field that is no longer than a value may be."""

    def createEditor(self, parent: QWidget, _option: QStyleOptionViewItem, _index: Index) -> QWidget:
        """Make the field."""
        edit = QLineEdit(parent)
        edit.setMaxLength(LIMIT)
        return edit

    def initStyleOption(self, option: QStyleOptionViewItem, index: Index) -> None:
        """Let the text stand under its heading."""
        super().initStyleOption(option, index)
        option.rect = option.rect.adjusted(_INDENT, 0, 0, 0)


class PeopleTable(Translated, QTableView):
    """Shows the list. F2 or typing edits, Delete removes those chosen, Ctrl+V adds whom the clipboard holds.

    `removal_wanted` carries the ids of those to take off the list; `pasted` asks for the clipboard to be read.

    Args:
        model: the people.
        parent: the owner.
    """

    removal_wanted = Signal(object)
    pasted = Signal()

    def __init__(self, model: PeopleTableModel, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._people = model
        self._found = _Found(self)
        self._found.setSourceModel(model)
        self.setModel(self._found)
        self.setItemDelegate(_Delegate(self))
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        trigger = QAbstractItemView.EditTrigger
        self.setEditTriggers(trigger.DoubleClicked | trigger.EditKeyPressed | trigger.AnyKeyPressed)
        self.setShowGrid(False)
        self.setWordWrap(False)
        self.setTabKeyNavigation(False)
        self.setFrameShape(QTableView.Shape.NoFrame)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setCornerButtonEnabled(False)
        self.verticalHeader().hide()
        header = self.horizontalHeader()
        header.setHighlightSections(False)
        header.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        header.setSectionResizeMode(QHeaderView.ResizeMode.Stretch)
        header.setSectionResizeMode(FIELDS.index("group"), QHeaderView.ResizeMode.Interactive)
        header.setSectionsClickable(True)
        header.setSortIndicatorClearable(True)
        header.setSortIndicator(-1, Qt.SortOrder.AscendingOrder)
        self.setSortingEnabled(True)
        self._measure()
        self.retranslate()

    def _measure(self) -> None:
        self.verticalHeader().setDefaultSectionSize(tokens().type.body + _ROOM)
        self.setColumnWidth(FIELDS.index("group"), tokens().type.body * 8)

    def retranslate(self) -> None:
        """Say the words again."""
        self.setAccessibleName(self.tr("People expected"))
        self.setAccessibleDescription(self.tr("Enter edits a cell, Delete removes those chosen, Ctrl+V adds people."))
        self._people.repeat()

    def look_for(self, query: str) -> None:
        """Show those alone whom a query finds.

        Args:
            query: any part of anything that is known of them.
        """
        self._found.look_for(query)

    def chosen(self) -> tuple[str, ...]:
        """Give the ids of those chosen."""
        rows = {self._found.mapToSource(index).row() for index in self.selectionModel().selectedRows()}
        return tuple(self._people.person(row).id for row in sorted(rows))

    def edit_person(self, person_id: str) -> None:
        """Bring somebody into sight, and their first name under the cursor.

        Args:
            person_id: who.
        """
        row = self._people.row_of(person_id)
        if row >= 0:
            index = self._found.mapFromSource(self._people.index(row, 0))
            self.setCurrentIndex(index)
            self.scrollTo(index)
            self.edit(index)

    def changeEvent(self, event: QEvent) -> None:
        """Grow with the text."""
        super().changeEvent(event)
        if event.type() == event.Type.StyleChange:
            self._measure()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Edit, remove and paste."""
        key = Qt.Key(event.key())
        if event.matches(QKeySequence.StandardKey.Paste):
            self.pasted.emit()
        elif key is Qt.Key.Key_Delete and self.chosen():
            self.removal_wanted.emit(self.chosen())
        elif key in {Qt.Key.Key_Return, Qt.Key.Key_Enter} and self.state() is not self.State.EditingState:
            self.edit(self.currentIndex())
        else:
            super().keyPressEvent(event)
