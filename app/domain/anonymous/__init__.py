"""Anonymous: where learners may write without their name, and to whom they are anonymous then."""

from __future__ import annotations

from app.domain.anonymous import commands, decider, events, views
from app.domain.kernel.activities import ActivityBegan, ActivityEnded
from app.domain.kernel.capability import Capability
from app.domain.kernel.gate import TextSubmitted
from app.domain.kernel.permissions import HOST_ONLY, STAFF_ONLY

ANONYMOUS = Capability(
    name="anonymous",
    state=decider.AnonymousState,
    permissions={commands.AllowAnonymous: HOST_ONLY, commands.MuteAlias: STAFF_ONLY},
    events=(events.AnonymousAllowed, events.AliasMuted),
    hears=(ActivityBegan, ActivityEnded, TextSubmitted),
    decide=decider.decide,
    evolve=decider.evolve,
    parts=views.PARTS,
    touched=views.touched,
    changed_at=decider.changed_at,
    provides=("veil",),
)
