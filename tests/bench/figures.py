"""How a bench prints what it measured, and what several of them stand on."""

from __future__ import annotations

import json
import statistics
import sys
import time
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable


def report(bench: str, case: str, figure: str, value: float, unit: str) -> None:
    """Print one figure as a JSON line."""
    line = {"bench": bench, "case": case, "figure": figure, "value": round(value, 4), "unit": unit}
    sys.stdout.write(json.dumps(line) + "\n")
    sys.stdout.flush()


async def median_ms(rounds: int, act: Callable[[int], Awaitable[object]]) -> float:
    """Return the median time of an action in milliseconds, after one round that does not count."""
    times = []
    for n in range(rounds + 1):
        begun = time.perf_counter()
        await act(n)
        times.append((time.perf_counter() - begun) * 1000)
    return statistics.median(times[1:])
