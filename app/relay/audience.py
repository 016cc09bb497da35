"""Which documents a seat's holder receives, what they hear in passing, and when they may receive nothing more."""

from __future__ import annotations

from typing import TYPE_CHECKING

from app.domain.kernel.refusal import Refusal
from app.domain.kernel.seats import ALL_OF_IT, Seat, Seats, Standing, may_write, visible_until
from app.domain.kernel.views import CLASS, PEOPLE, Audience, channel_audience, me, note_audience, place_audience
from app.domain.kernel.words import MAIN, STAFF, ChannelId, MemberId, Phase, PlaceId, Role, topic_channel

if TYPE_CHECKING:
    from collections.abc import Iterable


def audiences_of(
    seat: Seat, *, wants_people: bool, topics: Iterable[str] = (), notes: Iterable[PlaceId] = ()
) -> set[Audience]:
    """Return the documents that a seat's holder receives on a page.

    Args:
        seat: whose page.
        wants_people: whether the list of people is open on it.
        topics: the topics that are open on it, of those that learners know.
        notes: the places whose notes are open on it, of topics those that learners know.
    """
    own = {me(seat.member)}
    if not seat.is_in:
        return own
    audiences = {CLASS} | own | {channel_audience(topic_channel(topic)) for topic in topics}
    if seat.role is Role.OBSERVER:
        return audiences
    if seat.place != MAIN:
        audiences.add(place_audience(seat.place))
    if wants_people:
        audiences.add(PEOPLE)
    # A room's note is its members' while they are there, and staff's, who read every room.
    audiences |= {note_audience(place) for place in notes if may_write(seat, place)}
    return audiences


def why_sent_away(seat: Seat, phase: Phase, *, opens: MemberId | None, is_replica: bool) -> str:
    """Return why a connection must end, as `bye` tells it; empty when it may stay.

    Args:
        seat: whose connection it is.
        phase: where the session is in its life.
        opens: whose seat the token it came with opens now; none when it opens none any more.
        is_replica: whether it receives the log.
    """
    if seat.standing is Standing.REMOVED:
        return "removed"
    if seat.standing is Standing.LEFT:
        return "left"
    if opens is None:
        return "revoked"
    if opens != seat.member or (is_replica and not seat.role.is_staff):
        return "role_changed"
    return "archived" if phase is Phase.ARCHIVED and not seat.role.is_staff else ""


def check_signal(seat: Seat, channel: ChannelId, *, has_token: bool) -> None:
    """Check that a seat's holder may say something in passing in a channel.

    Args:
        seat: whose connection it is.
        channel: where.
        has_token: whether the token it came with still opens the seat.

    Raises:
        Refusal: `not_your_channel`.
    """
    # No gate reads a passing note, and nobody could take one back: learners send none, and none reaches them.
    if channel != STAFF or not has_token or not may_write(seat, channel):
        raise Refusal("not_your_channel")


def hears(seats: Seats, seat: Seat, channel: ChannelId, *, has_token: bool) -> bool:
    """Whether a connection hears what is said in passing in a channel: if its seat may read all of its history."""
    return has_token and visible_until(seats, seat, channel) == ALL_OF_IT
