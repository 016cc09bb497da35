"""Who was there, and when: intervals from the log, one line of them a member whatever their devices."""

from __future__ import annotations

from typing import TYPE_CHECKING

import msgspec

from app.domain.kernel.words import Millis, Phase
from app.domain.roster.events import Presence, PresenceNoted
from app.domain.session.events import PhaseChanged

if TYPE_CHECKING:
    from collections.abc import Iterable

    from app.domain.kernel.envelope import Envelope
    from app.domain.kernel.words import MemberId


class Interval(msgspec.Struct, frozen=True):
    """A time during which somebody was there, in milliseconds since 1970; `end` is not before `start`."""

    start: Millis
    end: Millis


def presence(envelopes: Iterable[Envelope]) -> dict[MemberId, tuple[Interval, ...]]:
    """Return when each member was there, in order, as the log tells it.

    A page that went behind (hidden) was still connected: it counts. What is open where the class or the log ends is
    closed there. Intervals that touch are one.

    Args:
        envelopes: of one session, in order.
    """
    found: dict[MemberId, list[Interval]] = {}
    since: dict[MemberId, Millis] = {}
    ended: Millis | None = None
    last: Millis = 0
    for envelope in envelopes:
        last = envelope.at
        match envelope.event:
            case PhaseChanged(phase=Phase.ENDED):
                ended = envelope.at
            case PresenceNoted(changes=changes):
                for change in changes:
                    if change.presence is not Presence.GONE:
                        since.setdefault(change.member, change.at)
                    elif (start := since.pop(change.member, None)) is not None:
                        _close(found.setdefault(change.member, []), start, change.at)
            case _:
                pass
    for member, start in since.items():
        _close(found.setdefault(member, []), start, last)
    if ended is not None:
        found = {member: _until(intervals, ended) for member, intervals in found.items()}
    return {member: tuple(intervals) for member, intervals in found.items()}


def _close(intervals: list[Interval], start: Millis, end: Millis) -> None:
    end = max(start, end)
    if intervals and intervals[-1].end >= start:
        start, end = intervals[-1].start, max(intervals[-1].end, end)
        intervals.pop()
    intervals.append(Interval(start, end))


def _until(intervals: list[Interval], end: Millis) -> list[Interval]:
    return [Interval(each.start, min(each.end, end)) for each in intervals if each.start < end]


def total(intervals: Iterable[Interval]) -> Millis:
    """Return how long intervals that do not overlap last together, in milliseconds."""
    return sum(each.end - each.start for each in intervals)
