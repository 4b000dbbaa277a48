"""Splits a dataset: by time, or by a hash that keeps copies of an article together."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Sequence
from datetime import datetime

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from db.export.rows import Row
from db.filters import Filters, conditions
from db.models import ArticleRow, RevisionRow

SPLITS = ("none", "time", "hash")
NAMES = ("train", "validation", "test")
_PERCENT = (90, 95)
"""Where validation and test begin: 90, 5 and 5 % are usual for corpora of text."""

Splitter = Callable[[Row], str]
KEYS = ("story", "content_hash", "published_at", "first_seen_at")
"""What a split looks at."""


def splitter(s: Session, filters: Filters, keys: Sequence[str], split: str) -> Splitter:
    """What tells the split of a row; always `train` for `none`."""
    story, content, published, seen = (keys.index(key) for key in KEYS)
    if split == "none":
        return lambda _row: "train"
    if split == "hash":
        return lambda row: _by_hash(row[story], row[content])
    first, second = _days(s, filters)

    def by_time(row: Row) -> str:
        day = (row[published] or row[seen])[:10]
        return NAMES[(day >= first) + (day >= second)]

    return by_time


def _by_hash(story: int | None, content_hash: str) -> str:
    """A story's articles are in one split, and so are equal articles: no test text was trained on.
    The same article is in the same split of every later export, until it joins a story."""
    key = f"story:{story}" if story is not None else content_hash
    percent = int.from_bytes(hashlib.sha256(key.encode()).digest()[:8], "big") % 100
    return NAMES[(percent >= _PERCENT[0]) + (percent >= _PERCENT[1])]


def _days(s: Session, filters: Filters) -> tuple[str, str]:
    """The days on which validation and test begin."""
    when = func.coalesce(RevisionRow.published_at, ArticleRow.first_seen_at)
    query = (
        select(when)
        .select_from(ArticleRow)
        .join(RevisionRow, RevisionRow.id == ArticleRow.current_revision_id)
        .where(*conditions(filters))
        .order_by(when)
    )
    count = s.scalar(select(func.count()).select_from(query.order_by(None).subquery())) or 0
    days = []
    for percent in _PERCENT:
        found = s.scalar(query.offset(count * percent // 100).limit(1))
        days.append(found.date().isoformat() if isinstance(found, datetime) else "9999")
    return days[0], days[1]
