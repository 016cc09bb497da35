"""Moderation: the gate's rules, the queue of held texts, staff's decisions, and what is done about people."""

from __future__ import annotations

from app.domain.kernel.capability import Capability
from app.domain.kernel.fates import FateTurned
from app.domain.kernel.gate import TextDecided, TextSubmitted, TextWithdrawn
from app.domain.kernel.messages import MemberErased
from app.domain.kernel.permissions import OWN_ONLY, PARTICIPANTS, RELAY_ONLY, STAFF_ONLY, Permission
from app.domain.kernel.seats import PresenceTold, SeatChanged
from app.domain.kernel.words import STAFF_ROLES, Role
from app.domain.moderation import commands, decider, events, folding, mine, state, trial, views
from app.domain.session.events import PhaseChanged

MODERATION = Capability(
    name="moderation",
    state=state.ModerationState,
    permissions={
        commands.SetChannelMode: STAFF_ONLY,
        commands.SetSlow: STAFF_ONLY,
        commands.SetRules: STAFF_ONLY,
        commands.EditWords: STAFF_ONLY,
        commands.DecideText: STAFF_ONLY,
        commands.DecideTexts: STAFF_ONLY,
        commands.UndoDecision: STAFF_ONLY,
        commands.ClaimItem: STAFF_ONLY,
        commands.ReleaseClaim: Permission(anyones=STAFF_ROLES | {Role.RELAY}),
        commands.MarkDuplicate: STAFF_ONLY,
        commands.FlagText: PARTICIPANTS,
        commands.Appeal: OWN_ONLY,
        commands.AnswerAppeal: STAFF_ONLY,
        commands.WarnMember: STAFF_ONLY,
        commands.ReadWarning: OWN_ONLY,
        commands.LimitMember: STAFF_ONLY,
        commands.LiftLimit: STAFF_ONLY,
        commands.BanMember: STAFF_ONLY,
        commands.NoteText: RELAY_ONLY,
        commands.WeighFlags: RELAY_ONLY,
        commands.ExpireAll: RELAY_ONLY,
    },
    events=events.EVENTS,
    hears=(
        FateTurned,
        MemberErased,
        PhaseChanged,
        PresenceTold,
        SeatChanged,
        TextDecided,
        TextSubmitted,
        TextWithdrawn,
    ),
    decide=decider.decide,
    evolve=folding.evolve,
    parts=(*views.PARTS, *mine.PARTS),
    touched=lambda world, envelope: (*views.touched(world, envelope), *mine.touched(world, envelope)),
    owner=decider.owner,
    changed_at=decider.changed_at,
    policies=decider.policies,
    next_deadline=decider.next_deadline,
    elapse=decider.elapse,
    queries={"mine": mine.older, "trial": trial.query},
    provides=("gate",),
)
