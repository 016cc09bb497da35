"""The audit tells a clean class from one in which something was lost, doubled or shown to the wrong people."""

from __future__ import annotations

from typing import Any

import pytest

from app.domain.discussion.events import MessagePosted
from app.domain.kernel.envelope import Envelope
from app.domain.kernel.gate import Outcome, TextDecided
from app.domain.kernel.seats import Standing
from app.domain.kernel.words import MAIN, Role
from app.domain.roster.events import MemberJoined, MembersMoved, RoomOpened
from app.rehearsal.audit import Audit
from app.rehearsal.learner import Sighting

MARK = "#L0001-0001"


def joined(member: str, number: int) -> MemberJoined:
    return MemberJoined(
        item=f"name:{member}",
        revision=1,
        kind="name",
        channel="",
        author=member,
        role=Role.LEARNER,
        standing=Standing.ADMITTED,
        number=number,
        token_hash=str(number),
        language="fr",
        name=member,
    )


def posted(author: str, channel: str, held_by: str = "", item: str = "m1") -> MessagePosted:
    return MessagePosted(
        item=item,
        revision=1,
        kind="message",
        channel=channel,
        author=author,
        held_by=held_by,
        text=f"mot {MARK}",
    )


def audit(*events: Any, commands: list[str] | None = None) -> Audit:
    ids = commands or [f"c{n}" for n in range(1, len(events) + 1)]
    return Audit(
        "s",
        [
            Envelope(epoch=1, seq=n, id=f"e{n}", command_id=ids[n - 1], actor="a", at=n, event=event)
            for n, event in enumerate(events, 1)
        ],
    )


ROOM = "room:r1"
CLASS = (joined("tom", 1), joined("lea", 2), RoomOpened(room="r1", name="Salle"))


@pytest.mark.parametrize(
    ("seq", "leaks"),
    [(4, True), (5, False), (6, False)],
)
def test_a_held_text_may_be_seen_from_its_publication_on(seq: int, leaks: bool):  # noqa: FBT001 (a row of a table)
    decided = TextDecided(item="m1", revision=1, outcome=Outcome.PUBLISHED, author="tom")
    found = audit(*CLASS, posted("tom", MAIN, held_by="channel"), decided, joined("max", 3))

    assert found.is_leak("lea", Sighting(MARK, "class", seq)) is leaks
    assert not found.is_leak("tom", Sighting(MARK, "me", 4))
    assert (found.held, found.published) == (1, 4)


def test_another_rooms_talk_is_a_leak():
    found = audit(*CLASS, MembersMoved(members=("tom",), place=ROOM), posted("tom", ROOM))

    assert found.is_leak("lea", Sighting(MARK, ROOM, 5))


def test_what_is_said_after_leaving_a_room_is_a_leak_and_what_was_said_before_is_not():
    there = MembersMoved(members=("tom", "lea"), place=ROOM)
    back = MembersMoved(members=("lea",), place=MAIN)

    before = audit(*CLASS, there, posted("tom", ROOM), back)
    after = audit(*CLASS, there, back, posted("tom", ROOM))

    assert not before.is_leak("lea", Sighting(MARK, ROOM, 6))
    assert after.is_leak("lea", Sighting(MARK, ROOM, 6))
    assert after.is_leak("lea", Sighting(MARK, "", 6))


def test_who_comes_to_a_room_later_may_read_what_was_said():
    first = MembersMoved(members=("tom",), place=ROOM)
    later = MembersMoved(members=("lea",), place=ROOM)

    found = audit(*CLASS, first, posted("tom", ROOM), later)

    assert found.is_leak("lea", Sighting(MARK, ROOM, 5))
    assert not found.is_leak("lea", Sighting(MARK, ROOM, 6))


def test_a_text_that_no_log_holds_is_a_leak_wherever_it_shows():
    assert audit(*CLASS).is_leak("lea", Sighting(MARK, "class", 3))


def test_a_text_in_the_log_twice_is_doubled():
    assert audit(*CLASS, posted("tom", MAIN)).doubled() == 0
    assert audit(*CLASS, posted("tom", MAIN), posted("tom", MAIN, item="m2")).doubled() == 1


def test_a_command_with_two_commits_is_doubled():
    assert audit(*CLASS, commands=["c1", "c2", "c1"]).doubled() == 1


def test_what_was_asked_and_is_in_no_log_is_lost():
    found = audit(*CLASS, commands=["c1", "c2", "c3"])

    assert found.lost([], ["c1", "c3"]) == 0
    assert found.lost([], ["c1", "c4"]) == 1
