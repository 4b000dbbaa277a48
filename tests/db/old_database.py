"""A database as an earlier version of the schema left it, with many small articles."""

from __future__ import annotations

from pathlib import Path

from alembic import command
from alembic.config import Config
from sqlalchemy import Engine, text

MIGRATIONS = str(Path(__file__).parents[2] / "db" / "migrations")


def make_old_database(engine: Engine, revision: str, articles: int) -> None:
    """Tables of a revision, with one source and so many articles that are not in the index."""
    config = Config()
    config.set_main_option("script_location", MIGRATIONS)
    sqlite = engine.dialect.name == "sqlite"
    with engine.begin() as connection:
        config.attributes["connection"] = connection
        command.upgrade(config, revision)
        connection.execute(
            text(
                "INSERT INTO sources (id, name, config, enabled, paused)"
                " VALUES ('tech', 'Tech', '{}', true, false)"
            )
        )
        numbers = (
            "WITH RECURSIVE n (id) AS (SELECT 1 UNION ALL SELECT id + 1 FROM n WHERE id < :last)"
            if sqlite
            else "WITH n (id) AS (SELECT generate_series(1, :last))"
        )
        connection.execute(
            text(
                f"{numbers} INSERT INTO articles (id, url, source_id, first_seen_at)"
                " SELECT id, 'https://old.example/' || id, 'tech', CURRENT_TIMESTAMP FROM n"
            ),
            {"last": articles},
        )
        connection.execute(
            text(
                "INSERT INTO revisions (id, article_id, number, kind, title, authors, text, blocks,"
                " removed, tags, policy, content_hash, word_count, extractor, fetched_at)"
                " SELECT id, id, 1, 'first', 'Title ' || id, '[]', 'والأسعار ' || id, '[]', '[]',"
                " '[]', '{}', url, 2, 'old', first_seen_at FROM articles"
            )
        )
        connection.execute(text("UPDATE articles SET current_revision_id = id"))
