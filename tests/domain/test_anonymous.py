"""Messages without a name: anonymous to peers, or to staff as well; nothing that leaves the relay tells whose."""

from __future__ import annotations

import json
from itertools import product
from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from app.domain.agenda import commands as a
from app.domain.agenda.activity import Activity
from app.domain.anonymous.commands import AllowAnonymous, MuteAlias
from app.domain.anonymous.events import Allowed
from app.domain.discussion.commands import DeleteMessage, EditMessage, PostMessage, React
from app.domain.kernel.anonymity import NOBODY, Masks, is_alias
from app.domain.kernel.gate import Outcome
from app.domain.kernel.messages import CommandNoted
from app.domain.kernel.readings import Anonymity
from app.domain.kernel.refusal import Refusal
from app.domain.kernel.views import CLASS, me
from app.domain.kernel.words import MAIN, derived_id, topic_channel
from app.domain.questions import commands as q
from app.domain.questions.events import Support
from app.domain.registry import REGISTRY
from app.domain.stage.commands import PutOnStage
from tests.domain.classroom import SESSION_ID, Classroom
from tests.domain.refusals import refused

if TYPE_CHECKING:
    from app.domain.kernel.messages import Command


class Veiled:
    """A class in which one may write without a name, with four learners and an agenda."""

    def __init__(self, mode: Allowed = Allowed.EVERYBODY) -> None:
        self.room, self.host = Classroom.live()
        self.people = [self.room.joins(name) for name in ("Ana", "Ben", "Cleo", "Dan")]
        self.ana, self.ben = self.people[:2]
        self.mode = Anonymity(str(mode))
        self.do(AllowAnonymous(channel="all", mode=mode))
        self.do(a.SetAgenda(activities=(Activity(id="a", minutes=9), Activity(id="b", minutes=9))))
        self.room.keep_all()

    def do(self, command: Command) -> None:
        """Have the host ask for something."""
        self.room.do(self.host, command)

    def says(self, member: str, text: str, channel: str = MAIN, reply_to: str = "") -> str:
        """Let a learner write without a name, and return the message's id as their page reckons it."""
        command_id = self.room.new_id()
        post = PostMessage(channel=channel, text=text, reply_to=reply_to, anonymous=self.mode)
        self.room.do(member, post, command_id=command_id)
        return derived_id(command_id, NOBODY if self.mode is Anonymity.EVERYBODY else member, 0)

    def author(self, message: str) -> str:
        """Return whom the log names as author."""
        return self.room.discussion.messages[message].author

    def shown(self, message: str) -> dict[str, Any]:
        """Return a message as everybody reads it."""
        self.room.check_documents()
        found: dict[str, Any] = self.room.reads(CLASS)["discussion"]["messages"][message]
        return found

    def own(self, member: str) -> dict[str, Any]:
        """Return what a member's own document says of the conversation."""
        found: dict[str, Any] = self.room.reads(me(member)).get("discussion", {})
        return found


def test_to_peers_staff_know_the_name_and_learners_do_not():
    veiled = Veiled(Allowed.PEERS)
    message = veiled.says(veiled.ana, "I am lost.")

    assert veiled.author(message) == veiled.ana
    assert veiled.shown(message) == {
        "anonymous": True,
        "text": "I am lost.",
        "at": veiled.room.now,
        "order": veiled.room.world.seq,
    }
    assert veiled.own(veiled.ana)["anonymous"] == {message: "peers"}
    assert veiled.own(veiled.ben) == {}


def test_to_everybody_the_log_knows_an_alias_alone():
    veiled = Veiled()
    message, other = veiled.says(veiled.ana, "I am lost."), veiled.says(veiled.ana, "Still.")

    assert is_alias(veiled.author(message))
    assert veiled.author(message) == veiled.author(other)
    assert set(veiled.own(veiled.ana)["anonymous"]) == {message, other}
    assert veiled.own(veiled.ben) == {}


