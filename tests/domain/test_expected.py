"""The people expected: one seat each whatever happens, links that open it, and a list that no learner ever reads."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from app.domain.expected import commands as c
from app.domain.expected.decider import ExpectedState, Person, missing, strangers
from app.domain.kernel.refusal import Refusal
from app.domain.kernel.seats import Standing
from app.domain.kernel.views import CLASS, PEOPLE, me
from app.domain.kernel.words import RELAY, Role, derived_id
from app.domain.roster import commands as r
from app.domain.roster.events import DoorMode
from app.domain.session.commands import EndSession
from tests.domain.classroom import Classroom, sha
from tests.domain.refusals import refused
from tests.drawing import drawn

if TYPE_CHECKING:
    from collections.abc import Sequence

    from app.domain.kernel.messages import Command


def new(name: str, **details: str) -> c.NewPerson:
    """Return somebody to expect, whose token is called as they are."""
    return c.NewPerson(token_hash=sha(name), first_name=name, **details)


def expects(room: Classroom, host: str, *people: c.NewPerson) -> list[str]:
    """Put people on the list, and return their ids."""
    command_id = room.new_id()
    room.do(host, c.ExpectPeople(people=people), command_id=command_id)
    return [derived_id(command_id, host, n) for n in range(len(people))]


def matches(room: Classroom, host: str, arrival: str, person: str) -> None:
    """Say who somebody is."""
    room.do(host, c.MatchPeople(pairs=(c.Pair(arrival=arrival, person=person),)))


def listed(room: Classroom) -> Sequence[Person]:
    """Return everybody on the list."""
    return list(room.world.state(ExpectedState).people.values())


def test_one_command_keeps_a_seat_for_each_of_three_hundred():
    room, host = Classroom.live()
    people = expects(room, host, *(new(f"Ana {n}", employer="Ville") for n in range(300)))

    assert [room.seat(person).standing for person in people] == [Standing.EXPECTED] * 300
    assert [room.roster.tokens[sha(f"Ana {n}")] for n in range(300)] == people
    assert len({seat.number for seat in room.roster.members.values()}) == 301
    assert len(list(missing(room.world))) == 300


def test_all_of_a_list_is_taken_or_nothing_of_it():
    room, host = Classroom.live()
    expects(room, host, new("Ana"))
    for people, code in (
        ((new("Ben"), new("Ana")), "token_used"),
        ((new("Ben"), new("Ben")), "token_used"),
        ((new("Ben"), c.NewPerson(token_hash=sha("x"), employer="Ville")), "text_empty"),
        ((new("Ben"), new("Caro", needs="x" * 300)), "text_too_long"),
        (tuple(new(str(n)) for n in range(2_000)), "too_many_people"),
    ):
        with refused(code):
            room.do(host, c.ExpectPeople(people=people))

    assert [person.name for person in listed(room)] == ["Ana"]


def test_who_is_expected_passes_the_lobby_by_their_link():
    room, host = Classroom.live()
    room.do(host, r.SetDoor(mode=DoorMode.ASK))
    (ana,) = expects(room, host, new("Ana"))
    room.enters(ana)

    assert room.seat(ana).is_in
    assert list(missing(room.world)) == []


def test_two_people_may_have_one_name():
    room, host = Classroom.live()
    people = expects(room, host, new("Ana"), c.NewPerson(token_hash=sha("the other"), first_name="Ana"))
    for person in people:
        room.enters(person)

    assert [room.seat(person).name for person in people] == ["Ana", "Ana"]


def test_an_arrival_keeps_seat_and_messages_and_the_personal_link_opens_that_seat():
    room, host = Classroom.live()
    (ana,) = expects(room, host, new("Ana"))
    arrival = room.joins("Ana")
    room.says(arrival, "Good morning")
    room.keep_all()
    matches(room, host, arrival, ana)

    assert room.roster.tokens[sha("Ana")] == arrival
    assert room.class_messages() == ["Good morning"]
    assert ana not in room.roster.members
    assert [person.member for person in listed(room)] == [arrival]
    assert list(strangers(room.world)) == []
    room.check_documents()


def test_who_waits_at_the_door_is_let_in_when_it_is_known_who_they_are():
    room, host = Classroom.live()
    room.do(host, r.SetDoor(mode=DoorMode.ASK))
    (ana,) = expects(room, host, new("Ana"))
    arrival = room.joins("A. Martin")
    assert room.seat(arrival).standing is Standing.WAITING

    matches(room, host, arrival, ana)
    assert room.seat(arrival).is_in


def test_a_match_can_be_taken_back_and_each_link_opens_its_own_seat_again():
    room, host = Classroom.live()
    (ana,) = expects(room, host, new("Ana", email="ana@example.org"))
    arrival = room.joins("Somebody")
    matches(room, host, arrival, ana)
    room.do(host, c.UnmatchPeople(members=(arrival,)))

    assert room.roster.tokens[sha("Ana")] == ana
    assert room.seat(ana).standing is Standing.EXPECTED
    assert room.seat(ana).name == "Ana"
    assert [seat.member for seat in strangers(room.world)] == [arrival]
    assert room.do(host, c.UnmatchPeople(members=(arrival,)))[0].type == "command.noted"


def test_a_link_that_was_revoked_meanwhile_stays_without_effect():
    room, host = Classroom.live()
    (ana,) = expects(room, host, new("Ana"))
    arrival = room.joins("Somebody")
    matches(room, host, arrival, ana)
    room.do(host, r.RevokeTokens(member=arrival))
    room.do(host, c.UnmatchPeople(members=(arrival,)))

    assert sha("Ana") not in room.roster.tokens


def test_nobody_is_matched_who_has_come_or_is_known_or_leads():
    room, host = Classroom.live()
    ana, ben = expects(room, host, new("Ana"), new("Ben"))
    room.enters(ana)
    one, two = room.joins("One"), room.joins("Two")
    with refused("has_come"):
        matches(room, host, one, ana)
    with refused("not_a_stranger"):
        matches(room, host, ana, ben)
    with refused("not_a_stranger"):
        matches(room, host, host, ben)
    with refused("unknown_member"):
        matches(room, host, "nobody", ben)
    with refused("unknown_member"):
        matches(room, host, one, two)
    with refused("has_come"):
        pairs = (c.Pair(arrival=one, person=ben), c.Pair(arrival=two, person=ben))
        room.do(host, c.MatchPeople(pairs=pairs))

    matches(room, host, one, ben)
    (caro,) = expects(room, host, new("Caro"))
    with refused("not_a_stranger"):
        matches(room, host, one, caro)
    assert room.do(host, c.MatchPeople(pairs=(c.Pair(arrival=one, person=ben),)))[0].type == "command.noted"


def test_several_are_matched_at_once():
    room, host = Classroom.live()
    people = expects(room, host, new("Ana"), new("Ben"))
    arrivals = [room.joins("Ana"), room.joins("Ben")]
    pairs = tuple(c.Pair(arrival=a, person=p) for a, p in zip(arrivals, people, strict=True))
    room.do(host, c.MatchPeople(pairs=pairs))

    assert [person.member for person in listed(room)] == arrivals


def test_details_can_be_put_right():
    room, host = Classroom.live()
    (ana,) = expects(room, host, new("Ana", surname="Marin"))
    room.do(host, c.RevisePerson(person=ana, first_name="Ana", surname="Martin", needs="Large type"))

    assert listed(room)[0].name == "Ana Martin"
    assert listed(room)[0].needs == "Large type"
    again = room.do(host, c.RevisePerson(person=ana, first_name="Ana", surname="Martin", needs="Large type"))
    assert [event.type for event in again] == ["command.noted"]
    with refused("text_empty"):
        room.do(host, c.RevisePerson(person=ana, needs="Large type"))
    with refused("unknown_member"):
        room.do(host, c.RevisePerson(person="nobody", surname="x"))


def test_a_class_that_is_over_expects_nobody():
    room, host = Classroom.live()
    room.do(host, EndSession())

    with refused("session_ended"):
        expects(room, host, new("Ana"))


def test_erasing_a_member_erases_what_the_list_says_of_them():
    room, host = Classroom.live()
    (ana,) = expects(room, host, new("Ana", surname="Martin", email="ana@example.org", needs="Large type"))
    arrival = room.joins("Ana M.")
    matches(room, host, arrival, ana)
    erased = [event.member for event in room.do(host, r.EraseMember(member=arrival)) if hasattr(event, "member")]

    assert erased == [arrival, ana]
    assert listed(room)[0] == Person(person=ana, order=listed(room)[0].order, matched=arrival)
    assert room.roster.spare[ana].seat.name == ""


def test_somebody_without_a_name_is_called_by_their_address():
    room, host = Classroom.live()
    (ana,) = expects(room, host, c.NewPerson(token_hash=sha("x"), email="ana.martin@example.org"))

    assert room.seat(ana).name == "ana.martin"


# --- whatever happens -------------------------------------------------------------------------------------------------


def asked(kind: str, host: str, arrival: str, person: str) -> tuple[str, Command]:
    """Return who asks for what, at a step called by a letter."""
    match kind:
        case "m":
            return host, c.MatchPeople(pairs=(c.Pair(arrival=arrival, person=person),))
        case "u":
            return host, c.UnmatchPeople(members=(arrival,))
        case "e":
            return RELAY, r.EnterSession(member=person)
        case "l":
            return (arrival if arrival != "nobody" else host), r.LeaveSession()
        case "r":
            return host, r.RemoveMember(member=arrival)
        case _:
            return host, r.EraseMember(member=person)


SECRET = "secret-of-the-list"  # what no learner may read


@settings(max_examples=drawn(30))
@given(st.lists(st.tuples(st.sampled_from("jjmmmueelrx"), st.integers(0, 5), st.integers(0, 5)), max_size=40))
def test_nobody_has_two_seats_and_every_link_opens_its_persons_seat(steps: list[tuple[str, int, int]]):
    """Through joins, matches, undoing, leaving and erasing; nothing of the list leaks."""
    room, host = Classroom.live()
    names = [f"P{n}" for n in range(6)]
    people = expects(
        room,
        host,
        *(new(name, email=f"{SECRET}@{name}", needs=SECRET, employer=SECRET, group=SECRET) for name in names),
    )
    arrivals: list[str] = []
    for kind, one, two in steps:
        arrival = arrivals[one % len(arrivals)] if arrivals else "nobody"
        try:
            if kind == "j":
                arrivals.append(room.joins(f"A{len(arrivals)}"))
            else:
                room.do(*asked(kind, host, arrival, people[two]))
        except Refusal:
            continue
        room.keep_all()
        room.check_documents()

    state = room.world.state(ExpectedState)
    theirs = [person.member for person in state.people.values()]
    assert len(set(theirs)) == len(theirs)
    assert set(room.roster.members).isdisjoint(room.roster.spare)
    assert len({seat.number for seat in room.roster.members.values()}) == len(room.roster.members)
    for name, person in zip(names, people, strict=True):
        assert room.roster.tokens.get(sha(name), person) == state.people[person].member
        assert state.people[person].member in room.roster.members
    for audience in (CLASS, PEOPLE, *map(me, room.roster.members)):
        assert SECRET not in json.dumps(room.reads(audience))


@pytest.mark.parametrize("role", [Role.LEARNER, Role.OBSERVER])
def test_the_list_is_staffs_alone(role: Role):
    room, host = Classroom.live()
    (ana,) = expects(room, host, new("Ana"))
    learner = room.joins("Learner", role=role)
    for command in (
        c.ExpectPeople(people=(new("Ben"),)),
        c.MatchPeople(pairs=(c.Pair(arrival=learner, person=ana),)),
        c.UnmatchPeople(members=(learner,)),
        c.RevisePerson(person=ana, surname="x"),
    ):
        with refused("not_allowed"):
            room.do(learner, command)
    assert RELAY not in room.roster.members
