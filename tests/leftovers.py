"""What a test must not leave behind: threads, and errors that nobody took from the event loop."""

from __future__ import annotations

import gc
import logging
import threading
from typing import Final

PATIENCE_S = 5.0
"""How long a thread or a task that is ending may take, in seconds."""


class LoopErrors(logging.Handler):
    """Gathers what event loops report only to their log: exceptions never retrieved, tasks destroyed while pending."""

    LOGGERS: Final = ("asyncio", "qasync")

    def __init__(self) -> None:
        super().__init__(logging.ERROR)
        self.messages: list[str] = []

    def emit(self, record: logging.LogRecord) -> None:
        """Keep one record as text."""
        self.messages.append(self.format(record))

    def begin(self) -> None:
        """Start to listen."""
        self.messages.clear()
        for name in self.LOGGERS:
            logging.getLogger(name).addHandler(self)

    def end(self) -> list[str]:
        """Stop listening and return what was heard."""
        # A task reports its lost exception when it is collected; a young one that a cycle holds needs this push.
        gc.collect(1)
        for name in self.LOGGERS:
            logging.getLogger(name).removeHandler(self)
        return list(self.messages)


class Threads:
    """The threads that were there before a test, or that belong to a fixture which outlives it."""

    def __init__(self) -> None:
        self._known: set[threading.Thread] = set()

    def know(self) -> None:
        """Accept the threads that are alive now."""
        self._known = {*(thread for thread in self._known if thread.is_alive()), *threading.enumerate()}

    def left(self) -> list[threading.Thread]:
        """Return the unknown threads that do not end by themselves."""
        strangers = [thread for thread in threading.enumerate() if thread not in self._known]
        for thread in strangers:
            # asyncio's watcher of a child process ends with the child, which a wider fixture may own.
            if not thread.name.startswith("waitpid-"):
                thread.join(PATIENCE_S)
        return [thread for thread in strangers if thread.is_alive() and not thread.name.startswith("waitpid-")]
