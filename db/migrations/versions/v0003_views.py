"""Views for the common questions."""

from __future__ import annotations

from alembic import op

revision = "v0003"
down_revision = "v0002"


def upgrade() -> None:
    day = "date(r.published_at)"
    seen = "date(a.first_seen_at)"
    if op.get_bind().dialect.name == "postgresql":
        day, seen = (
            "(r.published_at AT TIME ZONE 'UTC')::date",
            "(a.first_seen_at AT TIME ZONE 'UTC')::date",
        )
    op.execute(
        """
        CREATE VIEW current_articles AS
        SELECT a.id, a.url, r.canonical_url, a.source_id, r.section, r.title, r.description,
               r.authors, r.published_at, r.published_as, r.published_at_origin, r.modified_at,
               r.language, r.text, r.tags, r.image_url, r.paywalled, r.live_blog, r.policy,
               r.word_count, r.content_hash, r.number AS revision, a.story_id, a.first_seen_at,
               r.fetched_at, a.gone_at, r.extractor
        FROM articles AS a JOIN revisions AS r ON r.id = a.current_revision_id
        """
    )
    op.execute(
        f"""
        CREATE VIEW daily_counts AS
        SELECT coalesce({day}, {seen}) AS day, a.source_id, r.language,
               count(*) AS articles, sum(r.word_count) AS words
        FROM articles AS a JOIN revisions AS r ON r.id = a.current_revision_id
        GROUP BY 1, 2, 3
        """  # noqa: S608  # two constants
    )
