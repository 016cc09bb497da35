"""What learners see of one another and of where they are."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from app.domain.kernel.gate import Outcome, TextDecided
from app.domain.kernel.messages import MemberErased
from app.domain.kernel.places import PlacesChanged
from app.domain.kernel.seats import SeatsJoined, SeatsParted
from app.domain.kernel.views import CLASS, PEOPLE, Audience, Collection, Field, Touch, me, place_audience
from app.domain.kernel.words import MAIN, room_channel, room_of
from app.domain.roster import events as e
from app.domain.roster.state import RosterState

if TYPE_CHECKING:
    from collections.abc import Iterable

    from app.domain.kernel.envelope import Envelope
    from app.domain.kernel.seats import Seat
    from app.domain.kernel.views import Json
    from app.domain.kernel.words import MemberId
    from app.domain.kernel.world import World


def _roster(world: World) -> RosterState:
    return world.state(RosterState)


def _card(seat: Seat) -> dict[str, Any]:
    card: dict[str, Any] = {"number": seat.number, "role": str(seat.role)}
    if seat.name:
        card["name"] = seat.name
    return card


def _present(world: World, audience: Audience) -> Json | None:  # noqa: ARG001 (every field's shape)
    return _roster(world).present or None


def _door(world: World, audience: Audience) -> Json | None:  # noqa: ARG001 (every field's shape)
    return str(_roster(world).door)


def _staff_keys(world: World, audience: Audience) -> Iterable[str]:  # noqa: ARG001 (every collection's shape)
    return [seat.member for seat in _roster(world).members.values() if seat.role.is_staff and seat.is_in]


def _staff_entry(world: World, audience: Audience, key: str) -> Json | None:  # noqa: ARG001
    seat = _roster(world).members.get(key)
    return _card(seat) if seat and seat.role.is_staff and seat.is_in else None


def _people_keys(world: World, audience: Audience) -> Iterable[str]:  # noqa: ARG001
    return [seat.member for seat in _roster(world).members.values() if seat.is_in]


def _people_entry(world: World, audience: Audience, key: str) -> Json | None:  # noqa: ARG001
    roster = _roster(world)
    seat = roster.members.get(key)
    if seat is None or not seat.is_in:
        return None
    return _card(seat) | {"presence": str(roster.presence_of(key))}


def _room_name(world: World, audience: Audience) -> Json | None:
    room = _roster(world).rooms.get(audience.key)
    return room.name if room else None


def _room_open(world: World, audience: Audience) -> Json | None:
    room = _roster(world).rooms.get(audience.key)
    return True if room and room.is_open else None


def _room_keys(world: World, audience: Audience) -> Iterable[str]:
    return [seat.member for seat in _roster(world).those_in(room_channel(audience.key))]


def _room_entry(world: World, audience: Audience, key: str) -> Json | None:
    seat = _roster(world).members.get(key)
    if seat is None or not seat.is_in or seat.place != room_channel(audience.key):
        return None
    return _card(seat) | {"presence": str(_roster(world).presence_of(key))}


def _my_seat(world: World, audience: Audience) -> Json | None:
    seat = _roster(world).members.get(audience.key)
    if seat is None:
        return None
    return _card(seat) | {"member": seat.member, "standing": str(seat.standing), "place": seat.place}


def _my_name(world: World, audience: Audience) -> Json | None:
    name = _roster(world).names.get(audience.key)
    if name is None or name.outcome is Outcome.PUBLISHED or not name.text:
        return None
    asked: dict[str, Any] = {"text": name.text, "state": str(name.outcome), "revision": name.revision}
    return asked | {"reason": name.reason} if name.reason else asked


PARTS = (
    Field("class", "present", _present),
    Field("class", "door", _door),
    Collection("class", "staff", _staff_keys, _staff_entry),
    Collection("people", "members", _people_keys, _people_entry),
    Field("room", "name", _room_name),
    Field("room", "open", _room_open),
    Collection("room", "members", _room_keys, _room_entry),
    Field("me", "seat", _my_seat),
    Field("me", "asked_name", _my_name),
)


def _touch_member(world: World, member: MemberId) -> Iterable[Touch]:
    seat = _roster(world).members.get(member)
    if seat is None:
        return
    yield Touch(me(member), "seat")
    yield Touch(me(member), "asked_name")
    yield Touch(PEOPLE, "members", member)
    yield Touch(CLASS, "present")
    yield Touch(CLASS, "staff", member)
    if seat.place != MAIN:
        yield Touch(place_audience(seat.place), "members", member)


def _touch_left_rooms(world: World, members: Iterable[MemberId], seq: int) -> Iterable[Touch]:
    left = _roster(world).left
    for member in members:
        for place, at in left.get(member, {}).items():
            if at == seq:
                yield Touch(place_audience(place), "members", member)


def _touch_places(world: World, event: PlacesChanged, seq: int) -> Iterable[Touch]:
    """Return what a change of places changed, linear in the people and rooms that it is about."""
    roster = _roster(world)
    for room, _name in event.opened():
        yield Touch(Audience("room", room), "name")
        yield Touch(Audience("room", room), "open")
    moved = dict.fromkeys(member for member, _place in event.placed())
    for room in event.closed():
        yield Touch(Audience("room", room), "open")
        yield Touch(Audience("room", room), "members")
    if event.closed():
        moved |= dict.fromkeys(member for member, places in roster.left.items() if seq in places.values())
    for member in moved:
        yield Touch(me(member), "seat")
        if (seat := roster.members.get(member)) is not None and seat.place != MAIN:
            yield Touch(place_audience(seat.place), "members", member)
    yield from _touch_left_rooms(world, moved, seq)


def touched(world: World, envelope: Envelope) -> Iterable[Touch]:
    """Return what an envelope changed in the roster's views."""
    members: Iterable[MemberId] = ()
    match envelope.event:
        case e.MemberJoined(author=member) | e.MemberRenamed(author=member):
            members = (member,)
        case TextDecided(author=member, item=item) if item.startswith("name:"):
            members = (member,)
        case (
            e.MemberInvited(member=member)
            | e.MemberEntered(member=member)
            | e.MemberAdmitted(member=member)
            | e.MemberLeft(member=member)
            | e.MemberRemoved(member=member)
            | e.RoleChanged(member=member)
            | MemberErased(member=member)
        ):
            members = (member,)
        case SeatsJoined(member=member, spare=spare) | SeatsParted(member=member, spare=spare):
            members = (member,)
            yield Touch(me(spare), "seat")
            yield Touch(me(spare), "asked_name")
        case PlacesChanged() as changed:
            yield from _touch_places(world, changed, envelope.seq)
            return
        case e.PresenceNoted(changes=changes):
            yield Touch(CLASS, "present")
            for change in changes:
                yield Touch(PEOPLE, "members", change.member)
                seat = _roster(world).members.get(change.member)
                if seat and room_of(seat.place) is not None:
                    yield Touch(place_audience(seat.place), "members", change.member)
            return
        case e.DoorSet():
            yield Touch(CLASS, "door")
            return
        case _:
            return
    for member in members:
        yield from _touch_member(world, member)
    yield from _touch_left_rooms(world, members, envelope.seq)
