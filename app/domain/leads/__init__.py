"""Leads: learners who lead one topic or one room for a while, and what they ask of people there."""

from __future__ import annotations

from app.domain.kernel.capability import Capability
from app.domain.kernel.gate import TextDecided, TextSubmitted
from app.domain.kernel.messages import MemberErased
from app.domain.kernel.permissions import OWN_OR_STAFF, STAFF_ONLY, Permission
from app.domain.kernel.places import PlacesChanged
from app.domain.kernel.powers import Power, PowersLent, TopicChanged
from app.domain.kernel.seats import SeatChanged
from app.domain.kernel.words import STAFF_ROLES
from app.domain.leads import commands, decider, events, state, views
from app.domain.session.events import PhaseChanged

LEADS = Capability(
    name="leads",
    state=state.LeadsState,
    permissions={
        commands.PassLead: STAFF_ONLY,
        commands.EndLead: OWN_OR_STAFF,
        commands.WritePrompt: Permission(anyones=STAFF_ROLES, lent=Power.PROMPT),
    },
    events=(events.LeadPassed, events.LeadEnded, events.PromptWritten, events.PromptTaken),
    hears=(
        MemberErased,
        PhaseChanged,
        PlacesChanged,
        PowersLent,
        SeatChanged,
        TextDecided,
        TextSubmitted,
        TopicChanged,
    ),
    decide=decider.decide,
    evolve=state.evolve,
    parts=views.PARTS,
    touched=views.touched,
    owner=decider.owner,
    scope=decider.scope,
    changed_at=decider.changed_at,
    next_deadline=decider.next_deadline,
    elapse=decider.elapse,
    text_of=lambda world, item, revision: state.text_of(world.state(state.LeadsState), item, revision),
    provides=("powers",),
)
