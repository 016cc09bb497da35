"""A staff desktop's side of one session: its replica, its outbox and its connection, put together."""

from __future__ import annotations

import asyncio
import contextlib
import dataclasses
import time
from typing import TYPE_CHECKING, Final
from uuid import uuid4

from app.domain.kernel.refusal import Refusal
from app.domain.kernel.words import Role
from app.domain.registry import REGISTRY, Registry
from app.domain.session.decider import SessionState
from app.storage.errors import StorageError
from app.sync import frames as f
from app.sync.changes import Change, Notice, NoticeKind, Pending
from app.sync.connection import Closed, ConnectionState, Online, RelayConnection, TurnedAway, Waiting
from app.sync.disk import DiskCalls
from app.sync.keeper import Keeper
from app.sync.marks import ReadMarks
from app.sync.own import OwnCommands
from app.sync.projection import Asked
from app.sync.replica import BrokenChain, Replica
from app.sync.seeding import seeding
from app.sync.signals import Signals

if TYPE_CHECKING:
    from collections.abc import AsyncIterator, Callable

    from app.domain.kernel.envelope import Envelope
    from app.domain.kernel.messages import Command
    from app.domain.kernel.world import World
    from app.storage.library import SeatRow
    from app.sync.shelf import Opened, Shelf

_MAX_BREAKS: Final = 3


def now_ms() -> int:
    """Return the time, in milliseconds since 1970."""
    return time.time_ns() // 1_000_000


