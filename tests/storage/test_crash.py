"""A process killed at any moment loses nothing that it was told is durable, and doubles nothing."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path
from typing import TYPE_CHECKING

from app.domain.kernel.envelope import digest, verify
from app.storage.folder import DataFolder
from app.storage.log import EventLog
from tests.storage.writing_process import SESSIONS

if TYPE_CHECKING:
    from collections.abc import Sequence

ROOT = Path(__file__).parents[2]
GROUPS_BEFORE_EACH_KILL = (1, 3, 39, 8, 41)
"""How many acknowledged groups the process is let live for; every fortieth erases, which wipes the file."""


def killed_after(groups: int, arguments: Sequence[str]) -> list[tuple[int, ...]]:
    """Start a writing process, kill it with -9 after some groups, and return all that it acknowledged."""
    command = [sys.executable, "-m", "tests.storage.writing_process", *arguments]
    with subprocess.Popen(command, cwd=ROOT, stdout=subprocess.PIPE, text=True) as process:
        assert process.stdout is not None
        said = [process.stdout.readline() for _ in range(groups)]
        process.kill()
        # What it said between the last line read and its death counts too; a torn last line does not.
        said += [line for line in process.stdout if line.endswith("\n")]
    assert all(said), "the process ended by itself"
    return [tuple(map(int, line.split())) for line in said]


def test_what_was_acknowledged_survives_the_kill(tmp_path: Path):
    """After each of several kills: all acknowledged places are there, whole, once, and the process can go on."""
    path = tmp_path / "relay.db"
    for groups in GROUPS_BEFORE_EACH_KILL:
        acknowledged = killed_after(groups, [str(path)])

        log = EventLog.open(path)
        logs = {session: log.read(session, limit=1_000_000) for session in SESSIONS}
        snapshot = log.load_snapshot("a", "f")
        log.close()
        for session, promised in zip(SESSIONS, acknowledged[-1], strict=True):
            records = logs[session]
            assert verify(records) == records[-1].hash
            assert len(records) >= promised
            assert len({digest(record.body) for record in records}) == len(records)
        # Both sessions' appends were one group: the one is where the other is.
        assert len(logs["a"]) == len(logs["b"])
        assert snapshot is None or snapshot[1] == b"state" * 2000


def test_a_killed_process_gives_its_folder_back(tmp_path: Path):
    """The lock is the operating system's: it dies with whoever held it."""
    hold = "import sys, pathlib; from app.storage import DataFolder; f = DataFolder.open(pathlib.Path(sys.argv[1]))"
    command = [sys.executable, "-c", f"{hold}; print('held', flush=True); sys.stdin.read()", str(tmp_path)]
    with subprocess.Popen(command, cwd=ROOT, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True) as process:
        assert process.stdout is not None
        assert process.stdout.readline() == "held\n"
        process.kill()

    DataFolder.open(tmp_path).close()
