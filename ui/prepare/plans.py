"""The plans of this desktop as Prepare works on them: documents that are opened, edited, undone, merged and kept."""

from __future__ import annotations

import asyncio
import time
from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING, Final
from uuid import uuid4

import msgspec
from msgspec.structs import replace
from PySide6.QtCore import QObject, Signal

from app.plans import Opening, Plan, PlanDocument, PlanError, PlanUnreadable, pack, unpack
from app.plans.document import join
from app.plans.edits import HEAD, NAMES, Change, Describe, Edit
from app.storage import PlanRow, StorageError
from app.storage.plan_changes import GATHERED
from ui.prepare.keeping import Keeping, Mark, Note, Put, shown_bytes

if TYPE_CHECKING:
    from collections.abc import Callable

    from app.storage import Library
    from app.sync.shelf import Shelf
    from ui.bridge.tasks import TaskScope

SLICE_S: Final = 0.006
"""For how long the window may wait at once while a document with a long history is read, in seconds."""


def _now() -> int:
    return time.time_ns() // 1_000_000


@dataclass(frozen=True)
class KeptPlan:
    """A plan with its place in the library.

    Attributes:
        id: of the plan.
        updated_at: when it last changed, in milliseconds since 1970.
        plan: as it stands; none when this version cannot read it.
        title: for lists.
    """

    id: str
    updated_at: int
    plan: Plan | None
    title: str


@dataclass(frozen=True)
class PlanChanged:
    """The open plan has changed.

    Attributes:
        kept: as it is now.
        before: as it was.
        own: whether it was changed here; else another copy's edits arrived.
    """

    kept: KeptPlan
    before: Plan
    own: bool = True

    @property
    def plan(self) -> Plan:
        """The plan as it is now."""
        return self.kept.plan or Plan()


