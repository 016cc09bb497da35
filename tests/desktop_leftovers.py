"""What a test of the desktop must not leave behind: running timers and threads of Qt, and open windows."""

from __future__ import annotations

import weakref
from typing import TYPE_CHECKING, Any

import qasync
import shiboken6
from PySide6.QtCore import QCoreApplication, QEvent, QObject, QThread, QTimer
from PySide6.QtWidgets import QApplication

if TYPE_CHECKING:
    import asyncio
    from collections.abc import Callable

_started: weakref.WeakSet[QObject] = weakref.WeakSet()


def new_loop() -> asyncio.AbstractEventLoop:
    """Return an asyncio loop that runs on Qt's, for one test."""
    loop: asyncio.AbstractEventLoop = qasync.QEventLoop(QApplication.instance())
    return loop


def watch() -> None:
    """Remember every timer and thread that Python starts from now on."""
    for kind in (QTimer, QThread):
        start = kind.start

        def remembering(self: QObject, *args: Any, _start: Callable[..., None] = start) -> None:
            _started.add(self)
            _start(self, *args)

        kind.start = remembering  # type: ignore[method-assign]


def left() -> list[str]:
    """Return a line for each timer or thread that still runs and each window that is still open."""
    # Deleting later happens in an event loop; between tests none runs.
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
    alive = [thing for thing in _started if shiboken6.isValid(thing)]
    timers = [f"running timer: {t!r} of {t.parent()!r}" for t in alive if isinstance(t, QTimer) and t.isActive()]
    threads = [f"running thread: {t!r}" for t in alive if isinstance(t, QThread) and t.isRunning()]
    windows = [f"open window: {w!r}" for w in QApplication.topLevelWidgets() if w.isVisible()]
    return timers + threads + windows
