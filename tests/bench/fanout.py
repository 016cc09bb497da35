"""How many messages a second the relay delivers, held against peers in the same run.

`python -m tests.bench.fanout` lets 100, 1,000 and 3,000 learners sit in a class and post as fast as it takes it, with
the whole of the relay at work (decoding, access, deciding, a durable log, documents, patches), and lets as many clients
do the same with Node's `ws` and with `nats-server` over TCP; a program in C writes as many messages, gathered alike, to
as many sockets. Servers have one core, the clients the other; rounds are interleaved, and medians are compared.
"""

from __future__ import annotations

import statistics
import sys
from typing import TYPE_CHECKING, Final

from tests.bench.figures import report
from tests.bench.load.servers import cpu_seconds, gathered, nats_tcp, node_ws, relay

if TYPE_CHECKING:
    from contextlib import AbstractContextManager

    from tests.bench.load.crowd import Run
    from tests.bench.load.servers import Server

CASES: Final = (100, 1_000, 3_000)
ROUNDS: Final = 3
SECONDS: Final = 4.0
WARM: Final = 1.0


def measured(server: AbstractContextManager[Server], count: int) -> tuple[Run, float]:
    """Return a run of so many clients at full speed, and the processor time that the server used for it."""
    with server as running, running.crowd(count) as crowd:
        crowd.runs(WARM)
        before = cpu_seconds(running.pid)
        run = crowd.runs(SECONDS)
        return run, cpu_seconds(running.pid) - before


def _server(name: str, count: int, gather: int) -> AbstractContextManager[Server]:
    match name:
        case "relay":
            return relay()
        case "node_ws":
            return node_ws()
        case "nats":
            return nats_tcp()
        case _:
            return gathered(count, gather)


def compare(count: int) -> None:
    """Report one case."""
    rates: dict[str, list[float]] = {}
    costs: dict[str, list[float]] = {}
    gathers: list[int] = []
    for _ in range(ROUNDS):
        gather = 1
        # The ceiling comes last: it writes messages gathered as the relay gathered them in this round.
        for name in ("node_ws", "nats", "relay", "c"):
            run, cpu = measured(_server(name, count, gather), count)
            if run.failed or not run.deliveries:
                msg = f"{name} with {count} clients: {run}"
                raise RuntimeError(msg)
            if name == "relay":
                gather = round(run.deliveries / run.reads)
                gathers.append(gather)
            rates.setdefault(name, []).append(run.rate)
            costs.setdefault(name, []).append(cpu / run.deliveries * 1e6)
    case = str(count)
    ours = statistics.median(rates["relay"])
    report("fanout", case, "deliveries_a_second", ours, "1/s")
    report("fanout", case, "gathered", statistics.median(gathers), "messages")
    for name in ("node_ws", "nats", "c"):
        report("fanout", case, f"ratio_vs_{name}", ours / statistics.median(rates[name]), "x")
    for name, values in costs.items():
        figure = "cpu_per_million" if name == "relay" else f"cpu_per_million_{name}"
        report("fanout", case, figure, statistics.median(values), "s")


def main() -> None:
    """Measure the cases named on the command line, or all."""
    for case in map(int, sys.argv[1:] or map(str, CASES)):
        compare(case)


if __name__ == "__main__":
    main()
