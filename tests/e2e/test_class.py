"""A whole class: two trainers on two machines, two phones, and everything that a class goes through."""

from __future__ import annotations

from typing import TYPE_CHECKING

from playwright.async_api import expect

from app.domain.breakouts.commands import MoveMembers, OpenRoom
from app.domain.discussion.commands import PostMessage
from app.domain.discussion.state import DiscussionState
from app.domain.kernel.gate import Outcome
from app.domain.kernel.words import MAIN, Phase, Role, derived_id, room_channel
from app.domain.moderation.commands import DecideText, SetChannelMode
from app.domain.moderation.events import ChannelMode
from app.domain.moderation.state import ModerationState
from app.domain.roster.state import RosterState
from app.domain.session.commands import EndSession, OpenLobby, StartSession
from app.sync.links import CodeLink, write_link
from tests.e2e.house import WITHIN, House, past, said, texts, until
from tests.e2e.phone import ENGLISH, FRENCH, Phone

if TYPE_CHECKING:
    from playwright.async_api import Browser

    from app.sync.client import StaffClient
    from tests.relay.processes import RelayProcess


def learner(staff: StaffClient, name: str) -> str:
    """Return the only learner of that name."""
    seats = staff.world.state(RosterState).members.values()
    (member,) = [seat.member for seat in seats if seat.name == name and seat.role is Role.LEARNER]
    return member


async def decide(staff: StaffClient, text: str, outcome: Outcome, reason: str = "") -> None:
    """Wait for a text at the gate and decide about it."""

    def waiting() -> str:
        messages = staff.world.state(DiscussionState).messages
        return next((i for i in staff.world.state(ModerationState).waiting if messages[i].newest.text == text), "")

    await until(staff, waiting)
    item = staff.world.state(ModerationState).items[waiting()]
    await staff.do(
        DecideText(item=item.item, revision=item.revision, version=item.version, outcome=outcome, reason=reason)
    )


async def they_talk(host: StaffClient, lea: Phone, tom: Phone) -> None:
    await lea.say("Bonjour à toutes et à tous !")
    await tom.shows_settled("Bonjour à toutes et à tous !")
    await tom.reply("Bonjour à toutes et à tous !", "Good morning, Léa.")
    await lea.shows_settled("Good morning, Léa.")
    await expect(lea.message("Good morning, Léa.").locator(".quote")).to_contain_text("Bonjour à toutes et à tous !")
    await lea.react(FRENCH.thumb_up)
    await expect(tom.message("Good morning, Léa.").locator(".reaction")).to_contain_text("1")
    await host.do(PostMessage(channel=MAIN, text="Commençons."))
    await lea.shows_settled("Commençons.")
    await tom.shows_settled("Commençons.")

    for phone in (lea, tom):
        await phone.button(phone.words.raise_hand).tap()
        await expect(phone.button(phone.words.lower_hand)).to_be_visible()
    hands = host.world.state(DiscussionState).hands
    await until(host, lambda: set(hands) == {learner(host, "Léa"), learner(host, "Tom")})
    await tom.button(ENGLISH.lower_hand).tap()
    await until(host, lambda: set(hands) == {learner(host, "Léa")})


async def the_channel_is_held(host: StaffClient, cofacilitator: StaffClient, lea: Phone, tom: Phone) -> None:
    await host.do(SetChannelMode(channel=MAIN, mode=ChannelMode.HELD))
    await expect(lea.page.locator(".composer-hint")).to_be_visible()
    for text in ("Approuvez-moi", "Canari renvoyé", "Canari refusé"):
        await lea.say(text)
        await lea.shows_note(text, FRENCH.waits)
    await decide(cofacilitator, "Approuvez-moi", Outcome.PUBLISHED)
    await decide(cofacilitator, "Canari renvoyé", Outcome.RETURNED, "Soyez plus précise")
    await decide(host, "Canari refusé", Outcome.REJECTED, "Hors sujet")
    await lea.shows_settled("Approuvez-moi")
    await tom.shows_settled("Approuvez-moi")
    await lea.shows_note("Canari renvoyé", "Soyez plus précise")
    await lea.shows_note("Canari refusé", "Hors sujet")

    await lea.revise("Canari renvoyé", "Trois concessions, dans cet ordre")
    await lea.shows_note("Trois concessions, dans cet ordre", FRENCH.waits)
    await decide(cofacilitator, "Trois concessions, dans cet ordre", Outcome.PUBLISHED)
    await lea.shows_settled("Trois concessions, dans cet ordre")
    await tom.shows_settled("Trois concessions, dans cet ordre")
    await lea.shows_note("Canari refusé", FRENCH.rejected)
    assert not [text for text in await tom.texts() if "Canari" in text]
    await host.do(SetChannelMode(channel=MAIN, mode=ChannelMode.OPEN))


