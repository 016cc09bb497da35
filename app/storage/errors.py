"""How the disk says no: one type with a stable code for each way, and the one place that knows SQLite's own words."""

from __future__ import annotations

import errno
import sqlite3
from contextlib import contextmanager
from typing import TYPE_CHECKING, ClassVar, Final

from sqlalchemy.exc import DBAPIError

if TYPE_CHECKING:
    from collections.abc import Iterator


class StorageError(Exception):
    """The disk, not the program, is at fault; nothing of what was asked has been half done.

    Attributes:
        code: a stable code; clients map it to words.
    """

    code: ClassVar[str] = "storage_broken"


class StorageFull(StorageError):
    """No room is left on the disk."""

    code: ClassVar[str] = "storage_full"


class StorageReadOnly(StorageError):
    """The folder or the file may not be written."""

    code: ClassVar[str] = "storage_read_only"


class StorageNewer(StorageError):
    """A newer version of the program wrote this file."""

    code: ClassVar[str] = "storage_newer"


class StorageLocked(StorageError):
    """Another process uses this folder or file."""

    code: ClassVar[str] = "storage_locked"


class StorageBroken(StorageError):
    """The file is damaged or no file of ours, or the disk fails."""

    code: ClassVar[str] = "storage_broken"


_BY_EXTENDED_CODE: Final[dict[int, type[StorageError]]] = {
    # On a full disk the shared-memory file of the WAL is the first that cannot grow.
    sqlite3.SQLITE_IOERR_SHMSIZE: StorageFull,
}
_BY_PRIMARY_CODE: Final[dict[int, type[StorageError]]] = {
    sqlite3.SQLITE_FULL: StorageFull,
    sqlite3.SQLITE_READONLY: StorageReadOnly,
    sqlite3.SQLITE_PERM: StorageReadOnly,
    sqlite3.SQLITE_CANTOPEN: StorageReadOnly,
    sqlite3.SQLITE_BUSY: StorageLocked,
    sqlite3.SQLITE_LOCKED: StorageLocked,
    sqlite3.SQLITE_IOERR: StorageBroken,
    sqlite3.SQLITE_CORRUPT: StorageBroken,
    sqlite3.SQLITE_NOTADB: StorageBroken,
}
_BY_ERRNO: Final[dict[int, type[StorageError]]] = {
    errno.ENOSPC: StorageFull,
    errno.EDQUOT: StorageFull,
    errno.EROFS: StorageReadOnly,
    errno.EACCES: StorageReadOnly,
    errno.EPERM: StorageReadOnly,
}


def from_sqlite(error: sqlite3.Error) -> StorageError | None:
    """Return what a SQLite error means, or None when it is a mistake of the program and no error of the disk."""
    extended: int | None = getattr(error, "sqlite_errorcode", None)
    if extended is None:
        return None
    kind = _BY_EXTENDED_CODE.get(extended) or _BY_PRIMARY_CODE.get(extended & 0xFF)
    return None if kind is None else kind(str(error))


def from_os(error: OSError) -> StorageError:
    """Return what an error of the operating system means for a data folder."""
    return _BY_ERRNO.get(error.errno or 0, StorageBroken)(str(error))


@contextmanager
def known_errors() -> Iterator[None]:
    """Raise errors of the disk as `StorageError`; let the program's own mistakes through as they are."""
    try:
        yield
    except DBAPIError as error:
        known = from_sqlite(error.orig) if isinstance(error.orig, sqlite3.Error) else None
        if known is None:
            raise
        raise known from error
    except sqlite3.Error as error:
        known = from_sqlite(error)
        if known is None:
            raise
        raise known from error
    except OSError as error:
        raise from_os(error) from error
