"""Whom a text speaks to: `@` and the name of somebody who may read it."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from app.domain.kernel.gate import name_key
from app.domain.kernel.seats import ALL_OF_IT, visible_until

if TYPE_CHECKING:
    from app.domain.kernel.words import ChannelId, MemberId
    from app.domain.kernel.world import World

MOST: Final = 20
"""How many people one text may speak to; a text that names more speaks to the first of them."""

_LONGEST_NAME: Final = 60
_CALL: Final = re.compile(r"(?<![\w@])@(?=\w)")


def mentioned(world: World, text: str, channel: ChannelId, author: MemberId) -> tuple[MemberId, ...]:
    """Return the members whom a text names by `@`, in order, without its author.

    A name counts when it is the longest admitted one that stands there and no letter follows it; case does not matter.

    Args:
        world: the state to read.
        text: cleaned.
        channel: where it is written; who cannot read there now is not spoken to.
        author: who writes.
    """
    calls = [match.end() for match in _CALL.finditer(text)]
    if not calls:
        return ()
    seats = [seat for seat in world.seats.all_seats() if seat.is_in and seat.name]
    by_name = {name_key(seat.name): seat for seat in seats}
    found: dict[MemberId, None] = {}
    for start in calls:
        seat = next((by_name[key] for key in _names_at(text, start) if key in by_name), None)
        if seat is None or seat.member == author or visible_until(world.seats, seat, channel) != ALL_OF_IT:
            continue
        found[seat.member] = None
        if len(found) == MOST:
            break
    return tuple(found)


def _names_at(text: str, start: int) -> list[str]:
    """Return the keys of what may be a name from a place on, the longest first."""
    longest = min(len(text), start + _LONGEST_NAME)
    ends = [end for end in range(longest, start, -1) if end == len(text) or not text[end].isalnum()]
    return [name_key(text[start:end]) for end in ends if not text[end - 1].isspace()]
