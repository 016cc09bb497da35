"""The gate: the one place where a learner's text is admitted, held or refused.

A capability that takes a text calls `admit` and puts the verdict into its event, a subclass of `TextSubmitted`. The
moderation capability judges (it provides the reading `gate`) and keeps the queue, by folding those events; its
decisions are `TextDecided`, which the capability that owns the text folds in turn. Neither knows the other.
"""

from __future__ import annotations

import unicodedata
from enum import StrEnum
from typing import TYPE_CHECKING, Any, ClassVar, Final

import msgspec

from app.domain.kernel.anonymity import person_behind
from app.domain.kernel.messages import Event
from app.domain.kernel.refusal import Refusal
from app.domain.kernel.words import private_of

if TYPE_CHECKING:
    from app.domain.kernel.readings import Submission
    from app.domain.kernel.world import Ctx, World

LIMITS: Final = {
    "announcement": 1_000,
    "argument": 1_000,
    "answer": 300,
    "board": 4_300,
    "board_note": 2_000,
    "dial_in": 200,
    "heading": 200,
    "link": 2_000,
    "message": 4_000,
    "name": 60,
    "note": 20_000,
    "option": 500,
    "prepared": 20_000,
    "private": 2_000,
    "proposal": 200,
    "question": 4_000,
    "remark": 4_000,
    "room_answer": 4_000,
    "step": 200,
    "task": 4_000,
    "thanks": 300,
    "title": 200,
    "word": 40,
}
"""The longest admitted text of each kind, in code points after cleaning.

`announcement`, `dial_in`, `heading`, `option`, `prepared`, `question`, `remark`, `step`, `task` and `title` are
staff's.
"""

_DEFAULT_LIMIT: Final = 1_000
ONE_LINE: Final = frozenset({"dial_in", "link", "name", "proposal", "step", "title", "word"})
"""The kinds of text that come out on one line."""

_KEPT_CONTROLS: Final = frozenset("\n\t")

_DROPPED: Final = frozenset({"Cc", "Cs", "Co"})
"""Categories that never stand in a text: controls, lone surrogates, private use."""


class _Cleaning(dict[int, int | None]):
    """What becomes of each character, for `str.translate`: found out when it is first met."""

    def __missing__(self, point: int) -> int | None:
        character = chr(point)
        is_kept = character in _KEPT_CONTROLS or unicodedata.category(character) not in _DROPPED
        self[point] = point if is_kept else None
        return self[point]


_CLEANING: Final = _Cleaning()

_TURNING: Final = frozenset("\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069")
"""Marks that turn the direction of what follows them: a name holding one would disorder the line it stands in."""

_HEAPED: Final = frozenset({"Mn", "Me"})
_JOINING: Final = frozenset(map(chr, (*range(0xFE00, 0xFE10), *range(0xE0100, 0xE01F0))))

MOST_MARKS: Final = 5
"""How many combining marks may follow one letter once it is composed."""

MOST_UNSEEN: Final = 8
"""How many characters that do not show may follow one another; the flags of regions have six."""

_BLANK_LETTERS: Final = frozenset("\u115f\u1160\u2800\u3164\uffa0")
"""Letters and symbols that show nothing, whatever their category says."""


class Outcome(StrEnum):
    """What became of one revision of a text."""

    PUBLISHED = "published"
    HELD = "held"
    RETURNED = "returned"
    REJECTED = "rejected"
    HIDDEN = "hidden"
    EXPIRED = "expired"


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


class TextWithdrawn(Event, frozen=True, kw_only=True):
    """The base of every event by which a text is taken away for good; nothing is left to decide about it."""

    @property
    def withdrawn(self) -> str:
        """The thing whose text it was."""
        raise NotImplementedError


class TextDecided(Event, kw_only=True, frozen=True):
    """A person, or a rule by itself, decided about one revision of a text.

    Attributes:
        item: the thing whose text it is.
        revision: which text of that thing.
        outcome: published, returned (to be revised), rejected, hidden (with all its revisions), expired (nobody decided
            in time), or held (a decision was taken back, or a rule makes what was published wait).
        reason: why, in words for the author; erasable, since it may quote them.
        author: whose text it is.
        text: published in place of the author's words; empty for these. Only of kinds in `REWRITABLE`.
        rule: the rule that decided; empty when a person did.
        undoes: the id of the command whose decision is taken back; empty for a decision of its own.
    """

    type: ClassVar[str] = "text.decided"
    version: ClassVar[int] = 2
    erasable: ClassVar[tuple[str, ...]] = ("reason", "text")
    about: ClassVar[str | None] = "author"

    item: str
    revision: int
    outcome: Outcome
    author: str
    reason: str = ""
    text: str = ""
    rule: str = ""
    undoes: str = ""

    @property
    def hides_all(self) -> bool:
        """Whether earlier revisions go as well."""
        return self.outcome is Outcome.HIDDEN


