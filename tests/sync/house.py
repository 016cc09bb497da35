"""A house with relays, desktops and pages: what the tests of staff clients happen in."""

from __future__ import annotations

import asyncio
import contextlib
from typing import TYPE_CHECKING, Any

from app.domain.kernel.words import Role
from app.domain.roster.commands import InviteMember
from app.rehearsal.relay import RelayProcess
from app.storage.library import Library
from app.storage.writer import Writer
from app.sync.links import SeatLink, new_token, token_hash, write_link
from app.sync.opening import NewSession, create, join
from app.sync.page import Newcomer, PageClient
from app.sync.shelf import Shelf
from tests.relay.processes import SHARED_RELAY

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from app.sync.client import StaffClient


class Desktop:
    """A library with its thread: what one staff member's machine keeps."""

    def __init__(self, path: Path) -> None:
        path.mkdir(exist_ok=True)
        self.writer = Writer()
        self.is_open = True
        self.library = self.writer.call(Library.open, path / "library.db").result()
        self.shelf = Shelf(self.library, self.writer)

    def close(self) -> None:
        """Close the library and end its thread; once is enough."""
        if not self.is_open:
            return
        self.is_open = False
        self.writer.call(self.library.close).result()
        self.writer.close()


class House:
    """A relay and the desktops and pages of one test."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.closing = contextlib.AsyncExitStack()
        self.desktops: dict[str, Desktop] = {}
        self.relay: RelayProcess
        self.base = self.key = ""

    def share_relay(self) -> None:
        """Use the relay that all tests share: nobody may end it."""
        relay = SHARED_RELAY.start()
        self.base, self.key = relay.http, relay.key

    async def start_relay(self, name: str = "relay", port: int = 0) -> RelayProcess:
        """Start a relay on a folder of that name."""
        self.relay = await RelayProcess.start(self.folder / name, port)
        self.base, self.key = self.relay.base, self.relay.key
        self.closing.push_async_callback(self.relay.kill)
        return self.relay

    def desktop(self, name: str) -> Desktop:
        """Open the library of one person."""
        desktop = self.desktops[name] = Desktop(self.folder / name)
        self.closing.callback(desktop.close)
        return desktop

    def watch(self, client: StaffClient) -> StaffClient:
        """Close a client when the test is over."""
        self.closing.push_async_callback(client.close)
        return client

    async def host(self, *, preparing: bool = False) -> StaffClient:
        """Create a session."""
        new = NewSession(title="Vente conseil", name="Ada", preparing=preparing)
        return self.watch(await create(self.desktop("host").shelf, self.base, self.key, new))

    async def cofacilitator(self, host: StaffClient, name: str = "Grace") -> StaffClient:
        """Invite a second staff member, who joins by the link."""
        token = new_token()
        await host.do(InviteMember(name=name, role=Role.COFACILITATOR, token_hash=token_hash(token)))
        link = write_link(SeatLink(self.base, host.session, token))
        return self.watch(await join(self.desktop(name).shelf, link))

    async def learner(self, host: StaffClient, name: str, **options: Any) -> PageClient:
        """Join by the code, as a page does."""
        page = PageClient(self.base, Newcomer(host.code, name), **options)
        task = asyncio.create_task(page.run())

        async def end() -> None:
            task.cancel()
            with contextlib.suppress(asyncio.CancelledError):
                await task

        self.closing.push_async_callback(end)
        await page.until(lambda: bool(page.member))
        return page


async def until(client: StaffClient, holds: Callable[[], bool]) -> None:
    """Wait until something holds, looking whenever a client changes."""
    changed = asyncio.Event()
    stop = client.on_change(lambda _: changed.set())
    while not holds():
        changed.clear()
        await changed.wait()
    stop()
