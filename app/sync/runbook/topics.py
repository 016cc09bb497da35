"""A plan's topics of conversation, as the commands that hold them ready in a class."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from app.domain.kernel.gate import clean
from app.domain.kernel.refusal import Refusal
from app.domain.topics.commands import PrepareTopic
from app.domain.topics.decider import MAX_TOPICS

if TYPE_CHECKING:
    from collections.abc import Iterator

    from app.domain.kernel.messages import Command
    from app.plans.plan import Plan

_LONGEST: Final = {"title": 200, "prompt": 1_000}
"""The longest text of each kind that a class takes, in code points."""


def topics_of(plan: Plan) -> Iterator[Command]:
    """Give a command for each topic of a plan that says anything.

    Args:
        plan: to copy.
    """
    objectives = {objective.id: objective.title for objective in plan.objectives}
    kept = 0
    for topic in plan.topics:
        title = _fit(topic.title, "title") or _fit(topic.prompt, "title")
        if not title or kept == MAX_TOPICS:
            continue
        kept += 1
        yield PrepareTopic(
            topic=topic.id,
            title=title,
            prompt=_fit(topic.prompt, "prompt"),
            objective=_fit(objectives.get(topic.objective, ""), "prompt"),
            activities=tuple(activity.id for activity in plan.activities if topic.id in activity.topics),
        )


def _fit(text: str, kind: str) -> str:
    """Return a text as a class takes it in; empty when nothing in it shows."""
    try:
        return clean(text.strip()[: _LONGEST[kind]], kind)
    except Refusal:
        return ""
