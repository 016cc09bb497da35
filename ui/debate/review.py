"""The debates of a past class: the shift, the arguments that moved people, the statements, and who spoke."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from app.domain.debate.state import DebateState
from app.domain.session.decider import SessionState
from app.reports.debate import debate_sheets, speakers
from app.reports.sheets import file_of
from ui.bridge.names import member_name
from ui.bridge.saving import save_as
from ui.debate.flow import Shift, flow_lines
from ui.debate.model import argument_rows, flow_chart, statement_rows
from ui.debate.words import arguments_words, spoken_words, weight_words
from ui.widgets.buttons import Button, ButtonKind
from ui.widgets.empty import EmptyState
from ui.widgets.labels import Label, Tone, Words
from ui.widgets.layout import Card, scrolled, separator
from ui.widgets.theme import tokens
from ui.widgets.translated import Translated

if TYPE_CHECKING:
    from app.domain.debate.state import Debate
    from app.domain.kernel.world import World
    from ui.bridge.tasks import TaskScope
    from ui.review.past import Past
    from ui.widgets.toast import Toast

_BEST = 5
"""How many arguments of each debate are quoted; the export holds all."""


class PastDebatesPanel(Translated, QWidget):
    """Shows the debates of the open class.

    Args:
        past: the open class.
        scope: runs what waits.
        toast: tells what was done.
    """

    def __init__(self, past: Past, scope: TaskScope, toast: Toast) -> None:
        super().__init__()
        self._past, self._toast = past, toast
        self._title = Label(words=Words.HEADING)
        self._export = Button(kind=ButtonKind.QUIET, icon_name="download")
        self._export.clicked.connect(lambda: scope.spawn(self._save(), name="export debates"))
        self._none = EmptyState("messages-square")
        self.shifts: list[Shift] = []
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
        """Show the open class's debates, in today's words."""
        self._title.setText(self.tr("Debates and the floor"))
        self._export.say(self.tr("Export…"), self.tr("Write positions, shifts, arguments and turns to a table"))
        past = self._past.current
        held = [each for each in past.world.state(DebateState).debates.values() if each.opened] if past else []
        spoke = speakers(past.world) if past else ()
        self._none.say(
            self.tr("No debate was held") if past else self.tr("Choose a class at the left"),
            "" if past else self.tr("Each class is kept on this computer, to reread and to hand on."),
        )
        self._pages.setCurrentIndex(1 if held or spoke else 0)
        self._clear()
        if past is None:
            return
        for debate in sorted(held, key=lambda debate: debate.opened_at):
            self._column.addWidget(self._card(past.world, debate))
        if spoke:
            self._column.addWidget(self._floor(past.world))
        self._column.addStretch(1)

    def _clear(self) -> None:
        self.shifts = []
        while (item := self._column.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None:
                widget.hide()
                widget.deleteLater()

    def _card(self, world: World, debate: Debate) -> QWidget:
        card = Card()
        chart = flow_chart(world, debate)
        card.column.addWidget(Label(debate.draft.motion, words=Words.TITLE, wrap=True))
        rows = argument_rows(world, debate)
        as_table = Button(kind=ButtonKind.LINK)
        line = QHBoxLayout()
        line.addWidget(Label(arguments_words(len(rows)), words=Words.CAPTION, tone=Tone.MUTED), 1)
        line.addWidget(as_table, 0, Qt.AlignmentFlag.AlignTop)
        card.column.addLayout(line)
        shift = Shift()
        shift.show_chart(chart)
        self.shifts.append(shift)
        as_table.clicked.connect(partial(self._turn, shift, as_table))
        as_table.say(self.tr("Show as a table"))
        card.column.addWidget(shift)
        for text in flow_lines(chart)[len(chart.names) :]:
            card.column.addWidget(Label(text, tone=Tone.MUTED, wrap=True))
        best = [row for row in rows if not row.is_reply and not row.is_waiting and row.text][:_BEST]
        if best:
            card.column.addWidget(Label(self.tr("The most convincing arguments"), words=Words.STRONG))
        for row in best:
            about = " · ".join(
                part for part in (row.position, row.author, weight_words(row.convinced, row.swayed)) if part
            )
            card.column.addWidget(Label(row.text, wrap=True))
            card.column.addWidget(Label(about, words=Words.CAPTION, tone=Tone.MUTED, wrap=True))
        put = [row for row in statement_rows(world, debate) if row.is_put]
        if put:
            card.column.addWidget(Label(self.tr("Statements"), words=Words.STRONG))
        for statement in put:
            counts = self.tr("%1 agree · %2 disagree · %3 pass")
            found = statement.verdicts
            for mark, count in (("%1", found.agree), ("%2", found.disagree), ("%3", found.passed)):
                counts = counts.replace(mark, str(count))
            card.column.addWidget(Label(statement.text, wrap=True))
            card.column.addWidget(Label(counts, words=Words.CAPTION, tone=Tone.MUTED))
        return card

    def _floor(self, world: World) -> QWidget:
        card = Card()
        card.column.addWidget(Label(self.tr("Who had the floor"), words=Words.TITLE))
        for member, spoken in speakers(world):
            text = f"{member_name(world, member)}: {spoken_words(spoken)}"
            card.column.addWidget(Label(text, wrap=True))
        return card

    def _turn(self, shift: Shift, button: Button) -> None:
        shift.show_table(on=not shift.is_table)
        button.say(self.tr("Show as a chart") if shift.is_table else self.tr("Show as a table"))

    async def _save(self) -> None:
        past = self._past.current
        if past is None:
            return
        language = past.world.state(SessionState).language
        name = f"{self.tr('debates')}.xlsx"
        patterns = "Excel (*.xlsx);;CSV (*.csv)"
        await save_as(
            self.window(),
            self._toast,
            self.tr("Export the debates"),
            name=name,
            patterns=patterns,
            make=lambda path: file_of(debate_sheets(past.world), language, path.name),
            done=self.tr("The debates were exported"),
        )
