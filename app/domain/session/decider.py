"""How a session's life goes on."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from app.domain.kernel.gate import clean
from app.domain.kernel.links import check_link
from app.domain.kernel.refusal import Refusal
from app.domain.kernel.words import NOT_OPEN, Millis, Phase
from app.domain.kernel.world import Ctx, State, World
from app.domain.session.commands import (
    ArchiveSession,
    CreateSession,
    EndSession,
    OfferStandby,
    OpenCode,
    OpenLobby,
    PauseSession,
    ResumeSession,
    SetAddress,
    SetDialIn,
    SetMeetingLink,
    SetTitle,
    StartSession,
)
from app.domain.session.events import (
    AddressChanged,
    CodeOpened,
    DialInChanged,
    EpochBegun,
    MeetingLinkChanged,
    PhaseChanged,
    SessionCreated,
    StandbyOffered,
    TitleChanged,
)

if TYPE_CHECKING:
    from collections.abc import Sequence

    from app.domain.kernel.envelope import Envelope
    from app.domain.kernel.messages import Command, Event

SHORTEST_CODE: Final = 8
LONGEST_CODE: Final = 40
"""How many letters and digits a join code has at least, and how many characters at most."""

_STEPS: Final[dict[type[Command], tuple[frozenset[Phase], Phase]]] = {
    OpenLobby: (frozenset({Phase.PREPARING, Phase.CREATED}), Phase.LOBBY),
    StartSession: (frozenset({Phase.PREPARING, Phase.CREATED, Phase.LOBBY}), Phase.LIVE),
    PauseSession: (frozenset({Phase.LIVE}), Phase.PAUSED),
    ResumeSession: (frozenset({Phase.PAUSED}), Phase.LIVE),
    EndSession: (frozenset({Phase.PREPARING, Phase.CREATED, Phase.LOBBY, Phase.LIVE, Phase.PAUSED}), Phase.ENDED),
    ArchiveSession: (frozenset({Phase.ENDED}), Phase.ARCHIVED),
}
"""Each step of a session's life: from which phases, to which."""


class SessionState(State, kw_only=True):
    """What is known of the session as a whole.

    Attributes:
        session: its id; empty before it was created.
        phase: where it is in its life.
        started_at: when it first went live; 0 before.
        ended_at: when it ended; 0 before.
        code: the join code in force; empty for none.
        changed: the seq at which each named thing last changed, for staleness.
    """

    phase: Phase = Phase.CREATED
    session: str = ""
    title: str = ""
    language: str = "fr"
    nearby: bool = True
    address: str = ""
    standby: str = ""
    meeting_link: str = ""
    dial_in: str = ""
    opens_at: Millis = 0
    started_at: Millis = 0
    ended_at: Millis = 0
    code: str = ""
    changed: dict[str, int] = {}


def decide(world: World, command: Command, ctx: Ctx) -> Sequence[Event]:
    """Decide one command about the session; see `Capability.decide`."""
    state = world.state(SessionState)
    match command:
        case CreateSession():
            return _create(state, command, ctx)
        case OpenCode(code=code):
            if state.phase in {Phase.ENDED, Phase.ARCHIVED}:
                raise Refusal("session_ended")
            _check_code(code)
            return () if code == state.code else (CodeOpened(code=code),)
        case SetTitle(title=title):
            cleaned = clean(title, "title")
            return () if cleaned == state.title else (TitleChanged(title=cleaned),)
        case SetMeetingLink(link=link):
            check_link(link)
            return () if link == state.meeting_link else (MeetingLinkChanged(link=link),)
        case SetDialIn(dial_in=dial_in):
            number = clean(dial_in, "dial_in") if dial_in.strip() else ""
            return () if number == state.dial_in else (DialInChanged(dial_in=number),)
        case SetAddress(address=address, nearby=nearby):
            check_link(address)
            if (address, nearby) == (state.address, state.nearby):
                return ()
            return (AddressChanged(address=address, nearby=nearby),)
        case OfferStandby(address=address):
            check_link(address)
            return () if address == state.standby else (StandbyOffered(address=address),)
        case _:
            return _step(state, command)


