"""Whether an answer is right: by the options chosen, by a number within its bounds, or by a text that says the same."""

from __future__ import annotations

from typing import TYPE_CHECKING

from app.domain.polls.bounds import bounds
from app.domain.polls.draft import CHOSEN, Form
from app.domain.polls.folding import fold

if TYPE_CHECKING:
    from app.domain.polls.draft import Draft
    from app.domain.polls.tally import Answer


def is_right(draft: Draft, answer: Answer) -> bool | None:
    """Whether an answer is right; None where nothing is right or wrong, or where no admitted words stand.

    Several options: all that are right and no other. Numbers: within one of the bounds. Texts: the same as one that is
    accepted, however it is written (see `fold`).
    """
    if not draft.is_quiz or answer.withdrawn:
        return None
    if draft.form in CHOSEN:
        return set(answer.choices) == set(draft.right_keys)
    accepted = [option.text for option in draft.options if option.right]
    if draft.form is Form.NUMBER and answer.number is not None:
        number = answer.number
        return any(low <= number <= high for found in map(bounds, accepted) if found for low, high in (found,))
    if draft.form is Form.TEXT and answer.shown:
        return fold(answer.shown) in {fold(text) for text in accepted}
    return None
