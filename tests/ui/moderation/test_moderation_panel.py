"""Moderation in the window: held texts are decided at a real relay, by two people at once if need be."""

from __future__ import annotations

import asyncio
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtTest import QAbstractItemModelTester, QTest

from app.domain.discussion.commands import EditMessage, PostMessage
from app.domain.discussion.state import DiscussionState
from app.domain.kernel.gate import Outcome
from app.domain.kernel.words import MAIN
from app.domain.moderation.commands import Appeal, DecideText, FlagText, SetChannelMode, UndoDecision
from app.domain.moderation.events import ChannelMode
from app.domain.moderation.state import NAMES, ModerationState
from app.sync.connection import Online
from tests.e2e.house import WITHIN, page_texts, page_until, until
from tests.ui.live_class import LiveClass, in_a_class
from ui.discussion.model import Mark, MessageRow
from ui.moderation.decisions import reasons
from ui.moderation.modes import ModeButton

if TYPE_CHECKING:
    from app.domain.moderation.items import Item
    from app.sync.client import StaffClient
    from app.sync.page import PageClient


def _state(client: StaffClient) -> ModerationState:
    return client.world.state(ModerationState)


def _item(live: LiveClass) -> Item:
    (item,) = _messages(live)
    return item


def _messages(live: LiveClass) -> list[Item]:
    return [item for item in _state(live.host).items.values() if item.kind == "message"]


async def _held(live: LiveClass, *texts: str) -> PageClient:
    """Hold the main room and let a learner write."""
    page = await live.learner("Amina")
    await live.host.do(SetChannelMode(channel=MAIN, mode=ChannelMode.HELD))
    for text in texts:
        page.submit(PostMessage(channel=MAIN, text=text))
    await live.until(lambda: live.queue.rows.rowCount() == len(texts))
    return page


@in_a_class
async def test_f_in_attention_publishes_for_everyone(live: LiveClass):
    page = await _held(live, "a thought")
    item = live.wants("moderation:")
    assert item is not None
    assert ("Amina" in item.why, item.detail) == (True, "a thought")
    assert page_texts(page) == []

    live.act("moderation:", "F")

    await page_until(page, lambda: page_texts(page) == ["a thought"])
    await live.until(lambda: live.wants("moderation:") is None)


@in_a_class
async def test_r_in_attention_asks_for_the_reason_in_the_queue_and_the_author_reads_it(live: LiveClass):
    page = await _held(live, "a thought")
    live.act("moderation:", "R")
    assert live.queue.isVisible()
    assert not live.queue.reason.isHidden()
    QTest.keyClicks(live.queue.reason._field.edit, "Say more")  # noqa: SLF001
    QTest.keyClick(live.queue.reason._field.edit, Qt.Key.Key_Return)  # noqa: SLF001

    await live.until(lambda: _item(live).outcome is Outcome.RETURNED)
    assert _item(live).reason == "Say more"
    await page_until(page, lambda: page.documents["me"]["discussion"]["own"][_item(live).item]["reason"] == "Say more")
    assert live.queue.reason.isHidden()


@in_a_class
async def test_keys_decide_one_text_after_the_other(live: LiveClass):
    await _held(live, "first", "second", "third")
    tester = QAbstractItemModelTester(live.queue.rows, QAbstractItemModelTester.FailureReportingMode.Fatal)
    live.queue.show_item("", None)
    QTest.keyClick(live.queue.view, Qt.Key.Key_F)
    live.bridge.flush()
    QTest.keyClick(live.queue.view, Qt.Key.Key_D)
    QTest.keyClick(live.queue.reason, Qt.Key.Key_2, Qt.KeyboardModifier.AltModifier)
    await live.until(lambda: len(_state(live.host).waiting) == 1)

    decided = {item.outcome: item.reason for item in _messages(live)}
    assert set(decided) == {Outcome.PUBLISHED, Outcome.REJECTED, Outcome.HELD}
    assert decided[Outcome.REJECTED] == reasons(Outcome.REJECTED)[1]
    assert [row.text for row in live.queue.rows.rows] == ["third"]
    assert live.queue.chosen == live.queue.rows.rows[0]
    assert tester.model() is live.queue.rows


@in_a_class
async def test_a_decision_is_taken_back_and_a_flagged_text_is_taken_down(live: LiveClass):
    page = await _held(live, "a thought")
    live.queue.show_item("", None)
    QTest.keyClick(live.queue.view, Qt.Key.Key_F)
    await page_until(page, lambda: page_texts(page) == ["a thought"])
    await live.until(lambda: bool(live.window.toast.text))
    live.window.toast.undo()
    await page_until(page, lambda: page_texts(page) == [])
    await live.until(lambda: _item(live).outcome is Outcome.HELD and live.queue.chosen is not None)
    await live.until(lambda: not live.host.pending)
    QTest.keyClick(live.queue.view, Qt.Key.Key_F)
    await page_until(page, lambda: page_texts(page) == ["a thought"])

    await live.host.do(UndoDecision(item=_item(live).item, version=_item(live).version))
    await live.host.do(SetChannelMode(channel=MAIN, mode=ChannelMode.OPEN))
    page.submit(PostMessage(channel=MAIN, text="a sharp remark"))
    await page_until(page, lambda: page_texts(page) == ["a sharp remark"])
    sharp = next(item for item in _messages(live) if item.outcome is Outcome.PUBLISHED)
    await live.host.do(FlagText(item=sharp.item, reason="It hurts"))
    await live.until(lambda: live.queue.rows.rowCount() == 2)
    row = live.queue.rows.rows[1]
    assert (row.text, [reason for _name, reason in row.flags]) == ("a sharp remark", ["It hurts"])
    live.queue.show_item(row.item, Outcome.REJECTED)
    live.queue.reason.given.emit(Outcome.REJECTED, "Gently")
    await page_until(page, lambda: page_texts(page) == [])
    await live.until(lambda: _state(live.host).items[sharp.item].outcome is Outcome.HIDDEN)


