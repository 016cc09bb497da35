"""Forming groups beside the live view: how, who with whom, a proposal to change by hand, and opening the rooms."""

from __future__ import annotations

import secrets
from functools import partial
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import (
    QHBoxLayout,
    QMenu,
    QVBoxLayout,
    QWidget,
)

from app.domain.breakouts import commands as b
from app.domain.breakouts.events import Late, Mixing
from app.domain.breakouts.state import BreakoutsState
from app.domain.kernel.refusal import Refusal
from app.domain.kernel.words import Role
from app.grouping.rules import Contradiction, Groups, Rules
from ui.breakouts.contradictions import contradiction_text
from ui.breakouts.fields import FormingFields
from ui.breakouts.files import Seatings
from ui.breakouts.making import How, Made, Wish, made
from ui.breakouts.model import prepared_rounds
from ui.breakouts.proposal import Proposal
from ui.breakouts.proposed import LEFT_OUT, ProposedView, rows_of
from ui.breakouts.traits import traits
from ui.bridge.names import member_name
from ui.bridge.refusals import refusal_text
from ui.bridge.session import Changed, SessionBridge
from ui.bridge.tasks import TaskScope
from ui.shell.window import MainWindow
from ui.widgets.buttons import Button, ButtonKind, IconButton
from ui.widgets.fields import Field
from ui.widgets.icons import icon
from ui.widgets.labels import Label, Tone, Words
from ui.widgets.layout import Ground, separator
from ui.widgets.theme import tokens
from ui.widgets.toast import Toast
from ui.widgets.translated import Translated

if TYPE_CHECKING:
    from collections.abc import Iterable

    from PySide6.QtGui import QShowEvent

    from app.domain.breakouts.state import Round
    from ui.shell.panels import Services

_LONGEST: Final = {"name": 60, "link": 2_000}


