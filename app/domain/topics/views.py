"""What learners see of topics: those that were opened, those that are proposed, and what became of their own.

What is said in a topic is shown by the conversation.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

from app.domain.kernel.gate import Outcome, TextDecided, TextSubmitted
from app.domain.kernel.messages import MemberErased
from app.domain.kernel.powers import TopicChanged
from app.domain.kernel.readings import TopicStanding
from app.domain.kernel.seats import SeatChanged
from app.domain.kernel.views import CLASS, Audience, Collection, Field, Touch, me
from app.domain.topics import events as e
from app.domain.topics.decider import TopicsState
from app.domain.topics.events import Fate
from app.domain.topics.proposals import ranked, root_of, supporters

if TYPE_CHECKING:
    from collections.abc import Iterable

    from app.domain.kernel.envelope import Envelope
    from app.domain.kernel.views import Json
    from app.domain.kernel.words import MemberId
    from app.domain.kernel.world import World

MOST: Final = 60
"""How many proposals, the most wanted, the class's document holds."""

MINE: Final = 30
"""How many of their proposals, the newest, a member's document holds."""


def _state(world: World) -> TopicsState:
    return world.state(TopicsState)


def _keys(world: World, audience: Audience) -> Iterable[str]:  # noqa: ARG001 (every collection's shape)
    return _state(world).topics


def _entry(world: World, audience: Audience, key: str) -> Json | None:  # noqa: ARG001 (every collection's shape)
    topic = _state(world).topics.get(key)
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


def _proposing(world: World, audience: Audience) -> Json | None:  # noqa: ARG001 (every field's shape)
    state = _state(world)
    said: dict[str, Any] = {} if state.proposing else {"off": True}
    return (said | {"votes": state.opens_at} if state.opens_at else said) or None


def _proposal_keys(world: World, audience: Audience) -> Iterable[str]:  # noqa: ARG001
    return [proposal.id for proposal in ranked(_state(world))[:MOST]]


def _proposal_entry(world: World, audience: Audience, key: str) -> Json | None:  # noqa: ARG001
    state = _state(world)
    proposal = state.proposals.get(key)
    if proposal is None or not proposal.waits or not proposal.title:
        return None
    entry: dict[str, Any] = {"title": proposal.title, "order": proposal.order, "author": proposal.author}
    seat = world.seats.seat(proposal.author)
    if seat is not None:
        entry["number"] = seat.number
        if seat.name:
            entry["name"] = seat.name
    votes = len(supporters(state, key))
    return entry | {"votes": votes} if votes else entry


def _voted_keys(world: World, audience: Audience) -> Iterable[str]:
    state = _state(world)
    return [key for key, votes in state.votes.items() if audience.key in votes and state.proposals[key].waits]


def _voted_entry(world: World, audience: Audience, key: str) -> Json | None:
    return True if key in _voted_keys(world, audience) else None


def _mine_keys(world: World, audience: Audience) -> Iterable[str]:
    mine = [each.id for each in _state(world).proposals.values() if each.author == audience.key]
    return mine[-MINE:]


def _mine_entry(world: World, audience: Audience, key: str) -> Json | None:
    """Say what became of what one proposed; what counts as another's shares its fate."""
    state = _state(world)
    found = state.proposals.get(key)
    if found is None or found.author != audience.key or not found.newest.text:
        return None
    entry: dict[str, Any] = {"title": found.newest.text, "order": found.order}
    newest = found.newest
    if found.fate is Fate.WAITING and newest.outcome is not Outcome.PUBLISHED:
        entry["state"] = str(newest.outcome)
        return entry | {"reason": newest.reason} if newest.reason else entry
    root = root_of(state.proposals, key) or found
    # One that counts as another that waits is merged; else what became of the other became of it.
    fate = Fate.MERGED if root.fate is Fate.WAITING and root.id != key else root.fate
    entry["state"] = str(fate)
    if root.id != key:
        entry["into"] = root.id
        if root.title:
            entry["into_title"] = root.title
    if fate is Fate.DECLINED and root.reason:
        entry["reason"] = root.reason
    if root.topic and fate is not Fate.WAITING:
        entry["topic"] = root.topic
    return entry


PARTS: Final = (
    Collection("class", "topics", _keys, _entry),
    Field("class", "proposing", _proposing),
    Collection("class", "proposals", _proposal_keys, _proposal_entry, windowed=True),
    Collection("me", "voted", _voted_keys, _voted_entry),
    Collection("me", "proposed", _mine_keys, _mine_entry, windowed=True),
)


def _touch(world: World, proposal: str) -> Iterable[Touch]:
    """What shows a proposal and what it counts as, and what those have who proposed or voted for either."""
    state = _state(world)
    yield Touch(CLASS, "proposals", proposal)
    root = root_of(state.proposals, proposal)
    if root is not None:
        yield Touch(CLASS, "proposals", root.id)
    for each in state.proposals.values():
        if each.id == proposal or each.fate is Fate.MERGED:
            yield Touch(me(each.author), "proposed", each.id)


def _touch_all(world: World, proposal: str) -> Iterable[Touch]:
    yield from _touch(world, proposal)
    for key, votes in _state(world).votes.items():
        for member in votes:
            yield Touch(me(member), "voted", key)


def _touch_parted(world: World) -> Iterable[Touch]:
    """A proposal counts as another no longer, and which that was the state does not tell: any that waits."""
    for each in _state(world).proposals.values():
        yield Touch(CLASS, "proposals", each.id)
        yield Touch(me(each.author), "proposed", each.id)


def _touch_author(world: World, member: MemberId) -> Iterable[Touch]:
    for proposal in _state(world).proposals.values():
        if proposal.author == member:
            yield from _touch(world, proposal.id)


def touched(world: World, envelope: Envelope) -> Iterable[Touch]:
    """Return what an envelope changed in the topics' views."""
    match envelope.event:
        case e.ProposalVoted(proposal=proposal):
            yield from _touch(world, proposal)
            yield Touch(me(envelope.actor), "voted", proposal)
        case (
            e.TopicProposed(item=proposal) | e.ProposalDeclined(proposal=proposal) | e.ProposalMerged(proposal=proposal)
        ):
            yield from _touch_all(world, proposal)
        case e.ProposalReconsidered(proposal=proposal):
            yield from _touch_all(world, proposal)
            yield from _touch_parted(world)
        case e.ProposalWithdrawn(proposal=proposal, author=author):
            yield from _touch_all(world, proposal)
            yield from _touch_parted(world)
            yield Touch(me(author), "proposed")
            for seat in world.seats.all_seats():
                yield Touch(me(seat.member), "voted", proposal)
        case e.ProposalOpened(proposal=proposal, topic=topic):
            yield Touch(CLASS, "topics", topic)
            yield from _touch_all(world, proposal)
        case e.ProposingSet():
            yield Touch(CLASS, "proposing")
        case TopicChanged(topic=topic):
            yield Touch(CLASS, "topics", topic)
        case TextDecided(item=item, author=author):
            if item in _state(world).proposals:
                yield from _touch_all(world, item)
            elif item.startswith("name:"):
                yield from _touch_author(world, author)
        case TextSubmitted(kind="name", author=author):
            yield from _touch_author(world, author)
        case MemberErased(member=member):
            for topic in _state(world).topics:
                yield Touch(CLASS, "topics", topic)
            yield from _touch_author(world, member)
        case SeatChanged(member=member):
            yield from _touch_author(world, member)
        case _:
            pass
