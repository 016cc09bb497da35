"""The session's part of the bar: title, phase and clock; connection, people, code and what comes next."""

from collections.abc import Callable
from typing import assert_never

from PySide6.QtWidgets import QHBoxLayout, QMenu, QWidget

from app.domain.agenda.state import AgendaState
from app.domain.kernel.words import Phase
from app.domain.roster.state import RosterState
from app.domain.session.decider import SessionState
from app.sync.connection import Closed, Connecting, ConnectionState, Online, TurnedAway, Waiting
from ui.bridge.session import Changed, SessionBridge
from ui.session.lead import Lead
from ui.session.words import phase_text, phase_tone
from ui.widgets.badge import Badge
from ui.widgets.buttons import Button, ButtonKind, IconButton
from ui.widgets.connection import Connection, ConnectionIndicator
from ui.widgets.icons import icon
from ui.widgets.labels import ElidedLabel, Words
from ui.widgets.theme import tokens
from ui.widgets.time_label import TimeLabel
from ui.widgets.translated import Translated, with_shortcut


class SessionTitle(Translated, QWidget):
    """What the class is called, where it is in its life, and for how long it has been going on.

    Args:
        bridge: of the class.
    """

    def __init__(self, bridge: SessionBridge) -> None:
        super().__init__()
        self._bridge = bridge
        self._title = ElidedLabel(words=Words.STRONG)
        self._title.setMaximumWidth(340)
        self._phase = Badge()
        self._clock = TimeLabel(bridge.now)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(tokens().space.s)
        for widget in (self._title, self._phase, self._clock):
            row.addWidget(widget)
        bridge.stateChanged.connect(self._changed)
        self.retranslate()

    def retranslate(self) -> None:
        """Say it again."""
        session = self._bridge.projected.state(SessionState)
        self._title.setText(session.title)
        self._phase.say(phase_text(session.phase), phase_tone(session.phase))
        # A running clock says it too, and the title wants the room.
        self._phase.setVisible(session.phase is not Phase.LIVE)
        self._clock.setToolTip(phase_text(session.phase))
        going_on = session.phase in {Phase.LIVE, Phase.PAUSED}
        self._clock.set_moment(session.started_at if going_on and session.started_at else None)
        # The bar is narrow: while an activity is under way, its time counts.
        self._clock.setVisible(going_on and not self._bridge.projected.state(AgendaState).current)

    def _changed(self, changed: Changed) -> None:
        if changed.touches("session", "agenda"):
            self.retranslate()


class SessionSteps(Translated, QWidget):
    """How the connection stands, how many are there, the code, and what comes next.

    Args:
        bridge: of the class.
        lead: acts.
        project: opens the projector, or closes it.
    """

    def __init__(self, bridge: SessionBridge, lead: Lead, project: Callable[[], object]) -> None:
        super().__init__()
        self._bridge, self._lead, self._project = bridge, lead, project
        self._connection = ConnectionIndicator()
        self._people = Badge(icon_name="users")
        self.code = Button(kind=ButtonKind.PLAIN, icon_name="qr-code")
        self._step = Button(kind=ButtonKind.PRIMARY)
        self._more = IconButton("ellipsis")
        self._menu = QMenu(self)
        self._step.clicked.connect(lead.next_step)
        self._more.clicked.connect(self._open_menu)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(tokens().space.s)
        for widget in (self._connection, self._people, self.code, self._step, self._more):
            row.addWidget(widget)
        bridge.stateChanged.connect(self._changed)
        bridge.connectionChanged.connect(self._show_connection)
        bridge.pendingChanged.connect(self._pending_changed)
        self.retranslate()

    def retranslate(self) -> None:
        """Say it again."""
        self._more.say(self.tr("More about the class"))
        self._fill_menu()
        self._show_connection(self._bridge.connection)
        self._show_state()

    def _changed(self, changed: Changed) -> None:
        if changed.touches("session", "roster"):
            self._show_state()

    def _pending_changed(self) -> None:
        self._show_connection(self._bridge.connection)

    def _show_state(self) -> None:
        session = self._lead.session
        present = self._bridge.projected.state(RosterState).present
        self._people.say(str(present))
        self._people.setToolTip(self.tr("%n person(s) here", "how many are connected", present))
        self._people.setAccessibleName(self._people.toolTip())
        self.code.say(session.code, with_shortcut(self.tr("Show how to join"), "Ctrl+J"))
        over = session.phase in {Phase.ENDED, Phase.ARCHIVED}
        self.code.setVisible(bool(session.code) and not over)
        self._show_step(session.phase)

    def _show_step(self, phase: Phase) -> None:
        self._step.setVisible(phase not in {Phase.ENDED, Phase.ARCHIVED})
        match phase:
            case Phase.PREPARING | Phase.CREATED:
                self._set_step(self.tr("Open the lobby"), "door-open", ButtonKind.PRIMARY)
            case Phase.LOBBY:
                self._set_step(self.tr("Start"), "play", ButtonKind.PRIMARY)
            case Phase.LIVE:
                self._set_step(self.tr("Pause"), "pause", ButtonKind.QUIET)
            case Phase.PAUSED:
                self._set_step(self.tr("Resume"), "play", ButtonKind.PRIMARY)
            case Phase.ENDED | Phase.ARCHIVED:
                pass
            case _:
                assert_never(phase)

    def _set_step(self, words: str, icon_name: str, kind: ButtonKind) -> None:
        self._step.set_kind(kind)
        self._step.set_icon(icon_name)
        self._step.say(words)

    def _show_connection(self, state: ConnectionState) -> None:
        waiting = len(self._bridge.pending)
        match state:
            case Online():
                self._connection.show_state(Connection.ONLINE, waiting=waiting)
            case Connecting():
                self._connection.show_state(Connection.CONNECTING, waiting=waiting)
            case Closed() | Waiting() | TurnedAway():
                self._connection.show_state(Connection.OFFLINE, waiting=waiting)
            case _:
                assert_never(state)

    def _fill_menu(self) -> None:
        self._menu.clear()
        for words, icon_name, run in (
            (self.tr("Projector view\tCtrl+Shift+J"), "projector", self._project),
            (self.tr("Copy the learners’ link"), "copy", self._lead.copy_link),
            (self.tr("New code…"), "key", self._lead.renew_code),
            (self.tr("Meeting link…"), "link", self._lead.edit_meeting_link),
            (self.tr("Number to call…"), "phone", self._lead.edit_dial_in),
            (self.tr("Rename the class…"), "pencil", self._lead.rename),
        ):
            self._menu.addAction(icon(icon_name), words, run)
        self._menu.addSeparator()
        self._end = self._menu.addAction(icon("square", "danger_text"), self.tr("End the class…"), self._lead.end)

    def _open_menu(self) -> None:
        self._end.setEnabled(self._lead.session.phase not in {Phase.ENDED, Phase.ARCHIVED})
        corner = self._more.mapToGlobal(self._more.rect().bottomRight())
        corner.setX(corner.x() - self._menu.sizeHint().width())
        self._menu.popup(corner)
