"""The way to today's tables: from every older file by Alembic, run from inside the program, and from an empty one."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Final

from sqlalchemy import Column, MetaData, String, Table

from app.storage.tables import METADATA

if TYPE_CHECKING:
    from sqlalchemy import Connection

REVISIONS: Final = ("0001", "0002", "0003")
"""Every layout a file may have, oldest first. A file that names another one is from a newer program."""

# As Alembic makes it.
_LAYOUT: Final = Table(
    "alembic_version", MetaData(), Column("version_num", String(32), primary_key=True, nullable=False)
)


def make(connection: Connection) -> None:
    """Give an empty file today's layout, as all migrations one after the other would.

    Alembic takes longer to import than a relay takes for all else that it does at its first start.

    Args:
        connection: a connection that holds the write lock.
    """
    METADATA.create_all(connection)
    _LAYOUT.create(connection)
    connection.execute(_LAYOUT.insert().values(version_num=REVISIONS[-1]))


def upgrade(connection: Connection, revision: str = REVISIONS[-1]) -> None:
    """Bring a file to a layout, inside the connection's open transaction.

    Args:
        connection: a connection that holds the write lock.
        revision: one of `REVISIONS`, not older than the file's.
    """
    # Alembic takes a fifth of a second to import, and an ordinary start needs no migration.
    from alembic import command  # noqa: PLC0415
    from alembic.config import Config  # noqa: PLC0415

    config = Config()
    # The folder's name may hold a percent sign, which Alembic's configuration reads as interpolation.
    config.set_main_option("script_location", str(Path(__file__).parent).replace("%", "%%"))
    config.set_main_option("path_separator", "os")
    config.attributes["connection"] = connection
    command.upgrade(config, revision)
