"""A small TCP proxy between a relay and everybody, whose line can be cut, silenced or taken away."""

from __future__ import annotations

import asyncio
import contextlib
from enum import StrEnum
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from asyncio import StreamReader, StreamWriter

_PIECE = 65_536


class Line(StrEnum):
    """What the proxy does with bytes: pass them on, hold them back as a half-open connection does, or refuse all."""

    WHOLE = "whole"
    SILENT = "silent"
    AWAY = "away"


class Proxy:
    """Listens on a port of its own and passes on to another.

    Attributes:
        port: where it listens.
        target: where it passes on to; may change.
    """

    def __init__(self, target: int) -> None:
        """Pass on to a port of this machine."""
        self.target = target
        self.port = 0
        self._line = Line.WHOLE
        self._passes = asyncio.Event()
        self._passes.set()
        self._pairs: set[tuple[StreamWriter, StreamWriter]] = set()
        self._server: asyncio.Server | None = None

    async def open(self) -> None:
        """Listen."""
        self._server = await asyncio.start_server(self._serve, "127.0.0.1", 0)
        self.port = int(self._server.sockets[0].getsockname()[1])

    async def close(self) -> None:
        """Listen no more."""
        self.cut()
        self._passes.set()
        if self._server is not None:
            self._server.close()
            await self._server.wait_closed()

    def be(self, line: Line) -> None:
        """Change what becomes of bytes; taking the line away cuts what is connected."""
        self._line = line
        if line is Line.SILENT:
            self._passes.clear()
        else:
            self._passes.set()
        if line is Line.AWAY:
            self.cut()

    def cut(self) -> int:
        """End every connection in the middle of whatever it says; return how many there were."""
        for pair in self._pairs:
            for writer in pair:
                writer.transport.abort()
        return len(self._pairs)

    async def _serve(self, reader: StreamReader, writer: StreamWriter) -> None:
        if self._line is Line.AWAY:
            writer.transport.abort()
            return
        try:
            onward_reader, onward = await asyncio.open_connection("127.0.0.1", self.target)
        except OSError:
            writer.transport.abort()
            return
        pair = (writer, onward)
        self._pairs.add(pair)
        try:
            await asyncio.gather(self._pass(reader, onward), self._pass(onward_reader, writer))
        finally:
            self._pairs.discard(pair)

    async def _pass(self, reader: StreamReader, writer: StreamWriter) -> None:
        try:
            while piece := await reader.read(_PIECE):
                await self._passes.wait()
                writer.write(piece)
                await writer.drain()
        except OSError:
            pass
        finally:
            with contextlib.suppress(OSError):
                writer.close()
