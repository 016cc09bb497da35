"""What a learner lives through: coming in, losing the line, being moved, being refused, going on elsewhere."""

from __future__ import annotations

import base64
import json
import re
from typing import TYPE_CHECKING, Any
from urllib.parse import parse_qs, urlsplit

import pytest
from playwright.sync_api import expect

from tests.learner.scenes import CODE, SEAT, STATES, TOKEN, entry, show
from tests.learner.standin import PAGE, Frame, Scene, golden

if TYPE_CHECKING:
    from collections.abc import Callable

    from playwright.sync_api import BrowserContext, Page

    from tests.learner.standin import StandIn

POST = "discussion.post"


def is_cmd(frame: Frame) -> bool:
    """Tell a command."""
    return bool(frame["t"] == "cmd")


def is_hello(frame: Frame) -> bool:
    """Tell a return to a seat."""
    return bool(frame["t"] == "hello")


def write(page: Page, text: str) -> None:
    """Type a message and send it."""
    expect(page.get_by_role("dialog")).to_have_count(0)
    page.get_by_role("textbox").fill(text)
    page.get_by_role("button", name="Envoyer").click()


def say(scene: Scene, **fields: Any) -> None:
    """Let the relay's answer to every command be one frame."""
    scene.on_command = lambda frame: {"id": frame["id"], **fields}


def test_from_the_link_to_the_first_word(page: Page, relay: StandIn, address: str):
    """A code in the link, a name, a message; the notice says what is recorded, and the address bar holds no secret."""
    page.goto(address + CODE)
    expect(page.get_by_role("heading", name="Négocier en équipe")).to_be_visible()
    expect(page.get_by_text("Vos messages et vos heures de présence sont enregistrés")).to_be_visible()
    assert page.url == address

    page.get_by_label("Votre nom").fill("Sam Okafor")
    page.keyboard.press("Enter")
    write(page, "Bonjour !")
    (command,) = relay.wait_for(is_cmd)
    assert command["command"] == {"type": POST, "channel": "main", "text": "Bonjour !"}
    assert command["seen"] == golden("doc.me")["seq"]
    (join,) = relay.wait_for(lambda frame: frame["t"] == "join")
    assert (join["code"], join["name"], join["language"]) == ("BADO-LIMU-47", "Sam Okafor", "fr")
    assert re.fullmatch(r"[\w-]{43}", join["token"])
    relay.wait_for(lambda frame: frame == {"t": "presence", "state": "here"})


def test_enter_sends_what_was_typed_just_before(page: Page, relay: StandIn, address: str):
    """Words and Enter may come in one breath, before the page has painted the words."""
    show(STATES["conversation"], page, relay, address)
    page.evaluate(
        """() => {
            const box = document.querySelector("textarea");
            box.value = "Oui";
            box.dispatchEvent(new Event("input", { bubbles: true }));
            box.dispatchEvent(new KeyboardEvent("keydown", { key: "Enter", bubbles: true, cancelable: true }));
        }"""
    )
    (command,) = relay.wait_for(is_cmd)
    assert command["command"]["text"] == "Oui"


def test_a_code_is_typed_in_and_a_wrong_one_told(page: Page, relay: StandIn, address: str):
    """The field keeps what was typed, says what is wrong, and takes the next try."""
    relay.scene.about = "unknown_code"
    page.goto(address)
    page.get_by_label("Code de la classe").fill("bado limu 48")
    page.get_by_role("button", name="Continuer").click()
    expect(page.get_by_text("Ce code ne mène à aucune classe")).to_be_visible()

    relay.scene.about = golden("about")
    page.get_by_label("Code de la classe").fill("bado limu 47")
    page.get_by_role("button", name="Continuer").click()
    expect(page.get_by_label("Votre nom")).to_be_visible()


def test_a_taken_name_is_told_and_changed(page: Page, relay: StandIn, address: str):
    """The name stays in the field, with what to do about it."""
    relay.scene.entry = "name_taken"
    page.goto(address + CODE)
    page.get_by_label("Votre nom").fill("Sam")
    page.keyboard.press("Enter")
    expect(page.get_by_text("Quelqu’un porte déjà ce nom")).to_be_visible()
    expect(page.get_by_label("Votre nom")).to_have_value("Sam")

    relay.scene.entry = entry()
    page.get_by_label("Votre nom").fill("Sam O.")
    page.keyboard.press("Enter")
    expect(page.locator(".message").first).to_be_visible()


