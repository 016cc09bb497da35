"""What learners see of questions: those that most people stand by, what became of them, and how they stand by each."""

from __future__ import annotations

from itertools import islice
from typing import TYPE_CHECKING, Final

from app.domain.kernel.gate import TextDecided, TextSubmitted, TextWithdrawn
from app.domain.kernel.messages import MemberErased
from app.domain.kernel.powers import TopicChanged
from app.domain.kernel.quoting import called
from app.domain.kernel.readings import TopicStanding
from app.domain.kernel.seats import SeatChanged
from app.domain.kernel.views import CLASS, Audience, Collection, Field, Touch, me
from app.domain.kernel.words import room_channel, room_of, topic_channel, topic_of
from app.domain.questions import events as e
from app.domain.questions.events import Standing
from app.domain.questions.state import QuestionsState

if TYPE_CHECKING:
    from collections.abc import Iterable

    from app.domain.kernel.envelope import Envelope
    from app.domain.kernel.views import Json
    from app.domain.kernel.words import ChannelId, MemberId
    from app.domain.kernel.world import World
    from app.domain.questions.state import Question

MOST: Final = 60
"""How many questions a document holds."""

MINE: Final = 200
"""Of how many questions, the newest, a member's document says how they stand by them."""

_DONE: Final = {Standing.ANSWERED, Standing.ANSWERED_LIVE}


def audience_of(channel: ChannelId) -> Audience:
    """Return who learns of a question: its room, or everybody."""
    room = room_of(channel)
    return CLASS if room is None else Audience("room", room)


def ranked(state: QuestionsState, questions: Iterable[Question]) -> list[Question]:
    """Return questions as they are listed: on air, then those that want an answer, by weight, then the settled ones."""

    def rank(question: Question) -> tuple[int, int, int]:
        standing = question.standing
        first = 0 if standing is Standing.ON_AIR else 2 if standing in _DONE else 1
        return first, -state.weight(question.question), question.order

    return sorted(questions, key=rank)


def _keys(world: World, audience: Audience) -> Iterable[str]:
    state = world.state(QuestionsState)
    there = (question for question in state.roots() if _is_shown(world, question, audience))
    return [question.question for question in ranked(state, there)[:MOST]]


def _is_shown(world: World, question: Question, audience: Audience) -> bool:
    if audience_of(question.channel) != audience:
        return False
    said = world.talk.said(question.question)
    return said is not None and said.order > 0


def _entry(world: World, audience: Audience, key: str) -> Json | None:
    state = world.state(QuestionsState)
    question = state.questions.get(key)
    said = world.talk.said(key)
    if question is None or question.into or said is None or not _is_shown(world, question, audience):
        return None
    entry = called(world, question.author, is_anonymous=said.is_anonymous)
    entry |= {"channel": question.channel, "order": question.order, "at": question.at}
    if said.text:
        entry["text"] = said.text
    else:
        entry["erased"] = True
    if question.standing is not Standing.OPEN:
        entry["standing"] = str(question.standing)
    counts = {"votes": len(state.voters(key)), "same": len(state.sharers(key))}
    entry |= {name: count for name, count in counts.items() if count}
    shown = (answer for answer in state.answers_to(key) if _shows(world, answer))
    answers = dict.fromkeys(shown, True)
    if answers:
        entry["answers"] = answers
    if question.accepted and _shows(world, question.accepted):
        entry["accepted"] = question.accepted
    return entry


def _shows(world: World, message: str) -> bool:
    said = world.talk.said(message)
    return said is not None and said.order > 0


def _closed_keys(world: World, audience: Audience) -> Iterable[str]:  # noqa: ARG001 (every collection's shape)
    return [channel for channel in world.state(QuestionsState).closed if room_of(channel) is None]


def _closed_entry(world: World, audience: Audience, key: str) -> Json | None:
    topic = topic_of(key)
    is_known = topic is None or world.topics.standing(topic) not in {None, TopicStanding.PREPARED}
    return True if is_known and key in _closed_keys(world, audience) else None


