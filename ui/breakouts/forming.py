"""Forming groups beside the live view: how, who with whom, a proposal to change by hand, and opening the rooms."""

from __future__ import annotations

import secrets
from enum import StrEnum
from functools import partial
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QCoreApplication, QPoint, Qt
from PySide6.QtWidgets import (
    QFormLayout,
    QHBoxLayout,
    QMenu,
    QPlainTextEdit,
    QSizePolicy,
    QSpinBox,
    QVBoxLayout,
    QWidget,
)

from app.domain.breakouts import commands as b
from app.domain.breakouts.events import Late, Mixing
from app.domain.breakouts.state import BreakoutsState
from app.domain.kernel.refusal import Refusal
from app.domain.kernel.words import Role
from app.grouping import forming
from app.grouping.rotation import rotation
from app.grouping.rules import Contradiction, Groups, Rules, sizes
from app.sync.runbook.rooms import all_before, before_of
from ui.breakouts.contradictions import contradiction_text
from ui.breakouts.model import prepared_rounds
from ui.breakouts.proposal import Proposal
from ui.breakouts.proposed import LEFT_OUT, ProposedView, rows_of
from ui.bridge.names import member_name
from ui.bridge.refusals import refusal_text
from ui.bridge.session import Changed, SessionBridge
from ui.widgets.buttons import Button, ButtonKind
from ui.widgets.fields import Choice, Field
from ui.widgets.icons import icon
from ui.widgets.labels import Label, Tone, Words
from ui.widgets.layout import Ground, separator
from ui.widgets.segmented import Segment, Segmented
from ui.widgets.theme import tokens
from ui.widgets.translated import Translated

if TYPE_CHECKING:
    from collections.abc import Iterable

    from ui.shell.panels import Services

_MOST_SIZE: Final = 50
_LINES: Final = 3


class How(StrEnum):
    """How groups come about."""

    RANDOM = "random"
    NEW = "new"
    KEEP = "keep"
    SPREAD = "spread"
    JOIN = "join"
    CHOICE = "choice"


