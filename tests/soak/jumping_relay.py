"""A relay whose clock jumps: `python -m tests.soak.jumping_relay` adds the hours that a file names to the time."""

from __future__ import annotations

import os
import signal
import sys
import time
from pathlib import Path

from app.relay.__main__ import main as serve
from app.relay.server import Relay

CLOCK_FILE = "CERCLE_TEST_CLOCK"
"""The variable that names the file; SIGUSR1 has it read again."""

_ahead = 0


def _clock() -> int:
    return time.time_ns() // 1_000_000 + _ahead


def _jump(*_: object) -> None:
    global _ahead  # noqa: PLW0603 (a signal handler has nowhere else to put it)
    _ahead = int(float(Path(os.environ[CLOCK_FILE]).read_text()) * 3_600_000)


def main() -> int:
    """Run the relay with that clock."""
    if CLOCK_FILE in os.environ:
        _jump()
        signal.signal(signal.SIGUSR1, _jump)
    Relay.clock = staticmethod(_clock)  # type: ignore[method-assign]
    return serve()


if __name__ == "__main__":
    sys.exit(main())
