"""Who may send which command: one table, checked in one place."""

from __future__ import annotations

from typing import TYPE_CHECKING

import msgspec

from app.domain.kernel.powers import NONE, Power
from app.domain.kernel.refusal import Refusal
from app.domain.kernel.seats import Seat, Standing
from app.domain.kernel.words import EVERYONE, STAFF_ROLES, MemberId, Role

if TYPE_CHECKING:
    from collections.abc import Mapping

    from app.domain.kernel.messages import Command


class Permission(msgspec.Struct, frozen=True, kw_only=True):
    """One row of the permission table.

    Attributes:
        anyones: roles that may do it to anything in the session.
        own: roles that may do it to what is their own.
        standings: how far in one must be.
        lent: what a learner may do it by, in the place that the command touches, when they were lent that power there.
    """

    anyones: frozenset[Role] = frozenset()
    own: frozenset[Role] = frozenset()
    standings: frozenset[Standing] = frozenset({Standing.ADMITTED})
    lent: Power | None = None


STAFF_ONLY = Permission(anyones=STAFF_ROLES)
HOST_ONLY = Permission(anyones=frozenset({Role.HOST}))
RELAY_ONLY = Permission(anyones=frozenset({Role.RELAY}))
PARTICIPANTS = Permission(anyones=EVERYONE - {Role.OBSERVER})
OWN_ONLY = Permission(own=EVERYONE - {Role.OBSERVER})
OWN_OR_STAFF = Permission(anyones=STAFF_ROLES, own=frozenset({Role.LEARNER}))


def authorize(
    table: Mapping[type[Command], Permission],
    command: Command,
    seat: Seat,
    owner: MemberId | None,
    powers: frozenset[Power] = NONE,
) -> None:
    """Check one command against the table.

    Args:
        table: every command type's permission.
        command: what is asked.
        seat: who asks.
        owner: whose thing the command acts on; None when it is nobody's or does not exist.
        powers: what the asker holds now in the place that the command touches.

    Raises:
        Refusal: `removed`, `not_admitted` or `not_allowed`.
    """
    permission = table[type(command)]
    if seat.standing is Standing.REMOVED:
        raise Refusal("removed")
    if seat.standing not in permission.standings:
        raise Refusal("not_admitted")
    if seat.role in permission.anyones or (seat.role in permission.own and owner == seat.member):
        return
    if permission.lent in powers:
        return
    raise Refusal("not_allowed")