def decided_by_people(fields: dict[str, Any]) -> dict[str, Any]:
    """Lift the decisions of version 1: people's, about authors' own words."""
    return {"text": "", "rule": "", "undoes": ""} | fields


REWRITABLE: Final = frozenset({"answer", "argument", "message"})
"""The kinds of texts whose capability shows `TextDecided.text` in place of the author's words."""


class GateChanged(Event, frozen=True, kw_only=True):
    """The base of events after which the gate may judge texts of a channel otherwise: what cannot wait may hide.

    Attributes:
        channel: which; `rooms`, `topics`, `names` and `answers` stand for many.
    """

    channel: str


class Admission(msgspec.Struct, frozen=True):
    """A cleaned text and the rule that holds it (empty when it is admitted)."""

    text: str
    held_by: str


def clean(text: str, kind: str) -> str:
    """Return the text as it will be stored: without control characters, composed (NFC), trimmed.

    Names, titles and headings come out on one line.

    Raises:
        Refusal: `text_empty`, `text_too_long` (with `limit` and `length`) or `text_distorted`.
    """
    limit = LIMITS.get(kind, _DEFAULT_LIMIT)
    if len(text) > 4 * limit:
        raise Refusal("text_too_long", limit=limit, length=len(text))
    lines = text.replace("\r\n", "\n").replace("\r", "\n")
    kept = lines.translate(_CLEANING)
    if kind in ONE_LINE:
        kept = " ".join("".join(c for c in kept if c not in _TURNING).split())
    elif kind == "heading":
        # The spaces that French sets before its high points stay as they are.
        kept = " ".join(kept.replace("\t", " ").splitlines())
    # Composed last: what stood between a letter and its accent is gone by now.
    kept = unicodedata.normalize("NFC", kept).strip()
    if not any(map(_shows, kept)):
        raise Refusal("text_empty")
    if len(kept) > limit:
        raise Refusal("text_too_long", limit=limit, length=len(kept))
    if _is_distorted(kept):
        raise Refusal("text_distorted")
    return kept


def _is_distorted(text: str) -> bool:
    """Whether marks are heaped upon a letter until they run over the lines around it, or unseen characters in a row.

    No script needs as many.
    """
    if text.isascii():
        return False
    heap = unseen = 0
    for character in text:
        category = unicodedata.category(character)
        heap = heap + 1 if category in _HEAPED and character not in _JOINING else 0
        unseen = unseen + 1 if category == "Cf" else 0
        if heap > MOST_MARKS or unseen > MOST_UNSEEN:
            return True
    return False


def clip(text: str, most: int = 200) -> str:
    """Return how a text begins: as much of it as is told where it does not stand itself.

    Args:
        text: cleaned.
        most: code points.
    """
    return text if len(text) <= most else f"{text[: most - 1]}…"


def _shows(character: str) -> bool:
    """Whether a character shows by itself; one that this Python does not know yet (a new emoji) counts as such."""
    category = unicodedata.category(character)
    return category[0] not in "ZM" and category not in {"Cc", "Cf"} and character not in _BLANK_LETTERS


def name_key(name: str) -> str:
    """Return what two names that people cannot tell apart have in common: neither case, form nor invisible marks."""
    folded = unicodedata.normalize("NFKC", unicodedata.normalize("NFKC", name).casefold())
    return "".join(c for c in folded if unicodedata.category(c) != "Cf")


def admit(world: World, ctx: Ctx, submission: Submission) -> Admission:
    """Pass a text through the gate.

    Staff's own texts are cleaned but never held; nor is what somebody writes to the staff alone: whoever would decide
    about it reads it anyway, and a call for help must not wait behind a queue.

    Raises:
        Refusal: the text is empty, too long, or may not even wait.
    """
    text = clean(submission.text, submission.kind)
    if ctx.role.is_staff or private_of(submission.channel) is not None:
        return Admission(text, "")
    person = person_behind(world, submission.author)
    verdict = world.gate.judge(msgspec.structs.replace(submission, text=text), person, ctx.at)
    return Admission(verdict.text, verdict.held_by)
