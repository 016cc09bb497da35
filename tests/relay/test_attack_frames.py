"""Frames and requests made to do harm: each gets a clear answer, and nobody else notices."""

from __future__ import annotations

import json
import socket
from typing import TYPE_CHECKING, Any

import pytest
from websockets.exceptions import ConnectionClosed

from tests.relay.processes import WITHIN, Class, Peer, RelayProcess, new_id, new_token

if TYPE_CHECKING:
    from collections.abc import Iterator

BEYOND = 10**30
NESTED = "[" * 20_000 + "]" * 20_000


def _cmd(command: str, command_id: str = "", seen: str = "0") -> str:
    return json.dumps({"t": "cmd", "id": command_id or new_id(), "seen": 0, "command": 0}).replace(
        '"seen": 0, "command": 0', f'"seen": {seen}, "command": {command}'
    )


POST = json.dumps({"type": "discussion.post", "channel": "main", "text": "hi"})
DECIDE = {"type": "moderation.decide", "item": "x", "revision": BEYOND, "version": BEYOND, "outcome": "published"}

HARMFUL = {
    "an id with a line's end": (_cmd(POST, new_id() + "\n"), "bad_frame"),
    "a place beyond counting": (_cmd(POST, seen=str(BEYOND)), "bad_frame"),
    "a place before the first": (_cmd(POST, seen="-1"), "bad_frame"),
    "not a number": (_cmd(POST, seen="NaN"), "bad_frame"),
    "nested without end": (_cmd(json.dumps({"type": "discussion.post", "x": 0}).replace("0", NESTED)), "bad_frame"),
    "a lone surrogate": (_cmd('{"type":"discussion.post","channel":"main","text":"\\ud800"}'), "bad_frame"),
    "a type said twice": (
        _cmd('{"type":"discussion.raise_hand","type":"roster.erase","member":"x"}'),
        "unknown_command",
    ),
    "a command that is a list": (_cmd("[1]"), "bad_command"),
    "a command that is nothing": (_cmd("null"), "bad_command"),
    "a number too large in a command": (_cmd(json.dumps(DECIDE)), "not_allowed"),
    "a channel of a zero": (_cmd('{"type":"discussion.post","channel":"\\u0000","text":"x"}'), "unknown_channel"),
    "a room without a name": (_cmd('{"type":"discussion.post","channel":"room:","text":"x"}'), "unknown_channel"),
    "a second greeting": (json.dumps({"t": "hello", "v": 1, "session": new_id(), "token": new_token()}), "bad_frame"),
    "records without a seed": ('{"t":"records","records":[]}', "bad_frame"),
    "a holding beyond counting": (json.dumps({"t": "stored", "seq": BEYOND}), "bad_frame"),
}


@pytest.fixture(autouse=True)
def _relay_never_stumbles(relay: RelayProcess) -> Iterator[None]:
    """After each attack, the relay's own log tells of no fault in it."""
    yield
    assert "Traceback" not in (relay.data.parent / "relay.log").read_text()


@pytest.mark.parametrize("case", HARMFUL)
async def test_a_harmful_frame_is_told_and_disturbs_nobody(classroom: Class, case: str) -> None:
    text, code = HARMFUL[case]
    host = await classroom.start()
    ana, bob = await classroom.join("Ana"), await classroom.join("Bob")
    await ana.socket.send(text)
    assert (await ana.until("refused", "error", "ack"))["code"] == code
    assert (await bob.ask("discussion.post", channel="main", text="still here"))["t"] == "ack"
    for peer in (ana, bob, host):
        await peer.close()


@pytest.mark.parametrize(
    "args",
    [
        {"channel": "main", "before": BEYOND, "limit": BEYOND},
        {"channel": "main", "before": -BEYOND, "limit": -BEYOND},
        {"channel": []},
        {"channel": "main", "before": 1.5},
        {"channel": "\x00", "limit": True},
        {},
        {"message": []},
        {"message": {}},
    ],
)
@pytest.mark.parametrize("name", ["discussion.history", "discussion.thread", "discussion.search"])
async def test_a_strange_query_gets_an_answer(classroom: Class, name: str, args: dict[str, Any]) -> None:
    host = await classroom.start()
    ana = await classroom.join("Ana")
    await ana.say({"t": "query", "id": new_id(), "name": name, "args": args})
    answer = await ana.until("refused", "error", "answer")
    assert answer["t"] == "answer" or answer["code"] == "bad_query"
    await ana.close()
    await host.close()


