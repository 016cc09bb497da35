"""The building in which whole classes are held: relays as processes, libraries on disk, and everybody who comes."""

from __future__ import annotations

import asyncio
import contextlib
import dataclasses
from typing import TYPE_CHECKING, Any

from app.domain.discussion.state import DiscussionState
from app.domain.kernel.words import MAIN, Role
from app.domain.roster.commands import InviteMember
from app.domain.session.commands import OpenLobby, StartSession
from app.reports.record import PastSession, check, read_session
from app.storage.library import Library
from app.storage.log import EventLog
from app.storage.writer import Writer
from app.sync.client import StaffClient
from app.sync.links import SeatLink, new_token, token_hash, write_link
from app.sync.opening import NewSession, create, join
from app.sync.page import Newcomer, PageClient
from app.sync.shelf import Shelf
from tests.relay.processes import RelayProcess

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

WITHIN = 30.0
"""How long a test waits for what must come, in seconds; only a failing test ever waits so long."""


class Desk:
    """What one staff member's machine keeps: a library in a folder, with its thread."""

    def __init__(self, folder: Path) -> None:
        folder.mkdir(exist_ok=True)
        self.folder = folder
        self._writer = Writer()
        self.library = self._writer.call(Library.open, folder / "library.db").result()
        self.shelf = Shelf(self.library, self._writer)
        self._is_open = True

    def close(self) -> None:
        """Let go of the folder; closing twice does no harm."""
        if self._is_open:
            self._is_open = False
            self._writer.call(self.library.close).result()
            self._writer.close()


class House:
    """The relays, desks and pages of one test; what it opened is closed with it."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.closing = contextlib.AsyncExitStack()

    def relay(self, name: str = "relay") -> RelayProcess:
        """Start a relay on a folder of its own."""
        folder = self.folder / name
        folder.mkdir()
        relay = RelayProcess(folder / "data").start()
        self.closing.callback(relay.kill)
        return relay

    def desk(self, name: str) -> Desk:
        """Open somebody's library."""
        desk = Desk(self.folder / name)
        self.closing.callback(desk.close)
        return desk

    def watch(self, client: StaffClient) -> StaffClient:
        """Close a client with the house."""
        self.closing.push_async_callback(client.close)
        return client

    async def host(self, relay: RelayProcess, desk: Desk | None = None) -> StaffClient:
        """Create a class at a relay."""
        desk = desk or self.desk("host")
        new = NewSession(title="Négocier en équipe", name="Hélène")
        return self.watch(await create(desk.shelf, relay.http, relay.key, new))

    async def cofacilitator(self, host: StaffClient, desk: Desk | None = None, name: str = "Karim") -> StaffClient:
        """Invite somebody, who comes by their link."""
        token = new_token()
        await host.do(InviteMember(name=name, role=Role.COFACILITATOR, token_hash=token_hash(token)))
        link = write_link(SeatLink(host.connection_base, host.session, token))
        desk = desk or self.desk("cofacilitator")
        return self.watch(await join(desk.shelf, link))

    async def reopened(self, desk: Desk, **changes: Any) -> StaffClient:
        """Open the one seat of a library again, not yet connecting.

        Args:
            desk: whose.
            changes: fields of the seat that are otherwise now, such as `relay`.
        """
        (seat,) = desk.library.seats()
        return self.watch(await StaffClient.open(desk.shelf, dataclasses.replace(seat, **changes), seat.token))

    async def page(self, client: PageClient) -> PageClient:
        """Run a learner's page until it has its seat."""
        task = asyncio.create_task(client.run())

        async def end() -> None:
            task.cancel()
            with contextlib.suppress(asyncio.CancelledError):
                await task

        self.closing.push_async_callback(end)
        async with asyncio.timeout(WITHIN):
            await client.until(lambda: "me" in client.documents)
        return client

    async def learner(self, host: StaffClient, name: str, **options: Any) -> PageClient:
        """Let a learner join with the code."""
        return await self.page(PageClient(host.connection_base, Newcomer(host.code, name), **options))


async def go_live(host: StaffClient) -> None:
    """Open the lobby and begin."""
    await host.do(OpenLobby())
    await host.do(StartSession())


async def until(client: StaffClient, holds: Callable[[], object]) -> None:
    """Wait until something holds on a staff desktop."""
    changed = asyncio.Event()
    stop = client.on_change(lambda _: changed.set())
    try:
        async with asyncio.timeout(WITHIN):
            while not holds():
                changed.clear()
                await changed.wait()
    finally:
        stop()


async def page_until(page: PageClient, holds: Callable[[], object]) -> None:
    """Wait until something holds on a learner's page."""
    async with asyncio.timeout(WITHIN):
        await page.until(lambda: bool(holds()))


def texts(client: StaffClient, channel: str = MAIN) -> list[str]:
    """Return what a channel shows, as a staff desktop has it confirmed."""
    state = client.world.state(DiscussionState)
    return [state.messages[item].newest.text for item in state.shown.get(channel, [])]


def page_texts(page: PageClient) -> list[str]:
    """Return what the main room shows on a learner's page."""
    messages = page.documents.get("class", {}).get("discussion", {}).get("messages", {})
    return [entry.get("text", "") for entry in sorted(messages.values(), key=lambda entry: int(entry["order"]))]


def past(desk: Desk, session: str) -> PastSession:
    """Read a class from somebody's library, after making sure that its chain holds."""
    found = read_session(desk.library.log, session)
    assert check(found.records).is_intact
    return found


def relay_records(relay: RelayProcess, session: str) -> PastSession:
    """Read a class from the file of a relay that has ended."""
    log = EventLog.open(relay.data / "relay.db")
    try:
        found = read_session(log, session)
    finally:
        log.close()
    assert check(found.records).is_intact
    return found


def said(found: PastSession) -> list[str]:
    """Return the newest text of every message ever posted, in the order of posting."""
    return [message.newest.text for message in found.world.state(DiscussionState).messages.values()]


def bytes_of(folder: Path) -> dict[str, bytes]:
    """Return the content of every file of a folder, by name: what a thief of the machine would find."""
    return {path.name: path.read_bytes() for path in folder.rglob("*") if path.is_file()}
