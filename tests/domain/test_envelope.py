"""The log's bytes: sealed, chained, verified, erased, and folded again to the same state."""

from __future__ import annotations

import json

import msgspec
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from app.domain.kernel.envelope import (
    GENESIS,
    BrokenRecord,
    Record,
    digest,
    erased,
    read_body,
    record_from,
    unseal,
    verify,
)
from app.domain.kernel.messages import MemberErased
from app.domain.registry import REGISTRY
from app.domain.roster.commands import EraseMember
from tests.domain.classroom import SESSION_ID, Classroom
from tests.domain.steps import Course, Step, steps
from tests.drawing import drawn


def small_log() -> list[Record]:
    """Return the records of a short class in which two people talk."""
    room, host = Classroom.live()
    ana = room.joins("Ana")
    room.says(host, "What is a half?")
    room.says(ana, "One of two equal parts")
    return room.records


def folded(records: list[Record]) -> dict[str, object]:
    """Return every capability's state after folding records from nothing."""
    world = REGISTRY.world(SESSION_ID)
    for record in records:
        REGISTRY.evolve(world, unseal(record, REGISTRY.read_event))
    return dict(world.states)


def test_a_log_verifies_up_to_the_hash_of_its_last_record():
    records = small_log()

    assert verify(records) == records[-1].hash
    assert verify(records[3:], records[2].hash, 3) == records[-1].hash
    assert read_body(records[0]).prev == GENESIS


def test_a_sealed_record_unseals_to_the_very_envelope():
    room, host = Classroom.live()
    room.says(host, "Good morning")

    assert [unseal(record, REGISTRY.read_event) for record in room.records] == room.envelopes


def changed(record: Record, **parts: object) -> Record:
    """Return a record with some of its stored parts replaced."""
    return msgspec.structs.replace(record, **parts)


@given(data=st.data())
@settings(max_examples=drawn(30))
def test_a_changed_byte_is_found_at_its_place(data: st.DataObject):
    """Whichever byte of whichever record changes, verifying names that record."""
    records = small_log()
    index = data.draw(st.integers(0, len(records) - 1))
    part = data.draw(st.sampled_from(["body", "private"]))
    original = getattr(records[index], part)
    if original is None:
        return
    at = data.draw(st.integers(0, len(original) - 1))
    bit = 1 << data.draw(st.integers(0, 7))
    forged = original[:at] + bytes([original[at] ^ bit]) + original[at + 1 :]
    records[index] = changed(records[index], **{part: forged})

    with pytest.raises(BrokenRecord) as broken:
        verify(records)

    assert (broken.value.seq, broken.value.reason) == (index + 1, "hash" if part == "body" else "private")


def test_a_record_changed_together_with_its_hash_breaks_the_next_one():
    """Who forges a record has to forge all that follow, and the signed head."""
    records = small_log()
    forged = records[2].body.replace(b'"epoch":1', b'"epoch":7')
    records[2] = changed(records[2], body=forged, hash=digest(forged))

    with pytest.raises(BrokenRecord) as broken:
        verify(records)

    assert (broken.value.seq, broken.value.reason) == (4, "prev")


def test_a_record_that_is_nested_without_end_is_a_broken_one():
    with pytest.raises(BrokenRecord):
        record_from(b'{"epoch":1,"data":' + b"[" * 100_000, None)


@pytest.mark.parametrize("edit", ["missing", "doubled", "swapped"])
def test_a_record_out_of_its_place_is_found(edit: str):
    records = small_log()
    match edit:
        case "missing":
            del records[2]
        case "doubled":
            records.insert(2, records[2])
        case _:
            records[2], records[3] = records[3], records[2]

    with pytest.raises(BrokenRecord) as broken:
        verify(records)

    assert broken.value.reason == "seq"
    assert broken.value.seq in {3, 4}


def test_a_private_part_filed_under_another_member_is_found():
    """Otherwise an erasure would pass it by."""
    records = small_log()
    last = records[-1]
    records[-1] = changed(last, subject="somebody else")

    with pytest.raises(BrokenRecord) as broken:
        verify(records)

    assert (broken.value.seq, broken.value.reason) == (last.seq, "private")


def test_bytes_that_are_no_envelope_are_refused():
    with pytest.raises(BrokenRecord) as broken:
        record_from(b"not json", None)

    assert broken.value.reason == "layout"


def test_what_may_be_erased_stands_beside_the_body_under_its_subject():
    room, _host = Classroom.live()
    ana = room.joins("Ana")
    room.says(ana, "My secret")
    record = room.records[-1]

    assert b"My secret" not in record.body
    assert record.private is not None
    assert b"My secret" in record.private
    assert record.subject == ana
    assert json.loads(record.private)["salt"] == "5a" * 16


def test_erasing_leaves_the_chain_whole_and_no_trace_of_the_text():
    records = [erased(record) for record in small_log()]

    assert verify(records) == small_log()[-1].hash
    assert not any(b"equal parts" in record.body or record.private for record in records)


def test_a_record_rebuilt_from_its_two_parts_is_the_same():
    for record in small_log():
        assert record_from(record.body, record.private) == record


@settings(max_examples=drawn(20))
@given(steps)
def test_the_log_folds_to_the_state_that_wrote_it_also_when_erased(taken: list[Step]):
    """fold(log) == state, and fold(log without what erased members wrote before) == the very same state."""
    course = Course()
    for step in taken:
        course.take(step)
    room = course.room
    live = dict(room.world.states)

    assert verify(room.records) == room.ledger.last_hash
    if not any(isinstance(envelope.event, MemberErased) for envelope in room.envelopes):
        assert folded(room.records) == live
    ends = {e.event.member: e.seq for e in room.envelopes if isinstance(e.event, MemberErased)}
    kept = [erased(r) if r.seq <= ends.get(r.subject or "", 0) else r for r in room.records]
    assert verify(kept) == room.ledger.last_hash
    assert folded(kept) == live


@settings(max_examples=drawn(15))
@given(steps, st.integers(0, 100))
def test_a_copy_of_the_state_lives_its_own_life(taken: list[Step], at: int):
    """What happens after `fork` changes the original only."""
    course = Course()
    for step in taken[:at]:
        course.take(step)
    copy = course.room.world.fork()
    before = msgspec.msgpack.encode(dict(copy.states))
    seq = copy.seq
    for step in taken[at:]:
        course.take(step)
    course.room.do(course.host, EraseMember(member=course.host))

    assert msgspec.msgpack.encode(dict(copy.states)) == before
    assert copy.seq == seq < course.room.world.seq
