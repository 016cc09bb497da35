"""Polls and quizzes: asked, answered once by each, closed, shown, and asked again."""

from __future__ import annotations

from app.domain.kernel.activities import ActivityBegan, ActivityEnded
from app.domain.kernel.anonymity import AnonymousNoted
from app.domain.kernel.capability import Capability
from app.domain.kernel.gate import TextDecided, TextSubmitted, TextWithdrawn
from app.domain.kernel.messages import MemberErased
from app.domain.kernel.permissions import STAFF_ONLY, Permission
from app.domain.kernel.words import STAFF_ROLES, Role
from app.domain.polls import commands, decider, events, state, views
from app.domain.session.events import EpochBegun, PhaseChanged

_STAFF_AND_RELAY = Permission(anyones=STAFF_ROLES | {Role.RELAY})
_LEARNERS = Permission(anyones=frozenset({Role.LEARNER}))

POLLS = Capability(
    name="polls",
    state=state.PollsState,
    permissions={
        commands.PreparePoll: STAFF_ONLY,
        commands.ChangePoll: STAFF_ONLY,
        commands.DiscardPoll: STAFF_ONLY,
        commands.OpenPoll: _STAFF_AND_RELAY,
        commands.ClosePoll: _STAFF_AND_RELAY,
        commands.AskAgain: STAFF_ONLY,
        commands.ShowResults: STAFF_ONLY,
        commands.RevealAnswers: STAFF_ONLY,
        commands.PutPollOnStage: _STAFF_AND_RELAY,
        commands.HideSaid: STAFF_ONLY,
        commands.AnswerPoll: _LEARNERS,
        commands.WithdrawAnswer: _LEARNERS,
    },
    events=(
        events.PollPrepared,
        events.PollChanged,
        events.PollDiscarded,
        events.PollOpened,
        events.PollClosed,
        events.ResultsShown,
        events.AnswersRevealed,
        events.PollStaged,
        events.PollCounted,
        events.SaidHidden,
        events.PollAnswered,
        events.PollAnswerWritten,
        events.AnswerWithdrawn,
    ),
    hears=(
        ActivityBegan,
        ActivityEnded,
        AnonymousNoted,
        EpochBegun,
        MemberErased,
        PhaseChanged,
        TextDecided,
        TextSubmitted,
        TextWithdrawn,
    ),
    decide=decider.decide,
    evolve=state.evolve,
    parts=views.PARTS,
    touched=views.touched,
    changed_at=decider.changed_at,
    policies=decider.policies,
    next_deadline=decider.next_deadline,
    elapse=decider.elapse,
    text_of=views.text_of,
)
