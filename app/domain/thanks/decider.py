"""Who may thank whom for what, and how often."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, assert_never

from app.domain.kernel.anonymity import person_behind
from app.domain.kernel.gate import admit
from app.domain.kernel.readings import Submission
from app.domain.kernel.refusal import Refusal
from app.domain.kernel.seats import Seat, may_write, visible_until
from app.domain.kernel.words import STAFF, ChannelId, MemberId, Millis, Phase, Role
from app.domain.thanks import commands as c
from app.domain.thanks import events as e
from app.domain.thanks.events import Reason
from app.domain.thanks.state import KEPT_TIMES, ThanksState

if TYPE_CHECKING:
    from collections.abc import Sequence

    from app.domain.kernel.messages import Command, Event
    from app.domain.kernel.world import Ctx, World

MINUTE_MS: Final = 60_000
DAY_MS: Final = 24 * 60 * MINUTE_MS

MOST_A_MINUTE: Final = 10
"""How often one may thank within a minute; what is taken back counts."""

MOST_A_DAY: Final = KEPT_TIMES
"""How often one may thank within a day; what is taken back counts."""


def decide(world: World, command: Command, ctx: Ctx) -> Sequence[Event]:
    """Decide one command about thanks; see `Capability.decide`."""
    state = world.state(ThanksState)
    _check_live(world, ctx)
    match command:
        case c.GiveThanks():
            return _give(world, state, command, ctx)
        case c.TakeBackThanks(thanks=thanks):
            found = state.thanks.get(thanks)
            if found is None:
                raise Refusal("unknown_thanks")
            return (
                e.ThanksTakenBack(
                    thanks=thanks, giver=found.giver, to=found.to, message=found.message, channel=found.channel
                ),
            )
        case _:
            assert_never(command)  # type: ignore[arg-type]  # the registry hands over this capability's commands only


def owner(world: World, command: Command) -> MemberId | None:
    """Return whose thanks a command acts on."""
    if not isinstance(command, c.TakeBackThanks):
        return None
    found = world.state(ThanksState).thanks.get(command.thanks)
    return found.giver if found else None


def _check_live(world: World, ctx: Ctx) -> None:
    phase = world.life.phase
    if phase is Phase.ARCHIVED or (phase is not Phase.LIVE and not ctx.role.is_staff):
        raise Refusal("session_not_live", phase=str(phase))


def _seat(world: World, member: MemberId) -> Seat:
    seat = world.seats.seat(member)
    if seat is None:
        raise Refusal("unknown_member")
    return seat


def _give(world: World, state: ThanksState, command: c.GiveThanks, ctx: Ctx) -> Sequence[Event]:
    if bool(command.message) is bool(command.member):
        raise Refusal("bad_command")
    if command.message:
        to, channel = _author(world, command.message, ctx)
    else:
        seat = _seat(world, command.member)
        if not seat.is_in or seat.role is Role.OBSERVER:
            raise Refusal("not_admitted")
        to, channel = seat.member, ""
    if person_behind(world, to) == ctx.actor:
        raise Refusal("own_thanks")
    words = command.text.strip()
    before = state.same(ctx.actor, command.message, to, command.reason)
    if before is not None:
        if before.reason is command.reason and before.text == words:
            return ()
        raise Refusal("thanked_already")
    _check_often(state.times.get(ctx.actor, []), ctx.at)
    item = ctx.new_id()
    if item in state.thanks:
        raise Refusal("id_used")
    given = e.ThanksGiven(
        thanks=item, giver=ctx.actor, to=to, reason=command.reason, message=command.message, channel=channel
    )
    if not words and command.reason is not Reason.OTHER:
        return (given,)
    # Words for a person are judged where their author is.
    where = channel or _seat(world, ctx.actor).place
    submission = Submission(kind="thanks", item=item, revision=1, channel=where, author=ctx.actor, text=words)
    admission = admit(world, ctx, submission)
    return (
        given,
        e.ThanksWorded(
            item=item,
            revision=1,
            kind="thanks",
            channel=where,
            author=ctx.actor,
            held_by=admission.held_by,
            text=admission.text,
            open=command.open,
        ),
    )


def _author(world: World, message: str, ctx: Ctx) -> tuple[MemberId, ChannelId]:
    """Return who wrote a message that the actor sees, and where; what they do not see does not exist for them."""
    said = world.talk.said(message)
    seat = _seat(world, ctx.actor)
    if said is None or said.channel == STAFF or not 0 < said.order <= visible_until(world.seats, seat, said.channel):
        raise Refusal("unknown_message")
    if not may_write(seat, said.channel):
        raise Refusal("not_your_channel")
    # Maybe an alias: whoever is behind it sees the thanks on the message.
    return said.author, said.channel


def _check_often(times: list[Millis], at: Millis) -> None:
    for most, span in ((MOST_A_MINUTE, MINUTE_MS), (MOST_A_DAY, DAY_MS)):
        if len(times) >= most and (left := times[-most] + span - at) > 0:
            raise Refusal("too_many_thanks", limit=most, retry_after=-(-left // 1000))
