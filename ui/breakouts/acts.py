"""What staff do with rooms: open, time, tell, help, move, close, with a way back where there is one."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from app.domain.breakouts import commands as b
from app.domain.breakouts.state import BreakoutsState, Round
from app.domain.discussion.commands import PostMessage
from app.domain.kernel.words import MAIN, room_channel
from app.domain.support.commands import ClaimCall, ResolveCall
from app.domain.support.state import SupportState
from ui.bridge.names import member_name, place_name

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from ui.bridge.session import SessionBridge
    from ui.widgets.toast import Toast

MOVE_GRACE = 10
"""How long somebody who is moved may finish a sentence, in seconds."""

_MINUTE = 60_000


class RoomActs(QObject):
    """Acts on the rooms of a session.

    Args:
        bridge: of the session.
        toast: tells what was done, with its undo.
        parent: the owner.
    """

    def __init__(self, bridge: SessionBridge, toast: Toast, parent: QWidget) -> None:
        super().__init__(parent)
        self._bridge, self._toast = bridge, toast

    @property
    def _state(self) -> BreakoutsState:
        return self._bridge.projected.state(BreakoutsState)

    @property
    def round(self) -> Round | None:
        """The round that is open."""
        return self._state.open_round

    def reopen(self, key: str) -> None:
        """Open a closed round again.

        Args:
            key: which one.
        """
        self._bridge.submit(b.ReopenRound(round=key))

    def shift(self, minutes: int) -> None:
        """Give the rooms more time, or less; a round without an end gets one.

        Args:
            minutes: more when positive.
        """
        current = self.round
        if current is None:
            return
        now = self._bridge.now()
        ends_at = max(current.ends_at, now) + minutes * _MINUTE
        if ends_at > now:
            self._bridge.submit(b.SetTimer(round=current.id, ends_at=ends_at))

    def close(self, *, at_once: bool = False) -> None:
        """Close the rooms after their grace, with a way back until then.

        Args:
            at_once: without any grace.
        """
        current = self.round
        if current is None:
            return
        grace = 0 if at_once else current.grace // 1000 or 30
        asked = self._bridge.submit(b.CloseRound(round=current.id, grace=grace))
        if asked is not None and grace:
            text = self.tr("The rooms close in %1 seconds").replace("%1", str(grace))
            self._toast.say(text, undo=lambda: self.go_on(current))

    def go_on(self, before: Round) -> None:
        """Take a closing back: the rooms go on as they were timed before.

        Args:
            before: the round as it was.
        """
        current = self.round
        if current is None or current.id != before.id:
            return
        ends_at = before.ends_at if before.ends_at > self._bridge.now() else 0
        self._bridge.submit(b.SetTimer(round=current.id, ends_at=ends_at))

    def move(self, members: tuple[str, ...], place: str, *, grace: int = MOVE_GRACE) -> None:
        """Bring people elsewhere; they are told first, and there is a way back.

        Args:
            members: who.
            place: where to.
            grace: how long they may finish a sentence, in seconds.
        """
        before = {member: seat.place for member in members if (seat := self._bridge.projected.seats.seat(member))}
        if self._bridge.submit(b.MoveMembers(members=members, place=place, grace=grace)) is None:
            return
        where = place_name(self._bridge.projected, place)
        if len(members) == 1:
            text = self.tr("%1 goes to %2").replace("%1", member_name(self._bridge.projected, members[0]))
        else:
            text = self.tr("%n people go to %2", "moved", len(members))
        self._toast.say(text.replace("%2", where), undo=lambda: self._back(before))

    def _back(self, before: dict[str, str]) -> None:
        for place in dict.fromkeys(before.values()):
            members = tuple(member for member, was in before.items() if was == place)
            there = place if self._bridge.projected.seats.room_exists(place) else MAIN
            self._bridge.submit(b.MoveMembers(members=members, place=there))

    def claim(self, room: str) -> None:
        """Take a call for help upon oneself.

        Args:
            room: that calls.
        """
        self._with_call(room, ClaimCall)

    def helped(self, room: str) -> None:
        """Say that a room was helped.

        Args:
            room: that called.
        """
        self._with_call(room, ResolveCall)

    def _with_call(self, room: str, command: type[ClaimCall | ResolveCall]) -> None:
        call = self._bridge.projected.state(SupportState).open_call(room_channel(room))
        if call is not None:
            self._bridge.submit(command(call=call.call))

    def answer_time(self, room: str, *, granted: bool) -> None:
        """Give the whole round the minutes that a room asks for, or say that there are none.

        Args:
            room: which one asks.
            granted: whether it gets them.
        """
        current, asked = self.round, self._state.rooms.get(room)
        if current is None or asked is None:
            return
        before, minutes = current.ends_at, asked.wants
        if self._bridge.submit(b.AnswerTime(room=room, granted=granted)) is None or not granted:
            return
        text = self.tr("The rooms have %n minute(s) more", "granted", minutes)
        if before > self._bridge.now():
            self._toast.say(text, undo=lambda: self._bridge.submit(b.SetTimer(round=current.id, ends_at=before)))
        else:
            self._toast.say(text)

    def name_captain(self, room: str, member: str) -> None:
        """Let somebody be captain of a room, or nobody, with a way back.

        Args:
            room: which one.
            member: who; empty for nobody.
        """
        known = self._state.rooms.get(room)
        if known is None or self._bridge.submit(b.NameCaptain(room=room, member=member)) is None:
            return
        if member:
            text = self.tr("%1 is captain of %2").replace("%1", member_name(self._bridge.projected, member))
        else:
            text = self.tr("%2 has no captain now")
        before = known.captain
        self._toast.say(
            text.replace("%2", known.name),
            undo=lambda: self._bridge.submit(b.NameCaptain(room=room, member=before)),
        )

    def is_inside(self, room: str) -> bool:
        """Tell whether one is in a room oneself.

        Args:
            room: which one.
        """
        seat = self._bridge.seat
        return seat is not None and seat.place == room_channel(room)

    def enter(self, room: str) -> None:
        """Go into a room oneself, or back out of it.

        Args:
            room: which one.
        """
        place = MAIN if self.is_inside(room) else room_channel(room)
        self._bridge.submit(b.MoveMembers(members=(self._bridge.me,), place=place))

    def speak(self, room: str, text: str) -> None:
        """Write into a room's conversation.

        Args:
            room: which one.
            text: what.
        """
        self._bridge.submit(PostMessage(channel=room_channel(room), text=text))

    def announce(self, text: str, rooms: tuple[str, ...] = ()) -> None:
        """Tell rooms something; they see it above their conversation until they put it away.

        Args:
            text: what.
            rooms: which ones; all that are open when left out.
        """
        self._bridge.submit(b.Announce(text=text, rooms=rooms))

    def close_room(self, room: str) -> None:
        """Close one room; its people return to the main room.

        Args:
            room: which one.
        """
        self._bridge.submit(b.CloseRoom(room=room))
