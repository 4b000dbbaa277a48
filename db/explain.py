"""What became of a URL, and why."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from urllib.parse import urlsplit

from sqlalchemy import or_, select
from sqlalchemy.orm import Session

from db.models import ArticleRow, LinkRow, ListingRow, RunRow
from db.withheld import why_withheld
from pipeline.urls import canonical_url


@dataclass(frozen=True, slots=True)
class Event:
    """One thing that became of a URL, for `explain`: `what` is a word, `detail` one line."""

    at: datetime | None
    source_id: str
    what: str
    detail: str
    reason: str | None = None
    article_id: int | None = None
    url: str | None = None


def explain(s: Session, url: str) -> list[Event]:
    """What became of a URL and why, in order of time; empty where it was never seen.

    The URL is taken as it is and in its canonical form, as a link, as a listing, and as an
    article's address; with or without its last slash where it was never seen as it is.
    """
    return _events_of(s, forms_of(url)) or _events_of(s, forms_with_other_slash(url))


def _events_of(s: Session, forms: Sequence[str]) -> list[Event]:
    events: list[Event] = []
    rows = s.scalars(select(LinkRow).where(LinkRow.url.in_(forms)).order_by(LinkRow.id)).all()
    for row in rows:
        events.extend(_link_events(row))
    for listing in s.scalars(select(ListingRow).where(ListingRow.url.in_(forms))):
        events.append(_listing_event(s, listing))
    ids = {row.article_id for row in rows if row.article_id is not None}
    told_gone = {row.article_id for row in rows if row.state == "gone"}
    condition = or_(ArticleRow.id.in_(ids), ArticleRow.url.in_(forms))
    for article in s.scalars(select(ArticleRow).where(condition).order_by(ArticleRow.id)):
        events.extend(_article_events(article))
        if article.gone_at and article.id not in told_gone:
            where = (article.gone_at, article.source_id, "gone", "")
            events.append(Event(*where, article_id=article.id, url=article.url))
    return sorted(events, key=lambda event: event.at or datetime.min.replace(tzinfo=UTC))


def _listing_event(s: Session, listing: ListingRow) -> Event:
    """How a listing stands. `checked_at` is when it was last gone through; one that fails was asked
    for by the source's last run, whose error says more of it where it is the section's page."""
    read_at = listing.checked_at if listing.checked_at and listing.checked_at.timestamp() else None
    kind = f"a {listing.kind} of the source"
    if not listing.failures:
        status = f"HTTP {listing.last_status}" if listing.last_status else "read"
        return Event(read_at, listing.source_id, "listing", f"{kind}; {status}", url=listing.url)
    query = select(RunRow).where(RunRow.source_id == listing.source_id)
    run = s.scalar(query.order_by(RunRow.started_at.desc(), RunRow.id.desc()).limit(1))
    refused = (listing.last_status or 0) >= 400  # else it is of a redirect, to what failed
    said = f"HTTP {listing.last_status}" if refused else "it could not be read"
    if run is not None and run.error and run.error.startswith(f"{listing.url}: "):
        said = run.error.removeprefix(f"{listing.url}: ")
    times = "once" if listing.failures == 1 else f"{listing.failures} times in a row"
    last = f"last read {read_at:%Y-%m-%d %H:%M} UTC" if read_at else "never read"
    at = (run.ended_at or run.started_at) if run is not None else None
    detail = f"{kind}; {said}; failed {times}, {last}"
    return Event(at or read_at, listing.source_id, "listing", detail, url=listing.url)


def _link_events(row: LinkRow) -> Iterator[Event]:
    yield Event(row.first_seen_at, row.source_id, "found", f"in {row.found_in}", url=row.url)
    parts = [row.detail] if row.detail else []
    if row.attempts:
        parts.append(f"{row.attempts} failed attempt{'s' * (row.attempts > 1)}")
    if row.next_check_at:
        parts.append(f"next at {row.next_check_at:%Y-%m-%d %H:%M} UTC")
    yield Event(
        row.checked_at or row.first_seen_at,
        row.source_id,
        row.state,
        "; ".join(parts),
        row.reason,
        row.article_id,
        row.url,
    )


def _article_events(article: ArticleRow) -> Iterator[Event]:
    for revision in article.revisions:
        withheld = why_withheld(revision.text, revision.policy)
        what = f"which are not kept: {withheld}" if withheld else None
        yield Event(
            revision.fetched_at,
            article.source_id,
            f"revision {revision.number}",
            f"{revision.kind}: {revision.title} ({revision.word_count} words, "
            f"{what or f'{len(revision.removed)} lines removed'})",
            article_id=article.id,
            url=article.url,
        )
    for appearance in article.appearances:
        if appearance.source_id == article.source_id:
            continue
        yield Event(
            appearance.first_seen_at,
            appearance.source_id,
            "appeared",
            "in another source",
            article_id=article.id,
            url=article.url,
        )


def forms_of(url: str) -> Sequence[str]:
    """A URL as it was given, and its canonical form where that is another."""
    canonical = canonical_url(url)
    return (url,) if canonical in (None, url) else (url, str(canonical))


def forms_with_other_slash(url: str) -> Sequence[str]:
    """A URL with a slash at its path's end, or without where it has one; none for a host alone."""
    canonical = canonical_url(url)
    parts = urlsplit(canonical or "")
    bare = parts.path.rstrip("/")
    if not bare:
        return ()
    path = bare if bare != parts.path else f"{bare}/"
    return forms_of(parts._replace(path=path).geturl())
