"""One client's connection to a relay: it connects, greets, listens, and comes back by itself when the line is lost."""

from __future__ import annotations

import asyncio
import contextlib
import random
import ssl
import time
from collections import deque
from typing import TYPE_CHECKING, Any, Final, TypeAlias, assert_never, get_args

import msgspec
from websockets.asyncio.client import ClientConnection, connect
from websockets.exceptions import ConnectionClosed, InvalidHandshake, InvalidProxy, InvalidURI, ProxyError

from app.domain.kernel.refusal import Refusal
from app.sync import frames as f
from app.sync.links import is_loopback, socket_url

if TYPE_CHECKING:
    from collections.abc import AsyncIterator, Callable

SHORTEST_S: Final = 0.5
LONGEST_S: Final = 10.0
"""Between these, in seconds, lies the pause before the next attempt."""

_PING_EVERY_S: Final = 20
_PING_PATIENCE_S: Final = 25
# Together 45 seconds: a relay that lets a ping go unanswered for so long is taken for dead.

_OPEN_S: Final = 10
_ANSWER_S: Final = 30
_CLOSE_S: Final = 2
_LARGEST: Final = 16 * 1024 * 1024


class Connecting(msgspec.Struct, frozen=True):
    """An attempt is under way; `attempt` counts from 1 since the last success."""

    attempt: int


class Online(msgspec.Struct, frozen=True):
    """The seat is taken."""

    welcome: f.Welcome


class Waiting(msgspec.Struct, frozen=True):
    """The line is lost, or the relay asks to come again later.

    Attributes:
        code: why: `unreachable`, `no_relay`, `tls_untrusted`, `proxy_failed`,
            `no_answer`, `lost`, `bad_frame`, `away`, `moved`, `broken_log`, or the
            relay's own word.
        retry_at: when the next attempt starts, in milliseconds since 1970; 0 when only `retry` starts it.
        params: values for the words that explain it.
    """

    code: str
    retry_at: int
    params: dict[str, str | int] = {}


class TurnedAway(msgspec.Struct, frozen=True):
    """The relay will not have this client as it is; `retry` tries again.

    Attributes:
        code: the relay's word (`unknown_session`, `bad_token`, `version_unsupported`, `removed`, `superseded`, ...), or
            `bad_link` when the address is none.
        params: values for the words that explain it.
        standby: where the session goes on, if the relay knows.
    """

    code: str
    params: dict[str, str | int] = {}
    standby: str = ""


class Closed(msgspec.Struct, frozen=True):
    """The client itself closed the connection for good, or has not opened it yet."""


ConnectionState: TypeAlias = Closed | Connecting | Online | Waiting | TurnedAway
_Ended: TypeAlias = Waiting | TurnedAway

_FATAL_ERRORS: Final = frozenset({"version_unsupported"})
_FINAL_BYES: Final = frozenset({"superseded", "removed", "left", "revoked"})
_decode_any = msgspec.json.Decoder(dict[str, Any]).decode
_KNOWN: Final = frozenset(str(kind.__struct_config__.tag) for kind in get_args(f.AnyServerFrame))


async def greeting(frame: f.ClientFrame) -> AsyncIterator[f.ClientFrame]:
    """Return a greeting that consists of a single frame."""
    yield frame


