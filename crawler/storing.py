"""From a fetched page to rows: extract in a worker, archive, save, learn, count.

Each article is one transaction: its revision, its place in the search index and the state of its
link are saved together or not at all. What fails is recorded with its reason, never counted as
stored.
"""

from __future__ import annotations

import random
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING

from sqlalchemy.orm import Session

from crawler.database import CannotStore
from crawler.fetching.reservations import Reservations
from crawler.pages import without_text
from crawler.parts import Parts
from crawler.visit import Visit
from crawler.workers import work
from crawler.workers.extraction import ExtractionPool
from db import write
from db.read import DueLink
from db.replaced import another_in_its_place
from db.revisits import plan_further_look, plan_look
from db.write import Stored
from pipeline.errors import Reason, Rejected
from pipeline.memory import for_extraction, learn
from pipeline.records import Article, Page
from pipeline.urls import host_port

if TYPE_CHECKING:
    from scrapy.crawler import Crawler

LEARNED_AT_ONCE = 25
"""After so many articles the source's memory is saved, so that a crash costs little of it."""
SOON_S = 60.0
"""First wait before a link that the network or the server failed is tried again, at a later visit.
"""
LATER_S = 1800.0
"""The same for one that was refused, which asking soon would not mend."""
RETRY_GROWTH = 4
"""Each further wait is so many times longer. With six attempts a page is given up after six hours
of failing, or after a week of refusing."""
LASTING = frozenset({"new", "headline", "content"})
"""Outcomes that teach: what was unchanged has taught already."""
OF_REQUESTS = (
    Reason.TIMEOUT, Reason.CONNECTION, Reason.HTTP_ERROR, Reason.RATE_LIMITED, Reason.DNS,
    Reason.TLS, Reason.TRUNCATED, Reason.ROBOTS_UNREACHABLE,
)  # fmt: skip
"""Why a further page of an article did not come."""
PASSING = {
    Reason.EXTRACTION_TIMEOUT: SOON_S,
    Reason.EXTRACTION_CRASHED: SOON_S,
    Reason.EXTRACTION_ERROR: LATER_S,
    Reason.ERROR_PAGE: SOON_S,
    Reason.EMPTY: LATER_S,
    Reason.BOT_CHALLENGE: LATER_S,
    Reason.CONSENT_WALL: LATER_S,
    **dict.fromkeys(OF_REQUESTS, SOON_S),
}
"""Failures that are ours, the machine's or the site's of this hour, not the page's, with their
first wait: it is tried again at a later visit."""

UNFINISHED = frozenset(
    {Reason.TOO_SHORT, Reason.NO_BODY, Reason.NO_TITLE, Reason.SOFT_404, Reason.GONE,
     Reason.REDIRECTED_AWAY}
)  # fmt: skip
"""What a page is that was listed before its text was there."""
INSTEAD = frozenset(
    {Reason.NOT_HTML, Reason.NEEDS_JAVASCRIPT, Reason.LOGIN_WALL, Reason.PASSWORD_PROTECTED}
)
"""What may have stood where an article stands another day."""


@dataclass(frozen=True, slots=True)
class Fetched:
    """A page that may hold an article, and the link that led to it."""

    due: DueLink
    page: Page

    def __repr__(self) -> str:
        """Its address: the log names it, and a page is long."""
        return self.due.link.url


