"""A plan's polls, as the commands that hold them ready in a class."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from msgspec.structs import replace

from app.domain.kernel.gate import LIMITS
from app.domain.kernel.refusal import Refusal
from app.domain.polls.bounds import bounds
from app.domain.polls.commands import PreparePoll
from app.domain.polls.draft import Draft, Form, Option, checked
from app.plans.plan import PollForm

if TYPE_CHECKING:
    from collections.abc import Iterator

    from app.plans.plan import Plan, Poll

_FORMS: Final = {
    PollForm.CHOICE: Form.CHOICE,
    PollForm.MULTIPLE: Form.MULTIPLE,
    PollForm.SCALE: Form.SCALE,
    PollForm.RANKING: Form.RANKING,
    PollForm.NUMBER: Form.NUMBER,
    PollForm.OPEN: Form.TEXT,
    PollForm.CLOUD: Form.WORDS,
}
_WITHOUT_OPTIONS: Final = frozenset({Form.SCALE, Form.WORDS})
_RIGHT_ALONE: Final = frozenset({Form.NUMBER, Form.TEXT})
"""The forms whose options are the right answers and nothing else."""


def polls_of(plan: Plan) -> Iterator[PreparePoll]:
    """Give the commands that hold a plan's polls ready, each with its activity; what cannot be asked is left out.

    Args:
        plan: to copy.
    """
    for poll in plan.polls:
        draft = draft_of(poll)
        try:
            checked(draft)
        except Refusal:
            # A poll that is not finished (one answer, no question) cannot be asked, and must not keep the class back.
            continue
        yield PreparePoll(draft=draft, activity=poll.activity)


def draft_of(poll: Poll) -> Draft:
    """Return what a plan's poll asks in a class; longer texts than learners are shown end in an ellipsis.

    Args:
        poll: of a plan.
    """
    form = _FORMS[poll.form]
    options = tuple(
        Option(text=_fit(choice.text, "option"), right=choice.right, feedback=_fit(choice.feedback, "question"))
        for choice in poll.choices
        if choice.text.strip()
    )
    if form in _WITHOUT_OPTIONS:
        options = ()
    elif form in _RIGHT_ALONE:
        # What is no number cannot be the right one: the poll is asked without it.
        kept = (option for option in options if form is not Form.NUMBER or bounds(option.text))
        options = tuple(replace(option, right=True) for option in kept)
    elif form is Form.RANKING:
        options = tuple(replace(option, right=False) for option in options)
    return Draft(
        question=_fit(poll.question.strip() or poll.title, "question"),
        form=form,
        options=options,
        steps=poll.steps,
        low=_fit(poll.low, "option"),
        high=_fit(poll.high, "option"),
        anonymous=poll.anonymous,
    )


def _fit(text: str, kind: str) -> str:
    limit = LIMITS[kind]
    return text if len(text) <= limit else text[: limit - 1] + "…"
