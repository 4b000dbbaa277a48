"""Which articles a query finds, in what order: as SQL for both databases."""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from enum import StrEnum
from typing import Any

from sqlalchemy import (
    ColumnElement,
    Select,
    Text,
    bindparam,
    cast,
    column,
    desc,
    func,
    literal_column,
    not_,
    select,
    table,
    text,
)
from sqlalchemy.dialects.postgresql import TSQUERY
from sqlalchemy.orm import Session

from db.column_types import UtcDateTime
from db.filters import Filters, conditions, in_sources
from db.models import ArticleRow, RevisionRow
from db.searching.match import fts5_match, tsquery, words_looked_for
from db.searching.query import Query

# A word in the title says more than one in the text, its own form more than its stem. The order of
# FTS5's columns: title, authors, tags, body, and the stems of title, tags and body.
_BM25 = "-bm25(search_index, 10.0, 6.0, 6.0, 2.0, 5.0, 3.0, 1.0)"
_TS_WEIGHTS = "{0.1, 0.4, 0.4, 1.0}"  # body, tags, authors, title

RANKED = 5_000
"""Finds that are ranked, those stored last: a word that more articles have ranks none of them
well, and each thousand costs SQLite two to four milliseconds (python -m bench.search)."""
UNPACKED = 2_000
"""The same on PostgreSQL, which unpacks each document that it ranks, in a thirtieth of a
millisecond."""
NEWEST = 200
"""Articles of which PostgreSQL looks first whether they are found, where the newest are wanted."""
SAMPLED = 1_000
"""Revisions, those stored last, by which the share of the articles that are found is guessed."""
ASKED = 150
"""Finds that SQLite sorts by date in the time in which it asks one article whether it is found, a
tenth of a millisecond: of a frequent word the newest articles are asked one by one."""
HALF_AGE_DAYS = 30.0
"""Age at which an article has lost half of what it can lose of its score to its age; that is half
of the score in all, so that a much better article is never far behind a newer one."""


class Rank(StrEnum):
    """What comes first: what fits best, what is newest, or what fits well and is not old."""

    RELEVANCE = "relevance"
    RECENT = "recent"
    BLEND = "blend"


@dataclass(frozen=True, slots=True)
class Found:
    """One article that was found; `exact` is False where only other forms of a word are in it, or
    where that was not looked at."""

    article_id: int
    score: float
    exact: bool


def best(
    s: Session, query: Query, filters: Filters, limit: int, offset: int, *, rank: Rank
) -> list[Found]:
    """Exact finds, then the loose ones that fill the page, then by date what is too frequent to be
    ranked."""
    _say_what_matching_costs(s)
    exact = _best(s, query, filters, limit + offset, rank, loose=False)
    if len(exact) >= limit + offset:
        return exact[offset:]
    seen = {found.article_id for found in exact}
    loose = _best(s, query, filters, limit + offset + len(seen), rank, loose=True)
    least = exact[-1].score if exact else None
    others = [
        Found(found.article_id, found.score if least is None else min(found.score, least), False)
        for found in loose
        if found.article_id not in seen
    ]
    ranked = exact + others
    if len(ranked) < limit + offset and max(len(exact), len(loose)) >= _most_ranked(s):
        ranked += _unranked(s, query, filters, limit + offset, ranked)
    return ranked[offset : offset + limit]


def _most_ranked(s: Session) -> int:
    return UNPACKED if s.get_bind().dialect.name == "postgresql" else RANKED


def _unranked(
    s: Session, query: Query, filters: Filters, wanted: int, ranked: Sequence[Found]
) -> list[Found]:
    """By date the finds beyond those that are ranked."""
    seen = {found.article_id for found in ranked}
    least = min(0.0, *(found.score for found in ranked))
    rest = newest(s, query, filters, wanted + len(seen), 0)
    return [
        Found(found.article_id, least, False) for found in rest if found.article_id not in seen
    ][: wanted - len(ranked)]


def newest(s: Session, query: Query, filters: Filters, limit: int, offset: int) -> list[Found]:
    """What is found in any form, by date; for a query without words all that its filters let by."""
    passing = _narrowed(select(ArticleRow.id), query, filters)
    if not query.groups:
        all_ids = s.scalars(_by_date(passing).limit(limit).offset(offset))
        return [Found(article_id, 0.0, True) for article_id in all_ids]
    _say_what_matching_costs(s)
    if s.get_bind().dialect.name == "postgresql":
        values = {"match": tsquery(query, loose=True)}
        ways = [_among_newest(query, filters), _of_found_words(passing)]
    else:
        match = _fts5(s, query, loose=True, ranked=False)
        values = {"match": match}
        ways = [_matching_sqlite(s, passing, query, match, limit + offset)]
    ids: Sequence[int] = ()
    for way in ways:
        if len(ids) < limit:
            ids = s.scalars(_by_date(way).limit(limit).offset(offset), values).all()
    return [Found(article_id, 0.0, False) for article_id in ids]


