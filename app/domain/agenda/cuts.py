"""Offers that bring the rest of a day back into its time.

An offer keeps every pinned activity and its moment, leaves every objective served that was served, gives no activity
less than is sensible for it, and touches breaks only where nothing else is enough. It says what it does: its changes
are those of one `agenda.retime`.
"""

from __future__ import annotations

import math
from collections import Counter
from enum import StrEnum
from itertools import pairwise
from typing import TYPE_CHECKING, Final

import msgspec
from msgspec.structs import replace

from app.domain.agenda.activity import MINUTE, Activity, Kind, Retiming
from app.domain.agenda.state import AgendaState, Standing
from app.domain.agenda.timing import NOTICED, Course, course, course_if

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping

    from app.domain.kernel.words import Millis

LEAST: Final[dict[Kind, int]] = {
    Kind.TALK: 5,
    Kind.DISCUSSION: 8,
    Kind.DEBATE: 10,
    Kind.POLL: 3,
    Kind.BREAKOUT: 8,
    Kind.QA: 3,
    Kind.SHARE_OUT: 5,
    Kind.ENERGISER: 3,
    Kind.BREAK: 5,
}
"""The fewest minutes in which an activity of a kind still makes sense; nor does an offer take more than half of it."""


class Cut(StrEnum):
    """How an offer wins time back."""

    SPREAD = "spread"
    LONGEST = "longest"
    LEAVE_OUT = "leave_out"
    EVERYTHING = "everything"


class Offer(msgspec.Struct, frozen=True, kw_only=True):
    """A way back into time.

    Attributes:
        cut: how.
        changes: what each activity's time would be; never empty.
        won: how many minutes it takes out of the rest of the day.
        enough: whether the rest then keeps its time.
    """

    cut: Cut
    changes: tuple[Retiming, ...]
    won: int
    enough: bool


def offers(state: AgendaState, now: Millis) -> tuple[Offer, ...]:
    """Return what would bring the rest of the day back into time, the gentlest first; nothing while it is in time.

    What is not enough is offered only when nothing is.

    Args:
        state: the agenda.
        now: the time.
    """
    as_it_is = course(state, now)
    if as_it_is.late < NOTICED:
        return ()
    ways: tuple[tuple[Cut, Callable[[_Draft], None]], ...] = (
        (Cut.SPREAD, _spread),
        (Cut.LEAVE_OUT, _leave_out),
        (Cut.LONGEST, _longest),
        (Cut.EVERYTHING, _everything),
    )
    found: list[Offer] = []
    for cut, way in ways:
        draft = _Draft(state, now)
        draft.each_stretch(way)
        offer = draft.offer(cut, as_it_is)
        if offer is not None and all(offer.changes != other.changes for other in found):
            found.append(offer)
    enough = [offer for offer in found if offer.enough]
    gentle = [offer for offer in enough if offer.cut is not Cut.EVERYTHING] or enough
    return tuple(gentle) or tuple(sorted(found, key=lambda offer: -offer.won)[:1])


def least_minutes(activity: Activity, spent: Millis = 0) -> int:
    """Return the fewest minutes that an offer leaves an activity.

    Args:
        activity: as it is now.
        spent: how long it was under way already, in milliseconds.
    """
    sensible = max(LEAST[activity.kind], math.ceil(activity.minutes / 2), math.ceil(spent / MINUTE))
    return min(activity.minutes, sensible)


