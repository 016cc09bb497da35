"""Who may open and close a debate, take a position, argue and judge in it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, assert_never

from app.domain.debate import commands as c
from app.domain.debate import events as e
from app.domain.debate.draft import MOST_STATEMENTS, checked
from app.domain.debate.giving import decide_floor
from app.domain.debate.state import Argument, Debate, DebateState, Statement
from app.domain.kernel.activities import ActivityBegan, ActivityEnded
from app.domain.kernel.gate import admit, clean
from app.domain.kernel.readings import Submission
from app.domain.kernel.refusal import Refusal
from app.domain.kernel.seats import SeatChanged, may_write
from app.domain.kernel.words import ARGUMENTS, MAIN, MemberId, Millis, Phase, PlaceId, room_of
from app.domain.session.events import PhaseChanged

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from app.domain.kernel.envelope import Envelope
    from app.domain.kernel.messages import Command, Event
    from app.domain.kernel.world import Ctx, World

MOST_DEBATES: Final = 100
"""How many debates one class may hold."""

MOST_ARGUMENTS: Final = 2_000
"""How many arguments and replies one debate may hold."""

_UNDER_WAY: Final = frozenset({Phase.LIVE, Phase.PAUSED})


def decide(world: World, command: Command, ctx: Ctx) -> Sequence[Event]:
    """Decide one command about debates; see `Capability.decide`."""
    state = world.state(DebateState)
    match command:
        case c.TakePosition():
            return _take_position(world, state, command, ctx)
        case c.WriteArgument():
            return _argue(world, state, command, ctx)
        case c.ReviseArgument():
            return _revise(world, state, command, ctx)
        case c.WithdrawArgument(argument=key):
            return _withdraw(world, state, key, ctx)
        case c.MarkConvincing():
            return _mark_convincing(world, state, command, ctx)
        case c.JudgeStatement():
            return _judge(world, state, command, ctx)
        case c.GiveFloor() | c.ExtendTurn() | c.EndTurn() | c.MarkSpoke() | c.TakeBackTurn():
            return decide_floor(world, state, command, ctx)
        case _:
            return _lead(world, state, command, ctx)


def _lead(world: World, state: DebateState, command: Command, ctx: Ctx) -> Sequence[Event]:
    """Decide what staff ask for to lead a debate."""
    match command:
        case c.PrepareDebate():
            return _prepare(world, state, command, ctx)
        case c.ChangeDebate(debate=key, draft=draft):
            debate, draft = _unopened(state, key), checked(draft)
            ids = tuple(ctx.new_id(n) for n in range(len(draft.statements)))
            return () if draft == debate.draft else (e.DebateChanged(debate=key, draft=draft, statements=ids),)
        case c.DiscardDebate(debate=key):
            return (e.DebateDiscarded(debate=_unopened(state, key).id),)
        case c.OpenDebate(debate=key):
            return () if _known(state, key).is_open else _open(world, state, key)
        case c.CloseDebate(debate=key):
            return (e.DebateClosed(debate=key),) if _known(state, key).is_open else ()
        case c.ShowShift(debate=key, on=on):
            debate = _opened_once(world, state, key)
            return () if debate.results is on else (e.ShiftShown(debate=key, on=on),)
        case c.PutDebateOnStage(debate=key):
            if key:
                _opened_once(world, state, key)
            return () if state.stage == key else (e.DebateStaged(debate=key),)
        case c.AddStatement() | c.PutStatement():
            return _put_statement(world, state, command, ctx)
        case c.ShowStatement(statement=key, on=on):
            statement = _put(state, key)
            _opened_once(world, state, statement.debate)
            return () if statement.results is on else (e.StatementShown(statement=key, on=on),)
        case _:
            assert_never(command)  # type: ignore[arg-type]  # the registry hands over this capability's commands only


def owner(world: World, command: Command) -> MemberId | None:
    """Return whose argument or turn a command acts on."""
    state = world.state(DebateState)
    match command:
        case c.ReviseArgument(argument=key) | c.WithdrawArgument(argument=key):
            argument = state.arguments.get(key)
            return argument.author if argument else None
        case c.EndTurn(turn=key):
            turn = state.turns.get(key)
            return turn.member if turn else None
        case _:
            return None


def scope(world: World, command: Command) -> PlaceId | None:
    """Return the room of somebody who spoke: whoever runs that room's hands may note it."""
    seat = world.seats.seat(command.member) if isinstance(command, c.MarkSpoke) else None
    return seat.place if seat is not None and room_of(seat.place) is not None else None


def changed_at(world: World, command: Command) -> int:
    """Return the seq at which staff last changed what a command is about."""
    changed = world.state(DebateState).changed
    match command:
        case c.PutDebateOnStage():
            return changed.get("stage", 0)
        case c.GiveFloor() | c.ExtendTurn():
            return changed.get("floor", 0)
        case c.PutStatement(statement=key) | c.ShowStatement(statement=key):
            return changed.get(key, 0)
        case _:
            return changed.get(getattr(command, "debate", ""), 0)


