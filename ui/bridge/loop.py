"""One loop for asyncio and Qt."""

import asyncio
from collections.abc import Callable, Coroutine
from typing import Any, TypeVar

import qasync
from PySide6.QtWidgets import QApplication

from ui.bridge.garbage import GarbageHere

T = TypeVar("T")


def qt_loop() -> asyncio.AbstractEventLoop:
    """Make an event loop that Qt drives; needs a QApplication."""
    loop: asyncio.AbstractEventLoop = qasync.QEventLoop(QApplication.instance())
    return loop


def run_app(
    main: Callable[[QApplication], Coroutine[Any, Any, T]],
    argv: list[str] | None = None,
) -> T:
    """Run the desktop until its main coroutine returns.

    Closing the last window ends nothing by itself: `main` decides, and has the time to put things away. What is still
    running when it returns is cancelled and awaited.

    Args:
        main: gets the application; builds the windows, waits, shuts down.
        argv: the words of the command line, for Qt.

    Returns:
        What `main` returns.
    """
    present = QApplication.instance()
    app = present if isinstance(present, QApplication) else QApplication(argv or ["cercle"])
    app.setApplicationName("Cercle")
    app.setQuitOnLastWindowClosed(False)
    with GarbageHere(app), asyncio.Runner(loop_factory=qt_loop) as runner:
        return runner.run(main(app))