@pytest.mark.parametrize("have", [{"epoch": 0, "seq": BEYOND, "hash": ""}, {"epoch": 0, "seq": -5, "hash": ""}])
async def test_a_replica_that_ends_nowhere_is_told_so(classroom: Class, have: dict[str, Any]) -> None:
    host = await classroom.start()
    peer = await Peer.connect(classroom.relay.url)
    hello = {"t": "hello", "v": 1, "session": classroom.session, "token": classroom.host_token, "as": "replica"}
    await peer.say(hello | {"have": have})
    assert (await peer.until("error", "welcome"))["code"] == "bad_frame"
    await peer.close()
    await host.close()


@pytest.mark.parametrize("field", [{"opens_at": BEYOND}, {"opens_at": -1}, {"session": new_id() + "\n"}])
async def test_a_session_cannot_be_created_with_what_no_log_can_hold(
    relay: RelayProcess, field: dict[str, Any]
) -> None:
    peer = await Peer.connect(relay.url)
    frame = {"t": "create", "v": 1, "id": new_id(), "key": relay.key, "session": new_id(), "token": new_token()}
    await peer.say(frame | {"name": "H", "title": "T"} | field)
    assert (await peer.until("error", "welcome", "refused"))["code"] == "bad_frame"
    await peer.close()


@pytest.mark.parametrize("data", [b"\xff\xfe", "é".encode("latin-1")])
async def test_text_that_is_no_utf8_ends_its_own_connection_only(classroom: Class, data: bytes) -> None:
    host = await classroom.start()
    ana = await classroom.join("Ana")
    await ana.socket.send(data, text=True)
    with pytest.raises(ConnectionClosed):
        await ana.until("never")
    assert (await host.ask("discussion.post", channel="main", text="still here"))["t"] == "ack"
    await host.close()


async def test_a_frame_in_pieces_is_read_as_one(classroom: Class) -> None:
    host = await classroom.start()
    ana = await classroom.join("Ana")
    text = _cmd(POST)
    await ana.socket.send(text[at : at + 7] for at in range(0, len(text), 7))
    assert (await ana.until("ack", "refused"))["t"] == "ack"
    await ana.close()
    await host.close()


def _http(relay: RelayProcess, *lines: str) -> str:
    """Send a request's head as it stands and return the status line that comes back."""
    head = "\r\n".join([lines[0] + " HTTP/1.1", f"Host: 127.0.0.1:{relay.port}", *lines[1:], "", ""])
    with socket.create_connection(("127.0.0.1", relay.port), timeout=WITHIN) as connection:
        connection.sendall(head.encode())
        answer = b""
        while b"\r\n" not in answer and (more := connection.recv(4096)):
            answer += more
    return answer.split(b"\r\n")[0].decode()


UPGRADE = (
    "Upgrade: websocket",
    "Connection: Upgrade",
    "Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==",
    "Sec-WebSocket-Version: 13",
)


@pytest.mark.parametrize(
    ("lines", "status"),
    [
        (("GET /../../etc/passwd",), "404"),
        (("GET /%2e%2e/%2e%2e/etc/passwd",), "404"),
        (("GET //etc/passwd",), "404"),
        (("GET /", "X: " + "a" * 100_000), "431"),
        (("GET /", *(f"X{n}: a" for n in range(1_000))), "431"),
        (("GET /", "Accept-Encoding: br", "Accept-Encoding: gzip"), "200"),
        (("GET /", 'If-None-Match: "a"', 'If-None-Match: "b"'), "200"),
        (("GET /ws", *UPGRADE), "101"),
        (("GET /ws", *UPGRADE, "Origin: http://evil.example"), "403"),
        (("GET /ws", *UPGRADE, "Origin: http://a", "Origin: http://b"), "403"),
        (("GET /ws", *UPGRADE, "Origin: http://["), "403"),
        (("GET /ws", *UPGRADE, "Origin: null"), "403"),
        (("GET /ws", *UPGRADE, "Origin:"), "403"),
        (("GET /ws", "Host: other", *UPGRADE, "Origin: http://other"), "403"),
    ],
)
def test_a_strange_request_gets_a_fitting_status(relay: RelayProcess, lines: tuple[str, ...], status: str) -> None:
    assert _http(relay, *lines).split()[1] == status
