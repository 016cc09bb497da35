"""What is known of calls for help and private threads, folded from events."""

from __future__ import annotations

from enum import StrEnum
from typing import TYPE_CHECKING, Final

import msgspec
from msgspec.structs import replace

from app.domain.kernel.help import HelpEvent, HelpTurn
from app.domain.kernel.messages import MemberErased
from app.domain.kernel.places import PlacesChanged
from app.domain.kernel.seats import SeatVacated
from app.domain.kernel.words import MemberId, Millis, PlaceId, room_channel
from app.domain.kernel.world import State
from app.domain.support import events as e
from app.domain.support.events import Problem

if TYPE_CHECKING:
    from app.domain.kernel.envelope import Envelope

WINDOW: Final = 50
"""How many texts of a private thread a document holds."""


class Ending(StrEnum):
    """How a call ended: they were helped, needed nobody any more, or were gone before anybody came."""

    RESOLVED = "resolved"
    WITHDRAWN = "withdrawn"
    LAPSED = "lapsed"


class Call(msgspec.Struct, frozen=True, kw_only=True):
    """One call for help.

    Attributes:
        call: its id.
        order: the place of the record that opened it.
        member: who called; in a room, who pressed the button.
        place: the room that calls, as a place; empty when a person does.
        kind: what is wrong; None for a room, which does not say.
        opened_at: when it was first made.
        waits_since: since when it waits: since it was made, or last opened again.
        claimed_by: the staff member who is on it, or last was when it is over; empty for nobody.
        claimed_at: when somebody first was; 0 before.
        answered_at: when staff first wrote back or, in a room, had helped; 0 before.
        ended_at: when it was over; 0 while it is open.
        ending: how; None while it is open.
        ended_by: who said so; empty for nobody.
        reopened: how often it was opened again.
        changed: the place of the record that last changed it.
    """

    call: str
    order: int
    member: MemberId
    place: PlaceId = ""
    kind: Problem | None = None
    opened_at: Millis
    waits_since: Millis
    claimed_by: MemberId = ""
    claimed_at: Millis = 0
    answered_at: Millis = 0
    ended_at: Millis = 0
    ending: Ending | None = None
    ended_by: MemberId = ""
    reopened: int = 0
    changed: int

    @property
    def is_open(self) -> bool:
        """Whether it still wants somebody."""
        return self.ending is None

    @property
    def caller(self) -> str:
        """Whose call it is: a room, as a place, or a person."""
        return self.place or self.member

    @property
    def responded_at(self) -> Millis:
        """When staff first reacted, by being on it, by a word, or by helping; 0 while nobody has."""
        helped = self.ended_at if self.ending is Ending.RESOLVED else 0
        return min((at for at in (self.claimed_at, self.answered_at, helped) if at), default=0)


class PrivateText(msgspec.Struct, frozen=True, kw_only=True):
    """One text of a private thread.

    Attributes:
        item: its id.
        member: the learner whose thread it stands in.
        author: who wrote it.
        at: when.
        order: the place of its record.
        text: what it says; empty after erasure.
    """

    item: str
    member: MemberId
    author: MemberId
    at: Millis
    order: int
    text: str

    @property
    def is_staffs(self) -> bool:
        """Whether staff wrote it."""
        return self.author != self.member


class SupportState(State, kw_only=True):
    """Calls for help, and private threads.

    Attributes:
        calls: every call ever, in the order of time.
        open_calls: who calls now (a member, or a room as a place) to their call.
        newest: member to their newest call.
        texts: every private text.
        threads: learner to the ids of what they and the staff wrote, in the order of time.
        read_to: learner to the place up to which staff have answered or read what they wrote.
    """

    calls: dict[str, Call] = {}
    open_calls: dict[str, str] = {}
    newest: dict[MemberId, str] = {}
    texts: dict[str, PrivateText] = {}
    threads: dict[MemberId, list[str]] = {}
    read_to: dict[MemberId, int] = {}

    def open_call(self, caller: str) -> Call | None:
        """Return what somebody calls for now.

        Args:
            caller: a member, or a room as a place.
        """
        return self.calls.get(self.open_calls.get(caller, ""))

    def unanswered(self, member: MemberId) -> tuple[PrivateText, ...]:
        """Return what a learner wrote since staff last answered or read it."""
        read = self.read_to.get(member, 0)
        found = []
        for item in reversed(self.threads.get(member, ())):
            text = self.texts[item]
            if text.order <= read:
                break
            if not text.is_staffs:
                found.append(text)
        return tuple(reversed(found))


