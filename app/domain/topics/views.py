"""What learners see of topics: those that were opened; what is said in them is shown by the conversation."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from app.domain.kernel.readings import TopicStanding
from app.domain.kernel.views import CLASS, Audience, Collection, Touch
from app.domain.topics import events as e
from app.domain.topics.decider import TopicsState

if TYPE_CHECKING:
    from collections.abc import Iterable

    from app.domain.kernel.envelope import Envelope
    from app.domain.kernel.views import Json
    from app.domain.kernel.world import World


def _keys(world: World, audience: Audience) -> Iterable[str]:  # noqa: ARG001 (every collection's shape)
    return world.state(TopicsState).topics


def _entry(world: World, audience: Audience, key: str) -> Json | None:  # noqa: ARG001 (every collection's shape)
    topic = world.state(TopicsState).topics.get(key)
    if topic is None or not topic.is_known:
        return None
    entry: dict[str, Any] = {"title": topic.title, "order": topic.order}
    if topic.prompt:
        entry["prompt"] = topic.prompt
    if topic.objective:
        entry["objective"] = topic.objective
    if topic.standing is TopicStanding.OPEN:
        entry["open"] = True
    return entry


PARTS = (Collection("class", "topics", _keys, _entry),)


def touched(world: World, envelope: Envelope) -> Iterable[Touch]:  # noqa: ARG001 (every capability's shape)
    """Return what an envelope changed in the topics' views."""
    match envelope.event:
        case e.TopicRevised(topic=topic) | e.TopicOpened(topic=topic) | e.TopicClosed(topic=topic):
            return (Touch(CLASS, "topics", topic),)
        case _:
            return ()
