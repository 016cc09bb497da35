"""A prepared poll: its question, how it is answered, its answers and which of them are right."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from msgspec.structs import replace
from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from app.plans.plan import Choice as Answer
from app.plans.plan import Item, Plan, Poll, PollForm
from ui.prepare.boxes import Labelled, LineBox, NarrowChoice, Tick
from ui.prepare.cards import FormField, TextForm
from ui.prepare.editors import CountLine
from ui.prepare.words import form_text
from ui.widgets.buttons import Button, ButtonKind, IconButton
from ui.widgets.labels import Label, Tone, Words
from ui.widgets.theme import tokens

if TYPE_CHECKING:
    from collections.abc import Callable

_LISTED: Final = frozenset({PollForm.CHOICE, PollForm.MULTIPLE, PollForm.RANKING})
_RIGHT: Final = frozenset({PollForm.CHOICE, PollForm.MULTIPLE})
_KEYED: Final = frozenset({PollForm.NUMBER, PollForm.OPEN})


class PollEditor(TextForm):
    """Edits a poll."""

    def __init__(self) -> None:
        self._form = NarrowChoice()
        self._anonymous, self._anonymous_words = Tick(), Label(words=Words.CAPTION, tone=Tone.MUTED)
        self._answers = _Answers(self._change)
        self._low, self._high, self._steps = Labelled(LineBox()), Labelled(LineBox()), Labelled(CountLine(11, 2))
        self._scale = QWidget()
        super().__init__((FormField("question", _question, _question_like, 2),))
        for form in PollForm:
            self._form.addItem(form_text(form), str(form))
        row = QHBoxLayout()
        row.setSpacing(tokens().space.s)
        row.addWidget(self._form, 1)
        row.addWidget(self._anonymous)
        row.addWidget(self._anonymous_words)
        ends = QHBoxLayout(self._scale)
        ends.setContentsMargins(0, 0, 0, 0)
        ends.setSpacing(tokens().space.s)
        ends.addWidget(self._low, 3)
        ends.addWidget(self._high, 3)
        ends.addWidget(self._steps, 2)
        self.column.addLayout(row)
        self.column.addWidget(self._scale)
        self.column.addWidget(self._answers)
        self._form.activated.connect(lambda _row: self._change(form=PollForm(str(self._form.currentData()))))
        self._anonymous.clicked.connect(lambda on: self._change(anonymous=on))
        for name, labelled in (("low", self._low), ("high", self._high)):
            box = labelled.field
            if isinstance(box, LineBox):
                box.typed.connect(lambda text, on, name=name: self._change(goes_on=on, **{name: text}))
        if isinstance(self._steps.field, CountLine):
            self._steps.field.read.connect(lambda steps: self._change(steps=steps))

    def retranslate(self) -> None:
        """Say the words again."""
        super().retranslate()
        for place in range(self._form.count()):
            self._form.setItemText(place, form_text(PollForm(str(self._form.itemData(place)))))
        self._form.setAccessibleName(QCoreApplication.translate("PollEditor", "How it is answered"))
        self._anonymous_words.setText(QCoreApplication.translate("PollEditor", "Anonymous"))
        self._anonymous.setAccessibleName(self._anonymous_words.text())
        self._anonymous.setToolTip(QCoreApplication.translate("PollEditor", "Nobody learns who answered what"))
        self._low.say(QCoreApplication.translate("PollEditor", "1 means"))
        self._high.say(QCoreApplication.translate("PollEditor", "The last means"))
        self._steps.say(QCoreApplication.translate("PollEditor", "Steps"))
        self._answers.retranslate()

    def show_item(self, plan: Plan, item: Item) -> None:
        """Show a poll.

        Args:
            plan: that holds it.
            item: the poll.
        """
        super().show_item(plan, item)
        if not isinstance(item, Poll):
            return
        self._form.setCurrentIndex(self._form.findData(str(item.form)))
        self._anonymous.setChecked(item.anonymous)
        self._scale.setVisible(item.form is PollForm.SCALE)
        for labelled, text in ((self._low, item.low), (self._high, item.high)):
            if isinstance(labelled.field, LineBox):
                labelled.field.show_text(text)
        if isinstance(self._steps.field, CountLine):
            self._steps.field.show_text(str(item.steps))
        self._answers.show_poll(item)

    def _change(self, *, goes_on: object = False, **values: object) -> None:
        if isinstance(self._item, Poll):
            self._item = replace(self._item, **values)
            self.edited.emit(self._item, goes_on)


class _Answers(QWidget):
    """The answers of a poll: a line each, with a mark for the right ones."""

    def __init__(self, change: Callable[..., None]) -> None:
        super().__init__()
        self._change = change
        self._poll = Poll(id="x")
        self._lines: list[tuple[QWidget, Tick, LineBox, IconButton]] = []
        self._title = Label(words=Words.CAPTION, tone=Tone.MUTED)
        self._add = Button(kind=ButtonKind.LINK)
        self._column = QVBoxLayout()
        self._column.setSpacing(tokens().space.xs)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(tokens().space.xs)
        column.addWidget(self._title)
        column.addLayout(self._column)
        row = QHBoxLayout()
        row.addWidget(self._add)
        row.addStretch(1)
        column.addLayout(row)
        self._add.clicked.connect(self._append)

    def retranslate(self) -> None:
        """Say the words again."""
        self._add.say(QCoreApplication.translate("PollEditor", "Add an answer"))
        if self._poll.form in _KEYED:
            title = QCoreApplication.translate("PollEditor", "Accepted as right; leave empty when all are welcome")
        elif self._poll.form in _RIGHT:
            title = QCoreApplication.translate("PollEditor", "Answers; tick the right ones, if there are any")
        else:
            title = QCoreApplication.translate("PollEditor", "What is to be ranked")
        self._title.setText(title)
        for place, (_row, box, line, gone) in enumerate(self._lines, 1):
            name = QCoreApplication.translate("PollEditor", "Answer %1").replace("%1", str(place))
            line.setAccessibleName(name)
            box.setAccessibleName(QCoreApplication.translate("PollEditor", "%1 is right").replace("%1", name))
            box.setToolTip(QCoreApplication.translate("PollEditor", "A right answer"))
            gone.say(QCoreApplication.translate("PollEditor", "Remove the answer"))

    def show_poll(self, poll: Poll) -> None:
        """Show the answers of a poll."""
        self._poll = poll
        listed = poll.form in _LISTED | _KEYED
        self.setVisible(listed)
        answers = poll.choices if listed else ()
        while len(self._lines) > len(answers):
            row = self._lines.pop()[0]
            self._column.removeWidget(row)
            row.hide()
            row.deleteLater()
        while len(self._lines) < len(answers):
            self._grow()
        for (_row, box, line, _gone), answer in zip(self._lines, answers, strict=True):
            line.show_text(answer.text)
            box.setVisible(poll.form in _RIGHT)
            box.setChecked(answer.right)
        self.retranslate()

    def _grow(self) -> None:
        row, box, line, gone = QWidget(), Tick(), LineBox(2000), IconButton("x")
        place = len(self._lines)
        layout = QHBoxLayout(row)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(tokens().space.xs)
        layout.addWidget(box)
        layout.addWidget(line, 1)
        layout.addWidget(gone)
        box.clicked.connect(lambda on, place=place: self._mark(place, right=on))
        line.typed.connect(lambda text, on, place=place: self._write(place, text, on))
        line.returnPressed.connect(self._append)
        gone.clicked.connect(lambda: self._drop(place))
        self._lines.append((row, box, line, gone))
        self._column.addWidget(row)

    def _mark(self, place: int, *, right: bool) -> None:
        choices = list(self._poll.choices)
        if right and self._poll.form is PollForm.CHOICE:
            choices = [replace(each, right=False) for each in choices]
        choices[place] = replace(choices[place], right=right)
        self._change(choices=tuple(choices))

    def _write(self, place: int, text: object, goes_on: object) -> None:
        choices = list(self._poll.choices)
        choices[place] = replace(choices[place], text=str(text))
        self._change(goes_on=goes_on, choices=tuple(choices))

    def _append(self) -> None:
        answer = Answer(right=self._poll.form in _KEYED)
        self._change(choices=(*self._poll.choices, answer))
        if self._lines:
            self._lines[-1][2].setFocus()

    def _drop(self, place: int) -> None:
        self._change(choices=(*self._poll.choices[:place], *self._poll.choices[place + 1 :]))


def _question() -> str:
    return QCoreApplication.translate("PollEditor", "Question")


def _question_like() -> str:
    return QCoreApplication.translate("PollEditor", "What do you want to know from them?")
