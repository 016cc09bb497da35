"""The People panel: who is where, who waits at the door, and everything one may do for them."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QPoint, Qt, QTimer
from PySide6.QtGui import QActionGroup, QHideEvent, QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QMenu, QStackedLayout, QVBoxLayout, QWidget

from app.domain.kernel.refusal import Refusal
from app.domain.kernel.seats import Standing
from app.domain.kernel.words import MAIN, Role, room_channel, room_of
from app.domain.roster.events import DoorMode
from app.domain.roster.state import RosterState
from ui.bridge.refusals import refusal_text
from ui.bridge.session import Changed, SessionBridge
from ui.bridge.tasks import TaskScope
from ui.discussion.places import Places
from ui.expected.strip import ExpectedStrip
from ui.leads.wishes import Leading
from ui.roster.acts import Acts, Invite, NewRoom, Rename
from ui.roster.attention import RosterAttention
from ui.roster.forms import NameForm
from ui.roster.model import Kind, PersonRow, SectionRow, people, waiting
from ui.roster.view import PeopleView
from ui.roster.words import ASKED, door_text
from ui.shell.actions import Action, Actions
from ui.shell.attention import Attention
from ui.shell.panels import Mode, Panel, Place, Services
from ui.shell.window import MainWindow
from ui.support.helping import Helping
from ui.widgets.buttons import IconButton
from ui.widgets.empty import EmptyState
from ui.widgets.icons import icon
from ui.widgets.labels import ElidedLabel, Tone, Words
from ui.widgets.theme import tokens
from ui.widgets.toast import Toast
from ui.widgets.translated import Translated

if TYPE_CHECKING:
    from app.domain.kernel.world import World
    from ui.shell.attention import AttentionItem

NAME = "roster"
READS = (NAME, "discussion", "session", "leads", "breakouts", "remarks", "support")
"""The capabilities whose changes this panel paints."""

_TICK_MS = 20_000


class RosterPanel(Translated, QWidget):
    """The people of one session.

    Args:
        services: `SessionBridge`, `Actions`, `Attention`, `Toast`, a `TaskScope` and the `MainWindow`.
        parent: the owner.
    """

    def __init__(self, services: Services, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._bridge = services.need(SessionBridge)
        self._window, self._toast = services.need(MainWindow), services.need(Toast)
        self._attention = services.need(Attention)
        self.acts = Acts(self._bridge, self._toast, services.need(TaskScope), self)
        self.view = PeopleView(self._bridge.now)
        self.form = NameForm()
        self.search = QLineEdit()
        self._count = ElidedLabel(words=Words.CAPTION, tone=Tone.MUTED)
        self._invite = IconButton("user-plus")
        self._room = IconButton("plus")
        self._door = IconButton("door-open")
        self._empty = EmptyState("users")
        self._pages = QStackedLayout()
        self.expected = ExpectedStrip(services, self.show_member)
        self._items = RosterAttention(
            self._bridge.submit,
            self.show_member,
            lambda member: self.acts.remove((member,)),
            lambda: self._attention.refresh(NAME),
            self,
        )
        self._timer = QTimer(self)
        self._timer.setInterval(_TICK_MS)
        self._timer.timeout.connect(self.view.rows.repeat)
        self._lay_out()
        self._connect()
        services.need(Actions).add(*self._actions(), owner=self)
        self._attention.contribute(NAME, self._attention_items, owner=self)
        self.retranslate()

    def _lay_out(self) -> None:
        space = tokens().space
        self.search.setClearButtonEnabled(True)
        self.search.addAction(icon("search", "muted"), QLineEdit.ActionPosition.LeadingPosition)
        head = QHBoxLayout()
        head.setSpacing(space.xxs)
        head.addWidget(self.search, 1)
        head.addSpacing(space.xs)
        for button in (self._door, self._room, self._invite):
            head.addWidget(button)
        top = QVBoxLayout()
        top.setContentsMargins(space.m, space.m, space.s, space.xs)
        top.setSpacing(space.s)
        top.addLayout(head)
        top.addWidget(self.form)
        top.addWidget(self.expected)
        top.addWidget(self._count)
        self._pages.addWidget(self.view)
        self._pages.addWidget(self._empty)
        column = QVBoxLayout(self)
        column.setContentsMargins(space.xs, 0, space.xs, 0)
        column.setSpacing(0)
        column.addLayout(top)
        column.addLayout(self._pages, 1)
        self.setFocusProxy(self.view)

    def _connect(self) -> None:
        self._bridge.stateChanged.connect(self._changed)
        self.search.textChanged.connect(lambda _text: self._show())
        self.search.returnPressed.connect(self._take_first)
        self.form.given.connect(self._name_given)
        self.view.rows.dropped.connect(self.acts.move)
        self.view.menu_wanted.connect(self.open_menu)
        self.view.key_pressed.connect(self._key)
        self.view.section_acted.connect(self._act_on_section)
        self.view.activated.connect(lambda _index: None)
        self._invite.clicked.connect(lambda: self._below(self._invite, self.invite_menu()))
        self._room.clicked.connect(self.ask_room)
        self._door.clicked.connect(lambda: self._below(self._door, self.door_menu()))

    def _actions(self) -> tuple[Action, ...]:
        def group() -> str:
            return QCoreApplication.translate("Actions", "People")

        live = frozenset({Mode.LIVE})
        made = (
            (
                "find",
                lambda: QCoreApplication.translate("Actions", "Find a person"),
                self.find_person,
                "Ctrl+Shift+F",
                "search",
            ),
            (
                "open_room",
                lambda: QCoreApplication.translate("Actions", "Open a room"),
                self.ask_room,
                "Ctrl+Shift+R",
                "plus",
            ),
            (
                "invite_learner",
                lambda: QCoreApplication.translate("Actions", "Keep a seat for a learner"),
                partial(self.ask_name, Role.LEARNER),
                "Ctrl+Shift+L",
                "user-plus",
            ),
        )
        actions = [
            Action(f"{NAME}.{key}", words, run, shortcut=keys, group=group, icon_name=icon_name, modes=live)
            for key, words, run, keys, icon_name in made
        ]
        actions.append(
            Action(
                f"{NAME}.invite_staff",
                lambda: QCoreApplication.translate("Actions", "Invite a co-facilitator"),
                partial(self.ask_name, Role.COFACILITATOR),
                group=group,
                icon_name="star",
                modes=live,
                enabled=lambda: self._bridge.role is Role.HOST,
            )
        )
        actions.append(
            Action(
                f"{NAME}.admit_all",
                lambda: QCoreApplication.translate("Actions", "Admit everyone at the door"),
                self.admit_all,
                shortcut="Ctrl+Shift+A",
                group=group,
                icon_name="user-check",
                modes=live,
                enabled=lambda: bool(waiting(self._world)),
            )
        )
        return tuple(actions)

    def retranslate(self) -> None:
        """Say the words again."""
        self.search.setPlaceholderText(self.tr("Find a person"))
        self.search.setAccessibleName(self.tr("Find a person"))
        for button, text, keys in (
            (self._invite, self.tr("Invite somebody"), ""),
            (self._room, self.tr("Open a room"), "Ctrl+Shift+R"),
        ):
            button.say(text)
            if keys:
                button.tell_keys(keys)
        self._empty.say(self.tr("Nobody of that name"), self.tr("Search by any part of a name; accents do not matter."))
        self._attention.refresh(NAME)
        self._show()

    def showEvent(self, event: QShowEvent) -> None:
        """Keep the times true while they can be seen."""
        super().showEvent(event)
        self._timer.start()

    def hideEvent(self, event: QHideEvent) -> None:
        """Rest while nobody looks."""
        self._timer.stop()
        super().hideEvent(event)

    # --- showing ---------------------------------------------------------------------------------------------------

    @property
    def _world(self) -> World:
        return self._bridge.projected

    @property
    def _roster(self) -> RosterState:
        return self._bridge.projected.state(RosterState)

    def show_member(self, member: str) -> None:
        """Come to the front, and choose a member.

        Args:
            member: their id.
        """
        self._front()
        self.search.clear()
        index = self.view.rows.index_of(member)
        if index.isValid():
            self.view.setCurrentIndex(index)
            self.view.scrollTo(index)
        self.view.setFocus(Qt.FocusReason.OtherFocusReason)

    def find_person(self) -> None:
        """Come to the front, with the keyboard in the search field."""
        self._front()
        self.search.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.search.selectAll()

    def _front(self) -> None:
        page = self._window.page(Mode.LIVE)
        self._window.show_mode(Mode.LIVE)
        if page is not None:
            page.show_panel(NAME)

    def _changed(self, changed: object) -> None:
        if isinstance(changed, Changed) and (
            changed.touches(NAME, "discussion", "session", "leads", "breakouts", "remarks", "support")
            or changed.pending
        ):
            self._show()
            self._attention.refresh(NAME)

    def _show(self) -> None:
        rows = people(self._world, me=self._bridge.me, query=self.search.text(), is_pending=self._bridge.is_pending)
        self.view.rows.show_rows(rows)
        self._pages.setCurrentIndex(0 if rows else 1)
        inside = sum(1 for seat in self._roster.members.values() if seat.is_in)
        text = self.tr("%n here", "people present", self._roster.present)
        away = inside - self._roster.present
        if away > 0:
            text += " · " + self.tr("%n away", "admitted, but not connected", away)
        self._count.setText(text)
        mode = self._roster.door
        self._door.set_icon("door-open" if mode is DoorMode.OPEN else "user-check")
        self._door.say(self.tr("The door: %1").replace("%1", door_text(mode)))

    def _take_first(self) -> None:
        first = next((row for row in self.view.rows.rows if isinstance(row, PersonRow)), None)
        if first is not None:
            self.view.setCurrentIndex(self.view.rows.index_of(first.key))
            self.view.setFocus(Qt.FocusReason.OtherFocusReason)

    # --- menus -----------------------------------------------------------------------------------------------------

    def open_menu(self, where: object) -> None:
        """Open what can be done for those that are chosen.

        Args:
            where: a screen position.
        """
        if not isinstance(where, QPoint):
            return
        section = self.view.section()
        if section is not None and not self.view.chosen():
            self._act_on_section(section)
            return
        rows = self.view.chosen()
        if rows:
            self._pop(self.menu_for(rows), where)

    def menu_for(self, rows: tuple[PersonRow, ...]) -> QMenu:
        """Make the menu of what can be done for people.

        Args:
            rows: who is chosen, at least one.
        """
        menu = QMenu(self)
        members = tuple(row.member for row in rows)
        one = rows[0] if len(rows) == 1 else None
        if any(row.standing is Standing.WAITING for row in rows):
            menu.addAction(icon("user-check"), self.tr("Admit\tA"), partial(self.acts.admit, members))
        if any(row.hand for row in rows):
            menu.addAction(icon("hand"), self.tr("Lower the hand"), partial(self.acts.lower_hands, members))
        if all(row.standing is Standing.ADMITTED for row in rows):
            menu.addMenu(self.move_menu(members, menu))
        if one is not None and one.role is Role.LEARNER and one.standing is Standing.ADMITTED:
            lead = Leading.of(self._bridge)
            menu.addAction(icon("star"), self.tr("Pass the lead…"), lambda: lead.wanted.emit(one.member, ""))
        if one is not None:
            self._add_private(menu, one)
            if not one.me and one.standing is Standing.ADMITTED and one.role is not Role.OBSERVER:
                wanted = Places.of(self._bridge).thanks_wanted
                menu.addAction(icon("heart"), self.tr("Thank…"), partial(wanted.emit, "", one.member))
            self.expected.add_to(menu, one.member)
            self._add_acts(menu, one)
        outable = [row for row in rows if row.standing is not Standing.REMOVED and self._is_below(row)]
        if outable:
            menu.addSeparator()
            out = tuple(row.member for row in outable)
            menu.addAction(icon("user-x", "danger_text"), self.tr("Remove…\tDel"), partial(self.acts.remove, out))
        if one is not None and self._bridge.role is Role.HOST:
            menu.addAction(icon("trash-2", "danger_text"), self.tr("Erase…"), partial(self.acts.erase, one.member))
        return menu

    def move_menu(self, members: tuple[str, ...], parent: QWidget) -> QMenu:
        """Make the menu of rooms to move people to.

        Args:
            members: who.
            parent: of the menu.
        """
        menu = QMenu(self.tr("Move to\tM"), parent)
        menu.setIcon(icon("log-in"))
        menu.addAction(icon("house"), self.tr("Main room"), partial(self.acts.move, members, MAIN))
        for room in sorted(self._roster.rooms.values(), key=lambda each: each.order):
            if room.is_open:
                place = room_channel(room.room)
                menu.addAction(icon("hash"), room.name.replace("&", "&&"), partial(self.acts.move, members, place))
        menu.addSeparator()
        menu.addAction(icon("plus"), self.tr("A new room…"), partial(self.ask_room, members))
        return menu

    def invite_menu(self) -> QMenu:
        """Make the menu of whom one may invite."""
        menu = QMenu(self)
        learner = self.tr("Keep a seat for a learner…")
        menu.addAction(icon("user-plus"), learner, partial(self.ask_name, Role.LEARNER))
        observer = self.tr("Keep a seat for an observer…")
        menu.addAction(icon("eye"), observer, partial(self.ask_name, Role.OBSERVER))
        if self._bridge.role is Role.HOST:
            staff = self.tr("Invite a co-facilitator…")
            menu.addAction(icon("star"), staff, partial(self.ask_name, Role.COFACILITATOR))
        return menu

    def door_menu(self) -> QMenu:
        """Make the menu of what the door may do."""
        menu = QMenu(self)
        group = QActionGroup(menu)
        for mode in DoorMode:
            action = menu.addAction(door_text(mode))
            action.setCheckable(True)
            action.setChecked(mode is self._roster.door)
            action.triggered.connect(lambda _checked=False, each=mode: self.acts.set_door(each))
            group.addAction(action)
        return menu

    def _add_private(self, menu: QMenu, row: PersonRow) -> None:
        helping = Helping.of(self._bridge)
        if row.role is Role.LEARNER and row.standing is not Standing.REMOVED:
            menu.addAction(icon("lock"), self.tr("Write privately…\tP"), partial(helping.wanted.emit, row.member))
        if not row.me:
            menu.addAction(
                icon("sticky-note"), self.tr("Private note…\tN"), partial(helping.note_wanted.emit, row.member, "")
            )

    def _add_acts(self, menu: QMenu, row: PersonRow) -> None:
        if row.standing is not Standing.REMOVED and (row.me or self._is_below(row)):
            menu.addAction(icon("pencil"), self.tr("Rename…\tF2"), partial(self._rename, row))
        if self._bridge.role is Role.HOST and not row.me and row.standing is not Standing.REMOVED:
            for role, text, icon_name in (
                (Role.COFACILITATOR, self.tr("Make co-facilitator"), "star"),
                (Role.LEARNER, self.tr("Make learner"), "user"),
                (Role.OBSERVER, self.tr("Make observer"), "eye"),
            ):
                if role is not row.role:
                    menu.addAction(icon(icon_name), text, partial(self.acts.change_role, row.member, role))
        if row.standing is not Standing.REMOVED and self._is_below(row):
            menu.addAction(icon("link"), self.tr("Copy a new personal link"), partial(self.acts.new_link, row.member))

    def _is_below(self, row: PersonRow) -> bool:
        """Tell whether one stands above somebody, as the rules have it."""
        if row.role is Role.HOST:
            return False
        return self._bridge.role is Role.HOST or not row.role.is_staff

    def _below(self, button: QWidget, menu: QMenu) -> None:
        self._pop(menu, button.mapToGlobal(button.rect().bottomLeft()))

    @staticmethod
    def _pop(menu: QMenu, where: QPoint) -> None:
        menu.aboutToHide.connect(menu.deleteLater)
        menu.popup(where)

    # --- acting ----------------------------------------------------------------------------------------------------

    def ask_name(self, role: Role) -> None:
        """Ask for the name of somebody who is to come; their link is copied then.

        Args:
            role: what they will be.
        """
        self._front()
        labels = {
            Role.COFACILITATOR: lambda: self.tr("Name of the co-facilitator"),
            Role.OBSERVER: lambda: self.tr("Name of the observer"),
        }
        label = labels.get(role, lambda: self.tr("Name of the learner"))
        self.form.ask(Invite(role), label, lambda: self.tr("Copy the link"))

    def ask_room(self, members: tuple[str, ...] = ()) -> None:
        """Ask for the name of a new room.

        Args:
            members: who goes there at once.
        """
        self._front()
        name = self.tr("Room %1").replace("%1", str(len(self._roster.rooms) + 1))
        self.form.ask(NewRoom(members), lambda: self.tr("Name of the room"), lambda: self.tr("Open"), name=name)

    def admit_all(self) -> None:
        """Let everybody in who waits at the door."""
        self.acts.admit(tuple(row.member for row in waiting(self._world)))

    def _rename(self, row: PersonRow) -> None:
        self.form.ask(Rename(row.member), lambda: self.tr("New name"), lambda: self.tr("Rename"), name=row.name)

    def _name_given(self, purpose: object, name: str) -> None:
        try:
            self.acts.name_given(purpose, name)
        except Refusal as refusal:
            self.form.refuse(refusal_text(refusal.code, refusal.params))
            return
        self.form.done()

    def _act_on_section(self, row: object) -> None:
        if not isinstance(row, SectionRow):
            return
        match row.kind:
            case Kind.DOOR:
                self.admit_all()
            case Kind.HANDS:
                rows = (each for each in self.view.rows.rows if isinstance(each, PersonRow))
                self.acts.lower_hands(tuple(each.member for each in rows if each.kind is Kind.HANDS))
            case Kind.ROOM:
                self.acts.close_room(room_of(row.place) or "")
            case Kind.MAIN | Kind.EXPECTED | Kind.GONE:
                pass

    def _key(self, asked: object) -> None:
        rows = self.view.chosen()
        members = tuple(row.member for row in rows)
        below = self.view.visualRect(self.view.currentIndex()).bottomLeft()
        where = self.view.viewport().mapToGlobal(below)
        match asked:
            case "rename" if len(rows) == 1 and (rows[0].me or self._is_below(rows[0])):
                self._rename(rows[0])
            case "move" if rows and all(row.standing is Standing.ADMITTED for row in rows):
                self._pop(self.move_menu(members, self), where)
            case "admit":
                self.acts.admit(tuple(row.member for row in rows if row.standing is Standing.WAITING))
            case "remove":
                self.acts.remove(tuple(row.member for row in rows if self._is_below(row)))
            case "private" if len(rows) == 1 and rows[0].role is Role.LEARNER:
                Helping.of(self._bridge).wanted.emit(rows[0].member)
            case "note" if len(rows) == 1 and not rows[0].me:
                Helping.of(self._bridge).note_wanted.emit(rows[0].member, "")
            case "menu":
                self.open_menu(where)
            case _:
                pass

    def _attention_items(self) -> tuple[AttentionItem, ...]:
        return self._items.items(self._world)


PANELS = (
    Panel(
        NAME,
        Mode.LIVE,
        Place.RIGHT,
        20,
        RosterPanel,
        title=lambda: QCoreApplication.translate("Panels", "People"),
        icon_name="users",
        words=ASKED,
    ),
)
