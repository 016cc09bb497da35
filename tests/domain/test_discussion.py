"""What is said in a class, to whom, and what becomes of it."""

from __future__ import annotations

from typing import Any

import pytest

from app.domain.discussion import commands as d
from app.domain.discussion.decider import EMOJIS
from app.domain.kernel.gate import Outcome
from app.domain.kernel.messages import Command, CommandNoted
from app.domain.kernel.refusal import Refusal
from app.domain.kernel.views import CLASS, me
from app.domain.kernel.words import MAIN, RELAY, STAFF, Role, derived_id, room_channel
from app.domain.registry import REGISTRY
from app.domain.roster import commands as r
from app.domain.session import commands as s
from tests.domain.classroom import Classroom
from tests.domain.refusals import refused


def test_what_is_said_in_the_main_room_everyone_reads():
    room, host = Classroom.live()
    ana = room.joins("Ana")
    room.says(host, "What is a half?")
    room.says(ana, "One of two equal parts")

    assert room.class_messages() == ["What is a half?", "One of two equal parts"]


def test_a_message_has_the_id_that_its_author_knew_before():
    """So it can be shown, and answered, before any relay has seen it."""
    room, _host = Classroom.live()
    ana = room.joins("Ana")
    command_id = room.new_id()
    room.do(ana, d.PostMessage(channel=MAIN, text="hello"), command_id=command_id)
    answer = room.says(ana, "I mean: good morning", reply_to=derived_id(command_id, ana, 0))

    assert room.reads(CLASS)["discussion"]["messages"][answer]["reply_to"] == derived_id(command_id, ana, 0)


def test_a_room_s_talk_stays_in_the_room():
    room, host = Classroom.live()
    ana, ben = room.joins("Ana"), room.joins("Ben")
    table = room.opens_room(host, "Table 1")
    room.moves(host, ana, table)
    message = room.says(ana, "between us")

    assert room.class_messages() == []
    assert room.room_messages(table) == ["between us"]
    with refused("not_your_channel"):
        room.says(ben, "let me in", room_channel(table))
    with refused("not_your_channel"):
        room.history(ben, room_channel(table))
    for command in (d.React(message=message, emoji="👍"), d.DeleteMessage(message=message)):
        with pytest.raises(Refusal, match=r"unknown_message|not_allowed"):
            room.do(ben, command)


def test_what_one_does_not_see_answers_like_what_does_not_exist():
    """A refusal does not tell that another room's message is there."""
    room, host = Classroom.live()
    ana, ben = room.joins("Ana"), room.joins("Ben")
    table = room.opens_room(host, "Table 1")
    room.moves(host, ana, table)
    message = room.says(ana, "between us")

    for target in (message, "nothing"):
        with refused("unknown_message"):
            room.do(ben, d.React(message=target, emoji="👍"))
        with refused("unknown_message"):
            room.says(ben, "what?", reply_to=target)


def test_staff_write_in_every_channel_and_among_themselves():
    room, host = Classroom.live()
    ana = room.joins("Ana")
    table = room.opens_room(host, "Table 1")
    room.says(host, "five more minutes", room_channel(table))
    room.says(host, "she is doing well", STAFF)

    assert room.room_messages(table) == ["five more minutes"]
    assert room.history(host, STAFF) == ["she is doing well"]
    with refused("not_your_channel"):
        room.says(ana, "me too", STAFF)
    with refused("not_your_channel"):
        room.history(ana, STAFF)


def test_who_comes_into_a_room_reads_its_whole_talk():
    room, host = Classroom.live()
    ana, ben = room.joins("Ana"), room.joins("Ben")
    table = room.opens_room(host, "Table 1")
    room.moves(host, ana, table)
    room.says(ana, "before")
    room.moves(host, ben, table)

    assert room.history(ben, room_channel(table)) == ["before"]


