"""One round improved by exchanging two people at a time, against who has met whom before."""

from __future__ import annotations

from itertools import combinations
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from random import Random

    from app.grouping.rules import Groups, Person, Rules

_AGAIN: Final = 10
"""What meeting again costs; each further time costs a little more, so that repeats are shared out."""

_MORE: Final = 2
_NEVER: Final = 100_000
_TENURE: Final = 8
"""For how many steps who was exchanged stays, at least."""


class Table:
    """Who has met whom how often, over all rounds counted, and what meeting again costs.

    Args:
        people: each once; they are numbered in this order.
        rules: who must and must not meet in every round.
    """

    def __init__(self, people: Sequence[Person], rules: Rules) -> None:
        self.people = tuple(people)
        count = len(self.people)
        self.met = [[0] * count for _ in range(count)]
        self._fixed = [[0] * count for _ in range(count)]
        number = {person: n for n, person in enumerate(self.people)}
        for wanted, price in (*((some, -_NEVER) for some in rules.together), *((some, _NEVER) for some in rules.apart)):
            for one, other in combinations([number[person] for person in wanted if person in number], 2):
                self._fixed[one][other] = self._fixed[other][one] = price
        self._number = number

    @property
    def cost(self) -> int:
        """How often two people met again."""
        return sum(max(0, times - 1) for row in self.met for times in row) // 2

    def count(self, rounds: Iterable[Groups]) -> None:
        """Count rounds that have been; who is not here any more counts for nothing."""
        for groups in rounds:
            self.add([[self._number[person] for person in group if person in self._number] for group in groups])

    def add(self, groups: Iterable[Sequence[int]]) -> None:
        """Count one round."""
        self._shift(groups, 1)

    def remove(self, groups: Iterable[Sequence[int]]) -> None:
        """Count one round no longer."""
        self._shift(groups, -1)

    def _shift(self, groups: Iterable[Sequence[int]], by: int) -> None:
        for group in groups:
            for one, other in combinations(group, 2):
                self.met[one][other] += by
                self.met[other][one] += by

    def prices(self) -> list[list[int]]:
        """Return what it costs for each two people to meet once more."""
        return [
            [fixed or (_AGAIN + _MORE * (times - 1) if times else 0) for times, fixed in zip(row, extra, strict=True)]
            for row, extra in zip(self.met, self._fixed, strict=True)
        ]


def improved(table: Table, groups: Sequence[Sequence[int]], chance: Random, steps: int) -> list[list[int]]:
    """Return groups of the same sizes in which fewer people meet again.

    Args:
        table: who has met whom, this round not counted.
        groups: to begin with.
        chance: breaks ties.
        steps: how many exchanges to try.
    """
    price = table.prices()
    now = [list(group) for group in groups]
    count = len(table.people)
    home = [0] * count
    for n, group in enumerate(now):
        for person in group:
            home[person] = n
    # What it would cost each person to be in each group, themselves not counted.
    costs = [[sum(price[person][other] for other in group) for group in now] for person in range(count)]
    total = sum(costs[person][home[person]] for person in range(count)) // 2
    best, best_total = [list(group) for group in now], total
    least = _least(price)
    tabu = [0] * count
    for step in range(1, steps + 1):
        if best_total <= least:
            break
        found = _best_exchange(price, costs, home, tabu, step, chance, best_total - total)
        if found is None:
            continue
        gain, one, other = found
        here, there = home[one], home[other]
        now[here][now[here].index(one)] = other
        now[there][now[there].index(other)] = one
        home[one], home[other] = there, here
        for person in range(count):
            change = price[person][other] - price[person][one]
            costs[person][here] += change
            costs[person][there] -= change
        total += gain
        tabu[one] = tabu[other] = step + _TENURE + chance.randrange(_TENURE)
        if total < best_total:
            best, best_total = [list(group) for group in now], total
    return best


def _least(price: Sequence[Sequence[int]]) -> int:
    """Return what is reached when all who must meet do, and nobody meets again."""
    return sum(cost for row in price for cost in row if cost <= -_NEVER) // 2


def _best_exchange(
    price: Sequence[Sequence[int]],
    costs: Sequence[Sequence[int]],
    home: Sequence[int],
    tabu: Sequence[int],
    step: int,
    chance: Random,
    wanted: int,
) -> tuple[int, int, int] | None:
    """Return the best exchange of one of the people who cost something, as (change, one, other).

    A person who was exchanged lately stays, unless the exchange is better than anything so far (`wanted`).
    """
    count = len(home)
    burdened = [person for person in range(count) if costs[person][home[person]] > 0]
    if not burdened:
        burdened = list(range(count))
    best: tuple[int, int, int] | None = None
    for one in chance.sample(burdened, min(6, len(burdened))):
        here, row, own = home[one], costs[one], price[one]
        stay = row[here]
        for other in range(count):
            there = home[other]
            if there == here:
                continue
            cost = costs[other]
            change = row[there] - stay + cost[here] - cost[there] - 2 * own[other]
            if best is not None and change >= best[0]:
                continue
            if (tabu[one] > step or tabu[other] > step) and change >= wanted:
                continue
            best = (change, one, other)
    return best
