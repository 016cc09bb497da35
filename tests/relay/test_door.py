"""What happens at the door: codes, names, versions, frames that are none."""

from __future__ import annotations

import asyncio
import hashlib
import json
import urllib.error
import urllib.request
from typing import TYPE_CHECKING, Any

import pytest
from websockets.exceptions import ConnectionClosed, InvalidStatus

from app.domain.registry import REGISTRY
from tests.relay.processes import Class, Peer, new_id, new_token

if TYPE_CHECKING:
    from tests.relay.processes import RelayProcess


async def _refused(peer: Peer, frame: dict[str, Any]) -> str:
    await peer.say(frame)
    return str((await peer.until("refused", "error"))["code"])


async def test_a_wrong_code_is_told_and_another_try_is_free(classroom: Class) -> None:
    host = await classroom.start()
    peer = await Peer.connect(classroom.relay.url)
    join = {"t": "join", "v": 1, "id": new_id(), "code": "NOPE", "name": "Ana", "token": new_token()}
    assert await _refused(peer, join) == "unknown_code"
    await peer.say(join | {"code": classroom.code.lower().replace("-", " ")})
    assert (await peer.until("welcome"))["role"] == "learner"
    await peer.close()
    await host.close()


async def test_a_code_that_was_replaced_no_longer_opens(classroom: Class) -> None:
    host = await classroom.start()
    assert (await host.ask("session.open_code", code="NEW-CODE-1"))["t"] == "ack"
    peer = await Peer.connect(classroom.relay.url)
    assert await _refused(peer, {"t": "peek", "v": 1, "code": classroom.code}) == "unknown_code"
    await peer.say({"t": "peek", "v": 1, "code": "new code 1"})
    assert (await peer.until("about"))["title"] == "Négocier en équipe"
    await peer.close()
    await host.close()


async def test_before_the_lobby_opens_and_after_the_end_nobody_joins(classroom: Class) -> None:
    host = await classroom.create()
    peer = await Peer.connect(classroom.relay.url)
    join = {"t": "join", "v": 1, "id": new_id(), "code": classroom.code, "name": "Ana", "token": new_token()}
    assert await _refused(peer, join) == "not_open_yet"
    await host.ask("session.open_lobby")
    await host.ask("session.end")
    assert await _refused(peer, join | {"id": new_id()}) == "session_ended"
    await peer.close()
    await host.close()


async def test_two_people_cannot_have_one_name(classroom: Class) -> None:
    host = await classroom.start()
    first = await classroom.join("Ana")
    peer = await Peer.connect(classroom.relay.url)
    join = {"t": "join", "v": 1, "id": new_id(), "code": classroom.code, "token": new_token()}
    assert await _refused(peer, join | {"name": " ana "}) == "name_taken"
    assert await _refused(peer, join | {"name": "", "id": new_id()}) == "text_empty"
    assert await _refused(peer, join | {"name": "x" * 100_000, "id": new_id()}) in {"text_too_long", "frame_too_large"}
    await first.close()
    await peer.close()
    await host.close()


async def test_a_repeated_join_is_the_same_seat(classroom: Class) -> None:
    host = await classroom.start()
    token = new_token()
    first = await classroom.join("Ana", token)
    second = await classroom.join("Ana", token)
    assert first.welcome["member"] == second.welcome["member"]
    for peer in (first, second, host):
        await peer.close()


async def test_another_version_is_told_which_one_is_spoken(relay: RelayProcess) -> None:
    peer = await Peer.connect(relay.url)
    await peer.say({"t": "hello", "v": 99, "session": new_id(), "token": new_token(), "something_new": True})
    error = await peer.until("error")
    assert (error["code"], error["params"]) == ("version_unsupported", {"supported": "1"})
    with pytest.raises(ConnectionClosed):
        await peer.hear()


