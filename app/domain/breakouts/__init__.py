"""Breakout rooms: rounds that open and close, who is in which room, how each room is doing, and what it answers."""

from __future__ import annotations

from app.domain.breakouts import commands, decider, events, state, views
from app.domain.kernel.activities import ActivityEnded
from app.domain.kernel.capability import Capability
from app.domain.kernel.gate import TextDecided, TextSubmitted
from app.domain.kernel.help import HelpEvent
from app.domain.kernel.messages import MemberErased
from app.domain.kernel.permissions import PARTICIPANTS, RELAY_ONLY, STAFF_ONLY, Permission
from app.domain.kernel.places import CameIn, PlacesChanged
from app.domain.kernel.powers import Power
from app.domain.kernel.seats import SeatsJoined, SeatVacated
from app.domain.kernel.words import STAFF_ROLES, Role
from app.domain.session.events import PhaseChanged

BREAKOUTS = Capability(
    name="breakouts",
    state=state.BreakoutsState,
    permissions={
        commands.PrepareRound: STAFF_ONLY,
        commands.OpenRound: STAFF_ONLY,
        commands.ReopenRound: STAFF_ONLY,
        commands.CloseRound: Permission(anyones=STAFF_ROLES | {Role.RELAY}),
        commands.SetTimer: STAFF_ONLY,
        commands.OpenRoom: STAFF_ONLY,
        commands.CloseRoom: STAFF_ONLY,
        commands.MoveMembers: STAFF_ONLY,
        commands.PlaceLate: RELAY_ONLY,
        commands.ChooseRoom: Permission(anyones=frozenset({Role.LEARNER})),
        commands.SetPulse: PARTICIPANTS,
        commands.TickStep: Permission(anyones=STAFF_ROLES, lent=Power.STEPS),
        commands.AskTime: Permission(lent=Power.TIME),
        commands.AnswerTime: STAFF_ONLY,
        commands.NameCaptain: STAFF_ONLY,
        commands.AnswerTask: PARTICIPANTS,
        commands.Announce: STAFF_ONLY,
        commands.NoteRead: PARTICIPANTS,
    },
    events=(
        events.RoundPrepared,
        events.RoundOpened,
        events.RoomAdded,
        events.RoomClosed,
        events.RoundClosed,
        events.MembersMoved,
        events.MoveAnnounced,
        events.TimerSet,
        events.ClosingBegan,
        events.PulseSet,
        events.HelpClaimed,
        events.HelpAnswered,
        events.StepTicked,
        events.CaptainNamed,
        events.TimeAsked,
        events.TimeAnswered,
        events.RoomAnswered,
        events.AnnouncementMade,
        events.AnnouncementRead,
    ),
    hears=(
        ActivityEnded,
        CameIn,
        HelpEvent,
        MemberErased,
        PhaseChanged,
        PlacesChanged,
        SeatVacated,
        SeatsJoined,
        TextDecided,
        TextSubmitted,
    ),
    upcasters={("breakouts.prepared", 1): events.formed_later},
    decide=decider.decide,
    evolve=state.evolve,
    parts=views.PARTS,
    touched=views.touched,
    scope=decider.scope,
    changed_at=decider.changed_at,
    policies=decider.policies,
    next_deadline=decider.next_deadline,
    elapse=decider.elapse,
    text_of=lambda world, item, revision: state.text_of(world.state(state.BreakoutsState), item, revision),
)
