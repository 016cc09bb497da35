"""The desktop where a disk, a network or a relay's address is not what it was."""

from __future__ import annotations

import asyncio
import json
import os
import shutil
import sqlite3
import subprocess
import sys
import tempfile
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

from app.domain.discussion.commands import PostMessage
from app.domain.kernel.words import MAIN
from app.domain.session.commands import EndSession, StartSession
from app.sync.connection import Online
from app.sync.opening import NewSession
from tests.architecture.files import ROOT
from tests.e2e.windows import HERE, Windows, texts, until
from tests.relay.processes import RelayProcess
from ui.session.desk import HostedRelay
from ui.session.home import LIBRARY_NAME
from ui.session.join import LobbyStrip
from ui.session.network import LocalAddress, Network
from ui.shell.settings import Settings, SettingsFile
from ui.widgets.labels import Label

if TYPE_CHECKING:
    from collections.abc import Iterator

pytestmark = pytest.mark.usefixtures("qapp")

NOBODY = 65534


@pytest.fixture
def open_place() -> Iterator[Path]:
    """A folder that anybody can reach; pytest's own are closed to others."""
    with tempfile.TemporaryDirectory(dir="/tmp") as name:
        Path(name).chmod(0o755)
        yield Path(name)


@pytest.fixture
def small_disk(tmp_path: Path) -> Iterator[Path]:
    """A file system of four megabytes; skips where this process may not mount one."""
    place = tmp_path / "small"
    place.mkdir()
    mount = ["mount", "-t", "tmpfs", "-o", "size=4m", "cercle-test", str(place)]
    if subprocess.run(mount, capture_output=True, check=False).returncode != 0:
        pytest.skip("mounting needs more rights than this process has")
    yield place
    subprocess.run(["umount", str(place)], check=True)


async def with_a_past_class(data: Path) -> None:
    """Leave a class that is over in a folder, whose person reads French."""
    async with Windows(own_relays=True) as windows:
        SettingsFile(data).save(Settings(language="fr"))
        desktop = await windows.open(data)
        one = await windows.start(desktop)
        await one.client.do(PostMessage(channel=MAIN, text="kept"))
        await one.client.do(EndSession())
        await until(lambda: one.client.stored_seq == one.client.world.seq)


async def still_there(data: Path) -> None:
    """Find the class again, with all that was said."""
    async with Windows(own_relays=True) as windows:
        desktop = await windows.open(data)
        (seat,) = desktop.past.seats
        desktop.past.open(seat.session)
        await until(lambda: desktop.past.current is not None)


async def trouble(data: Path, user: int = 0) -> dict[str, Any]:
    """Open a folder in another process, and return what its dialog said."""
    command = [sys.executable, "-m", "tests.e2e.desktop_trouble_process", str(data), str(user)]
    process = await asyncio.create_subprocess_exec(*command, cwd=ROOT, stdout=asyncio.subprocess.PIPE)
    try:
        async with asyncio.timeout(40):
            written, _ = await process.communicate()
    finally:
        if process.returncode is None:
            process.kill()
            await process.wait()
    assert process.returncode == 0
    told: dict[str, Any] = json.loads(written)
    return told


def says(told: dict[str, Any], code: str, words: str, data: Path) -> bool:
    """Whether a dialog names the trouble in French, its code and its folder."""
    said = "\n".join(told["said"])
    return told["code"] == code and all(each in said for each in ("Cercle ne peut pas", words, code, str(data)))


async def test_a_folder_that_may_not_be_written_is_told_and_left_as_it_is(open_place: Path):
    if os.geteuid() != 0:
        pytest.skip("another user is needed")
    data = open_place / "data"
    await with_a_past_class(data)
    for path in (data, *data.rglob("*")):
        path.chmod(0o555 if path.is_dir() else 0o444)
    before = (data / LIBRARY_NAME).read_bytes()
    told = await trouble(data, NOBODY)

    assert says(told, "storage_read_only", "droits", data)
    assert (data / LIBRARY_NAME).read_bytes() == before
    for path in (data, *data.rglob("*")):
        path.chmod(0o755 if path.is_dir() else 0o644)
    await still_there(data)


