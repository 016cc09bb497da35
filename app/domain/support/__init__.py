"""Support: calls for help of people and rooms in one queue, and what staff and a learner write to each other alone."""

from __future__ import annotations

from app.domain.kernel.capability import Capability
from app.domain.kernel.gate import TextDecided, TextSubmitted
from app.domain.kernel.help import HelpEvent
from app.domain.kernel.messages import MemberErased
from app.domain.kernel.permissions import STAFF_ONLY, Permission
from app.domain.kernel.places import PlacesChanged
from app.domain.kernel.seats import SeatVacated, Standing
from app.domain.kernel.words import STAFF_ROLES, Role
from app.domain.support import commands, decider, events, state, views

_IN_OR_WAITING = frozenset({Standing.WAITING, Standing.ADMITTED})
"""Who cannot get in needs help most of all."""

_LEARNERS = Permission(anyones=frozenset({Role.LEARNER}), standings=_IN_OR_WAITING)
_OWN = Permission(own=frozenset({Role.LEARNER}), standings=_IN_OR_WAITING)

SUPPORT = Capability(
    name="support",
    state=state.SupportState,
    permissions={
        commands.AskForHelp: _LEARNERS,
        commands.SayToStaff: _LEARNERS,
        commands.WithdrawCall: _OWN,
        commands.ReopenCall: Permission(anyones=STAFF_ROLES, own=frozenset({Role.LEARNER}), standings=_IN_OR_WAITING),
        commands.ClaimCall: STAFF_ONLY,
        commands.ReleaseCall: STAFF_ONLY,
        commands.ResolveCall: STAFF_ONLY,
        commands.WritePrivately: STAFF_ONLY,
        commands.MarkRead: STAFF_ONLY,
    },
    events=(
        events.HelpAsked,
        events.CallReopened,
        events.CallClaimed,
        events.CallReleased,
        events.CallResolved,
        events.CallWithdrawn,
        events.SaidToStaff,
        events.WrittenPrivately,
        events.ThreadRead,
    ),
    hears=(HelpEvent, PlacesChanged, SeatVacated, MemberErased, TextSubmitted, TextDecided),
    decide=decider.decide,
    evolve=state.evolve,
    parts=views.PARTS,
    touched=views.touched,
    owner=decider.owner,
    changed_at=decider.changed_at,
    text_of=lambda world, item, revision: state.text_of(world.state(state.SupportState), item, revision),
    queries={"history": views.history},
)
