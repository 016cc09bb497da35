"""The stage: one message that everybody looks at, by reference, and its author told."""

from __future__ import annotations

from typing import Any

import pytest

from app.domain.discussion.commands import DeleteMessage
from app.domain.kernel.gate import Outcome
from app.domain.kernel.views import CLASS, me
from app.domain.kernel.words import STAFF
from app.domain.roster.commands import EraseMember, RenameMember
from app.domain.session.commands import EndSession
from app.domain.stage.commands import ClearStage, PutOnStage
from app.domain.stage.decider import StageState
from tests.domain.classroom import Classroom
from tests.domain.refusals import refused


def begun() -> tuple[Classroom, str, str, str]:
    """Return a class, its host, a learner and a message of theirs."""
    room, host = Classroom.live()
    ana = room.joins("Ana")
    message = room.says(ana, "Thirds are parts.")
    room.keep_all()
    return room, host, ana, message


def on_stage(room: Classroom) -> dict[str, Any]:
    """Return the message that learners see on stage; empty for none."""
    room.check_documents()
    found: dict[str, Any] = room.reads(CLASS).get("stage", {}).get("message", {})
    return found


def test_everybody_sees_the_message_and_its_author_is_told():
    room, host, ana, message = begun()
    ben = room.joins("Ben")

    room.do(host, PutOnStage(message=message))

    seen = on_stage(room)
    assert (seen["id"], seen["text"], seen["name"], seen["channel"]) == (message, "Thirds are parts.", "Ana", "main")
    assert message in room.reads(me(ana))["stage"]["mine"]
    assert "stage" not in room.reads(me(ben))


def test_it_shows_as_it_stands_in_the_conversation_now():
    room, host, ana, message = begun()
    room.do(host, PutOnStage(message=message))

    room.edits(ana, message, "Thirds are equal parts.")
    room.do(ana, RenameMember(member=ana, name="Anna"))

    assert (on_stage(room)["text"], on_stage(room)["name"]) == ("Thirds are equal parts.", "Anna")


@pytest.mark.parametrize("how", ["rejected", "deleted", "erased", "taken down", "the class ends"])
def test_what_is_hidden_leaves_the_stage_for_good(how: str):
    room, host, ana, message = begun()
    room.do(host, PutOnStage(message=message))

    match how:
        case "rejected":
            room.decides(host, message, Outcome.REJECTED)
        case "deleted":
            room.do(ana, DeleteMessage(message=message))
        case "erased":
            room.do(host, EraseMember(member=ana))
        case "taken down":
            room.do(host, ClearStage())
        case _:
            room.do(host, EndSession())

    assert on_stage(room) == {}
    assert room.world.state(StageState).now is None


def test_published_again_it_does_not_come_back_by_itself():
    room, host, _ana, message = begun()
    room.do(host, PutOnStage(message=message))
    room.decides(host, message, Outcome.REJECTED)

    room.decides(host, message, Outcome.PUBLISHED)

    assert on_stage(room) == {}


def test_one_message_at_a_time_is_on_stage():
    room, host, ana, message = begun()
    other = room.says(ana, "And halves too.")
    room.do(host, PutOnStage(message=message))
    room.do(host, PutOnStage(message=other))

    assert on_stage(room)["id"] == other
    assert set(room.reads(me(ana))["stage"]["mine"]) == {message, other}


def test_what_is_not_for_everybody_does_not_come_on_stage():
    room, host, ana, _message = begun()
    group = room.opens_room(host, "Blue")
    room.moves(host, ana, group)
    of_room = room.says(ana, "Only here.")
    of_staff = room.says(host, "Only us.", STAFF)
    room.holds(host)
    room.moves(host, ana)
    held = room.says(ana, "Wait.")

    for message, code in ((of_room, "of_a_room"), (of_staff, "unknown_message"), (held, "unknown_message")):
        with refused(code):
            room.do(host, PutOnStage(message=message))
    assert on_stage(room) == {}
