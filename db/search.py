"""Full-text search: the same answers on SQLite and PostgreSQL.

Articles that hold the words as they were typed come first, by BM25 (SQLite) or ts_rank
(PostgreSQL); then those that hold other forms of them. See `db.query` for what a person may type
and `db.search_index` for what is indexed.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Any

from sqlalchemy import Select, column, desc, func, literal_column, not_, select, table, text
from sqlalchemy.orm import Session

from db.filters import EVERYTHING, Filters, conditions, in_sources
from db.match import fts5_match, tsquery
from db.models import ArticleRow, RevisionRow
from db.query import BadQuery, Query, parse_query
from db.search_index import Indexed, index_revisions, rebuild_index
from db.snippets import Wanted, marked, snippet

__all__ = ["BadQuery", "Hit", "Indexed", "index_revisions", "rebuild_index", "search"]

# A word in the title says more than one in the text, its own form more than its stem. The order of
# FTS5's columns: title, authors, tags, body, and the stems of title, tags and body.
_BM25 = "-bm25(search_index, 10.0, 6.0, 6.0, 2.0, 5.0, 3.0, 1.0)"
_TS_WEIGHTS = "{0.1, 0.4, 0.4, 1.0}"  # body, tags, authors, title


_RANKED = 20_000
"""Finds that SQLite ranks, the last stored ones, where no filter is set: a word that more articles
have ranks none of them well, and ranking 65,000 takes a tenth of a second."""

_EVERYTHING_WANTED = Query(groups=(), excluded=(), sources=(), excluded_sources=())


@dataclass(frozen=True, slots=True)
class Hit:
    """One article that was found. `score` is higher for better ones, and compares within one
    search only; `exact` is False where only other forms of the words were found.

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
    newest_first: bool = False,
) -> list[Hit]:
    """The articles that a query finds, the best first, or the newest; a blank one finds all.

    Raises BadQuery, which says where the fault is.
    """
    wanted = parse_query(query) if query.strip() else _EVERYTHING_WANTED
    if not wanted.groups:
        found = _latest(s, wanted, filters, limit, offset)
    elif newest_first:
        found = _run(s, wanted, filters, limit, offset, loose=True, newest_first=True)
    else:
        found = _ranked(s, wanted, filters, limit, offset)
    return _hits(s, wanted, found)


@dataclass(frozen=True, slots=True)
class _Found:
    article_id: int
    score: float
    exact: bool


def _ranked(s: Session, query: Query, filters: Filters, limit: int, offset: int) -> list[_Found]:
    """Exact finds, then the loose ones that fill the page."""
    exact = _run(s, query, filters, limit + offset, 0, loose=False)
    if len(exact) >= limit + offset:
        return exact[offset:]
    seen = {found.article_id for found in exact}
    loose = _run(s, query, filters, limit + offset + len(seen), 0, loose=True)
    best = exact[-1].score if exact else None
    others = [
        _Found(found.article_id, found.score if best is None else min(found.score, best), False)
        for found in loose
        if found.article_id not in seen
    ]
    return (exact + others)[offset : offset + limit]


def _run(
    s: Session,
    query: Query,
    filters: Filters,
    limit: int,
    offset: int,
    *,
    loose: bool,
    newest_first: bool = False,
) -> list[_Found]:
    free = filters == replace(EVERYTHING, limit=filters.limit) and not newest_first
    capped = free and not query.sources and not query.excluded_sources
    statement, score, values = _matching(s, query, loose, capped)
    statement = _filtered(statement, query, filters, dated=newest_first)
    first: Any = desc(score)
    if newest_first:
        first = desc(func.coalesce(RevisionRow.published_at, ArticleRow.first_seen_at))
    statement = statement.order_by(first, ArticleRow.id.desc()).limit(limit).offset(offset)
    rows = s.execute(statement, values).all()
    return [_Found(row[0], float(row[1]), not loose) for row in rows]


def _matching(
    s: Session, query: Query, loose: bool, capped: bool
) -> tuple[Select[Any], Any, dict[str, str]]:
    """The current articles that the index finds, and their score."""
    if s.get_bind().dialect.name == "postgresql":
        index = table("search_index", column("revision_id"), column("document"))
        score: Any = text(
            f"ts_rank('{_TS_WEIGHTS}', search_index.document, CAST(:match AS tsquery), 1) AS score"
        )
        revision_id, condition = (
            index.c.revision_id,
            text("search_index.document @@ CAST(:match AS tsquery)"),
        )
        match = tsquery(query, loose=loose)
    else:
        match = fts5_match(query, loose=loose)
        if capped:
            found = (
                select(column("rowid"), literal_column(_BM25).label("score"))
                .select_from(table("search_index"))
                .where(text("search_index MATCH :match"))
                .order_by(desc(column("rowid")))
                .limit(_RANKED)
                .subquery("found")
            )
            statement = (
                select(ArticleRow.id, found.c.score)
                .select_from(found)
                .join(ArticleRow, ArticleRow.current_revision_id == found.c.rowid)
            )
            return statement, found.c.score, {"match": match}
        index = table("search_index", column("rowid"))
        score = text(f"{_BM25} AS score")
        revision_id, condition = index.c.rowid, text("search_index MATCH :match")
    statement = (
        select(ArticleRow.id, score)
        .select_from(index)
        .join(ArticleRow, ArticleRow.current_revision_id == revision_id)
        .where(condition)
    )
    return statement, text("score"), {"match": match}


def _filtered(
    statement: Select[Any], query: Query, filters: Filters, *, dated: bool
) -> Select[Any]:
    needed = conditions(filters)
    needed.extend(in_sources(group) for group in query.sources)
    if query.excluded_sources:
        needed.append(not_(in_sources(query.excluded_sources)))
    if needed or dated:
        statement = statement.join(
            RevisionRow, RevisionRow.id == ArticleRow.current_revision_id
        ).where(*needed)
    return statement


def _latest(s: Session, query: Query, filters: Filters, limit: int, offset: int) -> list[_Found]:
    """For a query without words: the articles of its sources, or all, the newest first."""
    statement = _filtered(select(ArticleRow.id), query, filters, dated=True)
    newest = desc(func.coalesce(RevisionRow.published_at, ArticleRow.first_seen_at))
    statement = statement.order_by(newest, ArticleRow.id.desc()).limit(limit).offset(offset)
    return [_Found(article_id, 0.0, True) for article_id in s.scalars(statement)]


def _hits(s: Session, query: Query, found: Sequence[_Found]) -> list[Hit]:
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


def _hit(found: _Found, row: Any, wanted: Wanted) -> Hit:
    shown = snippet(row.text, wanted)
    return Hit(
        id=row.id,
        url=row.url,
        title=row.title,
        score=round(found.score, 4),
        exact=found.exact,
        snippet=shown.text,
        marks=shown.marks,
        title_marks=marked(row.title, wanted).marks,
        source=row.source_id,
        section=row.section,
        language=row.language,
        authors=tuple(row.authors),
        published_at=row.published_at,
        published_as=row.published_as,
        first_seen_at=row.first_seen_at,
    )
