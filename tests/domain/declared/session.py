"""The session as a whole, declared: a sample of each event, and who may ask for what."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from app.domain.kernel.words import Phase, Role
from app.domain.session import events as e
from tests.domain.declaring import AT, STAFF, H, May

if TYPE_CHECKING:
    from app.domain.kernel.messages import Event

SAMPLES: Final[tuple[Event, ...]] = (
    e.SessionCreated(
        session="99999999-aaaa-4bbb-8ccc-dddddddddddd",
        title="Les fractions",
        language="fr",
        nearby=False,
        address="https://class.example",
        meeting_link="https://meet.example/abc",
        opens_at=AT + 900_000,
    ),
    e.CodeOpened(code="BADO-LIMU-47"),
    e.PhaseChanged(phase=Phase.LIVE),
    e.TitleChanged(title="Fractions & décimaux"),
    e.MeetingLinkChanged(link="https://meet.example/xyz"),
    e.DialInChanged(dial_in="+33 1 84 88 00 00, code 4821#"),
    e.AddressChanged(address="http://192.168.1.20:8420", nearby=True),
    e.StandbyOffered(address="http://192.168.1.21:8420"),
    e.EpochBegun(epoch=2, after_hash="ab" * 32),
)

MAY: Final[May] = {
    "session.create": ({Role.RELAY}, set(), "replay"),
    "session.open_code": (STAFF, set(), "drop"),
    "session.open_lobby": (STAFF, set(), "ask"),
    "session.start": (STAFF, set(), "ask"),
    "session.pause": (STAFF, set(), "ask"),
    "session.resume": (STAFF, set(), "ask"),
    "session.end": (STAFF, set(), "ask"),
    "session.archive": ({H}, set(), "ask"),
    "session.set_title": (STAFF, set(), "ask"),
    "session.set_meeting_link": (STAFF, set(), "ask"),
    "session.set_dial_in": (STAFF, set(), "ask"),
    "session.set_address": (STAFF, set(), "drop"),
    "session.offer_standby": (STAFF, set(), "drop"),
}
