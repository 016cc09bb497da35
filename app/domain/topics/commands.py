"""What staff may ask about topics of conversation."""

from __future__ import annotations

from typing import ClassVar

from app.domain.kernel.messages import Command, Stale


class AddTopic(Command, tag="topics.add", frozen=True, kw_only=True):
    """Open another topic, made up on the spot.

    Attributes:
        title: what it is called.
        prompt: what is asked of people there; may be empty.
        objective: what it is meant to reach; may be empty.
    """

    title: str
    prompt: str = ""
    objective: str = ""


class PrepareTopic(Command, tag="topics.prepare", frozen=True, kw_only=True):
    """Hold a topic of the plan ready; learners do not know of it until it opens.

    Attributes:
        topic: its id in the plan.
        title: what it is called.
        prompt: what is asked of people there; may be empty.
        objective: what it is meant to reach; may be empty.
        activities: the activities it opens with.
    """

    topic: str
    title: str
    prompt: str = ""
    objective: str = ""
    activities: tuple[str, ...] = ()


class ReviseTopic(Command, tag="topics.revise", frozen=True, kw_only=True):
    """Say otherwise what a topic is about."""

    stale: ClassVar[Stale] = Stale.ASK

    topic: str
    title: str
    prompt: str = ""
    objective: str = ""


class OpenTopic(Command, tag="topics.open", frozen=True, kw_only=True):
    """Let learners write in a topic: for the first time, or again."""

    stale: ClassVar[Stale] = Stale.ASK

    topic: str


class CloseTopic(Command, tag="topics.close", frozen=True, kw_only=True):
    """Let learners only read a topic from now on."""

    stale: ClassVar[Stale] = Stale.ASK

    topic: str
