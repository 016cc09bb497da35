"""One connection while it is served: reading its frames, the first ones and those of a seated client."""

from __future__ import annotations

import asyncio
import logging
from typing import TYPE_CHECKING, Any, Final

import msgspec

from app.domain.kernel.envelope import BrokenRecord, record_from
from app.domain.kernel.refusal import Refusal
from app.relay.loading import SessionUnreadable
from app.relay.outlet import Outlet, text_frame
from app.relay.refusals import RETRIABLE
from app.relay.tally import Tally
from app.storage.errors import StorageError
from app.sync import frames as f

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable

    from websockets.asyncio.server import ServerConnection

    from app.domain.kernel.envelope import Record
    from app.domain.kernel.words import Millis
    from app.relay.batch import Line
    from app.relay.hub import Hub
    from app.relay.runner import SessionRunner

log = logging.getLogger("cercle.relay")

FIRST_FRAME_WITHIN: Final = 10.0
"""How long a client may take to say who it is, in seconds."""

SEED_WITHIN: Final = 300.0
"""How long a seed may take, in seconds."""

MAX_SEED_RECORDS: Final = 2_000_000

MAX_SEED_SIZE: Final = 1_000_000_000
"""How much a seed may hold, in records and in characters."""

SLOWED_BY: Final = 0.1
"""How long a client that asks too much is not listened to, after each frame too many, in seconds."""


