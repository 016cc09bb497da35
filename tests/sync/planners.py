"""People who prepare one plan together, each at a desktop of their own, and what it takes for their copies to agree."""

from __future__ import annotations

import asyncio
import base64
from typing import TYPE_CHECKING

from msgspec.structs import replace

from app.domain.planning.decider import PlanningState
from app.plans import PlanDocument
from app.plans.edits import Add, Change, Describe, Edit, Move, Remove
from app.plans.plan import Activity, Plan
from app.sync.client import StaffClient
from app.sync.planning import SharedPlan, lacking

if TYPE_CHECKING:
    from collections.abc import Callable
    from random import Random

    from app.storage.library import SeatRow
    from tests.sync.house import Desktop

WITHIN = 20.0


class Planner:
    """One person: a seat, a copy of the plan that outlives everything, and the sharing of it."""

    def __init__(self, client: StaffClient, document: PlanDocument | None, desktop: Desktop) -> None:
        self.client = client
        self.desktop = desktop
        self.document = document
        self.shared = self._share()

    def _share(self) -> SharedPlan:
        plan = self.document.id if self.document else ""
        return SharedPlan(self.client, self.document, plan=plan, adopt=self._adopt)

    def _adopt(self, plan: str, update: bytes) -> PlanDocument:
        self.document = PlanDocument(update)
        assert self.document.id == plan
        return self.document

    @property
    def doc(self) -> PlanDocument:
        """The copy, which is there."""
        assert self.document is not None
        return self.document

    @property
    def titles(self) -> list[str]:
        """The agenda."""
        return [activity.title for activity in self.doc.plan.activities]

    def does(self, *edits: Edit) -> None:
        """Edit the plan."""
        self.doc.apply(*edits)

    async def restarts(self, seat: SeatRow | None = None) -> None:
        """Close the program and start it again: the copy is read from disk, and shared anew.

        Args:
            seat: with another relay, when the one before is gone.
        """
        self.shared.close()
        await self.client.close()
        if self.document is not None:
            self.document = PlanDocument(self.document.update())
        self.client = await StaffClient.open(self.desktop.shelf, seat or self.client.seat, self.client.seat.token)
        self.shared = self._share()
        self.client.connect()

    def knows(self) -> Plan:
        """Return the plan as the log of this desktop tells it."""
        updates = self.client.world.state(PlanningState).updates.values()
        made = PlanDocument(base64.b64decode(next(iter(updates)).update))
        for kept in updates:
            made.receive(base64.b64decode(kept.update))
        return made.plan


async def holds(condition: Callable[[], bool], *planners: Planner) -> None:
    """Wait until something holds, looking whenever anything changes at one of these desktops."""
    changed = asyncio.Event()
    stops = [planner.shared.on_change(changed.set) for planner in planners]
    try:
        async with asyncio.timeout(WITHIN):
            while not condition():
                changed.clear()
                await changed.wait()
    finally:
        for stop in stops:
            stop()


async def agreed(*planners: Planner) -> Plan:
    """Wait until nobody has anything to hand out and all have it, and return the one plan that there is then."""

    def settled() -> bool:
        if not all(p.shared.is_online and p.shared.is_settled and p.document for p in planners):
            return False
        first, *others = (p.doc for p in planners)
        return len({p.client.world.seq for p in planners}) == 1 and all(
            other.plan == first.plan
            and not lacking([first.update()], other.update())
            and not lacking([other.update()], first.update())
            for other in others
        )

    await holds(settled, *planners)
    plan = planners[0].doc.plan
    for planner in planners:
        assert planner.doc.plan == plan
        assert planner.knows() == plan
        assert planner.shared.problem == ""
    return plan


def random_edit(plan: Plan, chance: Random, word: str) -> Edit:
    """Return an edit that somebody might make now.

    Args:
        plan: as they see it.
        chance: what they feel like.
        word: a text that stands nowhere yet; also the id of what is added.
    """
    there = plan.activities
    match chance.randrange(6) if there else 0:
        case 0 | 1:
            return Add(Activity(id=word, title=word, minutes=chance.randrange(1, 60)), chance.randrange(len(there) + 1))
        case 2:
            return Change(replace(chance.choice(there), title=word))
        case 3:
            return Move(Activity, chance.choice(there).id, chance.randrange(len(there)))
        case 4:
            return Remove(Activity, chance.choice(there).id)
        case _:
            return Describe(title=word)
