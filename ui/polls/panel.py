"""The polls of a class: what is ready, what is open, and what came of it."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, Qt, QTimer
from PySide6.QtWidgets import QHBoxLayout, QStackedLayout, QWidget

from app.domain.kernel.refusal import Refusal
from app.domain.polls.state import PollsState
from app.domain.session.decider import SessionState
from app.reports.polls import poll_sheets
from app.reports.sheets import file_of
from ui.bridge.refusals import refusal_text
from ui.bridge.saving import save_as
from ui.bridge.session import Changed, SessionBridge
from ui.bridge.tasks import TaskScope
from ui.polls.acts import PollActs
from ui.polls.attention import poll_items
from ui.polls.delegate import PollDelegate, row_state
from ui.polls.detail import PollDetail
from ui.polls.form import PollForm
from ui.polls.model import PollRow, poll_rows
from ui.polls.review import PastPollsPanel
from ui.polls.stage import PollStrip
from ui.polls.words import WORDS, field_words
from ui.review.past import Past
from ui.shell.actions import Action, Actions
from ui.shell.attention import Attention
from ui.shell.panels import Mode, Panel, Place, Services
from ui.shell.window import MainWindow
from ui.widgets.buttons import Button, ButtonKind, IconButton
from ui.widgets.empty import EmptyState
from ui.widgets.layout import Ground, SectionHeader, panes
from ui.widgets.rows import RowsModel, RowsView
from ui.widgets.theme import tokens
from ui.widgets.toast import Toast
from ui.widgets.translated import Translated

if TYPE_CHECKING:
    from collections.abc import Callable

    from app.domain.polls.draft import Draft
    from app.domain.polls.state import Poll
    from ui.shell.attention import AttentionItem

NAME = "polls"
READS = (NAME, "roster", "session")
"""The capabilities whose changes this panel paints."""

NEW_KEYS, TURN_KEYS, RESULTS_KEYS = "Ctrl+F7", "Ctrl+F8", "Ctrl+F9"
_LIST, _DETAIL = 236, 424
_TICK_MS = 15_000


class PollsPanel(Translated, QWidget):
    """Polls of one session.

    Args:
        services: `SessionBridge`, `Actions`, `Attention`, `Toast`, `TaskScope` and the `MainWindow`.
        parent: the owner.
    """

    def __init__(self, services: Services, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._bridge = services.need(SessionBridge)
        self._toast, self._window = services.need(Toast), services.need(MainWindow)
        self._scope, self._attention = services.need(TaskScope), services.need(Attention)
        self.acts = PollActs(self._bridge, self._toast, self)
        self.rows: RowsModel[PollRow] = RowsModel(lambda row: row.poll, _row_words, self)
        self.view = RowsView()
        self.view.setItemDelegate(PollDelegate(self.view))
        self.view.show_model(self.rows)
        self.detail = PollDetail(self._bridge, self.acts)
        self.form = PollForm()
        self._header = SectionHeader()
        self._new = IconButton("plus")
        self._first = Button(kind=ButtonKind.PRIMARY, icon_name="plus")
        self._empty = EmptyState("vote", action=self._first)
        self._pages = QStackedLayout()
        self._changing = ""
        self._wanted = ""
        self._staged = ""
        self._lay_out()
        self._connect()
        services.need(Actions).add(*self._actions(), owner=self)
        self._attention.contribute(NAME, self._attention_items, owner=self)
        self._timer = QTimer(self)
        self._timer.setInterval(_TICK_MS)
        self._timer.timeout.connect(lambda: self._attention.refresh(NAME))
        self._timer.start()
        self.retranslate()

    def _lay_out(self) -> None:
        space = tokens().space
        side = Ground("surface")
        head = QHBoxLayout()
        head.setContentsMargins(space.l, space.s, space.s, space.xs)
        head.addWidget(self._header, 1)
        head.addWidget(self._new)
        side.column.addLayout(head)
        side.column.addWidget(self.view, 1)
        side.setMinimumWidth(180)
        self._side = side
        right = Ground("surface")
        for page in (self._empty, self.detail, self.form):
            self._pages.addWidget(page)
        right.column.addLayout(self._pages, 1)
        right.setMinimumWidth(300)
        outer = QHBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(panes(side, right, sizes=(_LIST, _DETAIL)))
        self.setFocusProxy(self.view)

    def _connect(self) -> None:
        self._bridge.stateChanged.connect(self._changed)
        self.view.selectionModel().currentChanged.connect(lambda *_indexes: self._show_chosen())
        for button in (self._new, self._first):
            button.clicked.connect(self.begin_new)
        self.form.given.connect(self._given)
        self.form.given_up.connect(self._end_form)
        self.acts.made.connect(self._made)
        self.detail.edit.connect(self._begin_change)
        self.detail.export.connect(lambda poll: self._scope.spawn(self._export(str(poll)), name="export a poll"))

    def _actions(self) -> tuple[Action, ...]:
        acts = self.acts

        def group() -> str:
            return QCoreApplication.translate("Actions", "Polls")

        def on_current(do: Callable[[Poll], object]) -> Callable[[], object]:
            return lambda: do(acts.current) if acts.current is not None else None

        made = [
            Action(
                f"{NAME}.new",
                lambda: QCoreApplication.translate("Actions", "Make a poll"),
                self.begin_new,
                shortcut=NEW_KEYS,
                icon_name="plus",
            ),
            Action(
                f"{NAME}.turn",
                lambda: QCoreApplication.translate("Actions", "Close the poll, or open the next one"),
                acts.turn,
                shortcut=TURN_KEYS,
                icon_name="vote",
                enabled=lambda: acts.next is not None or (acts.current is not None and acts.current.is_open),
            ),
            Action(
                f"{NAME}.results",
                lambda: QCoreApplication.translate("Actions", "Show or hide the poll’s results"),
                on_current(acts.turn_results),
                shortcut=RESULTS_KEYS,
                icon_name="eye",
                enabled=lambda: acts.current is not None,
            ),
            Action(
                f"{NAME}.again",
                lambda: QCoreApplication.translate("Actions", "Ask the poll again"),
                on_current(acts.again),
                icon_name="refresh-cw",
                enabled=lambda: acts.current is not None and not acts.current.is_open,
            ),
            Action(
                f"{NAME}.reveal",
                lambda: QCoreApplication.translate("Actions", "Show or hide the poll’s right answers"),
                on_current(acts.turn_answers),
                icon_name="circle-check",
                enabled=lambda: (
                    acts.current is not None and not acts.current.is_open and acts.current.draft.has_answers
                ),
            ),
            Action(
                f"{NAME}.go",
                lambda: QCoreApplication.translate("Actions", "Go to the polls"),
                lambda: self.come(acts.current.id if acts.current is not None else ""),
                icon_name="vote",
            ),
        ]
        live = frozenset({Mode.LIVE})
        return tuple(replace(action, group=group, modes=live) for action in made)

    def retranslate(self) -> None:
        """Say the words again."""
        self.view.setAccessibleName(self.tr("Polls"))
        self._new.say(self.tr("Make a poll"))
        self._new.tell_keys(NEW_KEYS)
        self._first.say(self.tr("Make a poll"), NEW_KEYS)
        self._empty.say(
            self.tr("No poll yet"),
            self.tr("Ask what the class thinks: a choice, a scale, a few words. Polls of your plan stand here too."),
        )
        self.rows.repeat()
        self._show()

    # --- showing ---------------------------------------------------------------------------------------------------

    @property
    def chosen(self) -> PollRow | None:
        """The poll that is shown."""
        return self.rows.row_at(self.view.currentIndex())

    def come(self, poll: str = "") -> None:
        """Come to the front.

        Args:
            poll: the poll to choose; empty leaves it as it is.
        """
        page = self._window.page(Mode.LIVE)
        self._window.show_mode(Mode.LIVE)
        if page is not None:
            page.show_panel(NAME)
        index = self.rows.index_of(poll)
        if index.isValid():
            self._end_form()
            self.view.setCurrentIndex(index)
        self.view.setFocus(Qt.FocusReason.OtherFocusReason)

    def _changed(self, changed: object) -> None:
        if isinstance(changed, Changed) and (changed.touches(*READS) or changed.pending):
            self._show()
            self._attention.refresh(NAME)

    def _attention_items(self) -> tuple[AttentionItem, ...]:
        return poll_items(self._bridge.projected, self._bridge.now(), self.acts, self.come)

    def _show(self) -> None:
        rows = poll_rows(self._bridge.projected)
        place = self.view.currentIndex().row()
        self.rows.show_rows(rows)
        self._header.say(self.tr("Polls"), count=len(rows) or None)
        self._side.setVisible(bool(rows))
        stage = self.acts.state.stage
        if stage != self._staged:
            # What everybody looks at now is what one wants to watch.
            self._staged = stage
            self._wanted = self._wanted or stage
        wanted = self.rows.index_of(self._wanted)
        if wanted.isValid():
            self._wanted = ""
            self.view.setCurrentIndex(wanted)
        elif rows and self.chosen is None:
            self.view.setCurrentIndex(self.rows.index(min(max(place, 0), len(rows) - 1)))
        self._show_chosen()

    def _show_chosen(self) -> None:
        if self._pages.currentWidget() is self.form:
            return
        row = self.chosen
        poll = self._bridge.projected.state(PollsState).polls.get(row.poll) if row is not None else None
        if poll is None:
            self._pages.setCurrentWidget(self._empty)
            return
        self.detail.show_poll(poll)
        self._pages.setCurrentWidget(self.detail)

    # --- making ----------------------------------------------------------------------------------------------------

    def begin_new(self) -> None:
        """Ask what a new poll shall ask."""
        self.come()
        self._changing = ""
        self._pages.setCurrentWidget(self.form)
        self.form.begin()

    def _begin_change(self, poll: object) -> None:
        found = self.acts.state.polls.get(str(poll))
        if found is not None:
            self._changing = found.id
            self._pages.setCurrentWidget(self.form)
            self.form.begin(found.draft)

    def _given(self, draft: Draft, opens: bool) -> None:  # noqa: FBT001 (a slot)
        try:
            if self._changing:
                self.acts.change(self._changing, draft)
                found = self.acts.state.polls.get(self._changing)
                if opens and found is not None:
                    self.acts.open(found)
            else:
                self.acts.make(draft, opens=opens)
        except Refusal as refusal:
            self.form.set_error(_why(refusal))
            return
        self._end_form()

    def _made(self, poll: object) -> None:
        self._wanted = str(poll)
        self._bridge.flush()

    def _end_form(self) -> None:
        had_focus = any(each.hasFocus() for each in self.form.findChildren(QWidget))
        self._pages.setCurrentWidget(self._empty)
        self._show()
        if had_focus:
            self.view.setFocus(Qt.FocusReason.OtherFocusReason)

    async def _export(self, poll_id: str) -> None:
        poll = self.acts.state.polls.get(poll_id)
        if poll is None:
            return
        language = self._bridge.world.state(SessionState).language
        sheets = poll_sheets(self._bridge.world, (poll_id,))
        await save_as(
            self.window(),
            self._toast,
            self.tr("Export the results"),
            name=f"{self.tr('poll')}.xlsx",
            patterns="Excel (*.xlsx);;CSV (*.csv)",
            make=lambda path: file_of(sheets, language, path.name),
            done=self.tr("The results were exported"),
        )


def _why(refusal: Refusal) -> str:
    if refusal.code == "bad_poll":
        return field_words(str(refusal.params.get("field", "")))
    return refusal_text(refusal.code, refusal.params)


def _row_words(row: PollRow) -> str:
    return f"{row.question}. {row_state(row)}"


def _strip(services: Services) -> QWidget:
    return PollStrip(services.need(SessionBridge), services.need(Toast), services.need(Actions))


def _past(services: Services) -> QWidget:
    return PastPollsPanel(services.need(Past), services.need(TaskScope), services.need(Toast))


def _title() -> str:
    return QCoreApplication.translate("Panels", "Polls")


PANELS = (
    Panel(NAME, Mode.LIVE, Place.CENTRE, 15, PollsPanel, title=_title, icon_name="vote", words=WORDS),
    Panel(NAME, Mode.LIVE, Place.STAGE, 20, _strip),
    Panel(NAME, Mode.REVIEW, Place.CENTRE, 30, _past, title=_title, icon_name="vote"),
)
