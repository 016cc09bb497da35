"""People expected, on real relays: a match outlives the relay's restart and its replacement by another."""

from __future__ import annotations

from typing import TYPE_CHECKING

from app.domain.discussion.commands import PostMessage
from app.domain.expected.commands import ExpectPeople, MatchPeople, NewPerson, Pair
from app.domain.expected.decider import ExpectedState
from app.domain.kernel.words import MAIN
from app.sync.links import new_token, token_hash
from app.sync.page import PageClient, Seat
from tests.e2e.house import House, go_live, page_texts, page_until, until

if TYPE_CHECKING:
    from pathlib import Path


async def test_a_personal_link_opens_the_matched_seat_after_a_restart_and_after_a_new_seed(tmp_path: Path):
    """With what was written on it; and a link that nobody has used yet opens its own seat there."""
    house = House(tmp_path)
    async with house.closing:
        relay = house.relay()
        host = await house.host(relay)
        await go_live(host)
        zoe, karim = new_token(), new_token()
        people = (
            NewPerson(token_hash=token_hash(zoe), first_name="Zoé", email="zoe@example.org"),
            NewPerson(token_hash=token_hash(karim), first_name="Karim"),
        )
        await host.do(ExpectPeople(people=people))
        page = await house.learner(host, "Zoé")
        page.submit(PostMessage(channel=MAIN, text="Bonjour"))
        await page_until(page, lambda: page_texts(page) == ["Bonjour"])
        person = next(iter(host.world.state(ExpectedState).people))
        await host.do(MatchPeople(pairs=(Pair(arrival=page.member, person=person),)))

        relay.kill()
        relay.start()
        again = await house.page(PageClient(relay.http, Seat(host.session, zoe)))
        await page_until(again, lambda: page_texts(again) == ["Bonjour"])
        assert again.member == page.member
        await until(host, lambda: not host.pending)

        relay.kill()
        other = house.relay("other")
        await host.seed(other.http, other.key)
        moved = await house.page(PageClient(other.http, Seat(host.session, zoe)))
        await page_until(moved, lambda: page_texts(moved) == ["Bonjour"])
        assert moved.member == page.member
        late = await house.page(PageClient(other.http, Seat(host.session, karim)))
        assert late.member not in {page.member, person}
        assert "zoe@example.org" not in str(moved.documents) + str(late.documents)
