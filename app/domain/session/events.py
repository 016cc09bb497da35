"""What happens to a session as a whole."""

from __future__ import annotations

from typing import ClassVar

from app.domain.kernel.messages import Event
from app.domain.kernel.words import Phase


class SessionCreated(Event, frozen=True, kw_only=True):
    """The session exists. Its id, in the first record, binds the whole chain to it."""

    type: ClassVar[str] = "session.created"

    session: str
    title: str
    language: str
    nearby: bool
    address: str = ""
    meeting_link: str = ""
    opens_at: int = 0


class CodeOpened(Event, frozen=True, kw_only=True):
    """A join code came into force, instead of the one before."""

    type: ClassVar[str] = "session.code_opened"

    code: str


class PhaseChanged(Event, frozen=True, kw_only=True):
    """The session went on to another phase of its life."""

    type: ClassVar[str] = "session.phase_changed"

    phase: Phase


class TitleChanged(Event, frozen=True, kw_only=True):
    """The session has another title."""

    type: ClassVar[str] = "session.title_changed"

    title: str


class MeetingLinkChanged(Event, frozen=True, kw_only=True):
    """People talk elsewhere now; empty for nowhere."""

    type: ClassVar[str] = "session.meeting_link_changed"

    link: str


class DialInChanged(Event, frozen=True, kw_only=True):
    """People who cannot hear or be heard call another number now; empty for none."""

    type: ClassVar[str] = "session.dial_in_changed"

    dial_in: str


class AddressChanged(Event, frozen=True, kw_only=True):
    """Learners reach the relay at another base URL."""

    type: ClassVar[str] = "session.address_changed"

    address: str
    nearby: bool


class StandbyOffered(Event, frozen=True, kw_only=True):
    """Pages know where to go should this relay die; empty for nowhere."""

    type: ClassVar[str] = "session.standby_offered"

    address: str


class EpochBegun(Event, frozen=True, kw_only=True):
    """Another relay took over the log, seeded from a replica; the first record of its reign."""

    type: ClassVar[str] = "session.epoch_begun"

    epoch: int
    after_hash: str
