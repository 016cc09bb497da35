"""Topics: channels with a title and a prompt, opened by the agenda or by staff, and then read by everybody."""

from __future__ import annotations

from typing import ClassVar

from app.domain.kernel.activities import ActivityBegan, ActivityEnded
from app.domain.kernel.envelope import Envelope
from app.domain.kernel.views import CLASS, Audience
from app.domain.kernel.words import RELAY, Role, topic_channel
from app.domain.moderation.commands import SetChannelMode
from app.domain.moderation.events import ChannelMode
from app.domain.topics.commands import CloseTopic, OpenTopic, PrepareTopic, ReviseTopic
from app.domain.topics.decider import MAX_TOPICS, policies
from app.relay.audience import audiences_of
from tests.domain.classroom import Classroom
from tests.domain.refusals import refused

PLAN = "t-1"


class Began(ActivityBegan, frozen=True, kw_only=True):
    """An activity of the agenda began."""

    type: ClassVar[str] = "test.began"


class Ended(ActivityEnded, frozen=True, kw_only=True):
    """An activity of the agenda ended."""

    type: ClassVar[str] = "test.ended"


def prepared() -> tuple[Classroom, str, str]:
    """Return a class with a learner and a topic of its plan that opens with the activity `a-1`."""
    room, host = Classroom.live()
    ana = room.joins("Ana")
    room.do(host, PrepareTopic(topic=PLAN, title="Parts", prompt="Share a pie.", activities=("a-1", "a-1", "a-2")))
    return room, host, ana


def seen(room: Classroom) -> dict[str, dict[str, object]]:
    """Return the topics that learners know of."""
    found: dict[str, dict[str, object]] = room.reads(CLASS).get("topics", {}).get("topics", {})
    return found


def follow(room: Classroom, event: Began | Ended) -> list[str]:
    """Return the types of the commands that follow from an activity's event."""
    envelope = Envelope(epoch=1, seq=99, id="", command_id="", actor=RELAY, at=0, event=event)
    return [command.type_name() for command in policies(room.world, envelope)]


def test_learners_do_not_know_of_a_topic_before_it_opens():
    room, host, ana = prepared()
    assert seen(room) == {}
    with refused("unknown_channel"):
        room.says(ana, "hello", topic_channel(PLAN))
    with refused("unknown_channel"):
        room.says(host, "hello", topic_channel(PLAN))

    room.do(host, OpenTopic(topic=PLAN))

    assert seen(room)[PLAN] == {"title": "Parts", "prompt": "Share a pie.", "order": 5, "open": True}


def test_what_is_said_in_a_topic_stands_in_its_document_and_the_class_knows_how_much():
    room, host, ana = prepared()
    room.do(host, OpenTopic(topic=PLAN))
    room.keep_all()
    first = room.says(ana, "thirds", topic_channel(PLAN))
    room.says(host, "sixths", topic_channel(PLAN), reply_to=first)

    assert room.topic_messages(PLAN) == ["thirds", "sixths"]
    assert room.class_messages() == []
    last = room.discussion.messages[room.discussion.shown[topic_channel(PLAN)][-1]].order
    assert room.reads(CLASS)["discussion"]["topics"][PLAN] == {"count": 2, "last": last}
    assert room.history(ana, topic_channel(PLAN)) == ["thirds", "sixths"]
    room.check_documents()


def test_a_closed_topic_is_read_by_all_and_takes_a_last_word_of_staff_alone():
    room, host, ana = prepared()
    room.do(host, OpenTopic(topic=PLAN))
    message = room.says(ana, "thirds", topic_channel(PLAN))
    room.do(host, CloseTopic(topic=PLAN))

    assert "open" not in seen(room)[PLAN]
    with refused("channel_closed"):
        room.says(ana, "more", topic_channel(PLAN))
    with refused("channel_closed"):
        room.edits(ana, message, "quarters")
    room.says(host, "in short", topic_channel(PLAN))
    room.do(host, OpenTopic(topic=PLAN))
    room.says(ana, "more", topic_channel(PLAN))


