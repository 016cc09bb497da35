"""Polls in the window: made in a few keystrokes, answered from real pages, closed, shown, and asked again."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QAbstractItemModelTester, QTest

from app.domain.polls.commands import AnswerPoll, PreparePoll
from app.domain.polls.draft import Draft, Form, Option
from app.domain.polls.state import Poll, PollsState
from tests.e2e.house import page_until
from tests.ui.live_class import LiveClass, in_a_class
from ui.polls.attention import poll_items
from ui.polls.form import PollForm, read_options, write_options
from ui.polls.panel import PollsPanel
from ui.polls.stage import PollStrip

if TYPE_CHECKING:
    from typing import Any

    from app.sync.page import PageClient

FRUIT = Draft(question="Which fruit?", options=(Option(text="Apple"), Option(text="Pear", right=True)), anonymous=False)


def panel(live: LiveClass) -> PollsPanel:
    """Give the panel of polls."""
    found = live.window.findChild(PollsPanel)
    assert isinstance(found, PollsPanel)
    return found


def strip(live: LiveClass) -> PollStrip:
    """Give the strip on the stage."""
    found = live.window.findChild(PollStrip)
    assert isinstance(found, PollStrip)
    return found


def polls(live: LiveClass) -> list[Poll]:
    """Give the polls as the relay has them."""
    return list(live.host.world.state(PollsState).polls.values())


def seen(page: PageClient) -> dict[str, Any]:
    """Give the polls that a learner's page shows."""
    found: dict[str, Any] = page.documents.get("class", {}).get("polls", {}).get("polls", {})
    return found


async def asked(live: LiveClass, draft: Draft = FRUIT) -> Poll:
    """Ask something, and wait until the window shows it."""
    live.window.actions_.run("polls.go")
    await live.host.do(PreparePoll(draft=draft, opens=True))
    await live.until(lambda: panel(live).chosen is not None and strip(live).isVisible())
    return polls(live)[-1]


@in_a_class
async def test_a_poll_is_made_and_asked_with_the_keyboard_and_learners_see_it(live: LiveClass):
    page = await live.learner("Amina")
    live.window.actions_.run("polls.new")
    form = panel(live).form
    QTest.keyClicks(form.question.edit, "Tea or coffee?")
    QTest.keyClick(form.question.edit, Qt.Key.Key_Return)
    QTest.keyClicks(form.options, "Tea")
    QTest.keyClick(form.options, Qt.Key.Key_Return)
    QTest.keyClicks(form.options, "* Coffee")
    form._ask.click()  # noqa: SLF001 (what Ctrl+Enter presses)

    await live.until(lambda: strip(live).isVisible())
    await page_until(page, lambda: [poll["question"] for poll in seen(page).values()] == ["Tea or coffee?"])
    assert [option.right for option in polls(live)[0].draft.options] == [False, True]
    assert panel(live).detail.isVisible()


@in_a_class
async def test_a_poll_that_cannot_be_asked_says_why_beside_its_form(live: LiveClass):
    live.window.actions_.run("polls.new")
    form = panel(live).form
    form.question.set_text("Alone?")
    form.options.setPlainText("Only one")
    form._ask.click()  # noqa: SLF001

    assert "from 2 to 20" in form.error
    assert polls(live) == []


@in_a_class
async def test_answers_are_counted_as_they_come_and_who_is_missing_is_named(live: LiveClass):
    amina, ben = await live.learner("Amina"), await live.learner("Ben")
    poll = await asked(live)
    await live.until(lambda: "Amina, Ben" in panel(live).detail.missing.text())
    amina.submit(AnswerPoll(poll=poll.id, round=1, choices=("2",)))

    await live.until(lambda: panel(live).detail.results.summary.startswith("1 of 2"))
    assert panel(live).detail.missing.text() == "Not answered yet: Ben"
    assert strip(live).state.text() == "1 of 2 answered"
    table = panel(live).detail.results.table
    assert [table.item(1, column).text() for column in range(3)] == ["✓ Pear", "1", "100"]  # type: ignore[union-attr]
    assert "results" not in seen(ben).get(poll.id, {})