def test_each_activity_has_its_own_aliases():
    veiled = Veiled()
    messages = [veiled.says(veiled.ana, "Before")]
    for activity in ("a", "b"):
        veiled.do(a.StartActivity(activity=activity))
        messages.append(veiled.says(veiled.ana, f"In {activity}"))
    veiled.do(a.GoBack())
    again = veiled.says(veiled.ana, "In a again")

    assert len({veiled.author(message) for message in messages}) == len(messages)
    assert veiled.author(again) == veiled.author(messages[1])
    assert set(veiled.own(veiled.ana)["anonymous"]) == {*messages, again}
    veiled.room.check_documents()


def test_what_one_meant_is_what_holds_or_nothing_is_written():
    veiled = Veiled()
    veiled.do(AllowAnonymous(channel="all", mode=Allowed.PEERS))
    with refused("anonymity_changed", mode="peers"):
        veiled.says(veiled.ana, "For nobody's eyes")
    topic = veiled.room.opens_topic(veiled.host, "Parts")
    veiled.do(AllowAnonymous(channel=topic_channel(topic), mode=Allowed.EVERYBODY))
    veiled.do(AllowAnonymous(channel=MAIN, mode=Allowed.OFF))
    with refused("anonymity_changed", mode="off"):
        veiled.says(veiled.ana, "Here not")
    assert is_alias(veiled.author(veiled.says(veiled.ana, "But here", topic_channel(topic))))
    with refused("not_allowed"):
        veiled.do(PostMessage(channel=MAIN, text="Staff", anonymous=Anonymity.PEERS))
    assert veiled.room.reads(CLASS)["anonymous"]["modes"] == {
        "all": {"mode": "peers"},
        MAIN: {"mode": "off"},
        topic_channel(topic): {"mode": "everybody"},
    }
    veiled.room.check_documents()


@pytest.mark.parametrize("mode", [Allowed.PEERS, Allowed.EVERYBODY])
def test_the_author_edits_and_deletes_and_sees_how_it_stands_and_nobody_else_may(mode: Allowed):
    veiled = Veiled(mode)
    veiled.room.holds(veiled.host)
    message = veiled.says(veiled.ana, "I am lost.")
    assert veiled.room.mine(veiled.ana, message)["state"] == "held"
    veiled.room.decides(veiled.host, message, Outcome.RETURNED, "Where?")
    assert veiled.room.mine(veiled.ana, message)["reason"] == "Where?"
    for act in (EditMessage(message=message, text="Mine"), DeleteMessage(message=message)):
        with refused("not_allowed"):
            veiled.room.do(veiled.ben, act)

    veiled.room.edits(veiled.ana, message, "I am lost at thirds.")
    veiled.room.decides(veiled.host, message, Outcome.PUBLISHED)
    assert veiled.shown(message)["text"] == "I am lost at thirds."
    assert set(veiled.shown(message)) == {"anonymous", "text", "at", "order", "edited"}
    assert veiled.room.mine(veiled.ana, message) == {}

    veiled.room.do(veiled.ana, DeleteMessage(message=message))
    # All that is left is which message a page has to forget.
    assert veiled.room.reads(CLASS)["discussion"].keys() == {"gone"}
    veiled.room.check_documents()


def test_the_author_also_after_the_relay_started_anew():
    veiled = Veiled()
    message = veiled.says(veiled.ana, "I am lost.")
    veiled.room.world.masks = Masks(SESSION_ID, b"k" * 32)

    veiled.room.edits(veiled.ana, message, "I am lost at thirds.")

    assert veiled.shown(message)["edited"]
    assert veiled.own(veiled.ana)["anonymous"] == {message: "everybody"}


