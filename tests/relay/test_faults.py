"""The relay is killed at the worst moments: what it acknowledged is there once, and an id keeps its answer."""

from __future__ import annotations

import contextlib
import os
import subprocess
from typing import TYPE_CHECKING

import pytest
from websockets.exceptions import ConnectionClosed

from tests.relay.processes import Class, Peer, RelayProcess, new_id, new_token

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path


async def _posted(classroom: Class) -> list[str]:
    return [e["hidden"]["text"] for e in await classroom.log() if e["type"] == "discussion.posted"]


async def _tolerant_ask(peer: Peer, command_id: str, text: str) -> dict[str, object] | None:
    try:
        return await peer.ask("discussion.post", command_id, channel="main", text=text)
    except ConnectionClosed:
        return None


@pytest.mark.parametrize("fault", ["before_append", "after_append", "after_ack", "during_snapshot"])
async def test_a_relay_killed_at_the_worst_moment_loses_and_doubles_nothing(
    own_relay: RelayProcess, fault: str
) -> None:
    classroom = Class(own_relay)
    host = await classroom.start()
    token = new_token()
    ana = await classroom.join("Ana", token)
    first = await ana.ask("discussion.post", channel="main", text="before")
    assert first["t"] == "ack"
    await host.close()
    await ana.close()
    own_relay.kill()

    own_relay.start("tests.relay.faulty_relay", "--fault", fault)
    ana = await classroom.hello(token)
    watching = await classroom.hello(classroom.host_token, **{"as": "replica"})
    await watching.reads_up_to(watching.welcome["seq"])
    asked = {new_id(): f"text {n}" for n in range(8)}
    answers = {command_id: await _tolerant_ask(ana, command_id, text) for command_id, text in asked.items()}
    assert own_relay.died() == -9
    assert None in answers.values()
    await watching.close()
    await ana.close()

    own_relay.start()
    ana = await classroom.hello(token)
    for command_id, text in asked.items():
        again = await ana.ask("discussion.post", command_id, channel="main", text=text)
        assert again["t"] == "ack"
        if answers[command_id] is not None:
            assert again == answers[command_id]
        reused = await ana.ask("discussion.post", command_id, channel="main", text="other words")
        assert reused["code"] == "id_reused"
    assert sorted(await _posted(classroom)) == sorted(["before", *asked.values()])
    await ana.sees("class.discussion.older", None)
    shown = [message["text"] for message in ana.documents["class"]["discussion"]["messages"].values()]
    assert sorted(shown) == sorted(["before", *asked.values()])
    await ana.close()


async def test_commands_sent_twice_on_two_devices_happen_once(classroom: Class) -> None:
    host = await classroom.start()
    token = new_token()
    phone, laptop = await classroom.join("Ana", token), await classroom.hello(token)
    command_id = new_id()
    answers = [await peer.ask("discussion.post", command_id, channel="main", text="hi") for peer in (phone, laptop)]
    assert answers[0] == answers[1]
    assert await _posted(classroom) == ["hi"]
    for peer in (phone, laptop, host):
        await peer.close()


async def test_what_became_of_a_command_can_be_asked_after(classroom: Class) -> None:
    host = await classroom.start()
    ana, bob = await classroom.join("Ana"), await classroom.join("Bob")
    command_id = new_id()
    await ana.say({"t": "ask", "id": command_id})
    assert (await ana.until("unknown", "ack", "refused"))["t"] == "unknown"
    done = await ana.ask("discussion.post", command_id, channel="main", text="hi")
    await ana.say({"t": "ask", "id": command_id})
    assert await ana.until("unknown", "ack", "refused") == done
    await bob.say({"t": "ask", "id": command_id})
    assert (await bob.until("unknown", "ack", "refused"))["t"] == "unknown"
    for peer in (ana, bob, host):
        await peer.close()


@pytest.fixture
def small_disk(tmp_path: Path) -> Iterator[Path]:
    """A disk of six megabytes."""
    folder = tmp_path / "disk"
    folder.mkdir()
    if (
        os.geteuid() != 0
        or subprocess.run(["mount", "-t", "tmpfs", "-o", "size=6m", "tmpfs", folder], check=False).returncode
    ):
        pytest.skip("mounting a small disk wants root")
    yield folder
    subprocess.run(["umount", "-l", folder], check=True)


def _fill(path: Path) -> None:
    """Write until nothing more goes on the disk."""
    with contextlib.suppress(OSError), path.open("wb", buffering=0) as file:
        while True:
            file.write(b"x" * 4096)


async def test_a_full_disk_is_told_and_nothing_is_lost_or_doubled(small_disk: Path) -> None:
    relay = RelayProcess(small_disk / "data").start()
    try:
        classroom = Class(relay)
        host = await classroom.start()
        ana = await classroom.join("Ana")
        assert (await ana.ask("discussion.post", channel="main", text="before"))["t"] == "ack"
        ballast = small_disk / "ballast"
        _fill(ballast)
        texts = {new_id(): f"{n} " + "long " * 600 for n in range(6)}
        answers = {i: await ana.ask("discussion.post", i, channel="main", text=t) for i, t in texts.items()}
        failed = {i for i, answer in answers.items() if answer["t"] == "refused"}
        assert failed
        assert {(answers[i]["code"], answers[i]["final"]) for i in failed} == {("storage_failed", False)}
        ballast.unlink()
        for command_id in failed:
            assert (await ana.ask("discussion.post", command_id, channel="main", text=texts[command_id]))["t"] == "ack"
        assert sorted(await _posted(classroom)) == sorted(["before", *(t.strip() for t in texts.values())])
        shown = ana.documents["class"]["discussion"]["messages"].values()
        assert sorted(m["text"] for m in shown) == sorted(["before", *(t.strip() for t in texts.values())])
        await ana.close()
        await host.close()
    finally:
        relay.kill()
