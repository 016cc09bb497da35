"""What capabilities may ask one another without knowing one another; who is who and where is told by `seats`."""

from __future__ import annotations

from enum import StrEnum
from typing import TYPE_CHECKING, Protocol

import msgspec

from app.domain.kernel.powers import TopicChanged
from app.domain.kernel.words import ChannelId, MemberId, Millis, Phase

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from app.domain.kernel.powers import Power


class Life(Protocol):
    """What capabilities may ask about the session as a whole."""

    @property
    def phase(self) -> Phase:
        """Where the session is in its life."""


class TopicStanding(StrEnum):
    """Where a topic of conversation is in its life.

    `PREPARED`: only staff know of it. `OPEN`: everybody reads it and writes in it. `CLOSED`: everybody reads it, and
    only staff may write a last word.
    """

    PREPARED = "prepared"
    OPEN = "open"
    CLOSED = "closed"


class TopicBegan(TopicChanged, frozen=True, kw_only=True):
    """The base of events from which on learners know of a topic."""


class Topics(Protocol):
    """What capabilities may ask about topics of conversation."""

    def standing(self, topic: str) -> TopicStanding | None:
        """Return where a topic is in its life; None when there is none such."""

    def all_topics(self) -> Iterable[str]:
        """Return every topic, in the order in which they were prepared."""

    def title(self, topic: str) -> str:
        """Return what a topic is called; empty when there is none such."""


class Said(msgspec.Struct, frozen=True, kw_only=True):
    """A message, as far as other capabilities may rely on it.

    Attributes:
        author: who wrote it.
        channel: where it stands.
        order: the seq at which it was first published; 0 while those who read the channel do not see it.
        text: what they see; empty while they see nothing, and after erasure.
        thread: the message that this one goes back to; empty for one that begins.
        is_anonymous: whether learners are not told who wrote it; `author` is an alias when nobody is.
    """

    author: MemberId
    channel: ChannelId
    order: int
    text: str
    thread: str
    is_anonymous: bool = False


class Powers(Protocol):
    """What capabilities may ask about powers that learners were lent; permissions are checked by `powers.powers_at`."""

    def held(self, member: MemberId, place: ChannelId, at: Millis) -> frozenset[Power]:
        """Return what somebody was lent in a place and holds at this time, wherever they are."""

    def captain(self, place: ChannelId) -> MemberId:
        """Return who is captain of a room; empty for nobody."""


class Talk(Protocol):
    """What capabilities may ask about the conversation."""

    def said(self, message: str) -> Said | None:
        """Return a message; None when there is none such, or when it was taken away."""

    def raised(self) -> Mapping[MemberId, Millis]:
        """Return whose hand is up, and since when; the first raised first."""


class Anonymity(StrEnum):
    """To whom one is anonymous who says so: to nobody, to the other learners, or to staff as well."""

    OFF = "off"
    PEERS = "peers"
    EVERYBODY = "everybody"


class Veil(Protocol):
    """What capabilities may ask about messages without a name."""

    @property
    def scope(self) -> str:
        """What one is anonymous in now, one and the same alias throughout: the activity under way."""

    def anonymity(self, channel: ChannelId) -> Anonymity:
        """Return to whom one may be anonymous in a channel."""

    def scopes(self) -> Iterable[str]:
        """Return every scope in which somebody wrote under an alias."""

    def scope_of(self, alias: str) -> str | None:
        """Return the scope of an alias that somebody wrote under; None when nobody did."""

    def is_muted(self, alias: str) -> bool:
        """Whether staff take nothing more under an alias."""


class Submission(msgspec.Struct, frozen=True, kw_only=True):
    """A text on its way through the gate.

    Attributes:
        kind: what it is: `message`, `name`, and each later kind of text.
        item: the id of the thing whose text it is.
        revision: 1 for the first text of an item, then counting.
        channel: where it would show; empty when it belongs to no channel.
        author: who wrote it.
        text: the cleaned text.
    """

    kind: str
    item: str
    revision: int
    channel: ChannelId
    author: MemberId
    text: str


class Verdict(msgspec.Struct, frozen=True):
    """What the gate makes of a text: the text, maybe with words censored or linked, and the rule that holds it."""

    text: str
    held_by: str


class Gate(Protocol):
    """What the moderation capability answers about a text."""

    def judge(self, submission: Submission, person: MemberId, at: Millis) -> Verdict:
        """Judge a learner's text by all rules.

        Args:
            submission: the text.
            person: who is behind the author, where somebody is anonymous and the relay asks.
            at: when it came.

        Raises:
            Refusal: it may not even wait.
        """

    def held_by(self, submission: Submission) -> str:
        """Return the rule by which a channel holds texts, whatever they say and whose they are; empty for none.

        Raises:
            Refusal: the channel takes no texts.
        """
