"""What learners see of the conversation, now and in its history."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

from app.domain.discussion import events as e
from app.domain.discussion.state import WINDOW, DiscussionState, Message
from app.domain.kernel.gate import TextDecided, TextSubmitted
from app.domain.kernel.messages import MemberErased
from app.domain.kernel.refusal import Refusal
from app.domain.kernel.seats import ALL_OF_IT, SeatChanged, visible_until
from app.domain.kernel.views import CLASS, Audience, Collection, Field, Touch, me, place_audience
from app.domain.kernel.words import MAIN, STAFF, ChannelId, Phase, room_channel
from app.domain.session.events import PhaseChanged

if TYPE_CHECKING:
    from collections.abc import Iterable

    from app.domain.kernel.capability import Viewer
    from app.domain.kernel.envelope import Envelope
    from app.domain.kernel.views import Json
    from app.domain.kernel.words import MemberId
    from app.domain.kernel.world import World

PAGE_LIMIT: Final = 100
"""The most messages that one page of history holds."""


def _discussion(world: World) -> DiscussionState:
    return world.state(DiscussionState)


def _channel(audience: Audience) -> ChannelId:
    return MAIN if audience.kind == "class" else room_channel(audience.key)


def message_entry(world: World, message: Message, until: int = ALL_OF_IT) -> dict[str, Any] | None:
    """Return a shown message as learners see it; None when nothing of it is theirs to see.

    Args:
        world: the state to read.
        message: the message.
        until: the last seq of its channel that the reader may know of; they see it as it stood then.
    """
    revision = message.shown_by(until)
    if not revision:
        return None
    shown = message.revisions[revision - 1]
    entry: dict[str, Any] = {"author": message.author, "at": message.at, "order": message.order}
    seat = world.seats.seat(message.author)
    if seat is not None:
        entry["number"] = seat.number
        if seat.name:
            entry["name"] = seat.name
        if seat.role.is_staff:
            entry["staff"] = True
    if shown.text:
        entry["text"] = shown.text
    else:
        entry["erased"] = True
    if message.reply_to:
        entry["reply_to"] = message.reply_to
    if revision > 1:
        entry["edited"] = True
    reactions = _reactions(world, message, until)
    if reactions:
        entry["reactions"] = reactions
    return entry


def _reactions(world: World, message: Message, until: int) -> dict[str, int]:
    given = _discussion(world).reactions.get(message.id, {})
    if until == ALL_OF_IT:
        return {emoji: len(members) for emoji, members in given.items()}
    counts = {emoji: sum(seq <= until for seq in members.values()) for emoji, members in given.items()}
    return {emoji: count for emoji, count in counts.items() if count}


def _window(world: World, audience: Audience) -> Iterable[str]:
    return _discussion(world).window(_channel(audience))


def _window_entry(world: World, audience: Audience, key: str) -> Json | None:
    message = _discussion(world).messages.get(key)
    if message is None or message.channel != _channel(audience):
        return None
    return message_entry(world, message)


def _older(world: World, audience: Audience) -> Json | None:
    """Say whether there is history before the window."""
    shown = _discussion(world).shown.get(_channel(audience), ())
    return True if len(shown) > len(_discussion(world).window(_channel(audience))) else None


def _hands(world: World, audience: Audience) -> Json | None:  # noqa: ARG001 (every field's shape)
    return len(_discussion(world).hands) or None


def _own(world: World, audience: Audience) -> Iterable[str]:
    return _discussion(world).own(audience.key)


def _own_entry(world: World, audience: Audience, key: str) -> Json | None:
    message = _discussion(world).messages.get(key)
    if message is None or message.author != audience.key:
        return None
    newest = message.newest
    entry: dict[str, Any] = {
        "channel": message.channel,
        "at": message.at,
        "revision": len(message.revisions),
        "state": str(newest.outcome),
        "text": newest.text,
    }
    if newest.reason:
        entry["reason"] = newest.reason
    if message.reply_to:
        entry["reply_to"] = message.reply_to
    if message.is_shown:
        entry["published"] = True
    return entry


def _reacted(world: World, audience: Audience) -> Iterable[str]:
    return _discussion(world).reacted_to(audience.key)


def _reacted_entry(world: World, audience: Audience, key: str) -> Json | None:
    return dict(_discussion(world).reacted.get(audience.key, {}).get(key, {})) or None


def _hand(world: World, audience: Audience) -> Json | None:
    hand = _discussion(world).hands.get(audience.key)
    return hand.since if hand else None


PARTS = (
    Collection("class", "messages", _window, _window_entry, windowed=True),
    Field("class", "older", _older),
    Field("class", "hands", _hands),
    Collection("room", "messages", _window, _window_entry, windowed=True),
    Field("room", "older", _older),
    Collection("me", "own", _own, _own_entry, windowed=True),
    Collection("me", "reacted", _reacted, _reacted_entry, windowed=True),
    Field("me", "hand", _hand),
)


def _touch_message(world: World, message_id: str) -> Iterable[Touch]:
    message = _discussion(world).messages.get(message_id)
    if message is None:
        return
    yield Touch(me(message.author), "own", message_id)
    if message.channel != STAFF:
        audience = place_audience(message.channel)
        yield Touch(audience, "messages", message_id)
        yield Touch(audience, "older")


def _touch_author(world: World, member: MemberId) -> Iterable[Touch]:
    """A name changed: every message of its owner that stands in a document shows it."""
    discussion = _discussion(world)
    for channel in discussion.shown:
        if channel == STAFF:
            continue
        for message_id in discussion.window(channel):
            if discussion.messages[message_id].author == member:
                yield Touch(place_audience(channel), "messages", message_id)


def touched(world: World, envelope: Envelope) -> Iterable[Touch]:
    """Return what an envelope changed in the conversation's views."""
    match envelope.event:
        case e.MessagePosted(item=item) | e.MessageEdited(item=item):
            yield from _touch_message(world, item)
        case e.MessageDeleted(message=message_id):
            yield from _touch_message(world, message_id)
        case TextDecided(item=item, author=author):
            yield from _touch_message(world, item)
            if item not in _discussion(world).messages:
                yield from _touch_author(world, author)
        case TextSubmitted(kind="name", author=author, revision=revision) if revision > 1:
            yield from _touch_author(world, author)
        case e.Reacted(message=message_id):
            yield Touch(me(envelope.actor), "reacted", message_id)
            yield from _touch_message(world, message_id)
        case e.HandRaised(member=member) | e.HandLowered(member=member):
            yield Touch(CLASS, "hands")
            yield Touch(me(member), "hand")
        case SeatChanged(member=member):
            # Messages say whether their author is of the staff.
            yield from _touch_author(world, member)
        case PhaseChanged(phase=Phase.ENDED):
            yield Touch(CLASS, "hands")
            for seat in world.seats.all_seats():
                yield Touch(me(seat.member), "hand")
        case MemberErased(member=member):
            yield from _touch_author(world, member)
            for message_id in _discussion(world).own(member):
                yield Touch(me(member), "own", message_id)
        case _:
            pass


