"""Prompts: what is asked later, in a quiet moment, at a moment, or some time into an activity."""

from __future__ import annotations

from app.domain.kernel.activities import ActivityBegan, ActivityEnded, ActivityHeld, ActivityWentOn
from app.domain.kernel.capability import Capability
from app.domain.kernel.gate import TextSubmitted
from app.domain.kernel.messages import MemberErased
from app.domain.kernel.permissions import RELAY_ONLY, STAFF_ONLY
from app.domain.kernel.places import PlacesChanged
from app.domain.kernel.readings import TopicBegan
from app.domain.prompts import commands, decider, events, state, views
from app.domain.session.events import PhaseChanged

PROMPTS = Capability(
    name="prompts",
    state=state.PromptsState,
    permissions={
        commands.PreparePrompt: STAFF_ONLY,
        commands.RevisePrompt: STAFF_ONLY,
        commands.CancelPrompt: STAFF_ONLY,
        commands.SendPrompt: STAFF_ONLY,
        commands.DropPrompt: RELAY_ONLY,
    },
    events=(
        events.PromptPrepared,
        events.PromptRevised,
        events.PromptCancelled,
        events.PromptSent,
        events.PromptDropped,
    ),
    hears=(
        ActivityBegan,
        ActivityEnded,
        ActivityHeld,
        ActivityWentOn,
        MemberErased,
        PhaseChanged,
        PlacesChanged,
        TextSubmitted,
        TopicBegan,
    ),
    decide=decider.decide,
    evolve=state.evolve,
    parts=views.PARTS,
    changed_at=decider.changed_at,
    policies=decider.policies,
    next_deadline=decider.next_deadline,
    elapse=decider.elapse,
)
