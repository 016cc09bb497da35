"""A plan that staff prepare together: what is kept of its updates, and that learners see nothing of it."""

from __future__ import annotations

import base64
import hashlib

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from app.domain.kernel.messages import CommandNoted
from app.domain.kernel.words import Phase, Role
from app.domain.planning.commands import UpdatePlan
from app.domain.planning.decider import PARTS_LIMIT, PIECE_LIMIT, UNFINISHED_LIMIT, PlanningState
from app.domain.roster.commands import RemoveMember
from app.domain.session.commands import ArchiveSession, CreateSession, EndSession, OpenLobby, PauseSession
from tests.domain.classroom import START_AT, Classroom
from tests.domain.refusals import refused
from tests.drawing import drawn

PLAN = "2d1f6a52-9b0e-4c7d-9f10-0a1b2c3d4e5f"


@pytest.fixture
def preparing() -> tuple[Classroom, str, str]:
    """Give a session that is being prepared, its host, and a co-facilitator in it."""
    room = Classroom()
    room.relay(CreateSession(title="Négocier", preparing=True))
    host = room.joins("Host", role=Role.HOST)
    colleague = room.invites(host, "Grace", Role.COFACILITATOR)
    room.enters(colleague)
    return room, host, colleague


def state(room: Classroom) -> PlanningState:
    return room.world.state(PlanningState)


def update(words: str, **fields: object) -> UpdatePlan:
    return UpdatePlan(plan=PLAN, update=base64.b64encode(words.encode()).decode(), **fields)  # type: ignore[arg-type]


def kept(room: Classroom) -> list[str]:
    return [base64.b64decode(one.update).decode() for one in state(room).updates.values()]


def test_learners_stay_outside_until_the_lobby_opens(preparing: tuple[Classroom, str, str]):
    room, host, _ = preparing
    assert room.life.phase is Phase.PREPARING
    with refused("not_open_yet"):
        room.joins("Ana")

    room.do(host, OpenLobby())
    assert room.roster.members[room.joins("Ana")].role is Role.LEARNER


def test_the_lobby_opens_by_itself_also_out_of_the_preparing(preparing: tuple[Classroom, str, str]):
    room = Classroom()
    room.relay(CreateSession(title="Négocier", preparing=True, opens_at=START_AT + 1_000))
    room.now += 1_000
    room.elapse()
    assert room.life.phase is Phase.LOBBY
    with refused("wrong_phase", phase="preparing"):
        preparing[0].do(preparing[1], PauseSession())


def test_what_each_hands_out_is_kept_in_order(preparing: tuple[Classroom, str, str]):
    room, host, colleague = preparing
    room.do(host, update("whole"))
    room.do(colleague, update("hers"))
    room.do(host, update("his"))
    assert kept(room) == ["whole", "hers", "his"]
    assert state(room).plan == PLAN


def test_learners_and_observers_hand_nothing_out_and_see_nothing(preparing: tuple[Classroom, str, str]):
    room, host, _ = preparing
    room.do(host, OpenLobby())
    ana, guest = room.joins("Ana"), room.joins("Otto", Role.OBSERVER)
    room.keep_all()
    before = dict(room.projector.documents)
    room.do(host, update("secret"))

    assert room.patches == {}
    assert room.projector.documents == before
    for member in (ana, guest):
        with refused("not_allowed"):
            room.do(member, update("mine"))


def test_a_large_update_counts_once_all_its_pieces_are_there(preparing: tuple[Classroom, str, str]):
    room, host, _ = preparing
    text = base64.b64encode(b"a large plan, in pieces").decode()
    pieces = [text[n : n + 8] for n in range(0, len(text), 8)]
    commands = [
        UpdatePlan(plan=PLAN, update=piece, whole="w1", part=n, parts=len(pieces)) for n, piece in enumerate(pieces)
    ]
    for command in reversed(commands[1:]):
        room.do(host, command)
        assert kept(room) == []
    assert isinstance(room.do(host, commands[2])[0], CommandNoted)
    room.do(host, commands[0])
    assert kept(room) == ["a large plan, in pieces"]
    assert state(room).pieces == {}
    assert state(room).unfinished == {}


def test_a_whole_one_takes_the_place_of_what_it_covers_and_of_nothing_else(preparing: tuple[Classroom, str, str]):
    room, host, colleague = preparing
    for words in ("1", "2", "3"):
        room.do(host, update(words))
    mark = state(room).mark
    room.do(colleague, update("4, not seen by who writes the whole"))
    room.do(host, update("1-3", covers=mark))
    assert kept(room) == ["4, not seen by who writes the whole", "1-3"]
    assert state(room).size == sum(len(one.update) for one in state(room).updates.values())

    room.do(host, update("from another past", covers="0" * 32))
    assert len(kept(room)) == 3


