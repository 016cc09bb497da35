"""What happens to questions."""

from __future__ import annotations

from enum import StrEnum
from typing import ClassVar

from app.domain.kernel.fates import FateTurned
from app.domain.kernel.messages import Event


class Standing(StrEnum):
    """Where a question is: what staff said of it, or `ANSWERED` when an answer was accepted."""

    OPEN = "open"
    ANSWERED = "answered"
    ANSWERED_LIVE = "answered_live"
    ON_AIR = "on_air"
    FOLLOW_UP = "follow_up"


class Support(StrEnum):
    """How one stands by another's question."""

    VOTE = "vote"
    SAME = "same"


class QuestionAsked(FateTurned, frozen=True, kw_only=True):
    """A message is a question; `question` is the message's id.

    Attributes:
        question: the message.
        channel: where it stands.
        author: who asked.
    """

    type: ClassVar[str] = "questions.asked"

    question: str
    channel: str
    author: str


class QuestionWithdrawn(FateTurned, frozen=True, kw_only=True):
    """A message is no question any more.

    Attributes:
        question: the message.
        channel: where it stands.
        into: the question that it counted as; empty for none.
    """

    type: ClassVar[str] = "questions.withdrawn"

    question: str
    channel: str
    into: str = ""


class QuestionSupported(FateTurned, frozen=True, kw_only=True):
    """The actor wants an answer too, or had the same; or takes it back."""

    type: ClassVar[str] = "questions.supported"

    question: str
    how: Support
    on: bool


class AnswerMarked(FateTurned, frozen=True, kw_only=True):
    """A reply counts as an answer, or no longer.

    Attributes:
        question: the question.
        message: the reply.
        author: who wrote it.
        peer: whether that was another learner.
        on: whether it counts.
    """

    type: ClassVar[str] = "questions.answer_marked"

    question: str
    message: str
    author: str
    peer: bool
    on: bool


class AnswerAccepted(FateTurned, frozen=True, kw_only=True):
    """An answer settles the question; an empty `message` when none does any more."""

    type: ClassVar[str] = "questions.accepted"

    question: str
    message: str


class QuestionMerged(FateTurned, frozen=True, kw_only=True):
    """A question counts as the same as another.

    Attributes:
        question: the one.
        into: the other; empty when it stands for itself again.
        before: what it counted as until now; empty for itself.
    """

    type: ClassVar[str] = "questions.merged"

    question: str
    into: str
    before: str = ""


class StandingSet(FateTurned, frozen=True, kw_only=True):
    """Staff said where a question is."""

    type: ClassVar[str] = "questions.standing_set"

    question: str
    standing: Standing


class AskingSet(Event, frozen=True, kw_only=True):
    """Learners may ask questions in a channel, or no longer."""

    type: ClassVar[str] = "questions.asking_set"

    channel: str
    on: bool
