"""The event log: every session's records in order, durable before anyone hears of them."""

from __future__ import annotations

import time
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Self

from sqlalchemy import bindparam, delete, exists, func, literal, select
from sqlalchemy.dialects.sqlite import insert

from app.domain.kernel.envelope import Record, digest
from app.storage.appends import Append, Appended, AppendResult, Conflict, GroupCommit, Head, head_of
from app.storage.database import Database
from app.storage.tables import ERASURES, MARKS, RECORDS, SET_ASIDE, SNAPSHOTS

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from sqlalchemy import Row

__all__ = ["Append", "AppendResult", "Appended", "Conflict", "EventLog", "Head", "SetAside"]

_ALIVE = "alive"
_KEPT_SNAPSHOTS = 2


@dataclass(frozen=True, slots=True)
class SetAside:
    """A past that turned out not to be the session's.

    Attributes:
        id: names it for `read_aside`.
        session: whose log it was.
        reason: a stable code.
        at: when it was set aside, in milliseconds since 1970.
        records: how many records it holds.
    """

    id: int
    session: str
    reason: str
    at: int
    records: int


_RECORD_COLUMNS = tuple(RECORDS.c[name] for name in ("seq", "body", "private", "hash", "subject"))
_ASIDE_COLUMNS = tuple(SET_ASIDE.c[name] for name in ("seq", "body", "private", "hash", "subject"))
# Built once: making a statement costs more than running it.
_READ = (
    select(*_RECORD_COLUMNS)
    .where(RECORDS.c.session == bindparam("of"), RECORDS.c.seq > bindparam("after"))
    .order_by(RECORDS.c.seq)
    .limit(bindparam("most"))
)
_AT = select(*_RECORD_COLUMNS).where(RECORDS.c.session == bindparam("of"), RECORDS.c.seq == bindparam("place"))
_BY_COMMAND = (
    select(*_RECORD_COLUMNS)
    .where(RECORDS.c.session == bindparam("of"), RECORDS.c.command_id == bindparam("command"))
    .order_by(RECORDS.c.seq)
)


