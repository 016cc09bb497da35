"""Which names are likely the same person's: whatever the accents, the case and the order of first name and surname."""

from __future__ import annotations

import re
from difflib import SequenceMatcher
from functools import lru_cache
from typing import TYPE_CHECKING, Final, TypeVar

from app.domain.kernel.folding import folded

if TYPE_CHECKING:
    from collections.abc import Hashable, Mapping

K = TypeVar("K", bound="Hashable")

SURE: Final = 1.0
"""How alike the same words are, in any order."""

LIKELY: Final = 0.6
"""From how alike on a name is worth suggesting."""

_LETTERS_AGREE: Final = 0.75
"""Below this share of letters, two words agree by chance."""

_LETTERS: Final = str.maketrans({"œ": "oe", "æ": "ae", "ß": "ss", "ø": "o", "ł": "l", "đ": "d", "’": "'"})


def plain_name(name: str) -> str:
    """Return a name as it is compared: its words without case, accents and marks, in alphabetical order."""
    return " ".join(sorted(_words(name)))


@lru_cache(maxsize=1 << 13)
def _words(name: str) -> tuple[str, ...]:
    return tuple(re.findall(r"[^\W_]+", folded(name.casefold().translate(_LETTERS))))


def likeness(one: str, other: str) -> float:
    """Return how alike two names are, from 0 to `SURE`.

    The same words in any order are sure. Else each word of the shorter name looks for its like in the other: equal
    words count whole, an initial or a beginning three quarters, a misspelt one by how many letters agree.

    Args:
        one: a name.
        other: another.
    """
    return _likeness(_words(one), _words(other))


def _likeness(one: tuple[str, ...], other: tuple[str, ...]) -> float:
    if not one or not other:
        return 0.0
    if sorted(one) == sorted(other):
        return SURE
    short, long = sorted((one, other), key=len)
    left, total = list(long), 0.0
    for word in short:
        share, best = max((_alike(word, each), each) for each in left)
        total += share
        left.remove(best)
    # A first name alone may be many people's; words that nobody answered tell against it.
    unanswered = 0.25 * len(left)
    return min(0.99, total / (len(short) + unanswered)) * (1.0 if len(short) > 1 else 0.8)


@lru_cache(maxsize=1 << 16)
def _alike(one: str, other: str) -> float:
    if one == other:
        return 1.0
    if one.startswith(other) or other.startswith(one):
        return 0.75
    if min(len(one), len(other)) * 2 < _LETTERS_AGREE * (len(one) + len(other)):
        return 0.0
    matcher = SequenceMatcher(None, one, other, autojunk=False)
    if matcher.quick_ratio() < _LETTERS_AGREE:
        return 0.0
    ratio = matcher.ratio()
    return ratio if ratio >= _LETTERS_AGREE else 0.0


def suggestions(name: str, people: Mapping[K, str], most: int = 5) -> list[tuple[K, float]]:
    """Return whom a name may mean, the likeliest first, with how alike they are.

    Args:
        name: as somebody wrote it.
        people: names by key.
        most: how many at most.
    """
    words = _words(name)
    scored = ((key, _likeness(words, _words(other))) for key, other in people.items())
    found = [(key, score) for key, score in scored if score >= LIKELY]
    return sorted(found, key=lambda each: -each[1])[:most]


def sure_pairs(names: Mapping[K, str], people: Mapping[K, str]) -> dict[K, K]:
    """Return who surely is whom: the same words, and nobody else on either side is called so.

    Args:
        names: of those who came, by key.
        people: of those who are expected, by key.
    """
    theirs, ours = _by_plain(names), _by_plain(people)
    return {
        keys[0]: ours[plain][0]
        for plain, keys in theirs.items()
        if plain and len(keys) == 1 and len(ours.get(plain, ())) == 1
    }


def _by_plain(names: Mapping[K, str]) -> dict[str, list[K]]:
    found: dict[str, list[K]] = {}
    for key, name in names.items():
        found.setdefault(plain_name(name), []).append(key)
    return found
