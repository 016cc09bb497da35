"""Rounds in which no two people meet twice, made by rule: lines of a finite plane, shortened, and found tables.

With q rooms, q a power of a prime, people stand on a grid of `size` columns and q rows. For each slope m of the finite
field, the lines `y = m x + b` cut each column once, so they are q groups of `size` people; and two people in different
columns lie on one line only. So q rounds have no repeat (an affine plane, or a transversal design, when size < q: Beth,
Jungnickel and Lenz, Design Theory, chapters I and X). People of one column have never met: when q is a multiple of the
size, the columns themselves give one more round. Fewer people: places of the last column stay empty, so that
each group lacks one person at most.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from app.grouping.fields import field
from app.grouping.starters import FIXED, STARTERS, grown

if TYPE_CHECKING:
    from collections.abc import Sequence

Round = tuple[tuple[int, ...], ...]
"""Groups of people, who are numbered from 0."""


def constructed(sizes: Sequence[int], rounds: int) -> tuple[Round, ...]:
    """Return up to `rounds` rounds without a repeat, as many as are known by rule.

    Args:
        sizes: how many people come into each group, differing by one at most.
        rounds: how many are wanted.
    """
    if not sizes or max(sizes) - min(sizes) > 1:
        return ()
    ways = (_lines(sizes, rounds), _table(sizes, rounds))
    return max(ways, key=len)


def _lines(sizes: Sequence[int], rounds: int) -> tuple[Round, ...]:
    groups, size, people = len(sizes), max(sizes), sum(sizes)
    plane = field(groups)
    if plane is None or size > groups:
        return ()

    def person(column: int, row: int) -> int:
        return column * groups + row

    made: list[Round] = []
    for slope in range(min(rounds, groups)):
        # In the last column the places from `people` on are empty.
        lines = ((person(x, plane.plus[plane.times[slope][x]][shift]) for x in range(size)) for shift in range(groups))
        made.append(tuple(tuple(one for one in line if one < people) for line in lines))
    if len(made) < rounds and groups % size == 0 and people == groups * size:
        made.append(tuple(tuple(range(start, start + size)) for start in range(0, people, size)))
    return tuple(made)


def _table(sizes: Sequence[int], rounds: int) -> tuple[Round, ...]:
    groups, size, people = len(sizes), max(sizes), sum(sizes)
    lacking = groups * size - people
    for starter in STARTERS:
        fixed = sum(FIXED in group for group in starter.first)
        # The fixed people never meet: any of them may be missing without a group lacking two.
        if (starter.groups, starter.size) == (groups, size) and lacking <= fixed:
            made = grown(starter, min(rounds, starter.turn))
            return tuple(tuple(tuple(one for one in group if one < people) for group in each) for each in made)
    return ()
