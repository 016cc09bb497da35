"""Where a staff client keeps things: its library, asked on the library's own thread, and what it needs of it."""

from __future__ import annotations

import asyncio
from typing import TYPE_CHECKING, ParamSpec, TypeVar

import msgspec

from app.domain.kernel.messages import Command
from app.domain.kernel.refusal import Refusal
from app.storage.library import Library, OutboxEntry, OutboxState
from app.sync.outbox import Entry, EntryState
from app.sync.replica import BrokenChain, Replica
from app.sync.snapshots import BrokenSnapshot, fingerprint

if TYPE_CHECKING:
    from collections.abc import Callable
    from concurrent.futures import Future

    from app.domain.kernel.messages import Stale
    from app.domain.registry import Registry
    from app.storage.writer import Writer

P = ParamSpec("P")
R = TypeVar("R")

_PAGE = 500


class Opened(msgspec.Struct, frozen=True):
    """A session as the disk holds it.

    Attributes:
        replica: folded.
        entries: the outbox.
        commands: the entries' commands by id; one that cannot be read is left out.
        snapshot_seq: the place of the newest snapshot; 0 without one.
        read: how far one had read in each channel.
        problem: why the log on disk could not be used and was set aside; empty when all is well.
    """

    replica: Replica
    entries: tuple[Entry, ...]
    commands: dict[str, Command]
    snapshot_seq: int
    read: dict[str, int] = {}
    problem: str = ""


class Shelf:
    """A library and the thread that touches it.

    Args:
        library: open, and left open.
        writer: the library's thread.
    """

    def __init__(self, library: Library, writer: Writer) -> None:
        self.library = library
        self._writer = writer

    def call(self, function: Callable[P, R], /, *args: P.args, **kwargs: P.kwargs) -> Future[R]:
        """Run a function on the library's thread, after everything asked for before it."""
        return self._writer.call(function, *args, **kwargs)

    async def run(self, function: Callable[P, R], /, *args: P.args, **kwargs: P.kwargs) -> R:
        """Run a function on the library's thread and wait for it; a cancelled wait does not undo it."""
        return await asyncio.shield(asyncio.wrap_future(self._writer.call(function, *args, **kwargs)))

    def load(self, session: str, registry: Registry) -> Opened:
        """Read a session from disk; to be run on the library's thread.

        Raises:
            UnreadableEvent: a newer version of the software wrote the log.
            StorageError: the disk is at fault.
        """
        problem = ""
        try:
            replica, snapshot_seq = self._replica(session, registry)
        except BrokenChain as error:
            problem = error.reason
            self.library.log.set_aside(session, "broken")
            replica, snapshot_seq = Replica(session, registry), 0
        entries: list[Entry] = []
        commands: dict[str, Command] = {}
        for row in self.library.outbox(session):
            try:
                command = registry.read_command(row.command)
            except Refusal:
                # Written by another version of the software: it stays on disk, for that version.
                continue
            commands[row.id] = command
            entries.append(entry_from(row, type(command).stale))
        return Opened(replica, tuple(entries), commands, snapshot_seq, self.library.read_marks(session), problem)

    def _replica(self, session: str, registry: Registry) -> tuple[Replica, int]:
        log = self.library.log
        replica, snapshot_seq = Replica(session, registry), 0
        found = log.load_snapshot(session, fingerprint())
        if found is not None:
            try:
                replica = Replica.restore(session, found[1], registry)
                snapshot_seq = found[0]
            except BrokenSnapshot:
                # The log itself is what counts; a snapshot only saves time.
                replica = Replica(session, registry)
        while records := log.read(session, replica.world.seq, _PAGE):
            replica.fold(records)
        return replica, snapshot_seq


def row_from(session: str, entry: Entry) -> OutboxEntry:
    """Return an entry as the library keeps it. What is on disk may have been sent, so no row says that it was not."""
    done = entry.state is EntryState.ACKED
    return OutboxEntry(
        id=entry.id,
        session=session,
        seen=entry.seen,
        command=entry.command,
        composed_at=entry.composed_at,
        state=OutboxState.ACKED if done else OutboxState.SENT,
        acked_seq=entry.acked_seq if done else None,
    )


def entry_from(row: OutboxEntry, stale: Stale) -> Entry:
    """Return an entry from the library's row."""
    done = row.state is OutboxState.ACKED
    return Entry(
        id=row.id,
        command=row.command,
        stale=stale,
        seen=row.seen,
        composed_at=row.composed_at,
        state=EntryState.ACKED if done else EntryState.WAITING,
        acked_seq=row.acked_seq or 0,
    )
