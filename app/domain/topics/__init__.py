"""Topics: what a class talks about one by one, each a channel of its own with a prompt and an objective."""

from __future__ import annotations

from app.domain.kernel.activities import ActivityBegan, ActivityEnded
from app.domain.kernel.capability import Capability
from app.domain.kernel.gate import TextDecided, TextSubmitted
from app.domain.kernel.messages import MemberErased
from app.domain.kernel.permissions import STAFF_ONLY, Permission
from app.domain.kernel.powers import Power
from app.domain.kernel.seats import SeatChanged
from app.domain.kernel.words import STAFF_ROLES, Role
from app.domain.topics import commands, decider, events, proposals, views

_STAFF_OR_AGENDA = Permission(anyones=STAFF_ROLES | {Role.RELAY}, lent=Power.OPEN)
"""Staff at any time, the relay when an activity that holds the topic begins or ends, and whoever leads the topic."""

_LEARNERS = Permission(anyones=frozenset({Role.LEARNER}))
_LEARNERS_OWN = Permission(own=frozenset({Role.LEARNER}))

TOPICS = Capability(
    name="topics",
    state=decider.TopicsState,
    permissions={
        commands.AddTopic: STAFF_ONLY,
        commands.PrepareTopic: STAFF_ONLY,
        commands.ReviseTopic: STAFF_ONLY,
        commands.OpenTopic: _STAFF_OR_AGENDA,
        commands.CloseTopic: _STAFF_OR_AGENDA,
        commands.ProposeTopic: _LEARNERS,
        commands.RewordProposal: _LEARNERS_OWN,
        commands.WithdrawProposal: _LEARNERS_OWN,
        commands.VoteForTopic: _LEARNERS,
        commands.OpenProposal: Permission(anyones=STAFF_ROLES | {Role.RELAY}),
        commands.DeclineProposal: STAFF_ONLY,
        commands.MergeProposal: STAFF_ONLY,
        commands.ReconsiderProposal: STAFF_ONLY,
        commands.SetProposing: STAFF_ONLY,
    },
    events=(
        events.TopicPrepared,
        events.TopicRevised,
        events.TopicOpened,
        events.TopicClosed,
        events.TopicProposed,
        events.ProposalWithdrawn,
        events.ProposalVoted,
        events.ProposalOpened,
        events.ProposalDeclined,
        events.ProposalMerged,
        events.ProposalReconsidered,
        events.ProposingSet,
    ),
    hears=(ActivityBegan, ActivityEnded, MemberErased, SeatChanged, TextDecided, TextSubmitted),
    decide=decider.decide,
    evolve=decider.evolve,
    parts=views.PARTS,
    touched=views.touched,
    owner=decider.owner,
    scope=decider.scope,
    changed_at=decider.changed_at,
    policies=decider.policies,
    text_of=lambda world, item, revision: proposals.text_of(world.state(decider.TopicsState), item, revision),
    provides=("topics",),
)
