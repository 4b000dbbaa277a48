"""Stories: their members, the origin's evidence, and bands that cost less to keep."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "v0004"
down_revision = "v0003"


def upgrade() -> None:
    op.add_column("stories", sa.Column("origin_by", sa.Text()))
    op.create_table(
        "story_members",
        sa.Column("article_id", sa.Integer(), nullable=False),
        sa.Column("story_id", sa.Integer(), nullable=False),
        sa.Column("like_article_id", sa.Integer()),
        sa.Column("similarity", sa.Double(), nullable=False),
        sa.ForeignKeyConstraint(
            ["article_id"],
            ["articles.id"],
            name=op.f("fk_story_members_article_id_articles"),
            ondelete="CASCADE",
        ),
        sa.ForeignKeyConstraint(
            ["story_id"],
            ["stories.id"],
            name=op.f("fk_story_members_story_id_stories"),
            ondelete="CASCADE",
        ),
        sa.ForeignKeyConstraint(
            ["like_article_id"],
            ["articles.id"],
            name=op.f("fk_story_members_like_article_id_articles"),
            ondelete="SET NULL",
        ),
        sa.PrimaryKeyConstraint("article_id", name=op.f("pk_story_members")),
    )
    op.create_index(op.f("ix_story_members_story_id"), "story_members", ["story_id"])
    op.create_index(op.f("ix_story_members_like_article_id"), "story_members", ["like_article_id"])
    # The bands were empty until now. An article's own are known from its signature, so that no
    # index by article is needed, which would double their size.
    op.drop_table("bands")
    op.create_table(
        "bands",
        sa.Column("band", sa.Integer(), nullable=False),
        sa.Column("value", sa.LargeBinary(), nullable=False),
        sa.Column("article_id", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint("band", "value", "article_id", name=op.f("pk_bands")),
        sqlite_with_rowid=False,
    )
    is_origin = "CASE WHEN a.id = s.origin_article_id THEN 1 ELSE 0 END"
    op.execute(
        f"""
        CREATE VIEW story_articles AS
        SELECT m.story_id, a.id AS article_id, {is_origin} AS is_origin, s.origin_by,
               m.like_article_id, m.similarity, a.source_id, a.url, r.title, r.published_at,
               r.published_as, a.first_seen_at
        FROM story_members AS m
        JOIN stories AS s ON s.id = m.story_id
        JOIN articles AS a ON a.id = m.article_id
        JOIN revisions AS r ON r.id = a.current_revision_id
        """  # noqa: S608  # a constant
    )
