"""What is known of members and rooms, folded from their events."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

import msgspec
from msgspec.structs import replace

from app.domain.kernel.gate import Outcome, TextDecided, name_key
from app.domain.kernel.messages import MemberErased
from app.domain.kernel.places import PlacesChanged
from app.domain.kernel.seats import MemberBarred, Seat, SeatKept, SeatsJoined, SeatsParted, Standing
from app.domain.kernel.words import MAIN, MemberId, Millis, PlaceId, room_channel, room_of
from app.domain.kernel.world import State
from app.domain.roster.events import (
    DoorMode,
    DoorSet,
    MemberAdmitted,
    MemberEntered,
    MemberJoined,
    MemberLeft,
    MemberRemoved,
    MemberRenamed,
    Presence,
    PresenceNoted,
    RoleChanged,
    TokenGranted,
    TokensRevoked,
)

if TYPE_CHECKING:
    from collections.abc import Iterable

    from app.domain.kernel.envelope import Envelope

_NAME_ITEM: Final = "name:"


def name_item(member: MemberId) -> str:
    """Return the id under which a member's name passes the gate."""
    return _NAME_ITEM + member


class NameText(msgspec.Struct, frozen=True, kw_only=True):
    """The newest name a member asked for, and how it stands."""

    text: str
    revision: int
    outcome: Outcome
    reason: str = ""


class PresenceSince(msgspec.Struct, frozen=True):
    """How present a member is, and since when."""

    presence: Presence
    since: Millis


class Room(msgspec.Struct, frozen=True, kw_only=True):
    """A breakout room."""

    room: str
    name: str
    order: int
    is_open: bool = True


class Spare(msgspec.Struct, frozen=True, kw_only=True):
    """A seat that was kept for somebody who sits on another one.

    Attributes:
        seat: as it was kept.
        asked: the newest name that was given to it.
        taken_by: the member whose seat its tokens open.
        tokens: their hashes.
    """

    seat: Seat
    asked: NameText
    taken_by: MemberId
    tokens: tuple[str, ...]


class RosterState(State, kw_only=True):
    """Members, tokens, names, presence and rooms.

    Attributes:
        members: every seat ever given, in order of arrival, but for spare ones.
        spare: the seats that were kept for somebody who sits on another one.
        tokens: token hash to member.
        names: newest name of each member, admitted or not.
        presence: of each member that ever connected.
        rooms: every room, in order of their first opening.
        inside: open room to the members in it.
        left: member to place to the seq of their last leaving it.
        called: what names have in common (`name_key`) to the members who show or ask for one, to find taken names.
        barred: what the names of those who may not come back have in common (`name_key`), to who that is.
        never_in: members who left while they waited, and so were never admitted.
        changed: named things (a member id, `door`, a room id) to the seq of their last change.
    """

    members: dict[MemberId, Seat] = {}
    spare: dict[MemberId, Spare] = {}
    tokens: dict[str, MemberId] = {}
    names: dict[MemberId, NameText] = {}
    languages: dict[MemberId, str] = {}
    presence: dict[MemberId, PresenceSince] = {}
    rooms: dict[str, Room] = {}
    inside: dict[PlaceId, dict[MemberId, bool]] = {}
    left: dict[MemberId, dict[PlaceId, int]] = {}
    called: dict[str, dict[MemberId, bool]] = {}
    barred: dict[str, MemberId] = {}
    never_in: dict[MemberId, bool] = {}
    changed: dict[str, int] = {}
    door: DoorMode = DoorMode.OPEN
    present: int = 0

    def seat(self, member: MemberId) -> Seat | None:
        """Return the member's seat, or None for a stranger."""
        return self.members.get(member)

    def all_seats(self) -> Iterable[Seat]:
        """Return every seat ever given, in order of arrival."""
        return self.members.values()

    def room_exists(self, place: PlaceId) -> bool:
        """Whether the place is the main room or a room that is open."""
        if place == MAIN:
            return True
        room = self.rooms.get(room_of(place) or "")
        return room is not None and room.is_open

    def all_rooms(self) -> Iterable[str]:
        """Return every room there ever was; see `Seats.all_rooms`."""
        return self.rooms

    def left_at(self, member: MemberId, place: PlaceId) -> int:
        """Return the seq at which the member last left that room; 0 if never."""
        return self.left.get(member, {}).get(place, 0)

    def places_left(self, member: MemberId, seq: int) -> Iterable[PlaceId]:
        """Return the rooms that the member left at that very seq."""
        return (place for place, at in self.left.get(member, {}).items() if at == seq)

    def next_number(self) -> int:
        """Return the number of the next seat that is given."""
        return len(self.members) + len(self.spare) + 1

    def is_token_used(self, token_hash: str) -> bool:
        """Whether a token opens a seat already."""
        return token_hash in self.tokens

    def those_in(self, place: PlaceId) -> list[Seat]:
        """Return the admitted members in a place, in order of arrival."""
        if place == MAIN:
            return [seat for seat in self.members.values() if seat.is_in and seat.place == MAIN]
        return sorted((self.members[member] for member in self.inside.get(place, ())), key=lambda seat: seat.number)

    def presence_of(self, member: MemberId) -> Presence:
        """Return how present a member is now."""
        since = self.presence.get(member)
        return since.presence if since else Presence.GONE


