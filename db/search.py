"""Full-text search: the same answers on SQLite and PostgreSQL.

Articles that hold the words as they were typed come first, by BM25 (SQLite) or ts_rank
(PostgreSQL); then those that hold other forms of them. Age may count too (`Rank`).
See `db.searching.query` for what a person may type and `db.searching.index` for what is indexed.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import ColumnElement, select
from sqlalchemy.orm import Session

from db.filters import EVERYTHING, Filters
from db.models import ArticleRow, RevisionRow, SourceRow
from db.searching import ranking
from db.searching.faults import BadQuery
from db.searching.index import Indexed, index_revisions, rebuild_index
from db.searching.query import Query, parse_query
from db.searching.ranking import Found, Rank, best, newest
from db.searching.snippets import Wanted, marked, snippet

__all__ = [
    "BadQuery",
    "Hit",
    "Indexed",
    "Rank",
    "finding",
    "index_revisions",
    "rebuild_index",
    "search",
]

_EVERYTHING_WANTED = Query(groups=(), excluded=(), sources=(), excluded_sources=())


@dataclass(frozen=True, slots=True)
class Hit:
    """One article that was found. `score` is higher for better ones, and compares within one
    search only, and is 0 where the order is that of dates; `exact` is False where only other forms
    of the words were found, or where the order is that of dates.

    `marks` and `title_marks` are the places (start, end) of what was found in `snippet` and
    `title`, in characters.
    """

    id: int
    url: str
    title: str
    score: float
    exact: bool
    snippet: str
    marks: tuple[tuple[int, int], ...]
    title_marks: tuple[tuple[int, int], ...]
    source: str
    section: str | None
    language: str | None
    authors: tuple[str, ...]
    published_at: datetime | None
    published_as: str | None
    first_seen_at: datetime


def search(
    s: Session,
    query: str,
    filters: Filters = EVERYTHING,
    limit: int = 20,
    *,
    offset: int = 0,
    rank: Rank = Rank.RELEVANCE,
) -> list[Hit]:
    """The articles that a query finds, in the order of `rank`; a blank one finds all, by date.

    Raises BadQuery, which says where the fault is.
    """
    wanted = parse_query(query) if query.strip() else _EVERYTHING_WANTED
    _require_known_sources(s, wanted, query)
    if rank is Rank.RECENT or not wanted.groups:
        found = newest(s, wanted, filters, limit, offset)
    else:
        found = best(s, wanted, filters, limit, offset, rank=rank)
    return _hits(s, wanted, found)


def finding(s: Session, query: str) -> list[ColumnElement[bool]]:
    """What `search` finds by a query that is not blank, as conditions on `articles` joined with
    their current `revisions`. Raises BadQuery."""
    wanted = parse_query(query)
    _require_known_sources(s, wanted, query)
    return ranking.finding(s, wanted)


def _require_known_sources(s: Session, wanted: Query, query: str) -> None:
    """Raises BadQuery for a source that the database does not know: nothing, or all, would pass."""
    ids = [id_ for either in (*wanted.sources, wanted.excluded_sources) for id_ in either]
    known = set(s.scalars(select(SourceRow.id).where(SourceRow.id.in_(ids)))) if ids else set()
    for id_ in ids:
        if id_ not in known:
            raise BadQuery(
                f"source:{id_} names no source of this database", max(0, query.find(id_))
            )


def _hits(s: Session, query: Query, found: Sequence[Found]) -> list[Hit]:
    wanted = Wanted(query)
    rows = {
        row.id: row
        for row in s.execute(
            select(
                ArticleRow.id,
                ArticleRow.url,
                ArticleRow.source_id,
                ArticleRow.first_seen_at,
                RevisionRow.title,
                RevisionRow.text,
                RevisionRow.section,
                RevisionRow.language,
                RevisionRow.authors,
                RevisionRow.published_at,
                RevisionRow.published_as,
            )
            .join(RevisionRow, RevisionRow.id == ArticleRow.current_revision_id)
            .where(ArticleRow.id.in_([one.article_id for one in found]))
        )
    }
    return [_hit(one, rows[one.article_id], wanted) for one in found]


def _hit(found: Found, row: Any, wanted: Wanted) -> Hit:
    shown = snippet(row.text, wanted, row.language)
    return Hit(
        id=row.id,
        url=row.url,
        title=row.title,
        score=round(found.score, 4),
        exact=found.exact,
        snippet=shown.text,
        marks=shown.marks,
        title_marks=marked(row.title, wanted, row.language).marks,
        source=row.source_id,
        section=row.section,
        language=row.language,
        authors=tuple(row.authors),
        published_at=row.published_at,
        published_as=row.published_as,
        first_seen_at=row.first_seen_at,
    )
