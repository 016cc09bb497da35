"""Leads, captains and proposed topics on a learner's page: what one presses is what the relay is asked."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from playwright.sync_api import expect

from tests.learner.scenes import PLACE, SEAT, STATES, TOPIC, captained, show
from tests.learner.standin import Scene

if TYPE_CHECKING:
    from playwright.sync_api import Page

    from tests.learner.standin import StandIn


def asked(relay: StandIn, kind: str) -> dict[str, Any]:
    """Return the command of a kind that came in last."""
    relay.wait_for(lambda frame: bool(frame["t"] == "cmd" and frame["command"]["type"] == kind))
    command: dict[str, Any] = relay.commands(kind)[-1]["command"]
    return command


def test_who_leads_does_with_a_thumb_what_a_lead_may(page: Page, relay: StandIn, address: str):
    """The topic and its questions, the prompt, what is on air, and handing it back at a second press."""
    show(STATES["leading"], page, relay, address)
    sheet = page.locator("dialog .lead-sheet")
    for button in sheet.get_by_role("button").all():
        box = button.bounding_box()
        assert box is not None
        assert box["height"] >= 44

    sheet.get_by_role("button", name="Clore le sujet").click()
    assert asked(relay, "topics.close")["topic"] == TOPIC
    sheet.get_by_role("button", name="Arrêter les questions").click()
    assert asked(relay, "questions.set_asking") == {"type": "questions.set_asking", "channel": PLACE, "on": False}
    sheet.get_by_role("textbox").fill("Qui a dit non ?")
    sheet.get_by_role("button", name="Afficher").click()
    assert asked(relay, "leads.prompt")["text"] == "Qui a dit non ?"
    sheet.get_by_role("button", name="Mettre à l’antenne").first.click()
    assert asked(relay, "questions.set_standing") == {
        "type": "questions.set_standing",
        "question": "third",
        "standing": "on_air",
    }
    sheet.get_by_role("button", name="Rendre l’animation").click()
    sheet.get_by_role("button", name="Rendre", exact=True).click()
    assert asked(relay, "leads.end")["place"] == PLACE


def test_a_captain_runs_the_hands_and_asks_for_time(page: Page, relay: StandIn, address: str):
    show(STATES["captain's room"], page, relay, address)
    page.get_by_role("button", name="Donner la parole").click()
    assert asked(relay, "debate.mark_spoke")["member"] == "a2e8cea3-392d-409d-9d31-be3fca68efed"
    page.get_by_role("button", name="+5 min").click()
    assert asked(relay, "breakouts.ask_time")["minutes"] == 5
    room = captained()[-1]
    told = {"minutes": 5, "state": "asked"}
    relay.push({"t": "patch", "doc": room["doc"], "seq": room["seq"] + 1, "patch": {"breakouts": {"time": told}}})
    expect(page.get_by_text("Sam Okafor a demandé 5 min de plus")).to_be_visible()
    expect(page.get_by_role("button", name="+5 min")).to_have_count(0)


def test_the_steps_are_the_captains_to_tick_while_there_is_one(page: Page, relay: StandIn, address: str):
    frames = captained()
    frames[-1]["value"]["breakouts"]["captain"] = "a2e8cea3-392d-409d-9d31-be3fca68efed"
    relay.begin(Scene(entry=frames))
    page.goto(address + SEAT)
    page.locator(".room-task").click()
    expect(page.locator("dialog .steps input").first).to_be_disabled()
    expect(page.get_by_text("Nadia Roussel est capitaine et coche les étapes.")).to_be_visible()
    expect(page.get_by_role("button", name="+5 min")).to_have_count(0)


def test_one_votes_once_takes_it_back_and_sees_what_became_of_ones_own(page: Page, relay: StandIn, address: str):
    show(STATES["proposing"], page, relay, address)
    votes = page.locator("dialog .vote")
    expect(votes.nth(0)).to_have_attribute("aria-pressed", "true")
    expect(votes.nth(1)).to_be_disabled()
    votes.nth(0).click()
    assert asked(relay, "topics.vote") == {"type": "topics.vote", "proposal": "p1", "on": False}
    expect(page.get_by_text("Nous en parlons jeudi.")).to_be_visible()
    page.locator("dialog input").fill("Les silences qui parlent")
    page.get_by_role("button", name="Proposer", exact=True).click()
    assert asked(relay, "topics.propose")["title"] == "Les silences qui parlent"
