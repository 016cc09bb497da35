"""How often people meet again when groups rotate: the social golfer problem, and classes of uneven numbers.

    python -m tests.bench.grouping

One case for each instance (groups-size-rounds) with the figures `repeats`, `bound` and `seconds`; `uneven` is all
classes of 9 to 60 people in groups of up to 3 to 6, as many rounds as there are groups (8 at most), added up over those
for which a shortened plane exists; `60-people` is the slowest of 60 people and 8 rounds.
"""

from __future__ import annotations

import time

from app.grouping.fields import prime_power
from app.grouping.rotation import Rotation, rotation
from app.grouping.rules import sizes
from tests.bench.figures import report

INSTANCES = ("5-3-7", "4-4-5", "5-5-6", "7-4-7", "7-7-8", "8-4-9", "8-4-10", "6-4-7", "8-3-11", "10-3-14")
MOST_ROUNDS = 8


def timed(people: int, wanted: tuple[int, ...], rounds: int) -> tuple[Rotation, float]:
    """Form a rotation, and say how many seconds it took."""
    begun = time.perf_counter()
    found = rotation([str(n) for n in range(people)], wanted, rounds, seed=1)
    return found, time.perf_counter() - begun


def tell(case: str, repeats: int, bound: int, seconds: float) -> None:
    """Print the figures of a case."""
    report("grouping", case, "repeats", repeats, "pairs")
    report("grouping", case, "bound", bound, "pairs")
    report("grouping", case, "seconds", seconds, "s")


def main() -> None:
    """Measure."""
    for case in INSTANCES:
        groups, size, rounds = map(int, case.split("-"))
        found, seconds = timed(groups * size, (size,) * groups, rounds)
        tell(case, found.repeats, found.bound, seconds)
    repeats = bound = 0
    slowest = 0.0
    for people in range(9, 61):
        for size in range(3, 7):
            wanted = sizes(people, size=size)
            if prime_power(len(wanted)) is None or max(wanted) > len(wanted):
                continue
            found, seconds = timed(people, wanted, min(MOST_ROUNDS, len(wanted)))
            repeats, bound, slowest = repeats + found.repeats, bound + found.bound, max(slowest, seconds)
    tell("uneven", repeats, bound, slowest)
    sixty = [timed(60, sizes(60, size=size), MOST_ROUNDS) for size in range(3, 7)]
    worst, seconds = max(sixty, key=lambda each: each[1])
    tell("60-people", worst.repeats, worst.bound, seconds)


if __name__ == "__main__":
    main()
