"""The crowd, seen from Python: so many sockets in one process of C, and what it measured."""

from __future__ import annotations

import json
import subprocess
from typing import TYPE_CHECKING, Any, Final, Self

import msgspec

from tests.bench.load.build import program

if TYPE_CHECKING:
    from pathlib import Path

CLIENTS_CORE: Final = "1"
WINDOW: Final = 512
"""How many messages may be under way while one measures how many a second a server can deliver."""


class Run(msgspec.Struct, frozen=True):
    """What a run brought.

    Attributes:
        posted: messages that were sent.
        deliveries: messages that the readers measured received.
        seconds: how long it took.
        p50: the median from sending to receiving, in milliseconds.
        p99: the 99th percentile of the same.
        failed: sockets that ended.
        bytes: what the readers measured received in all.
        reads: in how many pieces the messages came.
    """

    posted: int
    deliveries: int
    seconds: float
    p50: float
    p99: float
    failed: int
    bytes: int
    reads: int

    @property
    def rate(self) -> float:
        """Deliveries a second."""
        return self.deliveries / self.seconds


class Crowd:
    """So many sockets on one server."""

    def __init__(self, mode: str, port: int, count: int, *, template: Path, firsts: Path | None = None) -> None:
        """Open them all.

        Args:
            mode: `cercle`, `ws`, `nats` or `raw`.
            port: of the server, on this machine.
            count: how many.
            template: what a post says.
            firsts: the first frame of each, one a line.
        """
        arguments = [mode, str(port), str(count), str(firsts or "-"), str(template)]
        self._process = subprocess.Popen(
            ["taskset", "-c", CLIENTS_CORE, str(program("crowd")), *arguments],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            text=True,
        )
        self.count = count
        self.opened_in = float(self._line()["seconds"])
        """Seconds until all were in."""

    def _line(self) -> dict[str, Any]:
        assert self._process.stdout is not None
        line = self._process.stdout.readline()
        if not line:
            msg = f"the crowd of {self._process.args!r} ended"
            raise RuntimeError(msg)
        answer: dict[str, Any] = json.loads(line)
        return answer

    def _ask(self, line: str) -> dict[str, Any]:
        assert self._process.stdin is not None
        self._process.stdin.write(line + "\n")
        self._process.stdin.flush()
        return self._line()

    def runs(
        self, seconds: float, *, rate: float = 0, window: int = WINDOW, stalled_every: int = 0, slowly: int = 0
    ) -> Run:
        """Post and count for a while.

        Args:
            seconds: how long.
            rate: messages a second; 0 for as many as `window` lets.
            window: how many may be under way.
            stalled_every: one reader in so many is stalled meanwhile.
            slowly: how many bytes a second such a reader still takes.
        """
        return msgspec.convert(self._ask(f"go {rate} {window} {seconds} {stalled_every} {slowly}"), Run)

    def drains(self, within: float = 30) -> float:
        """Read on, and return after how many seconds nothing came any more."""
        return float(self._ask(f"drain {within}")["quiet_after"])

    def __enter__(self) -> Self:
        """Return the crowd."""
        return self

    def __exit__(self, *_: object) -> None:
        """Have them all gone."""
        self._process.kill()
        self._process.communicate()