async def test_a_full_disk_is_told_and_the_class_is_there_when_there_is_room(small_disk: Path):
    data = small_disk / "data"
    await with_a_past_class(data)
    shutil.rmtree(data / "relay")
    ballast = small_disk / "ballast"
    with pytest.raises(OSError, match="No space left"):
        ballast.write_bytes(bytes(8_000_000))
    (data / "lock").unlink()
    told = await trouble(data)

    assert says(told, "storage_full", "plein", data)
    ballast.unlink()
    await still_there(data)


def dated(data: Path, version: str) -> str:
    """Say which version wrote a library, and return what it said before."""
    with sqlite3.connect(data / LIBRARY_NAME) as file:
        (before,) = file.execute("SELECT version_num FROM alembic_version").fetchone()
        file.execute("UPDATE alembic_version SET version_num = ?", (version,))
    file.close()
    return str(before)


async def test_a_folder_of_a_newer_version_is_told_and_left_as_it_is(tmp_path: Path):
    data = tmp_path / "data"
    await with_a_past_class(data)
    ours = dated(data, "9001")
    before = (data / LIBRARY_NAME).read_bytes()
    told = await trouble(data)

    assert says(told, "storage_newer", "plus récente", data)
    assert (data / LIBRARY_NAME).read_bytes() == before
    dated(data, ours)
    await still_there(data)


async def test_a_class_goes_on_when_its_relay_has_moved_to_another_address(tmp_path: Path):
    """What was said before is there, what is said after arrives, and the next start goes to the new address."""
    place = tmp_path / "hosted"
    place.mkdir()
    first = RelayProcess(place / "data").start()
    async with Windows(own_relays=True) as windows:
        windows.closing.callback(first.kill)
        desktop = await windows.open(tmp_path / "data")
        new = NewSession(title="At a distance", name="Claire", language="en", nearby=False)
        one = await desktop.desk.start_there(new, HostedRelay(first.http, first.key))
        await one.client.do(StartSession())
        await one.client.do(PostMessage(channel=MAIN, text="before"))
        first.kill()
        await until(lambda: not isinstance(one.client.connection, Online))
        one.client.submit(PostMessage(channel=MAIN, text="meanwhile"))
        second = RelayProcess(place / "data").start()
        windows.closing.callback(second.kill)
        assert second.http != first.http
        await desktop.desk.move(one, second.http)
        moved = desktop.desk.shown
        assert moved is not None
        assert moved is not one
        await moved.client.do(PostMessage(channel=MAIN, text="after"))

        await until(lambda: texts(moved.client) == ["before", "meanwhile", "after"])
        assert desktop.window.windowTitle().startswith("At a distance")
        (seat,) = desktop.desk.seats
        assert (seat.relay, seat.local) == (second.http, False)


async def test_a_host_who_changes_networks_gives_the_class_its_new_address(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
):
    """The strip shows the new link by itself; an address that still holds is never changed."""
    cable = LocalAddress("192.168.77.6", Network.CABLE, "eth0")
    wifi = LocalAddress("192.168.77.7", Network.WIFI, "wlan0")
    here = [cable, HERE]
    monkeypatch.setattr("ui.session.desk.local_addresses", lambda: tuple(here))
    monkeypatch.setattr("ui.session.desk.LOOK_EVERY", 0.05)
    async with Windows(own_relays=True) as windows:
        desktop = await windows.open(tmp_path)
        rehearsed = await windows.start(desktop)
        new = NewSession(title="Giving feedback", name="Claire", language="en")
        one = await desktop.desk.start_here(new, cable)
        status = desktop.desk.relay_status
        assert status is not None
        await until(lambda: one.session.address == cable.base(status.port) and not one.client.pending)
        here[0] = wifi
        await until(lambda: one.session.address == wifi.base(status.port) and not one.client.pending)

        strip = desktop.window.findChild(LobbyStrip)
        assert strip is not None
        await until(lambda: any(f"//{wifi.host}:" in label.text() for label in strip.findChildren(Label)))
        assert (await windows.learner(one)).member
        assert rehearsed.session.address == HERE.base(status.port)
