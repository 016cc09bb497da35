"""The rooms as rows, made from the state: how each is doing, and which one needs a person most."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from enum import IntEnum
from typing import TYPE_CHECKING, Final

from app.domain.breakouts.events import Pulse
from app.domain.breakouts.state import BreakoutsState, Room, Round, Stage
from app.domain.discussion.state import DiscussionState
from app.domain.kernel.powers import captain_there
from app.domain.kernel.words import Role, room_channel
from app.domain.roster.events import Presence
from app.domain.roster.state import RosterState
from app.domain.session.decider import SessionState
from ui.bridge.names import member_name

if TYPE_CHECKING:
    from collections.abc import Sequence

    from app.domain.kernel.world import World

SILENT_MS: Final = 180_000
"""After how long without a message a room that writes counts as silent."""

STUCK_MS: Final = 420_000
"""After how long without a step or a word of its own a room that talks aloud is worth a look."""

_NEWEST: Final = 200
"""On how many of a room's newest messages the spread of contributions is counted."""


class Need(IntEnum):
    """Why a room needs somebody, the most pressing first."""

    HELP = 0
    HAND = 1
    EMPTY = 2
    TIME = 3
    DROPPED = 4
    SILENT = 5
    STUCK = 6
    COMING = 7
    NOTHING = 8
    DONE = 9


@dataclass(frozen=True)
class Person:
    """Somebody in a room.

    Attributes:
        member: their id.
        name: as it is shown.
        presence: how present their devices are.
        said: how many of the room's newest messages are theirs.
    """

    member: str
    name: str
    presence: Presence
    said: int


@dataclass(frozen=True)
class RoomRow:
    """A room at a glance.

    Attributes:
        room: its id.
        name: what it is called.
        need: why it needs somebody.
        since: since when; 0 when it has no beginning.
        people: who is in it.
        staff: the names of the staff in it.
        messages: how many were written.
        last_at: when something was last written; 0 when nothing was.
        pulse: what it says of itself; none while it said nothing.
        done: how many steps it did.
        steps: of how many.
        claimed_by: who takes its call for help; empty for nobody.
        answered: whether its answer is there.
        captain: the captain who is in it, as a member; empty for nobody.
        wants: the minutes more that it asks for; 0 while it does not.
    """

    room: str
    name: str
    need: Need
    since: int
    people: tuple[Person, ...]
    staff: tuple[str, ...]
    messages: int
    last_at: int
    pulse: Pulse | None
    done: int
    steps: int
    claimed_by: str
    answered: bool
    captain: str = ""
    wants: int = 0


def talks_aloud(world: World, room: Room) -> bool:
    """Tell whether a room talks rather than writes: in one place, or in a call.

    Args:
        world: to read.
        room: which one.
    """
    session = world.state(SessionState)
    return bool(room.link or session.meeting_link or session.nearby)


def radar(world: World, now: int) -> tuple[RoomRow, ...]:
    """List the open rooms, the one that needs somebody most first.

    Args:
        world: to read.
        now: the class's time, in milliseconds.
    """
    state = world.state(BreakoutsState)
    rows = [room_row(world, room, now) for room in state.open_rooms()]
    order = {room.room: place for place, room in enumerate(state.open_rooms())}
    return tuple(sorted(rows, key=lambda row: (row.need, row.since or now, order[row.room])))


def room_row(world: World, room: Room, now: int) -> RoomRow:
    """Make the row of one room.

    Args:
        world: to read.
        room: which one.
        now: the class's time, in milliseconds.
    """
    state, discussion, roster = world.state(BreakoutsState), world.state(DiscussionState), world.state(RosterState)
    place = room_channel(room.room)
    seats = roster.those_in(place)
    shown = discussion.shown.get(place, [])
    said = Counter(discussion.messages[key].author for key in shown[-_NEWEST:])
    learners = [seat for seat in seats if not seat.role.is_staff]
    people = tuple(
        Person(seat.member, member_name(world, seat.member), roster.presence_of(seat.member), said[seat.member])
        for seat in learners
    )
    last_at = discussion.messages[shown[-1]].at if shown else 0
    hands = [hand.since for seat in learners if (hand := discussion.hands.get(seat.member)) is not None]
    known = state.rounds.get(room.round)
    need, since = _need(room, people, last_at, min(hands, default=0), now, aloud=talks_aloud(world, room))
    return RoomRow(
        room=room.room,
        name=room.name,
        need=need,
        since=since,
        people=people,
        staff=tuple(member_name(world, seat.member) for seat in seats if seat.role.is_staff),
        messages=len(shown),
        last_at=last_at,
        pulse=room.pulse if room.pulse_at else None,
        done=len(room.done),
        steps=len(known.steps) if known else 0,
        claimed_by=member_name(world, room.claimed_by) if room.claimed_by else "",
        answered=room.room in state.answers,
        captain=captain_there(world, place),
        wants=room.wants,
    )


