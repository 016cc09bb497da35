"""Questions in the real window: asked from a page, sorted, put on air, merged, and told when nobody answers."""

from __future__ import annotations

from typing import TYPE_CHECKING

from app.domain.discussion.commands import PostMessage
from app.domain.kernel.words import derived_id
from app.domain.questions.commands import AskQuestion, MarkAnswer, SupportQuestion
from app.domain.questions.events import Standing, Support
from tests.ui.live_class import LiveClass, in_a_class
from ui.questions.attention import PATIENCE_MS
from ui.questions.model import Order
from ui.questions.panel import QuestionsPanel
from ui.questions.strip import OnAirStrip

if TYPE_CHECKING:
    from app.sync.page import PageClient


def panel(live: LiveClass) -> QuestionsPanel:
    """Return the questions panel."""
    found = live.window.findChild(QuestionsPanel)
    assert isinstance(found, QuestionsPanel)
    return found


def said(page: PageClient, text: str, reply_to: str = "") -> str:
    """Let a learner write in the main room, and return the message's id."""
    return derived_id(page.submit(PostMessage(channel="main", text=text, reply_to=reply_to)), page.member, 0)


def asks(page: PageClient, text: str) -> str:
    """Let a learner ask, and return the question's id."""
    question = said(page, text)
    page.submit(AskQuestion(message=question))
    return question


@in_a_class
async def test_questions_come_by_votes_and_one_key_puts_one_on_air(live: LiveClass):
    """The most wanted stands first, the strip shows what is on air, and Answered takes it down."""
    questions = panel(live)
    ana, ben = await live.learner("Ana"), await live.learner("Ben")
    first = asks(ana, "Why **thirds**?")
    await live.until(lambda: [row.question for row in questions.rows.rows] == [first])
    second = asks(ben, "And fifths?")
    await live.until(lambda: questions.rows.rowCount() == 2)
    ana.submit(SupportQuestion(question=second, how=Support.VOTE))
    await live.until(lambda: [row.question for row in questions.rows.rows] == [second, first])
    assert questions.rows.rows[1].text == "Why thirds?"
    questions.sort(Order.NEWEST)
    questions.sort(Order.WANTED)

    strip = live.window.findChild(OnAirStrip)
    assert isinstance(strip, OnAirStrip)
    assert strip.isHidden()
    questions.view.setCurrentIndex(questions.rows.index_of(second))
    questions.view.letter.emit("A")
    await live.until(lambda: not strip.isHidden())
    await ana.until(
        lambda: ana.documents["class"]["questions"]["questions"][second].get("standing") == str(Standing.ON_AIR)
    )
    questions.view.letter.emit("L")
    await live.until(strip.isHidden)


@in_a_class
async def test_two_questions_merge_by_key_and_come_apart_by_undo(live: LiveClass):
    questions = panel(live)
    ana, ben = await live.learner("Ana"), await live.learner("Ben")
    first = asks(ana, "Why thirds?")
    await live.until(lambda: questions.rows.rowCount() == 1)
    second = asks(ben, "What are thirds for?")
    await live.until(lambda: questions.rows.rowCount() == 2)
    questions.view.setCurrentIndex(questions.rows.index_of(second))
    questions.act("M")
    assert questions.merging == second
    questions.view.setCurrentIndex(questions.rows.index_of(first))
    questions.act("Enter")
    await live.until(lambda: questions.rows.rowCount() == 1)

    assert questions.rows.rows[0].weight == 1
    live.window.toast.undo()
    await live.until(lambda: questions.rows.rowCount() == 2)


@in_a_class
async def test_a_question_that_nobody_answers_asks_for_attention(live: LiveClass):
    """After some minutes it is an item of the column; an answer of a peer takes it away."""
    ana, ben = await live.learner("Ana"), await live.learner("Ben")
    question = asks(ana, "Why thirds?")
    await live.until(lambda: panel(live).rows.rowCount() == 1)
    assert live.wants("questions:") is None
    live.host.clock_offset += PATIENCE_MS
    live.window.attention.refresh("questions")
    assert live.wants("questions:") is not None
    answer = said(ben, "To share.", question)
    ben.submit(MarkAnswer(question=question, message=answer))

    await live.until(lambda: live.wants("questions:") is None)
    assert panel(live).rows.rows[0].peers == 1


@in_a_class
async def test_staff_make_a_message_a_question_with_a_key(live: LiveClass):
    ana = await live.learner("Ana")
    message = said(ana, "I do not get it")
    await live.until(lambda: live.talk.view.rows.index_of(message).isValid())
    live.talk.view.question_wanted.emit(message)
    await live.until(lambda: panel(live).rows.rowCount() == 1)
    live.talk.view.question_wanted.emit(message)
    await live.until(lambda: panel(live).rows.rowCount() == 0)
