"""An index of the runs that are underway: the service asks for them every few seconds, and a year
of visits to hundreds of sources leaves millions that are not."""

from __future__ import annotations

from alembic import op
from sqlalchemy import text

revision = "v0015"
down_revision = "v0014"

_UNDERWAY = text("state = 'running'")


def upgrade() -> None:
    op.create_index(
        "ix_runs_underway",
        "runs",
        ["source_id"],
        sqlite_where=_UNDERWAY,
        postgresql_where=_UNDERWAY,
    )
