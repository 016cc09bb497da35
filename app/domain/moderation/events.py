"""What happens to texts at the gate, to those who write them, and to the rules.

Decisions about texts are the kernel's `TextDecided`, which every capability may fold.
"""

from __future__ import annotations

from enum import StrEnum
from typing import ClassVar

import msgspec

from app.domain.kernel.gate import GateChanged, Outcome
from app.domain.kernel.messages import Event
from app.domain.kernel.seats import MemberBarred
from app.domain.moderation.lexicon import Action, Word


class ChannelMode(StrEnum):
    """What happens to learners' texts in a channel."""

    OPEN = "open"
    HELD = "held"
    CLOSED = "closed"


class Limit(StrEnum):
    """What staff may ask of one person.

    `SLOWED`: to leave some time between two texts. `HELD`: their texts wait. `MUTED`: no texts for a while.
    `READ_ONLY`: no texts at all.
    """

    SLOWED = "slowed"
    HELD = "held"
    MUTED = "muted"
    READ_ONLY = "read_only"


class Rules(msgspec.Struct, frozen=True, kw_only=True, omit_defaults=True):
    """What the rules do; the list of words stands apart. By default nothing but flags has an effect.

    Attributes:
        name: the kept set that they come from; empty for none.
        longest: how many characters a message may have; 0 for no limit of its own.
        repeated: what becomes of a text that its author wrote before.
        repeated_within: for how long it counts as written before, in seconds.
        links: what becomes of a text with a web address.
        links_allowed: the hosts whose addresses pass.
        first: how many of somebody's first texts wait.
        turned_down: the percentage of somebody's texts turned down from which the next ones wait; 0 for never.
        rate: how many texts one person may write in ten seconds; 0 for any.
        crowd: from how many texts of everybody together in ten seconds further ones wait; 0 for never.
        flags: by how many people a text is flagged before it goes without waiting for anybody; 0 for never.
        flags_hide: whether it is hidden then; else it waits.
        claim_seconds: how long a claim holds.
        expire_minutes: how long a text may wait before it expires; 0 for ever.
        alert_seconds: from when on a waiting text wants attention.
    """

    name: str = ""
    longest: int = 0
    repeated: Action = Action.PASS
    repeated_within: int = 120
    links: Action = Action.PASS
    links_allowed: tuple[str, ...] = ()
    first: int = 0
    turned_down: int = 0
    rate: int = 0
    crowd: int = 0
    flags: int = 3
    flags_hide: bool = True
    claim_seconds: int = 60
    expire_minutes: int = 0
    alert_seconds: int = 120


class ChannelModeSet(GateChanged, frozen=True, kw_only=True):
    """Learners' texts in a channel are let through, held or refused from now on."""

    type: ClassVar[str] = "moderation.mode_set"

    mode: ChannelMode


class SlowSet(Event, frozen=True, kw_only=True):
    """In a channel each learner leaves `seconds` between two texts from now on; 0 for none."""

    type: ClassVar[str] = "moderation.slow_set"

    channel: str
    seconds: int


class RulesSet(Event, frozen=True, kw_only=True):
    """The rules are other ones from now on; `number` counts their versions, words included."""

    type: ClassVar[str] = "moderation.rules_set"

    rules: Rules
    number: int


class WordsEdited(Event, frozen=True, kw_only=True):
    """The list of words changed; `afresh` when nothing of it stays."""

    type: ClassVar[str] = "moderation.words_edited"

    added: tuple[Word, ...] = ()
    removed: tuple[str, ...] = ()
    afresh: bool = False
    number: int


class DecisionCosigned(Event, frozen=True, kw_only=True):
    """Somebody decided about a text as another one had just done."""

    type: ClassVar[str] = "moderation.cosigned"

    item: str
    revision: int


class DecisionSuggested(Event, frozen=True, kw_only=True):
    """A decision made without a line to the relay came too late, and stands beside the text as a suggestion."""

    type: ClassVar[str] = "moderation.suggested"
    erasable: ClassVar[tuple[str, ...]] = ("reason",)
    about: ClassVar[str | None] = "author"

    item: str
    revision: int
    outcome: Outcome
    author: str
    reason: str = ""