def _counts(state: RosterState, member: MemberId) -> bool:
    seat = state.members.get(member)
    return seat is not None and seat.is_in and state.presence_of(member) is not Presence.GONE


def _leave(state: RosterState, member: MemberId, seq: int) -> None:
    place = state.members[member].place
    if place != MAIN:
        state.left.setdefault(member, {})[place] = seq


def _put(state: RosterState, seat: Seat, seq: int) -> None:
    before = _counts(state, seat.member)
    _settle(state, seat)
    state.members[seat.member] = seat
    state.changed[seat.member] = seq
    state.present += _counts(state, seat.member) - before


def _settle(state: RosterState, seat: Seat) -> None:
    """Keep who is in which room in step with a seat that changes."""
    known = state.members.get(seat.member)
    if known is not None and (there := state.inside.get(known.place)) is not None:
        there.pop(seat.member, None)
        if not there:
            del state.inside[known.place]
    if seat.is_in and seat.place != MAIN:
        state.inside.setdefault(seat.place, {})[seat.member] = True


def _change_places(state: RosterState, event: PlacesChanged, seq: int) -> None:
    for room, name in event.opened():
        known = state.rooms.get(room)
        state.rooms[room] = Room(room=room, name=name, order=known.order if known else seq)
        state.changed[room] = seq
    for member, place in event.placed():
        _move(state, member, place, seq)
    for room in event.closed():
        for seat in state.those_in(room_channel(room)):
            _move(state, seat.member, MAIN, seq)
        state.rooms[room] = replace(state.rooms[room], is_open=False)
        state.changed[room] = seq


def _call(state: RosterState, member: MemberId, asked: NameText, **shown: object) -> None:
    """Set the name a member asks for, and the shown one too when given, and keep the index of names in step."""
    _uncall(state, member)
    state.names[member] = asked
    state.members[member] = replace(state.members[member], **shown)
    for key in _keys(state, member):
        state.called.setdefault(key, {})[member] = True


def _uncall(state: RosterState, member: MemberId) -> None:
    for key in _keys(state, member):
        holders = state.called[key]
        del holders[member]
        if not holders:
            del state.called[key]


def _keys(state: RosterState, member: MemberId) -> set[str]:
    asked = state.names.get(member)
    return {name_key(name) for name in (state.members[member].name, asked.text if asked else "") if name}


def _change(state: RosterState, member: MemberId, seq: int, **changes: object) -> None:
    _put(state, replace(state.members[member], **changes), seq)


def _move(state: RosterState, member: MemberId, place: PlaceId, seq: int) -> None:
    _leave(state, member, seq)
    _change(state, member, seq, place=place)