class _Draft:
    """An offer in the making: other minutes for some activities, and some left out."""

    def __init__(self, state: AgendaState, now: Millis) -> None:
        self.state, self.now = state, now
        self.changed: dict[str, Activity] = {}
        self.skipped: list[str] = []
        self.stretch: tuple[str, ...] = ()
        self.need = 0
        kept = (each for key, each in state.activities.items() if state.standing(key) is not Standing.SKIPPED)
        self._served = Counter(objective for each in kept for objective in set(each.objectives))

    def course(self) -> Course:
        """Reckon how the time would go."""
        return course_if(self.state, self.now, self.changed, self.skipped)

    def each_stretch(self, way: Callable[[_Draft], None]) -> None:
        """Have a way win back what each stretch between two fixed moments lacks: only what lies before one helps it."""
        ids = [slot.activity for slot in self.course().slots]
        pins = [place for place, each in enumerate(ids) if self.state.activities[each].pinned]
        bounds = [0, *(place for place in pins if place), len(ids)]
        for start, end in pairwise(bounds):
            self.stretch = tuple(ids[start:end])
            self.need = self._missing(ids[end] if end < len(ids) else "")
            if self.need > 0:
                way(self)

    def _missing(self, until: str) -> int:
        """Return how many minutes too many there are before a pinned activity, or before the end of the day."""
        reckoned = self.course()
        slot = reckoned.slot(until) if until else None
        late = slot.late if slot is not None else reckoned.ends_at - reckoned.due if reckoned.due else 0
        return math.ceil(late / MINUTE) if late >= NOTICED else 0

    def activity(self, key: str) -> Activity:
        """Return an activity as the draft has it."""
        return self.changed.get(key) or self.state.activities[key]

    def room(self, key: str) -> int:
        """Return how many minutes the draft can still take from an activity."""
        least = least_minutes(self.state.activities[key], self.state.spent.get(key, 0))
        return max(0, self.activity(key).minutes - least)

    def take(self, key: str, minutes: int) -> None:
        """Take minutes from an activity."""
        activity = self.activity(key)
        self.changed[key] = replace(activity, minutes=activity.minutes - minutes)
        self.need -= minutes

    def leave_out(self, key: str) -> None:
        """Leave an activity out."""
        self.need -= _left(self, key)
        self._served.subtract(set(self.state.activities[key].objectives))
        self.skipped.append(key)
        self.changed.pop(key, None)

    def may_leave_out(self, key: str) -> bool:
        """Whether an activity can go: it is not pinned, no break, and each of its objectives is served without it."""
        activity = self.state.activities[key]
        if activity.pinned or activity.kind is Kind.BREAK:
            return False
        return all(self._served[objective] > 1 for objective in activity.objectives)

    def offer(self, cut: Cut, as_it_is: Course) -> Offer | None:
        """Return the offer that came of it; None when it changes nothing."""
        shorter = [
            Retiming(activity=key, minutes=activity.minutes)
            for key, activity in self.changed.items()
            if key not in self.skipped and activity.minutes != self.state.activities[key].minutes
        ]
        out = [Retiming(activity=key, minutes=self.state.activities[key].minutes, skipped=True) for key in self.skipped]
        if not shorter and not out:
            return None
        after = self.course()
        if _missed(after) >= _missed(as_it_is):
            return None
        places = {key: place for place, key in enumerate(self.state.order)}
        changes = sorted((*shorter, *out), key=lambda change: places[change.activity])
        won = sum(self.state.activities[each.activity].minutes - each.minutes for each in shorter)
        won += sum(_left(self, each.activity) for each in out)
        return Offer(cut=cut, changes=tuple(changes), won=won, enough=after.late < NOTICED)


def _missed(reckoned: Course) -> Millis:
    """Return by how much all fixed moments together are missed."""
    over = max(0, reckoned.ends_at - reckoned.due) if reckoned.due else 0
    return over + sum(slot.late for slot in reckoned.slots)


def _left(draft: _Draft, key: str) -> int:
    spent = math.floor(draft.state.spent.get(key, 0) / MINUTE)
    return max(0, draft.activity(key).minutes - spent)


def _shorter(draft: _Draft, keys: Iterable[str]) -> None:
    """Take what is needed from all of these, from each in proportion to what it can give."""
    rooms: Mapping[str, int] = {key: draft.room(key) for key in keys if draft.room(key)}
    there = sum(rooms.values())
    wanted = min(draft.need, there)
    for key, room in rooms.items():
        # The share of what is still wanted in what is still there: rounding never loses a minute.
        share = math.ceil(wanted * room / there) if there else 0
        there -= room
        wanted -= share
        if share:
            draft.take(key, share)


def _spread(draft: _Draft) -> None:
    _shorter(draft, [key for key in draft.stretch if draft.activity(key).kind is not Kind.BREAK])


def _longest(draft: _Draft) -> None:
    """Shorten as few activities as will do, the one that can give most first."""
    keys = [key for key in draft.stretch if draft.activity(key).kind is not Kind.BREAK]
    for key in sorted(keys, key=draft.room, reverse=True):
        if draft.need <= 0:
            return
        if draft.room(key):
            draft.take(key, min(draft.need, draft.room(key)))


def _leave_out(draft: _Draft) -> None:
    """Leave out the activity that fits best, and more while that is not enough; energisers before what is worked on."""
    while draft.need > 0:
        free = [key for key in draft.stretch if key not in draft.skipped and draft.may_leave_out(key)]
        free = [key for key in free if _left(draft, key) > 0]
        if not free:
            break
        draft.leave_out(min(free, key=lambda key: _fit(draft, key)))
    if draft.need > 0:
        _shorter(draft, [key for key in draft.stretch if key not in draft.skipped and not _is_break(draft, key)])


def _fit(draft: _Draft, key: str) -> tuple[bool, bool, int]:
    minutes = _left(draft, key)
    enough = minutes >= draft.need
    return not enough, draft.activity(key).kind is not Kind.ENERGISER, minutes if enough else -minutes


def _everything(draft: _Draft) -> None:
    """Shorten, then leave out, then shorten breaks as well: what is done when nothing gentler is enough."""
    _spread(draft)
    if draft.need > 0:
        _leave_out(draft)
    if draft.need > 0:
        _shorter(draft, [key for key in draft.stretch if key not in draft.skipped and _is_break(draft, key)])


def _is_break(draft: _Draft, key: str) -> bool:
    return draft.activity(key).kind is Kind.BREAK
