"""A whole class led from two desktops through what one sees and presses there, with two phones."""

from __future__ import annotations

import contextlib
from typing import TYPE_CHECKING

import pytest
from playwright.async_api import async_playwright, expect
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLineEdit

from app.domain.agenda.state import AgendaState
from app.domain.kernel.words import MAIN, Phase, Role
from app.domain.moderation.events import ChannelMode
from app.domain.moderation.state import ModerationState
from app.domain.roster.state import RosterState
from app.plans.formats import sample
from app.relay.service import read_status
from app.reports.record import check, read_session
from app.storage.library import Library
from app.sync.connection import Online
from app.sync.runbook import Source
from tests.e2e.conftest import ARGUMENTS
from tests.e2e.house import WITHIN, said
from tests.e2e.phone import ENGLISH, FRENCH, Phone
from tests.e2e.widgets import Hands
from tests.e2e.windows import Windows, kill_relay, qt, until
from ui.discussion.panel import DiscussionPanel
from ui.moderation.panel import ModerationPanel
from ui.moderation.reason import ReasonForm
from ui.roster.forms import NameForm
from ui.session.ask import LineDialog
from ui.session.start import StartSheet
from ui.shell.panels import Mode

if TYPE_CHECKING:
    from pathlib import Path

    from playwright.async_api import Browser

    from ui.desktop import Desktop
    from ui.session.desk import OpenClass

pytestmark = pytest.mark.usefixtures("qapp")

PLAN = Source(sample("reading-the-news"), "plan")
"""The plan from which the class is started."""


async def start_a_class(desktop: Desktop, hands: Hands) -> OpenClass:
    desktop.entrance.start(PLAN)
    sheet = await hands.find(StartSheet)
    assert sheet.title.text() == PLAN.plan.title
    hands.type(sheet.title.edit, "Giving feedback")
    hands.type(sheet.name.edit, "Claire")
    await hands.press("Open the class")
    await until(lambda: desktop.desk.shown is not None)
    one = desktop.desk.shown
    assert one is not None
    await until(lambda: one.session.phase is Phase.LOBBY and not one.client.pending)
    agenda = one.client.world.state(AgendaState)
    assert agenda.plan == PLAN.id
    assert agenda.order == [activity.id for activity in PLAN.plan.activities]
    return one


async def bring_a_colleague(host: Hands, desktop: Desktop, hands: Hands) -> OpenClass:
    qt().clipboard().clear()
    await host.run("roster.invite_staff")
    form = await host.find(NameForm)
    host.type(form.field.edit, "Karim")
    await host.press("Copy the link")
    await until(lambda: "#s=" in qt().clipboard().text())
    desktop.entrance.join()
    dialog = await hands.find(LineDialog)
    hands.type(dialog.field.edit, qt().clipboard().text())
    await hands.press("Join")
    await until(lambda: desktop.desk.shown is not None)
    one = desktop.desk.shown
    assert one is not None
    return one


async def say(hands: Hands, text: str) -> None:
    panel = hands.window.page(Mode.LIVE)
    assert panel is not None
    (discussion,) = panel.findChildren(DiscussionPanel)
    edit = discussion.writing.composer.edit
    hands.type(edit, text)
    hands.key(edit, Qt.Key.Key_Return)
    await until(lambda: not edit.toPlainText())


async def decide(hands: Hands, one: OpenClass, text: str, key: Qt.Key, reason: str = "") -> None:
    """Go to the queue, see that its first text is this one, press the key and give the reason."""
    await hands.run("moderation.queue")
    panel = await hands.find(ModerationPanel)
    await until(lambda: bool(panel.rows.rows) and panel.rows.rows[0].text == text)
    panel.view.setCurrentIndex(panel.rows.index(0))
    item = panel.rows.rows[0].item
    hands.key(panel.view, key)
    if reason:
        form = await hands.find(ReasonForm)
        (edit,) = form.findChildren(QLineEdit)
        hands.type(edit, reason)
        hands.key(edit, Qt.Key.Key_Return)
    await until(lambda: item not in one.client.world.state(ModerationState).waiting)


