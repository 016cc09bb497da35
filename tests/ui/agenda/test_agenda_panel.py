"""The agenda in the window: led at a real relay, and seen by learners."""

from __future__ import annotations

from typing import TYPE_CHECKING

from app.domain.agenda.activity import Activity, Kind
from app.domain.agenda.commands import SetAgenda
from app.domain.agenda.state import AgendaState
from tests.e2e.house import page_until
from tests.ui.live_class import LiveClass, in_a_class
from ui.agenda.panel import AgendaPanel

if TYPE_CHECKING:
    from app.sync.page import PageClient

AGENDA = (
    Activity(id="a", title="Welcome", kind=Kind.TALK, minutes=10),
    Activity(id="b", title="Debate", kind=Kind.DEBATE, minutes=20, instructions="Take a side."),
    Activity(id="c", kind=Kind.BREAK, minutes=15),
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


@in_a_class
async def test_start_next_leads_through_the_agenda_and_learners_follow(live: LiveClass):
    page = await live.learner("Ana")
    await live.host.do(SetAgenda(activities=AGENDA))
    await live.until(panel(live).start_next.isVisible)

    panel(live).start_next.click()
    await page_until(page, lambda: current(page) == "Welcome")
    await live.until(lambda: state(live).current == "a")
    panel(live).start_next.click()
    await page_until(page, lambda: current(page) == "Debate")

    assert state(live).next == "c"
