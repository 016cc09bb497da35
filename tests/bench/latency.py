"""How late messages arrive in a class of 1,000 that says 100 a second, held against Node's `ws` in the same run.

`python -m tests.bench.latency` has both servers hand 100 messages a second to 1,000 clients, the relay durably, and
prints how long it takes from sending to receiving (the 99th percentile) and what a delivery costs the processor.
"""

from __future__ import annotations

import statistics
from typing import TYPE_CHECKING, Final

from tests.bench.figures import report
from tests.bench.load.servers import cpu_seconds, node_ws, relay

if TYPE_CHECKING:
    from contextlib import AbstractContextManager

    from tests.bench.load.crowd import Run
    from tests.bench.load.servers import Server

COUNT: Final = 1_000
RATE: Final = 100.0
ROUNDS: Final = 3
SECONDS: Final = 8.0
NO_WINDOW: Final = 1_000_000
"""The pace is given: who falls behind falls behind."""


def measured(server: AbstractContextManager[Server]) -> tuple[Run, float]:
    """Return a run at the given pace, and the processor time for a million deliveries, in seconds."""
    with server as running, running.crowd(COUNT) as crowd:
        crowd.runs(2, rate=RATE, window=NO_WINDOW)
        before = cpu_seconds(running.pid)
        run = crowd.runs(SECONDS, rate=RATE, window=NO_WINDOW)
        return run, (cpu_seconds(running.pid) - before) / run.deliveries * 1e6


def _medians(runs: list[tuple[Run, float]]) -> list[float]:
    rows = [(run.p50, run.p99, cpu, run.rate) for run, cpu in runs]
    return [statistics.median(values) for values in zip(*rows, strict=True)]


def main() -> None:
    """Measure and compare."""
    runs: dict[str, list[tuple[Run, float]]] = {"relay": [], "node_ws": []}
    for _ in range(ROUNDS):
        runs["relay"].append(measured(relay()))
        runs["node_ws"].append(measured(node_ws()))
    median = {name: _medians(many) for name, many in runs.items()}
    case = f"{COUNT} at {RATE:.0f}/s"
    for name, (p50, p99, cpu, rate) in median.items():
        report("latency", case, f"p50_{name}", p50, "ms")
        report("latency", case, f"p99_{name}", p99, "ms")
        report("latency", case, f"cpu_per_million_{name}", cpu, "s")
        report("latency", case, f"delivered_share_{name}", rate / (RATE * COUNT), "x")
    report("latency", case, "p99_ratio_vs_node_ws", median["relay"][1] / median["node_ws"][1], "x")
    report("latency", case, "cpu_ratio_vs_node_ws", median["relay"][2] / median["node_ws"][2], "x")


if __name__ == "__main__":
    main()
