"""Closing a window properly: first refuse, put things away, then close for good."""

from collections.abc import Awaitable, Callable

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QCloseEvent
from PySide6.QtWidgets import QWidget

from ui.bridge.tasks import TaskScope


class Closing(QObject):
    """The closing protocol of one window.

    The window calls `handle` in its `closeEvent`. The first event is refused and `shutdown` awaited; when it returns
    true the window is closed again, and now it may; when it returns false (the person thought better of it) the window
    stays. `closed` is emitted once, after the last.

    Args:
        window: to close.
        scope: runs the shutdown.
        shutdown: asks, saves and stops; tells whether to go on.
    """

    closed = Signal()

    def __init__(self, window: QWidget, scope: TaskScope, shutdown: Callable[[], Awaitable[bool]]) -> None:
        super().__init__(window)
        self._window, self._scope, self._shutdown = window, scope, shutdown
        self._running = False
        self._done = False

    def handle(self, event: QCloseEvent) -> None:
        """Answer a close event.

        Args:
            event: of the window; ignored until the shutdown is over.
        """
        if self._done:
            event.accept()
            return
        event.ignore()
        if not self._running:
            self._running = True
            self._scope.spawn(self._close(), name="closing")

    async def _close(self) -> None:
        try:
            self._done = await self._shutdown()
        finally:
            self._running = False
        if self._done:
            self._window.close()
            self.closed.emit()
