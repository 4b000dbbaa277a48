"""Stories by samples of runs in place of bands, and what members say of their origin."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "v0010"
down_revision = "v0009"


def upgrade() -> None:
    op.drop_table("bands")
    op.create_table(
        "shingles",
        sa.Column("value", sa.BigInteger(), nullable=False),
        sa.Column("article_id", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint("value", "article_id", name=op.f("pk_shingles")),
        sqlite_with_rowid=False,
    )
    # Signatures of the older scheme stay: they say which articles `rasid story --rebuild` is to
    # look at.
    op.add_column("story_members", sa.Column("credit", sa.Text()))
    op.add_column("story_members", sa.Column("canonical_url", sa.Text()))
    op.create_index("ix_story_members_canonical_url", "story_members", ["canonical_url"])
    op.execute("DROP VIEW story_articles")
    is_origin = "CASE WHEN a.id = s.origin_article_id THEN 1 ELSE 0 END"
    op.execute(
        f"""
        CREATE VIEW story_articles AS
        SELECT m.story_id, a.id AS article_id, {is_origin} AS is_origin, s.origin_by,
               m.like_article_id, m.similarity, a.source_id, a.url, r.title, r.published_at,
               r.published_as, a.first_seen_at, m.credit, m.canonical_url, a.gone_at
        FROM story_members AS m
        JOIN stories AS s ON s.id = m.story_id
        JOIN articles AS a ON a.id = m.article_id
        JOIN revisions AS r ON r.id = a.current_revision_id
        """  # noqa: S608  # a constant
    )
