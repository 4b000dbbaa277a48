"""Stories made anew from the stored texts: for a database from before stories, or of an older
scheme.

It goes on where it was interrupted: an article that was looked at has a signature of the present
scheme, and memory holds one batch at a time. The newest articles come first, so that the oldest
tell whether all is done.
"""

from __future__ import annotations

from collections.abc import Iterator

from sqlalchemy import delete, func, select, update
from sqlalchemy.orm import Session, sessionmaker

from db.models import ArticleRow, RevisionRow, ShingleRow, SignatureRow, StoryMemberRow, StoryRow
from db.stories import place_article
from pipeline.copies import SCHEME

BATCH = 200
"""Articles a transaction: a crawl that writes meanwhile waits for less than a second."""
_OLDEST = 20
_AFTER_ALL = 2**31 - 1


def begin_rebuild(s: Session) -> int:
    """Forgets all stories, unless an earlier rebuild was interrupted; gives the number of articles
    that are to be looked at."""
    if not _is_unfinished(s):
        _forget_all(s)
        s.flush()
    return s.scalar(select(func.count()).select_from(ArticleRow).where(*_TO_DO)) or 0


def rebuild_stories(sessions: sessionmaker[Session], batch: int = BATCH) -> Iterator[int]:
    """Places all articles that were not looked at, the newest first; gives each one's id.

    Commits by itself, so that it can be interrupted at any time and called again.
    """
    last = _AFTER_ALL
    while True:
        with sessions.begin() as s:
            rows = s.execute(
                select(ArticleRow.id, RevisionRow.text)
                .join(RevisionRow, RevisionRow.id == ArticleRow.current_revision_id)
                .where(ArticleRow.id < last, *_TO_DO)
                .order_by(ArticleRow.id.desc())
                .limit(batch)
            ).all()
            for article_id, body in rows:
                place_article(s, article_id, body)
        if not rows:
            return
        last = rows[-1].id
        yield from (row.id for row in rows)


def needs_rebuild(s: Session) -> bool:
    """Whether stories are of an older scheme, or a rebuild was interrupted: by the oldest articles,
    which a rebuild comes to last."""
    oldest = (
        select(ArticleRow.id)
        .where(ArticleRow.current_revision_id.is_not(None))
        .order_by(ArticleRow.id)
        .limit(_OLDEST)
        .subquery()
    )
    signed = select(SignatureRow.article_id).where(SignatureRow.scheme == SCHEME)
    query = select(oldest.c.id).where(
        oldest.c.id.not_in(signed.where(SignatureRow.article_id == oldest.c.id))
    )
    return s.scalar(query.limit(1)) is not None


_TO_DO = (
    ArticleRow.current_revision_id.is_not(None),
    ~select(SignatureRow.article_id).where(SignatureRow.article_id == ArticleRow.id).exists(),
)
"""An article that was not looked at."""


def _is_unfinished(s: Session) -> bool:
    """Whether some articles have signatures of the present scheme and others none at all."""
    schemes = set(s.scalars(select(SignatureRow.scheme).distinct()))
    return (
        schemes == {SCHEME} and s.scalar(select(ArticleRow.id).where(*_TO_DO).limit(1)) is not None
    )


def _forget_all(s: Session) -> None:
    s.execute(update(ArticleRow).where(ArticleRow.story_id.is_not(None)).values(story_id=None))
    for table in (StoryMemberRow, StoryRow, SignatureRow, ShingleRow):
        s.execute(delete(table))
