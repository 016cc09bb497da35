"""How many durable events a second group commit brings to the disk, held against the disk's own pace.

`python -m tests.bench.storage` appends sealed records to a log of the relay (SQLite, WAL, `synchronous=FULL`), as many
at once as the relay gathers when a big class talks, and calls `fdatasync` after each bare write of as many bytes as one
record has, on the same disk in the same run.
"""

from __future__ import annotations

import os
import statistics
import tempfile
import time
import uuid
from pathlib import Path
from typing import TYPE_CHECKING, Final

from app.domain.discussion.events import MessagePosted
from app.domain.kernel.envelope import GENESIS, Envelope, seal
from app.domain.kernel.words import MAIN, named_id
from app.storage.log import Append, EventLog
from tests.bench.figures import report

if TYPE_CHECKING:
    from app.domain.kernel.envelope import Record

GATHERED: Final = (1, 64, 512)
ROUNDS: Final = 5
SECONDS: Final = 1.0
SIZE: Final = 250


def records(count: int) -> list[Record]:
    """Return a chain of so many messages."""
    chain: list[Record] = []
    command, author = str(uuid.uuid4()), str(uuid.uuid4())
    for seq in range(1, count + 1):
        item = named_id(command, str(seq))
        event = MessagePosted(item=item, revision=1, kind="message", channel=MAIN, author=author, text="x" * 60)
        envelope = Envelope(epoch=1, seq=seq, id=item, command_id=item, actor=author, at=seq, event=event)
        chain.append(seal(envelope, chain[-1].hash if chain else GENESIS, "5a" * 16))
    return chain


def syncs_a_second(folder: Path) -> float:
    """Return how often a second the disk makes a small write durable."""
    handle = os.open(folder / "bare", os.O_CREAT | os.O_WRONLY)
    try:
        began, count = time.perf_counter(), 0
        while time.perf_counter() - began < SECONDS:
            os.write(handle, b"x" * SIZE)
            os.fdatasync(handle)
            count += 1
        return count / (time.perf_counter() - began)
    finally:
        os.close(handle)


def events_a_second(folder: Path, chain: list[Record], gathered: int) -> float:
    """Return how many events a second a log takes, so many in one commit."""
    log = EventLog.open(folder / f"{uuid.uuid4()}.db")
    session = str(uuid.uuid4())
    try:
        began, count = time.perf_counter(), 0
        while time.perf_counter() - began < SECONDS and count + gathered <= len(chain):
            log.append([Append(session, count, tuple(chain[count : count + gathered]), "")])
            count += gathered
        return count / (time.perf_counter() - began)
    finally:
        log.close()


def main() -> None:
    """Measure and compare."""
    chain = records(60_000)
    bare: list[float] = []
    ours: dict[int, list[float]] = {gathered: [] for gathered in GATHERED}
    with tempfile.TemporaryDirectory(prefix="cercle-bench-") as folder:
        for _ in range(ROUNDS):
            bare.append(syncs_a_second(Path(folder)))
            for gathered in GATHERED:
                ours[gathered].append(events_a_second(Path(folder), chain, gathered))
    disk = statistics.median(bare)
    report("storage", "bare", "fdatasync_a_second", disk, "1/s")
    for gathered in GATHERED:
        rate = statistics.median(ours[gathered])
        report("storage", f"{gathered} gathered", "events_a_second", rate, "1/s")
        report("storage", f"{gathered} gathered", "ratio_vs_fdatasync", rate / disk, "x")


if __name__ == "__main__":
    main()