@in_a_class
async def test_escape_keeps_the_text_waiting(live: LiveClass):
    await _held(live, "a thought")
    live.act("moderation:", "D")
    QTest.keyClick(live.queue.reason._field.edit, Qt.Key.Key_Escape)  # noqa: SLF001
    assert live.queue.reason.isHidden()
    assert _item(live).outcome is Outcome.HELD


async def away(live: LiveClass) -> None:
    """Lose the host's line and keep it lost, until the window knows."""
    live.host.drop(stay_away=True)
    async with asyncio.timeout(WITHIN):
        while isinstance(live.bridge.connection, Online):  # noqa: ASYNC110 (no state that is told changes)
            await asyncio.sleep(0.02)


@in_a_class
async def test_who_comes_second_is_told_kindly_who_was_first(live: LiveClass):
    """Both decide about what they read; one decision counts, the other one becomes a suggestion, nobody guesses."""
    page = await _held(live, "a thought")
    colleague = await live.house.cofacilitator(live.host)
    # The host's line is slow: their decision leaves after the colleague's was taken.
    await away(live)
    live.act("moderation:", "F")
    await until(colleague, lambda: _item(live).item in _state(colleague).items)
    seen = _state(colleague).items[_item(live).item]
    decision = DecideText(item=seen.item, revision=1, version=seen.version, outcome=Outcome.REJECTED)
    await colleague.do(decision)
    live.host.retry()
    await live.until(lambda: _item(live).outcome is Outcome.REJECTED)
    await live.until(lambda: live.window.toast.text)
    assert "Karim" in live.window.toast.text
    assert [one.outcome for one in _item(live).suggestions] == [Outcome.PUBLISHED]
    assert live.notices == [] or all(notice.code != "decided_otherwise" for notice in live.notices)
    assert page_texts(page) == []


@in_a_class
async def test_a_text_changed_since_it_was_read_is_not_published_unread(live: LiveClass):
    page = await _held(live, "harmless")
    row = live.queue.rows.rows[0]
    page.submit(EditMessage(message=row.item, text="harmful"))
    await live.until(lambda: live.queue.rows.rows[0].revision == 2)

    live.queue.decisions.decide(row.item, Outcome.PUBLISHED, revision=row.revision)

    assert "Amina" in live.window.toast.text
    assert live.host.world.state(DiscussionState).messages[row.item].visible == 0
    assert live.queue.rows.rows[0].text == "harmful"


@in_a_class
async def test_m_on_a_held_message_of_the_conversation_opens_it_in_the_queue(live: LiveClass):
    await _held(live, "first", "second")
    rows = [row for row in live.talk.view.rows.rows if isinstance(row, MessageRow)]
    assert [row.mark for row in rows] == [Mark.HELD, Mark.HELD]
    live.talk.view.choose(rows[1].id)

    QTest.keyClick(live.talk.view, Qt.Key.Key_M)

    assert live.queue.isVisible()
    assert live.queue.chosen is not None
    assert live.queue.chosen.item == rows[1].id


@in_a_class
async def test_modes_are_switched_for_a_channel_and_for_names(live: LiveClass):
    live.window.actions_.run("moderation.hold")
    live.queue.rules.chosen.emit(NAMES, str(ChannelMode.HELD))
    await live.until(lambda: _state(live.host).modes == {MAIN: ChannelMode.HELD, NAMES: ChannelMode.HELD})
    page = await live.learner("Rude Name")
    await live.until(lambda: live.wants("moderation:name:"))
    assert live.host.world.state(ModerationState).items[f"name:{page.member}"].outcome is Outcome.HELD

    live.act("moderation:name:", "F")

    await live.until(lambda: live.host.world.seats.seat(page.member).name == "Rude Name")  # type: ignore[union-attr]


@in_a_class
async def test_all_that_waits_is_approved_at_once(live: LiveClass):
    page = await _held(live, "one", "two", "three")
    live.queue._all.click()  # noqa: SLF001
    await page_until(page, lambda: page_texts(page) == ["one", "two", "three"])


@in_a_class
async def test_an_appeal_is_shown_with_its_text_and_answered_with_a_key(live: LiveClass):
    page = await _held(live, "Please read me")
    item = _item(live)
    live.queue.decisions.decide(item.item, Outcome.REJECTED, "Not now.")
    await live.until(lambda: _item(live).outcome is Outcome.REJECTED)
    page.submit(Appeal(item=item.item, text="It is about the lesson."))
    await live.until(lambda: any("appeal" in one.key for one in live.window.attention.items))

    (shown,) = [one for one in live.window.attention.items if "appeal" in one.key]
    assert "Amina" in shown.why
    assert "It is about the lesson." in shown.detail
    assert "Please read me" in shown.detail
    next(action for action in shown.actions if action.key == "G").run()
    await live.until(lambda: _item(live).outcome is Outcome.PUBLISHED)
    assert not _state(live.host).appealing


@in_a_class
async def test_a_channel_is_slowed_from_its_menu(live: LiveClass):
    page = await live.learner("Amina")
    button = live.window.findChild(ModeButton)
    assert isinstance(button, ModeButton)
    button.set_slow(30)
    await live.until(lambda: _state(live.host).slow_of(MAIN) == 30)
    first, second = (page.submit(PostMessage(channel=MAIN, text=text)) for text in ("one", "two"))
    await page_until(page, lambda: second in page.refused)

    assert first not in page.refused
    assert "30" in button.accessibleName()
