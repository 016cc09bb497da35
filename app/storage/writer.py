"""The thread that touches one database file, so that nobody who must not wait waits for the disk."""

from __future__ import annotations

from concurrent.futures import Future, ThreadPoolExecutor
from typing import TYPE_CHECKING, ParamSpec, Self, TypeVar

if TYPE_CHECKING:
    from collections.abc import Callable

P = ParamSpec("P")
R = TypeVar("R")


class Writer:
    """Runs calls one after another, in the order in which they were asked for, on a thread of its own.

    It knows no event loop: asyncio callers use `asyncio.wrap_future`, and shield what must not be cancelled before it
    begins.

    Args:
        name: the thread's name.
    """

    def __init__(self, name: str = "storage") -> None:
        self._executor = ThreadPoolExecutor(max_workers=1, thread_name_prefix=name)

    def call(self, function: Callable[P, R], /, *args: P.args, **kwargs: P.kwargs) -> Future[R]:
        """Run a function after everything asked for before it.

        Args:
            function: what to run.
            args: its arguments.
            kwargs: its named arguments.

        Returns:
            A future of what it returns or raises.

        Raises:
            RuntimeError: the writer is closed.
        """
        return self._executor.submit(function, *args, **kwargs)

    def close(self) -> None:
        """Finish everything asked for, then end the thread. Closing twice does no harm."""
        self._executor.shutdown(wait=True)

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()
