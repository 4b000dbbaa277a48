"""Datasette searches as Rasid does: what is typed goes through the folding of the index.

Datasette calls `escape_fts` on what a person types; here it gives Rasid's query instead, with its
phrases, OR, -not, prefixes and fields. The filters of a query (`source:`, `language:`, `section:`,
`since:`, `until:`) are no words: `passes_filters(query, revision)` tells whether a revision passes
them. What cannot be understood finds nothing.
"""

from __future__ import annotations

import sqlite3
from functools import lru_cache
from typing import Any

from datasette import hookimpl
from datasette.filters import FilterArguments
from sqlalchemy import literal_column, select
from sqlalchemy.dialects import sqlite

from db.models import ArticleRow, RevisionRow
from db.searching.faults import BadQuery
from db.searching.match import fts5_match
from db.searching.query import parse_query
from db.searching.ranking import narrowing

_NOTHING = '""'
_SEARCHED = {"articles": "current_revision_id", "revisions": "id"}
"""Tables that are searched, and their column with the revision's id."""


@hookimpl(trylast=True)  # after Datasette's own function of that name
def prepare_connection(conn: sqlite3.Connection) -> None:
    def passes_filters(typed: str | None, revision: int) -> bool:
        statement = _filters(typed or "")
        if statement is None:
            return True
        return conn.execute(statement, {"revision": revision}).fetchone() is not None

    conn.create_function("escape_fts", 1, _match, deterministic=True)
    conn.create_function("passes_filters", 2, passes_filters)


@hookimpl
def filters_from_request(request: Any, table: str) -> FilterArguments | None:
    typed, column = request.args.get("_search"), _SEARCHED.get(table)
    if not typed or not column or _filters(typed) is None:
        return None
    return FilterArguments([f"passes_filters(:typed, {column})"], {"typed": typed})


def _match(typed: str | None) -> str:
    try:
        query = parse_query(typed or "")
    except BadQuery:
        return _NOTHING
    return fts5_match(query, loose=True) if query.groups else _NOTHING


@lru_cache(maxsize=100)
def _filters(typed: str) -> str | None:
    """A query that finds a revision which passes the filters; None where there are none."""
    try:
        conditions = narrowing(parse_query(typed))
    except BadQuery:
        return None
    if not conditions:
        return None
    statement = (
        select(ArticleRow.id)
        .join(RevisionRow, RevisionRow.article_id == ArticleRow.id)
        .where(RevisionRow.id == literal_column(":revision"), *conditions)
    )
    dialect: Any = sqlite.dialect()  # type: ignore[no-untyped-call]  # SQLAlchemy's is not typed
    return str(statement.compile(dialect=dialect, compile_kwargs={"literal_binds": True}))
