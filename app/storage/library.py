"""The desktop's library: the seats its person has, the commands not yet safe elsewhere, the plans, and the logs."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING, Any, Self

from sqlalchemy import bindparam, delete, select, update
from sqlalchemy import insert as add
from sqlalchemy.dialects.sqlite import insert

from app.domain.kernel.words import Role
from app.storage.database import Database
from app.storage.log import EventLog
from app.storage.pieces import Pieces
from app.storage.plan_changes import PlanChanges
from app.storage.tables import EXPECTED, MARKS, OUTBOX, PLAN_UPDATES, PLANS, SEATS

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

    from sqlalchemy import Connection, Row


_READ = "read:"
"""What the names of marks begin with that tell how far one has read."""


@dataclass(frozen=True, slots=True)
class SeatRow:
    """A seat that this desktop's person has in a session.

    Attributes:
        session: the session's id.
        member: who they are in it.
        role: their role in it.
        title: the session's title when it was last seen.
        relay: the relay's URL.
        token: the seat's token, or the name under which the keyring holds it.
        in_keyring: whether `token` is such a name.
        epoch: the highest epoch seen.
        last_opened: milliseconds since 1970.
        ended: whether the session was over when it was last seen.
        local: whether this machine's own relay serves it.
    """

    session: str
    member: str
    role: Role
    title: str
    relay: str
    token: str
    in_keyring: bool
    epoch: int
    last_opened: int
    ended: bool
    local: bool


class OutboxState(StrEnum):
    """Where a command is: written down, sent without an answer yet, or acknowledged but not held elsewhere."""

    WAITING = "waiting"
    SENT = "sent"
    ACKED = "acked"


@dataclass(frozen=True, slots=True)
class OutboxEntry:
    """A command kept until it is safe elsewhere.

    Attributes:
        id: the command's id.
        session: where it is meant to go.
        seen: the last place its author had seen when they composed it.
        command: the command as JSON bytes.
        composed_at: milliseconds since 1970.
        state: where it is.
        acked_seq: the place that the relay acknowledged; None before.
        generation: the connection during which it was composed, or last sent; 0 before the first.
    """

    id: str
    session: str
    seen: int
    command: bytes
    composed_at: int
    state: OutboxState = OutboxState.WAITING
    acked_seq: int | None = None
    generation: int = 0


@dataclass(frozen=True, slots=True)
class PlanRow:
    """A plan as it is stored.

    Attributes:
        id: the plan's id.
        title: its title, for lists.
        updated_at: milliseconds since 1970.
        body: the plan as the bytes of a plan file.
        updates: what was changed since, as Yjs updates, oldest first.
        shown: how it looked last; none when an earlier version wrote it.
    """

    id: str
    title: str
    updated_at: int
    body: bytes
    updates: tuple[bytes, ...] = ()
    shown: bytes | None = None


_ENTRY_COLUMNS = tuple(
    OUTBOX.c[name] for name in ("id", "session", "seen", "command", "composed_at", "state", "acked_seq", "generation")
)
_PLAN_COLUMNS = tuple(PLANS.c[name] for name in ("id", "title", "updated_at", "body", "shown"))


class Library:
    """A desktop's file. Safe to call from any thread; see `Writer`. Every change is durable when its call returns.

    Args:
        database: the file.
    """

    def __init__(self, database: Database) -> None:
        self._database = database
        self.log = EventLog(database)
        """The logs of this desktop's replicas, in the same file; closed with the library."""
        self.plan_changes = PlanChanges(database)
        """What was changed in the plans since their bodies were written."""
        self.pieces = Pieces(database)
        """The activities kept for other plans."""

    @classmethod
    def open(cls, path: Path) -> Self:
        """Open a library, making it or bringing it up to date as needed (an older one is copied first).

        Args:
            path: the file; its folder exists.

        Raises:
            StorageError: the file is newer, broken, locked, not to be written, or the disk is full.
        """
        return cls(Database.open(path))

    def close(self) -> None:
        """Close the file."""
        self._database.close()

    def seats(self) -> list[SeatRow]:
        """Return all seats, the last opened first."""
        wanted = select(SEATS).order_by(SEATS.c.last_opened.desc(), SEATS.c.session)
        with self._database.reading() as connection:
            return [_seat(row) for row in connection.execute(wanted)]

    def put_seat(self, seat: SeatRow) -> None:
        """Store a seat, in place of the one in the same session."""
        values = {
            "session": seat.session,
            "member": seat.member,
            "role": seat.role.value,
            "title": seat.title,
            "relay": seat.relay,
            "token": seat.token,
            "in_keyring": seat.in_keyring,
            "epoch": seat.epoch,
            "last_opened": seat.last_opened,
            "ended": seat.ended,
            "local": seat.local,
        }
        with self._database.writing() as connection:
            connection.execute(
                insert(SEATS).values(values).on_conflict_do_update(index_elements=["session"], set_=values)
            )

    def remove_seat(self, session: str) -> None:
        """Delete a seat, the commands that waited to be sent from it, and the personal links of those it expected.

        The log stays (see `EventLog.forget`).
        """
        with self._database.writing() as connection:
            connection.execute(delete(EXPECTED).where(EXPECTED.c.list == session))
            connection.execute(delete(OUTBOX).where(OUTBOX.c.session == session))
            connection.execute(delete(SEATS).where(SEATS.c.session == session))

    def outbox(self, session: str) -> list[OutboxEntry]:
        """Return a session's kept commands, in the order in which they were first put."""
        wanted = select(*_ENTRY_COLUMNS).where(OUTBOX.c.session == session).order_by(OUTBOX.c.place)
        with self._database.reading() as connection:
            return [_entry(row) for row in connection.execute(wanted)]

    def put_outbox(self, entry: OutboxEntry) -> None:
        """Keep a command. Put again, it keeps its place in the order and takes the new values."""
        values = {
            "id": entry.id,
            "session": entry.session,
            "seen": entry.seen,
            "command": entry.command,
            "composed_at": entry.composed_at,
            "state": entry.state.value,
            "acked_seq": entry.acked_seq,
            "generation": entry.generation,
        }
        with self._database.writing() as connection:
            connection.execute(insert(OUTBOX).values(values).on_conflict_do_update(index_elements=["id"], set_=values))

    def mark_outbox(
        self, entry_id: str, state: OutboxState, acked_seq: int | None = None, generation: int | None = None
    ) -> bool:
        """Note where a command is.

        Args:
            entry_id: the command's id.
            state: where it is now.
            acked_seq: the place that the relay acknowledged; None takes an earlier one back.
            generation: the connection it was sent on; None leaves the earlier one.

        Returns:
            Whether the command is kept here at all.
        """
        values: dict[str, object] = {"state": state.value, "acked_seq": acked_seq}
        if generation is not None:
            values["generation"] = generation
        with self._database.writing() as connection:
            return connection.execute(update(OUTBOX).where(OUTBOX.c.id == entry_id).values(values)).rowcount > 0

    def strike_outbox(self, ids: Iterable[str]) -> None:
        """Let commands go, all at once; unknown ids do no harm."""
        struck = [{"gone": entry_id} for entry_id in ids]
        if not struck:
            return
        with self._database.writing() as connection:
            connection.execute(delete(OUTBOX).where(OUTBOX.c.id == bindparam("gone")), struck)

    def read_marks(self, session: str) -> dict[str, int]:
        """Return how far this desktop's person has read in a session: channel to the seq of the newest message read."""
        begins = _READ + session + ":"
        wanted = select(MARKS).where(MARKS.c.name.startswith(begins, autoescape=True))
        with self._database.reading() as connection:
            return {row.name.removeprefix(begins): row.value for row in connection.execute(wanted)}

    def put_read_mark(self, session: str, channel: str, seq: int) -> None:
        """Keep how far this desktop's person has read in one channel."""
        mark = insert(MARKS).values(name=f"{_READ}{session}:{channel}", value=seq)
        with self._database.writing() as connection:
            connection.execute(mark.on_conflict_do_update(index_elements=["name"], set_={"value": seq}))

    def plans(self) -> list[PlanRow]:
        """Return the plans that are not deleted, the last changed first."""
        wanted = select(*_PLAN_COLUMNS).where(PLANS.c.deleted_at.is_(None))
        with self._database.reading() as connection:
            rows = connection.execute(wanted.order_by(PLANS.c.updated_at.desc(), PLANS.c.id))
            return [_plan(connection, row) for row in rows.all()]

    def put_plan(self, plan: PlanRow) -> None:
        """Store a plan, in place of the one with the same id and its changes; it is then deleted no more."""
        values = {
            "id": plan.id,
            "title": plan.title,
            "updated_at": plan.updated_at,
            "deleted_at": None,
            "body": plan.body,
            "shown": plan.shown,
        }
        with self._database.writing() as connection:
            connection.execute(insert(PLANS).values(values).on_conflict_do_update(index_elements=["id"], set_=values))
            connection.execute(delete(PLAN_UPDATES).where(PLAN_UPDATES.c.plan == plan.id))
            if plan.updates:
                connection.execute(add(PLAN_UPDATES), [{"plan": plan.id, "body": body} for body in plan.updates])

    def get_plan(self, plan_id: str) -> PlanRow | None:
        """Return a plan; None when it is unknown or deleted."""
        wanted = select(*_PLAN_COLUMNS).where(PLANS.c.id == plan_id, PLANS.c.deleted_at.is_(None))
        with self._database.reading() as connection:
            row = connection.execute(wanted).first()
            return None if row is None else _plan(connection, row)

    def is_plan_deleted(self, plan_id: str) -> bool:
        """Tell whether a plan was deleted here, and could still be brought back."""
        wanted = select(PLANS.c.id).where(PLANS.c.id == plan_id, PLANS.c.deleted_at.is_not(None))
        with self._database.reading() as connection:
            return connection.execute(wanted).first() is not None

    def delete_plan(self, plan_id: str, at_ms: int) -> bool:
        """Delete a plan so that `restore_plan` can bring it back; return whether there was one.

        Args:
            plan_id: the plan.
            at_ms: now, in milliseconds since 1970.
        """
        return self._mark_plan(plan_id, at_ms)

    def restore_plan(self, plan_id: str) -> bool:
        """Bring a deleted plan back as it was; return whether there is one."""
        return self._mark_plan(plan_id, None)

    def purge_plans(self, before_ms: int) -> int:
        """Delete for good the plans deleted before a time (milliseconds since 1970); return how many."""
        with self._database.writing() as connection:
            gone = select(PLANS.c.id).where(PLANS.c.deleted_at < before_ms)
            connection.execute(delete(PLAN_UPDATES).where(PLAN_UPDATES.c.plan.in_(gone)))
            connection.execute(delete(EXPECTED).where(EXPECTED.c.list.in_(gone)))
            return connection.execute(delete(PLANS).where(PLANS.c.deleted_at < before_ms)).rowcount

    def expected(self, list_id: str) -> bytes | None:
        """Return the people expected by a plan or a session, as they were kept; None when none were.

        Args:
            list_id: the plan's id, or the session's.
        """
        with self._database.reading() as connection:
            wanted = select(EXPECTED.c.body).where(EXPECTED.c.list == list_id)
            return connection.execute(wanted).scalar_one_or_none()

    def put_expected(self, list_id: str, body: bytes, at_ms: int) -> None:
        """Keep the people expected by a plan or a session, in place of those before.

        Args:
            list_id: the plan's id, or the session's.
            body: the list.
            at_ms: now, in milliseconds since 1970.
        """
        values = {"list": list_id, "updated_at": at_ms, "body": body}
        with self._database.writing() as connection:
            connection.execute(
                insert(EXPECTED).values(values).on_conflict_do_update(index_elements=["list"], set_=values)
            )

    def remove_expected(self, list_id: str) -> None:
        """Forget the people expected by a plan or a session.

        Args:
            list_id: the plan's id, or the session's.
        """
        with self._database.writing() as connection:
            connection.execute(delete(EXPECTED).where(EXPECTED.c.list == list_id))

    def _mark_plan(self, plan_id: str, deleted_at: int | None) -> bool:
        with self._database.writing() as connection:
            marked = update(PLANS).where(PLANS.c.id == plan_id).values(deleted_at=deleted_at)
            return connection.execute(marked).rowcount > 0


def _plan(connection: Connection, row: Row[Any]) -> PlanRow:
    wanted = select(PLAN_UPDATES.c.body).where(PLAN_UPDATES.c.plan == row.id).order_by(PLAN_UPDATES.c.place)
    updates = tuple(connection.execute(wanted).scalars())
    return PlanRow(row.id, row.title, row.updated_at, row.body, updates, row.shown)


def _seat(row: Row[Any]) -> SeatRow:
    return SeatRow(**{**row._mapping, "role": Role(row.role)})  # noqa: SLF001 (SQLAlchemy's public name for it)


def _entry(row: Row[Any]) -> OutboxEntry:
    return OutboxEntry(**{**row._mapping, "state": OutboxState(row.state)})  # noqa: SLF001 (as above)
