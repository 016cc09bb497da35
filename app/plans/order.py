"""Position keys: texts that sort, between any two of which another one fits."""

from __future__ import annotations

import random
from bisect import bisect_left
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Sequence

DIGITS: Final = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz"
_BASE: Final = len(DIGITS)
_RANK: Final = {digit: rank for rank, digit in enumerate(DIGITS)}
_JITTER: Final = 3


def between(before: str, after: str) -> str:
    """Return a short key that sorts after one key and before another.

    Args:
        before: the lower key; empty for the very beginning.
        after: the upper key; empty for the very end.

    Raises:
        ValueError: the two are not in order, so nothing fits.
    """
    if after and before >= after:
        raise ValueError(f"nothing fits between {before!r} and {after!r}")
    made: list[str] = []
    place = 0
    bounded = bool(after)
    while True:
        low = _RANK[before[place]] if place < len(before) else 0
        high = _RANK[after[place]] if bounded and place < len(after) else _BASE
        if high - low > 1:
            made.append(DIGITS[(low + high) // 2])
            return "".join(made)
        made.append(DIGITS[low])
        # Once a digit is smaller than the upper key's, whatever follows is below that key.
        bounded = bounded and high == low
        place += 1


def jittered(before: str, after: str) -> str:
    """Return a key between two others that another replica, asked for the same, is unlikely to make as well.

    Args:
        before: the lower key; empty for the very beginning.
        after: the upper key; empty for the very end.

    Raises:
        ValueError: the two are not in order.
    """
    # A suffix keeps a key above `before`, and below `after` because the key itself already differs from it.
    key = between(before, after)
    suffix = "".join(random.choice(DIGITS[1:]) for _ in range(_JITTER))  # noqa: S311 (nothing to guess here)
    if after and after.startswith(key):
        return key
    return key + suffix


def evenly(count: int) -> tuple[str, ...]:
    """Return keys in order, with room between them, always the same for the same count.

    Args:
        count: how many.
    """
    digits, room = 1, _BASE
    while room < 2 * (count + 1):
        digits, room = digits + 1, room * _BASE
    return tuple(_written((rank + 1) * room // (count + 1), digits) for rank in range(count))


def _written(number: int, digits: int) -> str:
    made = ""
    for _ in range(digits):
        number, rank = divmod(number, _BASE)
        made = DIGITS[rank] + made
    # A key never ends with the lowest digit: nothing would fit between it and its own beginning.
    return made.rstrip(DIGITS[0]) or DIGITS[1]


def filling(before: str, after: str, count: int) -> list[str]:
    """Return several keys in order between two others.

    Args:
        before: the lower key; empty for the very beginning.
        after: the upper key; empty for the very end.
        count: how many.

    Raises:
        ValueError: the two are not in order.
    """
    if not before and not after:
        return list(evenly(count))
    if not count:
        return []
    # Halving keeps the keys short: one after the other, each would be longer than the last.
    middle = count // 2
    key = jittered(before, after)
    return [*filling(before, key, middle), key, *filling(key, after, count - middle - 1)]


def rising(keys: Sequence[str]) -> set[int]:
    """Return the places of a longest run of keys that already rise strictly; empty keys are never part of it.

    Args:
        keys: in the wanted order of their owners.
    """
    tails: list[str] = []
    ends: list[int] = []
    links: dict[int, int] = {}
    for place, key in enumerate(keys):
        if not key:
            continue
        slot = bisect_left(tails, key)
        tails[slot : slot + 1] = [key]
        ends[slot : slot + 1] = [place]
        links[place] = ends[slot - 1] if slot else -1
    found: set[int] = set()
    place = ends[-1] if ends else -1
    while place >= 0:
        found.add(place)
        place = links[place]
    return found
