"""The thanks of a past class: how many each person gave and got, each of them with its reason, and a table of both."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QHBoxLayout, QStackedLayout, QVBoxLayout, QWidget

from app.domain.session.decider import SessionState
from app.domain.thanks.state import ThanksState
from app.reports.sheets import csv_of
from app.reports.thanks import thanks_sheets
from ui.bridge.saving import save_as
from ui.bridge.tasks import TaskScope
from ui.review.past import Past
from ui.session.classes import two_lines_view
from ui.thanks.model import people_rows, thanks_rows
from ui.widgets.buttons import Button, ButtonKind
from ui.widgets.empty import EmptyState
from ui.widgets.segmented import Segment, Segmented
from ui.widgets.theme import tokens
from ui.widgets.toast import Toast
from ui.widgets.translated import Translated

if TYPE_CHECKING:
    from ui.shell.panels import Services

EACH, PEOPLE = "each", "people"


class PastThanks(Translated, QWidget):
    """Shows the thanks of the open class.

    Args:
        services: the `Past`, the `Toast` and a `TaskScope`.
    """

    def __init__(self, services: Services) -> None:
        super().__init__()
        self._past, self._toast = services.need(Past), services.need(Toast)
        scope = services.need(TaskScope)
        self.shown = PEOPLE
        self._what = Segmented("", self._lists())
        self.rows, self.view = two_lines_view("")
        self._empty = EmptyState("heart")
        self.export = Button(kind=ButtonKind.QUIET, icon_name="download")
        self._pages = QStackedLayout()
        self._pages.addWidget(self.view)
        self._pages.addWidget(self._empty)
        space = tokens().space
        head = QHBoxLayout()
        head.setContentsMargins(space.m, space.m, space.m, space.s)
        head.addWidget(self._what)
        head.addStretch(1)
        foot = QHBoxLayout()
        foot.setContentsMargins(space.m, space.s, space.m, space.m)
        foot.addWidget(self.export)
        foot.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(head)
        column.addLayout(self._pages, 1)
        column.addLayout(foot)
        self._what.chosen.connect(self.show_list)
        self._past.opened.connect(lambda _past: self.retranslate())
        self.export.clicked.connect(lambda: scope.spawn(self._save(), name="export thanks"))
        self.retranslate()

    def _lists(self) -> tuple[Segment, ...]:
        return Segment(PEOPLE, self.tr("By person")), Segment(EACH, self.tr("Newest"))

    def show_list(self, which: object) -> None:
        """List the thanks, or how many each person gave and got.

        Args:
            which: `EACH` or `PEOPLE`.
        """
        self.shown = str(which)
        self._show()

    def retranslate(self) -> None:
        """Say the words again."""
        self._what.say(self.tr("What is listed"), self._lists())
        self._what.choose(self.shown)
        self.view.setAccessibleName(self.tr("Thanks"))
        self._empty.say(
            self.tr("Nobody thanked anybody"),
            self.tr("What people thank one another for in a class is kept here."),
        )
        self.export.say(self.tr("Export…"), self.tr("Write the thanks to a table"))
        self._show()

    def _show(self) -> None:
        past = self._past.current
        some = past is not None and bool(past.world.state(ThanksState).thanks)
        if past is None or not some:
            self.rows.show_rows(())
        else:
            ended = past.envelopes[-1].at if past.envelopes else 0
            self.rows.show_rows(people_rows(past.world) if self.shown == PEOPLE else thanks_rows(past.world, ended))
        self._pages.setCurrentIndex(0 if some else 1)
        self.export.setEnabled(some)

    async def _save(self) -> None:
        past = self._past.current
        if past is None:
            return
        name = f"{self.tr('thanks')}.csv"
        language = past.world.state(SessionState).language
        await save_as(
            self.window(),
            self._toast,
            self.tr("Export the thanks"),
            name=name,
            patterns="CSV (*.csv)",
            make=lambda _path: csv_of(thanks_sheets(past.world), language),
            done=self.tr("The thanks were exported"),
        )
