"""Polls on a learner's page: answered by thumb, keyboard and screen reader, kept through a lost line, and shown."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

import pytest
from playwright.sync_api import expect

from tests.learner import polls_seen as seen
from tests.learner.scenes import SEAT
from tests.learner.test_accessibility import AXE, overflowing, violations

if TYPE_CHECKING:
    from collections.abc import Callable

    from playwright.sync_api import BrowserContext, Page

    from tests.learner.standin import Frame, Scene, StandIn

SCENES: Final[dict[str, Callable[[], Scene]]] = {
    "choice": lambda: seen.asked(seen.a_poll()),
    "multiple": lambda: seen.asked(seen.MULTIPLE, {"round": 1, "choices": {"1": 1, "3": 2}}),
    "scale": lambda: seen.asked(seen.SCALE),
    "ranking": lambda: seen.asked(seen.RANKING),
    "number": lambda: seen.asked(seen.NUMBER),
    "text held": lambda: seen.asked(seen.TEXT, {"round": 1, "text": "Je pose une question.", "state": "held"}),
    "words": lambda: seen.asked(seen.WORDS),
    "shown again": lambda: seen.asked(seen.SHOWN, {"round": 2, "choices": {"1": 1}}),
    "revealed": lambda: seen.asked(seen.REVEALED, {"round": 1, "choices": {"1": 1}}),
    "ranked": lambda: seen.asked(seen.RANKED),
    "cloud": lambda: seen.asked(seen.CLOUD),
    "numbered": lambda: seen.asked(seen.NUMBERED),
    "said": lambda: seen.asked(seen.SAID),
    "observer": lambda: seen.asked(seen.a_poll(), role="observer"),
}


def arrive(page: Page, relay: StandIn, address: str, scene: Scene) -> None:
    """Come into a class that has a poll, and open the poll's panel."""
    relay.begin(scene)
    page.goto(address + SEAT)
    page.locator(".poll").wait_for()
    head = page.locator(".poll-head button")
    if head.get_attribute("aria-expanded") == "false":
        head.click()
    page.locator(".poll-body").wait_for()


def is_answer(frame: Frame) -> bool:
    """Tell an answer to a poll."""
    return bool(frame["t"] == "cmd" and frame["command"]["type"] == "polls.answer")


def answered(relay: StandIn) -> dict[str, Any]:
    """Return the content of the answer that came in last."""
    relay.wait_for(is_answer)
    command = relay.commands("polls.answer")[-1]["command"]
    return {key: value for key, value in command.items() if key not in {"type", "poll", "round"}}


@pytest.mark.parametrize(("name", "language"), list(zip(SCENES, ("fr-FR", "en-GB") * len(SCENES), strict=False)))
def test_a_poll_is_open_to_everybody(
    new_context: Callable[..., BrowserContext], relay: StandIn, address: str, name: str, language: str
):
    """No violation for axe and nothing cut off, on phones small and larger and a laptop, light and dark."""
    context = new_context(locale=language, bypass_csp=True, reduced_motion="reduce")
    context.add_init_script(AXE)
    page = context.new_page()
    arrive(page, relay, address, SCENES[name]())
    if page.locator(".poll-table").count():
        page.locator(".poll-table summary").click()

    for width, height in ((320, 568), (375, 812), (1280, 800)):
        page.set_viewport_size({"width": width, "height": height})
        assert overflowing(page) == [], f"{width} px"
        # What is half under the button to send is scrolled from there before it is touched.
        page.locator(".poll-body").evaluate("body => (body.scrollTop = body.scrollHeight)")
        for scheme in ("light", "dark") if width == 375 else ("light",):
            page.emulate_media(color_scheme=scheme)
            assert violations(page) == [], f"{width} px, {scheme}"


def test_a_choice_is_sent_with_the_keyboard_alone(page: Page, relay: StandIn, address: str):
    arrive(page, relay, address, seen.asked(seen.a_poll()))
    page.get_by_role("radio").first.focus()
    page.keyboard.press("Space")
    page.keyboard.press("ArrowDown")
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")

    assert answered(relay) == {"choices": ["2"]}
    expect(page.locator(".poll-state").first).to_contain_text("Réponse envoyée")


def test_no_more_is_chosen_than_may_be(page: Page, relay: StandIn, address: str):
    arrive(page, relay, address, seen.asked(seen.MULTIPLE))
    page.get_by_label("Reformuler").check()
    page.get_by_label("Écouter jusqu’au bout avant de répondre").check()
    expect(page.get_by_role("checkbox").nth(2)).to_be_disabled()
    page.get_by_role("button", name="Envoyer ma réponse").click()

    assert answered(relay) == {"choices": ["1", "2"]}


