"""Writes a person's file whole or not at all."""

from __future__ import annotations

import os
import tempfile
from pathlib import Path


def write_whole(path: Path, body: bytes) -> None:
    """Write a file; a full disk or a killed program leaves the one before.

    Args:
        path: where; its folder exists.
        body: its bytes.

    Raises:
        OSError: it cannot be written; what was there stays.
    """
    with tempfile.NamedTemporaryFile(dir=path.parent, prefix=f".{path.name[:80]}.", delete=False) as draft:
        try:
            draft.write(body)
            draft.flush()
            os.fsync(draft.fileno())
            Path(draft.name).chmod(0o644)
        except OSError:
            Path(draft.name).unlink(missing_ok=True)
            raise
    try:
        # Closed before, as other systems do not rename an open file.
        Path(draft.name).replace(path)
    except OSError:
        Path(draft.name).unlink(missing_ok=True)
        raise
