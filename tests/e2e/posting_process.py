"""A staff desktop as a process of its own that posts until somebody kills it.

`python -m tests.e2e.posting_process FOLDER PREFIX` opens the one seat in the folder's library, connects, and posts
`PREFIX 1`, `PREFIX 2` and so on. Each number is printed when its command is on this machine's disk: from then on the
person was promised that it will be said.
"""

from __future__ import annotations

import asyncio
import sys
from pathlib import Path

from app.domain.discussion.commands import PostMessage
from app.domain.kernel.words import MAIN
from app.sync.client import StaffClient
from app.sync.outbox import EntryState
from tests.e2e.house import Desk

GATHERED = 5
"""How many messages are asked for in one go, so that death finds commands at every stage of their way."""


async def post_on(folder: Path, prefix: str) -> None:
    """Post until killed."""
    desk = Desk(folder)
    (seat,) = desk.library.seats()
    client = await StaffClient.open(desk.shelf, seat, seat.token)
    client.connect()
    await client.online()
    changed = asyncio.Event()
    client.on_change(lambda _: changed.set())
    number = 0
    while True:
        asked = [client.submit(PostMessage(channel=MAIN, text=f"{prefix} {number + n}")).id for n in range(GATHERED)]
        writing = set(asked)
        while writing:
            changed.clear()
            states = {pending.id: pending.state for pending in client.pending}
            for n, command_id in enumerate(asked):
                if command_id in writing and states.get(command_id) is not EntryState.WRITING:
                    writing.discard(command_id)
                    sys.stdout.write(f"{prefix} {number + n}\n")
                    sys.stdout.flush()
            if writing:
                await changed.wait()
        number += GATHERED


if __name__ == "__main__":
    asyncio.run(post_on(Path(sys.argv[1]), sys.argv[2]))
