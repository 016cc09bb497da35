"""The two simulated staff prepare the plan together before the class, at once and for a while apart: it stays one."""

from __future__ import annotations

import asyncio
from typing import TYPE_CHECKING, Final

from msgspec.structs import replace

from app.plans import PlanDocument
from app.plans.edits import Change
from app.sync.planning import SharedPlan

if TYPE_CHECKING:
    from collections.abc import Sequence

    from app.plans import Plan
    from app.sync.client import StaffClient

_PATIENCE_S: Final = 20.0
"""How long the copies have to come together, in seconds."""


class _Desk:
    """One of the two: a seat, and a copy of the plan."""

    def __init__(self, client: StaffClient, document: PlanDocument | None) -> None:
        self.document = document
        plan = document.id if document is not None else ""
        self.shared = SharedPlan(client, document, plan=plan, adopt=self._adopt)

    def _adopt(self, plan: str, update: bytes) -> PlanDocument:  # noqa: ARG002 (the document knows its id)
        self.document = PlanDocument(update)
        return self.document

    def note(self, place: int, words: str) -> None:
        """Write notes for an activity, and say that one is there."""
        if self.document is None or not self.document.plan.activities:
            return
        activities = self.document.plan.activities
        activity = activities[place % len(activities)]
        self.shared.stand(activity.id, "notes")
        self.document.apply(Change(replace(activity, notes=words)))


async def prepare_together(
    host: StaffClient, cofacilitator: StaffClient, plan: Plan, words: Sequence[str]
) -> tuple[Plan, int]:
    """Have both write notes into the plan, in the same and in other activities, with and without a line.

    Args:
        host: whose plan it is, in a session that is being prepared.
        cofacilitator: to whom it comes.
        plan: as it is at first.
        words: what is noted.

    Returns:
        The plan as the host has it then, and how many copies differ from it: 0 if all is well.
    """
    first = _Desk(host, PlanDocument.new(plan))
    second = _Desk(cofacilitator, None)
    apart = 0
    try:
        async with asyncio.timeout(_PATIENCE_S):
            await _until(first, second, there=True)
            for place, text in enumerate(words):
                if place == len(words) // 2:
                    cofacilitator.drop()
                first.note(place, text)
                second.note(place + place % 2, text)
                await asyncio.sleep(0)
            await _until(first, second)
    except TimeoutError:
        apart = 1
    finally:
        first.shared.close()
        second.shared.close()
    return (first.document.plan if first.document is not None else plan), apart


async def _until(first: _Desk, second: _Desk, *, there: bool = False) -> None:
    """Wait until both hold the same, or just until the plan has come to the second."""

    def holds() -> bool:
        if second.document is None or there:
            return second.document is not None
        is_settled = first.shared.is_settled and second.shared.is_settled
        return is_settled and first.document is not None and first.document.plan == second.document.plan

    changed = asyncio.Event()
    stops = [desk.shared.on_change(changed.set) for desk in (first, second)]
    try:
        while not holds():
            changed.clear()
            await changed.wait()
    finally:
        for stop in stops:
            stop()
