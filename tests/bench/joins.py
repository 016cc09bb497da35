"""How many learners a second can join, held against Node's `ws` accepting bare sockets, and what an idle one costs.

`python -m tests.bench.joins` lets 1,000 learners join a class at once, each with a seat of their own, durable, and the
first documents, and as many bare sockets connect to Node's `ws`; and it counts the memory of 2,000 more who sit still.
"""

from __future__ import annotations

import statistics
import time
from typing import Final

from tests.bench.figures import report
from tests.bench.load.servers import memory, node_ws, relay

COUNT: Final = 1_000
IDLE: Final = 2_000
ROUNDS: Final = 3


def main() -> None:
    """Measure and compare."""
    rates: dict[str, list[float]] = {"relay": [], "node_ws": []}
    for _ in range(ROUNDS):
        for name, server in (("relay", relay()), ("node_ws", node_ws())):
            with server as running, running.crowd(COUNT) as crowd:
                rates[name].append(COUNT / crowd.opened_in)
    ours, theirs = (statistics.median(rates[name]) for name in ("relay", "node_ws"))
    report("joins", str(COUNT), "joins_a_second", ours, "1/s")
    report("joins", str(COUNT), "ratio_vs_node_ws", ours / theirs, "x")
    with relay() as running, running.crowd(COUNT) as first:
        first.drains(3)
        before = memory(running.pid)
        with running.crowd(IDLE) as more:
            more.drains(3)
            time.sleep(2)
            report("joins", str(IDLE), "memory_a_learner", (memory(running.pid) - before) / IDLE / 1024, "KB")


if __name__ == "__main__":
    main()
