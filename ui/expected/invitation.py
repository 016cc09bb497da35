"""The invitation on the screen: written from the plan, for everybody or for one person, copied or saved."""

from __future__ import annotations

import asyncio
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from msgspec.structs import replace
from PySide6.QtCore import QTimeZone
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QHBoxLayout, QPlainTextEdit, QVBoxLayout, QWidget

from app.people.invitation import HERE, NOWHERE, ROOM, WORLD, Letter, Occasion, letter, link_note, mail_merge
from app.plans.calendar import PlanUndated, to_ics
from app.plans.timing import schedule
from app.sync.links import CodeLink, write_link
from ui.bridge.dialogs import FileAsk, ask_file
from ui.session.reach import Reach, reach_of
from ui.widgets.banner import Banner
from ui.widgets.buttons import Button, ButtonKind
from ui.widgets.fields import Choice, Field
from ui.widgets.labels import Label, Tone
from ui.widgets.segmented import Segment, Segmented
from ui.widgets.theme import tokens
from ui.widgets.toast import Toast
from ui.widgets.translated import Translated

if TYPE_CHECKING:
    from datetime import tzinfo

    from app.people.person import PeopleList, Person
    from ui.bridge.tasks import TaskScope
    from ui.expected.lists import Lists
    from ui.prepare.plans import Plans
    from ui.session.desk import Desk, OpenClass

OWN, SHARED = "own", "shared"
_REACH = {Reach.HERE: HERE, Reach.ROOM: ROOM, Reach.WORLD: WORLD}


def local_zone() -> tzinfo:
    """Return this computer's time zone, with its summers and winters."""
    name = bytes(QTimeZone.systemTimeZoneId().data()).decode()
    try:
        return ZoneInfo(name)
    except (ZoneInfoNotFoundError, ValueError):
        return datetime.now().astimezone().tzinfo or UTC


