"""Who is expected, and which of those who came they are."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, assert_never

import msgspec
from msgspec.structs import replace

from app.domain.expected import commands as c
from app.domain.expected import events as e
from app.domain.kernel.gate import clean
from app.domain.kernel.messages import MemberErased
from app.domain.kernel.refusal import Refusal
from app.domain.kernel.seats import Seat, Standing
from app.domain.kernel.words import MemberId, Phase, Role
from app.domain.kernel.world import State

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from app.domain.kernel.envelope import Envelope
    from app.domain.kernel.messages import Command, Event
    from app.domain.kernel.world import Ctx, World

MAX_PEOPLE: Final = 2_000
"""How many people a class may expect."""

NAME_LENGTH: Final = 60
"""The longest name that a seat carries, in code points; a longer one is cut."""

_OVER: Final = frozenset({Phase.ENDED, Phase.ARCHIVED})


class Person(msgspec.Struct, frozen=True, kw_only=True):
    """Somebody on the list.

    Attributes:
        person: the id of the seat that was kept for them.
        order: the place of the record that brought them.
        matched: the member they turned out to be; empty while they are expected, or came on the seat kept for them.
    """

    person: MemberId
    order: int
    first_name: str = ""
    surname: str = ""
    email: str = ""
    employer: str = ""
    group: str = ""
    needs: str = ""
    matched: MemberId = ""

    @property
    def name(self) -> str:
        """First name and surname, or what stands in for them; empty after erasure."""
        return name_of(self.first_name, self.surname, self.email)

    @property
    def member(self) -> MemberId:
        """The seat that is theirs."""
        return self.matched or self.person


class ExpectedState(State, kw_only=True):
    """The list.

    Attributes:
        people: everybody on it, by the id of the seat that was kept for them, in the order they came onto it.
        matched: members who came by the code to the person they are.
        changed: person to the seq of the last change to them.
    """

    people: dict[MemberId, Person] = {}
    matched: dict[MemberId, MemberId] = {}
    changed: dict[MemberId, int] = {}

    def of(self, member: MemberId) -> Person | None:
        """Return what the list says of a member, whether they came on their own seat or were matched."""
        return self.people.get(self.matched.get(member, member))


def name_of(first_name: str, surname: str, email: str) -> str:
    """Return what somebody is called: first name and surname, else what stands before the @ of their address."""
    full = " ".join(part for part in (first_name, surname) if part)
    return (full or email.partition("@")[0])[:NAME_LENGTH].strip()


def decide(world: World, command: Command, ctx: Ctx) -> Sequence[Event]:
    """Decide one command about the people expected; see `Capability.decide`."""
    state = world.state(ExpectedState)
    match command:
        case c.ExpectPeople(people=people):
            return _expect(world, state, people, ctx)
        case c.RevisePerson(person=person):
            known = state.people.get(person)
            if known is None:
                raise Refusal("unknown_member")
            details = _details(command)
            if all(getattr(known, name) == value for name, value in details.items()):
                return ()
            return (e.PersonRevised(person=person, **details),)
        case c.MatchPeople(pairs=pairs):
            return _match(world, state, pairs)
        case c.UnmatchPeople(members=members):
            found = {member: state.matched[member] for member in members if member in state.matched}
            return [e.PersonUnmatched(member=member, spare=person) for member, person in found.items()]
        case _:
            assert_never(command)  # type: ignore[arg-type]  # the registry hands over this capability's commands only


def _expect(world: World, state: ExpectedState, people: Sequence[c.NewPerson], ctx: Ctx) -> Sequence[Event]:
    if world.life.phase in _OVER:
        raise Refusal("session_ended")
    if len(state.people) + len(people) > MAX_PEOPLE:
        raise Refusal("too_many_people", limit=MAX_PEOPLE)
    seats, number = world.seats, world.seats.next_number()
    if len({person.token_hash for person in people}) < len(people):
        raise Refusal("token_used")
    made: list[Event] = []
    for n, person in enumerate(people):
        if seats.is_token_used(person.token_hash):
            raise Refusal("token_used")
        details = _details(person)
        made.append(
            e.PersonExpected(
                member=ctx.new_id(n),
                role=Role.LEARNER,
                number=number + n,
                token_hash=person.token_hash,
                name=name_of(details["first_name"], details["surname"], details["email"]),
                **details,
            )
        )
    return made


def _details(given: c.NewPerson | c.RevisePerson) -> dict[str, str]:
    details = {name: _line(getattr(given, name)) for name in e.DETAILS}
    if not name_of(details["first_name"], details["surname"], details["email"]):
        raise Refusal("text_empty")
    return details


def _line(text: str) -> str:
    return clean(text, "title") if text.strip() else ""


def _match(world: World, state: ExpectedState, pairs: Sequence[c.Pair]) -> Sequence[Event]:
    made: dict[MemberId, Event] = {}
    taken: set[MemberId] = set()
    for pair in pairs:
        if state.matched.get(pair.arrival) == pair.person:
            continue
        if pair.person not in state.people:
            raise Refusal("unknown_member")
        arrival, kept = world.seats.seat(pair.arrival), world.seats.seat(pair.person)
        if arrival is None:
            raise Refusal("unknown_member")
        if kept is None or kept.standing is not Standing.EXPECTED or pair.person in taken:
            raise Refusal("has_come")
        if state.of(pair.arrival) is not None or pair.arrival in made or not _is_stranger(arrival):
            raise Refusal("not_a_stranger")
        taken.add(pair.person)
        made[pair.arrival] = e.PersonMatched(member=pair.arrival, spare=pair.person)
    return list(made.values())


def _is_stranger(seat: Seat) -> bool:
    return not seat.role.is_staff and seat.standing not in {Standing.REMOVED, Standing.EXPECTED}


def strangers(world: World) -> Iterable[Seat]:
    """Return the learners who take part or wait and are nobody on the list, in order of arrival."""
    state = world.state(ExpectedState)
    here = {Standing.ADMITTED, Standing.WAITING}
    return (
        seat
        for seat in world.seats.all_seats()
        if seat.role is Role.LEARNER and seat.standing in here and state.of(seat.member) is None
    )


def missing(world: World) -> Iterable[Person]:
    """Return the people on the list for whom a seat is still kept, in the order of the list."""
    for person in world.state(ExpectedState).people.values():
        seat = None if person.matched else world.seats.seat(person.person)
        if seat is not None and seat.standing is Standing.EXPECTED:
            yield person


def evolve(state: ExpectedState, envelope: Envelope) -> None:
    """Fold one envelope into the list."""
    match envelope.event:
        case e.PersonExpected() as event:
            details = {name: getattr(event, name) for name in e.DETAILS}
            state.people[event.member] = Person(person=event.member, order=envelope.seq, **details)
            state.changed[event.member] = envelope.seq
        case e.PersonRevised() as event:
            details = {name: getattr(event, name) for name in e.DETAILS}
            _change(state, event.person, envelope.seq, **details)
        case e.PersonMatched(member=member, spare=person):
            state.matched[member] = person
            _change(state, person, envelope.seq, matched=member)
        case e.PersonUnmatched(member=member, spare=person):
            del state.matched[member]
            _change(state, person, envelope.seq, matched="")
        case MemberErased(member=member) if member in state.people:
            _change(state, member, envelope.seq, **dict.fromkeys(e.DETAILS, ""))
        case _:
            pass


def _change(state: ExpectedState, person: MemberId, seq: int, **changes: object) -> None:
    state.people[person] = replace(state.people[person], **changes)
    state.changed[person] = seq


def changed_at(world: World, command: Command) -> int:
    """Return the seq at which what the command acts on last changed."""
    if isinstance(command, c.RevisePerson):
        return world.state(ExpectedState).changed.get(command.person, 0)
    return 0
