"""What is known of questions, folded from their events; their words stand in the conversation."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import msgspec
from msgspec.structs import replace

from app.domain.kernel.gate import TextDecided, TextSubmitted, TextWithdrawn
from app.domain.kernel.words import ChannelId, MemberId, Millis, room_of
from app.domain.kernel.world import State
from app.domain.questions import events as e
from app.domain.questions.events import Standing, Support

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from app.domain.kernel.envelope import Envelope
    from app.domain.kernel.world import World


class Question(msgspec.Struct, frozen=True, kw_only=True):
    """A question.

    Attributes:
        question: its id, which is its message's.
        channel: where it stands.
        author: who asked.
        at: when it was asked.
        order: the seq at which it was asked.
        said: what staff said of it; open when nothing.
        accepted: the answer that settles it; empty for none.
        into: the question it counts as the same as; empty for none.
        peer_at: when the first answer of a peer was marked; 0 before.
    """

    question: str
    channel: ChannelId
    author: MemberId
    at: Millis
    order: int
    said: Standing = Standing.OPEN
    accepted: str = ""
    into: str = ""
    peer_at: Millis = 0

    @property
    def standing(self) -> Standing:
        """Where it is."""
        return Standing.ANSWERED if self.said is Standing.OPEN and self.accepted else self.said


class QuestionsState(State, kw_only=True):
    """The questions of the class.

    Attributes:
        questions: by id, in the order in which they were asked.
        votes: question to who wants an answer too.
        same: question to who had the same.
        answers: question to the replies that count as answers, each with whether a peer wrote it.
        merged: question to those that count as the same, in the order in which that was said.
        mine: member to the questions they stand by, the newest last.
        changed: question to the seq at which it last changed.
        gone: questions whose message was taken away, with the channel where it stood.
        closed: the channels in which learners may ask no questions.
        replied: message to the question that it was last said to answer, also when that is none any more.
    """

    questions: dict[str, Question] = {}
    votes: dict[str, dict[MemberId, bool]] = {}
    same: dict[str, dict[MemberId, bool]] = {}
    answers: dict[str, dict[str, bool]] = {}
    merged: dict[str, dict[str, bool]] = {}
    mine: dict[MemberId, dict[str, bool]] = {}
    changed: dict[str, int] = {}
    gone: dict[str, ChannelId] = {}
    closed: dict[ChannelId, bool] = {}
    replied: dict[str, str] = {}

    def root(self, question: str) -> Question | None:
        """Return the question that another one counts as; itself when it stands for itself."""
        found = self.questions.get(question)
        while found is not None and found.into:
            found = self.questions.get(found.into)
        return found

    def family(self, question: str) -> Iterable[str]:
        """Return a question and all that count as the same."""
        yield question
        for other in self.merged.get(question, ()):
            yield from self.family(other)

    def voters(self, question: str) -> set[MemberId]:
        """Return who wants an answer to a question, or to one that counts as the same."""
        return {member for each in self.family(question) for member in self.votes.get(each, ())}

    def sharers(self, question: str) -> set[MemberId]:
        """Return who had the same question; those who asked one that counts as the same are among them."""
        family = list(self.family(question))
        asked = {self.questions[each].author for each in family[1:]}
        asker = self.questions[question].author
        return (asked | {member for each in family for member in self.same.get(each, ())}) - {asker}

    def weight(self, question: str) -> int:
        """Return how many people stand by a question, each counted once."""
        return len(self.voters(question) | self.sharers(question))

    def answers_to(self, question: str) -> dict[str, bool]:
        """Return the answers to a question and to those that count as the same."""
        return {key: peer for each in self.family(question) for key, peer in self.answers.get(each, {}).items()}

    def roots(self) -> Iterable[Question]:
        """Return the questions that stand for themselves, in the order in which they were asked."""
        return (question for question in self.questions.values() if not question.into)

    def on_air(self, channel: ChannelId) -> Question | None:
        """Return the question that is on air for those who see a channel's questions: its room's, or everybody's."""
        room = room_of(channel)
        there = (question for question in self.roots() if room_of(question.channel) == room)
        return next((question for question in there if question.said is Standing.ON_AIR), None)

    def told_of(self, world: World, thing: str) -> Mapping[str, Any]:
        """Tell the author of a question where it is, and the author of an answer what it answers."""
        told: dict[str, Any] = {}
        answered = self.replied.get(thing, "")
        if thing in self.answers.get(answered, ()) and answered in self.questions:
            told["answers_to"] = answered
            if self.questions[answered].accepted == thing:
                told["accepted"] = True
        root = self.root(thing)
        if root is None:
            return told
        told["question"] = str(root.standing)
        shown = sum(_is_shown(world, answer) for answer in self.answers_to(root.question))
        told |= {name: n for name, n in (("answers", shown), ("wanted", self.weight(root.question))) if n}
        return told if root.question == thing else told | {"into": root.question}

    def turned_by(self, world: World, envelope: Envelope) -> Iterable[str]:  # noqa: ARG002 (every state's shape)
        """Name the questions that are somewhere else, and what answers them."""
        match envelope.event:
            case e.QuestionMerged(question=question, into=into, before=before):
                return (*self._with(question), *self._with(into), *self._with(before))
            case e.QuestionAsked(question=question) | e.QuestionSupported(question=question):
                return self._with(question)
            case e.StandingSet(question=question):
                return self._with(question)
            case e.AnswerAccepted(question=question):
                return (*self._with(question), *self.answers.get(question, ()))
            case e.AnswerMarked(question=question, message=message):
                return (*self._with(question), message)
            case e.QuestionWithdrawn(question=gone) | TextWithdrawn(withdrawn=gone):
                # What it was counted in, or what it answered, is marked by the seq.
                near = [key for key, seq in self.changed.items() if seq == envelope.seq]
                near += [each.question for each in self.roots()] if gone in near else []
                answers = [key for key, question in self.replied.items() if question == gone]
                return (gone, *answers, *(one for key in near for one in self._with(key)))
            case TextSubmitted(item=item) | TextDecided(item=item) if item in self.replied:
                return self._with(self.replied[item])
            case _:
                return ()

    def _with(self, question: str) -> Iterable[str]:
        """Name a question, and all that count as the same."""
        root = self.root(question)
        return (question, *self.family(root.question)) if root is not None else (question,)


