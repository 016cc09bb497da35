"""What is known of rounds and their rooms, folded from events."""

from __future__ import annotations

from enum import StrEnum
from typing import TYPE_CHECKING, assert_never

import msgspec
from msgspec.structs import replace

from app.domain.breakouts import events as e
from app.domain.breakouts.events import Late, Mixing, Pulse, Why
from app.domain.kernel.gate import Outcome, TextDecided
from app.domain.kernel.help import HelpEvent, HelpTurn
from app.domain.kernel.messages import MemberErased
from app.domain.kernel.places import PlacesChanged
from app.domain.kernel.seats import SeatVacated
from app.domain.kernel.words import MemberId, Millis, PlaceId, room_of
from app.domain.kernel.world import State

if TYPE_CHECKING:
    from collections.abc import Iterable

    from app.domain.kernel.envelope import Envelope

_ANSWER_ITEM = "answer:"


class Stage(StrEnum):
    """Where a round is in its life."""

    PREPARED = "prepared"
    OPEN = "open"
    CLOSED = "closed"


class Round(msgspec.Struct, frozen=True, kw_only=True):
    """One set of rooms.

    Attributes:
        id: its id.
        order: the seq at which it was first heard of.
        stage: where it is in its life.
        activity: the activity that it belongs to; empty for none.
        people: how many were to be in each room; 0 for no plan.
        room_count: how many rooms were planned; 0 for no plan.
        mixing: who was to meet whom.
        task: what each room is to do.
        steps: in which steps.
        minutes: how long it was planned to last; 0 for an open end.
        rooms: its rooms, open or not, in their order.
        opened_at: when it last opened; 0 before.
        ends_at: when its time is up; 0 for an open end.
        closes_at: when its rooms close, once they were told; 0 before.
        closed_at: when it last closed; 0 before.
        grace: how long its rooms may finish their sentence, in milliseconds.
        late: where late arrivals go.
        limit: how many may choose one room; 0 for no limit.
        planned: who was to be with whom, when it was formed beforehand.
    """

    id: str
    order: int
    stage: Stage
    activity: str = ""
    people: int = 0
    room_count: int = 0
    mixing: Mixing = Mixing.RANDOM
    task: str = ""
    steps: tuple[str, ...] = ()
    minutes: int = 0
    rooms: tuple[str, ...] = ()
    opened_at: Millis = 0
    ends_at: Millis = 0
    closes_at: Millis = 0
    closed_at: Millis = 0
    grace: Millis = 0
    late: Late = Late.MAIN
    limit: int = 0
    planned: tuple[tuple[str, ...], ...] = ()


class Room(msgspec.Struct, frozen=True, kw_only=True):
    """One room and how it is doing.

    Attributes:
        room: its id.
        name: what it is called.
        round: its round; empty for rooms of the first versions, which had none.
        is_open: whether people may be in it.
        opened_at: when it last opened.
        captain: who speaks for it; empty for nobody.
        link: a meeting of its own; empty for none.
        pulse: what it says of itself.
        pulse_at: since when; 0 while it said nothing.
        called_at: since when it calls for help; 0 while it does not.
        claimed_by: the staff member who takes the call; empty for nobody.
        done: the steps that it did.
        wants: the minutes more that it asks for; 0 while it does not.
        wants_at: when it last asked; 0 before.
        wants_by: who asked.
        told: the minutes that staff answered about last, as they granted them; less than 0 when they did not.
    """

    room: str
    name: str
    round: str = ""
    is_open: bool = True
    opened_at: Millis = 0
    captain: MemberId = ""
    link: str = ""
    pulse: Pulse = Pulse.FINE
    pulse_at: Millis = 0
    called_at: Millis = 0
    claimed_by: MemberId = ""
    done: tuple[int, ...] = ()
    wants: int = 0
    wants_at: Millis = 0
    wants_by: MemberId = ""
    told: int = 0


class Wording(msgspec.Struct, frozen=True, kw_only=True):
    """One text of a room's answer, who wrote it, and how it stands."""

    text: str
    author: MemberId
    at: Millis
    outcome: Outcome
    reason: str = ""


