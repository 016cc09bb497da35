"""The agenda of a class: at the left in Live, with its strip above the conversation and its time in the bar."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QCoreApplication, QModelIndex, QPoint, Qt, QTimer
from PySide6.QtWidgets import QHBoxLayout, QMenu, QVBoxLayout, QWidget

from app.domain.agenda.cuts import Offer, offers
from app.domain.agenda.state import AgendaState, Standing
from app.domain.agenda.timing import course
from app.domain.kernel.words import Phase
from ui.agenda.acts import AgendaActs
from ui.agenda.attention import agenda_items
from ui.agenda.delegate import AgendaDelegate, row_words
from ui.agenda.form import ActivityForm
from ui.agenda.model import AgendaRow, rows
from ui.agenda.now import KEYS, NowCard
from ui.agenda.offers import OffersCard
from ui.agenda.review import AgendaReview
from ui.agenda.stage import AgendaStage
from ui.agenda.topbar import AgendaTime
from ui.agenda.words import ASKED, called
from ui.bridge.session import Changed, SessionBridge
from ui.session.starting import Starting
from ui.shell.actions import Action, Actions
from ui.shell.attention import Attention, AttentionItem
from ui.shell.panels import Mode, Panel, Place, Services
from ui.widgets.buttons import Button, ButtonKind, IconButton
from ui.widgets.empty import EmptyState
from ui.widgets.icons import icon
from ui.widgets.labels import ElidedLabel, Tone, Words
from ui.widgets.layout import SectionHeader
from ui.widgets.rows import RowsModel, RowsView
from ui.widgets.theme import tokens
from ui.widgets.time_label import hour_text
from ui.widgets.toast import Toast
from ui.widgets.translated import Translated

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtGui import QKeyEvent

    from ui.i18n import Words as Said

NAME: Final = "agenda"
_TICK_MS: Final = 1_000
_SLOW: Final = 5
"""Every how many ticks the list, the offers and what wants attention are reckoned again while nothing happens."""

_OVER: Final = frozenset({Phase.ENDED, Phase.ARCHIVED})


class AgendaList(RowsView):
    """The list; its keys act on the chosen activity."""

    def __init__(self, acts: AgendaActs) -> None:
        super().__init__()
        self._acts = acts
        self.setProperty("ground", "rail")

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Move with Alt and the arrows, remove with Delete."""
        row = self.currentIndex().data(Qt.ItemDataRole.UserRole)
        if isinstance(row, AgendaRow):
            alt = bool(event.modifiers() & Qt.KeyboardModifier.AltModifier)
            match event.key():
                case Qt.Key.Key_Up if alt:
                    self._acts.shift(row.key, -1)
                    return
                case Qt.Key.Key_Down if alt:
                    self._acts.shift(row.key, 1)
                    return
                case Qt.Key.Key_Delete:
                    self._acts.remove(row.key)
                    return
                case _:
                    pass
        super().keyPressEvent(event)


