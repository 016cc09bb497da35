"""Making a poll in a few keystrokes: the question, its answers one a line, and how it is asked."""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec.structs import replace
from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QCheckBox, QHBoxLayout, QPlainTextEdit, QSpinBox, QVBoxLayout, QWidget

from app.domain.polls.draft import CHOSEN, Draft, Form, Option
from ui.polls.words import form_name
from ui.widgets.buttons import Button, ButtonKind
from ui.widgets.fields import Choice, Field
from ui.widgets.labels import Label, Tone, Words
from ui.widgets.layout import scrolled
from ui.widgets.theme import tokens
from ui.widgets.translated import Translated

if TYPE_CHECKING:
    from PySide6.QtGui import QKeyEvent

RIGHT_MARK = "*"
_QUESTION_LIMIT, _OPTION_LIMIT = 4_000, 500
_LINES = 5


def read_options(text: str, before: tuple[Option, ...] = ()) -> tuple[Option, ...]:
    """Read answers, one a line; a star before one says that it is right.

    Args:
        text: as it was typed.
        before: the answers as they were, whose feedback stays with their text.
    """
    feedback = {option.text: option.feedback for option in before}
    found = []
    for line in text.split("\n"):
        is_right = line.strip().startswith(RIGHT_MARK)
        told = line.strip().removeprefix(RIGHT_MARK).strip()
        if told:
            found.append(Option(text=told, right=is_right, feedback=feedback.get(told, "")))
    return tuple(found)


def write_options(options: tuple[Option, ...]) -> str:
    """Write answers as `read_options` reads them.

    Args:
        options: of a poll.
    """
    return "\n".join(f"{RIGHT_MARK} {option.text}" if option.right else option.text for option in options)


