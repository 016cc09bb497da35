"""The classes of this desktop: its relay, its seats, and the clients that keep them up, behind one door for panels."""

from __future__ import annotations

import asyncio
import contextlib
import dataclasses
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final
from urllib.parse import urlsplit

from msgspec.structs import replace
from PySide6.QtCore import QObject, Signal

from app.domain.kernel.refusal import Refusal
from app.domain.kernel.words import Phase
from app.domain.session.commands import OfferStandby, OpenLobby, SetAddress
from app.domain.session.decider import SessionState
from app.relay.embedded import EmbeddedRelay
from app.sync.client import StaffClient
from app.sync.connection import Online
from app.sync.opening import NewSession, create, join
from ui.bridge.session import SessionBridge
from ui.session.network import LocalAddress, local_addresses

if TYPE_CHECKING:
    from collections.abc import Sequence

    from app.domain.kernel.messages import Command
    from app.relay.service import Status
    from app.storage import SeatRow
    from app.sync.changes import Change
    from ui.bridge.tasks import TaskScope
    from ui.session.home import Home

RUNNING: Final = frozenset({Phase.LOBBY, Phase.LIVE, Phase.PAUSED})
"""The phases in which people may be there."""

LOOK_EVERY: Final = 3.0
"""How often the desktop looks whether this computer's addresses have changed, in seconds."""


def awaits(session: SessionState) -> bool:
    """Tell whether a lobby is still closed and will open by itself.

    Args:
        session: its state.
    """
    return session.phase is Phase.CREATED and bool(session.opens_at)


@dataclass(frozen=True)
class HostedRelay:
    """A relay on the internet, and the key that lets one create a class on it."""

    base: str
    key: str


@dataclass(frozen=True)
class OpenClass:
    """A class with its client.

    Attributes:
        client: keeps it up.
        bridge: tells the panels.
    """

    client: StaffClient
    bridge: SessionBridge

    @property
    def session(self) -> SessionState:
        """The session as it is shown."""
        return self.client.projected.state(SessionState)

    @property
    def is_going_on(self) -> bool:
        """Whether people may be there, or its lobby will open by itself."""
        return self.session.phase in RUNNING or self.is_awaited

    @property
    def is_awaited(self) -> bool:
        """Whether its lobby is still closed and will open by itself."""
        return awaits(self.session)


