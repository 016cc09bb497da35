"""The plans of this desktop as Prepare works on them: listed, opened, changed and kept at once."""

from __future__ import annotations

import time
from dataclasses import dataclass
from typing import TYPE_CHECKING
from uuid import uuid4

from msgspec.structs import replace
from PySide6.QtCore import QObject, Signal

from app.plans import Plan, PlanDocument, PlanUnreadable, pack, unpack
from app.storage import PlanRow

if TYPE_CHECKING:
    from app.sync.shelf import Shelf
    from ui.bridge.tasks import TaskScope


def _now() -> int:
    return time.time_ns() // 1_000_000


@dataclass(frozen=True)
class KeptPlan:
    """A plan with its place in the library.

    Attributes:
        id: of the plan.
        updated_at: when it last changed, in milliseconds since 1970.
        plan: the document; none when this version cannot read it.
        title: for lists.
    """

    id: str
    updated_at: int
    plan: Plan | None
    title: str


class Plans(QObject):
    """Every change is on disk a moment after it was made; nothing has to be saved by hand.

    `listed` carries all plans, the last changed first. `opened` carries the open one, or none. `changed` carries the
    open one after each change of its document.

    Args:
        shelf: where they are kept.
        scope: writes in the background.
        parent: the owner.
    """

    listed = Signal(object)
    opened = Signal(object)
    changed = Signal(object)

    def __init__(self, shelf: Shelf, scope: TaskScope, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._shelf, self._scope = shelf, scope
        self._plans: dict[str, KeptPlan] = {}
        self._documents: dict[str, PlanDocument] = {}
        self._current = ""

    @property
    def all(self) -> tuple[KeptPlan, ...]:
        """All plans, the last changed first."""
        return tuple(sorted(self._plans.values(), key=lambda kept: (-kept.updated_at, kept.id)))

    @property
    def current(self) -> KeptPlan | None:
        """The open plan."""
        return self._plans.get(self._current)

    async def load(self) -> None:
        """Read the plans from disk, and open the one that changed last.

        Raises:
            StorageError: the library cannot be read.
        """
        rows = await self._shelf.run(self._shelf.library.plans)
        self._plans = {row.id: self._kept(row) for row in rows}
        self.listed.emit(self.all)
        self.open(self.all[0].id if self._plans else "")

    def open(self, plan_id: str) -> None:
        """Open a plan.

        Args:
            plan_id: which; an unknown one opens none.
        """
        if plan_id != self._current or plan_id not in self._plans:
            self._current = plan_id if plan_id in self._plans else ""
            self.opened.emit(self.current)

    def add(self, plan: Plan) -> KeptPlan:
        """Keep a new plan, and open it.

        Args:
            plan: the document.
        """
        kept = KeptPlan(str(uuid4()), _now(), plan, plan.title)
        self._put(kept)
        self.open(kept.id)
        return kept

    def change(self, plan: Plan) -> None:
        """Change the open plan.

        Args:
            plan: the document as it is from now on.
        """
        before = self.current
        if before is None or before.plan == plan:
            return
        self._put(KeptPlan(before.id, _now(), plan, plan.title))
        self.changed.emit(self.current)

    def rename(self, plan_id: str, title: str) -> None:
        """Give a plan another title.

        Args:
            plan_id: which.
            title: as it was typed.
        """
        kept = self._plans.get(plan_id)
        if kept is None or kept.plan is None or kept.title == title:
            return
        self._put(KeptPlan(kept.id, _now(), replace(kept.plan, title=title), title))
        if plan_id == self._current:
            self.changed.emit(self.current)

    def duplicate(self, plan_id: str, title: str) -> KeptPlan | None:
        """Keep a copy of a plan, and open it.

        Args:
            plan_id: of which.
            title: of the copy.

        Returns:
            The copy; none when there is nothing to copy.
        """
        kept = self._plans.get(plan_id)
        return self.add(replace(kept.plan, title=title)) if kept is not None and kept.plan is not None else None

    def delete(self, plan_id: str) -> None:
        """Delete a plan; `restore` brings it back as it was.

        Args:
            plan_id: which.
        """
        if self._plans.pop(plan_id, None) is None:
            return
        library = self._shelf.library
        self._scope.spawn(self._shelf.run(library.delete_plan, plan_id, _now()), name="delete a plan")
        self.listed.emit(self.all)
        if plan_id == self._current:
            self.open(self.all[0].id if self._plans else "")

    def restore(self, kept: KeptPlan) -> None:
        """Bring a deleted plan back, and open it.

        Args:
            kept: as it was.
        """
        self._plans[kept.id] = kept
        self._scope.spawn(self._shelf.run(self._shelf.library.restore_plan, kept.id), name="restore a plan")
        self.listed.emit(self.all)
        self.open(kept.id)

    def _put(self, kept: KeptPlan) -> None:
        if kept.plan is None:
            return
        self._plans[kept.id] = kept
        document = self._documents.get(kept.id)
        if document is None:
            document = self._documents[kept.id] = PlanDocument.new(kept.plan, kept.id)
        else:
            document.become(kept.plan)
        row = PlanRow(kept.id, kept.title, kept.updated_at, pack(document))
        # The library's thread keeps the order in which it was asked, so the last change wins on disk too.
        self._scope.spawn(self._shelf.run(self._shelf.library.put_plan, row), name="keep a plan")
        self.listed.emit(self.all)

    def _kept(self, row: PlanRow) -> KeptPlan:
        try:
            document = unpack(row.body, row.id)
        except PlanUnreadable:
            # It stays on disk as it is, for the version that wrote it.
            return KeptPlan(row.id, row.updated_at, None, row.title)
        self._documents[row.id] = document
        return KeptPlan(row.id, row.updated_at, document.plan, row.title)
