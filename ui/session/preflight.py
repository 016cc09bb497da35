"""Before a class begins: what is ready and what lacks, in one place, looked at again by itself; it blocks nothing."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final
from urllib.parse import urlsplit

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from app.domain.agenda.state import AgendaState
from app.domain.expected.decider import ExpectedState
from app.domain.kernel.seats import Standing
from app.domain.kernel.words import Role
from app.domain.roster.events import Presence
from app.domain.roster.state import RosterState
from app.plans.timing import Code, schedule
from app.relay.embedded import reaches
from app.sync.connection import Online
from ui.bridge.names import member_name
from ui.bridge.session import Changed
from ui.bridge.tasks import TaskScope
from ui.expected.lists import Lists
from ui.prepare.plans import Plans
from ui.session.checks import Act, Check, Facts, State, checks, worst
from ui.session.desk import Desk, OpenClass
from ui.session.join import Joining
from ui.session.lead import Lead
from ui.session.network import Network, local_addresses
from ui.session.reach import Reach, reach_of
from ui.session.stage import BEFORE_START
from ui.shell.actions import Actions
from ui.shell.panels import Mode
from ui.shell.window import MainWindow
from ui.widgets.banner import IconMark
from ui.widgets.buttons import Button, ButtonKind
from ui.widgets.labels import ElidedLabel, Label, Words
from ui.widgets.layout import Ground
from ui.widgets.theme import tokens
from ui.widgets.translated import Translated

if TYPE_CHECKING:
    import asyncio

    from ui.shell.panels import Services

AGAIN_MS: Final = 10_000
"""How often the address is tried again while this can be seen, in milliseconds."""

_TIMES: Final = frozenset({Code.GAP, Code.OVERRUN, Code.PINS_CONTRADICT, Code.PIN_BEFORE_START})

_LOOKS: Final = {
    State.READY: ("circle-check", "ok_text"),
    State.OPTIONAL: ("circle", "faint"),
    State.CHECKING: ("refresh-cw", "muted"),
    State.LACKING: ("triangle-alert", "warn_text"),
    State.BROKEN: ("circle-x", "danger_text"),
}


class _Row(QWidget):
    """One check: a mark, what it is, how it stands, and a button."""

    def __init__(self) -> None:
        super().__init__()
        space = tokens().space
        self.check: Check | None = None
        self._mark = IconMark("circle")
        self._title = ElidedLabel(words=Words.STRONG)
        self._detail = ElidedLabel(words=Words.CAPTION)
        self.button = Button(kind=ButtonKind.QUIET)
        words = QVBoxLayout()
        words.setSpacing(0)
        words.addWidget(self._title)
        words.addWidget(self._detail)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(space.s)
        row.addWidget(self._mark, 0, Qt.AlignmentFlag.AlignVCenter)
        row.addLayout(words, 1)
        row.addWidget(self.button)

    def show_check(self, check: Check, state: str) -> None:
        """Show a check.

        Args:
            check: what was found.
            state: in words, for screen readers.
        """
        self.check = check
        self._mark.show_icon(*_LOOKS[check.state])
        self._title.setText(check.title)
        self._detail.setText(check.detail)
        self.button.setVisible(bool(check.verb))
        self.button.say(check.verb, f"{check.title}: {check.verb}")
        self.button.setAccessibleName(f"{check.title}: {check.verb}")
        self.setAccessibleName(f"{check.title}, {state}. {check.detail}")


class Preflight(Translated, Ground):
    """Shown until the class starts. One line while it is folded; it unfolds by itself when something is broken.

    Args:
        services: the desktop's, with the class.
    """

    def __init__(self, services: Services) -> None:
        super().__init__("card", margin=tokens().space.m, spacing=tokens().space.s)
        self._desk, self._one = services.need(Desk), services.need(OpenClass)
        self._lead, self._joining = services.need(Lead), services.need(Joining)
        self._plans, self._lists = services.need(Plans), services.need(Lists)
        self._actions, self._window = services.need(Actions), services.need(MainWindow)
        self._scope = services.need(TaskScope)
        self._bridge = self._one.bridge
        self._answers: bool | None = None
        self._asked = ""
        self._probe: asyncio.Task[object] | None = None
        self._unfolded: bool | None = None
        self._mark = IconMark("circle")
        self._sum = Label(words=Words.STRONG, wrap=True)
        self.fold = Button(kind=ButtonKind.PLAIN)
        self._grid = QGridLayout()
        self.rows = [_Row() for _ in range(8)]
        self._body = QWidget()
        self._lay_out()
        self._connect()
        self.retranslate()

    def _lay_out(self) -> None:
        space = tokens().space
        head = QHBoxLayout()
        head.setSpacing(space.s)
        head.addWidget(self._mark)
        head.addWidget(self._sum, 1)
        head.addWidget(self.fold)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(space.xl)
        self._grid.setVerticalSpacing(space.xs)
        for place, row in enumerate(self.rows):
            self._grid.addWidget(row, place // 2, place % 2)
        self._grid.setColumnStretch(0, 1)
        self._grid.setColumnStretch(1, 1)
        self._body.setLayout(self._grid)
        self.column.addLayout(head)
        self.column.addWidget(self._body)

    def _other_changed(self, _what: object) -> None:
        self.show_checks()

    def _relay_changed(self, _status: object) -> None:
        self.look()

    def _connect(self) -> None:
        self._timer = QTimer(self)
        self._timer.setInterval(AGAIN_MS)
        self._timer.timeout.connect(self.look)
        self._timer.start()
        self._bridge.stateChanged.connect(self._changed)
        # Bound methods, which end with this widget: a class may be put away before its window is.
        self._bridge.connectionChanged.connect(self._other_changed)
        self._desk.relay_changed.connect(self._relay_changed)
        self._lists.changed.connect(self._other_changed)
        self._joining.projector_moved.connect(self.show_checks)
        app = QGuiApplication.instance()
        app.screenAdded.connect(self._screens_changed)  # type: ignore[union-attr]
        app.screenRemoved.connect(self._screens_changed)  # type: ignore[union-attr]
        self.fold.clicked.connect(self._turn)
        for row in self.rows:
            row.button.clicked.connect(lambda _checked=False, row=row: self.act(row.check))

    def retranslate(self) -> None:
        """Say it again."""
        self.setAccessibleName(self.tr("Before the class begins"))
        self.show_checks()
        self.look()

    # --- looking ---------------------------------------------------------------------------------------------------

    def facts(self) -> Facts:
        """Put together what is known now."""
        world = self._bridge.projected
        roster, agenda = world.state(RosterState), world.state(AgendaState)
        address = reach_of(self._bridge)
        leading = [seat for seat in roster.members.values() if seat.role is Role.COFACILITATOR]
        there = [s for s in leading if s.is_in and roster.presence_of(s.member) is not Presence.GONE]
        away = [s for s in leading if s not in there and s.standing in {Standing.EXPECTED, Standing.ADMITTED}]
        kept = next((each for each in self._plans.all if each.id and each.id == agenda.plan), None)
        findings = schedule(kept.plan).findings if kept is not None and kept.plan is not None else ()
        self._lists.want(agenda.plan)
        mine = self._bridge.me
        return Facts(
            local=self._desk.is_local(self._one),
            connected=isinstance(self._bridge.connection, Online),
            address=address,
            answers=self._answers if self._asked == address.base else None,
            other_address=address.reach is Reach.HERE and local_addresses()[0].network is not Network.SELF,
            standby=bool(self._one.session.standby),
            helpers=tuple(member_name(world, seat.member) for seat in there if seat.member != mine),
            awaited=tuple(member_name(world, seat.member) for seat in away if seat.member != mine),
            may_invite=self._bridge.role is Role.HOST,
            screens=len(QGuiApplication.screens()),
            projected=self._joining.is_projected,
            activities=len(agenda.activities),
            minutes=sum(activity.minutes for activity in agenda.activities.values()),
            findings=sum(1 for finding in findings if finding.code in _TIMES),
            plan_here=kept is not None,
            expected=len(world.state(ExpectedState).people),
            unsent=len(self._lists.unsent(agenda.plan)) if self._lists.is_ready(agenda.plan) else 0,
            meeting=self._one.session.meeting_link,
        )

    def look(self) -> None:
        """Try the address again."""
        if self._is_wanted and (self._probe is None or self._probe.done()):
            self._probe = self._scope.spawn(self._try_address(), name="preflight")

    async def _try_address(self) -> None:
        base = reach_of(self._bridge).base
        parts = urlsplit(base)
        if parts.hostname:
            port = parts.port or (443 if parts.scheme == "https" else 80)
            answers = await reaches(parts.hostname, port, secure=parts.scheme == "https")
            self._asked, self._answers = base, answers
        self.show_checks()

    @property
    def _is_wanted(self) -> bool:
        return self._one.session.phase in BEFORE_START

    def _changed(self, changed: object) -> None:
        if isinstance(changed, Changed) and changed.touches("session", "roster", "agenda", "expected"):
            self.show_checks()
            if reach_of(self._bridge).base != self._asked:
                self.look()

    def _screens_changed(self, _screen: object) -> None:
        self.show_checks()

    def show_checks(self) -> None:
        """Show how everything stands."""
        self.setVisible(self._is_wanted)
        if not self._is_wanted:
            self._timer.stop()
            return
        found = checks(self.facts())
        for row, check in zip(self.rows, found, strict=True):
            row.show_check(check, self._state_text(check.state))
        state = worst(found)
        open_now = self._unfolded if self._unfolded is not None else state is State.BROKEN
        self._body.setVisible(open_now)
        self.fold.say(self.tr("Fold") if open_now else self.tr("Details"))
        self._mark.show_icon(*_LOOKS[State.READY if state is State.OPTIONAL else state])
        wanting = [check.title for check in found if check.state in {State.LACKING, State.BROKEN}]
        if wanting:
            self._sum.setText(self.tr("To look at before you start: %1").replace("%1", ", ".join(wanting)))
        elif state is State.CHECKING:
            self._sum.setText(self.tr("Checking that all is ready…"))
        else:
            self._sum.setText(self.tr("All is ready."))

    def _state_text(self, state: State) -> str:
        match state:
            case State.READY:
                return self.tr("ready")
            case State.OPTIONAL:
                return self.tr("not used")
            case State.CHECKING:
                return self.tr("being checked")
            case State.LACKING:
                return self.tr("to look at")
            case State.BROKEN:
                return self.tr("does not work")

    def _turn(self) -> None:
        self._unfolded = self._body.isHidden()
        self.show_checks()

    # --- doing -----------------------------------------------------------------------------------------------------

    def act(self, check: Check | None) -> None:
        """Do what the button beside a check says.

        Args:
            check: the one it stands beside.
        """
        match check.act if check is not None else Act.NONE:
            case Act.RELAY:
                self._retry()
            case Act.ADDRESS:
                self._readdress()
            case Act.INVITE:
                self._actions.run("roster.invite_staff")
            case Act.PROJECT:
                self._joining.project()
            case Act.PLAN:
                self._plans.open(self._plan)
                self._window.show_mode(Mode.PREPARE)
            case Act.SEND:
                self._scope.spawn(self._lists.send(self._plan, self._bridge), name="expect people")
            case Act.MEETING:
                self._lead.edit_meeting_link()
            case Act.NONE:
                pass

    @property
    def _plan(self) -> str:
        return self._bridge.projected.state(AgendaState).plan

    def _retry(self) -> None:
        if self._desk.is_local(self._one):
            self._scope.spawn(self._desk.relay(), name="relay")
        self._bridge.retry()

    def _readdress(self) -> None:
        if self._desk.is_local(self._one) and reach_of(self._bridge).reach is Reach.HERE:
            self._desk.tell_address(self._one, local_addresses()[0])
        self.look()
