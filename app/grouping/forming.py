"""One set of groups: at random, by what people have in common or not, as before, by joining or spreading groups."""

from __future__ import annotations

from collections import Counter
from random import Random
from typing import TYPE_CHECKING, Final

from app.grouping.rules import NO_RULES, Contradiction, Groups, Person, Rules, blocks, check_apart

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

_TRIES: Final = 60


def at_random(people: Sequence[Person], sizes: Sequence[int], seed: int, rules: Rules = NO_RULES) -> Groups:
    """Deal people out by chance.

    Args:
        people: who is there, each once.
        sizes: how many come into each group; their sum is the number of people.
        seed: the same one gives the same groups.
        rules: to obey.

    Raises:
        Contradiction: the rules cannot be obeyed; it says which and whom they are about.
    """
    return _place(people, sizes, seed, rules, lambda _block, _group: 0)


def mixed(
    people: Sequence[Person],
    sizes: Sequence[int],
    seed: int,
    value_of: Mapping[Person, str],
    rules: Rules = NO_RULES,
) -> Groups:
    """Spread people who have a value in common over all groups; see `at_random` for the arguments."""

    def cost(block: Sequence[Person], group: Sequence[Person]) -> int:
        there = Counter(value_of.get(person, "") for person in group)
        return sum(there[value_of.get(person, "")] for person in block)

    return _place(_by_value(people, value_of, seed), sizes, seed, rules, cost, in_order=True)


def matched(
    people: Sequence[Person],
    sizes: Sequence[int],
    seed: int,
    value_of: Mapping[Person, str],
    rules: Rules = NO_RULES,
) -> Groups:
    """Bring people together who have a value in common; see `at_random` for the arguments."""

    def cost(block: Sequence[Person], group: Sequence[Person]) -> int:
        there = Counter(value_of.get(person, "") for person in group)
        return sum(len(group) - 2 * there[value_of.get(person, "")] for person in block)

    return _place(_by_value(people, value_of, seed), sizes, seed, rules, cost, in_order=True)


def spread(before: Groups, people: Sequence[Person], sizes: Sequence[int], seed: int) -> Groups:
    """Send one of each former group into each new one, as far as numbers allow; newcomers go where there is room."""
    return mixed(people, sizes, seed, {person: str(n) for n, group in enumerate(before) for person in group})


def joined(before: Groups, people: Sequence[Person], rooms: int) -> Groups:
    """Join whole former groups into fewer ones.

    Args:
        before: the former groups.
        people: who is there now; newcomers go where the fewest are.
        rooms: how many groups there will be.

    Raises:
        Contradiction: `too_many_rooms` when there were fewer groups before.
    """
    there = dict.fromkeys(people)
    kept = [tuple(person for person in group if person in there) for group in before]
    kept = [group for group in kept if group]
    if rooms > len(kept):
        raise Contradiction("too_many_rooms", limit=len(kept))
    made: list[list[Person]] = [[] for _ in range(rooms)]
    for group in sorted(kept, key=len, reverse=True):
        min(made, key=len).extend(group)
    _seat_newcomers(made, people)
    return tuple(map(tuple, made))


def kept(before: Groups, people: Sequence[Person]) -> Groups:
    """Form the former groups again; who is gone is left out, newcomers go where the fewest are."""
    there = dict.fromkeys(people)
    made = [[person for person in group if person in there] for group in before]
    if not made:
        raise Contradiction("no_people")
    _seat_newcomers(made, people)
    return tuple(map(tuple, made))


def _seat_newcomers(made: list[list[Person]], people: Sequence[Person]) -> None:
    known = {person for group in made for person in group}
    for person in people:
        if person not in known:
            min(made, key=len).append(person)


def _by_value(people: Sequence[Person], value_of: Mapping[Person, str], seed: int) -> list[Person]:
    """Return people by value, the commonest first, those of one value in an order of chance."""
    chance = Random(seed)  # noqa: S311 (repeatable, not secret)
    order = list(people)
    chance.shuffle(order)
    common = Counter(value_of.get(person, "") for person in order)
    return sorted(order, key=lambda person: (-common[value_of.get(person, "")], value_of.get(person, "")))


def _place(
    people: Sequence[Person],
    sizes: Sequence[int],
    seed: int,
    rules: Rules,
    cost: Callable[[Sequence[Person], Sequence[Person]], int],
    *,
    in_order: bool = False,
) -> Groups:
    if not sizes or sum(sizes) != len(people):
        raise Contradiction("no_people" if not people else "no_room_left", limit=sum(sizes))
    whole = blocks(people, rules, max(sizes))
    check_apart(people, rules, len(sizes))
    chance = Random(seed)  # noqa: S311 (repeatable, not secret)
    for _ in range(_TRIES):
        order = list(whole)
        if not in_order:
            chance.shuffle(order)
        # Whoever leaves the least choice is placed first.
        order.sort(key=lambda block: (-len(block), -_burden(block, rules)))
        made = _try(order, sizes, rules, cost, chance)
        if made is not None:
            return tuple(map(tuple, made))
    bound = [person for some in (*rules.apart, *rules.together) for person in people if person in some]
    raise Contradiction("no_room_left", tuple(dict.fromkeys(bound)))


def _burden(block: Sequence[Person], rules: Rules) -> int:
    return sum(person in wanted for wanted in rules.apart for person in block)


def _try(
    order: Sequence[Sequence[Person]],
    sizes: Sequence[int],
    rules: Rules,
    cost: Callable[[Sequence[Person], Sequence[Person]], int],
    chance: Random,
) -> list[list[Person]] | None:
    made: list[list[Person]] = [[] for _ in sizes]
    for block in order:
        fitting = [
            n
            for n, group in enumerate(made)
            if len(group) + len(block) <= sizes[n]
            and not any(rules.are_apart(one, other) for one in block for other in group)
        ]
        if not fitting:
            return None
        best = min(fitting, key=lambda n: (cost(block, made[n]), len(made[n]) - sizes[n], chance.random()))
        made[best].extend(block)
    return made
