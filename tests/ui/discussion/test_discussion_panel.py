"""The conversation in the window: written, answered, changed and read at a real relay."""

from __future__ import annotations

import asyncio
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from app.domain.breakouts.commands import CloseRoom, OpenRoom
from app.domain.discussion.commands import PostMessage
from app.domain.kernel.words import MAIN, STAFF, room_channel
from app.domain.roster.state import RosterState
from tests.e2e.house import page_texts, page_until
from tests.ui.live_class import LiveClass, in_a_class
from ui.discussion.model import Mark, MessageRow
from ui.discussion.panel import DiscussionPanel
from ui.session.starting import Starting
from ui.shell.panels import Mode, Services

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from app.sync.page import PageClient


def _shown(live: LiveClass) -> list[MessageRow]:
    return [row for row in live.talk.view.rows.rows if isinstance(row, MessageRow)]


def _texts(live: LiveClass) -> list[str]:
    return [row.text for row in _shown(live)]


def _type(live: LiveClass, text: str) -> None:
    QTest.keyClicks(live.talk.writing.composer.edit, text)
    QTest.keyClick(live.talk.writing.composer.edit, Qt.Key.Key_Return)


def _say(page: PageClient, text: str, channel: str = MAIN) -> None:
    page.submit(PostMessage(channel=channel, text=text))


@in_a_class
async def test_what_one_writes_shows_at_once_and_reaches_a_learner(live: LiveClass):
    page = await live.learner("Amina")
    _type(live, "Welcome")
    live.bridge.flush()
    assert [(row.text, row.mark) for row in _shown(live)] == [("Welcome", Mark.PENDING)]

    await page_until(page, lambda: page_texts(page) == ["Welcome"])
    await live.until(lambda: [row.mark for row in _shown(live)] == [Mark.NONE])


@in_a_class
async def test_a_message_chosen_while_others_come_stays_chosen(live: LiveClass):
    page = await live.learner("Amina")
    _say(page, "first")
    await live.until(lambda: _texts(live) == ["first"])
    resets: list[object] = []
    live.talk.view.rows.modelReset.connect(lambda: resets.append(1))
    live.talk.view.setCurrentIndex(live.talk.view.rows.index(0))
    for n in range(5):
        _say(page, f"more {n}")
    await live.until(lambda: len(_texts(live)) == 6)

    chosen = live.talk.view.chosen()
    assert chosen is not None
    assert chosen.text == "first"
    assert resets == []


@in_a_class
async def test_r_answers_and_escape_lets_go_without_losing_the_draft(live: LiveClass):
    page = await live.learner("Amina")
    _say(page, "a question")
    await live.until(lambda: _texts(live) == ["a question"])
    view, writing = live.talk.view, live.talk.writing
    view.setCurrentIndex(view.rows.index(0))
    QTest.keyClick(view, Qt.Key.Key_R)
    assert "Amina" in writing.context.text
    QTest.keyClicks(writing.composer.edit, "my answer")
    QTest.keyClick(writing.composer.edit, Qt.Key.Key_Escape)
    assert writing.context.isHidden()
    assert writing.composer.text() == "my answer"

    QTest.keyClick(view, Qt.Key.Key_R)
    QTest.keyClick(writing.composer.edit, Qt.Key.Key_Return)
    await live.until(lambda: len(_shown(live)) == 2)
    quote = _shown(live)[1].quote
    assert quote is not None
    assert quote.text == "a question"


@in_a_class
async def test_up_in_an_empty_field_changes_ones_last_message_and_keeps_the_draft_apart(live: LiveClass):
    writing = live.talk.writing
    _type(live, "Welcom")
    live.bridge.flush()
    QTest.keyClick(writing.composer.edit, Qt.Key.Key_Up)
    assert writing.composer.text() == "Welcom"
    _type(live, "e")
    await live.until(
        lambda: [(row.text, row.edited, row.mark) for row in _shown(live)] == [("Welcome", True, Mark.NONE)]
    )
    assert writing.composer.text() == ""


@in_a_class
async def test_each_channel_keeps_its_own_draft(live: LiveClass):
    edit = live.talk.writing.composer.edit
    QTest.keyClicks(edit, "for everyone")
    live.window.actions_.run("discussion.staff")
    assert live.talk.channel == STAFF
    assert edit.toPlainText() == ""
    QTest.keyClicks(edit, "for us")
    live.talk.tabs.choose(MAIN)
    assert edit.toPlainText() == "for everyone"
    live.talk.tabs.choose(STAFF)
    assert edit.toPlainText() == "for us"


@in_a_class
async def test_another_channels_news_are_counted_until_one_goes_there(live: LiveClass):
    page = await live.learner("Amina")
    live.talk.tabs.choose(STAFF)
    _say(page, "one")
    _say(page, "two")
    await live.until(lambda: {row.id: row.unread for row in live.talk.tabs.rows.rows}[MAIN] == 2)

    live.talk.tabs.choose(MAIN)

    assert {row.unread for row in live.talk.tabs.rows.rows} == {0}
    assert _texts(live) == ["one", "two"]


