"""Which rooms may open, who may go where, and what a room may say of itself."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, assert_never

from app.domain.breakouts import commands as c
from app.domain.breakouts import events as e
from app.domain.breakouts import rounds, work
from app.domain.breakouts.state import BreakoutsState, Stage
from app.domain.kernel.activities import ActivityEnded
from app.domain.kernel.places import CameIn
from app.domain.kernel.seats import SeatsJoined
from app.domain.kernel.words import MemberId, Millis, Phase, room_channel
from app.domain.session.events import PhaseChanged

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from app.domain.kernel.envelope import Envelope
    from app.domain.kernel.messages import Command, Event
    from app.domain.kernel.words import ChannelId
    from app.domain.kernel.world import Ctx, World

MILLIS: Final = 1_000


def decide(world: World, command: Command, ctx: Ctx) -> Sequence[Event]:
    """Decide one command about rounds and rooms; see `Capability.decide`."""
    state = world.state(BreakoutsState)
    match command:
        case c.PrepareRound():
            return rounds.prepare(world, command, ctx)
        case c.OpenRound():
            return rounds.open_round(world, state, command, ctx)
        case c.ReopenRound():
            return rounds.reopen(world, state, command, ctx)
        case c.CloseRound(round=key, grace=grace):
            return rounds.close(state, key, grace * MILLIS, ctx)
        case c.SetTimer(round=key, ends_at=ends_at):
            return rounds.set_timer(state, key, ends_at, ctx)
        case c.OpenRoom(name=name):
            return rounds.open_room(world, state, name, ctx)
        case c.CloseRoom(room=room):
            return rounds.close_room(state, room)
        case c.MoveMembers():
            return rounds.move(world, state, command, ctx)
        case c.PlaceLate(member=member):
            return rounds.place_late(world, state, member)
        case c.ChooseRoom(room=room):
            return rounds.choose(world, state, room, ctx)
        case c.SetPulse(room=room, pulse=pulse):
            return work.set_pulse(world, state, room, pulse, ctx)
        case c.TickStep():
            return work.tick(world, state, command, ctx)
        case c.AskTime():
            return work.ask_time(world, state, command, ctx)
        case c.AnswerTime():
            return work.answer_time(state, command, ctx)
        case c.NameCaptain():
            return work.name_captain(world, state, command)
        case c.AnswerTask():
            return work.answer(world, state, command, ctx)
        case c.Announce():
            return work.announce(world, state, command, ctx)
        case c.NoteRead(announcement=announcement):
            return work.note_read(world, state, announcement, ctx)
        case _:
            assert_never(command)  # type: ignore[arg-type]  # the registry hands over this capability's commands only


def scope(world: World, command: Command) -> ChannelId | None:  # noqa: ARG001 (every capability's shape)
    """Return the room whose steps or time a command is about, as a place."""
    return room_channel(command.room) if isinstance(command, c.TickStep | c.AskTime) else None


def changed_at(world: World, command: Command) -> int:
    """Return the seq at which what the command acts on last changed."""
    state = world.state(BreakoutsState)
    match command:
        case c.OpenRound():
            return state.changed.get("rounds", 0)
        case c.ReopenRound(round=key) | c.CloseRound(round=key) | c.SetTimer(round=key):
            return state.changed.get(key, 0)
        case c.CloseRoom(room=key):
            return state.changed.get(key, 0)
        case c.MoveMembers(members=members):
            return max((state.changed.get(member, 0) for member in members), default=0)
        case c.AnswerTime(room=room):
            return state.changed.get("time:" + room, 0)
        case c.NameCaptain(room=room):
            return state.changed.get("captain:" + room, 0)
        case _:
            return 0


def policies(world: World, envelope: Envelope) -> Iterable[Command]:
    """Place who comes while rooms are open; close them after their grace with their activity, or with the class."""
    state = world.state(BreakoutsState)
    current = state.open_round
    if current is None:
        return ()
    match envelope.event:
        case CameIn() as came:
            return (c.PlaceLate(member=came.who_came()),)
        case SeatsJoined(member=member):
            # Who waited and turned out to be expected is let in by that.
            return (c.PlaceLate(member=member),)
        case ActivityEnded(activity=activity) if activity == current.activity and not current.closes_at:
            return (c.CloseRound(round=current.id, grace=current.grace // MILLIS),)
        case PhaseChanged(phase=Phase.ENDED):
            return (c.CloseRound(round=current.id),)
        case _:
            return ()


def next_deadline(world: World) -> Millis | None:
    """Return when the round's time is up, its rooms close, or somebody who was told is moved."""
    state = world.state(BreakoutsState)
    times = [moving.at for moving in state.moving.values()]
    current = state.open_round
    if current is not None and (due := current.closes_at or current.ends_at):
        times.append(due)
    return min(times, default=None)


def elapse(world: World, ctx: Ctx) -> Sequence[Event]:
    """Return what is due: moves that were announced, then the end of the round or of its time."""
    state = world.state(BreakoutsState)
    going: dict[str, list[MemberId]] = {}
    for member, moving in state.moving.items():
        if moving.at <= ctx.at:
            going.setdefault(moving.place, []).append(member)
    moves: list[Event] = [
        e.MembersMoved(members=tuple(members), place=place, why=e.Why.MOVED) for place, members in going.items()
    ]
    current = state.open_round
    if moves or current is None or current.stage is not Stage.OPEN:
        return moves
    if current.closes_at:
        return rounds.end(state, current) if current.closes_at <= ctx.at else ()
    if current.ends_at and current.ends_at <= ctx.at:
        return rounds.close(state, current.id, current.grace, ctx)
    return ()
