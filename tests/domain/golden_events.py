"""Samples of every event, as they are stored for ever.

`python -m tests.domain.golden_events` writes the samples that are missing and never touches one that is there: a stored
layout does not change. When an event gets a new version, add its new sample here, run this, and bring the `event` of
the older samples (not their bytes) to what today's code makes of them.
"""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any, Final

import msgspec

from app.domain.discussion import events as d
from app.domain.kernel.envelope import Envelope, Record, seal
from app.domain.kernel.gate import Outcome, TextDecided
from app.domain.kernel.messages import CommandNoted, Event, MemberErased
from app.domain.kernel.seats import Standing
from app.domain.kernel.words import Phase, Role
from app.domain.moderation import events as m
from app.domain.roster import events as r
from app.domain.session import events as s

FOLDER: Final = Path(__file__).parents[1] / "golden" / "events"

ANA: Final = "0d9f8e7c-1111-4222-8333-444455556666"
HOST: Final = "11111111-2222-4333-8444-555555555555"
ROOM: Final = "77777777-8888-5999-8aaa-bbbbbbbbbbbb"
MESSAGE: Final = "3c7d9f10-0a1b-5c3d-8e5f-6f2c1a523b0e"
TOKEN_HASH: Final = "9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08"
AT: Final = 1_800_000_000_000

SAMPLES: Final[tuple[Event, ...]] = (
    CommandNoted(),
    MemberErased(member=ANA),
    TextDecided(item=MESSAGE, revision=1, outcome=Outcome.RETURNED, author=ANA, reason="Dis pourquoi."),
    s.SessionCreated(
        session="99999999-aaaa-4bbb-8ccc-dddddddddddd",
        title="Les fractions",
        language="fr",
        nearby=False,
        address="https://class.example",
        meeting_link="https://meet.example/abc",
        opens_at=AT + 900_000,
    ),
    s.CodeOpened(code="BADO-LIMU-47"),
    s.PhaseChanged(phase=Phase.LIVE),
    s.TitleChanged(title="Fractions & décimaux"),
    s.MeetingLinkChanged(link="https://meet.example/xyz"),
    s.AddressChanged(address="http://192.168.1.20:8420", nearby=True),
    s.StandbyOffered(address="http://192.168.1.21:8420"),
    s.EpochBegun(epoch=2, after_hash="ab" * 32),
    r.MemberInvited(member=ANA, role=Role.COFACILITATOR, number=2, token_hash=TOKEN_HASH, name="Ana"),
    r.MemberJoined(
        item="name:" + ANA,
        revision=1,
        kind="name",
        channel="",
        author=ANA,
        held_by="channel",
        role=Role.LEARNER,
        standing=Standing.WAITING,
        number=3,
        token_hash=TOKEN_HASH,
        language="fr",
        name="Ana 👩‍🚀",
    ),
    r.MemberEntered(member=ANA, standing=Standing.ADMITTED),
    r.MemberAdmitted(member=ANA),
    r.MemberLeft(member=ANA),
    r.MemberRenamed(item="name:" + ANA, revision=2, kind="name", channel="", author=ANA, name="Anaïs"),
    r.RoleChanged(member=ANA, role=Role.OBSERVER),
    r.MemberRemoved(member=ANA),
    r.TokenGranted(member=ANA, token_hash=TOKEN_HASH),
    r.TokensRevoked(member=ANA),
    r.DoorSet(mode=r.DoorMode.ASK),
    r.RoomOpened(room=ROOM, name="Table 1"),
    r.RoomClosed(room=ROOM),
    r.MembersMoved(members=(ANA, HOST), place="room:" + ROOM),
    r.PresenceNoted(
        changes=(
            r.PresenceChange(ANA, r.Presence.HIDDEN, AT - 1_000),
            r.PresenceChange(HOST, r.Presence.HERE, AT),
        )
    ),
    m.ChannelModeSet(channel="main", mode=m.ChannelMode.HELD),
    d.MessagePosted(
        item=MESSAGE,
        revision=1,
        kind="message",
        channel="room:" + ROOM,
        author=ANA,
        held_by="channel",
        text="Une moitié\nde « 3 » ?",
        reply_to=ROOM,
    ),
    d.MessageEdited(
        item=MESSAGE, revision=2, kind="message", channel="main", author=ANA, text="\u0645\u0631\u062d\u0628\u0627"
    ),
    d.MessageDeleted(message=MESSAGE),
    d.Reacted(message=MESSAGE, emoji="❤️", on=False),
    d.HandRaised(member=ANA),
    d.HandLowered(member=ANA),
)


def sealed(event: Event) -> Record:
    """Return the record of an event under fixed circumstances."""
    envelope = Envelope(
        epoch=1,
        seq=42,
        id="aaaaaaaa-bbbb-5ccc-8ddd-eeeeeeeeeeee",
        command_id="6f2c1a52-3b0e-4c7d-9f10-0a1b2c3d4e5f",
        actor=HOST,
        at=AT,
        event=event,
        request="0123456789abcdef0123456789abcdef",
    )
    return seal(envelope, "cd" * 32, "5a" * 16)


def sample_of(event: Event) -> dict[str, Any]:
    """Return what a sample's file holds."""
    record = sealed(event)
    return {
        "type": event.type,
        "version": event.version,
        "event": msgspec.to_builtins(event),
        "body": record.body.decode(),
        "private": None if record.private is None else record.private.decode(),
        "hash": record.hash,
    }


def path_of(event: Event | type[Event]) -> Path:
    """Return the place of an event's sample."""
    return FOLDER / f"{event.type}.v{event.version}.json"


def main() -> None:
    """Write the samples that are missing."""
    FOLDER.mkdir(parents=True, exist_ok=True)
    for event in SAMPLES:
        path = path_of(event)
        if not path.exists():
            path.write_text(json.dumps(sample_of(event), ensure_ascii=False, indent=2) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
