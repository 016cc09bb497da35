"""What learners see of the rooms: the round in the class's document, their room in its own, their moves in theirs."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

from app.domain.breakouts import events as e
from app.domain.breakouts.events import Late
from app.domain.breakouts.state import BreakoutsState, Room, room_of_answer
from app.domain.kernel.gate import Outcome, TextDecided, TextSubmitted
from app.domain.kernel.help import HelpEvent
from app.domain.kernel.messages import MemberErased
from app.domain.kernel.places import PlacesChanged
from app.domain.kernel.seats import SeatVacated
from app.domain.kernel.views import CLASS, Audience, Collection, Field, Touch, me
from app.domain.kernel.words import MemberId, room_channel, room_of

if TYPE_CHECKING:
    from collections.abc import Iterable

    from app.domain.kernel.envelope import Envelope
    from app.domain.kernel.views import Json
    from app.domain.kernel.world import World

ANNOUNCEMENTS: Final = 5
"""How many announcements, the newest, a room's document holds."""


def _state(world: World) -> BreakoutsState:
    return world.state(BreakoutsState)


def _room_of(world: World, audience: Audience) -> Room | None:
    return _state(world).rooms.get(audience.key)


def _round(world: World, audience: Audience) -> Json | None:  # noqa: ARG001 (every field's shape)
    current = _state(world).open_round
    if current is None:
        return None
    entry: dict[str, Any] = {"id": current.id, "opened_at": current.opened_at, "rooms": len(current.rooms)}
    if current.late is Late.CHOICE:
        entry["choice"] = True
    if current.ends_at:
        entry["ends_at"] = current.ends_at
    if current.closes_at:
        entry["closes_at"] = current.closes_at
    return entry


def _choice_keys(world: World, audience: Audience) -> Iterable[str]:  # noqa: ARG001 (every collection's shape)
    current = _state(world).open_round
    return current.rooms if current is not None and current.late is Late.CHOICE else ()


def _choice_entry(world: World, audience: Audience, key: str) -> Json | None:  # noqa: ARG001
    state = _state(world)
    current, room = state.open_round, state.rooms.get(key)
    if current is None or current.late is not Late.CHOICE or room is None or not room.is_open:
        return None
    if key not in current.rooms:
        return None
    entry: dict[str, Any] = {
        "name": room.name,
        "order": current.rooms.index(key),
        "people": len(world.seats.those_in(room_channel(key))),
    }
    return entry | {"limit": current.limit} if current.limit else entry


def _task(world: World, audience: Audience) -> Json | None:
    state = _state(world)
    room = state.rooms.get(audience.key)
    known = state.rounds.get(room.round) if room else None
    return (known.task or None) if known else None


def _step_keys(world: World, audience: Audience) -> Iterable[str]:
    state = _state(world)
    room = state.rooms.get(audience.key)
    known = state.rounds.get(room.round) if room else None
    return [str(step) for step in range(len(known.steps))] if known else ()


def _step_entry(world: World, audience: Audience, key: str) -> Json | None:
    state = _state(world)
    room = state.rooms.get(audience.key)
    known = state.rounds.get(room.round) if room else None
    step = int(key)
    if room is None or known is None or step >= len(known.steps):
        return None
    entry: dict[str, Any] = {"text": known.steps[step], "order": step}
    return entry | {"done": True} if step in room.done else entry


def _pulse(world: World, audience: Audience) -> Json | None:
    room = _room_of(world, audience)
    return {"pulse": str(room.pulse), "at": room.pulse_at} if room and room.pulse_at else None


def _help(world: World, audience: Audience) -> Json | None:
    room = _room_of(world, audience)
    if room is None or not room.called_at:
        return None
    return {"since": room.called_at} | _named(world, room.claimed_by)


def _answer(world: World, audience: Audience) -> Json | None:
    answer = _state(world).answers.get(audience.key)
    shown = answer.shown if answer else None
    if answer is None or shown is None:
        return None
    entry: dict[str, Any] = {"revision": answer.visible, "at": shown.at} | _named(world, shown.author)
    return entry | ({"text": shown.text} if shown.text else {"erased": True})


def _captain(world: World, audience: Audience) -> Json | None:
    room = _room_of(world, audience)
    return room.captain or None if room else None


def _time(world: World, audience: Audience) -> Json | None:
    """Say that the room asks for more time, and what staff answered about it last."""
    room = _room_of(world, audience)
    if room is None or not (room.wants or room.told):
        return None
    state = "asked" if room.wants else "granted" if room.told > 0 else "declined"
    return {"minutes": room.wants or abs(room.told), "state": state, "at": room.wants_at} | _named(world, room.wants_by)


def _link(world: World, audience: Audience) -> Json | None:
    room = _room_of(world, audience)
    return room.link or None if room else None


def _told_keys(world: World, audience: Audience) -> Iterable[str]:
    return _state(world).told.get(audience.key, [])[-ANNOUNCEMENTS:]


def _told_entry(world: World, audience: Audience, key: str) -> Json | None:
    told = _state(world).announcements.get(key)
    if told is None or audience.key not in told.rooms or not told.text:
        return None
    entry: dict[str, Any] = {"text": told.text, "at": told.at, "order": told.order} | _named(world, told.author)
    return entry | {"read": True} if audience.key in told.read else entry


def _moving(world: World, audience: Audience) -> Json | None:
    state = _state(world)
    moving = state.moving.get(audience.key)
    if moving is None:
        return None
    room = state.rooms.get(room_of(moving.place) or "")
    entry: dict[str, Any] = {"place": moving.place, "at": moving.at}
    return entry | {"name": room.name} if room else entry


def _arrival(world: World, audience: Audience) -> Json | None:
    came = _state(world).arrivals.get(audience.key)
    return {"place": came.place, "why": str(came.why), "at": came.at} if came else None