class AgendaPanel(Translated, QWidget):
    """What is under way, what comes, and the button that goes on.

    Args:
        services: `SessionBridge`, `Starting`, `Actions`, `Attention` and `Toast`.
        parent: the owner.
    """

    def __init__(self, services: Services, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._bridge, self._attention = services.need(SessionBridge), services.need(Attention)
        self.acts = AgendaActs(self._bridge, services.need(Starting), services.need(Toast), self)
        self._add = IconButton("plus")
        self._header = SectionHeader(trailing=(self._add,))
        self.now = NowCard(self._bridge, self.acts)
        self.start_next = Button(kind=ButtonKind.PRIMARY, icon_name="play")
        self._following = ElidedLabel(words=Words.CAPTION, tone=Tone.MUTED)
        self.offers = OffersCard()
        self.form = ActivityForm()
        self.rows: RowsModel[AgendaRow] = RowsModel(lambda row: row.key, row_words, self)
        self.view = AgendaList(self.acts)
        self.view.setItemDelegate(AgendaDelegate(self.view))
        self.view.show_model(self.rows)
        self._begin = Button(kind=ButtonKind.QUIET, icon_name="plus")
        self._none = EmptyState("list-checks", action=self._begin)
        self.start_chosen = Button(kind=ButtonKind.QUIET, icon_name="play")
        self._skip, self._up = IconButton("skip-forward"), IconButton("arrow-up")
        self._down, self._edit = IconButton("arrow-down"), IconButton("pencil")
        self._more = IconButton("ellipsis")
        self._menu = QMenu(self)
        self._bar = QWidget()
        self._ticks = 0
        self._shown_current = ""
        self._lay_out()
        self._connect()
        services.need(Actions).add(*self._actions(), owner=self)
        self._attention.contribute(NAME, self._attention_items, owner=self)
        self._timer = QTimer(self)
        self._timer.setInterval(_TICK_MS)
        self._timer.timeout.connect(self._tick)
        self._timer.start()
        self.retranslate()

    def _lay_out(self) -> None:
        space = tokens().space
        bar = QHBoxLayout(self._bar)
        bar.setContentsMargins(space.s, space.xs, space.s, space.s)
        bar.setSpacing(space.xxs)
        bar.addWidget(self.start_chosen)
        bar.addStretch(1)
        for button in (self._skip, self._edit, self._more):
            bar.addWidget(button)
        top = QVBoxLayout()
        top.setContentsMargins(space.m, space.s, space.m, space.xs)
        top.setSpacing(space.s)
        for widget in (self._header, self.now, self.start_next, self._following, self.offers, self.form):
            top.addWidget(widget)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(top)
        column.addWidget(self.view, 1)
        column.addWidget(self._none, 1)
        column.addWidget(self._bar)
        self.setFocusProxy(self.view)

    def _connect(self) -> None:
        self._bridge.stateChanged.connect(self._changed)
        self.start_next.clicked.connect(self.acts.go_on)
        self.offers.accepted.connect(self._accept)
        self.form.given.connect(self._given)
        for button in (self._add, self._begin):
            button.clicked.connect(self.ask_new)
        self.view.activated.connect(self._activated)
        self.view.selectionModel().currentChanged.connect(lambda *_indexes: self._offer_chosen())
        self.view.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self.view.customContextMenuRequested.connect(self._menu_at)
        self.start_chosen.clicked.connect(lambda: self._on_chosen(self.acts.start))
        self._skip.clicked.connect(lambda: self._on_chosen(self.acts.skip))
        self._edit.clicked.connect(self.ask_change)
        self._more.clicked.connect(lambda: self._menu.popup(self._more.mapToGlobal(self._more.rect().topLeft())))

    def _actions(self) -> tuple[Action, ...]:
        def group() -> str:
            return QCoreApplication.translate("Actions", "Agenda")

        def running() -> bool:
            return bool(self.state.current)

        def following() -> bool:
            return bool(self.state.next)

        made: tuple[tuple[str, Said, Callable[[], object], str, str, Callable[[], bool]], ...] = (
            (
                "next",
                lambda: QCoreApplication.translate("Actions", "Start the next activity"),
                self.acts.go_on,
                "Ctrl+Shift+Return",
                "play",
                following,
            ),
            (
                "pause",
                lambda: QCoreApplication.translate("Actions", "Stop the activity’s clock, or let it go on"),
                self.acts.toggle_clock,
                KEYS["pause"],
                "pause",
                running,
            ),
            (
                "more",
                lambda: QCoreApplication.translate("Actions", "Give the activity one minute more"),
                lambda: self.acts.extend(1),
                KEYS["more"],
                "plus",
                running,
            ),
            (
                "much_more",
                lambda: QCoreApplication.translate("Actions", "Give the activity five minutes more"),
                lambda: self.acts.extend(5),
                KEYS["much_more"],
                "plus",
                running,
            ),
            (
                "less",
                lambda: QCoreApplication.translate("Actions", "Give the activity five minutes less"),
                lambda: self.acts.extend(-5),
                "",
                "minus",
                running,
            ),
            (
                "skip",
                lambda: QCoreApplication.translate("Actions", "Leave the next activity out"),
                self.acts.skip_next,
                KEYS["skip"],
                "skip-forward",
                following,
            ),
            (
                "back",
                lambda: QCoreApplication.translate("Actions", "Go back to the activity before"),
                self.acts.back,
                KEYS["back"],
                "undo-2",
                lambda: bool(self.state.trail),
            ),
            (
                "finish",
                lambda: QCoreApplication.translate("Actions", "End the activity without starting another"),
                self.acts.finish,
                "",
                "square",
                running,
            ),
            (
                "add",
                lambda: QCoreApplication.translate("Actions", "Add an activity to the agenda"),
                self.ask_new,
                "",
                "plus",
                lambda: self._phase() not in _OVER,
            ),
        )
        live = frozenset({Mode.LIVE})
        return tuple(
            Action(
                f"{NAME}.{key}",
                words,
                run,
                shortcut=keys,
                group=group,
                icon_name=icon_name,
                modes=live,
                enabled=enabled,
            )
            for key, words, run, keys, icon_name, enabled in made
        )

    def retranslate(self) -> None:
        """Say the words again."""
        self._header.say(self.tr("Agenda"))
        self._add.say(self.tr("Add an activity"))
        self._begin.say(self.tr("Add an activity"))
        self._none.say(
            self.tr("No agenda yet"),
            self.tr("This class runs without a plan. Add what you do as you go: learners see where they are."),
        )
        self.view.setAccessibleName(self.tr("Agenda"))
        self.view.setAccessibleDescription(
            self.tr("Enter starts the chosen activity, Alt with the arrows moves it, Delete removes it.")
        )
        self._edit.say(self.tr("Change this activity"))
        self._more.say(self.tr("More about this activity"))
        self._menu.clear()
        for words, icon_name, run in (
            (self.tr("One minute more"), "plus", lambda: self._on_chosen(lambda key: self.acts.extend(1, key))),
            (self.tr("Five minutes more"), "plus", lambda: self._on_chosen(lambda key: self.acts.extend(5, key))),
            (self.tr("Five minutes less"), "minus", lambda: self._on_chosen(lambda key: self.acts.extend(-5, key))),
            (self.tr("Move up"), "arrow-up", lambda: self._on_chosen(lambda key: self.acts.shift(key, -1))),
            (self.tr("Move down"), "arrow-down", lambda: self._on_chosen(lambda key: self.acts.shift(key, 1))),
            (self.tr("Remove"), "trash-2", lambda: self._on_chosen(self.acts.remove)),
        ):
            self._menu.addAction(icon(icon_name), words, run)
        self.rows.repeat()
        self._show()

    # --- showing ---------------------------------------------------------------------------------------------------

    @property
    def state(self) -> AgendaState:
        """The agenda as it is shown."""
        return self._bridge.projected.state(AgendaState)

    @property
    def chosen(self) -> AgendaRow | None:
        """The activity that is chosen in the list."""
        return self.rows.row_at(self.view.currentIndex())

    def _phase(self) -> Phase:
        return self._bridge.projected.life.phase

    def _changed(self, changed: Changed) -> None:
        if changed.touches(NAME, "session"):
            self._show()

    def _tick(self) -> None:
        self._ticks += 1
        if self._ticks % _SLOW == 0:
            self._show()
        elif self.isVisible() and self.state.current:
            self.now.show_state(self.state, course(self.state, self._bridge.now()))

    def _show(self) -> None:
        state, now = self.state, self._bridge.now()
        reckoned = course(state, now)
        there = bool(state.order)
        self.now.show_state(state, reckoned)
        self.rows.show_rows(rows(state, reckoned, now))
        self.view.setVisible(there)
        if state.current != self._shown_current:
            self._shown_current = state.current
            self.view.scrollTo(self.rows.index_of(state.current), AgendaList.ScrollHint.PositionAtCenter)
        self._none.setVisible(not there and not self.form.isVisibleTo(self))
        running = state.current and self._phase() is Phase.LIVE and not state.stopped_at
        self.offers.show_offers(offers(state, now) if running else (), state, reckoned.late)
        self._show_next(state)
        self._offer_chosen()
        self._attention.refresh(NAME)

    def _show_next(self, state: AgendaState) -> None:
        following = state.activities.get(state.next)
        open_class = self._phase() not in _OVER
        self.start_next.setVisible(open_class and (following is not None or bool(state.current)))
        self._following.setVisible(open_class and following is not None)
        self._add.setVisible(open_class)
        if following is None:
            self.start_next.say(self.tr("End the last activity"), self.tr("End it; nothing comes after"))
            return
        if self._phase() in {Phase.CREATED, Phase.LOBBY}:
            words, tip = self.tr("Start the class"), self.tr("Start the class with “%1”")
        else:
            words, tip = self.tr("Start next"), self.tr("Start “%1”")
        self.start_next.say(words, tip.replace("%1", called(following)))
        self.start_next.setToolTip(f"{self.start_next.toolTip()}  (Ctrl+Shift+Enter)")
        at = self.tr("%1, at %2").replace("%2", hour_text(following.pinned)) if following.pinned else "%1"
        self._following.setText(at.replace("%1", called(following)))

    def _offer_chosen(self) -> None:
        row = self.chosen
        offered = row is not None and self._phase() not in _OVER and self.form.isHidden()
        self._bar.setVisible(offered)
        if row is None or not offered:
            return
        now, open_one = row.standing is Standing.NOW, row.standing in {Standing.TO_COME, Standing.SKIPPED}
        self.start_chosen.setVisible(not now)
        again = self.tr("Take up again") if row.standing is Standing.DONE else self.tr("Start it")
        self.start_chosen.say(again, self.tr("Start “%1” now").replace("%1", row.title))
        self._skip.setVisible(open_one)
        skipped = row.standing is Standing.SKIPPED
        self._skip.set_icon("undo-2" if skipped else "skip-forward")
        self._skip.say(self.tr("Take it in again") if skipped else self.tr("Leave it out"))

    # --- acting ----------------------------------------------------------------------------------------------------

    def ask_new(self) -> None:
        """Ask for a new activity: before the chosen one that is still to come, else at the end."""
        row = self.chosen
        before = row.key if row is not None and row.standing is Standing.TO_COME else ""
        beside = self.state.activities.get(before or (self.state.order[-1] if self.state.order else ""))
        self.form.ask_new(before, beside.day if beside is not None else "")
        self._show()

    def ask_change(self) -> None:
        """Ask what the chosen activity is to be."""
        row = self.chosen
        activity = self.state.activities.get(row.key) if row is not None else None
        if activity is not None:
            self.form.ask_change(activity)
            self._show()

    def _given(self, activity: object, before: object) -> None:
        wrong = self.acts.put(activity, before)  # type: ignore[arg-type]  # what the form gives
        if wrong:
            self.form.refuse(wrong)
            return
        self.form.done()
        self._show()

    def _accept(self, offer: object) -> None:
        if isinstance(offer, Offer):
            self.acts.accept(offer)

    def _activated(self, index: QModelIndex) -> None:
        row = self.rows.row_at(index)
        if row is not None:
            self.acts.start(row.key)

    def _menu_at(self, where: QPoint) -> None:
        if self.chosen is not None:
            self._menu.popup(self.view.viewport().mapToGlobal(where))

    def _on_chosen(self, act: Callable[[str], object]) -> None:
        row = self.chosen
        if row is not None:
            act(row.key)

    def _attention_items(self) -> tuple[AttentionItem, ...]:
        return agenda_items(self._bridge.projected, self.acts, self._bridge.now())


PANELS = (
    Panel(NAME, Mode.LIVE, Place.TOPBAR, -5, AgendaTime),
    Panel(
        NAME,
        Mode.LIVE,
        Place.RAIL,
        10,
        AgendaPanel,
        title=lambda: QCoreApplication.translate("Panels", "Agenda"),
        icon_name="list-checks",
        words=ASKED,
    ),
    Panel(NAME, Mode.LIVE, Place.STAGE, 5, AgendaStage),
    Panel(
        NAME,
        Mode.REVIEW,
        Place.CENTRE,
        20,
        AgendaReview,
        title=lambda: QCoreApplication.translate("Panels", "Agenda"),
        icon_name="list-checks",
    ),
)
