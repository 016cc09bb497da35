"""A plan's debates, as the commands that hold them ready in a class."""

from __future__ import annotations

from typing import TYPE_CHECKING

from app.domain.debate.commands import PrepareDebate
from app.domain.debate.draft import MOST_STATEMENTS, Draft, checked
from app.domain.kernel.gate import LIMITS
from app.domain.kernel.refusal import Refusal

if TYPE_CHECKING:
    from collections.abc import Iterator

    from app.plans.plan import Debate, Plan


def debates_of(plan: Plan) -> Iterator[PrepareDebate]:
    """Give the commands that hold a plan's debates ready, each with its activity; what cannot be held is left out.

    Args:
        plan: to copy.
    """
    for debate in plan.debates:
        draft = draft_of(debate)
        try:
            checked(draft)
        except Refusal:
            # A debate that is not finished (no motion, one position) cannot be held, and must not keep the class back.
            continue
        yield PrepareDebate(draft=draft, activity=debate.activity)


def draft_of(debate: Debate) -> Draft:
    """Return what a plan's debate is about in a class; longer texts than learners are shown end in an ellipsis.

    Args:
        debate: of a plan.
    """
    return Draft(
        motion=_fit(debate.motion, "question"),
        # What stands twice is one position.
        positions=tuple(dict.fromkeys(_lines(debate.positions, "heading"))),
        turn_seconds=debate.seconds,
        statements=_lines(debate.statements, "option")[:MOST_STATEMENTS],
        counted=not debate.hidden,
    )


def _lines(text: str, kind: str) -> tuple[str, ...]:
    return tuple(_fit(line.strip(), kind) for line in text.split("\n") if line.strip())


def _fit(text: str, kind: str) -> str:
    limit = LIMITS[kind]
    return text if len(text) <= limit else text[: limit - 1] + "…"
