"""Topics: what a class talks about one by one, each a channel of its own with a prompt and an objective."""

from __future__ import annotations

from app.domain.kernel.activities import ActivityBegan, ActivityEnded
from app.domain.kernel.capability import Capability
from app.domain.kernel.permissions import STAFF_ONLY, Permission
from app.domain.kernel.words import STAFF_ROLES, Role
from app.domain.topics import commands, decider, events, views

_STAFF_OR_AGENDA = Permission(anyones=STAFF_ROLES | {Role.RELAY})
"""Staff at any time, and the relay when an activity that holds the topic begins or ends."""

TOPICS = Capability(
    name="topics",
    state=decider.TopicsState,
    permissions={
        commands.AddTopic: STAFF_ONLY,
        commands.PrepareTopic: STAFF_ONLY,
        commands.ReviseTopic: STAFF_ONLY,
        commands.OpenTopic: _STAFF_OR_AGENDA,
        commands.CloseTopic: _STAFF_OR_AGENDA,
    },
    events=(events.TopicPrepared, events.TopicRevised, events.TopicOpened, events.TopicClosed),
    hears=(ActivityBegan, ActivityEnded),
    decide=decider.decide,
    evolve=decider.evolve,
    parts=views.PARTS,
    touched=views.touched,
    changed_at=decider.changed_at,
    policies=decider.policies,
    provides=("topics",),
)
