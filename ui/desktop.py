"""The composition root of the desktop: the only place where its rooms are wired together."""

from __future__ import annotations

import asyncio
import logging
import time
from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QDialog, QHBoxLayout, QVBoxLayout, QWidget

from app.domain.kernel.words import Role
from app.domain.session.commands import EndSession
from app.plans import Plan
from app.storage.errors import StorageError
from app.sync.runbook import Source
from ui.bridge.dialogs import confirm, opened
from ui.bridge.loop import run_app
from ui.bridge.tasks import TaskScope, log_error
from ui.expected.lists import Lists
from ui.i18n import Languages
from ui.planning.sharing import Sharing
from ui.prepare.editing import Editing
from ui.prepare.exchange import Exchange
from ui.prepare.pieces import Pieces
from ui.prepare.plans import Plans
from ui.prepare.practice import Practice
from ui.prepare.unsettled import Unsettled
from ui.review.past import Past
from ui.session.desk import Desk, OpenClass
from ui.session.entrance import Entrance
from ui.session.home import Home
from ui.session.join import Joining
from ui.session.lead import Lead
from ui.session.starting import Starting
from ui.session.words import KNOWN_ERRORS, error_text
from ui.shell.panels import Mode, Services
from ui.shell.registry import PANELS
from ui.shell.settings import Preferences, SettingsFile
from ui.shell.window import MainWindow
from ui.widgets.buttons import Button, ButtonKind
from ui.widgets.labels import Label, Tone, Words
from ui.widgets.theme import Theme, tokens

if TYPE_CHECKING:
    from pathlib import Path

    from PySide6.QtWidgets import QApplication

    from app.rehearsal import Config

_log = logging.getLogger("cercle.desktop")


@dataclass(frozen=True)
class Launch:
    """How the desktop is opened.

    Attributes:
        data: its folder.
        language: spoken instead of the one that is set; none leaves that.
        rehearsal: begun at once; none for an ordinary start.
        source: the plan that is rehearsed; none for a class without.
    """

    data: Path
    language: str | None = None
    rehearsal: Config | None = None
    source: Source | None = None