def _own_answer(world: World, audience: Audience) -> Json | None:
    """Say how one's own wording of the room's answer stands while it is not shown."""
    seat = world.seats.seat(audience.key)
    room = room_of(seat.place) if seat else None
    answer = _state(world).answers.get(room or "")
    if room is None or answer is None:
        return None
    newest = answer.newest
    if newest.author != audience.key or newest.outcome is Outcome.PUBLISHED or not newest.text:
        return None
    entry: dict[str, Any] = {"room": room, "text": newest.text, "state": str(newest.outcome)}
    return entry | {"reason": newest.reason} if newest.reason else entry


def _named(world: World, member: MemberId) -> dict[str, Any]:
    """Return how a document names a person: by their name, or by their number."""
    seat = world.seats.seat(member) if member else None
    if seat is None:
        return {}
    entry: dict[str, Any] = {"by": seat.member, "number": seat.number}
    return entry | {"name": seat.name} if seat.name else entry


PARTS: Final = (
    Field("class", "round", _round),
    Collection("class", "rooms", _choice_keys, _choice_entry),
    Field("room", "task", _task),
    Collection("room", "steps", _step_keys, _step_entry),
    Field("room", "pulse", _pulse),
    Field("room", "help", _help),
    Field("room", "answer", _answer),
    Field("room", "captain", _captain),
    Field("room", "time", _time),
    Field("room", "link", _link),
    Collection("room", "told", _told_keys, _told_entry, windowed=True),
    Field("me", "moving", _moving),
    Field("me", "arrival", _arrival),
    Field("me", "answer", _own_answer),
)


def _whole_room(room: str) -> Iterable[Touch]:
    audience = Audience("room", room)
    for part in PARTS:
        if part.kind == "room":
            yield Touch(audience, part.name)


def _touch_choice(world: World) -> Iterable[Touch]:
    """Return the rooms to choose from, each of which says how many are in it."""
    yield Touch(CLASS, "rooms")
    for room in _choice_keys(world, CLASS):
        yield Touch(CLASS, "rooms", room)


def _touch_person(member: MemberId) -> Iterable[Touch]:
    for name in ("moving", "arrival", "answer"):
        yield Touch(me(member), name)


def _touch_name(world: World, member: MemberId) -> Iterable[Touch]:
    """Return where a person's name stands."""
    state = _state(world)
    for room in state.rooms.values():
        audience = Audience("room", room.room)
        if room.claimed_by == member:
            yield Touch(audience, "help")
        if room.wants_by == member:
            yield Touch(audience, "time")
        answer = state.answers.get(room.room)
        if answer and answer.shown and answer.shown.author == member:
            yield Touch(audience, "answer")
        for key in _told_keys(world, audience):
            if state.announcements[key].author == member:
                yield Touch(audience, "told", key)


def _touch_places(world: World, event: PlacesChanged) -> Iterable[Touch]:
    yield Touch(CLASS, "round")
    yield from _touch_choice(world)
    for room, _name in event.opened():
        yield from _whole_room(room)
    gone = tuple(event.closed())
    for room in gone:
        yield from _whole_room(room)
    for member, _place in event.placed():
        yield from _touch_person(member)
    if gone:
        # Whoever was in a room that closed has nothing of it left in their own document.
        for seat in world.seats.all_seats():
            yield from _touch_person(seat.member)


def touched(world: World, envelope: Envelope) -> Iterable[Touch]:
    """Return what an envelope changed in the breakouts' views."""
    event = envelope.event
    match event:
        case PlacesChanged():
            yield from _touch_places(world, event)
        case e.TimerSet() | e.ClosingBegan():
            yield Touch(CLASS, "round")
        case e.MoveAnnounced(members=members):
            for member in members:
                yield Touch(me(member), "moving")
        case e.CaptainNamed(room=room):
            yield Touch(Audience("room", room), "captain")
        case e.TimeAsked(room=room) | e.TimeAnswered(room=room):
            yield Touch(Audience("room", room), "time")
            yield Touch(Audience("room", room), "pulse")
        case HelpEvent() if (helped := room_of(event.where())) is not None:
            yield Touch(Audience("room", helped), "pulse")
            yield Touch(Audience("room", helped), "help")
        case e.StepTicked(room=room, step=step):
            yield Touch(Audience("room", room), "steps", str(step))
        case e.RoomAnswered(room=room, author=author):
            yield from _touch_answer(world, room, author)
        case TextDecided(item=item, author=author) if (answered := room_of_answer(item)) is not None:
            yield from _touch_answer(world, answered, author)
        case e.AnnouncementMade(rooms=rooms, announcement=key):
            for room in rooms:
                yield Touch(Audience("room", room), "told", key)
        case e.AnnouncementRead(room=room, announcement=key):
            yield Touch(Audience("room", room), "told", key)
        case SeatVacated(member=member):
            yield from _touch_choice(world)
            yield from _touch_person(member)
            for room in _state(world).rooms:
                yield Touch(Audience("room", room), "help")
        case MemberErased(member=member):
            yield from _touch_person(member)
            yield from _touch_name(world, member)
        case TextSubmitted(kind="name", author=member, revision=revision) if revision > 1:
            yield from _touch_name(world, member)
        case TextDecided(author=member, item=item) if item.startswith("name:"):
            yield from _touch_name(world, member)
        case _:
            pass


def _touch_answer(world: World, room: str, author: MemberId) -> Iterable[Touch]:
    yield Touch(Audience("room", room), "answer")
    answer = _state(world).answers.get(room)
    authors = {author} | {wording.author for wording in answer.wordings} if answer else {author}
    for member in authors:
        yield Touch(me(member), "answer")
