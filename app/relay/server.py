"""The relay's network side: one port for the learners' page and the socket, and what each frame means to whom."""

from __future__ import annotations

import asyncio
import contextlib
import hmac
import itertools
import json
import logging
import time
from http import HTTPStatus
from importlib.metadata import version
from typing import TYPE_CHECKING, Final, assert_never

from websockets.asyncio.server import Server, ServerConnection, serve
from websockets.exceptions import ConnectionClosed

from app.domain.kernel.envelope import read_body
from app.domain.kernel.refusal import Refusal
from app.domain.kernel.words import Phase
from app.domain.roster.state import RosterState
from app.relay.access import Attempts, new_code, plain_code, token_hash
from app.relay.assets import Assets, client_address, header, is_own_page, plain
from app.relay.batch import Line, Outgoing
from app.relay.client import Client
from app.relay.loading import LAST_EPOCH, SessionUnreadable, folded
from app.relay.runner import SessionRunner, open_runner
from app.storage.errors import StorageBroken, StorageError
from app.storage.log import Append, Appended, EventLog
from app.sync import frames as f

if TYPE_CHECKING:
    import ssl
    from pathlib import Path

    from websockets.http11 import Request, Response

    from app.domain.kernel.words import Millis, SessionId
    from app.relay.ledger import Ledger
    from app.relay.masks import MaskKeys
    from app.relay.metrics import Meters
    from app.storage.writer import Writer

log = logging.getLogger("cercle.relay")

TICK: Final = 0.25
ALIVE_EVERY: Final = 5.0
CLOSE_WITHIN: Final = 5.0


