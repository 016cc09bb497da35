"""A relay is gone for good: the class goes on from the co-facilitator's copy of it."""

from __future__ import annotations

import asyncio
import dataclasses
import shutil
from typing import TYPE_CHECKING

import pytest
from playwright.async_api import expect

from app.domain.breakouts.commands import MoveMembers, OpenRoom
from app.domain.discussion.commands import PostMessage
from app.domain.kernel.refusal import Refusal
from app.domain.kernel.words import MAIN, Role, derived_id, room_channel
from app.domain.roster.state import RosterState
from app.domain.session.commands import OfferStandby
from app.sync.client import StaffClient
from app.sync.connection import Online, TurnedAway
from app.sync.links import CodeLink, write_link
from tests.e2e.house import (
    WITHIN,
    Desk,
    House,
    go_live,
    page_texts,
    page_until,
    past,
    relay_records,
    said,
    texts,
    until,
)
from tests.e2e.phone import FRENCH, Phone

if TYPE_CHECKING:
    from playwright.async_api import Browser

STANDBY_AFTER = "00:40"
"""Longer than a page waits before it goes to the standby's address."""

IN_MAIN = (
    "Su de tous",
    "Acquitté pour l’hôte",
    "Acquitté pour Léa",
    "Jamais parti de Léa",
    "Jamais parti de l’hôte",
)
IN_ROOM = ["Acquitté pour Tom", "Jamais parti de Tom"]
SEATS = [
    ("Hélène", Role.HOST),
    ("Karim", Role.COFACILITATOR),
    ("Léa", Role.LEARNER),
    ("Tom", Role.LEARNER),
]


async def open_room(staff: StaffClient, name: str) -> str:
    """Open a room and return the place it is."""
    opened = staff.submit(OpenRoom(name=name))
    await staff.settled(opened.id)
    return room_channel(derived_id(opened.id, staff.member, 0))


async def go_to(house: House, client: StaffClient, desk: Desk, base: str) -> StaffClient:
    """Go on at another relay that has the class, as a desktop does when its person agrees to."""
    await client.close()
    again = await house.reopened(desk, relay=base)
    again.connect()
    await again.online()
    return again


async def finds_all(lea: Phone) -> None:
    """Wait until the phone has tried again and shows every message, and the draft beside them."""
    await lea.page.clock.fast_forward("00:05")
    for text in IN_MAIN:
        await lea.shows_settled(text)
    await expect(lea.field).to_have_value("À moitié écrit")


async def test_a_class_goes_on_where_the_cofacilitator_brings_it(house: House, browser: Browser):
    """Seats, rooms, and every word: of what the lost relay had acknowledged and of what it never heard."""
    old, new = house.relay(), house.relay("standby")
    host_desk, other_desk = house.desk("host"), house.desk("cofacilitator")
    host = await house.host(old, host_desk)
    await go_live(host)
    cofacilitator = await house.cofacilitator(host, other_desk)
    await host.do(OfferStandby(address=f"http://standby.test:{new.port}"))
    lea = await Phone.take(browser, FRENCH)
    await lea.page.clock.install()
    await lea.join_by_link(write_link(CodeLink(f"http://cercle.test:{old.port}", host.code)), "Léa")
    tom = await house.learner(host, "Tom")
    room = await open_room(host, "Salle Bleue")
    await host.do(MoveMembers(members=(tom.member,), place=room))
    await page_until(tom, lambda: room in tom.documents)
    await lea.say("Su de tous")
    await until(cofacilitator, lambda: texts(cofacilitator) == ["Su de tous"])

    cofacilitator.drop(stay_away=True)
    await host.do(PostMessage(channel=MAIN, text="Acquitté pour l’hôte"))
    await lea.say("Acquitté pour Léa")
    await lea.shows_settled("Acquitté pour Léa")
    acknowledged = tom.submit(PostMessage(channel=room, text="Acquitté pour Tom"))
    await page_until(tom, lambda: acknowledged in tom.acknowledged)
    old.kill()
    shutil.move(old.data, house.folder / "copy")
    await lea.say("Jamais parti de Léa")
    await lea.shows_note("Jamais parti de Léa", FRENCH.unsent)
    await lea.field.fill("À moitié écrit")
    tom.submit(PostMessage(channel=room, text="Jamais parti de Tom"))
    host.submit(PostMessage(channel=MAIN, text="Jamais parti de l’hôte"))
    await lea.page.clock.fast_forward(STANDBY_AFTER)
    await lea.page.wait_for_url(f"http://standby.test:{new.port}/")
    # The page is quicker than the trainers: it waits for the class.
    await expect(lea.page.get_by_text("La classe se déplace à cette adresse.")).to_be_visible(timeout=WITHIN * 1000)
    assert texts(cofacilitator) == ["Su de tous"]

    welcome = await cofacilitator.seed(new.http, new.key)
    assert welcome.epoch == 2
    host = await go_to(house, host, host_desk, new.http)
    tom.move(new.http)

    await finds_all(lea)
    await until(host, lambda: sorted(texts(host)) == sorted(IN_MAIN))
    await until(cofacilitator, lambda: sorted(texts(cofacilitator)) == sorted(IN_MAIN))
    await until(cofacilitator, lambda: texts(cofacilitator, room) == IN_ROOM)
    await page_until(tom, lambda: not tom.unsettled and room in tom.documents and page_texts(tom))
    assert tom.documents["me"]["roster"]["seat"]["place"] == room
    assert [(seat.name, seat.role) for seat in host.world.state(RosterState).members.values()] == SEATS
    assert lea.faults == []
    await until(host, lambda: host.head == cofacilitator.head)
    session = host.session
    await host.close()
    await cofacilitator.close()
    for desk in (host_desk, other_desk):
        assert sorted(said(past(desk, session))) == sorted([*IN_MAIN, *IN_ROOM])


