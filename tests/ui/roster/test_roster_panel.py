"""The People panel in the window: what one does for people happens at a real relay."""

from __future__ import annotations

import asyncio
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest

from app.domain.kernel.seats import Standing
from app.domain.kernel.words import MAIN, Role
from app.domain.roster.commands import SetDoor
from app.domain.roster.events import DoorMode, Presence
from app.domain.roster.state import RosterState
from app.sync.opening import join
from app.sync.page import Newcomer, PageClient
from tests.ui.live_class import LiveClass, in_a_class
from ui.bridge.dialogs import Question
from ui.roster.model import PersonRow

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtWidgets import QMenu

    from app.domain.kernel.seats import Seat


def _seat(live: LiveClass, member: str) -> Seat:
    return live.host.world.state(RosterState).members[member]


def _choose(live: LiveClass, member: str) -> None:
    live.people.show_member(member)
    assert [row.member for row in live.people.view.chosen()] == [member]


def _words(menu: QMenu) -> list[str]:
    return [action.text().split("\t")[0] for action in menu.actions() if action.text()]


def _name(live: LiveClass, text: str) -> None:
    live.people.form.field.set_text(text)
    QTest.keyClick(live.people.form.field.edit, Qt.Key.Key_Return)


@in_a_class
async def test_who_waits_at_the_door_is_admitted_by_one_key(live: LiveClass):
    await live.host.do(SetDoor(mode=DoorMode.ASK))
    page = await live.learner("Amina")
    await live.until(lambda: live.wants("roster:door"))
    assert _seat(live, page.member).standing is Standing.WAITING

    live.act("roster:door", "A")

    await live.until(lambda: _seat(live, page.member).standing is Standing.ADMITTED)
    assert live.wants("roster:door") is None


@in_a_class
async def test_many_at_the_door_are_one_item_and_come_in_together(live: LiveClass):
    await live.host.do(SetDoor(mode=DoorMode.ASK))
    pages = [await live.learner(f"Learner {n}") for n in range(4)]
    await live.until(lambda: len(live.window.attention.items) == 1 and live.wants("roster:door"))

    live.window.actions_.run("roster.admit_all")

    await live.until(lambda: all(_seat(live, page.member).is_in for page in pages))


@in_a_class
async def test_a_person_moves_to_a_new_room_and_back_by_undo(live: LiveClass):
    page = await live.learner("Amina")
    await live.until(lambda: live.people.view.rows.index_of(page.member).isValid())
    live.people.ask_room((page.member,))
    _name(live, "Blue")
    await live.until(lambda: _seat(live, page.member).place != MAIN)
    assert live.people.form.isHidden()

    live.window.toast.undo()

    await live.until(lambda: _seat(live, page.member).place == MAIN)


@in_a_class
async def test_a_taken_name_is_refused_beside_the_field_and_nothing_is_lost(live: LiveClass):
    page = await live.learner("Amina")
    other = await live.learner("Boris")
    await live.until(lambda: live.people.view.rows.index_of(other.member).isValid())
    _choose(live, other.member)
    QTest.keyClick(live.people.view, Qt.Key.Key_F2)
    _name(live, "amina")
    assert live.people.form.field.error
    assert not live.people.form.isHidden()

    _name(live, "Boris B.")

    await live.until(lambda: _seat(live, other.member).name == "Boris B.")
    assert _seat(live, page.member).name == "Amina"


@in_a_class
async def test_an_invited_colleague_comes_by_the_link_that_was_copied(live: LiveClass):
    live.people.ask_name(Role.COFACILITATOR)
    _name(live, "Marc")
    link = QGuiApplication.clipboard().text()
    await live.until(lambda: not live.bridge.pending)

    colleague = live.house.watch(await join(live.house.desk("colleague").shelf, link))

    await live.until(lambda: _seat(live, colleague.member).standing is Standing.ADMITTED)
    assert _seat(live, colleague.member).role is Role.COFACILITATOR


@in_a_class
async def test_what_is_offered_fits_ones_role_and_theirs(live: LiveClass):
    page = await live.learner("Amina")
    await live.until(lambda: live.people.view.rows.index_of(page.member).isValid())
    rows = {row.member: row for row in live.people.view.rows.rows if isinstance(row, PersonRow)}
    of_learner, of_oneself = (live.people.menu_for((rows[each],)) for each in (page.member, live.host.member))

    assert {"Make co-facilitator", "Remove…", "Erase…", "Copy a new personal link"} <= set(_words(of_learner))
    assert not {"Make learner", "Remove…", "Copy a new personal link"} & set(_words(of_oneself))
    for menu in (of_learner, of_oneself):
        menu.deleteLater()


@in_a_class
async def test_removing_asks_first(live: LiveClass):
    page = await live.learner("Amina")
    await live.until(lambda: live.people.view.rows.index_of(page.member).isValid())
    for answer, standing in (("reject", Standing.ADMITTED), ("accept", Standing.REMOVED)):
        _choose(live, page.member)
        QTest.keyClick(live.people.view, Qt.Key.Key_Delete)
        asked: list[Question] = []

        def open_now(found: list[Question] = asked) -> bool:
            found[:] = live.people.findChildren(Question)
            return bool(found)

        await _soon(open_now)
        assert _seat(live, page.member).standing is Standing.ADMITTED
        getattr(asked[0], answer)()
        await _soon(lambda: not open_now())
        await live.until(partial(_stands, live, page.member, standing))


@in_a_class
async def test_a_lost_connection_is_told_until_it_is_seen(live: LiveClass):
    page = await live.learner("Amina")
    await live.until(lambda: live.host.world.state(RosterState).presence_of(page.member) is Presence.HERE)
    page.drop(stay_away=True)
    await live.until(lambda: live.wants("roster:dropped"))

    live.act("roster:dropped", "S")
    assert live.wants("roster:dropped") is None

    page.retry()
    await live.until(lambda: live.host.world.state(RosterState).presence_of(page.member) is Presence.HERE)


@in_a_class
async def test_hands_and_the_door_come_in_sight_at_the_top(live: LiveClass):
    for n in range(14):
        await live.learner(f"Learner {n:02}")
    await live.host.do(SetDoor(mode=DoorMode.ASK))
    live.window.page(live.window.mode).show_panel("roster")  # type: ignore[union-attr]  # it was filled
    last = PageClient(live.host.connection_base, Newcomer(live.host.code, "Zoé"))
    await live.house.page(last)
    await live.until(lambda: live.people.view.rows.index_of(last.member).isValid())

    assert live.people.view.verticalScrollBar().value() == 0


def _stands(live: LiveClass, member: str, standing: Standing) -> bool:
    return _seat(live, member).standing is standing


async def _soon(holds: Callable[[], bool]) -> None:
    """Let the loop go round until something holds; a dialog opens in a task."""
    async with asyncio.timeout(20):
        while not holds():  # noqa: ASYNC110 (Qt says nothing when a dialog is deleted; a round of the loop is no wait)
            await asyncio.sleep(0)
