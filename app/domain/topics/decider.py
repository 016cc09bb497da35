"""Which topics there are, and which of them are open; what learners propose is decided beside, in `proposals`."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final, assert_never

import msgspec
from msgspec.structs import replace

from app.domain.kernel.activities import ActivityBegan, ActivityEnded
from app.domain.kernel.gate import TextDecided, clean
from app.domain.kernel.messages import MemberErased
from app.domain.kernel.readings import TopicStanding
from app.domain.kernel.refusal import Refusal
from app.domain.kernel.words import MemberId, Phase, Role, topic_channel
from app.domain.kernel.world import State
from app.domain.topics import commands as c
from app.domain.topics import events as e
from app.domain.topics import proposals as p

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from app.domain.kernel.envelope import Envelope
    from app.domain.kernel.messages import Command, Event
    from app.domain.kernel.words import ChannelId
    from app.domain.kernel.world import Ctx, World

MAX_TOPICS: Final = 100
"""How many topics one class may have."""

NAMELESS: Final = "…"
"""What a topic is called when the words of who proposed it were erased."""

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
        proposal: the proposal that it was called after; empty for none.
    """

    topic: str
    title: str
    prompt: str
    objective: str
    activities: tuple[str, ...]
    order: int
    standing: TopicStanding = TopicStanding.PREPARED
    proposal: str = ""

    @property
    def is_known(self) -> bool:
        """Whether learners know of it."""
        return self.standing is not TopicStanding.PREPARED


class TopicsState(State, kw_only=True):
    """The topics of the class.

    Attributes:
        topics: by id, in the order in which they were prepared.
        changed: topic, proposal or `proposing` to the seq at which it last changed.
        proposals: what learners proposed, by id.
        votes: proposal to who voted for it.
        proposing: whether learners may propose topics.
        opens_at: from how many votes on a proposal opens by itself; 0 for never.
    """

    topics: dict[str, Topic] = {}
    changed: dict[str, int] = {}
    proposals: dict[str, p.Proposal] = {}
    votes: dict[str, dict[MemberId, bool]] = {}
    proposing: bool = True
    opens_at: int = 0

    def standing(self, topic: str) -> TopicStanding | None:
        """Return where a topic is in its life; see `Topics.standing`."""
        found = self.topics.get(topic)
        return found.standing if found else None

    def all_topics(self) -> Iterable[str]:
        """Return every topic; see `Topics.all_topics`."""
        return self.topics

    def title(self, topic: str) -> str:
        """Return what a topic is called; see `Topics.title`."""
        found = self.topics.get(topic)
        return found.title if found else ""


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
            _check_live_for(world, ctx)
            found = _known(state, topic)
            return () if found.standing is TopicStanding.OPEN else (e.TopicOpened(topic=topic),)
        case c.CloseTopic(topic=topic):
            _check_live_for(world, ctx)
            found = _known(state, topic)
            if found.standing is TopicStanding.PREPARED:
                raise Refusal("topic_not_open")
            return (e.TopicClosed(topic=topic),) if found.standing is TopicStanding.OPEN else ()
        case _:
            return _decide_proposal(world, state, command, ctx)


def _decide_proposal(world: World, state: TopicsState, command: Command, ctx: Ctx) -> Sequence[Event]:
    match command:
        case c.ProposeTopic():
            return p.propose(world, state, command, ctx)
        case c.RewordProposal():
            return p.reword(world, state, command, ctx)
        case c.WithdrawProposal(proposal=proposal):
            return p.withdraw(state, proposal)
        case c.VoteForTopic():
            return p.vote(world, state, command, ctx)
        case c.OpenProposal():
            _check_not_archived(world)
            return p.open_it(state, command, ctx, MAX_TOPICS)
        case c.DeclineProposal():
            _check_not_archived(world)
            return p.decline(state, command)
        case c.MergeProposal():
            _check_not_archived(world)
            return p.merge(state, command)
        case c.ReconsiderProposal(proposal=proposal):
            _check_not_archived(world)
            return p.reconsider(state, proposal)
        case c.SetProposing():
            return p.set_proposing(state, command)
        case _:
            assert_never(command)  # type: ignore[arg-type]  # the registry hands over this capability's commands only