class Answer(msgspec.Struct, frozen=True, kw_only=True):
    """A room's answer: every text that it ever had, and the one that is shown (from 1; 0 while none is admitted)."""

    wordings: tuple[Wording, ...]
    visible: int = 0

    @property
    def shown(self) -> Wording | None:
        """The text that is shown."""
        return self.wordings[self.visible - 1] if self.visible else None

    @property
    def newest(self) -> Wording:
        """The newest text, admitted or not."""
        return self.wordings[-1]


class Announcement(msgspec.Struct, frozen=True, kw_only=True):
    """What staff told rooms, and which of these have it before their eyes."""

    id: str
    author: MemberId
    at: Millis
    order: int
    text: str
    rooms: tuple[str, ...]
    read: tuple[str, ...] = ()


class Moving(msgspec.Struct, frozen=True):
    """Where somebody will be, and when."""

    place: PlaceId
    at: Millis


class Arrival(msgspec.Struct, frozen=True):
    """How somebody came where they are, and when."""

    place: PlaceId
    why: Why
    at: Millis


class BreakoutsState(State, kw_only=True):
    """Rounds, their rooms, and what happens in them.

    Attributes:
        rounds: every round, in the order in which they were heard of.
        rooms: every room ever opened.
        current: the open round; empty while none is.
        assigned: round to member to the room they belong to.
        moving: who was told that they will be moved.
        arrivals: how each member came where they are, when it was not with the whole round.
        answers: room to its answer.
        announcements: by id, in the order of time.
        told: open room to the announcements that it was to hear.
        changed: named things (a round, a member, `rounds`) to the seq of their last change.
    """

    rounds: dict[str, Round] = {}
    rooms: dict[str, Room] = {}
    current: str = ""
    assigned: dict[str, dict[MemberId, str]] = {}
    moving: dict[MemberId, Moving] = {}
    arrivals: dict[MemberId, Arrival] = {}
    answers: dict[str, Answer] = {}
    announcements: dict[str, Announcement] = {}
    told: dict[str, list[str]] = {}
    changed: dict[str, int] = {}

    @property
    def open_round(self) -> Round | None:
        """The round that is open."""
        return self.rounds.get(self.current)

    def open_rooms(self) -> list[Room]:
        """Return the rooms that are open, in order of opening."""
        return [room for room in self.rooms.values() if room.is_open]


def answer_item(room: str) -> str:
    """Return the id under which a room's answer passes the gate."""
    return _ANSWER_ITEM + room


def room_of_answer(item: str) -> str | None:
    """Return the room whose answer an item is; None when it is no answer."""
    return item.removeprefix(_ANSWER_ITEM) if item.startswith(_ANSWER_ITEM) else None


def evolve(state: BreakoutsState, envelope: Envelope) -> None:
    """Fold one envelope into the breakouts' state."""
    event, seq, at = envelope.event, envelope.seq, envelope.at
    if isinstance(event, PlacesChanged):
        _change_places(state, event, seq, at)
    match event:
        case e.TimerSet(round=key, ends_at=ends_at):
            state.rounds[key] = replace(state.rounds[key], ends_at=ends_at, closes_at=0)
            state.changed[key] = seq
        case e.ClosingBegan(round=key, closes_at=closes_at):
            state.rounds[key] = replace(state.rounds[key], closes_at=closes_at)
            state.changed[key] = seq
        case e.RoundPrepared() as prepared:
            _prepare(state, prepared, seq)
        case e.MoveAnnounced(members=members, place=place, at=when):
            for member in members:
                state.moving[member] = Moving(place, when)
                state.changed[member] = seq
        case SeatVacated(member=member):
            state.moving.pop(member, None)
            state.changed[member] = seq
            for room in [room for room in state.rooms.values() if room.claimed_by == member]:
                state.rooms[room.room] = replace(room, claimed_by="")
        case MemberErased(member=member):
            _erase(state, member)
        case _:
            _evolve_room(state, envelope)


