"""Coming in, being called something, being somewhere, and going."""

from __future__ import annotations

import pytest

from app.domain.kernel.gate import Outcome
from app.domain.kernel.messages import CommandNoted
from app.domain.kernel.seats import Standing
from app.domain.kernel.views import CLASS, PEOPLE, me
from app.domain.kernel.words import MAIN, RELAY, Role
from app.domain.moderation.commands import DecideText
from app.domain.registry import REGISTRY
from app.domain.roster import commands as r
from app.domain.roster.events import DoorMode, Presence, PresenceChange
from app.domain.session.commands import CreateSession, OpenLobby
from tests.domain.classroom import Classroom, sha
from tests.domain.refusals import refused


def seen_name(room: Classroom, member: str) -> str:
    """Return the name under which others read a member; empty when they go by their number."""
    name: str = room.reads(PEOPLE)["roster"]["members"][member].get("name", "")
    return name


def notes_presence(room: Classroom, member: str, presence: Presence) -> None:
    """Have the relay log how present somebody is."""
    room.relay(r.NotePresence(changes=(PresenceChange(member, presence, room.now),)))


def test_nobody_joins_before_the_doors_open():
    room = Classroom()
    room.relay(CreateSession(title="Fractions"))
    host = room.joins("Host", role=Role.HOST)
    with refused("not_open_yet"):
        room.joins("Ana")

    room.do(host, OpenLobby())
    ana = room.joins("Ana")
    assert room.seat(ana).is_in


def test_with_an_open_door_who_has_the_code_is_in_at_once():
    room, _host = Classroom.live()
    ana = room.joins("Ana")

    assert room.seat(ana).standing is Standing.ADMITTED
    assert room.seat(ana).place == MAIN
    assert seen_name(room, ana) == "Ana"


def test_with_a_door_that_asks_they_wait_until_they_are_let_in():
    room, host = Classroom.live()
    room.do(host, r.SetDoor(mode=DoorMode.ASK))
    ana = room.joins("Ana")
    room.keep_all()
    assert room.reads(me(ana))["roster"]["seat"]["standing"] == "waiting"
    assert ana not in room.reads(PEOPLE)["roster"]["members"]
    with refused("not_admitted"):
        room.says(ana, "Let me in!")

    room.do(host, r.AdmitMembers(members=(ana, ana)))
    assert room.reads(me(ana))["roster"]["seat"]["standing"] == "admitted"
    assert seen_name(room, ana) == "Ana"
    room.check_documents()


def test_going_and_coming_back_does_not_get_one_past_the_door():
    room, host = Classroom.live()
    room.do(host, r.SetDoor(mode=DoorMode.ASK))
    ana = room.joins("Ana")
    room.do(ana, r.LeaveSession())
    room.enters(ana)

    assert room.seat(ana).standing is Standing.WAITING


def test_who_was_in_before_comes_back_in_whatever_the_door_says():
    room, host = Classroom.live()
    ana = room.joins("Ana")
    room.do(ana, r.LeaveSession())
    room.do(host, r.SetDoor(mode=DoorMode.ASK))
    room.enters(ana)

    assert room.seat(ana).is_in


def test_an_expected_member_enters_by_their_link_past_the_lobby():
    room, host = Classroom.live()
    room.do(host, r.SetDoor(mode=DoorMode.ASK))
    ben = room.invites(host, "Ben", Role.LEARNER)
    assert room.seat(ben).standing is Standing.EXPECTED
    assert ben not in room.reads(PEOPLE)["roster"]["members"]

    room.enters(ben)
    assert room.seat(ben).is_in
    assert seen_name(room, ben) == "Ben"


def test_an_expected_learner_waits_for_the_doors_and_staff_do_not():
    room = Classroom()
    room.relay(CreateSession(title="Fractions"))
    host = room.joins("Host", role=Role.HOST)
    ben, co = room.invites(host, "Ben", Role.LEARNER), room.invites(host, "Co", Role.COFACILITATOR)
    with refused("not_open_yet"):
        room.enters(ben)

    room.enters(co)
    assert room.seat(co).is_in


