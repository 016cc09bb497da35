"""Many updates become one call a frame."""

from collections.abc import Callable
from typing import Generic, TypeVar

from PySide6.QtCore import QObject, Qt, QTimer

T = TypeVar("T")

FRAME_MS = 33
"""The length of a frame in milliseconds: thirty a second, which reads as immediate."""


class FrameGather(QObject, Generic[T]):
    """Gathers what arrives within a frame and hands it over at once, in order.

    The first update after a rest is handed over when the loop comes round, so that a single keystroke does not wait;
    those that follow wait for the frame's end.

    Args:
        flush: gets everything that arrived since the last call, at least one.
        parent: the owner; the gather goes with it.
    """

    def __init__(self, flush: Callable[[tuple[T, ...]], object], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._flush = flush
        self._waiting: list[T] = []
        self._timer = QTimer(self)
        self._timer.setTimerType(Qt.TimerType.PreciseTimer)
        self._timer.setSingleShot(True)
        self._timer.timeout.connect(self._frame)

    def add(self, update: T) -> None:
        """Take an update.

        Args:
            update: handed over within a frame.
        """
        self._waiting.append(update)
        if not self._timer.isActive():
            self._timer.start(0)

    def flush(self) -> None:
        """Hand over now what waits, before the frame's end."""
        self._timer.stop()
        if self._waiting:
            waiting, self._waiting = tuple(self._waiting), []
            self._flush(waiting)

    def _frame(self) -> None:
        if self._waiting:
            waiting, self._waiting = tuple(self._waiting), []
            # Started first: what the flush itself causes belongs to the next frame.
            self._timer.start(FRAME_MS)
            self._flush(waiting)