def evolve(state: SupportState, envelope: Envelope) -> None:
    """Fold one envelope into the state of calls and threads."""
    event, at = envelope.event, envelope.at
    match event:
        case e.HelpAsked(call=call, member=member, kind=kind):
            asked = Call(
                call=call,
                order=envelope.seq,
                member=member,
                kind=kind,
                opened_at=at,
                waits_since=at,
                changed=envelope.seq,
            )
            _open(state, asked)
            state.newest[member] = call
        case e.CallWithdrawn(call=call):
            _end(state, call, Ending.WITHDRAWN, envelope)
        case HelpEvent():
            _turn(state, event, envelope)
        case e.SaidToStaff(item=item, author=author, text=text):
            _write(state, PrivateText(item=item, member=author, author=author, at=at, order=envelope.seq, text=text))
        case e.WrittenPrivately(item=item, member=member, author=author, text=text):
            _write(state, PrivateText(item=item, member=member, author=author, at=at, order=envelope.seq, text=text))
            state.read_to[member] = envelope.seq
            call_now = state.open_call(member)
            if call_now is not None and not call_now.answered_at:
                _change(state, replace(call_now, answered_at=at), envelope)
        case e.ThreadRead(member=member):
            state.read_to[member] = envelope.seq
        case PlacesChanged():
            for room in event.closed():
                _end(state, state.open_calls.get(room_channel(room), ""), Ending.LAPSED, envelope)
        case SeatVacated(member=member):
            _end(state, state.open_calls.get(member, ""), Ending.LAPSED, envelope)
            for call_id in list(state.open_calls.values()):
                if state.calls[call_id].claimed_by == member:
                    _change(state, replace(state.calls[call_id], claimed_by=""), envelope)
        case MemberErased(member=member):
            for item in state.threads.get(member, ()):
                state.texts[item] = replace(state.texts[item], text="")
        case _:
            pass


def _turn(state: SupportState, event: HelpEvent, envelope: Envelope) -> None:
    """Fold what happened to a call: by its own id or, when the room said it of itself, by where it is."""
    match event:
        case e.CallReopened() | e.CallClaimed() | e.CallReleased() | e.CallResolved():
            call = state.calls.get(event.call)
        case _:
            call = state.open_call(event.where())
    match event.turn():
        case HelpTurn.WANTED if call is None:
            called = Call(
                call=envelope.id,
                order=envelope.seq,
                member=envelope.actor,
                place=event.where(),
                opened_at=envelope.at,
                waits_since=envelope.at,
                changed=envelope.seq,
            )
            _open(state, called)
        case HelpTurn.WANTED if call is not None and not call.is_open:
            again = replace(
                call,
                waits_since=envelope.at,
                claimed_by="",
                ended_at=0,
                ending=None,
                ended_by="",
                reopened=call.reopened + 1,
                changed=envelope.seq,
            )
            _open(state, again)
        case HelpTurn.TAKEN if call is not None:
            first = call.claimed_at or envelope.at
            _change(state, replace(call, claimed_by=envelope.actor, claimed_at=first), envelope)
        case HelpTurn.RELEASED if call is not None:
            _change(state, replace(call, claimed_by=""), envelope)
        case HelpTurn.GIVEN if call is not None:
            _end(state, call.call, Ending.RESOLVED, envelope)
        case HelpTurn.WITHDRAWN if call is not None:
            _end(state, call.call, Ending.WITHDRAWN, envelope)
        case _:
            pass


def _open(state: SupportState, call: Call) -> None:
    state.calls[call.call] = call
    state.open_calls[call.caller] = call.call


def _change(state: SupportState, call: Call, envelope: Envelope) -> None:
    state.calls[call.call] = replace(call, changed=envelope.seq)


def _end(state: SupportState, key: str, ending: Ending, envelope: Envelope) -> None:
    call = state.calls.get(key)
    if call is None or not call.is_open:
        return
    state.open_calls.pop(call.caller, None)
    answered = call.answered_at
    if ending is Ending.RESOLVED:
        if call.place:
            answered = answered or envelope.at
        else:
            # Whoever says that somebody was helped has read what they wrote.
            state.read_to[call.member] = envelope.seq
    ended = replace(call, ended_at=envelope.at, ending=ending, ended_by=envelope.actor, answered_at=answered)
    _change(state, ended, envelope)


def _write(state: SupportState, text: PrivateText) -> None:
    state.texts[text.item] = text
    state.threads.setdefault(text.member, []).append(text.item)


def text_of(state: SupportState, item: str, revision: int) -> str | None:
    """Return a private text; None when there is none such."""
    text = state.texts.get(item)
    return text.text if text is not None and revision == 1 else None
