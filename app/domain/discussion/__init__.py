"""Discussion: messages in channels, threads, mentions, reactions, and hands."""

from __future__ import annotations

from app.domain.discussion import commands, decider, events, looking, state, views
from app.domain.kernel.asking import PromptDue
from app.domain.kernel.capability import Capability
from app.domain.kernel.floor import FloorReturned, FloorTaken
from app.domain.kernel.gate import TextDecided, TextSubmitted, TextWithdrawn
from app.domain.kernel.messages import MemberErased
from app.domain.kernel.permissions import OWN_ONLY, OWN_OR_STAFF, PARTICIPANTS, RELAY_ONLY, Permission
from app.domain.kernel.places import PlacesChanged
from app.domain.kernel.powers import Power
from app.domain.kernel.seats import SeatChanged
from app.domain.kernel.words import STAFF_ROLES, Role
from app.domain.session.events import PhaseChanged

DISCUSSION = Capability(
    name="discussion",
    state=state.DiscussionState,
    permissions={
        commands.PostMessage: PARTICIPANTS,
        commands.SayPrompt: RELAY_ONLY,
        commands.EditMessage: OWN_ONLY,
        commands.DeleteMessage: OWN_OR_STAFF,
        commands.React: PARTICIPANTS,
        commands.RaiseHand: PARTICIPANTS,
        commands.LowerHand: Permission(
            anyones=STAFF_ROLES | {Role.RELAY}, own=frozenset({Role.LEARNER}), lent=Power.HANDS
        ),
    },
    events=(
        events.MessagePosted,
        events.PromptPosted,
        events.AnonymousPosted,
        events.MessageEdited,
        events.MessageDeleted,
        events.Reacted,
        events.HandRaised,
        events.HandLowered,
    ),
    hears=(
        FloorReturned,
        FloorTaken,
        MemberErased,
        PhaseChanged,
        PlacesChanged,
        PromptDue,
        SeatChanged,
        TextDecided,
        TextSubmitted,
        TextWithdrawn,
    ),
    decide=decider.decide,
    evolve=state.evolve,
    parts=views.PARTS,
    touched=views.touched,
    acts_as=decider.acts_as,
    owner=decider.owner,
    scope=decider.scope,
    policies=decider.policies,
    text_of=views.text_of,
    provides=("talk",),
    queries={"history": looking.history, "thread": looking.thread, "search": looking.search},
    upcasters={
        ("discussion.posted", 1): events.without_mentions,
        ("discussion.edited", 1): events.without_mentions,
    },
)
