"""What a learner sees of their own call and of what staff wrote to them; nobody else's document holds any of it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

from app.domain.kernel.gate import TextDecided, TextSubmitted
from app.domain.kernel.help import HelpEvent
from app.domain.kernel.messages import MemberErased
from app.domain.kernel.refusal import Refusal
from app.domain.kernel.seats import SeatVacated
from app.domain.kernel.views import Collection, Field, Touch, me
from app.domain.support import events as e
from app.domain.support.state import WINDOW, SupportState

if TYPE_CHECKING:
    from collections.abc import Iterable

    from app.domain.kernel.capability import Viewer
    from app.domain.kernel.envelope import Envelope
    from app.domain.kernel.views import Audience, Json
    from app.domain.kernel.words import MemberId
    from app.domain.kernel.world import World
    from app.domain.support.state import PrivateText

PAGE_LIMIT: Final = 100
"""The most texts that one page of a thread's history holds."""


def _state(world: World) -> SupportState:
    return world.state(SupportState)


def _call(world: World, audience: Audience) -> Json | None:
    state = _state(world)
    call = state.calls.get(state.newest.get(audience.key, ""))
    if call is None or call.kind is None:
        return None
    entry: dict[str, Any] = {
        "id": call.call,
        "kind": str(call.kind),
        "at": call.opened_at,
        "since": call.waits_since,
        "state": str(call.ending) if call.ending else "open",
    }
    if call.ended_at:
        entry["ended_at"] = call.ended_at
    return entry | _named(world, call.claimed_by)


def _thread(world: World, audience: Audience) -> Iterable[str]:
    return _state(world).threads.get(audience.key, ())[-WINDOW:]


def _text_entry(world: World, audience: Audience, key: str) -> Json | None:
    text = _state(world).texts.get(key)
    return _entry(world, text) if text is not None and text.member == audience.key else None


def _older(world: World, audience: Audience) -> Json | None:
    return True if len(_state(world).threads.get(audience.key, ())) > WINDOW else None


def _entry(world: World, text: PrivateText) -> dict[str, Any]:
    entry: dict[str, Any] = {"at": text.at, "order": text.order}
    entry |= {"text": text.text} if text.text else {"erased": True}
    return entry | _named(world, text.author) if text.is_staffs else entry


def _named(world: World, member: MemberId) -> dict[str, Any]:
    """Return how a document names a person: by their name, or by their number."""
    seat = world.seats.seat(member) if member else None
    if seat is None:
        return {}
    entry: dict[str, Any] = {"by": seat.member, "number": seat.number}
    return entry | {"name": seat.name} if seat.name else entry


PARTS = (
    Field("me", "call", _call),
    Collection("me", "thread", _thread, _text_entry, windowed=True),
    Field("me", "older", _older),
)


def _touch_staff_name(world: World, member: MemberId) -> Iterable[Touch]:
    """A name changed: whoever is helped by its owner, or was written to by them, reads it."""
    state = _state(world)
    for learner, call in state.newest.items():
        if state.calls[call].claimed_by == member:
            yield Touch(me(learner), "call")
    for learner, items in state.threads.items():
        for item in items[-WINDOW:]:
            if state.texts[item].author == member != learner:
                yield Touch(me(learner), "thread", item)


def touched(world: World, envelope: Envelope) -> Iterable[Touch]:
    """Return what an envelope changed in the documents of those who called or were written to."""
    event = envelope.event
    match event:
        case e.HelpAsked(member=member):
            yield Touch(me(member), "call")
        case e.CallWithdrawn(call=key):
            yield Touch(me(_state(world).calls[key].member), "call")
        case e.CallReopened() | e.CallClaimed() | e.CallReleased() | e.CallResolved():
            yield Touch(me(_state(world).calls[event.call].member), "call")
        case HelpEvent():
            # A room's own words about itself are no person's affair.
            pass
        case e.SaidToStaff(author=member, item=item) | e.WrittenPrivately(member=member, item=item):
            yield Touch(me(member), "thread", item)
            yield Touch(me(member), "older")
        case SeatVacated():
            for learner in _state(world).newest:
                yield Touch(me(learner), "call")
        case MemberErased(member=member):
            for item in _thread(world, me(member)):
                yield Touch(me(member), "thread", item)
            yield from _touch_staff_name(world, member)
        case TextSubmitted(kind="name", author=member, revision=revision) if revision > 1:
            yield from _touch_staff_name(world, member)
        case TextDecided(author=member, item=item) if item.startswith("name:"):
            yield from _touch_staff_name(world, member)
        case _:
            pass


def history(world: World, viewer: Viewer, args: dict[str, Any]) -> dict[str, Any]:
    """Answer a page of a private thread's history: learners of their own, staff of anybody's.

    Args:
        world: the state to read.
        viewer: who asks.
        args: `before` (an order; 0 for the newest), `limit` (1 to 100), and for staff `member`.

    Returns:
        `thread` by id, and `older` when there are more.

    Raises:
        Refusal: `bad_query`, or `not_your_channel` for another learner's thread.
    """
    member, before, limit = args.get("member", viewer.member), args.get("before", 0), args.get("limit", WINDOW)
    if not isinstance(member, str) or type(before) is not int or type(limit) is not int:
        raise Refusal("bad_query")
    if member != viewer.member and not viewer.role.is_staff:
        raise Refusal("not_your_channel")
    state = _state(world)
    there = [state.texts[item] for item in state.threads.get(member, ())]
    if before:
        there = [text for text in there if text.order < before]
    page = there[-max(1, min(limit, PAGE_LIMIT)) :]
    found = {text.item: _entry(world, text) for text in page}
    return {"thread": found} | ({"older": True} if len(there) > len(page) else {})
