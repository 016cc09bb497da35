"""Several rounds in which people meet as many new partners as possible: constructed first, repaired where they must be.

Constructed: `planes.constructed` gives rounds in which no two people meet twice, where they are known. Repaired: rounds
that are still to come are improved by exchanging two people at a time, with a memory against going round in circles
(tabu search; Dotú and Van Hentenryck 2005 for the social golfer problem), for whatever the construction does not cover:
more rounds, people who came or went, people to be kept apart or together.
"""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from itertools import combinations
from random import Random
from typing import TYPE_CHECKING, Final

from app.grouping.planes import constructed
from app.grouping.rules import NO_RULES, Contradiction, Groups, Person, Rules, blocks, check_apart
from app.grouping.tabu import Table, improved

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

_EFFORT: Final = 24_000
"""How many exchanges are tried in one round, times the number of people: what a person who waits may wait for."""

_SWEEPS: Final = 2


@dataclass(frozen=True)
class Rotation:
    """Rounds, and how good they are.

    Attributes:
        rounds: the groups of each round.
        repeats: how often two people meet who have met before, over all rounds (those before included).
        bound: a number of repeats that no rounds of these sizes can stay below; equal to `repeats` when these are best.
    """

    rounds: tuple[Groups, ...]
    repeats: int
    bound: int

    @property
    def is_best(self) -> bool:
        """Whether nothing better is possible, for sure."""
        return self.repeats == self.bound


def rotation(
    people: Sequence[Person],
    sizes: Sequence[int],
    rounds: int,
    seed: int,
    rules: Rules = NO_RULES,
    before: Sequence[Groups] = (),
) -> Rotation:
    """Form rounds in which people meet as many new partners as possible.

    Args:
        people: who is there, each once.
        sizes: how many come into each group; their sum is the number of people.
        rounds: how many to form.
        seed: the same one gives the same rounds.
        rules: to obey in every round.
        before: rounds that have been; who met there counts as having met.

    Raises:
        Contradiction: the rules cannot be obeyed.
    """
    _check(people, sizes, rules)
    chance = Random(seed)  # noqa: S311 (repeatable, not secret)
    order = list(people)
    chance.shuffle(order)
    made: list[list[list[int]]] = [[list(group) for group in groups] for groups in constructed(sizes, rounds)]
    table = Table(order, rules)
    table.count(before)
    for groups in made:
        table.add(groups)
    is_bound = bool(before or rules.apart or rules.together)
    while len(made) < rounds:
        groups = improved(table, _dealt(len(order), sizes, chance), chance, _steps(len(order)))
        table.add(groups)
        made.append(groups)
        is_bound = True
    if is_bound:
        _sweep(table, made, chance, _SWEEPS)
    return _finished(table, made, people, rules, before)


def repaired(
    plan: Sequence[Groups],
    people: Sequence[Person],
    sizes: Sequence[int],
    seed: int,
    rules: Rules = NO_RULES,
    before: Sequence[Groups] = (),
) -> Rotation:
    """Change rounds that are still to come as little as it takes for who is there now.

    Args:
        plan: the rounds to come, as they were formed.
        people: who is there now: some of the plan may have gone, others have come.
        sizes: how many come into each group now.
        seed: the same one gives the same rounds.
        rules: to obey in every round to come.
        before: rounds that have been; they are not changed.

    Raises:
        Contradiction: the rules cannot be obeyed.
    """
    _check(people, sizes, rules)
    chance = Random(seed)  # noqa: S311 (repeatable, not secret)
    order = list(people)
    number = {person: n for n, person in enumerate(order)}
    table = Table(order, rules)
    table.count(before)
    made = []
    for groups in plan:
        there = [[number[person] for person in group if person in number] for group in groups]
        fitted = _fitted(there, sizes, len(order), chance)
        table.add(fitted)
        made.append(fitted)
    _sweep(table, made, chance, _SWEEPS)
    return _finished(table, made, people, rules, before)