def test_a_mark_is_what_the_page_of_the_protocol_says(preparing: tuple[Classroom, str, str]):
    room, host, _ = preparing
    mark = ""
    for words in ("1", "2"):
        command_id = room.new_id()
        room.do(host, update(words), command_id=command_id)
        text = mark + command_id + base64.b64encode(words.encode()).decode()
        mark = hashlib.sha256(text.encode()).hexdigest()[:32]
    assert state(room).mark == mark


@pytest.mark.parametrize(
    ("command", "code"),
    [
        (update(""), "bad_command"),
        (UpdatePlan(plan=PLAN, update="no base64 at all"), "bad_command"),
        (UpdatePlan(plan=PLAN, update="AAA"), "bad_command"),
        (UpdatePlan(plan="", update="AAAA"), "bad_command"),
        (UpdatePlan(plan="p" * 65, update="AAAA"), "bad_command"),
        (update("x", covers="m" * 65), "bad_command"),
        (update("x", whole="w"), "bad_command"),
        (update("x", parts=2), "bad_command"),
        (update("x", whole="w", part=2, parts=2), "bad_command"),
        (UpdatePlan(plan=PLAN, update="A" * (PIECE_LIMIT + 4)), "plan_update_too_large"),
        (update("x", whole="w", parts=PARTS_LIMIT + 1), "plan_update_too_large"),
    ],
)
def test_what_is_no_update_is_refused(preparing: tuple[Classroom, str, str], command: UpdatePlan, code: str):
    room, host, _ = preparing
    with refused(code, **({"limit": PIECE_LIMIT} if code == "plan_update_too_large" else {})):
        room.do(host, command)
    assert state(room) == PlanningState()


def test_one_session_prepares_one_plan(preparing: tuple[Classroom, str, str]):
    room, host, _ = preparing
    room.do(host, update("whole"))
    with refused("other_plan"):
        room.do(host, UpdatePlan(plan="another", update="AAAA"))


def test_who_leaves_takes_their_unfinished_updates_along(preparing: tuple[Classroom, str, str]):
    """Updates that will never be whole must not stand in the way of others' for ever."""
    room, host, colleague = preparing
    for n in range(UNFINISHED_LIMIT):
        room.do(colleague, update("x", whole=f"w{n}", parts=2))
    with refused("plan_too_busy"):
        room.do(host, update("x", whole="mine", parts=2))
    room.do(host, RemoveMember(member=colleague))
    room.do(host, update("x", whole="mine", parts=2))
    assert list(state(room).pieces) == ["mine:0"]


def test_edits_made_without_a_line_are_taken_until_the_class_is_put_away(preparing: tuple[Classroom, str, str]):
    room, host, colleague = preparing
    room.do(host, OpenLobby())
    room.do(colleague, update("from the train"))
    room.do(host, EndSession())
    room.do(colleague, update("from the hotel"))
    room.do(host, ArchiveSession())
    with refused("wrong_phase", phase="archived"):
        room.do(colleague, update("too late"))
    assert kept(room) == ["from the train", "from the hotel"]


@settings(max_examples=drawn(30))
@given(st.lists(st.tuples(st.booleans(), st.integers(0, 40), st.integers(1, 4)), max_size=25))
def test_every_change_is_in_what_is_kept_whatever_is_covered(steps: list[tuple[bool, int, int]]):
    """Changes are numbers here, and a whole update the numbers that its author had seen at some mark."""
    room = Classroom()
    room.relay(CreateSession(title="Négocier", preparing=True))
    host = room.joins("Host", role=Role.HOST)
    seen: list[tuple[str, set[int]]] = [("", set())]
    done: set[int] = set()
    for number, (is_whole, back, parts) in enumerate(steps):
        mark, known = seen[-1 - back % len(seen)] if is_whole else ("", set())
        done.add(number)
        held = known | {number}
        text = base64.b64encode(",".join(map(str, sorted(held))).encode()).decode()
        size = max(4, len(text) // parts // 4 * 4)
        pieces = [text[start : start + size] for start in range(0, len(text), size)]
        for part, piece in enumerate(pieces):
            whole = f"w{number}" if len(pieces) > 1 else ""
            command = UpdatePlan(plan=PLAN, update=piece, covers=mark, whole=whole, part=part, parts=len(pieces))
            room.do(host, command)
        seen.append((state(room).mark, set(done)))
    held_now = {int(n) for words in kept(room) for n in words.split(",")}
    assert held_now == done
