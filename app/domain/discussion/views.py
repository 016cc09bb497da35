"""What learners see of the conversation."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from app.domain.discussion import events as e
from app.domain.discussion.state import DiscussionState, Message
from app.domain.kernel.anonymity import is_alias, member_behind, selves
from app.domain.kernel.floor import FloorReturned, FloorTaken, HandMoved
from app.domain.kernel.gate import TextDecided, TextSubmitted
from app.domain.kernel.messages import MemberErased
from app.domain.kernel.places import PlacesChanged
from app.domain.kernel.quoting import called
from app.domain.kernel.readings import Anonymity
from app.domain.kernel.seats import ALL_OF_IT, SeatChanged
from app.domain.kernel.views import CLASS, Audience, Collection, Field, Touch, channel_audience, me, place_audience
from app.domain.kernel.words import MAIN, STAFF, ChannelId, Phase, room_channel, topic_channel, topic_of
from app.domain.session.events import PhaseChanged

if TYPE_CHECKING:
    from collections.abc import Iterable

    from app.domain.kernel.envelope import Envelope
    from app.domain.kernel.views import Json
    from app.domain.kernel.words import MemberId
    from app.domain.kernel.world import World


def _discussion(world: World) -> DiscussionState:
    return world.state(DiscussionState)


def _channel(audience: Audience) -> ChannelId:
    match audience.kind:
        case "room":
            return room_channel(audience.key)
        case "topic":
            return topic_channel(audience.key)
        case _:
            return MAIN


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
    entry = called(world, message.author, is_anonymous=message.anonymous)
    entry |= {"at": message.at, "order": message.order}
    if shown.words:
        entry["text"] = shown.words
    else:
        entry["erased"] = True
    if message.reply_to:
        entry["reply_to"] = message.reply_to
    if message.prompted:
        entry["prompt"] = True
    if revision > 1:
        entry["edited"] = True
    if shown.instead:
        entry["by_staff"] = True
    if shown.mentions:
        names = ((member, world.seats.seat(member)) for member in shown.mentions)
        spoken_to = {member: seat.name for member, seat in names if seat is not None and seat.name}
        if spoken_to:
            entry["mentions"] = spoken_to
    replies = _replies(world, message, until)
    if replies:
        entry["replies"] = replies
    reactions = _reactions(world, message, until)
    if reactions:
        entry["reactions"] = reactions
    return entry


def _replies(world: World, message: Message, until: int) -> int:
    state = _discussion(world)
    if until == ALL_OF_IT:
        return state.replies.get(message.id, 0)
    return sum(bool(state.messages[key].shown_by(until)) for key in state.threads.get(message.id, ()))


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


def _gone(world: World, audience: Audience) -> Iterable[str]:
    return _discussion(world).gone_from(_channel(audience))


def _gone_entry(world: World, audience: Audience, key: str) -> Json | None:
    """Say that a message was taken away, to pages that keep it from having looked further back."""
    return True if key in _discussion(world).gone.get(_channel(audience), ()) else None


def _older(world: World, audience: Audience) -> Json | None:
    """Say whether there is history before the window."""
    shown = _discussion(world).shown.get(_channel(audience), ())
    return True if len(shown) > len(_discussion(world).window(_channel(audience))) else None


def _topics(world: World, audience: Audience) -> Iterable[str]:  # noqa: ARG001 (every collection's shape)
    return (topic for channel in _discussion(world).shown if (topic := topic_of(channel)) is not None)


def _topic_entry(world: World, audience: Audience, key: str) -> Json | None:  # noqa: ARG001
    """Say how much was said in a topic, and how far it goes: enough to know whether one has read it."""
    shown = _discussion(world).shown.get(topic_channel(key))
    return {"count": len(shown), "last": _discussion(world).messages[shown[-1]].order} if shown else None


def _hands(world: World, audience: Audience) -> Json | None:  # noqa: ARG001 (every field's shape)
    return len(_discussion(world).hands) or None


def _room_hands(world: World, audience: Audience) -> Iterable[str]:
    there = {seat.member for seat in world.seats.those_in(room_channel(audience.key))}
    return [member for member in _discussion(world).hands if member in there]


def _room_hand(world: World, audience: Audience, key: str) -> Json | None:
    """Say whose hand is up in a room, and since when: whoever runs its hands takes the first one first."""
    hand, seat = _discussion(world).hands.get(key), world.seats.seat(key)
    if hand is None or seat is None or not seat.is_in or seat.place != room_channel(audience.key):
        return None
    entry: dict[str, Any] = {"since": hand.since, "number": seat.number}
    return entry | {"name": seat.name} if seat.name else entry


def _own(world: World, audience: Audience) -> Iterable[str]:
    return _discussion(world).own(selves(world, audience.key))


def _own_entry(world: World, audience: Audience, key: str) -> Json | None:
    message = _discussion(world).messages.get(key)
    if message is None or message.author not in selves(world, audience.key):
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
    if newest.instead:
        entry["instead"] = newest.instead
    if message.reply_to:
        entry["reply_to"] = message.reply_to
    if message.is_shown:
        entry["published"] = True
    if message.anonymous:
        entry["anonymous"] = _to_whom(message)
    return entry


def _to_whom(message: Message) -> str:
    return str(Anonymity.EVERYBODY if is_alias(message.author) else Anonymity.PEERS)


def _unnamed(world: World, audience: Audience) -> Iterable[str]:
    return _discussion(world).without_name(selves(world, audience.key))


def _unnamed_entry(world: World, audience: Audience, key: str) -> Json | None:  # noqa: ARG001
    """Say of a message without a name that it is one's own, and to whom one is anonymous."""
    message = _discussion(world).messages.get(key)
    return _to_whom(message) if message is not None and message.is_shown else None