def _need(
    room: Room, people: Sequence[Person], last_at: int, hand_at: int, now: int, *, aloud: bool
) -> tuple[Need, int]:
    if room.called_at:
        return (Need.COMING if room.claimed_by else Need.HELP), room.called_at
    if hand_at:
        return Need.HAND, hand_at
    if not people:
        return Need.EMPTY, 0
    if room.wants:
        return Need.TIME, room.wants_at
    if room.pulse_at and room.pulse is Pulse.TIME:
        return Need.TIME, room.pulse_at
    if room.pulse_at and room.pulse is Pulse.DONE:
        return Need.DONE, room.pulse_at
    if any(person.presence is Presence.GONE for person in people):
        return Need.DROPPED, 0
    quiet_since = max(last_at, room.opened_at)
    if aloud:
        # Nobody writes where people talk: such a room is looked at when nothing of its work moves.
        told = max(quiet_since, room.pulse_at)
        return (Need.STUCK, told) if now - told >= STUCK_MS and not room.done else (Need.NOTHING, 0)
    return (Need.SILENT, quiet_since) if now - quiet_since >= SILENT_MS else (Need.NOTHING, 0)


@dataclass(frozen=True)
class AnswerRow:
    """What a room answered.

    Attributes:
        room: its id.
        name: what it is called.
        text: its answer; empty while there is none.
        author: who wrote it down; empty while there is none.
        held: whether a newer wording waits to be admitted.
        people: the names of those who belong to it.
        done: how many steps it did.
        steps: of how many.
    """

    room: str
    name: str
    text: str
    author: str
    held: bool
    people: tuple[str, ...]
    done: int
    steps: int


def wall(world: World, key: str) -> tuple[AnswerRow, ...]:
    """Lay the answers of a round side by side, in the order of its rooms.

    Args:
        world: to read.
        key: the round.
    """
    state = world.state(BreakoutsState)
    known = state.rounds.get(key)
    if known is None:
        return ()
    belonging: dict[str, list[str]] = {room: [] for room in known.rooms}
    for member, room in state.assigned.get(key, {}).items():
        if room in belonging and (seat := world.seats.seat(member)) is not None and seat.role is Role.LEARNER:
            belonging[room].append(member_name(world, member))
    rows = []
    for room in known.rooms:
        answer, shown = state.answers.get(room), None
        if answer is not None:
            shown = answer.shown
        rows.append(
            AnswerRow(
                room=room,
                name=state.rooms[room].name,
                text=shown.text if shown else "",
                author=member_name(world, shown.author) if shown else "",
                held=answer is not None and answer.visible < len(answer.wordings),
                people=tuple(belonging[room]),
                done=len(state.rooms[room].done),
                steps=len(known.steps),
            )
        )
    return tuple(rows)


def closed_rounds(world: World) -> tuple[Round, ...]:
    """List the rounds that are over, the last first.

    Args:
        world: to read.
    """
    rounds = world.state(BreakoutsState).rounds.values()
    closed = [each for each in rounds if each.stage is Stage.CLOSED]
    return tuple(sorted(closed, key=lambda each: -each.closed_at))


def prepared_rounds(world: World) -> tuple[Round, ...]:
    """List the rounds that are ready to be opened, in the order of the plan.

    Args:
        world: to read.
    """
    rounds = world.state(BreakoutsState).rounds.values()
    return tuple(each for each in rounds if each.stage is Stage.PREPARED)
