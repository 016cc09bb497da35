"""A past session as it is read again: its log, folded once, and whether the chain holds."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

import msgspec

from app.domain.kernel.envelope import GENESIS, BrokenRecord, Envelope, Record, unseal, verify
from app.domain.kernel.world import World
from app.domain.registry import REGISTRY, Registry

if TYPE_CHECKING:
    from app.storage.log import EventLog

_PAGE = 1_000


class Chain(msgspec.Struct, frozen=True):
    """What checking a log found.

    Attributes:
        records: how many there are.
        head: the hash of the last one; of nothing, 64 zeros.
        broken_at: the place of the first record that does not fit; 0 when all do.
        reason: why it does not fit: `hash`, `prev`, `seq`, `private` or `layout`; empty when all do.
    """

    records: int
    head: str
    broken_at: int = 0
    reason: str = ""

    @property
    def is_intact(self) -> bool:
        """Whether every record fits its hash, its digests and its neighbour."""
        return not self.broken_at


class PastSession(msgspec.Struct, frozen=True):
    """A session as its log tells it.

    Attributes:
        session: its id.
        records: the stored records, in order.
        envelopes: what happened, in order.
        world: the state that follows.
    """

    session: str
    records: Sequence[Record]
    envelopes: Sequence[Envelope]
    world: World


def read_records(log: EventLog, session: str) -> list[Record]:
    """Read a session's whole log; blocks on the disk.

    Args:
        log: open.
        session: whose.

    Raises:
        StorageError: the disk is at fault.
    """
    records: list[Record] = []
    while page := log.read(session, records[-1].seq if records else 0, _PAGE):
        records += page
    return records


def read_session(log: EventLog, session: str, registry: Registry = REGISTRY) -> PastSession:
    """Read a session's whole log and fold it; blocks on the disk.

    Args:
        log: open.
        session: whose.
        registry: the capabilities.

    Raises:
        StorageError: the disk is at fault.
        BrokenRecord: a record cannot be read at all.
        UnreadableEvent: a newer version of the software wrote it.
    """
    records = read_records(log, session)
    world = registry.world(session)
    envelopes = []
    for record in records:
        envelope = unseal(record, registry.read_event)
        registry.evolve(world, envelope)
        envelopes.append(envelope)
    return PastSession(session, records, envelopes, world)


def check(records: Sequence[Record]) -> Chain:
    """Check a whole log, from its first record on."""
    try:
        return Chain(len(records), verify(records))
    except BrokenRecord as error:
        head = records[-1].hash if records else GENESIS
        return Chain(len(records), head, error.seq, error.reason)
