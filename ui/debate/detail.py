"""One debate on the desktop: its motion, its shift, its arguments and statements, the floor, and what one can do."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QHBoxLayout, QMenu, QStackedLayout, QVBoxLayout, QWidget

from ui.debate.flow import Shift
from ui.debate.listed import Arguments, Speakers, Statements
from ui.debate.model import flow_chart
from ui.debate.words import arguments_words, people_words, position_name
from ui.widgets.buttons import Button, ButtonKind, IconButton
from ui.widgets.flow import FlowLayout
from ui.widgets.labels import Label, Tone, Words
from ui.widgets.layout import scrolled, separator
from ui.widgets.segmented import Segment, Segmented
from ui.widgets.theme import tokens
from ui.widgets.translated import Translated

if TYPE_CHECKING:
    from collections.abc import Callable

    from app.domain.debate.state import Debate
    from ui.bridge.session import SessionBridge
    from ui.debate.acts import DebateActs

TURN_KEYS = "Ctrl+F12"
_SHIFT, _ARGUMENTS, _STATEMENTS, _FLOOR = "shift", "arguments", "statements", "floor"


class DebateDetail(Translated, QWidget):
    """Shows one debate. `edit` and `export` carry its id.

    Args:
        bridge: to the session.
        acts: on debates.
    """

    edit = Signal(object)
    export = Signal(object)

    def __init__(self, bridge: SessionBridge, acts: DebateActs) -> None:
        super().__init__()
        self._bridge, self._acts = bridge, acts
        self._debate: Debate | None = None
        self.motion = Label(words=Words.HEADING, wrap=True)
        self._about = Label(words=Words.CAPTION, tone=Tone.MUTED, wrap=True)
        self.main = Button(kind=ButtonKind.PRIMARY, icon_name="play")
        self.show_shift = Button(kind=ButtonKind.QUIET, icon_name="eye")
        self.as_table = Button(kind=ButtonKind.QUIET, icon_name="list")
        self.change = Button(kind=ButtonKind.QUIET, icon_name="pencil")
        self.more = IconButton("ellipsis")
        self._menu = QMenu(self)
        self._reopen, self._stage, self._export, self._discard = (QAction(self) for _ in range(4))
        self.parts = Segmented("", self._segments())
        self.shift = Shift()
        self.arguments = Arguments(bridge, acts)
        self.statements = Statements(bridge, acts)
        self.speakers = Speakers(bridge, acts)
        self._pages = QStackedLayout()
        self._lay_out()
        self._connect()
        self.retranslate()

    def _lay_out(self) -> None:
        space = tokens().space
        buttons = FlowLayout(space.s)
        for button in (self.main, self.show_shift, self.as_table, self.change, self.more):
            buttons.addWidget(button)
        head = QVBoxLayout()
        head.setContentsMargins(space.l, space.m, space.l, space.s)
        head.setSpacing(space.s)
        head.addWidget(self.motion)
        head.addWidget(self._about)
        head.addLayout(buttons)
        parts = QHBoxLayout()
        parts.addWidget(self.parts)
        parts.addStretch(1)
        head.addLayout(parts)
        inside = QWidget()
        column = QVBoxLayout(inside)
        column.setContentsMargins(space.l, space.s, space.l, space.m)
        column.addWidget(self.shift)
        for page in (scrolled(inside), self.arguments, self.statements, self.speakers):
            self._pages.addWidget(page)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.setSpacing(0)
        outer.addLayout(head)
        outer.addWidget(separator())
        outer.addLayout(self._pages, 1)

    def _connect(self) -> None:
        acts = self._acts
        self.main.clicked.connect(lambda: self._with(acts.close if self._is_open else acts.open))
        self.show_shift.clicked.connect(lambda: self._with(acts.turn_shift))
        self.as_table.clicked.connect(lambda: self.show_table(on=not self.shift.is_table))
        self.change.clicked.connect(lambda: self._with(lambda debate: self.edit.emit(debate.id)))
        self.more.clicked.connect(self._open_menu)
        self.parts.chosen.connect(self.show_part)
        made: tuple[tuple[QAction, Callable[[Debate], object]], ...] = (
            (self._stage, acts.turn_stage),
            (self._reopen, acts.open),
            (self._export, lambda debate: self.export.emit(debate.id)),
            (self._discard, acts.discard),
        )
        for action, act in made:
            action.triggered.connect(partial(self._with, act))
            self._menu.addAction(action)

    @property
    def _is_open(self) -> bool:
        return self._debate is not None and self._debate.is_open

    def _with(self, act: Callable[[Debate], object], *_checked: object) -> None:
        debate = self._acts.state.debates.get(self._debate.id) if self._debate is not None else None
        if debate is not None:
            act(debate)

    def _open_menu(self) -> None:
        self.retranslate()
        self._menu.popup(self.more.mapToGlobal(self.more.rect().bottomLeft()))

    def _segments(self) -> tuple[Segment, ...]:
        return (
            Segment(_SHIFT, self.tr("Positions")),
            Segment(_ARGUMENTS, self.tr("Arguments")),
            Segment(_STATEMENTS, self.tr("Statements")),
            Segment(_FLOOR, self.tr("Floor")),
        )

    def show_part(self, part: object) -> None:
        """Show another part of the debate.

        Args:
            part: `shift`, `arguments`, `statements` or `floor`.
        """
        keys = (_SHIFT, _ARGUMENTS, _STATEMENTS, _FLOOR)
        if part in keys:
            self.parts.choose(str(part))
            self._pages.setCurrentIndex(keys.index(str(part)))
            self.retranslate()

    def show_table(self, *, on: bool) -> None:
        """Show the shift as a table, or as a chart.

        Args:
            on: the table.
        """
        self.show_part(_SHIFT)
        self.shift.show_table(on=on)
        self.retranslate()

    def show_debate(self, debate: Debate) -> None:
        """Show a debate as it is now.

        Args:
            debate: which.
        """
        if self._debate is None or self._debate.id != debate.id:
            self.shift.show_table(on=False)
        self._debate = debate
        self.shift.show_chart(flow_chart(self._bridge.projected, debate))
        self.arguments.show_debate(debate)
        self.statements.show_debate(debate)
        self.speakers.show_speakers()
        self.retranslate()

    def retranslate(self) -> None:
        """Say everything again."""
        self.more.say(self.tr("More"))
        self.parts.say(self.tr("Parts of the debate"), self._segments())
        debate = self._debate
        if debate is None:
            return
        self.motion.setText(debate.draft.motion)
        self._about.setText(self._about_words(debate))
        was_open = debate.opened > 0
        self.main.setVisible(debate.is_open or not was_open)
        self.main.set_icon("square" if debate.is_open else "play")
        self.main.say(
            self.tr("Close the debate") if debate.is_open else self.tr("Open the debate"), self.tr("Ctrl+F12")
        )
        self.show_shift.setVisible(was_open)
        self.show_shift.set_icon("eye-off" if debate.results else "eye")
        self.show_shift.say(self.tr("Hide the shift") if debate.results else self.tr("Show the shift"))
        self.as_table.setVisible(self.parts.current == _SHIFT)
        self.as_table.set_icon("chart-column" if self.shift.is_table else "list")
        self.as_table.say(self.tr("As a chart") if self.shift.is_table else self.tr("As a table"))
        self.change.setVisible(not was_open)
        self.change.say(self.tr("Change…"))
        on_stage = self._acts.state.stage == debate.id
        self._stage.setVisible(was_open)
        self._stage.setText(self.tr("Take off the stage") if on_stage else self.tr("Put on stage"))
        self._reopen.setVisible(was_open and not debate.is_open)
        self._reopen.setText(self.tr("Open the debate again"))
        self._export.setVisible(was_open)
        self._export.setText(self.tr("Export the result…"))
        self._discard.setVisible(not was_open)
        self._discard.setText(self.tr("Throw away"))

    def _about_words(self, debate: Debate) -> str:
        if not debate.opened:
            names = ", ".join(position_name(debate.draft, key) for key in debate.draft.keys)
            parts = [self.tr("Ready"), self.tr("opens with its activity") if debate.activity else "", names]
        else:
            state = self._acts.state
            parts = [
                self.tr("Open") if debate.is_open else self.tr("Closed"),
                people_words(state.shift(debate).people),
                arguments_words(len(state.said.get(debate.id, ()))),
                self.tr("learners see the shift") if debate.results else self.tr("the shift is hidden from learners"),
            ]
        parts.append(self.tr("turns of %1 s").replace("%1", str(debate.draft.turn_seconds)))
        return " · ".join(part for part in parts if part)
