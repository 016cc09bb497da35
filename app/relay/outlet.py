"""One client's socket as the relay writes to it: prebuilt frames, gathered, never waiting for a slow reader."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from websockets.protocol import State

if TYPE_CHECKING:
    from collections.abc import Callable

    from websockets.asyncio.server import ServerConnection

    from app.relay.batch import Line

BEHIND_ABOVE: Final = 256 * 1024
"""How many unsent bytes make a reader count as behind."""

CAUGHT_UP_BELOW: Final = 16 * 1024
"""Below how many unsent bytes a reader that was behind counts as caught up."""

GIVE_UP_AFTER: Final = 60_000
"""After how long without getting anything through a connection is given up, in milliseconds."""

GIVE_UP_ABOVE: Final = 16 * 1024 * 1024
"""How many unsent bytes no reader may leave in this process."""

_SHORT: Final = 126
_LONG: Final = 65_536


def text_frame(payload: bytes) -> bytes:
    """Return the bytes of an unmasked, unfragmented WebSocket text frame (RFC 6455, section 5.2)."""
    size = len(payload)
    if size < _SHORT:
        head = bytes((0x81, size))
    elif size < _LONG:
        head = b"\x81\x7e" + size.to_bytes(2, "big")
    else:
        head = b"\x81\x7f" + size.to_bytes(8, "big")
    return head + payload


class Outlet:
    """Writes to one connection.

    The library's own `send` copies the frame, takes a lock and waits for each reader. Frames of ours are built once for
    everyone and handed to the transport, which is sound while the connection is open, no fragmented message is
    being sent, and compression is off: this server sends no other messages.
    """

    def __init__(self, connection: ServerConnection, line: Line, end: Callable[[ServerConnection], None]) -> None:
        """Write to `connection` on behalf of `line`; `end` closes a connection without waiting for it."""
        self._end = end
        self._connection = connection
        self._transport = connection.transport
        self.line = line
        self.is_behind = False
        self.is_catching_up = False
        self.sent_seq = 0
        self._stuck_since = 0
        self._stuck_at = 0
        self._closing = False

    @property
    def unsent(self) -> int:
        """How many bytes wait in this process for the reader."""
        return self._transport.get_write_buffer_size()

    def takes_frames(self) -> bool:
        """Whether frames may be written now."""
        return self._connection.state is State.OPEN and not self._closing

    def write(self, data: bytes) -> None:
        """Hand whole frames to the transport."""
        if not self.takes_frames():
            return
        self._transport.write(data)
        unsent = self._transport.get_write_buffer_size()
        if unsent > BEHIND_ABOVE:
            self.is_behind = True
            if unsent > GIVE_UP_ABOVE:
                self._transport.abort()

    def caught_up(self) -> bool:
        """Return True once, when a reader that was behind has drained."""
        if self.is_behind and self.unsent < CAUGHT_UP_BELOW:
            self.is_behind = False
            return True
        return False

    def watch(self, now: int) -> None:
        """Give a reader up that takes nothing for too long.

        Args:
            now: the time, in milliseconds.
        """
        unsent = self.unsent
        if unsent < CAUGHT_UP_BELOW or unsent < self._stuck_at or not self._stuck_since:
            self._stuck_since, self._stuck_at = now, unsent
        elif now - self._stuck_since > GIVE_UP_AFTER:
            # close() would wait for the peer, who takes nothing.
            self._transport.abort()

    def finish(self) -> None:
        """Let what is written go out, then end the connection, without waiting for it here."""
        if not self._closing:
            self._closing = True
            self._end(self._connection)
