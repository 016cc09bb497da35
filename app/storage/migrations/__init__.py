"""The way from every older file to today's tables, run by Alembic from inside the program."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from sqlalchemy import Connection

REVISIONS: Final = ("0001", "0002", "0003")
"""Every layout a file may have, oldest first. A file that names another one is from a newer program."""


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
