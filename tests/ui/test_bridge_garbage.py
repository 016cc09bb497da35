"""Garbage is collected where Qt lives, whichever thread makes it."""

from __future__ import annotations

import gc
import threading
import weakref

import pytest

from ui.bridge.garbage import GarbageHere


class Ring:
    """Something that only the collector of cycles can free."""

    def __init__(self) -> None:
        self.me = self


@pytest.mark.usefixtures("qapp")
def test_another_thread_frees_nothing_and_this_one_does():
    freed_in: list[str] = []

    def note(name: str) -> None:
        freed_in.append(name)

    def allocate() -> None:
        # More than any threshold: without care, the collector would run here.
        assert [Ring() for _ in range(5_000)]

    gc.collect()
    with GarbageHere() as here:
        ring = Ring()
        weakref.finalize(ring, lambda: note(threading.current_thread().name))
        del ring
        other = threading.Thread(target=allocate)
        other.start()
        other.join()
        assert freed_in == []
        here.look()
    assert freed_in == [threading.current_thread().name]
    assert gc.isenabled()