def test_the_seat_is_found_again_at_the_bare_address_and_by_its_code(
    context: BrowserContext, relay: StandIn, address: str
):
    """Closing the tab, typing the address, or scanning the same code again: the same seat, without a question."""
    page = context.new_page()
    page.goto(address + CODE)
    page.get_by_label("Votre nom").fill("Sam")
    page.keyboard.press("Enter")
    page.locator(".message").first.wait_for()
    token = relay.wait_for(lambda frame: frame["t"] == "join")[0]["token"]
    page.close()

    for count, link in enumerate(("", "#c=bado-limu-47"), 1):
        page = context.new_page()
        page.goto(address + link)
        page.locator(".message").first.wait_for()
        assert relay.wait_for(is_hello, count)[-1]["token"] == token
        page.close()


def test_leaving_forgets_the_seat(page: Page, relay: StandIn, address: str):
    """The relay is told, and the device keeps nothing."""
    show(STATES["menu"], page, relay, address)
    page.get_by_role("button", name="Quitter la classe").click()
    page.get_by_role("button", name="Quitter la classe").click()
    expect(page.get_by_role("heading", name="Vous avez quitté la classe")).to_be_visible()

    assert relay.commands("roster.leave")
    assert page.evaluate("Object.keys(localStorage).filter((key) => key !== 'cercle.lang')") == []
    page.reload()
    expect(page.get_by_label("Code de la classe")).to_be_visible()


def test_what_is_typed_survives_reload_and_being_moved(page: Page, relay: StandIn, address: str):
    """The draft is there after a reload, and goes along into a room."""
    show(STATES["conversation"], page, relay, address)
    page.get_by_role("textbox").fill("Une phrase à moitié")
    page.reload()
    expect(page.get_by_role("textbox")).to_have_value("Une phrase à moitié")

    room = golden("doc.room")
    relay.push(room, {"t": "patch", "doc": "me", "seq": 80, "patch": {"roster": {"seat": {"place": room["doc"]}}}})
    expect(page.locator(".strip-room")).to_contain_text("Vous êtes dans Atelier Curie avec Nadia Roussel, João Pires")
    expect(page.get_by_role("textbox")).to_have_value("Une phrase à moitié")
    expect(page.get_by_text("Oui ! Qui joue le client ?")).to_be_visible()
    page.get_by_role("button", name="Envoyer").click()
    assert relay.wait_for(is_cmd)[0]["command"]["channel"] == room["doc"]

    page.get_by_role("button", name="Salle principale").click()
    expect(page.get_by_text("Gardez cet exemple pour l’atelier")).to_be_visible()


def hear_of_a_network(page: Page) -> None:
    """Tell the page that there is a network again, as a browser does; it tries at once."""
    page.evaluate("dispatchEvent(new Event('online'))")


def test_a_message_written_without_a_line_leaves_by_itself(page: Page, relay: StandIn, address: str):
    """It is said that it has not left; it survives a reload; it leaves with one id, and is then just sent."""
    show(STATES["conversation"], page, relay, address)
    relay.is_away = True
    relay.drop()
    write(page, "Écrit dans le train")
    expect(page.get_by_text("Pas encore envoyé")).to_be_visible()
    expect(page.get_by_text("Connexion perdue")).to_be_visible()
    page.get_by_role("textbox").fill("La suite")
    # While the line is away, so that it cannot come back, and take the button with it, before the click.
    page.get_by_role("button", name="Réessayer").click()
    assert relay.commands(POST) == []

    relay.is_away = False
    hear_of_a_network(page)
    (sent,) = relay.wait_for(is_cmd)
    assert sent["command"]["text"] == "Écrit dans le train"
    expect(page.get_by_text("Pas encore envoyé")).to_be_hidden()
    expect(page.get_by_role("textbox")).to_have_value("La suite")


