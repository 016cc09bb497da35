"""The gate: the one place where a learner's text is admitted, held or refused.

A capability that takes a text calls `admit` and puts the verdict into its event, a subclass of `TextSubmitted`. The
moderation capability judges (it provides the reading `gate`) and keeps the queue, by folding those events; its
decisions are `TextDecided`, which the capability that owns the text folds in turn. Neither knows the other.
"""

from __future__ import annotations

import unicodedata
from enum import StrEnum
from typing import TYPE_CHECKING, ClassVar, Final, Protocol

import msgspec

from app.domain.kernel.messages import Event
from app.domain.kernel.refusal import Refusal
from app.domain.kernel.words import ChannelId, MemberId

if TYPE_CHECKING:
    from app.domain.kernel.decider import Ctx, World

LIMITS: Final = {"message": 4_000, "name": 60}
"""The longest admitted text of each kind, in code points after cleaning."""

_DEFAULT_LIMIT: Final = 1_000
_KEPT_CONTROLS: Final = frozenset("\n\t")


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


class Gate(Protocol):
    """What the moderation capability answers about a text."""

    def held_by(self, submission: Submission) -> str:
        """Return the name of the rule that holds the text for a person's decision; empty when none does.

        Raises:
            Refusal: the text may not even wait.
        """


class Outcome(StrEnum):
    """What became of one revision of a text."""

    PUBLISHED = "published"
    HELD = "held"
    RETURNED = "returned"
    REJECTED = "rejected"


class TextSubmitted(Event, frozen=True, kw_only=True):
    """The base of every event that carries a text which passed the gate.

    Attributes:
        item: the thing whose text it is.
        revision: which text of that thing.
        kind: what it is.
        channel: where it shows; empty when it belongs to no channel.
        author: who wrote it.
        held_by: the rule that holds it; empty when it was admitted.
    """

    item: str
    revision: int
    kind: str
    channel: str
    author: str
    held_by: str = ""


class TextDecided(Event, kw_only=True, frozen=True):
    """A person decided about one revision of a text.

    Attributes:
        item: the thing whose text it is.
        revision: which text of that thing.
        outcome: published, returned (to be revised) or rejected.
        reason: why, in words for the author; erasable, since it may quote them.
        author: whose text it is.
    """

    type: ClassVar[str] = "text.decided"
    erasable: ClassVar[tuple[str, ...]] = ("reason",)
    about: ClassVar[str | None] = "author"

    item: str
    revision: int
    outcome: Outcome
    author: str
    reason: str = ""


class Admission(msgspec.Struct, frozen=True):
    """A cleaned text and the rule that holds it (empty when it is admitted)."""

    text: str
    held_by: str


def clean(text: str, kind: str) -> str:
    """Return the text as it will be stored: composed (NFC), without control characters, trimmed.

    Raises:
        Refusal: `text_empty` or `text_too_long` (with `limit` and `length`).
    """
    limit = LIMITS.get(kind, _DEFAULT_LIMIT)
    if len(text) > 4 * limit:
        raise Refusal("text_too_long", limit=limit, length=len(text))
    composed = unicodedata.normalize("NFC", text.replace("\r\n", "\n").replace("\r", "\n"))
    kept = "".join(c for c in composed if c in _KEPT_CONTROLS or unicodedata.category(c) not in {"Cc", "Cs", "Co"})
    if kind == "name":
        kept = " ".join(kept.split())
    kept = kept.strip()
    if not kept or not any(unicodedata.category(c)[0] not in {"C", "Z", "M"} for c in kept):
        raise Refusal("text_empty")
    if len(kept) > limit:
        raise Refusal("text_too_long", limit=limit, length=len(kept))
    return kept


def admit(world: World, ctx: Ctx, submission: Submission) -> Admission:
    """Pass a text through the gate.

    Staff's own texts are cleaned but never held.

    Raises:
        Refusal: the text is empty, too long, or may not even wait.
    """
    text = clean(submission.text, submission.kind)
    if ctx.role.is_staff:
        return Admission(text, "")
    return Admission(text, world.gate.held_by(msgspec.structs.replace(submission, text=text)))
