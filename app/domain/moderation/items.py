"""What moderation knows of one text, one person, and one thing that was done: frozen records of its state."""

from __future__ import annotations

from enum import StrEnum

import msgspec

from app.domain.kernel.gate import Outcome
from app.domain.kernel.words import ChannelId, MemberId, Millis


class Status(StrEnum):
    """Where a text stands, each in exactly one.

    From the gate it is `PUBLISHED` or `HELD`. A held one becomes published, `RETURNED` (its author may revise it),
    `REJECTED` or `EXPIRED`. A published one that is `FLAGGED` becomes `KEPT` or `HIDDEN`.
    """

    PUBLISHED = "published"
    HELD = "held"
    RETURNED = "returned"
    REJECTED = "rejected"
    EXPIRED = "expired"
    FLAGGED = "flagged"
    KEPT = "kept"
    HIDDEN = "hidden"


class Flag(msgspec.Struct, frozen=True, kw_only=True):
    """Why staff are asked to look at a text.

    Attributes:
        member: who asks; empty when a rule does.
        rule: which; empty when somebody does.
        at: when.
        reason: in their words.
    """

    member: MemberId = ""
    rule: str = ""
    at: Millis
    reason: str = ""


class Suggestion(msgspec.Struct, frozen=True, kw_only=True):
    """A decision that came too late to count.

    Attributes:
        by: whose.
        at: when it came.
        revision: the one that was read.
        outcome: what they decided.
        reason: what they would have told the author.
    """

    by: MemberId
    at: Millis
    revision: int
    outcome: Outcome
    reason: str = ""


class AppealStanding(StrEnum):
    """Where an appeal is in its life."""

    OPEN = "open"
    GRANTED = "granted"
    REFUSED = "refused"


class AppealMade(msgspec.Struct, frozen=True, kw_only=True):
    """What an author said against a decision, and what came of it.

    Attributes:
        item: what it is about: a text's id, or `person:MEMBER`.
        author: whose appeal it is.
        revision: the text's revision.
        at: when it was made.
        text: what they say.
        standing: open, granted or refused.
        by: who answered.
        answer: in whose words.
    """

    item: str
    author: MemberId
    revision: int
    at: Millis
    text: str
    standing: AppealStanding = AppealStanding.OPEN
    by: MemberId = ""
    answer: str = ""


class Claim(msgspec.Struct, frozen=True):
    """Who is on a text, and until when unless they say so again."""

    by: MemberId
    until: Millis


class Item(msgspec.Struct, frozen=True, kw_only=True):
    """A text's way through the gate.

    Attributes:
        item: the thing whose text it is.
        kind: what it is.
        channel: where it shows.
        author: who wrote it.
        revision: the newest revision.
        outcome: how the newest revision stands.
        held_by: the rule that held it; empty when none did.
        at: when the newest revision was written.
        since: when it began to wait, or was flagged first.
        version: the seq of the last change; decisions name it.
        decided_by: who decided last; empty for nobody, the relay when a rule did.
        decided_at: when.
        decision: the id of the command that did; empty when nobody has decided about this revision.
        reason: what the author was told.
        rule: the rule by which the relay decided; empty when a person did.
        before: how it stood before the last decision; None when that cannot be undone.
        cosigned: who decided alike a moment later.
        is_flagged: whether staff are asked to look at it, and have not.
        was_flagged: whether it was so before the last decision.
        is_kept: whether they have, and let it stand.
        flags: who or what asks; of this revision.
        tags: what rules marked it with.
        is_censored: whether words of it are made unreadable.
        is_rewritten: whether staff's words show in place of the author's.
        suggestions: decisions that came too late.
        duplicate_of: the text that says the same; empty for none.
        order: the seq at which its first revision came.
    """

    item: str
    kind: str
    channel: ChannelId
    author: MemberId
    revision: int
    outcome: Outcome
    held_by: str
    at: Millis
    since: Millis = 0
    version: int
    decided_by: MemberId = ""
    decided_at: Millis = 0
    decision: str = ""
    reason: str = ""
    rule: str = ""
    before: Outcome | None = None
    cosigned: tuple[MemberId, ...] = ()
    is_flagged: bool = False
    was_flagged: bool = False
    is_kept: bool = False
    flags: tuple[Flag, ...] = ()
    tags: tuple[str, ...] = ()
    is_censored: bool = False
    is_rewritten: bool = False
    suggestions: tuple[Suggestion, ...] = ()
    duplicate_of: str = ""
    order: int = 0

    @property
    def status(self) -> Status:
        """Where it stands."""
        if self.outcome is not Outcome.PUBLISHED:
            return Status(str(self.outcome))
        if self.is_flagged:
            return Status.FLAGGED
        return Status.KEPT if self.is_kept else Status.PUBLISHED


class Recent(msgspec.Struct, frozen=True):
    """A text that somebody wrote a while ago.

    Attributes:
        at: when.
        item: which.
        digest: what texts that say the same have in common; empty while no rule asks.
    """

    at: Millis
    item: str
    digest: str = ""


class Warned(msgspec.Struct, frozen=True, kw_only=True):
    """What a member was told privately.

    Attributes:
        id: its id.
        member: who was told.
        by: who told them.
        at: when.
        item: the text that it is about; empty for none.
        reason: the words.
        read: whether they read it.
    """

    id: str
    member: MemberId
    by: MemberId
    at: Millis
    item: str = ""
    reason: str = ""
    read: bool = False


class Limited(msgspec.Struct, frozen=True, kw_only=True):
    """A limit on what somebody writes.

    Attributes:
        by: who set it.
        at: when.
        until: when it ends; 0 for when it is lifted.
        every: seconds between two texts.
        item: the text that it is about; empty for none.
        reason: words for them.
    """

    by: MemberId
    at: Millis
    until: Millis = 0
    every: int = 0
    item: str = ""
    reason: str = ""


class Deed(StrEnum):
    """What was done, by a person or a rule."""

    HELD = "held"
    DECIDED = "decided"
    UNDONE = "undone"
    COSIGNED = "cosigned"
    SUGGESTED = "suggested"
    NOTED = "noted"
    FLAGGED = "flagged"
    KEPT = "kept"
    DUPLICATE = "duplicate"
    APPEALED = "appealed"
    ANSWERED = "answered"
    WARNED = "warned"
    LIMITED = "limited"
    LIFTED = "lifted"
    BANNED = "banned"
    MODE = "mode"
    SLOW = "slow"
    RULES = "rules"
    WORDS = "words"


class Act(msgspec.Struct, frozen=True, kw_only=True):
    """A line of the audit list: who, what, why, when, and by which rule.

    Attributes:
        seq: its place in the log.
        at: when.
        by: who; the relay when a rule did it by itself.
        deed: what was done.
        what: more about that: an outcome, a limit, a channel's mode.
        item: the text that it is about; empty for none.
        kind: what that text is.
        channel: where it stands.
        revision: of that text.
        member: the person that it is about; empty for nobody.
        rule: by which rule; empty when a person decided freely.
        reason: why, in words.
        about: whose words or reasons may be in `reason`, for erasure.
        took: how long the text waited, of decisions, in milliseconds.
    """

    seq: int
    at: Millis
    by: MemberId
    deed: Deed
    what: str = ""
    item: str = ""
    kind: str = ""
    channel: ChannelId = ""
    revision: int = 0
    member: MemberId = ""
    rule: str = ""
    reason: str = ""
    about: MemberId = ""
    took: Millis = 0
