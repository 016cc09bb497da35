"""Who led what in a past class, what became of the topics that learners proposed, and the tables to take away."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, assert_never

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtWidgets import QHBoxLayout, QListView, QStackedWidget, QVBoxLayout, QWidget

from app.domain.leads.events import End
from app.domain.session.decider import SessionState
from app.domain.topics.events import Fate
from app.reports.leads import lead_lines, lead_sheets, proposal_lines
from app.reports.sheets import csv_of
from ui.bridge.saving import save_as
from ui.topics.proposals import votes_text
from ui.widgets.buttons import Button, ButtonKind
from ui.widgets.empty import EmptyState
from ui.widgets.labels import Label, Words
from ui.widgets.layout import separator
from ui.widgets.rows import RowsModel, RowsView
from ui.widgets.theme import tokens
from ui.widgets.time_label import hour_text
from ui.widgets.translated import Translated

if TYPE_CHECKING:
    from app.domain.kernel.world import World
    from ui.bridge.tasks import TaskScope
    from ui.review.past import Past
    from ui.widgets.toast import Toast


@dataclass(frozen=True)
class Line:
    """A line of one of the two lists.

    Attributes:
        key: what it is known by.
        text: what it says.
    """

    key: str
    text: str


def lead_rows(world: World) -> tuple[Line, ...]:
    """Say who led what, from when to when, and why it ended.

    Args:
        world: the class.
    """
    rows = []
    for n, line in enumerate(lead_lines(world)):
        times = hour_text(line.since) + (f" – {hour_text(line.ended_at)}" if line.ended_at else "")
        parts = [line.name, line.where, times]
        if line.why is not None:
            parts.append(end_text(line.why))
        rows.append(Line(f"{n}:{line.place}", " · ".join(parts)))
    return tuple(rows)


def proposal_rows(world: World) -> tuple[Line, ...]:
    """Say what was proposed, how many wanted it, and what became of it.

    Args:
        world: the class.
    """
    rows = []
    for line in proposal_lines(world):
        title = line.title or QCoreApplication.translate("Leads", "(not shown)")
        parts = [title, line.name, votes_text(line.votes), fate_text(line.fate)]
        if line.reason and line.fate is Fate.DECLINED:
            parts.append(line.reason)
        rows.append(Line(line.proposal, " · ".join(parts)))
    return tuple(rows)


def end_text(why: End) -> str:
    """Say why a lead ended.

    Args:
        why: the reason.
    """
    match why:
        case End.TIME:
            text = QCoreApplication.translate("Leads", "time was up")
        case End.RETURNED:
            text = QCoreApplication.translate("Leads", "handed back")
        case End.REVOKED:
            text = QCoreApplication.translate("Leads", "taken back")
        case End.PASSED_ON:
            text = QCoreApplication.translate("Leads", "passed on to another")
        case End.CLOSED:
            text = QCoreApplication.translate("Leads", "it was closed")
        case End.GONE:
            text = QCoreApplication.translate("Leads", "they left")
        case End.OVER:
            text = QCoreApplication.translate("Leads", "the class ended")
        case _:
            assert_never(why)
    return text


def fate_text(fate: Fate) -> str:
    """Say what became of a proposal.

    Args:
        fate: of it.
    """
    match fate:
        case Fate.WAITING:
            return QCoreApplication.translate("Leads", "still waiting")
        case Fate.OPENED:
            return QCoreApplication.translate("Leads", "became a topic")
        case Fate.DECLINED:
            return QCoreApplication.translate("Leads", "declined")
        case Fate.MERGED:
            return QCoreApplication.translate("Leads", "merged")
        case _:
            assert_never(fate)


class PastLeadsPanel(Translated, QWidget):
    """Shows who led, and what was proposed, in the open class.

    Args:
        past: the open class.
        scope: runs what waits.
        toast: tells what was done.
    """

    def __init__(self, past: Past, scope: TaskScope, toast: Toast) -> None:
        super().__init__()
        self._past, self._toast = past, toast
        self._export = Button(kind=ButtonKind.QUIET, icon_name="download")
        self._export.clicked.connect(lambda: scope.spawn(self._save(), name="export leads"))
        self._none = EmptyState("star")
        self._led, self._proposed = Label(words=Words.HEADING), Label(words=Words.HEADING)
        self.leads: RowsModel[Line] = RowsModel(lambda row: row.key, lambda row: row.text, self)
        self.proposals: RowsModel[Line] = RowsModel(lambda row: row.key, lambda row: row.text, self)
        self._views = [RowsView(), RowsView()]
        for view, model in zip(self._views, (self.leads, self.proposals), strict=True):
            view.setWordWrap(True)
            view.setSelectionMode(QListView.SelectionMode.NoSelection)
            view.setFocusPolicy(Qt.FocusPolicy.TabFocus)
            view.show_model(model)
        self._pages = QStackedWidget()
        self._lay_out()
        past.opened.connect(self.retranslate)
        self.retranslate()

    def _lay_out(self) -> None:
        space = tokens().space
        head = QHBoxLayout()
        head.setContentsMargins(space.xl, space.m, space.xl, space.m)
        head.addWidget(self._led, 1)
        head.addWidget(self._export)
        page = QWidget()
        column = QVBoxLayout(page)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(head)
        column.addWidget(separator())
        inside = QVBoxLayout()
        inside.setContentsMargins(space.xl, space.m, space.xl, space.m)
        inside.setSpacing(space.m)
        inside.addWidget(self._views[0], 1)
        inside.addWidget(self._proposed)
        inside.addWidget(self._views[1], 1)
        column.addLayout(inside, 1)
        self._pages.addWidget(self._none)
        self._pages.addWidget(page)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(self._pages)

    def retranslate(self) -> None:
        """Show the open class's leads and proposals, in today's words."""
        self._export.say(self.tr("Export…"), self.tr("Write who led and what was proposed to a table"))
        past = self._past.current
        leads = lead_rows(past.world) if past else ()
        proposals = proposal_rows(past.world) if past else ()
        self._led.setText(self.tr("Leads (%1)").replace("%1", str(len(leads))))
        self._proposed.setText(self.tr("Proposed topics (%1)").replace("%1", str(len(proposals))))
        self.leads.show_rows(leads)
        self.proposals.show_rows(proposals)
        for view, name in zip(self._views, (self._led.text(), self._proposed.text()), strict=True):
            view.setAccessibleName(name)
        self._none.say(
            self.tr("Nobody led, and nothing was proposed") if past else self.tr("Choose a class at the left"),
            "" if past else self.tr("Each class is kept on this computer, to reread and to hand on."),
        )
        self._pages.setCurrentIndex(1 if leads or proposals else 0)

    async def _save(self) -> None:
        past = self._past.current
        if past is None:
            return
        language = past.world.state(SessionState).language
        name = f"{self.tr('leads')}.csv"
        await save_as(
            self.window(),
            self._toast,
            self.tr("Export leads and proposals"),
            name=name,
            patterns="CSV (*.csv)",
            make=lambda _path: csv_of(lead_sheets(past.world), language),
            done=self.tr("The tables were exported"),
        )
