"""The search index anew, in the midst of an upgrade."""

from __future__ import annotations

from alembic import context, op
from sqlalchemy import func, select
from sqlalchemy.orm import Session

from db.models import RevisionRow
from db.searching.index import rebuild_index


def refold() -> None:
    """Whoever upgrades is told how many revisions there are before it begins, then how many are
    done."""
    told = context.config.attributes.get("progress")
    with Session(op.get_bind(), join_transaction_mode="create_savepoint") as session:
        total = session.scalar(select(func.count(RevisionRow.id))) or 0
        if told and total:
            told(0, total)
        rebuild_index(session, (lambda done: told(done, total)) if told else None)
        session.commit()
