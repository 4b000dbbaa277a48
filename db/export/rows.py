"""Reads articles for exports: the record's columns as the database has them, with no object made.

What is JSON in the database stays JSON, as bytes, which most formats write as they are.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import contextmanager, nullcontext
from dataclasses import dataclass, field, replace
from datetime import datetime
from functools import lru_cache
from typing import Any

import orjson
from sqlalchemy import (
    BindParameter,
    ColumnElement,
    LargeBinary,
    Select,
    Text,
    bindparam,
    cast,
    func,
    literal,
    not_,
    null,
    or_,
    select,
    type_coerce,
)
from sqlalchemy.orm import Session
from sqlalchemy.types import NullType

from db.bad_database import BadDatabase, damaged
from db.export.reserved import reserved
from db.filters import Filters, conditions, first_of_its_content, first_of_its_story
from db.models import AppearanceRow, ArticleRow, RevisionRow
from db.search import finding

CACHE_KIB = 2_048
"""Of SQLite while all articles are read one after the other: none of their pages is wanted twice,
and a larger cache only drives others from the processor's. With 32 MiB an export takes a tenth more
time."""

BATCH = 50
"""Rows in memory at once: 400 KB of news, which stay in the processor's cache; 250 take a third
more time."""

KEYS = (
    "id",
    "url",
    "canonical_url",
    "source",
    "sources",
    "section",
    "title",
    "description",
    "authors",
    "tags",
    "published_at",
    "published_at_origin",
    "modified_at",
    "language",
    "text",
    "blocks",
    "image_url",
    "paywalled",
    "live_blog",
    "policy",
    "word_count",
    "content_hash",
    "revision",
    "story",
    "first_seen_at",
    "fetched_at",
    "gone_at",
)
"""The record's keys, in order; `removed` follows where the ledger is asked for. A writer may also
ask for `published_utc` and `modified_utc`: the same moments in UTC, a bare date at its midnight."""

JSON_KEYS = frozenset({"sources", "authors", "tags", "blocks", "policy", "removed"})
_TRUTHS = ("paywalled", "live_blog")
_TIMES = ("first_seen_at", "fetched_at", "gone_at", "published_utc", "modified_utc")
_TRUTH = {None: None, 0: False, 1: True}

_COLUMNS: dict[str, Any] = {
    "id": ArticleRow.id,
    "url": ArticleRow.url,
    "canonical_url": RevisionRow.canonical_url,
    "source": ArticleRow.source_id,
    "sources": null(),  # from another table, a batch at a time
    "section": RevisionRow.section,
    "title": RevisionRow.title,
    "description": RevisionRow.description,
    "authors": RevisionRow.authors,
    "tags": RevisionRow.tags,
    "published_at": RevisionRow.published_as,
    "published_at_origin": RevisionRow.published_at_origin,
    "modified_at": RevisionRow.modified_as,
    "language": RevisionRow.language,
    "text": RevisionRow.text,
    "blocks": RevisionRow.blocks,
    "image_url": RevisionRow.image_url,
    "paywalled": RevisionRow.paywalled,
    "live_blog": RevisionRow.live_blog,
    "policy": RevisionRow.policy,
    "word_count": RevisionRow.word_count,
    "content_hash": RevisionRow.content_hash,
    "revision": RevisionRow.number,
    "story": ArticleRow.story_id,
    "first_seen_at": ArticleRow.first_seen_at,
    "fetched_at": RevisionRow.fetched_at,
    "gone_at": ArticleRow.gone_at,
    "removed": RevisionRow.removed,
    "published_utc": RevisionRow.published_at,
    "modified_utc": RevisionRow.modified_at,
}

_FIRSTS = {"exact": first_of_its_content, "story": first_of_its_story}

Row = list[Any]
"""The values of one article, in the order of the keys asked for."""


@dataclass
class Reading:
    """Articles on their way out. `opted_out` counts those met so far that were left out because
    their page or site reserves text and data mining."""

    s: Session
    filters: Filters
    keys: Sequence[str]
    text_as_json: bool = False
    """Whether `text` is to be a string of JSON, in bytes. SQLite makes it in half the time that it
    takes to make Python's text and JSON of that."""
    opted_out: int = field(default=0, init=False)

    def batches(self) -> Iterator[list[Row]]:
        """The rows by id, in constant memory. JSON values are bytes, None where there is none."""
        left = self.filters.limit
        fix = _Fixer(self.s, self.keys, text_as_json=self.text_as_json)
        for batch in self._fetched():
            kept = [row for row in batch if not row.pop()]
            self.opted_out += len(batch) - len(kept)
            if left is not None:
                kept = kept[:left]
                left -= len(kept)
            if kept:
                fix.batch(kept)
                yield kept
            if left == 0:
                return

    def _fetched(self) -> Iterator[list[Row]]:
        """What the driver gives, as lists. SQLite's is asked itself: objects of rows between it and
        us take a tenth of the time; PostgreSQL's holds a cursor open at the server."""
        self.s.flush()
        sqlite = _is_sqlite(self.s)
        query = _query(self.s, self.filters, self.keys, text_as_json=self.text_as_json)
        query = query.execution_options(stream_results=not sqlite)
        straight = sqlite and self.filters.dedupe == "none"
        with (
            _small_cache(self.s) if straight else nullcontext(),
            # closed too where the reader stops half-way
            self.s.connection().execute(query) as result,
        ):
            assert result.cursor is not None
            fetch: Any = result.cursor.fetchmany if sqlite else result.fetchmany
            while batch := fetch(BATCH):
                yield list(map(list, batch))


