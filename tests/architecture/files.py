"""The files of this repository, as git counts them: committed, or new and not ignored."""

from __future__ import annotations

import subprocess
from pathlib import Path
from typing import Final

ROOT: Final = Path(__file__).parents[2]


def project_files(*under: str) -> list[Path]:
    """Return the project's files, relative to its root.

    Args:
        under: folders to look in; all when none is named.
    """
    command = ["git", "ls-files", "-z", "--cached", "--others", "--exclude-standard", "--", *under]
    listed = subprocess.run(command, cwd=ROOT, capture_output=True, check=True).stdout.decode()
    return [path for name in listed.split("\0") if name and (ROOT / (path := Path(name))).is_file()]


def text_of(path: Path) -> str | None:
    """Return a file's text, or None when it holds none."""
    try:
        return (ROOT / path).read_text(encoding="utf-8")
    except UnicodeDecodeError:
        return None