def test_a_topic_opens_with_each_of_its_activities_and_closes_with_them():
    room, host, _ana = prepared()

    assert follow(room, Began(activity="a-1")) == ["topics.open"]
    assert follow(room, Began(activity="a-3")) == []
    assert follow(room, Ended(activity="a-1")) == []
    room.do(RELAY, OpenTopic(topic=PLAN))
    assert follow(room, Began(activity="a-2")) == []
    assert follow(room, Ended(activity="a-1")) == ["topics.close"]
    room.do(host, CloseTopic(topic=PLAN))
    assert follow(room, Began(activity="a-2")) == ["topics.open"]


def test_staff_open_a_topic_on_the_spot():
    room, host = Classroom.live()
    topic = room.opens_topic(host, "  Whatever\ncomes ")

    assert seen(room)[topic]["title"] == "Whatever comes"


def test_the_gate_and_its_modes_hold_in_topics():
    room, host, ana = prepared()
    room.do(host, OpenTopic(topic=PLAN))
    room.holds(host, topic_channel(PLAN))
    held = room.says(ana, "thirds", topic_channel(PLAN))
    assert room.topic_messages(PLAN) == []
    assert room.mine(ana, held)["state"] == "held"

    other = room.opens_topic(host, "Another")
    room.do(host, SetChannelMode(channel="topics", mode=ChannelMode.CLOSED))
    with refused("channel_closed"):
        room.says(ana, "hello", topic_channel(other))
    with refused("unknown_channel"):
        room.holds(host, topic_channel("nowhere"))


def test_everybody_who_is_in_may_open_a_topic_and_nobody_else():
    room, host, ana = prepared()
    watcher = room.invites(host, "Inspector", Role.OBSERVER)
    opened = Audience("topic", PLAN)

    assert opened in audiences_of(room.seat(ana), wants_people=False, topics=(PLAN,))
    assert opened not in audiences_of(room.seat(watcher), wants_people=False, topics=(PLAN,))
    room.enters(watcher)
    assert opened in audiences_of(room.seat(watcher), wants_people=False, topics=(PLAN,))


def test_what_a_topic_is_about_may_be_said_otherwise():
    room, host, _ana = prepared()
    room.do(host, OpenTopic(topic=PLAN))
    room.do(host, ReviseTopic(topic=PLAN, title="Thirds", objective="Name a third"))

    assert seen(room)[PLAN] == {"title": "Thirds", "objective": "Name a third", "order": 5, "open": True}
    assert room.do(host, ReviseTopic(topic=PLAN, title="Thirds", objective="Name a third"))[0].type == "command.noted"


def test_bad_requests_are_refused_with_their_code():
    room, host, _ana = prepared()

    with refused("id_used"):
        room.do(host, PrepareTopic(topic=PLAN, title="Again"))
    with refused("bad_command"):
        room.do(host, PrepareTopic(topic="a b", title="Odd"))
    with refused("text_empty"):
        room.do(host, PrepareTopic(topic="t-2", title=" "))
    with refused("text_too_long"):
        room.do(host, PrepareTopic(topic="t-2", title="x" * 201))
    with refused("unknown_topic"):
        room.do(host, OpenTopic(topic="t-9"))
    with refused("topic_not_open"):
        room.do(host, CloseTopic(topic=PLAN))
    opened = room.world.seq
    room.do(host, OpenTopic(topic=PLAN))
    with refused("stale"):
        room.do(host, CloseTopic(topic=PLAN), seen=opened)


def test_there_is_an_end_to_topics():
    room, host = Classroom.live()
    for n in range(MAX_TOPICS):
        room.do(host, PrepareTopic(topic=f"t-{n}", title=f"Topic {n}"))

    with refused("too_many_topics"):
        room.opens_topic(host, "One more")
