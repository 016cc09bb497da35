"""Notes that two pages and a desktop write in at once, on a real relay: one text, everybody's own caret and undo."""

from __future__ import annotations

import asyncio
from typing import TYPE_CHECKING, Any

import pytest
from playwright.sync_api import expect

from app.domain.breakouts.commands import MoveMembers, OpenRoom
from app.domain.moderation.commands import SetChannelMode
from app.domain.moderation.events import ChannelMode
from app.domain.notes.commands import ClearNote
from app.domain.notes.state import NotesState
from app.domain.roster.state import RosterState
from app.domain.session.commands import StartSession
from app.sync.notes import SharedNote
from tests.learner.conftest import HOST
from tests.learner.standin import LoopThread
from tests.learner.test_accessibility import AXE, violations
from tests.sync.house import House

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from playwright.sync_api import BrowserContext, Page

    from app.domain.kernel.messages import Command
    from app.sync.client import StaffClient


class Trainer:
    """The host's desktop, which acts from a thread of its own."""

    def __init__(self, folder: Path) -> None:
        self._thread = LoopThread()
        self._house = House(folder)
        self.client: StaffClient = self._thread.run(self._begin())

    async def _begin(self) -> StaffClient:
        await self._house.start_relay()
        client = await self._house.host()
        await client.do(StartSession())
        self._changed = asyncio.Event()
        self.note = SharedNote(client, "main", self._changed.set)
        return client

    @property
    def address(self) -> str:
        """Where learners come in."""
        return f"http://{HOST}:{self._house.relay.base.rsplit(':', 1)[1]}/#c={self.client.code}"

    def do(self, command: Command) -> None:
        """Ask for something, and wait until it is so."""
        self._thread.run(self._do(command))

    async def _do(self, command: Command) -> None:
        await self.client.do(command)

    def write(self, text: str) -> None:
        """Make the note's text another one."""
        self._thread.run(self._write(text))

    async def _write(self, text: str) -> None:
        self.note.write(text)

    def sees(self, words: str) -> str:
        """Wait until the note holds some words; return all of it, which the relay's log holds too."""
        return self._thread.run(self._sees(words))

    async def _sees(self, words: str) -> str:
        async with asyncio.timeout(20):
            while words not in self.note.text or not self.note.is_settled:
                self._changed.clear()
                await self._changed.wait()
        assert self.note.text == str(self.client.world.state(NotesState).text("main"))
        return self.note.text

    def member(self, name: str) -> str:
        """Return who is called so."""
        return next(s.member for s in self.client.world.state(RosterState).all_seats() if s.name == name)

    def room(self) -> str:
        """Open a room."""
        self.do(OpenRoom(name="Atelier"))
        return next(iter(self.client.world.state(RosterState).rooms))

    def close(self) -> None:
        """Go, with the relay."""
        self._thread.run(self._end())
        self._thread.close()

    async def _end(self) -> None:
        self.note.close()
        await self._house.closing.aclose()


@pytest.fixture(scope="module")
def trainer(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Trainer]:
    """Give a class that is live, seen from the host's desktop; one for both tests, since beginning it takes long."""
    trainer = Trainer(tmp_path_factory.mktemp("class"))
    yield trainer
    trainer.close()


def enter(page: Page, trainer: Trainer, name: str) -> None:
    page.goto(trainer.address)
    page.get_by_label("Votre nom").fill(name)
    page.keyboard.press("Enter")
    page.get_by_role("button", name="Notes partagées").click()
    expect(field(page)).to_be_visible()


def field(page: Page) -> Any:
    return page.get_by_role("textbox", name="Notes partagées")


def caret(page: Page) -> int:
    return int(field(page).evaluate("field => field.selectionStart"))


