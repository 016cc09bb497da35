"""The past class that is being looked at: read from disk in the background, handed to the panels."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from app.domain.kernel.envelope import BrokenRecord
from app.domain.registry import UnreadableEvent
from app.reports.export import export
from app.reports.record import Chain, PastSession, check, read_records, read_session
from app.storage.errors import StorageError
from ui.bridge.saving import replace_file

if TYPE_CHECKING:
    import asyncio
    from pathlib import Path

    from app.storage import SeatRow
    from app.sync.shelf import Shelf
    from ui.bridge.tasks import TaskScope
    from ui.session.desk import Desk


class Past(QObject):
    """Opens past classes.

    `opened` carries a `PastSession`, or none. `checked` carries a `Chain`. `failed` carries a stable code.

    Attributes:
        session: the id of the one that was chosen, readable or not; empty for none.
        current: the open one; none when it cannot be read.

    Args:
        desk: knows the classes.
        scope: reads in the background.
        parent: the owner.
    """

    opened = Signal(object)
    checked = Signal(object)
    failed = Signal(object)

    def __init__(self, desk: Desk, scope: TaskScope, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._desk, self._scope = desk, scope
        self.session = ""
        self._reading: asyncio.Task[object] | None = None
        self.current: PastSession | None = None

    @property
    def seats(self) -> tuple[SeatRow, ...]:
        """The classes one can look back on, the last first: all that have begun to be kept here."""
        return self._desk.seats

    @property
    def seat(self) -> SeatRow | None:
        """The seat in the open one."""
        return next((seat for seat in self.seats if seat.session == self.session), None)

    @property
    def _shelf(self) -> Shelf:
        return self._desk.home.shelf

    def open(self, session: str) -> None:
        """Read a class again.

        Args:
            session: its id; an empty one closes what is open.
        """
        if self._reading is not None:
            self._reading.cancel()
        self.session = session
        self._reading = self._scope.spawn(self._open(session), name="read a past class")

    def check(self) -> None:
        """Check the chosen class's record from its first line to its last, whether or not it can be read."""
        if self.session:
            self._scope.spawn(self._check(self.session), name="check a past class")

    async def save(self, target: Path) -> None:
        """Write the open class as JSON.

        Args:
            target: the file; what stood there is replaced whole, or not at all.

        Raises:
            OSError: it cannot be written.
        """
        past = self.current
        if past is not None:
            await self._shelf.run(_write, past, target)

    async def forget(self) -> None:
        """Delete the chosen class from this computer, whether or not it can be read."""
        session, self.session, self.current = self.session, "", None
        self.opened.emit(None)
        if session:
            await self._desk.forget(session)

    async def _open(self, session: str) -> None:
        past: PastSession | None = None
        if session:
            try:
                past = await self._shelf.run(read_session, self._shelf.library.log, session)
            except (BrokenRecord, UnreadableEvent):
                self.failed.emit("record_unreadable")
            except StorageError as error:
                self.failed.emit(error.code)
        self.current = past
        self.opened.emit(past)

    async def _check(self, session: str) -> None:
        def checked() -> Chain:
            return check(read_records(self._shelf.library.log, session))

        try:
            chain = await self._shelf.run(checked)
        except StorageError as error:
            self.failed.emit(error.code)
            return
        # Another class may have been chosen meanwhile: the answer is not about that one.
        if session == self.session:
            self.checked.emit(chain)


def _write(past: PastSession, target: Path) -> None:
    replace_file(target, export(past))
