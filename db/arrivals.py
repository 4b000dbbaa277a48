"""When a source's articles appeared, for the learning of its habits."""

from __future__ import annotations

from datetime import datetime, timedelta

from sqlalchemy import select
from sqlalchemy.orm import Session

from db.models import AppearanceRow, ArticleRow, RevisionRow

_PLAUSIBLE = timedelta(days=1)
"""A stated time is believed where the article was seen within a day after it."""


def arrivals(s: Session, source_id: str, since: datetime, *, limit: int = 5_000) -> list[datetime]:
    """The times at which a source's latest articles appeared, in order, none before `since`.

    The page's own time where it states one of the day on which we saw it; else the time at which
    it was first seen.
    """
    query = (
        select(AppearanceRow.first_seen_at, RevisionRow.published_at, RevisionRow.published_as)
        .join(ArticleRow, ArticleRow.id == AppearanceRow.article_id)
        .join(RevisionRow, RevisionRow.id == ArticleRow.current_revision_id, isouter=True)
        .where(AppearanceRow.source_id == source_id, AppearanceRow.first_seen_at >= since)
        .order_by(AppearanceRow.first_seen_at.desc())
        .limit(limit)
    )
    return sorted(_appeared(seen, said, text) for seen, said, text in s.execute(query))


def _appeared(seen: datetime, said: datetime | None, text: str | None) -> datetime:
    exact = said is not None and text is not None and ":" in text
    return said if exact and said and seen - _PLAUSIBLE <= said <= seen else seen