def test_two_pages_and_a_desktop_write_one_text(  # noqa: PLR0915 (starting a class costs more than what it tests)
    page: Page, new_context: Callable[..., BrowserContext], trainer: Trainer
):
    """Carets stay with their words, undo takes back one's own, offline edits merge, and what is refused is kept."""
    other = new_context(viewport={"width": 1280, "height": 800}).new_page()
    enter(page, trainer, "Ana")
    enter(other, trainer, "Ben")
    field(page).press_sequentially("# Idées\n- écouter 😀\n")
    expect(field(other)).to_have_value("# Idées\n- écouter 😀\n")
    expect(other.get_by_text("Ana écrit")).to_be_visible()

    # Ben stands in the middle of a line while the trainer writes above it and Ana below.
    field(other).evaluate("field => (field.focus(), field.setSelectionRange(11, 11))")
    trainer.sees("écouter")
    trainer.write("Formateur\n# Idées\n- écouter 😀\n")
    field(page).press_sequentially("- répondre")
    expect(field(other)).to_have_value("Formateur\n# Idées\n- écouter 😀\n- répondre")
    assert caret(other) == 11 + len("Formateur\n")
    field(other).press_sequentially("XY")
    text = "Formateur\n# Idées\n- éXYcouter 😀\n- répondre"
    expect(field(page)).to_have_value(text)
    assert trainer.sees("XY") == text

    # One's own undo, after which the others' words still stand.
    field(other).press("Control+z")
    expect(field(page)).to_have_value(text.replace("XY", ""))
    field(other).press("Control+y")
    expect(field(page)).to_have_value(text)

    # A word that is being composed is the keyboard's until it is done, whatever others write meanwhile.
    field(page).press("Control+End")
    keyboard = page.context.new_cdp_session(page)
    keyboard.send("Input.imeSetComposition", {"text": "にほ", "selectionStart": 2, "selectionEnd": 2})
    field(other).press("Control+Home")
    field(other).press_sequentially("Z")
    trainer.sees("ZFormateur")
    assert field(page).input_value() == f"{text}にほ"
    keyboard.send("Input.insertText", {"text": "日本"})
    text = f"Z{text}日本"
    expect(field(other)).to_have_value(text)
    expect(field(page)).to_have_value(text)
    page.evaluate(AXE)
    assert violations(page) == []

    # Without a line both go on, and it comes together.
    page.context.set_offline(True)
    page.evaluate("() => 0")
    field(page).press("Control+End")
    field(page).press_sequentially(" hors ligne")
    field(other).press("Control+Home")
    field(other).press_sequentially("en ligne ")
    page.context.set_offline(False)
    trainer.sees("hors ligne")
    trainer.sees("en ligne")
    expect(field(other)).to_have_value(f"en ligne {text} hors ligne")
    expect(field(page)).to_have_value(f"en ligne {text} hors ligne")

    # Held: gone from both pages at once, and what was meant is kept for whoever wrote it.
    trainer.do(SetChannelMode(channel="main", mode=ChannelMode.HELD))
    for one in (page, other):
        expect(one.get_by_text("Il n’y a pas de notes partagées ici pour l’instant")).to_be_visible()
        expect(field(one)).to_have_count(0)
    trainer.do(SetChannelMode(channel="main", mode=ChannelMode.OPEN))
    expect(field(page)).to_have_value(f"en ligne {text} hors ligne")
    trainer.do(ClearNote(place="main"))
    expect(field(page)).to_have_value("")
    expect(field(other)).to_have_value("")
    field(other).press_sequentially("Nouveau")
    expect(field(page)).to_have_value("Nouveau")

    # Moved into a room: the main room's note stays everybody's, the room's is another; out again, it is as it was left.
    room = trainer.room()
    trainer.do(MoveMembers(members=(trainer.member("Ana"),), place=f"room:{room}"))
    page.get_by_label("Notes de").select_option(f"room:{room}")
    field(page).press_sequentially("Entre nous")
    expect(page.locator(".note-writers")).to_have_attribute("aria-label", "Écrit par Ana")
    expect(other.get_by_label("Notes de").locator("option")).to_have_count(1)
    trainer.do(MoveMembers(members=(trainer.member("Ana"),), place="main"))
    expect(page.get_by_text("Voici ce que disaient les notes quand vous êtes parti")).to_be_visible()
    expect(field(page)).to_have_value("Entre nous")


def test_what_was_written_and_not_taken_is_kept_for_its_writer(page: Page, trainer: Trainer):
    """The note is cleared while a page is cut off: its words wait in the sheet, also when the page is loaded again."""
    trainer.do(ClearNote(place="main"))
    enter(page, trainer, "Chloé")
    field(page).press_sequentially("Bonjour")
    trainer.sees("Bonjour")
    page.context.set_offline(True)
    trainer.do(ClearNote(place="main"))
    field(page).press_sequentially(" à tous")
    page.wait_for_function(
        """() => Object.entries(localStorage).some(([key, kept]) =>
          key.startsWith("cercle.out.") && kept.includes("notes.edit") && kept.includes("waiting"))"""
    )
    page.context.set_offline(False)
    expect(page.get_by_role("alert")).to_contain_text("à tous")
    expect(field(page)).to_have_value("")
    page.reload()
    page.get_by_role("button", name="Voir").click()
    expect(page.get_by_role("alert")).to_contain_text("à tous")
    page.get_by_role("button", name="Oublier ces mots").click()
    expect(page.get_by_role("alert")).to_have_count(0)
