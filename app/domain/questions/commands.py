"""What may be asked about questions."""

from __future__ import annotations

from typing import ClassVar

from app.domain.kernel.messages import Command, Stale
from app.domain.questions.events import Standing, Support


class AskQuestion(Command, tag="questions.ask", frozen=True, kw_only=True):
    """Make a message a question: one's own, or as staff anyone's."""

    message: str


class WithdrawQuestion(Command, tag="questions.withdraw", frozen=True, kw_only=True):
    """Let a message be no question any more; it stays in the conversation."""

    question: str


class SupportQuestion(Command, tag="questions.support", frozen=True, kw_only=True):
    """Want an answer too, or say that one had the same; or take it back. Each member counts once.

    Attributes:
        question: the id of its message.
        how: `vote` or `same`.
        on: whether to say it or to take it back.
    """

    question: str
    how: Support
    on: bool = True


class MarkAnswer(Command, tag="questions.answer", frozen=True, kw_only=True):
    """Say that a reply answers a question: its author, whoever asked, or staff.

    Attributes:
        question: the id of its message.
        message: the reply; of the question's thread.
        on: whether to say it or to take it back.
    """

    question: str
    message: str
    on: bool = True


class AcceptAnswer(Command, tag="questions.accept", frozen=True, kw_only=True):
    """Say that an answer settles one's question; as staff, anyone's. An empty `message` takes it back."""

    question: str
    message: str


class MergeQuestion(Command, tag="questions.merge", frozen=True, kw_only=True):
    """Count a question as the same as another, with its votes. An empty `into` takes it back."""

    stale: ClassVar[Stale] = Stale.ASK

    question: str
    into: str


class SetStanding(Command, tag="questions.set_standing", frozen=True, kw_only=True):
    """Say where a question is: on air, answered live, to follow up, or open again."""

    stale: ClassVar[Stale] = Stale.ASK

    question: str
    standing: Standing


class SetAsking(Command, tag="questions.set_asking", frozen=True, kw_only=True):
    """Say whether learners may ask questions in a channel: the main room, a topic, or a room."""

    stale: ClassVar[Stale] = Stale.ASK

    channel: str
    on: bool
