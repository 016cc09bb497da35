"""Debates: positions taken, argued for and left; statements; and the floor, which those get first who spoke least."""

from __future__ import annotations

from app.domain.debate import commands, decider, events, looking, state, views
from app.domain.kernel.activities import ActivityBegan, ActivityEnded
from app.domain.kernel.capability import Capability
from app.domain.kernel.floor import HandMoved
from app.domain.kernel.gate import TextDecided, TextSubmitted
from app.domain.kernel.messages import MemberErased
from app.domain.kernel.permissions import OWN_ONLY, OWN_OR_STAFF, PARTICIPANTS, STAFF_ONLY, Permission
from app.domain.kernel.powers import Power
from app.domain.kernel.seats import SeatChanged
from app.domain.kernel.words import STAFF_ROLES, Role
from app.domain.session.events import PhaseChanged

_STAFF_AND_RELAY = Permission(anyones=STAFF_ROLES | {Role.RELAY})
_LEARNERS = Permission(anyones=frozenset({Role.LEARNER}))

DEBATE = Capability(
    name="debate",
    state=state.DebateState,
    permissions={
        commands.PrepareDebate: STAFF_ONLY,
        commands.ChangeDebate: STAFF_ONLY,
        commands.DiscardDebate: STAFF_ONLY,
        commands.OpenDebate: _STAFF_AND_RELAY,
        commands.CloseDebate: _STAFF_AND_RELAY,
        commands.ShowShift: STAFF_ONLY,
        commands.PutDebateOnStage: _STAFF_AND_RELAY,
        commands.TakePosition: _LEARNERS,
        commands.WriteArgument: PARTICIPANTS,
        commands.ReviseArgument: OWN_ONLY,
        commands.WithdrawArgument: OWN_OR_STAFF,
        commands.MarkConvincing: _LEARNERS,
        commands.AddStatement: STAFF_ONLY,
        commands.PutStatement: STAFF_ONLY,
        commands.ShowStatement: STAFF_ONLY,
        commands.JudgeStatement: _LEARNERS,
        commands.GiveFloor: STAFF_ONLY,
        commands.ExtendTurn: STAFF_ONLY,
        commands.EndTurn: Permission(anyones=STAFF_ROLES | {Role.RELAY}, own=frozenset({Role.LEARNER})),
        commands.MarkSpoke: Permission(anyones=STAFF_ROLES, lent=Power.HANDS),
        commands.TakeBackTurn: STAFF_ONLY,
    },
    events=(
        events.DebatePrepared,
        events.DebateChanged,
        events.DebateDiscarded,
        events.DebateOpened,
        events.DebateClosed,
        events.ShiftShown,
        events.DebateStaged,
        events.DebateCounted,
        events.PositionTaken,
        events.ArgumentWritten,
        events.ArgumentRevised,
        events.ArgumentWithdrawn,
        events.ConvincingMarked,
        events.StatementPut,
        events.StatementShown,
        events.StatementJudged,
        events.FloorGiven,
        events.TurnExtended,
        events.TurnEnded,
        events.SpokeMarked,
        events.TurnTakenBack,
    ),
    hears=(
        ActivityBegan,
        ActivityEnded,
        HandMoved,
        MemberErased,
        PhaseChanged,
        SeatChanged,
        TextDecided,
        TextSubmitted,
    ),
    decide=decider.decide,
    evolve=state.evolve,
    parts=views.PARTS,
    touched=views.touched,
    owner=decider.owner,
    scope=decider.scope,
    changed_at=decider.changed_at,
    policies=decider.policies,
    next_deadline=decider.next_deadline,
    elapse=decider.elapse,
    text_of=views.text_of,
    queries={"arguments": looking.arguments},
)