def _by_date(statement: Select[Any]) -> Select[Any]:
    return statement.order_by(ArticleRow.dated_at.desc(), ArticleRow.id.desc())


def _among_newest(query: Query, filters: Filters) -> Select[Any]:
    """On PostgreSQL: finds among the newest articles, which are the newest finds where they fill
    the page."""
    passing = _narrowed(select(ArticleRow.id), query, filters)
    some = _by_date(passing).limit(NEWEST).cte("newest")
    return (
        select(ArticleRow.id)
        .where(ArticleRow.id.in_(select(some.c.id)), text(_TS_MATCH))
        .join(_POSTGRESQL, _POSTGRESQL.c.revision_id == ArticleRow.current_revision_id)
    )


def _of_found_words(statement: Select[Any]) -> Select[Any]:
    """On PostgreSQL: what holds the words, of the articles that a statement reads. The index is
    asked first, whatever the planner believes of the filters: where it has no statistics yet it
    would unpack every document."""
    found = select(_POSTGRESQL.c.revision_id).where(text(_TS_MATCH)).cte("found_words")
    found = found.prefix_with("MATERIALIZED", dialect="postgresql")
    return statement.join(found, found.c.revision_id == ArticleRow.current_revision_id)


_PLANNED = text(
    "SELECT set_config('cpu_operator_cost', '0.5', true),"
    " set_config('enable_seqscan', 'off', true), set_config('enable_hashjoin', 'off', true),"
    " set_config('jit', 'off', true)"
)


def _say_what_matching_costs(s: Session) -> None:
    """PostgreSQL plans as if to match a document cost nothing, and reads all of some thousands
    where it could ask the index; to unpack one takes 0.03 ms, some five pages in a row. Nor does it
    know that the finds stored last are met first, in the order of two indexes: it would hash every
    article, and compile that. Until the transaction ends."""
    if s.get_bind().dialect.name == "postgresql":
        s.execute(_PLANNED)


_SQLITE = table("search_index", column("rowid"))
_POSTGRESQL = table("search_index", column("revision_id"), column("document"))
_TS_MATCH = "search_index.document @@ CAST(:match AS tsquery)"
# With the sign the rowid is no key to be looked up: the index leads, the articles follow.
_OF_ARTICLE: Any = ArticleRow.current_revision_id == literal_column("+search_index.rowid")


_ABSENT = text(
    "SELECT value FROM json_each(:words)"
    " WHERE NOT EXISTS (SELECT 1 FROM temp.search_terms WHERE term = value)"
)


def _fts5(s: Session, query: Query, *, loose: bool, ranked: bool = True) -> str:
    """The query without the words that are not in the index, which are most of the further forms
    of a word: to look up one takes 0.04 ms, and newest articles are asked for each anew."""
    if not (loose or query.excluded):
        return fts5_match(query, loose=False)
    words = json.dumps(sorted(words_looked_for(query)))
    absent = frozenset(s.scalars(_ABSENT, {"words": words}))
    return fts5_match(query, loose=loose, ranked=ranked, absent=absent)


_SAMPLE = text(
    "SELECT n, (SELECT count(*) FROM search_index"
    " WHERE search_index MATCH :match AND rowid > n - :sampled)"
    " FROM (SELECT coalesce(max(id), 0) AS n FROM revisions)"
)


def _matching_sqlite(
    s: Session, statement: Select[Any], query: Query, match: str, wanted: int
) -> Select[Any]:
    """Few finds are sorted by date; of many the newest articles are asked one by one.

    A beginning of words is looked up anew for each article that is asked, so that all finds are
    sorted there too.
    """
    if not _has_prefix(query):
        stored, found = s.execute(_SAMPLE, {"match": match, "sampled": SAMPLED}).one()
        share = found / min(SAMPLED, max(1, stored))
        if share * share * stored > ASKED * wanted:
            here = "search_index.rowid = articles.current_revision_id"
            some = f"SELECT 1 FROM search_index WHERE search_index MATCH :match AND {here}"  # noqa: S608
            return statement.where(text(f"EXISTS ({some})"))
    return statement.join(_SQLITE, _OF_ARTICLE).where(text("search_index MATCH :match"))


