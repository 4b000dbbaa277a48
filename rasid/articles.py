"""Articles of a database: iterated one by one, or as a data frame."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, datetime
from typing import TYPE_CHECKING, Any

from sqlalchemy.orm import Session, sessionmaker

from db.filters import Filters
from db.read import articles, count_articles

if TYPE_CHECKING:
    import pandas
    import polars

COLUMNS = {
    "id": "int",
    "url": "str",
    "source": "str",
    "section": "str",
    "title": "str",
    "description": "str",
    "authors": "list",
    "tags": "list",
    "published_at": "time",
    "published_as": "str",
    "published_at_origin": "str",
    "modified_at": "time",
    "language": "str",
    "text": "str",
    "image_url": "str",
    "paywalled": "bool",
    "live_blog": "bool",
    "opted_out": "bool",
    "word_count": "int",
    "content_hash": "str",
    "revision": "int",
    "story": "int",
    "first_seen_at": "time",
    "fetched_at": "time",
    "gone_at": "time",
}
"""The columns of a data frame and what they hold; times are UTC."""


class Articles:
    """The articles that pass some filters: each time it is iterated, those of that moment."""

    def __init__(self, sessions: sessionmaker[Session], filters: Filters) -> None:
        self._sessions = sessions
        self.filters = filters

    def __iter__(self) -> Iterator[dict[str, Any]]:
        """The article records (docs/fields.md), in constant memory."""
        with self._sessions() as session:
            yield from articles(session, self.filters)

    def __len__(self) -> int:
        with self._sessions() as session:
            number = count_articles(session, self.filters)
        return number if self.filters.limit is None else min(number, self.filters.limit)

    def to_pandas(self) -> pandas.DataFrame:
        """A pandas data frame of COLUMNS. Needs pandas: `pip install pandas`."""
        try:
            import pandas
        except ModuleNotFoundError as missing:
            raise ModuleNotFoundError("to_pandas needs: pip install pandas") from missing
        kinds = {
            "int": "Int64",
            "str": "string",
            "list": "object",
            "time": "datetime64[us, UTC]",
            "bool": "boolean",
        }
        series = {
            name: pandas.Series(values, dtype=kinds[COLUMNS[name]])
            for name, values in self._columns().items()
        }
        return pandas.DataFrame(series)

    def to_polars(self) -> polars.DataFrame:
        """A polars data frame of COLUMNS. Needs polars: `pip install polars`."""
        try:
            import polars
        except ModuleNotFoundError as missing:
            raise ModuleNotFoundError("to_polars needs: pip install polars") from missing
        kinds: dict[str, Any] = {
            "int": polars.Int64,
            "str": polars.String,
            "list": polars.List(polars.String),
            "time": polars.Datetime("us", "UTC"),
            "bool": polars.Boolean,
        }
        schema = {name: kinds[kind] for name, kind in COLUMNS.items()}
        return polars.DataFrame(self._columns(), schema=schema)

    def _columns(self) -> dict[str, list[Any]]:
        columns: dict[str, list[Any]] = {name: [] for name in COLUMNS}
        for record in self:
            row = record | {
                "published_as": record["published_at"],
                "opted_out": bool(record["policy"].get("opted_out")),
            }
            for name, kind in COLUMNS.items():
                columns[name].append(_time(row[name]) if kind == "time" else row[name])
        return columns


def _time(text: str | None) -> datetime | None:
    """A record's time in UTC: midnight of a bare day, and UTC where the page names no zone."""
    if text is None:
        return None
    found = datetime.fromisoformat(text)
    return found.astimezone(UTC) if found.tzinfo else found.replace(tzinfo=UTC)
