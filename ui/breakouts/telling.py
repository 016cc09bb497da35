"""Telling rooms something: to whom, what, and in how many rooms it was read."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, Qt, Signal
from PySide6.QtWidgets import QHBoxLayout

from app.domain.breakouts.state import BreakoutsState
from ui.widgets.buttons import IconButton
from ui.widgets.composer import Composer
from ui.widgets.fields import Choice
from ui.widgets.layout import Ground
from ui.widgets.rows import RowsModel, RowsView
from ui.widgets.theme import tokens
from ui.widgets.translated import Translated

if TYPE_CHECKING:
    from PySide6.QtGui import QKeyEvent

    from app.domain.kernel.world import World
    from ui.bridge.session import SessionBridge

_SHOWN = 20
_LINES = 3


@dataclass(frozen=True)
class Told:
    """Something that rooms were told, and in how many of them it was read."""

    id: str
    text: str
    read: int
    rooms: int


def _words(row: Told) -> str:
    text = QCoreApplication.translate("Rooms", "%1 — read in %2 of %3 rooms")
    return text.replace("%2", str(row.read)).replace("%3", str(row.rooms)).replace("%1", row.text)


class Telling(Translated, Ground):
    """A line to tell rooms something, over what they were told before. `told` carries the text and the rooms.

    Args:
        bridge: to the session.
    """

    told = Signal(object, object)

    def __init__(self, bridge: SessionBridge) -> None:
        super().__init__("sunken")
        self._bridge = bridge
        space = tokens().space
        self.column.setContentsMargins(space.l, space.s, space.s, space.s)
        self.column.setSpacing(space.xs)
        self.whom = Choice()
        self.composer = Composer(limit=1_000)
        self._shut = IconButton("x")
        self._rows: RowsModel[Told] = RowsModel(lambda row: row.id, _words, self)
        self._list = RowsView(follow_end=True)
        self._list.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self._list.show_model(self._rows)
        row = QHBoxLayout()
        row.setSpacing(space.s)
        row.addWidget(self.whom)
        row.addWidget(self.composer, 1)
        row.addWidget(self._shut)
        self.column.addLayout(row)
        self.column.addWidget(self._list)
        self.composer.submitted.connect(self._submitted)
        self._shut.clicked.connect(self.hide)
        self.composer.write_to("all")
        self.hide()
        self.retranslate()

    def retranslate(self) -> None:
        """Say the words again."""
        self.composer.say(self.tr("Tell the rooms something"))
        self._shut.say(self.tr("Close"))
        self.whom.setAccessibleName(self.tr("Who is told"))
        self._list.setAccessibleName(self.tr("What the rooms were told"))
        self._rows.repeat()

    def ask(self) -> None:
        """Come into sight, for all rooms or one of them."""
        chosen = self.whom.currentData()
        self.whom.clear()
        self.whom.addItem(self.tr("All rooms"), ())
        for room in self._bridge.projected.state(BreakoutsState).open_rooms():
            self.whom.addItem(room.name, (room.room,))
        self.whom.setCurrentIndex(max(0, self.whom.findData(chosen)))
        self.show()
        self.composer.setFocus(Qt.FocusReason.OtherFocusReason)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Go out of sight with Escape."""
        if event.key() == Qt.Key.Key_Escape:
            self.hide()
            return
        super().keyPressEvent(event)

    def show_history(self, world: World) -> None:
        """Show what the rooms were told.

        Args:
            world: to read.
        """
        made = list(world.state(BreakoutsState).announcements.values())[-_SHOWN:]
        self._rows.show_rows([Told(each.id, each.text, len(each.read), len(each.rooms)) for each in made])
        self._list.setVisible(bool(made))
        self._list.setFixedHeight(min(len(made), _LINES) * (self._list.sizeHintForRow(0) or 0) + 4)

    def _submitted(self, text: object) -> None:
        rooms = self.whom.currentData()
        self.told.emit(text, tuple(rooms or ()))
