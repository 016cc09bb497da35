"""A replica's log on its way to another relay, which is to reign from the next epoch on."""

from __future__ import annotations

from typing import TYPE_CHECKING
from uuid import uuid4

from app.sync import frames as f

if TYPE_CHECKING:
    from collections.abc import AsyncIterator

    from app.sync.shelf import Shelf


async def seeding(shelf: Shelf, session: str, token: str, key: str, head: f.Have) -> AsyncIterator[f.ClientFrame]:
    """Yield the frames that bring a log to a relay.

    Args:
        shelf: where the log is.
        session: whose log.
        token: the seat from which it is offered.
        key: the relay's key.
        head: where the log ends; all of it is durable.
    """
    yield f.Seed(v=f.VERSION, id=str(uuid4()), key=key, session=session, token=token, epoch=head.epoch + 1)
    after, log = 0, shelf.library.log
    while after < head.seq:
        gathered: list[f.WireRecord] = []
        size = 0
        for record in await shelf.run(log.read, session, after, f.RECORDS_PER_FRAME):
            if record.seq > head.seq or size >= f.BYTES_PER_FRAME:
                break
            private = None if record.private is None else record.private.decode()
            gathered.append(f.WireRecord(record.body.decode(), private))
            after = record.seq
            size += len(record.body) + len(record.private or b"")
        yield f.Records(tuple(gathered))
    yield f.Seeded(head.hash)
