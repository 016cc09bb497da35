"""What was changed in plans: one small row an edit, so that no edit waits until a whole plan is written."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from sqlalchemy import delete, func, insert, select, update

from app.storage.tables import PLAN_UPDATES, PLANS

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from app.storage.database import Database

GATHERED: Final = 200
"""How many rows are made one at a time; what one is made of is read again in a fraction of a painted frame."""

_SMALL: Final = 8 * 1024
"""A row of more bytes is left as it is."""


@dataclass(frozen=True, slots=True)
class PlanChange:
    """An edit of a plan.

    Attributes:
        plan: the plan's id.
        title: its title from then on.
        updated_at: milliseconds since 1970.
        updates: what was changed, as Yjs updates, in order.
        shown: how the plan looks from then on.
    """

    plan: str
    title: str
    updated_at: int
    updates: tuple[bytes, ...]
    shown: bytes


@dataclass(frozen=True, slots=True)
class ShownPlan:
    """A plan as lists show it.

    Attributes:
        id: the plan's id.
        title: its title.
        updated_at: milliseconds since 1970.
        shown: how it looked last; none when an earlier version wrote it.
    """

    id: str
    title: str
    updated_at: int
    shown: bytes | None


class PlanChanges:
    """The changes of a library's plans. Durable when a call returns.

    Args:
        database: the library's file.
    """

    def __init__(self, database: Database) -> None:
        self._database = database

    def shown(self) -> list[ShownPlan]:
        """Return the plans that are not deleted without their history, the last changed first."""
        columns = (PLANS.c.id, PLANS.c.title, PLANS.c.updated_at, PLANS.c.shown)
        wanted = select(*columns).where(PLANS.c.deleted_at.is_(None)).order_by(PLANS.c.updated_at.desc(), PLANS.c.id)
        with self._database.reading() as connection:
            return [ShownPlan(*row) for row in connection.execute(wanted)]

    def append(self, changes: Sequence[PlanChange]) -> None:
        """Keep changes, all at once.

        Args:
            changes: in the order in which they were made.
        """
        rows = [{"plan": change.plan, "body": body} for change in changes for body in change.updates]
        last = {change.plan: change for change in changes}
        with self._database.writing() as connection:
            if rows:
                connection.execute(insert(PLAN_UPDATES), rows)
            for change in last.values():
                values = {"title": change.title, "updated_at": change.updated_at, "shown": change.shown}
                connection.execute(update(PLANS).where(PLANS.c.id == change.plan).values(values))

    def count(self, plan: str) -> int:
        """Return how many rows of changes a plan has.

        Args:
            plan: its id.
        """
        wanted = select(func.count()).select_from(PLAN_UPDATES).where(PLAN_UPDATES.c.plan == plan)
        with self._database.reading() as connection:
            return int(connection.execute(wanted).scalar_one())

    def gather(self, plan: str, join: Callable[[Sequence[bytes]], bytes]) -> None:
        """Make one row of many small ones, so that a plan with a long history is opened in few steps.

        Args:
            plan: its id.
            join: makes one update of several.
        """
        wanted = select(PLAN_UPDATES.c.place, PLAN_UPDATES.c.body).where(PLAN_UPDATES.c.plan == plan)
        with self._database.reading() as connection:
            rows = [(int(place), bytes(body)) for place, body in connection.execute(wanted.order_by("place"))]
        for group in _groups(rows):
            first, *rest = [place for place, _ in group]
            whole = join([body for _, body in group])
            with self._database.writing() as connection:
                connection.execute(update(PLAN_UPDATES).where(PLAN_UPDATES.c.place == first).values(body=whole))
                connection.execute(delete(PLAN_UPDATES).where(PLAN_UPDATES.c.place.in_(rest)))


def _groups(rows: Sequence[tuple[int, bytes]]) -> list[list[tuple[int, bytes]]]:
    """Return the runs of small rows that are worth gathering."""
    groups: list[list[tuple[int, bytes]]] = [[]]
    for row in rows:
        if len(row[1]) > _SMALL or len(groups[-1]) == GATHERED:
            groups.append([])
        if len(row[1]) <= _SMALL:
            groups[-1].append(row)
    return [group for group in groups if len(group) > GATHERED // 2]
