"""The first layout: the log, its snapshots, pasts set aside, marks."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0001"
down_revision = None


def upgrade() -> None:
    op.create_table(
        "records",
        sa.Column("session", sa.Text, primary_key=True),
        sa.Column("seq", sa.Integer, primary_key=True),
        *_record_columns(),
    )
    op.create_index("records_by_command", "records", ["session", "command_id", "seq"])
    op.create_table(
        "set_aside",
        sa.Column("id", sa.Integer, primary_key=True, autoincrement=False),
        sa.Column("seq", sa.Integer, primary_key=True),
        sa.Column("session", sa.Text, nullable=False),
        sa.Column("reason", sa.Text, nullable=False),
        sa.Column("set_aside_at", sa.Integer, nullable=False),
        *_record_columns(),
    )
    op.create_index("set_aside_by_session", "set_aside", ["session"])
    op.create_table(
        "snapshots",
        sa.Column("id", sa.Integer, primary_key=True),
        sa.Column("session", sa.Text, nullable=False),
        sa.Column("seq", sa.Integer, nullable=False),
        sa.Column("hash", sa.Text, nullable=False),
        sa.Column("fingerprint", sa.Text, nullable=False),
        sa.Column("checksum", sa.Text, nullable=False),
        sa.Column("blob", sa.LargeBinary, nullable=False),
    )
    op.create_index("snapshots_by_session", "snapshots", ["session"])
    op.create_table(
        "erasures",
        sa.Column("session", sa.Text, primary_key=True),
        sa.Column("through", sa.Integer, nullable=False),
    )
    op.create_table(
        "marks",
        sa.Column("name", sa.Text, primary_key=True),
        sa.Column("value", sa.Integer, nullable=False),
    )


def _record_columns() -> list[sa.Column[object]]:
    return [
        sa.Column("epoch", sa.Integer, nullable=False),
        sa.Column("type", sa.Text, nullable=False),
        sa.Column("at", sa.Integer, nullable=False),
        sa.Column("command_id", sa.Text, nullable=False),
        sa.Column("subject", sa.Text),
        sa.Column("hash", sa.Text, nullable=False),
        sa.Column("body", sa.LargeBinary, nullable=False),
        sa.Column("private", sa.LargeBinary),
    ]
