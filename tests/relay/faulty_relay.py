"""A relay that kills itself with -9 at a chosen moment, to be run as `python -m tests.relay.faulty_relay`."""

from __future__ import annotations

import argparse
import os
import signal
import sys
from pathlib import Path
from typing import Any

from app.relay import outlet, runner
from app.relay.service import run
from app.relay.settings import Settings
from app.storage.log import EventLog


def _die() -> None:
    os.kill(os.getpid(), signal.SIGKILL)


def _after_append() -> None:
    """Die when a message has become durable, before anybody hears of it."""
    append = EventLog.append

    def appending(self: EventLog, batch: Any) -> Any:
        result = append(self, batch)
        if any(b'"discussion.posted"' in record.body for one in batch for record in one.records):
            _die()
        return result

    EventLog.append = appending  # type: ignore[method-assign]


def _before_append() -> None:
    """Die when a message is decided and not yet durable."""
    append = EventLog.append

    def appending(self: EventLog, batch: Any) -> Any:
        if any(b'"discussion.posted"' in record.body for one in batch for record in one.records):
            _die()
        return append(self, batch)

    EventLog.append = appending  # type: ignore[method-assign]


def _after_ack() -> None:
    """Die when a message has been acknowledged to its author, before the others hear of it."""
    send = runner.SessionRunner.send
    write = outlet.Outlet.write

    def sending(self: runner.SessionRunner, outgoing: Any) -> None:
        ordered = sorted(outgoing, key=lambda item: not item.frame.startswith(b'{"t":"ack"'))
        if any(b"discussion.posted" in item.frame for item in ordered):
            item = ordered[0]
            assert item.frame.startswith(b'{"t":"ack"')
            write(self.outlets[item.lines[0]], outlet.text_frame(item.frame))
            _die()
        send(self, ordered)

    runner.SessionRunner.send = sending  # type: ignore[method-assign]


def _during_snapshot() -> None:
    """Die in the middle of keeping a snapshot."""
    runner.SNAPSHOT_EVERY = 5

    def saving(self: EventLog, session: str, seq: int, fingerprint: str, blob: bytes) -> bool:
        save(self, session, seq, fingerprint, blob[: len(blob) // 2])
        _die()
        return False

    save = EventLog.save_snapshot
    EventLog.save_snapshot = saving  # type: ignore[method-assign]


FAULTS = {
    "before_append": _before_append,
    "after_append": _after_append,
    "after_ack": _after_ack,
    "during_snapshot": _during_snapshot,
}


def main() -> int:
    parser = argparse.ArgumentParser()
    parser.add_argument("--data", type=Path, required=True)
    parser.add_argument("--port", type=int, default=0)
    parser.add_argument("--fault", choices=FAULTS, required=True)
    given = parser.parse_args()
    FAULTS[given.fault]()
    return run(Settings(data=given.data, port=given.port))


if __name__ == "__main__":
    sys.exit(main())
