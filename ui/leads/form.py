"""Where a lead is passed: to whom, on what, for how long, and what they may do there."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QCheckBox, QGridLayout, QHBoxLayout, QVBoxLayout

from app.domain.kernel.powers import LEADING, Power
from ui.leads.model import candidates, places, power_text
from ui.widgets.buttons import Button, ButtonKind
from ui.widgets.fields import Choice
from ui.widgets.labels import Label, Tone, Words
from ui.widgets.layout import Ground
from ui.widgets.theme import tokens
from ui.widgets.translated import Translated

if TYPE_CHECKING:
    from collections.abc import Iterable

    from PySide6.QtGui import QKeyEvent

    from app.domain.kernel.world import World

MINUTES: Final = (5, 10, 15, 20, 30, 45, 60, 90)
_USUAL: Final = 10


class PassForm(Translated, Ground):
    """Asks for a lead, in the panel itself. `given` carries who, what, the minutes and the powers."""

    given = Signal(object, object, object, object)

    def __init__(self) -> None:
        super().__init__("card", spacing=tokens().space.s)
        self.place, self.person, self.minutes = Choice(), Choice(), Choice()
        self.powers = {power: QCheckBox() for power in LEADING}
        self.take = Button(kind=ButtonKind.PRIMARY, icon_name="star")
        self._stop = Button(kind=ButtonKind.PLAIN)
        self._wrong = Label(words=Words.CAPTION, tone=Tone.DANGER, wrap=True)
        self._labels = [Label(words=Words.STRONG) for _ in range(3)]
        self._may = Label(words=Words.STRONG)
        self._world: World | None = None
        self._lay_out()
        self.place.currentIndexChanged.connect(lambda _at: self._list_people())
        self.take.clicked.connect(self._give)
        self._stop.clicked.connect(self.done)
        self.retranslate()
        self.hide()

    def _lay_out(self) -> None:
        space = tokens().space
        self.column.setContentsMargins(space.m, space.m, space.m, space.m)
        grid = QGridLayout()
        grid.setHorizontalSpacing(space.m)
        grid.setVerticalSpacing(space.s)
        grid.setColumnStretch(1, 1)
        for row, (label, choice) in enumerate(zip(self._labels, (self.place, self.person, self.minutes), strict=True)):
            label.setBuddy(choice)
            grid.addWidget(label, row, 0)
            grid.addWidget(choice, row, 1)
        self.column.addLayout(grid)
        self.column.addWidget(self._may)
        ticks = QVBoxLayout()
        ticks.setSpacing(space.xs)
        for box in self.powers.values():
            box.setChecked(True)
            ticks.addWidget(box)
        self.column.addLayout(ticks)
        self.column.addWidget(self._wrong)
        self._wrong.hide()
        row_ = QHBoxLayout()
        row_.setSpacing(space.s)
        row_.addWidget(self.take)
        row_.addWidget(self._stop)
        row_.addStretch(1)
        self.column.addLayout(row_)
        self.setFocusProxy(self.person)

    def ask(self, world: World, member: str = "", place: str = "") -> None:
        """Ask for a lead.

        Args:
            world: to read who and what there is.
            member: who is to lead, if that is known.
            place: what, if that is known.
        """
        self._world = world
        there = places(world)
        if member and not place:
            # Who is in a room is asked to lead that room first.
            seat = world.seats.seat(member)
            place = seat.place if seat is not None and any(key == seat.place for key, _name in there) else ""
        self._fill(self.place, there, place)
        self._list_people()
        self._choose(self.person, member)
        self.refuse("")
        self.retranslate()
        self.show()
        first = self.place if member else self.person
        first.setFocus(Qt.FocusReason.OtherFocusReason)

    @staticmethod
    def _fill(box: Choice, entries: Iterable[tuple[object, str]], chosen: object) -> None:
        before = chosen or box.currentData()
        box.blockSignals(True)
        box.clear()
        for key, name in entries:
            box.addItem(name, key)
        box.setCurrentIndex(max(0, box.findData(before)))
        box.blockSignals(False)

    @staticmethod
    def _choose(box: Choice, key: str) -> None:
        if key and (at := box.findData(key)) >= 0:
            box.setCurrentIndex(at)

    def _list_people(self) -> None:
        place = self.place.currentData() or ""
        if self._world is not None:
            self._fill(self.person, candidates(self._world, place), "")
        is_room = place.startswith("room:")
        # Only rooms have hands of their own.
        self.powers[Power.HANDS].setVisible(is_room)
        self.take.setEnabled(bool(place and self.person.currentData()))

    def refuse(self, text: str) -> None:
        """Say what is wrong.

        Args:
            text: already translated; empty for nothing.
        """
        self._wrong.setText(text)
        self._wrong.setVisible(bool(text))

    def done(self) -> None:
        """Go away."""
        self.hide()
        parent = self.parentWidget()
        if parent is not None:
            parent.setFocus(Qt.FocusReason.OtherFocusReason)

    def _give(self) -> None:
        place, member = self.place.currentData(), self.person.currentData()
        powers = tuple(power for power, box in self.powers.items() if box.isChecked())
        if not place or not member:
            return
        if not powers:
            self.refuse(self.tr("Choose at least one thing that they may do."))
            return
        self.given.emit(member, place, self.minutes.currentData(), powers)

    def retranslate(self) -> None:
        """Say the words again."""
        names = (self.tr("Topic or room"), self.tr("Who leads"), self.tr("For how long"))
        for label, choice, name in zip(self._labels, (self.place, self.person, self.minutes), names, strict=True):
            label.setText(name)
            choice.setAccessibleName(name)
        self._may.setText(self.tr("They may there"))
        chosen = self.minutes.currentData() or _USUAL
        self._fill(
            self.minutes,
            [(minutes, self.tr("%n minute(s)", "for a lead", minutes)) for minutes in MINUTES],
            chosen,
        )
        for power, box in self.powers.items():
            box.setText(power_text(power))
        self.take.say(self.tr("Pass the lead"), self.tr("Everybody sees who leads, and until when"))
        self._stop.say(self.tr("Cancel"), self.tr("Escape"))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Give up with Escape; Enter passes the lead."""
        if event.key() == Qt.Key.Key_Escape:
            self.done()
            return
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            self._give()
            return
        super().keyPressEvent(event)
