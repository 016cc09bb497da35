"""The questions of a class as rows, made from the state."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from app.domain.kernel.words import MAIN
from app.domain.questions.events import Standing
from app.domain.questions.state import Question, QuestionsState
from app.domain.questions.views import ranked
from ui.bridge.names import member_name, place_name
from ui.discussion.marks import plain

if TYPE_CHECKING:
    from app.domain.kernel.world import World


class Order(StrEnum):
    """How questions are listed."""

    WANTED = "wanted"
    WAITING = "waiting"
    NEWEST = "newest"


@dataclass(frozen=True)
class QuestionRow:
    """A question.

    Attributes:
        question: its id, which is its message's.
        author: a member's id.
        name: of the author.
        at: when it was asked, in milliseconds since 1970.
        place: where it stands; empty for the main room.
        text: what is asked, without its looks.
        standing: where it is.
        weight: how many people stand by it.
        answers: how many replies count as answers.
        peers: how many of them are other learners'.
        merged: how many count as the same.
        shown: whether learners see it.
    """

    question: str
    author: str
    name: str
    at: int
    place: str
    text: str
    standing: Standing
    weight: int
    answers: int
    peers: int
    merged: int
    shown: bool

    @property
    def waits(self) -> bool:
        """Whether nobody has answered it yet."""
        return self.standing in {Standing.OPEN, Standing.FOLLOW_UP} and not self.answers


def questions(world: World, order: Order = Order.WANTED) -> tuple[QuestionRow, ...]:
    """List the questions that stand for themselves.

    Args:
        world: to read.
        order: how.
    """
    state = world.state(QuestionsState)
    found = ranked(state, state.roots())
    match order:
        case Order.WANTED:
            pass
        case Order.NEWEST:
            found.sort(key=lambda question: -question.order)
        case Order.WAITING:
            found = [question for question in found if _row(world, question).waits]
            found.sort(key=lambda question: question.order)
    return tuple(_row(world, question) for question in found)


def unanswered(world: World) -> tuple[QuestionRow, ...]:
    """List what nobody has answered, and what was put off: what carries over when the class is over.

    Args:
        world: to read.
    """
    rows = questions(world)
    return tuple(row for row in rows if row.waits or row.standing is Standing.FOLLOW_UP)


def _row(world: World, question: Question) -> QuestionRow:
    state = world.state(QuestionsState)
    said = world.talk.said(question.question)
    answers = state.answers_to(question.question)
    return QuestionRow(
        question=question.question,
        author=question.author,
        name=member_name(world, question.author),
        at=question.at,
        place="" if question.channel == MAIN else place_name(world, question.channel),
        text=plain(said.text) if said else "",
        standing=question.standing,
        weight=state.weight(question.question),
        answers=len(answers),
        peers=sum(answers.values()),
        merged=len(list(state.family(question.question))) - 1,
        shown=said is not None and said.order > 0,
    )


def standing_text(standing: Standing) -> str:
    """Say where a question is.

    Args:
        standing: of it.
    """
    match standing:
        case Standing.OPEN:
            return QCoreApplication.translate("Questions", "Open")
        case Standing.ANSWERED:
            return QCoreApplication.translate("Questions", "Answered")
        case Standing.ANSWERED_LIVE:
            return QCoreApplication.translate("Questions", "Answered live")
        case Standing.ON_AIR:
            return QCoreApplication.translate("Questions", "On air")
        case Standing.FOLLOW_UP:
            return QCoreApplication.translate("Questions", "To follow up")
