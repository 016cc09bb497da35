"""`python -m tests.bench.history`: what a session's past costs those who join, post in and open it.

Sessions with 0, 10,000 and 100,000 past messages, and one with 1,000 members, on one real relay each. Every figure is
also given as a ratio to the session without a past.
"""

from __future__ import annotations

import asyncio
import hashlib
import tempfile
import time
import uuid
from pathlib import Path
from typing import TYPE_CHECKING

from app.domain.discussion.commands import PostMessage
from app.domain.kernel.words import Role
from app.domain.registry import REGISTRY
from app.domain.roster.commands import JoinSession
from app.domain.roster.state import RosterState
from app.domain.session.commands import CreateSession, OpenCode, StartSession
from app.relay.ledger import FRESH, RELAY_SEAT, Ledger
from app.relay.loading import keep, load
from app.storage.log import Append, EventLog
from app.sync.snapshots import fingerprint
from tests.bench.figures import median_ms, report
from tests.relay.processes import Class, RelayProcess, new_token

if TYPE_CHECKING:
    from app.domain.kernel.seats import Seat

ROUNDS = 30
_CHUNK = 2_000


def _member(ledger: Ledger, n: int) -> Seat:
    return list(ledger.world.state(RosterState).members.values())[n]


def write_past(data: Path, classroom: Class, *, messages: int, members: int) -> None:
    """Write a session's past straight into a relay's log, as the relay itself would have.

    Args:
        data: the relay's folder.
        classroom: gets the session's code.
        messages: how many messages were posted.
        members: how many learners joined.
    """
    data.mkdir(parents=True)
    event_log = EventLog.open(data / "relay.db")
    ledger = Ledger.empty(REGISTRY, classroom.session)
    records = []

    def run(command: object, seat: Seat) -> None:
        _, more = ledger.run(
            command,  # type: ignore[arg-type]  # any command
            seat=seat,
            command_id=str(uuid.uuid4()),
            seen=FRESH,
            at=time.time_ns() // 1_000_000,
            new_salt=lambda: "00" * 16,
        )
        records.extend(more)
        if len(records) >= _CHUNK:
            flush()

    def flush() -> None:
        if records:
            append = Append(classroom.session, records[0].seq - 1, tuple(records), "")
            event_log.append([append])
            records.clear()

    hashed = hashlib.sha256(classroom.host_token.encode()).hexdigest()
    run(CreateSession(title="Past"), RELAY_SEAT)
    run(JoinSession(name="Host", token_hash=hashed, role=Role.HOST), RELAY_SEAT)
    host = _member(ledger, 0)
    classroom.code = "PAST-CODE-1"
    run(OpenCode(code=classroom.code), host)
    run(StartSession(), host)
    for n in range(members):
        hashed = hashlib.sha256(f"learner {n}".encode()).hexdigest()
        run(JoinSession(name=f"Learner {n}", token_hash=hashed), RELAY_SEAT)
    seats = list(ledger.world.state(RosterState).members.values())
    for n in range(messages):
        run(
            PostMessage(channel="main", text=f"Message {n} of a long class, with some words in it."),
            seats[n % len(seats)],
        )
    flush()
    event_log.save_snapshot(classroom.session, ledger.world.seq, fingerprint(), keep(ledger))
    event_log.close()


async def measure(folder: Path, case: str, *, messages: int, members: int) -> dict[str, float]:
    """Return the figures of one case, in milliseconds."""
    relay = RelayProcess(folder / case / "data")
    classroom = Class(relay)
    write_past(relay.data, classroom, messages=messages, members=members)
    event_log = EventLog.open(relay.data / "relay.db")
    begun = time.perf_counter()
    load(event_log, classroom.session)
    opened = (time.perf_counter() - begun) * 1000
    event_log.close()
    begun = time.perf_counter()
    relay.start()
    started = (time.perf_counter() - begun) * 1000
    try:
        joined: list[object] = []

        async def join(n: int) -> None:
            peer = await classroom.join(f"New {n}")
            await peer.sees("me.roster.seat.place", "main")
            joined.append(peer)

        join_ms = await median_ms(ROUNDS, join)
        author = await classroom.join("Author")

        async def post(n: int) -> None:
            answer = await author.ask("discussion.post", channel="main", text=f"new {n}")
            assert answer["t"] == "ack", answer
            await asyncio.sleep(0.1)  # within what one learner may send

        async def pause(_: int) -> None:
            await asyncio.sleep(0.1)

        post_ms = await median_ms(ROUNDS, post) - await median_ms(ROUNDS, pause)
        token = new_token()
        back = await classroom.join("Back", token)
        size = sum(len(raw) for raw in back.raw)

        async def page(n: int) -> None:
            frame = {"t": "query", "id": str(uuid.uuid4()), "name": "discussion.history"}
            await author.say(frame | {"args": {"channel": "main", "before": 0, "limit": 50}})
            answer = await author.until("answer", "refused")
            assert answer["t"] == "answer" or n < 0, answer
            await asyncio.sleep(0.1)

        page_ms = await median_ms(ROUNDS, page) - await median_ms(ROUNDS, pause)
    finally:
        relay.kill()
    return {
        "open_session": opened,
        "start_relay": started,
        "join": join_ms,
        "post": post_ms,
        "history_page": page_ms,
        "join_bytes": float(size),
    }


async def main() -> None:
    """Measure every case and print it."""
    cases = {
        "0": {"messages": 0, "members": 0},
        "10000": {"messages": 10_000, "members": 0},
        "100000": {"messages": 100_000, "members": 0},
        "1000 members": {"messages": 0, "members": 1_000},
    }
    with tempfile.TemporaryDirectory() as folder:
        figures = {case: await measure(Path(folder), case, **given) for case, given in cases.items()}
    for case, measured in figures.items():
        for figure, value in measured.items():
            unit = "bytes" if figure == "join_bytes" else "ms"
            report("history", case, figure, value, unit)
            report("history", case, f"{figure}_ratio_to_empty", value / figures["0"][figure], "x")


if __name__ == "__main__":
    asyncio.run(main())