def _is_shown(world: World, message: str) -> bool:
    said = world.talk.said(message)
    return said is not None and said.order > 0


def evolve(state: QuestionsState, envelope: Envelope) -> None:
    """Fold one envelope into the questions' state."""
    event = envelope.event
    match event:
        case e.QuestionAsked(question=question):
            state.questions[question] = Question(
                question=question, channel=event.channel, author=event.author, at=envelope.at, order=envelope.seq
            )
        case e.QuestionWithdrawn(question=question):
            _forget(state, question)
        case e.QuestionSupported(question=question):
            _support(state, event, envelope.actor)
        case e.AnswerMarked(question=question):
            _mark(state, event, envelope.at)
        case e.AnswerAccepted(question=question, message=message):
            found = state.questions[question]
            # An answer settles what was put off; what is on air stays there.
            said = found.said if found.said is Standing.ON_AIR or not message else Standing.OPEN
            state.questions[question] = replace(found, accepted=message, said=said)
        case e.QuestionMerged(question=question, into=into):
            _merge(state, question, into)
        case e.StandingSet(question=question, standing=standing):
            state.questions[question] = replace(state.questions[question], said=standing)
        case e.AskingSet(channel=channel, on=on):
            if on:
                state.closed.pop(channel, None)
            else:
                state.closed[channel] = True
            state.changed[channel] = envelope.seq
            return
        case TextWithdrawn(withdrawn=message):
            _withdraw(state, message, envelope.seq)
            return
        case _:
            return
    state.changed[question] = envelope.seq


def _support(state: QuestionsState, event: e.QuestionSupported, member: MemberId) -> None:
    everywhere = state.votes if event.how is Support.VOTE else state.same
    theirs = everywhere.setdefault(event.question, {})
    mine = state.mine.setdefault(member, {})
    mine.pop(event.question, None)
    if event.on:
        theirs[member] = True
    else:
        theirs.pop(member, None)
    if any(member in kind.get(event.question, ()) for kind in (state.votes, state.same)):
        mine[event.question] = True


def _mark(state: QuestionsState, event: e.AnswerMarked, at: Millis) -> None:
    found = state.questions[event.question]
    answers = state.answers.setdefault(event.question, {})
    if event.on:
        state.replied[event.message] = event.question
        answers[event.message] = event.peer
        if event.peer and not found.peer_at:
            state.questions[event.question] = replace(found, peer_at=at)
    else:
        answers.pop(event.message, None)
        if found.accepted == event.message:
            state.questions[event.question] = replace(found, accepted="")


def _merge(state: QuestionsState, question: str, into: str) -> None:
    found = state.questions[question]
    if found.into:
        state.merged.get(found.into, {}).pop(question, None)
    if into:
        state.merged.setdefault(into, {})[question] = True
    state.questions[question] = replace(found, into=into)


def _forget(state: QuestionsState, question: str) -> None:
    """Drop a question; those that counted as the same stand for themselves again."""
    found = state.questions.pop(question)
    if found.into:
        state.merged.get(found.into, {}).pop(question, None)
    for other in state.merged.pop(question, {}):
        state.questions[other] = replace(state.questions[other], into="")
    for member in {*state.votes.pop(question, ()), *state.same.pop(question, ())}:
        state.mine.get(member, {}).pop(question, None)
    state.answers.pop(question, None)


def _withdraw(state: QuestionsState, message: str, seq: int) -> None:
    """A message is gone: as a question, and as an answer to one."""
    if message in state.questions:
        state.gone[message] = state.questions[message].channel
        _forget(state, message)
        state.changed[message] = seq
    for question, answers in state.answers.items():
        if message in answers:
            del answers[message]
            found = state.questions[question]
            if found.accepted == message:
                state.questions[question] = replace(found, accepted="")
            state.changed[question] = seq
