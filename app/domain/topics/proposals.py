"""Topics that learners propose: their words, who wants them, and what becomes of each."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

import msgspec
from msgspec.structs import replace

from app.domain.kernel.gate import Outcome, TextDecided, admit, clean
from app.domain.kernel.readings import Submission, TopicStanding
from app.domain.kernel.refusal import Refusal
from app.domain.kernel.words import MAIN, MemberId, Millis, Phase
from app.domain.topics import commands as c
from app.domain.topics import events as e
from app.domain.topics.events import Fate

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from app.domain.kernel.envelope import Envelope
    from app.domain.kernel.messages import Event
    from app.domain.kernel.world import Ctx, World
    from app.domain.topics.decider import TopicsState

MOST_WAITING: Final = 5
"""How many proposals of one learner may wait at once."""

MOST: Final = 500
"""How many proposals one class may hold."""

KIND: Final = "proposal"
"""As what its words pass the gate: on one line, of a title's length."""


class Wording(msgspec.Struct, frozen=True, kw_only=True):
    """One text of a proposal, and how it stands."""

    text: str
    outcome: Outcome
    reason: str = ""


class Proposal(msgspec.Struct, frozen=True, kw_only=True):
    """A topic that a learner proposed.

    Attributes:
        id: its id.
        author: who proposed it.
        at: when.
        order: the seq at which it was proposed.
        wordings: every text it ever had.
        visible: which of them shows, from 1; 0 while none is admitted.
        fate: what became of it.
        reason: why it was declined.
        topic: the topic that it became, or counts as; kept when it waits again.
        into: the proposal that it counts as.
        settled_at: when it was last settled; 0 while it waits.
        settled_by: by whom.
    """

    id: str
    author: MemberId
    at: Millis
    order: int
    wordings: tuple[Wording, ...]
    visible: int = 0
    fate: Fate = Fate.WAITING
    reason: str = ""
    topic: str = ""
    into: str = ""
    settled_at: Millis = 0
    settled_by: MemberId = ""

    @property
    def title(self) -> str:
        """The words that show; empty while none do."""
        return self.wordings[self.visible - 1].text if self.visible else ""

    @property
    def newest(self) -> Wording:
        """The newest words, admitted or not."""
        return self.wordings[-1]

    @property
    def is_open(self) -> bool:
        """Whether something may still become of it: it waits for staff, or for its words to be admitted."""
        return self.fate is Fate.WAITING and (self.visible > 0 or self.newest.outcome is not Outcome.REJECTED)

    @property
    def waits(self) -> bool:
        """Whether staff have still to say what becomes of it, and everybody may see it."""
        return self.fate is Fate.WAITING and self.visible > 0


def root_of(proposals: Mapping[str, Proposal], proposal: str) -> Proposal | None:
    """Return the proposal that one counts as, itself when it stands for itself."""
    found = proposals.get(proposal)
    while found is not None and found.fate is Fate.MERGED and found.into:
        found = proposals.get(found.into)
    return found


def family(state: TopicsState, proposal: str) -> Iterator[Proposal]:
    """Return a proposal and those that count as it."""
    found = state.proposals.get(proposal)
    if found is None:
        return
    yield found
    for other in state.proposals.values():
        if other.into == proposal and other.fate is Fate.MERGED:
            yield from family(state, other.id)


def supporters(state: TopicsState, proposal: str) -> set[MemberId]:
    """Return who wants a proposed topic: each once, its author apart; who proposed the same is among them."""
    found = state.proposals.get(proposal)
    if found is None:
        return set()
    kin = tuple(family(state, proposal))
    voters = {member for each in kin for member in state.votes.get(each.id, ())}
    return (voters | {each.author for each in kin}) - {found.author}


def ranked(state: TopicsState) -> list[Proposal]:
    """Return the proposals that wait, the most wanted first."""
    waiting = [proposal for proposal in state.proposals.values() if proposal.waits]
    return sorted(waiting, key=lambda each: (-len(supporters(state, each.id)), each.order))


def due(state: TopicsState, proposals: Sequence[str]) -> list[Proposal]:
    """Return which of some proposals have as many votes as it takes to open by themselves."""
    if not state.opens_at:
        return []
    roots = {root.id: root for key in proposals if (root := root_of(state.proposals, key)) is not None}
    return [root for root in roots.values() if root.waits and len(supporters(state, root.id)) >= state.opens_at]


# --- deciding ----------------------------------------------------------------------------------------------------


def _check_live(world: World) -> None:
    if world.life.phase is not Phase.LIVE:
        raise Refusal("session_not_live", phase=str(world.life.phase))


def _known(state: TopicsState, proposal: str) -> Proposal:
    found = state.proposals.get(proposal)
    if found is None:
        raise Refusal("unknown_proposal")
    return found


