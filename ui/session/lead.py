"""Leading a class: what the host and the co-facilitator do with the session as a whole, by button, key or palette."""

from collections.abc import Callable, Coroutine
from typing import Any

from PySide6.QtCore import QCoreApplication, QObject
from PySide6.QtWidgets import QWidget

from app.domain.kernel.messages import Command
from app.domain.kernel.refusal import Refusal
from app.domain.kernel.words import Phase
from app.domain.session.commands import (
    EndSession,
    OpenCode,
    OpenLobby,
    PauseSession,
    ResumeSession,
    SetDialIn,
    SetMeetingLink,
    SetTitle,
    StartSession,
)
from app.domain.session.decider import SessionState
from app.relay.access import new_code
from app.sync.links import CodeLink, write_link
from ui.bridge.dialogs import confirm
from ui.bridge.refusals import refusal_text
from ui.bridge.session import SessionBridge
from ui.bridge.tasks import TaskScope
from ui.session.ask import LineDialog, ask_line
from ui.session.reach import reach_of
from ui.shell.actions import Action, Actions
from ui.shell.panels import Mode
from ui.widgets.toast import Toast

LIVE_ONLY = frozenset({Mode.LIVE})
_BEFORE_END = frozenset({Phase.PREPARING, Phase.CREATED, Phase.LOBBY, Phase.LIVE, Phase.PAUSED})


def group_class() -> str:
    """Name the group of the actions on the class."""
    return QCoreApplication.translate("Actions", "Class")


