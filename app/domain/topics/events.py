"""What happens to topics of conversation."""

from __future__ import annotations

from enum import StrEnum
from typing import ClassVar

from app.domain.kernel.gate import TextSubmitted, TextWithdrawn
from app.domain.kernel.messages import Event
from app.domain.kernel.powers import TopicChanged, TopicShut
from app.domain.kernel.readings import TopicBegan


class TopicPrepared(TopicChanged, frozen=True, kw_only=True):
    """A topic is ready to be opened.

    Attributes:
        topic: its id; from the plan, or derived from the command.
        title: what it is called.
        prompt: what is asked of people there.
        objective: what it is meant to reach.
        activities: the activities it opens with.
    """

    type: ClassVar[str] = "topics.prepared"

    title: str
    prompt: str = ""
    objective: str = ""
    activities: tuple[str, ...] = ()


class TopicRevised(TopicChanged, frozen=True, kw_only=True):
    """A topic is about something else, or in other words."""

    type: ClassVar[str] = "topics.revised"

    title: str
    prompt: str = ""
    objective: str = ""


class TopicOpened(TopicBegan, frozen=True, kw_only=True):
    """Learners may read a topic and write in it."""

    type: ClassVar[str] = "topics.opened"


class TopicClosed(TopicShut, frozen=True, kw_only=True):
    """Learners may only read a topic from now on."""

    type: ClassVar[str] = "topics.closed"


class Fate(StrEnum):
    """What becomes of a topic that was proposed: it waits, it was opened, declined, or counts as another one."""

    WAITING = "waiting"
    OPENED = "opened"
    DECLINED = "declined"
    MERGED = "merged"


class TopicProposed(TextSubmitted, frozen=True, kw_only=True):
    """A learner proposed a topic, or said it in other words; `item` is the proposal's id, `author` who proposed it."""

    type: ClassVar[str] = "topics.proposed"
    erasable: ClassVar[tuple[str, ...]] = ("text",)
    about: ClassVar[str | None] = "author"

    text: str = ""


class ProposalWithdrawn(TextWithdrawn, frozen=True, kw_only=True):
    """Who proposed a topic took that back."""

    type: ClassVar[str] = "topics.proposal_withdrawn"

    proposal: str
    author: str

    @property
    def withdrawn(self) -> str:
        """The proposal's id."""
        return self.proposal


class ProposalVoted(Event, frozen=True, kw_only=True):
    """The actor wants a proposed topic too, or no longer."""

    type: ClassVar[str] = "topics.voted"

    proposal: str
    on: bool


class ProposalOpened(TopicChanged, frozen=True, kw_only=True):
    """A proposal became a topic, which opens with what follows.

    Attributes:
        topic: the topic's id; the same again when it was opened before.
        proposal: which one.
        title: what staff call it; empty when it is called as it was proposed.
        prompt: what is asked of people there.
        objective: what it is meant to reach.
    """

    type: ClassVar[str] = "topics.proposal_opened"

    proposal: str
    title: str = ""
    prompt: str = ""
    objective: str = ""


class ProposalDeclined(Event, frozen=True, kw_only=True):
    """Staff declined a proposal, and told its author why."""

    type: ClassVar[str] = "topics.declined"
    erasable: ClassVar[tuple[str, ...]] = ("reason",)
    about: ClassVar[str | None] = "author"

    proposal: str
    author: str
    reason: str = ""


class ProposalMerged(Event, frozen=True, kw_only=True):
    """A proposal counts as another one, with its votes; or as a topic that is there.

    Attributes:
        proposal: the one.
        into: the other proposal, or the topic.
        is_topic: whether it is a topic.
    """

    type: ClassVar[str] = "topics.merged"

    proposal: str
    into: str
    is_topic: bool


class ProposalReconsidered(Event, frozen=True, kw_only=True):
    """A proposal that was settled waits again."""

    type: ClassVar[str] = "topics.reconsidered"

    proposal: str


class ProposingSet(Event, frozen=True, kw_only=True):
    """Staff said whether learners may propose topics, and whether these open by themselves.

    Attributes:
        on: whether they may.
        votes: from how many votes on a proposal opens by itself; 0 for never.
    """

    type: ClassVar[str] = "topics.proposing_set"

    on: bool
    votes: int
