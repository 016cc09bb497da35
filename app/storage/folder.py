"""The folder that a relay or a desktop keeps its data in: its own, private, and used by one process at a time."""

from __future__ import annotations

import os
import sys
from contextlib import ExitStack
from typing import TYPE_CHECKING, Final, Self

from app.storage.errors import StorageLocked, known_errors

if TYPE_CHECKING:
    from pathlib import Path

LOCK_NAME: Final = "lock"
"""The file whose lock says that the folder is in use."""

_LOCKED_BYTE: Final = 1 << 30
"""Windows keeps others from reading what is locked: a byte beyond the end leaves the file's content readable."""


class DataFolder:
    """A folder that this process alone may use until it is closed or the process ends, however it ends.

    Args:
        path: the folder.
        lock: the descriptor of its locked file.
    """

    def __init__(self, path: Path, lock: int) -> None:
        self.path = path
        self._lock: int | None = lock

    @classmethod
    def open(cls, path: Path) -> Self:
        """Take a folder, making it (for its owner only) when it is not there.

        Args:
            path: the folder; missing parents are made too.

        Raises:
            StorageLocked: another process, or this one, has it open.
            StorageReadOnly: it cannot be made or written.
            StorageFull: there is no room for even a few bytes.
            StorageBroken: something that is no folder stands there.
        """
        with known_errors():
            path.mkdir(mode=0o700, parents=True, exist_ok=True)
            lock = os.open(path / LOCK_NAME, os.O_RDWR | os.O_CREAT, 0o600)
            with ExitStack() as given_up:
                given_up.callback(os.close, lock)
                _take(lock)
                # Written through to the disk: a full one is found now, and the process that holds the folder is named.
                os.lseek(lock, 0, os.SEEK_SET)
                os.ftruncate(lock, 0)
                os.write(lock, f"{os.getpid()}\n".encode())
                os.fsync(lock)
                given_up.pop_all()
        return cls(path, lock)

    def close(self) -> None:
        """Let others have the folder. Closing twice does no harm."""
        if self._lock is not None:
            os.close(self._lock)
            self._lock = None

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()


if sys.platform == "win32":
    import msvcrt

    def _take(lock: int) -> None:
        os.lseek(lock, _LOCKED_BYTE, os.SEEK_SET)
        try:
            msvcrt.locking(lock, msvcrt.LK_NBLCK, 1)
        except OSError as error:
            raise StorageLocked("another process uses this folder") from error

else:
    import fcntl

    def _take(lock: int) -> None:
        # flock and not lockf: it also keeps this process from taking the folder twice.
        try:
            fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError as error:
            raise StorageLocked("another process uses this folder") from error
