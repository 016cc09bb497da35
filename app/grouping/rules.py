"""What groups have to obey: sizes, who stays together, who stays apart; and which of these wishes contradict."""

from __future__ import annotations

from dataclasses import dataclass, field
from itertools import combinations
from typing import TYPE_CHECKING, Final, TypeAlias

if TYPE_CHECKING:
    from collections.abc import Sequence

Person: TypeAlias = str
Groups: TypeAlias = tuple[tuple[Person, ...], ...]
"""Groups in their order; who is in none is in no group."""


class Contradiction(Exception):
    """The wishes cannot be granted all at once.

    Attributes:
        code: stable: `no_people`, `too_many_rooms`, `together_too_large`, `together_and_apart`, `too_many_apart`,
            `no_room_left`, `unknown_person`, `named_twice`.
        people: who it is about.
        limit: the number that is too small, where there is one.
    """

    def __init__(self, code: str, people: Sequence[Person] = (), limit: int = 0) -> None:
        super().__init__(f"{code}: {', '.join(people)}" if people else code)
        self.code = code
        self.people = tuple(people)
        self.limit = limit


@dataclass(frozen=True)
class Rules:
    """Who belongs together and who does not.

    Attributes:
        together: sets of people who are to be in one group.
        apart: sets of people of whom no two are to be in one group.
    """

    together: tuple[frozenset[Person], ...] = ()
    apart: tuple[frozenset[Person], ...] = ()
    _pairs: frozenset[frozenset[Person]] = field(init=False, repr=False, compare=False, default=frozenset())

    def __post_init__(self) -> None:
        pairs = {frozenset(pair) for some in self.apart for pair in combinations(sorted(some), 2)}
        object.__setattr__(self, "_pairs", frozenset(pairs))

    def are_apart(self, one: Person, other: Person) -> bool:
        """Whether two people must not meet."""
        return frozenset((one, other)) in self._pairs


NO_RULES: Final = Rules()
"""Everybody may be with everybody."""


def sizes(people: int, *, rooms: int = 0, size: int = 0) -> tuple[int, ...]:
    """Return how many people come into each room, differing by one at most.

    Args:
        people: how many there are.
        rooms: how many rooms; 0 when their size is given.
        size: the most people in a room; ignored when the number of rooms is given.

    Raises:
        Contradiction: `no_people`, or `too_many_rooms` when a room would stay empty.
    """
    if not people:
        raise Contradiction("no_people")
    count = rooms or -(-people // max(1, size))
    if count > people:
        raise Contradiction("too_many_rooms", limit=people)
    least, more = divmod(people, count)
    return tuple(least + (n < more) for n in range(count))


def blocks(people: Sequence[Person], rules: Rules, most: int) -> tuple[tuple[Person, ...], ...]:
    """Return who has to be placed as one, the largest such blocks first.

    Args:
        people: who is there; names in the rules of who is not there count for nothing.
        rules: to obey.
        most: how many the largest room holds.

    Raises:
        Contradiction: `together_too_large` or `together_and_apart`, with the people.
    """
    there = dict.fromkeys(people)
    block_of: dict[Person, dict[Person, None]] = {person: {person: None} for person in there}
    for wanted in rules.together:
        joined: dict[Person, None] = {}
        for person in there:
            if person in wanted:
                joined |= block_of[person]
        for person in joined:
            block_of[person] = joined
    found = {id(block): tuple(block) for block in block_of.values()}
    for block in found.values():
        if len(block) > most:
            raise Contradiction("together_too_large", block, most)
        for one, other in combinations(block, 2):
            if rules.are_apart(one, other):
                raise Contradiction("together_and_apart", (one, other))
    return tuple(sorted(found.values(), key=len, reverse=True))


def check_apart(people: Sequence[Person], rules: Rules, rooms: int) -> None:
    """Check that nobody asks for more rooms than there are.

    Raises:
        Contradiction: `too_many_apart`, with the people of one wish.
    """
    there = set(people)
    for wanted in rules.apart:
        if len(wanted & there) > rooms:
            raise Contradiction("too_many_apart", tuple(person for person in people if person in wanted), rooms)
