"""Keeps plans on disk: every change at once and in order, and again while the disk has no room for it."""

from __future__ import annotations

import asyncio
from collections import deque
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final, assert_never

import msgspec
from PySide6.QtCore import QObject, Signal

from app.plans.document import join
from app.storage import PlanChange, PlanRow, StorageError
from app.storage.plan_changes import GATHERED

if TYPE_CHECKING:
    from app.plans import Plan
    from app.storage import Library
    from app.sync.shelf import Shelf
    from ui.bridge.tasks import TaskScope

AGAIN_S: Final = 3.0
"""After how many seconds a disk that said no is asked again."""


@dataclass(frozen=True)
class Put:
    """Keep a whole plan, in place of what was kept of it."""

    row: PlanRow


@dataclass(frozen=True)
class Note:
    """Keep what was changed in a plan.

    Attributes:
        plan_id: of the plan.
        plan: as it is from then on.
        updated_at: milliseconds since 1970.
        updates: the changes.
    """

    plan_id: str
    plan: Plan
    updated_at: int
    updates: tuple[bytes, ...]


@dataclass(frozen=True)
class Mark:
    """Delete a plan, or bring it back.

    Attributes:
        plan_id: of the plan.
        deleted_at: milliseconds since 1970; none brings it back.
    """

    plan_id: str
    deleted_at: int | None


Step = Put | Note | Mark


def shown_bytes(plan: Plan) -> bytes:
    """Write how a plan looks.

    Args:
        plan: as it stands.
    """
    return msgspec.msgpack.encode(plan)


class Keeping(QObject):
    """Writes in the background. `trouble` carries the error while the disk refuses, and none when it is over.

    Args:
        shelf: where plans are kept.
        scope: writes in the background.
        parent: the owner.
    """

    trouble = Signal(object)

    def __init__(self, shelf: Shelf, scope: TaskScope, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._shelf, self._scope = shelf, scope
        self._waiting: deque[Step] = deque()
        self._counts: dict[str, int] = {}
        self._error: StorageError | None = None
        self._task: asyncio.Task[object] | None = None
        self._again = asyncio.Event()
        self._quiet = asyncio.Event()
        self._quiet.set()

    @property
    def error(self) -> StorageError | None:
        """Why the last changes are not on disk yet; none while all goes well."""
        return self._error

    def keep(self, step: Step) -> None:
        """Keep something; returns at once.

        Args:
            step: what.
        """
        self._waiting.append(step)
        if self._task is None:
            self._quiet.clear()
            self._task = self._scope.spawn(self._write(), name="keep plans")

    async def settled(self) -> bool:
        """Wait until all is on disk, or the disk says no; return whether all is on disk."""
        if self._error is not None:
            self._quiet.clear()
            self._again.set()
        await self._quiet.wait()
        return self._task is None

    async def _write(self) -> None:
        try:
            while self._waiting:
                group = self._next()
                try:
                    await self._shelf.run(_carry_out, self._shelf.library, group)
                except StorageError as error:
                    await self._refused(group, error)
                    continue
                if self._error is not None:
                    self._error = None
                    self.trouble.emit(None)
                await self._gather(group)
        finally:
            self._task = None
            self._quiet.set()

    def _next(self) -> tuple[Step, ...]:
        group: list[Step] = [self._waiting.popleft()]
        # What was typed while the disk was busy is written at once.
        while self._waiting and isinstance(self._waiting[0], Note) and isinstance(group[0], Note):
            group.append(self._waiting.popleft())
        return tuple(group)

    async def _refused(self, group: tuple[Step, ...], error: StorageError) -> None:
        self._waiting.extendleft(reversed(group))
        self._error = error
        self.trouble.emit(error)
        self._again.clear()
        self._quiet.set()
        try:
            async with asyncio.timeout(AGAIN_S):
                await self._again.wait()
        except TimeoutError:
            return

    async def _gather(self, group: tuple[Step, ...]) -> None:
        for step in group:
            if isinstance(step, Note):
                self._counts[step.plan_id] = self._counts.get(step.plan_id, 0) + len(step.updates)
        due = [plan_id for plan_id, count in self._counts.items() if count >= GATHERED]
        for plan_id in due:
            self._counts[plan_id] = 0
            try:
                await self._shelf.run(self._shelf.library.plan_changes.gather, plan_id, join)
            except StorageError:
                # It only saves time, and is tried again later.
                return


def _carry_out(library: Library, group: tuple[Step, ...]) -> None:
    notes = [step for step in group if isinstance(step, Note)]
    if notes:
        last = {note.plan_id: note for note in notes}
        shown = {plan_id: shown_bytes(note.plan) for plan_id, note in last.items()}
        library.plan_changes.append(
            [
                PlanChange(note.plan_id, note.plan.title, note.updated_at, note.updates, shown[note.plan_id])
                for note in notes
            ]
        )
    for step in group:
        match step:
            case Put(row=row):
                library.put_plan(row)
            case Mark(plan_id=plan_id, deleted_at=None):
                library.restore_plan(plan_id)
            case Mark(plan_id=plan_id, deleted_at=int() as at):
                library.delete_plan(plan_id, at)
            case Note():
                pass
            case _:
                assert_never(step)  # type: ignore[arg-type]
