"""Named queries. Every predicate ("pending", "due", "opted out") is written here, once."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta

from sqlalchemy import ColumnElement, and_, case, func, or_, select
from sqlalchemy.orm import Session

from db.article_json import article_json, articles
from db.explain import Event, explain, forms_of, forms_with_other_slash
from db.filters import EVERYTHING, Filters, articles_query
from db.models import (
    UNDERWAY,
    ArticleRow,
    HostRow,
    LinkRow,
    ListingRow,
    RevisionRow,
    RunRow,
    SourceMemoryRow,
)
from db.recent_lines import recent_lines
from db.rows import link_record, memory_record
from db.source_health import SourceHealth, sources_with_health
from db.stats import Stats, stats
from pipeline.errors import Reason
from pipeline.records import Link, ListingKind, Memory
from pipeline.repeats.other_titles import title_keys

__all__ = [
    "DueLink",
    "Event",
    "Filters",
    "SourceHealth",
    "Stats",
    "StoredArticle",
    "article_by_id_or_url",
    "article_json",
    "articles",
    "count_articles",
    "explain",
    "host",
    "known_urls",
    "link",
    "links_due_again",
    "listing",
    "listings",
    "memory",
    "pending_links",
    "runs",
    "sources_with_health",
    "stats",
    "stored_article",
    "stored_links",
    "stored_titles",
    "titles",
]

_BATCH = 400


@dataclass(frozen=True, slots=True)
class DueLink:
    """One page to ask for. `article_id` is None where nothing came of it yet."""

    id: int
    link: Link
    attempts: int
    etag: str | None
    last_modified: str | None
    article_id: int | None


@dataclass(frozen=True, slots=True)
class StoredArticle:
    """One article with one of its revisions: the current one unless asked otherwise."""

    article: ArticleRow
    revision: RevisionRow
    sources: tuple[str, ...]


AHEAD = timedelta(days=400)
"""Nothing is planned for later: what is was written by a clock that was ahead."""


def _has_come(now: datetime) -> ColumnElement[bool]:
    return or_(LinkRow.next_check_at <= now, LinkRow.next_check_at > now + AHEAD)


def pending(now: datetime) -> ColumnElement[bool]:
    """A link whose page is to be asked for: never asked, or failed and due again."""
    waits = or_(LinkRow.state == "pending", _has_come(now))
    return and_(LinkRow.state.in_(("pending", "failed")), waits)


def due_again(now: datetime) -> ColumnElement[bool]:
    """A link that is settled and to be looked at again: its article may have changed, or the page
    was too young to be one."""
    settled = LinkRow.state.in_(("stored", "rejected", "gone"))
    return and_(settled, _has_come(now))


def pending_links(
    s: Session,
    source_id: str,
    now: datetime,
    limit: int | None = None,
    *,
    apart_from: Collection[str] = (),
    since: date | None = None,
) -> list[DueLink]:
    """The links of a source that are pending: those of its own lists first, then those that may
    belong; the newest listing first, in its order, but sitemaps, which name all that there ever
    was, last. Not those that the listings `apart_from` name, nor those that their listing dates
    before `since`."""
    condition = pending(now)
    if since is not None:
        published = LinkRow.hints["published"].as_string()
        recent = func.substr(published, 1, 10) >= since.isoformat()
        condition = and_(condition, or_(published.is_(None), recent))
    if apart_from:
        named = func.coalesce(LinkRow.found_in, "")
        condition = and_(condition, named.not_in(list(apart_from)))
    return _due(s, source_id, condition, limit)


def uncertain_links(
    s: Session, source_id: str, now: datetime, *, after: int, limit: int
) -> list[DueLink]:
    """Pending links that only may belong to the source's section, by their ids: those after one."""
    uncertain = LinkRow.hints["certain"].as_boolean().is_(False)
    query = select(LinkRow).where(LinkRow.source_id == source_id, pending(now), uncertain)
    query = query.where(LinkRow.id > after).order_by(LinkRow.id).limit(limit)
    return [_due_link(row) for row in s.scalars(query)]


