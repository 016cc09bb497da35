"""One session as it runs on a relay: its hub, its clients' outlets, and the way of batches to the disk and back."""

from __future__ import annotations

import asyncio
import logging
import secrets
import uuid
from typing import TYPE_CHECKING, Any, TypeVar

from app.domain.kernel.anonymity import Masks
from app.domain.kernel.envelope import GENESIS, BrokenRecord, verify
from app.domain.kernel.words import Phase
from app.domain.session.events import PhaseChanged
from app.relay.batch import Line, Outgoing
from app.relay.hub import Hub
from app.relay.loading import SessionUnreadable, keep, load
from app.relay.outlet import BEHIND_ABOVE, Outlet, text_frame
from app.relay.records import log_frames
from app.storage.errors import StorageError
from app.storage.log import Append, Appended, EventLog
from app.sync import frames as f
from app.sync.snapshots import fingerprint

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from app.domain.kernel.envelope import Record
    from app.domain.kernel.words import Millis
    from app.relay.batch import Batch
    from app.relay.ledger import Ledger
    from app.relay.masks import MaskKeys
    from app.relay.metrics import Meters
    from app.storage.writer import Writer

T = TypeVar("T")
log = logging.getLogger("cercle.relay")

SNAPSHOT_EVERY = 20_000
"""After how many records the state is kept, so that the next start need not fold them."""

GATHERS_FOR = 5
"""How many times as long as the last batch took to send the next one gathers, when nothing else holds it up."""

GATHERS_AT_MOST = 0.05
"""How long a batch gathers at most, in seconds: what nobody notices in a conversation."""

GATHERED_ENOUGH = 200
"""How many records make a batch that gathers no longer."""

_READ = 500
_SALT = 32
_RETRY_AFTER = 1.0
_OVER = frozenset({Phase.ENDED, Phase.ARCHIVED})


