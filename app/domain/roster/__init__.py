"""Members: who is expected, waiting, in or out, as what, under which name, in which room, and how present."""

from __future__ import annotations

from app.domain.kernel.capability import Capability
from app.domain.kernel.gate import TextDecided, TextSubmitted
from app.domain.kernel.messages import MemberErased
from app.domain.kernel.permissions import HOST_ONLY, PARTICIPANTS, RELAY_ONLY, STAFF_ONLY, Permission
from app.domain.kernel.places import CameIn, PlacesChanged
from app.domain.kernel.seats import MemberBarred, SeatChanged, SeatKept, SeatsJoined, SeatsParted, SeatVacated, Standing
from app.domain.kernel.words import EVERYONE, STAFF_ROLES, Role
from app.domain.roster import commands, decider, events, state, views

_OWN_WHILE_WAITING = Permission(
    anyones=STAFF_ROLES,
    own=frozenset({Role.LEARNER}),
    standings=frozenset({Standing.ADMITTED, Standing.WAITING}),
)

ROSTER = Capability(
    name="roster",
    state=state.RosterState,
    permissions={
        commands.InviteMember: STAFF_ONLY,
        commands.JoinSession: RELAY_ONLY,
        commands.EnterSession: RELAY_ONLY,
        commands.AdmitMembers: STAFF_ONLY,
        commands.LeaveSession: Permission(anyones=EVERYONE, standings=frozenset({Standing.ADMITTED, Standing.WAITING})),
        commands.RenameMember: _OWN_WHILE_WAITING,
        commands.ChangeRole: HOST_ONLY,
        commands.RemoveMember: Permission(anyones=STAFF_ROLES | {Role.RELAY}),
        commands.GrantToken: Permission(anyones=STAFF_ROLES, own=PARTICIPANTS.anyones),
        commands.RevokeTokens: STAFF_ONLY,
        commands.SetDoor: STAFF_ONLY,
        commands.NotePresence: RELAY_ONLY,
        commands.EraseMember: HOST_ONLY,
    },
    events=(
        events.MemberInvited,
        events.MemberJoined,
        events.MemberEntered,
        events.MemberAdmitted,
        events.MemberLeft,
        events.MemberRenamed,
        events.RoleChanged,
        events.MemberRemoved,
        events.TokenGranted,
        events.TokensRevoked,
        events.DoorSet,
        events.RoomOpened,
        events.RoomClosed,
        events.MembersMoved,
        events.PresenceNoted,
    ),
    hears=(
        CameIn,
        MemberBarred,
        MemberErased,
        PlacesChanged,
        SeatChanged,
        SeatKept,
        SeatVacated,
        SeatsJoined,
        SeatsParted,
        TextDecided,
        TextSubmitted,
    ),
    decide=decider.decide,
    evolve=state.evolve,
    parts=views.PARTS,
    touched=views.touched,
    owner=decider.owner,
    changed_at=decider.changed_at,
    policies=decider.policies,
    text_of=lambda world, item, revision: state.text_of(world.state(state.RosterState), item, revision),
    provides=("seats",),
)
