"""The Qt binding survives the number of calls that a long class makes."""

from __future__ import annotations

import subprocess
import sys

import pytest

CALLS = 100_000

EMITS = f"""
from PySide6.QtCore import QObject, Signal

class Source(QObject):
    happened = Signal(object)

heard = 0

def hear(_value):
    global heard
    heard += 1

source = Source()
source.happened.connect(hear)
for number in range({CALLS}):
    source.happened.emit(number)
assert heard == {CALLS}, heard
"""

TEXTS = f"""
from PySide6.QtWidgets import QApplication, QLabel

application = QApplication([])
label = QLabel()
for number in range({CALLS}):
    label.setText(str(number))
assert label.text() == str({CALLS} - 1), label.text()
"""


@pytest.mark.parametrize("program", [EMITS, TEXTS], ids=["emit", "setText"])
def test_a_hundred_thousand_calls_do_not_end_the_process(program: str):
    """Some versions lose a reference to None per void call, until the process aborts; in a process apart, for that."""
    ended = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=False)

    assert ended.returncode == 0, ended.stderr