class Relay:
    """Serves sessions from one event log."""

    def __init__(
        self,
        event_log: EventLog,
        writer: Writer,
        *,
        key: str,
        page: Path,
        masks: MaskKeys,
        meters: Meters,
        trusted_proxies: frozenset[str] = frozenset(),
    ) -> None:
        """Prepare to serve.

        Args:
            event_log: opened on the writer's thread.
            writer: that thread.
            key: who knows it may create and seed sessions.
            page: the folder of the learners' page.
            masks: the keys of anonymity.
            meters: count what happens.
            trusted_proxies: addresses of reverse proxies whose word on where a client comes from is taken.
        """
        self._log = event_log
        self._meters = meters
        self._trusted = trusted_proxies
        meters.watch(self._running)
        self._writer = writer
        self._key = key
        self._masks = masks
        self._assets = Assets(page)
        self._attempts = Attempts()
        self._runners: dict[SessionId, asyncio.Task[SessionRunner]] = {}
        self._unreadable: set[SessionId] = set()
        self._seeding: set[SessionId] = set()
        self._codes: dict[str, SessionId] = {}
        self._code_of: dict[SessionId, str] = {}
        self._numbers = itertools.count(1)
        self._server: Server | None = None
        self._clockwork: list[asyncio.Task[None]] = []
        self._ending: set[asyncio.Task[None]] = set()

    @staticmethod
    def clock() -> Millis:
        """Return the time in milliseconds since 1970."""
        return time.time_ns() // 1_000_000

    # --- life ------------------------------------------------------------------------------------------------------

    async def start(self, host: str, port: int, tls: ssl.SSLContext | None = None) -> int:
        """Open the door, and return the port.

        Args:
            host: the address to listen on.
            port: the port; 0 for any free one.
            tls: makes it `https` and `wss`.

        Raises:
            OSError: the port is in use or not allowed.
            StorageError: the log cannot be read.
        """
        for session in await asyncio.wrap_future(self._writer.call(self._log.sessions)):
            try:
                await self._load(session)
            except (SessionUnreadable, StorageBroken):
                # The others are none the worse; who comes to this one is told.
                self._unreadable.add(session)
                log.exception("session %s is not readable: code=session_unreadable", session)
        self._server = await serve(
            self._serve,
            host,
            port,
            ssl=tls,
            process_request=self._process_request,
            compression=None,
            max_size=f.FRAME_LIMIT,
            open_timeout=10,
            close_timeout=CLOSE_WITHIN,
            ping_interval=20,
            ping_timeout=25,
            server_header=None,
            backlog=2048,
        )
        self._clockwork = [asyncio.create_task(self._tick()), asyncio.create_task(self._stay_alive())]
        return int(next(iter(self._server.sockets)).getsockname()[1])

    async def stop(self) -> None:
        """Close the door, tell everyone, keep what is pending, and let go."""
        if self._server is None:
            return
        for task in self._clockwork:
            task.cancel()
        await asyncio.gather(*self._clockwork, return_exceptions=True)
        for runner in self._running():
            with contextlib.suppress(TimeoutError):
                # A disk that takes nothing must not keep the others from their end; nobody was told that it did.
                async with asyncio.timeout(CLOSE_WITHIN):
                    await runner.flush()
            bye = f.encode(f.Bye("drain"))
            runner.send([Outgoing(tuple(runner.outlets), bye, closes=True)])
            await runner.snapshot()
        self._server.close(close_connections=True)
        await self._server.wait_closed()
        await asyncio.wrap_future(self._writer.call(self._log.mark_alive, self.clock()))
        for task in list(self._ending):
            task.cancel()
        await asyncio.gather(*self._ending, return_exceptions=True)

    def _running(self) -> list[SessionRunner]:
        return [
            task.result()
            for task in self._runners.values()
            if task.done() and not task.cancelled() and task.exception() is None
        ]

    async def _tick(self) -> None:
        while True:
            await asyncio.sleep(TICK)
            now = self.clock()
            for runner in self._running():
                runner.tick(now)

    async def _stay_alive(self) -> None:
        while True:
            try:
                await asyncio.wrap_future(self._writer.call(self._log.mark_alive, self.clock()))
            except StorageError as error:
                log.warning("liveness not kept", extra={"code": error.code})
            await asyncio.sleep(ALIVE_EVERY)

    # --- sessions --------------------------------------------------------------------------------------------------

    async def _load(self, session: SessionId) -> SessionRunner:
        if session in self._unreadable:
            raise Refusal("session_unreadable")
        if session in self._seeding:
            raise Refusal("busy")
        task = self._runners.get(session)
        if task is None:
            task = self._runners[session] = asyncio.create_task(
                open_runner(
                    session,
                    self._log,
                    self._writer,
                    self.clock,
                    self._on_durable,
                    self._claim,
                    self._masks,
                    self._meters,
                )
            )
        try:
            runner = await asyncio.shield(task)
        finally:
            # One that could not be opened is tried anew by whoever comes next.
            if task.done() and (task.cancelled() or task.exception() is not None):
                self._runners.pop(session, None)
        if runner.is_unreadable:
            raise Refusal("session_unreadable")
        self._on_durable(runner)
        return runner

    def _on_durable(self, runner: SessionRunner) -> None:
        """Keep the list of codes in step with the sessions."""
        session = runner.hub.session
        code = plain_code(session.code) if session.phase is not Phase.ARCHIVED else ""
        before = self._code_of.get(runner.session, "")
        if code != before:
            self._release(before, runner.session)
            self._code_of[runner.session] = code
            if code and not self._claim(runner.session, code):
                log.warning("join code taken", extra={"session": runner.session})

    def _claim(self, session: SessionId, code: str) -> bool:
        """Have a code lead to a session; False when it leads to another one already."""
        wanted = plain_code(code)
        return not wanted or self._codes.setdefault(wanted, session) == session

    def _release(self, code: str, session: SessionId) -> None:
        if self._codes.get(code) == session:
            del self._codes[code]

    async def _existing(self, session: SessionId) -> SessionRunner:
        if session not in self._runners:
            head = await asyncio.wrap_future(self._writer.call(self._log.head, session))
            if head is None:
                raise Refusal("unknown_session")
        return await self._load(session)

    def _fresh_code(self) -> str:
        while plain_code(code := new_code()) in self._codes:
            pass
        return code

    # --- HTTP ------------------------------------------------------------------------------------------------------

    def _process_request(self, connection: ServerConnection, request: Request) -> Response | None:
        del connection
        path = request.path.partition("?")[0]
        if path == "/ws":
            if not is_own_page(request):
                return plain(HTTPStatus.FORBIDDEN, "This page may not connect here.\n")
            if "websocket" not in header(request, "Upgrade").lower():
                return plain(HTTPStatus.UPGRADE_REQUIRED, "This is a WebSocket.\n")
            return None
        if path == "/healthz":
            return self.health()
        return self._assets.answer(request)

    @staticmethod
    def health() -> Response:
        """Return the answer to `/healthz`: that it runs, and what it is."""
        return plain(HTTPStatus.OK, json.dumps({"cercle": version("cercle"), "protocol": f.VERSION}) + "\n")

    # --- sockets ---------------------------------------------------------------------------------------------------

    async def _serve(self, connection: ServerConnection) -> None:
        address = client_address(connection, self._trusted)
        line = Line(next(self._numbers), is_remote=not _is_loopback(address))
        client = Client(connection, line, address, first=self.first, clock=self.clock, end=self.end_soon)
        try:
            runner = await client.be_seated()
            if runner is not None:
                try:
                    await client.listen(runner)
                finally:
                    client.gone(runner)
        except ConnectionClosed:
            pass

    def end_soon(self, connection: ServerConnection) -> None:
        """Close a connection in the background, whatever its peer does."""

        async def end() -> None:
            try:
                async with asyncio.timeout(CLOSE_WITHIN):
                    await connection.close()
            except TimeoutError:
                connection.transport.abort()

        task = asyncio.get_running_loop().create_task(end())
        self._ending.add(task)
        task.add_done_callback(self._ending.discard)

    # --- first frames ----------------------------------------------------------------------------------------------

    async def first(self, client: Client, frame: f.FirstFrame) -> SessionRunner | None:
        """Carry out a first frame; return the session when the line has a seat in it.

        Raises:
            Refusal: the frame is turned down.
        """
        # Who shows a token cannot be guessing; who shows a code or a key may be.
        if not isinstance(frame, f.Hello):
            self._attempts.check(client.address, self.clock())
        try:
            runner = await self._seat(client, frame)
        except Refusal as refusal:
            if refusal.code in {"unknown_code", "bad_key"}:
                self._attempts.failed(client.address, self.clock())
                self._meters.failed_joins.inc()
            raise
        if runner is not None:
            runner.schedule()
        return runner

    async def _seat(self, client: Client, frame: f.FirstFrame) -> SessionRunner | None:
        match frame:
            case f.Peek(code=code):
                client.say(await self._about(code))
                return None
            case f.Join(code=code):
                runner = await self._by_code(code)
                client.take_seat(runner)
                runner.hub.join(client.line, frame, token_hash(frame.token), self.clock())
                return runner
            case f.Hello():
                return await self._hello(client, frame, self.clock())
            case f.Create():
                self._check_key(frame.key)
                runner = await self._load(frame.session)
                client.take_seat(runner)
                try:
                    runner.hub.create(client.line, frame, token_hash(frame.token), self._fresh_code(), self.clock())
                except Refusal:
                    if not runner.hub.ledger.world.seq:
                        # Nothing came into being: the id is as free as before.
                        self._runners.pop(frame.session, None)
                    raise
                return runner
            case f.Seed():
                self._check_key(frame.key)
                return await self._seed(client, frame)
            case _:
                assert_never(frame)

    def _check_key(self, key: str) -> None:
        if not hmac.compare_digest(key.encode(), self._key.encode()):
            raise Refusal("bad_key")

    async def _by_code(self, code: str) -> SessionRunner:
        session = self._codes.get(plain_code(code))
        if session is None:
            raise Refusal("unknown_code")
        return await self._existing(session)

    async def _about(self, code: str) -> f.About:
        runner = await self._by_code(code)
        session = runner.hub.session
        return f.About(
            session=runner.session,
            title=session.title,
            phase=str(session.phase),
            language=session.language,
            nearby=session.nearby,
            door=str(runner.hub.ledger.world.state(RosterState).door),
            opens_at=session.opens_at,
            meeting_link=session.meeting_link,
            dial_in=session.dial_in,
        )

    async def _hello(self, client: Client, frame: f.Hello, now: Millis) -> SessionRunner:
        runner = await self._existing(frame.session)
        hub = runner.hub
        hashed = token_hash(frame.token)
        have = frame.have
        roster = hub.ledger.world.state(RosterState)
        holder = roster.members.get(roster.tokens.get(hashed, ""))
        if holder is None:
            raise Refusal("bad_token")
        known = max(frame.epoch, have.epoch if have else 0)
        if known > hub.ledger.epoch or hub.superseded_by:
            if holder.role.is_staff and known > hub.ledger.epoch and not hub.superseded_by:
                hub.supersede(known)
                runner.schedule()
            raise Refusal("superseded", epoch=max(known, hub.superseded_by))
        after = 0
        if have is not None and frame.as_ == "replica":
            record = await runner.call(self._log.record, runner.session, have.seq)
            if record is not None and record.hash == have.hash and have.seq <= hub.durable_seq:
                after = have.seq
        outlet = client.take_seat(runner)
        outlet.sent_seq = after
        resync = have is not None and after == 0
        hub.hello(client.line, hashed, as_replica=frame.as_ == "replica", resync=resync, now=now)
        return runner

    async def _seed(self, client: Client, frame: f.Seed) -> SessionRunner:
        """Take over a log from a replica, and begin a new epoch with it."""
        records = await client.read_seed()
        # Folded before any of it is kept: what cannot be a session leaves no trace.
        ledger = await asyncio.to_thread(folded, frame.session, records)
        if client.seed_hash != ledger.last_hash or not ledger.epoch < frame.epoch <= LAST_EPOCH:
            raise Refusal("bad_seed", seq=records[-1].seq, reason="end")
        self._check_staff(ledger, frame.token)
        if frame.session in self._seeding:
            raise Refusal("busy")
        self._seeding.add(frame.session)
        try:
            known = await asyncio.wrap_future(self._writer.call(self._log.head, frame.session))
            if frame.session in self._runners or known is not None:
                raise Refusal("session_exists")
            append = Append(frame.session, 0, tuple(records), read_body(records[-1]).command_id)
            (result,) = await asyncio.wrap_future(self._writer.call(self._log.append, [append]))
        finally:
            self._seeding.discard(frame.session)
        if not isinstance(result, Appended):
            raise Refusal("session_exists")
        runner = await self._load(frame.session)
        if runner.hub.ledger.epoch >= frame.epoch:
            raise Refusal("session_exists")
        runner.hub.begin_epoch(frame.epoch, self.clock())
        outlet = client.take_seat(runner)
        outlet.sent_seq = records[-1].seq
        runner.hub.hello(client.line, token_hash(frame.token), as_replica=True, resync=False, now=self.clock())
        return runner

    @staticmethod
    def _check_staff(ledger: Ledger, token: str) -> None:
        seats = ledger.world.state(RosterState)
        holder = seats.members.get(seats.tokens.get(token_hash(token), ""))
        if holder is None or not holder.role.is_staff:
            raise Refusal("not_allowed")


def _is_loopback(address: str) -> bool:
    return address.startswith("127.") or address in {"::1", "::ffff:127.0.0.1", ""}
