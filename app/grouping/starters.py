"""Found tables: rounds for numbers of people that lines of a plane do not give, each grown from one round.

A table names one round; every further one is had by turning: the people but for the fixed ones stand on circles of
`turn` places, and each round moves them all by one place. Which pairs meet in the table is chosen so that no two rounds
bring the same pair together: each distance on a circle, and each from circle to circle, occurs once at most (such a
round is a starter: Beth, Jungnickel and Lenz, Design Theory, chapter VII). The tables were found by a search with
backtracking that placed one group after the other and kept the distances apart; `tests/grouping` checks each of them.
"""

from __future__ import annotations

from typing import Final, NamedTuple

FIXED: Final = -1
"""Stands for the fixed person of a group; each group that has one has one of its own."""


class Starter(NamedTuple):
    """One found table.

    Attributes:
        groups: how many groups there are in a round.
        size: how many people are in each.
        turn: how many rounds there are: the places of a circle.
        first: the first round; person `n` stands on circle `n // turn` at place `n % turn`.
    """

    groups: int
    size: int
    turn: int
    first: tuple[tuple[int, ...], ...]


STARTERS: Final = (
    Starter(5, 3, 7, ((FIXED, 6, 8), (0, 10, 5), (1, 12, 4), (2, 3, 9), (7, 11, 13))),
    Starter(
        6,
        4,
        7,
        (
            (FIXED, 6, 13, 15),
            (FIXED, 4, 12, 18),
            (FIXED, 3, 8, 16),
            (0, 5, 11, 1),
            (2, 17, 20, 19),
            (7, 14, 9, 10),
        ),
    ),
    Starter(
        8,
        3,
        11,
        (
            (FIXED, 9, 19),
            (FIXED, 1, 21),
            (0, 12, 15),
            (2, 13, 8),
            (3, 11, 5),
            (4, 18, 17),
            (6, 7, 10),
            (14, 16, 20),
        ),
    ),
    Starter(
        10,
        3,
        14,
        (
            (FIXED, 8, 14),
            (FIXED, 0, 27),
            (1, 9, 19),
            (2, 7, 4),
            (3, 25, 13),
            (5, 6, 22),
            (10, 15, 24),
            (11, 26, 18),
            (12, 21, 23),
            (16, 17, 20),
        ),
    ),
    Starter(
        9,
        3,
        13,
        (
            (FIXED, 10, 25),
            (0, 22, 17),
            (1, 13, 24),
            (2, 5, 18),
            (3, 23, 12),
            (4, 6, 11),
            (7, 15, 21),
            (8, 9, 14),
            (16, 20, 19),
        ),
    ),
    Starter(
        12,
        3,
        17,
        (
            (FIXED, 3, 23),
            (FIXED, 11, 18),
            (0, 1, 13),
            (2, 20, 21),
            (4, 15, 26),
            (5, 32, 19),
            (6, 16, 8),
            (7, 10, 33),
            (9, 30, 24),
            (12, 28, 25),
            (14, 31, 22),
            (17, 27, 29),
        ),
    ),
    Starter(
        14,
        3,
        20,
        (
            (FIXED, 12, 38),
            (FIXED, 1, 29),
            (0, 21, 17),
            (2, 4, 36),
            (3, 30, 15),
            (5, 34, 11),
            (6, 19, 37),
            (7, 16, 26),
            (8, 24, 28),
            (9, 22, 31),
            (10, 27, 35),
            (13, 18, 14),
            (20, 25, 23),
            (32, 33, 39),
        ),
    ),
)


def grown(starter: Starter, rounds: int) -> tuple[tuple[tuple[int, ...], ...], ...]:
    """Return the first rounds of a table, as groups of numbers from 0.

    Args:
        starter: the table.
        rounds: how many, at most `starter.turn`.
    """
    turning = starter.groups * starter.size - sum(FIXED in group for group in starter.first)

    def turned(person: int, by: int) -> int:
        circle, place = divmod(person, starter.turn)
        return circle * starter.turn + (place + by) % starter.turn

    made = []
    for by in range(rounds):
        groups = []
        fixed = turning
        for group in starter.first:
            people = []
            for person in group:
                if person == FIXED:
                    people.append(fixed)
                    fixed += 1
                else:
                    people.append(turned(person, by))
            groups.append(tuple(people))
        made.append(tuple(groups))
    return tuple(made)
