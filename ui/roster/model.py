"""The people as rows, in sections, made from the state."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

from app.domain.discussion.state import DiscussionState
from app.domain.kernel.gate import Outcome
from app.domain.kernel.seats import Seat, Standing
from app.domain.kernel.words import MAIN, Role, room_channel
from app.domain.remarks.decider import RemarksState
from app.domain.roster.events import Presence
from app.domain.roster.state import RosterState
from app.domain.support.state import SupportState
from ui.bridge.names import member_name
from ui.debate.model import waiting as heard
from ui.leads.model import is_captain, leads_until
from ui.shell.actions import plain

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from app.domain.kernel.world import World


class Kind(StrEnum):
    """The sections, in the order they stand; there is one `ROOM` for each open room."""

    HANDS = "hands"
    DOOR = "door"
    MAIN = "main"
    ROOM = "room"
    EXPECTED = "expected"
    GONE = "gone"


@dataclass(frozen=True)
class SectionRow:
    """The heading of a section.

    Attributes:
        kind: which section.
        count: how many people stand under it.
        place: where they are, for the main room and the rooms.
        title: the room's name, for a room.
    """

    kind: Kind
    count: int
    place: str = ""
    title: str = ""

    @property
    def key(self) -> str:
        """What the row is known by."""
        return f"{self.kind}/{self.place}"


@dataclass(frozen=True)
class PersonRow:
    """A person.

    Attributes:
        kind: the section they stand under.
        member: their id.
        name: as it is shown.
        asked_name: another name that they ask for, still held; empty when there is none.
        role: what they are.
        standing: how far in.
        place: where they are.
        presence: how present their devices are; none when they never connected.
        since: since when, in milliseconds since 1970; 0 when unknown.
        hand: since when their hand is up; 0 when it is down.
        me: whether it is oneself.
        pending: whether something about them waits for the relay.
        leads_until: until when they lead a topic or a room, in milliseconds since 1970; 0 when they do not.
        captain: whether they are captain of the room in which they are.
        calls: whether they call for help.
        noted: whether the staff have a private note about them.
    """

    kind: Kind
    member: str
    name: str
    asked_name: str
    role: Role
    standing: Standing
    place: str
    presence: Presence | None
    since: int
    hand: int
    me: bool
    pending: bool
    leads_until: int = 0
    captain: bool = False
    calls: bool = False
    noted: bool = False

    @property
    def key(self) -> str:
        """What the row is known by; who has a hand up stands in two sections."""
        return f"{'hands/' if self.kind is Kind.HANDS else ''}{self.member}"


Row = SectionRow | PersonRow


def people(
    world: World, *, me: str, query: str = "", is_pending: Callable[[str], bool] = lambda _id: False
) -> tuple[Row, ...]:
    """Make the rows of the People panel.

    Args:
        world: to read.
        me: who looks.
        query: only people whose name answers it; every section when empty.
        is_pending: tells whether something about a member waits for the relay.
    """
    roster = world.state(RosterState)
    wanted = plain(query).split()

    def rows(kind: Kind, seats: Iterable[Seat]) -> list[PersonRow]:
        made = [_person(world, kind, seat, me=me, pending=is_pending(seat.member)) for seat in seats]
        return [row for row in made if all(word in plain(row.name) for word in wanted)]

    everyone = list(roster.members.values())
    inside = [seat for seat in everyone if seat.is_in]
    by_place: dict[str, list[Seat]] = {}
    for seat in inside:
        by_place.setdefault(seat.place, []).append(seat)
    raised = [roster.members[hand.member] for hand in heard(world)]
    sections: list[tuple[SectionRow, list[PersonRow]]] = []

    def section(kind: Kind, found: list[PersonRow], place: str = "", title: str = "") -> None:
        always = kind in {Kind.MAIN, Kind.ROOM} and not wanted
        if found or always:
            sections.append((SectionRow(kind, len(found), place, title), found))

    section(Kind.HANDS, rows(Kind.HANDS, raised))
    section(Kind.DOOR, rows(Kind.DOOR, (seat for seat in everyone if seat.standing is Standing.WAITING)))
    section(Kind.MAIN, _ordered(rows(Kind.MAIN, by_place.get(MAIN, []))), MAIN)
    for room in sorted(roster.rooms.values(), key=lambda each: each.order):
        if room.is_open:
            place = room_channel(room.room)
            section(Kind.ROOM, _ordered(rows(Kind.ROOM, by_place.get(place, []))), place, room.name)
    section(Kind.EXPECTED, rows(Kind.EXPECTED, (seat for seat in everyone if seat.standing is Standing.EXPECTED)))
    gone = (seat for seat in everyone if seat.standing in {Standing.LEFT, Standing.REMOVED})
    section(Kind.GONE, rows(Kind.GONE, gone))
    made: list[Row] = []
    for heading, found in sections:
        made += [heading, *found]
    return tuple(made)


_RANK = {Role.HOST: 0, Role.COFACILITATOR: 1, Role.LEARNER: 2, Role.OBSERVER: 3, Role.RELAY: 4}


def _ordered(rows: list[PersonRow]) -> list[PersonRow]:
    """Put staff first, then by name: presence changes all the time, and nobody finds a name in a list that moves."""
    return sorted(rows, key=lambda row: (_RANK[row.role], plain(row.name), row.member))


def _person(world: World, kind: Kind, seat: Seat, *, me: str, pending: bool) -> PersonRow:
    roster = world.state(RosterState)
    since = roster.presence.get(seat.member)
    hand = world.state(DiscussionState).hands.get(seat.member)
    asked = roster.names.get(seat.member)
    return PersonRow(
        kind=kind,
        member=seat.member,
        name=member_name(world, seat.member),
        asked_name=asked.text if asked is not None and asked.outcome is Outcome.HELD else "",
        role=seat.role,
        standing=seat.standing,
        place=seat.place,
        presence=since.presence if since is not None else None,
        since=since.since if since is not None else 0,
        hand=hand.since if hand is not None else 0,
        me=seat.member == me,
        pending=pending,
        leads_until=leads_until(world, seat.member),
        captain=is_captain(world, seat.member, seat.place),
        calls=seat.member in world.state(SupportState).open_calls,
        noted=bool(world.state(RemarksState).about(seat.member)),
    )


def dropped(world: World) -> tuple[PersonRow, ...]:
    """List the learners who should be here and whose devices are gone.

    Args:
        world: to read.
    """
    roster = world.state(RosterState)
    return tuple(
        _person(world, Kind.MAIN, seat, me="", pending=False)
        for seat in roster.members.values()
        if seat.is_in
        and not seat.role.is_staff
        and (since := roster.presence.get(seat.member)) is not None
        and since.presence is Presence.GONE
    )


def waiting(world: World) -> tuple[PersonRow, ...]:
    """List who waits at the door, in the order they came.

    Args:
        world: to read.
    """
    roster = world.state(RosterState)
    seats = (seat for seat in roster.members.values() if seat.standing is Standing.WAITING)
    return tuple(_person(world, Kind.DOOR, seat, me="", pending=False) for seat in seats)
