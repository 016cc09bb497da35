"""What positions and verdicts come to: counts, and how people moved from their first position to the present one."""

from __future__ import annotations

from typing import TYPE_CHECKING

import msgspec

from app.domain.debate.events import Verdict
from app.domain.kernel.words import Millis

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence


class Stance(msgspec.Struct, frozen=True, kw_only=True):
    """Where one person stands in a debate.

    Attributes:
        first: the position they took first.
        now: the position they hold.
        at: when they took it.
        moves: how often they went from one position to another.
    """

    first: str
    now: str
    at: Millis
    moves: int = 0


class Shift(msgspec.Struct, frozen=True, kw_only=True):
    """How the positions of a debate stand, and how they stood at first.

    Attributes:
        people: how many took a position.
        first: position to how many took it first.
        now: position to how many hold it.
        flows: first position to present position to how many; those who hold their first one among them.
    """

    people: int = 0
    first: dict[str, int] = {}
    now: dict[str, int] = {}
    flows: dict[str, dict[str, int]] = {}

    @property
    def moved(self) -> int:
        """How many hold another position than their first."""
        return sum(count for first, to in self.flows.items() for now, count in to.items() if now != first)


def shift_of(keys: Sequence[str], stances: Iterable[Stance]) -> Shift:
    """Count the positions of a debate.

    Args:
        keys: of its positions, in order.
        stances: of its people.
    """
    first, now = dict.fromkeys(keys, 0), dict.fromkeys(keys, 0)
    flows: dict[str, dict[str, int]] = {}
    people = 0
    for stance in stances:
        people += 1
        first[stance.first] += 1
        now[stance.now] += 1
        to = flows.setdefault(stance.first, {})
        to[stance.now] = to.get(stance.now, 0) + 1
    return Shift(people=people, first=first, now=now, flows=flows)


class Verdicts(msgspec.Struct, frozen=True, kw_only=True):
    """What people say to a statement: how many agree, disagree and pass."""

    agree: int = 0
    disagree: int = 0
    passed: int = 0

    @property
    def people(self) -> int:
        """How many said something to it."""
        return self.agree + self.disagree + self.passed


def verdicts_of(given: Iterable[Verdict]) -> Verdicts:
    """Count what was said to a statement.

    Args:
        given: the verdict of each person.
    """
    verdicts = list(given)
    return Verdicts(
        agree=verdicts.count(Verdict.AGREE),
        disagree=verdicts.count(Verdict.DISAGREE),
        passed=verdicts.count(Verdict.PASS),
    )
