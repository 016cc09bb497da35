"""What staff do about people: a private word, some limit, or the door."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, assert_never

from app.domain.kernel.gate import clean
from app.domain.kernel.refusal import Refusal
from app.domain.kernel.words import Role
from app.domain.moderation import commands as c
from app.domain.moderation import events as e

if TYPE_CHECKING:
    from collections.abc import Sequence

    from app.domain.kernel.messages import Command, Event
    from app.domain.kernel.words import MemberId
    from app.domain.kernel.world import Ctx, World
    from app.domain.moderation.state import ModerationState

LONGEST: Final = 24 * 60
"""The most minutes that a limit lasts, unless it lasts until it is lifted."""

SLOWEST: Final = 600
"""The most seconds between two texts of somebody who is slowed."""

USUAL_PACE: Final = 30
"""The seconds between two texts of somebody who is slowed, when nothing else is said."""


def decide(world: World, state: ModerationState, command: Command, ctx: Ctx) -> Sequence[Event]:
    """Decide one command about a person; see `Capability.decide`."""
    match command:
        case c.WarnMember(member=member, reason=reason, item=item):
            _learner(world, member)
            words = clean(reason, "reason")
            return (e.MemberWarned(warning=ctx.new_id(), member=member, item=_text(state, item), reason=words),)
        case c.ReadWarning(warning=warning):
            return () if state.warnings[warning].read else (e.WarningRead(warning=warning),)
        case c.LimitMember():
            return _limit(world, state, command, ctx)
        case c.LiftLimit(member=member, limit=limit):
            return (e.LimitLifted(member=member, limit=limit),) if limit in state.limits.get(member, {}) else ()
        case c.BanMember(member=member, reason=reason, item=item):
            _learner(world, member)
            return (e.MemberBanned(member=member, item=_text(state, item), reason=_words(reason)),)
        case _:
            assert_never(command)  # type: ignore[arg-type]  # the registry hands over this capability's commands only


def _limit(world: World, state: ModerationState, command: c.LimitMember, ctx: Ctx) -> Sequence[Event]:
    _learner(world, command.member)
    if not 0 <= command.minutes <= LONGEST or not 0 <= command.seconds <= SLOWEST:
        raise Refusal("bad_duration", limit=LONGEST)
    every = (command.seconds or USUAL_PACE) if command.limit is e.Limit.SLOWED else 0
    return (
        e.MemberLimited(
            member=command.member,
            limit=command.limit,
            until=ctx.at + command.minutes * 60_000 if command.minutes else 0,
            every=every,
            item=_text(state, command.item),
            reason=_words(command.reason),
        ),
    )


def _learner(world: World, member: MemberId) -> None:
    """Check that somebody is there whom staff may moderate."""
    seat = world.seats.seat(member)
    if seat is None:
        raise Refusal("unknown_member")
    if seat.role not in {Role.LEARNER, Role.OBSERVER}:
        raise Refusal("not_allowed")


def _text(state: ModerationState, item: str) -> str:
    if item and item not in state.items:
        raise Refusal("unknown_item")
    return item


def _words(reason: str) -> str:
    return clean(reason, "reason") if reason.strip() else ""
