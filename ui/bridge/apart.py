"""Slow work on a thread of its own, awaited from Qt's."""

import asyncio
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from typing import ParamSpec, TypeVar

P = ParamSpec("P")
R = TypeVar("R")


async def apart(function: Callable[P, R], *args: P.args, **kwargs: P.kwargs) -> R:
    """Run a function on another thread, and wait for what it returns.

    Args:
        function: reads files, lays out pages; touches no widget, and leaves no Qt object behind.
        args: its arguments.
        kwargs: its named arguments.
    """
    executor = ThreadPoolExecutor(max_workers=1, thread_name_prefix="apart")
    try:
        return await asyncio.wrap_future(executor.submit(function, *args, **kwargs))
    finally:
        # The thread ends with its work; nobody waits for it when the one who asked has gone.
        executor.shutdown(wait=False)
