"""What the moderation of a class amounts to in numbers, reckoned from its audit list whenever somebody asks."""

from __future__ import annotations

from math import ceil
from typing import TYPE_CHECKING

import msgspec

from app.domain.kernel.words import RELAY, MemberId, Millis
from app.domain.moderation.items import Deed

if TYPE_CHECKING:
    from collections.abc import Sequence

    from app.domain.moderation.items import Act
    from app.domain.moderation.state import ModerationState


class Pace(msgspec.Struct, frozen=True, kw_only=True):
    """How many decisions there were, and how long texts waited for them.

    Attributes:
        count: of the decisions.
        median: the time that half of them took at most, in milliseconds.
        most: the time that 95 of a hundred took at most (the nearest rank), in milliseconds.
    """

    count: int
    median: Millis
    most: Millis


class Figures(msgspec.Struct, frozen=True, kw_only=True):
    """The numbers of a class's moderation.

    Attributes:
        waiting: texts that wait for a decision.
        flagged: shown texts that staff are asked to look at.
        returned: texts that are with their authors.
        appeals: appeals that wait for an answer.
        oldest: for how long the first of those that wait, flagged ones among them, has waited, in milliseconds.
        decided: the decisions of people.
        by_rule: those about texts that a rule held or marked, by rule.
        by_moderator: those of each.
        outcomes: how often each outcome was decided, `kept` among them.
        by_itself: how often rules decided without anybody, by rule.
        undone: decisions that were taken back.
        cosigned: decisions that two made alike.
        suggested: decisions that came too late.
    """

    waiting: int
    flagged: int
    returned: int
    appeals: int
    oldest: Millis
    decided: Pace
    by_rule: dict[str, Pace]
    by_moderator: dict[MemberId, Pace]
    outcomes: dict[str, int]
    by_itself: dict[str, int]
    undone: int
    cosigned: int
    suggested: int


def figures(state: ModerationState, now: Millis) -> Figures:
    """Return the numbers as they stand.

    Args:
        state: of the moderation.
        now: the class's time.
    """
    decisions = [act for act in state.audit if act.deed in {Deed.DECIDED, Deed.KEPT}]
    by_people = [act for act in decisions if act.by != RELAY]
    by_rule: dict[str, list[Millis]] = {}
    by_moderator: dict[MemberId, list[Millis]] = {}
    outcomes: dict[str, int] = {}
    for act in by_people:
        by_moderator.setdefault(act.by, []).append(act.took)
        outcomes[act.what] = outcomes.get(act.what, 0) + 1
        if act.rule:
            by_rule.setdefault(act.rule, []).append(act.took)
    by_itself: dict[str, int] = {}
    for act in decisions:
        if act.by == RELAY:
            by_itself[act.rule] = by_itself.get(act.rule, 0) + 1
    since = [state.items[next(iter(queue))].since for queue in (state.waiting, state.flagged) if queue]
    return Figures(
        waiting=len(state.waiting),
        flagged=len(state.flagged),
        returned=len(state.returned),
        appeals=len(state.appealing),
        oldest=max(0, now - min(since)) if since else 0,
        decided=pace([act.took for act in by_people]),
        by_rule={rule: pace(took) for rule, took in by_rule.items()},
        by_moderator={member: pace(took) for member, took in by_moderator.items()},
        outcomes=outcomes,
        by_itself=by_itself,
        undone=_count(state.audit, Deed.UNDONE),
        cosigned=_count(state.audit, Deed.COSIGNED),
        suggested=_count(state.audit, Deed.SUGGESTED),
    )


def pace(took: Sequence[Millis]) -> Pace:
    """Return how long things took; all zero when there were none.

    Args:
        took: milliseconds, in any order.
    """
    ranked = sorted(took)
    if not ranked:
        return Pace(count=0, median=0, most=0)
    middle = len(ranked) // 2
    median = ranked[middle] if len(ranked) % 2 else (ranked[middle - 1] + ranked[middle]) // 2
    return Pace(count=len(ranked), median=median, most=ranked[ceil(0.95 * len(ranked)) - 1])


def _count(audit: Sequence[Act], deed: Deed) -> int:
    return sum(act.deed is deed for act in audit)
