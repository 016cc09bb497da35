"""What a session leaves: intervals of presence, an export one can check, and a chain that names what was changed."""

from __future__ import annotations

import itertools
import json
from hashlib import sha256
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace

from app.domain.discussion.events import MessagePosted
from app.domain.kernel.envelope import GENESIS, Envelope, seal, unseal
from app.domain.kernel.seats import Standing
from app.domain.kernel.words import Phase, Role
from app.domain.registry import REGISTRY
from app.domain.roster.events import MemberJoined, Presence, PresenceChange, PresenceNoted
from app.domain.session.events import PhaseChanged, SessionCreated
from app.reports.export import export
from app.reports.presence import Interval, presence, total
from app.reports.record import PastSession, check

if TYPE_CHECKING:
    from app.domain.kernel.messages import Event

HERE, HIDDEN, GONE = Presence.HERE, Presence.HIDDEN, Presence.GONE


def _envelope(seq: int, at: int, event: Event, actor: str = "relay") -> Envelope:
    return Envelope(epoch=1, seq=seq, id=f"e{seq}", command_id=f"c{seq}", actor=actor, at=at, event=event)


def _noted(*changes: tuple[str, Presence, int]) -> list[Envelope]:
    return [
        _envelope(seq, change[2], PresenceNoted(changes=(PresenceChange(*change),)))
        for seq, change in enumerate(changes, 1)
    ]


def test_one_who_comes_and_goes_was_there_in_between():
    log = _noted(("a", HERE, 10), ("a", HIDDEN, 20), ("a", GONE, 30), ("a", HERE, 50), ("b", HERE, 60), ("a", GONE, 70))

    assert presence(log) == {"a": (Interval(10, 30), Interval(50, 70)), "b": (Interval(60, 70),)}


def test_nobody_was_there_after_the_end():
    log = [*_noted(("a", HERE, 10)), _envelope(2, 40, PhaseChanged(phase=Phase.ENDED)), *_noted(("a", GONE, 90))]

    assert presence(log) == {"a": (Interval(10, 40),)}


@given(st.lists(st.tuples(st.sampled_from("ab"), st.sampled_from(Presence), st.integers(0, 5)), max_size=20))
def test_intervals_are_in_order_and_never_overlap(steps: list[tuple[str, Presence, int]]):
    """Whatever devices do, nobody is counted twice at one time."""
    at = 0
    changes = []
    for member, how, later in steps:
        at += later
        changes.append((member, how, at))
    for intervals in presence(_noted(*changes)).values():
        assert all(one.end < other.start for one, other in itertools.pairwise(intervals))
        assert 0 <= total(intervals) <= at


def _past() -> PastSession:
    events: list[tuple[int, Event]] = [
        (1, SessionCreated(session="s", title="Giving feedback", language="en", nearby=True)),
        (
            2,
            MemberJoined(
                item="name:a",
                revision=1,
                kind="name",
                channel="",
                author="a",
                name="Amina",
                role=Role.LEARNER,
                standing=Standing.ADMITTED,
                number=1,
                token_hash="0" * 64,
                language="en",
            ),
        ),
        (3, MessagePosted(item="m1", revision=1, kind="message", channel="main", author="a", text="Hello")),
        (
            4,
            MessagePosted(item="m2", revision=1, kind="message", channel="main", author="a", text="Oh", held_by="mode"),
        ),
    ]
    records, prev = [], GENESIS
    for seq, (at, event) in enumerate(events, 1):
        record = seal(_envelope(seq, at, event, actor="a"), prev, "0" * 32)
        records.append(record)
        prev = record.hash
    world = REGISTRY.world("s")
    envelopes = [unseal(record, REGISTRY.read_event) for record in records]
    for envelope in envelopes:
        REGISTRY.evolve(world, envelope)
    return PastSession("s", records, envelopes, world)


def test_an_export_holds_the_conversation_and_a_log_whose_hashes_anybody_can_recompute():
    past = _past()
    document = json.loads(export(past))

    assert [(each["name"], each["role"]) for each in document["members"]] == [("Amina", "learner")]
    assert [(each["text"], each["revisions"][0]["state"]) for each in document["messages"]] == [
        ("Hello", "published"),
        (None, "held"),
    ]
    assert [sha256(each["body"].encode()).hexdigest() for each in document["log"]] == [r.hash for r in past.records]
    assert document["chain"] == {"intact": True, "records": 4, "head": past.records[-1].hash}


@pytest.mark.parametrize("place", [1, 2, 3, 4])
def test_the_first_record_that_was_changed_is_named(place: int):
    records = list(_past().records)
    record = records[place - 1]
    records[place - 1] = replace(record, body=record.body.replace(b'"at":', b'"at": '))

    assert check(records).broken_at == place
    assert not check(records).is_intact


def test_a_log_without_its_middle_is_not_whole():
    records = _past().records

    assert check([*records[:1], *records[2:]]).broken_at == 2