def owner(world: World, command: Command) -> MemberId | None:
    """Return whose proposal a command acts on."""
    match command:
        case c.RewordProposal(proposal=proposal) | c.WithdrawProposal(proposal=proposal):
            found = world.state(TopicsState).proposals.get(proposal)
            return found.author if found else None
        case _:
            return None


def scope(world: World, command: Command) -> ChannelId | None:  # noqa: ARG001 (every capability's shape)
    """Return the topic that a command opens or closes, as a place."""
    match command:
        case c.OpenTopic(topic=topic) | c.CloseTopic(topic=topic):
            return topic_channel(topic)
        case _:
            return None


def policies(world: World, envelope: Envelope) -> Iterable[Command]:
    """A topic opens with its activities and closes with them; a proposal opens with as many votes as staff chose."""
    state = world.state(TopicsState)
    match envelope.event:
        case e.ProposalVoted(proposal=proposal) | e.ProposalMerged(proposal=proposal):
            return [c.OpenProposal(proposal=each.id) for each in p.due(state, (proposal,))]
        case TextDecided(item=item) if item in state.proposals:
            return [c.OpenProposal(proposal=each.id) for each in p.due(state, (item,))]
        case e.ProposingSet():
            return [c.OpenProposal(proposal=each.id) for each in p.due(state, tuple(state.proposals))]
        case _:
            return _with_activities(world, envelope)


def _with_activities(world: World, envelope: Envelope) -> Iterable[Command]:
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
        case (
            c.OpenProposal(proposal=proposal)
            | c.DeclineProposal(proposal=proposal)
            | c.MergeProposal(proposal=proposal)
            | c.ReconsiderProposal(proposal=proposal)
        ):
            return world.state(TopicsState).changed.get(proposal, 0)
        case c.SetProposing():
            return world.state(TopicsState).changed.get("proposing", 0)
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


def _check_live_for(world: World, ctx: Ctx) -> None:
    """Whoever was lent a topic leads it while the class is under way."""
    if ctx.role is Role.LEARNER and world.life.phase is not Phase.LIVE:
        raise Refusal("session_not_live", phase=str(world.life.phase))


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
            found = state.topics[event.topic]
            state.topics[event.topic] = replace(
                found,
                title=event.title,
                prompt=event.prompt,
                objective=event.objective,
                proposal=found.proposal if event.title == found.title else "",
            )
        case e.ProposalOpened() as event:
            _open_proposal(state, event, envelope)
        case e.TopicOpened(topic=topic):
            state.topics[topic] = replace(state.topics[topic], standing=TopicStanding.OPEN)
        case e.TopicClosed(topic=topic):
            state.topics[topic] = replace(state.topics[topic], standing=TopicStanding.CLOSED)
        case MemberErased(member=member):
            _erase(state, member)
            return
        case _:
            p.fold(state, envelope)
            return
    state.changed[envelope.event.topic] = envelope.seq


def _open_proposal(state: TopicsState, event: e.ProposalOpened, envelope: Envelope) -> None:
    proposed = state.proposals[event.proposal]
    known = state.topics.get(event.topic)
    state.topics[event.topic] = Topic(
        topic=event.topic,
        title=event.title or proposed.title or NAMELESS,
        prompt=event.prompt,
        objective=event.objective,
        activities=(),
        order=known.order if known else envelope.seq,
        standing=known.standing if known else TopicStanding.PREPARED,
        proposal="" if event.title else event.proposal,
    )
    p.fold(state, envelope)


def _erase(state: TopicsState, member: MemberId) -> None:
    """Forget what a member proposed, also where a topic is called after it."""
    p.erase(state, member)
    for topic in [each for each in state.topics.values() if each.proposal]:
        if (proposed := state.proposals.get(topic.proposal)) is not None and proposed.author == member:
            state.topics[topic.topic] = replace(topic, title=NAMELESS)