def test_who_was_moved_out_reads_the_room_up_to_leaving():
    room, host = Classroom.live()
    ana, ben = room.joins("Ana"), room.joins("Ben")
    table = room.opens_room(host, "Table 1")
    for member in (ana, ben):
        room.moves(host, member, table)
    room.says(ana, "while Ben is here")
    room.moves(host, ben)
    room.says(ana, "after Ben has gone")

    assert room.history(ben, room_channel(table)) == ["while Ben is here"]
    assert room.history(ana, room_channel(table)) == ["while Ben is here", "after Ben has gone"]


def test_who_was_moved_out_does_not_read_what_was_changed_after_they_left():
    """Neither a later text of an earlier message, nor later reactions."""
    room, host = Classroom.live()
    ana, ben = room.joins("Ana"), room.joins("Ben")
    table = room.opens_room(host, "Table 1")
    for member in (ana, ben):
        room.moves(host, member, table)
    message = room.says(ana, "the first words")
    room.moves(host, ben)
    room.edits(ana, message, "what Ben must not know")
    room.do(ana, d.React(message=message, emoji="👍"))

    assert room.history(ben, room_channel(table)) == ["the first words"]
    entry = room.page(ben, room_channel(table))["messages"][message]
    assert "edited" not in entry
    assert "reactions" not in entry
    assert room.history(ana, room_channel(table)) == ["what Ben must not know"]


def test_what_was_taken_away_is_gone_from_their_history_too():
    room, host = Classroom.live()
    ana, ben = room.joins("Ana"), room.joins("Ben")
    table = room.opens_room(host, "Table 1")
    for member in (ana, ben):
        room.moves(host, member, table)
    message = room.says(ana, "a mistake")
    room.moves(host, ben)
    room.do(ana, d.DeleteMessage(message=message))

    assert room.history(ben, room_channel(table)) == []


def test_what_staff_took_back_before_somebody_left_does_not_come_to_them_later():
    """Neither what was shown before it, nor what was approved after they left."""
    room, host = Classroom.live()
    ana, ben = room.joins("Ana"), room.joins("Ben")
    table = room.opens_room(host, "Table 1")
    for member in (ana, ben):
        room.moves(host, member, table)
    message = room.says(ana, "the first words")
    room.edits(ana, message, "other words")
    room.decides(host, message, Outcome.REJECTED)
    room.moves(host, ben)
    room.decides(host, message, Outcome.PUBLISHED)

    assert room.history(ben, room_channel(table)) == []
    assert room.history(ana, room_channel(table)) == ["other words"]


def test_an_observer_reads_the_main_room_and_says_nothing():
    room, host = Classroom.live()
    inspector = room.invites(host, "Inspector", Role.OBSERVER)
    room.enters(inspector)
    table = room.opens_room(host, "Table 1")
    room.moves(host, inspector, table)
    room.says(host, "hello")

    assert room.history(inspector, MAIN) == ["hello"]
    with refused("not_your_channel"):
        room.history(inspector, room_channel(table))
    with refused("not_allowed"):
        room.says(inspector, "hm", MAIN)


def test_history_comes_in_pages():
    room, host = Classroom.live()
    for n in range(7):
        room.says(host, f"{n}")
    page = room.page(host, MAIN, limit=3)
    assert [entry["text"] for entry in page["messages"].values()] == ["4", "5", "6"]
    assert page["older"] is True

    first = min(entry["order"] for entry in page["messages"].values())
    assert room.history(host, MAIN, before=first, limit=100) == ["0", "1", "2", "3"]
    assert "older" not in room.page(host, MAIN, before=first, limit=4)


@pytest.mark.parametrize("args", [{"before": "1"}, {"limit": None}, {"limit": True}, {"channel": 5}])
def test_a_question_that_makes_no_sense_is_refused(args: dict[str, Any]):
    room, host = Classroom.live()

    with refused("bad_query"):
        room.page(host, args.pop("channel", MAIN), **args)


@pytest.mark.parametrize("limit", [-5, 0, 10_000])
def test_a_page_has_at_least_one_message_and_at_most_a_hundred(limit: int):
    room, host = Classroom.live()
    for n in range(102):
        room.says(host, f"{n}")

    assert len(room.history(host, MAIN, limit=limit)) == (100 if limit > 0 else 1)
    assert room.history(host, MAIN, before=-3) == []


