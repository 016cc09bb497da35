"""The topics of a class as rows, made from the state."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from app.domain.discussion.state import DiscussionState
from app.domain.kernel.readings import TopicStanding
from app.domain.kernel.words import topic_channel
from app.domain.topics.decider import TopicsState

if TYPE_CHECKING:
    from app.domain.kernel.world import World


@dataclass(frozen=True)
class TopicRow:
    """A topic.

    Attributes:
        topic: its id.
        title: what it is called.
        prompt: what is asked of people there.
        objective: what it is meant to reach.
        standing: where it is in its life.
        messages: how many it holds.
    """

    topic: str
    title: str
    prompt: str
    objective: str
    standing: TopicStanding
    messages: int


def topics(world: World) -> tuple[TopicRow, ...]:
    """List the topics: those that are open, those that are ready, those that are closed.

    Args:
        world: to read.
    """
    order = {TopicStanding.OPEN: 0, TopicStanding.PREPARED: 1, TopicStanding.CLOSED: 2}
    shown = world.state(DiscussionState).shown
    rows = [
        TopicRow(
            topic=topic.topic,
            title=topic.title,
            prompt=topic.prompt,
            objective=topic.objective,
            standing=topic.standing,
            messages=len(shown.get(topic_channel(topic.topic), ())),
        )
        for topic in world.state(TopicsState).topics.values()
    ]
    return tuple(sorted(rows, key=lambda row: order[row.standing]))


def standing_text(standing: TopicStanding) -> str:
    """Say where a topic is in its life.

    Args:
        standing: of it.
    """
    match standing:
        case TopicStanding.PREPARED:
            return QCoreApplication.translate("Topics", "Ready")
        case TopicStanding.OPEN:
            return QCoreApplication.translate("Topics", "Open")
        case TopicStanding.CLOSED:
            return QCoreApplication.translate("Topics", "Closed")


def row_words(row: TopicRow) -> str:
    """Give a topic as a screen reader says it.

    Args:
        row: of it.
    """
    return ". ".join(part for part in (row.title, standing_text(row.standing), row.prompt) if part)
