"""The rooms in the middle of the window: the radar while they are open, their answers afterwards."""

from __future__ import annotations

import secrets
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QCoreApplication, Qt, QTimer
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from app.domain.breakouts.state import BreakoutsState
from app.domain.kernel.words import room_channel
from app.sync.runbook.rooms import openings
from ui.breakouts.acts import RoomActs
from ui.breakouts.attention import time_items
from ui.breakouts.bar import RoundBar
from ui.breakouts.detail import Detail
from ui.breakouts.forming import FormingPanel
from ui.breakouts.model import closed_rounds, radar, wall
from ui.breakouts.telling import Telling
from ui.breakouts.view import RadarView
from ui.breakouts.wall import Wall
from ui.breakouts.words import SAID
from ui.bridge.session import Changed, SessionBridge
from ui.discussion.panel import DiscussionPanel
from ui.leads.wishes import Leading
from ui.session.starting import Starting
from ui.shell.actions import Action, Actions
from ui.shell.attention import Attention
from ui.shell.panels import Mode, Panel, Place, Services
from ui.shell.window import MainWindow
from ui.support.helping import Helping
from ui.widgets.buttons import Button, ButtonKind
from ui.widgets.empty import EmptyState
from ui.widgets.fields import Choice
from ui.widgets.layout import Ground, panes, separator
from ui.widgets.theme import tokens
from ui.widgets.toast import Toast
from ui.widgets.translated import Translated

if TYPE_CHECKING:
    from PySide6.QtGui import QHideEvent, QShowEvent

    from app.domain.kernel.messages import Command
    from ui.shell.attention import AttentionItem

NAME: Final = "breakouts"
READS: Final = (NAME, "roster", "discussion", "session", "support")
"""The capabilities whose changes this panel paints."""

_TICK_MS = 1_000


