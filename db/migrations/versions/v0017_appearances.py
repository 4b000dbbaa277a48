"""An index of each source's articles by when it showed them first: its health, after each visit and
on the console's first page, is of its newest, and of counts that the index alone gives."""

from __future__ import annotations

from alembic import op

revision = "v0017"
down_revision = "v0016"


def upgrade() -> None:
    op.create_index(
        "ix_appearances_source_id_first_seen_at", "appearances", ["source_id", "first_seen_at"]
    )
    op.drop_index("ix_appearances_source_id", "appearances")
