"""Which documents a seat's holder receives, and when they may receive nothing more."""

from __future__ import annotations

from app.domain.kernel.seats import Seat, Standing
from app.domain.kernel.views import CLASS, PEOPLE, Audience, me, place_audience
from app.domain.kernel.words import MAIN, Phase, Role


def audiences_of(seat: Seat, *, wants_people: bool) -> set[Audience]:
    """Return the documents that a seat's holder receives on a page."""
    own = {me(seat.member)}
    if not seat.is_in:
        return own
    if seat.role is Role.OBSERVER:
        return {CLASS} | own
    audiences = {CLASS} | own
    if seat.place != MAIN:
        audiences.add(place_audience(seat.place))
    if wants_people:
        audiences.add(PEOPLE)
    return audiences


def why_sent_away(seat: Seat, phase: Phase, *, has_token: bool, is_replica: bool) -> str:
    """Return why a connection must end, as `bye` tells it; empty when it may stay.

    Args:
        seat: whose connection it is.
        phase: where the session is in its life.
        has_token: whether the token it came with still opens the seat.
        is_replica: whether it receives the log.
    """
    if seat.standing is Standing.REMOVED:
        return "removed"
    if seat.standing is Standing.LEFT:
        return "left"
    if not has_token:
        return "revoked"
    if is_replica and not seat.role.is_staff:
        return "role_changed"
    return "archived" if phase is Phase.ARCHIVED and not seat.role.is_staff else ""
