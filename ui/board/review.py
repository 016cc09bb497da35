"""The board of a past class: what stood on it, to open again, and to take away as a table or as Markdown."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QHBoxLayout, QStackedLayout, QVBoxLayout, QWidget

from app.domain.session.decider import SessionState
from app.reports.board import board_markdown, board_sheet
from app.reports.sheets import csv_of
from ui.board.delegate import BoardDelegate
from ui.board.model import BoardRow, Order, board_rows
from ui.bridge.saving import save_as
from ui.bridge.tasks import TaskScope
from ui.review.past import Past
from ui.widgets.buttons import Button, ButtonKind
from ui.widgets.empty import EmptyState
from ui.widgets.labels import Label, Words
from ui.widgets.layout import separator
from ui.widgets.rows import RowsModel, RowsView
from ui.widgets.theme import tokens
from ui.widgets.toast import Toast
from ui.widgets.translated import Translated

if TYPE_CHECKING:
    from PySide6.QtCore import QModelIndex

    from ui.shell.panels import Services


class PastBoard(Translated, QWidget):
    """Shows the board of the open class.

    Args:
        services: the `Past`, the `Toast` and a `TaskScope`.
    """

    def __init__(self, services: Services) -> None:
        super().__init__()
        self._past, self._toast = services.need(Past), services.need(Toast)
        scope = services.need(TaskScope)
        self._title = Label(words=Words.HEADING)
        self.export = Button(kind=ButtonKind.QUIET, icon_name="download")
        self.rows: RowsModel[BoardRow] = RowsModel(
            lambda row: row.item, lambda row: f"{row.title} {row.host}. {row.note}", self
        )
        self.view = RowsView()
        self.view.setItemDelegate(BoardDelegate(self._ended, self.view))
        self.view.show_model(self.rows)
        self._empty = EmptyState("bookmark")
        self._pages = QStackedLayout()
        space = tokens().space
        head = QHBoxLayout()
        head.setContentsMargins(space.xl, space.m, space.xl, space.m)
        head.addWidget(self._title, 1)
        head.addWidget(self.export)
        page = QWidget()
        inner = QVBoxLayout(page)
        inner.setContentsMargins(0, 0, 0, 0)
        inner.setSpacing(0)
        inner.addLayout(head)
        inner.addWidget(separator())
        inner.addWidget(self.view, 1)
        self._pages.addWidget(self._empty)
        self._pages.addWidget(page)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addLayout(self._pages)
        self._past.opened.connect(lambda _past: self.retranslate())
        self.view.doubleClicked.connect(self._open)
        self.export.clicked.connect(lambda: scope.spawn(self._save(), name="export the board"))
        self.retranslate()

    def retranslate(self) -> None:
        """Say the words again."""
        self._title.setText(self.tr("Resources board"))
        self.view.setAccessibleName(self.tr("Resources board"))
        self.export.say(self.tr("Export…"), self.tr("Write the board as a table (CSV) or a text (Markdown)"))
        past = self._past.current
        rows = board_rows(past.world, "", Order.NEWEST) if past is not None else ()
        self.rows.show_rows(tuple(row for row in rows if row.shown))
        self._empty.say(
            self.tr("Nothing was on the board") if past is not None else self.tr("Choose a class at the left"),
            "" if past is not None else self.tr("Each class is kept on this computer, to reread and to hand on."),
        )
        self._pages.setCurrentIndex(1 if self.rows.rowCount() else 0)

    def _ended(self) -> int:
        past = self._past.current
        return past.envelopes[-1].at if past is not None and past.envelopes else 0

    def _open(self, index: QModelIndex) -> None:
        row = self.rows.row_at(index)
        if row is not None and row.link:
            QDesktopServices.openUrl(QUrl(row.link))

    async def _save(self) -> None:
        past = self._past.current
        if past is None:
            return
        world, language = past.world, past.world.state(SessionState).language
        await save_as(
            self.window(),
            self._toast,
            self.tr("Export the board"),
            name=f"{self.tr('board')}.csv",
            patterns="CSV (*.csv);;Markdown (*.md)",
            make=lambda path: (
                board_markdown(world).encode()
                if path.suffix.lower() == ".md"
                else csv_of((board_sheet(world),), language)
            ),
            done=self.tr("The board was exported"),
        )
