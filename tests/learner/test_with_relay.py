"""The page on a real relay: a class from the door to the end, with a host who moderates, and a relay that dies."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest
from playwright.sync_api import expect

from tests.learner.conftest import HOST
from tests.learner.standin import LoopThread
from tests.relay.processes import Class, Peer, RelayProcess

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from playwright.sync_api import BrowserContext, Page

    from tests.learner.conftest import Watch


class Staff:
    """The class's host, who acts from a thread of their own."""

    def __init__(self, relay: RelayProcess) -> None:
        self.relay = relay
        self.course = Class(relay)
        self._thread = LoopThread()
        self._peer: Peer = self._thread.run(self.course.create())

    def do(self, kind: str, **fields: Any) -> None:
        """Ask for a command that must succeed."""
        answer = self._thread.run(self._peer.ask(kind, **fields))
        assert answer["t"] == "ack", answer

    def come_back(self) -> None:
        """Connect anew, as after the relay's restart."""
        token = self.course.host_token
        self._peer = self._thread.run(self.course.hello(token, **{"as": "replica"}))

    def events(self, kind: str) -> list[dict[str, Any]]:
        """Return the log's events of a type."""
        log = self._thread.run(self.course.log())
        # Who has seen the log may act on it.
        self._thread.run(self._peer.reads_up_to(log[-1]["seq"]))
        return [event for event in log if event["type"] == kind]

    def close(self) -> None:
        """Go."""
        self._thread.run(self._peer.close())
        self._thread.close()


@pytest.fixture
def process(tmp_path: Path) -> Iterator[RelayProcess]:
    """A relay process of one test alone."""
    process = RelayProcess(tmp_path / "data").start()
    yield process
    process.kill()


@pytest.fixture
def staff(process: RelayProcess) -> Iterator[Staff]:
    """The host of a class on it."""
    staff = Staff(process)
    yield staff
    staff.close()


def enter(page: Page, staff: Staff, name: str) -> None:
    """Come in by the link with the code."""
    page.goto(f"http://{HOST}:{staff.relay.port}/#c={staff.course.code}")
    page.get_by_label("Votre nom").fill(name)
    page.keyboard.press("Enter")


def write(page: Page, text: str) -> None:
    """Type a message and send it."""
    expect(page.get_by_role("dialog")).to_have_count(0)
    page.get_by_role("textbox").fill(text)
    page.get_by_role("button", name="Envoyer").click()


def item_of(staff: Staff, text: str) -> tuple[str, int]:
    """Return the id and the version of the message with a text."""
    event = next(e for e in staff.events("discussion.posted") if e["hidden"].get("text") == text)
    return event["data"]["item"], event["seq"]


def test_through_the_door_and_the_gate(page: Page, staff: Staff):
    """Not open, lobby, admitted, live; a message is held, returned, revised, approved."""
    enter(page, staff, "Sam Okafor")
    expect(page.get_by_text("La classe n’est pas encore ouverte.").first).to_be_visible()
    staff.do("session.open_lobby")
    staff.do("roster.set_door", mode="ask")
    page.reload()
    expect(page.get_by_role("heading", name="Vous êtes dans la salle d’attente")).to_be_visible()
    member = staff.events("roster.joined")[-1]["data"]["author"]
    staff.do("roster.admit", members=[member])
    expect(page.get_by_text("La classe va bientôt commencer.")).to_be_visible()
    page.get_by_role("textbox").fill("Préparé")
    expect(page.get_by_role("button", name="Envoyer")).to_be_disabled()

    staff.do("session.start")
    page.get_by_role("button", name="Envoyer").click()
    expect(page.locator(".message.mine:not(.pending)", has_text="Préparé")).to_be_visible()
    staff.do("discussion.post", channel="main", text="Bienvenue !")
    expect(page.locator(".message", has_text="Bienvenue !")).to_contain_text("Formateur")

    staff.do("moderation.set_mode", channel="main", mode="held")
    expect(page.get_by_text("un formateur lit les messages")).to_be_visible()
    write(page, "Un mot")
    expect(page.get_by_text("En attente d’approbation")).to_be_visible()
    item, version = item_of(staff, "Un mot")
    staff.do("moderation.decide", item=item, revision=1, version=version, outcome="returned", reason="Précisez.")
    expect(page.get_by_text("Renvoyé\u00a0: Précisez.")).to_be_visible()
    page.get_by_role("button", name="Retravailler").click()
    expect(page.get_by_role("textbox")).to_have_value("Un mot")
    write(page, "Un mot plus précis")
    expect(page.get_by_text("En attente d’approbation")).to_be_visible()
    edited = staff.events("discussion.edited")[0]
    staff.do("moderation.decide", item=item, revision=2, version=edited["seq"], outcome="published")
    expect(page.get_by_text("En attente d’approbation")).to_be_hidden()
    expect(page.locator(".message.mine:not(.unseen)", has_text="Un mot plus précis")).to_be_visible()
    assert [e["hidden"]["text"] for e in staff.events("discussion.posted")] == ["Préparé", "Bienvenue !", "Un mot"]


