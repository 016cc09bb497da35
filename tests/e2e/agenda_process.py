"""A staff desktop as a process of its own that starts an activity and waits to be killed.

`python -m tests.e2e.agenda_process FOLDER` opens the one seat in the folder's library, and prints a line once an
activity is under way at the relay and a second command is on this machine's disk alone.
"""

from __future__ import annotations

import asyncio
import sys
from pathlib import Path

from app.domain.agenda.activity import Activity
from app.domain.agenda.commands import ExtendActivity, SetAgenda, StartActivity
from app.sync.client import StaffClient
from app.sync.outbox import EntryState
from tests.e2e.house import Desk, until

AGENDA = (Activity(id="a", title="Débat", minutes=20), Activity(id="b", title="Partage", minutes=10))


async def lead(folder: Path) -> None:
    """Start the first activity, give it more time where no relay hears it, and wait."""
    desk = Desk(folder)
    (seat,) = desk.library.seats()
    client = await StaffClient.open(desk.shelf, seat, seat.token)
    client.connect()
    await client.online()
    await client.do(SetAgenda(activities=AGENDA))
    await client.do(StartActivity(activity="a"))
    client.drop(stay_away=True)
    client.submit(ExtendActivity(activity="a", minutes=5))
    await until(client, lambda: all(pending.state is not EntryState.WRITING for pending in client.pending))
    sys.stdout.write("under way\n")
    sys.stdout.flush()
    await asyncio.Event().wait()


if __name__ == "__main__":
    asyncio.run(lead(Path(sys.argv[1])))