async def one_is_moved_to_a_room_and_back(host: StaffClient, lea: Phone, tom: Phone) -> None:
    opened = host.submit(OpenRoom(name="Salle Bleue"))
    await host.settled(opened.id)
    room = room_channel(derived_id(opened.id, host.member, 0))
    await tom.field.fill("Half a thought, not sent")
    await host.do(MoveMembers(members=(learner(host, "Tom"),), place=room))
    await tom.is_in("Salle Bleue")
    await expect(tom.field).to_have_value("Half a thought, not sent")
    await host.do(PostMessage(channel=room, text="Canari de la salle"))
    await tom.shows_settled("Canari de la salle")
    await host.do(MoveMembers(members=(learner(host, "Tom"),), place=MAIN))
    await tom.is_in(ENGLISH.main_room)
    await expect(tom.field).to_have_value("Half a thought, not sent")

    before = len(host.world.state(RosterState).members)
    await tom.page.reload()
    await expect(tom.field).to_have_value("Half a thought, not sent")
    await tom.shows_settled("Commençons.")
    assert len(host.world.state(RosterState).members) == before
    await tom.button(ENGLISH.send).tap()
    await lea.shows_settled("Half a thought, not sent")


async def the_relay_is_killed(relay: RelayProcess, host: StaffClient, lea: Phone, tom: Phone) -> None:
    relay.kill()
    await lea.say("Écrit sans connexion")
    await tom.say("Written offline")
    await lea.shows_note("Écrit sans connexion", FRENCH.unsent)
    await tom.shows_note("Written offline", ENGLISH.unsent)
    mine = host.submit(PostMessage(channel=MAIN, text="L’hôte aussi"))
    relay.start()
    await host.settled(mine.id)
    for phone in (lea, tom):
        for text in ("Écrit sans connexion", "Written offline", "L’hôte aussi"):
            await phone.shows_settled(text)


async def test_a_whole_class_from_the_first_code_to_the_record(house: House, browser: Browser):
    """Everybody sees what is theirs to see, nothing is lost or said twice, and the record is whole."""
    relay = house.relay()
    address = f"http://cercle.test:{relay.port}/"
    host_desk, other_desk = house.desk("host"), house.desk("cofacilitator")
    host = await house.host(relay, host_desk)
    cofacilitator = await house.cofacilitator(host, other_desk)
    await host.do(OpenLobby())

    lea, tom = await Phone.take(browser, FRENCH), await Phone.take(browser, ENGLISH)
    await lea.join_by_link(write_link(CodeLink(address.rstrip("/"), host.code)), "Léa")
    await tom.join_by_code(address, host.code.lower().replace("-", " "), "Tom")
    assert not await lea.page.evaluate("isSecureContext")
    await expect(lea.button(FRENCH.send)).to_be_disabled()
    await host.do(StartSession())

    await they_talk(host, lea, tom)
    await the_channel_is_held(host, cofacilitator, lea, tom)
    await one_is_moved_to_a_room_and_back(host, lea, tom)
    await the_relay_is_killed(relay, host, lea, tom)

    await host.do(EndSession())
    await expect(lea.page.locator(".strips")).to_contain_text(FRENCH.ended, timeout=WITHIN * 1000)
    await expect(tom.page.locator(".strips")).to_contain_text(ENGLISH.ended, timeout=WITHIN * 1000)
    await until(cofacilitator, lambda: cofacilitator.world.life.phase is Phase.ENDED)
    assert texts(cofacilitator) == texts(host)
    assert lea.faults == tom.faults == []
    assert tom.never_heard("Canari renvoyé")
    assert tom.never_heard("Canari refusé")
    assert lea.never_heard("Canari de la salle")
    session = host.session
    await host.close()
    await cofacilitator.close()

    expected = sorted(
        [
            "Bonjour à toutes et à tous !",
            "Good morning, Léa.",
            "Commençons.",
            "Approuvez-moi",
            "Trois concessions, dans cet ordre",
            "Canari refusé",
            "Canari de la salle",
            "Half a thought, not sent",
            "Écrit sans connexion",
            "Written offline",
            "L’hôte aussi",
        ]
    )
    for desk in (host_desk, other_desk):
        found = past(desk, session)
        assert sorted(said(found)) == expected
        assert found.world.life.phase is Phase.ENDED
