"""What happens to topics of conversation."""

from __future__ import annotations

from typing import ClassVar

from app.domain.kernel.messages import Event
from app.domain.kernel.readings import TopicBegan


class TopicPrepared(Event, frozen=True, kw_only=True):
    """A topic is ready to be opened.

    Attributes:
        topic: its id; from the plan, or derived from the command.
        title: what it is called.
        prompt: what is asked of people there.
        objective: what it is meant to reach.
        activities: the activities it opens with.
    """

    type: ClassVar[str] = "topics.prepared"

    topic: str
    title: str
    prompt: str = ""
    objective: str = ""
    activities: tuple[str, ...] = ()


class TopicRevised(Event, frozen=True, kw_only=True):
    """A topic is about something else, or in other words."""

    type: ClassVar[str] = "topics.revised"

    topic: str
    title: str
    prompt: str = ""
    objective: str = ""


class TopicOpened(TopicBegan, frozen=True, kw_only=True):
    """Learners may read a topic and write in it."""

    type: ClassVar[str] = "topics.opened"


class TopicClosed(Event, frozen=True, kw_only=True):
    """Learners may only read a topic from now on."""

    type: ClassVar[str] = "topics.closed"

    topic: str