class Plans(QObject):
    """Every change is on disk a moment after it was made; nothing has to be saved by hand.

    `listed` carries all plans, the last changed first. `opened` carries the open one, or none: it can be shown at
    once. `ready` carries its id when it can be edited as well, which takes a moment after a long history. `changed`
    carries a `PlanChanged` after each change of the open one. `updated` carries the id of a plan and what was changed
    in it here, as one Yjs update. `refused` carries a `PlanError` when an edit was not possible. `trouble` carries a
    `StorageError` while the disk refuses to keep changes, and none when it is over.

    Args:
        shelf: where they are kept.
        scope: reads and writes in the background.
        parent: the owner.
    """

    listed = Signal(object)
    opened = Signal(object)
    ready = Signal(object)
    changed = Signal(object)
    updated = Signal(object, object)
    refused = Signal(object)
    trouble = Signal(object)

    def __init__(self, shelf: Shelf, scope: TaskScope, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._shelf, self._scope = shelf, scope
        self._keeping = Keeping(shelf, scope, self)
        self._keeping.trouble.connect(self.trouble)
        self._plans: dict[str, KeptPlan] = {}
        self._documents: dict[str, PlanDocument] = {}
        self._openings: dict[str, Opening] = {}
        self._reading: dict[str, asyncio.Task[object]] = {}
        self._held: dict[str, list[tuple[tuple[Edit, ...], bool]]] = {}
        self._heard: list[bytes] = []
        self._current = ""

    # --- reading ---------------------------------------------------------------------------------------------------

    @property
    def all(self) -> tuple[KeptPlan, ...]:
        """All plans, the last changed first."""
        return tuple(sorted(self._plans.values(), key=lambda kept: (-kept.updated_at, kept.id)))

    @property
    def current(self) -> KeptPlan | None:
        """The open plan."""
        return self._plans.get(self._current)

    @property
    def plan(self) -> Plan:
        """The open plan as it stands; an empty one when none is open or it cannot be read."""
        kept = self.current
        return kept.plan if kept is not None and kept.plan is not None else Plan()

    @property
    def error(self) -> StorageError | None:
        """Why the last changes are not on disk yet; none while all goes well."""
        return self._keeping.error

    def document(self, plan_id: str) -> PlanDocument | None:
        """Return a plan's document.

        Args:
            plan_id: which.

        Returns:
            The document, to be read: change it by `apply` and `receive`. None while it is not read yet, or cannot be.
        """
        return self._documents.get(plan_id)

    async def load(self) -> None:
        """Read the plans from disk, and open the one that changed last.

        Raises:
            StorageError: the library cannot be read.
        """
        kept, early = await self._shelf.run(_read, self._shelf.library)
        self._plans = {each.id: each for each in kept}
        for row in early:
            self._keeping.keep(Put(row))
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
            kept = self.current
            if kept is not None and kept.plan is not None:
                self._fetch(kept.id)

    async def fetched(self, plan_id: str) -> PlanDocument | None:
        """Wait until a plan's document is read.

        Args:
            plan_id: which.

        Returns:
            The document; none when there is no such plan or it cannot be read.
        """
        if plan_id in self._plans and plan_id not in self._documents:
            await asyncio.wait([self._fetch(plan_id)])
        return self._documents.get(plan_id)

    def _fetch(self, plan_id: str) -> asyncio.Task[object]:
        task = self._reading.get(plan_id)
        if task is None:
            task = self._reading[plan_id] = self._scope.spawn(self._open(plan_id), name="read a plan")
            task.add_done_callback(lambda _task: self._reading.pop(plan_id, None))
        return task

    async def _open(self, plan_id: str) -> None:
        if plan_id not in self._documents:
            # Nothing of this plan may still be on its way to the disk.
            await self._keeping.settled()
            row = await self._shelf.run(self._shelf.library.get_plan, plan_id)
            if row is None or plan_id in self._documents:
                return
            try:
                opening = self._openings[plan_id] = Opening(row.body, row.id, row.updates)
                while not opening.go_on(SLICE_S):
                    await asyncio.sleep(0)
                    if plan_id in self._documents:
                        return
                self._adopt(plan_id, opening)
            except PlanUnreadable:
                self._openings.pop(plan_id, None)
                self._held.pop(plan_id, None)
                self._unreadable(plan_id)
                return
            if len(row.updates) > 2 * GATHERED:
                await self._shelf.run(self._shelf.library.plan_changes.gather, plan_id, join)

    def _adopt(self, plan_id: str, opening: Opening) -> PlanDocument:
        document = opening.document()
        self._openings.pop(plan_id, None)
        self._take(plan_id, document)
        kept = self._plans.get(plan_id)
        if kept is not None and kept.plan is not None and kept.plan != document.plan:
            # What was painted from is older than the document when the program was killed.
            self._plans[plan_id] = replaced = KeptPlan(plan_id, kept.updated_at, document.plan, document.plan.title)
            self.listed.emit(self.all)
            if plan_id == self._current:
                self.changed.emit(PlanChanged(replaced, kept.plan, own=False))
        for edits, continuing in self._held.pop(plan_id, []):
            self.apply_to(plan_id, *edits, continuing=continuing)
        if plan_id == self._current:
            self.ready.emit(plan_id)
        return document

    def _take(self, plan_id: str, document: PlanDocument) -> None:
        self._documents[plan_id] = document
        document.watch(self._heard.append)

    def _unreadable(self, plan_id: str) -> None:
        kept = self._plans.get(plan_id)
        if kept is not None:
            self._plans[plan_id] = KeptPlan(plan_id, kept.updated_at, None, kept.title)
            self.listed.emit(self.all)
            if plan_id == self._current:
                self.opened.emit(self.current)

    def _document(self, plan_id: str) -> PlanDocument | None:
        """Return a document, reading the rest of it at once where it is half read."""
        opening = self._openings.get(plan_id)
        if opening is not None and plan_id not in self._documents:
            while not opening.go_on():
                pass
            return self._adopt(plan_id, opening)
        return self._documents.get(plan_id)

    # --- editing ---------------------------------------------------------------------------------------------------

    def apply(self, *edits: Edit, continuing: bool = False) -> bool:
        """Edit the open plan, as one step that can be undone.

        Args:
            edits: in order; those that would change nothing are passed over.
            continuing: whether they go on with the step before, as letters of one word do.

        Returns:
            Whether that was possible; else `refused` tells why.
        """
        return self.apply_to(self._current, *edits, continuing=continuing)

    def apply_to(self, plan_id: str, *edits: Edit, continuing: bool = False) -> bool:
        """Edit a plan, as one step that can be undone.

        Args:
            plan_id: which.
            edits: in order; those that would change nothing are passed over.
            continuing: whether they go on with the step before.

        Returns:
            Whether that was possible, or will be as soon as the document is read; else `refused` tells why.
        """
        kept = self._plans.get(plan_id)
        if kept is None or kept.plan is None:
            return False
        try:
            document = self._document(plan_id)
            if document is None:
                self._held.setdefault(plan_id, []).append((edits, continuing))
                self._fetch(plan_id)
                return True
            wanted = _worth_doing(document, edits)
            if wanted:
                self._do(plan_id, document, partial(document.apply, *wanted, continuing=continuing))
        except PlanError as error:
            self.refused.emit(error)
            return False
        return True

    def become(self, plan_id: str, plan: Plan) -> bool:
        """Turn a plan back into what it was, or into another, as one step that can be undone.

        Args:
            plan_id: which.
            plan: as it is to be.

        Returns:
            Whether that was possible; else `refused` tells why.
        """
        document = self._document(plan_id)
        if document is None or plan_id not in self._plans:
            return False
        try:
            return self._do(plan_id, document, partial(document.become, plan))
        except PlanError as error:
            self.refused.emit(error)
            return False

    @property
    def can_undo(self) -> bool:
        """Whether a step made in the open plan since the program started can be undone."""
        document = self._documents.get(self._current)
        return document is not None and document.can_undo

    @property
    def can_redo(self) -> bool:
        """Whether an undone step can be done again."""
        document = self._documents.get(self._current)
        return document is not None and document.can_redo

    def undo(self) -> bool:
        """Undo the last step made here in the open plan; what others did stays. Return whether there was one."""
        document = self._documents.get(self._current)
        return document is not None and document.can_undo and self._do(self._current, document, document.undo)

    def redo(self) -> bool:
        """Do the last undone step again; return whether there was one."""
        document = self._documents.get(self._current)
        return document is not None and document.can_redo and self._do(self._current, document, document.redo)

    def receive(self, plan_id: str, update: bytes) -> None:
        """Take in what another copy of a plan holds; it is kept, and shown when the plan is open.

        Args:
            plan_id: of a plan of this library.
            update: a Yjs update from its document.

        Raises:
            PlanUnreadable: the bytes are no Yjs update; nothing was changed.
        """
        document = self._document(plan_id)
        if document is not None:
            self._do(plan_id, document, lambda: document.receive(update), own=False)
        elif plan_id in self._plans:
            self._scope.spawn(self._receive(plan_id, update), name="receive edits")

    def merge(self, plan_id: str, update: bytes) -> bool:
        """Take in a copy as one step that can be undone.

        Args:
            plan_id: of a plan whose document is read.
            update: a Yjs update from the copy's document.

        Returns:
            Whether that was possible.

        Raises:
            PlanUnreadable: the bytes are no Yjs update; nothing was changed.
        """
        document = self._document(plan_id)
        if document is None or plan_id not in self._plans:
            return False
        return self._do(plan_id, document, lambda: document.merge(update), own=False, told=True)

    async def _receive(self, plan_id: str, update: bytes) -> None:
        document = await self.fetched(plan_id)
        if document is not None:
            self._do(plan_id, document, lambda: document.receive(update), own=False)

    def _do(
        self,
        plan_id: str,
        document: PlanDocument,
        act: Callable[[], object],
        *,
        own: bool = True,
        told: bool = False,
    ) -> bool:
        kept = self._plans[plan_id]
        before = kept.plan or Plan()
        self._heard.clear()
        act()
        updates = tuple(self._heard)
        self._heard.clear()
        if not updates:
            return False
        plan, at = document.plan, _now()
        now = self._plans[plan_id] = KeptPlan(plan_id, at, plan, plan.title)
        self._keeping.keep(Note(plan_id, plan, at, (join(updates),)))
        if own or told:
            self.updated.emit(plan_id, join(updates))
        if plan_id == self._current:
            self.changed.emit(PlanChanged(now, before, own))
        self.listed.emit(self.all)
        return True

    # --- the list --------------------------------------------------------------------------------------------------

    def add(self, plan: Plan) -> KeptPlan:
        """Keep a new plan, and open it.

        Args:
            plan: what it holds at first.
        """
        return self.add_document(PlanDocument.new(plan, str(uuid4())))

    def add_document(self, document: PlanDocument) -> KeptPlan:
        """Keep a document, and open it.

        Args:
            document: of a plan that this library does not hold; one that it holds is received instead, if it is read.
        """
        plan, at = document.plan, _now()
        known = self._documents.get(document.id)
        if known is not None and document.id in self._plans:
            self._do(document.id, known, lambda: known.receive(document.update()), own=False)
        else:
            self._take(document.id, document)
            self._plans[document.id] = KeptPlan(document.id, at, plan, plan.title)
            self._keeping.keep(Put(PlanRow(document.id, plan.title, at, pack(document), shown=shown_bytes(plan))))
        self.listed.emit(self.all)
        self.open(document.id)
        return self._plans[document.id]

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
        self._keeping.keep(Mark(plan_id, _now()))
        self.listed.emit(self.all)
        if plan_id == self._current:
            self.open(self.all[0].id if self._plans else "")

    def restore(self, kept: KeptPlan) -> None:
        """Bring a deleted plan back, and open it.

        Args:
            kept: as it was; where its document is read, that says how it is now.
        """
        document = self._documents.get(kept.id)
        if document is not None:
            kept = KeptPlan(kept.id, kept.updated_at, document.plan, document.plan.title)
        elif kept.id in self._plans:
            # It is back already, maybe by a file.
            kept = self._plans[kept.id]
        self._plans[kept.id] = kept
        self._keeping.keep(Mark(kept.id, None))
        self.listed.emit(self.all)
        self.open(kept.id)

    async def settled(self) -> bool:
        """Wait until all is on disk, or the disk says no; return whether all is on disk."""
        return await self._keeping.settled()


def _worth_doing(document: PlanDocument, edits: tuple[Edit, ...]) -> list[Edit]:
    """Leave out what would change nothing, so that undo takes back what one has seen."""
    plan = document.plan
    # Writing again what is shown lets the other versions of it go.
    describes = any(isinstance(edit, Describe) for edit in edits)
    open_fields = {each.field for each in document.conflicts if not each.kind} if describes else set()
    names = {NAMES[type(edit.item)] for edit in edits if isinstance(edit, Change)}
    there = {(name, item.id): item for name in names for item in getattr(plan, name)}

    def is_so(edit: Edit) -> bool:
        match edit:
            case Change(item=item):
                return there.get((NAMES[type(item)], item.id)) == item
            case Describe():
                same = [field for field in HEAD if getattr(edit, field) is not None]
                return all(getattr(edit, field) == getattr(plan, field) and field not in open_fields for field in same)
            case _:
                return False

    return [edit for edit in edits if not is_so(edit)]


def _read(library: Library) -> tuple[list[KeptPlan], list[PlanRow]]:
    """Read the plans as they looked last, and those that an earlier version kept in another form."""
    kept: list[KeptPlan] = []
    early: list[PlanRow] = []
    for row in library.plan_changes.shown():
        plan = _shown(row.shown)
        if plan is None and (whole := library.get_plan(row.id)) is not None:
            try:
                document = unpack(whole.body, row.id, whole.updates)
            except PlanUnreadable:
                # It stays on disk as it is, for the version that wrote it.
                kept.append(KeptPlan(row.id, row.updated_at, None, row.title))
                continue
            plan = document.plan
            early.append(PlanRow(row.id, row.title, row.updated_at, pack(document), shown=shown_bytes(plan)))
        kept.append(KeptPlan(row.id, row.updated_at, plan, row.title))
    return kept, early


def _shown(data: bytes | None) -> Plan | None:
    if data is None:
        return None
    try:
        return msgspec.msgpack.decode(data, type=Plan)
    except msgspec.MsgspecError:
        # Written by another version; the document itself says.
        return None
