"""Looking up what a document has no room for: more arguments of a debate, and more replies to one."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

from app.domain.debate.state import DebateState
from app.domain.debate.views import argument_entry
from app.domain.kernel.refusal import Refusal

if TYPE_CHECKING:
    from app.domain.kernel.capability import Viewer
    from app.domain.kernel.world import World

AT_ONCE: Final = 50
"""How many arguments one answer holds."""


def arguments(world: World, viewer: Viewer, args: dict[str, Any]) -> dict[str, Any]:
    """Answer a part of a debate's arguments, the most convincing first.

    Args:
        world: the state to read.
        viewer: who asks; whoever is in the class may.
        args: `debate`; `reply_to`, an argument whose replies are wanted (left out: those that answer none); `from`, how
            many to pass over.

    Returns:
        `arguments` by id, and `more` when there are more after them.

    Raises:
        Refusal: `bad_query`, `unknown_debate`, or `not_admitted`.
    """
    debate, reply_to, start = args.get("debate"), args.get("reply_to", ""), args.get("from", 0)
    if not isinstance(debate, str) or not isinstance(reply_to, str) or type(start) is not int or start < 0:
        raise Refusal("bad_query")
    seat = world.seats.seat(viewer.member)
    if seat is None or not seat.is_in:
        raise Refusal("not_admitted")
    state = world.state(DebateState)
    found = state.debates.get(debate)
    if found is None or not found.opened:
        raise Refusal("unknown_debate")
    ranked = state.ranked(debate, reply_to)
    part = ranked[start : start + AT_ONCE]
    answer: dict[str, Any] = {"arguments": {each.id: argument_entry(world, each) for each in part}}
    return answer | {"more": True} if len(ranked) > start + AT_ONCE else answer
