"""What learners see of the board: what stands on it, what they find useful, and their own texts on the way there."""

from __future__ import annotations

from itertools import islice
from typing import TYPE_CHECKING, Any, Final

from app.domain.board import events as e
from app.domain.board.state import BoardState, Item, host_of
from app.domain.kernel.gate import Outcome, TextDecided, TextSubmitted, TextWithdrawn
from app.domain.kernel.messages import MemberErased
from app.domain.kernel.quoting import quoted
from app.domain.kernel.seats import SeatChanged
from app.domain.kernel.views import CLASS, Audience, Collection, Field, Touch, me
from app.domain.kernel.words import STAFF_ROLES

if TYPE_CHECKING:
    from collections.abc import Iterable

    from app.domain.kernel.envelope import Envelope
    from app.domain.kernel.views import Json
    from app.domain.kernel.words import MemberId
    from app.domain.kernel.world import World

NEWEST: Final = 60
"""How many things, those that came last, a document holds."""

MARKED: Final = 200
"""Of how many things, those marked last, a member's document says that they find them useful."""


def item_entry(world: World, item: Item) -> dict[str, Any] | None:
    """Return something on the board as everybody reads it; None while they do not see it."""
    state = world.state(BoardState)
    if not state.is_shown(world, item):
        return None
    entry: dict[str, Any] = {"by": item.by, "at": item.at, "order": item.order} | _named(world, item.by)
    if item.message:
        entry |= {"message": item.message, "said": quoted(world, item.message) or {"erased": True}}
        topic = item.topic
    else:
        shown = item.shown or item.newest
        topic = shown.topic
        entry |= {name: text for name in ("title", "link", "note") if (text := getattr(shown, name))}
        if shown.link:
            entry["host"] = host_of(shown.link)
        if not (shown.title or shown.link):
            entry["erased"] = True
        if item.visible > 1:
            entry["edited"] = True
    if topic:
        entry["topic"] = topic
    if state.useful.get(item.id):
        entry["useful"] = len(state.useful[item.id])
    return entry


def _named(world: World, member: MemberId) -> dict[str, Any]:
    seat = world.seats.seat(member)
    if seat is None:
        return {}
    named: dict[str, Any] = {"number": seat.number}
    if seat.name:
        named["name"] = seat.name
    if seat.role in STAFF_ROLES:
        named["staff"] = True
    return named


def _items(world: World, audience: Audience) -> Iterable[str]:  # noqa: ARG001 (every collection's shape)
    return [item.id for item in world.state(BoardState).listed(world)[:NEWEST]]


def _entry(world: World, audience: Audience, key: str) -> Json | None:  # noqa: ARG001
    found = world.state(BoardState).items.get(key)
    return item_entry(world, found) if found is not None else None


def _count(world: World, audience: Audience) -> Json | None:  # noqa: ARG001 (every field's shape)
    return len(world.state(BoardState).listed(world)) or None


def _own(world: World, audience: Audience) -> Iterable[str]:
    """Name the items of a member whose newest text is not published."""
    items = world.state(BoardState).items.values()
    mine = (item for item in items if item.by == audience.key and item.wordings)
    return [item.id for item in mine if item.newest.outcome is not Outcome.PUBLISHED]


def _own_entry(world: World, audience: Audience, key: str) -> Json | None:
    item = world.state(BoardState).items.get(key)
    if item is None or item.by != audience.key or not item.wordings:
        return None
    newest = item.newest
    entry: dict[str, Any] = {"state": str(newest.outcome), "at": item.at}
    named = ("title", "link", "note", "topic", "reason")
    return entry | {name: text for name in named if (text := getattr(newest, name))}


def _marked(world: World, audience: Audience) -> Iterable[str]:
    return islice(reversed(world.state(BoardState).marked.get(audience.key, {})), MARKED)


def _marked_entry(world: World, audience: Audience, key: str) -> Json | None:
    return True if audience.key in world.state(BoardState).useful.get(key, ()) else None


PARTS = (
    Collection("class", "items", _items, _entry, windowed=True),
    Field("class", "count", _count),
    Collection("me", "own", _own, _own_entry, windowed=True),
    Collection("me", "useful", _marked, _marked_entry, windowed=True),
)


def _touch(item: Item) -> Iterable[Touch]:
    yield Touch(CLASS, "items", item.id)
    yield Touch(CLASS, "count")
    yield Touch(me(item.by), "own", item.id)


def _touch_text(state: BoardState, text: str) -> Iterable[Touch]:
    """An item's own text, or the message that it is, shows otherwise."""
    found = state.items.get(state.messages.get(text, text))
    if found is not None:
        yield from _touch(found)


def _touch_member(world: World, member: MemberId) -> Iterable[Touch]:
    """Somebody is called otherwise: whatever they put there, or wrote, says so."""
    for item in world.state(BoardState).items.values():
        said = world.talk.said(item.message) if item.message else None
        if member in {item.by, said.author if said is not None else ""}:
            yield from _touch(item)


def touched(world: World, envelope: Envelope) -> Iterable[Touch]:
    """Return what an envelope changed in the board's views."""
    state = world.state(BoardState)
    match envelope.event:
        case e.UsefulMarked(item=item):
            yield Touch(CLASS, "items", item)
            yield Touch(me(envelope.actor), "useful", item)
        case e.MessagePut(item=item):
            yield from _touch(state.items[item]) if item in state.items else ()
        case e.ItemRemoved(item=item, by=by):
            yield Touch(CLASS, "items", item)
            yield Touch(CLASS, "count")
            yield Touch(me(by), "own", item)
            for seat in world.seats.all_seats():
                yield Touch(me(seat.member), "useful")
        case TextSubmitted(kind="name", author=author):
            yield from _touch_member(world, author)
        case TextDecided(item=item, author=author):
            yield from _touch_text(state, item)
            if item.startswith("name:"):
                yield from _touch_member(world, author)
        case TextSubmitted(item=item) | TextWithdrawn(withdrawn=item):
            yield from _touch_text(state, item)
        case SeatChanged(member=member) | MemberErased(member=member):
            yield from _touch_member(world, member)
        case _:
            pass