def _room_closed(world: World, audience: Audience) -> Json | None:
    return room_channel(audience.key) in world.state(QuestionsState).closed or None


def _mine(world: World, audience: Audience) -> Iterable[str]:
    mine = world.state(QuestionsState).mine.get(audience.key, {})
    return islice(reversed(mine), MINE)


def _mine_entry(world: World, audience: Audience, key: str) -> Json | None:
    state = world.state(QuestionsState)
    given = {"vote": state.votes, "same": state.same}
    return {how: True for how, to in given.items() if audience.key in to.get(key, ())} or None


PARTS = (
    Collection("class", "questions", _keys, _entry, windowed=True),
    Collection("room", "questions", _keys, _entry, windowed=True),
    Collection("class", "closed", _closed_keys, _closed_entry),
    Field("room", "closed", _room_closed),
    Collection("me", "mine", _mine, _mine_entry, windowed=True),
)


def _touch(world: World, question: str) -> Iterable[Touch]:
    """What shows a question, and those that count or counted as the same as it."""
    state = world.state(QuestionsState)
    for found in (state.questions.get(question), state.root(question)):
        if found is not None:
            yield Touch(audience_of(found.channel), "questions", found.question)


def _touch_author(world: World, member: MemberId) -> Iterable[Touch]:
    for question in world.state(QuestionsState).questions.values():
        if question.author == member:
            yield from _touch(world, question.question)


def _touch_message(world: World, message: str) -> Iterable[Touch]:
    """A message shows otherwise: as a question, or as an answer."""
    state = world.state(QuestionsState)
    yield from _touch(world, message)
    for question, answers in state.answers.items():
        if message in answers:
            yield from _touch(world, question)


def _touch_gone(world: World) -> Iterable[Touch]:
    """A question is gone: what counted as the same stands for itself, and whoever stood by it stands by nothing."""
    for seat in world.seats.all_seats():
        yield Touch(me(seat.member), "mine")


def _touch_withdrawn(world: World, seq: int) -> Iterable[Touch]:
    """A message was taken away; whatever changed with it is marked by the seq."""
    state = world.state(QuestionsState)
    if seq not in state.changed.values():
        return
    for gone, channel in state.gone.items():
        if state.changed[gone] == seq:
            yield Touch(audience_of(channel), "questions")
    for question in state.roots():
        yield Touch(audience_of(question.channel), "questions", question.question)
    yield from _touch_gone(world)


def touched(world: World, envelope: Envelope) -> Iterable[Touch]:
    """Return what an envelope changed in the questions' views."""
    match envelope.event:
        case e.QuestionSupported(question=question):
            yield from _touch(world, question)
            yield Touch(me(envelope.actor), "mine", question)
        case e.QuestionWithdrawn(channel=channel, into=into):
            yield Touch(audience_of(channel), "questions")
            yield from _touch(world, into)
            yield from _touch_gone(world)
        case TextWithdrawn():
            yield from _touch_withdrawn(world, envelope.seq)
        case e.QuestionMerged(question=question, before=before):
            yield from _touch(world, question)
            yield from _touch(world, before)
        case e.AskingSet(channel=channel):
            audience = audience_of(channel)
            yield Touch(audience, "closed", channel if audience == CLASS else "")
        case TopicChanged(topic=topic):
            yield Touch(CLASS, "closed", topic_channel(topic))
        case e.QuestionAsked(question=question) | e.AnswerMarked(question=question):
            yield from _touch(world, question)
        case e.AnswerAccepted(question=question) | e.StandingSet(question=question):
            yield from _touch(world, question)
        case TextSubmitted(kind="name", author=author):
            yield from _touch_author(world, author)
        case TextDecided(item=item, author=author):
            yield from _touch_message(world, item)
            yield from _touch_author(world, author)
        case TextSubmitted(item=item):
            yield from _touch_message(world, item)
        case SeatChanged(member=member) | MemberErased(member=member):
            yield from _touch_author(world, member)
        case _:
            pass