class RelayConnection:
    """A connection that keeps itself up while `run` runs.

    Attributes:
        state: where it stands now.
    """

    def __init__(
        self,
        base: str,
        greet: Callable[[], AsyncIterator[f.ClientFrame]],
        *,
        on_state: Callable[[ConnectionState], None],
        on_frame: Callable[[f.ServerFrame], None],
        on_text: Callable[[str], None] | None = None,
        chance: random.Random | None = None,
    ) -> None:
        """Describe a connection; nothing happens before `run`.

        Args:
            base: the relay's base URL.
            greet: makes the frames that open each connection: the first frame, and what belongs to it.
            on_state: called with every new state.
            on_frame: called with every frame after the welcome, in order.
            on_text: called with the exact text of every frame received, before anything is made of it.
            chance: spreads the attempts of many clients.
        """
        self._base = base
        self._greet = greet
        self._on_state = on_state
        self._on_frame = on_frame
        self._on_text = on_text
        self._chance = chance or random.SystemRandom()
        self.state: ConnectionState = Closed()
        self._socket: ClientConnection | None = None
        self._outgoing: deque[str] = deque()
        self._wake = asyncio.Event()
        self._again = asyncio.Event()
        self._away = False
        self._ended: _Ended | None = None
        self._attempt = 0

    @property
    def base(self) -> str:
        """The relay's base URL."""
        return self._base

    def send(self, frame: f.ClientFrame) -> bool:
        """Send a frame, if the connection stands.

        Returns:
            False when it does not; True says that the frame is on its way, not that it arrived.
        """
        if not isinstance(self.state, Online):
            return False
        self._outgoing.append(f.encode(frame).decode())
        self._wake.set()
        return True

    def retry(self) -> None:
        """Try now, instead of waiting or having given up."""
        self._away = False
        self._attempt = 0
        self._again.set()

    def drop(self, code: str = "", *, stay_away: bool = False) -> None:
        """Cut the line without a word, as a lost network does.

        Args:
            code: what the state says then; `away` or `lost` when empty.
            stay_away: whether to come back only at `retry`.
        """
        self._away = stay_away
        self._ended = Waiting(code or ("away" if stay_away else "lost"), 0)
        if self._socket is not None:
            self._socket.transport.abort()

    def move(self, base: str) -> None:
        """Go to a relay at another address from now on."""
        self._base = base
        self.drop("moved")
        if not isinstance(self.state, Closed):
            self._enter(Waiting("moved", 0))
        self.retry()

    async def run(self) -> None:
        """Keep the connection up until cancelled.

        What `on_state` and `on_frame` raise ends it.
        """
        try:
            while True:
                self._attempt += 1
                self._again.clear()
                self._ended = None
                self._enter(Connecting(self._attempt))
                found = await self._once()
                await self._pause(found)
        finally:
            self._enter(Closed())

    def _enter(self, state: ConnectionState) -> None:
        if state != self.state:
            self.state = state
            self._on_state(state)

    async def _pause(self, ended: _Ended) -> None:
        match ended:
            case TurnedAway():
                self._enter(ended)
                await self._again.wait()
            case Waiting() if self._away:
                self._enter(ended)
                await self._again.wait()
            case Waiting(code=code, params=params):
                seconds = self._seconds(code, params)
                self._enter(Waiting(code, int((time.time() + seconds) * 1000), params))
                with contextlib.suppress(TimeoutError):
                    # Not `wait_for`: before Python 3.12 it loses a cancellation that comes together with `retry`.
                    async with asyncio.timeout(seconds):
                        await self._again.wait()
            case _:
                assert_never(ended)

    def _seconds(self, code: str, params: dict[str, str | int]) -> float:
        asked = params.get("retry_after")
        if isinstance(asked, int):
            return max(SHORTEST_S, asked + self._chance.random())
        if code in {"role_changed", "moved"}:
            return 0.0
        longest = min(LONGEST_S, SHORTEST_S * 2.0 ** min(self._attempt, 8))
        return self._chance.uniform(SHORTEST_S, longest)

    async def _once(self) -> _Ended:
        """Connect, and return why that came to an end: what was said on the line tells more than how it broke."""
        found = await self._attempted()
        return self._ended or found

    async def _attempted(self) -> _Ended:
        try:
            url = socket_url(self._base)
            async with connect(
                url,
                compression=None,
                # A proxy is for the world outside; it would not find this machine.
                proxy=None if is_loopback(self._base) else True,
                open_timeout=_OPEN_S,
                close_timeout=_CLOSE_S,
                ping_interval=_PING_EVERY_S,
                ping_timeout=_PING_PATIENCE_S,
                max_size=_LARGEST,
                max_queue=64,
            ) as socket:
                self._socket = socket
                if self._ended is not None:
                    return self._ended
                return await self._converse(socket)
        except BadFrame:
            return Waiting("bad_frame", 0)
        except (InvalidURI, Refusal):
            return TurnedAway("bad_link")
        except ssl.SSLCertVerificationError:
            return Waiting("tls_untrusted", 0)
        except (InvalidProxy, ProxyError):
            return Waiting("proxy_failed", 0)
        except InvalidHandshake:
            return Waiting("no_relay", 0)
        except ConnectionClosed:
            return Waiting("lost", 0)
        except (OSError, TimeoutError):
            return Waiting("unreachable", 0)
        finally:
            self._socket = None
            self._outgoing.clear()

    async def _converse(self, socket: ClientConnection) -> _Ended:
        writer = asyncio.create_task(self._write(socket), name="relay connection: writer")
        try:
            async for message in socket:
                text = message if isinstance(message, str) else message.decode()
                if self._on_text is not None:
                    self._on_text(text)
                frame = _read(text)
                if frame is not None:
                    self._take(frame)
                if self._ended is not None:
                    break
            return self._ended or Waiting("lost", 0)
        finally:
            writer.cancel()
            # Awaiting the writer itself would mix its cancellation with our own, and ours must not be lost.
            await asyncio.wait({writer})
            if not writer.cancelled() and not isinstance(error := writer.exception(), ConnectionClosed | None):
                raise error

    async def _write(self, socket: ClientConnection) -> None:
        async for frame in self._greet():
            await socket.send(f.encode(frame), text=True)
        patience = asyncio.get_running_loop().call_later(_ANSWER_S, self._unanswered, socket)
        try:
            while True:
                await self._wake.wait()
                self._wake.clear()
                while self._outgoing:
                    await socket.send(self._outgoing.popleft())
        finally:
            patience.cancel()

    def _unanswered(self, socket: ClientConnection) -> None:
        """Give up on a relay that took the greeting and never said who we are."""
        if socket is self._socket and not isinstance(self.state, Online):
            self.drop("no_answer")

    def _take(self, frame: f.ServerFrame) -> None:
        match frame:
            case f.Welcome():
                self._attempt = 0
                self._enter(Online(frame))
            case f.Refused() if not isinstance(self.state, Online):
                ended = Waiting(frame.code, 0, frame.params)
                wait = not frame.final or "retry_after" in frame.params
                self._ended = ended if wait else TurnedAway(frame.code, frame.params)
            case f.Error(fatal=True) if frame.code in _FATAL_ERRORS:
                self._ended = TurnedAway(frame.code, frame.params)
            case f.Error(fatal=True):
                self._ended = Waiting(frame.code, 0, frame.params)
            case f.Bye(reason=reason, standby=standby) if reason in _FINAL_BYES:
                self._ended = TurnedAway(reason, {}, standby)
            case f.Bye(reason=reason):
                self._ended = Waiting(reason, 0)
            case _:
                self._on_frame(frame)


def _read(text: str) -> f.ServerFrame | None:
    """Return a frame, None for one of a kind unknown here; raise like a lost line for what is no frame at all."""
    try:
        frame: f.ServerFrame = f.decode_server(text)
    except msgspec.MsgspecError as error:
        try:
            kind = _decode_any(text).get("t")
        except msgspec.MsgspecError:
            kind = None
        if isinstance(kind, str) and kind not in _KNOWN:
            return None
        raise BadFrame(f"unreadable frame {kind}") from error
    return frame


class BadFrame(OSError):
    """What the relay sent is no frame of this protocol; the line is as good as lost."""
