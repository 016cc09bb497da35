"""Python's garbage is collected in Qt's own thread: a Qt object that another thread frees takes the program down."""

import gc
from types import TracebackType
from typing import Self

from PySide6.QtCore import QObject, QTimer

EVERY_MS = 500
"""How often to look whether there is enough garbage to be worth it, in milliseconds."""


class GarbageHere(QObject):
    """While it is entered, cycles of objects are collected in this thread only, as often as Python itself would.

    The library's thread allocates too, and would otherwise be the one that happens to collect a closed dialog.

    Args:
        parent: the owner.
    """

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._timer = QTimer(self)
        self._timer.setInterval(EVERY_MS)
        self._timer.timeout.connect(self.look)

    def look(self) -> None:
        """Collect the oldest generation that has grown beyond its threshold."""
        grown = [
            n for n, (count, limit) in enumerate(zip(gc.get_count(), gc.get_threshold(), strict=True)) if count > limit
        ]
        if grown:
            gc.collect(grown[-1])

    def __enter__(self) -> Self:
        """Take collecting over."""
        gc.disable()
        self._timer.start()
        return self

    def __exit__(
        self, _kind: type[BaseException] | None, _error: BaseException | None, _traceback: TracebackType | None
    ) -> None:
        """Give it back to Python."""
        self._timer.stop()
        gc.enable()
