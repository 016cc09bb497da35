"""A real relay as a process of its own, to be killed and started again, and a bare client that speaks JSON."""

from __future__ import annotations

import asyncio
import json
import os
import secrets
import signal
import subprocess
import sys
import tempfile
import uuid
from pathlib import Path
from typing import Any, Self

from websockets.asyncio.client import ClientConnection, connect

from app.relay.embedded import is_running
from app.relay.service import read_status

WITHIN = 20.0
"""How long a test waits for what must come, in seconds."""


class RelayProcess:
    """A relay on one folder and, from its first start on, one port."""

    def __init__(self, data: Path, module: str = "app.relay", *arguments: str) -> None:
        self.data = data
        self.port = 0
        self.metrics_port = 0
        self._module = module
        self._arguments = arguments
        self._process: subprocess.Popen[bytes] | None = None

    def start(self, module: str | None = None, *arguments: str) -> Self:
        """Start it and wait until it listens."""
        command = [sys.executable, "-m", module or self._module, "--data", str(self.data), "--port", str(self.port)]
        with (self.data.parent / "relay.log").open("ab") as errors:
            self._process = subprocess.Popen(
                [*command, *(arguments or self._arguments)], stdout=subprocess.PIPE, stderr=errors
            )
        assert self._process.stdout is not None
        line = self._process.stdout.readline()
        assert line, (self.data.parent / "relay.log").read_text()
        told = json.loads(line)
        self.port, self.metrics_port = told["listening"], told.get("metrics", 0)
        return self

    @property
    def key(self) -> str:
        """Return the key that lets one create sessions."""
        return (self.data / "relay.key").read_text().strip()

    @property
    def url(self) -> str:
        """Return the socket's URL."""
        return f"ws://127.0.0.1:{self.port}/ws"

    @property
    def http(self) -> str:
        """Return the page's URL."""
        return f"http://127.0.0.1:{self.port}"

    @property
    def is_running(self) -> bool:
        """Whether it has not ended by itself or by others."""
        return self._process is not None and self._process.poll() is None

    def kill(self) -> None:
        """Kill it with -9 and wait for its death."""
        self._end(signal.SIGKILL)

    def signals(self, what: signal.Signals) -> None:
        """Send it a signal and wait for nothing."""
        assert self._process is not None
        self._process.send_signal(what)

    def stop(self) -> int:
        """End it kindly; return its exit status."""
        return self._end(signal.SIGTERM)

    def died(self) -> int:
        """Wait for its own death; return its exit status."""
        assert self._process is not None
        status = self._process.wait(WITHIN)
        assert self._process.stdout is not None
        self._process.stdout.close()
        return status

    def _end(self, how: signal.Signals) -> int:
        assert self._process is not None
        if self._process.poll() is None:
            self._process.send_signal(how)
        status = self._process.wait(WITHIN)
        assert self._process.stdout is not None
        self._process.stdout.close()
        return status


class SharedRelay:
    """One relay for all tests of a run (of one process of it) that neither end nor break it, each with own classes."""

    def __init__(self) -> None:
        self._folder: tempfile.TemporaryDirectory[str] | None = None
        self._process: RelayProcess | None = None

    def start(self) -> RelayProcess:
        """Return it, started by the first who asks, and anew when a window that somebody closed has ended it."""
        if self._process is not None and not self._process.is_running:
            self.end()
        if self._process is None:
            self._folder = tempfile.TemporaryDirectory(prefix="cercle-shared-relay-")
            self._process = RelayProcess(Path(self._folder.name) / "data").start()
        return self._process

    def end(self) -> None:
        """Kill it, if anybody started it, and whatever a desktop started in its place."""
        if self._process is not None and self._folder is not None:
            self._process.kill()
            status = read_status(self._process.data)
            if status is not None and is_running(status.pid):
                os.kill(status.pid, signal.SIGKILL)
            self._folder.cleanup()
        self._process = self._folder = None


SHARED_RELAY = SharedRelay()


