"""Held texts: what waits, who decides, and what the author and the others see meanwhile."""

from __future__ import annotations

import pytest

from app.domain.breakouts.commands import CloseRoom
from app.domain.discussion.commands import DeleteMessage, EditMessage
from app.domain.kernel.gate import Outcome
from app.domain.kernel.messages import CommandNoted
from app.domain.kernel.views import CLASS
from app.domain.kernel.words import MAIN, STAFF, Role, room_channel
from app.domain.moderation.commands import DecideText, SetChannelMode
from app.domain.moderation.events import ChannelMode, DecisionCosigned
from app.domain.roster.commands import EraseMember
from tests.domain.classroom import Classroom
from tests.domain.refusals import refused


@pytest.fixture
def held() -> tuple[Classroom, str, str]:
    """Give a class whose main channel is held, its host, and a learner in it."""
    room, host = Classroom.live()
    ana = room.joins("Ana")
    room.keep_all()
    room.holds(host)
    return room, host, ana


def decision(room: Classroom, item: str, outcome: Outcome) -> DecideText:
    """Return a decision on what a moderator has on the screen now."""
    found = room.moderation.items[item]
    return DecideText(item=item, revision=found.revision, version=found.version, outcome=outcome)


def test_a_held_message_waits_and_only_its_author_sees_it(held: tuple[Classroom, str, str]):
    room, _host, ana = held
    message = room.says(ana, "May I?")

    assert room.class_messages() == []
    assert list(room.moderation.waiting) == [message]
    assert room.mine(ana, message)["state"] == "held"
    assert room.mine(ana, message)["text"] == "May I?"


def test_an_approved_message_shows_where_it_is_approved(held: tuple[Classroom, str, str]):
    """It stands after what was said while it waited, and leaves its author's waiting list."""
    room, host, ana = held
    message = room.says(ana, "May I?")
    room.says(host, "Meanwhile")
    room.decides(host, message, Outcome.PUBLISHED)

    assert room.class_messages() == ["Meanwhile", "May I?"]
    assert room.mine(ana, message) == {}
    assert not room.moderation.waiting
    room.check_documents()


def test_a_returned_message_is_revised_and_approved(held: tuple[Classroom, str, str]):
    room, host, ana = held
    message = room.says(ana, "its rubbish")
    room.decides(host, message, Outcome.RETURNED, "Say why")
    assert room.mine(ana, message)["state"] == "returned"
    assert room.mine(ana, message)["reason"] == "Say why"
    assert not room.moderation.waiting

    room.edits(ana, message, "I doubt it, because…")
    assert room.mine(ana, message)["state"] == "held"
    assert "reason" not in room.mine(ana, message)
    assert list(room.moderation.waiting) == [message]

    room.decides(host, message, Outcome.PUBLISHED)
    assert room.class_messages() == ["I doubt it, because…"]
    room.check_documents()


def test_a_held_edit_keeps_the_last_admitted_text_visible():
    room, host = Classroom.live()
    ana = room.joins("Ana")
    room.keep_all()
    message = room.says(ana, "the first words")
    room.holds(host)
    room.edits(ana, message, "other words")
    assert room.class_messages() == ["the first words"]
    assert room.mine(ana, message)["published"] is True

    room.decides(host, message, Outcome.REJECTED)
    assert room.class_messages() == ["the first words"]
    room.edits(ana, message, "better words")
    room.decides(host, message, Outcome.PUBLISHED)
    assert room.class_messages() == ["better words"]
    room.check_documents()


def test_staff_take_back_what_was_shown():
    room, host = Classroom.live()
    ana = room.joins("Ana")
    room.keep_all()
    message = room.says(ana, "unkind words")
    room.decides(host, message, Outcome.RETURNED, "Be kind")

    assert room.class_messages() == []
    assert room.mine(ana, message)["state"] == "returned"
    room.check_documents()


def test_two_moderators_who_decide_differently_are_not_both_right(held: tuple[Classroom, str, str]):
    """The second is told what the first decided."""
    room, host, ana = held
    co = room.invites(host, "Co", Role.COFACILITATOR)
    room.enters(co)
    message = room.says(ana, "May I?")
    on_both_screens = decision(room, message, Outcome.PUBLISHED), decision(room, message, Outcome.REJECTED)
    room.do(host, on_both_screens[0])

    winner = room.moderation.items[message].decision
    with refused("decided_otherwise", outcome="published", by=host, decision=winner):
        room.do(co, on_both_screens[1])
    assert room.class_messages() == ["May I?"]


def test_two_moderators_who_decide_alike_agree(held: tuple[Classroom, str, str]):
    room, host, ana = held
    co = room.invites(host, "Co", Role.COFACILITATOR)
    room.enters(co)
    message = room.says(ana, "May I?")
    alike = decision(room, message, Outcome.PUBLISHED)
    room.do(host, alike)

    assert room.do(co, alike) == [DecisionCosigned(item=message, revision=1)]
    assert room.do(co, alike) == [CommandNoted()]
    assert room.moderation.items[message].decided_by == host
    assert room.moderation.items[message].cosigned == (co,)


def test_a_decision_on_words_that_were_edited_since_is_refused(held: tuple[Classroom, str, str]):
    """Nobody approves what they have not read."""
    room, host, ana = held
    message = room.says(ana, "harmless")
    read = decision(room, message, Outcome.PUBLISHED)
    room.edits(ana, message, "harmful")

    with refused("edited_since", revision=2):
        room.do(host, read)
    assert room.class_messages() == []


