"""The search index anew: particles before Arabic words are told from letters of their own."""

from __future__ import annotations

from alembic import op
from sqlalchemy.orm import Session

from db.search_index import rebuild_index

revision = "v0007"
down_revision = "v0006"


def upgrade() -> None:
    with Session(op.get_bind(), join_transaction_mode="create_savepoint") as session:
        rebuild_index(session)
        session.commit()