class PollForm(Translated, QWidget):
    """Asks what a poll shall ask. Ctrl+Enter asks it now; Escape gives up.

    `given` carries the draft and whether it opens at once, `given_up` nothing.
    """

    given = Signal(object, object)
    given_up = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._draft = Draft(question="")
        self._is_change = False
        self.question = Field(limit=_QUESTION_LIMIT)
        self._form_label = Label(words=Words.STRONG)
        self.form = Choice()
        self._options_label = Label(words=Words.STRONG)
        self.options = QPlainTextEdit()
        self._options_hint = Label(words=Words.CAPTION, tone=Tone.MUTED, wrap=True)
        self.steps = QSpinBox()
        self._steps_label = Label(words=Words.STRONG)
        self.low, self.high = Field(limit=_OPTION_LIMIT), Field(limit=_OPTION_LIMIT)
        self._most_label = Label(words=Words.STRONG)
        self.most = QSpinBox()
        self.anonymous, self.counted = QCheckBox(), QCheckBox()
        self._seconds_label = Label(words=Words.STRONG)
        self.seconds = QSpinBox()
        self.explanation = Field(limit=_QUESTION_LIMIT)
        self._wrong = Label(tone=Tone.DANGER, wrap=True)
        self._ask = Button(kind=ButtonKind.PRIMARY, icon_name="play", shortcut="Ctrl+Return")
        self._keep = Button(kind=ButtonKind.QUIET, icon_name="save")
        self._stop = Button(kind=ButtonKind.PLAIN)
        for each in Form:
            self.form.addItem("", each.value)
        self.steps.setRange(2, 11)
        self.most.setRange(0, 20)
        self.seconds.setRange(0, 3600)
        self.seconds.setSingleStep(15)
        self._lay_out()
        self._connect()
        self.setFocusProxy(self.question)
        self.retranslate()

    def _lay_out(self) -> None:
        space = tokens().space
        self.options.setTabChangesFocus(True)
        self.options.setFixedHeight(self.options.fontMetrics().lineSpacing() * _LINES + 2 * space.m)
        inside = QWidget()
        column = QVBoxLayout(inside)
        column.setContentsMargins(space.l, space.m, space.l, space.m)
        column.setSpacing(space.s)
        column.addWidget(self.question)
        column.addLayout(_labelled(self._form_label, self.form))
        self._optional = QWidget()
        optional = QVBoxLayout(self._optional)
        optional.setContentsMargins(0, 0, 0, 0)
        optional.setSpacing(space.xs)
        for widget in (self._options_label, self.options, self._options_hint):
            optional.addWidget(widget)
        column.addWidget(self._optional)
        self._scale = QWidget()
        scale = QVBoxLayout(self._scale)
        scale.setContentsMargins(0, 0, 0, 0)
        scale.setSpacing(space.s)
        scale.addLayout(_labelled(self._steps_label, self.steps))
        ends = QHBoxLayout()
        ends.setSpacing(space.s)
        ends.addWidget(self.low)
        ends.addWidget(self.high)
        scale.addLayout(ends)
        column.addWidget(self._scale)
        self._many = QWidget()
        many = _labelled(self._most_label, self.most)
        many.setContentsMargins(0, 0, 0, 0)
        self._many.setLayout(many)
        column.addWidget(self._many)
        column.addWidget(self.anonymous)
        column.addWidget(self.counted)
        column.addLayout(_labelled(self._seconds_label, self.seconds))
        column.addWidget(self.explanation)
        column.addStretch(1)
        foot = QHBoxLayout()
        foot.setContentsMargins(space.l, space.s, space.l, space.m)
        foot.setSpacing(space.s)
        for button in (self._ask, self._keep, self._stop):
            foot.addWidget(button)
        foot.addStretch(1)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.setSpacing(0)
        outer.addWidget(scrolled(inside), 1)
        wrong = QHBoxLayout()
        wrong.setContentsMargins(space.l, 0, space.l, 0)
        wrong.addWidget(self._wrong)
        outer.addLayout(wrong)
        outer.addLayout(foot)

    def _connect(self) -> None:
        self.form.currentIndexChanged.connect(lambda _place: self._offer())
        self.options.textChanged.connect(self._typed)
        self.question.edited.connect(lambda _text: self.set_error(""))
        self.question.submitted.connect(lambda _text: self._next())
        self._ask.clicked.connect(lambda: self._give(opens=True))
        self._keep.clicked.connect(lambda: self._give(opens=False))
        self._stop.clicked.connect(self.given_up)

    def begin(self, draft: Draft | None = None) -> None:
        """Begin a new poll, or change one.

        Args:
            draft: of the poll to be changed; none for a new one.
        """
        self._is_change = draft is not None
        self._draft = draft = draft or Draft(question="")
        self.question.set_text(draft.question)
        self.form.setCurrentIndex(self.form.findData(draft.form.value))
        stars = draft.form in CHOSEN
        plain = "\n".join(option.text for option in draft.options)
        self.options.setPlainText(write_options(draft.options) if stars else plain)
        self.steps.setValue(draft.steps)
        self.low.set_text(draft.low)
        self.high.set_text(draft.high)
        self.most.setValue(draft.most)
        self.anonymous.setChecked(draft.anonymous)
        self.counted.setChecked(draft.counted)
        self.seconds.setValue(draft.seconds)
        self.explanation.set_text(draft.explanation)
        self.set_error("")
        self.retranslate()
        self.question.edit.setFocus(Qt.FocusReason.OtherFocusReason)

    @property
    def draft(self) -> Draft:
        """What is asked, as it stands now."""
        form = Form(self.form.currentData())
        has_options = form not in {Form.SCALE, Form.WORDS}
        options = read_options(self.options.toPlainText(), self._draft.options) if has_options else ()
        if form not in CHOSEN:
            # What is written here is right, with a star or without.
            options = tuple(replace(option, right=True) for option in options)
        return Draft(
            question=self.question.text(),
            form=form,
            options=options,
            steps=self.steps.value(),
            low=self.low.text() if form is Form.SCALE else "",
            high=self.high.text() if form is Form.SCALE else "",
            most=self.most.value() if form in {Form.MULTIPLE, Form.WORDS} else 0,
            anonymous=self.anonymous.isChecked(),
            counted=self.counted.isChecked(),
            seconds=self.seconds.value(),
            explanation=self.explanation.text(),
        )

    def set_error(self, text: str) -> None:
        """Say what is wrong; empty takes it back.

        Args:
            text: already translated.
        """
        self._wrong.setText(text)
        self._wrong.setVisible(bool(text))

    @property
    def error(self) -> str:
        """What is wrong; empty when nothing is."""
        return self._wrong.text()

    def retranslate(self) -> None:
        """Say the words again."""
        self.question.say(self.tr("Question"), placeholder=self.tr("What do you want to know?"))
        self._form_label.setText(self.tr("Answered by"))
        self.form.setAccessibleName(self.tr("Answered by"))
        for place, each in enumerate(Form):
            self.form.setItemText(place, form_name(each))
        self._steps_label.setText(self.tr("Steps"))
        self.steps.setAccessibleName(self.tr("Steps"))
        self.low.say(self.tr("The lowest means"))
        self.high.say(self.tr("The highest means"))
        self._most_label.setText(self.tr("How many at most"))
        self.most.setAccessibleName(self.tr("How many at most"))
        self.most.setSpecialValueText(self.tr("As many as they like"))
        self.anonymous.setText(self.tr("Anonymous: nobody sees who answered what"))
        self.counted.setText(self.tr("Learners see how many have answered"))
        self._seconds_label.setText(self.tr("Closes by itself after"))
        self.seconds.setAccessibleName(self.tr("Closes by itself after"))
        self.seconds.setSuffix(self.tr(" s"))
        self.seconds.setSpecialValueText(self.tr("Never"))
        self.explanation.say(self.tr("Explanation"), hint=self.tr("Shown with the right answers."))
        self._ask.say(self.tr("Ask now"))
        self._keep.say(self.tr("Save the changes") if self._is_change else self.tr("Keep for later"))
        self._stop.say(self.tr("Cancel"), self.tr("Escape"))
        self._offer()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Give up with Escape."""
        if event.key() == Qt.Key.Key_Escape:
            self.given_up.emit()
            return
        super().keyPressEvent(event)

    def _offer(self) -> None:
        form = Form(self.form.currentData())
        self._optional.setVisible(form not in {Form.SCALE, Form.WORDS})
        self._scale.setVisible(form is Form.SCALE)
        self._many.setVisible(form in {Form.MULTIPLE, Form.WORDS})
        if form is Form.WORDS:
            self.most.setSpecialValueText(self.tr("Three"))
            self.most.setMaximum(5)
        else:
            self.most.setSpecialValueText(self.tr("As many as they like"))
            self.most.setMaximum(20)
        if form in CHOSEN:
            self._options_label.setText(self.tr("Answers"))
            hint = self.tr("One a line, the right one with a star before it: * Paris")
            if form is Form.RANKING:
                hint = self.tr("One a line.")
            elif form is Form.MULTIPLE:
                hint = self.tr("One a line, the right ones with a star before them: * Paris")
        else:
            self._options_label.setText(self.tr("Right answers"))
            if form is Form.NUMBER:
                hint = self.tr("One a line: 12, or 3.14 ± 0.01, or 10..15. None when there is no right answer.")
            else:
                hint = self.tr("One a line; case and accents do not matter. None when there is no right answer.")
        self.options.setAccessibleName(self._options_label.text())
        self.options.setAccessibleDescription(hint)
        self._options_hint.setText(hint)
        self._typed()

    def _typed(self) -> None:
        self.set_error("")
        is_quiz = any(option.right for option in self.draft.options)
        self.explanation.setVisible(is_quiz or bool(self.explanation.text()))

    def _next(self) -> None:
        """Go on from the question: to the answers, or where there are none, ask."""
        if self.options.isVisible():
            self.options.setFocus(Qt.FocusReason.TabFocusReason)
        else:
            self._give(opens=True)

    def _give(self, *, opens: bool) -> None:
        self.given.emit(self.draft, opens)


def _labelled(label: Label, widget: QWidget) -> QHBoxLayout:
    row = QHBoxLayout()
    row.setSpacing(tokens().space.m)
    label.setBuddy(widget)
    row.addWidget(label)
    row.addWidget(widget)
    row.addStretch(1)
    return row
