"""How groups come about: what one wishes, and what is made of it for who is there."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum
from typing import TYPE_CHECKING

from app.domain.breakouts.state import BreakoutsState
from app.grouping import forming
from app.grouping.rotation import rotation
from app.grouping.rules import NO_RULES, Groups, Rules, sizes
from app.sync.runbook.rooms import all_before, before_of, planned

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from app.domain.breakouts.state import Round
    from app.domain.kernel.world import World


class How(StrEnum):
    """How groups come about."""

    RANDOM = "random"
    NEW = "new"
    MIXED = "mixed"
    MATCHED = "matched"
    KEEP = "keep"
    SPREAD = "spread"
    JOIN = "join"
    CHOICE = "choice"


@dataclass(frozen=True)
class Wish:
    """What is wished for.

    Attributes:
        how: groups come about.
        count: how many rooms, or people in each.
        by_rooms: which of the two `count` says.
        rounds: how many to form together, of new partners.
        value_of: member to what is mixed or matched.
        rules: who is to be together and apart.
        prepared: a round whose groups were formed beforehand; they are kept as far as people are there.
    """

    how: How = How.RANDOM
    count: int = 4
    by_rooms: bool = False
    rounds: int = 1
    value_of: Mapping[str, str] = field(default_factory=dict)
    rules: Rules = NO_RULES
    prepared: Round | None = None


@dataclass(frozen=True)
class Made:
    """What came of it.

    Attributes:
        groups: of the round that opens now.
        coming: those of the rounds after it.
        repeats: how often two people meet again, who met in these rounds or before.
        bound: a number that no groups could stay below.
    """

    groups: Groups
    coming: tuple[Groups, ...] = ()
    repeats: int = 0
    bound: int = 0


def made(world: World, people: Sequence[str], wish: Wish, seed: int) -> Made:
    """Form groups.

    Args:
        world: to read who has been with whom.
        people: who is there; at least one.
        wish: how.
        seed: decides what is left to chance.

    Raises:
        Contradiction: it cannot be done so; it says why.
    """
    state = world.state(BreakoutsState)
    before = before_of(state)
    wanted = sizes(len(people), rooms=wish.count if wish.by_rooms else 0, size=wish.count)
    match wish.how:
        case How.NEW if wish.prepared is not None and wish.prepared.planned:
            return Made(planned(state, wish.prepared, people, wanted, seed, wish.rules))
        case How.NEW:
            found = rotation(people, wanted, wish.rounds, seed, wish.rules, all_before(state))
            return Made(found.rounds[0], found.rounds[1:], found.repeats, found.bound)
        case How.MIXED:
            return Made(forming.mixed(people, wanted, seed, wish.value_of, wish.rules))
        case How.MATCHED:
            return Made(forming.matched(people, wanted, seed, wish.value_of, wish.rules))
        case How.KEEP if before:
            return Made(forming.kept(before, people))
        case How.SPREAD if before:
            return Made(forming.spread(before, people, wanted, seed))
        case How.JOIN if before:
            return Made(forming.joined(before, people, min(len(wanted), sum(map(bool, before)))))
        case How.CHOICE:
            return Made(tuple(() for _ in wanted))
        case _:
            return Made(forming.at_random(people, wanted, seed, wish.rules))
