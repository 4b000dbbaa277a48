"""The article record that leaves the database: in exports, `show --format json` and the library.

The same keys as `pipeline.article_json.article_record`, with what only the database knows.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import datetime
from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import Session

from db.filters import EVERYTHING, Filters, conditions
from db.models import AppearanceRow, ArticleRow, RevisionRow

_BATCH = 200
"""Articles that are in memory at once while streaming."""

_COLUMNS = (
    ArticleRow.id,
    ArticleRow.url,
    RevisionRow.canonical_url,
    ArticleRow.source_id,
    RevisionRow.section,
    RevisionRow.title,
    RevisionRow.description,
    RevisionRow.authors,
    RevisionRow.tags,
    RevisionRow.published_as,
    RevisionRow.modified_as,
    RevisionRow.published_at_origin,
    RevisionRow.language,
    RevisionRow.text,
    RevisionRow.blocks,
    RevisionRow.image_url,
    RevisionRow.paywalled,
    RevisionRow.live_blog,
    RevisionRow.policy,
    RevisionRow.word_count,
    RevisionRow.content_hash,
    RevisionRow.number,
    ArticleRow.story_id,
    ArticleRow.first_seen_at,
    RevisionRow.fetched_at,
    ArticleRow.gone_at,
)


def articles(
    s: Session, filters: Filters = EVERYTHING, *, with_removed: bool = False
) -> Iterator[dict[str, Any]]:
    """The records of the current articles that pass the filters, by id, in constant memory.

    `with_removed` adds the ledger, as the page had it.
    """
    columns = (*_COLUMNS, RevisionRow.removed) if with_removed else _COLUMNS
    query = (
        select(*columns)
        .join(RevisionRow, RevisionRow.id == ArticleRow.current_revision_id)
        .where(*conditions(filters))
        .order_by(ArticleRow.id)
        .limit(filters.limit)
        .execution_options(yield_per=_BATCH)
    )
    for batch in s.execute(query).partitions():
        sources = _sources(s, [row[0] for row in batch])
        for row in batch:
            yield _record(row, sources.get(row[0], []), with_removed)


def article_json(s: Session, article_id: int, revision: int | None = None) -> dict[str, Any] | None:
    """The record of one article with its ledger: its current revision, or the one of that number.

    None where there is no such article or revision.
    """
    query = (
        select(*_COLUMNS, RevisionRow.removed)
        .join(RevisionRow, RevisionRow.article_id == ArticleRow.id)
        .where(ArticleRow.id == article_id)
    )
    if revision is None:
        query = query.where(RevisionRow.id == ArticleRow.current_revision_id)
    else:
        query = query.where(RevisionRow.number == revision)
    row = s.execute(query).first()
    if row is None:
        return None
    return _record(row, _sources(s, [article_id]).get(article_id, []), with_removed=True)


def _sources(s: Session, ids: Sequence[int]) -> dict[int, list[str]]:
    found: dict[int, list[str]] = {}
    query = (
        select(AppearanceRow.article_id, AppearanceRow.source_id)
        .where(AppearanceRow.article_id.in_(ids))
        .order_by(AppearanceRow.article_id, AppearanceRow.source_id)
    )
    for article_id, source_id in s.execute(query):
        found.setdefault(article_id, []).append(source_id)
    return found


def _record(row: Any, sources: list[str], with_removed: bool) -> dict[str, Any]:
    record = {
        "id": row.id,
        "url": row.url,
        "canonical_url": row.canonical_url,
        "source": row.source_id,
        "sources": sources,
        "section": row.section,
        "title": row.title,
        "description": row.description,
        "authors": row.authors,
        "tags": row.tags,
        "published_at": row.published_as,
        "published_at_origin": row.published_at_origin,
        "modified_at": row.modified_as,
        "language": row.language,
        "text": row.text,
        "blocks": row.blocks,
        "image_url": row.image_url,
        "paywalled": row.paywalled,
        "live_blog": row.live_blog,
        "policy": row.policy,
        "word_count": row.word_count,
        "content_hash": row.content_hash,
        "revision": row.number,
        "story": row.story_id,
        "first_seen_at": _utc(row.first_seen_at),
        "fetched_at": _utc(row.fetched_at),
        "gone_at": _utc(row.gone_at) if row.gone_at else None,
    }
    if with_removed:
        record["removed"] = row.removed
    return record


def _utc(moment: datetime) -> str:
    return moment.replace(tzinfo=None).isoformat() + "Z"