def test_an_edited_message_says_so_and_keeps_its_place():
    room, host = Classroom.live()
    ana = room.joins("Ana")
    room.keep_all()
    message = room.says(ana, "helo")
    room.says(host, "welcome")
    room.edits(ana, message, "hello")

    assert room.class_messages() == ["hello", "welcome"]
    assert room.reads(CLASS)["discussion"]["messages"][message]["edited"] is True
    room.check_documents()


def test_the_same_text_again_is_no_new_revision():
    room, _host = Classroom.live()
    ana = room.joins("Ana")
    message = room.says(ana, "hello")

    assert room.do(ana, d.EditMessage(message=message, text=" hello ")) == [CommandNoted()]


def test_one_edits_ones_own_messages_only_staff_too():
    room, host = Classroom.live()
    ana, ben = room.joins("Ana"), room.joins("Ben")
    message = room.says(ana, "hello")

    for other in (ben, host):
        with refused("not_allowed"):
            room.edits(other, message, "I am a fool")


def test_a_message_is_taken_away_by_its_author_or_by_staff():
    room, host = Classroom.live()
    ana, ben = room.joins("Ana"), room.joins("Ben")
    first, second = room.says(ana, "one"), room.says(ana, "two")
    room.keep_all()
    with refused("not_allowed"):
        room.do(ben, d.DeleteMessage(message=first))

    room.do(ana, d.DeleteMessage(message=first))
    room.do(host, d.DeleteMessage(message=second))
    assert room.class_messages() == []
    assert room.do(host, d.DeleteMessage(message=second)) == [CommandNoted()]
    with refused("unknown_message"):
        room.edits(ana, first, "again")
    with refused("unknown_message"):
        room.says(ben, "what?", reply_to=second)


def test_reactions_are_counted_and_taken_back():
    room, host = Classroom.live()
    ana = room.joins("Ana")
    room.keep_all()
    message = room.says(host, "Ready?")
    for member in (ana, host):
        room.do(member, d.React(message=message, emoji="👍"))
    assert room.reads(CLASS)["discussion"]["messages"][message]["reactions"] == {"👍": 2}
    assert room.reads(me(ana))["discussion"]["reacted"] == {message: {"👍": True}}
    assert room.do(ana, d.React(message=message, emoji="👍")) == [CommandNoted()]

    for member in (ana, host):
        room.do(member, d.React(message=message, emoji="👍", on=False))
    assert "reactions" not in room.reads(CLASS)["discussion"]["messages"][message]
    assert "reacted" not in room.reads(me(ana)).get("discussion", {})
    room.check_documents()


@pytest.mark.parametrize("emoji", ["", "x", "👎", EMOJIS[0] * 2])
def test_only_the_offered_reactions_are_taken(emoji: str):
    room, host = Classroom.live()
    message = room.says(host, "Ready?")

    with refused("unknown_emoji"):
        room.do(host, d.React(message=message, emoji=emoji))


def test_hands_go_up_and_down():
    room, host = Classroom.live()
    ana, ben = room.joins("Ana"), room.joins("Ben")
    room.keep_all()
    room.do(ana, d.RaiseHand())
    room.do(ben, d.RaiseHand())
    assert room.reads(CLASS)["discussion"]["hands"] == 2
    assert room.do(ana, d.RaiseHand()) == [CommandNoted()]
    with refused("not_allowed"):
        room.do(ben, d.LowerHand(member=ana))

    room.do(host, d.LowerHand(member=ana))
    room.do(ben, d.LowerHand(member=ben))
    assert "hands" not in room.reads(CLASS).get("discussion", {})
    assert room.do(host, d.LowerHand(member=ana)) == [CommandNoted()]
    room.check_documents()


