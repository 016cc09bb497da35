"""How much a class learned from one another, in five figures read from its log alone."""

from __future__ import annotations

from typing import TYPE_CHECKING

import msgspec

from app.domain.debate.events import PositionTaken
from app.domain.questions.events import AnswerAccepted, AnswerMarked, QuestionAsked, QuestionWithdrawn
from app.domain.thanks.events import ThanksGiven, ThanksTakenBack

if TYPE_CHECKING:
    from collections.abc import Iterable

    from app.domain.kernel.envelope import Envelope


class Social(msgspec.Struct, frozen=True, kw_only=True):
    """The figures. What was taken back in the end does not count.

    Attributes:
        questions_asked: messages that were asked as questions.
        peer_answers: answers of learners to questions of other learners.
        accepted_answers: questions that an answer settles.
        position_shifts: how often somebody went over from one position of a debate to another.
        thanks: how often somebody was thanked.
    """

    questions_asked: int
    peer_answers: int
    accepted_answers: int
    position_shifts: int
    thanks: int


def social_of(envelopes: Iterable[Envelope]) -> Social:
    """Count.

    Args:
        envelopes: of the whole class, in order.
    """
    asked: set[str] = set()
    answers: set[tuple[str, str]] = set()
    accepted: dict[str, str] = {}
    thanks: set[str] = set()
    shifts = 0
    for envelope in envelopes:
        match envelope.event:
            case QuestionAsked(question=question):
                asked.add(question)
            case QuestionWithdrawn(question=question):
                asked.discard(question)
            case AnswerMarked(question=question, message=message, peer=peer, on=on):
                (answers.add if peer and on else answers.discard)((question, message))
            case AnswerAccepted(question=question, message=message):
                accepted[question] = message
            case PositionTaken(position=position, before=before):
                shifts += before not in {"", position}
            case ThanksGiven(thanks=key):
                thanks.add(key)
            case ThanksTakenBack(thanks=key):
                thanks.discard(key)
            case _:
                pass
    return Social(
        questions_asked=len(asked),
        peer_answers=len(answers),
        accepted_answers=sum(map(bool, accepted.values())),
        position_shifts=shifts,
        thanks=len(thanks),
    )
