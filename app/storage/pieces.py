"""The activities that a desktop's person keeps for other plans."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from sqlalchemy import delete, select, update
from sqlalchemy.dialects.sqlite import insert

from app.storage.tables import PIECES

if TYPE_CHECKING:
    from app.storage.database import Database


@dataclass(frozen=True, slots=True)
class PieceRow:
    """Activities as they are kept.

    Attributes:
        id: of what is kept.
        title: for lists.
        updated_at: milliseconds since 1970.
        body: a plan that holds them only, as the bytes of a plan file.
    """

    id: str
    title: str
    updated_at: int
    body: bytes


class Pieces:
    """What is kept for other plans. Safe to call from any thread; every change is durable when its call returns.

    Args:
        database: the desktop's file.
    """

    def __init__(self, database: Database) -> None:
        self._database = database

    def all(self) -> list[PieceRow]:
        """Return all that is kept and not deleted, by title."""
        wanted = select(PIECES.c.id, PIECES.c.title, PIECES.c.updated_at, PIECES.c.body)
        with self._database.reading() as connection:
            rows = connection.execute(wanted.where(PIECES.c.deleted_at.is_(None)).order_by(PIECES.c.title, PIECES.c.id))
            return [PieceRow(*row) for row in rows]

    def put(self, piece: PieceRow) -> None:
        """Keep a piece, in place of the one with the same id, which is then deleted no more."""
        values = {
            "id": piece.id,
            "title": piece.title,
            "updated_at": piece.updated_at,
            "deleted_at": None,
            "body": piece.body,
        }
        with self._database.writing() as connection:
            connection.execute(insert(PIECES).values(values).on_conflict_do_update(index_elements=["id"], set_=values))

    def delete(self, piece_id: str, at_ms: int) -> bool:
        """Delete a piece so that `restore` can bring it back; return whether there was one.

        Args:
            piece_id: which.
            at_ms: now, in milliseconds since 1970.
        """
        return self._mark(piece_id, at_ms)

    def restore(self, piece_id: str) -> bool:
        """Bring a deleted piece back as it was; return whether there is one."""
        return self._mark(piece_id, None)

    def purge(self, before_ms: int) -> int:
        """Delete for good what was deleted before a time (milliseconds since 1970); return how many."""
        with self._database.writing() as connection:
            return connection.execute(delete(PIECES).where(PIECES.c.deleted_at < before_ms)).rowcount

    def _mark(self, piece_id: str, deleted_at: int | None) -> bool:
        with self._database.writing() as connection:
            marked = update(PIECES).where(PIECES.c.id == piece_id).values(deleted_at=deleted_at)
            return connection.execute(marked).rowcount > 0
