"""Indexes of the links whose next look is planned, and of each source's last runs: a visit asks for
them, and after years nearly all links of a source rest, and millions of runs have ended."""

from __future__ import annotations

from alembic import op
from sqlalchemy import text

revision = "v0016"
down_revision = "v0015"

_PLANNED = text("next_check_at IS NOT NULL")


def upgrade() -> None:
    op.create_index(
        "ix_links_due",
        "links",
        ["source_id", "next_check_at"],
        sqlite_where=_PLANNED,
        postgresql_where=_PLANNED,
    )
    op.create_index("ix_runs_source_id_id", "runs", ["source_id", "id"])
