"""The full-text index: one row a revision, of folded words; see db/search.py."""

from __future__ import annotations

from alembic import op

revision = "v0002"
down_revision = "v0001"


def upgrade() -> None:
    if op.get_bind().dialect.name == "sqlite":
        # Contentless: the words are in the index only, the text stays in `revisions`.
        op.execute(
            "CREATE VIRTUAL TABLE search_index USING fts5("
            "title, authors, tags, body, title_stems, tags_stems, body_stems, content='', "
            "tokenize=\"unicode61 remove_diacritics 0 categories 'L* N* M* Co'\")"
        )
    else:
        op.execute(
            "CREATE TABLE search_index ("
            "revision_id INTEGER PRIMARY KEY REFERENCES revisions (id) ON DELETE CASCADE, "
            "document TSVECTOR NOT NULL)"
        )
        op.execute("CREATE INDEX ix_search_index_document ON search_index USING gin (document)")
