"""Counts of what is stored."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from db.filters import EVERYTHING, Filters, articles_query
from db.models import ArticleRow, LinkRow, RevisionRow


@dataclass(frozen=True, slots=True)
class Stats:
    """Counts of current articles. Days are of publication, or of first sight without one."""

    articles: int
    revisions: int
    words: int
    by_source: dict[str, int] = field(default_factory=dict)
    by_language: dict[str, int] = field(default_factory=dict)
    by_day: dict[str, int] = field(default_factory=dict)
    links: dict[str, int] = field(default_factory=dict)
    reasons: dict[str, int] = field(default_factory=dict)


def stats(s: Session, filters: Filters = EVERYTHING) -> Stats:
    """Counts of the articles that pass the filters, and of the links of their sources: what else
    is asked of articles, links do not have."""
    base = articles_query(filters)
    day = func.date(func.coalesce(RevisionRow.published_at, ArticleRow.first_seen_at))
    number, words = s.execute(
        base.with_only_columns(func.count(), func.sum(RevisionRow.word_count))
    ).one()
    ids = base.with_only_columns(ArticleRow.id).subquery()
    revisions = select(func.count()).where(RevisionRow.article_id.in_(select(ids.c.id)))

    of_sources = [LinkRow.source_id.in_(filters.sources)] if filters.sources else []

    def grouped(query: Any) -> dict[str, int]:
        return {str(key): count for key, count in s.execute(query) if key is not None}

    def by(column: Any) -> dict[str, int]:
        return grouped(
            base.with_only_columns(column, func.count()).group_by(column).order_by(column)
        )

    return Stats(
        articles=number,
        revisions=s.scalar(revisions) or 0,
        words=words or 0,
        by_source=by(ArticleRow.source_id),
        by_language=by(RevisionRow.language),
        by_day=by(day),
        links=grouped(
            select(LinkRow.state, func.count()).where(*of_sources).group_by(LinkRow.state)
        ),
        reasons=grouped(
            select(LinkRow.reason, func.count())
            .where(LinkRow.reason.is_not(None), *of_sources)
            .group_by(LinkRow.reason)
            .order_by(func.count().desc(), LinkRow.reason)
        ),
    )
