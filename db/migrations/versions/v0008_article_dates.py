"""An article's date and language beside its address, so that lists are read off an index.

Triggers keep them: whoever gives an article another current revision changes them too.
"""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "v0008"
down_revision = "v0007"

_DATE = (
    "coalesce((SELECT published_at FROM revisions WHERE id = {0}current_revision_id),"
    " {0}first_seen_at)"
)
_LANGUAGE = "(SELECT language FROM revisions WHERE id = {0}current_revision_id)"
_SET = f"UPDATE articles SET dated_at = {_DATE}, language = {_LANGUAGE}"  # noqa: S608  # constants


def upgrade() -> None:
    op.add_column("articles", sa.Column("dated_at", sa.DateTime(timezone=True)))
    op.add_column("articles", sa.Column("language", sa.Text()))
    op.execute(_SET.format("articles."))
    op.create_index("ix_articles_dated_at_id", "articles", ["dated_at", "id"])
    op.create_index("ix_articles_language_dated_at_id", "articles", ["language", "dated_at", "id"])
    if op.get_bind().dialect.name == "sqlite":
        for when in ("INSERT", "UPDATE OF current_revision_id, first_seen_at"):
            op.execute(
                f"CREATE TRIGGER articles_dated_on_{when.split()[0].lower()}"
                f" AFTER {when} ON articles"
                f" BEGIN {_SET.format('NEW.')} WHERE id = NEW.id; END"
            )
        return
    op.execute(
        "CREATE FUNCTION articles_dated() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN"
        f" NEW.dated_at := {_DATE.format('NEW.')}; NEW.language := {_LANGUAGE.format('NEW.')};"
        " RETURN NEW; END $$"
    )
    op.execute(
        "CREATE TRIGGER articles_dated BEFORE INSERT OR UPDATE OF current_revision_id,"
        " first_seen_at ON articles FOR EACH ROW EXECUTE FUNCTION articles_dated()"
    )
