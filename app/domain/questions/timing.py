"""How long questions wait for a peer, read from the log alone."""

from __future__ import annotations

from typing import TYPE_CHECKING

from app.domain.kernel.gate import TextWithdrawn
from app.domain.questions import events as e

if TYPE_CHECKING:
    from collections.abc import Iterable

    from app.domain.kernel.envelope import Envelope
    from app.domain.kernel.words import Millis


def times_to_first_peer_answer(envelopes: Iterable[Envelope]) -> dict[str, Millis | None]:
    """Return for each question how long it waited until another learner's answer was marked as one.

    Args:
        envelopes: the log, in order.

    Returns:
        Question to milliseconds; None while no peer has answered. What was withdrawn is not among them.
    """
    asked: dict[str, Millis] = {}
    waited: dict[str, Millis | None] = {}
    for envelope in envelopes:
        match envelope.event:
            case e.QuestionAsked(question=question):
                asked[question] = envelope.at
                waited[question] = None
            case e.AnswerMarked(question=question, peer=True, on=True):
                if question in asked and waited[question] is None:
                    waited[question] = envelope.at - asked[question]
            case e.QuestionWithdrawn(question=gone) | TextWithdrawn(withdrawn=gone):
                asked.pop(gone, None)
                waited.pop(gone, None)
            case _:
                pass
    return waited


def median(waits: Iterable[Millis | None]) -> Millis | None:
    """Return the median of the waits that ended; None when none did."""
    ended = sorted(wait for wait in waits if wait is not None)
    if not ended:
        return None
    middle = len(ended) // 2
    return ended[middle] if len(ended) % 2 else (ended[middle - 1] + ended[middle]) // 2
