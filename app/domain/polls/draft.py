"""What a poll asks: its form, its words, its answers; written by staff, checked here."""

from __future__ import annotations

from enum import StrEnum
from typing import Final

import msgspec
from msgspec.structs import replace

from app.domain.kernel.gate import clean
from app.domain.kernel.refusal import Refusal
from app.domain.polls.bounds import bounds


class Form(StrEnum):
    """How a poll is answered."""

    CHOICE = "choice"
    MULTIPLE = "multiple"
    SCALE = "scale"
    RANKING = "ranking"
    NUMBER = "number"
    TEXT = "text"
    WORDS = "words"


CHOSEN: Final = frozenset({Form.CHOICE, Form.MULTIPLE, Form.SCALE, Form.RANKING})
"""The forms answered by choosing among options."""

WRITTEN: Final = frozenset({Form.TEXT, Form.WORDS})
"""The forms answered in one's own words, which pass the gate."""

MOST_OPTIONS: Final = 20
MOST_STEPS: Final = 11
MOST_WORDS: Final = 5
LONGEST: Final = 24 * 3600
"""The longest time a poll is open by itself, in seconds."""


class Option(msgspec.Struct, frozen=True, kw_only=True):
    """One of the answers to choose from.

    Attributes:
        text: what it says.
        right: whether it is right; where none is, the poll asks for an opinion.
        feedback: said about it when the right answers are shown.
    """

    text: str
    right: bool = False
    feedback: str = ""


class Draft(msgspec.Struct, frozen=True, kw_only=True):
    """What a poll asks, and how.

    Attributes:
        question: what is asked.
        form: how it is answered.
        options: to choose from, or to rank; of a number or a text, the answers that are right (see `marking`).
        steps: of a scale, which goes from 1 to this.
        low: what the scale's lowest step means.
        high: what its highest step means.
        most: how many options one may choose (0: any), or how many words one may give.
        anonymous: whether nobody can tell who answered what.
        counted: whether learners see how many have answered.
        seconds: how long it is open; 0 until somebody closes it.
        explanation: said when the right answers are shown.
    """

    question: str
    form: Form = Form.CHOICE
    options: tuple[Option, ...] = ()
    steps: int = 5
    low: str = ""
    high: str = ""
    most: int = 0
    anonymous: bool = True
    counted: bool = True
    seconds: int = 0
    explanation: str = ""

    @property
    def is_quiz(self) -> bool:
        """Whether some answers are right."""
        return any(option.right for option in self.options)

    @property
    def has_answers(self) -> bool:
        """Whether there is something to reveal: right answers, feedback or an explanation."""
        return bool(self.explanation) or any(option.right or option.feedback for option in self.options)

    @property
    def keys(self) -> tuple[str, ...]:
        """The keys of what can be chosen, in order; empty when nothing is chosen."""
        if self.form is Form.SCALE:
            return tuple(str(step) for step in range(1, self.steps + 1))
        return tuple(str(n) for n in range(1, len(self.options) + 1)) if self.form in CHOSEN else ()

    @property
    def right_keys(self) -> tuple[str, ...]:
        """The keys of the right options, in order."""
        if self.form is Form.SCALE:
            return ()
        return tuple(key for key, option in zip(self.keys, self.options, strict=False) if option.right)


def checked(draft: Draft) -> Draft:
    """Return a draft with clean texts.

    Raises:
        Refusal: `bad_poll` with the `field` that does not fit; or what the texts are refused for.
    """
    form = draft.form
    options = tuple(
        replace(option, text=clean(option.text, "option"), feedback=_maybe(option.feedback)) for option in draft.options
    )
    _check("options", _option_count_fits(form, len(options)))
    _check("options", form not in CHOSEN or len({option.text for option in options}) == len(options))
    _check("options", not (form is Form.CHOICE and sum(option.right for option in options) > 1))
    _check("options", not (form is Form.RANKING and draft.is_quiz))
    _check("options", form is not Form.NUMBER or all(bounds(option.text) for option in options))
    _check("steps", form is not Form.SCALE or 2 <= draft.steps <= MOST_STEPS)  # noqa: PLR2004 (one step is no scale)
    highest = {Form.MULTIPLE: len(options), Form.WORDS: MOST_WORDS}.get(form, 0)
    _check("most", 0 <= draft.most <= highest)
    _check("seconds", 0 <= draft.seconds <= LONGEST)
    return replace(
        draft,
        question=clean(draft.question, "question"),
        options=options,
        low=_maybe(draft.low, "option"),
        high=_maybe(draft.high, "option"),
        explanation=_maybe(draft.explanation),
    )


def _option_count_fits(form: Form, count: int) -> bool:
    match form:
        case Form.CHOICE | Form.MULTIPLE | Form.RANKING:
            return 2 <= count <= MOST_OPTIONS  # noqa: PLR2004 (one option is no choice)
        case Form.SCALE | Form.WORDS:
            return count == 0
        case Form.NUMBER | Form.TEXT:
            return count <= MOST_OPTIONS


def _check(field: str, fits: bool) -> None:  # noqa: FBT001 (a condition is what it is about)
    if not fits:
        raise Refusal("bad_poll", field=field)


def _maybe(text: str, kind: str = "question") -> str:
    return clean(text, kind) if text.strip() else ""
