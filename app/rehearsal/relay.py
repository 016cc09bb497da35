"""A relay in a process and a folder of its own, for as long as a rehearsal lasts."""

from __future__ import annotations

import asyncio
import contextlib
import sys
from asyncio.subprocess import DEVNULL, PIPE, Process
from pathlib import Path
from typing import Final, Self

import msgspec

from app.relay.service import read_status

_PATIENCE_S: Final = 30
ROOT: Final = Path(__file__).resolve().parents[2]


class RelayFailed(Exception):
    """The relay's process did not come up, or is gone."""


class RelayProcess:
    """A running relay.

    Attributes:
        base: its base URL.
        key: its relay key.
        data: its folder.
    """

    def __init__(self, process: Process, base: str, key: str, data: Path) -> None:
        """Wrap a running process; use `start`."""
        self._process = process
        self.base = base
        self.key = key
        self.data = data

    @classmethod
    async def start(cls, data: Path, port: int = 0) -> Self:
        """Start a relay on this machine and wait until it listens.

        Args:
            data: its folder; made when it is missing.
            port: where it listens; 0 for any free one.

        Raises:
            RelayFailed: it ended instead, or said nothing for 30 seconds.
        """
        arguments = ["-m", "app.relay", "--host", "127.0.0.1", "--port", str(port), "--data", str(data)]
        process = await asyncio.create_subprocess_exec(
            sys.executable, *arguments, stdin=DEVNULL, stdout=PIPE, stderr=DEVNULL, cwd=ROOT
        )
        async with contextlib.AsyncExitStack() as given_up:
            given_up.push_async_callback(_kill, process)
            listening = await asyncio.wait_for(_listening(process), _PATIENCE_S)
            status = await asyncio.to_thread(read_status, data)
            if status is None:
                raise RelayFailed("no status")
            given_up.pop_all()
        return cls(process, f"http://127.0.0.1:{listening}", status.key, data)

    async def kill(self) -> None:
        """End it at once, as a crash would."""
        await _kill(self._process)

    async def stop(self) -> None:
        """Let it end in order; after a while, end it anyway."""
        with contextlib.suppress(ProcessLookupError):
            self._process.terminate()
        try:
            await asyncio.wait_for(self._process.wait(), _PATIENCE_S)
        except TimeoutError:
            await self.kill()


async def _kill(process: Process) -> None:
    with contextlib.suppress(ProcessLookupError):
        process.kill()
    await process.wait()


async def _listening(process: Process) -> int:
    if process.stdout is None:
        raise RelayFailed("no output")
    while line := await process.stdout.readline():
        with contextlib.suppress(msgspec.MsgspecError):
            said = msgspec.json.decode(line)
            if isinstance(said, dict) and isinstance(said.get("listening"), int):
                return int(said["listening"])
    raise RelayFailed(f"ended with {await process.wait()}")