def _reacted(world: World, audience: Audience) -> Iterable[str]:
    return _discussion(world).reacted_to(audience.key)


def _reacted_entry(world: World, audience: Audience, key: str) -> Json | None:
    return dict(_discussion(world).reacted.get(audience.key, {}).get(key, {})) or None


def _called(world: World, audience: Audience) -> Iterable[str]:
    seat = world.seats.seat(audience.key)
    # Who waits or is out is told of nobody.
    return _discussion(world).called(audience.key) if seat is not None and seat.is_in else ()


def _called_entry(world: World, audience: Audience, key: str) -> Json | None:  # noqa: ARG001
    """Say who speaks to one, and where; the text stands in its channel."""
    message = _discussion(world).messages.get(key)
    if message is None or not message.is_shown:
        return None
    entry: dict[str, Any] = {"channel": message.channel, "order": message.order}
    if message.anonymous:
        return entry | {"anonymous": True}
    seat = world.seats.seat(message.author)
    if seat is None:
        return None
    entry["number"] = seat.number
    return entry | {"name": seat.name} if seat.name else entry


def _hand(world: World, audience: Audience) -> Json | None:
    hand = _discussion(world).hands.get(audience.key)
    return hand.since if hand else None


PARTS = (
    Collection("class", "messages", _window, _window_entry, windowed=True),
    Field("class", "older", _older),
    Collection("class", "gone", _gone, _gone_entry, windowed=True),
    Field("class", "hands", _hands),
    Collection("room", "messages", _window, _window_entry, windowed=True),
    Field("room", "older", _older),
    Collection("room", "gone", _gone, _gone_entry, windowed=True),
    Collection("room", "hands", _room_hands, _room_hand),
    Collection("topic", "messages", _window, _window_entry, windowed=True),
    Field("topic", "older", _older),
    Collection("topic", "gone", _gone, _gone_entry, windowed=True),
    Collection("class", "topics", _topics, _topic_entry),
    Collection("me", "mentions", _called, _called_entry, windowed=True),
    Collection("me", "own", _own, _own_entry, windowed=True),
    Collection("me", "anonymous", _unnamed, _unnamed_entry, windowed=True),
    Collection("me", "reacted", _reacted, _reacted_entry, windowed=True),
    Field("me", "hand", _hand),
)


