"""The relay's folder and end: what cannot be used is told by its code, what is erased is in no file of it."""

from __future__ import annotations

import asyncio
import contextlib
import os
import socket
import subprocess
import sys
from typing import TYPE_CHECKING

import pytest

from tests.relay.processes import WITHIN, Class, RelayProcess

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path


def _said(data: Path, *arguments: str) -> str:
    """Return what a relay says that cannot run."""
    command = [sys.executable, "-m", "app.relay", "--data", str(data), *arguments]
    ended = subprocess.run(command, capture_output=True, text=True, timeout=WITHIN, check=False)
    assert ended.returncode == 1
    assert ended.stdout == ""
    assert "Traceback" not in ended.stderr
    return ended.stderr


def test_a_second_relay_on_a_folder_is_told_so_and_the_first_lives_on(own_relay: RelayProcess) -> None:
    assert "storage_locked" in _said(own_relay.data)
    with socket.create_connection(("127.0.0.1", own_relay.port), timeout=WITHIN):
        pass


def test_a_port_in_use_is_told(own_relay: RelayProcess, tmp_path: Path) -> None:
    assert "port_in_use" in _said(tmp_path / "second", "--port", str(own_relay.port))


def test_an_address_that_is_not_this_machines_is_told(tmp_path: Path) -> None:
    assert "address_not_usable" in _said(tmp_path / "data", "--host", "192.0.2.1")


def test_a_certificate_that_is_none_is_told(tmp_path: Path) -> None:
    (tmp_path / "cert.pem").write_text("no certificate")
    assert "tls_not_usable" in _said(tmp_path / "data", "--tls-cert", str(tmp_path / "cert.pem"))
    assert "tls_not_usable" in _said(tmp_path / "data", "--tls-cert", str(tmp_path / "none.pem"))


def test_a_file_that_is_no_log_is_told_and_left_alone(tmp_path: Path) -> None:
    (tmp_path / "relay.db").write_bytes(b"somebody else's file" * 1_000)
    assert "storage_broken" in _said(tmp_path)
    assert (tmp_path / "relay.db").read_bytes() == b"somebody else's file" * 1_000


@pytest.fixture
def disk(tmp_path: Path) -> Iterator[Path]:
    """A small disk of its own."""
    folder = tmp_path / "disk"
    folder.mkdir()
    mount = ["mount", "-t", "tmpfs", "-o", "size=1m", "tmpfs", str(folder)]
    if os.geteuid() != 0 or subprocess.run(mount, check=False, capture_output=True).returncode:
        pytest.skip("mounting a disk wants root")
    yield folder
    subprocess.run(["umount", "-l", folder], check=True)


def test_a_disk_that_is_full_or_read_only_at_the_start_is_told(disk: Path) -> None:
    ballast = disk / "ballast"
    with contextlib.suppress(OSError), ballast.open("wb", buffering=0) as file:
        while True:
            file.write(b"x" * 4096)
    assert "storage_full" in _said(disk / "data")
    ballast.unlink()
    subprocess.run(["mount", "-o", "remount,ro", disk], check=True)
    assert "storage_read_only" in _said(disk / "data")


async def test_what_was_erased_is_in_no_file_and_reaches_a_replica_that_was_away(own_relay: RelayProcess) -> None:
    classroom = Class(own_relay)
    host = await classroom.start()
    ana, bob = await classroom.join("Canary-name"), await classroom.join("Bob")
    for n in range(30):
        assert (await ana.ask("discussion.post", channel="main", text=f"canary-text-{n}"))["t"] == "ack"
    away = await classroom.hello(classroom.host_token, **{"as": "replica"})
    await away.reads_up_to(away.welcome["seq"])
    have = (await classroom.log())[-1]
    await away.close()
    await host.reads_up_to(bob.seen)
    erased = await host.ask("roster.erase", member=ana.welcome["member"])
    assert erased["t"] == "ack"
    await bob.reads_up_to(erased["seq"])
    for document in (bob.documents, *[(await classroom.join("Late")).documents]):
        assert "canary" not in str(document).lower()
    assert "canary" not in str(await classroom.log()).lower()
    files = await asyncio.to_thread(lambda: {p.name: p.read_bytes() for p in own_relay.data.iterdir() if p.is_file()})
    assert [name for name, data in files.items() if b"anary" in data] == []
    assert have["seq"] < erased["seq"]
    for peer in (ana, bob, host):
        await peer.close()


async def test_a_kind_end_is_told_to_all_and_loses_nothing_that_was_asked(own_relay: RelayProcess) -> None:
    classroom = Class(own_relay)
    host = await classroom.start()
    peers = [await classroom.join(f"Learner {n}") for n in range(10)]
    asking = [
        asyncio.create_task(peer.ask("discussion.post", channel="main", text=f"{n}")) for n, peer in enumerate(peers)
    ]
    answers = [await asked for asked in asking]
    assert {a["t"] for a in answers} == {"ack"}
    assert await asyncio.to_thread(own_relay.stop) == 0
    for peer in (*peers, host):
        assert (await peer.until("bye"))["reason"] == "drain"
        await peer.close()
    own_relay.start()
    assert [e["type"] for e in await classroom.log()].count("discussion.posted") == 10
