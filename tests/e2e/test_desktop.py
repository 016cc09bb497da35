"""The desktop with its relay: classes survive what happens to either, and two desktops never share a folder."""

from __future__ import annotations

import asyncio
import shutil
import signal
import sys
from typing import TYPE_CHECKING

import pytest

from app.domain.discussion.commands import PostMessage
from app.domain.kernel.words import MAIN, Phase, Role
from app.domain.roster.commands import InviteMember
from app.domain.roster.state import RosterState
from app.domain.session.commands import StartSession
from app.relay.embedded import is_running
from app.storage.errors import StorageLocked
from app.sync.connection import Online, TurnedAway
from app.sync.links import SeatLink, new_token, token_hash, write_link
from tests.architecture.files import ROOT
from tests.e2e.windows import Windows, end_relay, kill_relay, qt, relay_runs, texts, until
from ui.desktop import Launch, LeaveQuestion, open_desktop
from ui.session.join import LobbyStrip
from ui.shell.panels import Mode

if TYPE_CHECKING:
    from pathlib import Path

pytestmark = pytest.mark.usefixtures("qapp")


async def test_a_class_is_started_joined_led_and_found_again_in_review(tmp_path: Path):
    """From an empty folder to the record of a class, in one window."""
    async with Windows(own_relays=True) as windows:
        desktop = await windows.open(tmp_path / "data")
        one = await windows.start(desktop)
        assert desktop.window.mode is Mode.LIVE
        page = desktop.window.page(Mode.LIVE)
        assert page is not None
        strip = page.findChild(LobbyStrip)
        assert strip is not None
        assert strip.isVisible()

        learner = await windows.learner(one)
        await until(lambda: one.client.world.state(RosterState).present == 2)
        await one.client.do(StartSession())
        learner.submit(PostMessage(channel=MAIN, text="hello"))
        await until(lambda: texts(one.client) == ["hello"])
        await until(lambda: not strip.isVisible())
        await windows.close(desktop, LeaveQuestion.END)

        await until(lambda: not relay_runs(tmp_path / "data"))
        again = await windows.open(tmp_path / "data")
        assert again.desk.shown is None
        assert [(seat.title, seat.ended) for seat in again.desk.seats] == [("Giving feedback", True)]
        again.past.open(one.client.session)
        await until(lambda: again.past.current is not None)


async def test_a_class_left_running_is_there_when_the_window_opens_again(tmp_path: Path):
    async with Windows(own_relays=True) as windows:
        desktop = await windows.open(tmp_path / "data")
        one = await windows.start(desktop)
        await windows.close(desktop, LeaveQuestion.LEAVE)

        assert relay_runs(tmp_path / "data")
        again = await windows.open(tmp_path / "data")
        assert again.desk.shown is not None
        assert again.desk.shown.client.session == one.client.session
        assert again.window.mode is Mode.LIVE


async def test_a_window_stays_when_its_person_thinks_better_of_it(tmp_path: Path):
    async with Windows(own_relays=True) as windows:
        desktop = await windows.open(tmp_path / "data")
        await windows.start(desktop)
        desktop.window.close()
        await until(lambda: any(question.isVisible() for question in desktop.window.findChildren(LeaveQuestion)))
        for question in desktop.window.findChildren(LeaveQuestion):
            question.buttons[LeaveQuestion.STAY].click()
        await until(lambda: not any(question.isVisible() for question in desktop.window.findChildren(LeaveQuestion)))

        assert desktop.window.isVisible()
        assert not desktop.is_shut


async def test_a_killed_relay_is_started_again_and_the_class_goes_on(tmp_path: Path):
    """What is said meanwhile arrives once, and learners come back by themselves."""
    async with Windows(own_relays=True) as windows:
        data = tmp_path / "data"
        desktop = await windows.open(data)
        one = await windows.start(desktop)
        learner = await windows.learner(one)
        await one.client.do(StartSession())
        killed = kill_relay(data)
        await until(lambda: not isinstance(one.client.connection, Online))
        one.client.submit(PostMessage(channel=MAIN, text="meanwhile"))
        learner.submit(PostMessage(channel=MAIN, text="from a phone"))

        await until(lambda: sorted(texts(one.client)) == ["from a phone", "meanwhile"])
        assert not is_running(killed)
        assert isinstance(one.client.connection, Online)