async def held_texts(host: Hands, one: OpenClass, colleague: Hands, theirs: OpenClass, lea: Phone, tom: Phone) -> None:
    await host.run("moderation.hold")
    await until(lambda: theirs.client.world.state(ModerationState).mode_of(MAIN) is ChannelMode.HELD)
    for text in ("Approuvez-moi", "Canari renvoyé", "Canari refusé"):
        await lea.say(text)
        await lea.shows_note(text, FRENCH.waits)
    await decide(colleague, theirs, "Approuvez-moi", Qt.Key.Key_F)
    await decide(colleague, theirs, "Canari renvoyé", Qt.Key.Key_R, "Be kinder")
    await decide(host, one, "Canari refusé", Qt.Key.Key_D, "Off topic")
    await tom.shows_settled("Approuvez-moi")
    await lea.shows_note("Canari renvoyé", "Be kinder")
    await lea.shows_note("Canari refusé", "Off topic")
    await lea.revise("Canari renvoyé", "Dit avec douceur")
    await decide(colleague, theirs, "Dit avec douceur", Qt.Key.Key_F)
    await tom.shows_settled("Dit avec douceur")
    await lea.shows_settled("Dit avec douceur")
    await host.run("moderation.hold")
    await until(lambda: theirs.client.world.state(ModerationState).mode_of(MAIN) is ChannelMode.OPEN)


async def lead(windows: Windows, browser: Browser, first: Path, second: Path) -> str:
    """Lead the class, from an empty folder to its end; return its id."""
    desktop, other = await windows.open(first), await windows.open(second)
    host, colleague = Hands(desktop.window), Hands(other.window)
    one = await start_a_class(desktop, host)
    theirs = await bring_a_colleague(host, other, colleague)
    status = read_status(first / "relay")
    assert status is not None
    address = f"http://cercle.test:{status.port}/"
    lea, tom = await Phone.take(browser, FRENCH), await Phone.take(browser, ENGLISH)
    await lea.join_by_link(f"{address}#c={one.client.code}", "Léa")
    await tom.join_by_code(address, one.client.code, "Tom")
    await host.press("Start")

    await say(host, "Welcome")
    await lea.shows_settled("Welcome")
    await tom.reply("Welcome", "Thank you")
    await lea.shows_settled("Thank you")
    await say(colleague, "I am here too")
    await tom.shows_settled("I am here too")
    await held_texts(host, one, colleague, theirs, lea, tom)

    await tom.field.fill("Half a thought")
    kill_relay(first)
    await until(lambda: not isinstance(one.client.connection, Online))
    await lea.say("Hors ligne")
    await say(host, "Said while it was down")
    for phone in (lea, tom):
        await phone.shows_settled("Hors ligne")
        await phone.shows_settled("Said while it was down")
    await expect(tom.field).to_have_value("Half a thought")

    await host.run("session.end")
    await host.press("End the class")
    await expect(tom.page.locator(".strips")).to_contain_text(ENGLISH.ended, timeout=WITHIN * 1000)
    await until(lambda: theirs.client.world.life.phase is Phase.ENDED)
    assert tom.never_heard("Canari")
    assert lea.faults == tom.faults == []
    return one.client.session


async def test_a_whole_class_is_led_from_two_windows(tmp_path: Path, chromium_path: str):
    """From the sheet that starts it to the record in both libraries, nothing lost and nothing twice."""
    # As in the application itself: a window that closes has things to put away first.
    qt().setQuitOnLastWindowClosed(False)
    windows, first, second = Windows(own_relays=True), tmp_path / "first", tmp_path / "second"
    # Everything with a socket ends within the test: between its phases the events of Qt run without its loop.
    async with contextlib.AsyncExitStack() as stack:
        playwright = await stack.enter_async_context(async_playwright())
        browser = await playwright.chromium.launch(executable_path=chromium_path, args=list(ARGUMENTS))
        stack.push_async_callback(browser.close)
        await stack.enter_async_context(windows.closing)
        session = await lead(windows, browser, first, second)

    for folder in (first, second):
        library = Library.open(next(folder.rglob("library.db")))
        try:
            found = read_session(library.log, session)
        finally:
            library.close()
        assert check(found.records).is_intact
        assert sorted(said(found)) == sorted(
            [
                "Welcome",
                "Thank you",
                "I am here too",
                "Approuvez-moi",
                "Dit avec douceur",
                "Canari refusé",
                "Hors ligne",
                "Said while it was down",
            ]
        )
        seats = found.world.state(RosterState).members.values()
        assert sorted((seat.name, seat.role) for seat in seats) == [
            ("Claire", Role.HOST),
            ("Karim", Role.COFACILITATOR),
            ("Léa", Role.LEARNER),
            ("Tom", Role.LEARNER),
        ]