class EventLog:
    """The logs of any number of sessions in one SQLite file. Safe to call from any thread; see `Writer`.

    Args:
        database: the file.
    """

    def __init__(self, database: Database) -> None:
        self._database = database

    @classmethod
    def open(cls, path: Path) -> Self:
        """Open a file, making it or bringing it up to date as needed (an older one is copied first).

        Args:
            path: the file; its folder exists.

        Raises:
            StorageError: the file is newer, broken, locked, not to be written, or the disk is full.
        """
        return cls(Database.open(path))

    def close(self) -> None:
        """Close the file."""
        self._database.close()

    def backups(self) -> list[Path]:
        """Return the copies made before migrations, oldest first; an erasure deletes them."""
        return self._database.backups()

    def append(self, batch: Sequence[Append]) -> list[AppendResult]:
        """Store appends in one transaction; all that are not in conflict are durable when this returns.

        Args:
            batch: appends of any sessions; later ones may follow on earlier ones.

        Returns:
            One result for each append, in order.

        Raises:
            StorageError: none of them is stored, or (when the very last step failed) that is unknown: repeat the batch.
            BrokenRecord: an append is no stretch of a chain; none of the batch is stored.
        """
        writing = GroupCommit(batch)
        with self._database.writing() as connection:
            results = writing.run(connection)
            if writing.erased:
                self._database.wipe_later(connection)
        if writing.erased:
            self._database.wipe_if_due()
        return results

    def read(self, session: str, after_seq: int = 0, limit: int = 500) -> list[Record]:
        """Return up to `limit` records in order, beginning after a place."""
        with self._database.reading() as connection:
            rows = connection.execute(_READ, {"of": session, "after": after_seq, "most": limit})
            return [_record(row) for row in rows]

    def head(self, session: str) -> Head | None:
        """Return where a log is; None when it holds nothing."""
        with self._database.reading() as connection:
            return head_of(connection, session)

    def record(self, session: str, seq: int) -> Record | None:
        """Return the record at a place, or None."""
        with self._database.reading() as connection:
            row = connection.execute(_AT, {"of": session, "place": seq}).first()
            return None if row is None else _record(row)

    def sessions(self) -> list[str]:
        """Return the sessions that have a log, in the order of their ids."""
        # Leaps from one session to the next in the index, instead of reading every record.
        first = select(func.min(RECORDS.c.session).label("session")).cte("leaps", recursive=True)
        later = select(func.min(RECORDS.c.session)).where(RECORDS.c.session > first.c.session).scalar_subquery()
        leaps = first.union_all(select(later).where(first.c.session.is_not(None)))
        with self._database.reading() as connection:
            return list(connection.execute(select(leaps.c.session).where(leaps.c.session.is_not(None))).scalars())

    def find_command(self, session: str, command_id: str) -> tuple[Record, int] | None:
        """Return the first record of a command's commit and the place of the last; None when it is unknown."""
        with self._database.reading() as connection:
            rows = connection.execute(_BY_COMMAND, {"of": session, "command": command_id}).all()
            return (_record(rows[0]), int(rows[-1].seq)) if rows else None

    def save_snapshot(self, session: str, seq: int, fingerprint: str, blob: bytes) -> bool:
        """Keep a folded state, and of the session's earlier ones only the newest.

        Args:
            session: whose state.
            seq: the place of the last record folded into it.
            fingerprint: the layout of the code that folded it.
            blob: the state.

        Returns:
            Whether it was kept: not when the log has no such place, nor when something was erased after that place,
            for then the state may still hold it.
        """
        with self._database.writing() as connection:
            at = connection.execute(_AT, {"of": session, "place": seq}).first()
            through = connection.execute(select(ERASURES.c.through).where(ERASURES.c.session == session)).scalar()
            if at is None or seq < (through or 0):
                return False
            connection.execute(
                insert(SNAPSHOTS).values(
                    session=session, seq=seq, hash=at.hash, fingerprint=fingerprint, checksum=digest(blob), blob=blob
                )
            )
            kept = (
                select(SNAPSHOTS.c.id)
                .where(SNAPSHOTS.c.session == session)
                .order_by(SNAPSHOTS.c.id.desc())
                .limit(_KEPT_SNAPSHOTS)
            )
            connection.execute(
                delete(SNAPSHOTS).where(SNAPSHOTS.c.session == session, SNAPSHOTS.c.id.not_in(kept.scalar_subquery()))
            )
            return True

    def load_snapshot(self, session: str, fingerprint: str) -> tuple[int, bytes] | None:
        """Return the place and bytes of the newest state that is intact and of this log; None when there is none.

        Args:
            session: whose state.
            fingerprint: the layout of the code that is to read it.
        """
        same_past = exists().where(
            RECORDS.c.session == SNAPSHOTS.c.session,
            RECORDS.c.seq == SNAPSHOTS.c.seq,
            RECORDS.c.hash == SNAPSHOTS.c.hash,
        )
        wanted = (
            select(SNAPSHOTS.c.seq, SNAPSHOTS.c.checksum, SNAPSHOTS.c.blob)
            .where(SNAPSHOTS.c.session == session, SNAPSHOTS.c.fingerprint == fingerprint, same_past)
            .order_by(SNAPSHOTS.c.seq.desc(), SNAPSHOTS.c.id.desc())
        )
        with self._database.reading() as connection:
            for row in connection.execute(wanted):
                if digest(row.blob) == row.checksum:
                    return int(row.seq), bytes(row.blob)
        return None

    def mark_alive(self, at_ms: int) -> None:
        """Note that the relay was alive at a time, in milliseconds since 1970."""
        mark = insert(MARKS).values(name=_ALIVE, value=at_ms)
        with self._database.writing() as connection:
            connection.execute(mark.on_conflict_do_update(index_elements=["name"], set_={"value": at_ms}))

    def last_alive(self) -> int:
        """Return the time last noted, in milliseconds since 1970; 0 when none was."""
        with self._database.reading() as connection:
            return int(connection.execute(select(MARKS.c.value).where(MARKS.c.name == _ALIVE)).scalar() or 0)

    def set_aside(self, session: str, reason: str = "divergent") -> int:
        """Move a session's whole log out of the way, leaving the session empty.

        Args:
            session: whose log.
            reason: a stable code that says why.

        Returns:
            How many records were moved. They stay readable by `set_asides` and `read_aside`.
        """
        at = time.time_ns() // 1_000_000
        moved = [name for name in SET_ASIDE.c.keys() if name in RECORDS.c]  # noqa: SIM118 (iterating gives columns)
        with self._database.writing() as connection:
            past = (connection.execute(select(func.max(SET_ASIDE.c.id))).scalar() or 0) + 1
            chosen = select(literal(past), literal(reason), literal(at), *(RECORDS.c[name] for name in moved))
            connection.execute(
                insert(SET_ASIDE).from_select(
                    ["id", "reason", "set_aside_at", *moved], chosen.where(RECORDS.c.session == session)
                )
            )
            count = connection.execute(delete(RECORDS).where(RECORDS.c.session == session)).rowcount
            connection.execute(delete(SNAPSHOTS).where(SNAPSHOTS.c.session == session))
        return count

    def set_asides(self, session: str) -> list[SetAside]:
        """Return the pasts of a session that were set aside, oldest first."""
        aside = SET_ASIDE.c
        wanted = (
            select(aside.id, aside.session, aside.reason, aside.set_aside_at, func.count())
            .where(aside.session == session)
            .group_by(aside.id)
            .order_by(aside.id)
        )
        with self._database.reading() as connection:
            return [SetAside(*row) for row in connection.execute(wanted)]

    def read_aside(self, past: int, after_seq: int = 0, limit: int = 500) -> list[Record]:
        """Return up to `limit` records of a past that was set aside, beginning after a place."""
        wanted = select(*_ASIDE_COLUMNS).where(SET_ASIDE.c.id == past, SET_ASIDE.c.seq > after_seq)
        with self._database.reading() as connection:
            return [_record(row) for row in connection.execute(wanted.order_by(SET_ASIDE.c.seq).limit(limit))]

    def forget(self, session: str) -> None:
        """Delete all that is held of a session's log, pasts set aside and copies made before migrations included."""
        with self._database.writing() as connection:
            for held in (RECORDS, SET_ASIDE, SNAPSHOTS, ERASURES):
                connection.execute(delete(held).where(held.c.session == session))
            self._database.wipe_later(connection)
        self._database.wipe_if_due()


def _record(row: Row[Any]) -> Record:
    return Record(row.seq, row.body, row.private, row.hash, row.subject)