class Client:
    """One connection while it is served."""

    def __init__(
        self,
        connection: ServerConnection,
        line: Line,
        address: str,
        *,
        first: Callable[[Client, f.FirstFrame], Awaitable[SessionRunner | None]],
        clock: Callable[[], Millis],
        end: Callable[[ServerConnection], None],
    ) -> None:
        """Serve a connection.

        Args:
            connection: it.
            line: how hubs know it.
            address: where it comes from.
            first: carries out a first frame; returns the session when it gave a seat.
            clock: the time, in milliseconds since 1970.
            end: closes the connection without waiting for it.
        """
        self._first_frame = first
        self._clock = clock
        self._connection = connection
        self.line = line
        self.address = address
        self.seed_hash = ""
        self._pace = Tally()
        self._runner: SessionRunner | None = None
        self._outlet = Outlet(connection, line, end)

    def say(self, frame: f.ServerFrame) -> None:
        """Send one frame to this client alone."""
        self._outlet.write(text_frame(f.encode(frame)))

    def take_seat(self, runner: SessionRunner) -> Outlet:
        """Let the session write to this connection."""
        self._runner = runner
        runner.outlets[self.line] = self._outlet
        return self._outlet

    def gone(self, runner: SessionRunner) -> None:
        """Let the session forget this connection."""
        runner.outlets.pop(self.line, None)
        runner.hub.left(self.line, self._clock())
        runner.schedule()

    async def _read(self) -> Any:
        """Return the next frame; a wrong one is answered here, and ends the connection."""
        message = await self._connection.recv()
        if isinstance(message, bytes):
            return self._fail("bad_frame")
        try:
            frame = f.decode_client(message.encode())
        except (msgspec.MsgspecError, UnicodeError, RecursionError):
            if _is_of_another_version(message):
                return self._fail("version_unsupported", supported=str(f.VERSION))
            return self._fail("bad_frame")
        is_page = not self.line.is_replica and self.line.member
        if is_page and len(message) > f.LEARNER_FRAME_LIMIT:
            return self._fail("frame_too_large", limit=f.LEARNER_FRAME_LIMIT)
        return frame

    def _fail(self, code: str, **params: str | int) -> None:
        self.say(f.Error(code, params))
        self._outlet.finish()

    async def be_seated(self) -> SessionRunner | None:
        """Read first frames until one gives a seat; None when the client goes or is sent away."""
        try:
            async with asyncio.timeout(FIRST_FRAME_WITHIN) as patience:
                while True:
                    frame = await self._read()
                    if frame is None:
                        return None
                    if getattr(frame, "v", f.VERSION) != f.VERSION:
                        self._fail("version_unsupported", supported=str(f.VERSION))
                        return None
                    # Somebody who typed a code is now reading and typing a name: no hurry between tries.
                    patience.reschedule(asyncio.get_running_loop().time() + SEED_WITHIN)
                    if not isinstance(frame, f.FirstFrame):
                        self._fail("bad_frame")
                        return None
                    runner = await self._first(frame)
                    if runner is not None:
                        return runner
        except TimeoutError:
            self._fail("too_slow")
            return None

    async def _first(self, frame: f.FirstFrame) -> SessionRunner | None:
        request_id = "" if isinstance(frame, f.Peek | f.Hello) else frame.id
        try:
            return await self._first_frame(self, frame)
        except Refusal as refusal:
            code, params = refusal.code, refusal.params
        except StorageError as error:
            log.error("first frame not served", extra={"code": error.code})  # noqa: TRY400 (told by its code)
            code, params = "storage_failed", {}
        except SessionUnreadable:
            log.exception("session not readable")
            code, params = "session_unreadable", {}
        if self._runner is not None:
            self._runner.outlets.pop(self.line, None)
            self._runner = None
        self.say(f.Refused(request_id, code, params, final=code not in RETRIABLE))
        return None

    async def read_seed(self) -> list[Record]:
        """Read the records of a seed, up to its end.

        Raises:
            Refusal: `bad_seed`.
        """
        records: list[Record] = []
        size = 0
        while True:
            frame = await self._read()
            match frame:
                case f.Records(records=more):
                    try:
                        records += [
                            record_from(r.body.encode(), None if r.private is None else r.private.encode())
                            for r in more
                        ]
                    except BrokenRecord as error:
                        raise Refusal("bad_seed", seq=len(records) + 1, reason="layout") from error
                    size += sum(len(r.body) + len(r.private or "") for r in more)
                    if len(records) > MAX_SEED_RECORDS or size > MAX_SEED_SIZE:
                        raise Refusal("bad_seed", seq=len(records), reason="size")
                case f.Seeded(hash=last) if records:
                    self.seed_hash = last
                    return records
                case _:
                    raise Refusal("bad_seed", seq=len(records), reason="frames")

    async def listen(self, runner: SessionRunner) -> None:
        """Carry out a seated client's frames until it goes."""
        while True:
            frame = await self._read()
            if frame is None or not self._outlet.takes_frames():
                return
            if runner.is_busy and isinstance(frame, f.Do | f.Ask | f.Query):
                self.say(f.Refused(frame.id, "busy", final=False))
                continue
            try:
                known = self._note(runner, frame) if isinstance(frame, f.Signal) else self._carry_out(runner.hub, frame)
            except Exception:
                # Whatever it was, a fault of ours must not leave half a decision in memory, nor end the connection of
                # who found it: it is logged whole, and all goes back to what the disk holds.
                log.exception("frame not carried out", extra={"session": runner.session})
                if isinstance(frame, f.Do | f.Ask | f.Query):
                    self.say(f.Refused(frame.id, "internal_error"))
                await runner.recover()
                continue
            if not known:
                self._fail("bad_frame")
                return
            runner.schedule()
            if self.line.tally.is_spent or self.line.notes.is_spent or self._pace.is_spent:
                # Read no further for a moment: who asks too much fills their own buffers and not ours.
                await asyncio.sleep(SLOWED_BY)

    def _note(self, runner: SessionRunner, frame: f.Signal) -> bool:
        """Pass on what a client says in passing; why it is not passed on is answered, and is no reason to part."""
        try:
            runner.send(runner.hub.signal(self.line, frame, self._clock()))
        except Refusal as refusal:
            self._pace.take(self._clock(), is_staff=False)
            self.say(f.Error(refusal.code, refusal.params, fatal=False))
        return True

    def _carry_out(self, hub: Hub, frame: f.AnyClientFrame) -> bool:
        """Hand a frame to the hub; False when it is one that a seated client may not send."""
        now = self._clock()
        if not isinstance(frame, f.Do):
            self._pace.take(now, is_staff=self.line.is_replica)
        match frame:
            case f.Do():
                hub.do(self.line, frame, now)
            case f.Ask():
                hub.ask(self.line, frame)
            case f.Query():
                hub.query(self.line, frame, now)
            case f.OpenDoc() | f.CloseDoc():
                hub.want(self.line, frame.doc, wanted=isinstance(frame, f.OpenDoc))
            case f.Presence(state=state):
                hub.showed(self.line, here=state == "here", now=now)
            case f.Stored(seq=seq):
                hub.stored(self.line, seq)
            case _:
                return False
        return True


def _is_of_another_version(message: str) -> bool:
    """Tell a frame of another version, which may have other fields, from one that is no frame at all."""
    try:
        frame = msgspec.json.decode(message)
    except (msgspec.MsgspecError, UnicodeError, RecursionError):
        return False
    return isinstance(frame, dict) and frame.get("v", f.VERSION) != f.VERSION