def policies(world: World, envelope: Envelope) -> Iterable[Command]:
    """Open and close a debate with its activity, and end the turn of whoever goes."""
    state = world.state(DebateState)
    turn = state.speaking()
    match envelope.event:
        case ActivityBegan(activity=activity):
            ready = [each for each in state.debates.values() if each.activity == activity and not each.opened]
            return [c.OpenDebate(debate=debate.id) for debate in ready[:1]]
        case ActivityEnded(activity=activity):
            over = [each.id for each in state.debates.values() if each.activity == activity]
            close: list[Command] = [c.CloseDebate(debate=key) for key in over if key == state.current]
            return [*close, c.PutDebateOnStage(debate="")] if state.stage in over else close
        case PhaseChanged(phase=Phase.ENDED):
            ends: list[Command] = [c.EndTurn(turn=turn.id)] if turn is not None else []
            return [*ends, c.CloseDebate(debate=state.current)] if state.current else ends
        case SeatChanged(member=member) if turn is not None and turn.member == member:
            seat = world.seats.seat(member)
            return () if seat is not None and may_write(seat, MAIN) else (c.EndTurn(turn=turn.id),)
        case _:
            return ()


def next_deadline(world: World) -> Millis | None:
    """Return when a debate is next to be counted for learners."""
    return min(world.state(DebateState).due.values(), default=None)


def elapse(world: World, ctx: Ctx) -> Sequence[Event]:
    """Count what is due."""
    due = world.state(DebateState).due
    return tuple(e.DebateCounted(debate=debate) for debate, at in due.items() if at <= ctx.at)


# --- staff -----------------------------------------------------------------------------------------------------------


def _known(state: DebateState, key: str) -> Debate:
    debate = state.debates.get(key)
    if debate is None:
        raise Refusal("unknown_debate")
    return debate


def _unopened(state: DebateState, key: str) -> Debate:
    debate = _known(state, key)
    if debate.opened:
        raise Refusal("debate_was_open")
    return debate


def _opened_once(world: World, state: DebateState, key: str) -> Debate:
    if world.life.phase is Phase.ARCHIVED:
        raise Refusal("session_not_live", phase=str(Phase.ARCHIVED))
    debate = _known(state, key)
    if not debate.opened:
        raise Refusal("debate_not_opened")
    return debate


def _prepare(world: World, state: DebateState, command: c.PrepareDebate, ctx: Ctx) -> Sequence[Event]:
    if world.life.phase in {Phase.ENDED, Phase.ARCHIVED}:
        raise Refusal("wrong_phase", phase=str(world.life.phase))
    if len(state.debates) >= MOST_DEBATES:
        raise Refusal("too_many_debates", limit=MOST_DEBATES)
    key, draft = ctx.new_id(), checked(command.draft)
    if key in state.debates:
        raise Refusal("id_used")
    ids = tuple(ctx.new_id(n) for n in range(1, len(draft.statements) + 1))
    prepared = e.DebatePrepared(debate=key, draft=draft, statements=ids, activity=command.activity)
    return (prepared, *_open(world, state, key)) if command.opens else (prepared,)


def _open(world: World, state: DebateState, key: str) -> Sequence[Event]:
    if world.life.phase not in _UNDER_WAY:
        raise Refusal("wrong_phase", phase=str(world.life.phase))
    opened = e.DebateOpened(debate=key)
    # One debate at a time: the one before it is frozen as it stands.
    return (e.DebateClosed(debate=state.current), opened) if state.current else (opened,)


def _put(state: DebateState, key: str) -> Statement:
    statement = state.statements.get(key)
    if statement is None or not statement.put:
        raise Refusal("unknown_statement")
    return statement


def _put_statement(
    world: World, state: DebateState, command: c.AddStatement | c.PutStatement, ctx: Ctx
) -> Sequence[Event]:
    if isinstance(command, c.PutStatement):
        ready = state.statements.get(command.statement)
        if ready is None:
            raise Refusal("unknown_statement")
        _check_open(_opened_once(world, state, ready.debate))
        put = e.StatementPut(statement=ready.id, debate=ready.debate, text=ready.text)
        return () if ready.put else (put,)
    debate = _opened_once(world, state, command.debate)
    _check_open(debate)
    if len(state.statements_of(debate.id)) >= MOST_STATEMENTS:
        raise Refusal("too_many_statements", limit=MOST_STATEMENTS)
    key = ctx.new_id()
    if key in state.statements:
        raise Refusal("id_used")
    return (e.StatementPut(statement=key, debate=debate.id, text=clean(command.text, "option")),)


# --- everybody -------------------------------------------------------------------------------------------------------


def _check_open(debate: Debate) -> None:
    if not debate.is_open:
        raise Refusal("debate_closed")