@pytest.mark.parametrize("name", ["Ana", "ANA", " ana ", "A\u200bna", "\uff21\uff4e\uff41"])
def test_a_taken_name_is_refused_also_when_it_only_looks_the_same(name: str):
    room, host = Classroom.live()
    room.joins("Ana")
    ben = room.joins("Ben")

    with refused("name_taken"):
        room.joins(name)
    with refused("name_taken"):
        room.invites(host, name, Role.LEARNER)
    with refused("name_taken"):
        room.do(ben, r.RenameMember(member=ben, name=name))


def test_a_held_name_is_taken_too_and_so_is_that_of_staff_who_are_expected():
    room, host = Classroom.live()
    room.invites(host, "Ben", Role.COFACILITATOR)
    room.holds(host, "names")
    room.joins("Caro")

    with refused("name_taken"):
        room.joins("Ben")
    with refused("name_taken"):
        room.joins("Caro")


def test_an_expected_learner_may_come_by_the_code_all_the_same():
    room, host = Classroom.live()
    room.invites(host, "Ben", Role.LEARNER)

    assert room.seat(room.joins("Ben")).name == "Ben"


def test_a_name_is_free_again_when_its_owner_has_gone_or_is_called_otherwise():
    room, host = Classroom.live()
    ana, ben, caro = room.joins("Ana"), room.joins("Ben"), room.joins("Caro")
    room.do(ana, r.LeaveSession())
    room.do(host, r.RemoveMember(member=ben))
    room.do(caro, r.RenameMember(member=caro, name="Carolina"))

    assert {room.seat(room.joins(name)).name for name in ("Ana", "Ben", "Caro")} == {"Ana", "Ben", "Caro"}


def test_one_may_write_ones_own_name_differently():
    room, _host = Classroom.live()
    ana = room.joins("ana")
    room.do(ana, r.RenameMember(member=ana, name="Ana"))

    assert room.seat(ana).name == "Ana"


def test_a_held_name_shows_as_a_number_until_it_is_approved():
    room, host = Classroom.live()
    room.holds(host, "names")
    ana = room.joins("Ana")
    room.keep_all()
    assert seen_name(room, ana) == ""
    assert room.reads(PEOPLE)["roster"]["members"][ana]["number"] == 2
    assert room.reads(me(ana))["roster"]["asked_name"] == {"text": "Ana", "state": "held", "revision": 1}

    room.decides(host, "name:" + ana, Outcome.PUBLISHED)
    assert seen_name(room, ana) == "Ana"
    assert "asked_name" not in room.reads(me(ana))["roster"]
    room.check_documents()


def test_a_held_new_name_leaves_the_old_one_showing():
    room, host = Classroom.live()
    ana = room.joins("Ana")
    message = room.says(ana, "hello")
    room.holds(host, "names")
    room.keep_all()
    room.do(ana, r.RenameMember(member=ana, name="Boss"))
    assert room.reads(CLASS)["discussion"]["messages"][message]["name"] == "Ana"

    room.decides(host, "name:" + ana, Outcome.REJECTED, "Your own name, please")
    assert seen_name(room, ana) == "Ana"
    assert room.reads(me(ana))["roster"]["asked_name"]["reason"] == "Your own name, please"


def test_asking_for_the_present_name_withdraws_the_one_that_waits():
    room, host = Classroom.live()
    ana = room.joins("Ana")
    room.holds(host, "names")
    room.do(ana, r.RenameMember(member=ana, name="Boss"))
    room.do(ana, r.RenameMember(member=ana, name="Ana"))

    item = "name:" + ana
    late = DecideText(item=item, revision=2, version=room.world.seq - 1, outcome=Outcome.PUBLISHED)
    with refused("edited_since", revision=3):
        room.do(host, late)
    assert room.roster.names[ana].text == "Ana"


def test_a_new_name_shows_in_what_one_has_said_already():
    room, _host = Classroom.live()
    ana = room.joins("Ana")
    room.keep_all()
    message = room.says(ana, "hello")
    room.do(ana, r.RenameMember(member=ana, name="Anna"))

    assert room.reads(CLASS)["discussion"]["messages"][message]["name"] == "Anna"


