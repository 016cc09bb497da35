"""The grid of rooms: who needs somebody stands first, people are dropped on cards, keys act on the chosen room."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QSize, Qt, Signal
from PySide6.QtWidgets import QAbstractItemView, QListView

from ui.breakouts.delegate import NARROWEST, RoomDelegate, card_height
from ui.breakouts.words import row_words
from ui.roster.view import MIME
from ui.widgets.rows import RowsModel, RowsView
from ui.widgets.translated import Translated

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtGui import QDragEnterEvent, QDragLeaveEvent, QDragMoveEvent, QDropEvent, QKeyEvent, QResizeEvent
    from PySide6.QtWidgets import QWidget

    from ui.breakouts.model import RoomRow

KEYS: Final = {
    "C": "claim",
    "D": "helped",
    "E": "enter",
    "G": "talk",
    "L": "lead",
    "N": "no_time",
    "T": "time",
    "W": "notes",
    "X": "close",
}
"""What letters do to the chosen room."""


class RadarView(Translated, RowsView):
    """Shows rooms as cards. `acted` carries what a key asks for; `dropped` carries members and the room's id.

    Args:
        now: the class's time, in milliseconds.
        parent: the owner.
    """

    acted = Signal(object)
    dropped = Signal(object, object)

    def __init__(self, now: Callable[[], int], parent: QWidget | None = None) -> None:
        super().__init__(parent=parent)
        self.rows: RowsModel[RoomRow] = RowsModel(lambda row: row.room, lambda row: row_words(row, now()), self)
        self.delegate = RoomDelegate(now, self)
        self.setItemDelegate(self.delegate)
        self.setViewMode(QListView.ViewMode.IconMode)
        self.setMovement(QListView.Movement.Static)
        self.setUniformItemSizes(True)
        self.setSpacing(0)
        self.setDragDropMode(QAbstractItemView.DragDropMode.DropOnly)
        self.setAcceptDrops(True)
        self.show_model(self.rows)
        self.retranslate()

    def retranslate(self) -> None:
        """Say the words again."""
        self.setAccessibleName(self.tr("Rooms"))
        self.setAccessibleDescription(
            self.tr(
                "C takes the call for help, D ends it, T gives the time that it asks for, N does not, "
                "L passes the lead, E enters or leaves, G opens the talk, W the notes, X closes the room."
            )
        )
        self.rows.repeat()

    @property
    def chosen(self) -> RoomRow | None:
        """The room that keys act on."""
        return self.rows.row_at(self.currentIndex())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Fill the width with as many cards as fit."""
        super().resizeEvent(event)
        # A few pixels to spare: the list breaks its lines a little before its edge.
        width = self.viewport().width() - 4
        self.delegate.width = width // max(1, width // NARROWEST)
        self.setGridSize(QSize(self.delegate.width, card_height()))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Act on the chosen room."""
        asked = KEYS.get(event.text().upper())
        if asked is not None and self.chosen is not None and not event.modifiers() & ~Qt.KeyboardModifier.ShiftModifier:
            self.acted.emit(asked)
            return
        super().keyPressEvent(event)

    def keyboardSearch(self, _search: str) -> None:
        """Letters act."""

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Take people only."""
        if event.mimeData().hasFormat(MIME):
            event.acceptProposedAction()

    def dragMoveEvent(self, event: QDragMoveEvent) -> None:
        """Light up the room below."""
        row = self._below(self.indexAt(event.position().toPoint()))
        self._aim(row.room if row else "")
        if row is not None and event.mimeData().hasFormat(MIME):
            event.acceptProposedAction()
        else:
            event.ignore()

    def dragLeaveEvent(self, event: QDragLeaveEvent) -> None:
        """Put the light out."""
        self._aim("")
        super().dragLeaveEvent(event)

    def dropEvent(self, event: QDropEvent) -> None:
        """Ask for the move."""
        row = self._below(self.indexAt(event.position().toPoint()))
        self._aim("")
        if row is not None and event.mimeData().hasFormat(MIME):
            self.dropped.emit(tuple(json.loads(bytes(event.mimeData().data(MIME).data()))), row.room)
            event.setDropAction(Qt.DropAction.IgnoreAction)
            event.accept()

    def _below(self, index: QModelIndex | QPersistentModelIndex) -> RoomRow | None:
        return self.rows.row_at(index)

    def _aim(self, room: str) -> None:
        if room != self.delegate.target:
            self.delegate.target = room
            self.viewport().update()
