"""A scripted relay for the page's states: it serves the page as the relay does, and says what a test tells it to."""

from __future__ import annotations

import asyncio
import json
import threading
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final, TypeVar

from websockets.asyncio.server import ServerConnection, serve
from websockets.exceptions import ConnectionClosed

from app.relay.assets import Assets

if TYPE_CHECKING:
    from collections.abc import Callable, Coroutine

    from websockets.http11 import Request, Response

ROOT: Final = Path(__file__).parents[2]
PAGE: Final = ROOT / "resources" / "learner"
FRAMES: Final = ROOT / "tests" / "golden" / "frames"
WITHIN_S: Final = 10.0

T = TypeVar("T")
Frame = dict[str, Any]


def golden(name: str) -> Frame:
    """Return a golden frame, free to be changed."""
    frame: Frame = json.loads((FRAMES / f"{name}.json").read_text(encoding="utf-8"))
    return frame


class LoopThread:
    """An event loop in a thread of its own, for tests that are not async themselves."""

    def __init__(self) -> None:
        self.loop = asyncio.new_event_loop()
        self._thread = threading.Thread(target=self.loop.run_forever, name="loop of the test")
        self._thread.start()

    def run(self, work: Coroutine[Any, Any, T]) -> T:
        """Do work on the loop and return what it gives."""
        return asyncio.run_coroutine_threadsafe(work, self.loop).result(WITHIN_S * 2)

    def close(self) -> None:
        """End the loop and its thread."""
        self.loop.call_soon_threadsafe(self.loop.stop)
        self._thread.join()
        self.loop.close()


@dataclass
class Scene:
    """What the stand-in says.

    Attributes:
        about: the answer to `peek`; a refusal's code to turn the code down.
        entry: the answer to `join` and `hello`: frames, in order; a refusal's code to turn it down.
        on_command: the answer to a `cmd` frame; None to say nothing.
        on_ask: the answer to an `ask` frame.
        on_query: the value of the answer to a query.
    """

    about: Frame | str = field(default_factory=lambda: golden("about"))
    entry: list[Frame] | str = field(default_factory=lambda: [golden("welcome"), golden("doc.class"), golden("doc.me")])
    on_command: Callable[[Frame], Frame | None] = lambda frame: {"t": "ack", "id": frame["id"], "seq": 90}
    on_ask: Callable[[Frame], Frame | None] = lambda frame: {"t": "unknown", "id": frame["id"]}
    on_query: Callable[[Frame], Any] = lambda _frame: golden("answer")["value"]


class StandIn:
    """The stand-in on a port of 127.0.0.1.

    Attributes:
        scene: what it says; a test changes it at will.
        received: every frame that came in, with the number of its connection.
        is_away: turns connections down, as a relay that is gone.
    """

    def __init__(self) -> None:
        self.scene = Scene()
        self.received: list[tuple[int, Frame]] = []
        self.is_away = False
        self._count = 0
        self._open: dict[int, ServerConnection] = {}
        self._changed = threading.Condition()
        self._thread = LoopThread()
        self._assets = Assets(PAGE)
        self._extra: dict[str, Path] = {}
        self._server = self._thread.run(self._serve())
        self.port = int(next(iter(self._server.sockets)).getsockname()[1])

    def close(self) -> None:
        """Close the port and end the thread."""

        async def end() -> None:
            self._server.close()
            await self._server.wait_closed()

        self._thread.run(end())
        self._thread.close()

    def begin(self, scene: Scene | None = None) -> None:
        """Forget the test before."""
        self.drop()
        self.scene = scene or Scene()
        self.received = []
        self.is_away = False

    @property
    def url(self) -> str:
        """The page at a loopback address."""
        return f"http://127.0.0.1:{self.port}/"

    def push(self, *frames: Frame) -> None:
        """Say frames to everybody who is in."""

        async def say() -> None:
            for socket in list(self._open.values()):
                for frame in frames:
                    await socket.send(json.dumps(frame))

        self._thread.run(say())

    def drop(self) -> None:
        """Cut every line."""

        async def cut() -> None:
            for socket in list(self._open.values()):
                socket.transport.abort()

        self._thread.run(cut())

    def wait_for(self, wanted: Callable[[Frame], bool], count: int = 1) -> list[Frame]:
        """Wait until so many frames of a kind have come in, and return them."""

        def found() -> list[Frame]:
            return [frame for _, frame in self.received if wanted(frame)]

        with self._changed:
            assert self._changed.wait_for(lambda: len(found()) >= count, WITHIN_S), self.received
        return found()

    def commands(self, kind: str) -> list[Frame]:
        """Return the `cmd` frames of a type that came in."""
        return [f for _, f in self.received if f["t"] == "cmd" and f["command"]["type"] == kind]

    async def _serve(self) -> Any:
        return await serve(self._listen, "127.0.0.1", 0, process_request=self._answer, compression=None)

    def _answer(self, connection: ServerConnection, request: Request) -> Response | None:
        if request.path.partition("?")[0] != "/ws":
            return self._assets.answer(request)
        return connection.respond(503, "away") if self.is_away else None

    async def _listen(self, socket: ServerConnection) -> None:
        self._count += 1
        number = self._count
        try:
            async for message in socket:
                frame = json.loads(message)
                with self._changed:
                    self.received.append((number, frame))
                    self._changed.notify_all()
                if frame["t"] in {"join", "hello"} and not isinstance(self.scene.entry, str):
                    self._open[number] = socket
                for answer in self._reply(frame):
                    await socket.send(json.dumps(answer))
        except ConnectionClosed:
            pass
        finally:
            self._open.pop(number, None)

    def _reply(self, frame: Frame) -> list[Frame]:
        scene = self.scene
        match frame["t"]:
            case "peek":
                return [scene.about if isinstance(scene.about, dict) else _refused("", scene.about)]
            case "join" | "hello":
                return scene.entry if isinstance(scene.entry, list) else [_refused(frame.get("id", ""), scene.entry)]
            case "cmd":
                answer = scene.on_command(frame)
                return [answer] if answer else []
            case "ask":
                known = scene.on_ask(frame)
                return [known] if known else []
            case "query":
                return [{"t": "answer", "id": frame["id"], "value": scene.on_query(frame)}]
            case "open":
                doc = golden("doc.people" if frame["doc"] == "people" else "doc.topic")
                return [doc | {"doc": frame["doc"]}]
            case _:
                return []


def _refused(request: str, code: str) -> Frame:
    return {"t": "refused", "id": request, "code": code}
