"""Pins: a few messages kept in sight over their channel, in an order, by reference."""

from __future__ import annotations

from app.domain.discussion.commands import DeleteMessage
from app.domain.kernel.gate import Outcome
from app.domain.kernel.views import CLASS, Audience
from app.domain.kernel.words import STAFF, topic_channel
from app.domain.pins.commands import MovePin, PinMessage, UnpinMessage
from app.domain.pins.decider import MOST, PinsState
from tests.domain.classroom import Classroom
from tests.domain.refusals import refused


def begun(count: int = 3) -> tuple[Classroom, str, str, list[str]]:
    """Return a class, its host, a learner, and messages of theirs that are pinned in their order."""
    room, host = Classroom.live()
    ana = room.joins("Ana")
    room.keep_all()
    messages = [room.says(ana, f"Point {n}") for n in range(1, count + 1)]
    for message in messages:
        room.do(host, PinMessage(message=message))
    return room, host, ana, messages


def pinned(room: Classroom, audience: Audience = CLASS) -> list[str]:
    """Return the texts pinned where an audience reads, in order."""
    room.check_documents()
    shown = room.reads(audience).get("pins", {}).get("pinned", {}).values()
    return [entry["text"] for entry in sorted(shown, key=lambda entry: entry["order"])]


def test_they_stand_in_the_order_that_staff_give_them():
    room, host, _ana, (one, two, three) = begun()
    room.do(host, MovePin(message=three, before=one))
    assert pinned(room) == ["Point 3", "Point 1", "Point 2"]

    room.do(host, MovePin(message=one))
    assert pinned(room) == ["Point 3", "Point 2", "Point 1"]

    room.do(host, UnpinMessage(message=two))
    assert pinned(room) == ["Point 3", "Point 1"]


def test_a_channel_keeps_a_few_and_others_keep_their_own():
    room, host, ana, _messages = begun(MOST)
    more = room.says(ana, "One too many")
    with refused("too_many_pins", limit=MOST):
        room.do(host, PinMessage(message=more))

    topic = room.opens_topic(host, "Parts")
    room.keep_all()
    there = room.says(ana, "In the topic", topic_channel(topic))
    room.do(host, PinMessage(message=there))

    assert pinned(room, Audience("topic", topic)) == ["In the topic"]
    assert len(pinned(room)) == MOST


def test_a_rooms_pins_are_the_rooms_and_the_staffs_are_nobodys():
    room, host, ana, _messages = begun(1)
    group = room.opens_room(host, "Blue")
    room.keep_all()
    room.moves(host, ana, group)
    room.do(host, PinMessage(message=room.says(ana, "Only here")))
    room.do(host, PinMessage(message=room.says(host, "Only us", STAFF)))

    assert pinned(room) == ["Point 1"]
    assert pinned(room, Audience("room", group)) == ["Only here"]
    assert len(room.world.state(PinsState).pinned[STAFF]) == 1


def test_what_is_edited_shows_so_and_what_is_hidden_is_pinned_no_more():
    room, host, ana, (one, two, three) = begun()
    room.edits(ana, one, "Point 1, put better")
    room.do(ana, DeleteMessage(message=two))
    room.decides(host, three, Outcome.RETURNED)

    assert pinned(room) == ["Point 1, put better"]
    assert set(room.world.state(PinsState).channels) == {one}


def test_what_is_not_shown_or_not_pinned_is_refused():
    room, host, ana, (one, *_rest) = begun()
    room.holds(host)
    with refused("unknown_message"):
        room.do(host, PinMessage(message=room.says(ana, "Wait")))
    with refused("not_pinned"):
        room.do(host, MovePin(message=one, before="nowhere"))
    assert room.do(host, PinMessage(message=one))[0].type == "command.noted"
