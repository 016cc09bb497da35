"""Brings what a replica receives to disk, in order and in groups, and keeps a recent snapshot beside it."""

from __future__ import annotations

import asyncio
from collections import deque
from typing import TYPE_CHECKING, Final

import msgspec

from app.storage.errors import StorageError
from app.storage.log import Append, Conflict
from app.sync.snapshots import fingerprint, freeze

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from app.domain.kernel.world import World
    from app.sync.frames import Have
    from app.sync.replica import Stretch
    from app.sync.shelf import Shelf

SNAPSHOT_EVERY: Final = 1_000
"""After how many records, at least, a new snapshot is worth its while."""

_GROWTH: Final = 5
_GROWTH_AT_END: Final = 50
# A snapshot is as big as all that was ever said: it is made anew when the log has grown by a fifth, or by a fiftieth at
# the end.

_RETRY_S: Final = 3.0
"""How long to wait, in seconds, before a disk that failed is tried again."""


class _SetAside(msgspec.Struct, frozen=True):
    """Move the log on disk out of the way before what comes next is stored."""


class Keeper:
    """One session's way to the disk.

    Attributes:
        stored_seq: up to where the log is durable here.
        saved: set while nothing waits to be stored.
    """

    def __init__(
        self,
        shelf: Shelf,
        session: str,
        *,
        stored_seq: int,
        snapshot_seq: int,
        state: Callable[[], tuple[World, Have | None]],
        on_stored: Callable[[], None],
        on_problem: Callable[[StorageError], None],
    ) -> None:
        """Go on from what the disk holds.

        Args:
            shelf: where it is kept.
            session: whose log.
            stored_seq: where the log on disk ends.
            snapshot_seq: the place of the newest snapshot; 0 without one.
            state: gives the folded world and its head, for snapshots.
            on_stored: called when more is durable.
            on_problem: called when the disk fails; it is tried again.
        """
        self._shelf = shelf
        self._session = session
        self._state = state
        self._on_stored = on_stored
        self._on_problem = on_problem
        self._snapshot_seq = snapshot_seq
        self._unsaved: deque[Stretch | _SetAside] = deque()
        self._more = asyncio.Event()
        self.stored_seq = stored_seq
        self.saved = asyncio.Event()
        self.saved.set()

    def keep(self, stretches: Iterable[Stretch]) -> None:
        """Store records, as soon as the disk is free."""
        self._unsaved.extend(stretches)
        self._wake()

    def set_aside(self) -> None:
        """Move the log on disk out of the way; what comes next begins anew."""
        self._unsaved.clear()
        self._unsaved.append(_SetAside())
        self._wake()

    def _wake(self) -> None:
        if self._unsaved:
            self.saved.clear()
            self._more.set()

    async def run(self) -> None:
        """Store what comes, until cancelled; return when the log on disk is not the one that is being continued."""
        while True:
            await self._more.wait()
            self._more.clear()
            try:
                if not await self._flush():
                    return
                await self._snapshot(max(SNAPSHOT_EVERY, self.stored_seq // _GROWTH))
            except StorageError as error:
                self._on_problem(error)
                await asyncio.sleep(_RETRY_S)
                self._more.set()

    async def finish(self) -> None:
        """Store everything that waits, and the state as it is.

        Raises:
            StorageError: the disk is at fault.
        """
        if await self._flush():
            await self._snapshot(max(1, self.stored_seq // _GROWTH_AT_END))

    async def _flush(self) -> bool:
        log = self._shelf.library.log
        while self._unsaved:
            first = self._unsaved[0]
            if isinstance(first, _SetAside):
                await self._shelf.run(log.set_aside, self._session)
                if self._unsaved and self._unsaved[0] is first:
                    self._unsaved.popleft()
                self.stored_seq = self._snapshot_seq = 0
                continue
            group: list[Stretch] = []
            for stretch in self._unsaved:
                if isinstance(stretch, _SetAside):
                    break
                group.append(stretch)
            batch = [Append(self._session, s.after, s.records, s.records[-1].hash, s.erase) for s in group]
            results = await self._shelf.run(log.append, batch)
            if self._unsaved and self._unsaved[0] is not first:
                # Set aside meanwhile: what was stored just now goes with the rest.
                continue
            if any(isinstance(result, Conflict) for result in results):
                return False
            for _ in group:
                self._unsaved.popleft()
            self.stored_seq = group[-1].records[-1].seq
            if any(stretch.erase for stretch in group):
                # An erasure takes the snapshots along.
                self._snapshot_seq = 0
        self.saved.set()
        self._on_stored()
        return True

    async def _snapshot(self, after: int) -> None:
        world, head = self._state()
        if head is None or self._unsaved or self.stored_seq != head.seq or head.seq - self._snapshot_seq < after:
            return
        copy = world.fork()
        self._snapshot_seq = head.seq
        log = self._shelf.library.log
        await self._shelf.run(
            lambda: log.save_snapshot(self._session, head.seq, fingerprint(), freeze(copy, head.hash))
        )