class Lead(QObject):
    """Acts on the session; asks first where there is no way back.

    Args:
        bridge: of the class.
        window: over which dialogs open.
        scope: runs what waits for a dialog.
        toast: tells what was done.
        parent: the owner; the actions go with it.
    """

    def __init__(
        self, bridge: SessionBridge, window: QWidget, scope: TaskScope, toast: Toast, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._bridge, self._window, self._scope, self._toast = bridge, window, scope, toast

    @property
    def session(self) -> SessionState:
        """The session as it is shown."""
        return self._bridge.projected.state(SessionState)

    @property
    def link(self) -> str:
        """The link that lets learners join; empty while there is no code."""
        code = self.session.code
        return write_link(CodeLink(reach_of(self._bridge).base, code)) if code else ""

    def next_step(self) -> None:
        """Do what comes next in a class's life: open the lobby, start, or resume."""
        match self.session.phase:
            case Phase.PREPARING | Phase.CREATED:
                self._bridge.submit(OpenLobby())
            case Phase.LOBBY:
                self._bridge.submit(StartSession())
            case Phase.PAUSED:
                self._bridge.submit(ResumeSession())
            case Phase.LIVE:
                self._bridge.submit(PauseSession())
            case Phase.ENDED | Phase.ARCHIVED:
                pass

    def end(self) -> None:
        """Ask whether to end the class, and end it."""
        self._spawn(self._end())

    def rename(self) -> None:
        """Ask for another title."""
        self._spawn(self._rename())

    def edit_meeting_link(self) -> None:
        """Ask for the link of the meeting where people talk."""
        self._spawn(self._edit_meeting_link())

    def edit_dial_in(self) -> None:
        """Ask for the telephone number by which people can take part."""
        self._spawn(self._edit_dial_in())

    def renew_code(self) -> None:
        """Ask whether to put a new code in force, and do it."""
        self._spawn(self._renew_code())

    def copy_link(self) -> None:
        """Put the learners' link on the clipboard."""
        if self.link:
            QCoreApplication.instance().clipboard().setText(self.link)  # type: ignore[union-attr]
            self._toast.say(self.tr("Link copied"))

    def add_actions(
        self, actions: Actions, owner: QObject, show_join: Callable[[], object], project: Callable[[], object]
    ) -> None:
        """Offer everything by key and palette, for as long as the owner lives.

        Args:
            actions: of the window.
            owner: a part of the page.
            show_join: opens the code.
            project: opens the projector, or closes it.
        """

        def phase_is(*phases: Phase) -> Callable[[], bool]:
            return lambda: self.session.phase in phases

        actions.add(
            Action(
                "session.lobby",
                lambda: QCoreApplication.translate("Actions", "Open the lobby"),
                self.next_step,
                icon_name="door-open",
                enabled=phase_is(Phase.PREPARING, Phase.CREATED),
                group=group_class,
                modes=LIVE_ONLY,
            ),
            Action(
                "session.start",
                lambda: QCoreApplication.translate("Actions", "Start the class"),
                self.next_step,
                icon_name="play",
                enabled=phase_is(Phase.LOBBY),
                group=group_class,
                modes=LIVE_ONLY,
            ),
            Action(
                "session.pause",
                lambda: QCoreApplication.translate("Actions", "Pause the class"),
                self.next_step,
                icon_name="pause",
                enabled=phase_is(Phase.LIVE),
                group=group_class,
                modes=LIVE_ONLY,
            ),
            Action(
                "session.resume",
                lambda: QCoreApplication.translate("Actions", "Resume the class"),
                self.next_step,
                icon_name="play",
                enabled=phase_is(Phase.PAUSED),
                group=group_class,
                modes=LIVE_ONLY,
            ),
            Action(
                "session.end",
                lambda: QCoreApplication.translate("Actions", "End the class"),
                self.end,
                icon_name="square",
                enabled=phase_is(*_BEFORE_END),
                group=group_class,
                modes=LIVE_ONLY,
            ),
            Action(
                "session.code",
                lambda: QCoreApplication.translate("Actions", "Show how to join"),
                show_join,
                icon_name="qr-code",
                shortcut="Ctrl+J",
                group=group_class,
                modes=LIVE_ONLY,
            ),
            Action(
                "session.project",
                lambda: QCoreApplication.translate("Actions", "Open or close the projector view"),
                project,
                icon_name="projector",
                shortcut="Ctrl+Shift+J",
                group=group_class,
                modes=LIVE_ONLY,
            ),
            Action(
                "session.copy",
                lambda: QCoreApplication.translate("Actions", "Copy the learners’ link"),
                self.copy_link,
                icon_name="copy",
                group=group_class,
                modes=LIVE_ONLY,
            ),
            Action(
                "session.new_code",
                lambda: QCoreApplication.translate("Actions", "Put a new code in force"),
                self.renew_code,
                icon_name="key",
                group=group_class,
                modes=LIVE_ONLY,
            ),
            Action(
                "session.meeting",
                lambda: QCoreApplication.translate("Actions", "Change the meeting link"),
                self.edit_meeting_link,
                icon_name="link",
                group=group_class,
                modes=LIVE_ONLY,
            ),
            Action(
                "session.dial_in",
                lambda: QCoreApplication.translate("Actions", "Change the number to call"),
                self.edit_dial_in,
                icon_name="phone",
                group=group_class,
                modes=LIVE_ONLY,
            ),
            Action(
                "session.rename",
                lambda: QCoreApplication.translate("Actions", "Rename the class"),
                self.rename,
                icon_name="pencil",
                group=group_class,
                modes=LIVE_ONLY,
            ),
            owner=owner,
        )

    def _spawn(self, work: Coroutine[Any, Any, None]) -> None:
        self._scope.spawn(work, name="session")

    async def _end(self) -> None:
        title = self.tr("End the class for everyone?")
        detail = self.tr("Learners keep reading until they close their page; nobody can write any more.")
        if await confirm(self._window, title, detail, self.tr("End the class"), dangerous=True):
            self._bridge.submit(EndSession())

    async def _rename(self) -> None:
        dialog = LineDialog(
            self.tr("Rename the class"),
            "",
            self.tr("Title"),
            self.tr("Rename"),
            text=self.session.title,
            check=lambda title: self._try(SetTitle(title=title)),
            parent=self._window,
        )
        await ask_line(dialog)

    async def _edit_meeting_link(self) -> None:
        dialog = LineDialog(
            self.tr("Where people talk"),
            self.tr("A link to Zoom, Teams, Jitsi or BigBlueButton. Learners find it at the top of their page."),
            self.tr("Meeting link"),
            self.tr("Save"),
            text=self.session.meeting_link,
            placeholder="https://",
            check=lambda link: self._try(SetMeetingLink(link=link)),
            parent=self._window,
        )
        await ask_line(dialog)

    async def _edit_dial_in(self) -> None:
        dialog = LineDialog(
            self.tr("Take part by telephone"),
            self.tr("Whoever cannot hear or be heard finds it under “I have a problem”, even on a bad line."),
            self.tr("Number to call, and its code"),
            self.tr("Save"),
            text=self.session.dial_in,
            placeholder="+33 1 84 88 00 00, code 4821#",
            check=lambda number: self._try(SetDialIn(dial_in=number)),
            parent=self._window,
        )
        await ask_line(dialog)

    async def _renew_code(self) -> None:
        title = self.tr("Put a new code in force?")
        detail = self.tr("Those who are in stay in. The old code and its link let nobody in any more.")
        if await confirm(self._window, title, detail, self.tr("New code")):
            self._bridge.submit(OpenCode(code=new_code()))

    def _try(self, command: Command) -> str:
        """Ask for a command; say what is wrong with it, if it is refused at once."""
        try:
            self._bridge.ask(command)
        except Refusal as refusal:
            return refusal_text(refusal.code, refusal.params)
        return ""