def history(world: World, viewer: Viewer, args: dict[str, Any]) -> dict[str, Any]:
    """Answer a page of a channel's history.

    Args:
        world: the state to read.
        viewer: who asks; decides how far they may read, and as it stood when they left.
        args: `channel`, `before` (an order; 0 for the newest) and `limit` (1 to 100).

    Returns:
        `messages` by id, and `older` when there are more.

    Raises:
        Refusal: `bad_query`, or `not_your_channel` when nothing of the channel is the viewer's to read.
    """
    channel, before, limit = args.get("channel"), args.get("before", 0), args.get("limit", WINDOW)
    if not isinstance(channel, str) or type(before) is not int or type(limit) is not int:
        raise Refusal("bad_query")
    seat = world.seats.seat(viewer.member)
    until = visible_until(world.seats, seat, channel) if seat else 0
    if not until:
        raise Refusal("not_your_channel")
    before = min(before or until + 1, until + 1)
    ids, older = _discussion(world).page(channel, before, max(1, min(limit, PAGE_LIMIT)))
    entries = ((key, message_entry(world, _discussion(world).messages[key], until)) for key in ids)
    page: dict[str, Any] = {"messages": {key: entry for key, entry in entries if entry is not None}}
    return page | {"older": True} if older else page


def text_of(world: World, item: str, revision: int) -> str | None:
    """Return the text of one revision of a message; None when there is none such."""
    message = _discussion(world).messages.get(item)
    return message.revisions[revision - 1].text if message and 0 < revision <= len(message.revisions) else None
