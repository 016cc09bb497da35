"""The sheet from which a class is started: its title, where people are, and how they reach it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING

from PySide6.QtCore import QDateTime, QEvent, QLocale, Qt
from PySide6.QtWidgets import QCheckBox, QDateTimeEdit, QDialog, QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from app.domain.kernel.refusal import Refusal
from app.domain.session.commands import SetDialIn
from app.relay.embedded import reaches
from app.sync.links import base_url
from app.sync.opening import NewSession
from app.sync.runbook import Source, commands_for
from ui.bridge.refusals import refusal_text
from ui.session.desk import Desk, HostedRelay
from ui.session.network import LocalAddress, Network, local_addresses
from ui.session.reach import Reach, reach
from ui.session.words import KNOWN_ERRORS, error_text, network_text
from ui.widgets.banner import Banner
from ui.widgets.buttons import Button, ButtonKind
from ui.widgets.fields import Choice, Field
from ui.widgets.labels import Label, Tone, Words
from ui.widgets.layout import tight
from ui.widgets.segmented import Segment, Segmented
from ui.widgets.theme import tokens
from ui.widgets.translated import Translated

if TYPE_CHECKING:
    import asyncio

    from ui.bridge.tasks import TaskScope

HERE, THERE = "here", "there"


@dataclass(frozen=True)
class Proposal:
    """What stands in the sheet first.

    Attributes:
        title: of the class.
        language: `fr` or `en`.
        name: of the host.
        hosted: the relay used last; an empty address for none.
        dial_in: the number to call that was given last; empty for none.
        source: the plan from which the class is started; none for a class without.
    """

    title: str = ""
    language: str = "fr"
    name: str = ""
    hosted: str = ""
    dial_in: str = ""
    source: Source | None = None


class StartSheet(Translated, QDialog):
    """Asks for what a class needs, and starts it; stays open, and says why, when that does not work.

    Args:
        desk: starts it.
        proposal: what stands in it first.
        scope: runs what waits.
        parent: the window.
    """

    def __init__(self, desk: Desk, proposal: Proposal, scope: TaskScope, parent: QWidget) -> None:
        super().__init__(parent)
        self._desk, self._scope, self._source = desk, scope.child(self), proposal.source
        self._heading = Label(words=Words.HEADING)
        self._trouble = Banner()
        self.title = Field(limit=200)
        self.name = Field(limit=60)
        self.language = Segmented("", self._languages())
        self._language_label = Label(words=Words.STRONG)
        self.where = Segmented("", self._places())
        self._where_label = Label(words=Words.STRONG)
        self.here = Here(desk, self._scope)
        self.there = There()
        self._pages = QStackedWidget()
        self._pages.addWidget(self.here)
        self._pages.addWidget(self.there)
        self.meeting = Field(placeholder="https://")
        self.dial_in = Field(limit=200)
        self.dial_in.set_text(proposal.dial_in)
        self.later = QCheckBox()
        self.opens_at = QDateTimeEdit(QDateTime.currentDateTime().addSecs(1800))
        self.opens_at.setButtonSymbols(QDateTimeEdit.ButtonSymbols.NoButtons)
        # Its inner line heeds no padding of the style sheet.
        self.opens_at.lineEdit().setTextMargins(tokens().space.s, 0, 0, 0)
        self.opens_at.hide()
        self._stay = Button(kind=ButtonKind.QUIET)
        self.go = Button(kind=ButtonKind.PRIMARY, icon_name="play")
        self.title.set_text(proposal.title)
        self.name.set_text(proposal.name)
        self.language.choose(proposal.language)
        self.there.address.set_text(proposal.hosted)
        self._arrange()
        self.where.chosen.connect(self._place_chosen)
        self.later.toggled.connect(self.opens_at.setVisible)
        self._stay.clicked.connect(self.reject)
        self.go.clicked.connect(lambda: self._scope.spawn(self._start(), name="start a class"))
        self.go.setDefault(True)
        self.retranslate()
        self.here.look()
        (self.title if not proposal.title else self.name if not proposal.name else self.go).setFocus()

    def _arrange(self) -> None:
        space = tokens().space
        language = QVBoxLayout()
        language.setSpacing(space.xs)
        language.addWidget(self._language_label)
        language.addWidget(self.language)
        language.addStretch(1)
        names = QHBoxLayout()
        names.setSpacing(space.l)
        names.addWidget(self.name, 1)
        names.addLayout(language)
        when = QHBoxLayout()
        when.setSpacing(space.s)
        when.addWidget(self.later)
        when.addWidget(self.opens_at)
        when.addStretch(1)
        where = QHBoxLayout()
        where.addWidget(self.where)
        where.addStretch(1)
        buttons = QHBoxLayout()
        buttons.setSpacing(space.s)
        buttons.addStretch(1)
        buttons.addWidget(self._stay)
        buttons.addWidget(self.go)
        column = QVBoxLayout(self)
        column.setContentsMargins(space.xl, space.xl, space.xl, space.l)
        column.setSpacing(space.s)
        column.addWidget(self._heading)
        column.addWidget(self._trouble)
        column.addSpacing(space.xs)
        column.addWidget(self.title)
        column.addLayout(names)
        column.addSpacing(space.xs)
        column.addWidget(self._where_label)
        column.addLayout(where)
        column.addWidget(self._pages)
        ways = QHBoxLayout()
        ways.setSpacing(space.l)
        ways.addWidget(self.meeting, 1)
        ways.addWidget(self.dial_in, 1)
        column.addLayout(ways)
        column.addLayout(when)
        column.addSpacing(space.m)
        column.addStretch(1)
        column.addLayout(buttons)
        self.setMinimumWidth(560)

    def retranslate(self) -> None:
        """Say the words again."""
        self.setWindowTitle(self.tr("Start a class"))
        self.opens_at.setDisplayFormat(f"{QLocale().dateFormat(QLocale.FormatType.ShortFormat)} HH:mm")
        self._heading.setText(self.tr("Start a class"))
        self.title.say(self.tr("Title"), placeholder=self.tr("Giving feedback that helps"))
        self.name.say(self.tr("Your name"), hint=self.tr("Learners see it beside what you write."))
        self._language_label.setText(self.tr("Language"))
        self.language.say(self.tr("Language of the class"), self._languages())
        self._where_label.setText(self.tr("Where are the learners?"))
        self.where.say(self.tr("Where the learners are"), self._places())
        self.meeting.say(
            self.tr("Meeting link (optional)"),
            hint=self.tr("Where people talk: Zoom, Teams, Jitsi or BigBlueButton."),
            placeholder="https://",
        )
        self.dial_in.say(
            self.tr("Number to call (optional)"),
            hint=self.tr("For whoever has no sound; it stands under “I have a problem”."),
            placeholder="+33 1 84 88 00 00",
        )
        self.later.setText(self.tr("Open the lobby later, by itself, at"))
        self.opens_at.setAccessibleName(self.tr("When the lobby opens"))
        self._stay.say(self.tr("Cancel"))
        self.go.say(self.tr("Open the class"))

    def event(self, event: QEvent) -> bool:
        """Grow with what is said in it; nothing is squeezed to make room for a message."""
        if event.type() != QEvent.Type.LayoutRequest:
            return super().event(event)
        handled = super().event(event)
        layout = self.layout()
        needed = layout.totalHeightForWidth(self.width()) if layout is not None else 0
        if needed > self.height():
            self.resize(self.width(), needed)
        return handled

    def done(self, result: int) -> None:
        """End what still runs with the sheet."""
        self.here.rest()
        super().done(result)

    @staticmethod
    def _languages() -> tuple[Segment, ...]:
        return Segment("fr", "Français"), Segment("en", "English")

    def _places(self) -> tuple[Segment, ...]:
        return (
            Segment(HERE, self.tr("In this room"), "house"),
            Segment(THERE, self.tr("At a distance"), "monitor"),
        )

    def _place_chosen(self, key: object) -> None:
        self._pages.setCurrentWidget(self.there if key == THERE else self.here)
        self._trouble.hide()

    def _new(self) -> NewSession | None:
        """Return what is asked for; none, and say beside the fields what is wrong, when something is."""
        wrong = [field for field in (self.title, self.name) if not field.text()]
        for field in wrong:
            field.set_error(refusal_text("text_empty"))
        meeting = self.meeting.text()
        if meeting and not meeting.startswith(("http://", "https://")):
            self.meeting.set_error(refusal_text("bad_link"))
            wrong.append(self.meeting)
        if self.where.current == THERE and not self.there.is_filled():
            wrong.append(self.there.address)
        opens_at = self.opens_at.dateTime().toMSecsSinceEpoch() if self.later.isChecked() else 0
        if wrong:
            wrong[0].setFocus()
            return None
        return NewSession(
            title=self.title.text(),
            name=self.name.text(),
            language=self.language.current,
            nearby=self.where.current == HERE,
            address=self.there.base() if self.where.current == THERE else "",
            meeting_link=meeting,
            opens_at=opens_at,
        )

    async def _start(self) -> None:
        new = self._new()
        if new is None:
            return
        self.go.setEnabled(False)
        self._trouble.hide()
        try:
            prepared = commands_for(self._source, begins=_hour(new.opens_at)) if self._source is not None else ()
            if self.dial_in.text():
                prepared = (SetDialIn(dial_in=self.dial_in.text()), *prepared)
            if new.nearby:
                await self._desk.start_here(new, self.here.chosen, prepared)
            else:
                hosted = HostedRelay(self.there.base(), self.there.key.text())
                await self._desk.start_there(new, hosted, prepared)
        except Exception as error:
            # Not when it is cancelled: then the sheet is gone already.
            self.go.setEnabled(True)
            if not isinstance(error, KNOWN_ERRORS):
                raise
            self._trouble.say(Tone.DANGER, error_text(error), closable=False)
        else:
            self.accept()


def _hour(opens_at: int) -> datetime | None:
    """Return when a class begins; none for now."""
    return datetime.fromtimestamp(opens_at / 1000).astimezone() if opens_at else None


class Here(Translated, QWidget):
    """Which of this computer's addresses the others use, and whether it answers there.

    Args:
        desk: starts the relay.
        scope: runs the check.
        for_colleagues: whether the others are colleagues at desktops, and not learners with phones.
    """

    def __init__(self, desk: Desk, scope: TaskScope, *, for_colleagues: bool = False) -> None:
        super().__init__()
        self._desk, self._scope, self._for_colleagues = desk, scope, for_colleagues
        self._addresses: tuple[LocalAddress, ...] = ()
        self._task: asyncio.Task[object] | None = None
        self._outcome: bool | None = None
        self._trouble = ""
        self._label = Label(words=Words.STRONG)
        self._choice = Choice()
        self._label.setBuddy(self._choice)
        self._again = Button(kind=ButtonKind.QUIET, icon_name="refresh-cw")
        self._told = Label(words=Words.CAPTION, tone=Tone.MUTED, wrap=True)
        self._told.setMinimumHeight(34)
        self._told.setAlignment(Qt.AlignmentFlag.AlignTop)
        row = QHBoxLayout()
        row.setSpacing(tokens().space.s)
        row.addWidget(self._choice, 1)
        row.addWidget(self._again)
        column = tight(QVBoxLayout(self), spacing=tokens().space.xs)
        column.addWidget(self._label)
        column.addLayout(row)
        column.addWidget(self._told)
        column.addStretch(1)
        self._choice.activated.connect(lambda _row: self.check())
        self._again.clicked.connect(self.look)
        self.retranslate()

    @property
    def chosen(self) -> LocalAddress:
        """The address that is chosen."""
        return self._addresses[max(0, self._choice.currentIndex())]

    def look(self) -> None:
        """List the addresses of the moment, and check the one that is chosen."""
        before = self.chosen.host if self._addresses else ""
        self._addresses = local_addresses()
        self._choice.clear()
        for address in self._addresses:
            self._choice.addItem(network_text(address))
        hosts = [address.host for address in self._addresses]
        self._choice.setCurrentIndex(hosts.index(before) if before in hosts else 0)
        self.check()

    def check(self) -> None:
        """Check whether the relay answers at the chosen address."""
        self.rest()
        self._outcome, self._trouble = None, ""
        self.retranslate()
        self._task = self._scope.spawn(self._check(), name="reachability")

    def rest(self) -> None:
        """Give up a check that is under way."""
        if self._task is not None:
            self._task.cancel()
            self._task = None

    async def _check(self) -> None:
        try:
            status = await self._desk.relay()
        except KNOWN_ERRORS as error:
            self._trouble = error_text(error)
        else:
            self._outcome = await reaches(self.chosen.host, status.port, secure=status.secure)
        self.retranslate()

    def retranslate(self) -> None:
        """Say it again."""
        self._label.setText(self.tr("Address of this computer"))
        self._choice.setAccessibleName(self.tr("Address of this computer"))
        self._again.say(self.tr("Check again"))
        for row, address in enumerate(self._addresses):
            self._choice.setItemText(row, network_text(address))
        text, tone = self._words()
        self._told.setText(text)
        self._told.set_tone(tone)

    def _words(self) -> tuple[str, Tone]:
        if self._trouble:
            return self._trouble, Tone.DANGER
        if self._outcome is None:
            return self.tr("Checking that this address answers…"), Tone.MUTED
        if not self._outcome:
            text = self.tr("Nothing answers at this address. Choose another one, or check the firewall.")
            return text, Tone.WARN
        if self._for_colleagues:
            return self._words_for_colleagues()
        if self.chosen.network is Network.SELF:
            text = self.tr("Only browsers on this computer reach it. Join a network to let phones in.")
            return text, Tone.WARN
        text = self.tr(
            "This address answers. Phones must be on the same network; if one cannot open the link, let Cercle "
            "through this computer’s firewall (port %1)."
        )
        status = self._desk.relay_status
        return text.replace("%1", str(status.port if status is not None else "")), Tone.OK

    def _words_for_colleagues(self) -> tuple[str, Tone]:
        if self.chosen.network is Network.SELF:
            return self.tr("No other computer reaches it. Join a network to let colleagues in."), Tone.WARN
        text = self.tr(
            "This address answers. Your colleagues must be on the same network; if one cannot open the link, let "
            "Cercle through this computer’s firewall (port %1)."
        )
        status = self._desk.relay_status
        return text.replace("%1", str(status.port if status is not None else "")), Tone.OK


class There(Translated, QWidget):
    """A relay on the internet, and its key."""

    def __init__(self) -> None:
        super().__init__()
        self.address = Field(placeholder="https://")
        self.key = Field(secret=True)
        column = tight(QVBoxLayout(self), spacing=tokens().space.xs)
        column.addWidget(self.address)
        column.addWidget(self.key)
        column.addStretch(1)
        self.address.edited.connect(lambda _text: self.retranslate())
        self.retranslate()

    def base(self) -> str:
        """Return the relay's base URL; empty while the address is none."""
        text = self.address.text()
        try:
            return base_url(text if "://" in text else f"https://{text}") if text else ""
        except Refusal:
            return ""

    def is_filled(self) -> bool:
        """Whether the address is one; says beside it when not."""
        if not self.base():
            self.address.set_error(refusal_text("bad_link"))
        return bool(self.base())

    def retranslate(self) -> None:
        """Say it again."""
        hint = self.tr("Whoever runs the relay gives you its address and key.")
        base = self.base()
        if base and reach(base) is not Reach.WORLD:
            hint = self.tr("This is a local address: people at a distance will not reach it.")
        self.address.say(self.tr("Address of the relay"), hint=hint, placeholder="https://")
        self.key.say(self.tr("Key of the relay"))
