"""Slow work on a thread of its own, awaited from Qt's."""

import asyncio
from collections.abc import Callable
from typing import Generic, ParamSpec, TypeVar

from PySide6.QtCore import QThread

P = ParamSpec("P")
R = TypeVar("R")


class _Work(QThread, Generic[R]):
    """Runs a function once. A thread of Qt's own, since what lays out texts wants its timers there."""

    def __init__(self, act: Callable[[], R], done: Callable[[], object]) -> None:
        super().__init__()
        self._act, self._done = act, done
        self.told: list[R] = []
        self.error: BaseException | None = None

    def run(self) -> None:
        """Run it."""
        try:
            self.told.append(self._act())
        except BaseException as error:  # noqa: BLE001 (raised again where it is awaited)
            self.error = error
        self._done()


async def apart(function: Callable[P, R], *args: P.args, **kwargs: P.kwargs) -> R:
    """Run a function on another thread, and wait for what it returns.

    Args:
        function: reads files, lays out pages; touches no widget, and leaves no Qt object behind.
        args: its arguments.
        kwargs: its named arguments.
    """
    loop = asyncio.get_running_loop()
    done = asyncio.Event()
    work = _Work(lambda: function(*args, **kwargs), lambda: loop.call_soon_threadsafe(done.set))
    work.start()
    try:
        await done.wait()
    finally:
        # Its last steps, or, when the one who asked has gone, the rest of it: a file is written whole.
        work.wait()
    if work.error is not None:
        raise work.error
    return work.told[0]
