"""Bad disks get a clear code, and nothing is lost or half done."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest
from sqlalchemy import create_engine, event, text
from sqlalchemy.pool import Pool

from app.domain.kernel.envelope import verify
from app.storage.errors import (
    StorageBroken,
    StorageError,
    StorageFull,
    StorageLocked,
    StorageNewer,
    StorageReadOnly,
)
from app.storage.folder import LOCK_NAME, DataFolder
from app.storage.library import Library
from app.storage.log import Appended, EventLog
from tests.storage.chains import append, messages

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from app.domain.kernel.envelope import Record


@pytest.fixture
def few_pages() -> Iterator[None]:
    """Let every file opened meanwhile grow to 60 pages and no further."""

    def limit(connection: Any, _record: object) -> None:
        connection.execute("PRAGMA max_page_count=60")

    event.listen(Pool, "connect", limit)
    yield
    event.remove(Pool, "connect", limit)


def fill(log: EventLog) -> list[Record]:
    """Append until the disk is full; return what was acknowledged."""
    held: list[Record] = []
    for _ in range(1000):
        more = messages(held, count=5, text="x" * 3000)
        try:
            log.append([append("s", more)])
        except StorageFull:
            return held
        held.extend(more)
    pytest.fail("the disk never filled")


def test_a_file_that_may_not_grow_is_full_and_whole(tmp_path: Path, few_pages: None):  # noqa: ARG001 (it limits)
    """What was acknowledged stays, what was refused left no trace, and reading goes on."""
    log = EventLog.open(tmp_path / "relay.db")
    held = fill(log)
    kept = log.read("s", limit=10_000)
    log.close()

    assert kept == held
    assert verify(kept) == held[-1].hash


def test_a_full_disk_is_full_and_the_log_goes_on_when_there_is_room_again(small_disk: Path):
    """The refused append is accepted, once, after something else made room."""
    ballast = small_disk / "ballast"
    ballast.write_bytes(bytes(300_000))
    log = EventLog.open(small_disk / "relay.db")
    held = fill(log)
    refused = append("s", messages(held, count=5, text="x" * 3000))
    with pytest.raises(StorageFull) as caught:
        log.append([refused])
    kept = log.read("s", limit=10_000)
    ballast.unlink()
    answer = log.append([refused])
    log.close()

    assert caught.value.code == "storage_full"
    assert kept == held
    assert answer == [Appended(len(held) + 5)]
    log = EventLog.open(small_disk / "relay.db")
    assert verify(log.read("s", limit=10_000)) == refused.records[-1].hash
    log.close()


def test_no_room_at_all_is_said_when_the_folder_is_opened(small_disk: Path):
    """Neither the folder nor the file pretends to be of use."""
    with pytest.raises(OSError, match="No space left"):
        (small_disk / "ballast").write_bytes(bytes(2_000_000))
    with pytest.raises(StorageFull):
        DataFolder.open(small_disk)
    with pytest.raises(StorageFull):
        EventLog.open(small_disk / "relay.db")


def test_a_read_only_folder_is_said_to_be_so(unprivileged: Path):
    """A folder without the right to write, before and after something was in it."""
    EventLog.open(unprivileged / "relay.db").close()
    (unprivileged / "relay.db").chmod(0o400)
    unprivileged.chmod(0o500)
    try:
        for attempt in (DataFolder.open, lambda path: DataFolder.open(path / "deeper")):
            with pytest.raises(StorageReadOnly) as caught:
                attempt(unprivileged)
            assert caught.value.code == "storage_read_only"
        for name in ("relay.db", "new.db"):
            with pytest.raises(StorageReadOnly):
                EventLog.open(unprivileged / name)
    finally:
        unprivileged.chmod(0o700)


def test_a_file_of_a_newer_program_is_left_as_it_is(tmp_path: Path):
    """It is refused by name of its reason, and not a byte of what it says changes."""
    path = tmp_path / "library.db"
    Library.open(path).close()
    engine = create_engine(f"sqlite:///{path}")
    with engine.begin() as connection:
        connection.execute(text("UPDATE alembic_version SET version_num = '9001'"))
    engine.dispose()

    with pytest.raises(StorageNewer) as caught:
        Library.open(path)

    assert caught.value.code == "storage_newer"
    with engine.connect() as connection:
        assert connection.execute(text("SELECT version_num FROM alembic_version")).scalar() == "9001"
    engine.dispose()
    assert list(tmp_path.glob("*.backup")) == []


@pytest.mark.parametrize(
    "content", [b"not a database at all " * 300, b"SQLite format 3\0" + bytes(range(256)) * 40], ids=["text", "torn"]
)
def test_a_file_that_is_no_database_is_broken(tmp_path: Path, content: bytes):
    """It is said to be broken and left as it is."""
    path = tmp_path / "relay.db"
    path.write_bytes(content)

    with pytest.raises(StorageBroken) as caught:
        EventLog.open(path)
    assert caught.value.code == "storage_broken"
    assert path.read_bytes() == content


def test_another_programs_database_is_not_touched(tmp_path: Path):
    """Its tables are not ours, and ours are not added to it."""
    path = tmp_path / "relay.db"
    engine = create_engine(f"sqlite:///{path}")
    with engine.begin() as connection:
        connection.execute(text("CREATE TABLE recipes (name TEXT)"))
    with pytest.raises(StorageBroken):
        EventLog.open(path)

    with engine.connect() as connection:
        assert connection.execute(text("SELECT name FROM sqlite_master")).scalars().all() == ["recipes"]
    engine.dispose()


def test_a_file_that_another_one_is_writing_is_locked(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    """Waiting has an end, with a code."""
    path = tmp_path / "relay.db"
    monkeypatch.setattr("app.storage.database.BUSY_TIMEOUT_S", 0.05)
    log = EventLog.open(path)
    other = create_engine(f"sqlite:///{path}")
    with other.connect() as connection:
        connection.exec_driver_sql("BEGIN IMMEDIATE")
        with pytest.raises(StorageLocked) as caught:
            log.append([append("s", messages())])
    other.dispose()

    assert caught.value.code == "storage_locked"
    assert log.append([append("s", messages())]) == [Appended(1)]
    log.close()


def test_a_folder_is_made_for_its_owner_alone(tmp_path: Path):
    """Missing parents are made too."""
    with DataFolder.open(tmp_path / "deep" / "data") as folder:
        assert folder.path == tmp_path / "deep" / "data"
        assert folder.path.stat().st_mode & 0o777 == 0o700
        assert (folder.path / LOCK_NAME).stat().st_mode & 0o777 == 0o600


def test_a_folder_in_use_is_locked_until_it_is_closed(tmp_path: Path):
    """Two desktops, or a desktop and a relay, cannot share one."""
    folder = DataFolder.open(tmp_path)
    with pytest.raises(StorageLocked) as caught:
        DataFolder.open(tmp_path)
    folder.close()
    folder.close()

    assert caught.value.code == "storage_locked"
    DataFolder.open(tmp_path).close()


def test_a_file_where_the_folder_should_be_is_broken(tmp_path: Path):
    """It is not overwritten."""
    (tmp_path / "data").write_text("mine", encoding="utf-8")
    with pytest.raises(StorageBroken):
        DataFolder.open(tmp_path / "data")

    assert (tmp_path / "data").read_text(encoding="utf-8") == "mine"


def test_every_error_has_a_code_of_its_own():
    """Clients map codes to words: no two kinds share one."""
    kinds = StorageError.__subclasses__()

    assert sorted(kind.code for kind in kinds) == [
        "storage_broken",
        "storage_full",
        "storage_locked",
        "storage_newer",
        "storage_read_only",
    ]