def _under_way(world: World, state: DebateState, key: str, ctx: Ctx) -> Debate:
    """Return the debate somebody takes part in; one that was never open is as unknown as one that is not there."""
    phase = world.life.phase
    if phase is Phase.ARCHIVED or (phase is not Phase.LIVE and not ctx.role.is_staff):
        raise Refusal("session_not_live", phase=str(phase))
    debate = state.debates.get(key)
    if debate is None or not debate.opened:
        raise Refusal("unknown_debate")
    _check_open(debate)
    return debate


def _check_position(debate: Debate, position: str) -> None:
    if position not in debate.draft.keys:
        raise Refusal("unknown_position")


def _seen(state: DebateState, key: str, ctx: Ctx) -> Argument:
    """Return an argument that the actor sees; what they do not see does not exist for them."""
    argument = state.arguments.get(key)
    is_theirs = argument is not None and (ctx.role.is_staff or argument.author == ctx.actor)
    if argument is None or not (argument.is_shown or is_theirs):
        raise Refusal("unknown_argument")
    return argument


def _take_position(world: World, state: DebateState, command: c.TakePosition, ctx: Ctx) -> Sequence[Event]:
    debate = _under_way(world, state, command.debate, ctx)
    _check_position(debate, command.position)
    if command.because:
        argument = _seen(state, command.because, ctx)
        if argument.debate != debate.id or not argument.is_shown:
            raise Refusal("unknown_argument")
        if argument.author == ctx.actor:
            raise Refusal("own_argument")
    before = state.stance(debate.id, ctx.actor)
    if before is not None and before.now == command.position:
        return ()
    return (
        e.PositionTaken(
            debate=debate.id,
            position=command.position,
            before=before.now if before else "",
            because=command.because,
        ),
    )


def _argue(world: World, state: DebateState, command: c.WriteArgument, ctx: Ctx) -> Sequence[Event]:
    debate = _under_way(world, state, command.debate, ctx)
    position = command.position
    if command.reply_to:
        answered = _seen(state, command.reply_to, ctx)
        if answered.debate != debate.id or not answered.is_shown:
            raise Refusal("unknown_argument")
        if answered.reply_to:
            raise Refusal("reply_to_reply")
        position = answered.position
    _check_position(debate, position)
    stance = state.stance(debate.id, ctx.actor)
    if stance is None and not ctx.role.is_staff:
        raise Refusal("no_position")
    if len(state.said.get(debate.id, ())) >= MOST_ARGUMENTS:
        raise Refusal("too_many_arguments", limit=MOST_ARGUMENTS)
    item = ctx.new_id()
    if item in state.arguments:
        raise Refusal("id_used")
    admission = admit(world, ctx, _submission(item, 1, ctx.actor, command.text))
    return (
        e.ArgumentWritten(
            item=item,
            revision=1,
            kind="argument",
            channel=ARGUMENTS,
            author=ctx.actor,
            held_by=admission.held_by,
            debate=debate.id,
            position=position,
            side=stance.now if stance else "",
            reply_to=command.reply_to,
            text=admission.text,
        ),
    )


def _submission(item: str, revision: int, author: MemberId, text: str) -> Submission:
    return Submission(kind="argument", item=item, revision=revision, channel=ARGUMENTS, author=author, text=text)


def _revise(world: World, state: DebateState, command: c.ReviseArgument, ctx: Ctx) -> Sequence[Event]:
    argument = _seen(state, command.argument, ctx)
    _under_way(world, state, argument.debate, ctx)
    revision = argument.revision + 1
    admission = admit(world, ctx, _submission(argument.id, revision, ctx.actor, command.text))
    if admission.text == argument.text:
        return ()
    return (
        e.ArgumentRevised(
            item=argument.id,
            revision=revision,
            kind="argument",
            channel=ARGUMENTS,
            author=ctx.actor,
            held_by=admission.held_by,
            text=admission.text,
        ),
    )


def _withdraw(world: World, state: DebateState, key: str, ctx: Ctx) -> Sequence[Event]:
    argument = _seen(state, key, ctx)
    if ctx.role.is_staff:
        _opened_once(world, state, argument.debate)
    else:
        _under_way(world, state, argument.debate, ctx)
    return (e.ArgumentWithdrawn(argument=key, author=argument.author, reply_to=argument.reply_to),)


def _mark_convincing(world: World, state: DebateState, command: c.MarkConvincing, ctx: Ctx) -> Sequence[Event]:
    argument = _seen(state, command.argument, ctx)
    _under_way(world, state, argument.debate, ctx)
    if argument.author == ctx.actor:
        raise Refusal("own_argument")
    if not argument.is_shown:
        raise Refusal("unknown_argument")
    is_on = ctx.actor in state.convinced.get(argument.id, ())
    return () if is_on is command.on else (e.ConvincingMarked(argument=argument.id, on=command.on),)


def _judge(world: World, state: DebateState, command: c.JudgeStatement, ctx: Ctx) -> Sequence[Event]:
    statement = _put(state, command.statement)
    _under_way(world, state, statement.debate, ctx)
    if state.verdicts.get(statement.id, {}).get(ctx.actor) is command.verdict:
        return ()
    return (e.StatementJudged(statement=statement.id, verdict=command.verdict),)
