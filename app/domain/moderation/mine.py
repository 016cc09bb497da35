"""What became of what one wrote: each author's own texts, with what every capability has to tell of them."""

from __future__ import annotations

import heapq
from itertools import islice
from typing import TYPE_CHECKING, Any, Final

from app.domain.kernel.anonymity import person_behind, selves
from app.domain.kernel.gate import TextDecided, TextSubmitted, TextWithdrawn, clip
from app.domain.kernel.messages import MemberErased
from app.domain.kernel.refusal import Refusal
from app.domain.kernel.seats import SeatChanged
from app.domain.kernel.views import Audience, Collection, Touch, me
from app.domain.moderation.state import TOLD_ELSEWHERE, ModerationState

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from app.domain.kernel.capability import Viewer
    from app.domain.kernel.envelope import Envelope
    from app.domain.kernel.views import Json
    from app.domain.kernel.words import MemberId
    from app.domain.kernel.world import World

NEWEST: Final = 50
"""How many of one's own texts, those that came last, a member's document holds; a page of older ones holds as many."""


def _keys(world: World, audience: Audience) -> Iterable[str]:
    seat = world.seats.seat(audience.key)
    return list(islice(_newest(world, audience.key), NEWEST)) if seat is not None and seat.is_in else ()


def _newest(world: World, member: MemberId) -> Iterator[str]:
    """Give what a member wrote, under whatever name, the newest first."""
    state = world.state(ModerationState)
    each = (reversed(state.written[author]) for author in selves(world, member) if state.written.get(author))
    return heapq.merge(*each, key=lambda item: -state.items[item].order)


def _entry(world: World, audience: Audience, key: str) -> Json | None:
    item = world.state(ModerationState).items.get(key)
    if item is None or item.author not in selves(world, audience.key):
        return None
    entry: dict[str, Any] = {"kind": item.kind, "at": item.at, "order": item.order, "state": str(item.outcome)}
    if item.channel:
        entry["channel"] = item.channel
    if item.reason:
        entry["reason"] = item.reason
    text = world.text_of(key, item.revision)
    if text:
        entry["text"] = clip(text)
    return entry | world.told_of(key)


PARTS = (Collection("me", "mine", _keys, _entry, windowed=True),)


def touched(world: World, envelope: Envelope) -> Iterable[Touch]:
    """Return what an envelope changed in what authors are told."""
    state = world.state(ModerationState)
    match envelope.event:
        case TextSubmitted(kind=kind) if kind in TOLD_ELSEWHERE:
            return
        case TextSubmitted(item=item, revision=1) | TextDecided(item=item):
            yield from _touch(world, item)
        case TextSubmitted() | TextWithdrawn() as event:
            if isinstance(event, TextSubmitted):
                yield from _touch(world, event.item)
            # It may have been somebody else's before, who is not known any more: their list tells that it is gone.
            yield from (Touch(me(person_behind(world, author)), "mine") for author in state.written)
        case MemberErased(member=member):
            yield from (Touch(me(member), "mine", item) for item in state.written.get(member, ()))
        case SeatChanged(member=member):
            yield Touch(me(member), "mine")
        case _:
            pass
    for item in world.turned_by(envelope):
        yield from _touch(world, item)


def _touch(world: World, item: str) -> Iterable[Touch]:
    found = world.state(ModerationState).items.get(item)
    if found is not None:
        yield Touch(me(person_behind(world, found.author)), "mine", item)


def older(world: World, viewer: Viewer, args: dict[str, Any]) -> dict[str, Any]:
    """Answer a page of one's own texts that came before a place.

    Args:
        world: the state to read.
        viewer: who asks; nobody is told of another's.
        args: `before`, an order; 0 for the newest.

    Returns:
        `mine` by id, and `older` when there are more.

    Raises:
        Refusal: `bad_query`.
    """
    before = args.get("before", 0)
    if type(before) is not int or before < 0:
        raise Refusal("bad_query")
    state = world.state(ModerationState)
    seat = world.seats.seat(viewer.member)
    written = _newest(world, viewer.member) if seat is not None and seat.is_in else iter(())
    earlier = (item for item in written if not before or state.items[item].order < before)
    page = list(islice(earlier, NEWEST + 1))
    audience = me(viewer.member)
    entries = ((item, _entry(world, audience, item)) for item in page[:NEWEST])
    mine = {item: entry for item, entry in entries if entry is not None}
    return {"mine": mine, "older": True} if len(page) > NEWEST else {"mine": mine}
