"""Brings two copies of one plan together, and tells what each side brought."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING, Any, ClassVar

import msgspec

from app.plans.document import PlanDocument
from app.plans.edits import COLLECTIONS, HEAD
from app.plans.order import rising
from app.plans.plan import Item, Plan, PlanError
from app.plans.reading import Conflict, name_of

if TYPE_CHECKING:
    from collections.abc import Sequence


class PlansUnrelated(PlanError):
    """The two files hold different plans, not two copies of one."""

    code: ClassVar[str] = "plans_unrelated"


class What(StrEnum):
    """What happened to a part of a plan."""

    ADDED = "added"
    REMOVED = "removed"
    CHANGED = "changed"
    MOVED = "moved"


@dataclass(frozen=True)
class Difference:
    """One way in which a plan differs from another.

    Attributes:
        what: happened.
        kind: the name of the collection; empty for the plan itself.
        id: of the item; empty for the plan itself.
        title: of the item, for people.
        field: which one changed; empty when the whole was added, removed or moved.
        before: its value in the first plan, made of plain parts.
        after: its value in the second.
    """

    what: What
    kind: str
    id: str
    title: str
    field: str = ""
    before: Any = None
    after: Any = None


@dataclass(frozen=True)
class Merged:
    """Two copies, come together.

    Attributes:
        document: with the edits of both.
        from_first: what the first copy brought: how the merged plan differs from the second.
        from_second: what the second copy brought: how the merged plan differs from the first.
        overruled: what one side removed while the other changed it; it stays.
        conflicts: fields that both changed; all values are kept, one is shown.
    """

    document: PlanDocument
    from_first: tuple[Difference, ...]
    from_second: tuple[Difference, ...]
    overruled: tuple[Item, ...]
    conflicts: tuple[Conflict, ...]


def merge(first: PlanDocument, second: PlanDocument) -> Merged:
    """Merge two copies of a plan; neither is changed, and their order does not matter to the result.

    Args:
        first: one copy.
        second: another.

    Raises:
        PlansUnrelated: they are not copies of one plan.
    """
    if first.id != second.id:
        raise PlansUnrelated(f"{first.id} and {second.id}", "head/plan")
    document = PlanDocument(first.update())
    document.receive(second.update(first.state()))
    return Merged(
        document,
        differences(second.plan, document.plan),
        differences(first.plan, document.plan),
        document.overruled,
        document.conflicts,
    )


def differences(before: Plan, after: Plan) -> tuple[Difference, ...]:
    """Tell how one plan differs from another, in the order in which it is read.

    Args:
        before: the first.
        after: the second.
    """
    found = [
        Difference(What.CHANGED, "", "", after.title, field, getattr(before, field), getattr(after, field))
        for field in HEAD
        if getattr(before, field) != getattr(after, field)
    ]
    for name in COLLECTIONS:
        found += _in_collection(name, getattr(before, name), getattr(after, name))
    return tuple(found)


def _in_collection(name: str, before: Sequence[Item], after: Sequence[Item]) -> list[Difference]:
    old, new = {item.id: item for item in before}, {item.id: item for item in after}
    found = [Difference(What.REMOVED, name, key, name_of(item)) for key, item in old.items() if key not in new]
    common = [key for key in new if key in old]
    ranks = {key: f"{rank:06}" for rank, key in enumerate(key for key in old if key in new)}
    stay = rising([ranks[key] for key in common])
    moved = {key for place, key in enumerate(common) if place not in stay}
    for key, item in new.items():
        if key not in old:
            found.append(Difference(What.ADDED, name, key, name_of(item)))
            continue
        if key in moved:
            found.append(Difference(What.MOVED, name, key, name_of(item)))
        if old[key] != item:
            found += _in_item(name, old[key], item)
    return found


def _in_item(name: str, before: Item, after: Item) -> list[Difference]:
    old, new = msgspec.to_builtins(before), msgspec.to_builtins(after)
    return [
        Difference(What.CHANGED, name, after.id, name_of(after), field, old[field], new[field])
        for field in after.__struct_fields__
        if old[field] != new[field]
    ]
