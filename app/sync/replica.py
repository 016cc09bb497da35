"""A staff desktop's full copy of a session, without I/O: it checks the chain, folds, and says what has to be stored."""

from __future__ import annotations

from typing import TYPE_CHECKING

import msgspec

from app.domain.kernel.envelope import (
    GENESIS,
    BrokenRecord,
    Envelope,
    Record,
    read_body,
    record_from,
    unseal,
    verify,
)
from app.domain.kernel.messages import MemberErased
from app.domain.registry import REGISTRY, Registry
from app.domain.session.events import SessionCreated
from app.sync.frames import Have, WireRecord
from app.sync.snapshots import BrokenSnapshot, freeze, thaw

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from app.domain.kernel.world import World


class BrokenChain(Exception):
    """What the relay sent does not continue this replica's log; the log has to be taken anew, from its start.

    Args:
        seq: the place that does not fit.
        reason: a stable code: `hash`, `prev`, `seq`, `private`, `layout` or `epoch`.
    """

    def __init__(self, seq: int, reason: str) -> None:
        super().__init__(f"record {seq}: {reason}")
        self.seq = seq
        self.reason = reason


class Stretch(msgspec.Struct, frozen=True):
    """Consecutive records to be stored in one step.

    Attributes:
        after: the place before the first of them.
        records: in order.
        erase: members whose private parts are to be deleted, in the whole log up to the last of these records.
    """

    after: int
    records: tuple[Record, ...]
    erase: tuple[str, ...] = ()


class Received(msgspec.Struct, frozen=True):
    """What came of some records: the envelopes that were folded, and the stretches to be stored in this order."""

    envelopes: tuple[Envelope, ...] = ()
    stretches: tuple[Stretch, ...] = ()


class Replica:
    """One session's whole log, folded.

    Attributes:
        world: the confirmed state.
        head: where the log ends; None while it is empty.
    """

    def __init__(self, session: str, registry: Registry = REGISTRY) -> None:
        """Start from nothing.

        Args:
            session: which session.
            registry: the capabilities that fold it.
        """
        self._registry = registry
        self.world: World = registry.world(session)
        self.head: Have | None = None

    @classmethod
    def restore(cls, session: str, blob: bytes, registry: Registry = REGISTRY) -> Replica:
        """Return the replica in a snapshot that `snapshot` made with the same `fingerprint`.

        Raises:
            BrokenSnapshot: the bytes are not a snapshot of that session.
        """
        replica = cls(session, registry)
        world, last_hash = thaw(blob, session, registry)
        if not world.seq:
            raise BrokenSnapshot(session)
        replica.world, replica.head = world, Have(world.epoch, world.seq, last_hash)
        return replica

    def snapshot(self) -> bytes:
        """Return the folded state as bytes; `restore` and the records after it give the same as folding all records."""
        return freeze(self.world, self._hash)

    @property
    def _hash(self) -> str:
        return self.head.hash if self.head else GENESIS

    def receive(self, records: Iterable[WireRecord]) -> Received:
        """Check records from the relay, fold them, and return what is to be told and stored.

        Args:
            records: consecutive, the first of them following `head`.

        Raises:
            BrokenChain: one of them does not fit; then none was folded.
            UnreadableEvent: one was written by a newer version of the software; none was folded.
        """
        try:
            taken = [
                record_from(wire.body.encode(), None if wire.private is None else wire.private.encode())
                for wire in records
            ]
        except BrokenRecord as error:
            raise BrokenChain(error.seq, error.reason) from error
        after = self.world.seq
        envelopes = self.fold(taken)
        return Received(tuple(envelopes), tuple(_stretches(after, taken, envelopes)))

    def fold(self, records: Sequence[Record]) -> list[Envelope]:
        """Check and fold records that are stored already, or about to be.

        Raises:
            BrokenChain: one of them does not fit; then none was folded.
            UnreadableEvent: one was written by a newer version of the software; none was folded.
        """
        if not records:
            return []
        try:
            last_hash = verify(records, self._hash, self.world.seq)
            epoch = self.world.epoch
            for record in records:
                before, epoch = epoch, read_body(record).epoch
                if epoch < before:
                    raise BrokenChain(record.seq, "epoch")
            envelopes = [unseal(record, self._registry.read_event) for record in records]
        except BrokenRecord as error:
            raise BrokenChain(error.seq, error.reason) from error
        except msgspec.ValidationError as error:
            raise BrokenChain(self.world.seq + 1, "layout") from error
        first = envelopes[0].event
        if isinstance(first, SessionCreated) and first.session != self.world.session:
            raise BrokenChain(1, "session")
        for envelope in envelopes:
            self._registry.evolve(self.world, envelope)
        self.head = Have(self.world.epoch, self.world.seq, last_hash)
        return envelopes


def _stretches(after: int, records: Sequence[Record], envelopes: Sequence[Envelope]) -> Iterable[Stretch]:
    """Cut after every erasure, so that it reaches what was before it and spares what came later."""
    start = 0
    for index, envelope in enumerate(envelopes):
        if isinstance(envelope.event, MemberErased):
            yield Stretch(after + start, tuple(records[start : index + 1]), (envelope.event.member,))
            start = index + 1
    if start < len(records):
        yield Stretch(after + start, tuple(records[start:]))
