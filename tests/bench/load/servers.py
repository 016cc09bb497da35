"""The servers that are measured, each alone on one core: the relay, Node's `ws`, `nats-server`, and a ceiling in C."""

from __future__ import annotations

import asyncio
import contextlib
import json
import os
import secrets
import socket
import subprocess
import sys
import tempfile
import time
import uuid
from pathlib import Path
from typing import TYPE_CHECKING, Final

from websockets.asyncio.client import connect

from app.sync import frames as f
from tests.bench.load.build import broadcaster, nats, program
from tests.bench.load.crowd import Crowd

if TYPE_CHECKING:
    from collections.abc import Iterator

SERVER_CORE: Final = "0"
SIZE: Final = 250
"""Bytes of one message as a learner receives it."""

TEXT: Final = 60
"""Letters of a message in the class; with author, time and place it makes `SIZE` bytes or a few more on the wire."""


def cpu_seconds(pid: int) -> float:
    """Return the processor time that a process has used."""
    fields = Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()
    return (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")


def memory(pid: int) -> int:
    """Return the bytes of memory that a process holds by itself."""
    fields = Path(f"/proc/{pid}/status").read_text()
    return int(fields.partition("RssAnon:")[2].split()[0]) * 1024


def free_port() -> int:
    """Return a port that nobody listens on."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


class Server:
    """A running server and how to fill it with a crowd."""

    def __init__(self, mode: str, port: int, pid: int, folder: Path) -> None:
        self.mode, self.port, self.pid, self.folder = mode, port, pid, folder
        self.template = folder / "template"
        self.template.write_text("~@STAMP@" + "x" * (SIZE - 17))
        if mode == "nats":
            self.template.write_text(f"PUB talk {SIZE}\r\n{self.template.read_text()}\r\n")

    def crowd(self, count: int) -> Crowd:
        """Return so many clients of it."""
        return Crowd(self.mode, self.port, count, template=self.template)


class RelayServer(Server):
    """The relay with a class that is under way."""

    def __init__(self, port: int, pid: int, folder: Path, code: str) -> None:
        super().__init__("cercle", port, pid, folder)
        self._code = code
        command = {"type": "discussion.post", "channel": "main", "text": "~@STAMP@" + "x" * (TEXT - 17)}
        frame = {"t": "cmd", "id": "@ID@", "seen": 0, "command": command}
        self.template.write_text(json.dumps(frame))

    def crowd(self, count: int) -> Crowd:
        """Let so many learners join."""
        firsts = self.folder / "firsts"
        firsts.write_text("".join(f"{_join(self._code, n)}\n" for n in range(count)))
        return Crowd("cercle", self.port, count, template=self.template, firsts=firsts)


def _join(code: str, number: int) -> str:
    name = f"Learner {number} {secrets.token_hex(3)}"
    frame = f.Join(v=f.VERSION, id=str(uuid.uuid4()), code=code, name=name, token=secrets.token_urlsafe(32))
    return f.encode(frame).decode()


@contextlib.contextmanager
def _running(command: list[str], ready: str | None) -> Iterator[subprocess.Popen[str]]:
    process = subprocess.Popen(
        ["taskset", "-c", SERVER_CORE, *command], stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True
    )
    try:
        if ready is not None:
            assert process.stdout is not None
            line = process.stdout.readline()
            if ready not in line:
                msg = f"{command[0]} did not start: {line!r}"
                raise RuntimeError(msg)
        yield process
    finally:
        process.kill()
        process.communicate()


@contextlib.contextmanager
def relay(data: Path | None = None) -> Iterator[RelayServer]:
    """Run a relay on a folder, with a class that has started."""
    with contextlib.ExitStack() as stack:
        folder = data or Path(stack.enter_context(tempfile.TemporaryDirectory(prefix="cercle-bench-")))
        command = [sys.executable, "-m", "tests.bench.load.relay", "--data", str(folder / "data"), "--port", "0"]
        process = stack.enter_context(_running(command, None))
        assert process.stdout is not None
        port = int(json.loads(process.stdout.readline())["listening"])
        key = (folder / "data" / "relay.key").read_text().strip()
        code = asyncio.run(_start_class(port, key))
        yield RelayServer(port, process.pid, folder, code)


async def _start_class(port: int, key: str) -> str:
    """Create a class and start it; return its join code."""
    async with connect(f"ws://127.0.0.1:{port}/ws", compression=None, max_size=None) as host:
        frame = f.Create(
            v=f.VERSION,
            id=str(uuid.uuid4()),
            key=key,
            session=str(uuid.uuid4()),
            token=secrets.token_urlsafe(32),
            name="Host",
            title="Bench",
        )
        await host.send(f.encode(frame).decode())
        code = ""
        while not code:
            heard = json.loads(await host.recv())
            code = heard.get("code", "") if heard["t"] == "welcome" else ""
        start = {"t": "cmd", "id": str(uuid.uuid4()), "seen": 2**53 - 1, "command": {"type": "session.start"}}
        await host.send(json.dumps(start))
        while (heard := json.loads(await host.recv()))["t"] != "ack":
            if heard["t"] in {"refused", "error"}:
                raise RuntimeError(heard)
        return code


@contextlib.contextmanager
def node_ws() -> Iterator[Server]:
    """Run the broadcasting server on Node's `ws`."""
    with tempfile.TemporaryDirectory(prefix="cercle-bench-") as folder:
        port = free_port()
        with _running([*broadcaster(), str(port)], "ready") as process:
            yield Server("ws", port, process.pid, Path(folder))


@contextlib.contextmanager
def nats_tcp() -> Iterator[Server]:
    """Run `nats-server`, which hands out over plain TCP."""
    with tempfile.TemporaryDirectory(prefix="cercle-bench-") as folder:
        port = free_port()
        with _running([str(nats()), "-a", "127.0.0.1", "-p", str(port)], None) as process:
            _await_port(port)
            yield Server("nats", port, process.pid, Path(folder))


@contextlib.contextmanager
def gathered(count: int, messages: int) -> Iterator[Server]:
    """Run the ceiling: the bytes of so many messages, written to so many sockets as fast as they are taken."""
    with tempfile.TemporaryDirectory(prefix="cercle-bench-") as folder:
        port = free_port()
        piece = Path(folder) / "piece"
        piece.write_text(("~" + "0" * 16 + "x" * (SIZE - 17)) * messages)
        with _running([str(program("gathered")), str(port), str(count), str(piece)], "ready") as process:
            yield Server("raw", port, process.pid, Path(folder))


def _await_port(port: int) -> None:
    for _ in range(200):
        with contextlib.suppress(OSError), socket.create_connection(("127.0.0.1", port), 1):
            return
        time.sleep(0.05)
    msg = f"nothing listens on port {port}"
    raise RuntimeError(msg)