def _steps(people: int) -> int:
    return max(80, min(500, _EFFORT // people))


def _check(people: Sequence[Person], sizes: Sequence[int], rules: Rules) -> None:
    if not people:
        raise Contradiction("no_people")
    if sum(sizes) != len(people):
        raise Contradiction("no_room_left", limit=sum(sizes))
    blocks(people, rules, max(sizes))
    check_apart(people, rules, len(sizes))


def _dealt(people: int, sizes: Sequence[int], chance: Random) -> list[list[int]]:
    order = list(range(people))
    chance.shuffle(order)
    groups = []
    for size in sizes:
        groups.append(order[:size])
        order = order[size:]
    return groups


def _fitted(groups: Sequence[Sequence[int]], sizes: Sequence[int], people: int, chance: Random) -> list[list[int]]:
    """Bring groups to other sizes: what is too much goes where there is room, and so does who is new."""
    kept = sorted((list(group) for group in groups if group), key=len, reverse=True)
    wanted = sorted(sizes, reverse=True)
    made = [list(kept[n][:size]) if n < len(kept) else [] for n, size in enumerate(wanted)]
    there = {person for group in made for person in group}
    left = [person for person in range(people) if person not in there]
    chance.shuffle(left)
    for group, size in zip(made, wanted, strict=True):
        while len(group) < size:
            group.append(left.pop())
    return made


def _sweep(table: Table, made: list[list[list[int]]], chance: Random, sweeps: int) -> None:
    """Improve each round against all the others, again and again, as long as that helps."""
    for _ in range(sweeps):
        before = table.cost
        for place, groups in enumerate(made):
            table.remove(groups)
            made[place] = improved(table, groups, chance, _steps(len(table.people)))
            table.add(made[place])
        if table.cost == before:
            return


def _finished(
    table: Table,
    made: Sequence[Sequence[Sequence[int]]],
    people: Sequence[Person],
    rules: Rules,
    before: Sequence[Groups],
) -> Rotation:
    rounds = tuple(tuple(tuple(table.people[n] for n in group) for group in groups) for groups in made)
    for groups in rounds:
        _check_rules(groups, people, rules)
    return Rotation(rounds, repeats((*before, *rounds)), bound(len(people), [list(map(len, r)) for r in rounds]))


def _check_rules(groups: Groups, people: Sequence[Person], rules: Rules) -> None:
    group_of = {person: n for n, group in enumerate(groups) for person in group}
    for wanted in rules.together:
        there = [person for person in people if person in wanted]
        if len({group_of[person] for person in there}) > 1:
            raise Contradiction("no_room_left", there)
    for wanted in rules.apart:
        there = [person for person in people if person in wanted]
        if len({group_of[person] for person in there}) < len(there):
            raise Contradiction("no_room_left", there)


def repeats(rounds: Iterable[Groups]) -> int:
    """Count how often two people meet who have met before."""
    met: Counter[frozenset[Person]] = Counter()
    for groups in rounds:
        for group in groups:
            met.update(frozenset(pair) for pair in combinations(group, 2))
    return sum(count - 1 for count in met.values())


def bound(people: int, sizes: Sequence[Sequence[int]]) -> int:
    """Return a number of repeats that no rounds of these sizes can stay below.

    There are only so many pairs; and where groups are larger than there are groups, some who met in one round meet in
    every other one.

    Args:
        people: how many there are.
        sizes: of the groups in each round.
    """
    meetings = sum(size * (size - 1) // 2 for groups in sizes for size in groups)
    pairs = people * (people - 1) // 2
    forced = sum(_forced(size, len(groups)) for groups in sizes[1:] for size in groups)
    return max(0, meetings - pairs, forced)


def _forced(size: int, groups: int) -> int:
    """Return how many pairs of a group must have met in one earlier round of so many groups, by the pigeonhole."""
    least, more = divmod(size, groups)
    return groups * (least * (least - 1) // 2) + more * least
