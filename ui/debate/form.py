"""Making a debate in a few keystrokes: the motion, its positions one a line, the length of a turn, statements."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QCheckBox, QHBoxLayout, QPlainTextEdit, QSpinBox, QVBoxLayout, QWidget

from app.domain.debate.draft import LONGEST_TURN, SHORTEST_TURN, TURN_SECONDS, Draft
from ui.widgets.buttons import Button, ButtonKind
from ui.widgets.fields import Field
from ui.widgets.labels import Label, Tone, Words
from ui.widgets.layout import scrolled
from ui.widgets.theme import tokens
from ui.widgets.translated import Translated

if TYPE_CHECKING:
    from PySide6.QtGui import QKeyEvent

_MOTION_LIMIT = 4_000
_LINES = 3


def lines_of(text: str) -> tuple[str, ...]:
    """Read what stands one a line.

    Args:
        text: as it was typed.
    """
    return tuple(line.strip() for line in text.split("\n") if line.strip())


class DebateForm(Translated, QWidget):
    """Asks what a debate is about. Ctrl+Enter opens it now; Escape gives up.

    `given` carries the draft and whether it opens at once, `given_up` nothing.
    """

    given = Signal(object, object)
    given_up = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._is_change = False
        self.motion = Field(limit=_MOTION_LIMIT)
        self._positions_label = Label(words=Words.STRONG)
        self.positions = _lines()
        self._positions_hint = Label(words=Words.CAPTION, tone=Tone.MUTED, wrap=True)
        self._turn_label = Label(words=Words.STRONG)
        self.turn = QSpinBox()
        self._statements_label = Label(words=Words.STRONG)
        self.statements = _lines()
        self._statements_hint = Label(words=Words.CAPTION, tone=Tone.MUTED, wrap=True)
        self.counted = QCheckBox()
        self._wrong = Label(tone=Tone.DANGER, wrap=True)
        self._open = Button(kind=ButtonKind.PRIMARY, icon_name="play", shortcut="Ctrl+Return")
        self._keep = Button(kind=ButtonKind.QUIET, icon_name="save")
        self._stop = Button(kind=ButtonKind.PLAIN)
        self.turn.setRange(SHORTEST_TURN, LONGEST_TURN)
        self.turn.setSingleStep(15)
        self._lay_out()
        self._open.clicked.connect(lambda: self.given.emit(self.draft, True))
        self._keep.clicked.connect(lambda: self.given.emit(self.draft, False))
        self._stop.clicked.connect(self.given_up)
        self.motion.submitted.connect(lambda _text: self.positions.setFocus(Qt.FocusReason.TabFocusReason))
        for edit in (self.positions, self.statements):
            edit.textChanged.connect(lambda: self.set_error(""))
        self.motion.edited.connect(lambda _text: self.set_error(""))
        self.setFocusProxy(self.motion)
        self.retranslate()

    def _lay_out(self) -> None:
        space = tokens().space
        inside = QWidget()
        column = QVBoxLayout(inside)
        column.setContentsMargins(space.l, space.m, space.l, space.m)
        column.setSpacing(space.s)
        column.addWidget(self.motion)
        for widget in (self._positions_label, self.positions, self._positions_hint):
            column.addWidget(widget)
        turn = QHBoxLayout()
        turn.setSpacing(space.m)
        self._turn_label.setBuddy(self.turn)
        turn.addWidget(self._turn_label)
        turn.addWidget(self.turn)
        turn.addStretch(1)
        column.addLayout(turn)
        for below in (self._statements_label, self.statements, self._statements_hint, self.counted, self._wrong):
            column.addWidget(below)
        column.addStretch(1)
        buttons = QHBoxLayout()
        buttons.setContentsMargins(space.l, space.s, space.l, space.m)
        buttons.setSpacing(space.s)
        for button in (self._open, self._keep, self._stop):
            buttons.addWidget(button)
        buttons.addStretch(1)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(scrolled(inside), 1)
        outer.addLayout(buttons)

    @property
    def draft(self) -> Draft:
        """What was written."""
        return Draft(
            motion=self.motion.text(),
            positions=lines_of(self.positions.toPlainText()),
            turn_seconds=self.turn.value(),
            statements=lines_of(self.statements.toPlainText()),
            counted=self.counted.isChecked(),
        )

    @property
    def error(self) -> str:
        """What is wrong; empty when nothing is."""
        return self._wrong.text()

    def begin(self, draft: Draft | None = None) -> None:
        """Ask anew, or for a change.

        Args:
            draft: to change; none for a new debate.
        """
        self._is_change = draft is not None
        found = draft or Draft(motion="", turn_seconds=TURN_SECONDS)
        self.motion.set_text(found.motion)
        self.positions.setPlainText("\n".join(found.positions))
        self.turn.setValue(found.turn_seconds)
        self.statements.setPlainText("\n".join(found.statements))
        self.counted.setChecked(found.counted)
        self.set_error("")
        self.retranslate()
        self.motion.edit.setFocus(Qt.FocusReason.OtherFocusReason)

    def set_error(self, error: str) -> None:
        """Say what is wrong; empty takes it back.

        Args:
            error: already translated.
        """
        self._wrong.setText(error)
        self._wrong.setVisible(bool(error))

    def retranslate(self) -> None:
        """Say the words again."""
        self.motion.say(
            self.tr("Motion"), placeholder=self.tr("What is debated, as a sentence one can be for or against")
        )
        self._positions_label.setText(self.tr("Positions"))
        self.positions.setAccessibleName(self.tr("Positions"))
        self.positions.setPlaceholderText(self.tr("For\nAgainst\nUnsure"))
        hint = self.tr("One a line, from 2 to 8. Leave it empty for: for, against, unsure.")
        self._positions_hint.setText(hint)
        self.positions.setAccessibleDescription(hint)
        self._turn_label.setText(self.tr("Length of a speaking turn"))
        self.turn.setAccessibleName(self.tr("Length of a speaking turn"))
        self.turn.setSuffix(self.tr(" s"))
        self._statements_label.setText(self.tr("Statements"))
        self.statements.setAccessibleName(self.tr("Statements"))
        hint = self.tr("One a line. You put each to the class when you like; learners agree, disagree or pass.")
        self._statements_hint.setText(hint)
        self.statements.setAccessibleDescription(hint)
        self.counted.setText(self.tr("Learners see the counts as they come in"))
        self.counted.setToolTip(self.tr("Otherwise they see them when you show them, or when the debate closes"))
        self._open.say(self.tr("Open now"))
        self._keep.say(self.tr("Save the changes") if self._is_change else self.tr("Keep for later"))
        self._stop.say(self.tr("Cancel"), self.tr("Escape"))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Give up with Escape."""
        if event.key() == Qt.Key.Key_Escape:
            self.given_up.emit()
            return
        super().keyPressEvent(event)


def _lines() -> QPlainTextEdit:
    edit = QPlainTextEdit()
    edit.setTabChangesFocus(True)
    edit.setFixedHeight(edit.fontMetrics().lineSpacing() * _LINES + 2 * tokens().space.m)
    return edit
