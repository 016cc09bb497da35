"""What one client has asked of the disk and does not wait for."""

from __future__ import annotations

import asyncio
from typing import TYPE_CHECKING, Any

from app.storage.errors import StorageError

if TYPE_CHECKING:
    from collections.abc import Callable
    from concurrent.futures import Future

    from app.sync.shelf import Shelf


class DiskCalls:
    """Calls on the library's thread that are under way."""

    def __init__(self, shelf: Shelf, on_problem: Callable[[StorageError], None]) -> None:
        """Begin with none.

        Args:
            shelf: whose thread carries them out.
            on_problem: told of a failure that nobody else looks at.
        """
        self.shelf = shelf
        self._on_problem = on_problem
        self._under_way: set[asyncio.Future[Any]] = set()

    def follow(self, call: Future[Any], then: Callable[[StorageError | None], None] | None = None) -> None:
        """Look after a call until it is done.

        Args:
            call: under way.
            then: told how it went, None for well; without it, a failure is the client's problem.
        """
        future = asyncio.wrap_future(call)
        self._under_way.add(future)

        def done(_: asyncio.Future[Any]) -> None:
            self._under_way.discard(future)
            error = future.exception()
            if error is not None and not isinstance(error, StorageError):
                raise error
            if then is not None:
                then(error)
            elif error is not None:
                self._on_problem(error)

        future.add_done_callback(done)

    async def finish(self) -> None:
        """Wait for all that is under way now."""
        if self._under_way:
            await asyncio.wait(self._under_way)
