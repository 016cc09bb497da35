"""What is kept for other plans stays, is renamed, and comes back when it was deleted by mistake."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from app.storage import Library, PieceRow

if TYPE_CHECKING:
    from pathlib import Path

ONE = PieceRow("1", "Tour de table", 10, b"body")
TWO = PieceRow("2", "Bilan", 20, b"other")


def test_pieces_are_kept_by_title_and_renamed(tmp_path: Path):
    library = Library.open(tmp_path / "library.db")
    library.pieces.put(ONE)
    library.pieces.put(TWO)
    library.close()
    library = Library.open(tmp_path / "library.db")
    assert library.pieces.all() == [TWO, ONE]
    library.pieces.put(replace(ONE, title="Accueil", updated_at=30))

    assert [piece.title for piece in library.pieces.all()] == ["Accueil", "Bilan"]
    library.close()


def test_a_deleted_piece_can_be_restored_until_it_is_purged(tmp_path: Path):
    library = Library.open(tmp_path / "library.db")
    library.pieces.put(ONE)
    assert library.pieces.delete("1", 100)
    assert library.pieces.all() == []
    assert library.pieces.restore("1")
    assert library.pieces.all() == [ONE]
    library.pieces.delete("1", 100)

    assert library.pieces.purge(100) == 0
    assert library.pieces.purge(101) == 1
    assert not library.pieces.restore("1")
    library.close()
