"""A class at a distance: created at a hosted relay from the sheet, opened at its hour, its links always labelled."""

from __future__ import annotations

import asyncio
import contextlib
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QDateTime
from PySide6.QtWidgets import QLabel

from app.domain.kernel.words import Phase
from app.domain.session.commands import SetAddress
from app.domain.session.decider import SessionState
from app.sync.opening import NewSession
from tests.e2e.widgets import Hands
from tests.e2e.windows import HERE, WITHIN, Windows, qt, relay_runs, until
from tests.relay.processes import RelayProcess
from ui.desktop import LeaveQuestion
from ui.projector.window import Projector
from ui.session.desk import HostedRelay
from ui.session.join import JoinDialog, LobbyStrip
from ui.session.reach import Reach, reach, reach_of, reach_text
from ui.session.start import THERE, StartSheet
from ui.shell.panels import Mode
from ui.widgets.banner import Banner

if TYPE_CHECKING:
    from collections.abc import AsyncIterator, Iterator
    from pathlib import Path

    from PySide6.QtWidgets import QWidget

    from ui.desktop import Desktop
    from ui.session.desk import OpenClass

pytestmark = pytest.mark.usefixtures("qapp")


@pytest.fixture
def hosted(tmp_path: Path) -> Iterator[RelayProcess]:
    """A relay of somebody else's, as its own process."""
    folder = tmp_path / "hosted"
    folder.mkdir()
    relay = RelayProcess(folder / "data").start()
    yield relay
    relay.kill()


@contextlib.asynccontextmanager
async def silent_port() -> AsyncIterator[tuple[int, list[asyncio.StreamWriter]]]:
    """A port that accepts and never answers, as behind a firewall that swallows."""
    writers: list[asyncio.StreamWriter] = []
    server = await asyncio.start_server(lambda _reader, writer: writers.append(writer), "127.0.0.1", 0)
    try:
        yield server.sockets[0].getsockname()[1], writers
    finally:
        server.close()
        for writer in writers:
            writer.close()


async def sheet_of(desktop: Desktop, address: str, key: str) -> StartSheet:
    """Open the sheet and fill it in for a class at a distance."""
    desktop.entrance.start()
    sheet = await Hands(desktop.window).find(StartSheet)
    sheet.title.set_text("Negotiating at a distance")
    sheet.name.set_text("Claire")
    sheet.where.choose(THERE)
    sheet.where.chosen.emit(THERE)
    sheet.there.address.set_text(address)
    sheet.there.key.set_text(key)
    return sheet


def trouble(sheet: StartSheet) -> str:
    """Return what the sheet says went wrong; empty when nothing did."""
    return "".join(banner.text for banner in sheet.findChildren(Banner) if banner.isVisible())


async def test_a_class_is_created_at_a_hosted_relay_and_found_there_again(tmp_path: Path, hosted: RelayProcess):
    """Through a tunnel on this very computer too: it is the relay that was named, never this desktop's own."""
    async with Windows() as windows:
        desktop = await windows.open(tmp_path / "data")
        sheet = await sheet_of(desktop, hosted.http, hosted.key)
        sheet.go.click()
        await until(lambda: desktop.desk.shown is not None)
        one = desktop.desk.shown
        assert one is not None
        await until(lambda: one.session.phase is Phase.LOBBY and not one.client.pending)
        assert one.client.connection_base == hosted.http
        assert not one.session.nearby
        assert not desktop.desk.is_local(one)
        learner = await windows.learner(one)
        assert learner.member

        await windows.close(desktop, LeaveQuestion.LEAVE)
        again = await windows.open(tmp_path / "data")
        assert again.desk.shown is not None
        assert again.desk.shown.client.connection_base == hosted.http


async def test_a_wrong_key_is_told_and_put_right_in_the_same_sheet(tmp_path: Path, hosted: RelayProcess):
    async with Windows() as windows:
        desktop = await windows.open(tmp_path / "data")
        sheet = await sheet_of(desktop, hosted.http, "no key at all")
        sheet.go.click()
        await until(lambda: "does not accept this key" in trouble(sheet))
        shelf = desktop.desk.home.shelf
        assert await shelf.run(shelf.library.seats) == []
        assert not desktop.desk.open_classes

        sheet.there.key.set_text(hosted.key)
        sheet.go.click()
        await until(lambda: desktop.desk.shown is not None)
        assert len(await shelf.run(shelf.library.seats)) == 1