def _evolve_room(state: BreakoutsState, envelope: Envelope) -> None:
    """Fold what happens within rooms."""
    at = envelope.at
    match envelope.event:
        case e.PulseSet(room=key, pulse=pulse):
            room = state.rooms[key]
            called_at = (room.called_at or at) if pulse is Pulse.HELP else 0
            claimed_by = room.claimed_by if called_at else ""
            state.rooms[key] = replace(room, pulse=pulse, pulse_at=at, called_at=called_at, claimed_by=claimed_by)
        case HelpEvent() as helped:
            _help(state, helped, envelope.actor, at)
        case e.StepTicked(room=key, step=step, done=done):
            room = state.rooms[key]
            steps = {*room.done, step} if done else {*room.done} - {step}
            state.rooms[key] = replace(room, done=tuple(sorted(steps)))
        case e.CaptainNamed(room=key, member=member):
            state.rooms[key] = replace(state.rooms[key], captain=member)
            state.changed["captain:" + key] = envelope.seq
        case e.TimeAsked(room=key, minutes=minutes):
            room = state.rooms[key]
            state.rooms[key] = replace(room, wants=minutes, wants_at=at, wants_by=envelope.actor, told=0)
            state.changed["time:" + key] = envelope.seq
        case e.TimeAnswered(room=key, minutes=minutes, granted=granted):
            room = state.rooms[key]
            # What asked for time in its pulse has its answer.
            pulse = Pulse.FINE if room.pulse is Pulse.TIME and granted else room.pulse
            state.rooms[key] = replace(room, wants=0, told=minutes if granted else -minutes, pulse=pulse)
            state.changed["time:" + key] = envelope.seq
        case e.RoomAnswered() as answered:
            _answer(state, answered, at)
        case TextDecided() as decided if (answered_in := room_of_answer(decided.item) or "") in state.answers:
            state.answers[answered_in] = _decided(state.answers[answered_in], decided)
        case e.AnnouncementMade() as made:
            state.announcements[made.announcement] = Announcement(
                id=made.announcement, author=envelope.actor, at=at, order=envelope.seq, text=made.text, rooms=made.rooms
            )
            for key in made.rooms:
                state.told.setdefault(key, []).append(made.announcement)
        case e.AnnouncementRead(announcement=announcement, room=key):
            known = state.announcements[announcement]
            state.announcements[announcement] = replace(known, read=(*known.read, key))
        case _:
            pass


def _help(state: BreakoutsState, event: HelpEvent, actor: MemberId, at: Millis) -> None:
    """Fold what became of a room's call, which is decided where people's calls are."""
    room = state.rooms.get(room_of(event.where()) or "")
    if room is None:
        return
    match event.turn():
        case HelpTurn.TAKEN:
            room = replace(room, claimed_by=actor)
        case HelpTurn.RELEASED:
            room = replace(room, claimed_by="")
        case HelpTurn.WANTED:
            room = replace(room, pulse=Pulse.HELP, pulse_at=at, called_at=at, claimed_by="")
        case HelpTurn.GIVEN | HelpTurn.WITHDRAWN:
            pulse = Pulse.FINE if room.pulse is Pulse.HELP else room.pulse
            room = replace(room, pulse=pulse, pulse_at=at, called_at=0, claimed_by="")
        case turn:
            assert_never(turn)
    state.rooms[room.room] = room


def _prepare(state: BreakoutsState, event: e.RoundPrepared, seq: int) -> None:
    state.rounds[event.round] = Round(
        id=event.round,
        order=seq,
        stage=Stage.PREPARED,
        activity=event.activity,
        people=event.people,
        room_count=event.rooms,
        mixing=event.mixing,
        task=event.task,
        steps=event.steps,
        minutes=event.minutes,
        planned=event.groups,
    )
    state.changed[event.round] = seq


def _change_places(state: BreakoutsState, event: PlacesChanged, seq: int, at: Millis) -> None:
    """Fold who is where, of this version's events and of the first ones' alike."""
    for key, name in event.opened():
        known = state.rooms.get(key)
        state.rooms[key] = (
            replace(known, name=name, is_open=True, opened_at=at) if known else Room(room=key, name=name, opened_at=at)
        )
    match event:
        case e.RoundOpened():
            _open(state, event, seq, at)
        case e.RoomAdded(round=key, room=room):
            _add(state, key, room, seq, at)
        case _:
            pass
    _place(state, event, seq, at)
    closed = tuple(event.closed())
    for key in closed:
        state.rooms[key] = replace(state.rooms[key], is_open=False, called_at=0, claimed_by="")
    if closed:
        gone = set(closed)
        state.moving = {who: moving for who, moving in state.moving.items() if room_of(moving.place) not in gone}
        state.arrivals = {who: came for who, came in state.arrivals.items() if room_of(came.place) not in gone}
        _end(state, closed, seq, at)


