"""Moderation: the gate's rules, the queue of held texts, and staff's decisions."""

from __future__ import annotations

from app.domain.kernel.capability import Capability
from app.domain.kernel.gate import TextDecided, TextSubmitted, TextWithdrawn
from app.domain.kernel.messages import MemberErased
from app.domain.kernel.permissions import STAFF_ONLY
from app.domain.moderation import commands, decider, events, views

MODERATION = Capability(
    name="moderation",
    state=decider.ModerationState,
    permissions={commands.SetChannelMode: STAFF_ONLY, commands.DecideText: STAFF_ONLY},
    events=(events.ChannelModeSet,),
    hears=(MemberErased, TextDecided, TextSubmitted, TextWithdrawn),
    decide=decider.decide,
    evolve=decider.evolve,
    parts=views.PARTS,
    touched=views.touched,
    changed_at=decider.changed_at,
    provides=("gate",),
)
