"""Who calls for help, and with whom staff write privately, as rows made from the state."""

from __future__ import annotations

from dataclasses import dataclass
from enum import IntEnum
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from app.domain.breakouts.state import BreakoutsState
from app.domain.kernel.seats import Standing
from app.domain.kernel.words import MAIN, Role, room_of
from app.domain.roster.events import Presence
from app.domain.roster.state import RosterState
from app.domain.support.state import SupportState
from ui.breakouts.model import room_row
from ui.breakouts.words import last_text, people_text, steps_text
from ui.bridge.names import member_name, place_name
from ui.discussion.model import GROUPED_WITHIN_MS, Mark, MessageRow

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from app.domain.kernel.world import World
    from app.domain.support.events import Problem
    from app.domain.support.state import Call, PrivateText


class Stand(IntEnum):
    """Where somebody is in the queue, the first wanting staff most."""

    CALLS = 0
    WROTE = 1
    TAKEN = 2
    QUIET = 3


@dataclass(frozen=True)
class HelpRow:
    """Somebody, or a room, in the queue of help.

    Attributes:
        key: a member's id, or a room as a place.
        call: their call; empty when there is none.
        name: what they are called.
        stand: where they are in the queue.
        kind: what is wrong; None for a room, and without a call.
        since: since when it waits, or when the last thing was written, in milliseconds since 1970.
        by: the name of who is on it; empty for nobody.
        mine: whether that is oneself.
        text: the last thing that was written.
        theirs: whether they wrote it.
        context: where they are and how that is.
        language: of their page, `fr` or `en`.
    """

    key: str
    call: str
    name: str
    stand: Stand
    kind: Problem | None
    since: int
    by: str
    mine: bool
    text: str
    theirs: bool
    context: str
    language: str = "fr"

    @property
    def is_room(self) -> bool:
        """Whether a room calls, and not a person."""
        return room_of(self.key) is not None

    @property
    def calls(self) -> bool:
        """Whether there is an open call."""
        return self.stand in {Stand.CALLS, Stand.TAKEN}


def queue(world: World, me: str, now: int) -> tuple[HelpRow, ...]:
    """List who wants staff and with whom they wrote, the one that wants somebody most first.

    Args:
        world: to read.
        me: who looks.
        now: the class's time, in milliseconds.
    """
    state = world.state(SupportState)
    callers = dict.fromkeys([*state.open_calls, *state.threads, *state.newest])
    rows = [row for caller in callers if (row := help_row(world, caller, me, now)) is not None]
    return tuple(sorted(rows, key=lambda row: (row.stand, -row.since if row.stand is Stand.QUIET else row.since)))


def help_row(world: World, caller: str, me: str, now: int) -> HelpRow | None:
    """Make the row of one person or room; None when there is nothing to show of it.

    Args:
        world: to read.
        caller: a member's id, or a room as a place.
        me: who looks.
        now: the class's time, in milliseconds.
    """
    state = world.state(SupportState)
    call = state.open_call(caller)
    if room_of(caller) is not None:
        return _room_row(world, caller, call, me, now) if call is not None else None
    waiting = state.unanswered(caller)
    items = state.threads.get(caller, ())
    last = state.texts[items[-1]] if items else None
    if call is not None:
        stand, since = (Stand.TAKEN if call.claimed_by else Stand.CALLS), call.waits_since
    elif waiting:
        stand, since = Stand.WROTE, waiting[0].at
    else:
        ended = state.calls.get(state.newest.get(caller, ""))
        stand, since = Stand.QUIET, max(last.at if last else 0, ended.ended_at if ended else 0)
    return HelpRow(
        key=caller,
        call=call.call if call else state.newest.get(caller, ""),
        name=member_name(world, caller),
        stand=stand,
        kind=call.kind if call else None,
        since=since,
        by=member_name(world, call.claimed_by) if call and call.claimed_by else "",
        mine=bool(call and call.claimed_by == me),
        text=last.text.split("\n", 1)[0] if last else "",
        theirs=bool(last and not last.is_staffs),
        context=_context(world, caller),
        language=world.state(RosterState).languages.get(caller, "fr"),
    )


def _room_row(world: World, place: str, call: Call, me: str, now: int) -> HelpRow | None:
    room = world.state(BreakoutsState).rooms.get(room_of(place) or "")
    if room is None:
        return None
    row = room_row(world, room, now)
    context = [people_text(len(row.people)), last_text(row, now)]
    if row.steps:
        context.insert(1, steps_text(row.done, row.steps))
    return HelpRow(
        key=place,
        call=call.call,
        name=room.name,
        stand=Stand.TAKEN if call.claimed_by else Stand.CALLS,
        kind=None,
        since=call.waits_since,
        by=member_name(world, call.claimed_by) if call.claimed_by else "",
        mine=call.claimed_by == me,
        text="",
        theirs=True,
        context=" · ".join(context),
    )


def _context(world: World, member: str) -> str:
    """Say where somebody is, and whether their page is there."""
    seat = world.seats.seat(member)
    if seat is None:
        return ""
    match seat.standing:
        case Standing.WAITING:
            return QCoreApplication.translate("Help", "at the door")
        case Standing.EXPECTED:
            return QCoreApplication.translate("Help", "has not come yet")
        case Standing.LEFT:
            return QCoreApplication.translate("Help", "has left")
        case Standing.REMOVED:
            return QCoreApplication.translate("Help", "was removed")
        case Standing.ADMITTED:
            place = "" if seat.place == MAIN else place_name(world, seat.place)
            gone = world.state(RosterState).presence_of(member) is Presence.GONE
            away = QCoreApplication.translate("Help", "not connected") if gone else ""
            return " · ".join(part for part in (place, away) if part)


def thread_rows(world: World, member: str, *, me: str, is_pending: Callable[[str], bool]) -> tuple[MessageRow, ...]:
    """Give what staff and a learner wrote to each other, as messages are shown everywhere.

    Args:
        world: to read.
        member: the learner.
        me: who looks.
        is_pending: tells whether a text waits for the relay.
    """
    state = world.state(SupportState)
    return tuple(_messages(world, (state.texts[item] for item in state.threads.get(member, ())), me, is_pending))


def _messages(
    world: World, texts: Iterable[PrivateText], me: str, is_pending: Callable[[str], bool]
) -> Iterable[MessageRow]:
    before: PrivateText | None = None
    for text in texts:
        seat = world.seats.seat(text.author)
        begins = before is None or before.author != text.author or text.at - before.at > GROUPED_WITHIN_MS
        yield MessageRow(
            id=text.item,
            author=text.author,
            name=member_name(world, text.author),
            role=seat.role if seat is not None else Role.LEARNER,
            at=text.at,
            text=text.text,
            mark=Mark.PENDING if is_pending(text.item) else Mark.NONE,
            begins=begins,
            mine=text.author == me,
        )
        before = text