def test_a_message_without_an_answer_is_asked_again_with_its_own_id(page: Page, relay: StandIn, address: str):
    """No answer means unknown: the next connection, even of a page loaded anew, sends the same frame."""
    show(STATES["conversation"], page, relay, address)
    relay.scene.on_command = lambda _frame: None
    write(page, "Sans réponse")
    (first,) = relay.wait_for(is_cmd)
    expect(page.get_by_text("Envoi…")).to_be_visible()
    page.reload()

    assert relay.wait_for(is_cmd, 2)[1] == first


def test_a_returned_message_is_revised_and_offered_again(page: Page, relay: StandIn, address: str):
    """The reason is there, one tap brings the text back into the composer, and an edit goes out."""
    show(STATES["conversation"], page, relay, address)
    expect(page.get_by_text("Décrivez la situation sans viser une personne")).to_be_visible()
    page.get_by_role("button", name="Retravailler").click()
    expect(page.get_by_role("textbox")).to_have_value("Mon chef est nul en négo")
    expect(page.get_by_role("textbox")).to_be_focused()
    write(page, "Mon responsable manque de méthode")

    command = relay.wait_for(is_cmd)[0]["command"]
    own = golden("doc.me")["value"]["discussion"]["own"]
    returned = next(key for key, text in own.items() if text["state"] == "returned")
    assert command == {"type": "discussion.edit", "message": returned, "text": "Mon responsable manque de méthode"}


def test_a_refused_message_is_kept_and_tried_again(page: Page, relay: StandIn, address: str):
    """The words stay, with the reason; trying again is another command."""
    show(STATES["refused"], page, relay, address)
    expect(page.get_by_text("La classe n’est pas en cours")).to_be_visible()
    page.reload()
    expect(page.get_by_text("Trop tard ?")).to_be_visible()
    relay.scene = Scene()
    page.locator(".note-danger").get_by_role("button", name="Réessayer").click()

    first, second = relay.wait_for(is_cmd, 2)
    assert first["command"] == second["command"]
    assert first["id"] != second["id"]


def test_answers_reactions_and_hands(page: Page, relay: StandIn, address: str):
    """An answer names its message; a reaction and a hand go up and come down; others' refusals are told shortly."""
    show(STATES["conversation"], page, relay, address)
    page.get_by_role("button", name="Réagir ou répondre au message de Tom Lévêque").click(force=True)
    page.get_by_role("button", name="Répondre", exact=True).click()
    expect(page.locator(".special")).to_contain_text("Réponse à Tom Lévêque")
    write(page, "Merci pour le lien")
    page.get_by_role("button", name="Réagir au dernier message").click()
    page.get_by_role("button", name="Bravo").click()
    page.get_by_role("button", name="Lever la main").click()
    sent = [frame["command"] for frame in relay.wait_for(is_cmd, 3)]

    messages = golden("doc.class")["value"]["discussion"]["messages"]
    tom, karim = (next(k for k, m in messages.items() if m.get("name", "").startswith(n)) for n in ("Tom", "Karim"))
    assert sent == [
        {"type": POST, "channel": "main", "text": "Merci pour le lien", "reply_to": tom},
        {"type": "discussion.react", "message": karim, "emoji": "🎉", "on": True},
        {"type": "discussion.raise_hand"},
    ]
    relay.push({"t": "patch", "doc": "me", "seq": 91, "patch": {"discussion": {"hand": 5}}})
    say(relay.scene, t="refused", code="not_allowed")
    page.get_by_role("button", name="Baisser la main").click()
    expect(page.locator(".notice")).to_contain_text("Votre rôle ne permet pas cela")


def test_own_messages_are_edited_and_deleted(page: Page, relay: StandIn, address: str):
    """What was being written meanwhile comes back after the edit."""
    show(STATES["conversation"], page, relay, address)
    page.get_by_role("textbox").fill("En cours")
    own = page.locator(".mine:not(.unseen) .message-more")
    own.click(force=True)
    page.get_by_role("button", name="Modifier").click()
    expect(page.get_by_role("textbox")).to_have_value(re.compile("^Chez moi"))
    write(page, "Chez moi c’est l’inverse.")
    expect(page.get_by_role("textbox")).to_have_value("En cours")
    own.click(force=True)
    page.get_by_role("button", name="Supprimer").click()
    page.get_by_role("button", name="Supprimer").click()

    edit, delete = (frame["command"] for frame in relay.wait_for(is_cmd, 2))
    assert edit["type"] == "discussion.edit"
    assert edit["text"] == "Chez moi c’est l’inverse."
    assert delete == {"type": "discussion.delete", "message": edit["message"]}