def evolve(state: RosterState, envelope: Envelope) -> None:
    """Fold one envelope into the roster's state."""
    seq = envelope.seq
    match envelope.event:
        case SeatKept() as e:
            _put(
                state,
                Seat(
                    member=e.member,
                    role=e.role,
                    standing=Standing.EXPECTED,
                    number=e.number,
                ),
                seq,
            )
            state.tokens[e.token_hash] = e.member
            _name(state, e.member, e.name, 1, "", seq)
        case MemberJoined() as e:
            _put(state, Seat(member=e.author, role=e.role, standing=e.standing, number=e.number), seq)
            state.tokens[e.token_hash] = e.author
            state.languages[e.author] = e.language
            _name(state, e.author, e.name, e.revision, e.held_by, seq)
        case SeatsJoined(member=member, spare=spare):
            _join(state, member, spare, seq)
        case SeatsParted(member=member, spare=spare):
            _part(state, member, spare, seq)
        case MemberRenamed() as e:
            _name(state, e.author, e.name, e.revision, e.held_by, seq)
        case TextDecided() as e if e.item.startswith(_NAME_ITEM):
            _decide_name(state, e, seq)
        case MemberEntered(member=member, standing=standing):
            state.never_in.pop(member, None)
            _change(state, member, seq, standing=standing)
        case MemberAdmitted(member=member):
            _change(state, member, seq, standing=Standing.ADMITTED)
        case MemberLeft(member=member):
            if state.members[member].standing is Standing.WAITING:
                state.never_in[member] = True
            _move(state, member, MAIN, seq)
            _change(state, member, seq, standing=Standing.LEFT)
        case MemberBarred(member=member):
            for name in {state.members[member].name, state.names[member].text} - {""}:
                state.barred[name_key(name)] = member
        case MemberRemoved(member=member):
            _move(state, member, MAIN, seq)
            _change(state, member, seq, standing=Standing.REMOVED)
        case RoleChanged(member=member, role=role):
            _change(state, member, seq, role=role)
        case TokenGranted(member=member, token_hash=token_hash):
            state.tokens[token_hash] = member
        case TokensRevoked(member=member):
            state.tokens = {key: holder for key, holder in state.tokens.items() if holder != member}
            for key, one in state.spare.items():
                if one.taken_by == member:
                    state.spare[key] = replace(one, tokens=())
            state.changed[member] = seq
        case DoorSet(mode=mode):
            state.door = mode
            state.changed["door"] = seq
        case PlacesChanged() as e:
            _change_places(state, e, seq)
        case PresenceNoted(changes=changes):
            for change in changes:
                before = _counts(state, change.member)
                state.presence[change.member] = PresenceSince(change.presence, change.at)
                state.present += _counts(state, change.member) - before
        case MemberErased(member=member):
            state.barred = {name: who for name, who in state.barred.items() if who != member}
            if member in state.spare:
                one = state.spare[member]
                seat, asked = replace(one.seat, name="", name_revision=0), replace(one.asked, text="", reason="")
                state.spare[member] = replace(one, seat=seat, asked=asked)
            elif member in state.names:
                _call(state, member, replace(state.names[member], text="", reason=""), name="")
                state.changed[member] = seq
        case _:
            pass


def _join(state: RosterState, member: MemberId, spare: MemberId, seq: int) -> None:
    """Take a kept seat away, and let its tokens open another one."""
    tokens = tuple(key for key, holder in state.tokens.items() if holder == spare)
    _uncall(state, spare)
    seat, asked = state.members.pop(spare), state.names.pop(spare)
    state.spare[spare] = Spare(seat=seat, asked=asked, taken_by=member, tokens=tokens)
    state.tokens.update(dict.fromkeys(tokens, member))
    state.changed[spare] = seq
    if state.members[member].standing is Standing.WAITING:
        _change(state, member, seq, standing=Standing.ADMITTED)
    state.changed[member] = seq


def _part(state: RosterState, member: MemberId, spare: MemberId, seq: int) -> None:
    """Keep a seat again, with the tokens that it had unless they were revoked."""
    one = state.spare.pop(spare)
    # Unnamed at first: the index of names does not know it any more.
    _put(state, replace(one.seat, name="", name_revision=0), seq)
    _call(state, spare, one.asked, name=one.seat.name, name_revision=one.seat.name_revision)
    state.tokens.update(dict.fromkeys(one.tokens, spare))
    state.changed[member] = seq


def _name(state: RosterState, member: MemberId, text: str, revision: int, held_by: str, seq: int) -> None:
    state.changed[member] = seq
    if held_by:
        _call(state, member, NameText(text=text, revision=revision, outcome=Outcome.HELD))
    else:
        asked = NameText(text=text, revision=revision, outcome=Outcome.PUBLISHED)
        _call(state, member, asked, name=text, name_revision=revision)


def _decide_name(state: RosterState, decided: TextDecided, seq: int) -> None:
    member = decided.item.removeprefix(_NAME_ITEM)
    name = state.names.get(member)
    if name is None or name.revision != decided.revision:
        return
    state.changed[member] = seq
    asked = replace(name, outcome=decided.outcome, reason=decided.reason)
    if decided.outcome is Outcome.PUBLISHED:
        _call(state, member, asked, name=name.text, name_revision=name.revision)
    elif state.members[member].name_revision == decided.revision or decided.hides_all:
        # A name that was shown is taken back: the number stands in for it until another one is admitted.
        _call(state, member, asked, name="", name_revision=0)
    else:
        _call(state, member, asked)


def text_of(state: RosterState, item: str, revision: int) -> str | None:
    """Return the name that a name item's revision asks for; None when it is not the newest."""
    if not item.startswith(_NAME_ITEM):
        return None
    name = state.names.get(item.removeprefix(_NAME_ITEM))
    return name.text if name and name.revision == revision else None
