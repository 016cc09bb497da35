"""Planning: the plan that staff work on together before a class, and nothing of it for learners."""

from __future__ import annotations

from app.domain.kernel.capability import Capability
from app.domain.kernel.permissions import STAFF_ONLY
from app.domain.kernel.seats import SeatVacated
from app.domain.planning import commands, decider, events, views

PLANNING = Capability(
    name="planning",
    state=decider.PlanningState,
    permissions={commands.UpdatePlan: STAFF_ONLY},
    events=(events.PlanUpdated,),
    hears=(SeatVacated,),
    decide=decider.decide,
    evolve=decider.evolve,
    parts=views.PARTS,
    touched=views.touched,
)