async def test_a_relay_that_is_not_there_is_told_and_nothing_is_kept(tmp_path: Path, hosted: RelayProcess):
    async with Windows() as windows:
        desktop = await windows.open(tmp_path / "data")
        key, nobody = hosted.key, hosted.http
        hosted.kill()
        sheet = await sheet_of(desktop, nobody, key)
        sheet.go.click()
        await until(lambda: "No Cercle relay answers" in trouble(sheet))
        assert sheet.isVisible()
        sheet.there.address.set_text("not an address at all")
        sheet.go.click()
        await until(lambda: bool(sheet.there.address.error))
        shelf = desktop.desk.home.shelf
        assert await shelf.run(shelf.library.seats) == []
        assert desktop.desk.seats == ()
        sheet.reject()


async def test_who_cancels_while_a_relay_keeps_silent_keeps_nothing(tmp_path: Path):
    async with Windows() as windows, silent_port() as (port, writers):
        desktop = await windows.open(tmp_path / "data")
        sheet = await sheet_of(desktop, f"http://127.0.0.1:{port}", "key")
        sheet.go.click()
        await until(lambda: bool(writers))
        shelf = desktop.desk.home.shelf
        assert len(await shelf.run(shelf.library.seats)) == 1
        sheet.reject()
        async with asyncio.timeout(WITHIN):
            while await shelf.run(shelf.library.seats):
                continue
        assert not desktop.desk.open_classes


async def test_a_lobby_opens_at_its_hour_with_nobody_at_the_window(tmp_path: Path):
    """The window may be closed meanwhile, and shows the class when it opens again."""
    async with Windows() as windows:
        data = tmp_path / "data"
        desktop = await windows.open(data)
        soon = QDateTime.currentMSecsSinceEpoch() + 2500
        new = NewSession(title="Giving feedback", name="Claire", language="en", opens_at=soon)
        one = await desktop.desk.start_here(new, HERE)
        assert one.session.phase is Phase.CREATED
        await windows.close(desktop, LeaveQuestion.LEAVE)

        assert relay_runs(data)
        again = await windows.open(data)
        assert again.desk.shown is not None
        client = again.desk.shown.client
        await until(lambda: client.world.state(SessionState).phase is Phase.LOBBY)
        assert not client.pending
        assert (await windows.learner(again.desk.shown)).member


async def test_a_distant_hour_stands_in_the_class_that_the_sheet_starts(tmp_path: Path, hosted: RelayProcess):
    async with Windows() as windows:
        desktop = await windows.open(tmp_path / "data")
        sheet = await sheet_of(desktop, hosted.http, hosted.key)
        sheet.later.setChecked(True)
        assert sheet.opens_at.isVisible()
        sheet.opens_at.setDateTime(QDateTime.currentDateTime().addDays(2))
        at = sheet.opens_at.dateTime().toMSecsSinceEpoch()
        sheet.go.click()
        await until(lambda: desktop.desk.shown is not None)
        one = desktop.desk.shown
        assert one is not None
        assert one.session.phase is Phase.CREATED
        assert one.session.opens_at == at


def labels(among: QWidget) -> list[str]:
    """Return what the labels of a widget say."""
    return [label.text() for label in among.findChildren(QLabel)]


def shown_links(desktop: Desktop) -> list[QWidget]:
    """Return everything in which a link can be read or scanned."""
    desktop.window.actions_.run("session.code")
    found: list[QWidget] = [*desktop.window.findChildren(LobbyStrip), *desktop.window.findChildren(JoinDialog)]
    found += [widget for widget in qt().topLevelWidgets() if isinstance(widget, Projector)]
    return found


async def labelled(desktop: Desktop, one: OpenClass, wanted: Reach) -> None:
    """Wait until every place that shows the link says from where it works."""
    text, _ = reach_text(reach_of(one.bridge))
    assert reach(reach_of(one.bridge).base) is wanted
    places = shown_links(desktop)
    assert len(places) == 3
    await until(lambda: all(text in labels(place) for place in places))


async def test_a_local_link_is_labelled_wherever_it_is_shown(tmp_path: Path, hosted: RelayProcess):
    """Strip, dialog and full size, at each address that the class comes to have."""
    async with Windows() as windows:
        desktop = await windows.open(tmp_path / "data")
        new = NewSession(title="At a distance", name="Claire", language="en", nearby=False)
        one = await desktop.desk.start_there(new, HostedRelay(hosted.http, hosted.key))
        await until(lambda: bool(one.session.code))
        desktop.window.show_mode(Mode.LIVE)
        await Hands(desktop.window).press("Full size")
        await labelled(desktop, one, Reach.HERE)
        for address, wanted in (
            ("http://192.168.1.20:8737", Reach.ROOM),
            ("https://relay.example.org", Reach.WORLD),
        ):
            await one.client.do(SetAddress(address=address, nearby=False))
            await labelled(desktop, one, wanted)
