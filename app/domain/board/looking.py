"""Looking further down the board than a document goes."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

from app.domain.board.state import BoardState
from app.domain.board.views import NEWEST, item_entry
from app.domain.kernel.refusal import Refusal

if TYPE_CHECKING:
    from app.domain.kernel.capability import Viewer
    from app.domain.kernel.world import World

PAGE: Final = NEWEST
"""How many things a page holds."""


def items(world: World, viewer: Viewer, args: dict[str, Any]) -> dict[str, Any]:
    """Answer a page of what stands on the board, the newest first.

    Args:
        world: the state to read.
        viewer: who asks.
        args: `before`, an order; 0 for the newest.

    Returns:
        `items` by id, and `older` when there are more.

    Raises:
        Refusal: `bad_query`, or `not_admitted`.
    """
    before = args.get("before", 0)
    if type(before) is not int or before < 0:
        raise Refusal("bad_query")
    seat = world.seats.seat(viewer.member)
    if seat is None or not seat.is_in:
        raise Refusal("not_admitted")
    there = [item for item in world.state(BoardState).listed(world) if not before or item.order < before]
    entries = ((item.id, item_entry(world, item)) for item in there[:PAGE])
    found = {key: entry for key, entry in entries if entry is not None}
    return {"items": found, "older": True} if len(there) > PAGE else {"items": found}