def _touch_message(world: World, message_id: str) -> Iterable[Touch]:
    message = _discussion(world).messages.get(message_id)
    if message is None:
        return
    author = member_behind(world, message.author)
    if author is not None:
        yield Touch(me(author), "own", message_id)
        if message.anonymous:
            yield Touch(me(author), "anonymous", message_id)
    for revision in message.revisions:
        for member in revision.mentions:
            yield Touch(me(member), "mentions", message_id)
    if message.channel != STAFF:
        audience = channel_audience(message.channel)
        yield Touch(audience, "messages", message_id)
        yield Touch(audience, "older")
        if message.channel in _discussion(world).gone:
            yield Touch(audience, "gone", message_id)
        if message.thread:
            yield Touch(audience, "messages", message.thread)
        if audience.kind == "topic":
            yield Touch(CLASS, "topics", audience.key)


def _touch_hand(world: World, member: MemberId, seq: int) -> Iterable[Touch]:
    """A hand goes up or down, or its owner is somewhere else, or called otherwise: in the rooms where it was and is."""
    seat = world.seats.seat(member)
    for place in (*world.seats.places_left(member, seq), seat.place if seat else MAIN):
        if place != MAIN:
            yield Touch(place_audience(place), "hands", member)


def _touch_hands_moved(world: World, event: PlacesChanged, seq: int) -> Iterable[Touch]:
    hands = _discussion(world).hands
    moved = {member for member, _place in event.placed()}
    for member in hands:
        if member in moved or tuple(event.closed()):
            yield from _touch_hand(world, member, seq)


def _touch_author(world: World, member: MemberId) -> Iterable[Touch]:
    """A name changed: every message of its owner that stands in a document shows it."""
    discussion = _discussion(world)
    for channel in discussion.shown:
        if channel == STAFF:
            continue
        for message_id in discussion.window(channel):
            message = discussion.messages[message_id]
            if message.author == member or (message.shown and member in message.shown.mentions):
                yield Touch(channel_audience(channel), "messages", message_id)
    for other in discussion.mentioned:
        for message_id in discussion.called(other):
            if discussion.messages[message_id].author == member:
                yield Touch(me(other), "mentions", message_id)


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
                yield from _touch_hand(world, author, envelope.seq)
        case TextSubmitted(kind="name", author=author, revision=revision) if revision > 1:
            yield from _touch_author(world, author)
            yield from _touch_hand(world, author, envelope.seq)
        case e.Reacted(message=message_id):
            yield Touch(me(envelope.actor), "reacted", message_id)
            yield from _touch_message(world, message_id)
        case HandMoved(member=member) | FloorTaken(member=member) | FloorReturned(member=member):
            yield Touch(CLASS, "hands")
            yield Touch(me(member), "hand")
            yield from _touch_hand(world, member, envelope.seq)
        case PlacesChanged() as changed:
            yield from _touch_hands_moved(world, changed, envelope.seq)
        case SeatChanged(member=member):
            # Messages say whether their author is of the staff.
            yield from _touch_author(world, member)
            yield Touch(me(member), "mentions")
            yield from _touch_hand(world, member, envelope.seq)
        case PhaseChanged(phase=Phase.ENDED):
            yield Touch(CLASS, "hands")
            for seat in world.seats.all_seats():
                yield Touch(me(seat.member), "hand")
                yield from _touch_hand(world, seat.member, envelope.seq)
        case MemberErased(member=member):
            yield from _touch_author(world, member)
            yield from _touch_hand(world, member, envelope.seq)
            for message_id in _discussion(world).own((member,)):
                yield Touch(me(member), "own", message_id)
        case _:
            pass


def text_of(world: World, item: str, revision: int) -> str | None:
    """Return the text of one revision of a message; None when there is none such."""
    message = _discussion(world).messages.get(item)
    return message.revisions[revision - 1].text if message and 0 < revision <= len(message.revisions) else None
