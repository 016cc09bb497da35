"""The people expected in Live: who has come, and a stranger matched by one gesture, with a way back."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QMenu

from app.domain.discussion.commands import PostMessage
from app.domain.expected.commands import ExpectPeople, NewPerson
from app.domain.expected.decider import ExpectedState
from app.domain.kernel.words import MAIN
from app.domain.roster.state import RosterState
from app.sync.links import new_token, token_hash
from app.sync.page import PageClient, Seat
from tests.e2e.house import page_texts, page_until, texts
from tests.ui.live_class import in_a_class
from ui.roster.model import PersonRow
from ui.widgets.labels import Label

if TYPE_CHECKING:
    from tests.ui.live_class import LiveClass
    from ui.expected.strip import ExpectedStrip


def expect(live: LiveClass, *names: str) -> dict[str, str]:
    """Have the class expect people, and return their tokens."""
    tokens = {name: new_token() for name in names}
    people = tuple(
        NewPerson(token_hash=token_hash(token), first_name=name.split()[0], surname=name.split()[1])
        for name, token in tokens.items()
    )
    live.bridge.ask(ExpectPeople(people=people))
    return tokens


def listed(live: LiveClass) -> dict[str, str]:
    """Return whose seat is whose, by the name on the list, as the relay has it."""
    return {person.name: person.member for person in live.host.world.state(ExpectedState).people.values()}


def strip(live: LiveClass) -> ExpectedStrip:
    """Return the strip over the people."""
    return live.people.expected


def undo(live: LiveClass) -> None:
    """Press Undo in the toast."""
    live.window.toast.undo()


@in_a_class
async def test_a_stranger_is_matched_by_one_key_and_the_link_opens_their_seat(live: LiveClass):
    """Also after they wrote: seat and message stay theirs; undone, the link opens the kept seat again."""
    assert not strip(live).isVisibleTo(live.people)
    tokens = expect(live, "Zoé Lefèvre", "Karim Salah")
    page = await live.learner("lefevre zoe")
    page.submit(PostMessage(channel=MAIN, text="Bonjour"))
    await live.until(lambda: live.wants("expected:stranger") and texts(live.host))
    assert strip(live).isVisibleTo(live.people)
    assert "Zoé Lefèvre" in strip(live).yes.toolTip()

    live.act("expected:stranger", "M")
    await live.until(lambda: listed(live).get("Zoé Lefèvre") == page.member)
    assert live.wants("expected:stranger") is None
    second = await live.house.page(
        PageClient(live.host.connection_base, Seat(live.host.session, tokens["Zoé Lefèvre"]))
    )
    await page_until(second, lambda: page_texts(second) == ["Bonjour"])
    assert second.member == page.member

    undo(live)
    await live.until(lambda: listed(live)["Zoé Lefèvre"] != page.member)
    assert live.host.world.state(RosterState).tokens[token_hash(tokens["Zoé Lefèvre"])] == listed(live)["Zoé Lefèvre"]
    await page_until(second, lambda: second.member == listed(live)["Zoé Lefèvre"])


@in_a_class
async def test_the_strip_tells_who_is_missing_and_offers_the_likeliest_and_the_others(live: LiveClass):
    expect(live, "Zoé Lefèvre", "Karim Salah", "Zoé Martin")
    page = await live.learner("Zoé")
    await live.until(lambda: strip(live).matching.arrivals().strangers)
    live.bridge.flush()
    assert "3 of 3 not here yet" in [label.text() for label in strip(live).findChildren(Label)]
    assert live.wants("expected:") is None  # two are called so: nobody is sure
    (stranger,) = strip(live).matching.arrivals().strangers
    menu = strip(live).people_menu(stranger)
    assert {person.first_name for person in stranger.meant} == {"Zoé"}
    action = next(each for each in menu.actions() if each.text() == "Zoé Martin")
    action.trigger()
    await live.until(lambda: listed(live)["Zoé Martin"] == page.member)
    menu.deleteLater()

    row = next(row for row in live.people.view.rows.rows if isinstance(row, PersonRow) and row.member == page.member)
    offered = live.people.menu_for((row,))
    assert any("Zoé Martin" in each.text() for each in offered.actions())
    offered.deleteLater()


@in_a_class
async def test_who_is_nobody_on_the_list_is_asked_about_once(live: LiveClass):
    expect(live, "Zoé Lefèvre")
    page = await live.learner("Visitor")
    await live.until(lambda: strip(live).matching.arrivals().strangers)
    assert not strip(live).yes.isVisibleTo(strip(live))

    menu = QMenu()
    strip(live).add_to(menu, page.member)
    submenu = menu.actions()[0].menu()
    assert isinstance(submenu, QMenu)
    submenu.actions()[-1].trigger()
    assert strip(live).matching.arrivals().strangers == ()
    undo(live)
    assert [each.member for each in strip(live).matching.arrivals().strangers] == [page.member]
    menu.deleteLater()


@in_a_class
async def test_many_who_came_by_the_code_are_matched_at_once(live: LiveClass):
    names = ("Ana Martin", "Ben Ali", "Caro Petit")
    expect(live, *names)
    pages = [await live.learner(name) for name in names]
    await live.until(lambda: live.wants("expected:strangers"))

    live.act("expected:strangers", "M")
    await live.until(lambda: list(listed(live).values()) == [page.member for page in pages])
    assert strip(live).matching.arrivals().missing == ()