def links_due_again(
    s: Session, source_id: str, now: datetime, limit: int | None = None
) -> list[DueLink]:
    """The links whose next look is due: of stored articles, and of pages too young to be one."""
    return _due(s, source_id, due_again(now), limit)


def _due(
    s: Session, source_id: str, condition: ColumnElement[bool], limit: int | None
) -> list[DueLink]:
    uncertain = case((LinkRow.hints["certain"].as_boolean().is_(False), 1), else_=0)
    of_archive = case((LinkRow.hints["kind"].as_string() == ListingKind.SITEMAP, 1), else_=0)
    query = (
        select(LinkRow)
        .where(LinkRow.source_id == source_id, condition)
        .order_by(uncertain, LinkRow.attempts, of_archive, LinkRow.first_seen_at.desc(), LinkRow.id)
        .limit(limit)
    )
    return [_due_link(row) for row in s.scalars(query)]


def _due_link(row: LinkRow) -> DueLink:
    return DueLink(
        id=row.id,
        link=link_record(row),
        attempts=row.attempts,
        etag=row.etag,
        last_modified=row.last_modified,
        article_id=row.article_id,
    )


def known_urls(
    s: Session, source_id: str, urls: Collection[str], *, before: datetime | None = None
) -> set[str]:
    """Those of the URLs that the source has seen before; with `before`, had seen by then."""
    wanted, known = list(urls), set[str]()
    for at in range(0, len(wanted), _BATCH):
        query = select(LinkRow.url).where(
            LinkRow.source_id == source_id, LinkRow.url.in_(wanted[at : at + _BATCH])
        )
        if before is not None:
            query = query.where(LinkRow.first_seen_at <= before)
        known.update(s.scalars(query))
    return known


def knows_below(s: Session, source_id: str, origin: str) -> bool:
    """True where the source knows a link of that scheme and host."""
    below = LinkRow.url.startswith(f"{origin}/", autoescape=True)
    query = select(LinkRow.id).where(LinkRow.source_id == source_id, below).limit(1)
    return s.scalar(query) is not None


def stored_links(s: Session, source_id: str, urls: Collection[str]) -> list[DueLink]:
    """The links of stored articles among the URLs."""
    wanted, found = list(urls), list[DueLink]()
    for at in range(0, len(wanted), _BATCH):
        batch = LinkRow.url.in_(wanted[at : at + _BATCH])
        found += _due(s, source_id, and_(LinkRow.state == "stored", batch), None)
    return found


def link(s: Session, source_id: str, url: str) -> LinkRow | None:
    """What a source knows of one canonical URL."""
    return s.scalar(select(LinkRow).where(LinkRow.source_id == source_id, LinkRow.url == url))


def listing(s: Session, source_id: str, url: str) -> ListingRow | None:
    """What is known of one listing."""
    return s.scalar(
        select(ListingRow).where(ListingRow.source_id == source_id, ListingRow.url == url)
    )


def listings(s: Session, source_id: str) -> list[ListingRow]:
    """All listings of a source, in the order in which they were found."""
    query = select(ListingRow).where(ListingRow.source_id == source_id).order_by(ListingRow.id)
    return list(s.scalars(query))


def host(s: Session, host: str) -> HostRow | None:
    """What is known of one host."""
    return s.get(HostRow, host)


def memory(s: Session, source_id: str) -> Memory:
    """What is learned of a source; an empty memory where nothing is."""
    row = s.get(SourceMemoryRow, source_id)
    known = memory_record(row) if row else Memory()
    return replace(known, titles=titles(s, source_id), recent=recent_lines(s, source_id))


TITLES = 500
"""Articles whose titles are known again in other articles: each page is read with them."""
_LEFT_LINKS = 2_000
"""Refused links among which those of other sections are looked for, the newest first."""


