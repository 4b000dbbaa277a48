"""Named queries of the console: pages of articles, articles a day, revisions."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from typing import Any

from sqlalchemy import func, literal, select, tuple_
from sqlalchemy.orm import Session

from db.column_types import UtcDateTime
from db.filters import Filters, articles_query
from db.models import AppearanceRow, ArticleRow, RevisionRow, SourceRow

_LEAD = 300
"""Characters of a text that stand for a missing description."""
_RECENT = 2_000
"""Appearances that are asked for the names of sections: enough for the usual ones."""


@dataclass(frozen=True, slots=True)
class Place:
    """A place in the list of articles, the newest first: where one page of it ended."""

    when: datetime
    article_id: int


@dataclass(frozen=True, slots=True)
class Listed:
    """One article of a list. `when` is its publication, or its first sight without one; `lead` is
    its description, or how its text begins."""

    id: int
    url: str
    title: str
    lead: str
    source: str
    section: str | None
    language: str | None
    published_as: str | None
    first_seen_at: datetime
    when: datetime

    @property
    def place(self) -> Place:
        return Place(self.when, self.id)


@dataclass(frozen=True, slots=True)
class Version:
    """One revision of an article, without its text."""

    number: int
    kind: str
    title: str
    fetched_at: datetime
    word_count: int


def newest_articles(
    s: Session, filters: Filters, limit: int, after: Place | None = None
) -> list[Listed]:
    """The articles that pass the filters, the newest first; `after` goes on from a place."""
    query = articles_query(filters).with_only_columns(
        ArticleRow.id,
        ArticleRow.url,
        RevisionRow.title,
        func.coalesce(RevisionRow.description, func.substr(RevisionRow.text, 1, _LEAD)),
        ArticleRow.source_id,
        RevisionRow.section,
        ArticleRow.language,
        RevisionRow.published_as,
        ArticleRow.first_seen_at,
        ArticleRow.dated_at,
    )
    if after is not None:
        place = tuple_(ArticleRow.dated_at, ArticleRow.id)
        query = query.where(place < tuple_(literal(after.when, UtcDateTime()), after.article_id))
    query = query.order_by(ArticleRow.dated_at.desc(), ArticleRow.id.desc()).limit(limit)
    rows: Iterable[Any] = s.execute(query)
    return [Listed(*row) for row in rows]


def articles_a_day(s: Session, today: date, days: int) -> dict[str, list[int]]:
    """By source, how many articles were first seen on each of the last days, today's last.

    Days are those of UTC. A source that has none is left out.
    """
    first = today - timedelta(days=days - 1)
    day = func.date(AppearanceRow.first_seen_at)
    query = (
        select(AppearanceRow.source_id, day, func.count())
        .where(AppearanceRow.first_seen_at >= datetime.combine(first, time(), UTC))
        .group_by(AppearanceRow.source_id, day)
    )
    found: dict[str, list[int]] = {}
    for source_id, seen, number in s.execute(query):
        index = (date.fromisoformat(str(seen)) - first).days
        if 0 <= index < days:
            found.setdefault(source_id, [0] * days)[index] = number
    return found


def source_names(s: Session) -> list[tuple[str, str]]:
    """The id and the name of each source, by id."""
    query = select(SourceRow.id, SourceRow.name).order_by(SourceRow.id)
    return [(row.id, row.name) for row in s.execute(query)]


def recent_sections(s: Session, limit: int = 40) -> list[str]:
    """Names of sections that recent articles have, in order of the alphabet."""
    recent = (
        select(AppearanceRow.section)
        .where(AppearanceRow.section.is_not(None))
        .order_by(AppearanceRow.article_id.desc())
        .limit(_RECENT)
        .subquery()
    )
    names = s.scalars(select(recent.c.section).distinct().limit(limit))
    return sorted(str(name) for name in names)


def languages(s: Session) -> list[str]:
    """The languages of which there are articles, in order of the alphabet."""
    found: list[str] = []
    while code := s.scalar(  # from one to the next: a row of the index each
        select(func.min(ArticleRow.language)).where(
            ArticleRow.language > (found[-1] if found else "")
        )
    ):
        found.append(code)
    return found


def versions(s: Session, article_id: int) -> list[Version]:
    """The revisions of an article, the first first; empty where there is no such article."""
    query = (
        select(
            RevisionRow.number,
            RevisionRow.kind,
            RevisionRow.title,
            RevisionRow.fetched_at,
            RevisionRow.word_count,
        )
        .where(RevisionRow.article_id == article_id)
        .order_by(RevisionRow.number)
    )
    return [Version(*row) for row in s.execute(query)]