class FormingPanel(Translated, QWidget):
    """Forms groups for one session.

    Args:
        services: `SessionBridge`.
        parent: the owner.
    """

    def __init__(self, services: Services, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._bridge = services.need(SessionBridge)
        self.proposal = Proposal()
        self.rules = Rules()
        self._renaming = 0
        self._make_fields()
        self._lay_out()
        self._connect()
        self._say_choices()
        self.retranslate()
        self._follow_people()

    # --- building --------------------------------------------------------------------------------------------------

    def _make_fields(self) -> None:
        self.prepared = Choice()
        self.by = Segmented("", self._segments())
        self.number = QSpinBox()
        self.how = Choice()
        self.minutes = QSpinBox()
        self.late = Choice()
        self.task = QPlainTextEdit()
        self.steps = QPlainTextEdit()
        self.propose = Button(kind=ButtonKind.QUIET, icon_name="refresh-cw")
        self.open = Button(kind=ButtonKind.PRIMARY, icon_name="door-open")
        self.view = ProposedView()
        self.name = Field(limit=60)
        self._wrong = Label(tone=Tone.DANGER, wrap=True)
        self._wishes = Label(words=Words.CAPTION, tone=Tone.MUTED, wrap=True)
        self._no_wishes = Button(kind=ButtonKind.LINK)
        self._more = Button(kind=ButtonKind.LINK)
        self._labels = [Label(words=Words.CAPTION, tone=Tone.MUTED) for _ in range(4)]

    def _lay_out(self) -> None:
        space = tokens().space
        foot = QHBoxLayout()
        foot.setContentsMargins(space.l, space.s, space.l, space.m)
        foot.setSpacing(space.s)
        foot.addWidget(self.propose)
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
        size = QHBoxLayout()
        size.setSpacing(space.s)
        size.addWidget(self.by, 1)
        size.addWidget(self.number)
        wishes = QHBoxLayout()
        wishes.addWidget(self._wishes, 1)
        wishes.addWidget(self._no_wishes)
        head = Ground("side")
        head.column.setContentsMargins(space.l, space.m, space.l, space.s)
        head.column.setSpacing(space.s)
        head.column.addLayout(size)
        head.column.addLayout(self._lay_out_form())
        head.column.addWidget(self._more, 0, Qt.AlignmentFlag.AlignLeft)
        head.column.addWidget(self._work)
        head.column.addLayout(wishes)
        head.column.addWidget(self._wrong)
        head.column.addWidget(self.name)
        self._wrong.hide()
        self.name.hide()
        return head

    def _lay_out_form(self) -> QFormLayout:
        space = tokens().space
        self.number.setRange(1, _MOST_SIZE)
        self.number.setValue(4)
        self.minutes.setRange(0, 180)
        self.minutes.setValue(10)
        self.minutes.setSingleStep(5)
        form = QFormLayout()
        form.setContentsMargins(0, 0, 0, 0)
        form.setVerticalSpacing(space.xs)
        form.setHorizontalSpacing(space.s)
        form.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.ExpandingFieldsGrow)
        for label, field in zip(self._labels, (self.how, self.minutes, self.late, self.prepared), strict=True):
            label.setBuddy(field)
            field.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
            form.addRow(label, field)
        self._form = form
        self._work = QWidget()
        work = QVBoxLayout(self._work)
        work.setContentsMargins(0, 0, 0, 0)
        work.setSpacing(space.xs)
        for edit in (self.task, self.steps):
            edit.setTabChangesFocus(True)
            edit.setFixedHeight(_LINES * self.fontMetrics().lineSpacing() + 14)
            work.addWidget(edit)
        self._work.hide()
        return form

    def _connect(self) -> None:
        self._bridge.stateChanged.connect(self._changed)
        self.by.chosen.connect(lambda _key: self.make())
        self.number.valueChanged.connect(lambda _value: self.make())
        self.how.currentIndexChanged.connect(lambda _at: self.make())
        self.prepared.currentIndexChanged.connect(lambda _at: self._take_prepared())
        self.propose.clicked.connect(self.make)
        self.open.clicked.connect(self.open_rooms)
        self.view.dropped.connect(self._moved)
        self.view.asked.connect(self._asked)
        self.view.menu_wanted.connect(self._menu)
        self.name.submitted.connect(self._renamed)
        self._no_wishes.clicked.connect(self._forget_wishes)
        self._more.clicked.connect(self._show_work)

    def _segments(self) -> tuple[Segment, ...]:
        return (
            Segment("size", QCoreApplication.translate("Rooms", "People a room")),
            Segment("rooms", QCoreApplication.translate("Rooms", "Rooms")),
        )

    def _say_choices(self) -> None:
        """Fill the lists of choices, keeping what is chosen."""
        how = {How.RANDOM: self.tr("At random"), How.CHOICE: self.tr("Everybody chooses")}
        if self._before():
            how |= {
                How.NEW: self.tr("New partners"),
                How.KEEP: self.tr("The same groups as before"),
                How.SPREAD: self.tr("One from each former group"),
                How.JOIN: self.tr("Join former groups"),
            }
        late = {
            Late.SMALLEST: self.tr("Into the smallest room"),
            Late.MAIN: self.tr("Into the main room"),
            Late.CHOICE: self.tr("They choose a room"),
        }
        _fill(self.how, ((text, key.value) for key, text in how.items()))
        _fill(self.late, ((text, key.value) for key, text in late.items()))
        self._say_prepared()

    def _say_prepared(self) -> None:
        prepared = prepared_rounds(self._bridge.projected)
        entries = [(self.tr("None"), "")]
        entries += [
            (each.task.split("\n", 1)[0] or self.tr("%n people", "in a room", each.people), each.id)
            for each in prepared
        ]
        _fill(self.prepared, entries)
        self._form.setRowVisible(self.prepared, bool(prepared))

    def retranslate(self) -> None:
        """Say the words again."""
        self.by.say(self.tr("What the number counts"), self._segments())
        names = (self.tr("How"), self.tr("Minutes"), self.tr("Who comes late"), self.tr("From the plan"))
        for label, name in zip(self._labels, names, strict=True):
            label.setText(name)
        for field, name in zip((self.how, self.minutes, self.late, self.prepared), names, strict=True):
            field.setAccessibleName(name)
        self.number.setAccessibleName(self.tr("How many"))
        self.minutes.setSpecialValueText(self.tr("open end"))
        self.minutes.setSuffix(self.tr(" min"))
        self.task.setAccessibleName(self.tr("What each room is to do"))
        self.task.setPlaceholderText(self.tr("What each room is to do\nLines with # are headings in its notes"))
        self.steps.setAccessibleName(self.tr("Steps, one a line"))
        self.steps.setPlaceholderText(self.tr("Steps, one a line"))
        self.propose.say(self.tr("Propose again"), self.tr("Form other groups in the same way"))
        self.name.say(self.tr("Name of the room"))
        self._no_wishes.say(self.tr("Forget"), self.tr("Forget who is kept together and apart"))
        self._say_more()
        self._say_choices()
        self._show()

    def _say_more(self) -> None:
        hidden = self._work.isHidden()
        self._more.say(self.tr("Task and steps…") if hidden else self.tr("Hide task and steps"))

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

    def _show_work(self) -> None:
        self._work.setVisible(self._work.isHidden())
        self._say_more()

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
            groups = self._groups(people)
        except Contradiction as wrong:
            self._wrong.setText(contradiction_text(wrong, partial(member_name, self._bridge.projected)))
            self._wrong.show()
            return
        names = [self.tr("Room %1").replace("%1", str(n + 1)) for n in range(len(groups))]
        self.proposal = Proposal.of(groups, names, people)
        self._show()

    def _groups(self, people: tuple[str, ...]) -> Groups:
        count = self.number.value()
        by_rooms = self.by.current == "rooms"
        wanted = sizes(len(people), rooms=count if by_rooms else 0, size=count)
        seed = secrets.randbits(32)
        before = self._before()
        match How(self.how.currentData() or How.RANDOM):
            case How.NEW:
                state = self._bridge.projected.state(BreakoutsState)
                found = rotation(people, wanted, 1, seed, self.rules, all_before(state))
                return found.rounds[0]
            case How.KEEP if before:
                return forming.kept(before, people)
            case How.SPREAD if before:
                return forming.spread(before, people, wanted, seed)
            case How.JOIN if before:
                return forming.joined(before, people, min(len(wanted), sum(map(bool, before))))
            case How.CHOICE:
                return tuple(() for _ in wanted)
            case _:
                return forming.at_random(people, wanted, seed, self.rules)

    def _before(self) -> Groups:
        """Give the groups of the open round, else of the last one."""
        return before_of(self._bridge.projected.state(BreakoutsState))

    def _take_prepared(self) -> None:
        state = self._bridge.projected.state(BreakoutsState)
        known = state.rounds.get(self.prepared.currentData() or "")
        if known is None:
            return
        self.by.choose("rooms" if known.room_count else "size")
        self.number.setValue(known.room_count or known.people or self.number.value())
        self.minutes.setValue(known.minutes)
        self.task.setPlainText(known.task)
        self.steps.setPlainText("\n".join(known.steps))
        how = {Mixing.RANDOM: How.RANDOM, Mixing.KEEP: How.KEEP, Mixing.JOIN: How.JOIN, Mixing.SPREAD: How.SPREAD}
        self.how.setCurrentIndex(self.how.findData(how[known.mixing].value))
        self.make()

    def open_rooms(self) -> None:
        """Open the proposed rooms, for everybody in one step."""
        state = self._bridge.projected.state(BreakoutsState)
        chooses = self.how.currentData() == How.CHOICE.value
        command = b.OpenRound(
            rooms=tuple(
                b.RoomPlan(name=group.name, members=group.members, captain=group.captain)
                for group in self.proposal.groups
            ),
            round=self.prepared.currentData() or "",
            replaces=state.current,
            task=self.task.toPlainText(),
            steps=tuple(line for line in self.steps.toPlainText().split("\n") if line.strip()),
            minutes=self.minutes.value(),
            late=Late.CHOICE if chooses else Late(self.late.currentData() or Late.SMALLEST),
            limit=self.number.value() if chooses and self.by.current == "size" else 0,
        )
        try:
            self._bridge.ask(command)
        except Refusal as refusal:
            self._wrong.setText(refusal_text(refusal.code, refusal.params))
            self._wrong.show()
            return
        self._wrong.hide()
        self.prepared.setCurrentIndex(0)

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
        self._renaming = place
        self.name.set_text(self.proposal.groups[place].name)
        self.name.show()
        self.name.setFocus(Qt.FocusReason.OtherFocusReason)
        self.name.edit.selectAll()

    def _renamed(self, text: object) -> None:
        if isinstance(text, str) and text and self._renaming < len(self.proposal.groups):
            self.proposal = self.proposal.renamed(self._renaming, text)
        self.name.hide()
        self._show()
        self.view.setFocus(Qt.FocusReason.OtherFocusReason)


def _fill(choice: Choice, entries: Iterable[tuple[str, str]]) -> None:
    """Put entries into a list of choices, keeping what is chosen, without telling anybody."""
    chosen = choice.currentData()
    choice.blockSignals(True)
    choice.clear()
    for text, key in entries:
        choice.addItem(text, key)
    choice.setCurrentIndex(max(0, choice.findData(chosen)))
    choice.blockSignals(False)


def _listed(names: Iterable[str]) -> str:
    return ", ".join(sorted(names))