def test_staff_may_call_somebody_otherwise_and_learners_may_not():
    room, host = Classroom.live()
    ana, ben = room.joins("Ana"), room.joins("Ben")
    room.do(host, r.RenameMember(member=ana, name="Anna"))

    assert seen_name(room, ana) == "Anna"
    with refused("not_allowed"):
        room.do(ben, r.RenameMember(member=ana, name="Toad"))


def test_staff_approve_a_held_name_by_giving_it():
    room, host = Classroom.live()
    room.holds(host, "names")
    ana = room.joins("Ana")
    room.do(host, r.RenameMember(member=ana, name="Ana"))

    assert seen_name(room, ana) == "Ana"
    assert not room.moderation.waiting


def test_who_was_removed_cannot_return_on_their_seat():
    room, host = Classroom.live()
    ana = room.joins("Ana")
    room.keep_all()
    room.do(host, r.RemoveMember(member=ana))
    assert ana not in room.reads(PEOPLE)["roster"]["members"]

    with refused("removed"):
        room.enters(ana)
    with refused("removed"):
        room.says(ana, "again")
    with refused("removed"):
        room.do(host, r.GrantToken(member=ana, token_hash=sha("another")))
    assert room.do(host, r.RemoveMember(member=ana)) == [CommandNoted()]


def test_the_host_does_not_walk_out():
    room, host = Classroom.live()

    with refused("host_must_stay"):
        room.do(host, r.LeaveSession())


def test_a_token_opens_one_seat_only():
    room, _host = Classroom.live()
    room.relay(r.JoinSession(name="Ana", token_hash=sha("hers")))

    with refused("token_used"):
        room.relay(r.JoinSession(name="Ben", token_hash=sha("hers")))


def test_one_lets_another_device_of_ones_own_in():
    room, host = Classroom.live()
    ana, ben = room.joins("Ana"), room.joins("Ben")
    room.do(ana, r.GrantToken(member=ana, token_hash=sha("phone")))
    assert room.roster.tokens[sha("phone")] == ana
    with refused("not_allowed"):
        room.do(ben, r.GrantToken(member=ana, token_hash=sha("thief")))

    room.do(host, r.RevokeTokens(member=ana))
    assert ana not in room.roster.tokens.values()


def test_the_class_counts_who_is_here_or_hidden():
    room, host = Classroom.live()
    ana, ben = room.joins("Ana"), room.joins("Ben")
    room.keep_all()
    for member, presence in ((host, Presence.HERE), (ana, Presence.HERE), (ben, Presence.HIDDEN)):
        notes_presence(room, member, presence)
    assert room.reads(CLASS)["roster"]["present"] == 3
    assert room.reads(PEOPLE)["roster"]["members"][ben]["presence"] == "hidden"

    notes_presence(room, ana, Presence.GONE)
    room.do(host, r.RemoveMember(member=ben))
    assert room.reads(CLASS)["roster"]["present"] == 1
    room.check_documents()


def test_presence_of_a_stranger_is_not_logged():
    room, _host = Classroom.live()

    assert room.relay(r.NotePresence(changes=(PresenceChange("nobody", Presence.HERE, room.now),))) == [CommandNoted()]


def test_an_erased_member_keeps_a_number_and_nothing_else():
    room, host = Classroom.live()
    ana = room.joins("Ana")
    message = room.says(ana, "my story")
    room.keep_all()
    room.do(host, r.EraseMember(member=ana))

    assert seen_name(room, ana) == ""
    entry = room.reads(CLASS)["discussion"]["messages"][message]
    assert entry["erased"] is True
    assert "text" not in entry
    assert room.joins("Ana") != ana
    assert REGISTRY.text_of(room.world, message, 1) == ""
    room.check_documents()


def test_finding_a_taken_name_does_not_depend_on_how_many_there_are():
    """The index of names holds as many entries as names in use, and drops those that are not."""
    room, _host = Classroom.live()
    members = [room.joins(f"Learner {n}") for n in range(30)]
    for member in members:
        room.do(member, r.RenameMember(member=member, name=f"Other {member}"))

    assert len(room.roster.called) == 31
    assert room.relay(r.EnterSession(member=members[0])) == [CommandNoted()]
    assert room.envelopes[-1].actor == RELAY