class Desktop:
    """A window on one data folder, with all that stands behind it.

    Attributes:
        window: the window.
        desk: its classes.
        plans: its plans.
        sharing: which of them are prepared together.
        practice: its rehearsals.
    """

    def __init__(self, home: Home, preferences: Preferences) -> None:
        """Wire everything; nothing runs before `begin`.

        Args:
            home: open; closed by `shut`.
            preferences: what the person set.
        """
        self._home = home
        self._scope = TaskScope(on_error=self._failed)
        # Closing runs in the window's own: it waits for the end of everything else.
        self._window_scope = TaskScope(on_error=self._failed)
        self.desk = Desk(home, self._scope)
        self.plans = Plans(home.shelf, self._scope)
        self.editing = Editing()
        self.pieces = Pieces(home.shelf, self._scope)
        self.unsettled = Unsettled(self.plans)
        self.plans.trouble.connect(self._plans_troubled)
        self.sharing = Sharing(self.desk, self.plans, self._scope)
        self.lists = Lists(home.shelf, self._scope)
        self.practice = Practice(self.desk, self._scope)
        self.past = Past(self.desk, self._scope)
        self._joining: Joining | None = None
        self._closed = asyncio.Event()
        self.window = MainWindow(PANELS, preferences, now=self._now, scope=self._window_scope, shutdown=self._shutdown)
        self.entrance = Entrance(self.desk, self.window, preferences)
        self.exchange = Exchange(self.plans, self.editing, self.desk, self.window)
        self.services = Services(
            self.desk,
            self.plans,
            self.editing,
            self.unsettled,
            self.pieces,
            self.exchange,
            self.sharing,
            self.lists,
            self.practice,
            self.past,
            self.entrance,
        )
        for mode in (Mode.PREPARE, Mode.REVIEW):
            self.window.fill(mode, self.services)
        self.desk.shown_changed.connect(self._show_class)
        self.entrance.started.connect(self._class_started)
        self.window.closed.connect(self._closed.set)

    async def begin(self) -> None:
        """Show the window, then bring back what was there."""
        self.window.show()
        try:
            await self.plans.load()
            await self.pieces.load()
            await self.desk.begin()
        except KNOWN_ERRORS as error:
            self.window.banner.say(Tone.DANGER, error_text(error))

    @property
    def is_shut(self) -> bool:
        """Whether everything is put away."""
        return self._closed.is_set()

    async def closed(self) -> None:
        """Wait until the person has closed the window and everything is put away."""
        await self._closed.wait()
        await self._window_scope.close()

    def _now(self) -> int:
        shown = self.desk.shown
        return shown.bridge.now() if shown is not None else time.time_ns() // 1_000_000

    def _failed(self, error: BaseException) -> None:
        """Show an error that nobody awaited: of the world in its words, of ours in the log and by its name."""
        if not isinstance(error, KNOWN_ERRORS):
            log_error(error)
        self.window.banner.say(Tone.DANGER, error_text(error))

    def _plans_troubled(self, error: StorageError | None) -> None:
        """Say that what was changed is not on disk yet; it stays in memory, and the disk is asked again."""
        if error is None:
            self.window.banner.hide()
            return
        kept = QCoreApplication.translate("Plans", "What you change is kept in memory and saved as soon as it can be.")
        self.window.banner.say(Tone.DANGER, f"{error_text(error)} {kept}", closable=False)

    # --- the class in the window -----------------------------------------------------------------------------------

    def _show_class(self, one: OpenClass | None) -> None:
        if self._joining is not None:
            self._joining.close()
            self._joining = None
        self.window.empty(Mode.LIVE)
        if one is None:
            self.window.setWindowTitle("Cercle")
            return
        lead = Lead(one.bridge, self.window, self.window.tasks, self.window.toast, one.bridge)
        self._joining = Joining(one.bridge, lead, self.window)
        starting = Starting(one.bridge, one.bridge)
        self.window.fill(Mode.LIVE, self.services.and_(one, one.bridge, lead, self._joining, starting))
        self.window.setWindowTitle(f"{one.client.seat.title} — Cercle")
        self.window.show_mode(Mode.LIVE)

    def _class_started(self, one: OpenClass | None, plan_id: str) -> None:
        if one is not None and plan_id:
            self._scope.spawn(self.lists.send(plan_id, one.bridge), name="expect people")

    # --- closing ---------------------------------------------------------------------------------------------------

    async def _keeps_all(self) -> bool:
        """Keep what is being written; where the disk refuses, ask whether to close all the same."""
        focused = self.window.focusWidget()
        if focused is not None:
            # A line tells what it holds when it is left.
            focused.clearFocus()
        return await self.plans.settled() or await confirm(
            self.window,
            QCoreApplication.translate("Plans", "Close without your last changes?"),
            QCoreApplication.translate(
                "Plans", "There is no way to save them now. Make room on the disk, and they are saved at once."
            ),
            QCoreApplication.translate("Plans", "Close without them"),
            dangerous=True,
        )

    async def _shutdown(self) -> bool:
        if not await self._keeps_all():
            return False
        going_on = [one for one in self.desk.open_classes if one.is_going_on]
        led = [one for one in going_on if one.client.seat.role is Role.HOST]
        stop_relay = not any(self.desk.is_local(one) for one in going_on)
        if led:
            # The one that people may be in is asked about before one that waits for its hour.
            first = min(led, key=lambda one: one.is_awaited)
            question = LeaveQuestion(
                first.session.title,
                local=self.desk.is_local(first),
                awaited=first.is_awaited,
                parent=self.window,
            )
            try:
                answer = await opened(question)
            finally:
                question.deleteLater()
            if answer == LeaveQuestion.STAY:
                return False
            if answer == LeaveQuestion.END:
                await self._end(led)
                stop_relay = True
        await self.practice.shut()
        self.sharing.close()
        if self._joining is not None:
            self._joining.close()
        await self.desk.shut(stop_relay=stop_relay)
        for mode in Mode:
            # Before the window: what stands in the pages takes its actions back from it.
            self.window.empty(mode)
        await self.plans.settled()
        await self._scope.close()
        await self._home.close()
        return True

    async def _end(self, classes: list[OpenClass]) -> None:
        for one in classes:
            pending = one.bridge.submit(EndSession())
            if pending is None:
                continue
            try:
                async with asyncio.timeout(END_WITHIN):
                    await one.client.settled(pending.id)
            except TimeoutError:
                # It stays in the outbox, and is asked about when the class is opened again.
                _log.warning("the end of a class was not acknowledged")


END_WITHIN = 5.0
"""How long closing waits for the relay to acknowledge the end of a class, in seconds."""