def _create(state: SessionState, command: CreateSession, ctx: Ctx) -> Sequence[Event]:
    if state.session:
        raise Refusal("session_exists")
    check_link(command.address)
    check_link(command.meeting_link)
    if command.language not in {"fr", "en"}:
        raise Refusal("unknown_language")
    created = SessionCreated(
        session=ctx.session,
        title=clean(command.title, "title"),
        language=command.language,
        nearby=command.nearby,
        address=command.address,
        meeting_link=command.meeting_link,
        opens_at=command.opens_at,
    )
    return (created, PhaseChanged(phase=Phase.PREPARING)) if command.preparing else (created,)


def _step(state: SessionState, command: Command) -> Sequence[Event]:
    before, after = _STEPS[type(command)]
    if state.phase is after:
        return ()
    if state.phase not in before:
        raise Refusal("wrong_phase", phase=str(state.phase))
    return (PhaseChanged(phase=after),)


def _check_code(code: str) -> None:
    """Refuse a code that could be guessed, or that nobody could say; an empty one closes the door."""
    said = sum(c.isascii() and c.isalnum() for c in code)
    if code and (said < SHORTEST_CODE or len(code) > LONGEST_CODE or not code.isprintable()):
        raise Refusal("bad_command")


def evolve(state: SessionState, envelope: Envelope) -> None:
    """Fold one envelope into the session's state."""
    match envelope.event:
        case SessionCreated() as created:
            state.session = created.session
            state.title = created.title
            state.language = created.language
            state.nearby = created.nearby
            state.address = created.address
            state.meeting_link = created.meeting_link
            state.opens_at = created.opens_at
        case PhaseChanged(phase=phase):
            state.phase = phase
            if phase is Phase.LIVE and not state.started_at:
                state.started_at = envelope.at
            if phase is Phase.ENDED:
                state.ended_at = envelope.at
            state.changed["phase"] = envelope.seq
        case CodeOpened(code=code):
            state.code = code
            state.changed["code"] = envelope.seq
        case TitleChanged(title=title):
            state.title = title
            state.changed["title"] = envelope.seq
        case MeetingLinkChanged(link=link):
            state.meeting_link = link
            state.changed["meeting_link"] = envelope.seq
        case DialInChanged(dial_in=dial_in):
            state.dial_in = dial_in
            state.changed["dial_in"] = envelope.seq
        case AddressChanged(address=address, nearby=nearby):
            state.address, state.nearby = address, nearby
            state.changed["address"] = envelope.seq
        case StandbyOffered(address=address):
            state.standby = address
            state.changed["standby"] = envelope.seq
        case EpochBegun():
            # The relay that took over is elsewhere: what was known of addresses holds no more.
            state.standby = ""
        case _:
            pass


_CHANGES: Final[dict[type[Command], str]] = {
    **dict.fromkeys(_STEPS, "phase"),
    OpenCode: "code",
    SetTitle: "title",
    SetMeetingLink: "meeting_link",
    SetDialIn: "dial_in",
    SetAddress: "address",
    OfferStandby: "standby",
}


def changed_at(world: World, command: Command) -> int:
    """Return the seq at which what the command acts on last changed."""
    name = _CHANGES.get(type(command), "")
    return world.state(SessionState).changed.get(name, 0)


def next_deadline(world: World) -> Millis | None:
    """Return when the lobby opens by itself."""
    state = world.state(SessionState)
    return state.opens_at if state.phase in NOT_OPEN and state.opens_at else None


def elapse(world: World, ctx: Ctx) -> Sequence[Event]:
    """Open the lobby when its time has come."""
    due = next_deadline(world)
    return (PhaseChanged(phase=Phase.LOBBY),) if due is not None and due <= ctx.at else ()