@pytest.mark.parametrize("going", ["leaves", "is removed", "becomes an observer"])
def test_a_hand_goes_down_when_its_owner_goes(going: str):
    """In the same commit, by the relay's own policy."""
    room, host = Classroom.live()
    ana = room.joins("Ana")
    room.keep_all()
    room.do(ana, d.RaiseHand())
    match going:
        case "leaves":
            room.do(ana, r.LeaveSession())
        case "is removed":
            room.do(host, r.RemoveMember(member=ana))
        case _:
            room.do(host, r.ChangeRole(member=ana, role=Role.OBSERVER))

    assert not room.discussion.hands
    assert room.envelopes[-1].actor == RELAY
    assert room.envelopes[-1].command_id == room.envelopes[-2].command_id
    room.check_documents()


def test_all_hands_are_down_when_the_class_ends():
    room, host = Classroom.live()
    ana = room.joins("Ana")
    room.keep_all()
    room.do(ana, d.RaiseHand())
    room.do(host, s.EndSession())

    assert not room.discussion.hands
    room.check_documents()


def test_a_hand_stays_up_when_its_owner_becomes_staff():
    room, host = Classroom.live()
    ana = room.joins("Ana")
    room.do(ana, d.RaiseHand())
    room.do(host, r.ChangeRole(member=ana, role=Role.COFACILITATOR))

    assert list(room.discussion.hands) == [ana]


@pytest.mark.parametrize("command", [s.PauseSession(), s.EndSession()])
def test_learners_are_silent_while_the_class_does_not_run_and_staff_are_not(command: Command):
    room, host = Classroom.live()
    ana = room.joins("Ana")
    message = room.says(ana, "hello")
    room.do(host, command)

    phase = str(room.life.phase)
    with refused("session_not_live", phase=phase):
        room.says(ana, "more")
    with refused("session_not_live", phase=phase):
        room.edits(ana, message, "more")
    with refused("session_not_live", phase=phase):
        room.do(ana, d.React(message=message, emoji="👍"))
    with refused("session_not_live", phase=phase):
        room.do(ana, d.RaiseHand())
    room.says(host, "thank you all")
    assert room.class_messages() == ["hello", "thank you all"]


def test_an_archived_class_is_not_written_in_any_more():
    room, host = Classroom.live()
    ana = room.joins("Ana")
    message = room.says(ana, "hello")
    room.do(host, s.EndSession())
    room.do(host, s.ArchiveSession())

    with refused("session_not_live"):
        room.says(host, "one more")
    with refused("session_not_live"):
        room.do(ana, d.DeleteMessage(message=message))


@pytest.mark.parametrize("channel", ["", "room:nowhere", "topic:1", "Main"])
def test_a_channel_that_does_not_exist_is_refused(channel: str):
    room, host = Classroom.live()

    with refused("unknown_channel"):
        room.do(host, d.PostMessage(channel=channel, text="hello"))


def test_an_answer_stays_in_the_channel_of_what_it_answers():
    room, host = Classroom.live()
    table = room.opens_room(host, "Table 1")
    message = room.says(host, "hello", room_channel(table))

    with refused("unknown_message"):
        room.says(host, "hi", MAIN, reply_to=message)


def test_one_s_own_unpublished_texts_are_the_newest_thirty():
    """However many wait, the document stays small, and in order."""
    room, host = Classroom.live()
    ana = room.joins("Ana")
    room.holds(host)
    room.keep_all()
    written = [room.says(ana, f"draft {n}") for n in range(33)]

    assert list(room.reads(me(ana))["discussion"]["own"]) == written[3:]
    room.decides(host, written[-1], Outcome.PUBLISHED)
    assert list(room.reads(me(ana))["discussion"]["own"]) == written[2:-1]
    room.check_documents()


def test_every_revision_s_text_is_there_for_staff():
    room, _host = Classroom.live()
    ana = room.joins("Ana")
    message = room.says(ana, "one")
    room.edits(ana, message, "two")

    assert [REGISTRY.text_of(room.world, message, n) for n in (0, 1, 2, 3)] == [None, "one", "two", None]
