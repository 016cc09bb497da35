"""Where the class is, as a learner follows it: the next activity, the time that is left, the whole agenda."""

from __future__ import annotations

from typing import TYPE_CHECKING

from playwright.sync_api import expect

from tests.learner.scenes import AGENDA, NOW, SEAT, on_the_way
from tests.learner.standin import Scene

if TYPE_CHECKING:
    from playwright.sync_api import Page

    from tests.learner.standin import StandIn


def test_a_learner_follows_from_one_activity_to_the_next(page: Page, relay: StandIn, address: str):
    """The strip that is read aloud changes with the activity alone: what ticks in it is for the eyes."""
    relay.begin(Scene(entry=on_the_way()))
    page.goto(address + SEAT)
    strip, left = page.locator(".agenda-strip"), page.locator(".agenda-left")
    expect(strip).to_contain_text("Faut-il tout dire au médecin")
    expect(strip).to_contain_text("Ensuite\u00a0: Pause (15\u00a0min)")
    assert left.get_attribute("aria-hidden") == "true"
    before = left.inner_text()
    assert before.startswith("12:3")
    expect(left).not_to_have_text(before)

    current = {"id": "d", "kind": "share_out", "title": "Partage", "minutes": 20, "since": NOW, "ends_at": NOW - 61_000}
    gone = {"title": None, "instructions": None, "next": None}
    items = {"b": {"state": "done"}, "d": {"state": "now"}}
    patch = {"current": {**gone, **current}, "next": None, "items": items}
    relay.push({"t": "patch", "doc": "class", "seq": 95, "patch": {"agenda": patch}})
    expect(strip).to_contain_text("Partage")
    expect(strip).not_to_contain_text("Choisissez un camp")
    expect(left).to_contain_text("+1:0")


def test_the_whole_agenda_is_a_touch_away(page: Page, relay: StandIn, address: str):
    """From the strip or the menu; each activity says how it stands, in words too."""
    relay.begin(Scene(entry=on_the_way()))
    page.goto(address + SEAT)
    page.locator(".agenda-strip .icon-button").click()
    rows = page.get_by_role("dialog").get_by_role("listitem")
    expect(rows).to_have_count(len(AGENDA["items"]))
    expect(rows.nth(0)).to_contain_text("Accueil (fait)")
    expect(rows.nth(1)).to_have_attribute("aria-current", "step")
    expect(rows.nth(2)).to_contain_text("(laissé de côté)")
    page.keyboard.press("Escape")
    page.locator(".bar-tools").get_by_role("button", name="Menu").click()
    page.get_by_role("dialog").get_by_role("button", name="Déroulé").click()

    expect(rows).to_have_count(len(AGENDA["items"]))
