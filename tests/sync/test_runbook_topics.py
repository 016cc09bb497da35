"""The topics of a plan, held ready in a class."""

from __future__ import annotations

from app.domain.topics.commands import PrepareTopic
from app.plans.formats import sample, sample_names
from app.plans.plan import Activity, Objective, Plan, Topic
from app.sync.runbook import Source, commands_for
from tests.domain.classroom import Classroom


def test_a_topic_arrives_with_its_prompt_its_objective_and_its_activities():
    plan = Plan(
        title="Fractions",
        objectives=(Objective(id="o", title="Name a third"),),
        topics=(
            Topic(id="t", title="Share a pie", prompt="How many parts?", objective="o"),
            Topic(id="u", prompt="Only a question"),
            Topic(id="v"),
        ),
        activities=(Activity(id="a", topics=("t",)), Activity(id="b", topics=("t", "u"))),
    )

    found = [command for command in commands_for(Source(plan)) if isinstance(command, PrepareTopic)]

    assert found == [
        PrepareTopic(
            topic="t", title="Share a pie", prompt="How many parts?", objective="Name a third", activities=("a", "b")
        ),
        PrepareTopic(topic="u", title="Only a question", prompt="Only a question", activities=("b",)),
    ]


def test_the_topics_of_every_sample_are_taken_by_a_class():
    for name in sample_names():
        plan = sample(name)
        room, host = Classroom.live()
        for command in commands_for(Source(plan)):
            room.do(host, command)
        assert list(room.topics.topics) == [topic.id for topic in plan.topics]
