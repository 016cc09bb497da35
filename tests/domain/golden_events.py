"""Samples of every event, as they are stored for ever.

`python -m tests.domain.golden_events` writes the samples that are missing and never touches one that is there: a stored
layout does not change. What is written comes from `declared/NAME.py`. When an event gets a new version, change its
sample there, run this, and bring the `event` of the older samples (not their bytes) to what today's code makes of them.
"""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any, Final

import msgspec

from app.domain.kernel.anonymity import AnonymousNoted
from app.domain.kernel.envelope import Envelope, Record, seal
from app.domain.kernel.gate import Outcome, TextDecided
from app.domain.kernel.messages import CommandNoted, Event, MemberErased
from tests.domain.declaring import ANA, AT, COMMAND, HOST, MESSAGE, declared

FOLDER: Final = Path(__file__).parents[1] / "golden" / "events"

SAMPLES: Final[tuple[Event, ...]] = (
    CommandNoted(),
    AnonymousNoted(alias="anon:0123456789abcdef0123456789abcdef"),
    MemberErased(member=ANA),
    TextDecided(
        item=MESSAGE,
        revision=1,
        outcome=Outcome.PUBLISHED,
        author=ANA,
        reason="Dis.",
        text="Dites.",
        rule="appeal",
        undoes=COMMAND,
    ),
    *(event for capability in declared() for event in capability.SAMPLES),
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
