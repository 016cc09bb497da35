"""Pins: the messages that are kept in sight over their channel."""

from __future__ import annotations

from app.domain.kernel.capability import Capability
from app.domain.kernel.gate import TextDecided, TextSubmitted, TextWithdrawn
from app.domain.kernel.messages import MemberErased
from app.domain.kernel.permissions import STAFF_ONLY, Permission
from app.domain.kernel.seats import SeatChanged
from app.domain.kernel.words import STAFF_ROLES, Role
from app.domain.pins import commands, decider, events, views

PINS = Capability(
    name="pins",
    state=decider.PinsState,
    permissions={
        commands.PinMessage: STAFF_ONLY,
        commands.UnpinMessage: Permission(anyones=STAFF_ROLES | {Role.RELAY}),
        commands.MovePin: STAFF_ONLY,
    },
    events=(events.MessagePinned, events.MessageUnpinned, events.PinMoved),
    hears=(MemberErased, SeatChanged, TextDecided, TextSubmitted, TextWithdrawn),
    decide=decider.decide,
    evolve=decider.evolve,
    parts=views.PARTS,
    touched=views.touched,
    policies=decider.policies,
)