def _waiting(state: TopicsState, proposal: str) -> Proposal:
    found = _known(state, proposal)
    if found.fate is not Fate.WAITING:
        raise Refusal("proposal_settled")
    return found


def propose(world: World, state: TopicsState, command: c.ProposeTopic, ctx: Ctx) -> Sequence[Event]:
    """Decide `ProposeTopic`."""
    _check_live(world)
    if not state.proposing:
        raise Refusal("not_proposing")
    item = ctx.new_id()
    if item in state.proposals:
        raise Refusal("id_used")
    own = [each for each in state.proposals.values() if each.author == ctx.actor and each.is_open]
    if len(own) >= MOST_WAITING or len(state.proposals) >= MOST:
        raise Refusal("too_many_proposals", limit=MOST_WAITING)
    return (_proposed(world, item, 1, command.title, ctx),)


def reword(world: World, state: TopicsState, command: c.RewordProposal, ctx: Ctx) -> Sequence[Event]:
    """Decide `RewordProposal`."""
    _check_live(world)
    found = _waiting(state, command.proposal)
    proposed = _proposed(world, found.id, len(found.wordings) + 1, command.title, ctx)
    return () if proposed.text == found.newest.text else (proposed,)


def _proposed(world: World, item: str, revision: int, title: str, ctx: Ctx) -> e.TopicProposed:
    submission = Submission(kind=KIND, item=item, revision=revision, channel=MAIN, author=ctx.actor, text=title)
    admission = admit(world, ctx, submission)
    return e.TopicProposed(
        item=item,
        revision=revision,
        kind=KIND,
        channel=MAIN,
        author=ctx.actor,
        held_by=admission.held_by,
        text=admission.text,
    )


def withdraw(state: TopicsState, proposal: str) -> Sequence[Event]:
    """Decide `WithdrawProposal`."""
    found = _waiting(state, proposal)
    return (e.ProposalWithdrawn(proposal=proposal, author=found.author),)


def vote(world: World, state: TopicsState, command: c.VoteForTopic, ctx: Ctx) -> Sequence[Event]:
    """Decide `VoteForTopic`."""
    _check_live(world)
    found = _known(state, command.proposal)
    if not found.visible:
        # What they do not see does not exist for them.
        raise Refusal("unknown_proposal")
    if found.author == ctx.actor:
        raise Refusal("own_proposal")
    if found.fate is not Fate.WAITING:
        raise Refusal("proposal_settled")
    if (ctx.actor in state.votes.get(found.id, ())) is command.on:
        return ()
    return (e.ProposalVoted(proposal=found.id, on=command.on),)


def open_it(state: TopicsState, command: c.OpenProposal, ctx: Ctx, limit: int) -> Sequence[Event]:
    """Decide `OpenProposal`.

    Args:
        state: to read.
        command: what is asked.
        ctx: tells the topic's id.
        limit: how many topics there may be.
    """
    found = _waiting(state, command.proposal)
    if not found.visible:
        raise Refusal("proposal_not_admitted")
    topic = found.topic or ctx.new_id()
    if topic not in state.topics and len(state.topics) >= limit:
        raise Refusal("too_many_topics", limit=limit)
    title = clean(command.title, "title") if command.title.strip() else ""
    return (
        e.ProposalOpened(
            topic=topic,
            proposal=found.id,
            title="" if title == found.title else title,
            prompt=clean(command.prompt, "prompt") if command.prompt.strip() else "",
            objective=clean(command.objective, "prompt") if command.objective.strip() else "",
        ),
        e.TopicOpened(topic=topic),
    )


def decline(state: TopicsState, command: c.DeclineProposal) -> Sequence[Event]:
    """Decide `DeclineProposal`."""
    found = _waiting(state, command.proposal)
    reason = clean(command.reason, "reason")
    return (e.ProposalDeclined(proposal=found.id, author=found.author, reason=reason),)


def merge(state: TopicsState, command: c.MergeProposal) -> Sequence[Event]:
    """Decide `MergeProposal`."""
    found = _waiting(state, command.proposal)
    if command.into in state.topics:
        if state.topics[command.into].standing is TopicStanding.PREPARED:
            raise Refusal("topic_not_open")
        return (e.ProposalMerged(proposal=found.id, into=command.into, is_topic=True),)
    into = root_of(state.proposals, _known(state, command.into).id)
    if into is None or not into.waits:
        raise Refusal("proposal_settled")
    if into.id in {each.id for each in family(state, found.id)}:
        raise Refusal("same_proposal")
    return (e.ProposalMerged(proposal=found.id, into=into.id, is_topic=False),)


def reconsider(state: TopicsState, proposal: str) -> Sequence[Event]:
    """Decide `ReconsiderProposal`."""
    found = _known(state, proposal)
    if found.fate is Fate.WAITING:
        return ()
    again = e.ProposalReconsidered(proposal=proposal)
    topic = state.topics.get(found.topic) if found.fate is Fate.OPENED else None
    closes = topic is not None and topic.standing is TopicStanding.OPEN
    return (again, e.TopicClosed(topic=found.topic)) if closes else (again,)