class StoringPipeline:
    """Scrapy's item pipeline, of one step."""

    def __init__(self, crawler: Crawler, visit: Visit, pool: ExtractionPool) -> None:
        self.crawler = crawler
        self.visit = visit
        self.pool = pool
        self.reservations = Reservations(crawler, visit)
        self.known = for_extraction(visit.memory)
        self.parts = Parts(crawler, visit, self._extracted)

    @classmethod
    def from_crawler(cls, crawler: Crawler) -> StoringPipeline:
        spider = crawler.spider
        return cls(crawler, spider.visit, spider.pool)  # type: ignore[union-attr]

    async def process_item(self, item: Fetched) -> Fetched:
        """Extract one page and save what it is."""
        try:
            await self._save(item)
        except CannotStore:
            raise
        except Exception as error:  # the page waits for the next visit; that it does is told
            said = (str(error).strip().splitlines() or [""])[0]
            self.visit.fail(f"{item} could not be stored: {type(error).__name__}: {said}"[:500])
            raise
        finally:
            self.crawler.spider.frontier.open -= 1  # type: ignore[union-attr]
        return item

    async def _save(self, item: Fetched) -> None:
        found = await self._extracted(item.page)
        if isinstance(found, Article):
            self._look_at_rules(found)
            led = found.belongs is None and item.due.link.url in self.visit.leads
            if not (item.due.link.certain or found.belongs is True or led):
                found = Rejected(Reason.OUT_OF_SECTION, "only a site-wide listing names it")
            elif found.next_page_url:
                found = await self._whole(item, found)
        if isinstance(found, Rejected):
            await settle(self.visit, item.due, found, retry_s=PASSING.get(found.reason))
        else:
            await self._store(item, await self.reservations.applied(found))

    async def _whole(self, item: Fetched, first: Article) -> Article | Rejected:
        """An article with its further pages. One of which a page does not come is tried again like
        a page of its own; at the last attempt what there is of it is stored, where nothing is."""
        due = item.due
        last = due.article_id is None and due.attempts + 1 >= self.visit.settings.attempts
        return await self.parts.whole(first, item.page.requested_url, complete=not last)

    def _look_at_rules(self, article: Article) -> None:
        """Note which of the source's own rules found something in a page."""
        today = datetime.now(UTC).date()
        for name, rules in self.visit.source.fields.items():
            if any(rule.holds(today) for rule in rules):
                self.visit.looked(name, name not in article.unmatched)

    async def _extracted(self, page: Page) -> Article | Rejected:
        return await self.pool.run(work.extract, page, self.known, datetime.now(UTC))

    async def _store(self, item: Fetched, article: Article) -> None:
        page, now = item.page, datetime.now(UTC)
        headers = dict(page.headers)
        withheld = article.policy.withheld and self.visit.source.respect_tdm
        kept = without_text(article) if withheld else article

        def save(session: Session) -> Stored | Rejected:
            if item.due.article_id is not None:
                another = another_in_its_place(session, item.due.id, kept)
                if another is not None:
                    return another
            archive = None if withheld else self.visit.archive
            stored = write.store_article(
                session,
                item.due.id,
                kept,
                now,
                fetched_at=page.fetched_at,
                warc=archive.write(page) if archive else None,
                etag=headers.get("etag"),
                last_modified=headers.get("last-modified"),
            )
            plan_look(session, item.due.id, now)
            return stored

        stored = await self.visit.database.write(save)
        if isinstance(stored, Rejected):
            await settle(self.visit, item.due, stored, retry_s=PASSING[stored.reason])
            return
        self.visit.answered(item.due, None)
        self.visit.stored(article.url, article.title, stored.outcome)
        if stored.outcome in LASTING:
            await self._learn(article, now)

    async def _learn(self, article: Article, now: datetime) -> None:
        visit = self.visit
        visit.memory = learn(visit.memory, article, now.date())
        self.known = for_extraction(visit.memory)
        if visit.memory.articles % LEARNED_AT_ONCE == 0:
            memory = visit.memory
            await visit.database.write(
                lambda session: write.save_memory(session, visit.source.id, memory)
            )


async def settle(
    visit: Visit,
    due: DueLink,
    rejected: Rejected,
    *,
    retry_s: float | None = None,
    gone: bool = False,
) -> None:
    """Record why a link became no article: gone, to be tried again (`retry_s` is the first wait in
    seconds), or for good.

    What failed while the section's whole host answered nothing says nothing of the page: it is no
    attempt, and the next visit asks for it again.
    """
    now = datetime.now(UTC)
    outcome = "gone" if gone else "failed" if retry_s is not None else "rejected"
    charged = not _host_is_down(visit, due.link.url)
    young = rejected.reason in UNFINISHED
    further = due.link.certain and (young or rejected.reason in INSTEAD)

    def save(session: Session) -> None:
        reason, detail = rejected.reason, rejected.detail
        if gone:
            write.gone_link(session, due.id, reason, detail, now)
        elif retry_s is not None:
            retry_at = _next_try(visit, due, now, retry_s) if charged else now
            write.fail_link(
                session, due.id, reason, detail, now, retry_at=retry_at, attempt=charged
            )
        elif due.article_id is None:
            write.reject_link(session, due.id, reason, detail, now)
        else:  # a stored article whose page is no article today stays as it is
            write.fail_link(session, due.id, reason, detail, now, retry_at=None)
        if due.article_id is not None and (gone or retry_s is None):
            # What a fault took away, or stood in for, comes back.
            plan_look(session, due.id, now)
        elif further and retry_s is None:
            plan_further_look(session, due.id, due.link.published, now, young=young)

    await visit.database.write(save)
    visit.answered(due, rejected.reason)
    visit.refused(due.link.url, outcome, rejected)


def _next_try(visit: Visit, due: DueLink, now: datetime, first_s: float) -> datetime | None:
    """When a link is tried again; None where it is given up."""
    if due.attempts + 1 >= visit.settings.attempts:
        return None
    wait_s = first_s * RETRY_GROWTH**due.attempts * random.uniform(0.8, 1.2)  # noqa: S311
    return now + timedelta(seconds=wait_s)


def _host_is_down(visit: Visit, url: str) -> bool:
    section = visit.source.section
    if section is None or host_port(section) != host_port(url):
        return False
    return not visit.hosts.get(host_port(url)).answered
