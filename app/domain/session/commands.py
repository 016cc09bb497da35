"""What may be asked of a session as a whole."""

from __future__ import annotations

from typing import ClassVar

from app.domain.kernel.messages import Command, Stale


class CreateSession(Command, tag="session.create"):
    """Bring the session into being; asked by the relay on behalf of its host.

    Attributes:
        title: what learners read at the top of their page.
        language: the session's first language, `fr` or `en`.
        nearby: True for a class in the same room (local network), False for one at a distance.
        address: the base URL at which learners reach the relay; empty while unknown.
        meeting_link: where people talk, for classes that use another tool for voice.
        opens_at: when the lobby opens by itself, in milliseconds since 1970; 0 for by hand.
    """

    title: str
    language: str = "fr"
    nearby: bool = True
    address: str = ""
    meeting_link: str = ""
    opens_at: int = 0


class OpenCode(Command, tag="session.open_code"):
    """Put a new join code in force; the one before stops working."""

    stale: ClassVar[Stale] = Stale.DROP

    code: str


class OpenLobby(Command, tag="session.open_lobby"):
    """Let learners in to wait."""

    stale: ClassVar[Stale] = Stale.ASK


class StartSession(Command, tag="session.start"):
    """Begin the class."""

    stale: ClassVar[Stale] = Stale.ASK


class PauseSession(Command, tag="session.pause"):
    """Interrupt the class: learners read, and wait."""

    stale: ClassVar[Stale] = Stale.ASK


class ResumeSession(Command, tag="session.resume"):
    """Go on after a pause."""

    stale: ClassVar[Stale] = Stale.ASK


class EndSession(Command, tag="session.end"):
    """Close the class. Its history stays."""

    stale: ClassVar[Stale] = Stale.ASK


class ArchiveSession(Command, tag="session.archive"):
    """Put an ended class away: nobody joins or reads it through the relay any more but staff."""

    stale: ClassVar[Stale] = Stale.ASK


class SetTitle(Command, tag="session.set_title"):
    """Change the title."""

    stale: ClassVar[Stale] = Stale.ASK

    title: str


class SetMeetingLink(Command, tag="session.set_meeting_link"):
    """Say where people talk; an empty link takes it away."""

    stale: ClassVar[Stale] = Stale.ASK

    link: str


class SetAddress(Command, tag="session.set_address"):
    """Say at which base URL learners reach the relay, and whether that is on the local network only."""

    stale: ClassVar[Stale] = Stale.DROP

    address: str
    nearby: bool


class OfferStandby(Command, tag="session.offer_standby"):
    """Name the address to which pages go when this relay is gone for good; empty for none."""

    stale: ClassVar[Stale] = Stale.DROP

    address: str
