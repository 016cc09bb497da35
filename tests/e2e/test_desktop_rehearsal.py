"""Rehearsing from the window: simulated learners come to one's own class, talk, and can be sent away."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from app.domain.agenda.state import AgendaState
from app.domain.kernel.words import Phase
from app.domain.roster.state import RosterState
from app.domain.session.commands import StartSession
from app.plans import Plan
from app.rehearsal import Config, Progress
from app.sync.runbook import Source
from tests.e2e.widgets import Hands
from tests.e2e.windows import Windows, texts, until
from ui.session.reach import Reach, reach
from ui.shell.panels import Mode

if TYPE_CHECKING:
    from pathlib import Path

    from ui.session.desk import OpenClass

pytestmark = pytest.mark.usefixtures("qapp")


def present(one: OpenClass) -> int:
    """Return how many are in a class, the host among them."""
    return one.client.world.state(RosterState).present


async def test_learners_come_and_talk_until_their_time_is_over(tmp_path: Path):
    """The class goes on without them, and can be led to its end."""
    async with Windows(own_relays=True) as windows:
        desktop = await windows.open(tmp_path)
        stages: list[Progress] = []
        desktop.practice.progressed.connect(stages.append)
        desktop.practice.begin(
            Source(Plan(title="Feedback", language="en")), Config(learners=4, minutes=2, speed=60.0, seed=3)
        )
        await until(lambda: desktop.desk.shown is not None and desktop.desk.shown.session.phase is Phase.LOBBY)
        one = desktop.desk.shown
        assert one is not None
        assert one.session.title == "Rehearsal · Feedback"
        assert reach(one.session.address) is Reach.HERE
        await one.client.do(StartSession())
        await until(lambda: present(one) == 5)
        await until(lambda: bool(texts(one.client)))
        await until(lambda: not desktop.practice.is_running)

        assert stages[-1].stage == "done"
        assert stages[-1].sent >= len(texts(one.client)) > 0
        assert one.session.phase is Phase.LIVE


async def test_the_rehearse_button_begins_and_its_strip_sends_the_learners_away(tmp_path: Path):
    async with Windows(own_relays=True) as windows:
        desktop = await windows.open(tmp_path)
        desktop.window.show_mode(Mode.PREPARE)
        hands = Hands(desktop.window)
        await hands.press("Write a plan")
        await hands.press("Rehearse")
        await until(lambda: desktop.desk.shown is not None)
        one = desktop.desk.shown
        assert one is not None
        await until(lambda: present(one) >= 2)
        desktop.window.show_mode(Mode.PREPARE)
        await hands.press("Let them go")
        await until(lambda: not desktop.practice.is_running)

        assert one.session.phase is Phase.LOBBY
        assert len(one.client.world.state(AgendaState).order) == 5
        # What was stopped can begin anew.
        desktop.practice.begin(Source(Plan()))
        assert desktop.practice.is_running
