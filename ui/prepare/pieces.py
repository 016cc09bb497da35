"""The activities that this desktop's person keeps for other plans."""

from __future__ import annotations

import time
from dataclasses import dataclass
from typing import TYPE_CHECKING

from msgspec.structs import replace
from PySide6.QtCore import QObject, Signal

from app.plans import Plan, PlanError, decode, encode
from app.plans.pieces import new_id
from app.plans.plan import TITLE_LIMIT
from app.storage import PieceRow

if TYPE_CHECKING:
    from app.storage import Library
    from app.sync.shelf import Shelf
    from ui.bridge.tasks import TaskScope


def _now() -> int:
    return time.time_ns() // 1_000_000


@dataclass(frozen=True)
class KeptPiece:
    """Activities kept for other plans.

    Attributes:
        id: of what is kept.
        plan: a plan of those activities only; its title is theirs.
    """

    id: str
    plan: Plan

    @property
    def title(self) -> str:
        """What it is called."""
        return self.plan.title


class Pieces(QObject):
    """Every change is on disk a moment after it was made. `changed` tells that something is kept otherwise.

    Args:
        shelf: where they are kept.
        scope: writes in the background.
        parent: the owner.
    """

    changed = Signal()

    def __init__(self, shelf: Shelf, scope: TaskScope, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._shelf, self._scope = shelf, scope
        self._pieces: dict[str, KeptPiece] = {}

    @property
    def all(self) -> tuple[KeptPiece, ...]:
        """All that is kept, by title."""
        return tuple(sorted(self._pieces.values(), key=lambda piece: (piece.title.casefold(), piece.id)))

    async def load(self) -> None:
        """Read them from disk.

        Raises:
            StorageError: the library cannot be read.
        """
        self._pieces = {piece.id: piece for piece in await self._shelf.run(_read, self._shelf.library)}
        self.changed.emit()

    def keep(self, plan: Plan) -> KeptPiece:
        """Keep activities.

        Args:
            plan: that holds them only; see `app.plans.pieces.taken`.
        """
        piece = KeptPiece(new_id(), plan)
        self._put(piece)
        return piece

    def rename(self, piece_id: str, title: str) -> None:
        """Call a piece otherwise.

        Args:
            piece_id: which; unknown ones are passed over.
            title: as it was typed.
        """
        piece = self._pieces.get(piece_id)
        if piece is not None and title.strip():
            self._put(KeptPiece(piece_id, replace(piece.plan, title=title.strip()[:TITLE_LIMIT])))

    def delete(self, piece_id: str) -> KeptPiece | None:
        """Delete a piece; `restore` brings it back.

        Args:
            piece_id: which.

        Returns:
            What was deleted; none when there is none.
        """
        piece = self._pieces.pop(piece_id, None)
        if piece is not None:
            self._scope.spawn(
                self._shelf.run(self._shelf.library.pieces.delete, piece_id, _now()), name="delete a piece"
            )
            self.changed.emit()
        return piece

    def restore(self, piece: KeptPiece) -> None:
        """Bring a deleted piece back.

        Args:
            piece: as it was.
        """
        self._pieces[piece.id] = piece
        self._scope.spawn(self._shelf.run(self._shelf.library.pieces.restore, piece.id), name="restore a piece")
        self.changed.emit()

    def _put(self, piece: KeptPiece) -> None:
        self._pieces[piece.id] = piece
        self._scope.spawn(self._shelf.run(_write, self._shelf.library, piece, _now()), name="keep a piece")
        self.changed.emit()


def _write(library: Library, piece: KeptPiece, at: int) -> None:
    library.pieces.put(PieceRow(piece.id, piece.title, at, encode(piece.plan)))


def _read(library: Library) -> list[KeptPiece]:
    pieces = []
    for row in library.pieces.all():
        try:
            pieces.append(KeptPiece(row.id, decode(row.body)))
        except PlanError:
            # It stays on disk as it is, for the version that wrote it.
            continue
    return pieces