def _has_prefix(query: Query) -> bool:
    terms = (term for group in (*query.groups, query.excluded) for term in group)
    return any(term.prefix for term in terms)


def _best(
    s: Session, query: Query, filters: Filters, limit: int, rank: Rank, *, loose: bool
) -> list[Found]:
    values: dict[str, Any] = {}
    if s.get_bind().dialect.name == "postgresql":
        found = _last_postgresql(query, filters).subquery("found")
        values["match"] = tsquery(query, loose=loose)
        weights: Any = literal_column(f"'{_TS_WEIGHTS}'::real[]")
        match = cast(bindparam("match", type_=Text), TSQUERY)
        once: Any = literal_column("1")  # divided by the logarithm of the length
        score: Any = func.ts_rank(weights, found.c.document, match, once)
        age: Any = func.extract("epoch", _now() - found.c.dated_at) / 86_400
        past: Any = func.greatest(0, age)
    else:
        found = _last_sqlite(query, filters).subquery("found")
        values["match"] = _fts5(s, query, loose=loose)
        score = literal_column("found.score")
        past = func.max(0, func.julianday(_now()) - func.julianday(found.c.dated_at))
    if rank is Rank.BLEND:
        values["now"] = datetime.now(UTC)
        score = score * (0.5 + 0.5 * HALF_AGE_DAYS / (HALF_AGE_DAYS + past))
    statement = select(found.c.id, score.label("rank")).limit(limit)
    statement = statement.order_by(desc(text("rank")), found.c.id.desc())
    return [Found(row[0], float(row[1]), not loose) for row in s.execute(statement, values)]


def _now() -> ColumnElement[datetime]:
    return bindparam("now", type_=UtcDateTime)


def _last_sqlite(query: Query, filters: Filters) -> Select[Any]:
    """The finds that were stored last and pass the filters, with their BM25."""
    score: Any = literal_column(_BM25).label("score")
    statement = (
        select(ArticleRow.id, ArticleRow.dated_at, score)
        .select_from(_SQLITE)
        .join(ArticleRow, _OF_ARTICLE)
        .where(text("search_index MATCH :match"))
    )
    last = _narrowed(statement, query, filters).order_by(_SQLITE.c.rowid.desc())
    return last.limit(RANKED)


def _last_postgresql(query: Query, filters: Filters) -> Select[Any]:
    """Likewise, with their documents."""
    columns: Any = select(ArticleRow.id, ArticleRow.dated_at, ArticleRow.current_revision_id)
    found = _of_found_words(_narrowed(columns, query, filters))
    latest = found.order_by(ArticleRow.current_revision_id.desc())
    last = latest.limit(UNPACKED).subquery("last")
    return select(last.c.id, last.c.dated_at, _POSTGRESQL.c.document).join(
        _POSTGRESQL, _POSTGRESQL.c.revision_id == last.c.current_revision_id
    )


def finding(s: Session, query: Query) -> list[ColumnElement[bool]]:
    """What a query finds, in any form of its words, as conditions on `articles` joined with
    `revisions`."""
    needed = narrowing(query)
    if query.groups:
        if s.get_bind().dialect.name == "postgresql":
            found: Any = _TS_FOUND.bindparams(match=tsquery(query, loose=True))
        else:
            found = _FTS5_FOUND.bindparams(match=_fts5(s, query, loose=True, ranked=False))
        needed.append(ArticleRow.current_revision_id.in_(found))
    return needed


_FTS5_FOUND = text("SELECT rowid FROM search_index WHERE search_index MATCH :match")
_TS_FOUND = text(f"SELECT revision_id FROM search_index WHERE {_TS_MATCH}")  # noqa: S608


def narrowing(query: Query) -> list[ColumnElement[bool]]:
    """What a query says beside its words, as conditions on `articles` joined with `revisions`."""
    needed = [*conditions(query.filters), *map(in_sources, query.sources)]
    if query.excluded_sources:
        needed.append(not_(in_sources(query.excluded_sources)))
    return needed


def _narrowed(statement: Select[Any], query: Query, filters: Filters) -> Select[Any]:
    """With the filters of the query and the caller's."""
    needed = [*conditions(filters), *narrowing(query)]
    if any(_looks_into_revisions(one) for one in (filters, query.filters)):
        statement = statement.join(RevisionRow, RevisionRow.id == ArticleRow.current_revision_id)
    return statement.where(*needed)


def _looks_into_revisions(filters: Filters) -> bool:
    return filters.section is not None or not filters.include_opted_out or filters.dedupe != "none"