def test_into_a_room_and_to_the_end(page: Page, staff: Staff):
    """Moved with a draft, a hand, the list of people, pause, end."""
    staff.do("session.start")
    enter(page, staff, "Sam Okafor")
    page.get_by_role("textbox", name="Écrire un message").wait_for()
    member = staff.events("roster.joined")[-1]["data"]["author"]
    staff.do("breakouts.open_room", name="Atelier Curie")
    room = "room:" + staff.events("breakouts.room_added")[0]["data"]["room"]
    page.get_by_role("textbox").fill("À moitié")
    staff.do("breakouts.move", members=[member], place=room)
    expect(page.locator(".strip-room")).to_contain_text("Atelier Curie")
    expect(page.get_by_role("textbox")).to_have_value("À moitié")
    page.get_by_role("button", name="Envoyer").click()
    expect(page.locator(".message.mine:not(.pending)", has_text="À moitié")).to_be_visible()
    page.get_by_role("button", name="Lever la main").click()
    expect(page.get_by_role("button", name="Baisser la main")).to_be_visible()
    page.locator(".count-button").click()
    expect(page.locator("dialog .person").first).to_contain_text("Sam Okafor")
    page.keyboard.press("Escape")

    staff.do("session.pause")
    expect(page.get_by_text("La classe est en pause.")).to_be_visible()
    staff.do("session.resume")
    staff.do("session.end")
    expect(page.get_by_text("La classe est terminée. Merci")).to_be_visible()
    (posted,) = staff.events("discussion.posted")
    assert (posted["data"]["channel"], posted["hidden"]["text"]) == (room, "À moitié")


def test_nothing_is_lost_when_the_relay_dies(page: Page, staff: Staff):
    """Killed with -9 and started again: the page comes back by itself, and what was written meanwhile is there once."""
    staff.do("session.start")
    enter(page, staff, "Sam")
    write(page, "Avant")
    expect(page.locator(".message.mine:not(.pending)", has_text="Avant")).to_be_visible()
    staff.relay.kill()
    write(page, "Pendant")
    expect(page.get_by_text("Pas encore envoyé")).to_be_visible()
    page.get_by_role("textbox").fill("Brouillon")
    staff.relay.start()
    staff.come_back()

    expect(page.get_by_text("Pas encore envoyé")).to_be_hidden(timeout=20_000)
    expect(page.locator(".message.mine:not(.pending)", has_text="Pendant")).to_be_visible()
    expect(page.get_by_role("textbox")).to_have_value("Brouillon")
    assert [e["hidden"]["text"] for e in staff.events("discussion.posted")] == ["Avant", "Pendant"]


def test_two_learners_talk_react_and_leave(page: Page, new_context: Callable[..., BrowserContext], staff: Staff):
    """What one says the other reads, quotes and marks; leaving ends the seat, removal tells."""
    staff.do("session.start")
    enter(page, staff, "Sam")
    write(page, "Qui commence ?")
    other_device = new_context(viewport={"width": 1280, "height": 800})
    other = other_device.new_page()
    enter(other, staff, "Sam")
    expect(other.get_by_text("Quelqu’un porte déjà ce nom")).to_be_visible()
    other.get_by_label("Votre nom").fill("Nadia")
    other.keyboard.press("Enter")
    message = other.locator(".message", has_text="Qui commence ?")
    expect(message).to_be_visible()
    other.get_by_role("button", name="Réagir au dernier message").click()
    other.get_by_role("button", name="Applaudissements").click()
    expect(page.get_by_role("button", name="Applaudissements")).to_contain_text("1")
    other.get_by_role("button", name="Réagir ou répondre au message de Sam").click(force=True)
    other.get_by_role("button", name="Répondre", exact=True).click()
    write(other, "Moi !")
    expect(page.locator(".message", has_text="Moi !").locator(".quote")).to_contain_text("Qui commence ?")

    page.get_by_role("button", name="Menu").click()
    page.get_by_role("button", name="Quitter la classe").click()
    page.get_by_role("button", name="Quitter la classe").click()
    expect(page.get_by_role("heading", name="Vous avez quitté la classe")).to_be_visible()
    nadia = next(e for e in staff.events("roster.joined") if e["hidden"].get("name") == "Nadia")["data"]["author"]
    staff.do("roster.remove", member=nadia)
    expect(other.get_by_role("heading", name="Vous ne faites plus partie de cette classe")).to_be_visible()


