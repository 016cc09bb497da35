"""What Alembic runs for each migration: our own connection, in the transaction that it is in."""

from __future__ import annotations

from alembic import context

from app.storage.tables import METADATA

context.configure(
    connection=context.config.attributes["connection"],
    target_metadata=METADATA,
    # SQLite's DDL is transactional: a migration that fails leaves the file as it was.
    transactional_ddl=True,
)
context.run_migrations()
