"""From the log to a running ledger: by a snapshot and what follows it, or from a seed that nobody believes yet."""

from __future__ import annotations

import gc
import logging
from typing import TYPE_CHECKING, Final

import msgspec

from app.domain.kernel.envelope import BrokenRecord, unseal, verify
from app.domain.kernel.refusal import Refusal
from app.domain.registry import REGISTRY
from app.domain.session.decider import SessionState
from app.relay.ledger import Ledger, Settled
from app.storage.errors import StorageError
from app.sync.snapshots import BrokenSnapshot, fingerprint, freeze, thaw

if TYPE_CHECKING:
    from app.domain.kernel.envelope import Envelope, Record
    from app.storage.log import EventLog

log = logging.getLogger("cercle.relay")

_READ: Final = 500

LAST_EPOCH: Final = 2**31
"""The highest epoch believed of a seed; a higher one would leave no room for the relays after it."""


class SessionUnreadable(Exception):
    """A session's log that cannot be folded; the cause says why. Other sessions are none the worse."""


class _Kept(msgspec.Struct, frozen=True, array_like=True):
    world: bytes
    settled: dict[str, Settled]


def load(event_log: EventLog, session: str) -> Ledger:
    """Fold a session's log, from its newest snapshot if there is one, into a ledger.

    Every record that is folded is checked against the chain; those below a snapshot when they are sent.

    Args:
        event_log: where the records are; only read.
        session: which session.

    Raises:
        SessionUnreadable: the log cannot be what was once stored, or this software cannot read it.
    """
    # Nothing that is made here is garbage; looking for some again and again would take as long as the folding.
    was_enabled = gc.isenabled()
    gc.disable()
    try:
        return _load(event_log, session)
    except StorageError:
        raise
    except Exception as error:
        # Whatever a record makes the folding do, it concerns this session alone.
        raise SessionUnreadable(session) from error
    finally:
        if was_enabled:
            gc.enable()


def _load(event_log: EventLog, session: str) -> Ledger:
    ledger = Ledger.empty(REGISTRY, session)
    kept = event_log.load_snapshot(session, fingerprint())
    if kept is not None:
        try:
            snapshot = msgspec.msgpack.decode(kept[1], type=_Kept)
            world, last_hash = thaw(snapshot.world, session)
        except (msgspec.MsgspecError, BrokenSnapshot):
            log.warning("snapshot set aside", extra={"session": session})
        else:
            ledger = Ledger(REGISTRY, world, last_hash, world.epoch)
            ledger.settled = snapshot.settled
    while records := event_log.read(session, ledger.world.seq, _READ):
        verify(records, ledger.last_hash, ledger.world.seq)
        for record in records:
            ledger.fold(unseal(record, REGISTRY.read_event), record.hash)
    return ledger


def folded(session: str, records: list[Record]) -> Ledger:
    """Fold records that came from elsewhere, and believe none of them.

    Raises:
        Refusal: `bad_seed`, with the place and the reason.
    """
    ledger = Ledger.empty(REGISTRY, session)
    try:
        verify(records)
        for record in records:
            envelope = unseal(record, REGISTRY.read_event)
            _check_epoch(envelope, ledger.epoch)
            ledger.fold(envelope, record.hash)
        _check_session(ledger)
    except BrokenRecord as error:
        raise Refusal("bad_seed", seq=error.seq, reason=error.reason) from error
    except Exception as error:
        # A chain may be whole and yet tell of what cannot have happened.
        raise Refusal("bad_seed", seq=ledger.world.seq + 1, reason="event") from error
    return ledger


def _check_session(ledger: Ledger) -> None:
    if ledger.world.state(SessionState).session != ledger.world.session:
        raise BrokenRecord(1, "session")


def _check_epoch(envelope: Envelope, before: int) -> None:
    if not before <= envelope.epoch <= LAST_EPOCH:
        raise BrokenRecord(envelope.seq, "epoch")


def keep(ledger: Ledger) -> bytes:
    """Return the snapshot of a ledger that `load` reads."""
    return msgspec.msgpack.encode(_Kept(freeze(ledger.world, ledger.last_hash), ledger.settled))
