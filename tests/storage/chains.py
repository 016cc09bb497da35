"""Real records to store: messages sealed into a chain, as a relay would."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final
from uuid import UUID, uuid5

from app.domain.discussion.events import MessagePosted
from app.domain.kernel.envelope import GENESIS, Envelope, Record, seal
from app.storage.log import Append

if TYPE_CHECKING:
    from collections.abc import Sequence

ANA: Final = "0d9f8e7c-1111-4222-8333-444455556666"
BEN: Final = "7e6d5c4b-1111-4222-8333-444455556666"
NAMESPACE: Final = UUID("6f2c1a52-3b0e-4c7d-9f10-0a1b2c3d4e5f")


def command(n: int) -> str:
    """Return the id of the n-th command of a test."""
    return str(uuid5(NAMESPACE, str(n)))


def messages(
    after: Sequence[Record] = (),
    count: int = 1,
    *,
    author: str = ANA,
    text: str = "Bonjour à tous",
    by: str | None = None,
    epoch: int = 1,
) -> tuple[Record, ...]:
    """Seal messages that follow on a log.

    Args:
        after: the log so far; its last record is what counts.
        count: how many.
        author: who writes them.
        text: what they say; each also says its place.
        by: the command they come from; one of its own for each when None.
        epoch: the relay's reign.
    """
    seq = after[-1].seq if after else 0
    prev = after[-1].hash if after else GENESIS
    sealed: list[Record] = []
    for place in range(seq + 1, seq + count + 1):
        said = f"{text} ({place})"
        event = MessagePosted(item=command(place), revision=0, kind="message", channel="main", author=author, text=said)
        envelope = Envelope(
            epoch=epoch,
            seq=place,
            id=command(place),
            command_id=by or command(place),
            actor=author,
            at=1_700_000_000_000 + place,
            event=event,
        )
        record = seal(envelope, prev, salt=f"{place:032x}")
        sealed.append(record)
        prev = record.hash
    return tuple(sealed)


def append(session: str, records: Sequence[Record], erase: tuple[str, ...] = ()) -> Append:
    """Return the append of records at their own place."""
    return Append(session, records[0].seq - 1, tuple(records), f"{session}:{records[0].hash}", erase)
