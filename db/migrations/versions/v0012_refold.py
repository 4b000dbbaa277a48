"""The search index anew: endings that are an Arabic word's own, «C++» and «A.I.».

PostgreSQL's is made anew by v0013.
"""

from __future__ import annotations

from alembic import op

from db.migrations.refold import refold

revision = "v0012"
down_revision = "v0011"


def upgrade() -> None:
    if op.get_bind().dialect.name == "sqlite":
        refold()
