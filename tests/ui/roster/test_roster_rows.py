"""The rows of the People panel: who stands where, in words."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from PySide6.QtCore import Qt
from PySide6.QtTest import QAbstractItemModelTester

from app.domain.discussion.commands import RaiseHand
from app.domain.kernel.words import MAIN, Role, room_channel
from app.domain.roster.commands import AdmitMembers, LeaveSession, NotePresence, RemoveMember, SetDoor
from app.domain.roster.events import DoorMode, Presence, PresenceChange
from tests.domain.classroom import Classroom
from tests.drawing import drawn
from ui.roster.model import Kind, PersonRow, SectionRow, dropped, people
from ui.roster.view import PeopleModel
from ui.roster.words import person_detail

if TYPE_CHECKING:
    from app.domain.kernel.world import World

pytestmark = pytest.mark.usefixtures("theme", "spoken")


def _sections(world: World, query: str = "") -> dict[str, list[str]]:
    found: dict[str, list[str]] = {}
    names: list[str] = []
    for row in people(world, me="", query=query):
        if isinstance(row, SectionRow):
            names = found.setdefault(row.title or row.kind, [])
        else:
            names.append(row.name)
    return found


def test_everybody_stands_where_they_are():
    room, host = Classroom.live()
    blue = room.opens_room(host, "Blue")
    amina, boris, chloe, dora = (room.joins(name) for name in ("Amina", "Boris", "Chloé", "Dora"))
    room.invites(host, "Éva", Role.LEARNER)
    room.moves(host, boris, blue)
    room.do(chloe, RaiseHand())
    room.do(dora, LeaveSession())
    room.do(host, SetDoor(mode=DoorMode.ASK))
    room.joins("Farid")

    assert _sections(room.world) == {
        "hands": ["Chloé"],
        "door": ["Farid"],
        "main": ["Host", "Amina", "Chloé"],
        "Blue": ["Boris"],
        "expected": ["Éva"],
        "gone": ["Dora"],
    }
    assert amina in room.roster.members


def test_a_room_without_anybody_is_there_to_be_filled():
    room, host = Classroom.live()
    room.opens_room(host, "Blue")
    assert _sections(room.world) == {"main": ["Host"], "Blue": []}


def test_a_search_finds_part_of_a_name_without_its_accents():
    room, _host = Classroom.live()
    for name in ("Éva Szabó", "Eve", "Boris"):
        room.joins(name)
    assert _sections(room.world, "ev") == {"main": ["Éva Szabó", "Eve"]}
    assert _sections(room.world, "szabo") == {"main": ["Éva Szabó"]}
    assert _sections(room.world, "zzz") == {}


@pytest.mark.parametrize(
    ("presence", "said"),
    [
        (Presence.HERE, "Here"),
        (Presence.HIDDEN, "Looks at something else · 3 min"),
        (Presence.GONE, "Connection lost · 3 min"),
    ],
)
def test_presence_is_said_in_words(presence: Presence, said: str):
    room, _host = Classroom.live()
    amina = room.joins("Amina")
    room.relay(NotePresence(changes=(PresenceChange(amina, presence, room.now),)))
    row = next(row for row in people(room.world, me="") if isinstance(row, PersonRow) and row.member == amina)

    assert person_detail(row, room.now + 3 * 60_000) == said


def test_only_learners_whose_connection_is_lost_count_as_dropped():
    room, host = Classroom.live()
    amina, boris = room.joins("Amina"), room.joins("Boris")
    room.joins("Never connected")
    gone = tuple(PresenceChange(member, Presence.GONE, room.now) for member in (amina, boris, host))
    room.relay(NotePresence(changes=gone))
    room.do(host, RemoveMember(member=boris))

    assert [row.name for row in dropped(room.world)] == ["Amina"]


@settings(max_examples=drawn(20))
@given(st.lists(st.tuples(st.sampled_from("jmhglaor"), st.integers(0, 9)), max_size=30))
def test_whatever_people_do_each_stands_once_and_rows_change_without_a_reset(steps: list[tuple[str, int]]):
    room, host = Classroom.live()
    model = PeopleModel(lambda: room.now)
    tester = QAbstractItemModelTester(model, QAbstractItemModelTester.FailureReportingMode.Fatal)
    resets: list[object] = []
    model.modelReset.connect(lambda: resets.append(1))
    rooms = [room.opens_room(host, "Blue"), room.opens_room(host, "Red")]
    members: list[str] = []
    for n, (step, which) in enumerate(steps):
        member = members[which % len(members)] if members else ""
        inside = bool(member) and room.seat(member).is_in
        match step:
            case "j":
                members.append(room.joins(f"Learner {n}"))
            case "m" if inside:
                room.moves(host, member, rooms[which % 2])
            case "h" if inside:
                room.do(member, RaiseHand())
            case "g" if inside:
                room.relay(NotePresence(changes=(PresenceChange(member, Presence.GONE, room.now),)))
            case "l" if inside:
                room.do(member, LeaveSession())
            case "a" if member:
                room.do(host, AdmitMembers(members=(member,)))
            case "o":
                room.do(host, SetDoor(mode=DoorMode.ASK if which % 2 else DoorMode.OPEN))
            case "r" if member:
                room.do(host, RemoveMember(member=member))
            case _:
                pass
        model.show_rows(people(room.world, me=host))
        standing = [row.member for row in model.rows if isinstance(row, PersonRow) and row.kind is not Kind.HANDS]
        assert sorted(standing) == sorted([host, *members])
    assert resets == []
    assert tester.model() is model


def test_people_are_dragged_onto_a_room_or_onto_anybody_in_it():
    room, host = Classroom.live()
    blue = room.opens_room(host, "Blue")
    amina, boris = room.joins("Amina"), room.joins("Boris")
    room.moves(host, boris, blue)
    model = PeopleModel(lambda: room.now)
    model.show_rows(people(room.world, me=host))
    asked: list[tuple[object, object]] = []
    model.dropped.connect(lambda members, place: asked.append((members, place)))
    data = model.mimeData([model.index_of(amina)])

    for target in (f"room/{room_channel(blue)}", boris, f"main/{MAIN}"):
        model.dropMimeData(data, Qt.DropAction.MoveAction, -1, -1, model.index_of(target))

    assert asked == [((amina,), room_channel(blue)), ((amina,), room_channel(blue)), ((amina,), MAIN)]
    assert not model.flags(model.index_of(f"main/{MAIN}")) & Qt.ItemFlag.ItemIsDragEnabled
