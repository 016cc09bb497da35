"""The help of a past class: who called, how soon staff came, how it ended, and the tables to take away."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QHBoxLayout, QStackedLayout, QVBoxLayout, QWidget

from app.domain.session.decider import SessionState
from app.domain.support.events import Problem
from app.domain.support.state import Ending
from app.reports.sheets import csv_of
from app.reports.support import HelpLine, help_figures, help_lines, help_sheets
from ui.bridge.saving import save_as
from ui.bridge.tasks import TaskScope
from ui.review.past import Past
from ui.session.classes import TwoLines, two_lines_view
from ui.support.words import ending_text, kind_text
from ui.widgets.buttons import Button, ButtonKind
from ui.widgets.empty import EmptyState
from ui.widgets.labels import Label, Tone, Words
from ui.widgets.theme import tokens
from ui.widgets.time_label import clock_text, hour_text
from ui.widgets.toast import Toast
from ui.widgets.translated import Translated

if TYPE_CHECKING:
    from ui.shell.panels import Services


class HelpInReview(Translated, QWidget):
    """The calls for help of a past class.

    Args:
        services: the `Past`, the `Toast` and a `TaskScope`.
    """

    def __init__(self, services: Services) -> None:
        super().__init__()
        self._past, self._toast = services.need(Past), services.need(Toast)
        self._scope = services.need(TaskScope)
        self._figures = Label(tone=Tone.MUTED, wrap=True, words=Words.CAPTION)
        self.rows, self.view = two_lines_view("")
        self._empty = EmptyState("life-buoy")
        self.export = Button(kind=ButtonKind.QUIET, icon_name="download")
        self._pages = QStackedLayout()
        self._pages.addWidget(self.view)
        self._pages.addWidget(self._empty)
        space = tokens().space
        head, foot = QHBoxLayout(), QHBoxLayout()
        head.setContentsMargins(space.m, space.m, space.m, space.s)
        head.addWidget(self._figures)
        foot.setContentsMargins(space.m, space.s, space.m, space.m)
        foot.addWidget(self.export)
        foot.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(head)
        column.addLayout(self._pages, 1)
        column.addLayout(foot)
        self._past.opened.connect(lambda _past: self.retranslate())
        self.export.clicked.connect(lambda: self._scope.spawn(self._save(), name="export help"))
        self.retranslate()

    @property
    def figures(self) -> str:
        """What it says above the list."""
        return self._figures.text()

    def retranslate(self) -> None:
        """Say the words again."""
        past = self._past.current
        lines = help_lines(past.world) if past is not None else ()
        self.rows.show_rows([self._two_lines(line) for line in lines])
        self._pages.setCurrentIndex(0 if lines else 1)
        self._empty.say(
            self.tr("Nobody called for help"),
            self.tr("Each call stands here with how long it waited for somebody, how it ended, and who helped."),
        )
        self._figures.setText(self._say_figures(lines))
        self._figures.setVisible(bool(lines))
        self.view.setAccessibleName(self.tr("Calls for help"))
        self.export.say(self.tr("Export…"), self.tr("Write calls, private texts and notes to a table"))
        self.export.setEnabled(past is not None and bool(help_sheets(past.world)))

    def _say_figures(self, lines: tuple[HelpLine, ...]) -> str:
        found = help_figures(lines)
        parts = [
            self.tr("%n call(s) for help", "in a class", found.calls),
            self.tr("%n answered", "calls for help", found.responded),
        ]
        if found.median_response is not None and found.longest_response is not None:
            text = self.tr("first reaction after %1 (median), %2 at most")
            text = text.replace("%1", clock_text(found.median_response // 1_000))
            parts.append(text.replace("%2", clock_text(found.longest_response // 1_000)))
        if found.unanswered:
            parts.append(self.tr("%n without an answer", "calls for help", found.unanswered))
        return " · ".join(parts)

    def _two_lines(self, line: HelpLine) -> TwoLines:
        kind = kind_text(Problem(line.kind) if line.kind in set(Problem) else None)
        ending = ending_text(Ending(line.ending) if line.ending in set(Ending) else None)
        parts = [hour_text(line.opened_at)]
        if line.responded_after is None:
            parts.append(self.tr("nobody came"))
        else:
            parts.append(self.tr("after %1").replace("%1", clock_text(line.responded_after // 1_000)))
        parts.append(ending)
        if line.by:
            parts.append(line.by)
        return TwoLines(line.call, f"{line.who} · {kind}", " · ".join(parts), strong=line.responded_after is None)

    async def _save(self) -> None:
        past = self._past.current
        if past is None:
            return
        name = f"{self.tr('help')}.csv"
        language = past.world.state(SessionState).language
        await save_as(
            self.window(),
            self._toast,
            self.tr("Export the help given"),
            name=name,
            patterns="CSV (*.csv)",
            make=lambda _path: csv_of(help_sheets(past.world), language),
            done=self.tr("The help given was exported"),
        )