def _place(state: BreakoutsState, event: PlacesChanged, seq: int, at: Millis) -> None:
    why = event.why if isinstance(event, e.MembersMoved) else None
    assigned = state.assigned.setdefault(state.current, {}) if state.current else {}
    for member, place in event.placed():
        state.moving.pop(member, None)
        state.changed[member] = seq
        if why is None:
            state.arrivals.pop(member, None)
        else:
            state.arrivals[member] = Arrival(place, why, at)
        room = room_of(place)
        if room is not None:
            assigned[member] = room
        else:
            assigned.pop(member, None)


def _open(state: BreakoutsState, event: e.RoundOpened, seq: int, at: Millis) -> None:
    known = state.rounds.get(event.round) or Round(id=event.round, order=seq, stage=Stage.OPEN)
    state.rounds[event.round] = replace(
        known,
        stage=Stage.OPEN,
        activity=event.activity,
        task=event.task,
        steps=event.steps,
        rooms=tuple(group.room for group in event.groups),
        opened_at=at,
        ends_at=event.ends_at,
        closes_at=0,
        grace=event.grace,
        late=event.late,
        limit=event.limit,
    )
    state.assigned[event.round] = {member: group.room for group in event.groups for member in group.members}
    for group in event.groups:
        room = state.rooms[group.room]
        pulse = room.pulse if room.pulse is not Pulse.HELP else Pulse.FINE
        state.rooms[group.room] = replace(
            room, round=event.round, captain=group.captain, link=group.link, pulse=pulse, pulse_at=0, wants=0, told=0
        )
    state.current = event.round
    state.changed[event.round] = state.changed["rounds"] = seq


def _add(state: BreakoutsState, key: str, room: str, seq: int, at: Millis) -> None:
    known = state.rounds.get(key)
    if known is None:
        known = Round(id=key, order=seq, stage=Stage.OPEN, opened_at=at)
        state.changed["rounds"] = seq
    state.rounds[key] = replace(known, rooms=(*known.rooms, room))
    state.rooms[room] = replace(state.rooms[room], round=key)
    state.current = key


def _end(state: BreakoutsState, closed: Iterable[str], seq: int, at: Millis) -> None:
    """Close the round when its last room closed."""
    for key in closed:
        state.changed[key] = seq
    current = state.open_round
    if current is not None and not any(state.rooms[key].is_open for key in current.rooms):
        state.rounds[current.id] = replace(current, stage=Stage.CLOSED, closed_at=at, closes_at=0)
        state.changed[current.id] = state.changed["rounds"] = seq
        state.current = ""


def _answer(state: BreakoutsState, event: e.RoomAnswered, at: Millis) -> None:
    known = state.answers.get(event.room)
    outcome = Outcome.HELD if event.held_by else Outcome.PUBLISHED
    wording = Wording(text=event.text, author=event.author, at=at, outcome=outcome)
    state.answers[event.room] = Answer(
        wordings=(*(known.wordings if known else ()), wording),
        visible=(known.visible if known else 0) if event.held_by else event.revision,
    )


def _decided(answer: Answer, decided: TextDecided) -> Answer:
    wordings = list(answer.wordings)
    index = decided.revision - 1
    wordings[index] = replace(wordings[index], outcome=decided.outcome, reason=decided.reason)
    visible = answer.visible
    if decided.outcome is Outcome.PUBLISHED:
        visible = max(visible, decided.revision)
    elif visible == decided.revision or decided.hides_all:
        visible = 0
    return Answer(wordings=tuple(wordings), visible=visible)


def _erase(state: BreakoutsState, member: MemberId) -> None:
    for key, answer in list(state.answers.items()):
        if any(wording.author == member for wording in answer.wordings):
            blank = tuple(
                replace(wording, text="", reason="") if wording.author == member else wording
                for wording in answer.wordings
            )
            state.answers[key] = replace(answer, wordings=blank)
    for key, made in list(state.announcements.items()):
        if made.author == member:
            state.announcements[key] = replace(made, text="")


def text_of(state: BreakoutsState, item: str, revision: int) -> str | None:
    """Return one text of a room's answer; None when there is none such."""
    answer = state.answers.get(room_of_answer(item) or "")
    return answer.wordings[revision - 1].text if answer and 0 < revision <= len(answer.wordings) else None
