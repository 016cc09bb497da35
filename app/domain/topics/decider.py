"""Which topics there are, and which of them are open."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final, assert_never

import msgspec
from msgspec.structs import replace

from app.domain.kernel.activities import ActivityBegan, ActivityEnded
from app.domain.kernel.gate import clean
from app.domain.kernel.readings import TopicStanding
from app.domain.kernel.refusal import Refusal
from app.domain.kernel.words import Phase
from app.domain.kernel.world import State
from app.domain.topics import commands as c
from app.domain.topics import events as e

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from app.domain.kernel.envelope import Envelope
    from app.domain.kernel.messages import Command, Event
    from app.domain.kernel.world import Ctx, World

MAX_TOPICS: Final = 100
"""How many topics one class may have."""

_ID: Final = re.compile(r"[A-Za-z0-9_-]{1,64}")


class Topic(msgspec.Struct, frozen=True, kw_only=True):
    """A topic of conversation.

    Attributes:
        topic: its id.
        title: what it is called.
        prompt: what is asked of people there.
        objective: what it is meant to reach.
        activities: the activities it opens with.
        order: the seq at which it was prepared; topics are listed by it.
        standing: where it is in its life.
    """

    topic: str
    title: str
    prompt: str
    objective: str
    activities: tuple[str, ...]
    order: int
    standing: TopicStanding = TopicStanding.PREPARED

    @property
    def is_known(self) -> bool:
        """Whether learners know of it."""
        return self.standing is not TopicStanding.PREPARED


class TopicsState(State, kw_only=True):
    """The topics of the class.

    Attributes:
        topics: by id, in the order in which they were prepared.
        changed: topic to the seq at which it last changed.
    """

    topics: dict[str, Topic] = {}
    changed: dict[str, int] = {}

    def standing(self, topic: str) -> TopicStanding | None:
        """Return where a topic is in its life; see `Topics.standing`."""
        found = self.topics.get(topic)
        return found.standing if found else None

    def all_topics(self) -> Iterable[str]:
        """Return every topic; see `Topics.all_topics`."""
        return self.topics


def decide(world: World, command: Command, ctx: Ctx) -> Sequence[Event]:
    """Decide one command about topics; see `Capability.decide`."""
    state = world.state(TopicsState)
    match command:
        case c.AddTopic():
            topic = ctx.new_id()
            return (_prepared(world, state, command, topic), e.TopicOpened(topic=topic))
        case c.PrepareTopic():
            return _prepare(world, state, command)
        case c.ReviseTopic():
            return _revise(world, state, command)
        case c.OpenTopic(topic=topic):
            _check_not_archived(world)
            found = _known(state, topic)
            return () if found.standing is TopicStanding.OPEN else (e.TopicOpened(topic=topic),)
        case c.CloseTopic(topic=topic):
            found = _known(state, topic)
            if found.standing is TopicStanding.PREPARED:
                raise Refusal("topic_not_open")
            return (e.TopicClosed(topic=topic),) if found.standing is TopicStanding.OPEN else ()
        case _:
            assert_never(command)  # type: ignore[arg-type]  # the registry hands over this capability's commands only


def policies(world: World, envelope: Envelope) -> Iterable[Command]:
    """A topic opens with the first of its activities, and closes with the last one that holds it."""
    match envelope.event:
        case ActivityBegan(activity=activity):
            wanted = TopicStanding.OPEN
        case ActivityEnded(activity=activity):
            wanted = TopicStanding.CLOSED
        case _:
            return ()
    held = [topic for topic in world.state(TopicsState).topics.values() if activity in topic.activities]
    if wanted is TopicStanding.OPEN:
        return [c.OpenTopic(topic=topic.topic) for topic in held if topic.standing is not TopicStanding.OPEN]
    return [c.CloseTopic(topic=topic.topic) for topic in held if topic.standing is TopicStanding.OPEN]


def changed_at(world: World, command: Command) -> int:
    """Return the seq at which the topic that a command acts on last changed."""
    match command:
        case c.ReviseTopic(topic=topic) | c.OpenTopic(topic=topic) | c.CloseTopic(topic=topic):
            return world.state(TopicsState).changed.get(topic, 0)
        case _:
            return 0


def _known(state: TopicsState, topic: str) -> Topic:
    found = state.topics.get(topic)
    if found is None:
        raise Refusal("unknown_topic")
    return found


def _check_not_archived(world: World) -> None:
    if world.life.phase is Phase.ARCHIVED:
        raise Refusal("session_not_live", phase=str(Phase.ARCHIVED))


def _prepare(world: World, state: TopicsState, command: c.PrepareTopic) -> Sequence[Event]:
    if not _ID.fullmatch(command.topic) or not all(_ID.fullmatch(each) for each in command.activities):
        raise Refusal("bad_command")
    if command.topic in state.topics:
        raise Refusal("id_used")
    prepared = _prepared(world, state, command, command.topic)
    return (replace(prepared, activities=tuple(dict.fromkeys(command.activities))),)


def _prepared(world: World, state: TopicsState, command: c.AddTopic | c.PrepareTopic, topic: str) -> e.TopicPrepared:
    _check_not_archived(world)
    if topic in state.topics:
        raise Refusal("id_used")
    if len(state.topics) >= MAX_TOPICS:
        raise Refusal("too_many_topics", limit=MAX_TOPICS)
    return e.TopicPrepared(
        topic=topic,
        title=clean(command.title, "title"),
        prompt=_maybe(command.prompt),
        objective=_maybe(command.objective),
    )


def _revise(world: World, state: TopicsState, command: c.ReviseTopic) -> Sequence[Event]:
    _check_not_archived(world)
    found = _known(state, command.topic)
    revised = e.TopicRevised(
        topic=command.topic,
        title=clean(command.title, "title"),
        prompt=_maybe(command.prompt),
        objective=_maybe(command.objective),
    )
    is_same = (revised.title, revised.prompt, revised.objective) == (found.title, found.prompt, found.objective)
    return () if is_same else (revised,)


def _maybe(text: str) -> str:
    return clean(text, "prompt") if text.strip() else ""


def evolve(state: TopicsState, envelope: Envelope) -> None:
    """Fold one envelope into the topics' state."""
    match envelope.event:
        case e.TopicPrepared() as event:
            state.topics[event.topic] = Topic(
                topic=event.topic,
                title=event.title,
                prompt=event.prompt,
                objective=event.objective,
                activities=event.activities,
                order=envelope.seq,
            )
        case e.TopicRevised() as event:
            state.topics[event.topic] = replace(
                state.topics[event.topic], title=event.title, prompt=event.prompt, objective=event.objective
            )
        case e.TopicOpened(topic=topic):
            state.topics[topic] = replace(state.topics[topic], standing=TopicStanding.OPEN)
        case e.TopicClosed(topic=topic):
            state.topics[topic] = replace(state.topics[topic], standing=TopicStanding.CLOSED)
        case _:
            return
    state.changed[envelope.event.topic] = envelope.seq
