"""A prepared round of breakout rooms: how many, who meets whom, the task and its steps, how long."""

from __future__ import annotations

import math

from msgspec.structs import replace
from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QHBoxLayout

from app.plans.plan import MOST_MINUTES, Item, Mixing, Plan, Rooms
from ui.prepare.boxes import Labelled, NarrowChoice
from ui.prepare.cards import FormField, TextForm
from ui.prepare.editors import CountLine
from ui.prepare.words import mixing_text
from ui.widgets.labels import Label, Tone, Words
from ui.widgets.segmented import Segment, Segmented
from ui.widgets.theme import tokens

_MOST_PEOPLE = 500


class RoomsEditor(TextForm):
    """Edits a round of rooms."""

    def __init__(self) -> None:
        self._by = Segmented("", _segments())
        self._number = CountLine(_MOST_PEOPLE, 1)
        self._mixing = NarrowChoice()
        self._mixed = Labelled(self._mixing)
        self._minutes = CountLine(MOST_MINUTES)
        self._lasting = Labelled(self._minutes)
        self._means = Label(words=Words.CAPTION, tone=Tone.FAINT, wrap=True)
        super().__init__((FormField("task", _task, _task_like, 2), FormField("steps", _steps, _steps_like, 2)))
        for mixing in Mixing:
            self._mixing.addItem(mixing_text(mixing), str(mixing))
        space = tokens().space
        first = QHBoxLayout()
        first.setSpacing(space.s)
        first.addWidget(self._by)
        first.addWidget(self._number, 1)
        second = QHBoxLayout()
        second.setSpacing(space.s)
        second.addWidget(self._mixed, 2)
        second.addWidget(self._lasting, 1)
        self.column.insertLayout(0, first)
        self.column.insertWidget(1, self._means)
        self.column.insertLayout(2, second)
        self._by.chosen.connect(self._counted_by)
        self._number.read.connect(self._counted)
        self._mixing.activated.connect(lambda _row: self._change(mixing=Mixing(str(self._mixing.currentData()))))
        self._minutes.read.connect(lambda minutes: self._change(minutes=minutes))

    def retranslate(self) -> None:
        """Say the words again."""
        super().retranslate()
        self._by.say(QCoreApplication.translate("RoomsEditor", "What is fixed"), _segments())
        for place in range(self._mixing.count()):
            self._mixing.setItemText(place, mixing_text(Mixing(str(self._mixing.itemData(place)))))
        self._mixed.say(QCoreApplication.translate("RoomsEditor", "Who meets whom"))
        self._lasting.say(
            QCoreApplication.translate("RoomsEditor", "Minutes"),
            placeholder=QCoreApplication.translate("RoomsEditor", "all of it"),
        )
        self._number.setAccessibleName(QCoreApplication.translate("RoomsEditor", "How many"))

    def show_item(self, plan: Plan, item: Item) -> None:
        """Show a round.

        Args:
            plan: that holds it.
            item: the round.
        """
        super().show_item(plan, item)
        if not isinstance(item, Rooms):
            return
        self._by.choose("rooms" if item.number else "people")
        self._number.show_text(str(item.number or item.people))
        self._mixing.setCurrentIndex(self._mixing.findData(str(item.mixing)))
        self._minutes.show_text(str(item.minutes or ""))
        self._means.setText(self._meaning(plan, item))
        self._means.setVisible(bool(self._means.text()))

    def _meaning(self, plan: Plan, item: Rooms) -> str:
        if not plan.learners:
            return ""
        if item.number:
            least = plan.learners // item.number
            people = f"{least}–{least + 1}" if plan.learners % item.number else str(least)
            text = QCoreApplication.translate("RoomsEditor", "With %1 learners: %2 in each room.")
            return text.replace("%1", str(plan.learners)).replace("%2", people)
        rooms = math.ceil(plan.learners / item.people)
        text = QCoreApplication.translate("RoomsEditor", "With %1 learners: %2 rooms.")
        return text.replace("%1", str(plan.learners)).replace("%2", str(rooms))

    def _counted_by(self, by: object) -> None:
        if isinstance(self._item, Rooms):
            self._change(number=0 if by == "people" else self._item.number or 3)

    def _counted(self, number: object) -> None:
        if isinstance(number, int):
            self._change(**({"number": number} if self._by.current == "rooms" else {"people": number}))

    def _change(self, **values: object) -> None:
        if isinstance(self._item, Rooms):
            self._item = replace(self._item, **values)
            self.edited.emit(self._item, False)


def _segments() -> tuple[Segment, ...]:
    return (
        Segment("people", QCoreApplication.translate("RoomsEditor", "People a room")),
        Segment("rooms", QCoreApplication.translate("RoomsEditor", "Rooms")),
    )


def _task() -> str:
    return QCoreApplication.translate("RoomsEditor", "Task")


def _task_like() -> str:
    return QCoreApplication.translate("RoomsEditor", "What each room is to do\nLines with # are headings in its notes")


def _steps() -> str:
    return QCoreApplication.translate("RoomsEditor", "Steps, one a line")


def _steps_like() -> str:
    return QCoreApplication.translate("RoomsEditor", "Each says…\nThen you agree on…")
