"""An index that says of a revision found what filters ask of its article: no row is read for it."""

from __future__ import annotations

from alembic import op

revision = "v0011"
down_revision = "v0010"


def upgrade() -> None:
    op.create_index(
        "ix_articles_current_revision_id_dated_at_language",
        "articles",
        ["current_revision_id", "dated_at", "language"],
    )
    op.drop_index("ix_articles_current_revision_id", "articles")
