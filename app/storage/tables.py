"""The tables of a Cercle file as they are today; the migrations lead here from every older layout."""

from __future__ import annotations

from typing import Final

from sqlalchemy import Boolean, Column, Index, Integer, LargeBinary, MetaData, Table, Text

METADATA: Final = MetaData()

RECORDS: Final = Table(
    "records",
    METADATA,
    Column("session", Text, primary_key=True),
    Column("seq", Integer, primary_key=True),
    Column("epoch", Integer, nullable=False),
    Column("type", Text, nullable=False),
    Column("at", Integer, nullable=False),
    Column("command_id", Text, nullable=False),
    Column("subject", Text),
    Column("hash", Text, nullable=False),
    Column("body", LargeBinary, nullable=False),
    Column("private", LargeBinary),
    Index("records_by_command", "session", "command_id", "seq"),
)
"""Every record of every session, in order."""

SET_ASIDE: Final = Table(
    "set_aside",
    METADATA,
    Column("id", Integer, primary_key=True, autoincrement=False),
    Column("seq", Integer, primary_key=True),
    Column("session", Text, nullable=False),
    Column("reason", Text, nullable=False),
    Column("set_aside_at", Integer, nullable=False),
    Column("epoch", Integer, nullable=False),
    Column("type", Text, nullable=False),
    Column("at", Integer, nullable=False),
    Column("command_id", Text, nullable=False),
    Column("subject", Text),
    Column("hash", Text, nullable=False),
    Column("body", LargeBinary, nullable=False),
    Column("private", LargeBinary),
    Index("set_aside_by_session", "session"),
)
"""Pasts that turned out not to be the session's: kept to be shown, never merged. One id is one past."""

SNAPSHOTS: Final = Table(
    "snapshots",
    METADATA,
    Column("id", Integer, primary_key=True),
    Column("session", Text, nullable=False),
    Column("seq", Integer, nullable=False),
    Column("hash", Text, nullable=False),
    Column("fingerprint", Text, nullable=False),
    Column("checksum", Text, nullable=False),
    Column("blob", LargeBinary, nullable=False),
    Index("snapshots_by_session", "session"),
)
"""Folded states, which only save time: any of them may be lost."""

ERASURES: Final = Table(
    "erasures",
    METADATA,
    Column("session", Text, primary_key=True),
    Column("through", Integer, nullable=False),
)
"""Up to where a session's past holds erased parts: a snapshot from before may hold them still."""

MARKS: Final = Table(
    "marks",
    METADATA,
    Column("name", Text, primary_key=True),
    Column("value", Integer, nullable=False),
)
"""Single numbers: when the relay was last alive, whether erased bytes are still to be wiped, how far one has read."""

SEATS: Final = Table(
    "seats",
    METADATA,
    Column("session", Text, primary_key=True),
    Column("member", Text, nullable=False),
    Column("role", Text, nullable=False),
    Column("title", Text, nullable=False),
    Column("relay", Text, nullable=False),
    Column("token", Text, nullable=False),
    Column("in_keyring", Boolean(create_constraint=False), nullable=False),
    Column("epoch", Integer, nullable=False),
    Column("last_opened", Integer, nullable=False),
    Column("ended", Boolean(create_constraint=False), nullable=False),
    Column("local", Boolean(create_constraint=False), nullable=False),
)
"""The sessions in which this desktop's person has a seat."""

OUTBOX: Final = Table(
    "outbox",
    METADATA,
    Column("place", Integer, primary_key=True),
    Column("id", Text, nullable=False, unique=True),
    Column("session", Text, nullable=False),
    Column("seen", Integer, nullable=False),
    Column("command", LargeBinary, nullable=False),
    Column("composed_at", Integer, nullable=False),
    Column("state", Text, nullable=False),
    Column("acked_seq", Integer),
    Column("generation", Integer, nullable=False),
    Index("outbox_by_session", "session", "place"),
)
"""Commands that a relay has not acknowledged, or that no second machine holds yet."""

PLANS: Final = Table(
    "plans",
    METADATA,
    Column("id", Text, primary_key=True),
    Column("title", Text, nullable=False),
    Column("updated_at", Integer, nullable=False),
    Column("deleted_at", Integer),
    Column("body", LargeBinary, nullable=False),
    Column("shown", LargeBinary),
)
"""Plans that this desktop's person prepares; `shown` is how one looked last, to be read without its history."""

PLAN_UPDATES: Final = Table(
    "plan_updates",
    METADATA,
    Column("place", Integer, primary_key=True),
    Column("plan", Text, nullable=False),
    Column("body", LargeBinary, nullable=False),
    Index("plan_updates_by_plan", "plan", "place"),
)
"""What was changed in a plan since its body was written, oldest first."""

EXPECTED: Final = Table(
    "expected",
    METADATA,
    Column("list", Text, primary_key=True),
    Column("updated_at", Integer, nullable=False),
    Column("body", LargeBinary, nullable=False),
)
"""The people expected, by the plan or session that expects them; they never travel with a plan."""

PIECES: Final = Table(
    "pieces",
    METADATA,
    Column("id", Text, primary_key=True),
    Column("title", Text, nullable=False),
    Column("updated_at", Integer, nullable=False),
    Column("deleted_at", Integer),
    Column("body", LargeBinary, nullable=False),
)
"""Activities that this desktop's person keeps for other plans."""
