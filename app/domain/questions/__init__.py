"""Questions: messages that want an answer, found by their votes, answered by peers."""

from __future__ import annotations

from app.domain.kernel.capability import Capability
from app.domain.kernel.gate import TextDecided, TextSubmitted, TextWithdrawn
from app.domain.kernel.messages import MemberErased
from app.domain.kernel.permissions import OWN_OR_STAFF, PARTICIPANTS, STAFF_ONLY, Permission
from app.domain.kernel.powers import Power, TopicChanged
from app.domain.kernel.seats import SeatChanged
from app.domain.kernel.words import STAFF_ROLES, Role
from app.domain.questions import commands, decider, events, state, views

QUESTIONS = Capability(
    name="questions",
    state=state.QuestionsState,
    permissions={
        commands.AskQuestion: Permission(anyones=STAFF_ROLES, own=frozenset({Role.LEARNER}), lent=Power.AIR),
        commands.WithdrawQuestion: OWN_OR_STAFF,
        commands.SupportQuestion: PARTICIPANTS,
        commands.MarkAnswer: PARTICIPANTS,
        commands.AcceptAnswer: OWN_OR_STAFF,
        commands.MergeQuestion: STAFF_ONLY,
        commands.SetStanding: Permission(anyones=STAFF_ROLES, lent=Power.AIR),
        commands.SetAsking: Permission(anyones=STAFF_ROLES, lent=Power.OPEN),
    },
    events=(
        events.QuestionAsked,
        events.QuestionWithdrawn,
        events.QuestionSupported,
        events.AnswerMarked,
        events.AnswerAccepted,
        events.QuestionMerged,
        events.StandingSet,
        events.AskingSet,
    ),
    hears=(MemberErased, SeatChanged, TextDecided, TextSubmitted, TextWithdrawn, TopicChanged),
    decide=decider.decide,
    evolve=state.evolve,
    parts=views.PARTS,
    touched=views.touched,
    acts_as=decider.acts_as,
    owner=decider.owner,
    scope=decider.scope,
    changed_at=decider.changed_at,
)