def as_record(keys: Sequence[str], row: Row) -> dict[str, Any]:
    """A row as the article record."""
    return {
        key: orjson.loads(value) if key in JSON_KEYS and value is not None else value
        for key, value in zip(keys, row, strict=True)
    }


def chosen(s: Session, filters: Filters) -> tuple[list[ColumnElement[bool]], ColumnElement[bool]]:
    """Conditions on `articles` joined with their current `revisions`, and which of those that meet
    them are left out: opted-out articles are read too, so that one pass over the table both
    exports and counts them."""
    found = conditions(replace(filters, include_opted_out=True, dedupe="none", query=None))
    if filters.query is not None:
        found += finding(s, filters.query)
    left_out = literal(False) if filters.include_opted_out else reserved(s)
    if first := _FIRSTS.get(filters.dedupe):
        found.append(or_(left_out, first([*found, not_(left_out)])))
    return found, left_out


@contextmanager
def _small_cache(s: Session) -> Iterator[None]:
    connection = s.connection()
    before = connection.exec_driver_sql("PRAGMA cache_size").scalar()
    connection.exec_driver_sql(f"PRAGMA cache_size = -{CACHE_KIB}")
    try:
        yield
    finally:
        connection.exec_driver_sql(f"PRAGMA cache_size = {before}")


def _is_sqlite(s: Session) -> bool:
    return s.get_bind().dialect.name == "sqlite"


def _query(s: Session, filters: Filters, keys: Sequence[str], *, text_as_json: bool) -> Select[Any]:
    sqlite = _is_sqlite(s)
    found, left_out = chosen(s, filters)
    columns = {key: _raw(key, sqlite) for key in keys}
    if text_as_json and sqlite:
        quoted = cast(func.json_quote(RevisionRow.text), LargeBinary)
        columns["text"] = type_coerce(quoted, NullType()).label("text")
    return (
        select(*columns.values(), left_out.label("_left_out"))
        .select_from(ArticleRow)
        .join(RevisionRow, RevisionRow.id == ArticleRow.current_revision_id)
        .where(*found)
        .order_by(ArticleRow.id)
    )


def _raw(key: str, sqlite: bool) -> ColumnElement[Any]:
    column = _COLUMNS[key]
    if key in JSON_KEYS and key != "sources":
        column = cast(column, LargeBinary if sqlite else Text)
    return type_coerce(column, NullType()).label(key)


class _Fixer:
    """Gives values the form that they have in the record."""

    def __init__(self, s: Session, keys: Sequence[str], *, text_as_json: bool) -> None:
        self._s = s
        self._id = keys.index("id")
        self._sources = keys.index("sources")
        self._json = [keys.index(key) for key in keys if key in JSON_KEYS and key != "sources"]
        self._truths = [keys.index(key) for key in _TRUTHS if key in keys]
        self._times = [keys.index(key) for key in _TIMES if key in keys]
        self._sqlite = _is_sqlite(s)
        self._unquoted = keys.index("text") if text_as_json and not self._sqlite else None
        first: BindParameter[int] = bindparam("first")
        last: BindParameter[int] = bindparam("last")
        self._appearances = select(AppearanceRow.article_id, AppearanceRow.source_id).where(
            AppearanceRow.article_id.between(first, last)
        )

    def batch(self, rows: list[Row]) -> None:
        """Changes rows, whose ids ascend."""
        sources = self._sources_of(rows[0][self._id], rows[-1][self._id])
        for values in rows:
            values[self._sources] = sources.get(values[self._id], b"[]")
            for at in self._json:
                value = values[at]
                if value.__class__ is str:
                    values[at] = value = value.encode()
                if value is not None and b"\n" in value:  # as other programs may have written it
                    values[at] = _on_one_line(value, values[self._id])
            for at in self._truths:
                values[at] = _TRUTH[values[at]]
            for at in self._times:
                values[at] = _utc(values[at])
            if self._unquoted is not None:
                values[self._unquoted] = orjson.dumps(values[self._unquoted])

    def _sources_of(self, first: int, last: int) -> dict[int, bytes]:
        """The sources of articles as JSON, sorted here: databases order letters each its way."""
        found: dict[int, tuple[str, ...]] = {}
        result = self._s.connection().execute(self._appearances, {"first": first, "last": last})
        assert result.cursor is not None
        for article_id, source_id in result.cursor.fetchall():
            found[article_id] = (*found.get(article_id, ()), source_id)
        return {article_id: _list(ids) for article_id, ids in found.items()}


def _on_one_line(value: bytes, article_id: int) -> bytes:
    """JSON without line breaks. Raises BadDatabase where it is none."""
    try:
        return orjson.dumps(orjson.loads(value))
    except orjson.JSONDecodeError as error:
        raise BadDatabase(damaged(f"article {article_id}: {error}")) from None


@lru_cache(maxsize=4_096)
def _list(ids: tuple[str, ...]) -> bytes:
    return orjson.dumps(sorted(ids))


def _utc(moment: str | datetime | None) -> str | None:
    """A time as SQLite's text has it, or as PostgreSQL's driver gives it; both are in UTC."""
    if moment is None:
        return None
    if isinstance(moment, datetime):
        return moment.replace(tzinfo=None).isoformat() + "Z"
    return f"{moment[:10]}T{moment[11:].removesuffix('.000000')}Z"
