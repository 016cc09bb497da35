"""A learner's phone: a real browser, worked by what is written on its buttons."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

import msgspec
from playwright.async_api import expect

from tests.e2e.house import WITHIN

if TYPE_CHECKING:
    from playwright.async_api import Browser, ConsoleMessage, Locator, Page, WebSocket

SIZE: Final = {"width": 390, "height": 844}


class Words(msgspec.Struct, frozen=True, kw_only=True):
    """What is written on a page, in its reader's language."""

    locale: str
    go_on: str
    enter: str
    send: str
    reply: str
    react: str
    thumb_up: str
    raise_hand: str
    lower_hand: str
    waits: str
    returned: str
    rejected: str
    revise: str
    unsent: str
    ended: str
    main_room: str


FRENCH: Final = Words(
    locale="fr-FR",
    go_on="Continuer",
    enter="Entrer dans la classe",
    send="Envoyer",
    reply="Répondre",
    react="Réagir au dernier message",
    thumb_up="Pouce levé",
    raise_hand="Lever la main",
    lower_hand="Baisser la main",
    waits="En attente d’approbation",
    returned="Renvoyé",
    rejected="Non retenu",
    revise="Retravailler",
    unsent="Pas encore envoyé",
    ended="La classe est terminée",
    main_room="Salle principale",
)
ENGLISH: Final = Words(
    locale="en-GB",
    go_on="Continue",
    enter="Enter the class",
    send="Send",
    reply="Reply",
    react="React to the latest message",
    thumb_up="Thumbs up",
    raise_hand="Raise your hand",
    lower_hand="Lower your hand",
    waits="Waiting for approval",
    returned="Returned",
    rejected="Not accepted",
    revise="Revise",
    unsent="Not sent yet",
    ended="The class has ended",
    main_room="Main room",
)


class Phone:
    """One phone with the page open.

    Attributes:
        page: the tab.
        words: in the language of its owner.
        heard: every frame that the relay ever sent to it.
        faults: what went wrong on the page without anybody asking.
    """

    def __init__(self, page: Page, words: Words) -> None:
        self.page = page
        self.words = words
        self.heard: list[str] = []
        self.faults: list[str] = []
        page.on("websocket", self._listen)
        page.on("pageerror", lambda error: self.faults.append(f"{error.message}\n{error.stack}"))
        page.on("console", self._complain)

    @classmethod
    async def take(cls, browser: Browser, words: Words) -> Phone:
        """Take a phone with nothing on it."""
        context = await browser.new_context(
            viewport={"width": SIZE["width"], "height": SIZE["height"]},
            locale=words.locale,
            is_mobile=True,
            has_touch=True,
        )
        context.set_default_timeout(WITHIN * 1000)
        return cls(await context.new_page(), words)

    def _listen(self, socket: WebSocket) -> None:
        socket.on("framereceived", lambda payload: self.heard.append(str(payload)))

    def _complain(self, message: ConsoleMessage) -> None:
        # A relay that is away makes the browser itself complain.
        if message.type == "error" and "WebSocket connection" not in message.text:
            self.faults.append(message.text)

    # --- what is on the screen -------------------------------------------------------------------------------------

    @property
    def field(self) -> Locator:
        """Where one writes."""
        return self.page.locator("textarea")

    def button(self, name: str) -> Locator:
        """A button by what it is called."""
        return self.page.get_by_role("button", name=name, exact=True)

    def message(self, text: str) -> Locator:
        """The message that says exactly this."""
        exactly = self.page.locator("p.text", has_text=re.compile(f"^{re.escape(text)}$"))
        return self.page.locator("li.message").filter(has=exactly)

    async def shows(self, text: str) -> None:
        """Wait until a message is there, once."""
        await expect(self.message(text)).to_have_count(1, timeout=WITHIN * 1000)

    async def shows_note(self, text: str, note: str) -> None:
        """Wait until a note about how it stands is under one's own message."""
        await expect(self.message(text).locator(".note")).to_contain_text(note, timeout=WITHIN * 1000)

    async def shows_settled(self, text: str) -> None:
        """Wait until a message is there without any note: it is everybody's."""
        await self.shows(text)
        await expect(self.message(text).locator(".note")).to_have_count(0, timeout=WITHIN * 1000)

    async def is_in(self, place: str) -> None:
        """Wait until what one writes would be said in a place."""
        await expect(self.field).to_have_accessible_name(re.compile(f"{re.escape(place)}$"), timeout=WITHIN * 1000)

    async def texts(self) -> list[str]:
        """Return the messages on the screen, in order."""
        return await self.page.locator("li.message p.text").all_inner_texts()

    def never_heard(self, text: str) -> bool:
        """Whether no frame to this phone ever held a text, however JSON writes it."""
        written = msgspec.json.encode(text).decode()[1:-1]
        return not any(text in frame or written in frame for frame in self.heard)

    # --- what its owner does ---------------------------------------------------------------------------------------

    async def join_by_link(self, link: str, name: str) -> None:
        """Open the link and give one's name."""
        await self.page.goto(link)
        await self._name(name)

    async def join_by_code(self, address: str, code: str, name: str) -> None:
        """Open the address, type the code, and give one's name."""
        await self.page.goto(address)
        await self.page.locator("#code").fill(code)
        await self.button(self.words.go_on).tap()
        await self._name(name)

    async def _name(self, name: str) -> None:
        await self.page.locator("#name").fill(name)
        await self.button(self.words.enter).tap()
        await expect(self.field).to_be_visible(timeout=WITHIN * 1000)

    async def say(self, text: str) -> None:
        """Write and send."""
        await self.field.fill(text)
        await self.button(self.words.send).tap()
        await expect(self.field).to_have_value("")

    async def reply(self, to: str, text: str) -> None:
        """Answer a message."""
        await self.message(to).locator(".message-more").tap()
        await self.button(self.words.reply).tap()
        await expect(self.field).to_be_focused()
        await self.say(text)

    async def react(self, emoji_name: str) -> None:
        """React to the newest message of somebody else."""
        await self.button(self.words.react).tap()
        await self.page.locator(".quick").get_by_role("button", name=emoji_name, exact=True).tap()

    async def revise(self, text: str, better: str) -> None:
        """Give a returned message another text."""
        await self.message(text).get_by_role("button", name=self.words.revise).tap()
        await expect(self.field).to_have_value(text)
        await expect(self.field).to_be_focused()
        await self.say(better)
