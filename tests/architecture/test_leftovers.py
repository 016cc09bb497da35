"""The house rules of tests/conftest.py bite: a test that leaves something behind fails."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]

IMPATIENT = """
from tests import leftovers
leftovers.PATIENCE_S = 0.1
"""
CLEAN = """
import asyncio, threading

async def test_it():
    task = asyncio.create_task(asyncio.sleep(0))
    await task
    await asyncio.to_thread(int)
"""
THREAD = """
import threading

def test_it():
    threading.Thread(target=threading.Event().wait, daemon=True).start()
"""
TASK = """
import asyncio

async def test_it():
    test_it.kept = asyncio.create_task(asyncio.Event().wait())
"""
LOST_ERROR = """
import asyncio

async def fail():
    raise ValueError("nobody hears this")

async def test_it():
    asyncio.create_task(fail())
    await asyncio.sleep(0)
    await asyncio.sleep(0)
"""
WARNING = """
import warnings

def test_it():
    warnings.warn("look out")
"""
UNRAISABLE = """
class Leaving:
    def __del__(self):
        raise ValueError("nobody hears this")

def test_it():
    Leaving()
"""


def run_sample(folder: Path, source: str, name: str = "test_sample.py") -> tuple[int, str]:
    """Run one file of tests under the rules of this repository; return the exit code and the output."""
    sample = folder / name
    sample.write_text(source, encoding="utf-8")
    rules = [
        "-p",
        "tests.conftest",
        "-p",
        "no:cacheprovider",
        "-c",
        str(ROOT / "pyproject.toml"),
        "--rootdir",
        str(folder),
    ]
    command = [sys.executable, "-m", "pytest", *rules, str(sample)]
    ended = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
    return ended.returncode, ended.stdout + ended.stderr


def test_a_tidy_test_passes(tmp_path: Path):
    """The rules leave honest tests alone."""
    code, output = run_sample(tmp_path, CLEAN)

    assert code == 0, output


@pytest.mark.parametrize(
    ("source", "said"),
    [
        (IMPATIENT + THREAD, "running thread"),
        (IMPATIENT + TASK, "running task"),
        (LOST_ERROR, "error in the loop"),
        (WARNING, "look out"),
        (UNRAISABLE, "nobody hears this"),
    ],
    ids=["thread", "task", "lost error", "warning", "unraisable"],
)
def test_what_is_left_behind_fails_the_test(tmp_path: Path, source: str, said: str):
    """Each kind of leftover ends the run with a failure that names it."""
    code, output = run_sample(tmp_path, source)

    assert code == 1, output
    assert said in output
