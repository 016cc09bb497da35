"""Threads, mentions and searches: what hangs together in a conversation, and who is told."""

from __future__ import annotations

from app.domain.discussion.commands import DeleteMessage
from app.domain.discussion.looking import LETTERS_AT_ONCE, READ_AT_ONCE
from app.domain.kernel.folding import folded
from app.domain.kernel.gate import Outcome
from app.domain.kernel.views import CLASS, me
from app.domain.roster.commands import EraseMember, RenameMember
from tests.domain.classroom import Classroom
from tests.domain.refusals import refused

LONG = 18


def entry(room: Classroom, message: str) -> dict[str, object]:
    """Return a message of the main room as everybody reads it."""
    found: dict[str, object] = room.reads(CLASS)["discussion"]["messages"][message]
    return found


def calls(room: Classroom, member: str) -> dict[str, dict[str, object]]:
    """Return the messages that speak to a member, as their document names them."""
    found: dict[str, dict[str, object]] = room.reads(me(member)).get("discussion", {}).get("mentions", {})
    return found


def test_a_reply_to_a_reply_belongs_to_the_same_thread():
    room, host = Classroom.live()
    ana = room.joins("Ana")
    root = room.says(host, "Why?")
    first = room.says(ana, "Because.", reply_to=root)
    second = room.says(host, "Really?", reply_to=first)
    aside = room.says(ana, "Lunch?")

    found = room.asks(ana, "discussion.thread", message=second)
    assert set(found["messages"]) == {root, first, second}
    assert (found["root"], found["channel"]) == (root, "main")
    assert entry(room, root)["replies"] == 2
    assert "replies" not in entry(room, aside)


def test_replies_are_counted_while_they_show():
    room, host = Classroom.live()
    ana = room.joins("Ana")
    root = room.says(host, "Why?")
    room.keep_all()
    room.holds(host)
    reply = room.says(ana, "Because.", reply_to=root)
    assert "replies" not in entry(room, root)
    room.decides(host, reply, Outcome.PUBLISHED)
    assert entry(room, root)["replies"] == 1
    room.do(ana, DeleteMessage(message=reply))
    assert "replies" not in entry(room, root)
    room.check_documents()


def test_a_thread_of_another_room_is_nobody_elses_to_read():
    room, host = Classroom.live()
    ana, ben = room.joins("Ana"), room.joins("Ben")
    table = room.opens_room(host, "Table 1")
    room.moves(host, ana, table)
    root = room.says(ana, "Among us")

    with refused("unknown_message"):
        room.asks(ben, "discussion.thread", message=root)
    room.moves(host, ben, table)
    assert set(room.asks(ben, "discussion.thread", message=root)["messages"]) == {root}


def test_a_name_after_an_at_speaks_to_the_member_who_has_it():
    """The longest name that stands there counts, whatever its case, and only as a whole word."""
    room, host = Classroom.live()
    ana, anna, zoe = room.joins("Ana"), room.joins("Ana Maria"), room.joins("Zoé")
    message = room.says(host, "@ana maria and @ZOÉ, see mail@ana.org, not @Anatole")

    assert entry(room, message)["mentions"] == {anna: "Ana Maria", zoe: "Zoé"}
    assert calls(room, anna)[message] | {"order": 0} == {"channel": "main", "order": 0, "number": 1, "name": "Host"}
    assert calls(room, ana) == {}


def test_who_is_spoken_to_follows_what_is_shown():
    room, host = Classroom.live()
    ana, ben = room.joins("Ana"), room.joins("Ben")
    room.keep_all()
    message = room.says(ben, "@Ana look")
    room.edits(ben, message, "Never mind")
    assert calls(room, ana) == {}
    room.holds(host)
    held = room.says(ben, "@Ana again")
    assert calls(room, ana) == {}
    room.decides(host, held, Outcome.PUBLISHED)
    assert set(calls(room, ana)) == {held}
    room.do(ben, RenameMember(member=ben, name="Benoît"))
    room.do(ben, DeleteMessage(message=held))
    assert calls(room, ana) == {}
    room.check_documents()


def test_nobody_is_called_to_what_they_cannot_read():
    room, host = Classroom.live()
    ana, ben = room.joins("Ana"), room.joins("Ben")
    table = room.opens_room(host, "Table 1")
    room.moves(host, ana, table)
    message = room.says(ana, "@Ben is not here, @Host may come, @Ana is me")

    assert calls(room, ben) == {}
    assert set(calls(room, host)) == {message}
    assert calls(room, ana) == {}


def test_an_erased_name_is_no_longer_called():
    room, host = Classroom.live()
    ana = room.joins("Ana")
    message = room.says(host, "@Ana look")
    room.keep_all()
    room.do(host, EraseMember(member=ana))

    assert "mentions" not in entry(room, message)
    room.check_documents()


def test_a_search_finds_words_whatever_their_case_and_accents_where_one_may_read():
    room, host = Classroom.live()
    ana, ben = room.joins("Ana"), room.joins("Ben")
    said = room.says(ana, "L’École est fermée")
    table = room.opens_room(host, "Table 1")
    room.moves(host, ana, table)
    secret = room.says(ana, "école secrète")
    topic = room.opens_topic(host, "Schools")
    there = room.says(ben, "ecole ouverte", "topic:" + topic)
    room.says(host, "the staff's école", "staff")

    assert set(room.asks(ben, "discussion.search", text="ecole")["messages"]) == {said, there}
    assert set(room.asks(ana, "discussion.search", text="ÉCOLE secr")["messages"]) == {secret}
    found = room.asks(ben, "discussion.search", text="ecole", channel="topic:" + topic)["messages"]
    assert found[there]["channel"] == "topic:" + topic
    with refused("not_your_channel"):
        room.asks(ben, "discussion.search", text="x", channel="room:" + table)
    with refused("text_empty"):
        room.asks(ben, "discussion.search", text="  ")
    with refused("bad_query"):
        room.asks(ben, "discussion.search", text=3)
    strange: tuple[object, ...] = ([], {}, 3, None)
    for message in strange:
        with refused("bad_query"):
            room.asks(ben, "discussion.thread", message=message)


def test_a_search_reads_a_part_at_a_time_and_goes_on_from_there():
    room, host = Classroom.live()
    first = room.says(host, "needle")
    for n in range(READ_AT_ONCE):
        room.says(host, f"hay {n}")

    part = room.asks(host, "discussion.search", text="needle")
    assert part["messages"] == {}
    rest = room.asks(host, "discussion.search", text="needle", before=part["before"])
    assert set(rest["messages"]) == {first}
    assert "before" not in rest


def test_a_search_does_not_hold_up_the_class_over_letters_that_become_many():
    room, host = Classroom.live()
    letter = "\N{ARABIC LIGATURE SALLALLAHOU ALAYHE WASALLAM}"
    assert len(folded(letter)) == LONG
    first = room.says(host, "needle")
    for n in range(LETTERS_AT_ONCE // (4_000 * LONG) + 1):
        room.says(host, letter * 3_990 + str(n))

    part = room.asks(host, "discussion.search", text="needle")
    assert part["messages"] == {}
    assert set(room.asks(host, "discussion.search", text="needle", before=part["before"])["messages"]) == {first}
