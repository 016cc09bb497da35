"""What a class asks of one learner: pauses that count down, private words, flags, and asking to think again."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

from playwright.sync_api import expect

from tests.learner.scenes import NOW, SEAT, entry
from tests.learner.standin import Frame, Scene

if TYPE_CHECKING:
    from playwright.sync_api import Page

    from tests.learner.standin import StandIn

MEMBER = "332532dc-faa1-4bf6-9e2a-266bd723612c"
HELENE = "ff975960-1917-4c9a-b5c5-b18e62e71e08"
MINE = "14f832a7-97e7-471d-bfea-3c6cca289847"


def moderated(**sections: Any) -> Scene:
    """Return a class in which moderation has something to say to this learner."""
    frames = entry()
    frames[2]["value"]["moderation"] = sections
    text = frames[2]["value"]["discussion"]["own"][MINE]
    text |= {"state": "rejected", "reason": "Hors sujet"}
    scene = Scene()
    scene.entry = frames
    return scene


def patched(**moderation: Any) -> Frame:
    """Return a patch of the learner's own document."""
    return {"t": "patch", "doc": "me", "seq": 80, "patch": {"moderation": moderation}}


def test_what_moderation_has_to_say_to_one_learner(page: Page, relay: StandIn, address: str):
    """A word to them alone, a limit, a flag, and an appeal; each reaches the relay once and shows what came of it."""
    warning = {"at": NOW, "reason": "Parlez des idées plutôt que des personnes."}
    limits = {"slowed": {"at": NOW, "until": NOW + 300_000, "every": 30, "reason": "Un peu moins vite"}}
    relay.begin(moderated(warnings={"w1": warning}, limits=limits, next={"main": NOW + 25_000}))
    page.goto(address + SEAT)
    expect(page.get_by_text("Parlez des idées plutôt que des personnes.")).to_be_visible()
    expect(page.get_by_text("laissez 30 secondes entre deux messages")).to_be_visible()

    box = page.get_by_role("textbox")
    box.fill("Encore une idée")
    expect(page.get_by_text(re.compile(r"Envoi possible dans 0:\d\d"))).to_be_visible()
    expect(page.get_by_role("button", name="Envoyer")).to_be_disabled()
    relay.push(patched(next=None))
    expect(page.get_by_role("button", name="Envoyer")).to_be_enabled()
    expect(box).to_have_value("Encore une idée")

    page.get_by_role("button", name="J’ai lu").click()
    (read,) = relay.commands("moderation.read_warning")
    assert read["command"]["warning"] == "w1"
    relay.push(patched(warnings=None, limits={"slowed": None, "muted": {"at": NOW, "reason": "Pause"}}))
    expect(page.get_by_text("Vous ne pouvez pas écrire pour l’instant").first).to_be_visible()
    expect(page.get_by_role("button", name="Envoyer")).to_be_disabled()

    page.locator(f'[data-id="{MINE}"]').get_by_role("button", name="Demander un réexamen").click()
    page.get_by_label("Pourquoi décider autrement ?").fill("C’était une vraie question.")
    page.get_by_role("dialog").get_by_role("button", name="Demander", exact=True).click()
    (appeal,) = relay.commands("moderation.appeal")
    assert appeal["command"] == {"type": "moderation.appeal", "item": MINE, "text": "C’était une vraie question."}
    answered = {"at": NOW, "state": "refused", "revision": 1, "answer": "Elle a déjà été posée."}
    relay.push(patched(appeals={MINE: answered}, limits=None))
    expect(page.get_by_text("Elle a déjà été posée.")).to_be_visible()
    expect(page.get_by_role("button", name="Demander un réexamen")).to_have_count(0)

    page.locator(f'[data-id="{HELENE}"]').get_by_role("button", name=re.compile("Hélène")).click()
    page.get_by_role("button", name="Prévenir un formateur").click()
    page.get_by_label("Qu’est-ce qui ne va pas").fill("Ça me gêne")
    page.get_by_role("dialog").get_by_role("button", name="Prévenir", exact=True).click()
    (flag,) = relay.commands("moderation.flag")
    assert flag["command"] == {"type": "moderation.flag", "item": HELENE, "reason": "Ça me gêne"}
    relay.push(patched(flagged={HELENE: True}))
    page.locator(f'[data-id="{HELENE}"]').get_by_role("button", name=re.compile("Hélène")).click()
    expect(page.get_by_role("button", name="Un formateur est prévenu")).to_be_disabled()
