"""Thanks, the board, one's own texts and names to speak to, on real pages of a real relay, open to everybody."""

from __future__ import annotations

from typing import TYPE_CHECKING

from playwright.sync_api import expect

from tests.learner.test_accessibility import AXE, overflowing, violations
from tests.learner.test_with_relay import Staff, enter, process, staff, write

if TYPE_CHECKING:
    from collections.abc import Callable

    from playwright.sync_api import BrowserContext, Page

__all__ = ["process", "staff"]


def is_open_to_all(page: Page) -> None:
    """Check that nothing is cut off at the sides, and that axe finds nothing."""
    page.wait_for_function("document.getAnimations().every((one) => one.playState !== 'running')")
    assert overflowing(page) == []
    assert violations(page) == []


def go(page: Page, entry: str) -> None:
    """Open an entry of the menu."""
    page.get_by_role("button", name="Menu").click()
    page.get_by_role("dialog").get_by_role("button", name=entry).click()


def thanks_are_heard(ana: Page, ben: Page) -> None:
    """Thank for a message in one's own words, and hear of it."""
    theirs = ben.locator(".message", has_text="Un tiers")
    theirs.locator(".message-more").click()
    ben.get_by_role("button", name="Dire merci").click()
    is_open_to_all(ben)
    ben.get_by_label("Avec mes mots").check()
    ben.get_by_role("button", name="Remercier", exact=True).click()
    expect(ben.get_by_text("Écrivez un mot ou deux")).to_be_visible()
    ben.get_by_label("Vos mots").fill("Grâce à ton dessin")
    ben.get_by_role("button", name="Remercier", exact=True).click()
    expect(ana.get_by_text("Benoît Petit vous remercie.")).to_be_visible()
    is_open_to_all(ana)
    ana.locator(".thanks-strip").get_by_role("button", name="Voir").click()
    expect(ana.get_by_role("dialog")).to_contain_text("Grâce à ton dessin")
    is_open_to_all(ana)
    ana.keyboard.press("Escape")
    expect(ana.locator(".thanks-strip")).to_have_count(0)


def the_board_fills(ben: Page) -> None:
    """Put a message and a link on the board; a link that leads nowhere is refused beside its field."""
    ben.locator(".message", has_text="Un tiers").locator(".message-more").click()
    ben.get_by_role("button", name="Mettre au tableau").click()
    go(ben, "Tableau de ressources")
    ben.get_by_role("button", name="Ajouter").click()
    ben.get_by_label("Titre").fill("Les fractions")
    ben.get_by_label("Lien").fill("javascript:alert(1)")
    ben.get_by_role("button", name="Mettre au tableau").click()
    expect(ben.get_by_text("Cette adresse n’est pas complète.")).to_be_visible()
    ben.get_by_label("Lien").fill("exemple.fr/fractions")
    ben.get_by_role("button", name="Mettre au tableau").click()
    link = ben.get_by_role("dialog").get_by_role("link")
    expect(link).to_have_attribute("href", "https://exemple.fr/fractions")
    expect(link).to_have_attribute("rel", "noopener noreferrer")
    expect(link.locator("strong")).to_have_text("exemple.fr")
    is_open_to_all(ben)
    ben.keyboard.press("Escape")


def ones_own_tells_all(ana: Page) -> None:
    """Find something useful, and read what became of what one wrote."""
    go(ana, "Tableau de ressources")
    ana.locator(".board-card", has_text="exemple.fr").get_by_role("button", name="Utile").click()
    expect(ana.get_by_role("button", name="Utile 1")).to_have_attribute("aria-pressed", "true")
    ana.keyboard.press("Escape")
    go(ana, "Ce que j’ai écrit")
    mine = ana.get_by_role("dialog").get_by_role("listitem").filter(has_text="Un tiers")
    for words in ("Publié", "1 merci", "Au tableau"):
        expect(mine.first).to_contain_text(words)
    is_open_to_all(ana)
    ana.keyboard.press("Escape")


def names_are_offered(ana: Page) -> None:
    """Name somebody by the keyboard alone."""
    field = ana.locator("textarea")
    field.click()
    ana.keyboard.type("Bravo @")
    expect(ana.get_by_role("option")).to_have_count(2)
    ana.keyboard.type("pet")
    expect(ana.get_by_role("option")).to_have_text(["BPBenoît Petit"])
    expect(ana.get_by_role("option")).to_have_attribute("aria-selected", "true")
    is_open_to_all(ana)
    ana.keyboard.press("Tab")
    expect(field).to_have_value("Bravo @Benoît Petit ")
    ana.keyboard.press("Enter")


def test_learners_thank_keep_and_name_one_another(new_context: Callable[..., BrowserContext], staff: Staff) -> None:
    """Ana hears of Ben's thanks, finds her words on the board, and sees in her own list what became of them."""
    staff.do("session.open_lobby")
    staff.do("session.start")
    pages = []
    for name, width in (("Ana Costa", 375), ("Benoît Petit", 320)):
        context = new_context(bypass_csp=True, reduced_motion="reduce", viewport={"width": width, "height": 640})
        context.add_init_script(AXE)
        pages.append(context.new_page())
        enter(pages[-1], staff, name)
        expect(pages[-1].get_by_role("textbox")).to_be_visible()
    ana, ben = pages
    write(ana, "Un tiers de douze, c’est quatre")
    thanks_are_heard(ana, ben)
    the_board_fills(ben)
    ones_own_tells_all(ana)
    names_are_offered(ana)
    expect(ben.locator(".mention.me")).to_have_text("@Benoît Petit")