def test_older_messages_come_as_one_scrolls_up(page: Page, relay: StandIn, address: str):
    """They are asked for before the oldest one shown, and what is being read stays in its place."""
    show(STATES["conversation"], page, relay, address)
    page.set_viewport_size({"width": 390, "height": 500})
    page.locator(".conversation").evaluate("(one) => { one.scrollTop = 0; }")
    expect(page.get_by_text("Bonjour à tous depuis Porto.")).to_be_attached()

    (query,) = relay.wait_for(lambda frame: frame["t"] == "query")
    assert query["args"] == {"channel": "main", "before": 41, "limit": 50}
    expect(page.get_by_text("Début de la conversation")).to_be_attached()


def test_two_tabs_of_a_seat_send_a_message_once(context: BrowserContext, relay: StandIn, address: str):
    """What one tab writes, the other shows; after a lost line, one of them sends it."""
    first, second = context.new_page(), context.new_page()
    for page in (first, second):
        page.goto(address + SEAT)
        page.locator(".message").first.wait_for()
    relay.is_away = True
    relay.drop()
    write(first, "D’un seul onglet")
    expect(second.get_by_text("D’un seul onglet")).to_be_visible()
    relay.scene.on_command = lambda _frame: None
    relay.is_away = False
    for page in (first, second):
        page.evaluate("dispatchEvent(new Event('online'))")
    relay.wait_for(is_hello, 4)
    relay.wait_for(is_cmd)
    expect(first.get_by_text("en ligne")).to_be_visible()
    expect(second.get_by_text("en ligne")).to_be_visible()

    assert len(relay.commands(POST)) == 1


def test_a_line_that_fell_silent_is_tested_and_replaced(page: Page, relay: StandIn, address: str):
    """A browser hides pings from its pages: after a quiet while the page asks, and without an answer it comes anew."""
    page.clock.install()
    show(STATES["conversation"], page, relay, address)
    page.clock.run_for(26_000)
    relay.wait_for(lambda frame: frame["t"] == "ask")
    assert len(relay.wait_for(is_hello)) == 1

    relay.scene.on_ask = lambda _frame: None
    page.clock.run_for(26_000)
    relay.wait_for(lambda frame: frame["t"] == "ask", 2)
    page.clock.run_for(11_000)
    relay.wait_for(is_hello, 2)


def test_the_page_says_when_it_is_behind_others(page: Page, relay: StandIn, address: str):
    """Presence follows the page's visibility."""
    show(STATES["conversation"], page, relay, address)
    page.evaluate("""() => {
        Object.defineProperty(document, 'visibilityState', { value: 'hidden', configurable: true });
        document.dispatchEvent(new Event('visibilitychange'));
    }""")

    relay.wait_for(lambda frame: frame == {"t": "presence", "state": "hidden"})


@pytest.mark.parametrize("how", ["superseded", "silence"])
def test_the_class_goes_on_at_the_standby_with_seat_outbox_and_draft(
    new_context: Callable[..., BrowserContext], relay: StandIn, address: str, how: str
):
    """The page goes there by itself and carries everything in the fragment; there it leaves the address bar at once."""
    context = new_context()
    page = context.new_page()
    relay.begin(Scene(entry=entry()))
    relay.scene.on_command = lambda _frame: None
    standby = f"http://127.0.0.1:{relay.port}/"
    relay.scene.entry[1]["value"]["session"]["standby"] = standby  # type: ignore[index]  # frames, not a code
    page.clock.install()
    page.goto(address + SEAT)
    page.locator(".message").first.wait_for()
    write(page, "Pas encore gardé")
    (first,) = relay.wait_for(is_cmd)
    page.get_by_role("textbox").fill("Un brouillon")
    seen: list[str] = []
    page.on("framenavigated", lambda frame: seen.append(frame.url))
    if how == "superseded":
        relay.push({"t": "bye", "reason": "superseded", "standby": standby})
    else:
        relay.is_away = True
        relay.drop()
        page.get_by_text("hors ligne").or_(page.get_by_text("connexion…")).first.wait_for()
        relay.is_away = False
        # The stand-in is away for the first address alone.
        context.route_web_socket(re.compile("cercle.test"), lambda route: route.close())
        page.clock.run_for(31_000)
    page.wait_for_url(standby + "**")
    expect(page.get_by_role("textbox")).to_have_value("Un brouillon")

    assert page.url == standby
    carried = {key: value[0] for key, value in parse_qs(urlsplit(seen[0]).fragment).items()}
    assert (carried["s"], carried["k"]) == (golden("welcome")["session"], TOKEN)
    assert json.loads(base64.urlsafe_b64decode(carried["o"] + "===")) == [first]
    assert relay.wait_for(is_cmd, 2)[-1] == first


