"""Rounds open and close, and people change rooms: as a whole, or not at all."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from app.domain.breakouts import commands as c
from app.domain.breakouts import events as e
from app.domain.breakouts.events import Late, Why
from app.domain.breakouts.state import BreakoutsState, Round, Stage
from app.domain.kernel.gate import clean, name_key
from app.domain.kernel.links import check_link
from app.domain.kernel.refusal import Refusal
from app.domain.kernel.words import MAIN, MemberId, Phase, Role, room_channel

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from app.domain.kernel.messages import Event
    from app.domain.kernel.seats import Seat
    from app.domain.kernel.words import Millis
    from app.domain.kernel.world import Ctx, World

_OVER: Final = frozenset({Phase.ENDED, Phase.ARCHIVED})
_MINUTE: Final = 60_000


def prepare(world: World, command: c.PrepareRound, ctx: Ctx) -> Sequence[Event]:
    """Decide `PrepareRound`."""
    _check_not_over(world)
    planned = [_seat(world, member).member for group in command.groups for member in group]
    if len(set(planned)) < len(planned):
        raise Refusal("placed_twice")
    return (
        e.RoundPrepared(
            round=ctx.new_id(),
            activity=command.activity,
            people=command.people,
            rooms=command.rooms,
            mixing=command.mixing,
            task=_prose(command.task),
            steps=_steps(command.steps),
            minutes=command.minutes,
            groups=command.groups,
        ),
    )


def open_round(world: World, state: BreakoutsState, command: c.OpenRound, ctx: Ctx) -> Sequence[Event]:
    """Decide `OpenRound`."""
    _check_not_over(world)
    current = state.open_round
    if current is not None and command.replaces != current.id:
        raise Refusal("round_open")
    if command.replaces and command.replaces not in state.rounds:
        raise Refusal("unknown_round")
    prepared = None
    if command.round:
        prepared = state.rounds.get(command.round)
        if prepared is None or prepared.stage is not Stage.PREPARED:
            raise Refusal("unknown_round")
    staying = () if current is None else current.rooms
    others = [room.name for room in state.open_rooms() if room.room not in staying]
    groups = _groups(world, command.rooms, others, ctx)
    minutes = command.minutes or (prepared.minutes if prepared else 0)
    opened = e.RoundOpened(
        round=command.round or ctx.new_id(len(groups)),
        activity=prepared.activity if prepared else "",
        groups=groups,
        task=_prose(command.task) or (prepared.task if prepared else ""),
        steps=_steps(command.steps) or (prepared.steps if prepared else ()),
        ends_at=ctx.at + minutes * _MINUTE if minutes else 0,
        grace=command.grace * 1_000,
        late=command.late,
        limit=command.limit,
    )
    return (*(end(state, current) if current else ()), opened)


def _groups(world: World, rooms: Sequence[c.RoomPlan], others: Sequence[str], ctx: Ctx) -> tuple[e.Group, ...]:
    """Return the rooms as they open; nothing of them is possible when one thing is not."""
    if len(rooms) + len(others) > c.MOST_ROOMS:
        raise Refusal("too_many_rooms", limit=c.MOST_ROOMS)
    names = {name_key(name) for name in others}
    belonging: set[MemberId] = set()
    groups = []
    for n, room in enumerate(rooms):
        name = clean(room.name, "name")
        if name_key(name) in names:
            raise Refusal("name_taken")
        names.add(name_key(name))
        check_link(room.link)
        seats = [_seat(world, member) for member in room.members]
        doubled = next((seat.member for seat in seats if seat.member in belonging), "")
        belonging |= {seat.member for seat in seats}
        if doubled or len({seat.member for seat in seats}) < len(seats):
            raise Refusal("placed_twice")
        if room.captain and room.captain not in room.members:
            raise Refusal("captain_elsewhere")
        groups.append(
            e.Group(
                room=ctx.new_id(n),
                name=name,
                members=room.members,
                placed=tuple(seat.member for seat in seats if seat.is_in),
                captain=room.captain,
                link=room.link,
            )
        )
    return tuple(groups)


def reopen(world: World, state: BreakoutsState, command: c.ReopenRound, ctx: Ctx) -> Sequence[Event]:
    """Decide `ReopenRound`: the same rooms with their talk and their work, and who belongs to them."""
    _check_not_over(world)
    known = state.rounds.get(command.round)
    if known is None or known.stage is Stage.PREPARED:
        raise Refusal("unknown_round")
    if known.stage is Stage.OPEN:
        return ()
    if state.current:
        raise Refusal("round_open")
    open_rooms = state.open_rooms()
    if len(open_rooms) + len(known.rooms) > c.MOST_ROOMS:
        raise Refusal("too_many_rooms", limit=c.MOST_ROOMS)
    taken = {name_key(room.name) for room in open_rooms}
    belonging: dict[str, list[MemberId]] = {room: [] for room in known.rooms}
    for member, own in state.assigned.get(known.id, {}).items():
        if own in belonging:
            belonging[own].append(member)
    groups = []
    for key in known.rooms:
        room = state.rooms[key]
        if name_key(room.name) in taken:
            raise Refusal("name_taken")
        groups.append(
            e.Group(
                room=key,
                name=room.name,
                members=tuple(belonging[key]),
                placed=tuple(member for member in belonging[key] if _is_in(world, member)),
                captain=room.captain,
                link=room.link,
            )
        )
    return (
        e.RoundOpened(
            round=known.id,
            activity=known.activity,
            groups=tuple(groups),
            task=known.task,
            steps=known.steps,
            ends_at=ctx.at + command.minutes * _MINUTE if command.minutes else 0,
            grace=known.grace,
            late=known.late,
            limit=known.limit,
        ),
    )


def close(state: BreakoutsState, key: str, grace: Millis, ctx: Ctx) -> Sequence[Event]:
    """Decide `CloseRound`.

    Args:
        state: to read.
        key: which round.
        grace: how long its rooms may go on, in milliseconds.
        ctx: tells the time.
    """
    known = state.rounds.get(key)
    if known is None or known.stage is Stage.PREPARED:
        raise Refusal("unknown_round")
    if known.stage is Stage.CLOSED:
        return ()
    if not grace:
        return end(state, known)
    closes_at = ctx.at + grace
    if known.closes_at and known.closes_at <= closes_at:
        return ()
    return (e.ClosingBegan(round=key, closes_at=closes_at),)


def end(state: BreakoutsState, current: Round) -> Sequence[Event]:
    """Return what closes a round now."""
    rooms = tuple(room for room in current.rooms if state.rooms[room].is_open)
    return (e.RoundClosed(round=current.id, rooms=rooms),)


def set_timer(state: BreakoutsState, key: str, ends_at: Millis, ctx: Ctx) -> Sequence[Event]:
    """Decide `SetTimer`."""
    known = _open_round(state, key)
    if ends_at and ends_at <= ctx.at:
        raise Refusal("time_past")
    if ends_at == known.ends_at and not known.closes_at:
        return ()
    return (e.TimerSet(round=key, ends_at=ends_at),)


def open_room(world: World, state: BreakoutsState, name: str, ctx: Ctx) -> Sequence[Event]:
    """Decide `OpenRoom`."""
    _check_not_over(world)
    title = clean(name, "name")
    open_rooms = state.open_rooms()
    if len(open_rooms) >= c.MOST_ROOMS:
        raise Refusal("too_many_rooms", limit=c.MOST_ROOMS)
    if any(name_key(room.name) == name_key(title) for room in open_rooms):
        raise Refusal("name_taken")
    return (e.RoomAdded(round=state.current or ctx.new_id(1), room=ctx.new_id(), name=title),)


def close_room(state: BreakoutsState, room: str) -> Sequence[Event]:
    """Decide `CloseRoom`."""
    found = state.rooms.get(room)
    if found is None:
        raise Refusal("unknown_room")
    return (e.RoomClosed(room=room),) if found.is_open else ()


def move(world: World, state: BreakoutsState, command: c.MoveMembers, ctx: Ctx) -> Sequence[Event]:
    """Decide `MoveMembers`."""
    place = command.place
    if not world.seats.room_exists(place):
        raise Refusal("unknown_room")
    seats = [_seat(world, member) for member in dict.fromkeys(command.members)]
    if any(not seat.is_in for seat in seats):
        raise Refusal("not_admitted")
    # Who was told to go elsewhere, and is to stay now, has to be told too.
    moving = tuple(seat.member for seat in seats if seat.place != place or seat.member in state.moving)
    if not moving:
        return ()
    if command.grace:
        return (e.MoveAnnounced(members=moving, place=place, at=ctx.at + command.grace * 1_000),)
    return (e.MembersMoved(members=moving, place=place, why=Why.MOVED),)


def place_late(world: World, state: BreakoutsState, member: MemberId) -> Sequence[Event]:
    """Decide `PlaceLate`: back to the room one belongs to, else where the round's rule says."""
    current = state.open_round
    seat = _seat(world, member)
    if current is None or not seat.is_in or seat.role is not Role.LEARNER or seat.place != MAIN:
        return ()
    own = state.assigned.get(current.id, {}).get(member, "")
    if own and state.rooms[own].is_open:
        return (e.MembersMoved(members=(member,), place=room_channel(own), why=Why.BACK),)
    if current.late is not Late.SMALLEST:
        return ()
    places = [room_channel(room) for room in current.rooms if state.rooms[room].is_open]
    smallest = min(places, key=lambda place: _learners_in(world, place))
    return (e.MembersMoved(members=(member,), place=smallest, why=Why.LATE),)