class Desk(QObject):
    """Begins, joins, opens and closes classes.

    `seats_changed` carries the seats as a tuple, `shown_changed` the class in the window or none, `relay_changed` the
    status of the relay beside this desktop, or none while it does not run.

    Args:
        home: the data folder.
        scope: runs what goes on in the background.
        parent: the owner.
    """

    seats_changed = Signal(object)
    shown_changed = Signal(object)
    kept_changed = Signal()
    plan_wanted = Signal(object)
    relay_changed = Signal(object)

    def __init__(self, home: Home, scope: TaskScope, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.home = home
        self._scope = scope
        self._relay = EmbeddedRelay(home.relay_folder)
        self._watching: list[asyncio.Task[object]] = []
        self._starting = asyncio.Lock()
        self._open: dict[str, OpenClass] = {}
        self._shown: OpenClass | None = None
        self._seats: tuple[SeatRow, ...] = ()
        self.relay_lost = False

    # --- reading ---------------------------------------------------------------------------------------------------

    @property
    def seats(self) -> tuple[SeatRow, ...]:
        """The sessions one has a seat in, the last opened first."""
        return self._seats

    @property
    def shown(self) -> OpenClass | None:
        """The class in the window."""
        return self._shown

    @property
    def open_classes(self) -> tuple[OpenClass, ...]:
        """Every class that is kept up, shown or not."""
        return tuple(self._open.values())

    @property
    def relay_status(self) -> Status | None:
        """The relay beside this desktop; none while it does not run."""
        return self._relay.status

    def is_local(self, one: OpenClass) -> bool:
        """Tell whether this computer's own relay serves a class.

        Args:
            one: the class.
        """
        return one.client.seat.local

    # --- life ------------------------------------------------------------------------------------------------------

    async def begin(self) -> None:
        """Read the seats and bring back the classes that were going on: the last one is shown.

        Raises:
            StorageError: the library cannot be read.
        """
        await self._read_seats()
        for seat in self._seats:
            if not seat.ended:
                await self._bring_back(seat)
        going_on = [one for one in self._open.values() if one.is_going_on]
        if going_on:
            # A class in which people may be comes before one that waits for its hour.
            self._show(min(going_on, key=lambda one: one.is_awaited))

    async def _bring_back(self, seat: SeatRow) -> None:
        client = await self._client(seat)
        state = client.world.state(SessionState)
        if state.phase in RUNNING or state.phase is Phase.PREPARING or awaits(state) or client.pending:
            self._keep(client)
        else:
            await client.close()

    async def shut(self, *, stop_relay: bool) -> None:
        """Put everything away.

        Args:
            stop_relay: whether the relay beside this desktop ends too; else a class goes on without this window.
        """
        for task in self._watching:
            task.cancel()
        await asyncio.gather(*self._watching, return_exceptions=True)
        self._watching.clear()
        self._show(None)
        for session in list(self._open):
            await self._put_away(session)
        if stop_relay:
            await self._relay.stop()

    # --- the relay -------------------------------------------------------------------------------------------------

    async def relay(self) -> Status:
        """Return the relay beside this desktop, found or started, and watched from then on.

        Raises:
            RelayDidNotStart: with a stable code.
        """
        async with self._starting:
            status = await self._relay.start()
            if not self._watching:
                self._watching += [
                    self._scope.spawn(self._relay.watch(self._relay_moved), name="the relay's watch"),
                    self._scope.spawn(self._watch_network(), name="the network's watch"),
                ]
        self.relay_lost = False
        self.relay_changed.emit(status)
        return status

    def _relay_moved(self, status: Status | None) -> None:
        self.relay_lost = status is None
        self.relay_changed.emit(status)
        if status is None:
            return
        for one in self._open.values():
            if not self.is_local(one):
                continue
            if one.client.connection_base == _own_base(status):
                one.client.retry()
            else:
                self._scope.spawn(self._reopen(one.client.session), name="a class on another port")

    async def _reopen(self, session: str) -> None:
        was_shown = self._shown is not None and self._shown.client.session == session
        await self._put_away(session)
        seat = next(seat for seat in await self._read_seats() if seat.session == session)
        one = self._keep(await self._client(seat))
        if was_shown:
            self._show(one)
        self.tell_address(one)

    def tell_address(self, one: OpenClass, address: LocalAddress | None = None) -> None:
        """Say in a class of this computer's relay at which address learners reach it now.

        Args:
            one: the class.
            address: which of this computer's; when left out, the one it has if that still holds, else the likeliest.
        """
        status = self._relay.status
        if status is None:
            return
        chosen = address or _still_at(one.session.address, local_addresses())
        with contextlib.suppress(Refusal):
            one.bridge.submit(SetAddress(address=chosen.base(status.port), nearby=True))

    async def _watch_network(self) -> None:
        """Give classes of this computer's relay a new address when theirs is gone: another Wi-Fi, a pulled cable."""
        before = local_addresses()
        while True:
            await asyncio.sleep(LOOK_EVERY)
            now = local_addresses()
            if now == before:
                continue
            before, hosts = now, {address.host for address in now}
            for one in self._open.values():
                is_wanted = one.is_going_on or one.session.phase is Phase.PREPARING
                if self.is_local(one) and is_wanted and _host(one.session.address) not in hosts:
                    self.tell_address(one)

    # --- classes ---------------------------------------------------------------------------------------------------

    async def start_here(self, new: NewSession, address: LocalAddress, prepared: Sequence[Command] = ()) -> OpenClass:
        """Create a class on this computer's relay, and show it with its lobby open; one to be prepared is only kept up.

        Args:
            new: what it starts with; its address is set here.
            address: which of this computer's addresses learners use.
            prepared: what its plan brings into it.

        Raises:
            Refusal: the relay will not have it.
            RelayDidNotStart: with a stable code.
            StorageError: the disk is at fault.
        """
        status = await self.relay()
        reached = replace(new, nearby=True, address=address.base(status.port))
        return await self._created(_own_base(status), status.key, reached, prepared, local=True)

    async def start_there(self, new: NewSession, hosted: HostedRelay, prepared: Sequence[Command] = ()) -> OpenClass:
        """Create a class on a hosted relay, and show it with its lobby open; one to be prepared is only kept up.

        Args:
            new: what it starts with.
            hosted: where.
            prepared: what its plan brings into it.

        Raises:
            Refusal: the relay will not have it, or cannot be reached.
            StorageError: the disk is at fault.
        """
        return await self._created(hosted.base, hosted.key, new, prepared, local=False)

    async def _created(
        self, base: str, key: str, new: NewSession, prepared: Sequence[Command], *, local: bool
    ) -> OpenClass:
        client = await create(self.home.shelf, base, key, new)
        one = self._keep(client)
        # Said and not guessed: a hosted relay may be reached through a tunnel that begins on this computer.
        await self._set_local(one, local=local)
        await self._read_seats()
        await self.caught_up(client)
        for command in prepared:
            client.submit(command)
        if new.preparing:
            return one
        if not new.opens_at:
            client.submit(OpenLobby())
        self._show(one)
        return one

    async def open_prepared(self, one: OpenClass, prepared: Sequence[Command] = ()) -> None:
        """Open the lobby of a class whose plan was prepared together, and show it.

        Args:
            one: the class.
            prepared: what its plan brings into it.
        """
        if one.session.phase is Phase.PREPARING:
            if self.is_local(one):
                # Prepared at home, held in the classroom: learners need the address of now.
                self.tell_address(one)
            for command in (*prepared, OpenLobby()):
                one.bridge.submit(command)
        self._show(one)
        await self._read_seats()

    async def join_class(self, link: str) -> OpenClass:
        """Come to a colleague's class by the link of an invitation, and show it, or the plan that is prepared in it.

        Args:
            link: as it was pasted.

        Raises:
            Refusal: the link opens no staff seat, or the relay cannot be reached.
            StorageError: the disk is at fault.
        """
        client = await join(self.home.shelf, link)
        one = self._open.get(client.session) or self._keep(client)
        if one.client is not client:
            await client.close()
        await self._set_local(one, local=self._serves(one.client.connection_base))
        await self._read_seats()
        await self.caught_up(one.client)
        self._show_or_plan(one)
        if one.session.phase is not Phase.PREPARING:
            self._scope.spawn(self._offer_standby(one), name="standby")
        return one

    async def show(self, session: str) -> OpenClass:
        """Open a class one has a seat in, and show it.

        Args:
            session: its id.

        Raises:
            KeyError: there is no such seat.
            StorageError: the disk is at fault.
        """
        one = self._open.get(session)
        if one is None:
            seats = {seat.session: seat for seat in self._seats}
            one = self._keep(await self._client(seats[session]))
        self._show_or_plan(one)
        return one

    async def leave(self) -> None:
        """Take the shown class out of the window. If nobody can be in it any more, its client ends too."""
        one = self._shown
        self._show(None)
        if one is not None and not one.is_going_on:
            await self._put_away(one.client.session)
        await self._read_seats()

    async def take_over(self, one: OpenClass) -> None:
        """Seed this computer's relay from this desktop's copy of a class, and go on there.

        Args:
            one: the class, whose relay is gone for good.

        Raises:
            Refusal: this relay will not take it.
            RelayDidNotStart: with a stable code.
        """
        status = await self.relay()
        await one.client.seed(_own_base(status), status.key)
        await self._set_local(one, local=True)
        await self._read_seats()
        self.tell_address(one)

    async def move(self, one: OpenClass, base: str) -> None:
        """Go on at another relay that has the class already.

        Args:
            one: the class.
            base: that relay's base URL.
        """
        seat = dataclasses.replace(one.client.seat, relay=base, local=False)
        was_shown = one is self._shown
        await self._put_away(seat.session)
        await self.home.shelf.run(self.home.shelf.library.put_seat, seat)
        await self._read_seats()
        moved = self._keep(await self._client(seat))
        if was_shown:
            self._show(moved)

    async def forget(self, session: str) -> None:
        """Delete a class from this computer: its seat and its log.

        Args:
            session: its id.
        """
        if self._shown is not None and self._shown.client.session == session:
            self._show(None)
        await self._put_away(session)
        shelf = self.home.shelf
        await shelf.run(shelf.library.remove_seat, session)
        await shelf.run(shelf.library.log.forget, session)
        await self._read_seats()

    async def caught_up(self, client: StaffClient) -> None:
        """Wait until a new client knows its own seat and all that came before it.

        Args:
            client: connected.
        """
        known = asyncio.Event()

        def look(_change: Change | None = None) -> None:
            line = client.connection
            behind = isinstance(line, Online) and client.world.seq < line.welcome.seq
            if client.world.seats.seat(client.member) is not None and not behind:
                known.set()

        stop = client.on_change(look)
        try:
            look()
            await known.wait()
        finally:
            stop()

    # --- inside ----------------------------------------------------------------------------------------------------

    async def _client(self, seat: SeatRow) -> StaffClient:
        if seat.local:
            status = await self.relay()
            seat = dataclasses.replace(seat, relay=_own_base(status))
        return await StaffClient.open(self.home.shelf, seat, seat.token)

    def _keep(self, client: StaffClient) -> OpenClass:
        one = OpenClass(client, SessionBridge(client, parent=self))
        self._open[client.session] = one
        client.on_change(self._class_changed)
        client.connect()
        self.kept_changed.emit()
        return one

    def _class_changed(self, change: Change) -> None:
        if any(envelope.event.type.startswith("session.") for envelope in change.envelopes):
            # The row on disk may stay the same while the class goes on: lists show its phase too.
            self.seats_changed.emit(self._seats)
            self._scope.spawn(self._read_seats(), name="seats")

    def _show_or_plan(self, one: OpenClass) -> None:
        if one.session.phase is Phase.PREPARING:
            self.plan_wanted.emit(one)
        else:
            self._show(one)

    def _show(self, one: OpenClass | None) -> None:
        if one is not self._shown:
            self._shown = one
            self.shown_changed.emit(one)

    async def _put_away(self, session: str) -> None:
        one = self._open.pop(session, None)
        if one is None:
            return
        if one is self._shown:
            self._show(None)
        self.kept_changed.emit()
        one.bridge.close()
        await one.client.close()
        one.bridge.deleteLater()

    def _serves(self, base: str) -> bool:
        status = self._relay.status
        return status is not None and base == _own_base(status)

    async def _set_local(self, one: OpenClass, *, local: bool) -> None:
        one.client.seat = dataclasses.replace(one.client.seat, local=local)
        await self.home.shelf.run(self.home.shelf.library.put_seat, one.client.seat)

    async def _read_seats(self) -> tuple[SeatRow, ...]:
        shelf = self.home.shelf
        seats = tuple(await shelf.run(shelf.library.seats))
        if seats != self._seats:
            self._seats = seats
            self.seats_changed.emit(seats)
        return seats

    async def _offer_standby(self, one: OpenClass) -> None:
        """Let learners' pages know that this computer can take over, where they could reach it."""
        await self.caught_up(one.client)
        session = one.client.world.state(SessionState)
        if self.is_local(one) or not session.nearby or session.standby or not one.client.seat.role.is_staff:
            return
        status = await self.relay()
        one.client.submit(OfferStandby(address=local_addresses()[0].base(status.port)))


def _host(base: str) -> str:
    return urlsplit(base).hostname or ""


def _still_at(base: str, addresses: tuple[LocalAddress, ...]) -> LocalAddress:
    return next((address for address in addresses if address.host == _host(base)), addresses[0])


def _own_base(status: Status) -> str:
    return f"{'https' if status.secure else 'http'}://127.0.0.1:{status.port}"