def test_the_language_is_chosen_by_link_browser_and_switch(new_context: Callable[..., BrowserContext], address: str):
    """`?lang=` is stronger than the browser, the switch is stronger than both, and it is remembered."""
    page = new_context(locale="fr-FR").new_page()
    page.goto(address + "?lang=en" + CODE)
    expect(page.get_by_label("Your name")).to_be_visible()
    assert page.evaluate("document.documentElement.lang") == "en"
    page.get_by_label("Your name").fill("Zoé")
    page.get_by_role("button", name="Français").click()
    expect(page.get_by_label("Votre nom")).to_have_value("Zoé")
    page.reload()
    expect(page.get_by_label("Code de la classe")).to_be_visible()


def test_a_code_that_the_page_does_not_know_is_named(page: Page, relay: StandIn, address: str):
    """A newer relay may refuse with a new code: a general sentence carries it."""
    relay.scene.entry = "brand_new_code"
    page.goto(address + SEAT)

    expect(
        page.get_by_text("donnez ce code à votre formateur : brand_new_code".replace(" :", "\u00a0:"))
    ).to_be_visible()


def test_a_removed_member_sees_what_was_never_sent(page: Page, relay: StandIn, address: str):
    """Nothing that was typed is lost without being shown."""
    show(STATES["reconnecting"], page, relay, address)
    relay.scene.entry = "removed"
    relay.is_away = False
    hear_of_a_network(page)

    expect(page.get_by_role("heading", name="Vous ne faites plus partie de cette classe")).to_be_visible()
    expect(page.get_by_text("Je réponds dès que possible.")).to_be_visible()


def test_what_others_wrote_is_never_taken_for_markup(page: Page, relay: StandIn, address: str):
    """Tags are shown as text, and only web addresses become links."""
    show(STATES["conversation"], page, relay, address)
    text = "<img src=x onerror=alert(1)> javascript:alert(1) https://example.org/a?b=1&c=2."
    message = {"author": "x", "name": "<b>Tom</b>", "number": 4, "at": 1, "order": 99, "text": text}
    relay.push({"t": "patch", "doc": "class", "seq": 99, "patch": {"discussion": {"messages": {"new": message}}}})
    bubble = page.locator("[data-id=new]")
    expect(bubble).to_contain_text(text)

    assert bubble.locator("img, b").count() == 0
    assert bubble.get_by_role("link").evaluate_all("(all) => all.map((one) => one.href)") == [
        "https://example.org/a?b=1&c=2"
    ]


def test_every_file_of_the_page_loads_under_the_policy(page: Page, relay: StandIn, address: str):
    """Nothing is missing, and nothing is fetched from elsewhere."""
    asked: list[str] = []
    page.on("response", lambda response: asked.append(f"{response.status} {response.url}"))
    # Who comes with commands from another address may need any part.
    with_all = STATES["conversation"]._replace(fragment=f"{STATES['conversation'].fragment}&o=W10")
    show(with_all, page, relay, address)
    # What it takes to write together comes with the first note that is opened.
    with page.expect_response("**/vendor/yjs.js"):
        page.get_by_role("button", name="Notes partagées").click()
    page.wait_for_load_state("networkidle")

    assert [one for one in asked if not one.startswith(("200", "101")) or address not in one] == []
    served = {urlsplit(one.split()[1]).path.lstrip("/") for one in asked}
    scripts = {path.relative_to(PAGE).as_posix() for path in PAGE.rglob("*.js") if not path.name.endswith(".en.js")}
    assert scripts - served == set()
