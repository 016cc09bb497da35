"""A class in the real window: on the shared relay, a host's desktop with its live panels, and learners' pages."""

from __future__ import annotations

import asyncio
import contextlib
import gc
from typing import TYPE_CHECKING, TypeVar

from PySide6.QtCore import QCoreApplication, QEvent
from PySide6.QtWidgets import QWidget

from tests.e2e.house import WITHIN, House, go_live
from tests.relay.processes import SHARED_RELAY
from ui.bridge.session import SessionBridge
from ui.bridge.tasks import TaskScope
from ui.discussion import panel as discussion
from ui.moderation import panel as moderation
from ui.roster import panel as roster
from ui.session.starting import Starting
from ui.shell.panels import Mode, Services
from ui.shell.registry import PANELS
from ui.shell.settings import Preferences, Settings, SettingsFile
from ui.shell.window import MainWindow
from ui.widgets.theme import ThemeChoice

if TYPE_CHECKING:
    from collections.abc import AsyncIterator, Awaitable, Callable
    from pathlib import Path

    from app.sync.changes import Notice
    from app.sync.client import StaffClient
    from app.sync.page import PageClient
    from ui.i18n import Languages
    from ui.shell.attention import AttentionItem
    from ui.widgets.theme import Theme

W = TypeVar("W", bound=QWidget)
LIVE = tuple(panel for panel in PANELS if panel.mode is Mode.LIVE and panel.capability != "session")
"""All that a class shows, but for the session's own panels, which want the whole desktop."""


class LiveClass:
    """The host's window on a class, and whoever else is there."""

    def __init__(self, house: House, host: StaffClient, window: MainWindow, scope: TaskScope) -> None:
        self.house, self.host, self.window = house, host, window
        self.bridge = SessionBridge(host)
        self.notices: list[Notice] = []
        self.bridge.noticed.connect(self.notices.append)
        self._scope = scope
        window.fill(Mode.LIVE, Services(self.bridge, Starting(self.bridge, self.bridge)))
        window.show_mode(Mode.LIVE)
        window.show()

    @property
    def talk(self) -> discussion.DiscussionPanel:
        """The conversation."""
        return self._panel(discussion.DiscussionPanel)

    @property
    def queue(self) -> moderation.ModerationPanel:
        """The held texts."""
        return self._panel(moderation.ModerationPanel)

    @property
    def people(self) -> roster.RosterPanel:
        """The people."""
        return self._panel(roster.RosterPanel)

    async def learner(self, name: str) -> PageClient:
        """Let a learner join with the code, and wait until the window knows of them."""
        page = await self.house.learner(self.host, name)
        await self.until(lambda: self.bridge.projected.seats.seat(page.member) is not None)
        return page

    async def until(self, holds: Callable[[], object]) -> None:
        """Wait until something holds in the window."""
        changed = asyncio.Event()
        signals = (self.bridge.stateChanged, self.bridge.noticed, self.window.attention.changed)

        def note(_what: object) -> None:
            changed.set()

        for signal in signals:
            signal.connect(note)
        try:
            async with asyncio.timeout(WITHIN):
                while not holds():
                    changed.clear()
                    await changed.wait()
        finally:
            for signal in signals:
                signal.disconnect(note)

    def wants(self, key: str) -> AttentionItem | None:
        """Give the item of the Attention column whose key begins so."""
        return next((item for item in self.window.attention.items if item.key.startswith(key)), None)

    def act(self, key: str, letter: str) -> None:
        """Do what a letter does to an item of the Attention column."""
        item = self.wants(key)
        assert item is not None
        next(action for action in item.actions if action.key == letter).run()

    async def close(self) -> None:
        """Take the window down."""
        self.bridge.close()
        self.window.hide()
        self.window.empty(Mode.LIVE)
        await self._scope.close()
        self.window.deleteLater()
        self.bridge.deleteLater()
        QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)

    def _panel(self, kind: type[W]) -> W:
        found = self.window.findChild(kind)
        assert isinstance(found, kind)
        return found


@contextlib.asynccontextmanager
async def live_class(folder: Path, theme: Theme, spoken: Languages) -> AsyncIterator[LiveClass]:
    """Begin a class, with nobody in it but its host."""
    # A loop of an earlier test must not be collected by a thread that this class starts: Qt's timers would not have it.
    gc.collect()
    house = House(folder)
    async with house.closing:
        host = await house.host(SHARED_RELAY.start())
        await go_live(host)
        file = SettingsFile(folder / "settings")
        file.save(Settings(language="en", theme=ThemeChoice.LIGHT))
        scope = TaskScope()
        window = MainWindow(LIVE, Preferences(file, theme, spoken), now=lambda: host.world.at, scope=scope)
        made = LiveClass(house, host, window, scope)
        try:
            yield made
        finally:
            await made.close()


def in_a_class(test: Callable[[LiveClass], Awaitable[None]]) -> Callable[[Path, Theme, Languages], Awaitable[None]]:
    """Hold a class around a test: it opens and closes on the test's own loop, which an async fixture has not."""

    async def held(tmp_path: Path, theme: Theme, spoken: Languages) -> None:
        async with live_class(tmp_path, theme, spoken) as live:
            await test(live)

    held.__name__, held.__doc__ = test.__name__, test.__doc__
    return held
