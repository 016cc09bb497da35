"""A merge as one step of the copy that took it in: what undo goes back to, and what redo puts side by side again."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from app.plans.edits import NAMES
from app.plans.reading import Conflict
from app.plans.registers import HERE, STATE

if TYPE_CHECKING:
    from app.plans.plan import Item, Plan


@dataclass(frozen=True)
class SideBySide:
    """The values of one field that were written without knowledge of one another.

    Attributes:
        name: of the collection; empty for the plan itself.
        id: of the item; empty for the plan itself.
        field: which.
        values: by the key in the map.
    """

    name: str
    id: str
    field: str
    values: dict[str, Any]


@dataclass(frozen=True)
class Merge:
    """A copy taken in as one step.

    Attributes:
        depth: how many steps stood below it when it was done; once undone, how many undone ones did.
        before: the plan without it.
        after: the plan with it.
        known: what was to be settled before it.
        open: once undone, the fields that had several values.
    """

    depth: int
    before: Plan
    after: Plan
    known: tuple[Conflict | Item, ...]
    open: tuple[SideBySide, ...] = ()


def spot(point: Conflict | Item) -> tuple[str, str, Any]:
    """Return where something is to be settled: the collection, the field, and what it shows.

    Args:
        point: a field with several values, or an item that was removed and changed.
    """
    if isinstance(point, Conflict):
        return point.kind, point.field, point.shown
    return NAMES[type(point)], STATE, HERE
