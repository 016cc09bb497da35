"""Documents: kept up to date by patches alone, and never holding what their readers may not see."""

from __future__ import annotations

import json

from hypothesis import given, settings
from hypothesis import strategies as st

from app.domain.kernel.refusal import Refusal
from app.domain.kernel.views import CLASS, Audience, difference, me, merge
from app.domain.kernel.words import MAIN, STAFF, Role, room_channel, topic_channel
from app.domain.roster.commands import ChangeRole
from app.relay.audience import audiences_of
from tests.domain.classroom import Classroom
from tests.domain.oracle import Oracle, canaries
from tests.domain.steps import Course, Step, steps
from tests.drawing import drawn

documents = st.recursive(
    st.booleans() | st.integers(-3, 3) | st.text("ab", max_size=2),
    lambda inner: st.dictionaries(st.text("abc", max_size=1), inner, max_size=4),
    max_leaves=12,
).filter(lambda value: isinstance(value, dict))


@given(documents, documents)
def test_a_patch_turns_the_old_document_into_the_new(old: object, new: object):
    """merge(old, difference(old, new)) == new, for documents without nulls."""
    assert merge(old, difference(old, new)) == new


@given(documents)
def test_equal_documents_need_no_patch(document: object):
    assert difference(document, document) == {}


@given(documents, documents)
def test_merging_changes_neither_the_document_nor_the_patch(old: object, new: object):
    before = json.dumps([old, new])

    merge(old, difference(old, new))

    assert json.dumps([old, new]) == before


@settings(max_examples=drawn(15))
@given(steps)
def test_patches_alone_keep_every_document_what_it_would_be_afresh(taken: list[Step]):
    """After each commit, each kept document is what the state renders, and what its readers made of the patch."""
    course = Course()
    for step in taken:
        if course.take(step):
            course.room.check_documents()


def look_ups(room: Classroom, member: str, channel: str) -> str:
    """Return a page of history as a member gets it, as text; empty when it is refused."""
    try:
        return json.dumps(room.page(member, channel, limit=100))
    except Refusal as refusal:
        if refusal.code != "not_your_channel":
            raise
        return ""


def threads(room: Classroom, member: str, message: str) -> str:
    """Return a message's thread as a member gets it, as text; empty when it is refused."""
    try:
        return json.dumps(room.asks(member, "discussion.thread", message=message))
    except Refusal as refusal:
        if refusal.code != "unknown_message":
            raise
        return ""


@settings(max_examples=drawn(15))
@given(steps)
def test_nobody_ever_reads_what_is_not_theirs_to_read(taken: list[Step]):
    """No learner's document or page of history holds a held text, another room's talk, or the staff's."""
    course = Course()
    room, oracle = course.room, Oracle()
    read = 0
    for step in taken:
        course.take(step)
        while read < len(room.envelopes):
            oracle.take(room.envelopes[read].event)
            oracle.take_claim(room.envelopes[read].event, room.envelopes[read].actor)
            read += 1
        for member, seat in room.roster.members.items():
            if seat.role.is_staff or not oracle.people[member].inside:
                continue
            known = oracle.known_topics
            audiences = audiences_of(seat, wants_people=True, topics=known)
            held = {audience: room.reads(audience) for audience in audiences}
            found = canaries(json.dumps(list(held.values())))
            assert found <= oracle.may_read(member)
            channels = (MAIN, STAFF, *map(room_channel, course.rooms), *map(topic_channel, room.topics.topics))
            for channel in channels:
                answer = canaries(look_ups(room, member, channel))
                assert answer <= oracle.may_look_up(member, channel), channel
            private = canaries(json.dumps(room.asks(member, "support.history", limit=100)))
            assert private <= oracle.own(member)
            everything = set().union(*(oracle.may_look_up(member, channel) for channel in channels))
            assert canaries(json.dumps(room.asks(member, "discussion.search", text="canary"))) <= everything
            for message in list(room.discussion.messages)[-3:]:
                assert canaries(threads(room, member, message)) <= everything
        assert canaries(" ".join(room.class_messages())) == oracle.talk(MAIN)
        for key in room.topics.topics:
            assert canaries(" ".join(room.topic_messages(key))) == oracle.talk(topic_channel(key))
        for key in course.rooms:
            assert canaries(" ".join(room.room_messages(key))) == oracle.talk(room_channel(key))


@settings(max_examples=drawn(15))
@given(steps)
def test_who_is_not_in_reads_their_own_seat_only(taken: list[Step]):
    """Waiting, left, removed: their documents hold what they wrote and were told, nothing of the others."""
    course = Course()
    oracle = Oracle()
    for step in taken:
        course.take(step)
    for envelope in course.room.envelopes:
        oracle.take(envelope.event)
        oracle.take_claim(envelope.event, envelope.actor)
    for member, seat in course.room.roster.members.items():
        if not seat.is_in:
            assert audiences_of(seat, wants_people=True) == {me(member)}
            assert canaries(json.dumps(course.room.reads(me(member)))) <= oracle.own(member)


def test_an_observer_receives_the_class_and_their_seat_wherever_they_are_put():
    room, host = Classroom.live()
    inspector = room.invites(host, "Inspector", Role.OBSERVER)
    room.enters(inspector)
    breakout = room.opens_room(host, "Table 1")
    room.moves(host, inspector, breakout)

    assert audiences_of(room.seat(inspector), wants_people=True) == {CLASS, me(inspector)}


def test_a_message_says_whether_its_author_is_of_the_staff_now():
    """Making somebody a co-facilitator shows in what they have said already."""
    room, host = Classroom.live()
    ana = room.joins("Ana")
    room.keep_all()
    message = room.says(ana, "hello")
    room.do(host, ChangeRole(member=ana, role=Role.COFACILITATOR))

    assert room.reads(CLASS)["discussion"]["messages"][message]["staff"] is True


def test_a_document_holds_the_newest_fifty_messages_and_says_that_there_are_older_ones():
    room, host = Classroom.live()
    room.keep_all()
    for n in range(53):
        room.says(host, f"message {n}")

    assert room.class_messages() == [f"message {n}" for n in range(3, 53)]
    assert room.reads(CLASS)["discussion"]["older"] is True
    room.check_documents()


def test_a_document_is_rendered_once_and_then_kept():
    room, host = Classroom.live()
    document = room.reads(CLASS)
    room.says(host, "hello")

    assert room.projector.keep(room.world, CLASS) is room.reads(CLASS)
    assert "messages" not in document.get("discussion", {})


def test_a_dropped_document_is_no_longer_kept():
    room, _host = Classroom.live()
    audience = Audience("room", "none")
    room.reads(audience)
    room.projector.drop(audience)

    assert audience not in room.projector.documents