def set_proposing(state: TopicsState, command: c.SetProposing) -> Sequence[Event]:
    """Decide `SetProposing`."""
    if (command.on, command.votes) == (state.proposing, state.opens_at):
        return ()
    return (e.ProposingSet(on=command.on, votes=command.votes),)


# --- folding -----------------------------------------------------------------------------------------------------


def fold(state: TopicsState, envelope: Envelope) -> None:
    """Fold one envelope into the proposals."""
    match envelope.event:
        case e.TopicProposed() as proposed:
            _propose(state, proposed, envelope)
        case TextDecided(item=item) as decided if item in state.proposals:
            _decide(state, decided, envelope.seq)
        case e.ProposalVoted(proposal=proposal, on=on):
            votes = state.votes.setdefault(proposal, {})
            if on:
                votes[envelope.actor] = True
            else:
                votes.pop(envelope.actor, None)
        case e.ProposalWithdrawn(proposal=proposal):
            state.proposals.pop(proposal, None)
            state.votes.pop(proposal, None)
            for other in [each for each in state.proposals.values() if each.into == proposal]:
                state.proposals[other.id] = replace(other, into="", fate=Fate.WAITING, settled_at=0, settled_by="")
        case e.ProposalOpened(proposal=proposal, topic=topic):
            _settle(state, proposal, envelope, fate=Fate.OPENED, topic=topic)
        case e.ProposalDeclined(proposal=proposal, reason=reason):
            _settle(state, proposal, envelope, fate=Fate.DECLINED, reason=reason)
        case e.ProposalMerged(proposal=proposal, into=into, is_topic=is_topic):
            ids = {"topic": into} if is_topic else {"into": into}
            _settle(state, proposal, envelope, fate=Fate.MERGED, **ids)
        case e.ProposalReconsidered(proposal=proposal):
            found = state.proposals[proposal]
            # The topic that it became is opened again rather than another one; one that it counted as is not its own.
            topic = found.topic if found.fate is Fate.OPENED else ""
            state.proposals[proposal] = replace(
                found, fate=Fate.WAITING, reason="", into="", topic=topic, settled_at=0, settled_by=""
            )
            state.changed[proposal] = envelope.seq
        case e.ProposingSet(on=on, votes=votes_needed):
            state.proposing, state.opens_at = on, votes_needed
            state.changed["proposing"] = envelope.seq
        case _:
            pass


def _propose(state: TopicsState, event: e.TopicProposed, envelope: Envelope) -> None:
    wording = Wording(text=event.text, outcome=Outcome.HELD if event.held_by else Outcome.PUBLISHED)
    known = state.proposals.get(event.item)
    if known is None:
        known = Proposal(id=event.item, author=event.author, at=envelope.at, order=envelope.seq, wordings=())
    state.proposals[event.item] = replace(
        known,
        wordings=(*known.wordings, wording),
        visible=known.visible if event.held_by else event.revision,
    )
    state.changed[event.item] = envelope.seq


def _decide(state: TopicsState, decided: TextDecided, seq: int) -> None:
    found = state.proposals[decided.item]
    wordings = list(found.wordings)
    index = decided.revision - 1
    wordings[index] = replace(wordings[index], outcome=decided.outcome, reason=decided.reason)
    visible = found.visible
    if decided.outcome is Outcome.PUBLISHED:
        visible = max(visible, decided.revision)
    elif visible == decided.revision:
        visible = 0
    state.proposals[decided.item] = replace(found, wordings=tuple(wordings), visible=visible)
    state.changed[decided.item] = seq


def _settle(
    state: TopicsState,
    proposal: str,
    envelope: Envelope,
    *,
    fate: Fate,
    reason: str = "",
    topic: str = "",
    into: str = "",
) -> None:
    state.proposals[proposal] = replace(
        state.proposals[proposal],
        fate=fate,
        reason=reason,
        topic=topic,
        into=into,
        settled_at=envelope.at,
        settled_by=envelope.actor,
    )
    state.changed[proposal] = envelope.seq


def erase(state: TopicsState, member: MemberId) -> None:
    """Forget the words of somebody's proposals."""
    for found in [each for each in state.proposals.values() if each.author == member]:
        blank = tuple(replace(wording, text="", reason="") for wording in found.wordings)
        state.proposals[found.id] = replace(found, wordings=blank, reason="")


def text_of(state: TopicsState, item: str, revision: int) -> str | None:
    """Return one text of a proposal; None when there is none such."""
    found = state.proposals.get(item)
    return found.wordings[revision - 1].text if found and 0 < revision <= len(found.wordings) else None
