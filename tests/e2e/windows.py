"""Desktops for tests: the real window without a screen, on a folder of its own, with its real relay."""

from __future__ import annotations

import asyncio
import contextlib
import gc
import os
import signal
from typing import TYPE_CHECKING, Self

from PySide6.QtWidgets import QApplication

from app.domain.discussion.state import DiscussionState
from app.domain.kernel.words import Phase
from app.relay.embedded import EmbeddedRelay, is_running
from app.relay.service import read_status
from app.sync.opening import NewSession
from app.sync.page import Newcomer, PageClient
from tests.relay.processes import SHARED_RELAY
from ui.bridge.garbage import GarbageHere
from ui.desktop import Desktop, Launch, LeaveQuestion, open_desktop
from ui.session.home import RELAY_FOLDER
from ui.session.network import LOOPBACK, LocalAddress, Network

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from app.sync.client import StaffClient
    from ui.session.desk import OpenClass

WITHIN = 40.0
"""How long a test waits for what must come, in seconds; only a failing test ever waits so long."""

HERE = LocalAddress(LOOPBACK, Network.SELF, "")


def qt() -> QApplication:
    """Return the application of the tests."""
    app = QApplication.instance()
    if not isinstance(app, QApplication):
        raise TypeError
    # As when the desktop runs: closing a window ends nothing by itself.
    app.setQuitOnLastWindowClosed(False)
    return app


async def until(holds: Callable[[], bool]) -> None:
    """Wait until something is so, whoever makes it so."""
    async with asyncio.timeout(WITHIN):
        while not holds():  # noqa: ASYNC110 (another process makes it so, and tells no event)
            await asyncio.sleep(0.02)


def texts(client: StaffClient) -> list[str]:
    """Return what was said, as the confirmed log has it."""
    messages = client.world.state(DiscussionState).messages.values()
    return [message.newest.text for message in sorted(messages, key=lambda message: message.at)]


class Windows:
    """The desktops of one test; what it opened is closed with it, and their relays end.

    Opened by `async with` inside a test and by no fixture: between a test and its fixtures the loop stands still, which
    Qt's does not survive while a connection is being made.

    Args:
        own_relays: whether each desktop starts a relay of its own, which is then the test's to end and to break; else
            they find the shared one.
    """

    def __init__(self, *, own_relays: bool = False) -> None:
        self.closing = contextlib.AsyncExitStack()
        self._own_relays = own_relays
        self._garbage = GarbageHere()

    async def __aenter__(self) -> Self:
        """Begin with no desktop."""
        self._garbage.__enter__()
        return self

    async def __aexit__(self, *_: object) -> None:
        """Close every desktop, and end relays of their own."""
        try:
            await self.closing.aclose()
        finally:
            gc.collect()
            self._garbage.__exit__(None, None, None)

    async def open(self, data: Path) -> Desktop:
        """Open a desktop and wait until what was there is back."""
        if not self._own_relays:
            _share_relay(data)
        desktop = await open_desktop(qt(), Launch(data, "en"))
        self.closing.push_async_callback(self._end, desktop, data)
        await desktop.begin()
        return desktop

    async def _end(self, desktop: Desktop, data: Path) -> None:
        await self.close(desktop, LeaveQuestion.LEAVE)
        if self._own_relays:
            await end_relay(data)

    async def close(self, desktop: Desktop, answer: int) -> None:
        """Close a window as a person does, answering what it asks; closing twice does no harm."""
        if desktop.is_shut:
            return
        closed = asyncio.create_task(desktop.closed())
        async with asyncio.timeout(WITHIN):
            while not closed.done():
                asked = [each for each in desktop.window.findChildren(LeaveQuestion) if each.isVisible()]
                for question in asked:
                    question.buttons[answer].click()
                if not asked:
                    # Again, since a window that is about to stay does not hear it.
                    desktop.window.close()
                await asyncio.wait([closed], timeout=0.05)
        desktop.window.deleteLater()

    async def start(self, desktop: Desktop, title: str = "Giving feedback") -> OpenClass:
        """Start a class on this computer, and wait until it welcomes people."""
        new = NewSession(title=title, name="Claire", language="en")
        one = await desktop.desk.start_here(new, HERE)
        await until(lambda: one.session.phase is Phase.LOBBY and not one.client.pending)
        return one

    async def learner(self, one: OpenClass, name: str = "Amina") -> PageClient:
        """Let a learner's page join by the code."""
        return await self.page(PageClient(one.client.connection_base, Newcomer(one.client.code, name, "en")))

    async def page(self, page: PageClient) -> PageClient:
        """Run a page until it has its seat."""
        task = asyncio.create_task(page.run())

        async def end() -> None:
            task.cancel()
            with contextlib.suppress(asyncio.CancelledError):
                await task

        self.closing.push_async_callback(end)
        async with asyncio.timeout(WITHIN):
            await page.until(lambda: bool(page.member))
        return page


def _share_relay(data: Path) -> None:
    """Let a desktop find the shared relay in its folder."""
    folder = data / RELAY_FOLDER
    if not folder.exists():
        data.mkdir(parents=True, exist_ok=True)
        folder.symlink_to(SHARED_RELAY.start().data)


async def end_relay(data: Path) -> None:
    """End the relay beside a desktop."""
    await EmbeddedRelay(data / "relay").stop()


def kill_relay(data: Path) -> int:
    """Kill the relay beside a desktop as a crash would, and return its process id."""
    status = read_status(data / "relay")
    if status is None:
        raise LookupError
    os.kill(status.pid, signal.SIGKILL)
    return status.pid


def relay_runs(data: Path) -> bool:
    """Tell whether the relay that last wrote its status is a running process."""
    status = read_status(data / "relay")
    return status is not None and is_running(status.pid)
