"""A group commit: the appends of one moment, each compared with its log, stored in one transaction."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, TypeAlias

from sqlalchemy import bindparam, delete, exists, select, update
from sqlalchemy.dialects.sqlite import insert

from app.domain.kernel.envelope import GENESIS, Record, read_body, verify
from app.storage.tables import ERASURES, OUTBOX, RECORDS, SEATS, SET_ASIDE, SNAPSHOTS

if TYPE_CHECKING:
    from collections.abc import Sequence

    from sqlalchemy import Connection


@dataclass(frozen=True, slots=True)
class Append:
    """Records that belong together, to be stored all or not at all.

    Attributes:
        session: whose log.
        expected_seq: the place after which they go; 0 for the beginning.
        records: consecutive sealed records, the first at `expected_seq + 1`.
        commit_id: names the attempt, for logs that tell a repeated one by its name; this one compares the records.
        erase: members whose private parts go, in the whole session up to and including these records.
    """

    session: str
    expected_seq: int
    records: tuple[Record, ...]
    commit_id: str
    erase: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Appended:
    """The records are durable, now or since an earlier attempt.

    Attributes:
        seq: the place of the last of them.
    """

    seq: int


@dataclass(frozen=True, slots=True)
class Conflict:
    """Nothing was stored: the log is not where the append expected it, or its last hash is another.

    Attributes:
        actual_seq: where the log is.
    """

    actual_seq: int


AppendResult: TypeAlias = Appended | Conflict


@dataclass(frozen=True, slots=True)
class Head:
    """Where a log is: what two copies compare to know whether they have one past."""

    epoch: int
    seq: int
    hash: str


# Built once: making a statement costs more than running it.
_INSERT = insert(RECORDS)
_HEAD = (
    select(RECORDS.c.epoch, RECORDS.c.seq, RECORDS.c.hash)
    .where(RECORDS.c.session == bindparam("of"))
    .order_by(RECORDS.c.seq.desc())
    .limit(1)
)
_HASHES = (
    select(RECORDS.c.hash)
    .where(RECORDS.c.session == bindparam("of"), RECORDS.c.seq.between(bindparam("first"), bindparam("last")))
    .order_by(RECORDS.c.seq)
)


def head_of(connection: Connection, session: str) -> Head | None:
    """Return where a session's log is in the connection's view of the file; None when it holds nothing."""
    row = connection.execute(_HEAD, {"of": session}).first()
    return None if row is None else Head(row.epoch, row.seq, row.hash)


class GroupCommit:
    """Appends that share one transaction, and so one wait for the disk.

    Args:
        batch: the appends, in order.

    Raises:
        BrokenRecord: an append is no stretch of a chain.
    """

    def __init__(self, batch: Sequence[Append]) -> None:
        self._batch = [(append, _prepare(append)) for append in batch]
        self._heads: dict[str, tuple[int, str]] = {}
        self._waiting: list[dict[str, object]] = []
        self.erased = False
        """Whether anything that was in the file has been erased from its tables."""

    def run(self, connection: Connection) -> list[AppendResult]:
        """Store what is not in conflict; return one result for each append.

        Args:
            connection: in a transaction that holds the write lock.
        """
        results = [self._store(connection, append, rows) for append, rows in self._batch]
        self._flush(connection)
        return results

    def _store(self, connection: Connection, append: Append, rows: _Rows) -> AppendResult:
        seq, last_hash = self._head(connection, append.session)
        if seq == append.expected_seq and (not append.records or rows.prev == last_hash):
            self._waiting.extend(rows.values)
            if append.records:
                seq = append.records[-1].seq
                self._heads[append.session] = (seq, append.records[-1].hash)
        elif append.records and self._holds(connection, append):
            seq = append.records[-1].seq
        else:
            return Conflict(seq)
        if append.erase:
            self._erase(connection, append, seq)
        return Appended(seq)

    def _head(self, connection: Connection, session: str) -> tuple[int, str]:
        known = self._heads.get(session)
        if known is None:
            head = head_of(connection, session)
            known = self._heads[session] = (0, GENESIS) if head is None else (head.seq, head.hash)
        return known

    def _holds(self, connection: Connection, append: Append) -> bool:
        self._flush(connection)
        span = {"of": append.session, "first": append.expected_seq + 1, "last": append.records[-1].seq}
        return list(connection.execute(_HASHES, span).scalars()) == [record.hash for record in append.records]

    def _flush(self, connection: Connection) -> None:
        if self._waiting:
            connection.execute(_INSERT, self._waiting)
            self._waiting = []

    def _erase(self, connection: Connection, append: Append, through: int) -> None:
        self._flush(connection)
        session = append.session
        theirs = exists().where(SEATS.c.session == OUTBOX.c.session, SEATS.c.member.in_(append.erase))
        about = select(RECORDS.c.command_id).where(RECORDS.c.session == session, RECORDS.c.subject.in_(append.erase))
        changes = (
            update(RECORDS)
            .where(
                RECORDS.c.session == session,
                RECORDS.c.seq <= through,
                RECORDS.c.subject.in_(append.erase),
                RECORDS.c.private.is_not(None),
            )
            .values(private=None),
            update(SET_ASIDE)
            .where(
                SET_ASIDE.c.session == session, SET_ASIDE.c.subject.in_(append.erase), SET_ASIDE.c.private.is_not(None)
            )
            .values(private=None),
            # Any folded state may hold their texts.
            delete(SNAPSHOTS).where(SNAPSHOTS.c.session == session),
            # What the erased person composed here, or what was asked about them, would be offered again to a new relay.
            delete(OUTBOX).where(OUTBOX.c.session == session, theirs | OUTBOX.c.id.in_(about)),
        )
        for change in changes:
            self.erased |= connection.execute(change).rowcount > 0
        # Without a record of its own, an erasure stands after the last place and not at it.
        stands = through if append.records else through + 1
        note = insert(ERASURES).values(session=session, through=stands)
        later = {"through": stands}
        connection.execute(
            note.on_conflict_do_update(index_elements=["session"], set_=later, where=ERASURES.c.through < stands)
        )


@dataclass(frozen=True, slots=True)
class _Rows:
    prev: str
    values: list[dict[str, object]]


def _prepare(append: Append) -> _Rows:
    """Check an append and lay it out for the table, before anyone waits for the transaction."""
    if not append.records:
        return _Rows("", [])
    prev = read_body(append.records[0]).prev
    verify(append.records, prev=prev, after=append.expected_seq)
    return _Rows(prev, [_row(append.session, record) for record in append.records])


def _row(session: str, record: Record) -> dict[str, Any]:
    body = read_body(record)
    return {
        "session": session,
        "seq": record.seq,
        "epoch": body.epoch,
        "type": body.type,
        "at": body.at,
        "command_id": body.command_id,
        "subject": body.subject,
        "hash": record.hash,
        "body": record.body,
        "private": record.private,
    }
