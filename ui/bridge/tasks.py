"""Tasks that belong to a widget: cancelled with it, their errors told to one handler."""

import asyncio
import logging
from collections.abc import Callable, Coroutine
from typing import Any

from PySide6.QtCore import QObject

ErrorHandler = Callable[[BaseException], None]

_log = logging.getLogger("cercle.tasks")


def log_error(error: BaseException) -> None:
    """Write an error to the log; what a scope does when nobody else was named.

    Args:
        error: as it was raised, with its traceback.
    """
    _log.error("a task failed", exc_info=error)


class ScopeClosedError(Exception):
    """A task was started in a scope that is closed.

    Attributes:
        code: stable, for messages and logs.
    """

    code = "ui.scope_closed"


class TaskScope:
    """Starts tasks from plain Qt slots and answers for them.

    A scope is cancelled when the object that owns it is destroyed, or by `cancel`. An error in a task reaches
    `on_error`; none is lost. Cancellation is no error.

    Args:
        owner: a widget or another QObject; none for a scope that someone closes by hand.
        on_error: told of every error; it shows a message, or writes the log.

    Attributes:
        on_error: the same handler, for scopes made from this one.
    """

    def __init__(self, owner: QObject | None = None, *, on_error: ErrorHandler = log_error) -> None:
        self._tasks: set[asyncio.Task[Any]] = set()
        self.on_error = on_error
        self._closed = False
        if owner is not None:
            owner.destroyed.connect(self.cancel)

    def __len__(self) -> int:
        """Count the tasks that still run."""
        return len(self._tasks)

    @property
    def closed(self) -> bool:
        """Whether no more tasks can be started."""
        return self._closed

    def running(self) -> frozenset[asyncio.Task[Any]]:
        """Give the tasks that still run."""
        return frozenset(self._tasks)

    def spawn(self, work: Coroutine[Any, Any, object], *, name: str | None = None) -> asyncio.Task[Any]:
        """Start a task.

        Args:
            work: a coroutine; needs the running loop.
            name: for logs.

        Returns:
            The task, which may be awaited or cancelled but need not be kept.

        Raises:
            ScopeClosedError: when the scope is closed; the coroutine is closed too.
        """
        if self._closed:
            work.close()
            raise ScopeClosedError
        task = asyncio.get_running_loop().create_task(work, name=name)
        self._tasks.add(task)
        task.add_done_callback(self._done)
        return task

    def child(self, owner: QObject) -> "TaskScope":
        """Make a scope for a part, with the same error handler.

        Args:
            owner: of the new scope.
        """
        return TaskScope(owner, on_error=self.on_error)

    def cancel(self, _destroyed: object = None) -> None:
        """Cancel every task and start no more."""
        self._closed = True
        for task in tuple(self._tasks):
            # A loop that is closed has cancelled its tasks already.
            if not task.get_loop().is_closed():
                task.cancel()

    async def close(self) -> None:
        """Cancel every task and wait until the last has put its things away."""
        self.cancel()
        current = asyncio.current_task()
        others = [task for task in self._tasks if task is not current]
        await asyncio.gather(*others, return_exceptions=True)

    def _done(self, task: asyncio.Task[Any]) -> None:
        self._tasks.discard(task)
        if not task.cancelled() and (error := task.exception()) is not None:
            self.on_error(error)
