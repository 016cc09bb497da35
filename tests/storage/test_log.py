"""The log in SQLite keeps every log's promises, and those of its files."""

from __future__ import annotations

import random
import re
import stat
from typing import TYPE_CHECKING, Any

import pytest
from sqlalchemy import Engine, create_engine, event, text

from app.storage.log import Append, Appended, EventLog
from tests.storage.chains import ANA, BEN, append, messages
from tests.storage.contract import LogContract

if TYPE_CHECKING:
    from pathlib import Path

    from app.domain.kernel.envelope import Record


class TestSqliteLog(LogContract):
    """The log in SQLite."""

    def open(self, folder: Path) -> EventLog:
        """Open the file `relay.db`."""
        return EventLog.open(folder / "relay.db")


def everything_in(folder: Path) -> bytes:
    """Return the bytes of all files in a folder."""
    return b"".join(path.read_bytes() for path in sorted(folder.iterdir()) if path.is_file())


def test_the_file_is_its_owners_alone(tmp_path: Path):
    """Tokens and texts are in it: nobody else may read it or what SQLite puts beside it."""
    log = EventLog.open(tmp_path / "relay.db")
    log.append([append("s", messages())])

    modes = {path.name: stat.S_IMODE(path.stat().st_mode) for path in tmp_path.iterdir()}
    log.close()
    assert modes == {"relay.db": 0o600, "relay.db-wal": 0o600, "relay.db-shm": 0o600}


@pytest.mark.parametrize("erase_by", ["append", "forget"])
def test_erased_text_is_in_no_file_any_more(tmp_path: Path, erase_by: str):
    """Not in the tables, not in pages freed or split, not in the log of writes, not in a snapshot."""
    log = EventLog.open(tmp_path / "relay.db")
    try:
        past = {session: list(messages()) for session in ("s", "t", "u")}
        log.append([append(session, records) for session, records in past.items()])
        for turn in range(120):
            batch = []
            for session, records in past.items():
                author = ANA if turn % 2 else BEN
                said = f"SECRET-{session}-{author[:4]} " + "x" * (turn * 37 % 900)
                grown = messages(records, author=author, text=said)
                records.extend(grown)
                batch.append(append(session, grown))
            log.append(batch)
        log.save_snapshot("s", 100, "f", b"SECRET-s-0d9f and " + b"y" * 9000)
        # Deleting whole logs makes SQLite merge pages and move their cells about.
        log.set_aside("u")
        before = everything_in(tmp_path)
        match erase_by:
            case "append":
                last = messages(past["s"], author=BEN)
                assert log.append([append("s", last, erase=(ANA,))]) == [Appended(last[0].seq)]
            case _:
                log.forget("s")
        after = everything_in(tmp_path)
    finally:
        log.close()

    assert b"SECRET-s-0d9f" in before
    assert b"SECRET-s-0d9f" not in after
    assert b"SECRET-t-0d9f" in after
    assert b"SECRET-u-0d9f" in after
    assert (b"SECRET-s-7e6d" in after) == (erase_by == "append")


def test_erased_text_is_not_in_copies_that_moved_cells_left_behind(tmp_path: Path):
    """SQLite zeroes what it frees, but not what it moved: erasures, and logs that go, make it move a lot."""
    chance = random.Random(4)  # noqa: S311 (repeatable, not secret)
    log = EventLog.open(tmp_path / "relay.db")
    try:
        past: dict[str, tuple[Record, ...]] = {}
        for turn in range(24):
            batch = []
            for _ in range(150):
                session, author = chance.choice("stuv"), f"member{chance.randrange(16):02}"
                said = f"<<{author}-{session}{turn}-" + "x" * chance.randrange(60)
                past[session] = messages(past.get(session, ()), author=author, text=said)
                batch.append(append(session, past[session]))
            log.append(batch)
            if turn % 3 == 2:
                gone = chance.choice("stuv")
                log.forget(gone)
                past.pop(gone, None)
            for session, records in sorted(past.items()):
                log.append([Append(session, records[-1].seq, (), "x", (f"member{chance.randrange(16):02}",))])
        live = b"".join(record.private or b"" for session in "stuv" for record in log.read(session, limit=100_000))
        found = everything_in(tmp_path)
    finally:
        log.close()

    marker = re.compile(rb"<<member\d\d-[stuv]\d+-")
    assert set(marker.findall(live))
    assert set(marker.findall(found)) == set(marker.findall(live))