class Salts:
    """Random hexadecimal digits, fetched from the system for many records at once."""

    def __init__(self) -> None:
        """Start with none in store."""
        self._digits = ""

    def next(self) -> str:
        """Return 32 digits that were never returned before."""
        if not self._digits:
            self._digits = secrets.token_hex(_SALT // 2 * 256)
        salt, self._digits = self._digits[:_SALT], self._digits[_SALT:]
        return salt


class SessionRunner:
    """Runs one session."""

    def __init__(
        self,
        hub: Hub,
        event_log: EventLog,
        writer: Writer,
        clock: Callable[[], Millis],
        on_durable: Callable[[SessionRunner], None],
        keys: MaskKeys,
        meters: Meters,
    ) -> None:
        """Run `hub` over a log.

        Args:
            hub: the session's hub, with nothing pending but what it made itself.
            event_log: where batches go.
            writer: the thread that may touch the log.
            clock: the time, in milliseconds since 1970.
            on_durable: called after each batch that was stored.
            keys: of anonymity; the session's is deleted when the class has ended.
            meters: count what happens.
        """
        self.hub = hub
        self.outlets: dict[Line, Outlet] = {}
        self._log = event_log
        self._writer = writer
        self._clock = clock
        self._on_durable = on_durable
        self._keys = keys
        self._meters = meters
        self._pumping = False
        self._is_scheduled = False
        self._gathers_until = 0.0
        self._timer: asyncio.TimerHandle | None = None
        self._is_reloading = False
        self._reloading = asyncio.Lock()
        self.is_unreadable = False
        self._snapshot_seq = hub.durable_seq
        self._tasks: set[asyncio.Task[None]] = set()
        self._idle = asyncio.Event()
        self._idle.set()

    @property
    def session(self) -> str:
        """Which session."""
        return self.hub.ledger.world.session

    @property
    def is_busy(self) -> bool:
        """Whether the state is being read again from the disk, so that nothing can be decided now."""
        return self._is_reloading

    def call(self, function: Callable[..., T], *args: Any) -> asyncio.Future[T]:
        """Run a function of the log on the writer's thread."""
        return asyncio.wrap_future(self._writer.call(function, *args))

    def _spawn(self, coroutine: Any) -> None:
        task = asyncio.get_running_loop().create_task(coroutine)
        self._tasks.add(task)
        task.add_done_callback(self._done)

    def _done(self, task: asyncio.Task[None]) -> None:
        self._tasks.discard(task)
        if not task.cancelled() and task.exception() is not None:
            log.error("session task failed", exc_info=task.exception(), extra={"session": self.session})

    # --- batches ---------------------------------------------------------------------------------------------------

    def schedule(self) -> None:
        """Have what is pending stored and sent once this turn of the loop is over, with what else it brings."""
        if not self._is_scheduled:
            self._is_scheduled = True
            self._idle.clear()
            asyncio.get_running_loop().call_soon(self._pump)

    def _pump(self) -> None:
        self._is_scheduled = False
        if self._is_reloading or self._gathers_on():
            return
        if self._timer is not None:
            self._timer.cancel()
            self._timer = None
        while (batch := self.hub.close()) is not None:
            if batch.records:
                self._spawn(self._store(batch))
                return
            self._sent(batch)
        if self.hub.in_flight is None:
            self._idle.set()

    def _gathers_on(self) -> bool:
        """Whether the open batch is to gather further, so that a big class is not sent crumbs.

        Writing to a thousand sockets costs as much for one message as for twenty: a batch gathers for some times as
        long as the last one took to send. In a small class that is nothing.
        """
        if self.hub.in_flight is not None or len(self.hub.open.records) >= GATHERED_ENOUGH:
            return False
        loop = asyncio.get_running_loop()
        if loop.time() >= self._gathers_until:
            return False
        if self._timer is None:
            self._timer = loop.call_at(self._gathers_until, self._gathered)
        return True

    def _gathered(self) -> None:
        # A coarse clock may call a little early: that is no reason to wait again, and nobody would.
        self._timer, self._gathers_until = None, 0.0
        self._pump()

    async def _store(self, batch: Batch) -> None:
        began = asyncio.get_running_loop().time()
        append = Append(self.session, batch.expected_seq, tuple(batch.records), batch.commit_id, batch.erased)
        try:
            (result,) = await self.call(self._log.append, [append])
        except StorageError as error:
            log.error("append failed", extra={"session": self.session, "code": error.code})  # noqa: TRY400 (no trace)
            await self._recover()
            return
        if not isinstance(result, Appended):
            log.error("log moved on without us", extra={"session": self.session, "at": batch.expected_seq})
            await self._recover()
            return
        self._meters.stored.observe(asyncio.get_running_loop().time() - began)
        self._meters.events.inc(len(batch.records))
        self._sent(batch)
        self._on_durable(self)
        if any(isinstance(e.event, PhaseChanged) and e.event.phase in _OVER for e in batch.envelopes):
            await self._forget_masks()
        if batch.erased:
            self._snapshot_seq = 0
        if self.hub.durable_seq - self._snapshot_seq >= SNAPSHOT_EVERY:
            await self.snapshot()
        self._pump()

    async def _forget_masks(self) -> None:
        try:
            await self.call(self._keys.forget, self.session)
        except StorageError as error:
            # The next start of the relay deletes it.
            log.warning("mask key not deleted", extra={"session": self.session, "code": error.code})

    def _sent(self, batch: Batch) -> None:
        loop = asyncio.get_running_loop()
        began = loop.time()
        self._meters.commands.inc(len(batch.asked))
        self.send(self.hub.durable(batch))
        ended = loop.time()
        self._gathers_until = ended + min(GATHERS_FOR * (ended - began), GATHERS_AT_MOST)
        for outgoing in batch.greetings:
            outlet = self.outlets.get(outgoing.lines[0])
            if outlet is not None and outlet.line.is_replica:
                self._spawn(self._catch_up(outlet))

    async def _recover(self) -> None:
        """Go back to what the disk holds."""
        self._is_reloading = True
        async with self._reloading:
            ledger = await self._reload()
            if ledger is None:
                # Nothing can be decided here any more: it stays busy until the relay starts anew.
                self.is_unreadable = True
                self._idle.set()
                fault = f.encode(f.Error("session_unreadable"))
                self.send([Outgoing(tuple(self.outlets), fault, closes=True)])
                return
            self._is_reloading = False
            self.send(self.hub.failed(ledger))
        self.schedule()

    async def _reload(self) -> Ledger | None:
        """Read the log until the disk lets us; None when it is no longer readable."""
        while True:
            try:
                return await self.call(load, self._log, self.session)
            except StorageError as error:
                log.warning("log not read", extra={"session": self.session, "code": error.code})
                await asyncio.sleep(_RETRY_AFTER)
            except SessionUnreadable:
                log.exception("session not readable", extra={"session": self.session})
                return None

    async def recover(self) -> None:
        """Throw the running state away after a fault in it, and fold it anew."""
        self._is_reloading = True
        while self.hub.in_flight is not None:  # noqa: ASYNC110 (rare: only after a fault of ours)
            await asyncio.sleep(0.01)
        await self._recover()

    async def snapshot(self) -> None:
        """Keep the state as of the last durable record."""
        if self.hub.in_flight is not None or self.hub.open.records or not self.hub.durable_seq:
            return
        seq = self._snapshot_seq = self.hub.durable_seq
        try:
            await self.call(self._log.save_snapshot, self.session, seq, fingerprint(), keep(self.hub.ledger))
        except StorageError as error:
            log.warning("snapshot not kept", extra={"session": self.session, "code": error.code})

    async def flush(self) -> None:
        """Wait until everything pending is stored and sent."""
        self.schedule()
        await self._idle.wait()

    # --- sending ---------------------------------------------------------------------------------------------------

    def send(self, outgoing: Iterable[Outgoing]) -> None:
        """Write frames to their lines, the same bytes for all that get the same frame."""
        gathered: dict[Outlet, list[bytes]] = {}
        closing: list[Outlet] = []
        for item in outgoing:
            frame = text_frame(item.frame)
            for line in item.lines:
                outlet = self.outlets.get(line)
                if outlet is None or (item.is_view and outlet.is_behind):
                    continue
                frames = gathered.get(outlet)
                if frames is None:
                    gathered[outlet] = [frame]
                else:
                    frames.append(frame)
            if item.closes:
                closing += [outlet for line in item.lines if (outlet := self.outlets.get(line)) is not None]
        for outlet, frames in gathered.items():
            outlet.write(frames[0] if len(frames) == 1 else b"".join(frames))
            if outlet.is_behind and outlet.line.is_live:
                outlet.line.is_live = False
                outlet.sent_seq = self.hub.durable_seq
        for outlet in closing:
            outlet.finish()

    async def _catch_up(self, outlet: Outlet) -> None:
        """Send a replica what it lacks, from the disk; then it is live."""
        if outlet.is_catching_up or outlet.line.is_live:
            return
        outlet.is_catching_up = True
        try:
            await self._replay(outlet)
        except BrokenRecord as error:
            log.error("session not readable", extra={"session": self.session, "at": error.seq})  # noqa: TRY400 (no trace)
            outlet.write(text_frame(f.encode(f.Error("session_unreadable"))))
            outlet.finish()
        finally:
            outlet.is_catching_up = False

    async def _replay(self, outlet: Outlet) -> None:
        line = outlet.line
        while outlet.takes_frames():
            if outlet.sent_seq >= self.hub.durable_seq:
                self.hub.go_live(line)
                return
            records = await self.call(self._read_checked, outlet.sent_seq)
            # The disk may be ahead of what has been announced: those records follow once the replica is live.
            records = [record for record in records if record.seq <= self.hub.durable_seq]
            for frame in log_frames(records):
                outlet.write(text_frame(frame))
                while outlet.takes_frames() and outlet.unsent > BEHIND_ABOVE:  # noqa: ASYNC110 (a transport tells no event)
                    await asyncio.sleep(0.05)
            if records:
                outlet.sent_seq = records[-1].seq

    def _read_checked(self, after: int) -> list[Record]:
        """Return the next records of the log, none of which may have changed since they were stored."""
        before = self._log.record(self.session, after)
        records = self._log.read(self.session, after, _READ)
        verify(records, GENESIS if before is None else before.hash, after)
        return records

    def tick(self, now: Millis) -> None:
        """Let time pass: deadlines, presence, readers that fell behind."""
        if self._is_reloading:
            return
        self.hub.tick(now)
        for line, outlet in self.outlets.items():
            outlet.watch(now)
            if outlet.caught_up():
                if line.is_replica:
                    self._spawn(self._catch_up(outlet))
                else:
                    self.hub.refresh(line)
        self.schedule()


async def open_runner(
    session: str,
    event_log: EventLog,
    writer: Writer,
    clock: Callable[[], Millis],
    on_durable: Callable[[SessionRunner], None],
    claim: Callable[[str, str], bool],
    keys: MaskKeys,
    meters: Meters,
) -> SessionRunner:
    """Load a session and begin to run it; a session that does not exist yet starts empty."""

    def load_all() -> tuple[Ledger, int, Masks | None]:
        ledger = load(event_log, session)
        if ledger.world.life.phase in _OVER:
            # The relay may have died between the end and this.
            keys.forget(session)
            return ledger, event_log.last_alive(), None
        return ledger, event_log.last_alive(), Masks(session, keys.key(session))

    ledger, last_alive, masks = await asyncio.wrap_future(writer.call(load_all))
    hub = Hub(
        ledger,
        now=clock(),
        last_alive=last_alive,
        new_id=lambda: str(uuid.uuid4()),
        new_salt=Salts().next,
        code_is_free=lambda code: claim(session, code),
        masks=masks,
    )
    runner = SessionRunner(hub, event_log, writer, clock, on_durable, keys, meters)
    runner.schedule()
    return runner
