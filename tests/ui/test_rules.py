"""The rules for tests of the desktop bite: Qt's loop under async tests, no Qt warnings, no timers or windows left."""

from __future__ import annotations

import asyncio
from typing import TYPE_CHECKING

import pytest
import qasync
from PySide6.QtCore import QTimer

from tests.e2e.windows import Windows
from tests.rules import told_of
from ui.shell.panels import Mode

if TYPE_CHECKING:
    from pathlib import Path

QT_WARNING = """
from PySide6.QtCore import qWarning

def test_it(qapp):
    qWarning("look out")
"""
TIMER = """
from PySide6.QtCore import QTimer

def test_it(qapp):
    test_it.timer = QTimer()
    test_it.timer.start(1000)
"""
WINDOW = """
from PySide6.QtWidgets import QWidget

def test_it(qapp):
    test_it.window = QWidget()
    test_it.window.show()
"""
SLOT_ERROR = """
from PySide6.QtCore import QTimer

def fail():
    raise ValueError("nobody hears this")

def test_it(qtbot):
    timer = QTimer()
    timer.setSingleShot(True)
    timer.timeout.connect(fail)
    with qtbot.waitSignal(timer.timeout):
        timer.start(0)
"""


async def test_async_tests_run_on_the_loop_of_qt():
    """A Qt timer fires while a test awaits, and a thread's result comes back."""
    fired: asyncio.Future[None] = asyncio.get_running_loop().create_future()
    timer = QTimer()
    timer.setSingleShot(True)
    timer.timeout.connect(lambda: fired.set_result(None))
    timer.start(0)

    await fired

    assert isinstance(asyncio.get_running_loop(), qasync.QEventLoop)
    assert await asyncio.to_thread(int, "7") == 7


SAMPLES = {
    "desktop_warning": (QT_WARNING, "look out"),
    "desktop_timer": (TIMER, "running timer"),
    "desktop_window": (WINDOW, "open window"),
    "desktop_slot": (SLOT_ERROR, "nobody hears this"),
}
"""Tests by what they leave behind, and what is to be said of it."""


@pytest.fixture(scope="module")
def told(tmp_path_factory: pytest.TempPathFactory) -> dict[str, str]:
    """What is told of each."""
    return told_of(tmp_path_factory.mktemp("samples"), {name: source for name, (source, _) in SAMPLES.items()})


@pytest.mark.parametrize("kind", SAMPLES)
def test_what_is_left_behind_fails_the_test(told: dict[str, str], kind: str):
    """Each kind of leftover ends its test with a failure that names it."""
    assert SAMPLES[kind][1] in told[kind]


@pytest.mark.usefixtures("qapp")
async def test_all_that_the_desktop_offers_stands_in_one_window(tmp_path: Path):
    """Every panel of every mode is built beside the others, and no two actions have one name or one key."""
    async with Windows() as windows:
        desktop = await windows.open(tmp_path / "data")
        await windows.start(desktop)
        for mode in Mode:
            assert desktop.window.page(mode) is not None
