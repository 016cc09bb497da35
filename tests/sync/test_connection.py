"""A connection against a relay that behaves in every way a relay may: it comes back, or says why it does not."""

from __future__ import annotations

import asyncio
import contextlib
from random import Random
from typing import TYPE_CHECKING, Any

import pytest
from websockets.asyncio.server import Server, ServerConnection, serve

from app.sync import frames as f
from app.sync.connection import Connecting, ConnectionState, Online, RelayConnection, TurnedAway, Waiting, greeting

if TYPE_CHECKING:
    from collections.abc import AsyncIterator

SESSION = "0d9f8e7c-1111-4222-8333-444455556666"
WELCOME = f.Welcome(session=SESSION, member="m", role="learner", epoch=1, seq=0, at=0, v=1)


class Peer:
    """A scripted relay: for each connection in turn, the frames that it answers the first frame with."""

    def __init__(self) -> None:
        self.scripts: list[list[Any]] = []
        self.heard: list[Any] = []
        self.states: list[ConnectionState] = []
        self.frames: list[f.ServerFrame] = []
        self.changed = asyncio.Event()

    async def talk(self, socket: ServerConnection) -> None:
        """Play the next script, then listen until the line ends."""
        script = self.scripts.pop(0) if self.scripts else [WELCOME]
        with contextlib.suppress(Exception):
            self.heard.append(f.decode_client(await socket.recv()))
            for line in script:
                await socket.send(line if isinstance(line, str) else f.encode(line), text=True)
            async for text in socket:
                self.heard.append(f.decode_client(text))
                self.changed.set()

    def state(self, state: ConnectionState) -> None:
        """Note a state of the connection."""
        self.states.append(state)
        self.changed.set()

    def frame(self, frame: f.ServerFrame) -> None:
        """Note a frame."""
        self.frames.append(frame)
        self.changed.set()

    async def until(self, kind: type[ConnectionState], times: int = 1) -> Any:
        """Wait until the connection has been in a kind of state that often, and return the last of them."""
        while sum(isinstance(state, kind) for state in self.states) < times:
            self.changed.clear()
            await self.changed.wait()
        return [state for state in self.states if isinstance(state, kind)][-1]


@pytest.fixture
async def peer() -> Peer:
    return Peer()


@pytest.fixture
async def line(peer: Peer) -> AsyncIterator[RelayConnection]:
    hello = f.Hello(v=1, session=SESSION, token="t" * 43)
    server: Server
    async with serve(peer.talk, "127.0.0.1", 0, close_timeout=1) as server:
        port = next(iter(server.sockets)).getsockname()[1]
        connection = RelayConnection(
            f"http://127.0.0.1:{port}",
            lambda: greeting(hello),
            on_state=peer.state,
            on_frame=peer.frame,
            chance=Random(1),  # noqa: S311 (spreads attempts; a test wants them the same)
        )
        task = asyncio.create_task(connection.run())
        yield connection
        task.cancel()
        with contextlib.suppress(asyncio.CancelledError):
            await task


async def test_it_greets_and_is_online_once_it_is_welcome(peer: Peer, line: RelayConnection):
    state = await peer.until(Online)

    assert isinstance(peer.heard[0], f.Hello)
    assert state.welcome == WELCOME
    assert [type(state) for state in peer.states] == [Connecting, Online]
    assert isinstance(line.state, Online)


@pytest.mark.parametrize(
    ("said", "kind", "code"),
    [
        (f.Refused("", "bad_token"), TurnedAway, "bad_token"),
        (f.Refused("", "busy", final=False), Waiting, "busy"),
        (f.Refused("", "too_many_attempts", {"retry_after": 9}), Waiting, "too_many_attempts"),
        (f.Error("version_unsupported", {"supported": 2}), TurnedAway, "version_unsupported"),
        (f.Error("frame_too_large"), Waiting, "frame_too_large"),
        (f.Bye("drain"), Waiting, "drain"),
        (f.Bye("removed"), TurnedAway, "removed"),
        (f.Bye("superseded", "http://b.test"), TurnedAway, "superseded"),
        ("no frame at all", Waiting, "bad_frame"),
        ('{"t":"patch","doc":7}', Waiting, "bad_frame"),
    ],
)
@pytest.mark.usefixtures("line")
async def test_what_the_relay_says_decides_whether_trying_goes_on(
    peer: Peer, said: Any, kind: type[Waiting | TurnedAway], code: str
):
    peer.scripts.append([said])

    state = await peer.until(kind)

    assert state.code == code
    assert getattr(state, "standby", "") == ("http://b.test" if code == "superseded" else "")


@pytest.mark.usefixtures("line")
async def test_frames_of_a_kind_unknown_here_are_passed_over(peer: Peer):
    peer.scripts.append([WELCOME, '{"t":"weather","sun":true}', f.Held(3)])

    while not peer.frames:
        peer.changed.clear()
        await peer.changed.wait()

    assert peer.frames == [f.Held(3)]


async def test_a_lost_line_comes_back_by_itself(peer: Peer, line: RelayConnection):
    await peer.until(Online)

    line.drop()
    waiting = await peer.until(Waiting)
    await peer.until(Online, 2)

    assert waiting.code == "lost"
    assert waiting.retry_at > 0


async def test_nothing_is_sent_on_a_line_that_does_not_stand(peer: Peer, line: RelayConnection):
    assert not line.send(f.Presence("here"))
    await peer.until(Online)
    assert line.send(f.Presence("hidden"))

    while f.Presence("hidden") not in peer.heard:
        peer.changed.clear()
        await peer.changed.wait()
    assert f.Presence("here") not in peer.heard


async def test_who_stays_away_comes_back_when_asked(peer: Peer, line: RelayConnection):
    await peer.until(Online)
    line.drop(stay_away=True)
    waiting = await peer.until(Waiting)
    assert (waiting.code, waiting.retry_at) == ("away", 0)

    line.retry()

    await peer.until(Online, 2)


@pytest.mark.parametrize(
    ("base", "kind", "code"), [("http://127.0.0.1:1", Waiting, "unreachable"), ("x://y", TurnedAway, "bad_link")]
)
async def test_an_address_that_leads_nowhere_is_called_what_it_is(
    peer: Peer, base: str, kind: type[Waiting | TurnedAway], code: str
):
    hello = f.Hello(v=1, session=SESSION, token="t" * 43)
    connection = RelayConnection(base, lambda: greeting(hello), on_state=peer.state, on_frame=peer.frame)
    task = asyncio.create_task(connection.run())

    state = await peer.until(kind)

    assert state.code == code
    task.cancel()
    with contextlib.suppress(asyncio.CancelledError):
        await task
