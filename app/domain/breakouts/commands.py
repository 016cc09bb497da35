"""What may be asked about rounds of rooms, and in their rooms."""

from __future__ import annotations

from typing import Annotated, ClassVar

import msgspec

from app.domain.breakouts.events import Late, Mixing, Pulse
from app.domain.kernel.messages import Command, Stale

MOST_ROOMS = 200
"""How many rooms may be open at once."""

MOST_MINUTES_MORE = 30
"""How many minutes a room may ask for at once."""

Seconds = Annotated[int, msgspec.Meta(ge=0, le=600)]
Minutes = Annotated[int, msgspec.Meta(ge=0, le=600)]


class RoomPlan(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """A room that is to open.

    Attributes:
        name: what it is called; no two rooms of a round are called alike.
        members: who belongs to it.
        captain: who speaks for it, one of its members; empty for nobody.
        link: a meeting of its own; empty for none.
    """

    name: str
    members: tuple[str, ...] = ()
    captain: str = ""
    link: str = ""


class PrepareRound(Command, tag="breakouts.prepare", frozen=True, kw_only=True):
    """Keep a round ready that opens with an activity; `RoundPrepared` tells the fields."""

    stale: ClassVar[Stale] = Stale.ASK

    activity: str = ""
    people: Annotated[int, msgspec.Meta(ge=0, le=500)] = 0
    rooms: Annotated[int, msgspec.Meta(ge=0, le=MOST_ROOMS)] = 0
    mixing: Mixing = Mixing.RANDOM
    task: str = ""
    steps: Annotated[tuple[str, ...], msgspec.Meta(max_length=20)] = ()
    minutes: Minutes = 0
    groups: Annotated[tuple[tuple[str, ...], ...], msgspec.Meta(max_length=MOST_ROOMS)] = ()


class OpenRound(Command, tag="breakouts.open", frozen=True, kw_only=True):
    """Open a round: its rooms, and who is in which. It happens as a whole or not at all.

    Groups are formed by whoever asks, since forming them may need chance.

    Attributes:
        rooms: at least one.
        round: the prepared round that opens; empty for one made on the fly.
        replaces: the open round that closes at the same moment, or has closed by then; empty when none is open.
        task, steps, minutes: as in `PrepareRound`.
        grace: how long a room may finish its sentence when it closes, in seconds.
        late: where late arrivals go.
        limit: how many may choose one room; 0 for no limit.
    """

    stale: ClassVar[Stale] = Stale.ASK

    rooms: Annotated[tuple[RoomPlan, ...], msgspec.Meta(min_length=1)]
    round: str = ""
    replaces: str = ""
    task: str = ""
    steps: Annotated[tuple[str, ...], msgspec.Meta(max_length=20)] = ()
    minutes: Minutes = 0
    grace: Seconds = 30
    late: Late = Late.SMALLEST
    limit: Annotated[int, msgspec.Meta(ge=0, le=500)] = 0


class ReopenRound(Command, tag="breakouts.reopen", frozen=True, kw_only=True):
    """Open the rooms of a closed round again, with the same people, their talk and their work."""

    stale: ClassVar[Stale] = Stale.ASK

    round: str
    minutes: Minutes = 0


class CloseRound(Command, tag="breakouts.close", frozen=True, kw_only=True):
    """Close the open round; with a `grace` (in seconds) its rooms are told first."""

    stale: ClassVar[Stale] = Stale.ASK

    round: str
    grace: Seconds = 0


class SetTimer(Command, tag="breakouts.set_timer", frozen=True, kw_only=True):
    """Let the round's time be up at `ends_at`, 0 for an open end; a closing that began stops.

    Attributes:
        round: which one.
        ends_at: in milliseconds since 1970.
    """

    stale: ClassVar[Stale] = Stale.ASK

    round: str
    ends_at: Annotated[int, msgspec.Meta(ge=0, le=2**53 - 1)]


class OpenRoom(Command, tag="breakouts.open_room", frozen=True, kw_only=True):
    """Open one more room; without an open round it begins one."""

    stale: ClassVar[Stale] = Stale.ASK

    name: str


class CloseRoom(Command, tag="breakouts.close_room", frozen=True, kw_only=True):
    """Close one room; who is in it returns to the main room."""

    stale: ClassVar[Stale] = Stale.ASK

    room: str


class MoveMembers(Command, tag="breakouts.move", frozen=True, kw_only=True):
    """Bring members to the main room or to an open room; with a `grace` (in seconds) they are told first."""

    stale: ClassVar[Stale] = Stale.ASK

    members: tuple[str, ...]
    place: str
    grace: Seconds = 0


class PlaceLate(Command, tag="breakouts.place_late", frozen=True, kw_only=True):
    """Place somebody who came while rooms are open; asked by the relay."""

    member: str


class ChooseRoom(Command, tag="breakouts.choose", frozen=True, kw_only=True):
    """Go to a room of one's own choice, where the round leaves the choice."""

    stale: ClassVar[Stale] = Stale.ASK

    room: str


class SetPulse(Command, tag="breakouts.set_pulse", frozen=True, kw_only=True):
    """Say how one's room is doing; `help` calls the staff."""

    stale: ClassVar[Stale] = Stale.DROP

    room: str
    pulse: Pulse


class TickStep(Command, tag="breakouts.tick", frozen=True, kw_only=True):
    """Say that one's room did a step (from 0), or take it back."""

    room: str
    step: Annotated[int, msgspec.Meta(ge=0, lt=20)]
    done: bool = True


class AskTime(Command, tag="breakouts.ask_time", frozen=True, kw_only=True):
    """Ask for more minutes for one's room; staff grant them to the round, or not."""

    stale: ClassVar[Stale] = Stale.DROP

    room: str
    minutes: Annotated[int, msgspec.Meta(ge=1, le=MOST_MINUTES_MORE)]


class AnswerTime(Command, tag="breakouts.answer_time", frozen=True, kw_only=True):
    """Grant the minutes that a room asks for, to the whole round; or say that there are none."""

    stale: ClassVar[Stale] = Stale.ASK

    room: str
    granted: bool = True


class NameCaptain(Command, tag="breakouts.name_captain", frozen=True, kw_only=True):
    """Let somebody in a room be its captain, as long as it is open; an empty `member` for nobody."""

    stale: ClassVar[Stale] = Stale.ASK

    room: str
    member: str = ""


class AnswerTask(Command, tag="breakouts.answer", frozen=True, kw_only=True):
    """Write down one's room's answer.

    Attributes:
        room: whose answer it is.
        text: the whole answer.
        after: the newest revision that the writer has seen; 0 when there was none.
    """

    room: str
    text: str
    after: Annotated[int, msgspec.Meta(ge=0)] = 0


class Announce(Command, tag="breakouts.announce", frozen=True, kw_only=True):
    """Tell rooms something; without `rooms`, all that are open."""

    stale: ClassVar[Stale] = Stale.ASK

    text: str
    rooms: tuple[str, ...] = ()


class NoteRead(Command, tag="breakouts.note_read", frozen=True, kw_only=True):
    """Say that an announcement is before one's eyes."""

    announcement: str