class RadarPanel(Translated, QWidget):
    """The rooms of one session.

    Args:
        services: `SessionBridge`, `Starting`, `Actions`, `Attention`, `Toast` and the `MainWindow`.
        parent: the owner.
    """

    def __init__(self, services: Services, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._bridge = services.need(SessionBridge)
        self._window = services.need(MainWindow)
        self._attention = services.need(Attention)
        self.acts = RoomActs(self._bridge, services.need(Toast), self)
        self.view = RadarView(self._bridge.now)
        self.bar = RoundBar(self._bridge.now)
        self.telling = Telling(self._bridge)
        self.detail = Detail(self._bridge)
        self.wall = Wall()
        self._form = Button(kind=ButtonKind.PRIMARY, icon_name="users")
        self._empty = EmptyState("door-open", action=self._form)
        self._again = Button(kind=ButtonKind.QUIET, icon_name="redo-2")
        self._other = Button(kind=ButtonKind.PRIMARY, icon_name="users")
        self._which = Choice()
        self._pages = QStackedWidget()
        self._looked_into = ""
        self._dirty = True
        self._timer = QTimer(self)
        self._timer.setInterval(_TICK_MS)
        self._timer.timeout.connect(self._tick)
        self._lay_out()
        self._connect()
        services.need(Actions).add(*self._actions(), owner=self)
        self._attention.contribute(NAME, self._attention_items, owner=self)
        services.need(Starting).contribute(NAME, self._openings, owner=self)
        self.retranslate()

    # --- building --------------------------------------------------------------------------------------------------

    def _lay_out(self) -> None:
        space = tokens().space
        opened, closed = QWidget(), QWidget()
        column = QVBoxLayout(opened)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        for widget in (self.bar, separator(), self.telling):
            column.addWidget(widget)
        self.detail.hide()
        column.addWidget(panes(self.view, self.detail, sizes=(420, 280), down=True), 1)
        head = QHBoxLayout()
        head.setContentsMargins(space.l, space.s, space.l, space.s)
        head.setSpacing(space.s)
        head.addWidget(self._which, 1)
        head.addWidget(self._again)
        head.addWidget(self._other)
        after = QVBoxLayout(closed)
        after.setContentsMargins(0, 0, 0, 0)
        after.setSpacing(0)
        after.addLayout(head)
        after.addWidget(separator())
        after.addWidget(self.wall, 1)
        for page in (self._empty, opened, closed):
            self._pages.addWidget(page)
        ground = Ground("surface")
        ground.column.addWidget(self._pages)
        outer = QHBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(ground)
        self.setFocusProxy(self.view)

    def _connect(self) -> None:
        self._bridge.stateChanged.connect(self._changed)
        Helping.of(self._bridge).room_wanted.connect(self.look_into)
        self.bar.acted.connect(self._act_on_round)
        self.telling.told.connect(self._tell)
        self.view.acted.connect(self._act)
        self.view.dropped.connect(self._dropped)
        self.view.clicked.connect(lambda _index: self.look_into_chosen())
        self.view.activated.connect(lambda _index: self.look_into_chosen())
        self.detail.acted.connect(self._act)
        self.detail.spoken.connect(self._speak)
        self.detail.captained.connect(self._name_captain)
        self.detail.left.connect(self._look_away)
        self._form.clicked.connect(self.form_groups)
        self._other.clicked.connect(self.form_groups)
        self._again.clicked.connect(self._reopen)
        self._which.currentIndexChanged.connect(lambda _at: self._show_wall())

    def _actions(self) -> tuple[Action, ...]:
        def group() -> str:
            return QCoreApplication.translate("Actions", "Rooms")

        def is_open() -> bool:
            return self.acts.round is not None

        live = frozenset({Mode.LIVE})
        return (
            Action(
                f"{NAME}.show",
                lambda: QCoreApplication.translate("Actions", "Go to the rooms"),
                self.show_rooms,
                shortcut="Ctrl+Shift+B",
                group=group,
                icon_name="door-open",
                modes=live,
            ),
            Action(
                f"{NAME}.form",
                lambda: QCoreApplication.translate("Actions", "Form groups"),
                self.form_groups,
                shortcut="Ctrl+Shift+G",
                group=group,
                icon_name="users",
                modes=live,
            ),
            Action(
                f"{NAME}.tell",
                lambda: QCoreApplication.translate("Actions", "Tell the rooms something"),
                self._open_telling,
                shortcut="Ctrl+Alt+T",
                group=group,
                icon_name="megaphone",
                modes=live,
                enabled=is_open,
            ),
            Action(
                f"{NAME}.more_time",
                lambda: QCoreApplication.translate("Actions", "Give the rooms a minute more"),
                lambda: self.acts.shift(1),
                group=group,
                icon_name="timer",
                modes=live,
                enabled=is_open,
            ),
            Action(
                f"{NAME}.close",
                lambda: QCoreApplication.translate("Actions", "Close the rooms, after time to finish a sentence"),
                self.acts.close,
                group=group,
                icon_name="log-out",
                modes=live,
                enabled=is_open,
            ),
        )

    def retranslate(self) -> None:
        """Say the words again."""
        self._form.say(self.tr("Form groups"))
        self._other.say(self.tr("Form other groups"))
        self._again.say(self.tr("Open these again"), self.tr("The same rooms with the same people and their work"))
        self._which.setAccessibleName(self.tr("Which rooms’ answers are shown"))
        self._empty.say(
            self.tr("No rooms are open"),
            self.tr("Form groups beside what is going on, look at the proposal, then open the rooms for everybody."),
        )
        self._show()
        self._attention.refresh(NAME)

    def showEvent(self, event: QShowEvent) -> None:
        """Keep the clocks true while they can be seen."""
        super().showEvent(event)
        self._show()
        self._timer.start()

    def hideEvent(self, event: QHideEvent) -> None:
        """Rest while nobody looks."""
        self._timer.stop()
        super().hideEvent(event)

    # --- showing ---------------------------------------------------------------------------------------------------

    def show_rooms(self) -> None:
        """Come to the front."""
        page = self._window.page(Mode.LIVE)
        self._window.show_mode(Mode.LIVE)
        if page is not None:
            page.show_panel(NAME)
        self._show()
        self.view.setFocus(Qt.FocusReason.OtherFocusReason)

    def look_into(self, room: str) -> None:
        """Look into a room without entering it.

        Args:
            room: which one.
        """
        self.show_rooms()
        index = self.view.rows.index_of(room)
        if index.isValid():
            self.view.setCurrentIndex(index)
            self.look_into_chosen()

    def look_into_chosen(self) -> None:
        """Look into the chosen room."""
        row = self.view.chosen
        if row is not None:
            self._looked_into = row.room
            self.detail.show()
            self._show_detail()

    def _look_away(self) -> None:
        self._looked_into = ""
        self.detail.hide()
        self.view.setFocus(Qt.FocusReason.OtherFocusReason)

    def _changed(self, changed: object) -> None:
        if not isinstance(changed, Changed) or not (changed.touches(*READS) or changed.pending):
            return
        if changed.touches(NAME, "roster"):
            self._attention.refresh(NAME)
        if changed.touches(NAME, "support"):
            self._show()
        else:
            # Talk in fifty rooms changes something all the time; once a second is soon enough for the eye.
            self._dirty = True

    def _tick(self) -> None:
        if self.acts.round is not None:
            self._show()

    def _show(self) -> None:
        self._dirty = False
        world = self._bridge.projected
        rows = radar(world, self._bridge.now())
        current = self.acts.round
        self.view.rows.show_rows(rows)
        self.view.viewport().update()
        closed = closed_rounds(world)
        self._pages.setCurrentIndex(1 if rows else 2 if closed else 0)
        if current is not None:
            self.bar.show_round(current)
        self.bar.setVisible(current is not None)
        self.telling.show_history(world)
        self._show_detail()
        if not rows and closed:
            self._list_rounds()

    def _show_detail(self) -> None:
        row = next((row for row in self.view.rows.rows if row.room == self._looked_into), None)
        if row is None:
            self._looked_into = ""
            self.detail.hide()
            return
        self.detail.show_room(self._bridge.projected, row, inside=self.acts.is_inside(row.room))

    def _list_rounds(self) -> None:
        closed = closed_rounds(self._bridge.projected)
        keys = [known.id for known in closed]
        if [self._which.itemData(place) for place in range(self._which.count())] != keys:
            self._which.blockSignals(True)
            self._which.clear()
            for place, known in enumerate(closed):
                text = known.task.split("\n", 1)[0] or self.tr("Rooms, round %1").replace(
                    "%1", str(len(closed) - place)
                )
                self._which.addItem(text, known.id)
            # What closed last is what one wants to read now.
            self._which.setCurrentIndex(0)
            self._which.blockSignals(False)
        self._show_wall()

    def _show_wall(self) -> None:
        self.wall.show_answers(wall(self._bridge.projected, self._which.currentData() or ""))

    # --- acting ----------------------------------------------------------------------------------------------------

    def form_groups(self) -> None:
        """Bring the forming of groups to the front, beside the live view."""
        page = self._window.page(Mode.LIVE)
        self._window.show_mode(Mode.LIVE)
        if page is not None:
            page.show_panel(FORMING)

    def _reopen(self) -> None:
        key = self._which.currentData()
        if isinstance(key, str):
            self.acts.reopen(key)

    def _act_on_round(self, asked: object) -> None:
        current = self.acts.round
        match asked:
            case "less":
                self.acts.shift(-1)
            case "more":
                self.acts.shift(1)
            case "much":
                self.acts.shift(5)
            case "tell":
                self._open_telling()
            case "close":
                self.acts.close(at_once=current is not None and current.closes_at > 0)
            case _:
                pass

    def _act(self, asked: object) -> None:
        row = self.view.chosen
        room = self._looked_into or (row.room if row else "")
        match asked:
            case _ if not room:
                pass
            case "claim":
                self.acts.claim(room)
                self.look_into(room)
            case "time" | "no_time":
                self.acts.answer_time(room, granted=asked == "time")
            case "lead":
                Leading.of(self._bridge).wanted.emit("", room_channel(room))
            case "helped":
                self.acts.helped(room)
            case "enter":
                self.acts.enter(room)
            case "close":
                self.acts.close_room(room)
            case "talk":
                self._open_talk(room)
            case "notes":
                self.look_into(room)
                self.detail.turn_notes()
            case _:
                pass

    def _open_talk(self, room: str) -> None:
        page = self._window.page(Mode.LIVE)
        talk = self._window.findChild(DiscussionPanel)
        if page is not None and isinstance(talk, DiscussionPanel):
            page.show_panel("discussion")
            talk.tabs.choose(room_channel(room))
            talk.open_channel(room_channel(room))

    def _speak(self, text: object) -> None:
        if isinstance(text, str) and self._looked_into:
            self.acts.speak(self._looked_into, text)

    def _name_captain(self, member: object) -> None:
        if isinstance(member, str) and self._looked_into:
            self.acts.name_captain(self._looked_into, member)

    def _open_telling(self) -> None:
        self.show_rooms()
        self.telling.ask()

    def _tell(self, text: object, rooms: object) -> None:
        if isinstance(text, str) and isinstance(rooms, tuple):
            self.acts.announce(text, rooms)

    def _dropped(self, members: object, room: object) -> None:
        if isinstance(members, tuple) and isinstance(room, str):
            self.acts.move(members, room_channel(room))

    def _openings(self, activity: str) -> tuple[Command, ...]:
        """Open what is ready for an activity, with groups formed for who is there."""
        text = QCoreApplication.translate("Rooms", "Room %1")
        return openings(self._bridge.projected, activity, lambda n: text.replace("%1", str(n)), secrets.randbits(32))

    def _attention_items(self) -> tuple[AttentionItem, ...]:
        if not self._bridge.projected.state(BreakoutsState).current:
            return ()
        return time_items(self._bridge.projected, self._bridge.now(), self.acts, self.look_into)


FORMING: Final = "breakouts.forming"
"""The name of the tab in which groups are formed."""

PANELS = (
    Panel(
        NAME,
        Mode.LIVE,
        Place.CENTRE,
        30,
        RadarPanel,
        title=lambda: QCoreApplication.translate("Panels", "Rooms"),
        icon_name="door-open",
        words=SAID,
    ),
    Panel(
        FORMING,
        Mode.LIVE,
        Place.RIGHT,
        30,
        FormingPanel,
        title=lambda: QCoreApplication.translate("Panels", "Groups"),
        icon_name="user-plus",
    ),
)
