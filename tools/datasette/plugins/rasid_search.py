"""Datasette searches as Rasid does: what is typed goes through the folding of the index.

Datasette calls `escape_fts` on what a person types; here it gives Rasid's query instead, with its
phrases, OR, -not, prefixes and fields. What cannot be understood finds nothing.
"""

from __future__ import annotations

import sqlite3

from datasette import hookimpl

from db.match import fts5_match
from db.query import BadQuery, parse_query

_NOTHING = '""'


@hookimpl(trylast=True)  # after Datasette's own function of that name
def prepare_connection(conn: sqlite3.Connection) -> None:
    conn.create_function("escape_fts", 1, _match, deterministic=True)


def _match(typed: str | None) -> str:
    try:
        query = parse_query(typed or "")
    except BadQuery:
        return _NOTHING
    return fts5_match(query, loose=True) if query.groups else _NOTHING