async def test_a_page_stays_when_its_relay_was_away_for_a_moment(house: House, browser: Browser):
    """It has a standby to go to, and does not need it."""
    relay = house.relay()
    host = await house.host(relay)
    await go_live(host)
    await host.do(OfferStandby(address="http://standby.test:9"))
    lea = await Phone.take(browser, FRENCH)
    await lea.page.clock.install()
    address = f"http://cercle.test:{relay.port}"
    await lea.join_by_link(write_link(CodeLink(address, host.code)), "Léa")
    relay.kill()
    await lea.say("Entre-temps")
    await lea.shows_note("Entre-temps", FRENCH.unsent)
    relay.start()
    await lea.shows_settled("Entre-temps")

    await lea.page.clock.fast_forward(STANDBY_AFTER)
    await lea.say("Toujours ici")
    await until(host, lambda: texts(host) == ["Entre-temps", "Toujours ici"])
    assert lea.page.url == f"{address}/"
    assert lea.faults == []


async def test_the_old_relay_that_comes_back_is_read_only(house: House):
    """It learns of the higher epoch from the first who knows, turns everybody away, and its log is not touched."""
    old, new = house.relay(), house.relay("standby")
    host_desk = house.desk("host")
    host = await house.host(old, host_desk)
    await go_live(host)
    cofacilitator = await house.cofacilitator(host)
    stranger = await house.learner(host, "Tom")
    await host.do(PostMessage(channel=MAIN, text="Avant"))
    await until(cofacilitator, lambda: texts(cofacilitator) == ["Avant"])
    await host.close()
    old.kill()
    stranger.submit(PostMessage(channel=MAIN, text="Pendant"))
    await cofacilitator.seed(new.http, new.key)
    await cofacilitator.do(PostMessage(channel=MAIN, text="Après"))

    # The page that knows no better is let in by the old relay, until somebody comes who knows.
    old.start()
    stranger.retry()
    await page_until(stranger, lambda: page_texts(stranger) == ["Avant", "Pendant"])
    seat = dataclasses.replace(cofacilitator.seat, relay=old.http)
    lost = house.watch(await StaffClient.open(house.desk("lost").shelf, seat, seat.token))
    lost.connect()
    with pytest.raises(Refusal, match="superseded"):
        await lost.online()
    async with asyncio.timeout(WITHIN):
        await stranger.until(lambda: isinstance(stranger.state, TurnedAway))
    assert isinstance(stranger.state, TurnedAway)
    assert stranger.state.code == "superseded"
    stranger.retry()
    await page_until(stranger, lambda: isinstance(stranger.state, TurnedAway))
    after = stranger.submit(PostMessage(channel=MAIN, text="Trop tard ici"))

    # What only the old relay had is offered again where the class goes on.
    stranger.move(new.http)
    await page_until(stranger, lambda: isinstance(stranger.state, Online) and after in stranger.acknowledged)
    await until(cofacilitator, lambda: texts(cofacilitator) == ["Avant", "Après", "Pendant", "Trop tard ici"])
    await asyncio.to_thread(old.stop)
    await asyncio.to_thread(new.stop)
    assert said(relay_records(old, cofacilitator.session)) == ["Avant", "Pendant"]
    assert said(relay_records(new, cofacilitator.session)) == ["Avant", "Après", "Pendant", "Trop tard ici"]


async def test_a_relay_that_has_the_class_takes_no_second_seed(house: House):
    """Who comes too late to take over is told so, and finds the class where it goes on."""
    old, new = house.relay(), house.relay("standby")
    host = await house.host(old)
    await go_live(host)
    cofacilitator = await house.cofacilitator(host)
    await until(cofacilitator, lambda: cofacilitator.head == host.head)
    old.kill()

    await cofacilitator.seed(new.http, new.key)
    with pytest.raises(Refusal, match="session_exists"):
        await host.seed(new.http, new.key)

    assert host.connection_base == old.http
    assert isinstance(cofacilitator.connection, Online)
