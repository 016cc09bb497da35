"""Who may call whom for help, take a call, and write to one person alone."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, assert_never

from app.domain.kernel.gate import admit, clean
from app.domain.kernel.readings import Submission
from app.domain.kernel.refusal import Refusal
from app.domain.kernel.seats import Standing
from app.domain.kernel.words import MemberId, Phase, Role, private_channel
from app.domain.support import commands as c
from app.domain.support import events as e
from app.domain.support.state import Call, SupportState

if TYPE_CHECKING:
    from collections.abc import Sequence

    from app.domain.kernel.messages import Command, Event
    from app.domain.kernel.world import Ctx, World

_OVER: Final = frozenset({Phase.ENDED, Phase.ARCHIVED})


def decide(world: World, command: Command, ctx: Ctx) -> Sequence[Event]:
    """Decide one command about help; see `Capability.decide`."""
    state = world.state(SupportState)
    match command:
        case c.AskForHelp(kind=kind, text=text):
            return _ask(world, state, kind, text, ctx)
        case c.SayToStaff(text=text):
            _check_going_on(world)
            return (_said(world, state, text, ctx, 0),)
        case c.WithdrawCall(call=key):
            return (e.CallWithdrawn(call=key),) if _known(state, key).is_open else ()
        case c.ReopenCall(call=key):
            return _reopen(world, state, key)
        case c.ClaimCall(call=key):
            return _claim(state, key, ctx)
        case c.ReleaseCall(call=key):
            call = _open(state, key)
            return (e.CallReleased(call=key, place=call.place),) if call.claimed_by else ()
        case c.ResolveCall(call=key):
            call = _known(state, key)
            return (e.CallResolved(call=key, place=call.place),) if call.is_open else ()
        case c.WritePrivately(member=member, text=text):
            return _write(world, state, member, text, ctx)
        case c.MarkRead(member=member):
            return (e.ThreadRead(member=member),) if state.unanswered(member) else ()
        case _:
            assert_never(command)  # type: ignore[arg-type]  # the registry hands over this capability's commands only


def owner(world: World, command: Command) -> MemberId | None:
    """Return whose call a command acts on; a room's is nobody's."""
    match command:
        case c.WithdrawCall(call=key) | c.ReopenCall(call=key):
            call = world.state(SupportState).calls.get(key)
            return call.member if call is not None and not call.place else None
        case _:
            return None


def changed_at(world: World, command: Command) -> int:
    """Return the seq at which the call that a command acts on last changed."""
    match command:
        case c.ReopenCall(call=key) | c.ClaimCall(call=key) | c.ReleaseCall(call=key):
            call = world.state(SupportState).calls.get(key)
            return call.changed if call is not None else 0
        case _:
            return 0


def _known(state: SupportState, key: str) -> Call:
    call = state.calls.get(key)
    if call is None:
        raise Refusal("no_call")
    return call


def _open(state: SupportState, key: str) -> Call:
    call = _known(state, key)
    if not call.is_open:
        raise Refusal("no_call")
    return call


def _check_going_on(world: World) -> None:
    """Refuse to call, and to write to staff, when nobody is there any more."""
    if world.life.phase in _OVER:
        raise Refusal("session_ended")


def _ask(world: World, state: SupportState, kind: e.Problem, text: str, ctx: Ctx) -> Sequence[Event]:
    _check_going_on(world)
    events: list[Event] = []
    if state.open_call(ctx.actor) is None:
        call = ctx.new_id()
        if call in state.calls:
            raise Refusal("id_used")
        events.append(e.HelpAsked(call=call, member=ctx.actor, kind=kind))
    if text.strip():
        events.append(_said(world, state, text, ctx, 1))
    return events


def _said(world: World, state: SupportState, text: str, ctx: Ctx, n: int) -> Event:
    item, channel = ctx.new_id(n), private_channel(ctx.actor)
    if item in state.texts:
        raise Refusal("id_used")
    submission = Submission(kind="private", item=item, revision=1, channel=channel, author=ctx.actor, text=text)
    admission = admit(world, ctx, submission)
    return e.SaidToStaff(
        item=item,
        revision=1,
        kind="private",
        channel=channel,
        author=ctx.actor,
        held_by=admission.held_by,
        text=admission.text,
    )


def _reopen(world: World, state: SupportState, key: str) -> Sequence[Event]:
    call = _known(state, key)
    if call.is_open:
        return ()
    _check_going_on(world)
    if call.place and not world.seats.room_exists(call.place):
        raise Refusal("unknown_room")
    if state.open_call(call.caller) is not None:
        # They called again since: one call is enough to come for.
        return ()
    return (e.CallReopened(call=key, place=call.place),)


def _claim(state: SupportState, key: str, ctx: Ctx) -> Sequence[Event]:
    call = _open(state, key)
    if call.claimed_by and call.claimed_by != ctx.actor:
        raise Refusal("claimed_already")
    return () if call.claimed_by else (e.CallClaimed(call=key, place=call.place),)


def _write(world: World, state: SupportState, member: MemberId, text: str, ctx: Ctx) -> Sequence[Event]:
    seat = world.seats.seat(member)
    if seat is None:
        raise Refusal("unknown_member")
    if seat.role is not Role.LEARNER:
        raise Refusal("not_a_learner")
    if seat.standing is Standing.REMOVED:
        raise Refusal("not_admitted")
    if world.life.phase is Phase.ARCHIVED:
        raise Refusal("session_not_live", phase=str(Phase.ARCHIVED))
    item = ctx.new_id()
    if item in state.texts:
        raise Refusal("id_used")
    written = e.WrittenPrivately(item=item, member=member, author=ctx.actor, text=clean(text, "private"))
    call = state.open_call(member)
    if call is not None and not call.claimed_by:
        return (e.CallClaimed(call=call.call, place=""), written)
    return (written,)
