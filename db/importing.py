"""Pages that were given, not fetched: what is known of their addresses, and how they are saved."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import select
from sqlalchemy.orm import Session

from db import read, write
from db.identity import change_of, find_article
from db.models import ArticleRow, LinkRow
from db.reprocessing import is_in_parts
from db.revisits import plan_look
from db.rows import GIVEN
from pipeline.errors import Reason, Rejected
from pipeline.records import Article, Link

OLDER, SAME = "older", "unchanged"


@dataclass(frozen=True, slots=True)
class Known:
    """What is known of an address: the source that has it in a list of its own section (None: no
    source), and when its article was last looked at (None: it has none)."""

    listed_by: str | None = None
    looked_at: datetime | None = None


def known_address(s: Session, url: str, sources: Sequence[str]) -> Known:
    """What some sources know of an address. An article's own address counts for its source."""
    rows = s.scalars(
        select(LinkRow)
        .where(LinkRow.url == url, LinkRow.source_id.in_(sources))
        .order_by(LinkRow.id)
    ).all()
    listed = [
        row.source_id
        for row in rows
        if row.state == "stored"
        or ((row.hints or {}).get("certain", True) and row.reason != Reason.OUT_OF_SECTION)
    ]
    looked = [at for row in rows if (at := _looked_at(s, row)) is not None]
    return Known(next(iter(listed), None), max(looked, default=None))


def save_given(
    s: Session,
    source_id: str,
    article: Article,
    address: str,
    fetched_at: datetime,
    now: datetime,
    *,
    archive: Callable[[], tuple[str, int]] | None = None,
    etag: str | None = None,
    last_modified: str | None = None,
) -> str:
    """Saves the article of a page that was fetched some time ago, and what became of it:
    `new`, the kind of its further version, `unchanged`, `duplicate`, or `older`.

    `address` is the canonical one that was asked for then. What was looked at since then stays.
    """
    write.save_links(s, source_id, [Link(url=address, found_in=GIVEN)], fetched_at)
    link = read.link(s, source_id, address)
    assert link is not None
    looked_at = _looked_at(s, link)
    if looked_at is not None and looked_at >= fetched_at:
        return SAME if looked_at == fetched_at else OLDER
    known = find_article(s, link, article)
    current = known.current if known is not None else None
    if known is not None and current is not None:
        changed = change_of(current, article) is not None
        if current.fetched_at >= fetched_at or is_in_parts(current.text, article):
            older = changed and current.fetched_at > fetched_at
            _join(s, link, known, fetched_at, now)
            return OLDER if older else SAME
    parted = article.next_page_url is not None
    stored = write.store_article(
        s,
        link.id,
        article,
        fetched_at,
        fetched_at=fetched_at,
        warc=archive,
        etag=None if parted else etag,
        last_modified=None if parted else last_modified,
    )
    plan_look(s, link.id, now)
    if parted:  # a crawl is to fetch its other pages
        link.next_check_at = now
    return stored.outcome


def save_refused(s: Session, source_id: str, url: str, why: Rejected, now: datetime) -> None:
    """Saves why a page that was given is no article of a source. What a listing named is left to
    the crawl, and what is stored stays as it is."""
    known = read.link(s, source_id, url)
    if known is not None:
        same = (known.reason, known.detail) == (why.reason.value, why.detail)
        if known.found_in != GIVEN or known.article_id is not None or same:
            return
    write.save_links(s, source_id, [Link(url=url, found_in=GIVEN, certain=False)], now)
    link = read.link(s, source_id, url)
    assert link is not None
    write.reject_link(s, link.id, why.reason, why.detail, now)


def _join(
    s: Session, link: LinkRow, known: ArticleRow, fetched_at: datetime, now: datetime
) -> None:
    """Makes an address lead to an article that is stored as it was later."""
    if link.article_id is not None:
        return
    link.article_id = known.id
    link.state, link.reason, link.detail = "stored", None, None
    link.checked_at = fetched_at
    write.add_appearance(s, known.id, link.source_id, None, fetched_at)
    s.flush()
    plan_look(s, link.id, now)


def _looked_at(s: Session, link: LinkRow) -> datetime | None:
    """When the article of a link was last seen as it is stored, or was found to be gone."""
    if link.article_id is None:
        return None
    article = s.get(ArticleRow, link.article_id)
    if article is None or article.current is None:
        return None
    settled = link.state == "gone" or (link.state == "stored" and link.reason is None)
    at = link.checked_at if settled else None
    return max(at, article.current.fetched_at) if at else article.current.fetched_at
