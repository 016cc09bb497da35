"""The list of people: chosen one by one or several at once, and dragged from room to room."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from PySide6.QtCore import QMimeData, QModelIndex, QPersistentModelIndex, Qt, Signal
from PySide6.QtGui import QContextMenuEvent, QDragLeaveEvent, QDragMoveEvent, QDropEvent, QKeyEvent
from PySide6.QtWidgets import QAbstractItemView

from ui.roster.delegate import PeopleDelegate
from ui.roster.model import Kind, PersonRow, Row, SectionRow
from ui.roster.words import row_words
from ui.widgets.rows import RowsModel, RowsView
from ui.widgets.translated import Translated

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from PySide6.QtWidgets import QWidget

MIME = "application/x-cercle-members"
_HELD = {Kind.MAIN, Kind.ROOM}


class PeopleModel(RowsModel[Row]):
    """People that can be dragged onto a room, or onto anybody in it. `dropped` carries members and the place.

    Args:
        now: the class's time, in milliseconds.
        parent: the owner.
    """

    dropped = Signal(object, object)

    def __init__(self, now: Callable[[], int], parent: QWidget | None = None) -> None:
        super().__init__(lambda row: row.key, lambda row: row_words(row, now()), parent)

    def flags(self, index: QModelIndex | QPersistentModelIndex) -> Qt.ItemFlag:
        """Tell who can be dragged."""
        found = super().flags(index)
        row = self.row_at(index)
        if isinstance(row, PersonRow) and row.kind in _HELD:
            found |= Qt.ItemFlag.ItemIsDragEnabled
        return found | Qt.ItemFlag.ItemIsDropEnabled if self.place_at(index) else found

    def place_at(self, index: QModelIndex | QPersistentModelIndex) -> str:
        """Give the room that a row stands in; empty when it stands in none.

        Args:
            index: of this model.
        """
        row = self.row_at(index)
        return row.place if row is not None and row.kind in _HELD else ""

    def mimeTypes(self) -> list[str]:
        """Name what is dragged."""
        return [MIME]

    def mimeData(self, indexes: Sequence[QModelIndex]) -> QMimeData:
        """Pack the members."""
        rows = [self.row_at(index) for index in indexes]
        made = QMimeData()
        members = [row.member for row in rows if isinstance(row, PersonRow)]
        made.setData(MIME, json.dumps(members).encode())
        return made

    def supportedDropActions(self) -> Qt.DropAction:
        """People move; there is only one of each."""
        return Qt.DropAction.MoveAction

    def canDropMimeData(
        self,
        data: QMimeData,
        _action: Qt.DropAction,
        _row: int,
        _column: int,
        parent: QModelIndex | QPersistentModelIndex,
    ) -> bool:
        """Tell whether they can go there."""
        return data.hasFormat(MIME) and bool(self.place_at(parent))

    def dropMimeData(
        self,
        data: QMimeData,
        action: Qt.DropAction,
        row: int,
        column: int,
        parent: QModelIndex | QPersistentModelIndex,
    ) -> bool:
        """Ask for the move; the rows follow when the session has it."""
        if not self.canDropMimeData(data, action, row, column, parent):
            return False
        members = json.loads(bytes(data.data(MIME).data()))
        self.dropped.emit(tuple(members), self.place_at(parent))
        # False: Qt must not take the rows out by itself.
        return False


class PeopleView(Translated, RowsView):
    """Shows people. P writes privately, N notes, F2 renames, M moves, Delete removes, the menu key opens all there is.

    `menu_wanted` carries a screen position; `key_pressed` the name of what a key asks for; `section_acted` a section.

    Args:
        now: the class's time, in milliseconds.
        parent: the owner.
    """

    menu_wanted = Signal(object)
    key_pressed = Signal(object)
    section_acted = Signal(object)

    def __init__(self, now: Callable[[], int], parent: QWidget | None = None) -> None:
        super().__init__(parent=parent)
        self.rows = PeopleModel(now, self)
        self.delegate = PeopleDelegate(now, self)
        self.setItemDelegate(self.delegate)
        self.show_model(self.rows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setDragDropMode(QAbstractItemView.DragDropMode.DragDrop)
        self.setDefaultDropAction(Qt.DropAction.MoveAction)
        self.setDropIndicatorShown(False)
        self._at_top = True
        self.rows.about_to_change.connect(self._note_top)
        self.rows.changed.connect(self._keep_top)
        self.delegate.section_acted.connect(self.section_acted)
        self.retranslate()

    def retranslate(self) -> None:
        """Say the words again."""
        self.setAccessibleName(self.tr("People"))
        self.setAccessibleDescription(
            self.tr(
                "P writes privately, N notes, F2 renames, M moves, Delete removes, Enter opens all that can be done."
            )
        )
        self.rows.repeat()

    def chosen(self) -> tuple[PersonRow, ...]:
        """Give the people that are chosen, once each, in the order they stand."""
        indexes = sorted(self.selectedIndexes(), key=lambda index: index.row())
        found = (self.rows.row_at(index) for index in indexes)
        return tuple({row.member: row for row in found if isinstance(row, PersonRow)}.values())

    def section(self) -> SectionRow | None:
        """Give the section that the keyboard is on, if it is on one."""
        row = self.rows.row_at(self.currentIndex())
        return row if isinstance(row, SectionRow) else None

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Act on those that are chosen."""
        plain = event.modifiers() in {Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.KeypadModifier}
        asked = {
            Qt.Key.Key_F2: "rename",
            Qt.Key.Key_M: "move",
            Qt.Key.Key_A: "admit",
            Qt.Key.Key_P: "private",
            Qt.Key.Key_N: "note",
            Qt.Key.Key_Delete: "remove",
            Qt.Key.Key_Return: "menu",
            Qt.Key.Key_Enter: "menu",
        }.get(Qt.Key(event.key()))
        if plain and asked is not None:
            self.key_pressed.emit(asked)
            return
        super().keyPressEvent(event)

    def keyboardSearch(self, _search: str) -> None:
        """Letters act; the search field searches."""

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """Open what can be done."""
        if event.reason() == QContextMenuEvent.Reason.Keyboard:
            self.menu_wanted.emit(self.viewport().mapToGlobal(self.visualRect(self.currentIndex()).bottomLeft()))
        else:
            self.menu_wanted.emit(event.globalPos())

    def dragMoveEvent(self, event: QDragMoveEvent) -> None:
        """Light up the room below."""
        super().dragMoveEvent(event)
        index = self.indexAt(event.position().toPoint())
        place = self.rows.place_at(index)
        heading = next((r for r in self.rows.rows if isinstance(r, SectionRow) and place and r.place == place), None)
        self._aim(heading.key if heading is not None else "")
        if heading is not None:
            event.acceptProposedAction()

    def dragLeaveEvent(self, event: QDragLeaveEvent) -> None:
        """Put the light out."""
        self._aim("")
        super().dragLeaveEvent(event)

    def dropEvent(self, event: QDropEvent) -> None:
        """Put the light out, and ask for the move."""
        self._aim("")
        index = self.indexAt(event.position().toPoint())
        self.rows.dropMimeData(event.mimeData(), Qt.DropAction.MoveAction, -1, -1, index)
        event.setDropAction(Qt.DropAction.IgnoreAction)
        event.accept()

    def _note_top(self) -> None:
        self._at_top = self.verticalScrollBar().value() == self.verticalScrollBar().minimum()

    def _keep_top(self) -> None:
        # Hands and the door come first, and must not come in out of sight.
        if self._at_top:
            self.scrollToTop()

    def _aim(self, key: str) -> None:
        if key != self.delegate.target:
            self.delegate.target = key
            self.viewport().update()