def test_erased_bytes_that_could_not_be_wiped_are_wiped_at_the_next_opening(tmp_path: Path):
    """A reader that holds the old pages delays the wiping, never the erasure."""
    path = tmp_path / "relay.db"
    log = EventLog.open(path)
    past = messages(count=3, text="SECRET")
    log.append([append("s", past)])
    reader = create_engine(f"sqlite:///{path}")
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("app.storage.database.BUSY_TIMEOUT_S", 0.05)
        impatient = EventLog.open(path)
        with reader.connect() as connection:
            connection.exec_driver_sql("BEGIN")
            connection.execute(text("SELECT count(*) FROM records")).all()
            assert impatient.append([Append("s", 3, (), "x", (ANA,))]) == [Appended(3)]
            assert [record.private for record in impatient.read("s")] == [None] * 3
            assert b"SECRET" in everything_in(tmp_path)
        impatient.close()
    reader.dispose()
    log.close()

    EventLog.open(path).close()
    assert b"SECRET" not in everything_in(tmp_path)


@pytest.mark.parametrize(
    "damage", ["blob = CAST('soon' AS BLOB)", "hash = 'of another past'"], ids=["torn", "of another past"]
)
def test_a_snapshot_that_is_not_whole_or_not_of_this_log_is_passed_over(tmp_path: Path, damage: str):
    """The one before it is given instead."""
    path = tmp_path / "relay.db"
    log = EventLog.open(path)
    log.append([append("s", messages(count=2))])
    log.save_snapshot("s", 1, "f", b"whole")
    log.save_snapshot("s", 2, "f", b"soon torn")
    engine = create_engine(f"sqlite:///{path}")
    with engine.begin() as connection:
        connection.execute(text(f"UPDATE snapshots SET {damage} WHERE seq = 2"))  # noqa: S608 (the two above)
    engine.dispose()

    found = log.load_snapshot("s", "f")
    log.close()
    assert found == (1, b"whole")


def test_no_question_reads_through_a_whole_log(tmp_path: Path):
    """Every question that a relay asks in a class goes through an index, however long the log is."""
    path = tmp_path / "relay.db"
    log = EventLog.open(path)
    asked: list[tuple[str, Any]] = []

    def note(_connection: object, _cursor: object, statement: str, parameters: Any, *_: object) -> None:
        asked.append((statement, parameters))

    event.listen(Engine, "before_cursor_execute", note)
    try:
        log.head("s")
        log.read("s", 5)
        log.record("s", 5)
        log.find_command("s", "c")
        log.append([append("s", messages()), append("s", messages())])
        log.sessions()
        log.load_snapshot("s", "f")
    finally:
        event.remove(Engine, "before_cursor_execute", note)
        log.close()
    engine = create_engine(f"sqlite:///{path}")
    with engine.connect() as connection:
        plans = {
            statement: [row[3] for row in connection.exec_driver_sql(f"EXPLAIN QUERY PLAN {statement}", parameters)]
            for statement, parameters in asked
            if "FROM" in statement
        }
    engine.dispose()

    assert len(plans) == 7
    steps = [step for plan in plans.values() for step in plan]
    assert [step for step in steps if step.startswith("SCAN records")] == []
    assert [step for step in steps if "records_by_command" in step] == [
        "SEARCH records USING INDEX records_by_command (session=? AND command_id=?)"
    ]


def test_a_group_commit_is_one_transaction_and_few_statements(tmp_path: Path):
    """Appends of many sessions wait for the disk once, and their records go in by one statement."""
    log = EventLog.open(tmp_path / "relay.db")
    said: list[str] = []
    commits: list[object] = []
    commit = commits.append

    def note(_connection: object, _cursor: object, statement: str, *_: object) -> None:
        said.append(statement.split(maxsplit=1)[0])

    event.listen(Engine, "before_cursor_execute", note)
    event.listen(Engine, "commit", commit)
    try:
        log.append([append(f"s{n}", messages(count=3)) for n in range(50)])
    finally:
        event.remove(Engine, "before_cursor_execute", note)
        event.remove(Engine, "commit", commit)
        log.close()

    assert len(commits) == 1
    assert said.count("INSERT") == 1
    assert said.count("BEGIN") == 1
