"""The relay beside a desktop: a process of its own, started, found again, watched and restarted."""

from __future__ import annotations

import asyncio
import contextlib
import os
import signal
import subprocess
import sys
import time
from typing import TYPE_CHECKING, Final

from app.relay.service import Status, read_status
from app.storage.errors import StorageError

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from pathlib import Path

START_WITHIN: Final = 20.0
"""How long a relay may take to answer after its start, in seconds."""

CHECK_EVERY: Final = 1.0
CHECK_WITHIN: Final = 3.0
MISSES_UNTIL_DEAD: Final = 3
LOG_NAME: Final = "relay.log"
_LOG_KEPT: Final = 2_000_000


class RelayDidNotStart(Exception):
    """The relay's process ended, or did not answer, at its start.

    Args:
        code: a stable code: one of the storage's, `port_in_use`, or `relay_did_not_start`.
        detail: the end of what it wrote, for the diagnostics.
    """

    def __init__(self, code: str, detail: str = "") -> None:
        super().__init__(code)
        self.code = code
        self.detail = detail


def relay_command() -> list[str]:
    """Return the command that starts a relay with this very software, bundled or not."""
    if getattr(sys, "frozen", False):
        return [sys.executable, "relay"]
    return [sys.executable, "-m", "app.relay"]


class EmbeddedRelay:
    """One relay on one folder, outliving whoever started it."""

    def __init__(self, data: Path, *, host: str = "0.0.0.0", command: Sequence[str] | None = None) -> None:  # noqa: S104
        """Describe it; nothing runs yet.

        Args:
            data: the relay's folder.
            host: the address to listen on; every network of the machine unless said otherwise.
            command: what starts a relay, without its options.
        """
        self._data = data
        self._host = host
        self._command = list(command or relay_command())
        self.status: Status | None = None

    async def start(self) -> Status:
        """Find the relay that runs on the folder, or start one.

        Raises:
            RelayDidNotStart: with a stable code.
        """
        found = read_status(self._data)
        if found is not None and await answers(found):
            self.status = found
            return found
        # The port it had, even when its folder is gone: learners' pages look for it there.
        before = found or self.status
        port = before.port if before is not None else 8737
        try:
            self.status = await self._spawn(port)
        except RelayDidNotStart as error:
            if error.code != "port_in_use":
                raise
            # Somebody else has the port: a class must not wait for them. Pages of an earlier start cannot come back.
            self.status = await self._spawn(0)
        return self.status

    async def _spawn(self, port: int) -> Status:
        try:
            self._data.mkdir(parents=True, exist_ok=True, mode=0o700)
            log_path = self._data / LOG_NAME
            fresh = not log_path.exists() or log_path.stat().st_size > _LOG_KEPT
            log_file = log_path.open("wb" if fresh else "ab")
        except OSError as error:
            raise RelayDidNotStart("storage_read_only", str(error)) from error
        begun = log_file.tell()
        arguments = ["--host", self._host, "--port", str(port), "--data", str(self._data)]
        with log_file:
            # A session of its own lets it live on when the desktop is killed, or its terminal closes.
            process = subprocess.Popen(  # noqa: S603, ASYNC220 (our own command; asyncio's kind would die with its loop)
                [*self._command, *arguments],
                stdin=subprocess.DEVNULL,
                stdout=subprocess.DEVNULL,
                stderr=log_file,
                start_new_session=True,
                env=os.environ | {"PYTHONUNBUFFERED": "1"},
            )
        try:
            return await self._first_answer(process, lambda: log_path.read_bytes()[begun:].decode(errors="replace"))
        except asyncio.CancelledError:
            # Nobody waits for it any more, and nobody would end it.
            process.kill()
            process.wait()
            raise

    async def _first_answer(self, process: subprocess.Popen[bytes], said: Callable[[], str]) -> Status:
        deadline = time.monotonic() + START_WITHIN
        while time.monotonic() < deadline:
            status = read_status(self._data)
            if status is not None and await answers(status) and (process.poll() is None or status.pid != process.pid):
                # It outlives this object on purpose, and is watched by its id: nothing to warn of.
                process.returncode = process.returncode or 0
                return status
            if process.poll() is not None:
                status = read_status(self._data)
                if status is not None and await answers(status):
                    return status
                raise _why(said())
            await asyncio.sleep(0.05)
        process.kill()
        process.wait()
        raise RelayDidNotStart("relay_did_not_start")

    async def watch(self, on_change: Callable[[Status | None], None]) -> None:
        """Keep the relay alive until cancelled.

        Args:
            on_change: told None when the relay is found dead, and its new status once it runs again.
        """
        misses = 0
        while True:
            await asyncio.sleep(CHECK_EVERY)
            if self.status is not None and await answers(self.status):
                misses = 0
                continue
            misses += 1
            if self.status is not None and is_running(self.status.pid) and misses < MISSES_UNTIL_DEAD:
                continue
            on_change(None)
            with contextlib.suppress(RelayDidNotStart, StorageError):
                on_change(await self.start())
                misses = 0

    async def stop(self) -> None:
        """End the relay kindly: it tells its clients and keeps everything."""
        status = self.status or read_status(self._data)
        self.status = None
        if status is None or not await answers(status):
            return
        with contextlib.suppress(ProcessLookupError):
            os.kill(status.pid, signal.SIGTERM)
        while is_running(status.pid) and await answers(status):  # noqa: ASYNC110 (another process tells no event)
            await asyncio.sleep(0.05)


async def answers(status: Status) -> bool:
    """Whether the relay that wrote the status is there and well."""
    host = "127.0.0.1" if status.host in {"0.0.0.0", "::", ""} else status.host  # noqa: S104 (compared, not bound)
    return await reaches(host, status.port, secure=status.secure)


async def reaches(host: str, port: int, *, secure: bool = False) -> bool:
    """Whether a relay answers at an address.

    Args:
        host: a name or address.
        port: its port.
        secure: whether it speaks TLS; its certificate is not judged here.
    """
    try:
        async with asyncio.timeout(CHECK_WITHIN):
            if secure:
                # Whoever answers on a TLS port of ours is judged by the client that connects, not by this check.
                _, writer = await asyncio.open_connection(host, port)
                writer.close()
                return True
            reader, writer = await asyncio.open_connection(host, port)
            try:
                writer.write(f"GET /healthz HTTP/1.1\r\nHost: {host}:{port}\r\nConnection: close\r\n\r\n".encode())
                answer = await reader.read(4096)
            finally:
                writer.close()
            return b'"cercle"' in answer or b"cercle" in answer + await reader.read(4096)
    except (OSError, TimeoutError):
        return False


def is_running(pid: int) -> bool:
    """Whether a process with that id exists and is no zombie of ours."""
    with contextlib.suppress(ChildProcessError):
        os.waitpid(pid, os.WNOHANG)
    try:
        os.kill(pid, 0)
    except ProcessLookupError:
        return False
    except PermissionError:
        return True
    return True


_CODES: Final = (
    "storage_full",
    "storage_read_only",
    "storage_newer",
    "storage_locked",
    "storage_broken",
    "port_in_use",
)


def _why(output: str) -> RelayDidNotStart:
    code = next((code for code in _CODES if f"code={code}" in output), "relay_did_not_start")
    return RelayDidNotStart(code, output[-2_000:])
