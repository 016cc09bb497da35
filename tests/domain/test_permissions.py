"""Who may ask for what: the whole matrix of commands, roles, ownership and standing, written out and compared."""

from __future__ import annotations

from itertools import product
from typing import TYPE_CHECKING

import pytest

from app.domain.breakouts import commands as b
from app.domain.discussion.commands import PostMessage
from app.domain.kernel.permissions import authorize
from app.domain.kernel.powers import NONE, Power
from app.domain.kernel.refusal import Refusal
from app.domain.kernel.seats import Seat, Standing
from app.domain.kernel.words import MAIN, RELAY, Role
from app.domain.moderation.commands import SetChannelMode
from app.domain.moderation.events import ChannelMode
from app.domain.registry import REGISTRY
from app.domain.roster import commands as r
from app.domain.roster.events import DoorMode
from app.domain.session import commands as s
from tests.domain.classroom import Classroom, sha
from tests.domain.declaring import C, H, L, May, O, declared

if TYPE_CHECKING:
    from app.domain.kernel.messages import Command

TABLE: May = {name: row for capability in declared() for name, row in capability.MAY.items()}
LENT: dict[str, Power] = {
    name: power for capability in declared() for name, power in getattr(capability, "LENT", {}).items()
}

CALLING = ("support.ask", "support.say", "support.withdraw", "support.reopen")
WHILE_WAITING = {"roster.leave", "roster.rename", *CALLING}


def answer(name: str, role: Role, standing: Standing, *, is_own: bool, powers: frozenset[Power] = NONE) -> str:
    """Return the code with which the table turns somebody away; empty when they may."""
    kind = REGISTRY.commands[name]
    # Permission reads the type alone; what it acts on is given as its owner.
    command = kind(**dict.fromkeys(kind.__struct_fields__, ""))
    seat = Seat(member="somebody", role=role, standing=standing, number=1)
    try:
        authorize(REGISTRY.permissions, command, seat, "somebody" if is_own else "somebody else", powers)
    except Refusal as refusal:
        return refusal.code
    return ""


def expected(name: str, role: Role, standing: Standing, *, is_own: bool, powers: frozenset[Power] = NONE) -> str:
    """Return what the table above says about it."""
    anyones, own, _stale = TABLE[name]
    if standing is Standing.REMOVED:
        return "removed"
    if standing is not Standing.ADMITTED and not (standing is Standing.WAITING and name in WHILE_WAITING):
        return "not_admitted"
    return "" if role in anyones or (is_own and role in own) or LENT.get(name) in powers else "not_allowed"


def test_the_table_knows_every_command():
    assert set(TABLE) == set(REGISTRY.commands)


@pytest.mark.parametrize("name", sorted(TABLE))
def test_each_command_is_for_whom_the_table_says(name: str):
    """Every role, in every standing, on one's own and on another's."""
    cases = list(product(Role, Standing, (True, False)))

    found = {case: answer(name, case[0], case[1], is_own=case[2]) for case in cases}

    assert found == {case: expected(name, case[0], case[1], is_own=case[2]) for case in cases}


@pytest.mark.parametrize("name", sorted(TABLE))
def test_a_power_opens_those_commands_alone_that_name_it(name: str):
    """Every single power, and all but the one that the command names, on another's thing."""
    cases = [frozenset({power}) for power in Power]
    cases.append(frozenset(Power) - {LENT.get(name)})
    standings = (Standing.ADMITTED, Standing.WAITING, Standing.REMOVED)

    for powers, standing in product(cases, standings):
        found = answer(name, L, standing, is_own=False, powers=powers)
        assert found == expected(name, L, standing, is_own=False, powers=powers), (powers, standing)


@pytest.mark.parametrize("name", sorted(TABLE))
def test_each_command_says_what_becomes_of_it_when_it_comes_late(name: str):
    assert str(REGISTRY.commands[name].stale) == TABLE[name][2]


def test_starting_closing_and_moving_are_never_replayed_silently():
    once = (
        "session.start",
        "session.end",
        "breakouts.close_room",
        "breakouts.open_room",
        "breakouts.move",
        "roster.remove",
    )

    assert not [name for name in once if str(REGISTRY.commands[name].stale) == "replay"]


def test_an_observer_may_only_leave():
    allowed = [name for name in TABLE if not answer(name, O, Standing.ADMITTED, is_own=True)]

    assert allowed == ["roster.leave"]


def test_who_waits_may_only_leave_take_another_name_or_call_for_help():
    allowed = [name for name in TABLE if not answer(name, L, Standing.WAITING, is_own=True)]

    assert set(allowed) == WHILE_WAITING


