"""A desktop is killed in the middle of its work: what it had written down is said, once."""

from __future__ import annotations

import asyncio
import os
import random
import signal
import subprocess
import sys
from pathlib import Path

from tests.e2e.house import House, go_live, past, relay_records, said, texts, until

ROOT = Path(__file__).resolve().parents[2]
DEATHS = 5


def posts_until_killed(folder: Path, prefix: str, after: int) -> list[str]:
    """Run a desktop that posts, kill it with -9 once it has said `after` lines, and return all that it said."""
    process = subprocess.Popen(
        [sys.executable, "-m", "tests.e2e.posting_process", str(folder), prefix],
        stdout=subprocess.PIPE,
        text=True,
        cwd=ROOT,
        env=os.environ | {"PYTHONPATH": str(ROOT)},
    )
    assert process.stdout is not None
    promised = [process.stdout.readline().rstrip("\n") for _ in range(after)]
    process.send_signal(signal.SIGKILL)
    promised += [line.rstrip("\n") for line in process.stdout if line.endswith("\n")]
    process.stdout.close()
    assert process.wait() == -signal.SIGKILL
    assert all(promised)
    return promised


async def test_a_desktop_killed_at_any_moment_says_once_what_it_had_written_down(house: House):
    """Killed while it writes, sends and is answered, time after time: every promised message stands in the log once."""
    relay = house.relay()
    folder = house.folder / "host"
    desk = house.desk("host")
    host = await house.host(relay, desk)
    await go_live(host)
    cofacilitator = await house.cofacilitator(host)
    session = host.session
    await host.close()
    desk.close()

    chance = random.Random(20260923)  # noqa: S311 (moments to die at, the same in every run)
    promised: list[str] = []
    for death in range(DEATHS):
        promised += await asyncio.to_thread(posts_until_killed, folder, f"Vie {death} message", chance.randint(1, 40))

    desk = house.desk("host")
    again = await house.reopened(desk)
    kept = [entry.id for entry in again.pending]
    again.connect()
    for command_id in kept:
        await again.settled(command_id)
    await until(again, lambda: not again.pending and set(promised) <= set(texts(again)))
    await until(cofacilitator, lambda: cofacilitator.head == again.head)

    spoken = texts(again)
    assert len(spoken) == len(set(spoken))
    assert texts(cofacilitator) == spoken
    await again.close()
    await asyncio.to_thread(relay.stop)
    assert said(relay_records(relay, session)) == said(past(desk, session)) == spoken
