"""What an operator does to a relay's folder: check it, copy it while it is in use, and put a copy in its place."""

from __future__ import annotations

import json
import shutil
import sqlite3
import time
from importlib.metadata import version
from typing import TYPE_CHECKING, Final

import msgspec

from app.domain.kernel.envelope import GENESIS, BrokenRecord, unseal, verify
from app.domain.registry import REGISTRY, UnreadableEvent
from app.relay.service import KEY_FILE, LOG_FILE
from app.storage.errors import StorageBroken, StorageError, known_errors
from app.storage.folder import DataFolder
from app.storage.log import EventLog

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

ABOUT: Final = "backup.json"
"""The file in a copy that says when it was made, and by which version."""

_READ: Final = 2_000
_PAGES: Final = 4_096
"""How many pages of the file are copied in one go; the relay writes in between."""


class Finding(msgspec.Struct, frozen=True):
    """What a check says of one session.

    Attributes:
        session: which.
        records: how many of its records hold together, from the beginning.
        head: the hash of the last of them.
        fault: what is wrong with the next one: a code of `BrokenRecord`, or `unreadable`; empty when all is well.
    """

    session: str
    records: int
    head: str
    fault: str = ""


class NotCopied(Exception):
    """A copy that is not made or not put in place.

    Args:
        code: `not_empty`, `no_relay`, `no_backup`, or a code of the storage.
    """

    def __init__(self, code: str) -> None:
        super().__init__(code)
        self.code = code


def check(data: Path) -> Iterator[Finding]:
    """Read every session of a folder from its first record to its last; the relay may run meanwhile.

    Args:
        data: the relay's folder.

    Raises:
        NotCopied: `no_relay`.
        StorageError: the file itself does not hold.
    """
    path = data / LOG_FILE
    if not path.exists():
        raise NotCopied("no_relay")
    with known_errors(), _reading(path) as connection:
        if connection.execute("PRAGMA quick_check(1)").fetchone() != ("ok",):
            raise StorageBroken
    log = EventLog.open(path)
    try:
        for session in log.sessions():
            yield _checked(log, session)
    finally:
        log.close()


def _checked(log: EventLog, session: str) -> Finding:
    seq, head = 0, GENESIS
    while records := log.read(session, seq, _READ):
        for record in records:
            try:
                head = verify([record], head, seq)
                unseal(record, REGISTRY.read_event)
            except BrokenRecord as error:
                return Finding(session, seq, head, error.reason)
            except (UnreadableEvent, msgspec.ValidationError):
                return Finding(session, seq, head, "unreadable")
            seq = record.seq
    return Finding(session, seq, head)


def backup(data: Path, copy: Path, progress: Callable[[float], None] = lambda _: None) -> None:
    """Copy a relay's folder as it stands at one moment; the relay may run meanwhile.

    The keys of anonymity are left out: with them and the log one could tell who acted.

    Args:
        data: the relay's folder.
        copy: a new or empty folder.
        progress: called with the share that is done, from 0 to 1.

    Raises:
        NotCopied: `no_relay`, `not_empty`.
        StorageError: the disk is at fault.
    """
    if not (data / LOG_FILE).exists():
        raise NotCopied("no_relay")
    _make_empty(copy)
    with known_errors():
        target = sqlite3.connect(copy / LOG_FILE)
        (copy / LOG_FILE).chmod(0o600)
        try:
            with _reading(data / LOG_FILE) as source:
                source.backup(
                    target, pages=_PAGES, progress=lambda _, left, total: progress(1 - left / max(total, 1)), sleep=0.01
                )
            if target.execute("PRAGMA quick_check(1)").fetchone() != ("ok",):
                raise StorageBroken
        finally:
            target.close()
        shutil.copy(data / KEY_FILE, copy / KEY_FILE)
        about = {"cercle": version("cercle"), "at": time.time_ns() // 1_000_000}
        (copy / ABOUT).write_text(json.dumps(about) + "\n")


def restore(copy: Path, data: Path) -> None:
    """Put a copy in the place of a relay's folder.

    Args:
        copy: what `backup` made.
        data: a new or empty folder.

    Raises:
        NotCopied: `no_backup`, `not_empty`.
        StorageError: the copy does not hold, or the disk is at fault.
    """
    if not (copy / ABOUT).exists() or not (copy / LOG_FILE).exists():
        raise NotCopied("no_backup")
    _make_empty(data)
    with DataFolder.open(data), known_errors():
        for name in (LOG_FILE, KEY_FILE):
            shutil.copy(copy / name, data / name)
            (data / name).chmod(0o600)


def _make_empty(folder: Path) -> None:
    with known_errors():
        if folder.exists() and (not folder.is_dir() or any(folder.iterdir())):
            raise NotCopied("not_empty")
        folder.mkdir(mode=0o700, parents=True, exist_ok=True)


class _reading:  # noqa: N801 (a context manager that reads as a verb)
    """A connection that only reads, closed at the end."""

    def __init__(self, path: Path) -> None:
        self._path = path

    def __enter__(self) -> sqlite3.Connection:
        # The log of writes beside the file belongs to its owner: opened for reading alone, it is left as it is.
        self._connection = sqlite3.connect(f"{self._path.resolve().as_uri()}?mode=ro", uri=True)
        return self._connection

    def __exit__(self, *_: object) -> None:
        self._connection.close()


__all__ = ["ABOUT", "Finding", "NotCopied", "StorageError", "backup", "check", "restore"]
