"""A process that appends and says what is durable, until it is killed.

Run as `python -m tests.storage.writing_process FILE`. It prints one line for each acknowledged group: the places of
the two sessions, after its `append` returned.
"""

from __future__ import annotations

import sys
from pathlib import Path

from app.storage.log import EventLog
from tests.storage.chains import ANA, BEN, append, messages

SESSIONS = ("a", "b")


def main() -> None:
    """Append groups of growing size to both sessions, with a snapshot and an erasure now and then."""
    log = EventLog.open(Path(sys.argv[1]))
    tails = {session: tuple(log.read(session, limit=1_000_000)[-1:]) for session in SESSIONS}
    turn = 0
    while True:
        turn += 1
        batch = []
        for session in SESSIONS:
            records = messages(tails[session], count=1 + turn % 5, author=ANA if turn % 2 else BEN)
            tails[session] = records[-1:]
            batch.append(append(session, records, erase=(BEN,) if turn % 40 == 0 else ()))
        log.append(batch)
        print(*(tails[session][-1].seq for session in SESSIONS), flush=True)  # noqa: T201 (its way to speak)
        if turn % 7 == 0:
            log.save_snapshot("a", tails["a"][-1].seq, "f", b"state" * 2000)


if __name__ == "__main__":
    main()
