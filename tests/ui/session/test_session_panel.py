"""The session's panels on a real class: steps, notices that ask, and the sheet that starts one."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt

from app.domain.kernel.words import Phase
from app.domain.session.commands import EndSession, PauseSession, SetTitle
from app.domain.session.decider import SessionState
from app.sync.changes import Notice, NoticeKind
from app.sync.outbox import EntryState
from tests.e2e.windows import Windows, until
from ui.session.classes import ClassesPanel
from ui.session.join import JoinDialog, LobbyStrip
from ui.session.notices import Notices
from ui.session.start import StartSheet
from ui.session.topbar import SessionSteps
from ui.session.words import phase_text
from ui.shell.panels import Mode
from ui.widgets.buttons import Button
from ui.widgets.rows import RowsView

if TYPE_CHECKING:
    from pathlib import Path

    from PySide6.QtWidgets import QWidget

    from app.sync.client import StaffClient
    from ui.desktop import Desktop

pytestmark = pytest.mark.usefixtures("qapp")


def button(among: QWidget, words: str) -> Button:
    """Find a button by its words."""
    return next(each for each in among.findChildren(Button) if each.text() == words)


def offers(among: QWidget, words: str) -> bool:
    """Whether there is a button of these words."""
    return any(each.text() == words for each in among.findChildren(Button))


def is_in(client: StaffClient, phase: Phase) -> bool:
    """Whether the relay has brought the class to a phase."""
    return client.world.state(SessionState).phase is phase


def live(desktop: Desktop) -> QWidget:
    """Return the page of the class."""
    page = desktop.window.page(Mode.LIVE)
    assert page is not None
    return page


def is_listed_as(desktop: Desktop, words: str) -> bool:
    """Whether the list of classes going on says so of the one class there is."""
    listed = desktop.window.findChild(ClassesPanel)
    assert listed is not None
    view = listed.findChild(RowsView)
    assert view is not None
    row = view.model().index(0, 0)
    return words in str(row.data(Qt.ItemDataRole.DisplayRole) or row.data(Qt.ItemDataRole.AccessibleTextRole))


async def test_the_button_in_the_bar_leads_a_class_through_its_life(tmp_path: Path):
    async with Windows() as windows:
        desktop = await windows.open(tmp_path)
        one = await windows.start(desktop)
        steps = desktop.window.findChild(SessionSteps)
        assert steps is not None
        for words, phase in (("Start", Phase.LIVE), ("Pause", Phase.PAUSED), ("Resume", Phase.LIVE)):
            await until(partial(offers, steps, words))
            button(steps, words).click()
            await until(partial(is_in, one.client, phase))
            await until(partial(is_listed_as, desktop, phase_text(phase)))


async def test_a_code_is_shown_in_the_lobby_and_in_its_dialog(tmp_path: Path):
    async with Windows() as windows:
        desktop = await windows.open(tmp_path)
        one = await windows.start(desktop)
        desktop.window.actions_.run("session.code")
        for widget in (desktop.window.findChild(JoinDialog), live(desktop).findChild(LobbyStrip)):
            assert widget is not None
            assert any(getattr(each, "text", str)() == one.client.code for each in widget.children())


async def test_a_doubted_command_is_done_when_the_person_still_means_it(tmp_path: Path):
    """After a lost connection nothing is paused behind one's back: the banner asks, and its button does it."""
    async with Windows() as windows:
        desktop = await windows.open(tmp_path)
        one = await windows.start(desktop)
        desktop.window.actions_.run("session.start")
        await until(lambda: one.session.phase is Phase.LIVE and not one.client.pending)
        one.client.drop(stay_away=True)
        paused = one.client.submit(PauseSession())
        renamed = one.client.submit(SetTitle(title="Another title"))
        one.client.retry()
        await until(lambda: [each.state for each in one.client.pending] == [EntryState.PERSON] * 2)
        notices = live(desktop).findChild(Notices)
        assert notices is not None
        await until(lambda: len(notices.texts) == 2)
        first, second = notices.banner(paused.id), notices.banner(renamed.id)
        assert first is not None
        assert second is not None
        first.acted.emit()
        second.dismissed.emit()
        await until(lambda: not one.client.pending)

        assert one.session.phase is Phase.PAUSED
        assert one.session.title == "Giving feedback"
        await until(lambda: not notices.texts)


async def test_what_is_refused_is_said_and_can_be_put_away(tmp_path: Path):
    async with Windows() as windows:
        desktop = await windows.open(tmp_path)
        one = await windows.start(desktop)
        notices = live(desktop).findChild(Notices)
        assert notices is not None
        one.bridge.noticed.emit(Notice(NoticeKind.STORAGE, "storage_full"))
        assert len(notices.texts) == 1
        banner = notices.banner("notice")
        assert banner is not None
        banner.dismissed.emit()
        assert not notices.texts


async def test_the_sheet_says_beside_the_fields_what_is_missing_and_starts_nothing(tmp_path: Path):
    async with Windows() as windows:
        desktop = await windows.open(tmp_path)
        desktop.entrance.start()
        await until(lambda: desktop.window.findChild(StartSheet) is not None)
        sheet = desktop.window.findChild(StartSheet)
        assert sheet is not None
        sheet.title.set_text("")
        sheet.name.set_text("Claire")
        sheet.meeting.set_text("no link")
        sheet.go.click()
        await until(lambda: bool(sheet.title.error))
        assert sheet.meeting.error
        assert not desktop.desk.open_classes
        sheet.title.set_text("Giving feedback")
        sheet.meeting.set_text("https://meet.example.org/x")
        await until(lambda: sheet.here.chosen.host != "")
        sheet.go.click()
        await until(lambda: bool(desktop.desk.open_classes))
        (one,) = desktop.desk.open_classes
        await until(lambda: one.session.phase is Phase.LOBBY)
        assert one.session.meeting_link == "https://meet.example.org/x"


async def test_a_class_that_is_over_can_be_closed_and_stands_in_review(tmp_path: Path):
    async with Windows() as windows:
        desktop = await windows.open(tmp_path)
        one = await windows.start(desktop)
        await one.client.do(EndSession())
        await until(lambda: any(each.text() == "Close this class" for each in live(desktop).findChildren(Button)))
        button(live(desktop), "Close this class").click()
        await until(lambda: desktop.desk.shown is None)
        assert desktop.window.page(Mode.LIVE) is None
        assert [seat.session for seat in desktop.past.seats] == [one.client.session]
