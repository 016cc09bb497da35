"""The ways into a class, wherever they are offered: the sheet that starts one, the invitation, a class going on."""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec.structs import replace
from PySide6.QtCore import QCoreApplication, QObject, Signal

from app.domain.kernel.words import Phase
from ui.bridge.dialogs import opened
from ui.session.ask import LineDialog, ask_line
from ui.session.start import Proposal, StartSheet
from ui.session.words import KNOWN_ERRORS, error_text
from ui.shell.actions import Action
from ui.shell.panels import Mode
from ui.widgets.labels import Tone

if TYPE_CHECKING:
    from collections.abc import Callable

    from app.sync.runbook import Source
    from ui.session.desk import Desk
    from ui.shell.settings import Preferences
    from ui.shell.window import MainWindow


def _nothing_instead(_source: Source) -> bool:
    return False


class Entrance(QObject):
    """Starts, joins and shows classes, and says over the window what did not work.

    `started` carries a class that was just started, and the id of the plan it was started from (empty for none).

    Args:
        desk: does it.
        window: over which dialogs open.
        preferences: remember the person's name.
    """

    started = Signal(object, object)

    def __init__(self, desk: Desk, window: MainWindow, preferences: Preferences) -> None:
        super().__init__(window)
        self._desk, self._window, self._preferences = desk, window, preferences
        self.instead: Callable[[Source], bool] = _nothing_instead
        """Asked before the sheet opens for a plan: whether something else is done instead."""
        window.actions_.add(
            Action(
                "session.begin",
                lambda: QCoreApplication.translate("Actions", "Start a class"),
                self.start,
                shortcut="Ctrl+Shift+N",
                icon_name="play",
            ),
            Action(
                "session.join",
                lambda: QCoreApplication.translate("Actions", "Join a class by an invitation"),
                self.join,
                icon_name="log-in",
            ),
        )

    def start(self, source: Source | None = None) -> None:
        """Open the sheet that starts a class.

        Args:
            source: the plan it is started from; none for a class without.
        """
        if source is None or not self.instead(source):
            self._window.tasks.spawn(self._start(source), name="start sheet")

    def join(self) -> None:
        """Ask for an invitation and follow it."""
        self._window.tasks.spawn(self._join(), name="join")

    def show(self, session: str) -> None:
        """Open a class one has a seat in.

        Args:
            session: its id.
        """
        self._window.tasks.spawn(self._show(session), name="show")

    async def _start(self, source: Source | None) -> None:
        settings = self._preferences.settings
        wanted = source.plan.language if source is not None else self._preferences.language
        proposal = Proposal(
            title=source.plan.title if source is not None else "",
            language=wanted if wanted in {"fr", "en"} else "fr",
            name=settings.name,
            hosted=settings.relay,
            dial_in=settings.dial_in,
            source=source,
        )
        sheet = StartSheet(self._desk, proposal, self._window.tasks, self._window)
        try:
            if await opened(sheet) == StartSheet.DialogCode.Accepted.value:
                hosted = sheet.there.base() or settings.relay
                number = sheet.dial_in.text()
                self._preferences.change(replace(settings, name=sheet.name.text(), relay=hosted, dial_in=number))
                self.started.emit(self._desk.shown, source.id if source is not None else "")
        finally:
            sheet.deleteLater()

    async def _join(self) -> None:
        dialog = LineDialog(
            self.tr("Join a class"),
            self.tr("Paste the link that a colleague sent you: to a class, or to a plan that is prepared together."),
            self.tr("Invitation"),
            self.tr("Join"),
            placeholder="https://…",
            parent=self._window,
        )
        link = await ask_line(dialog)
        if not link:
            return
        try:
            await self._desk.join_class(link)
        except KNOWN_ERRORS as error:
            self._window.banner.say(Tone.DANGER, error_text(error))

    async def _show(self, session: str) -> None:
        try:
            one = await self._desk.show(session)
        except KNOWN_ERRORS as error:
            self._window.banner.say(Tone.DANGER, error_text(error))
            return
        self._window.show_mode(Mode.PREPARE if one.session.phase is Phase.PREPARING else Mode.LIVE)