class InvitationView(Translated, QWidget):
    """Shows what people receive, and gives it away: to the clipboard, for a mail merge, as a calendar's entry.

    Args:
        plans: the open one is what people are invited to.
        lists: who is invited.
        desk: the class that links lead to, once there is one.
        scope: writes files.
        parent: the owner.
    """

    def __init__(self, plans: Plans, lists: Lists, desk: Desk, scope: TaskScope, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._plans, self._lists, self._desk, self._scope = plans, lists, desk, scope
        self.links = Segmented("", self._kinds())
        self.whom = Choice()
        self._whom_label = Label(tone=Tone.MUTED)
        self._whom_label.setBuddy(self.whom)
        self.meeting = Field(placeholder="https://")
        self.about = Banner()
        self.subject = QPlainTextEdit()
        self.text = QPlainTextEdit()
        for each in (self.subject, self.text):
            each.setProperty("kind", "field")
            each.setReadOnly(True)
            each.setTabChangesFocus(True)
        self.copy = Button(kind=ButtonKind.PRIMARY, icon_name="copy")
        self.copy_all = Button(kind=ButtonKind.QUIET, icon_name="copy")
        self._table = Button(kind=ButtonKind.QUIET, icon_name="download")
        self._calendar = Button(kind=ButtonKind.QUIET, icon_name="calendar")
        self.written = Letter("", "")
        """What is shown; a text field gives it back without its non-breaking spaces."""
        self.toast = Toast(self)
        self._arrange()
        self.links.chosen.connect(lambda _key: self.show_text())
        self.whom.activated.connect(lambda _row: self.show_text())
        self.meeting.edited.connect(self._meeting_typed)
        self.copy.clicked.connect(self.copy_shown)
        self.copy_all.clicked.connect(self.copy_everybody)
        self._table.clicked.connect(lambda: scope.spawn(self._save_table(), name="mail merge"))
        self._calendar.clicked.connect(lambda: scope.spawn(self._save_calendar(), name="calendar entry"))
        plans.opened.connect(lambda _kept: self.show_text())
        plans.changed.connect(lambda _changed: self.show_text())
        lists.changed.connect(lambda _list: self.show_text())
        desk.seats_changed.connect(lambda _seats: self.show_text())
        self.retranslate()

    def _arrange(self) -> None:
        space = tokens().space
        head = QHBoxLayout()
        head.setSpacing(space.s)
        head.addWidget(self.links)
        head.addSpacing(space.m)
        head.addWidget(self._whom_label)
        head.addWidget(self.whom, 1)
        self.subject.setFixedHeight(tokens().type.body * 4 + tokens().space.s)
        buttons = QHBoxLayout()
        buttons.setSpacing(space.s)
        buttons.addWidget(self._calendar)
        buttons.addWidget(self._table)
        buttons.addStretch(1)
        buttons.addWidget(self.copy_all)
        buttons.addWidget(self.copy)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(space.s)
        column.addLayout(head)
        column.addWidget(self.about)
        column.addWidget(self.meeting)
        column.addWidget(self.subject)
        column.addWidget(self.text, 1)
        column.addLayout(buttons)

    def retranslate(self) -> None:
        """Say the words again."""
        self.links.say(self.tr("Links"), self._kinds())
        self._whom_label.setText(self.tr("To"))
        self.whom.setAccessibleName(self.tr("To whom"))
        self.meeting.say(self.tr("Meeting link (optional)"), placeholder="https://")
        self.subject.setAccessibleName(self.tr("Subject"))
        self.text.setAccessibleName(self.tr("Text of the invitation"))
        self.copy.say(self.tr("Copy the text"))
        self.copy_all.say(self.tr("Copy all"), self.tr("Copy everybody’s invitation, one below the other"))
        self._table.say(self.tr("For a mail merge…"), self.tr("Save a table with a row for each person, as CSV"))
        self._calendar.say(self.tr("Calendar entry…"), self.tr("Save an entry that calendars read, as .ics"))
        self.show_text()

    def _kinds(self) -> tuple[Segment, ...]:
        return (
            Segment(OWN, self.tr("A link for each person"), "user"),
            Segment(SHARED, self.tr("One link for all"), "users"),
        )

    # --- what is written -------------------------------------------------------------------------------------------

    @property
    def _id(self) -> str:
        kept = self._plans.current
        return kept.id if kept is not None else ""

    @property
    def _list(self) -> PeopleList:
        return self._lists.of(self._id)

    @property
    def open_class(self) -> OpenClass | None:
        """The class that was started from the plan, while it goes on."""
        wanted = self._list.session
        return next((one for one in self._desk.open_classes if one.bridge.session == wanted and one.is_going_on), None)

    def occasion(self) -> Occasion:
        """Put together what people are invited to."""
        plan, meeting, zone = self._plans.plan, self.meeting.text(), self._zone_name()
        one = self.open_class
        if one is None:
            return Occasion(plan, zone, meeting=meeting, reach=NOWHERE, personal=self.links.current == OWN)
        self._lists.want(one.bridge.session)
        address = reach_of(one.bridge)
        code = one.session.code
        return Occasion(
            plan,
            zone,
            base=address.base,
            code=code,
            link=write_link(CodeLink(address.base, code)) if code else "",
            reach=_REACH[address.reach],
            meeting=one.session.meeting_link or meeting,
            links=self._lists.links(self._id, address.base) if self.links.current == OWN else {},
        )

    def _zone_name(self) -> str:
        """Name the time zone of the plan's first day, as people know it."""
        if self.open_class is not None and self.open_class.session.nearby:
            return ""
        day = next((one.day for one in schedule(self._plans.plan).days if one.day and one.day.date and one.clock), None)
        if day is None:
            return ""
        try:
            at = datetime.fromisoformat(f"{day.date}T12:00").replace(tzinfo=local_zone())
        except ValueError:
            return ""
        return at.tzname() or ""

    def _person(self) -> Person | None:
        chosen = self.whom.currentData()
        return next((person for person in self._list.people if person.id == chosen), None)

    def show_text(self) -> None:
        """Write the invitation again."""
        if not self.isVisibleTo(self.window()):
            return
        self._fill_whom()
        is_own = self.links.current == OWN
        self.whom.setEnabled(is_own and bool(self._list.people))
        before, self.written = self.written, letter(self.occasion(), self._person() if is_own else None)
        if before != self.written:
            self.subject.setPlainText(self.written.subject)
            self.text.setPlainText(self.written.body)
        self.copy_all.setVisible(is_own and len(self._list.people) > 1)
        self._table.setEnabled(bool(self._list.people))
        self.meeting.setVisible(self.open_class is None)
        if self._list.meeting and not self.meeting.text():
            self.meeting.set_text(self._list.meeting)
        self._say_what_lacks()

    def _fill_whom(self) -> None:
        people = self._list.people
        wanted = [(person.id, person.name) for person in people] or [("", self.tr("Everybody"))]
        if [(self.whom.itemData(row), self.whom.itemText(row)) for row in range(self.whom.count())] == wanted:
            return
        chosen = self.whom.currentData()
        self.whom.clear()
        for key, name in wanted:
            self.whom.addItem(name, key)
        self.whom.setCurrentIndex(max(0, self.whom.findData(chosen)))

    def _say_what_lacks(self) -> None:
        one = self.open_class
        if one is None:
            text = self.tr(
                "There is no class yet, so the place of the link is left open. Start the class from this plan, even "
                "days before: the links fill in here."
            )
            self.about.say(Tone.INFO, text, closable=False)
            return
        address = reach_of(one.bridge)
        unsent = self._lists.unsent(self._id)
        if address.reach is not Reach.WORLD:
            text = self.tr("These links are local. They work on this network only, and the invitation says so.")
            self.about.say(Tone.WARN, text, closable=False)
        elif unsent and self.links.current == OWN:
            text = self.tr("%n people are not in the class yet; they get the link for all.", "", len(unsent))
            self.about.say(Tone.WARN, text, closable=False)
        else:
            self.about.hide()

    def _meeting_typed(self, text: object) -> None:
        if self._lists.is_ready(self._id):
            self._lists.put(self._id, replace(self._list, meeting=str(text)))
        self.show_text()

    # --- giving it away --------------------------------------------------------------------------------------------

    def copy_shown(self) -> None:
        """Put the text that is shown on the clipboard."""
        QGuiApplication.clipboard().setText(self.written.body)
        self.toast.say(self.tr("Invitation copied"))

    def copy_everybody(self) -> None:
        """Put everybody's invitation on the clipboard, one below the other."""
        occasion = self.occasion()
        letters = [(person, letter(occasion, person)) for person in self._list.people]
        texts = [f"{person.email or person.name}\n{each.subject}\n\n{each.body}" for person, each in letters]
        QGuiApplication.clipboard().setText(f"\n\n{'—' * 20}\n\n".join(texts))
        self.toast.say(self.tr("%n invitations copied", "", len(letters)))

    def calendar(self) -> bytes:
        """Return the calendar's entry.

        Raises:
            PlanUndated: no day of the plan has a date and a time.
        """
        occasion = self.occasion()
        now = datetime.now(UTC)
        return to_ics(occasion.plan, self._id, local_zone(), now, occasion.link, occasion.meeting, link_note(occasion))

    def table(self) -> bytes:
        """Return the table for a mail merge."""
        return mail_merge(self.occasion(), self._list.people)

    async def _save_table(self) -> None:
        name = self.tr("invitations.csv", "the name of a file")
        await self._save(self.table(), name, self.tr("Tables (*.csv)"))

    async def _save_calendar(self) -> None:
        try:
            data = self.calendar()
        except PlanUndated:
            text = self.tr("Give the plan a date and a time first: its days stand above the agenda.")
            self.about.say(Tone.WARN, text)
            return
        await self._save(data, self.tr("invitation.ics", "the name of a file"), self.tr("Calendars (*.ics)"))

    async def _save(self, data: bytes, name: str, patterns: str) -> None:
        path = await ask_file(self.window(), FileAsk.SAVE, self.tr("Save"), name=name, patterns=patterns)
        if path is None:
            return
        try:
            await asyncio.to_thread(Path(path).write_bytes, data)
        except OSError:
            self.about.say(Tone.DANGER, self.tr("This file cannot be written: %1").replace("%1", Path(path).name))
        else:
            self.toast.say(self.tr("Saved as %1").replace("%1", Path(path).name))
