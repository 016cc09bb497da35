"""A plan's debates go into a class, each with its activity; what is not finished stays behind."""

from __future__ import annotations

from app.domain.debate.draft import Draft
from app.plans.plan import Activity, ActivityKind, Debate, Plan
from app.sync.runbook.debates import debates_of


def test_a_plans_debates_are_held_ready_with_their_activity():
    plan = Plan(
        activities=(Activity(id="a", kind=ActivityKind.DEBATE),),
        debates=(
            Debate(
                id="d",
                activity="a",
                motion="Should pupils be graded?",
                positions="Always\n\n Never \nAlways",
                seconds=90,
                statements="Grades discourage.\n",
                hidden=True,
            ),
            Debate(id="e", activity="a"),
            Debate(id="f", activity="a", motion="Alone?", positions="Only one"),
        ),
    )

    (command,) = debates_of(plan)

    assert command.activity == "a"
    assert command.draft == Draft(
        motion="Should pupils be graded?",
        positions=("Always", "Never"),
        turn_seconds=90,
        statements=("Grades discourage.",),
        counted=False,
    )
