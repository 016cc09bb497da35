"""Disks that say no: one without room, one that may not be written."""

from __future__ import annotations

import os
import subprocess
import tempfile
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from collections.abc import Iterator

NOBODY = 65534


@pytest.fixture
def small_disk(tmp_path: Path) -> Iterator[Path]:
    """Give a file system of one megabyte; skip where this process may not mount one."""
    place = tmp_path / "small"
    place.mkdir()
    mount = subprocess.run(
        ["mount", "-t", "tmpfs", "-o", "size=1m", "cercle-test", str(place)], capture_output=True, check=False
    )
    if mount.returncode != 0:
        pytest.skip("mounting needs more rights than this process has")
    yield place
    if subprocess.run(["umount", str(place)], check=False).returncode != 0:
        subprocess.run(["umount", "--lazy", str(place)], check=True)
        pytest.fail("left behind: an open file on the small disk", pytrace=False)


@pytest.fixture
def unprivileged() -> Iterator[Path]:
    """Give a folder of ours while this process has no rights beyond those of its modes, also when root runs it."""
    # Not below pytest's own folder, which is closed to nobody.
    with tempfile.TemporaryDirectory(dir="/tmp") as name:
        if os.geteuid() != 0:
            yield Path(name)
            return
        os.chown(name, NOBODY, NOBODY)
        os.seteuid(NOBODY)
        try:
            yield Path(name)
        finally:
            os.seteuid(0)
