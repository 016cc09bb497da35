"""The keys of anonymity, one for each session: files of their own, beside the log and in none of its copies."""

from __future__ import annotations

import os
import secrets
from typing import TYPE_CHECKING, Final

from app.storage.errors import known_errors

if TYPE_CHECKING:
    from pathlib import Path

    from app.domain.kernel.words import SessionId

_BYTES: Final = 32


class MaskKeys:
    """The folder of keys.

    Args:
        folder: made when the first key is.
    """

    def __init__(self, folder: Path) -> None:
        self._folder = folder

    def key(self, session: SessionId) -> bytes:
        """Return a session's key, made on first use; it is on the disk before it is used.

        Raises:
            StorageError: it can be neither read nor written.
        """
        path = self._folder / session
        with known_errors():
            if path.exists() and len(found := path.read_bytes()) == _BYTES:
                return found
            self._folder.mkdir(mode=0o700, exist_ok=True)
            made = secrets.token_bytes(_BYTES)
            descriptor = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600)
            with os.fdopen(descriptor, "wb") as file:
                file.write(made)
                file.flush()
                os.fsync(file.fileno())
            return made

    def forget(self, session: SessionId) -> None:
        """Delete a session's key: from then on nobody can tell who was behind an alias.

        Raises:
            StorageError: it cannot be deleted.
        """
        with known_errors():
            (self._folder / session).unlink(missing_ok=True)
