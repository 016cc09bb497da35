"""The writer runs what it is given, in order, on one thread, and finishes before it closes."""

from __future__ import annotations

import threading
from typing import TYPE_CHECKING, NoReturn

import pytest

from app.storage.log import EventLog
from app.storage.writer import Writer
from tests.storage.chains import append, messages

if TYPE_CHECKING:
    from pathlib import Path


def test_calls_run_in_order_on_one_thread_that_is_not_the_callers():
    threads: list[int] = []
    order: list[int] = []

    def note(n: int) -> int:
        threads.append(threading.get_ident())
        order.append(n)
        return n * n

    with Writer() as writer:
        futures = [writer.call(note, n) for n in range(50)]
        results = [future.result() for future in futures]

    assert order == list(range(50))
    assert results == [n * n for n in range(50)]
    assert len(set(threads)) == 1
    assert threads[0] != threading.get_ident()


def test_an_error_is_the_callers_and_the_thread_goes_on():
    def fail() -> NoReturn:
        raise LookupError("here")

    with Writer() as writer:
        failed, fine = writer.call(fail), writer.call(int, "7")

        with pytest.raises(LookupError):
            failed.result()
        assert fine.result() == 7


def test_closing_finishes_what_was_asked_for_and_takes_nothing_more():
    gate = threading.Event()
    writer = Writer()
    writer.call(gate.wait)
    last = writer.call(int, "7")
    gate.set()
    writer.close()
    writer.close()

    assert last.done()
    with pytest.raises(RuntimeError):
        writer.call(int)


def test_a_log_may_be_read_while_its_writer_writes(tmp_path: Path):
    """A reader on another thread sees whole groups, and never waits for the disk."""
    log = EventLog.open(tmp_path / "relay.db")
    records = messages(count=300)
    with Writer() as writer:
        writes = [writer.call(log.append, [append("s", records[n : n + 3])]) for n in range(0, 300, 3)]
        lengths = []
        while not writes[-1].done():
            lengths.append(len(log.read("s")))
        for write in writes:
            write.result()
    lengths.append(len(log.read("s")))
    log.close()

    assert lengths == sorted(lengths)
    assert all(length % 3 == 0 for length in lengths)
    assert lengths[-1] == 300
