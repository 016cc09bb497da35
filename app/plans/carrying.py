"""Questions that a class left open, taken into a plan in one step."""

from __future__ import annotations

from typing import TYPE_CHECKING

from app.plans.edits import Add
from app.plans.pieces import new_id
from app.plans.plan import Activity, ActivityKind, Question

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from app.plans.edits import Edit
    from app.plans.plan import Plan


def carried(plan: Plan, texts: Iterable[str], title: str, fresh: Callable[[], str] = new_id) -> tuple[Edit, ...]:
    """Return the edits that bring questions into a plan; those that it holds already are passed over.

    They stand in the plan's first activity for questions; where there is none, one is added at the end.

    Args:
        plan: to take them in.
        texts: of the questions, in order.
        title: of the activity that is added.
        fresh: makes an id.
    """
    held = {" ".join(question.text.split()).casefold() for question in plan.questions}
    new = {key: text for text in texts if (key := " ".join(text.split()).casefold()) and key not in held}
    if not new:
        return ()
    there = next((each for each in plan.activities if each.kind is ActivityKind.QA), None)
    activity = there or Activity(id=fresh(), title=title, kind=ActivityKind.QA, minutes=10)
    adds = (Add(Question(id=fresh(), activity=activity.id, text=text)) for text in new.values())
    return (*(() if there else (Add(activity),)), *adds)