@in_a_class
async def test_closed_shown_revealed_and_asked_again(live: LiveClass):
    """Every step is one click, and learners see it."""
    page = await live.learner("Amina")
    poll = await asked(live)
    detail = panel(live).detail
    page.submit(AnswerPoll(poll=poll.id, round=1, choices=("1",)))
    await live.until(lambda: detail.results.summary.startswith("1 of 1"))

    detail.main.click()
    await live.until(lambda: not polls(live)[0].is_open and detail.ask_again.isVisible())
    detail.show_results.click()
    await page_until(page, lambda: seen(page)[poll.id].get("results", {}).get("answered") == 1)
    await live.until(lambda: polls(live)[0].results)
    detail.reveal.click()
    await page_until(page, lambda: seen(page)[poll.id].get("revealed"))
    await live.until(lambda: polls(live)[0].answers)
    detail.ask_again.click()
    await page_until(page, lambda: seen(page)[poll.id]["round"] == 2)

    page.submit(AnswerPoll(poll=poll.id, round=2, choices=("2",)))
    await live.until(lambda: "1 of 1 changed their mind" in detail.results.summary)
    live.window.actions_.run("polls.turn")
    await live.until(lambda: not polls(live)[0].is_open)


@in_a_class
async def test_closing_can_be_undone_and_a_thrown_away_poll_comes_back(live: LiveClass):
    await asked(live)
    panel(live).detail.main.click()
    await live.until(lambda: not polls(live)[0].is_open)
    live.window.toast.undo()
    await live.until(lambda: polls(live)[0].is_open)

    await live.host.do(PreparePoll(draft=FRUIT))
    await live.until(lambda: len(panel(live).rows.rows) == 2)
    panel(live).acts.discard(polls(live)[1])
    await live.until(lambda: len(polls(live)) == 1)
    live.window.toast.undo()
    await live.until(lambda: len(polls(live)) == 2)


@in_a_class
async def test_a_word_is_hidden_from_learners_by_choosing_it_in_the_table(live: LiveClass):
    page = await live.learner("Amina")
    poll = await asked(live, Draft(question="One word?", form=Form.WORDS))
    page.submit(AnswerPoll(poll=poll.id, round=1, texts=("trust", "silly")))
    detail = panel(live).detail
    await live.until(lambda: detail.results.table.rowCount() == 2)
    detail.show_results.click()
    await page_until(page, lambda: len(seen(page)[poll.id].get("results", {}).get("said", {})) == 2)

    detail.show_table(on=True)
    detail.results.table.setCurrentCell(0, 0)
    detail._hide.trigger()  # noqa: SLF001 (the menu's entry)

    await page_until(page, lambda: [s["text"] for s in seen(page)[poll.id]["results"]["said"].values()] == ["trust"])
    await live.until(lambda: "hidden" in detail.results.table.item(0, 0).text())  # type: ignore[union-attr]


@in_a_class
async def test_the_list_says_only_what_changed(live: LiveClass):
    QAbstractItemModelTester(panel(live).rows, QAbstractItemModelTester.FailureReportingMode.Fatal)
    first = await asked(live)
    await live.host.do(PreparePoll(draft=FRUIT))
    await live.until(lambda: len(panel(live).rows.rows) == 2)

    assert [row.poll for row in panel(live).rows.rows] == [poll.id for poll in polls(live)]
    chosen = panel(live).chosen
    assert chosen is not None
    assert chosen.poll == first.id


@pytest.mark.usefixtures("theme", "spoken")
def test_answers_are_typed_one_a_line_with_a_star_for_the_right_ones():
    options = (Option(text="Apple", feedback="Why not"), Option(text="Pear", right=True))

    assert read_options(write_options(options), options) == options
    assert read_options("  A \n\n*B\n", ()) == (Option(text="A"), Option(text="B", right=True))
    form = PollForm()
    form.begin(FRUIT)
    assert form.draft == FRUIT
    form.deleteLater()


@in_a_class
async def test_a_poll_that_is_open_for_long_or_fully_answered_asks_for_attention(live: LiveClass):
    ana, ben = await live.learner("Ana"), await live.learner("Ben")
    poll = await asked(live)
    acts, now = panel(live).acts, live.bridge.now()
    assert poll_items(live.bridge.projected, now, acts, str) == ()
    (item,) = poll_items(live.bridge.projected, now + 270_000, acts, str)
    assert item.why == "Poll open for 4 min: 2 of 2 have not answered"

    await ana.until(lambda: poll.id in seen(ana))
    await ben.until(lambda: poll.id in seen(ben))
    for page in (ana, ben):
        page.submit(AnswerPoll(poll=poll.id, round=1, choices=("1",)))
    await live.until(lambda: live.wants("polls:"))
    live.act("polls:", "C")
    await live.until(lambda: not live.wants("polls:"))