async def test_a_killed_desktop_comes_back_where_it_was(tmp_path: Path):
    """Its relay lives on, the same class is shown at once, and what waited to be sent is sent."""
    async with Windows(own_relays=True) as windows:
        data = tmp_path / "data"
        command = [sys.executable, "-m", "tests.e2e.desktop_process", str(data)]
        process = await asyncio.create_subprocess_exec(*command, cwd=ROOT, stdout=asyncio.subprocess.PIPE)
        try:
            assert process.stdout is not None
            async with asyncio.timeout(60):
                session = (await process.stdout.readline()).decode().strip()
            process.send_signal(signal.SIGKILL)
            await process.wait()
            assert relay_runs(data)

            desktop = await windows.open(data)
            one = desktop.desk.shown
            assert one is not None
            assert one.client.session == session
            assert one.session.phase is Phase.LIVE
            await until(lambda: texts(one.client) == ["before", "while cut off"])
            await until(lambda: not one.client.pending)
        finally:
            if process.returncode is None:
                process.kill()
                await process.wait()
            await end_relay(data)


async def test_a_second_desktop_on_one_folder_is_refused_and_the_first_notices_nothing(tmp_path: Path):
    async with Windows(own_relays=True) as windows:
        data = tmp_path / "data"
        desktop = await windows.open(data)
        one = await windows.start(desktop)
        with pytest.raises(StorageLocked):
            await open_desktop(qt(), Launch(data, "en"))

        await one.client.do(StartSession())
        assert one.session.phase is Phase.LIVE


async def test_a_colleagues_copy_takes_a_class_over_when_its_relay_is_gone_for_good(tmp_path: Path):
    """The second desktop seeds its own relay, and the class goes on there with everything that was said."""
    async with Windows(own_relays=True) as windows:
        first, second = tmp_path / "first", tmp_path / "second"
        host = await windows.open(first)
        one = await windows.start(host)
        await one.client.do(StartSession())
        await one.client.do(PostMessage(channel=MAIN, text="before"))
        token = new_token()
        await one.client.do(InviteMember(name="Karim", role=Role.COFACILITATOR, token_hash=token_hash(token)))
        colleague = await windows.open(second)
        link = write_link(SeatLink(one.client.connection_base, one.client.session, token))
        theirs = await colleague.desk.join_class(link)
        await until(lambda: texts(theirs.client) == ["before"] and theirs.client.stored_seq == theirs.client.world.seq)
        await until(lambda: bool(theirs.session.standby) and not theirs.client.pending)

        await windows.close(host, LeaveQuestion.LEAVE)
        kill_relay(first)
        await until(lambda: not relay_runs(first))
        shutil.rmtree(first / "relay")
        await until(lambda: not isinstance(theirs.client.connection, Online))
        await colleague.desk.take_over(theirs)
        await theirs.client.do(PostMessage(channel=MAIN, text="after"))

        assert texts(theirs.client) == ["before", "after"]
        assert theirs.client.world.epoch == 2
        assert colleague.desk.is_local(theirs)


async def test_a_relay_that_lost_its_folder_gets_the_class_back_from_its_own_desktop(tmp_path: Path):
    """The relay starts anew with nothing; the desktop beside it has everything."""
    async with Windows(own_relays=True) as windows:
        data = tmp_path / "data"
        desktop = await windows.open(data)
        one = await windows.start(desktop)
        await one.client.do(PostMessage(channel=MAIN, text="before"))
        await until(lambda: one.client.stored_seq == one.client.world.seq)
        kill_relay(data)
        shutil.rmtree(data / "relay")
        await until(lambda: isinstance(one.client.connection, TurnedAway))
        await desktop.desk.take_over(one)
        await one.client.do(PostMessage(channel=MAIN, text="after"))

        assert texts(one.client) == ["before", "after"]
