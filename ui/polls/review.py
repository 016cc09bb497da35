"""The polls of a past class: every round's results, who moved, the right answers, and the tables to take away."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from app.domain.polls.draft import Form
from app.domain.polls.state import PollsState
from app.domain.polls.tally import moves
from app.domain.session.decider import SessionState
from app.reports.polls import poll_sheets
from app.reports.sheets import file_of
from ui.bridge.saving import save_as
from ui.polls.chart import Results
from ui.polls.model import option_text, outcome
from ui.polls.words import form_name, went_words
from ui.widgets.buttons import Button, ButtonKind
from ui.widgets.empty import EmptyState
from ui.widgets.labels import Label, Tone, Words
from ui.widgets.layout import Card, scrolled, separator
from ui.widgets.theme import tokens
from ui.widgets.translated import Translated

if TYPE_CHECKING:
    from app.domain.polls.state import Poll
    from ui.bridge.tasks import TaskScope
    from ui.review.past import Past
    from ui.widgets.toast import Toast

_SINGLE = frozenset({Form.CHOICE, Form.SCALE})
_MOVES_SHOWN = 6


class PastPollsPanel(Translated, QWidget):
    """Shows the polls of the open class.

    Args:
        past: the open class.
        scope: runs what waits.
        toast: tells what was done.
    """

    def __init__(self, past: Past, scope: TaskScope, toast: Toast) -> None:
        super().__init__()
        self._past, self._scope, self._toast = past, scope, toast
        self._title = Label(words=Words.HEADING)
        self._export = Button(kind=ButtonKind.QUIET, icon_name="download")
        self._export.clicked.connect(lambda: scope.spawn(self._save(), name="export polls"))
        self._none = EmptyState("vote")
        self.results: list[Results] = []
        self._inside = QWidget()
        self._column = QVBoxLayout(self._inside)
        space = tokens().space
        self._column.setContentsMargins(space.xl, space.m, space.xl, space.m)
        self._column.setSpacing(space.m)
        head = QHBoxLayout()
        head.setContentsMargins(space.xl, space.m, space.xl, space.m)
        head.addWidget(self._title, 1)
        head.addWidget(self._export)
        page = QWidget()
        column = QVBoxLayout(page)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(head)
        column.addWidget(separator())
        column.addWidget(scrolled(self._inside), 1)
        self._pages = QStackedWidget()
        self._pages.addWidget(self._none)
        self._pages.addWidget(page)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(self._pages)
        past.opened.connect(self.retranslate)
        self.retranslate()

    def retranslate(self) -> None:
        """Show the open class's polls, in today's words."""
        self._title.setText(self.tr("Polls and quizzes"))
        self._export.say(self.tr("Export…"), self.tr("Write every poll’s results to a table"))
        past = self._past.current
        asked = [poll for poll in past.world.state(PollsState).polls.values() if poll.round] if past else []
        self._none.say(
            self.tr("No poll was asked") if past else self.tr("Choose a class at the left"),
            "" if past else self.tr("Each class is kept on this computer, to reread and to hand on."),
        )
        self._pages.setCurrentIndex(1 if asked else 0)
        self._clear()
        if past is None:
            return
        state = past.world.state(PollsState)
        for poll in sorted(asked, key=lambda poll: poll.opened):
            self._column.addWidget(self._card(state, poll))
        self._column.addStretch(1)

    def _clear(self) -> None:
        self.results = []
        while (item := self._column.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None:
                widget.hide()
                widget.deleteLater()

    def _card(self, state: PollsState, poll: Poll) -> QWidget:
        card = Card()
        card.column.addWidget(Label(poll.draft.question, words=Words.TITLE, wrap=True))
        parts = [form_name(poll.draft.form), self.tr("anonymous") if poll.draft.anonymous else self.tr("named")]
        if poll.draft.is_quiz:
            parts.append(self.tr("quiz"))
        if poll.round > 1:
            parts.append(self.tr("%n round(s)", "of a poll", poll.round))
        about = Label(" · ".join(parts), words=Words.CAPTION, tone=Tone.MUTED, wrap=True)
        as_table = Button(kind=ButtonKind.LINK)
        row = QHBoxLayout()
        row.addWidget(about, 1)
        row.addWidget(as_table, 0, Qt.AlignmentFlag.AlignTop)
        card.column.addLayout(row)
        results = Results()
        results.show_outcome(outcome(state, poll))
        self.results.append(results)
        as_table.clicked.connect(partial(self._turn, results, as_table))
        as_table.say(self.tr("Show as a table"))
        card.column.addWidget(results)
        for line in self._notes(state, poll):
            card.column.addWidget(Label(line, tone=Tone.MUTED, wrap=True))
        return card

    def _turn(self, results: Results, button: Button) -> None:
        results.show_table(on=not results.is_table)
        results.setMinimumHeight(220 if results.is_table else 0)
        button.say(self.tr("Show as a chart") if results.is_table else self.tr("Show as a table"))

    def _notes(self, state: PollsState, poll: Poll) -> list[str]:
        notes = []
        if poll.round > 1 and poll.draft.form in _SINGLE:
            found = moves(state.answers(poll.id, poll.round - 1), state.answers(poll.id, poll.round))
            for (old, new), count in found.most_common(_MOVES_SHOWN):
                notes.append(went_words(count, option_text(poll.draft, old), option_text(poll.draft, new)))
        if poll.draft.options and not poll.draft.keys:
            right = " ; ".join(option.text for option in poll.draft.options)
            notes.append(self.tr("Right: %1").replace("%1", right))
        if poll.draft.explanation:
            notes.append(poll.draft.explanation)
        return notes

    async def _save(self) -> None:
        past = self._past.current
        if past is None:
            return
        language = past.world.state(SessionState).language
        name = f"{self.tr('polls')}.xlsx"
        patterns = "Excel (*.xlsx);;CSV (*.csv)"
        await save_as(
            self.window(),
            self._toast,
            self.tr("Export the results"),
            name=name,
            patterns=patterns,
            make=lambda path: file_of(poll_sheets(past.world), language, path.name),
            done=self.tr("The results were exported"),
        )
