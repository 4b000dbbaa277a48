"""Splits a dataset: by time, or by a hash. Either keeps the copies of an article together."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Sequence
from datetime import datetime
from typing import Any

from sqlalchemy import Select, Text, case, cast, func, not_, select
from sqlalchemy.orm import Session

from db.export.rows import Row, chosen
from db.filters import Filters
from db.models import ArticleRow, RevisionRow

SPLITS = ("none", "time", "hash")
NAMES = ("train", "validation", "test")
_PERCENT = (90, 95)
"""Where validation and test begin: 90, 5 and 5 % are usual for corpora of text."""

Splitter = Callable[[Row], str]
KEYS = ("story", "content_hash", "published_utc", "first_seen_at")
"""What a split looks at."""


def splitter(s: Session, filters: Filters, keys: Sequence[str], split: str) -> Splitter:
    """What tells the split of a row; always `train` for `none`."""
    story, content, published, seen = (keys.index(key) for key in KEYS)
    if split == "none":
        return lambda _row: "train"
    if split == "hash":
        return lambda row: _by_hash(_copies(row[story], row[content]))
    rows = _rows(s, filters)
    bounds = _days(s, rows)
    firsts = _first_days(s, rows, bounds)

    def by_time(row: Row) -> str:
        day = firsts.get(_copies(row[story], row[content]))
        return _of_day(day or (row[published] or row[seen])[:10], bounds)

    return by_time


def _copies(story: int | None, content_hash: str) -> str:
    """Equal for the copies of an article: those of its story, else those of equal content."""
    return content_hash if story is None else f"story:{story}"


def _by_hash(copies: str) -> str:
    """The same article is in the same split of every later export, until it joins a story."""
    percent = int.from_bytes(hashlib.sha256(copies.encode()).digest()[:8], "big") % 100
    return NAMES[(percent >= _PERCENT[0]) + (percent >= _PERCENT[1])]


def _of_day(day: str, bounds: tuple[str, str]) -> str:
    return NAMES[(day >= bounds[0]) + (day >= bounds[1])]


def _rows(s: Session, filters: Filters) -> Any:
    """When each article of the export was published, or first seen, and what it is a copy of."""
    found, left_out = chosen(s, filters)
    story = "story:" + cast(ArticleRow.story_id, Text)
    query: Select[Any] = (
        select(
            func.coalesce(RevisionRow.published_at, ArticleRow.first_seen_at).label("day"),
            case((ArticleRow.story_id.is_(None), RevisionRow.content_hash), else_=story).label(
                "copies"
            ),
        )
        .select_from(ArticleRow)
        .join(RevisionRow, RevisionRow.id == ArticleRow.current_revision_id)
        .where(*found, not_(left_out))
        .order_by(ArticleRow.id)
        .limit(filters.limit)
    )
    return query.subquery()


def _days(s: Session, rows: Any) -> tuple[str, str]:
    """The days on which validation and test begin."""
    count = s.scalar(select(func.count()).select_from(rows)) or 0
    query = select(rows.c.day).order_by(rows.c.day).limit(1)
    days = [_day(s.scalar(query.offset(count * percent // 100))) for percent in _PERCENT]
    return days[0] or "9999", days[1] or "9999"


def _first_days(s: Session, rows: Any, bounds: tuple[str, str]) -> dict[str, str]:
    """The first day of those copies that would be in two splits."""
    first, last = func.min(rows.c.day), func.max(rows.c.day)
    query = (
        select(rows.c.copies, first, last).group_by(rows.c.copies).having(func.count() > 1)
    ).execution_options(yield_per=1_000)
    found: dict[str, str] = {}
    for copies, earliest, latest in s.connection().execute(query):
        days = _day(earliest), _day(latest)
        if _of_day(days[0], bounds) != _of_day(days[1], bounds):
            found[copies] = days[0]
    return found


def _day(moment: datetime | None) -> str:
    return moment.date().isoformat() if moment else ""