@pytest.mark.parametrize("mode", [Allowed.PEERS, Allowed.EVERYBODY])
def test_a_question_without_a_name_is_answered_and_accepted(mode: Allowed):
    veiled = Veiled(mode)
    question = veiled.says(veiled.ana, "Why thirds?")
    veiled.room.do(veiled.ana, q.AskQuestion(message=question))
    answer = veiled.room.says(veiled.ben, "Because.", reply_to=question)
    veiled.room.do(veiled.ben, q.MarkAnswer(question=question, message=answer))
    with refused("own_question"):
        veiled.room.do(veiled.ana, q.SupportQuestion(question=question, how=Support.VOTE))
    with refused("not_allowed"):
        veiled.room.do(veiled.ben, q.AcceptAnswer(question=question, message=answer))
    veiled.room.do(veiled.ana, q.AcceptAnswer(question=question, message=answer))

    shown = veiled.room.reads(CLASS)["questions"]["questions"][question]
    assert shown["accepted"] == answer
    assert {"author", "number", "name"} & set(shown) == set()
    veiled.room.check_documents()


def test_on_stage_it_has_no_name_and_its_author_is_told():
    veiled = Veiled()
    message = veiled.says(veiled.ana, "I am lost.")
    veiled.do(PutOnStage(message=message))

    assert set(veiled.room.reads(CLASS)["stage"]["message"]) == {"id", "at", "anonymous", "channel", "text"}
    assert message in veiled.room.reads(me(veiled.ana))["stage"]["mine"]
    veiled.room.check_documents()


def test_who_names_themselves_is_spoken_to_like_everybody():
    """To pass the author over would say who it is."""
    veiled = Veiled()
    message = veiled.says(veiled.ana, "@Ana and @Ben are right")

    assert veiled.shown(message)["mentions"] == {veiled.ana: "Ana", veiled.ben: "Ben"}
    assert veiled.own(veiled.ben)["mentions"] == {
        message: {"channel": MAIN, "order": veiled.room.world.seq, "anonymous": True}
    }


def test_a_muted_alias_is_silent_for_its_activity_and_its_wearer_alone_is_told():
    veiled = Veiled()
    veiled.do(a.StartActivity(activity="a"))
    message = veiled.says(veiled.ana, "Rude")
    veiled.do(MuteAlias(alias=veiled.author(message)))
    with refused("alias_muted"):
        veiled.says(veiled.ana, "Ruder")
    with refused("alias_muted"):
        veiled.room.edits(veiled.ana, message, "Ruder")
    veiled.says(veiled.ben, "I may")
    veiled.room.says(veiled.ana, "With my name I may")
    assert veiled.room.reads(me(veiled.ana))["anonymous"] == {"muted": True}
    assert "anonymous" not in veiled.room.reads(me(veiled.ben))

    veiled.do(a.StartActivity(activity="b"))
    assert "anonymous" not in veiled.room.reads(me(veiled.ana))
    veiled.says(veiled.ana, "Another activity")
    with refused("unknown_alias"):
        veiled.do(MuteAlias(alias=veiled.ana))
    veiled.room.check_documents()


ACTS = ("say", "say", "reply", "edit", "delete", "ask", "answer", "accept", "withdraw", "decide", "go on")
courses = st.lists(st.tuples(st.sampled_from(ACTS), st.integers(0, 3), st.integers(0, 5)), min_size=4, max_size=25)


def taken(veiled: Veiled, course: list[tuple[str, int, int]]) -> list[str]:
    """Let learners do things to what they wrote without a name, and return the messages."""
    written = [veiled.says(veiled.ana, "First"), veiled.says(veiled.ben, "Second")]
    wearers = dict(zip(written, (veiled.ana, veiled.ben), strict=True))
    for n, (kind, who, what) in enumerate(course):
        message = written[what % len(written)]
        try:
            if kind in {"say", "reply"}:
                new = veiled.says(veiled.people[who], f"Text {n}", reply_to=message if kind == "reply" else "")
                written.append(new)
                wearers[new] = veiled.people[who]
            elif kind == "go on":
                veiled.do(a.StartActivity(activity="ab"[what % 2]))
            elif kind == "decide" and message in veiled.room.moderation.items:
                veiled.room.decides(veiled.host, message, Outcome.RETURNED if what % 2 else Outcome.PUBLISHED, "Hm")
            else:
                veiled.room.do(wearers[message], authors_act(veiled, kind, message, what))
        except Refusal:
            continue
    return written


