"""Going back and forth in a plan document: this copy's own steps, a merge being one of them."""

from __future__ import annotations

from dataclasses import dataclass
from dataclasses import replace as with_changes
from typing import TYPE_CHECKING, Any, Final

import msgspec
from pycrdt import UndoManager

from app.plans.contents import plain_map
from app.plans.edits import NAMES
from app.plans.reading import Conflict
from app.plans.registers import GONE, HERE, STATE, clear, keep, write

if TYPE_CHECKING:
    from collections.abc import Callable

    from pycrdt import Doc

    from app.plans.contents import Contents
    from app.plans.plan import Item, Plan

EDIT: Final = "edit"
"""The origin of changes that are undone; what is done under another is not."""

_APART: Final = 1000
"""How far apart two steps are; more than the moment that joins them."""


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


class Steps:
    """What one copy of a plan did since it was opened.

    Args:
        doc: the document.
        contents: what it holds.
        become: turns the document into a plan, as no step of its own.
    """

    def __init__(self, doc: Doc[Any], contents: Contents, become: Callable[[Plan], None]) -> None:
        self._doc = doc
        self._contents = contents
        self._become = become
        self._writer = f"{doc.client_id:x}"
        self._step = 1
        self._merges: list[Merge] = []
        self._unmerged: list[Merge] = []
        # Changes of one moment are one step; which moment it is, this copy says.
        self._undoing = UndoManager(scopes=contents.roots, capture_timeout_millis=1, timestamp=lambda: self._step)
        self._undoing.include_origin(EDIT)

    def begin(self) -> None:
        """Begin another step; without it, what is done goes on with the last one."""
        self._step += _APART

    def forget_undone(self) -> None:
        """Let undone merges be, as something else is done now."""
        self._unmerged.clear()

    def merge(self, take: Callable[[], None]) -> None:
        """Count what another copy brings as one step.

        Args:
            take: takes it in.
        """
        before, known = self._contents.plan, self._open_points()
        take()
        if self._contents.plan != before or self._open_points() != known:
            self.begin()
            self._unmerged.clear()
            self._merges.append(Merge(len(self._undoing.undo_stack), before, self._contents.plan, known))

    @property
    def can_undo(self) -> bool:
        """Whether there is a step to undo, made in this document since it was opened."""
        return bool(self._merges) or self._undoing.can_undo()

    @property
    def can_redo(self) -> bool:
        """Whether an undone step can be done again."""
        return bool(self._unmerged) or self._undoing.can_redo()

    def undo(self) -> bool:
        """Undo this copy's last step; what others did stays. Return whether there was one."""
        self.begin()
        if self._merges and self._merges[-1].depth >= len(self._undoing.undo_stack):
            step = self._merges.pop()
            side_by_side = self._side_by_side()
            self._go_back(step)
            self._unmerged.append(with_changes(step, depth=len(self._undoing.redo_stack), open=side_by_side))
            return True
        return self._undoing.undo()

    def redo(self) -> bool:
        """Do the last undone step again; return whether there was one."""
        self.begin()
        if self._unmerged and self._unmerged[-1].depth >= len(self._undoing.redo_stack):
            step = self._unmerged.pop()
            self._become(step.after)
            with self._doc.transaction():
                for each in step.open:
                    where = self._contents.place_of(each.name, each.id)
                    clear(where, each.field)
                    for at, value in each.values.items():
                        where[at] = value
            self._merges.append(with_changes(step, depth=len(self._undoing.undo_stack), open=()))
            return True
        return self._undoing.redo()

    def _open_points(self) -> tuple[Conflict | Item, ...]:
        return (*self._contents.conflicts, *self._contents.overruled)

    def _side_by_side(self) -> tuple[SideBySide, ...]:
        """Return the values that stand side by side, to be written again as they are."""
        places = [(spot(each)[0], each.id, spot(each)[1]) for each in self._open_points()]
        found = []
        for name, key, field in places:
            raw = plain_map(self._contents.place_of(name, key))
            found.append(SideBySide(name, key, field, {at: raw[at] for at in raw if at.startswith(f"{field}@")}))
        return tuple(found)

    def _go_back(self, step: Merge) -> None:
        """Be the plan before a merge, with what was open then."""
        with self._doc.transaction():
            # What still stands as it was written is left so, as earlier steps are to undo it.
            for each in (each for each in self._open_points() if each not in step.known):
                name, field, _ = spot(each)
                items = {item.id: item for item in getattr(step.before, name)} if name else {"": step.before}
                here = HERE if each.id in items else GONE
                was = here if field == STATE else getattr(items.get(each.id), field, None)
                keep(self._contents.place_of(name, each.id), field, msgspec.to_builtins(was))
        self._become(step.before)
        with self._doc.transaction():
            for each in (each for each in self._open_points() if each not in step.known):
                name, field, shown = spot(each)
                write(self._contents.place_of(name, each.id), field, msgspec.to_builtins(shown), self._writer)
