"""What readers that hardly read cost the others: one learner in ten is stalled while the class goes on.

`python -m tests.bench.slow_readers` compares how late messages arrive with nobody stalled, with one in ten reading
nothing, and with one in ten reading 5 KB a second; then it lets them drain, and counts what the relay held for them.
"""

from __future__ import annotations

import statistics
from typing import Final

from tests.bench.figures import report
from tests.bench.load.servers import memory, relay

COUNT: Final = 1_000
EVERY: Final = 10
RATE: Final = 100.0
SECONDS: Final = 10.0
ROUNDS: Final = 3
SLOWLY: Final = 5_000
CASES: Final = (("reads nothing", 0), ("reads 5 KB/s", SLOWLY))


def main() -> None:
    """Measure and compare."""
    plain: list[float] = []
    stalled: dict[str, list[float]] = {case: [] for case, _ in CASES}
    drained: dict[str, list[float]] = {case: [] for case, _ in CASES}
    held: dict[str, list[float]] = {case: [] for case, _ in CASES}
    for _ in range(ROUNDS):
        for case, slowly in CASES:
            with relay() as running, running.crowd(COUNT) as crowd:
                crowd.runs(2, rate=RATE, window=1_000_000)
                plain.append(crowd.runs(SECONDS, rate=RATE, window=1_000_000).p99)
                before = memory(running.pid)
                run = crowd.runs(SECONDS, rate=RATE, window=1_000_000, stalled_every=EVERY, slowly=slowly)
                stalled[case].append(run.p99)
                held[case].append((memory(running.pid) - before) / (COUNT / EVERY) / 1024)
                drained[case].append(crowd.drains())
    usual = statistics.median(plain)
    report("slow_readers", "none stalled", "p99", usual, "ms")
    for case, _ in CASES:
        report("slow_readers", case, "p99", statistics.median(stalled[case]), "ms")
        report("slow_readers", case, "p99_ratio", statistics.median(stalled[case]) / usual, "x")
        report("slow_readers", case, "held_a_stalled_reader", statistics.median(held[case]), "KB")
        report("slow_readers", case, "drained_after", statistics.median(drained[case]), "s")


if __name__ == "__main__":
    main()
