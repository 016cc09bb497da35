"""Reads a session's whole log from its relay, as a replica that knows nothing yet."""

from __future__ import annotations

import asyncio
import contextlib
from typing import TYPE_CHECKING

from app.domain.kernel.refusal import Refusal
from app.sync import frames as f
from app.sync.connection import ConnectionState, Online, RelayConnection, TurnedAway, greeting
from app.sync.replica import Replica

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from app.domain.kernel.envelope import Envelope


async def read_log(
    base: str, session: str, token: str, on_records: Callable[[Sequence[f.WireRecord]], None] = lambda _: None
) -> list[Envelope]:
    """Return every envelope of a session's log, its chain checked.

    Args:
        base: the relay's base URL.
        session: which session.
        token: a staff seat's token.
        on_records: told of the records as they are sealed, in order.

    Raises:
        Refusal: the relay turns the seat away.
        BrokenChain: the log does not hold together.
    """
    replica = Replica(session)
    envelopes: list[Envelope] = []
    done: asyncio.Future[None] = asyncio.get_running_loop().create_future()
    wanted = 0

    def look() -> None:
        if wanted and replica.world.seq >= wanted and not done.done():
            done.set_result(None)

    def on_state(state: ConnectionState) -> None:
        nonlocal wanted
        if isinstance(state, Online):
            wanted = state.welcome.seq
            look()
        if isinstance(state, TurnedAway) and not done.done():
            done.set_exception(Refusal(state.code, **state.params))

    def on_frame(frame: f.ServerFrame) -> None:
        if isinstance(frame, f.Log):
            on_records(frame.records)
            envelopes.extend(replica.receive(frame.records).envelopes)
            look()

    hello = f.Hello(v=f.VERSION, session=session, token=token, as_="replica")
    connection = RelayConnection(base, lambda: greeting(hello), on_state=on_state, on_frame=on_frame)
    running = asyncio.create_task(connection.run())
    try:
        await asyncio.wait({done, running}, return_when=asyncio.FIRST_COMPLETED)
        if not done.done():
            await running
        await done
    finally:
        running.cancel()
        with contextlib.suppress(asyncio.CancelledError):
            await running
    return envelopes