def test_an_edited_text_goes_to_the_end_of_the_queue(held: tuple[Classroom, str, str]):
    room, _host, ana = held
    first, second = room.says(ana, "one"), room.says(ana, "two")
    room.edits(ana, first, "one and a half")

    assert list(room.moderation.waiting) == [second, first]


def test_a_message_that_its_author_takes_away_waits_no_more(held: tuple[Classroom, str, str]):
    room, host, ana = held
    message = room.says(ana, "never mind")
    read = decision(room, message, Outcome.PUBLISHED)
    room.do(ana, DeleteMessage(message=message))

    assert not room.moderation.waiting
    with refused("unknown_item"):
        room.do(host, read)
    assert room.class_messages() == []
    assert room.mine(ana, message) == {}
    room.check_documents()


def test_a_closed_channel_takes_nothing_and_says_so(held: tuple[Classroom, str, str]):
    room, host, ana = held
    message = room.says(ana, "waiting")
    room.do(host, SetChannelMode(channel=MAIN, mode=ChannelMode.CLOSED))

    with refused("channel_closed"):
        room.says(ana, "too late")
    with refused("channel_closed"):
        room.do(ana, EditMessage(message=message, text="too late"))
    room.decides(host, message, Outcome.PUBLISHED)
    assert room.class_messages() == ["waiting"]


def test_closed_names_hold_a_name_since_everybody_needs_one(held: tuple[Classroom, str, str]):
    room, host, _ana = held
    room.do(host, SetChannelMode(channel="names", mode=ChannelMode.CLOSED))
    ben = room.joins("Ben")

    assert room.seat(ben).name == ""
    assert list(room.moderation.waiting) == ["name:" + ben]


def test_all_rooms_share_a_mode_unless_they_have_their_own():
    room, host = Classroom.live()
    ana = room.joins("Ana")
    first, second = room.opens_room(host, "Table 1"), room.opens_room(host, "Table 2")
    room.holds(host, "rooms")
    room.do(host, SetChannelMode(channel=room_channel(second), mode=ChannelMode.OPEN))
    for table in (first, second):
        room.moves(host, ana, table)
        room.says(ana, "hello")

    assert room.room_messages(first) == []
    assert room.room_messages(second) == ["hello"]
    room.moves(host, ana)
    room.says(ana, "the main room is open")
    assert room.class_messages() == ["the main room is open"]


def test_learners_read_which_channels_hold_or_refuse(held: tuple[Classroom, str, str]):
    room, host, _ana = held
    assert room.reads(CLASS)["moderation"]["modes"] == {MAIN: {"mode": "held"}}

    room.do(host, SetChannelMode(channel=MAIN, mode=ChannelMode.OPEN))
    assert "moderation" not in room.reads(CLASS)
    assert room.do(host, SetChannelMode(channel=MAIN, mode=ChannelMode.OPEN)) == [CommandNoted()]
    room.check_documents()


def test_opening_a_channel_lets_nothing_out_by_itself(held: tuple[Classroom, str, str]):
    """What waits was held for a person's decision, and a person decides it."""
    room, host, ana = held
    message = room.says(ana, "May I?")
    room.do(host, SetChannelMode(channel=MAIN, mode=ChannelMode.OPEN))

    assert list(room.moderation.waiting) == [message]
    assert room.class_messages() == []


@pytest.mark.parametrize("channel", ["", STAFF, "room:nowhere", "topic:nowhere"])
def test_only_channels_that_are_there_have_a_mode(channel: str):
    room, host = Classroom.live()

    with refused("unknown_channel"):
        room.do(host, SetChannelMode(channel=channel, mode=ChannelMode.HELD))


def test_a_closed_room_has_no_mode_to_set():
    room, host = Classroom.live()
    table = room.opens_room(host, "Table 1")
    room.do(host, CloseRoom(room=table))

    with refused("unknown_channel"):
        room.do(host, SetChannelMode(channel=room_channel(table), mode=ChannelMode.HELD))


def test_an_unknown_text_is_not_decided_about():
    room, host = Classroom.live()
    late = DecideText(item="nothing", revision=1, version=1, outcome=Outcome.PUBLISHED)

    with refused("unknown_item"):
        room.do(host, late)


def test_a_reason_has_a_measure(held: tuple[Classroom, str, str]):
    room, host, ana = held
    message = room.says(ana, "May I?")

    with refused("text_too_long", limit=1_000, length=1_001):
        room.decides(host, message, Outcome.REJECTED, "a" * 1_001)
    room.decides(host, message, Outcome.REJECTED, "  \n ")
    assert room.moderation.items[message].reason == ""


def test_an_erased_author_s_texts_wait_no_more_and_their_reasons_are_gone(held: tuple[Classroom, str, str]):
    room, host, ana = held
    waits, returned = room.says(ana, "one"), room.says(ana, "two")
    room.decides(host, returned, Outcome.RETURNED, "You wrote two")
    room.do(host, EraseMember(member=ana))

    assert not room.moderation.waiting
    assert room.moderation.items[returned].reason == ""
    assert room.discussion.messages[waits].newest.text == ""
    room.check_documents()
