"""A desktop in a process of its own, opened where it cannot be: it writes down what its dialog says, and closes it.

Usage: `python -m tests.e2e.desktop_trouble_process FOLDER USER`; user 0 stays who it is.
"""

from __future__ import annotations

import asyncio
import json
import os
import sys
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QApplication

from ui.bridge.loop import run_app
from ui.desktop import Launch, StartTrouble, launched
from ui.widgets.buttons import Button
from ui.widgets.labels import Label

if TYPE_CHECKING:
    from collections.abc import Iterator


def troubles() -> Iterator[StartTrouble]:
    """Give the dialogs that are open."""
    return (each for each in QApplication.topLevelWidgets() if isinstance(each, StartTrouble) and each.isVisible())


async def main(app: QApplication) -> None:
    """Open the folder, tell what is said, press the button."""
    opening = asyncio.create_task(launched(app, Launch(Path(sys.argv[1]))))
    while not opening.done():
        for dialog in troubles():
            said = [label.text() for label in dialog.findChildren(Label)]
            for button in dialog.findChildren(Button):
                button.click()
            sys.stdout.write(json.dumps({"said": said, "code": await opening}))
        await asyncio.sleep(0.02)


if __name__ == "__main__":
    # After everything is imported: the interpreter may lie where only its owner reads.
    if int(sys.argv[2]):
        os.setgid(int(sys.argv[2]))
        os.setuid(int(sys.argv[2]))
    run_app(main)
