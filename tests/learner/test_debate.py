"""Debates on a learner's page: a position taken and left, arguments, statements, and the floor."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

from playwright.sync_api import expect

from tests.learner import debate_seen as seen
from tests.learner.scenes import NOW, SEAT
from tests.learner.test_accessibility import AXE, overflowing, violations

if TYPE_CHECKING:
    from collections.abc import Callable

    from playwright.sync_api import BrowserContext, Page

    from tests.learner.standin import Frame, Scene, StandIn

FLOOR: Final = {
    "turn": seen.TURN,
    "member": seen.AMINA,
    "number": 4,
    "name": "Amina",
    "allowed": 120_000,
    "warns": 30_000,
}
QUEUE: Final = {
    "b": {"place": 1, "since": NOW - 60_000, "number": 5, "name": "Boris"},
    seen.MEMBER: {"place": 2, "since": NOW - 200_000, "number": 3, "name": "Zoé", "turns": 1, "seconds": 75},
}
WHOLE: Final[dict[str, Callable[[], Scene]]] = {
    "fr": lambda: seen.debated(
        mine={"position": "for", "first": "for"}, floor={**FLOOR, "ends_at": NOW + 100_000}, queue=QUEUE, hand=True
    ),
    "en": lambda: seen.debated(
        seen.a_debate(state="closed"), mine={"position": "against", "first": "for"}, floor={**FLOOR, "left": 20_000}
    ),
}


def arrive(page: Page, relay: StandIn, address: str, scene: Scene) -> None:
    """Come into a class that debates, and open the debate's panel."""
    relay.begin(scene)
    page.goto(address + SEAT)
    page.locator(".debate").wait_for()
    head = page.locator(".debate-head button")
    if head.get_attribute("aria-expanded") == "false":
        head.click()
    page.locator(".debate-body").wait_for()


def asked(relay: StandIn, kind: str) -> dict[str, Any]:
    """Return what was asked for last of a kind, once it came."""

    def is_it(frame: Frame) -> bool:
        return bool(frame["t"] == "cmd" and frame["command"]["type"] == kind)

    relay.wait_for(is_it)
    return {key: value for key, value in relay.commands(kind)[-1]["command"].items() if key != "type"}


def test_a_debate_is_open_to_everybody(new_context: Callable[..., BrowserContext], relay: StandIn, address: str):
    """No violation for axe and nothing cut off, on phones small and larger and a laptop, light and dark."""
    for language, scene in WHOLE.items():
        context = new_context(locale=language, bypass_csp=True, reduced_motion="reduce")
        context.add_init_script(AXE)
        page = context.new_page()
        arrive(page, relay, address, scene())
        for width, height in ((320, 568), (1280, 800)):
            page.set_viewport_size({"width": width, "height": height})
            assert overflowing(page) == [], f"{width} px"
        assert violations(page) == [], language
        page.locator(".debate-body > .button").click()
        page.locator("dialog .shift-table summary").click()
        for width, height, scheme in ((320, 568, "light"), (375, 812, "dark"), (1280, 800, "light")):
            page.set_viewport_size({"width": width, "height": height})
            page.emulate_media(color_scheme=scheme)  # type: ignore[arg-type]  # one of two words
            assert overflowing(page) == [], f"{width} px, whole"
            assert violations(page) == [], f"{width} px, {scheme}, whole"
        context.close()


def test_a_position_is_taken_at_once_and_left_with_what_moved_one(page: Page, relay: StandIn, address: str):
    arrive(page, relay, address, seen.debated(statements={}))
    page.locator(".position").nth(0).click()
    assert asked(relay, "debate.take_position") == {"debate": seen.DEBATE, "position": "for"}

    relay.push(
        {
            "t": "patch",
            "doc": "me",
            "seq": 99,
            "patch": {"debate": {"mine": {seen.DEBATE: {"position": "for", "first": "for"}}}},
        }
    )
    expect(page.get_by_text("Votre position : Pour")).to_be_visible()
    page.locator(".position").nth(1).click()
    page.get_by_role("radio", name="Une note dit").check()
    page.get_by_role("button", name="Changer de position").click()
    relay.wait_for(lambda frame: frame["t"] == "cmd" and frame["command"].get("position") == "against")
    assert asked(relay, "debate.take_position")["because"] == seen.FIRST


def test_what_is_said_in_a_debate_is_asked_for(page: Page, relay: StandIn, address: str):
    """A statement is agreed with by one tap; an argument is written, answered, and found convincing."""
    arrive(page, relay, address, seen.debated(mine={"position": "for", "first": "for"}))
    page.locator(".verdict").first.click()
    assert asked(relay, "debate.judge") == {"statement": seen.STATEMENT, "verdict": "agree"}
    page.locator(".debate-body > .button").click()
    page.get_by_label("Votre argument").fill("Elle récompense l’effort.")
    page.get_by_role("button", name="Envoyer", exact=True).last.click()
    assert asked(relay, "debate.argue") == {
        "debate": seen.DEBATE,
        "position": "for",
        "text": "Elle récompense l’effort.",
    }
    first = page.locator(f"#argument-{seen.FIRST}")
    first.get_by_role("button", name="Convaincant").first.click()
    assert asked(relay, "debate.mark_convincing") == {"argument": seen.FIRST, "on": True}
    first.get_by_role("button", name="Répondre").first.click()
    page.get_by_label("Votre réponse à Amina").fill("Oui.")
    page.get_by_role("button", name="Envoyer", exact=True).last.click()
    relay.wait_for(lambda frame: frame["t"] == "cmd" and frame["command"].get("reply_to") == seen.FIRST)
    # One's own argument convinces nobody but others.
    expect(page.locator(f"#argument-{seen.MINE}").get_by_role("button", name="Convaincant")).to_have_count(0)


def test_words_that_were_refused_come_back_to_where_one_writes(page: Page, relay: StandIn, address: str):
    scene = seen.debated(mine={"position": "for", "first": "for"})
    scene.on_command = lambda frame: {"t": "refused", "id": frame["id"], "code": "debate_closed"}
    arrive(page, relay, address, scene)
    page.locator(".debate-body > .button").click()
    page.get_by_label("Votre argument").fill("Trop tard.")
    page.get_by_role("button", name="Envoyer", exact=True).last.click()

    expect(page.get_by_text("Ce débat est terminé : il reste tel quel.")).to_be_visible()
    page.get_by_role("button", name="Reprendre ce texte").click()
    expect(page.get_by_label("Votre argument")).to_have_value("Trop tard.")


def test_whoever_waits_is_told_their_place_and_why_and_the_speaker_may_end(page: Page, relay: StandIn, address: str):
    floor = {**FLOOR, "member": seen.MEMBER, "name": "Zoé", "ends_at": NOW + 100_000}
    arrive(page, relay, address, seen.debated(queue=QUEUE, hand=True, floor=floor))
    expect(page.get_by_text("Vous êtes numéro 2 dans la file.")).to_be_visible()
    expect(page.get_by_text("Vous avez parlé une fois (1:15)")).to_be_visible()
    page.get_by_role("button", name="J’ai terminé").click()
    assert asked(relay, "debate.end_turn") == {"turn": seen.TURN}
    relay.push({"t": "patch", "doc": "class", "seq": 99, "patch": {"debate": {"floor": None}}})
    page.get_by_role("button", name="Voir la file").click()
    expect(page.get_by_role("listitem").filter(has_text="Boris")).to_contain_text("n’a pas encore parlé")
