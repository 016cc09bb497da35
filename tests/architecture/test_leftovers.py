"""The house rules of tests/conftest.py bite: a test that leaves something behind fails."""

from __future__ import annotations

import pytest

from tests.rules import told_of

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


SAMPLES = {
    "tidy": (CLEAN, ""),
    "thread": (IMPATIENT + THREAD, "running thread"),
    "task": (IMPATIENT + TASK, "running task"),
    "lost_error": (LOST_ERROR, "error in the loop"),
    "warning": (WARNING, "look out"),
    "unraisable": (UNRAISABLE, "nobody hears this"),
}
"""Tests by what they leave behind, and what is to be said of it."""


@pytest.fixture(scope="module")
def told(tmp_path_factory: pytest.TempPathFactory) -> dict[str, str]:
    """What is told of each."""
    return told_of(tmp_path_factory.mktemp("samples"), {name: source for name, (source, _) in SAMPLES.items()})


def test_a_tidy_test_passes(told: dict[str, str]):
    """The rules leave honest tests alone."""
    assert told["tidy"] == ""


@pytest.mark.parametrize("kind", [kind for kind in SAMPLES if kind != "tidy"])
def test_what_is_left_behind_fails_the_test(told: dict[str, str], kind: str):
    """Each kind of leftover ends its test with a failure that names it."""
    assert SAMPLES[kind][1] in told[kind]