@pytest.mark.parametrize(
    "message",
    [
        "",
        "nonsense",
        "[]",
        "{}",
        '{"t":"nope"}',
        '{"t":"hello","v":1}',
        "[" * 5_000,
        '"\\ud800"',
        '{"t":"cmd"}',
        b"\x00",
    ],
)
async def test_what_is_no_frame_ends_the_connection_with_a_code(relay: RelayProcess, message: str | bytes) -> None:
    peer = await Peer.connect(relay.url)
    await peer.socket.send(message)
    assert (await peer.until("error"))["code"] == "bad_frame"
    with pytest.raises(ConnectionClosed):
        await peer.hear()


async def test_a_learner_may_not_send_huge_frames(classroom: Class) -> None:
    host = await classroom.start()
    learner = await classroom.join("Ana")
    await learner.say(
        {"t": "cmd", "id": new_id(), "seen": 0, "command": {"type": "discussion.post", "text": "x" * 70_000}}
    )
    assert (await learner.until("error"))["code"] == "frame_too_large"
    other = await classroom.join("Bob")
    await other.socket.send("x" * 2_000_000)
    with pytest.raises(ConnectionClosed):
        await other.until("never")
    assert other.socket.close_code == 1009
    await host.close()


@pytest.mark.parametrize(
    ("command", "code"),
    [
        ({"type": "nothing.known"}, "unknown_command"),
        ({}, "bad_command"),
        ({"type": "discussion.post"}, "bad_command"),
        ({"type": "discussion.post", "channel": "main", "text": 5}, "bad_command"),
        ({"type": "discussion.post", "channel": "main", "text": "hi", "extra": 1}, "bad_command"),
        ({"type": "discussion.post", "channel": "main", "text": ""}, "text_empty"),
        ({"type": "discussion.post", "channel": "main", "text": " \u200b\u200d "}, "text_empty"),
        ({"type": "discussion.post", "channel": "main", "text": "x" * 20_000}, "text_too_long"),
        ({"type": "discussion.post", "channel": "room:x", "text": "hi"}, "unknown_channel"),
        ({"type": "discussion.post", "channel": "staff", "text": "hi"}, "not_your_channel"),
        ({"type": "discussion.delete", "message": "x"}, "not_allowed"),
        ({"type": "roster.note_presence", "changes": []}, "not_allowed"),
        ({"type": "session.end"}, "not_allowed"),
    ],
)
async def test_a_bad_command_is_refused_with_a_stable_code(
    classroom: Class, command: dict[str, Any], code: str
) -> None:
    host = await classroom.start()
    learner = await classroom.join("Ana")
    command_id = new_id()
    await learner.say({"t": "cmd", "id": command_id, "seen": 0, "command": command})
    answer = await learner.until("refused", "ack")
    assert (answer.get("code"), answer["id"]) == (code, command_id)
    assert (await learner.ask("discussion.post", channel="main", text="still here"))["t"] == "ack"
    await learner.close()
    await host.close()


async def test_a_learner_calling_staff_commands_changes_nothing(classroom: Class) -> None:
    host = await classroom.start()
    learner = await classroom.join("Ana")
    before = (await classroom.log())[-1]["seq"]
    for name in REGISTRY.commands:
        answer = await learner.ask(name)
        assert answer["t"] == "refused" or name.startswith(("discussion.raise", "roster.leave")), (name, answer)
        if name.startswith("roster.leave"):
            break
    events = [e["type"] for e in await classroom.log() if e["seq"] > before and e["actor"] != "relay"]
    assert set(events) <= {"discussion.hand_raised", "roster.left"}
    await host.close()


async def test_guessing_codes_is_slowed_down_but_seats_still_open(own_relay: RelayProcess) -> None:
    classroom = Class(own_relay)
    host = await classroom.start()
    token = new_token()
    learner = await classroom.join("Ana", token)
    guesser = await Peer.connect(classroom.relay.url)
    codes = [await _refused(guesser, {"t": "peek", "v": 1, "code": f"GUESS{n}"}) for n in range(40)]
    assert codes[0] == "unknown_code"
    assert codes[-1] == "too_many_attempts"
    assert guesser.received[-1]["params"]["retry_after"] > 0
    back = await classroom.hello(token)
    assert back.welcome["member"] == learner.welcome["member"]
    for peer in (back, learner, guesser, host):
        await peer.close()


