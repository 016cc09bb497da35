"""One room looked into: who is there, what was said last, its answer, and a line to speak into it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, Qt, Signal
from PySide6.QtGui import QActionGroup
from PySide6.QtWidgets import QHBoxLayout, QListView, QMenu, QStackedWidget, QVBoxLayout, QWidget

from app.domain.breakouts.state import BreakoutsState
from app.domain.discussion.state import DiscussionState
from app.domain.kernel.words import room_channel
from app.domain.roster.events import Presence
from ui.breakouts.words import minutes_text
from ui.bridge.names import member_name
from ui.leads.model import captain_badge
from ui.notes.editor import NoteEditor
from ui.widgets.buttons import Button, ButtonKind, IconButton
from ui.widgets.composer import Composer
from ui.widgets.icons import icon
from ui.widgets.labels import ElidedLabel, Label, Tone, Words
from ui.widgets.layout import Ground
from ui.widgets.rows import RowsModel, RowsView
from ui.widgets.theme import tokens
from ui.widgets.translated import Translated

if TYPE_CHECKING:
    from PySide6.QtGui import QHideEvent

    from app.domain.kernel.world import World
    from ui.breakouts.model import RoomRow
    from ui.bridge.session import SessionBridge

_SHOWN = 30


@dataclass(frozen=True)
class Said:
    """A message of a room, in one line."""

    id: str
    text: str


class Detail(Translated, Ground):
    """The room that is looked into.

    `acted` carries what a button asks for, `spoken` a text for the room, `captained` who is to be its captain.

    Args:
        bridge: to the session, for the room's note.
    """

    acted = Signal(object)
    spoken = Signal(object)
    captained = Signal(object)
    left = Signal()

    def __init__(self, bridge: SessionBridge) -> None:
        super().__init__("sunken")
        space = tokens().space
        self.column.setContentsMargins(space.l, space.s, space.l, space.m)
        self.column.setSpacing(space.xs)
        self._title = ElidedLabel(words=Words.STRONG)
        self._people = Label(words=Words.CAPTION, tone=Tone.MUTED, wrap=True)
        self._answer = Label(wrap=True)
        self._rows: RowsModel[Said] = RowsModel(lambda row: row.id, lambda row: row.text, self)
        self._list = RowsView(follow_end=True)
        self._list.setWordWrap(True)
        self._list.setSelectionMode(QListView.SelectionMode.NoSelection)
        self._list.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self._list.show_model(self._rows)
        self.composer = Composer()
        self._wants = ElidedLabel(tone=Tone.WARN)
        self.time = Button(kind=ButtonKind.PRIMARY, icon_name="timer")
        self.no_time = Button(kind=ButtonKind.QUIET)
        self.captain = IconButton("star")
        self.note = NoteEditor(bridge)
        self.notes = IconButton("file-text")
        self.notes.setCheckable(True)
        self.notes.toggled.connect(self._turn)
        self.claim = Button(kind=ButtonKind.PRIMARY, icon_name="life-buoy")
        self.helped = Button(kind=ButtonKind.QUIET, icon_name="check")
        self.enter = Button(kind=ButtonKind.QUIET, icon_name="door-open")
        self.talk = Button(kind=ButtonKind.PLAIN, icon_name="message-circle")
        self.shut = IconButton("trash-2")
        self.close_ = IconButton("x")
        self._lay_out()
        self._name, self._place, self._inside = "", "", False
        self._row: RoomRow | None = None
        self.retranslate()

    def _lay_out(self) -> None:
        space = tokens().space
        head = QHBoxLayout()
        head.setSpacing(space.s)
        head.addWidget(self._title, 1)
        for name, button in (
            ("claim", self.claim),
            ("helped", self.helped),
            ("enter", self.enter),
            ("talk", self.talk),
            ("close", self.shut),
        ):
            button.clicked.connect(lambda _checked=False, asked=name: self.acted.emit(asked))
            head.addWidget(button)
        self._asks = QWidget()
        asks = QHBoxLayout(self._asks)
        asks.setContentsMargins(0, 0, 0, 0)
        asks.setSpacing(space.s)
        asks.addWidget(self._wants, 1)
        for name, button in (("time", self.time), ("no_time", self.no_time)):
            button.clicked.connect(lambda _checked=False, asked=name: self.acted.emit(asked))
            asks.addWidget(button)
        head.insertWidget(head.count() - 1, self.captain)
        self.captain.clicked.connect(self._pop_captains)
        head.insertWidget(head.indexOf(self.talk), self.notes)
        head.addWidget(self.close_)
        self.close_.clicked.connect(self.left)
        self.column.addLayout(head)
        self.column.addWidget(self._asks)
        self.column.addWidget(self._people)
        self.column.addWidget(self._answer)
        talk = QWidget()
        below = QVBoxLayout(talk)
        below.setContentsMargins(0, 0, 0, 0)
        below.setSpacing(space.xs)
        below.addWidget(self._list, 1)
        below.addWidget(self.composer)
        self._pages = QStackedWidget()
        self._pages.addWidget(talk)
        self._pages.addWidget(self.note)
        self.column.addWidget(self._pages, 1)
        self.composer.submitted.connect(self.spoken)

    def retranslate(self) -> None:
        """Say the words again."""
        self._wants.setText(self.tr("This room asks for more time."))
        self.time.say(minutes_text(self._row.wants if self._row else 0), self.tr("To all rooms of the round  (T)"))
        self.no_time.say(self.tr("No more time"), self.tr("Say that there is none  (N)"))
        self.captain.say(self.tr("Name the captain, or pass the lead"))
        self.claim.say(self.tr("I go"), self.tr("Take the call for help  (C)"))
        self.helped.say(self.tr("Helped"), self.tr("End the call for help  (D)"))
        self.enter.say(self.tr("Leave") if self._inside else self.tr("Enter"), self.tr("Go into the room or out  (E)"))
        self.notes.say(self.tr("Look into the room’s notes, and write in them  (W)"))
        self.talk.say(self.tr("Talk"), self.tr("Open the whole conversation  (G)"))
        self.shut.say(self.tr("Close this room  (X)"))
        self.close_.say(self.tr("Look no further into this room"))
        self._list.setAccessibleName(self.tr("What was said last"))
        self.composer.say(self.tr("Say something in %1").replace("%1", self._name))

    def show_room(self, world: World, row: RoomRow, *, inside: bool) -> None:
        """Show a room.

        Args:
            world: to read.
            row: of the room.
            inside: whether one is in it oneself.
        """
        self._name, self._inside, self._row = row.name, inside, row
        self._asks.setVisible(row.wants > 0)
        self._title.setText(row.name)
        self._people.setText(_people(row))
        answer = world.state(BreakoutsState).answers.get(row.room)
        shown = answer.shown if answer else None
        self._answer.setVisible(shown is not None)
        if shown is not None:
            self._answer.setText(self.tr("Answer: %1").replace("%1", shown.text))
        discussion = world.state(DiscussionState)
        said = []
        for key in discussion.shown.get(room_channel(row.room), [])[-_SHOWN:]:
            message = discussion.messages[key]
            text = message.shown.words if message.shown else ""
            said.append(Said(key, f"{member_name(world, message.author)}: {text}"))
        self._rows.show_rows(said)
        calls = bool(world.state(BreakoutsState).rooms[row.room].called_at)
        self.claim.setVisible(calls and not row.claimed_by)
        self.helped.setVisible(calls)
        self.composer.write_to(row.room)
        self._place = room_channel(row.room)
        if self.notes.isChecked():
            self.note.show_place(self._place, self._name)
        self.retranslate()

    def captain_menu(self) -> QMenu:
        """Make the menu of who may be captain, with the way to passing the lead."""
        menu = QMenu(self)
        row = self._row
        if row is not None:
            group = QActionGroup(menu)
            nobody = menu.addAction(self.tr("No captain"))
            people = [(nobody, ""), *((menu.addAction(_plain(each.name)), each.member) for each in row.people)]
            for action, member in people:
                action.setCheckable(True)
                action.setChecked(row.captain == member)
                action.triggered.connect(lambda _checked=False, who=member: self.captained.emit(who))
                group.addAction(action)
        menu.addSeparator()
        menu.addAction(icon("star"), self.tr("Pass the lead…\tL"), lambda: self.acted.emit("lead"))
        return menu

    def _pop_captains(self) -> None:
        menu = self.captain_menu()
        menu.aboutToHide.connect(menu.deleteLater)
        menu.popup(self.captain.mapToGlobal(self.captain.rect().bottomLeft()))

    def hideEvent(self, event: QHideEvent) -> None:
        """Let go of the room's notes."""
        self.notes.setChecked(False)
        super().hideEvent(event)

    def turn_notes(self) -> None:
        """Show the room's notes in place of its talk, or the talk again."""
        self.notes.toggle()

    def _turn(self, on: bool) -> None:  # noqa: FBT001 (a signal passes it)
        self._pages.setCurrentIndex(1 if on else 0)
        if on:
            self.note.show_place(self._place, self._name)
            self.note.setFocus(Qt.FocusReason.OtherFocusReason)
        else:
            self.note.show_place("", "")


def _plain(name: str) -> str:
    """Give a name as a menu shows it: what stands after an ampersand is no key."""
    return name.replace("&", "&&")


def _people(row: RoomRow) -> str:
    names = []
    for person in row.people:
        gone = person.presence is Presence.GONE
        text = QCoreApplication.translate("Rooms", "%1 (gone)") if gone else "%1"
        name = text.replace("%1", person.name)
        names.append(f"★ {name} ({captain_badge()})" if person.member == row.captain else name)
    return ", ".join(names) or QCoreApplication.translate("Rooms", "Nobody is there")
