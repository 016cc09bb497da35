"""What may be asked about texts, about those who write them, and about the rules."""

from __future__ import annotations

from typing import ClassVar

import msgspec

from app.domain.kernel.gate import Outcome
from app.domain.kernel.messages import Command, Stale
from app.domain.moderation.events import ChannelMode, Limit, Rules
from app.domain.moderation.lexicon import Word


class SetChannelMode(Command, tag="moderation.set_mode", frozen=True, kw_only=True):
    """Say what happens to learners' texts in a channel.

    Attributes:
        channel: `main`, `room:<id>`, `topic:<id>`, `rooms` and `topics` (each that has no mode of its own),
            `answers` (to polls), `arguments` (of debates) or `names`.
        mode: open, held or closed.
    """

    stale: ClassVar[Stale] = Stale.ASK

    channel: str
    mode: ChannelMode


class SetSlow(Command, tag="moderation.set_slow", frozen=True, kw_only=True):
    """Ask each learner to leave some time between two texts in a channel.

    Attributes:
        channel: as of `SetChannelMode`, but for `answers`, `arguments` and `names`.
        seconds: up to 600; 0 for none.
    """

    stale: ClassVar[Stale] = Stale.ASK

    channel: str
    seconds: int


class SetRules(Command, tag="moderation.set_rules", frozen=True, kw_only=True):
    """Make other rules; the list of words stays."""

    stale: ClassVar[Stale] = Stale.ASK

    rules: Rules


class EditWords(Command, tag="moderation.edit_words", frozen=True, kw_only=True):
    """Change the list of words: `removed` go first, all of them when `afresh`, then `added` come."""

    added: tuple[Word, ...] = ()
    removed: tuple[str, ...] = ()
    afresh: bool = False


class DecideText(Command, tag="moderation.decide", frozen=True, kw_only=True):
    """Publish, return, reject or hide one revision of a text.

    Attributes:
        item: whose text it is about: a message's id, or `name:<member>`.
        revision: the revision that was read.
        version: the item's version that was read; tells a decision made in the meantime.
        outcome: `published` (of a flagged text: it stays), `returned`, `rejected` or `hidden`.
        reason: words for the author; may be empty.
        text: published in place of the author's words, and marked as such; empty for these.
        away: made without a line to the relay; when that comes too late it becomes a suggestion.
    """

    item: str
    revision: int
    version: int
    outcome: Outcome
    reason: str = ""
    text: str = ""
    away: bool = False


class Read(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """A text as it was read: `item`, `revision` and `version` as of `DecideText`."""

    item: str
    revision: int
    version: int


class DecideTexts(Command, tag="moderation.decide_many", frozen=True, kw_only=True):
    """Decide alike about many texts; those that changed since they were read stay as they are."""

    items: tuple[Read, ...]
    outcome: Outcome
    reason: str = ""


class UndoDecision(Command, tag="moderation.undo", frozen=True, kw_only=True):
    """Bring a text back to where it stood before the last decision; `version` tells which that was."""

    item: str
    version: int


class ClaimItem(Command, tag="moderation.claim", frozen=True, kw_only=True):
    """Say that one is on a text; `over` takes it from who is. Whoever claims another text lets go of this one."""

    stale: ClassVar[Stale] = Stale.DROP

    item: str
    over: bool = False


class ReleaseClaim(Command, tag="moderation.release", frozen=True, kw_only=True):
    """Let go of what a member is on; staff of their own claim only."""

    stale: ClassVar[Stale] = Stale.DROP

    member: str


class MarkDuplicate(Command, tag="moderation.mark_duplicate", frozen=True, kw_only=True):
    """Say that a text says what another one says; an empty `of` takes that back."""

    item: str
    of: str = ""


class FlagText(Command, tag="moderation.flag", frozen=True, kw_only=True):
    """Ask staff to look at a text that one sees."""

    item: str
    reason: str = ""


class Appeal(Command, tag="moderation.appeal", frozen=True, kw_only=True):
    """Ask staff to think again about one's own text, or about what limits one (`person:MEMBER`)."""

    item: str
    text: str


class AnswerAppeal(Command, tag="moderation.answer_appeal", frozen=True, kw_only=True):
    """Think again: `granted` publishes the text, or lifts what limits the person."""

    item: str
    granted: bool
    reason: str = ""


class WarnMember(Command, tag="moderation.warn", frozen=True, kw_only=True):
    """Tell a learner something privately; `item` is the text that it is about, if any."""

    member: str
    reason: str
    item: str = ""


class ReadWarning(Command, tag="moderation.read_warning", frozen=True, kw_only=True):
    """Say that one has read a warning."""

    warning: str


class LimitMember(Command, tag="moderation.limit", frozen=True, kw_only=True):
    """Limit what a learner writes.

    Attributes:
        member: who.
        limit: `slowed`, `held`, `muted` or `read_only`.
        minutes: for how long; 0 until it is lifted.
        seconds: between two texts, of `slowed`.
        reason: words for the learner; may be empty.
        item: the text that it is about, if any.
    """

    member: str
    limit: Limit
    minutes: int = 0
    seconds: int = 0
    reason: str = ""
    item: str = ""


class LiftLimit(Command, tag="moderation.lift", frozen=True, kw_only=True):
    """End a limit."""

    member: str
    limit: Limit


class BanMember(Command, tag="moderation.ban", frozen=True, kw_only=True):
    """Put a learner out of the session for good."""

    stale: ClassVar[Stale] = Stale.ASK

    member: str
    reason: str = ""
    item: str = ""


class NoteText(Command, tag="moderation.note", frozen=True, kw_only=True):
    """Mark a text that came through; only the relay asks for it."""

    item: str
    revision: int
    flags: bool
    tags: tuple[str, ...]
    censored: bool


class WeighFlags(Command, tag="moderation.weigh", frozen=True, kw_only=True):
    """See whether enough people flagged a text; only the relay asks for it."""

    item: str


class ExpireAll(Command, tag="moderation.expire", frozen=True, kw_only=True):
    """Let what still waits expire, since the class is put away; only the relay asks for it."""