async def test_a_strange_web_page_may_not_connect(relay: RelayProcess) -> None:
    with pytest.raises(InvalidStatus) as refused:
        await Peer.connect(relay.url, origin="https://evil.example")
    assert refused.value.response.status_code == 403
    own = await Peer.connect(relay.url, origin=relay.http)
    await own.close()


async def test_the_page_comes_with_strict_headers_and_nothing_else_is_served(relay: RelayProcess) -> None:
    def get(path: str) -> tuple[int, dict[str, str], bytes]:
        try:
            with urllib.request.urlopen(relay.http + path) as answer:  # noqa: S310 (our own relay)
                return answer.status, dict(answer.headers), answer.read()
        except urllib.error.HTTPError as error:
            with error:
                return error.code, dict(error.headers), error.read()

    status, headers, body = await asyncio.to_thread(get, "/")
    assert status == 200
    assert b"<html" in body
    assert "require-trusted-types-for 'script'" in headers["Content-Security-Policy"]
    assert "unsafe" not in headers["Content-Security-Policy"]
    for path in ("/../pyproject.toml", "/%2e%2e/pyproject.toml", "/relay.key", "//etc/passwd", "/core/../../app"):
        assert (await asyncio.to_thread(get, path))[0] == 404
    status, _, body = await asyncio.to_thread(get, "/healthz")
    assert json.loads(body)["protocol"] == 1


async def test_a_removed_learner_is_told_and_cannot_return(classroom: Class) -> None:
    host = await classroom.start()
    token = new_token()
    learner = await classroom.join("Ana", token)
    await host.reads_up_to(learner.seen)
    assert (await host.ask("roster.remove", member=learner.welcome["member"]))["t"] == "ack"
    assert (await learner.until("bye"))["reason"] == "removed"
    peer = await Peer.connect(classroom.relay.url)
    hello = {"t": "hello", "v": 1, "session": classroom.session, "token": token}
    assert await _refused(peer, hello) == "removed"
    await peer.close()
    await host.close()


async def test_a_revoked_invitation_opens_nothing(classroom: Class) -> None:
    host = await classroom.start()
    token = new_token()
    hashed = hashlib.sha256(token.encode()).hexdigest()
    await host.ask("roster.invite", name="Karim", role="cofacilitator", token_hash=hashed)
    karim = await classroom.hello(token, **{"as": "replica"})
    assert karim.welcome["role"] == "cofacilitator"
    await host.reads_up_to(karim.seen)
    await host.ask("roster.revoke_tokens", member=karim.welcome["member"])
    assert (await karim.until("bye"))["reason"] == "revoked"
    peer = await Peer.connect(classroom.relay.url)
    hello = {"t": "hello", "v": 1, "session": classroom.session, "token": token, "as": "replica"}
    assert await _refused(peer, hello) == "bad_token"
    await peer.close()
    await host.close()


async def test_who_waits_at_the_door_sees_nothing_of_the_class(classroom: Class) -> None:
    host = await classroom.start()
    await host.ask("roster.set_door", mode="ask")
    await host.ask("discussion.post", channel="main", text="canary-inside")
    ana = await classroom.join("Ana")
    assert set(ana.documents) == {"me"}
    assert (await ana.ask("discussion.post", channel="main", text="hi"))["code"] == "not_admitted"
    await host.ask("roster.admit", members=[ana.welcome["member"]])
    assert "canary-inside" not in "".join(ana.raw)
    await ana.sees("class.session.phase", "live")
    assert "canary-inside" in "".join(ana.raw)
    await ana.close()
    await host.close()
