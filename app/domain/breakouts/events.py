"""What happens to rounds of rooms, and in their rooms."""

from __future__ import annotations

from enum import StrEnum
from typing import TYPE_CHECKING, Any, ClassVar

import msgspec

from app.domain.kernel.gate import TextSubmitted
from app.domain.kernel.help import HelpEvent, HelpTurn
from app.domain.kernel.messages import Event
from app.domain.kernel.places import NamedRoom, Placed, PlacesChanged, Template
from app.domain.kernel.powers import Lent, PowersLent
from app.domain.kernel.words import room_channel

if TYPE_CHECKING:
    from collections.abc import Iterable

    from app.domain.kernel.words import MemberId, PlaceId


class Late(StrEnum):
    """Where somebody goes who comes while rooms are open: the smallest room, the main room, or where they choose."""

    SMALLEST = "smallest"
    MAIN = "main"
    CHOICE = "choice"


class Mixing(StrEnum):
    """Who is to meet whom: at random, the same groups again, whole groups joined, one from each, or new partners."""

    RANDOM = "random"
    KEEP = "keep"
    JOIN = "join"
    SPREAD = "spread"
    NEW = "new"


class Why(StrEnum):
    """Why somebody changed rooms: brought by staff, placed on coming late, back in their room, or by their choice."""

    MOVED = "moved"
    LATE = "late"
    BACK = "back"
    CHOSEN = "chosen"


class Pulse(StrEnum):
    """What a room says of itself."""

    FINE = "fine"
    TIME = "time"
    HELP = "help"
    DONE = "done"


class Group(msgspec.Struct, frozen=True, kw_only=True):
    """A room that opens, and who belongs to it.

    Attributes:
        room: its id; one that was used before is the same room again, with its talk.
        name: what it is called.
        members: who belongs to it, whether they are in now or not.
        placed: those of them who are brought there now.
        captain: who speaks for it; empty for nobody.
        link: a meeting of its own, for those who talk elsewhere; empty for none.
    """

    room: str
    name: str
    members: tuple[str, ...] = ()
    placed: tuple[str, ...] = ()
    captain: str = ""
    link: str = ""


class RoundPrepared(Event, frozen=True, kw_only=True):
    """A round is ready to be opened with an activity.

    Attributes:
        round: its id.
        activity: the activity that it belongs to; empty for none.
        people: how many in each room; 0 when the number of rooms is given.
        rooms: how many rooms; 0 when their size is given.
        mixing: who is to meet whom.
        task: what each room is to do.
        steps: in which steps.
        minutes: how long; 0 for an open end.
        groups: who is to be with whom, for a round of several that were formed together; empty when it is formed later.
    """

    type: ClassVar[str] = "breakouts.prepared"
    version: ClassVar[int] = 2

    round: str
    activity: str
    people: int
    rooms: int
    mixing: Mixing
    task: str
    steps: tuple[str, ...]
    minutes: int
    groups: tuple[tuple[str, ...], ...] = ()


def formed_later(fields: dict[str, Any]) -> dict[str, Any]:
    """Lift the first version of `RoundPrepared`, whose groups were always formed when it opened."""
    return fields | {"groups": ()}


class RoundOpened(PlacesChanged, PowersLent, frozen=True, kw_only=True):
    """A round of rooms is open, and people are in them.

    Attributes:
        round: its id; one that was closed is the same round again.
        activity: the activity that it belongs to; empty for none.
        groups: its rooms.
        task: what each room is to do; its lines that begin with `#` are the headings of the rooms' notes.
        steps: in which steps.
        ends_at: when its time is up, in milliseconds since 1970; 0 for an open end.
        grace: how long a room may finish its sentence once it is told that it closes, in milliseconds.
        late: where late arrivals go.
        limit: how many may choose one room; 0 for no limit.
    """

    type: ClassVar[str] = "breakouts.opened"

    round: str
    activity: str
    groups: tuple[Group, ...]
    task: str
    steps: tuple[str, ...]
    ends_at: int
    grace: int
    late: Late
    limit: int = 0

    def opened(self) -> Iterable[NamedRoom]:
        """Return the rooms."""
        return (NamedRoom(group.room, group.name) for group in self.groups)

    def placed(self) -> Iterable[Placed]:
        """Return who is brought to which room."""
        return (Placed(member, room_channel(group.room)) for group in self.groups for member in group.placed)

    def lent(self) -> Iterable[Lent]:
        """Return the captains."""
        return (Lent(group.captain, room_channel(group.room)) for group in self.groups)

    def templates(self) -> Iterable[Template]:
        """Return the headings of the task: with them each room's note begins."""
        headings = [line.strip() for line in self.task.splitlines() if line.lstrip().startswith("#")]
        return (Template(group.room, "\n\n".join(headings)) for group in self.groups) if headings else ()


class RoomAdded(PlacesChanged, frozen=True, kw_only=True):
    """One more room is open."""

    type: ClassVar[str] = "breakouts.room_added"

    round: str
    room: str
    name: str

    def opened(self) -> Iterable[NamedRoom]:
        """Return the room."""
        return (NamedRoom(self.room, self.name),)


