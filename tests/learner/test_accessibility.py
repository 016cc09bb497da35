"""Everybody can use every state: no violation for axe, nothing cut off, at any width, in both languages and schemes."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

import pytest

from tests.learner.scenes import STATES, show

if TYPE_CHECKING:
    from collections.abc import Callable

    from playwright.sync_api import BrowserContext, Page

    from tests.learner.standin import StandIn

AXE: Final = (Path(__file__).parent / "vendor" / "axe.min.js").read_text(encoding="utf-8")
RULES: Final = {"runOnly": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]}


def violations(page: Page) -> list[str]:
    """Return what axe-core finds, each with its place."""
    found: list[dict[str, Any]] = page.evaluate("(rules) => axe.run(document, rules).then((r) => r.violations)", RULES)
    return [
        f"{one['id']}: {node['html'][:160]} {node.get('failureSummary', '')}" for one in found for node in one["nodes"]
    ]


def overflowing(page: Page) -> list[str]:
    """Return what reaches beyond the page's sides."""
    script = """() => [...document.querySelectorAll('body *')].filter((one) => {
        const box = one.getBoundingClientRect();
        // A line that ends in an ellipsis is longer than it shows, and means to be.
        for (let up = one.parentElement; up; up = up.parentElement) {
            if (getComputedStyle(up).textOverflow === 'ellipsis') return false;
            // The row of topics is pushed sideways.
            if (up.classList.contains('topic-row')) return false;
        }
        return box.width && (box.right > innerWidth + 1 || box.left < -1) && !one.closest('svg, .sr-only');
    }).map((one) => one.outerHTML.slice(0, 120))"""
    found: list[str] = page.evaluate(script)
    return found


@pytest.mark.parametrize("language", ["fr-FR", "en-GB"])
@pytest.mark.parametrize("name", STATES)
def test_a_state_is_open_to_everybody(
    new_context: Callable[..., BrowserContext], relay: StandIn, address: str, name: str, language: str
):
    """Phones small and larger, a laptop; light and dark. The words differ by language, the colours and roles do not."""
    context = new_context(locale=language, bypass_csp=True, reduced_motion="reduce")
    context.add_init_script(AXE)
    page = context.new_page()
    show(STATES[name], page, relay, address)

    for width, height, is_dark in ((320, 568, False), (375, 812, True), (1280, 800, False)):
        page.set_viewport_size({"width": width, "height": height})
        assert overflowing(page) == [], f"{width} px"
        if language == "fr-FR" or is_dark:
            page.emulate_media(color_scheme="dark" if is_dark else "light")
            page.wait_for_function("document.getAnimations().every((one) => one.playState !== 'running')")
            assert violations(page) == [], f"{width} px, {'dark' if is_dark else 'light'}"


@pytest.mark.parametrize("name", ["name", "conversation", "room", "reconnecting"])
def test_large_text_fits_a_small_phone(
    new_context: Callable[..., BrowserContext], relay: StandIn, address: str, name: str
):
    """At twice the letter size nothing is cut off at the sides, and the composer can be reached."""
    page = new_context(viewport={"width": 320, "height": 640}).new_page()
    show(STATES[name], page, relay, address)
    page.evaluate("document.documentElement.style.fontSize = '200%'")

    assert overflowing(page) == []
    box = page.get_by_role("textbox").last.bounding_box()
    assert box is not None
    assert box["y"] + box["height"] <= 640 or name == "name"


def test_a_message_is_written_and_answered_with_the_keyboard_alone(page: Page, relay: StandIn, address: str):
    """Every control is reached with Tab, acts on Enter, and gives the focus back."""
    show(STATES["conversation"], page, relay, address)
    page.get_by_role("textbox").focus()
    page.keyboard.type("Bonjour")
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    relay.wait_for(lambda frame: frame["t"] == "cmd")
    assert relay.commands("discussion.post")[0]["command"]["text"] == "Bonjour"

    more = page.get_by_role("button", name="Réagir ou répondre au message de Tom Lévêque")
    more.focus()
    page.keyboard.press("Enter")
    page.get_by_role("dialog").wait_for()
    page.keyboard.press("Escape")
    page.get_by_role("dialog").wait_for(state="detached")
    assert more.evaluate("(one) => one === document.activeElement")


def test_new_messages_are_read_aloud_politely(page: Page, relay: StandIn, address: str):
    """A screen reader hears who said what, once."""
    show(STATES["conversation"], page, relay, address)
    message = {"author": "x", "name": "Tom", "number": 4, "at": 1, "order": 99, "text": "Encore une idée"}
    relay.push({"t": "patch", "doc": "class", "seq": 99, "patch": {"discussion": {"messages": {"new": message}}}})

    page.locator("[aria-live=polite]", has_text="Tom dit : Encore une idée").wait_for(state="attached")