class StaffClient:
    """One seat in one session, with the session's whole log on this machine.

    `StaffClient.open` brings it back as it was, without a network; `connect` keeps the connection up in the background
    until `close`. Everything happens in the event loop's thread; the disk is touched on the library's.

    Attributes:
        seat: what the library knows of this seat.
        code: the join code in force, as the relay last said it.
        clock_offset: the relay's clock minus ours, in milliseconds.
        signals: what is said in passing, and heard.
    """

    def __init__(self, shelf: Shelf, seat: SeatRow, token: str, opened: Opened, registry: Registry = REGISTRY) -> None:
        """Take up what was read from disk; use `open` instead.

        Args:
            shelf: where it is kept.
            seat: which seat.
            token: the seat's token.
            opened: the session as the disk holds it.
            registry: the capabilities.
        """
        self._shelf = shelf
        self.seat = seat
        self._token = token
        self._registry = registry
        self._replica = opened.replica
        self._disk = DiskCalls(shelf, self._disk_problem)
        self.marks = ReadMarks(shelf, seat.session, opened.read, self._disk.follow)
        self._connection = RelayConnection(seat.relay, self._greet, on_state=self._on_state, on_frame=self._on_frame)
        self._own = OwnCommands(
            seat.session,
            opened,
            registry,
            epoch=self._replica.head.epoch if self._replica.head else seat.epoch,
            world=lambda: self.world,
            disk=self._disk,
            send=self._connection.send,
            due=self._carry_out,
        )
        self._listeners: list[Callable[[Change], None]] = []
        self._told_seq = 0
        self._keeper = Keeper(
            shelf,
            seat.session,
            stored_seq=self._replica.world.seq,
            snapshot_seq=opened.snapshot_seq,
            state=self._state,
            on_stored=self._say_stored,
            on_problem=self._disk_problem,
        )
        self._tasks: list[asyncio.Task[None]] = []
        self._breaks = 0
        self._without_past = False
        self._closing = False
        self._first_frame: Callable[[], AsyncIterator[f.ClientFrame]] | None = None
        self.code = self._replica.world.state(SessionState).code
        self.clock_offset = 0
        self.signals = Signals(self._connection.send)
        self._opening = [Notice(NoticeKind.SET_ASIDE, opened.problem)] if opened.problem else []

    @classmethod
    async def open(cls, shelf: Shelf, seat: SeatRow, token: str, registry: Registry = REGISTRY) -> StaffClient:
        """Read a session from disk, and return it ready for use, not yet connecting.

        Raises:
            UnreadableEvent: a newer version of the software wrote the log.
            StorageError: the disk is at fault.
        """
        opened = await shelf.run(shelf.load, seat.session, registry)
        return cls(shelf, seat, token, opened, registry)

    # --- reading ---------------------------------------------------------------------------------------------------

    @property
    def session(self) -> str:
        """The session's id."""
        return self.seat.session

    @property
    def member(self) -> str:
        """Who one is; empty until a relay has said so for the first time."""
        return self.seat.member

    @property
    def world(self) -> World:
        """The confirmed state: what the relay's log says. Not to be changed."""
        return self._replica.world

    @property
    def head(self) -> f.Have | None:
        """Where this copy of the log ends; None while it is empty."""
        return self._replica.head

    @property
    def projected(self) -> World:
        """The confirmed state with one's own pending commands on top. Not to be changed."""
        return self._own.projected(self.member)

    @property
    def pending(self) -> tuple[Pending, ...]:
        """One's own commands that are not in the confirmed state yet, in the order they were asked."""
        return self._own.pending

    @property
    def connection(self) -> ConnectionState:
        """How the connection stands."""
        return self._connection.state

    @property
    def connection_base(self) -> str:
        """The base URL of the relay that is being used."""
        return self._connection.base

    @property
    def stored_seq(self) -> int:
        """Up to where the log is durable on this machine."""
        return self._keeper.stored_seq

    def on_change(self, listener: Callable[[Change], None]) -> Callable[[], None]:
        """Call a function with every change from now on.

        Returns:
            A function that ends it.
        """
        self._listeners.append(listener)
        if self._opening:
            notices, self._opening = tuple(self._opening), []
            asyncio.get_running_loop().call_soon(self._tell, Change(notices=notices))

        def stop() -> None:
            if listener in self._listeners:
                self._listeners.remove(listener)

        return stop

    # --- asking ----------------------------------------------------------------------------------------------------

    def submit(self, command: Command, command_id: str | None = None) -> Pending:
        """Ask for a command; it shows in `projected` at once, and reaches the relay when it can.

        Args:
            command: what is asked.
            command_id: a fresh version 4 UUID, when the caller needs to know it beforehand.

        Raises:
            Refusal: it would be refused for certain: both by the confirmed world and by the one shown.
        """
        asked = Asked(command_id or str(uuid4()), command, now_ms() + self.clock_offset)
        pending = self._own.submit(asked, self.member)
        self._carry_out()
        return pending

    async def settled(self, command_id: str) -> int:
        """Wait until a submitted command is in the confirmed world, and return the place of its last event.

        Raises:
            Refusal: it did not happen (`dropped` when it had gone stale and was forgotten).
        """
        return await self._own.settled(command_id)

    async def do(self, command: Command) -> int:
        """Submit a command and wait until it is in the confirmed world; see `submit` and `settled`."""
        return await self.settled(self.submit(command).id)

    def confirm(self, command_id: str) -> None:
        """Say that a command in state `PERSON` is still meant."""
        self._own.confirm(command_id)
        self._carry_out()

    def dismiss(self, command_id: str) -> None:
        """Say that a command in state `PERSON` is no longer meant."""
        self._own.dismiss(command_id)
        self._carry_out()

    # --- the connection --------------------------------------------------------------------------------------------

    def connect(self) -> None:
        """Keep a connection up in the background from now on."""
        if not self._tasks:
            for name, work in (("connection", self._connection.run), ("log", self._keep_log)):
                task = asyncio.create_task(work(), name=f"staff client: {name}")
                task.add_done_callback(_report)
                self._tasks.append(task)

    def retry(self) -> None:
        """Try to connect now."""
        self._connection.retry()

    def drop(self, *, stay_away: bool = False) -> None:
        """Cut the line as a lost network does; with `stay_away`, until `retry`."""
        self._connection.drop(stay_away=stay_away)

    async def online(self) -> f.Welcome:
        """Wait until the connection stands.

        Raises:
            Refusal: the relay turned us away, or cannot be reached; trying goes on in the background where it may help.
        """
        reached: asyncio.Future[f.Welcome] = asyncio.get_running_loop().create_future()

        def look(state: ConnectionState | None) -> None:
            if reached.done():
                return
            match state:
                case Online(welcome=welcome):
                    reached.set_result(welcome)
                case TurnedAway(code=code, params=params) | Waiting(code=code, params=params) if code != "moved":
                    reached.set_exception(Refusal(code, **params))
                case _:
                    pass

        stop = self.on_change(lambda change: look(change.connection))
        try:
            look(self._connection.state)
            return await reached
        finally:
            stop()

    def greet_with(self, first: Callable[[], AsyncIterator[f.ClientFrame]] | None) -> None:
        """Open connections with other frames than `hello` until one of them succeeds."""
        self._first_frame = first

    async def seed(self, base: str, key: str) -> f.Welcome:
        """Bring the session to another relay, from this copy of the log, and go on there.

        Args:
            base: that relay's base URL.
            key: its relay key.

        Raises:
            Refusal: it will not take it, or cannot be reached; the client goes back to the relay it had.
        """
        self.connect()
        await self._keeper.saved.wait()
        before = self._connection.base
        self.greet_with(lambda: self._seeding(key))
        self._connection.move(base)
        try:
            welcome = await self.online()
        except Refusal:
            self.greet_with(None)
            self._connection.move(before)
            raise
        return welcome

    async def close(self) -> None:
        """Let go of the connection, put on disk what is not there yet, and end."""
        if self._closing:
            return
        self._closing = True
        self._own.stop()
        for task in self._tasks:
            task.cancel()
        for task in self._tasks:
            with contextlib.suppress(asyncio.CancelledError):
                await task
        with contextlib.suppress(StorageError):
            # What cannot be stored now is fetched again from the relay.
            await self._keeper.finish()
        await self._disk.finish()
        self._own.send_home()
        self._listeners.clear()

    async def _greet(self) -> AsyncIterator[f.ClientFrame]:
        if self._first_frame is not None:
            async for frame in self._first_frame():
                yield frame
            return
        have = None if self._without_past else self._replica.head
        yield f.Hello(
            v=f.VERSION,
            session=self.session,
            token=self._token,
            as_="replica",
            have=have,
            # Said apart from `have`: a copy that was set aside is no reason to fall for a relay of an earlier reign.
            epoch=self.seat.epoch,
        )

    async def _seeding(self, key: str) -> AsyncIterator[f.ClientFrame]:
        await self._keeper.saved.wait()
        head = self._replica.head
        if head is not None:
            async for frame in seeding(self._shelf, self.session, self._token, key, head):
                yield frame

    def _on_state(self, state: ConnectionState) -> None:
        match state:
            case Online(welcome=welcome):
                self._welcomed(welcome)
            case Closed() | Waiting() | TurnedAway():
                self._own.offline()
            case _:
                pass
        self._carry_out(connection=state, pending=self._own.unsettled)

    def _welcomed(self, welcome: f.Welcome) -> None:
        self._first_frame = None
        self.clock_offset = welcome.at - now_ms()
        self.code = welcome.code or self.code
        resync = welcome.resync or (self._without_past and self._replica.head is not None)
        self._without_past = False
        notices: tuple[Notice, ...] = ()
        if resync:
            self._replica = Replica(self.session, self._registry)
            self._keeper.set_aside()
            notices = (Notice(NoticeKind.SET_ASIDE, "divergent"),)
        self._told_seq = 0
        self._own.online(welcome.epoch, resync=resync)
        self._carry_out(reset=resync, notices=notices)
        self.seat = dataclasses.replace(
            self.seat,
            member=welcome.member,
            role=Role(welcome.role),
            relay=self._connection.base,
            epoch=max(self.seat.epoch, welcome.epoch),
            last_opened=now_ms(),
        )
        self._write_seat()
        self._say_stored()

    def _on_frame(self, frame: f.ServerFrame) -> None:
        match frame:
            case f.Log(records=records):
                self._receive(records)
            case f.Ack() | f.Refused() | f.Unknown() | f.Held():
                self._own.answered(frame)
                self._carry_out()
            case f.Heard():
                self.signals.heard(frame)
            case _:
                # Documents and answers are for pages; an error that is not fatal is about a frame, not about us.
                pass

    def _receive(self, records: tuple[f.WireRecord, ...]) -> None:
        try:
            received = self._replica.receive(records)
        except BrokenChain:
            self._breaks += 1
            self._without_past = True
            # A relay whose own log is broken would break every copy again: then only the person can help.
            self._connection.drop("broken_log", stay_away=self._breaks > _MAX_BREAKS)
            return
        self._keeper.keep(received.stretches)
        self._own.saw(received.envelopes)
        state = self.world.state(SessionState)
        self.code = state.code
        ended = state.ended_at > 0
        if (self.seat.title, self.seat.ended) != (state.title, ended):
            self.seat = dataclasses.replace(self.seat, title=state.title, ended=ended)
            self._write_seat()
        self._carry_out(envelopes=received.envelopes, pending=self._own.unsettled)

    def _carry_out(
        self,
        *,
        envelopes: tuple[Envelope, ...] = (),
        reset: bool = False,
        pending: bool = False,
        connection: ConnectionState | None = None,
        notices: tuple[Notice, ...] = (),
    ) -> None:
        """Do what one's own commands want done, and tell everybody what changed."""
        changed, own = self._own.carry_out()
        change = Change(envelopes, reset, pending or changed, connection, notices + own)
        if change != Change():
            self._tell(change)

    # --- the disk --------------------------------------------------------------------------------------------------

    def _write_seat(self) -> None:
        self._disk.follow(self._shelf.call(self._shelf.library.put_seat, self.seat))

    async def _keep_log(self) -> None:
        while True:
            await self._keeper.run()
            # Somebody else wrote to this log: what is on disk is of no use to this copy any more.
            self._without_past = True
            self._connection.drop("broken_log")

    def _state(self) -> tuple[World, f.Have | None]:
        return self.world, self._replica.head

    def _disk_problem(self, error: StorageError) -> None:
        self._tell(Change(notices=(Notice(NoticeKind.STORAGE, error.code),)))

    def _say_stored(self) -> None:
        stored = self._keeper.stored_seq
        if stored > self._told_seq and self._connection.send(f.Stored(stored)):
            self._told_seq = stored

    def _tell(self, change: Change) -> None:
        for listener in list(self._listeners):
            try:
                listener(change)
            except Exception as error:  # noqa: BLE001 (a panel's mistake must not cost the connection)
                asyncio.get_running_loop().call_exception_handler(
                    {"message": "a listener of a staff client failed", "exception": error}
                )


def _report(task: asyncio.Task[None]) -> None:
    if not task.cancelled() and (error := task.exception()) is not None:
        asyncio.get_running_loop().call_exception_handler(
            {"message": "a staff client stopped", "exception": error, "task": task}
        )