def choose(world: World, state: BreakoutsState, room: str, ctx: Ctx) -> Sequence[Event]:
    """Decide `ChooseRoom`."""
    current = state.open_round
    found = state.rooms.get(room)
    if current is None or found is None or not found.is_open or room not in current.rooms:
        raise Refusal("unknown_room")
    if current.late is not Late.CHOICE:
        raise Refusal("not_yours_to_choose")
    seat = _seat(world, ctx.actor)
    place = room_channel(room)
    if seat.place == place:
        return ()
    if current.limit and _learners_in(world, place) >= current.limit:
        raise Refusal("room_full", limit=current.limit)
    return (e.MembersMoved(members=(ctx.actor,), place=place, why=Why.CHOSEN),)


def _learners_in(world: World, place: str) -> int:
    return sum(seat.role is Role.LEARNER for seat in world.seats.those_in(place))


def _open_round(state: BreakoutsState, key: str) -> Round:
    known = state.rounds.get(key)
    if known is None or known.stage is not Stage.OPEN:
        raise Refusal("unknown_round")
    return known


def _seat(world: World, member: MemberId) -> Seat:
    seat = world.seats.seat(member)
    if seat is None:
        raise Refusal("unknown_member")
    return seat


def _is_in(world: World, member: MemberId) -> bool:
    seat = world.seats.seat(member)
    return seat is not None and seat.is_in


def _check_not_over(world: World) -> None:
    if world.life.phase in _OVER:
        raise Refusal("session_ended")


def _prose(text: str) -> str:
    return clean(text, "task") if text.strip() else ""


def _steps(steps: Iterable[str]) -> tuple[str, ...]:
    return tuple(clean(step, "step") for step in steps if step.strip())
