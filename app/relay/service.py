"""The relay as a process: its data folder, its key, its log file, its end."""

from __future__ import annotations

import asyncio
import contextlib
import errno
import json
import logging
import os
import secrets
import signal
import ssl
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Final

import msgspec

from app.relay.logs import set_up
from app.relay.masks import MaskKeys
from app.relay.metrics import Meters, serve_meters
from app.relay.server import Relay
from app.storage.errors import StorageError, known_errors
from app.storage.folder import DataFolder
from app.storage.log import EventLog
from app.storage.writer import Writer

if TYPE_CHECKING:
    from websockets.asyncio.server import Server

    from app.relay.settings import Settings

PAGE: Final = Path(__file__).resolve().parents[2] / "resources" / "learner"
"""The learners' page, beside this package in a checkout, a wheel and a bundle alike."""

STATUS_FILE: Final = "relay.json"
KEY_FILE: Final = "relay.key"
LOG_FILE: Final = "relay.db"
MASKS: Final = "masks"


class Status(msgspec.Struct, frozen=True, kw_only=True):
    """What a running relay writes into its folder, for its owner to find it."""

    pid: int
    host: str
    port: int
    key: str
    secure: bool


def read_status(data: Path) -> Status | None:
    """Return what the last relay on this folder said of itself; None when there is nothing readable."""
    try:
        return msgspec.json.decode((data / STATUS_FILE).read_bytes(), type=Status)
    except (OSError, msgspec.MsgspecError):
        return None


def relay_key(data: Path) -> str:
    """Return the folder's relay key, made on first use and readable by its owner only."""
    path = data / KEY_FILE
    if path.exists():
        return path.read_text().strip()
    key = secrets.token_urlsafe(32)
    descriptor = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    with os.fdopen(descriptor, "w") as file:
        file.write(key + "\n")
    return key


def tls_context(settings: Settings) -> ssl.SSLContext | None:
    """Return the TLS settings, or None for plain HTTP.

    Raises:
        ssl.SSLError: a file cannot be read, or the files do not fit.
    """
    if settings.tls_cert is None:
        return None
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.minimum_version = ssl.TLSVersion.TLSv1_2
    try:
        context.load_cert_chain(settings.tls_cert, settings.tls_key)
    except OSError as error:
        raise ssl.SSLError(str(error)) from error
    return context


async def serve(settings: Settings, stop: asyncio.Event | None = None) -> None:
    """Run a relay until it is told to stop.

    Args:
        settings: how.
        stop: ends it when set; SIGTERM and SIGINT do too.

    Raises:
        StorageError: the folder cannot be used (read-only, full, newer, locked).
        OSError: the port cannot be used.
    """
    stop = stop or asyncio.Event()
    loop = asyncio.get_running_loop()
    for name in (signal.SIGTERM, signal.SIGINT):
        # Windows' loops take no signals; there the desktop ends its relay by other means.
        with contextlib.suppress(NotImplementedError):
            loop.add_signal_handler(name, stop.set)
    tls = tls_context(settings)
    async with contextlib.AsyncExitStack() as closing:
        closing.enter_context(DataFolder.open(settings.data))
        writer = Writer("relay-log")
        closing.callback(writer.close)
        event_log = await asyncio.wrap_future(writer.call(EventLog.open, settings.data / LOG_FILE))
        closing.push_async_callback(lambda: asyncio.wrap_future(writer.call(event_log.close)))
        with known_errors():
            key = relay_key(settings.data)
        meters = Meters()
        relay = Relay(
            event_log,
            writer,
            key=key,
            page=PAGE,
            masks=MaskKeys(settings.data / MASKS),
            meters=meters,
            trusted_proxies=frozenset(settings.trusted_proxies),
        )
        listening: dict[str, int] = {}
        if settings.metrics_port is not None:
            watched = await serve_meters(meters, settings.metrics_port, relay.health)
            listening["metrics"] = int(next(iter(watched.sockets)).getsockname()[1])
            closing.push_async_callback(_close, watched)
        port = await relay.start(settings.host, settings.port, tls)
        closing.push_async_callback(relay.stop)
        status = Status(pid=os.getpid(), host=settings.host, port=port, key=key, secure=tls is not None)
        with known_errors():
            _write_privately(settings.data / STATUS_FILE, msgspec.json.encode(status))
        sys.stdout.write(json.dumps({"listening": port, "pid": status.pid} | listening) + "\n")
        sys.stdout.flush()
        await stop.wait()


async def _close(server: Server) -> None:
    server.close()
    await server.wait_closed()


def _write_privately(path: Path, data: bytes) -> None:
    """Put a file in place at once and readable by its owner only."""
    temporary = path.with_suffix(".new")
    descriptor = os.open(temporary, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600)
    with os.fdopen(descriptor, "wb") as file:
        file.write(data)
    temporary.replace(path)


def run(settings: Settings) -> int:
    """Run a relay in this process, logging to standard error, and return the exit status.

    A relay that cannot run says why by a stable code: one of the storage's, or `port_in_use`, `address_not_usable`,
    `tls_not_usable`.
    """
    set_up(settings.log)
    try:
        asyncio.run(serve(settings))
    except StorageError as error:
        return _failed(error.code)
    except ssl.SSLError:
        return _failed("tls_not_usable")
    except OSError as error:
        if error.errno == errno.EADDRINUSE:
            return _failed("port_in_use")
        return _failed("address_not_usable")
    return 0


def _failed(code: str) -> int:
    logging.getLogger("cercle.relay").error("the relay cannot run: code=%s", code)
    return 1