@pytest.mark.parametrize("way", ["buttons", "drag"])
def test_a_ranking_is_made_by_buttons_or_by_dragging(page: Page, relay: StandIn, address: str, way: str):
    arrive(page, relay, address, seen.asked(seen.RANKING))
    if way == "buttons":
        page.get_by_role("button", name="Descendre : Écouter jusqu’au bout avant de répondre").click()
    else:
        # The first goes just below the middle of the second.
        start, end = (page.locator(".poll-grip").nth(n).bounding_box() for n in (0, 1))
        assert start is not None
        assert end is not None
        page.mouse.move(start["x"] + 10, start["y"] + 10)
        page.mouse.down()
        page.mouse.move(end["x"] + 10, end["y"] + 10, steps=4)
        page.mouse.up()
    expect(page.locator(".poll-rank-text").first).to_have_text("Reformuler")
    page.get_by_role("button", name="Envoyer ma réponse").click()

    assert answered(relay) == {"choices": ["2", "1", "3"]}


def test_a_number_is_typed_with_a_comma_and_sent_in_thousandths(page: Page, relay: StandIn, address: str):
    arrive(page, relay, address, seen.asked(seen.NUMBER))
    field = page.get_by_label("Votre nombre")
    field.fill("douze")
    expect(page.get_by_role("alert").filter(has_text="Écrivez un nombre")).to_be_visible()
    field.fill("-3,5")
    field.press("Enter")

    assert answered(relay) == {"number": -3500}


def test_what_is_being_written_and_what_was_not_sent_outlive_the_page_and_the_line(
    page: Page, relay: StandIn, address: str
):
    """Words half typed are there after a reload; an answer given without a line goes out when there is one."""
    arrive(page, relay, address, seen.asked(seen.WORDS))
    page.get_by_label("Vos mots (1)").fill("écoute")
    page.reload()
    expect(page.get_by_label("Vos mots (1)")).to_have_value("écoute")

    relay.is_away = True
    relay.drop()
    page.get_by_label("Vos mots (2)").fill("temps")
    page.get_by_role("button", name="Envoyer ma réponse").click()
    page.locator(".poll-head button").click()
    expect(page.get_by_text("Pas encore partie")).to_be_visible()
    relay.is_away = False

    assert answered(relay) == {"texts": ["écoute", "temps"]}


def test_an_answer_after_the_closing_is_told_in_words(page: Page, relay: StandIn, address: str):
    scene = seen.asked(seen.a_poll())
    scene.on_command = lambda frame: {"t": "refused", "id": frame["id"], "code": "poll_closed"}
    arrive(page, relay, address, scene)
    page.get_by_role("radio").first.check()
    page.get_by_role("button", name="Envoyer ma réponse").click()

    strip = page.locator(".strip-danger")
    expect(strip).to_contain_text("n’a pas été prise en compte")
    expect(strip).to_contain_text("Ce sondage est terminé")
    strip.get_by_role("button").click()
    expect(strip).to_have_count(0)


def test_results_open_by_themselves_and_say_how_many_changed_their_mind(page: Page, relay: StandIn, address: str):
    """The panel is folded once one has answered; it opens when there is something to see."""
    relay.begin(seen.asked(seen.a_poll(), {"round": 1, "choices": {"1": 1}}))
    page.goto(address + SEAT)
    expect(page.locator(".poll-head button")).to_have_attribute("aria-expanded", "false")

    shown = {key: value for key, value in seen.SHOWN.items() if key not in {"options", "question"}}
    relay.push({"t": "patch", "doc": "class", "seq": 99, "patch": {"polls": {"polls": {seen.POLL: shown}}}})

    expect(page.get_by_text("6 personnes sur 11 ont changé d’avis.")).to_be_visible()
    row = page.locator(".poll-bars li").first
    expect(row).to_contain_text("7 · 58 %")
    expect(row).to_contain_text("Tour précédent : 2 · 18 %")


def test_the_answers_are_told_to_who_was_wrong_with_the_reason(page: Page, relay: StandIn, address: str):
    arrive(page, relay, address, seen.asked(seen.REVEALED, {"round": 1, "choices": {"1": 1}}))

    revealed = page.locator(".poll-revealed")
    expect(revealed).to_contain_text("Ce n’était pas la bonne réponse.")
    expect(revealed).to_contain_text("Reformuler fait tomber la tension")
    expect(page.locator(".poll-bars .right")).to_contain_text("L’autre se sent entendu")


def test_who_will_know_is_said_before_one_answers(page: Page, relay: StandIn, address: str):
    arrive(page, relay, address, seen.asked(seen.a_poll()))
    expect(page.locator(".poll-promise")).to_contain_text("Anonyme")
    arrive(page, relay, address, seen.asked(seen.RANKING))

    expect(page.locator(".poll-promise")).to_contain_text("Le formateur voit qui a répondu quoi.")


def test_a_class_without_polls_never_fetches_their_part(page: Page, relay: StandIn, address: str):
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    relay.begin()
    page.goto(address + SEAT)
    page.locator(".message").first.wait_for()

    assert [url for url in asked if "/polls/" in url] == []
