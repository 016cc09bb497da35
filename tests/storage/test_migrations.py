"""Every older file comes up to date with its content, and a copy of what it was."""

from __future__ import annotations

import stat
from pathlib import Path

import pytest
from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlalchemy import Engine, create_engine, event, text

from app.storage import migrations
from app.storage.library import Library, PlanRow
from app.storage.log import EventLog
from app.storage.tables import METADATA, RECORDS
from tests.storage.chains import ANA, append, messages


def older_file(path: Path, revision: str) -> None:
    """Make a file as an older program left it, holding one session."""
    newest = path.with_name("newest.db")
    log = EventLog.open(newest)
    log.append([append("s", messages(count=3, text="SECRET"))])
    log.close()
    engine = create_engine(f"sqlite:///{path}")
    with engine.begin() as connection:
        migrations.upgrade(connection, revision)
        connection.execute(text("ATTACH :other AS newest"), {"other": str(newest)})
        names = ", ".join(column.name for column in RECORDS.c)
        connection.execute(text(f"INSERT INTO records ({names}) SELECT {names} FROM newest.records"))  # noqa: S608
    engine.dispose()
    newest.unlink()


def test_the_revisions_are_the_files_in_the_folder_in_order():
    """A migration that is not listed would make its own files look newer than the program."""
    folder = Path(migrations.__file__).parent
    chain = [script.revision for script in ScriptDirectory(str(folder)).walk_revisions()]

    assert tuple(reversed(chain)) == migrations.REVISIONS


def layout(engine: Engine) -> dict[str, list[tuple[object, ...]]]:
    """Return every table and index with its columns, as SQLite knows them."""
    with engine.connect() as connection:
        things = connection.execute(text("SELECT type, name FROM sqlite_master ORDER BY name")).all()
        return {
            name: [tuple(row) for row in connection.execute(text(f"PRAGMA {kind}_info('{name}')"))]
            for kind, name in things
        }


def test_the_migrations_lead_to_the_tables_that_the_program_uses(tmp_path: Path):
    """Alembic finds nothing left to change, also not in indexes; a file made new is laid out like a migrated one."""
    migrated, made = (create_engine(f"sqlite:///{tmp_path / name}") for name in ("migrated.db", "relay.db"))
    with migrated.begin() as connection:
        migrations.upgrade(connection)
        left = compare_metadata(MigrationContext.configure(connection, opts={"compare_type": True}), METADATA)
    EventLog.open(tmp_path / "relay.db").close()

    assert left == []
    assert layout(made) == layout(migrated)
    with made.connect() as connection:
        assert connection.execute(text("SELECT version_num FROM alembic_version")).scalar() == migrations.REVISIONS[-1]
    for engine in (migrated, made):
        engine.dispose()


@pytest.mark.parametrize("revision", migrations.REVISIONS[:-1])
def test_an_older_file_is_copied_then_brought_up_to_date(tmp_path: Path, revision: str):
    """Its records are all there, the new tables too, and the copy is a whole file of the old layout."""
    path = tmp_path / "library.db"
    older_file(path, revision)
    library = Library.open(path)
    library.put_plan(PlanRow("p", "Plan", 1, b"{}"))
    kept, (backup,) = library.log.read("s"), library.log.backups()
    library.close()

    assert kept == list(messages(count=3, text="SECRET"))
    assert stat.S_IMODE(backup.stat().st_mode) == 0o600
    engine = create_engine(f"sqlite:///{backup}")
    with engine.connect() as connection:
        assert connection.execute(text("SELECT version_num FROM alembic_version")).scalar() == revision
        assert connection.execute(text("SELECT count(*) FROM records")).scalar() == 3
    engine.dispose()


def test_an_up_to_date_file_is_not_copied(tmp_path: Path):
    for _ in range(2):
        log = EventLog.open(tmp_path / "relay.db")
        assert log.backups() == []
        log.close()


def test_an_erasure_reaches_the_copies(tmp_path: Path):
    """They are older than the erasure and hold what it took: they go."""
    path = tmp_path / "library.db"
    older_file(path, "0001")
    log = EventLog.open(path)
    (backup,) = log.backups()
    before = backup.read_bytes()
    log.append([append("s", messages(log.read("s")), erase=(ANA,))])
    left = log.backups()
    log.close()

    assert b"SECRET" in before
    assert left == []
    assert all(b"SECRET" not in file.read_bytes() for file in tmp_path.iterdir())


def test_a_migration_that_fails_leaves_the_file_as_it_was(tmp_path: Path):
    """The next start finds the old layout and tries again."""
    path = tmp_path / "library.db"
    older_file(path, "0001")

    def fail(_connection: object, _cursor: object, statement: str, *_: object) -> None:
        if "CREATE TABLE plans" in statement:
            raise KeyboardInterrupt

    event.listen(Engine, "before_cursor_execute", fail)
    try:
        with pytest.raises(KeyboardInterrupt):
            Library.open(path)
    finally:
        event.remove(Engine, "before_cursor_execute", fail)

    library = Library.open(path)
    kept, backups = library.log.read("s"), library.log.backups()
    library.close()
    assert kept == list(messages(count=3, text="SECRET"))
    assert backups