class FormingPanel(Translated, QWidget):
    """Forms groups for one session.

    Args:
        services: `SessionBridge`, `TaskScope`, `Toast` and the `MainWindow`.
        parent: the owner.
    """

    def __init__(self, services: Services, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._bridge = services.need(SessionBridge)
        self.proposal = Proposal()
        self.rules = Rules()
        self._coming: tuple[Groups, ...] = ()
        self._named = 0
        self._naming = "name"
        self.files = Seatings(self._bridge, services.need(TaskScope), services.need(Toast), services.need(MainWindow))
        self._make_fields()
        self._lay_out()
        self._connect()
        self._say_choices()
        self.retranslate()
        self._follow_people()

    # --- building --------------------------------------------------------------------------------------------------

    def _make_fields(self) -> None:
        self.fields = FormingFields()
        self.prepared, self.number, self.how = self.fields.prepared, self.fields.number, self.fields.how
        self.propose = Button(kind=ButtonKind.QUIET, icon_name="refresh-cw")
        self.more = IconButton("ellipsis")
        self.open = Button(kind=ButtonKind.PRIMARY, icon_name="door-open")
        self.view = ProposedView()
        self.name = Field(limit=_LONGEST["name"])
        self._wrong = Label(tone=Tone.DANGER, wrap=True)
        self.found = Label(words=Words.CAPTION, tone=Tone.MUTED, wrap=True)
        self._wishes = Label(words=Words.CAPTION, tone=Tone.MUTED, wrap=True)
        self._no_wishes = Button(kind=ButtonKind.LINK)

    def _lay_out(self) -> None:
        space = tokens().space
        foot = QHBoxLayout()
        foot.setContentsMargins(space.l, space.s, space.l, space.m)
        foot.setSpacing(space.s)
        foot.addWidget(self.propose)
        foot.addWidget(self.more)
        foot.addStretch(1)
        foot.addWidget(self.open)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self._head())
        column.addWidget(separator())
        column.addWidget(self.view, 1)
        column.addWidget(separator())
        column.addLayout(foot)
        self.setFocusProxy(self.number)

    def _head(self) -> QWidget:
        """Lay out what says how groups come about."""
        space = tokens().space
        wishes = QHBoxLayout()
        wishes.addWidget(self._wishes, 1)
        wishes.addWidget(self._no_wishes)
        head = Ground("side")
        head.column.setContentsMargins(space.l, space.m, space.l, space.s)
        head.column.setSpacing(space.s)
        head.column.addWidget(self.fields)
        head.column.addLayout(wishes)
        head.column.addWidget(self.found)
        head.column.addWidget(self._wrong)
        head.column.addWidget(self.name)
        self.found.hide()
        self._wrong.hide()
        self.name.hide()
        return head

    def _connect(self) -> None:
        self._bridge.stateChanged.connect(self._changed)
        self.fields.changed.connect(self.make)
        self.prepared.currentIndexChanged.connect(lambda _at: self._take_prepared())
        self.propose.clicked.connect(self.make)
        self.open.clicked.connect(self.open_rooms)
        self.view.dropped.connect(self._moved)
        self.view.asked.connect(self._asked)
        self.view.menu_wanted.connect(self._menu)
        self.name.submitted.connect(self._said)
        self.more.clicked.connect(self._show_files)
        self.files.read.connect(self._take_read)
        self.files.told.connect(self._tell)
        self._no_wishes.clicked.connect(self._forget_wishes)

    def _say_choices(self) -> None:
        self.fields.offer(self._bridge.projected, self._everybody())

    def retranslate(self) -> None:
        """Say the words again."""
        self.propose.say(self.tr("Propose again"), self.tr("Form other groups in the same way"))
        self.more.say(self.tr("Copy the rooms as text, read them from a file or save them"))
        self._say_name()
        self._no_wishes.say(self.tr("Forget"), self.tr("Forget who is kept together and apart"))
        self._say_choices()
        self._show()

    def _say_name(self) -> None:
        self.name.say(self.tr("Name of the room") if self._naming == "name" else self.tr("Link of the room’s meeting"))

    # --- showing ---------------------------------------------------------------------------------------------------

    def _everybody(self) -> tuple[str, ...]:
        """Give the learners who are in, in order of arrival."""
        seats = self._bridge.projected.seats.all_seats()
        return tuple(seat.member for seat in seats if seat.is_in and seat.role is Role.LEARNER)

    def _changed(self, changed: object) -> None:
        if not isinstance(changed, Changed):
            return
        if changed.touches("roster"):
            self._follow_people()
        if changed.touches("breakouts"):
            self._say_choices()
            self._show()
        elif self.isVisible() and changed.touches("polls", "expected", "debate"):
            # A thousand answers to a poll are nothing to reckon with while nobody forms groups.
            self._say_choices()

    def showEvent(self, event: QShowEvent) -> None:
        """Offer what people have answered meanwhile."""
        super().showEvent(event)
        self._say_choices()

    def _follow_people(self) -> None:
        if not self.proposal.groups:
            self.make()
            return
        self.proposal = self.proposal.with_people(self._everybody())
        self._show()

    def _show(self) -> None:
        world = self._bridge.projected
        self.view.rows.show_rows(rows_of(self.proposal, partial(member_name, world), self._note))
        current = world.state(BreakoutsState).open_round
        self.open.say(
            self.tr("Open instead") if current else self.tr("Open rooms"),
            self.tr("Close the open rooms and open these, in one step") if current else "",
        )
        self.open.setEnabled(bool(self.proposal.groups))
        wishes = len(self.rules.together) + len(self.rules.apart)
        self._wishes.setVisible(bool(wishes))
        self._wishes.setText(self._wishes_text())
        self._no_wishes.setVisible(bool(wishes))

    def _wishes_text(self) -> str:
        name = partial(member_name, self._bridge.projected)
        lines = [self.tr("Together: %1").replace("%1", _listed(map(name, some))) for some in self.rules.together]
        lines += [self.tr("Apart: %1").replace("%1", _listed(map(name, some))) for some in self.rules.apart]
        return "\n".join(lines)

    def _note(self, member: str) -> str:
        if any(member in some for some in self.rules.apart):
            return self.tr("apart")
        return self.tr("together") if any(member in some for some in self.rules.together) else ""

    # --- forming ---------------------------------------------------------------------------------------------------

    def make(self) -> None:
        """Form groups as the fields say, and show them."""
        people = self._everybody()
        self._wrong.setText("")
        self._wrong.hide()
        if not people:
            self.proposal = Proposal()
            self._show()
            return
        try:
            found = made(self._bridge.projected, people, self._wish(people), secrets.randbits(32))
        except Contradiction as wrong:
            self._wrong.setText(contradiction_text(wrong, partial(member_name, self._bridge.projected)))
            self._wrong.show()
            return
        names = [self.tr("Room %1").replace("%1", str(n + 1)) for n in range(len(found.groups))]
        links = [group.link for group in self.proposal.groups]
        self.proposal = Proposal.of(found.groups, names, people)
        for place, link in enumerate(links[: len(names)]):
            self.proposal = self.proposal.linked(place, link)
        self._coming = found.coming
        self._tell(self._found_text(found) if self.fields.chosen_how is How.NEW and not self._chosen_round() else "")
        self._show()

    def _wish(self, people: tuple[str, ...]) -> Wish:
        key = self.fields.trait.currentData()
        trait = next((each for each in traits(self._bridge.projected, people) if each.key == key), None)
        return Wish(
            how=self.fields.chosen_how,
            count=self.number.value(),
            by_rooms=self.fields.by_rooms,
            rounds=self.fields.rounds.value(),
            value_of=trait.value_of if trait is not None else {},
            rules=self.rules,
            prepared=self._chosen_round(),
        )

    def _chosen_round(self) -> Round | None:
        return self._bridge.projected.state(BreakoutsState).rounds.get(self.prepared.currentData() or "")

    def _found_text(self, found: Made) -> str:
        if not found.repeats:
            text = self.tr("%n round(s): nobody meets anybody again.", "", len(found.coming) + 1)
        else:
            text = self.tr("%n pair(s) meet again.", "", found.repeats)
            if found.repeats == found.bound:
                text += " " + self.tr("Fewer are not possible.")
            else:
                text += " " + self.tr("No fewer than %n are possible.", "", found.bound)
        return text

    def _tell(self, text: object) -> None:
        self.found.setText(str(text))
        self.found.setVisible(bool(text))

    def _take_read(self, proposal: object) -> None:
        if isinstance(proposal, Proposal):
            self.proposal, self._coming = proposal, ()
            self._show()

    def _show_files(self) -> None:
        menu = self.files.menu(lambda: self.proposal.groups, self._everybody)
        menu.aboutToHide.connect(menu.deleteLater)
        menu.popup(self.more.mapToGlobal(QPoint(0, -menu.sizeHint().height())))

    def _take_prepared(self) -> None:
        state = self._bridge.projected.state(BreakoutsState)
        known = state.rounds.get(self.prepared.currentData() or "")
        if known is None:
            return
        self.fields.take(known)
        self.make()

    def open_rooms(self) -> None:
        """Open the proposed rooms, for everybody in one step."""
        state = self._bridge.projected.state(BreakoutsState)
        chooses = self.fields.chosen_how is How.CHOICE
        command = b.OpenRound(
            rooms=tuple(
                b.RoomPlan(name=group.name, members=group.members, captain=group.captain, link=group.link)
                for group in self.proposal.groups
            ),
            round=self.prepared.currentData() or "",
            replaces=state.current,
            task=self.fields.task.toPlainText(),
            steps=self.fields.chosen_steps,
            minutes=self.fields.minutes.value(),
            late=Late.CHOICE if chooses else self.fields.chosen_late,
            limit=self.number.value() if chooses and not self.fields.by_rooms else 0,
        )
        try:
            self._bridge.ask(command)
            for groups in self._coming:
                self._bridge.ask(self._coming_round(command, groups))
        except Refusal as refusal:
            self._wrong.setText(refusal_text(refusal.code, refusal.params))
            self._wrong.show()
            return
        self._wrong.hide()
        self._coming = ()
        self.fields.rounds.setValue(1)
        self.prepared.setCurrentIndex(0)
        self._offer_next()

    def _coming_round(self, opened: b.OpenRound, groups: Groups) -> b.PrepareRound:
        """Keep a later round of the same rotation ready, for whoever opens it."""
        by_rooms = self.fields.by_rooms
        return b.PrepareRound(
            people=0 if by_rooms else self.number.value(),
            rooms=self.number.value() if by_rooms else 0,
            mixing=Mixing.NEW,
            task=opened.task,
            steps=opened.steps,
            minutes=opened.minutes,
            groups=groups,
        )

    def _offer_next(self) -> None:
        """Lay the next round of a rotation ready, so that opening it is one press."""
        ready = next((each for each in prepared_rounds(self._bridge.projected) if each.planned), None)
        if ready is not None:
            self._say_choices()
            self.prepared.setCurrentIndex(max(0, self.prepared.findData(ready.id)))

    # --- changing by hand ------------------------------------------------------------------------------------------

    def _moved(self, members: object, place: object) -> None:
        if isinstance(members, tuple) and isinstance(place, int):
            self.proposal = self.proposal.moved(members, place)
            self._show()

    def _asked(self, asked: object) -> None:
        members = self.view.chosen()
        heading = self.view.heading
        match asked:
            case "move" if members:
                self._pop(self.move_menu(members, self))
            case "captain" if len(members) == 1:
                self.make_captain(members[0])
            case "together" if len(members) > 1:
                self.keep_together(members)
            case "apart" if len(members) > 1:
                self.keep_apart(members)
            case "rename" if heading is not None and heading.place != LEFT_OUT:
                self._rename(heading.place)
            case "link" if heading is not None and heading.place != LEFT_OUT:
                self._link(heading.place)
            case "menu":
                self._menu(self.view.below_current())
            case _:
                pass

    def _menu(self, where: object) -> None:
        members, heading = self.view.chosen(), self.view.heading
        menu = QMenu(self)
        if members:
            menu.addMenu(self.move_menu(members, menu))
            menu.addSeparator()
        if len(members) == 1:
            menu.addAction(icon("star"), self.tr("Speaks for the room\tC"), partial(self.make_captain, members[0]))
        if len(members) > 1:
            menu.addAction(icon("link"), self.tr("Keep together\tT"), partial(self.keep_together, members))
            menu.addAction(icon("user-x"), self.tr("Keep apart\tA"), partial(self.keep_apart, members))
        if heading is not None and heading.place != LEFT_OUT:
            menu.addAction(icon("pencil"), self.tr("Rename…\tF2"), partial(self._rename, heading.place))
            menu.addAction(icon("link"), self.tr("Link of its meeting…\tL"), partial(self._link, heading.place))
        if menu.isEmpty():
            menu.deleteLater()
        elif isinstance(where, QPoint):
            self._pop(menu, where)

    def move_menu(self, members: tuple[str, ...], owner: QWidget) -> QMenu:
        """Make the menu of rooms that people can be put into.

        Args:
            members: who.
            owner: of the menu.
        """
        menu = QMenu(self.tr("Move to"), owner)
        for place, group in enumerate(self.proposal.groups):
            menu.addAction(icon("door-open"), group.name, partial(self._moved, members, place))
        menu.addAction(icon("user-x"), self.tr("No room"), partial(self._moved, members, LEFT_OUT))
        return menu

    def _pop(self, menu: QMenu, where: QPoint | None = None) -> None:
        menu.aboutToHide.connect(menu.deleteLater)
        found = where or self.view.below_current()
        if isinstance(found, QPoint):
            menu.popup(found)

    def make_captain(self, member: str) -> None:
        """Let somebody speak for their room, or no longer.

        Args:
            member: who.
        """
        self.proposal = self.proposal.captained(member)
        self._show()

    def keep_together(self, members: tuple[str, ...]) -> None:
        """Keep people in one room, now and when groups are formed again.

        Args:
            members: who.
        """
        self.rules = Rules((*self.rules.together, frozenset(members)), self.rules.apart)
        self.make()
        self._show()

    def keep_apart(self, members: tuple[str, ...]) -> None:
        """Keep people in different rooms, now and when groups are formed again.

        Args:
            members: who.
        """
        self.rules = Rules(self.rules.together, (*self.rules.apart, frozenset(members)))
        self.make()
        self._show()

    def _forget_wishes(self) -> None:
        self.rules = Rules()
        self.make()

    def _rename(self, place: int) -> None:
        self._ask("name", place, self.proposal.groups[place].name)

    def _link(self, place: int) -> None:
        self._ask("link", place, self.proposal.groups[place].link)

    def _ask(self, naming: str, place: int, text: str) -> None:
        """Show the line in which one writes a room's name or the link of its meeting."""
        self._naming, self._named = naming, place
        self.name.edit.setMaxLength(_LONGEST[naming])
        self._say_name()
        self.name.set_text(text)
        self.name.show()
        self.name.setFocus(Qt.FocusReason.OtherFocusReason)
        self.name.edit.selectAll()

    def _said(self, text: object) -> None:
        if isinstance(text, str) and self._named < len(self.proposal.groups):
            if self._naming == "link":
                self.proposal = self.proposal.linked(self._named, text.strip())
            elif text:
                self.proposal = self.proposal.renamed(self._named, text)
        self.name.hide()
        self._show()
        self.view.setFocus(Qt.FocusReason.OtherFocusReason)


def _listed(names: Iterable[str]) -> str:
    return ", ".join(sorted(names))
