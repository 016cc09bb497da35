"""Open questions go into a plan once, where its questions are asked."""

from __future__ import annotations

from msgspec.structs import replace

from app.plans import Activity, ActivityKind, Plan
from app.plans.carrying import carried
from app.plans.edits import Add
from app.plans.plan import Question


def added(plan: Plan, *texts: str) -> list[object]:
    """Return what would be added."""
    return [edit.item for edit in carried(plan, texts, "Open questions") if isinstance(edit, Add)]


def test_they_stand_in_the_first_activity_for_questions_and_come_once():
    plan = Plan(activities=(Activity(id="a"), Activity(id="q", kind=ActivityKind.QA)))
    found = added(plan, "Why thirds?", "", "why  THIRDS?", "And fifths?")

    assert [(each.activity, each.text.casefold()) for each in found if isinstance(each, Question)] == [
        ("q", "why  thirds?"),
        ("q", "and fifths?"),
    ]
    again = replace(plan, questions=tuple(each for each in found if isinstance(each, Question)))
    assert added(again, "Why thirds?", "And fifths?") == []


def test_where_no_activity_is_for_questions_one_is_added():
    activity, question = added(Plan(), "Why thirds?")

    assert isinstance(activity, Activity)
    assert isinstance(question, Question)
    assert (activity.kind, activity.title, question.activity) == (ActivityKind.QA, "Open questions", activity.id)
