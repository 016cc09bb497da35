"""A desktop that talks without pause until it is killed: started by the tests, as a program of its own.

It says on standard output which command is on disk, one id a line.
"""

from __future__ import annotations

import asyncio
import sys
from pathlib import Path

from app.domain.discussion.commands import PostMessage
from app.domain.kernel.words import MAIN
from app.storage.library import Library
from app.storage.writer import Writer
from app.sync.client import StaffClient
from app.sync.outbox import EntryState
from app.sync.shelf import Shelf

AT_ONCE = 10
"""How many words may be on their way."""


async def talk(path: Path) -> None:
    """Open the only seat in a library and say one number after another."""
    writer = Writer()
    library = await asyncio.wrap_future(writer.call(Library.open, path))
    shelf = Shelf(library, writer)
    (seat,) = await shelf.run(library.seats)
    client = await StaffClient.open(shelf, seat, seat.token)
    told: set[str] = set()
    changed = asyncio.Event()

    def tell(_: object) -> None:
        changed.set()
        for pending in client.pending:
            if pending.state is not EntryState.WRITING and pending.id not in told:
                told.add(pending.id)
                sys.stdout.write(pending.id + "\n")
                sys.stdout.flush()

    client.on_change(tell)
    client.connect()
    number = 0
    while True:
        client.submit(PostMessage(channel=MAIN, text=f"{sys.argv[2]}-{number}"))
        number += 1
        if number % 20 == 0:
            client.drop()
        while len(client.pending) > AT_ONCE:
            changed.clear()
            await changed.wait()


if __name__ == "__main__":
    asyncio.run(talk(Path(sys.argv[1])))
