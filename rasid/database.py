"""An open database."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import UTC, date, datetime, time
from pathlib import Path
from types import TracebackType
from typing import Any, Self

from sqlalchemy import Engine

from db.engine import BadDatabase, open_engine, require_current, session_factory
from db.filters import Filters, moment_of
from db.known_sources import unknown_source
from db.read import article_by_id_or_url, article_json, stats
from db.search import Hit, Rank, search
from db.stats import Stats
from db.stories import Member, members
from rasid.articles import Articles

Day = str | date | datetime

_MOST = 2**31 - 1
"""No larger number is in each type of database."""


def open(url: str | Path = "rasid.db") -> Database:  # noqa: A001  # rasid.open, as gzip.open
    """Opens a database for reading: a path (SQLite) or an SQLAlchemy URL.

    Raises BadDatabase where there is none, or one of another version.
    """
    if "://" not in str(url) and not Path(url).is_file():
        raise BadDatabase(f"{url}: no such database")
    engine = open_engine(url)
    try:
        require_current(engine)
    except BaseException:
        engine.dispose()
        raise
    return Database(engine)


class Database:
    """A database that is open for reading. It may be used while crawls write."""

    def __init__(self, engine: Engine) -> None:
        self._engine = engine
        self._sessions = session_factory(engine, read_only=True)

    def articles(
        self,
        *,
        source: str | Iterable[str] | None = None,
        language: str | Iterable[str] | None = None,
        section: str | None = None,
        since: Day | None = None,
        until: Day | None = None,
        limit: int | None = None,
        dedupe: str = "none",
        include_opted_out: bool = True,
    ) -> Articles:
        """The articles that pass the filters, by id; nothing is read before they are asked for.

        `since` is included and `until` is not; both are of the publication, or of the first sight
        of an article without a date. `dedupe` is none, exact or story (a story's origin alone).
        Raises ValueError for a value that is none of these.
        """
        if limit is not None and limit < 0:
            raise ValueError(f"limit {limit}: 0 or more, or None for all")
        if dedupe not in ("none", "exact", "story"):
            raise ValueError(f"dedupe {dedupe!r}: none, exact or story")
        filters = Filters(
            sources=_several(source),
            languages=tuple(code.lower() for code in _several(language)),
            section=section,
            since=_moment("since", since),
            until=_moment("until", until),
            limit=limit,
            dedupe=dedupe,
            include_opted_out=include_opted_out,
        )
        if filters.ends_first:
            raise ValueError(f"since {since}, until {until}: no time lies between them")
        if code := filters.unknown_language:
            raise ValueError(f"language {code!r}: none of ISO 639-1, such as ar or en")
        with self._sessions() as session:
            if told := unknown_source(session, filters.sources, "rasid sources"):
                raise ValueError(told)
        return Articles(self._sessions, filters)

    def article(self, wanted: int | str) -> dict[str, Any] | None:
        """One article by its number or address, with its ledger; None where there is none."""
        if isinstance(wanted, int) and not 0 <= wanted <= _MOST:
            return None
        with self._sessions() as session:
            found = article_by_id_or_url(session, wanted)
            return article_json(session, found.id) if found is not None else None

    def search(self, query: str, limit: int = 20, *, rank: str = "relevance") -> list[Hit]:
        """The articles that a query finds, in the order of `rank`: relevance, recent or blend.

        Raises BadQuery, and ValueError for another rank or a limit below 0.
        """
        if limit < 0:
            raise ValueError(f"limit {limit}: 0 or more")
        if rank not in set(Rank):
            raise ValueError(f"rank {rank!r}: {', '.join(Rank)}")
        order = Rank(rank)
        with self._sessions() as session:
            return search(session, query, limit=limit, rank=order)

    def story(self, story_id: int) -> list[Member]:
        """The copies that make up a story, its origin first; empty for no story."""
        if not 0 <= story_id <= _MOST:
            return []
        with self._sessions() as session:
            return members(session, story_id)

    def stats(self) -> Stats:
        """Counts by source, language and day."""
        with self._sessions() as session:
            return stats(session)

    def close(self) -> None:
        """Closes the connections."""
        self._engine.dispose()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self.close()


def _several(value: str | Iterable[str] | None) -> tuple[str, ...]:
    if value is None:
        return ()
    return (value,) if isinstance(value, str) else tuple(value)


def _moment(name: str, value: Day | None) -> datetime | None:
    """A day's beginning, or a time; in UTC where it has no zone. Raises ValueError for no date."""
    if value is None:
        return None
    if isinstance(value, str):
        try:
            return moment_of(value)
        except ValueError:
            told = "no date; write it as 2026-01-31 or 2026-01-31T06:00+03:00"
            raise ValueError(f"{name} {value!r}: {told}") from None
    if not isinstance(value, datetime):
        value = datetime.combine(value, time())
    return value if value.tzinfo else value.replace(tzinfo=UTC)