def titles(s: Session, source_id: str, most: int = TITLES) -> frozenset[str]:
    """The titles of a source's newest articles, at most so many, and of the newest links that it
    left to other sections: a line that ends with one announces it
    (`pipeline.repeats.other_titles`)."""
    refused = (
        select(LinkRow.id)
        .where(LinkRow.source_id == source_id, LinkRow.state == "rejected")
        .order_by(LinkRow.id.desc())
        .limit(_LEFT_LINKS)
    )
    left = (
        select(LinkRow.hints["title"].as_string())
        .where(LinkRow.id.in_(refused), LinkRow.reason == Reason.OUT_OF_SECTION)
        .order_by(LinkRow.id.desc())
        .limit(TITLES)
    )
    return title_keys(
        title for title in (*stored_titles(s, source_id, most), *s.scalars(left)) if title
    )


def stored_titles(s: Session, source_id: str, most: int) -> Sequence[str]:
    """The titles of a source's newest articles, at most so many."""
    return s.scalars(
        select(RevisionRow.title)
        .join(ArticleRow, ArticleRow.current_revision_id == RevisionRow.id)
        .where(ArticleRow.source_id == source_id)
        .order_by(ArticleRow.id.desc())
        .limit(most)
    ).all()


def runs(
    s: Session,
    *,
    source_id: str | None = None,
    state: str | None = None,
    since: datetime | None = None,
    before: int | None = None,
    limit: int | None = 50,
) -> list[RunRow]:
    """Runs, the latest first; `before` goes on from the run of that number."""
    query = select(RunRow).order_by(RunRow.id.desc()).limit(limit)
    if source_id is not None:
        query = query.where(RunRow.source_id == source_id)
    if state is not None:
        query = query.where(RunRow.state == state)
    if since is not None:
        query = query.where(RunRow.started_at >= since)
    if before is not None:
        query = query.where(RunRow.id < before)
    return list(s.scalars(query))


def runs_underway(s: Session, source_id: str | None = None) -> list[RunRow]:
    """Runs that have not ended, the latest first: read off an index, however many have."""
    query = select(RunRow).where(UNDERWAY)
    if source_id is not None:
        query = query.where(RunRow.source_id == source_id)
    # In the database's order of numbers it would walk through all runs.
    return sorted(s.scalars(query), key=lambda run: -run.id)


def article_by_id_or_url(s: Session, wanted: int | str) -> ArticleRow | None:
    """An article by its id (a number, or digits), or by any address it is known under."""
    if isinstance(wanted, int) or wanted.isdecimal():
        number = int(wanted)
        return s.get(ArticleRow, number) if number < 2**31 else None
    for url in (*forms_of(wanted), *forms_with_other_slash(wanted)):
        found = s.scalar(select(ArticleRow).where(ArticleRow.url == url))
        if found is None:
            found = s.scalar(
                select(ArticleRow)
                .join(LinkRow, LinkRow.article_id == ArticleRow.id)
                .where(LinkRow.url == url)
                .limit(1)
            )
        if found is not None:
            return found
    return None


def stored_article(
    s: Session, wanted: int | str, revision: int | None = None
) -> StoredArticle | None:
    """An article with its current revision, or the one of that number; None for neither."""
    article = article_by_id_or_url(s, wanted)
    if article is None:
        return None
    if revision is None:
        found = article.current
    else:
        found = next((row for row in article.revisions if row.number == revision), None)
    if found is None:
        return None
    return StoredArticle(article, found, _sources(article))


def count_articles(s: Session, filters: Filters = EVERYTHING) -> int:
    """How many articles `articles` gives."""
    query = articles_query(filters).with_only_columns(func.count())
    number = s.scalar(query) or 0
    return number if filters.limit is None else min(number, filters.limit)


def _sources(article: ArticleRow) -> tuple[str, ...]:
    return tuple(row.source_id for row in article.appearances)
