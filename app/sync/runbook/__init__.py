"""What of a plan goes into a class: the one place where plans and the rules of a class meet.

A capability that prepares something from a plan writes a module here and adds one line to `PARTS`. Its commands keep
the ids of the plan, so that what is prepared for an activity finds it.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from app.sync.runbook.agenda import agenda_of
from app.sync.runbook.board import board_of
from app.sync.runbook.debates import debates_of
from app.sync.runbook.polls import polls_of
from app.sync.runbook.rooms import rounds_of
from app.sync.runbook.topics import topics_of

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable
    from datetime import datetime

    from app.domain.kernel.messages import Command
    from app.plans import Plan

PARTS: Final[tuple[Callable[[Plan], Iterable[Command]], ...]] = (topics_of, polls_of, debates_of, rounds_of, board_of)
"""What each capability prepares from a plan, after the agenda; in the order in which it is asked for."""


@dataclass(frozen=True)
class Source:
    """A plan from which a class is started.

    Attributes:
        plan: as it stands.
        id: under which the library keeps it; empty when it is a file's.
    """

    plan: Plan
    id: str = ""


def commands_for(source: Source, *, begins: datetime | None = None, rehearsed: bool = False) -> tuple[Command, ...]:
    """Return the commands that bring a plan into a class in which nothing has begun.

    Args:
        source: the plan. It is read only: nothing that happens in the class changes it.
        begins: when the class begins, with its time zone; now when left out. A plan whose days are past, or whose dates
            are open, takes place from that day on.
        rehearsed: whether the times of the plan are moved so that it begins at `begins`.

    Raises:
        Refusal: the plan is too large for a class (`too_many_activities`).
    """
    prepared = tuple(command for part in PARTS for command in part(source.plan))
    return (*agenda_of(source.plan, source.id, begins, rehearsed=rehearsed), *prepared)
