"""What happens within rooms: how they are doing, what they did, what they answer, and what they are told."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from app.domain.breakouts import commands as c
from app.domain.breakouts import events as e
from app.domain.breakouts.state import BreakoutsState, Room, answer_item
from app.domain.kernel.gate import Outcome, admit, clean
from app.domain.kernel.readings import Submission
from app.domain.kernel.refusal import Refusal
from app.domain.kernel.seats import may_write
from app.domain.kernel.words import Phase, Role, room_channel, room_of

if TYPE_CHECKING:
    from collections.abc import Sequence

    from app.domain.kernel.messages import Event
    from app.domain.kernel.world import Ctx, World

_MINUTE: Final = 60_000


def set_pulse(world: World, state: BreakoutsState, key: str, pulse: e.Pulse, ctx: Ctx) -> Sequence[Event]:
    """Decide `SetPulse`."""
    room = _own_room(world, state, key, ctx)
    return () if room.pulse is pulse and room.pulse_at else (e.PulseSet(room=key, pulse=pulse),)


def tick(world: World, state: BreakoutsState, command: c.TickStep, ctx: Ctx) -> Sequence[Event]:
    """Decide `TickStep`."""
    room = _own_room(world, state, command.room, ctx)
    known = state.rounds.get(room.round)
    if known is None or command.step >= len(known.steps):
        raise Refusal("unknown_step")
    if (command.step in room.done) is command.done:
        return ()
    return (e.StepTicked(room=room.room, step=command.step, done=command.done),)


def ask_time(world: World, state: BreakoutsState, command: c.AskTime, ctx: Ctx) -> Sequence[Event]:
    """Decide `AskTime`."""
    room = _own_room(world, state, command.room, ctx)
    current = state.open_round
    if current is None or room.round != current.id or not (current.ends_at or current.closes_at):
        raise Refusal("no_timer")
    if room.wants == command.minutes:
        return ()
    return (e.TimeAsked(room=room.room, minutes=command.minutes),)


def answer_time(state: BreakoutsState, command: c.AnswerTime, ctx: Ctx) -> Sequence[Event]:
    """Decide `AnswerTime`: the time is the round's, so whoever asked for no more than that is answered with it."""
    room, current = _open(state, command.room), state.open_round
    if not room.wants or current is None or room.round != current.id:
        raise Refusal("no_request")
    if not command.granted:
        return (e.TimeAnswered(room=room.room, minutes=room.wants, granted=False),)
    also = [each for each in state.open_rooms() if each.round == current.id and 0 < each.wants <= room.wants]
    ends_at = max(current.ends_at or current.closes_at, ctx.at) + room.wants * _MINUTE
    return (
        *(e.TimeAnswered(room=each.room, minutes=each.wants, granted=True) for each in also),
        e.TimerSet(round=current.id, ends_at=ends_at),
    )


def name_captain(world: World, state: BreakoutsState, command: c.NameCaptain) -> Sequence[Event]:
    """Decide `NameCaptain`."""
    room = _open(state, command.room)
    if room.captain == command.member:
        return ()
    if command.member:
        seat = world.seats.seat(command.member)
        if seat is None:
            raise Refusal("unknown_member")
        if not seat.is_in or seat.role is not Role.LEARNER or seat.place != room_channel(room.room):
            raise Refusal("captain_elsewhere")
    return (e.CaptainNamed(room=room.room, member=command.member, before=room.captain),)


def answer(world: World, state: BreakoutsState, command: c.AnswerTask, ctx: Ctx) -> Sequence[Event]:
    """Decide `AnswerTask`: two who write at once are told, instead of one losing what the other wrote."""
    room = _own_room(world, state, command.room, ctx)
    known = state.answers.get(room.room)
    revision = 1
    if known is not None:
        revision = len(known.wordings) + 1
        shown, newest = known.shown, known.newest
        if known.visible > command.after and shown is not None and shown.author != ctx.actor:
            raise Refusal("edited_since", revision=known.visible)
        if newest.outcome is Outcome.HELD and newest.author != ctx.actor and not ctx.role.is_staff:
            raise Refusal("answer_waits")
    item = answer_item(room.room)
    submission = Submission(
        kind="room_answer",
        item=item,
        revision=revision,
        channel=room_channel(room.room),
        author=ctx.actor,
        text=command.text,
    )
    admission = admit(world, ctx, submission)
    if known is not None and known.newest.text == admission.text and known.newest.author == ctx.actor:
        return ()
    return (
        e.RoomAnswered(
            item=item,
            revision=revision,
            kind="room_answer",
            channel=room_channel(room.room),
            author=ctx.actor,
            held_by=admission.held_by,
            room=room.room,
            text=admission.text,
        ),
    )


def announce(world: World, state: BreakoutsState, command: c.Announce, ctx: Ctx) -> Sequence[Event]:
    """Decide `Announce`."""
    if world.life.phase in {Phase.ENDED, Phase.ARCHIVED}:
        raise Refusal("session_ended")
    wanted = dict.fromkeys(command.rooms) or [room.room for room in state.open_rooms()]
    rooms = tuple(_open(state, room).room for room in wanted)
    if not rooms:
        raise Refusal("unknown_room")
    return (e.AnnouncementMade(announcement=ctx.new_id(), rooms=rooms, text=clean(command.text, "announcement")),)


def note_read(world: World, state: BreakoutsState, key: str, ctx: Ctx) -> Sequence[Event]:
    """Decide `NoteRead`."""
    seat = world.seats.seat(ctx.actor)
    room = room_of(seat.place) if seat else None
    known = state.announcements.get(key)
    if room is None or known is None or room not in known.rooms or room in known.read or ctx.role.is_staff:
        return ()
    return (e.AnnouncementRead(announcement=key, room=room),)


def _known(state: BreakoutsState, key: str) -> Room:
    room = state.rooms.get(key)
    if room is None:
        raise Refusal("unknown_room")
    return room


def _open(state: BreakoutsState, key: str) -> Room:
    room = _known(state, key)
    if not room.is_open:
        raise Refusal("unknown_room")
    return room


def _own_room(world: World, state: BreakoutsState, key: str, ctx: Ctx) -> Room:
    """Return an open room in which the actor may act: learners in their own, staff in any."""
    room = state.rooms.get(key)
    seat = world.seats.seat(ctx.actor)
    if seat is None or not may_write(seat, room_channel(key)):
        raise Refusal("not_your_channel")
    if room is None or not room.is_open:
        raise Refusal("unknown_room")
    if world.life.phase is not Phase.LIVE and not ctx.role.is_staff:
        raise Refusal("session_not_live", phase=str(world.life.phase))
    return room