class RoomClosed(PlacesChanged, frozen=True, kw_only=True):
    """One room is closed, and who was in it is in the main room; with the last one its round is closed."""

    type: ClassVar[str] = "breakouts.room_closed"

    room: str

    def closed(self) -> Iterable[str]:
        """Return the room."""
        return (self.room,)


class RoundClosed(PlacesChanged, frozen=True, kw_only=True):
    """A round is closed, and who was in its rooms is in the main room."""

    type: ClassVar[str] = "breakouts.closed"

    round: str
    rooms: tuple[str, ...]

    def closed(self) -> Iterable[str]:
        """Return the rooms that were open."""
        return self.rooms


class MembersMoved(PlacesChanged, frozen=True, kw_only=True):
    """Members are somewhere else now."""

    type: ClassVar[str] = "breakouts.moved"

    members: tuple[str, ...]
    place: str
    why: Why

    def placed(self) -> Iterable[Placed]:
        """Return who is there."""
        return (Placed(member, self.place) for member in self.members)


class MoveAnnounced(Event, frozen=True, kw_only=True):
    """Members are told that they will be moved, so that they can finish a sentence.

    Attributes:
        members: who.
        place: where they will be.
        at: when, in milliseconds since 1970.
    """

    type: ClassVar[str] = "breakouts.move_announced"

    members: tuple[str, ...]
    place: str
    at: int


class TimerSet(Event, frozen=True, kw_only=True):
    """The round's time is up at another moment; `ends_at` 0 is an open end."""

    type: ClassVar[str] = "breakouts.timer_set"

    round: str
    ends_at: int


class ClosingBegan(Event, frozen=True, kw_only=True):
    """The rooms are told that they close at `closes_at`."""

    type: ClassVar[str] = "breakouts.closing"

    round: str
    closes_at: int


class PulseSet(HelpEvent, frozen=True, kw_only=True):
    """A room says how it is doing; `help` calls the staff."""

    type: ClassVar[str] = "breakouts.pulse_set"

    room: str
    pulse: Pulse

    def where(self) -> PlaceId:
        """Return the room."""
        return room_channel(self.room)

    def turn(self) -> HelpTurn:
        """Return whether it calls."""
        return HelpTurn.WANTED if self.pulse is Pulse.HELP else HelpTurn.WITHDRAWN


class HelpClaimed(HelpEvent, frozen=True, kw_only=True):
    """A staff member goes to a room that called; written before rooms and people called into one queue."""

    type: ClassVar[str] = "breakouts.help_claimed"

    room: str

    def where(self) -> PlaceId:
        """Return the room."""
        return room_channel(self.room)

    def turn(self) -> HelpTurn:
        """Return that somebody goes there."""
        return HelpTurn.TAKEN


class HelpAnswered(HelpEvent, frozen=True, kw_only=True):
    """A room that called was helped; written before rooms and people called into one queue."""

    type: ClassVar[str] = "breakouts.help_answered"

    room: str

    def where(self) -> PlaceId:
        """Return the room."""
        return room_channel(self.room)

    def turn(self) -> HelpTurn:
        """Return that it was helped."""
        return HelpTurn.GIVEN


class StepTicked(Event, frozen=True, kw_only=True):
    """A room did a step of its task, or takes that back; steps count from 0."""

    type: ClassVar[str] = "breakouts.step_ticked"

    room: str
    step: int
    done: bool


class CaptainNamed(PowersLent, frozen=True, kw_only=True):
    """A room has another captain, or none.

    Attributes:
        room: which one.
        member: who; empty for nobody.
        before: who it was until now; empty for nobody.
    """

    type: ClassVar[str] = "breakouts.captain_named"

    room: str
    member: str
    before: str = ""

    def lent(self) -> Iterable[Lent]:
        """Return the captain."""
        return (Lent(self.member, room_channel(self.room)),)

    def lost(self) -> Iterable[MemberId]:
        """Return who was captain."""
        return (self.before,) if self.before else ()


class TimeAsked(Event, frozen=True, kw_only=True):
    """A room asks for more minutes."""

    type: ClassVar[str] = "breakouts.time_asked"

    room: str
    minutes: int


class TimeAnswered(Event, frozen=True, kw_only=True):
    """Staff granted the minutes that a room asked for, or did not."""

    type: ClassVar[str] = "breakouts.time_answered"

    room: str
    minutes: int
    granted: bool


class RoomAnswered(TextSubmitted, frozen=True, kw_only=True):
    """A room wrote its answer, or another one. `author` is who wrote it down."""

    type: ClassVar[str] = "breakouts.answered"
    erasable: ClassVar[tuple[str, ...]] = ("text",)
    about: ClassVar[str | None] = "author"

    room: str
    text: str = ""


class AnnouncementMade(Event, frozen=True, kw_only=True):
    """Staff told something to rooms; `rooms` lists those who were to hear it."""

    type: ClassVar[str] = "breakouts.announced"
    erasable: ClassVar[tuple[str, ...]] = ("text",)

    announcement: str
    rooms: tuple[str, ...]
    text: str = ""


class AnnouncementRead(Event, frozen=True, kw_only=True):
    """Somebody in a room has an announcement before their eyes; only the first in each room is noted."""

    type: ClassVar[str] = "breakouts.announcement_read"

    announcement: str
    room: str