class Peer:
    """A client that is nothing but its socket: what it sends and all that it ever received."""

    def __init__(self, socket: ClientConnection) -> None:
        self.socket = socket
        self.received: list[dict[str, Any]] = []
        self.raw: list[str] = []
        self.documents: dict[str, Any] = {}
        self.welcome: dict[str, Any] = {}
        self.seen = 0

    @classmethod
    async def connect(cls, url: str, **options: Any) -> Peer:
        """Return a connected client."""
        return cls(await connect(url, compression=None, max_size=None, **options))

    async def say(self, frame: dict[str, Any]) -> None:
        """Send a frame."""
        await self.socket.send(json.dumps(frame))

    async def hear(self) -> dict[str, Any]:
        """Return the next frame."""
        message = await asyncio.wait_for(self.socket.recv(), WITHIN)
        assert isinstance(message, str)
        self.raw.append(message)
        frame: dict[str, Any] = json.loads(message)
        self.received.append(frame)
        self.seen = max(self.seen, frame.get("seq", 0))
        match frame["t"]:
            case "doc":
                self.documents[frame["doc"]] = frame["value"]
            case "patch":
                self.documents[frame["doc"]] = _merged(self.documents[frame["doc"]], frame["patch"])
            case "drop":
                del self.documents[frame["doc"]]
            case "welcome":
                self.welcome = frame
            case "log":
                self.seen = max(self.seen, json.loads(frame["records"][-1]["body"])["seq"])
            case _:
                pass
        return frame

    async def until(self, *kinds: str) -> dict[str, Any]:
        """Return the next frame of one of these kinds."""
        while True:
            frame = await self.hear()
            if frame["t"] in kinds:
                return frame

    async def ask(self, command_type: str, command_id: str | None = None, **fields: Any) -> dict[str, Any]:
        """Ask for a command and return what became of it."""
        command_id = command_id or new_id()
        await self.say({"t": "cmd", "id": command_id, "seen": self.seen, "command": {"type": command_type, **fields}})
        while True:
            frame = await self.until("ack", "refused")
            if frame["id"] == command_id:
                return frame

    async def reads_up_to(self, seq: int) -> None:
        """Wait until everything up to a place in the log has been heard."""
        while self.seen < seq:
            await self.hear()

    async def sees(self, path: str, wanted: Any) -> None:
        """Wait until a place in the documents, such as `me.roster.seat.place`, has a value."""
        while _at(self.documents, path) != wanted:
            await self.hear()

    async def close(self) -> None:
        """Close the socket."""
        await self.socket.close()


def _merged(document: Any, patch: Any) -> Any:
    # Another hand than the product's own: RFC 7396, section 2.
    if not isinstance(patch, dict):
        return patch
    result = dict(document) if isinstance(document, dict) else {}
    for key, value in patch.items():
        if value is None:
            result.pop(key, None)
        else:
            result[key] = _merged(result.get(key), value)
    return result


def _at(document: Any, path: str) -> Any:
    for step in path.split("."):
        if not isinstance(document, dict) or step not in document:
            return None
        document = document[step]
    return document


def new_id() -> str:
    return str(uuid.uuid4())


def new_token() -> str:
    return secrets.token_urlsafe(32)


class Class:
    """A class with its host, on a relay process."""

    def __init__(self, relay: RelayProcess) -> None:
        self.relay = relay
        self.session = new_id()
        self.host_token = new_token()
        self.code = ""

    async def create(self, **fields: Any) -> Peer:
        """Create the session; return its host, as a replica."""
        host = await Peer.connect(self.relay.url)
        frame = {"t": "create", "v": 1, "id": new_id(), "key": self.relay.key, "session": self.session}
        given = {"token": self.host_token, "name": "Hélène", "title": "Négocier en équipe"}
        await host.say(frame | given | fields)
        self.code = (await host.until("welcome"))["code"]
        return host

    async def start(self) -> Peer:
        """Create the session and begin the class; return its host."""
        host = await self.create()
        assert (await host.ask("session.start"))["t"] == "ack"
        return host

    async def join(self, name: str, token: str | None = None) -> Peer:
        """Return a learner who joined by the code."""
        peer = await Peer.connect(self.relay.url)
        frame = {"t": "join", "v": 1, "id": new_id(), "code": self.code, "name": name}
        await peer.say(frame | {"token": token or new_token()})
        answer = await peer.until("welcome", "refused")
        assert answer["t"] == "welcome", answer
        await peer.until("doc")
        return peer

    async def hello(self, token: str, **fields: Any) -> Peer:
        """Return somebody who came back by a token."""
        peer = await Peer.connect(self.relay.url)
        await peer.say({"t": "hello", "v": 1, "session": self.session, "token": token} | fields)
        answer = await peer.until("welcome", "refused")
        assert answer["t"] == "welcome", answer
        return peer

    async def log(self) -> list[dict[str, Any]]:
        """Return the whole log as the host's replica receives it: the envelopes, each with its private part."""
        peer = await self.hello(self.host_token, **{"as": "replica"})
        envelopes: list[dict[str, Any]] = []
        while len(envelopes) < peer.welcome["seq"]:
            for record in (await peer.until("log"))["records"]:
                envelope = json.loads(record["body"])
                envelopes.append(envelope | {"hidden": json.loads(record.get("private") or "{}")})
        await peer.close()
        return envelopes
