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


def stated_before(s: Session, source_id: str, seen: datetime, since: datetime) -> list[datetime]:
    """The exact times since `since` that pages state of which the articles were seen by `seen`, in
    order: when those appeared that had piled up before anybody watched."""
    query = (
        select(RevisionRow.published_at, RevisionRow.published_as)
        .join(ArticleRow, RevisionRow.id == ArticleRow.current_revision_id)
        .join(AppearanceRow, AppearanceRow.article_id == ArticleRow.id)
        .where(AppearanceRow.source_id == source_id, AppearanceRow.first_seen_at <= seen)
        .where(RevisionRow.published_at > since, RevisionRow.published_at <= seen)
    )
    return sorted(said for said, text in s.execute(query) if said and _is_exact(text))


def _is_exact(text: str | None) -> bool:
    return text is not None and ":" in text


def _appeared(seen: datetime, said: datetime | None, text: str | None) -> datetime:
    believed = said is not None and _is_exact(text) and seen - _PLAUSIBLE <= said <= seen
    return said if believed and said else seen
