"""What an operator does: watch, copy a relay that runs, check a folder, stand behind a proxy."""

from __future__ import annotations

import asyncio
import sqlite3
import urllib.error
import urllib.request
from typing import TYPE_CHECKING

import pytest
from websockets.asyncio.client import connect

from app.relay.access import FREE_FAILURES
from app.relay.upkeep import NotCopied, backup, check, restore
from tests.relay.processes import Class, Peer, RelayProcess

if TYPE_CHECKING:
    from pathlib import Path


async def _talk(relay: RelayProcess) -> Class:
    classroom = Class(relay)
    host = await classroom.start()
    ana = await classroom.join("Ana")
    for n in range(3):
        assert (await ana.ask("discussion.post", channel="main", text=f"text {n}"))["t"] == "ack"
    await ana.close()
    await host.close()
    return classroom


def _get(url: str) -> str:
    with urllib.request.urlopen(url) as answer:  # noqa: S310 (our own relay)
        return str(answer.read().decode())


async def test_a_copy_of_a_running_relay_runs_in_its_place(tmp_path: Path) -> None:
    relay = RelayProcess(tmp_path / "data").start()
    classroom = await _talk(relay)
    shares: list[float] = []
    backup(relay.data, tmp_path / "copy", shares.append)
    before = await classroom.log()
    relay.kill()

    restore(tmp_path / "copy", tmp_path / "again")
    again = RelayProcess(tmp_path / "again").start()
    try:
        classroom.relay = again
        assert again.key == (relay.data / "relay.key").read_text().strip()
        texts = [e["hidden"]["text"] for e in await classroom.log() if e["type"] == "discussion.posted"]
        assert texts == [e["hidden"]["text"] for e in before if e["type"] == "discussion.posted"]
        assert texts == ["text 0", "text 1", "text 2"]
        assert shares[-1] == 1.0
        assert not (tmp_path / "copy" / "masks").exists()
    finally:
        again.kill()


async def test_a_check_names_the_first_record_that_was_changed(tmp_path: Path) -> None:
    relay = RelayProcess(tmp_path / "data").start()
    classroom = await _talk(relay)
    (whole,) = check(relay.data)
    relay.kill()
    with sqlite3.connect(relay.data / "relay.db") as database:
        database.execute(
            "UPDATE records SET body = CAST(replace(body, 'main', 'mine') AS BLOB) WHERE seq = ?", (whole.records,)
        )

    (finding,) = check(relay.data)

    assert (whole.session, whole.fault) == (classroom.session, "")
    assert (finding.records, finding.fault) == (whole.records - 1, "hash")


def test_nothing_is_overwritten_and_nothing_made_of_nothing(tmp_path: Path) -> None:
    (tmp_path / "full").mkdir()
    (tmp_path / "full" / "mine").write_text("mine")
    (tmp_path / "relay.db").write_bytes(b"")

    with pytest.raises(NotCopied, match="no_relay"):
        backup(tmp_path / "nowhere", tmp_path / "copy")
    with pytest.raises(NotCopied, match="not_empty"):
        backup(tmp_path, tmp_path / "full")
    with pytest.raises(NotCopied, match="no_backup"):
        restore(tmp_path / "full", tmp_path / "again")
    assert (tmp_path / "full" / "mine").read_text() == "mine"


async def test_counts_stand_on_a_port_of_this_machine_alone(tmp_path: Path) -> None:
    relay = RelayProcess(tmp_path / "data", "app.relay", "--metrics-port", "0").start()
    try:
        await _talk(relay)
        told = await asyncio.to_thread(_get, f"http://127.0.0.1:{relay.metrics_port}/metrics")
        counts = dict(line.rsplit(" ", 1) for line in told.splitlines() if not line.startswith("#"))
        # The start of the class and three messages were asked for.
        assert float(counts["cercle_commands_total"]) == 4
        assert float(counts["cercle_events_total"]) >= 7
        assert float(counts['cercle_sessions{phase="live"}']) == 1
        with pytest.raises(urllib.error.HTTPError, match="404"):
            await asyncio.to_thread(_get, f"{relay.http}/metrics")
    finally:
        relay.kill()


async def test_behind_a_proxy_of_ones_own_who_guesses_is_told_apart(tmp_path: Path) -> None:
    relay = RelayProcess(tmp_path / "data", "app.relay", "--trusted-proxy", "127.0.0.1").start()
    try:
        classroom = Class(relay)
        host = await classroom.start()

        async def guesses(address: str) -> str:
            headers = {"X-Forwarded-For": f"203.0.113.9, {address}"}
            async with connect(relay.url, compression=None, additional_headers=headers) as socket:
                peer = Peer(socket)
                await peer.say({"t": "peek", "v": 1, "code": "NOPE"})
                return str((await peer.until("refused"))["code"])

        codes = [await guesses("198.51.100.7") for _ in range(FREE_FAILURES + 2)]
        assert codes[0] == "unknown_code"
        assert codes[-1] == "too_many_attempts"
        assert await guesses("198.51.100.8") == "unknown_code"
        await host.close()
    finally:
        relay.kill()
