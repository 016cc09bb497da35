"""One poll on the desktop: what it asks, how it stands, its results as they come in, and what can be done now."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QHBoxLayout, QMenu, QVBoxLayout, QWidget

from app.domain.polls.draft import WRITTEN
from app.domain.polls.state import PollsState
from ui.polls.chart import Results
from ui.polls.model import learners, missing, option_text, outcome
from ui.polls.words import form_name
from ui.widgets.buttons import Button, ButtonKind, IconButton
from ui.widgets.flow import FlowLayout
from ui.widgets.labels import Label, Tone, Words
from ui.widgets.layout import scrolled
from ui.widgets.theme import tokens
from ui.widgets.time_label import Count, TimeLabel
from ui.widgets.translated import Translated

if TYPE_CHECKING:
    from app.domain.polls.state import Poll
    from ui.bridge.session import SessionBridge
    from ui.polls.acts import PollActs

_NAMES = 12
"""How many names of those who have not answered are written out."""


class PollDetail(Translated, QWidget):
    """Shows one poll. `edit` and `export` carry its id.

    Args:
        bridge: to the session.
        acts: on polls.
    """

    edit = Signal(object)
    export = Signal(object)

    def __init__(self, bridge: SessionBridge, acts: PollActs) -> None:
        super().__init__()
        self._bridge, self._acts = bridge, acts
        self._poll: Poll | None = None
        self.question = Label(words=Words.HEADING, wrap=True)
        self._about = Label(words=Words.CAPTION, tone=Tone.MUTED, wrap=True)
        self._left = TimeLabel(bridge.now, count=Count.UNTIL)
        self.main = Button(kind=ButtonKind.PRIMARY, icon_name="play")
        self.show_results = Button(kind=ButtonKind.QUIET, icon_name="eye")
        self.ask_again = Button(kind=ButtonKind.QUIET, icon_name="refresh-cw")
        self.reveal = Button(kind=ButtonKind.QUIET, icon_name="circle-check")
        self.change = Button(kind=ButtonKind.QUIET, icon_name="pencil")
        self.more = IconButton("ellipsis")
        self._menu = QMenu(self)
        self._reopen, self._stage, self._table, self._hide, self._export, self._discard = (
            QAction(self) for _ in range(6)
        )
        self.results = Results()
        self.missing = Label(tone=Tone.MUTED, wrap=True)
        self._listed = Label(wrap=True)
        self._lay_out()
        self._connect()
        self.retranslate()

    def _lay_out(self) -> None:
        space = tokens().space
        head = QHBoxLayout()
        head.setSpacing(space.m)
        head.addWidget(self._about, 1)
        head.addWidget(self._left, 0, Qt.AlignmentFlag.AlignTop)
        buttons = FlowLayout(space.s)
        for button in (self.main, self.show_results, self.ask_again, self.reveal, self.change, self.more):
            buttons.addWidget(button)
        inside = QWidget()
        column = QVBoxLayout(inside)
        column.setContentsMargins(space.l, space.m, space.l, space.m)
        column.setSpacing(space.s)
        column.addWidget(self.question)
        column.addLayout(head)
        column.addLayout(buttons)
        column.addSpacing(space.s)
        column.addWidget(self._listed)
        column.addWidget(self.missing)
        column.addWidget(self.results, 1)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(scrolled(inside))

    def _connect(self) -> None:
        acts = self._acts
        self.main.clicked.connect(lambda: self._with(acts.close if self._is_open else acts.open))
        self.show_results.clicked.connect(lambda: self._with(acts.turn_results))
        self.ask_again.clicked.connect(lambda: self._with(acts.again))
        self.reveal.clicked.connect(lambda: self._with(acts.turn_answers))
        self.change.clicked.connect(lambda: self._with(lambda poll: self.edit.emit(poll.id)))
        self.more.clicked.connect(self._open_menu)
        self.results.table.itemSelectionChanged.connect(self._offer_menu)
        for action, act in (
            (self._reopen, acts.open),
            (self._stage, acts.turn_stage),
            (self._hide, self._turn_hidden),
            (self._discard, acts.discard),
            (self._export, lambda poll: self.export.emit(poll.id)),
        ):
            action.triggered.connect(partial(self._with, act))
        self._table.triggered.connect(lambda: self.show_table(on=not self.results.is_table))
        for action in (self._table, self._hide, self._stage, self._reopen, self._export, self._discard):
            self._menu.addAction(action)

    @property
    def _is_open(self) -> bool:
        return self._poll is not None and self._poll.is_open

    def _with(self, act: object, *_checked: object) -> None:
        poll = self._acts.state.polls.get(self._poll.id) if self._poll is not None else None
        if poll is not None and callable(act):
            act(poll)

    def _turn_hidden(self, poll: Poll) -> None:
        line = self.results.table.chosen
        if line is not None:
            self._acts.turn_hidden(poll, line.key)

    def _open_menu(self) -> None:
        self._offer_menu()
        self._menu.popup(self.more.mapToGlobal(self.more.rect().bottomLeft()))

    def show_table(self, *, on: bool) -> None:
        """Show the results as a table, or as a chart.

        Args:
            on: the table.
        """
        self.results.show_table(on=on)
        self.retranslate()

    def show_poll(self, poll: Poll) -> None:
        """Show a poll as it is now.

        Args:
            poll: which.
        """
        if self._poll is None or self._poll.id != poll.id:
            self.results.show_table(on=False)
        self._poll = poll
        self.retranslate()

    def retranslate(self) -> None:
        """Say everything again."""
        self.more.say(self.tr("More"))
        poll = self._poll
        if poll is None:
            return
        self.question.setText(poll.draft.question)
        self._about.setText(self._about_words(poll))
        self._left.set_moment(poll.closes_at or None)
        self._left.setVisible(bool(poll.is_open and poll.closes_at))
        self._offer(poll)
        world = self._bridge.projected
        state = world.state(PollsState)
        self.results.setVisible(poll.round > 0)
        self._listed.setVisible(not poll.round)
        if poll.round:
            self.results.show_outcome(outcome(state, poll), len(learners(world)) if poll.is_open else 0)
        else:
            self._listed.setText(self._options_words(poll))
        names = missing(world, poll) if poll.is_open else ()
        self.missing.setVisible(bool(names))
        more = len(names) - _NAMES
        listed = ", ".join(names[:_NAMES]) + (f" +{more}" if more > 0 else "")
        self.missing.setText(self.tr("Not answered yet: %1").replace("%1", listed))
        self.missing.setToolTip(", ".join(names))

    def _about_words(self, poll: Poll) -> str:
        parts = [form_name(poll.draft.form), self.tr("anonymous") if poll.draft.anonymous else self.tr("named")]
        if poll.draft.is_quiz:
            parts.append(self.tr("quiz"))
        if poll.round > 1:
            parts.append(self.tr("round %1").replace("%1", str(poll.round)))
        if poll.round:
            parts.append(self.tr("open") if poll.is_open else self.tr("closed"))
        if poll.round and poll.draft.is_quiz and not poll.is_open:
            found = self._acts.state.tally(poll)
            text = self.tr("%1 of %2 right").replace("%1", str(found.right))
            parts.append(text.replace("%2", str(found.answered)))
        if poll.results:
            parts.append(self.tr("learners see the results"))
        if poll.answers:
            parts.append(self.tr("learners see the right answers"))
        return " · ".join(parts)

    @staticmethod
    def _options_words(poll: Poll) -> str:
        draft = poll.draft
        if draft.keys:
            right = draft.right_keys
            return "\n".join(f"{'✓' if key in right else '•'} {option_text(draft, key)}" for key in draft.keys)
        return "\n".join(f"✓ {option.text}" for option in draft.options)

    def _offer(self, poll: Poll) -> None:
        was_open = poll.round > 0
        closed = was_open and not poll.is_open
        self.main.setVisible(not closed)
        self.main.set_icon("square" if poll.is_open else "play")
        self.main.say(self.tr("Close") if poll.is_open else self.tr("Open"), self.tr("Ctrl+F8"))
        self.show_results.setVisible(was_open)
        self.show_results.set_kind(ButtonKind.PRIMARY if closed and not poll.results else ButtonKind.QUIET)
        self.show_results.set_icon("eye-off" if poll.results else "eye")
        self.show_results.say(
            self.tr("Hide the results") if poll.results else self.tr("Show the results"), self.tr("Ctrl+F9")
        )
        self.ask_again.setVisible(closed)
        self.ask_again.say(self.tr("Ask again"), self.tr("The same once more, to see who moves"))
        self.reveal.setVisible(closed and poll.draft.has_answers)
        self.reveal.say(self.tr("Hide the right answers") if poll.answers else self.tr("Show the right answers"))
        self.change.setVisible(not was_open)
        self.change.say(self.tr("Change…"))
        self._offer_menu()

    def _offer_menu(self) -> None:
        poll = self._poll
        if poll is None:
            return
        was_open = poll.round > 0
        chosen = self.results.table.chosen if self.results.is_table else None
        self._reopen.setVisible(was_open and not poll.is_open and not poll.answers)
        self._reopen.setText(self.tr("Open this round again"))
        self._stage.setVisible(was_open)
        on_stage = self._acts.state.stage == poll.id
        self._stage.setText(self.tr("Take off the stage") if on_stage else self.tr("Put on stage"))
        self._table.setVisible(was_open)
        self._table.setText(self.tr("Show as a chart") if self.results.is_table else self.tr("Show as a table"))
        self._hide.setVisible(was_open and poll.draft.form in WRITTEN)
        self._hide.setEnabled(chosen is not None)
        hidden = chosen is not None and chosen.hidden
        self._hide.setText(
            self.tr("Show the chosen answer to learners again") if hidden else self.tr("Hide the chosen answer")
        )
        self._export.setVisible(was_open)
        self._export.setText(self.tr("Export the results…"))
        self._discard.setVisible(not was_open)
        self._discard.setText(self.tr("Throw away"))
