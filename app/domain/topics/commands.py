"""What may be asked about topics of conversation, and about those that learners propose."""

from __future__ import annotations

from typing import Annotated, ClassVar

import msgspec

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


class ProposeTopic(Command, tag="topics.propose", frozen=True, kw_only=True):
    """Propose something to talk about; peers vote for it, and staff open it or decline it."""

    title: str


class RewordProposal(Command, tag="topics.reword", frozen=True, kw_only=True):
    """Say otherwise what one proposed; it passes the gate again."""

    proposal: str
    title: str


class WithdrawProposal(Command, tag="topics.withdraw", frozen=True, kw_only=True):
    """Take back what one proposed."""

    proposal: str


class VoteForTopic(Command, tag="topics.vote", frozen=True, kw_only=True):
    """Want what a peer proposed; or take that back. Each member counts once.

    Attributes:
        proposal: which one.
        on: whether to want it or to take it back.
    """

    proposal: str
    on: bool = True


class OpenProposal(Command, tag="topics.open_proposal", frozen=True, kw_only=True):
    """Open a proposal as a topic.

    Attributes:
        proposal: which one.
        title: what it is called; empty for what was proposed.
        prompt: what is asked of people there; may be empty.
        objective: what it is meant to reach; may be empty.
    """

    stale: ClassVar[Stale] = Stale.ASK

    proposal: str
    title: str = ""
    prompt: str = ""
    objective: str = ""


class DeclineProposal(Command, tag="topics.decline", frozen=True, kw_only=True):
    """Decline a proposal, and tell its author why."""

    stale: ClassVar[Stale] = Stale.ASK

    proposal: str
    reason: str


class MergeProposal(Command, tag="topics.merge", frozen=True, kw_only=True):
    """Count a proposal as another proposal, with its votes, or as a topic that is there."""

    stale: ClassVar[Stale] = Stale.ASK

    proposal: str
    into: str


class ReconsiderProposal(Command, tag="topics.reconsider", frozen=True, kw_only=True):
    """Let a settled proposal wait again; a topic that opened from it closes."""

    stale: ClassVar[Stale] = Stale.ASK

    proposal: str


class SetProposing(Command, tag="topics.set_proposing", frozen=True, kw_only=True):
    """Say whether learners may propose topics, and from how many votes on one opens by itself (0: never)."""

    stale: ClassVar[Stale] = Stale.ASK

    on: bool
    votes: Annotated[int, msgspec.Meta(ge=0, le=1_000)] = 0
