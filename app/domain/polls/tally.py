"""What answers add up to: counts, ranks, numbers, texts and words, and who moved between two rounds."""

from __future__ import annotations

import hashlib
from collections import Counter
from typing import TYPE_CHECKING

import msgspec

from app.domain.kernel.gate import Outcome
from app.domain.kernel.words import Millis
from app.domain.polls.draft import CHOSEN, Form
from app.domain.polls.folding import fold
from app.domain.polls.marking import is_right

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from app.domain.polls.draft import Draft


class Answer(msgspec.Struct, frozen=True, kw_only=True):
    """What one person answered in one round.

    Attributes:
        at: when it was given or changed last.
        choices: keys of options; of a ranking the first first.
        number: in thousandths.
        text: the newest text, one word or text a line.
        revision: of the text; 0 when nothing is written.
        outcome: how the newest text stands.
        reason: what its author was told.
        shown: the text that counts: the last one admitted.
        shown_revision: its revision; 0 for none.
        withdrawn: whether it was taken back.
    """

    at: Millis
    choices: tuple[str, ...] = ()
    number: int | None = None
    text: str = ""
    revision: int = 0
    outcome: Outcome | None = None
    reason: str = ""
    shown: str = ""
    shown_revision: int = 0
    withdrawn: bool = False


class Said(msgspec.Struct, frozen=True):
    """Something that people wrote.

    Attributes:
        key: what all ways of writing it have in common.
        text: how most wrote it.
        count: how many people.
    """

    key: str
    text: str
    count: int


class Tally(msgspec.Struct, frozen=True, kw_only=True):
    """The results of one round.

    Attributes:
        answered: how many people answered.
        counts: option to how many chose it; of a ranking, to how many put it first.
        points: of a ranking, option to its points (Borda count: the last gets 0, the one before 1, and so on).
        numbers: in thousandths, ascending.
        said: texts by the alphabet, words by how many gave them.
        both: how many answered the round before as well.
        moved: how many of those answer otherwise now.
        right: of a quiz, how many answered right.
    """

    answered: int = 0
    counts: dict[str, int] = {}
    points: dict[str, int] = {}
    numbers: tuple[int, ...] = ()
    said: tuple[Said, ...] = ()
    both: int = 0
    moved: int = 0
    right: int = 0


def said_id(key: str) -> str:
    """Return the name of what people wrote: a digest of what its ways of writing have in common."""
    return hashlib.sha256(key.encode()).hexdigest()[:24]


def given(answers: Mapping[str, Answer]) -> dict[str, Answer]:
    """Return the answers that were not taken back, by voter."""
    return {voter: answer for voter, answer in answers.items() if not answer.withdrawn}


def tally(draft: Draft, answers: Mapping[str, Answer], before: Mapping[str, Answer] | None = None) -> Tally:
    """Add up one round.

    Args:
        draft: what was asked.
        answers: of the round, by voter.
        before: of the round before, if there was one.
    """
    now = given(answers)
    then = given(before or {})
    both = now.keys() & then.keys()
    counts = dict.fromkeys(draft.keys, 0)
    points: dict[str, int] = dict.fromkeys(draft.keys, 0) if draft.form is Form.RANKING else {}
    for answer in now.values():
        if draft.form is Form.RANKING:
            for place, key in enumerate(reversed(answer.choices)):
                points[key] += place
            counts[answer.choices[0]] += 1
        else:
            for key in answer.choices:
                counts[key] += 1
    return Tally(
        answered=len(now),
        counts=counts,
        points=points,
        numbers=tuple(sorted(answer.number for answer in now.values() if answer.number is not None)),
        said=_said(draft.form, [answer.shown for answer in now.values() if answer.shown]),
        both=len(both),
        moved=sum(_content(draft, now[voter]) != _content(draft, then[voter]) for voter in both),
        right=sum(is_right(draft, answer) is True for answer in now.values()),
    )


def moves(before: Mapping[str, Answer], after: Mapping[str, Answer]) -> Counter[tuple[str, str]]:
    """Return how many people went from which option to which other one, for polls with one choice."""
    then, now = given(before), given(after)
    return Counter(
        (then[voter].choices[0], now[voter].choices[0])
        for voter in now
        if voter in then and then[voter].choices and now[voter].choices and then[voter].choices != now[voter].choices
    )


def _content(draft: Draft, answer: Answer) -> object:
    if draft.form in CHOSEN:
        return answer.choices if draft.form is Form.RANKING else frozenset(answer.choices)
    return answer.number if draft.form is Form.NUMBER else frozenset(map(fold, answer.shown.split("\n")))


def _said(form: Form, texts: Iterable[str]) -> tuple[Said, ...]:
    ways: dict[str, Counter[str]] = {}
    for text in texts:
        pieces = {fold(piece): piece for piece in text.split("\n")} if form is Form.WORDS else {fold(text): text}
        for key, piece in pieces.items():
            ways.setdefault(key, Counter())[piece] += 1
    # Not in the order in which they came: that would tell who wrote what.
    found = [Said(key, min(way, key=lambda text: (-way[text], text)), way.total()) for key, way in ways.items()]
    if form is Form.WORDS:
        return tuple(sorted(found, key=lambda said: (-said.count, said.key)))
    return tuple(sorted(found, key=lambda said: said.key))
