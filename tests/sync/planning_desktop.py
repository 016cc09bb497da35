"""A desktop that edits a shared plan without pause until it is killed: started by the tests, as a program of its own.

It keeps its copy on disk before it says so, one line an edit.
"""

from __future__ import annotations

import asyncio
import sys
from pathlib import Path

from app.plans import pack, unpack
from app.plans.edits import Add
from app.plans.plan import Activity
from app.storage.library import Library
from app.storage.writer import Writer
from app.sync.client import StaffClient
from app.sync.planning import SharedPlan
from app.sync.shelf import Shelf


async def edit(folder: Path, round_: str) -> None:
    """Open the only seat of a library and the plan beside it, and add one activity after another."""
    writer = Writer()
    library = await asyncio.wrap_future(writer.call(Library.open, folder / "library.db"))
    shelf = Shelf(library, writer)
    (seat,) = await shelf.run(library.seats)
    client = await StaffClient.open(shelf, seat, seat.token)
    document = unpack((folder / "plan.cercle").read_bytes())
    SharedPlan(client, document, plan=document.id)
    client.connect()
    for number in range(10_000):
        name = f"{round_}-{number}"
        document.apply(Add(Activity(id=name, title=name)))
        fresh = folder / "plan.new"
        fresh.write_bytes(pack(document))
        fresh.rename(folder / "plan.cercle")
        sys.stdout.write(name + "\n")
        sys.stdout.flush()
        await asyncio.sleep(0.03)
        if number % 5 == 0:
            client.drop()


if __name__ == "__main__":
    asyncio.run(edit(Path(sys.argv[1]), sys.argv[2]))