class LeaveQuestion(QDialog):
    """Asks what becomes of a class that is going on when its window closes.

    Args:
        title: of the class.
        local: whether this computer's relay serves it.
        awaited: whether its lobby is still to open by itself.
        parent: the window.
    """

    STAY, END, LEAVE = 0, 2, 3

    def __init__(self, title: str, *, local: bool, awaited: bool, parent: QWidget) -> None:
        super().__init__(parent)
        going_on = QCoreApplication.translate("LeaveQuestion", "“%1” is going on")
        to_come = QCoreApplication.translate("LeaveQuestion", "“%1” opens later, by itself")
        words = (to_come if awaited else going_on).replace("%1", title)
        where = self._what_follows(local=local, awaited=awaited)
        self._fill(words, where)

    @staticmethod
    def _what_follows(*, local: bool, awaited: bool) -> str:
        if awaited and local:
            return QCoreApplication.translate(
                "LeaveQuestion",
                "Left running, its lobby opens at its time if this computer is awake then, and you find the class "
                "again when you open Cercle.",
            )
        return (
            QCoreApplication.translate(
                "LeaveQuestion",
                "Left running, learners stay in as long as this computer is awake, and you find the class again when "
                "you open Cercle.",
            )
            if local
            else QCoreApplication.translate(
                "LeaveQuestion", "Left running, the class goes on without you, and you find it again here."
            )
        )

    def _fill(self, words: str, where: str) -> None:
        self.setWindowTitle(words)
        stay = Button(QCoreApplication.translate("LeaveQuestion", "Stay"), kind=ButtonKind.PLAIN)
        end = Button(QCoreApplication.translate("LeaveQuestion", "End the class"), kind=ButtonKind.DANGER)
        leave = Button(QCoreApplication.translate("LeaveQuestion", "Leave it running"), kind=ButtonKind.PRIMARY)
        for button, answer in ((stay, self.STAY), (end, self.END), (leave, self.LEAVE)):
            button.clicked.connect(lambda _checked=False, answer=answer: self.done(answer))
        leave.setDefault(True)
        self.buttons = {self.STAY: stay, self.END: end, self.LEAVE: leave}
        space = tokens().space
        row = QHBoxLayout()
        row.setSpacing(space.s)
        row.addWidget(stay)
        row.addStretch(1)
        row.addWidget(end)
        row.addWidget(leave)
        column = QVBoxLayout(self)
        column.setContentsMargins(space.xl, space.xl, space.xl, space.l)
        column.setSpacing(space.s)
        column.addWidget(Label(words, words=Words.TITLE, wrap=True))
        column.addWidget(Label(where, tone=Tone.MUTED, wrap=True))
        column.addSpacing(space.l)
        column.addLayout(row)
        self.setMinimumWidth(480)
        self.setAccessibleName(words)
        self.setAccessibleDescription(where)


class StartTrouble(QDialog):
    """Says why the desktop cannot open.

    Args:
        text: what happened and what to do; already translated.
        code: the stable one, to be looked up or told to whoever helps.
        data: the folder.
    """

    def __init__(self, text: str, code: str, data: Path) -> None:
        super().__init__()
        self.setWindowTitle("Cercle")
        close = Button(QCoreApplication.translate("StartTrouble", "Close"), kind=ButtonKind.PRIMARY)
        close.clicked.connect(self.accept)
        close.setDefault(True)
        space = tokens().space
        row = QHBoxLayout()
        row.addStretch(1)
        row.addWidget(close)
        column = QVBoxLayout(self)
        column.setContentsMargins(space.xl, space.xl, space.xl, space.l)
        column.setSpacing(space.s)
        column.addWidget(
            Label(QCoreApplication.translate("StartTrouble", "Cercle cannot open"), words=Words.TITLE, wrap=True)
        )
        column.addWidget(Label(text, wrap=True))
        column.addWidget(Label(f"{data}\n{code}", words=Words.CAPTION, tone=Tone.MUTED, wrap=True))
        column.addSpacing(space.l)
        column.addLayout(row)
        self.setMinimumWidth(440)


async def open_desktop(app: QApplication, launch: Launch) -> Desktop:
    """Open a data folder, dress the application, and wire a desktop.

    Args:
        app: the application.
        launch: how.

    Raises:
        StorageError: the folder cannot be used; nothing was changed in it.
    """
    home = await Home.open(launch.data)
    theme, languages = dressed(app, launch.language)
    preferences = Preferences(SettingsFile(launch.data), theme, languages)
    if launch.language is not None:
        languages.speak(launch.language)
    return Desktop(home, preferences)


def dressed(app: QApplication, language: str | None = None) -> tuple[Theme, Languages]:
    """Give the application's theme and languages, made when it has none yet.

    Args:
        app: the application.
        language: to begin with; the system's when left out.
    """
    themes, spoken = app.findChildren(Theme), app.findChildren(Languages)
    return themes[0] if themes else Theme(app), spoken[0] if spoken else Languages(app, language)


async def launched(app: QApplication, launch: Launch) -> str:
    """Open the desktop and wait until it is closed; say in a dialog why, when it cannot be opened.

    Args:
        app: the application.
        launch: how.

    Returns:
        A stable code that says why it could not open; empty when all went well.
    """
    try:
        desktop = await open_desktop(app, launch)
    except StorageError as error:
        # What the person set can most often be read all the same: the trouble is told in their language.
        theme, languages = dressed(app, launch.language)
        preferences = Preferences(SettingsFile(launch.data), theme, languages)
        if launch.language is not None:
            languages.speak(launch.language)
        dialog = StartTrouble(error_text(error), error.code, launch.data)
        await opened(dialog)
        dialog.deleteLater()
        preferences.deleteLater()
        return error.code
    await desktop.begin()
    if launch.rehearsal is not None:
        desktop.practice.begin(launch.source or Source(Plan(language=launch.rehearsal.language)), launch.rehearsal)
    await desktop.closed()
    desktop.window.deleteLater()
    return ""


def run_desktop(launch: Launch) -> str:
    """Open the desktop and run it until it is closed.

    Args:
        launch: how.

    Returns:
        A stable code that says why it could not open; empty when all went well.
    """
    return run_app(lambda app: launched(app, launch))