def test_a_poll_is_answered_shown_and_asked_again(page: Page, staff: Staff):
    """The page answers what the relay shows; results come when the host shows them, and a second round compares."""
    staff.do("session.open_lobby")
    staff.do("session.start")
    enter(page, staff, "Sam Okafor")
    options = [{"text": "Écouter"}, {"text": "Répondre", "right": True}]
    staff.do("polls.prepare", draft={"question": "Que faire d’abord ?", "options": options}, opens=True)
    poll = staff.events("polls.prepared")[-1]["data"]["poll"]
    page.get_by_label("Écouter").check()
    page.get_by_role("button", name="Envoyer ma réponse").click()
    expect(page.locator(".poll-state").first).to_contain_text("1 réponse")
    answered = staff.events("polls.answered")[-1]
    assert answered["actor"].startswith("anon:")

    staff.do("polls.close", poll=poll)
    staff.events("polls.closed")
    staff.do("polls.show", poll=poll)
    expect(page.locator(".poll-bars li").first).to_contain_text("1 · 100 %")
    staff.events("polls.shown")
    staff.do("polls.again", poll=poll)
    page.get_by_label("Répondre").check()
    page.get_by_role("button", name="Envoyer ma réponse").click()
    expect(page.locator(".poll-head button")).to_have_attribute("aria-expanded", "false")
    staff.events("polls.opened")
    staff.do("polls.close", poll=poll)
    staff.events("polls.closed")
    staff.do("polls.show", poll=poll)
    staff.events("polls.shown")
    staff.do("polls.reveal", poll=poll)

    expect(page.get_by_text("1 personne sur 1 a changé d’avis.")).to_be_visible()
    expect(page.locator(".poll-verdict")).to_contain_text("Bonne réponse")


def test_help_is_called_from_the_door_and_answered_in_private(page: Page, staff: Staff):
    """Waiting to be let in, one calls; staff answer, one reads it inside, says so, and it stays between the two."""
    staff.do("session.open_lobby")
    staff.do("roster.set_door", mode="ask")
    staff.do("session.set_dial_in", dial_in="+33 1 84 88 00 00, code 4821#")
    enter(page, staff, "Sam Okafor")
    page.get_by_role("button", name="J’ai un problème").click()
    sheet = page.get_by_role("dialog")
    expect(sheet.get_by_role("link", name="+33 1 84 88 00 00")).to_have_attribute("href", "tel:+33184880000")
    sheet.get_by_role("button", name="Appeler l’équipe").click()
    expect(sheet.get_by_role("alert")).to_be_visible()
    sheet.get_by_label("Accès").check()
    sheet.get_by_label("Quelques mots de plus").fill("Personne ne m’ouvre")
    sheet.get_by_role("button", name="Appeler l’équipe").click()
    expect(sheet.get_by_text("L’équipe a reçu votre appel.")).to_be_visible()
    call = staff.events("support.asked")[0]["data"]
    assert call["kind"] == "access"
    assert staff.events("support.said")[0]["hidden"]["text"] == "Personne ne m’ouvre"
    page.keyboard.press("Escape")
    staff.do("support.write", member=call["member"], text="J’ouvre tout de suite")
    expect(page.locator(".help-door")).to_contain_text("s’en occupe")

    staff.do("roster.admit", members=[call["member"]])
    expect(page.locator(".strip", has_text="vous a écrit en privé")).to_contain_text("J’ouvre tout de suite")
    page.locator(".strip").get_by_role("button", name="Lire").click()
    expect(page.locator(".help-count")).to_have_count(0)
    sheet.get_by_label("Écrire à l’équipe").fill("Merci !")
    sheet.get_by_role("button", name="Envoyer").click()
    expect(sheet.locator(".help-text", has_text="Merci !")).to_be_visible()
    staff.do("support.resolve", call=call["call"])
    sheet.get_by_role("button", name="Cela ne marche toujours pas").click()
    sheet.get_by_role("button", name="Cela marche maintenant").click()
    expect(sheet.get_by_text("Vous avez dit que cela marche.")).to_be_visible()
    assert [event["type"] for event in staff.events("support.withdrawn")] == ["support.withdrawn"]
    page.keyboard.press("Escape")
    expect(page.locator(".message")).to_have_count(0)


def test_the_number_to_call_is_there_when_the_line_is_gone(page: Page, staff: Staff, watch: Watch):
    """Kept on the device: the relay dies, and the strip and the sheet still tell it."""
    staff.do("session.start")
    staff.do("session.set_dial_in", dial_in="01 84 88 00 00")
    enter(page, staff, "Sam Okafor")
    page.get_by_role("textbox", name="Écrire un message").wait_for()
    expect(page.locator(".help-button")).to_be_visible()
    staff.relay.kill()
    expect(page.locator(".strip-warn").get_by_role("link", name="01 84 88 00 00")).to_be_visible()
    page.get_by_role("button", name="J’ai un problème").click()
    expect(page.get_by_role("dialog").get_by_role("link", name="01 84 88 00 00")).to_be_visible()
    # What one asks with could not be fetched either, and the browser says so.
    assert all("ERR_CONNECTION_REFUSED" in fault for fault in watch.faults)
    watch.faults.clear()
