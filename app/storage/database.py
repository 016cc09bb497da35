"""One SQLite file: opened with care, migrated after a copy, written by one at a time, wiped after an erasure."""

from __future__ import annotations

import logging
import os
import sqlite3
import threading
import time
from contextlib import ExitStack, contextmanager
from typing import TYPE_CHECKING, Any, Final, Self

from sqlalchemy import URL, Connection, Engine, create_engine, event, text
from sqlalchemy.dialects.sqlite import insert

from app.storage import migrations
from app.storage.errors import StorageBroken, StorageError, StorageLocked, StorageNewer, known_errors
from app.storage.tables import MARKS

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

BUSY_TIMEOUT_S: Final = 5.0
"""How long another connection's lock is waited for, in seconds."""

_WIPE: Final = "wipe"
_PRAGMAS: Final = (
    "PRAGMA journal_mode=WAL",
    "PRAGMA synchronous=FULL",
    "PRAGMA foreign_keys=ON",
    "PRAGMA secure_delete=ON",
)
_log = logging.getLogger(__name__)


class Database:
    """A Cercle file. Its methods may be called from any thread; writers wait for one another, readers for nobody.

    Args:
        path: the file.
        engine: SQLAlchemy's engine on it.
    """

    def __init__(self, path: Path, engine: Engine) -> None:
        self.path = path
        self._engine = engine
        # A reader that becomes a writer midway can be refused without waiting; one that starts as a writer waits.
        self._writing = engine.execution_options(begin="BEGIN IMMEDIATE")
        self._lock = threading.RLock()

    @classmethod
    def open(cls, path: Path) -> Self:
        """Open a file, making it or bringing it up to date as needed.

        A file of an older layout is first copied beside itself (see `backups`).

        Args:
            path: the file; its folder exists.

        Raises:
            StorageError: the file is newer, broken, locked, not to be written, or the disk is full.
        """
        with known_errors():
            # Tokens and texts are nobody else's; SQLite gives its other files the same mode.
            os.close(os.open(path, os.O_RDWR | os.O_CREAT, 0o600))
        database = cls(path, _engine(path))
        with ExitStack() as given_up:
            given_up.callback(database.close)
            database._bring_up_to_date()
            database.wipe_if_due()
            given_up.pop_all()
        return database

    def close(self) -> None:
        """Close the file. The last one to close it leaves a single file behind."""
        with known_errors():
            self._engine.dispose()

    @contextmanager
    def reading(self) -> Iterator[Connection]:
        """Give a connection that sees one unchanging state of the file.

        Raises:
            StorageError: the disk is at fault.
        """
        with known_errors(), self._engine.connect() as connection:
            yield connection

    @contextmanager
    def writing(self) -> Iterator[Connection]:
        """Give a connection in a transaction: durable when the block ends, undone when it raises.

        Raises:
            StorageError: the disk is at fault; unless it failed in the very last step, nothing was written.
        """
        with self._lock, known_errors(), self._writing.begin() as connection:
            yield connection

    def backups(self) -> list[Path]:
        """Return the copies made before migrations, oldest first."""
        with known_errors():
            return sorted(self.path.parent.glob(f"{_literal(self.path.name)}.*.backup"))

    def wipe_later(self, connection: Connection) -> None:
        """Note, in the transaction of an erasure, that its bytes are still to be wiped from the files."""
        note = insert(MARKS).values(name=_WIPE, value=1)
        connection.execute(note.on_conflict_do_nothing())

    def wipe_if_due(self) -> bool:
        """Wipe what erasures freed, and delete copies older than them; return whether none of it is left.

        A failure is logged and leaves the note in place: the next erasure or opening tries again.
        """
        with self._lock:
            with self.reading() as connection:
                due = connection.execute(MARKS.select().where(MARKS.c.name == _WIPE)).first()
            if due is None:
                return True
            try:
                self._wipe()
            except StorageError as error:
                _log.warning("erased bytes are not yet wiped from %s: %s", self.path.name, error.code)
                return False
            return True

    def _wipe(self) -> None:
        with known_errors():
            raw = self._engine.raw_connection()
            try:
                cursor = raw.cursor()
                # secure_delete zeroes a freed cell, but not the copies that page splits left behind it: only a rebuilt
                # file is free of them. The log of writes holds the old pages until it is cut to nothing.
                cursor.execute("VACUUM")
                busy = cursor.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchone()[0]
                cursor.close()
            finally:
                raw.close()
            if busy:
                raise StorageLocked("a reader holds the old pages")
            for backup in self.backups():
                backup.unlink()
        with self.writing() as connection:
            connection.execute(MARKS.delete().where(MARKS.c.name == _WIPE))

    def _bring_up_to_date(self) -> None:
        # Asking for the write lock first finds a file that cannot be written, and keeps two starters apart.
        with self.writing() as connection:
            revision = _revision(connection)
            if revision == migrations.REVISIONS[-1]:
                return
            if revision is None:
                migrations.make(connection)
                return
            if revision not in migrations.REVISIONS:
                raise StorageNewer(f"layout {revision}")
            self._back_up(revision)
            migrations.upgrade(connection)

    def _back_up(self, revision: str) -> None:
        stamp = time.strftime("%Y%m%dT%H%M%SZ", time.gmtime())
        target = self.path.with_name(f"{self.path.name}.{stamp}-{revision}.backup")
        unfinished = target.with_suffix(".unfinished")
        unfinished.unlink(missing_ok=True)
        raw = self._engine.raw_connection()
        try:
            # VACUUM INTO writes a whole, settled file; its size is what is in use, without wiped pages.
            raw.cursor().execute("VACUUM INTO ?", (str(unfinished),))
        finally:
            raw.close()
        unfinished.chmod(0o600)
        with unfinished.open("rb+") as copy:
            os.fsync(copy.fileno())
        unfinished.replace(target)


def _engine(path: Path) -> Engine:
    engine = create_engine(
        URL.create("sqlite", database=str(path)),
        # Transactions are begun by the listener below, not guessed from the statement by the driver.
        connect_args={"timeout": BUSY_TIMEOUT_S, "check_same_thread": False, "isolation_level": None},
    )

    def set_up(connection: Any, _record: object) -> None:
        try:
            for pragma in _PRAGMAS:
                connection.execute(pragma).close()
        except sqlite3.Error:
            # The pool forgets a connection that it could not set up, and with it an open file.
            connection.close()
            raise

    def begin(connection: Connection) -> None:
        connection.exec_driver_sql(connection.get_execution_options().get("begin", "BEGIN"))

    event.listen(engine, "connect", set_up)
    event.listen(engine, "begin", begin)
    return engine


def _revision(connection: Connection) -> str | None:
    """Return the layout that a file names; None for an empty file."""
    names = set(connection.execute(text("SELECT name FROM sqlite_master WHERE type = 'table'")).scalars())
    if not names:
        return None
    if "alembic_version" not in names:
        raise StorageBroken("a SQLite file of another program")
    return str(connection.execute(text("SELECT version_num FROM alembic_version")).scalar_one())


def _literal(name: str) -> str:
    """Return a glob pattern that matches a name and nothing else."""
    return "".join(f"[{letter}]" if letter in "*?[" else letter for letter in name)