def authors_act(veiled: Veiled, kind: str, message: str, what: int) -> Command:
    """Return what an author asks for about their message."""
    room = veiled.room
    answers = list(room.questions.answers_to(message)) if message in room.questions.questions else []
    acts: dict[str, Command] = {
        "edit": EditMessage(message=message, text=f"Text {what}"),
        "delete": DeleteMessage(message=message),
        "ask": q.AskQuestion(message=message),
        "answer": q.MarkAnswer(question=room.discussion.messages[message].thread, message=message),
        "accept": q.AcceptAnswer(question=message, message=answers[0] if answers else ""),
    }
    return acts.get(kind, q.WithdrawQuestion(question=message))


def learners_documents(veiled: Veiled, reader: str) -> str:
    """Return all that one learner reads of what concerns messages, as text."""
    room = veiled.room
    documents = [
        room.reads(CLASS),
        room.reads(me(reader)),
    ]
    told: list[Any] = [
        {name: document.get(name) for name in ("discussion", "questions", "stage", "pins", "anonymous")}
        for document in documents
    ]
    told.append(room.page(reader, MAIN))
    told.append(room.asks(reader, "discussion.search", text="text"))
    return json.dumps(told)


@settings(max_examples=30, deadline=None)
@given(courses)
def test_nothing_that_leaves_the_relay_says_whose_a_message_is_that_is_anonymous_to_everybody(
    course: list[tuple[str, int, int]],
):
    """No record names its author, nor holds an id or a digest that tells; no document but the author's own does."""
    veiled = Veiled()
    begun = len(veiled.room.records)
    written = taken(veiled, course)

    assert all(is_alias(veiled.author(message)) for message in written)
    for record, envelope in zip(veiled.room.records[begun:], veiled.room.envelopes[begun:], strict=True):
        stored = record.body + (record.private or b"")
        assert envelope.actor == veiled.host or is_alias(envelope.actor)
        assert envelope.actor == veiled.host or not isinstance(envelope.event, CommandNoted)
        assert not any(member.encode() in stored for member in veiled.people)
        derivable = [derived_id(envelope.command_id, member, n) for member, n in product(veiled.people, range(3))]
        assert not any(derived.encode() in stored for derived in derivable)
    for reader in veiled.people:
        told = learners_documents(veiled, reader)
        assert "anon:" not in told
        assert not any(member in told for member in veiled.people)
        assert '"number"' not in told
    replica = REGISTRY.world(SESSION_ID)
    for envelope in veiled.room.envelopes:
        REGISTRY.evolve(replica, envelope)
    assert replica.state(type(veiled.room.discussion)) == veiled.room.discussion
    veiled.room.check_documents()


@settings(max_examples=25, deadline=None)
@given(courses)
def test_no_learner_is_told_whose_a_message_is_that_is_anonymous_to_peers(course: list[tuple[str, int, int]]):
    veiled = Veiled(Allowed.PEERS)
    taken(veiled, course)

    for reader in veiled.people:
        told = learners_documents(veiled, reader)
        assert not any(member in told for member in veiled.people)
        assert '"name"' not in told
        assert '"number"' not in told
    veiled.room.check_documents()


def test_reactions_stay_named_and_do_not_tell():
    veiled = Veiled()
    message = veiled.says(veiled.ana, "I am lost.")
    veiled.room.do(veiled.ana, React(message=message, emoji="👍"))
    assert veiled.room.envelopes[-1].actor == veiled.ana
    assert veiled.shown(message)["reactions"] == {"👍": 1}
