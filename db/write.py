"""Saves of links and articles: where a page becomes a row.

Every save is idempotent: done twice, it changes nothing the second time. None commits: the
caller's transaction does, so that an article, its revision, its place in the search index and in a
story, and the state of its link are stored together or not at all.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import func, select, update
from sqlalchemy.orm import Session

from db.bookkeeping import (
    beat_run,
    disable,
    end_run,
    forget,
    forget_listing,
    interrupt_stale_runs,
    is_synced,
    save_host,
    save_listing,
    save_memory,
    set_next_visit,
    set_paused,
    start_run,
    sync_source,
)
from db.identity import change_of, find_article, free_address, readdress, speaks_for
from db.links import BATCH, LinksSaved, leave_links, save_links
from db.models import AppearanceRow, ArticleRow, LinkRow, RevisionRow
from db.rows import revision_values
from db.upsert import insert_or_ignore
from db.versions import add_version
from pipeline.errors import Reason
from pipeline.records import Article
from pipeline.urls import host_port

__all__ = [
    "LinksSaved",
    "Stored",
    "add_appearance",
    "beat_run",
    "disable",
    "end_run",
    "fail_link",
    "forget",
    "forget_listing",
    "gone_link",
    "interrupt_stale_runs",
    "is_synced",
    "leave_links",
    "reject_link",
    "reject_links",
    "save_host",
    "save_links",
    "save_listing",
    "save_memory",
    "set_next_visit",
    "set_paused",
    "start_run",
    "store_article",
    "sync_source",
    "touch_link",
]


@dataclass(frozen=True, slots=True)
class Stored:
    """What became of an article.

    `outcome` is `new`, the kind of the revision that was added (`headline`, `content`,
    `cosmetic`), `unchanged`, or `duplicate`: an article that is stored under another address.
    """

    article_id: int
    outcome: str


def store_article(
    s: Session,
    link_id: int,
    article: Article,
    now: datetime,
    *,
    fetched_at: datetime | None = None,
    warc: tuple[str, int] | Callable[[], tuple[str, int]] | None = None,
    etag: str | None = None,
    last_modified: str | None = None,
) -> Stored:
    """Saves the article to which a link led: a new one, a revision of a known one, or neither.

    `fetched_at` is the page's time, `now` by default; `warc` is the archive's file and the offset
    in it, or what writes the page there: asked only for a version that is added. Raises LookupError
    for a link that is not stored.
    """
    link = _link(s, link_id)
    _one_at_a_time(s, article)
    known = find_article(s, link, article)
    if known is None:
        known = ArticleRow(
            url=free_address(s, link, article), source_id=link.source_id, first_seen_at=now
        )
        s.add(known)
        s.flush()
        kind: str | None = "first"
        outcome = "new"
    elif known.current is not None and not speaks_for(s, link, known, article):
        kind = None
        outcome = "duplicate"
    else:
        readdress(s, link, known, article)
        kind = change_of(known.current, article) if known.current else "first"
        outcome = kind or "unchanged"
    if kind is not None:
        place = warc() if callable(warc) else warc
        _add_revision(s, known, article, kind, fetched_at or now, place)
    known.gone_at = None
    add_appearance(s, known.id, link.source_id, article.section, now)
    link.article_id = known.id
    link.etag, link.last_modified = etag, last_modified
    _settle(link, "stored", None, "", now)
    s.flush()
    return Stored(known.id, outcome)


def reject_link(s: Session, link_id: int, reason: Reason, detail: str, now: datetime) -> None:
    """Saves that a page is no article; it is not asked for again."""
    _settle(_link(s, link_id), "rejected", reason, detail, now)


def reject_links(
    s: Session, link_ids: Sequence[int], reason: Reason, detail: str, now: datetime
) -> None:
    """Saves that many links are of no use, as `reject_link` does for one."""
    for at in range(0, len(link_ids), BATCH):
        s.execute(
            update(LinkRow)
            .where(LinkRow.id.in_(link_ids[at : at + BATCH]))
            .values(state="rejected", reason=reason.value, detail=detail, checked_at=now,
                    next_check_at=None)
            .execution_options(synchronize_session=False)
        )  # fmt: skip


def fail_link(
    s: Session,
    link_id: int,
    reason: Reason,
    detail: str,
    now: datetime,
    *,
    retry_at: datetime | None,
    attempt: bool = True,
) -> None:
    """Saves that a page did not come; it is asked for again at `retry_at`, None for never. With
    `attempt` off it does not count towards giving it up.

    An article that is stored stays stored: its page may come another day.
    """
    link = _link(s, link_id)
    state = "stored" if link.article_id is not None else "failed"
    _settle(link, state, reason, detail, now)
    link.attempts += attempt
    link.next_check_at = retry_at


def gone_link(s: Session, link_id: int, reason: Reason, detail: str, now: datetime) -> None:
    """Saves that a page is there no more; its article, if any, is kept and marked gone.

    An article with another address that still stands is not gone: that one is looked at next, since
    it speaks for the article from now on.
    """
    link = _link(s, link_id)
    _settle(link, "gone", reason, detail, now)
    s.flush()
    if link.article_id is None:
        return
    standing = s.scalars(
        select(LinkRow)
        .where(LinkRow.article_id == link.article_id, LinkRow.state == "stored")
        .order_by(LinkRow.id)
        .limit(1)
    ).first()
    article = s.get(ArticleRow, link.article_id)
    if article is None or article.gone_at is not None:
        return
    if standing is None:
        article.gone_at = now
    elif standing.url != article.url and (standing.next_check_at or now) >= now:
        standing.next_check_at = now


def touch_link(
    s: Session, link_id: int, now: datetime, *, next_check_at: datetime | None = None
) -> None:
    """Saves that a stored page was looked at and had not changed (HTTP 304)."""
    link = _link(s, link_id)
    link.checked_at = now
    link.next_check_at = next_check_at


def _link(s: Session, link_id: int) -> LinkRow:
    link = s.get(LinkRow, link_id)
    if link is None:
        raise LookupError(f"no link {link_id}")
    return link


def _one_at_a_time(s: Session, article: Article) -> None:
    """Makes two visits that store articles of one site wait for each other.

    SQLite has one writer anyway; on PostgreSQL both could find the same article to be new.
    """
    if s.get_bind().dialect.name == "postgresql":
        s.execute(select(func.pg_advisory_xact_lock(func.hashtext(host_port(article.url)))))


def _settle(link: LinkRow, state: str, reason: Reason | None, detail: str, now: datetime) -> None:
    link.state = state
    link.reason = reason.value if reason else None
    link.detail = detail or None
    link.checked_at = now
    link.next_check_at = None
    if reason is None:
        link.attempts = 0


def add_appearance(
    s: Session, article_id: int, source_id: str, section: str | None, now: datetime
) -> None:
    """Saves that a source has an article; where it is known to, nothing changes."""
    values = {
        "article_id": article_id,
        "source_id": source_id,
        "section": section,
        "first_seen_at": now,
    }
    s.execute(insert_or_ignore(s, AppearanceRow), [values])


def _add_revision(
    s: Session,
    known: ArticleRow,
    article: Article,
    kind: str,
    fetched_at: datetime,
    warc: tuple[str, int] | None,
) -> None:
    revision = RevisionRow(
        article_id=known.id,
        number=known.current.number + 1 if known.current else 1,
        kind=kind,
        fetched_at=fetched_at,
        warc_file=warc[0] if warc else None,
        warc_offset=warc[1] if warc else None,
        **revision_values(article),
    )
    add_version(s, known, revision)
