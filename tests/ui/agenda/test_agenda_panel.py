"""The agenda in the window: led at a real relay, and seen by learners."""

from __future__ import annotations

import time
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtTest import QAbstractItemModelTester, QTest

from app.domain.agenda.activity import MINUTE, Activity, Day, Kind, Question
from app.domain.agenda.commands import SetAgenda
from app.domain.agenda.cuts import Cut
from app.domain.agenda.state import AgendaState, Standing
from app.domain.agenda.timing import course
from tests.e2e.house import page_texts, page_until
from tests.ui.live_class import LiveClass, in_a_class
from ui.agenda.panel import AgendaPanel
from ui.agenda.stage import AgendaStage
from ui.agenda.topbar import AgendaTime

if TYPE_CHECKING:
    from app.sync.page import PageClient

AGENDA = (
    Activity(id="a", title="Welcome", kind=Kind.TALK, minutes=10, notes="Names first."),
    Activity(
        id="b",
        title="Debate",
        kind=Kind.DEBATE,
        minutes=20,
        instructions="Take a side.",
        questions=(Question(id="q", text="What would change your mind?"),),
    ),
    Activity(id="c", kind=Kind.BREAK, minutes=15),
    Activity(id="d", title="Share", kind=Kind.SHARE_OUT, minutes=20),
)


def panel(live: LiveClass) -> AgendaPanel:
    """Return the agenda's panel."""
    found = live.window.findChild(AgendaPanel)
    assert isinstance(found, AgendaPanel)
    return found


def state(live: LiveClass) -> AgendaState:
    """Return the agenda as the relay knows it."""
    return live.host.world.state(AgendaState)


def current(page: PageClient) -> object:
    """Return what a learner reads of the activity under way."""
    return page.documents["class"].get("agenda", {}).get("current", {}).get("title")


async def settled(live: LiveClass) -> None:
    """Wait until the relay has answered everything, and the window says so."""
    await live.until(lambda: not live.host.pending)
    live.bridge.flush()


@in_a_class
async def test_start_next_leads_through_the_agenda_and_learners_follow(live: LiveClass):
    """One click starts the next activity with the questions that are ready; the toast takes a start back."""
    page = await live.learner("Ana")
    QAbstractItemModelTester(panel(live).rows, QAbstractItemModelTester.FailureReportingMode.Warning)
    await live.host.do(SetAgenda(activities=AGENDA))
    await live.until(panel(live).start_next.isVisible)
    stage, bar = live.window.findChild(AgendaStage), live.window.findChild(AgendaTime)
    assert isinstance(stage, AgendaStage)
    assert isinstance(bar, AgendaTime)
    assert not stage.isVisible()

    panel(live).start_next.click()
    await page_until(page, lambda: current(page) == "Welcome")
    await settled(live)
    assert bar.isVisible()
    stage.notes_button.click()
    assert "Names first." in [label.text() for label in stage.findChildren(type(stage._notes)) if label.isVisible()]  # noqa: SLF001
    panel(live).start_next.click()
    await page_until(page, lambda: current(page) == "Debate" and page_texts(page) == ["What would change your mind?"])
    await settled(live)
    assert [panel(live).rows.rows[n].standing for n in range(3)] == [Standing.DONE, Standing.NOW, Standing.TO_COME]

    live.window.toast._take_back()  # noqa: SLF001
    await page_until(page, lambda: current(page) == "Welcome")
    await settled(live)
    panel(live).acts.start("b")
    await page_until(page, lambda: current(page) == "Debate")
    assert page_texts(page) == ["What would change your mind?"]


@in_a_class
async def test_the_time_of_an_activity_is_in_the_trainers_hands(live: LiveClass):
    """More time, a stopped clock, one that is left out, one that is taken up out of turn, by button and key."""
    await live.host.do(SetAgenda(activities=AGENDA))
    agenda = panel(live)
    await live.until(agenda.start_next.isVisible)
    agenda.start_next.click()
    await live.until(lambda: state(live).current == "a")
    agenda.now.much_more.click()
    agenda.now.pause.click()
    await live.until(lambda: state(live).activities["a"].minutes == 15 and state(live).stopped_at)
    await settled(live)
    assert "stopped" in agenda.now.left.text()
    agenda.now.pause.click()
    agenda.now.skip.click()
    await live.until(lambda: "b" in state(live).skipped and not state(live).stopped_at)
    await settled(live)
    live.window.toast._take_back()  # noqa: SLF001
    await live.until(lambda: "b" not in state(live).skipped)

    agenda.view.setCurrentIndex(agenda.rows.index_of("d"))
    assert agenda.start_chosen.isVisible()
    QTest.keyClick(agenda.view, Qt.Key.Key_Up, Qt.KeyboardModifier.AltModifier)
    await live.until(lambda: state(live).order == ["a", "b", "d", "c"])
    await settled(live)
    agenda.start_chosen.click()
    await live.until(lambda: state(live).current == "d")
    await settled(live)
    assert agenda.rows.rows[1].passed
    agenda.now.back.click()
    await live.until(lambda: state(live).current == "a")


@in_a_class
async def test_a_class_that_is_late_is_offered_a_way_back_into_its_time(live: LiveClass):
    """One click cuts the rest, and the toast takes it back."""
    begun = time.time_ns() // 1_000_000 - 8 * MINUTE
    day = Day(id="", start=begun)
    await live.host.do(SetAgenda(days=(day,), activities=AGENDA))
    agenda = panel(live)
    await live.until(agenda.start_next.isVisible)
    assert not agenda.offers.isVisible()
    agenda.start_next.click()
    await live.until(agenda.offers.isVisible)
    await settled(live)
    assert agenda.now.behind.text == "8 min behind"

    agenda.offers.buttons[0].click()
    await live.until(lambda: not agenda.offers.isVisible())
    await settled(live)
    assert course(state(live), live.bridge.now()).late < MINUTE
    assert state(live).activities["c"].minutes == 15
    live.window.toast._take_back()  # noqa: SLF001
    await live.until(lambda: state(live).activities["b"].minutes == 20)
    await live.until(agenda.offers.isVisible)
    assert [offer.cut for offer in agenda.offers._offers][0] is Cut.SPREAD  # noqa: RUF015, SLF001


@in_a_class
async def test_without_a_plan_an_agenda_is_made_on_the_way(live: LiveClass):
    page = await live.learner("Ana")
    agenda = panel(live)
    assert agenda._none.isVisible()  # noqa: SLF001
    agenda._begin.click()  # noqa: SLF001
    QTest.keyClicks(agenda.form.title.edit, "Round of names")
    agenda.form.minutes.setValue(7)
    QTest.keyClick(agenda.form.title.edit, Qt.Key.Key_Return)
    await live.until(lambda: len(state(live).order) == 1)
    assert agenda.form.isHidden()
    agenda.start_next.click()
    await page_until(page, lambda: current(page) == "Round of names")
    await settled(live)
    assert agenda.start_next.text() == "End the last activity"
    assert not agenda.now.behind.isVisible()
    agenda.view.setCurrentIndex(agenda.rows.index(0))
    agenda.ask_change()
    agenda.form.title.edit.setText("x")
    QTest.keyClick(agenda.form, Qt.Key.Key_Escape)
    assert agenda.form.isHidden()
    agenda.start_next.click()
    await page_until(page, lambda: current(page) is None)