def refusal_of(room: Classroom, actor: str, command: Command, seen: int | None = None) -> str:
    """Return the code with which a command is refused; empty when it is not."""
    try:
        if seen is None:
            room.do(actor, command)
        else:
            room.do(actor, command, seen=seen)
    except Refusal as refusal:
        return refusal.code
    return ""


def test_a_cofacilitator_stands_below_the_host_and_beside_the_other():
    """Neither may put the other out, change their links, or make staff."""
    room, host = Classroom.live()
    co, other = (room.invites(host, name, C) for name in ("Co", "Other"))
    room.enters(co)
    room.enters(other)
    for whom in (host, other):
        for command in (
            r.RemoveMember(member=whom),
            r.RevokeTokens(member=whom),
            r.GrantToken(member=whom, token_hash=sha("x")),
            r.RenameMember(member=whom, name="Renamed"),
        ):
            assert refusal_of(room, co, command) == "not_allowed", command
    assert refusal_of(room, co, r.InviteMember(name="New", role=C, token_hash=sha("y"))) == "not_allowed"
    assert refusal_of(room, co, r.InviteMember(name="New", role=L, token_hash=sha("y"))) == ""
    assert refusal_of(room, host, r.RemoveMember(member=co)) == ""


@pytest.mark.parametrize("role", [H, Role.RELAY])
def test_nobody_is_made_host_or_relay(role: Role):
    room, host = Classroom.live()
    ana = room.joins("Ana")

    assert refusal_of(room, host, r.ChangeRole(member=ana, role=role)) == "not_allowed"
    assert refusal_of(room, host, r.InviteMember(name="X", role=role, token_hash=sha("x"))) == "not_allowed"
    assert refusal_of(room, host, r.ChangeRole(member=host, role=L)) == "not_allowed"


def test_what_was_asked_before_the_thing_changed_is_refused_as_stale():
    """Each thing that a careful command acts on knows when it last changed."""
    room, host = Classroom.live()
    ana, ben = room.joins("Ana"), room.joins("Ben")
    table = room.opens_room(host, "Table 1")
    seen = room.world.seq
    room.moves(host, ana, table)
    for command in (
        b.MoveMembers(members=(ben, ana), place=MAIN),
        r.RemoveMember(member=ana),
        r.RenameMember(member=ana, name="Anna"),
        r.ChangeRole(member=ana, role=O),
        r.EraseMember(member=ana),
    ):
        assert refusal_of(room, host, command, seen) == "stale", command
    assert refusal_of(room, host, b.MoveMembers(members=(ben,), place="room:" + table), seen) == ""


def test_a_change_elsewhere_makes_nothing_stale():
    room, host = Classroom.live()
    seen = room.world.seq
    room.do(host, s.SetTitle(title="Fractions and decimals"))

    assert refusal_of(room, host, s.SetTitle(title="Other"), seen) == "stale"
    assert refusal_of(room, host, s.SetMeetingLink(link="https://meet.example/x"), seen) == ""
    assert refusal_of(room, host, r.SetDoor(mode=DoorMode.ASK), seen) == ""
    assert refusal_of(room, host, r.SetDoor(mode=DoorMode.OPEN), seen) == "stale"
    assert refusal_of(room, host, SetChannelMode(channel=MAIN, mode=ChannelMode.HELD), seen) == ""
    assert refusal_of(room, host, SetChannelMode(channel="names", mode=ChannelMode.HELD), seen) == ""
    assert refusal_of(room, host, SetChannelMode(channel=MAIN, mode=ChannelMode.OPEN), seen) == "stale"


def test_a_message_written_before_a_lost_connection_is_never_stale():
    room, host = Classroom.live()
    ana = room.joins("Ana")
    room.says(host, "first")

    assert refusal_of(room, ana, PostMessage(channel=MAIN, text="late"), 0) == ""


def test_the_relay_has_its_own_commands_and_no_person_has_them():
    own = [name for name, (anyones, _, _) in TABLE.items() if anyones == {Role.RELAY}]

    of_people = {"session.create", "roster.join", "roster.enter", "roster.note_presence", "breakouts.place_late"}
    assert set(own) == of_people | {
        "discussion.prompt",
        "moderation.expire",
        "moderation.note",
        "moderation.weigh",
        "notes.begin",
        "prompts.drop",
    }
    assert all(answer(name, role, Standing.ADMITTED, is_own=True) for name in own for role in (H, C, L, O))
    room, _host = Classroom.live()
    assert refusal_of(room, RELAY, r.NotePresence(changes=())) == ""
