"""How long a plan takes to open with a long history, to take one edit, and to merge, as ratios within one run."""

from __future__ import annotations

import statistics
import time
from typing import TYPE_CHECKING, Final

import msgspec
from msgspec.structs import replace

from app.plans import Activity, Opening, Plan, PlanDocument, pack, unpack
from app.plans.document import join
from app.plans.edits import Change
from app.plans.merge import merge
from app.plans.timing import schedule
from app.storage.plan_changes import GATHERED
from tests.bench.figures import report

if TYPE_CHECKING:
    from collections.abc import Callable

ACTIVITIES: Final = 500
HISTORY: Final = 100_000
FRAME_MS: Final = 1000 / 60
SLICE_S: Final = 0.006
"""For how long the desktop reads at once while a document is opened, as `ui/prepare/plans.py` has it."""


def median(act: Callable[[], object], rounds: int = 7) -> float:
    """Return the median time of an action in milliseconds, after one round that does not count."""
    times = []
    for _ in range(rounds + 1):
        begun = time.perf_counter()
        act()
        times.append((time.perf_counter() - begun) * 1000)
    return statistics.median(times[1:])


def edited(document: PlanDocument, edits: int, first: int = 0) -> None:
    """Edit the activities in turn: titles, lengths and instructions."""
    activities = list(document.plan.activities)
    for number in range(first, first + edits):
        place = number % len(activities)
        activity = activities[place]
        match number % 3:
            case 0:
                activity = replace(activity, title=f"Title {number}")
            case 1:
                activity = replace(activity, minutes=number % 90)
            case _:
                activity = replace(activity, instructions=f"In pairs, {number} minutes")
        document.apply(Change(activity))
        activities[place] = activity


def opened_as_on_the_desktop(case: str) -> None:
    """Print how long one waits for a plan as the library keeps it: how it looked last, then its history in slices."""
    document = PlanDocument.new(
        Plan(title="Plan", activities=tuple(Activity(id=f"a{number}", title="A") for number in range(ACTIVITIES))), "p"
    )
    body = pack(document)
    rows: list[bytes] = []
    document.watch(rows.append)
    edited(document, HISTORY)
    parts = [join(rows[place : place + GATHERED]) for place in range(0, len(rows), GATHERED)]
    shown = msgspec.msgpack.encode(document.plan)
    painted = median(lambda: schedule(msgspec.msgpack.decode(shown, type=Plan)))
    report("plans", case, "open_painted", painted, "ms")
    report("plans", case, "open_painted_frames", painted / FRAME_MS, "frames")
    waits: list[float] = []

    def read() -> Plan:
        begun = time.perf_counter()
        opening = Opening(body, "p", parts)
        done = False
        while not done:
            done = opening.go_on(SLICE_S)
            waits.append((time.perf_counter() - begun) * 1000)
            begun = time.perf_counter()
        made = opening.document().plan
        waits.append((time.perf_counter() - begun) * 1000)
        return made

    report("plans", case, "open_whole", median(read, 3), "ms")
    report("plans", case, "open_longest_wait", max(waits), "ms")
    report("plans", case, "open_longest_wait_frames", max(waits) / FRAME_MS, "frames")


def main() -> None:
    """Print the figures."""
    opened_as_on_the_desktop(f"{ACTIVITIES} activities, {HISTORY} edits, in the library")
    fresh = PlanDocument.new(
        Plan(title="Plan", activities=tuple(Activity(id=f"a{number}", title="A") for number in range(ACTIVITIES)))
    )
    young = pack(fresh)
    edited(fresh, HISTORY)
    old = pack(fresh)
    case = f"{ACTIVITIES} activities"
    for name, body in (("no history", young), (f"{HISTORY} edits", old)):
        opening = median(lambda body=body: unpack(body).plan)  # type: ignore[misc]
        report("plans", f"{case}, {name}", "open", opening, "ms")
        report("plans", f"{case}, {name}", "open_frames", opening / FRAME_MS, "frames")
        report("plans", f"{case}, {name}", "file", len(body), "bytes")
    document = unpack(old)
    count = iter(range(10_000))

    def edit() -> Plan:
        edited_one = replace(document.plan.activities[250], title=f"Edited {next(count)}")
        document.apply(Change(edited_one))
        return document.plan

    one = median(edit, 50)
    report("plans", f"{case}, {HISTORY} edits", "edit", one, "ms")
    report("plans", f"{case}, {HISTORY} edits", "edit_frames", one / FRAME_MS, "frames")
    report("plans", f"{case}, {HISTORY} edits", "save", median(lambda: pack(document)), "ms")
    per_edit: dict[int, float] = {}
    for edits in (5_000, 10_000, 20_000, 40_000):
        first, second = unpack(young), unpack(young)
        edited(first, edits)
        edited(second, edits, 1)
        took = median(lambda first=first, second=second: merge(first, second), 3)  # type: ignore[misc]
        per_edit[edits] = took / edits
        report("plans", f"{edits} edits a side", "merge", took, "ms")
        report("plans", f"{edits} edits a side", "per_edit_ratio_to_5000", per_edit[edits] / per_edit[5_000], "x")


if __name__ == "__main__":
    main()
