"""What learners see of thanks: a mark on the message, the thanks they got, and those they gave."""

from __future__ import annotations

import heapq
from collections import Counter
from typing import TYPE_CHECKING, Any, Final

from app.domain.kernel.anonymity import person_behind, selves
from app.domain.kernel.gate import Outcome, TextDecided, TextSubmitted, TextWithdrawn
from app.domain.kernel.messages import MemberErased
from app.domain.kernel.seats import SeatChanged
from app.domain.kernel.views import Audience, Collection, Field, Touch, channel_audience, me
from app.domain.kernel.words import MAIN, room_channel, topic_channel
from app.domain.thanks import events as e
from app.domain.thanks.state import Thanks, ThanksState

if TYPE_CHECKING:
    from collections.abc import Iterable

    from app.domain.kernel.envelope import Envelope
    from app.domain.kernel.views import Json
    from app.domain.kernel.words import ChannelId, MemberId
    from app.domain.kernel.world import World

MARKED: Final = 100
"""On how many messages of a channel, the newest, a document says that somebody was thanked for them."""

MOST: Final = 50
"""How many of the thanks that one got, and of those that one gave, the newest, a member's document holds."""

QUOTED: Final = 5
"""How many of the words that everybody may read stand beside a message."""


def _channel(audience: Audience) -> ChannelId:
    match audience.kind:
        case "room":
            return room_channel(audience.key)
        case "topic":
            return topic_channel(audience.key)
        case _:
            return MAIN


def _order(world: World, message: str) -> int:
    said = world.talk.said(message)
    return said.order if said is not None else 0


def _named(world: World, member: MemberId) -> dict[str, Any]:
    seat = world.seats.seat(member)
    if seat is None:
        return {}
    return {"number": seat.number, "name": seat.name} if seat.name else {"number": seat.number}


def _marked(world: World, audience: Audience) -> Iterable[str]:
    there = world.state(ThanksState).places.get(_channel(audience), {})
    shown = (message for message in there if _order(world, message))
    return heapq.nlargest(MARKED, shown, key=lambda message: _order(world, message))


def _mark(world: World, audience: Audience, key: str) -> Json | None:
    state = world.state(ThanksState)
    thanks = state.for_message(key)
    if not thanks or thanks[0].channel != _channel(audience) or not _order(world, key):
        return None
    mark: dict[str, Any] = {
        "count": len(thanks),
        "reasons": dict(Counter(str(each.reason) for each in thanks)),
    }
    told = [each for each in thanks if each.open and each.words][-QUOTED:]
    if told:
        mark["said"] = {each.id: {"text": each.words, "order": each.order} | _named(world, each.giver) for each in told}
    return mark


def _received(world: World, audience: Audience) -> Iterable[str]:
    seat = world.seats.seat(audience.key)
    state = world.state(ThanksState)
    # Who waits or is out is told of nobody.
    if seat is None or not seat.is_in:
        return ()
    got = [key for name in selves(world, audience.key) for key in state.newest(state.received, name, MOST)]
    return sorted(got, key=lambda key: -state.thanks[key].order)[:MOST]


def _received_entry(world: World, audience: Audience, key: str) -> Json | None:
    thanks = world.state(ThanksState).thanks.get(key)
    if thanks is None or thanks.to not in selves(world, audience.key):
        return None
    entry = _about(world, thanks) | _named(world, thanks.giver)
    return entry | {"text": thanks.words} if thanks.words else entry


def _about(world: World, thanks: Thanks) -> dict[str, Any]:
    entry: dict[str, Any] = {"reason": str(thanks.reason), "at": thanks.at, "order": thanks.order}
    if thanks.message and _order(world, thanks.message):
        entry |= {"message": thanks.message, "channel": thanks.channel}
    return entry


def _count(world: World, audience: Audience) -> Json | None:
    received = world.state(ThanksState).received
    return sum(len(received.get(name, ())) for name in selves(world, audience.key)) or None


def _given(world: World, audience: Audience) -> Iterable[str]:
    seat = world.seats.seat(audience.key)
    state = world.state(ThanksState)
    return state.newest(state.given, audience.key, MOST) if seat is not None and seat.is_in else ()


def _given_entry(world: World, audience: Audience, key: str) -> Json | None:
    thanks = world.state(ThanksState).thanks.get(key)
    if thanks is None or thanks.giver != audience.key:
        return None
    said = world.talk.said(thanks.message) if thanks.message else None
    # Who wrote without their name is not named here either, nor once their message is gone.
    is_known = said is not None and not said.is_anonymous if thanks.message else True
    entry = _about(world, thanks)
    entry |= {"to": thanks.to} | _named(world, thanks.to) if is_known else {"anonymous": True}
    if thanks.text:
        entry["text"] = thanks.text
    if thanks.open:
        entry["open"] = True
    if thanks.outcome not in {None, Outcome.PUBLISHED}:
        entry["state"] = str(thanks.outcome)
    return entry | {"told": thanks.told} if thanks.told else entry


PARTS = (
    Collection("class", "marks", _marked, _mark, windowed=True),
    Collection("room", "marks", _marked, _mark, windowed=True),
    Collection("topic", "marks", _marked, _mark, windowed=True),
    Collection("me", "received", _received, _received_entry, windowed=True),
    Field("me", "count", _count),
    Collection("me", "given", _given, _given_entry, windowed=True),
)


def _touch(world: World, thanks: Thanks | e.ThanksGiven | e.ThanksTakenBack) -> Iterable[Touch]:
    key = thanks.id if isinstance(thanks, Thanks) else thanks.thanks
    to = me(person_behind(world, thanks.to))
    yield Touch(to, "received", key)
    yield Touch(to, "count")
    yield Touch(me(thanks.giver), "given", key)
    if thanks.message:
        yield Touch(channel_audience(thanks.channel), "marks", thanks.message)


def _touch_item(world: World, item: str) -> Iterable[Touch]:
    """Words of thanks, or a message that somebody was thanked for, show otherwise."""
    state = world.state(ThanksState)
    for thanks in (*([state.thanks[item]] if item in state.thanks else ()), *state.for_message(item)):
        yield from _touch(world, thanks)


def _touch_member(world: World, member: MemberId) -> Iterable[Touch]:
    """Somebody is called otherwise, or came or went."""
    state = world.state(ThanksState)
    yield Touch(me(member), "received")
    yield Touch(me(member), "given")
    for key in (*state.given.get(member, ()), *state.received.get(member, ())):
        yield from _touch(world, state.thanks[key])


def touched(world: World, envelope: Envelope) -> Iterable[Touch]:
    """Return what an envelope changed in the views of thanks."""
    match envelope.event:
        case e.ThanksGiven() | e.ThanksTakenBack() as event:
            yield from _touch(world, event)
        case TextSubmitted(kind="name", author=author):
            yield from _touch_member(world, author)
        case TextDecided(item=item, author=author):
            yield from _touch_item(world, item)
            if item.startswith("name:"):
                yield from _touch_member(world, author)
        case TextSubmitted(item=item):
            yield from _touch_item(world, item)
        case TextWithdrawn(withdrawn=item):
            yield from _touch_item(world, item)
        case SeatChanged(member=member) | MemberErased(member=member):
            yield from _touch_member(world, member)
        case _:
            pass


def text_of(world: World, item: str, revision: int) -> str | None:
    """Return the words of thanks; None when there are none such."""
    thanks = world.state(ThanksState).thanks.get(item)
    return thanks.text if thanks is not None and thanks.outcome is not None and revision == 1 else None
