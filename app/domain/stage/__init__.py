"""Stage: the one message that everybody looks at."""

from __future__ import annotations

from app.domain.kernel.capability import Capability
from app.domain.kernel.gate import TextDecided, TextSubmitted, TextWithdrawn
from app.domain.kernel.messages import MemberErased
from app.domain.kernel.permissions import Permission
from app.domain.kernel.powers import Power
from app.domain.kernel.seats import SeatChanged
from app.domain.kernel.words import STAFF_ROLES, Role
from app.domain.session.events import PhaseChanged
from app.domain.stage import commands, decider, events, views

STAGE = Capability(
    name="stage",
    state=decider.StageState,
    permissions={
        commands.PutOnStage: Permission(anyones=STAFF_ROLES, lent=Power.AIR),
        commands.ClearStage: Permission(anyones=STAFF_ROLES | {Role.RELAY}, lent=Power.AIR),
    },
    events=(events.MessageStaged, events.StageCleared),
    hears=(MemberErased, PhaseChanged, SeatChanged, TextDecided, TextSubmitted, TextWithdrawn),
    decide=decider.decide,
    evolve=decider.evolve,
    parts=views.PARTS,
    touched=views.touched,
    scope=decider.scope,
    changed_at=decider.changed_at,
    policies=decider.policies,
)
