"""Too many, too fast, too slow: one client's excess is that client's own."""

from __future__ import annotations

import asyncio
import contextlib
import json
import socket
from pathlib import Path
from typing import TYPE_CHECKING, Any

from app.domain.kernel.refusal import Refusal
from app.relay.access import FREE_FAILURES, Attempts
from tests.relay.processes import Class, Peer, RelayProcess, new_id

if TYPE_CHECKING:
    from collections.abc import Iterable

MEBIBYTE = 1024 * 1024


def _memory(relay: RelayProcess) -> int:
    """Return how many bytes of memory a relay's process holds."""
    pid = json.loads((relay.data / "relay.json").read_text())["pid"]
    (line,) = (x for x in Path(f"/proc/{pid}/status").read_text().splitlines() if x.startswith("VmRSS"))
    return int(line.split()[1]) * 1024


async def _close(peers: Iterable[Peer]) -> None:
    for peer in peers:
        await peer.close()


async def test_three_hundred_who_join_at_once_all_get_a_seat_and_a_number_of_their_own(own_relay: RelayProcess) -> None:
    classroom = Class(own_relay)
    host = await classroom.start()
    peers = await asyncio.gather(*(classroom.join(f"Learner {n}") for n in range(300)))
    numbers = {peer.documents["me"]["roster"]["seat"]["number"] for peer in peers if "me" in peer.documents}
    for peer in peers:
        while "me" not in peer.documents:
            await peer.hear()
        numbers.add(peer.documents["me"]["roster"]["seat"]["number"])
    assert numbers == set(range(2, 302))
    assert len({peer.welcome["member"] for peer in peers}) == 300
    await _close([*peers, host])


async def test_who_reacts_without_end_is_slowed_and_others_are_not(own_relay: RelayProcess) -> None:
    classroom = Class(own_relay)
    host = await classroom.start()
    ana, bob = await classroom.join("Ana"), await classroom.join("Bob")
    await bob.ask("discussion.post", channel="main", text="hi")
    (message,) = bob.documents["class"]["discussion"]["messages"]
    before = _memory(own_relay)

    async def flood() -> None:
        for n in range(10_000):
            command = {"type": "discussion.react", "message": message, "emoji": "👍", "on": n % 2 == 0}
            await ana.say({"t": "cmd", "id": new_id(), "seen": 2**50, "command": command})
            await ana.say({"t": "ask", "id": new_id()})
            await ana.say({"t": "open" if n % 2 else "close", "doc": "people"})

    heard = 0

    async def listen() -> None:
        nonlocal heard
        while True:
            await ana.socket.recv()
            heard += 1

    flooding, listening = asyncio.create_task(flood()), asyncio.create_task(listen())
    for n in range(30):
        assert (await bob.ask("discussion.post", channel="main", text=f"{n}"))["t"] == "ack"
    assert _memory(own_relay) - before < 32 * MEBIBYTE
    assert heard < 400
    listening.cancel()
    flooding.cancel()
    with contextlib.suppress(asyncio.CancelledError):
        await asyncio.gather(flooding, listening)
    ana.socket.transport.abort()
    await _close([bob, host])


async def _posts(host: Peer, count: int) -> int:
    """Have the host say many long things, as quickly as the relay lets them; return the place of the last."""
    seq = 0
    for n in range(count):
        command: dict[str, Any] = {"channel": "main", "text": f"{n} " + "🎉" * 3_900}
        while (answer := await host.ask("discussion.post", **command))["t"] != "ack":
            assert answer["code"] == "rate_limited"
        seq = answer["seq"]
    return seq


async def test_who_does_not_read_costs_little_and_is_right_again_after(own_relay: RelayProcess) -> None:
    classroom = Class(own_relay)
    host = await classroom.start()
    token = classroom.host_token
    page, bob = await classroom.join("Ana"), await classroom.join("Bob")
    replica = await classroom.hello(token, **{"as": "replica"})
    await replica.reads_up_to(replica.welcome["seq"])
    before = _memory(own_relay)
    last = await _posts(host, 600)
    assert _memory(own_relay) - before < 64 * MEBIBYTE
    assert (await bob.ask("discussion.post", channel="main", text="and now"))["t"] == "ack"
    last += 1
    await bob.reads_up_to(last)
    while page.documents["class"].get("discussion") != bob.documents["class"]["discussion"]:
        await page.hear()
    await replica.reads_up_to(last)
    places = [
        json.loads(r["body"])["seq"] for frame in replica.received if frame["t"] == "log" for r in frame["records"]
    ]
    assert places == list(range(1, places[-1] + 1))
    await _close([page, bob, replica, host])


async def test_sockets_that_say_nothing_keep_nobody_out(own_relay: RelayProcess) -> None:
    classroom = Class(own_relay)
    host = await classroom.start()
    with contextlib.ExitStack() as stack:
        for _ in range(300):
            mute = stack.enter_context(socket.create_connection(("127.0.0.1", own_relay.port)))
            mute.sendall(b"GET /ws HTTP/1.1\r\nHost: x\r\nX-Slow: ")
        ana = await classroom.join("Ana")
        assert (await ana.ask("discussion.post", channel="main", text="hi"))["t"] == "ack"
    await _close([ana, host])


async def test_a_relay_killed_soon_after_someone_came_does_not_say_they_left_before(own_relay: RelayProcess) -> None:
    """Its last sign of life may be older than what it logged since."""
    classroom = Class(own_relay)
    host = await classroom.start()
    ana = await classroom.join("Ana")
    member = ana.welcome["member"]
    while not any(e["type"] == "roster.presence_noted" for e in await classroom.log()):
        pass
    own_relay.kill()
    own_relay.start()
    log = await classroom.log()
    noted = [c for e in log if e["type"] == "roster.presence_noted" for c in e["data"]["changes"]]
    mine = [(change["presence"], change["at"]) for change in noted if change["member"] == member]
    assert [presence for presence, _ in mine][:2] == ["here", "gone"]
    assert [at for _, at in mine] == sorted(at for _, at in mine)
    assert [e["at"] for e in log] == sorted(e["at"] for e in log)
    for peer in (ana, host):
        peer.socket.transport.abort()


def _guesses(addresses: Iterable[str], now: int) -> int:
    """Return how many guesses get through."""
    attempts, through = Attempts(), 0
    for address in addresses:
        with contextlib.suppress(Refusal):
            attempts.check(address, now)
            attempts.failed(address, now)
            through += 1
    return through


def test_one_machine_with_many_addresses_has_no_more_guesses_than_one() -> None:
    assert _guesses((f"2001:db8:1:2::{n:x}" for n in range(1, 500)), 1_000) == FREE_FAILURES + 1
    assert _guesses(["192.0.2.7"] * 500, 1_000) == FREE_FAILURES + 1
    assert _guesses((f"192.0.2.{n}" for n in range(200)), 1_000) == 200
