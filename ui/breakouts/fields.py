"""The fields that say how groups come about, what their rooms are to do, and for how long."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QCoreApplication, Qt, Signal
from PySide6.QtWidgets import QFormLayout, QHBoxLayout, QPlainTextEdit, QSizePolicy, QSpinBox, QVBoxLayout, QWidget

from app.domain.breakouts.events import Late
from app.domain.breakouts.state import BreakoutsState
from app.sync.runbook.rooms import before_of
from ui.breakouts.making import How
from ui.breakouts.model import prepared_rounds
from ui.breakouts.traits import traits
from ui.widgets.buttons import Button, ButtonKind
from ui.widgets.fields import Choice
from ui.widgets.labels import Label, Tone, Words
from ui.widgets.segmented import Segment, Segmented
from ui.widgets.theme import tokens
from ui.widgets.translated import Translated

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from app.domain.breakouts.state import Round
    from app.domain.kernel.world import World

_MOST_SIZE: Final = 50
_MOST_ROUNDS: Final = 12
_LINES: Final = 3


class FormingFields(Translated, QWidget):
    """The fields. `changed` tells that groups are to be formed anew; a prepared round is chosen in `prepared`.

    Args:
        parent: the owner.
    """

    changed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.prepared = Choice()
        self.by = Segmented("", self._segments())
        self.number = QSpinBox()
        self.how = Choice()
        self.trait = Choice()
        self.rounds = QSpinBox()
        self.minutes = QSpinBox()
        self.late = Choice()
        self.task = QPlainTextEdit()
        self.steps = QPlainTextEdit()
        self._more = Button(kind=ButtonKind.LINK)
        self._labels = [Label(words=Words.CAPTION, tone=Tone.MUTED) for _ in range(6)]
        self._offered: tuple[World, Sequence[str]] | None = None
        self._lay_out()
        self._connect()
        self.retranslate()

    def _lay_out(self) -> None:
        space = tokens().space
        size = QHBoxLayout()
        size.setSpacing(space.s)
        size.addWidget(self.by, 1)
        size.addWidget(self.number)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(space.s)
        column.addLayout(size)
        column.addLayout(self._lay_out_form())
        column.addWidget(self._more, 0, Qt.AlignmentFlag.AlignLeft)
        column.addWidget(self._work)
        self.setFocusProxy(self.number)

    def _lay_out_form(self) -> QFormLayout:
        space = tokens().space
        self.number.setRange(1, _MOST_SIZE)
        self.number.setValue(4)
        self.minutes.setRange(0, 180)
        self.minutes.setValue(10)
        self.minutes.setSingleStep(5)
        self.rounds.setRange(1, _MOST_ROUNDS)
        form = QFormLayout()
        form.setContentsMargins(0, 0, 0, 0)
        form.setVerticalSpacing(space.xs)
        form.setHorizontalSpacing(space.s)
        form.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.ExpandingFieldsGrow)
        for label, field in zip(self._labels, self._rows, strict=True):
            label.setBuddy(field)
            field.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
            form.addRow(label, field)
        self._form = form
        self._work = QWidget()
        work = QVBoxLayout(self._work)
        work.setContentsMargins(0, 0, 0, 0)
        work.setSpacing(space.xs)
        for edit in (self.task, self.steps):
            edit.setTabChangesFocus(True)
            edit.setFixedHeight(_LINES * self.fontMetrics().lineSpacing() + 14)
            work.addWidget(edit)
        self._work.hide()
        return form

    @property
    def _rows(self) -> tuple[QWidget, ...]:
        return (self.how, self.trait, self.rounds, self.minutes, self.late, self.prepared)

    def _connect(self) -> None:
        self.by.chosen.connect(lambda _key: self.changed.emit())
        self.number.valueChanged.connect(lambda _value: self.changed.emit())
        self.how.currentIndexChanged.connect(lambda _at: self._how_changed())
        self.trait.currentIndexChanged.connect(lambda _at: self.changed.emit())
        self.rounds.valueChanged.connect(lambda _value: self.changed.emit())
        self._more.clicked.connect(self._show_work)

    def _segments(self) -> tuple[Segment, ...]:
        return (
            Segment("size", QCoreApplication.translate("Rooms", "People a room")),
            Segment("rooms", QCoreApplication.translate("Rooms", "Rooms")),
        )

    def offer(self, world: World, people: Sequence[str]) -> None:
        """Offer what can be chosen now, keeping what is chosen.

        Args:
            world: to read.
            people: who is there.
        """
        self._offered = (world, people)
        how = {How.RANDOM: self.tr("At random"), How.NEW: self.tr("New partners")}
        told_apart = traits(world, people)
        if told_apart:
            how |= {How.MIXED: self.tr("Different people together"), How.MATCHED: self.tr("Like people together")}
        how[How.CHOICE] = self.tr("Everybody chooses")
        if before_of(world.state(BreakoutsState)):
            how |= {
                How.KEEP: self.tr("The same groups as before"),
                How.SPREAD: self.tr("One from each former group"),
                How.JOIN: self.tr("Join former groups"),
            }
        late = {
            Late.SMALLEST: self.tr("Into the smallest room"),
            Late.MAIN: self.tr("Into the main room"),
            Late.CHOICE: self.tr("They choose a room"),
        }
        _fill(self.how, ((text, key.value) for key, text in how.items()))
        _fill(self.trait, ((trait.text, trait.key) for trait in told_apart))
        _fill(self.late, ((text, key.value) for key, text in late.items()))
        prepared = prepared_rounds(world)
        entries = [(self.tr("None"), "")]
        entries += [(self._prepared_text(each), each.id) for each in prepared]
        _fill(self.prepared, entries)
        self._form.setRowVisible(self.prepared, bool(prepared))
        self._show_rows()

    def _prepared_text(self, known: Round) -> str:
        text = known.task.split("\n", 1)[0] or self.tr("%n people", "in a room", known.people)
        return self.tr("New partners: %1").replace("%1", text) if known.planned else text

    def _show_rows(self) -> None:
        how = self.chosen_how
        self._form.setRowVisible(self.trait, how in {How.MIXED, How.MATCHED})
        self._form.setRowVisible(self.rounds, how is How.NEW and not self.prepared.currentData())

    def _how_changed(self) -> None:
        self._show_rows()
        self.changed.emit()

    @property
    def chosen_how(self) -> How:
        """How groups are to come about."""
        return How(self.how.currentData() or How.RANDOM)

    @property
    def chosen_late(self) -> Late:
        """Where those go who come late."""
        return Late(self.late.currentData() or Late.SMALLEST)

    @property
    def chosen_steps(self) -> tuple[str, ...]:
        """The steps of the task."""
        return tuple(line for line in self.steps.toPlainText().split("\n") if line.strip())

    @property
    def by_rooms(self) -> bool:
        """Whether the number says how many rooms, and not how many people in each."""
        return self.by.current == "rooms"

    def take(self, known: Round) -> None:
        """Fill the fields from a prepared round, and tell nobody.

        Args:
            known: the round.
        """
        was_quiet = self.blockSignals(True)
        self.by.choose("rooms" if known.room_count else "size")
        self.number.setValue(known.room_count or known.people or self.number.value())
        self.minutes.setValue(known.minutes)
        self.task.setPlainText(known.task)
        self.steps.setPlainText("\n".join(known.steps))
        # The two lists name the ways alike.
        self.how.setCurrentIndex(max(0, self.how.findData(known.mixing.value)))
        self._show_rows()
        self.blockSignals(was_quiet)

    def retranslate(self) -> None:
        """Say the words again."""
        self.by.say(self.tr("What the number counts"), self._segments())
        names = (
            self.tr("How"),
            self.tr("By"),
            self.tr("Rounds"),
            self.tr("Minutes"),
            self.tr("Who comes late"),
            self.tr("Prepared"),
        )
        for label, name in zip(self._labels, names, strict=True):
            label.setText(name)
        for field, name in zip(self._rows, names, strict=True):
            field.setAccessibleName(name)
        self.number.setAccessibleName(self.tr("How many"))
        self.minutes.setSpecialValueText(self.tr("open end"))
        self.minutes.setSuffix(self.tr(" min"))
        self.task.setAccessibleName(self.tr("What each room is to do"))
        self.task.setPlaceholderText(self.tr("What each room is to do\nLines with # are headings in its notes"))
        self.steps.setAccessibleName(self.tr("Steps, one a line"))
        self.steps.setPlaceholderText(self.tr("Steps, one a line"))
        self._say_more()
        if self._offered is not None:
            self.offer(*self._offered)

    def _say_more(self) -> None:
        hidden = self._work.isHidden()
        self._more.say(self.tr("Task and steps…") if hidden else self.tr("Hide task and steps"))

    def _show_work(self) -> None:
        self._work.setVisible(self._work.isHidden())
        self._say_more()


def _fill(choice: Choice, entries: Iterable[tuple[str, str]]) -> None:
    """Put entries into a list of choices, keeping what is chosen, without telling anybody."""
    chosen = choice.currentData()
    choice.blockSignals(True)
    choice.clear()
    for text, key in entries:
        choice.addItem(text, key)
    choice.setCurrentIndex(max(0, choice.findData(chosen)))
    choice.blockSignals(False)
