"""An activity goes on, with its times, whoever is killed while it is under way."""

from __future__ import annotations

import asyncio
import os
import signal
import subprocess
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Any

from app.domain.agenda.activity import MINUTE
from app.domain.agenda.commands import StartActivity
from app.domain.agenda.state import AgendaState
from tests.e2e.house import House, go_live, page_until, until

if TYPE_CHECKING:
    from app.sync.client import StaffClient
    from app.sync.page import PageClient

ROOT = Path(__file__).resolve().parents[2]


def leads_until_killed(folder: Path) -> None:
    """Run a desktop that starts an activity, and kill it with -9."""
    process = subprocess.Popen(
        [sys.executable, "-m", "tests.e2e.agenda_process", str(folder)],
        stdout=subprocess.PIPE,
        text=True,
        cwd=ROOT,
        env=os.environ | {"PYTHONPATH": str(ROOT)},
    )
    assert process.stdout is not None
    assert process.stdout.readline() == "under way\n"
    process.send_signal(signal.SIGKILL)
    process.stdout.close()
    assert process.wait() == -signal.SIGKILL


def agenda(client: StaffClient) -> AgendaState:
    """Return the agenda as a desktop knows it."""
    return client.world.state(AgendaState)


def current(page: PageClient) -> dict[str, Any]:
    """Return what a learner reads of the activity under way."""
    found: dict[str, Any] = page.documents["class"].get("agenda", {}).get("current", {})
    return found


async def test_an_activity_goes_on_when_its_desktop_and_its_relay_are_killed(house: House):
    """The time that it has is the same before and after, and what was asked for meanwhile counts once."""
    relay = house.relay()
    desk = house.desk("host")
    host = await house.host(relay, desk)
    await go_live(host)
    page = await house.learner(host, "Ana")
    await host.close()
    desk.close()
    await asyncio.to_thread(leads_until_killed, house.folder / "host")
    await page_until(page, lambda: current(page).get("id") == "a")
    since, ends_at = current(page)["since"], current(page)["ends_at"]
    assert ends_at - since == 20 * MINUTE

    relay.kill()
    desk = house.desk("host")
    again = await house.reopened(desk)
    assert (agenda(again).current, agenda(again).ends_at) == ("a", ends_at)
    assert again.projected.state(AgendaState).ends_at == ends_at + 5 * MINUTE
    relay.start()
    again.connect()
    await until(again, lambda: not again.pending and agenda(again).ends_at == ends_at + 5 * MINUTE)
    await page_until(page, lambda: current(page).get("ends_at") == ends_at + 5 * MINUTE)

    assert current(page)["since"] == since
    await again.do(StartActivity(activity="b"))
    await page_until(page, lambda: current(page).get("title") == "Partage")
    assert agenda(again).activities["a"].minutes == 25
