"""The third layout: plans as what was changed in them, the people expected, and what is kept for other plans."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0003"
down_revision = "0002"


def upgrade() -> None:
    op.add_column("plans", sa.Column("shown", sa.LargeBinary))
    op.create_table(
        "plan_updates",
        sa.Column("place", sa.Integer, primary_key=True),
        sa.Column("plan", sa.Text, nullable=False),
        sa.Column("body", sa.LargeBinary, nullable=False),
    )
    op.create_index("plan_updates_by_plan", "plan_updates", ["plan", "place"])
    op.create_table(
        "expected",
        sa.Column("list", sa.Text, primary_key=True),
        sa.Column("updated_at", sa.Integer, nullable=False),
        sa.Column("body", sa.LargeBinary, nullable=False),
    )
    op.create_table(
        "pieces",
        sa.Column("id", sa.Text, primary_key=True),
        sa.Column("title", sa.Text, nullable=False),
        sa.Column("updated_at", sa.Integer, nullable=False),
        sa.Column("deleted_at", sa.Integer),
        sa.Column("body", sa.LargeBinary, nullable=False),
    )
