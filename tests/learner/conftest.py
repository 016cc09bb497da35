"""Chromium, the stand-in, and pages on it at an address that is no secure context."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from playwright.sync_api import Browser, BrowserContext, ConsoleMessage, Page, sync_playwright

from tests.learner.standin import StandIn

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

HOST = "cercle.test"
"""A name that is not loopback to the browser, and is led to 127.0.0.1: over plain HTTP it is no secure context."""

_ARGUMENTS = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-background-networking",
    "--no-first-run",
    "--disable-component-update",
    "--disable-sync",
    "--disable-quic",
    f"--host-resolver-rules=MAP {HOST} 127.0.0.1",
]


@pytest.fixture(scope="module")
def browser(chromium_path: str) -> Iterator[Browser]:
    """Debian's Chromium, one for a file of tests."""
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=chromium_path, args=_ARGUMENTS)
        yield browser
        browser.close()


@pytest.fixture(scope="module")
def served() -> Iterator[StandIn]:
    """One stand-in for a file of tests."""
    standin = StandIn()
    yield standin
    standin.close()


@pytest.fixture
def relay(served: StandIn) -> StandIn:
    """The stand-in, as new."""
    served.begin()
    return served


class Watch:
    """What went wrong on a page without anybody asking: errors, and breaches of the content security policy."""

    def __init__(self) -> None:
        self.faults: list[str] = []

    def follow(self, page: Page) -> None:
        """Listen to a page."""
        page.on("pageerror", lambda error: self.faults.append(f"{error.message}\n{error.stack}"))
        page.on("console", self._heard)

    def _heard(self, message: ConsoleMessage) -> None:
        # A relay that is away makes the browser itself complain.
        if message.type == "error" and "WebSocket connection" not in message.text:
            self.faults.append(message.text)


@pytest.fixture
def watch() -> Iterator[Watch]:
    """Fail a test whose page complained."""
    watch = Watch()
    yield watch
    assert watch.faults == []


@pytest.fixture
def new_context(browser: Browser, watch: Watch) -> Iterator[Callable[..., BrowserContext]]:
    """Make devices: each has storage of its own."""
    made: list[BrowserContext] = []

    def make(**options: object) -> BrowserContext:
        given: dict[str, object] = {"viewport": {"width": 390, "height": 844}, "locale": "fr-FR"} | options
        context = browser.new_context(**given)  # type: ignore[arg-type]  # the options of playwright, by name
        context.set_default_timeout(10_000)
        context.on("page", watch.follow)
        made.append(context)
        return context

    yield make
    for context in made:
        context.close()


@pytest.fixture
def context(new_context: Callable[..., BrowserContext]) -> BrowserContext:
    """A phone, in French."""
    return new_context()


@pytest.fixture
def page(context: BrowserContext) -> Page:
    """A tab on that phone."""
    return context.new_page()


@pytest.fixture
def address(relay: StandIn) -> str:
    """The page's address, at a name that is not loopback."""
    return f"http://{HOST}:{relay.port}/"