@in_a_class
async def test_a_room_is_a_channel_while_it_is_open_and_can_be_reread_when_it_closes(live: LiveClass):
    await live.host.do(OpenRoom(name="Blue"))
    (room,) = live.host.world.state(RosterState).rooms
    place = room_channel(room)
    await live.until(lambda: place in [row.id for row in live.talk.tabs.rows.rows])
    live.talk.tabs.choose(place)
    _type(live, "Hello, Blue")
    await live.until(lambda: _texts(live) == ["Hello, Blue"])
    await live.host.do(CloseRoom(room=room))
    await live.until(lambda: not live.host.projected.seats.room_exists(place))

    live.talk.open_channel(place)
    assert _texts(live) == ["Hello, Blue"]
    assert not live.talk.writing.composer.isEnabled()


@in_a_class
async def test_a_reaction_is_given_and_taken_back_by_the_same_click(live: LiveClass):
    _type(live, "Welcome")
    await live.until(lambda: [row.mark for row in _shown(live)] == [Mark.NONE])
    message = _shown(live)[0].id
    live.talk.view.reacted.emit(message, "🎉")
    await live.until(lambda: [each.mine for each in _shown(live)[0].reactions] == [True])
    live.talk.view.reacted.emit(message, "🎉")
    await live.until(lambda: _shown(live)[0].reactions == ())


@in_a_class
async def test_what_was_refused_comes_back_to_the_person_who_wrote_it(live: LiveClass):
    composer = live.talk.writing.composer
    composer.edit.setPlainText("\u200b")
    composer.send()
    assert [notice.code for notice in live.notices] == ["text_empty"]
    assert composer.edit.toPlainText() == "\u200b"


@in_a_class
async def test_a_class_shown_in_place_of_another_has_its_panels_and_their_keys(live: LiveClass):
    """The old panels are still on their way out when the new ones come."""
    before = live.talk
    live.window.empty(Mode.LIVE)
    live.window.fill(Mode.LIVE, Services(live.bridge, Starting(live.bridge, live.bridge)))
    await _gone(before)

    assert live.window.actions_.run("discussion.staff")
    assert [panel.channel for panel in live.window.findChildren(DiscussionPanel)] == [STAFF]


async def _gone(widget: QWidget) -> None:
    gone = asyncio.Event()
    widget.destroyed.connect(gone.set)
    async with asyncio.timeout(20):
        await gone.wait()


@in_a_class
async def test_an_at_sign_offers_the_people_of_the_channel_by_keys(live: LiveClass):
    """Down and Enter take a name, Escape leaves what was typed, and nobody is offered who does not read along."""
    for name in ("Ana Costa", "Anouk Petit", "Ben"):
        await live.learner(name)
    edit, names = live.talk.writing.composer.edit, live.talk.names
    await live.until(lambda: live.people.view.rows.rowCount() > 4)
    live.window.activateWindow()
    edit.setFocus()
    QTest.keyClicks(edit, "Bravo @an")
    assert list(names.offered) == ["Ana Costa", "Anouk Petit"]
    QTest.keyClick(edit, Qt.Key.Key_Down)
    QTest.keyClick(edit, Qt.Key.Key_Return)
    assert edit.toPlainText() == "Bravo @Anouk Petit "
    QTest.keyClicks(edit, "et @petit")
    assert list(names.offered) == ["Anouk Petit"]
    QTest.keyClick(edit, Qt.Key.Key_Escape)
    assert not names.offered
    QTest.keyClicks(edit, "!")
    assert edit.toPlainText() == "Bravo @Anouk Petit et @petit!"
    live.talk.write_to_staff()
    QTest.keyClicks(edit, "@")
    assert not names.offered


@in_a_class
async def test_what_a_colleague_writes_to_the_staff_is_told_until_it_is_read(live: LiveClass):
    """From the second desktop: a tab counts it beside the main room, Attention leads there, learners get nothing."""
    page = await live.learner("Amina")
    karim = await live.house.cofacilitator(live.host)
    await karim.do(PostMessage(channel=STAFF, text="Slow down, they are lost"))
    await live.until(lambda: live.wants("discussion:staff"))
    item = live.wants("discussion:staff")
    assert item is not None
    assert "Karim" in item.why
    assert item.detail == "Slow down, they are lost"
    assert [row.id for row in live.talk.tabs.rows.rows][:2] == [MAIN, STAFF]
    assert live.talk.tabs.rows.rows[1].unread == 1

    live.act("discussion:staff", "G")
    assert live.talk.channel == STAFF
    assert live.wants("discussion:staff") is None
    await karim.do(PostMessage(channel=STAFF, text="@Hélène look at Amina"))
    live.talk.tabs.choose(MAIN)
    await karim.do(PostMessage(channel=STAFF, text="@Hélène now"))
    await live.until(lambda: live.wants("discussion:call:"))
    assert live.wants("discussion:staff") is None
    assert "they are lost" not in str(page.documents)
