"""Giving the floor: who speaks, for how long, and who has spoken elsewhere."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, TypeAlias, assert_never

from app.domain.debate import commands as c
from app.domain.debate import events as e
from app.domain.debate.draft import LONGEST_TURN, SHORTEST_TURN, TURN_SECONDS
from app.domain.kernel.refusal import Refusal
from app.domain.kernel.seats import may_write
from app.domain.kernel.words import MAIN, Phase

if TYPE_CHECKING:
    from collections.abc import Sequence

    from app.domain.debate.floor import Turn
    from app.domain.debate.state import DebateState
    from app.domain.kernel.messages import Event
    from app.domain.kernel.world import Ctx, World

OfTheFloor: TypeAlias = c.GiveFloor | c.ExtendTurn | c.EndTurn | c.MarkSpoke | c.TakeBackTurn

_UNDER_WAY: Final = frozenset({Phase.LIVE, Phase.PAUSED})


def decide_floor(world: World, state: DebateState, command: OfTheFloor, ctx: Ctx) -> Sequence[Event]:
    """Decide one command about the floor; see `Capability.decide`."""
    match command:
        case c.GiveFloor():
            return _give(world, state, command, ctx)
        case c.MarkSpoke():
            return _mark(world, state, command, ctx)
        case c.ExtendTurn(turn=key, seconds=seconds):
            turn = _running(state, key)
            if seconds <= 0 or turn.allowed + seconds * 1000 > LONGEST_TURN * 1000:
                raise Refusal("bad_turn")
            return (e.TurnExtended(turn=key, seconds=seconds),)
        case c.EndTurn(turn=key):
            found = state.turns.get(key)
            if found is None:
                raise Refusal("unknown_turn")
            return () if found.is_over else (e.TurnEnded(turn=key, millis=found.lasted(ctx.at)),)
        case c.TakeBackTurn(turn=key):
            _check_under_way(world)
            found = state.turns.get(key)
            if found is None:
                raise Refusal("unknown_turn")
            raised_at = 0 if found.member in world.talk.raised() else found.raised_at
            return (e.TurnTakenBack(turn=key, member=found.member, raised_at=raised_at),)
        case _:
            assert_never(command)


def _running(state: DebateState, key: str) -> Turn:
    turn = state.turns.get(key)
    if turn is None or turn.is_over:
        raise Refusal("unknown_turn")
    return turn


def _check_under_way(world: World) -> None:
    if world.life.phase not in _UNDER_WAY:
        raise Refusal("session_not_live", phase=str(world.life.phase))


def _check_may_speak(world: World, member: str) -> None:
    seat = world.seats.seat(member)
    if seat is None:
        raise Refusal("unknown_member")
    if not may_write(seat, MAIN):
        raise Refusal("not_admitted")


def _give(world: World, state: DebateState, command: c.GiveFloor, ctx: Ctx) -> Sequence[Event]:
    if world.life.phase is not Phase.LIVE:
        raise Refusal("session_not_live", phase=str(world.life.phase))
    _check_may_speak(world, command.member)
    debate = state.debates.get(state.current)
    seconds = command.seconds or (debate.draft.turn_seconds if debate else TURN_SECONDS)
    if not SHORTEST_TURN <= seconds <= LONGEST_TURN:
        raise Refusal("bad_turn")
    before = state.speaking()
    if before is not None and before.member == command.member:
        return ()
    given = e.FloorGiven(
        turn=ctx.new_id(),
        member=command.member,
        seconds=seconds,
        debate=state.current,
        raised_at=world.talk.raised().get(command.member, 0),
    )
    return (e.TurnEnded(turn=before.id, millis=before.lasted(ctx.at)), given) if before else (given,)


def _mark(world: World, state: DebateState, command: c.MarkSpoke, ctx: Ctx) -> Sequence[Event]:
    _check_under_way(world)
    _check_may_speak(world, command.member)
    if not 0 <= command.seconds <= LONGEST_TURN:
        raise Refusal("bad_turn")
    return (
        e.SpokeMarked(
            turn=ctx.new_id(),
            member=command.member,
            seconds=command.seconds,
            debate=state.current,
            raised_at=world.talk.raised().get(command.member, 0),
        ),
    )
