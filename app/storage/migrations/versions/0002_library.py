"""The second layout: the library of a desktop beside the log."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0002"
down_revision = "0001"


def upgrade() -> None:
    op.create_table(
        "seats",
        sa.Column("session", sa.Text, primary_key=True),
        sa.Column("member", sa.Text, nullable=False),
        sa.Column("role", sa.Text, nullable=False),
        sa.Column("title", sa.Text, nullable=False),
        sa.Column("relay", sa.Text, nullable=False),
        sa.Column("token", sa.Text, nullable=False),
        sa.Column("in_keyring", sa.Boolean(create_constraint=False), nullable=False),
        sa.Column("epoch", sa.Integer, nullable=False),
        sa.Column("last_opened", sa.Integer, nullable=False),
        sa.Column("ended", sa.Boolean(create_constraint=False), nullable=False),
        sa.Column("local", sa.Boolean(create_constraint=False), nullable=False),
    )
    op.create_table(
        "outbox",
        sa.Column("place", sa.Integer, primary_key=True),
        sa.Column("id", sa.Text, nullable=False, unique=True),
        sa.Column("session", sa.Text, nullable=False),
        sa.Column("seen", sa.Integer, nullable=False),
        sa.Column("command", sa.LargeBinary, nullable=False),
        sa.Column("composed_at", sa.Integer, nullable=False),
        sa.Column("state", sa.Text, nullable=False),
        sa.Column("acked_seq", sa.Integer),
        sa.Column("generation", sa.Integer, nullable=False),
    )
    op.create_index("outbox_by_session", "outbox", ["session", "place"])
    op.create_table(
        "plans",
        sa.Column("id", sa.Text, primary_key=True),
        sa.Column("title", sa.Text, nullable=False),
        sa.Column("updated_at", sa.Integer, nullable=False),
        sa.Column("deleted_at", sa.Integer),
        sa.Column("body", sa.LargeBinary, nullable=False),
    )
