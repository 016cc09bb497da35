"""What may be asked of a session as a whole."""

from __future__ import annotations

from typing import ClassVar

from app.domain.kernel.messages import Command, Stale


class CreateSession(Command, tag="session.create", frozen=True, kw_only=True):
    """Bring the session into being; asked by the relay on behalf of its host.

    Attributes:
        title: what learners read at the top of their page.
        language: the session's first language, `fr` or `en`.
        nearby: True for a class in the same room (local network), False for one at a distance.
        address: the base URL at which learners reach the relay; empty while unknown.
        meeting_link: where people talk, for classes that use another tool for voice.
        opens_at: when the lobby opens by itself, in milliseconds since 1970; 0 for by hand.
        preparing: whether staff first work on its plan together.
    """

    title: str
    language: str = "fr"
    nearby: bool = True
    address: str = ""
    meeting_link: str = ""
    opens_at: int = 0
    preparing: bool = False


class OpenCode(Command, tag="session.open_code", frozen=True, kw_only=True):
    """Put a new join code in force; the one before stops working."""

    stale: ClassVar[Stale] = Stale.DROP

    code: str


class OpenLobby(Command, tag="session.open_lobby", frozen=True, kw_only=True):
    """Let learners in to wait."""

    stale: ClassVar[Stale] = Stale.ASK


class StartSession(Command, tag="session.start", frozen=True, kw_only=True):
    """Begin the class."""

    stale: ClassVar[Stale] = Stale.ASK


class PauseSession(Command, tag="session.pause", frozen=True, kw_only=True):
    """Interrupt the class: learners read, and wait."""

    stale: ClassVar[Stale] = Stale.ASK


class ResumeSession(Command, tag="session.resume", frozen=True, kw_only=True):
    """Go on after a pause."""

    stale: ClassVar[Stale] = Stale.ASK


class EndSession(Command, tag="session.end", frozen=True, kw_only=True):
    """Close the class. Its history stays."""

    stale: ClassVar[Stale] = Stale.ASK


class ArchiveSession(Command, tag="session.archive", frozen=True, kw_only=True):
    """Put an ended class away: nobody joins or reads it through the relay any more but staff."""

    stale: ClassVar[Stale] = Stale.ASK


class SetTitle(Command, tag="session.set_title", frozen=True, kw_only=True):
    """Change the title."""

    stale: ClassVar[Stale] = Stale.ASK

    title: str


class SetMeetingLink(Command, tag="session.set_meeting_link", frozen=True, kw_only=True):
    """Say where people talk; an empty link takes it away."""

    stale: ClassVar[Stale] = Stale.ASK

    link: str


class SetDialIn(Command, tag="session.set_dial_in", frozen=True, kw_only=True):
    """Say by which telephone number people can listen and speak; an empty one takes it away.

    Attributes:
        dial_in: a number as people dial it, and what they need with it (a code); one line.
    """

    stale: ClassVar[Stale] = Stale.ASK

    dial_in: str


class SetAddress(Command, tag="session.set_address", frozen=True, kw_only=True):
    """Say at which base URL learners reach the relay, and whether that is on the local network only."""

    stale: ClassVar[Stale] = Stale.DROP

    address: str
    nearby: bool


class OfferStandby(Command, tag="session.offer_standby", frozen=True, kw_only=True):
    """Name the address to which pages go when this relay is gone for good; empty for none."""

    stale: ClassVar[Stale] = Stale.DROP

    address: str
