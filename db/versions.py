"""A version of an article becomes the present one: searched, and compared for stories."""

from __future__ import annotations

from sqlalchemy.orm import Session

from db.models import ArticleRow, RevisionRow
from db.searching.index import Indexed, index_revisions
from db.stories import place_article


def add_version(s: Session, article: ArticleRow, revision: RevisionRow) -> None:
    """Saves a further version of an article and makes it the present one."""
    s.add(revision)
    s.flush()
    article.current_revision_id = revision.id
    article.current = revision
    indexed = Indexed(
        revision.id,
        revision.title,
        revision.authors,
        revision.tags,
        revision.text,
        revision.language,
    )
    index_revisions(s, [indexed])
    place_article(s, article.id, revision.text)