class TextNoted(Event, frozen=True, kw_only=True):
    """A text that came through is marked by a rule: flagged for staff to look at, tagged, or censored in part."""

    type: ClassVar[str] = "moderation.noted"

    item: str
    revision: int
    rule: str
    flags: bool = False
    tags: tuple[str, ...] = ()
    censored: bool = False


class TextFlagged(Event, frozen=True, kw_only=True):
    """Somebody asks staff to look at a text."""

    type: ClassVar[str] = "moderation.flagged"
    erasable: ClassVar[tuple[str, ...]] = ("reason",)
    about: ClassVar[str | None] = "member"

    item: str
    revision: int
    member: str
    reason: str = ""


class FlagsKept(Event, frozen=True, kw_only=True):
    """A flagged text stays; not `on`: that is taken back, and it is flagged as before."""

    type: ClassVar[str] = "moderation.kept"

    item: str
    revision: int
    on: bool = True


class ItemClaimed(Event, frozen=True, kw_only=True):
    """A staff member is on a text, until they let go or that time comes."""

    type: ClassVar[str] = "moderation.claimed"

    item: str
    until: int


class ClaimReleased(Event, frozen=True, kw_only=True):
    """Nobody is on a text any more."""

    type: ClassVar[str] = "moderation.released"

    item: str


class DuplicateMarked(Event, frozen=True, kw_only=True):
    """A text says what another one says; an empty `of` takes that back."""

    type: ClassVar[str] = "moderation.duplicate_marked"

    item: str
    of: str = ""


class Appealed(Event, frozen=True, kw_only=True):
    """An author asks staff to think again: about a text, or (with `person:MEMBER` as item) about what limits them."""

    type: ClassVar[str] = "moderation.appealed"
    erasable: ClassVar[tuple[str, ...]] = ("text",)
    about: ClassVar[str | None] = "author"
    mask: ClassVar[str | None] = "author"

    item: str
    author: str
    text: str = ""


class AppealAnswered(Event, frozen=True, kw_only=True):
    """Staff thought again."""

    type: ClassVar[str] = "moderation.appeal_answered"
    erasable: ClassVar[tuple[str, ...]] = ("reason",)
    about: ClassVar[str | None] = "author"

    item: str
    author: str
    granted: bool
    reason: str = ""


class MemberWarned(Event, frozen=True, kw_only=True):
    """A member was told something privately; `item` is the text that it is about, if any."""

    type: ClassVar[str] = "moderation.warned"
    erasable: ClassVar[tuple[str, ...]] = ("reason",)
    about: ClassVar[str | None] = "member"

    warning: str
    member: str
    item: str = ""
    reason: str = ""


class WarningRead(Event, frozen=True, kw_only=True):
    """The member read a warning."""

    type: ClassVar[str] = "moderation.warning_read"

    warning: str


class MemberLimited(Event, frozen=True, kw_only=True):
    """What a member writes is limited from now on.

    Attributes:
        member: who.
        limit: how.
        until: when it ends; 0 for when staff lift it.
        every: seconds between two texts, of `slowed`.
        item: the text that it is about, if any.
        reason: words for the member.
    """

    type: ClassVar[str] = "moderation.limited"
    erasable: ClassVar[tuple[str, ...]] = ("reason",)
    about: ClassVar[str | None] = "member"

    member: str
    limit: Limit
    until: int = 0
    every: int = 0
    item: str = ""
    reason: str = ""


class LimitLifted(Event, frozen=True, kw_only=True):
    """A limit is over."""

    type: ClassVar[str] = "moderation.lifted"

    member: str
    limit: Limit


class MemberBanned(MemberBarred, frozen=True, kw_only=True):
    """A member is put out of the session and may not come back to it."""

    type: ClassVar[str] = "moderation.banned"
    erasable: ClassVar[tuple[str, ...]] = ("reason",)
    about: ClassVar[str | None] = "member"

    item: str = ""
    reason: str = ""


EVENTS = (
    ChannelModeSet,
    SlowSet,
    RulesSet,
    WordsEdited,
    DecisionCosigned,
    DecisionSuggested,
    TextNoted,
    TextFlagged,
    FlagsKept,
    ItemClaimed,
    ClaimReleased,
    DuplicateMarked,
    Appealed,
    AppealAnswered,
    MemberWarned,
    WarningRead,
    MemberLimited,
    LimitLifted,
    MemberBanned,
)
"""Every event of moderation."""
