"""Which links a visit asks for. The table `links` is the queue; nothing else remembers."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence
from datetime import UTC, date, datetime
from functools import partial

from sqlalchemy.orm import Session

from crawler.listings.belonging import addresses_above
from crawler.listings.labels import words_in
from crawler.listings.link_rule import chooses, pattern_of
from crawler.listings.pagination import listing_key
from crawler.visit import Visit
from db import read, write
from db.links import dated_by, is_timed
from db.read import DueLink
from pipeline.errors import Reason, Rejected
from pipeline.records import Link, ListingKind
from pipeline.url_shapes import acts, article_likeness, url_shape
from pipeline.urls import host_port, is_of_main_site, same_site

AT_ONCE = 500
"""Links taken from the database at a time."""

UNDER_WAY = 250
"""Links of one visit that are asked for at a time: each takes some 25 KB until it is settled."""

WRITTEN_AT_ONCE = 4_000
"""Links that are saved or settled in one transaction: who else writes waits for its end."""

BESIDE = 5
"""Where the section's own list leads on, this part of `uncertain_links` is looked at."""

MORE_WITH_BACKFILL = 20
"""With --backfill so many times more of what may belong is looked at."""

KNOWS_SHAPES = 5
"""Articles after which a source's addresses are known by their shape."""

MAY_BE_ARTICLE = 0.3
"""`article_likeness` below which a page is not looked at: its address has a word of lists."""


HEADLINE = 4
"""Words from which a link's text is more likely a headline than a name of a subject."""


NOT_CHOSEN = Rejected(
    Reason.NOT_CHOSEN, "[links] article of the source's file does not match the address"
)


class Frontier:
    """The links of one visit: saved as listings name them, handed out once each."""

    def __init__(self, visit: Visit) -> None:
        self.visit = visit
        self.pattern = pattern_of(visit.source.links.article)
        """What an article's address matches, by the source's file."""
        self.asked: set[int] = set()
        self.open = 0
        """Links that were handed out and are not settled yet: what came may wait to be read."""
        self.more = False
        """True where as many were handed out as may be under way."""
        self.uncertain_asked = 0
        self.paginated = True
        """False where the section's page leads no further: lists of the whole site are then read,
        and more of what may belong is looked at."""
        self.elsewhere: frozenset[str] = frozenset()
        """Addresses of other sections: what a list of the whole site names below is theirs."""
        self.timed: dict[str, Link] = {}
        """What feeds date with a time, by address: a page may be asked for before they are read."""

    def dated(self, link: Link) -> Link:
        """A link with the time by which a feed dated it after it was handed out."""
        told = self.timed.get(link.url)
        return link if told is None else dated_by(link, told)

    async def save(self, links: Sequence[Link], home: str) -> int:
        """Save the links of one listing page; how many were new to the source. A sitemap holds
        fifty thousand: other crawls write between its parts."""
        source_id, now = self.visit.source.id, datetime.now(UTC)
        self.timed.update((link.url, link) for link in filter(is_timed, links))

        def save(session: Session, part: Sequence[Link]) -> int:
            wanted = [link for link in part if self._wanted(link, home)]
            left = [(link, why) for link in wanted if (why := self._left(link))]
            write.leave_links(session, source_id, left, now)
            apart = {link.url for link, _ in left}
            chosen = [link for link in wanted if link.url not in apart]
            return write.save_links(session, source_id, chosen, now).new

        new = 0
        for at in range(0, len(links), WRITTEN_AT_ONCE):
            part = links[at : at + WRITTEN_AT_ONCE]
            new += await self.visit.database.write(partial(save, part=part))
        return new

    async def old(self, url: str, links: Sequence[Link]) -> Collection[str]:
        """Those of the links that were known when the listing was last gone through whole."""
        source_id = self.visit.source.id
        urls = [link.url for link in links]

        def known(session: Session) -> Collection[str]:
            row = read.listing(session, source_id, url)
            if row is None or row.checked_at is None:
                return ()
            return read.known_urls(session, source_id, urls, before=row.checked_at)

        if self.visit.request.backfill or self.visit.request.full:
            return ()
        return await self.visit.database.read(known)

    async def any_stored(self, urls: Collection[str]) -> bool:
        """Whether one of these URLs leads to an article that is stored."""
        if not urls:
            return False
        source_id = self.visit.source.id

        def stored(session: Session) -> bool:
            return bool(read.stored_links(session, source_id, urls))

        return await self.visit.database.read(stored)

    async def due(self, also: Sequence[str] = ()) -> list[DueLink]:
        """The links to ask for now, each handed out once, while few are under way; `also` are URLs
        of stored articles to ask for again. A request takes memory, and there may be a million of
        links."""
        if self.visit.exhausted() or (self.open >= UNDER_WAY and not also):
            return []
        self.visit.dead_lists.woke = False
        waiting = await self._waiting(also)
        certain = sum(due.link.certain for due in waiting)
        most = len(waiting) if also else UNDER_WAY - self.open
        chosen = self._take((due for due in waiting if due.link.certain), most)
        self.more = bool(chosen) and len(chosen) >= most
        self.visit.pending = certain - len(chosen)
        return chosen

    @property
    def has_more(self) -> bool:
        """Whether `due` may have more links, which it held back while what it gave was under way:
        many, or those of a list that seemed to lead nowhere."""
        few = UNDER_WAY // 2 if self.more else UNDER_WAY
        return (self.more or self.visit.dead_lists.woke) and self.open < few

    async def uncertain(self) -> list[DueLink]:
        """Links that may belong to the section, in bounded number; their pages decide. To be asked
        for when the listings are read: what they name meanwhile is certain.

        What leads the section comes first, then what looks most like the articles found so far,
        then what the list calls as articles are called.
        """
        waiting = [due for due in await self._waiting() if not due.link.certain]
        waiting = [due for due in waiting if self._may_be_article(due)]
        waiting.sort(key=lambda due: words_in(due.link.title or "") < HEADLINE)
        waiting.sort(key=lambda due: url_shape(due.link.url) not in self.visit.memory.shapes)
        waiting.sort(key=lambda due: due.link.url not in self.visit.leads)
        most = self.visit.settings.uncertain_links // (BESIDE if self.paginated else 1)
        most *= MORE_WITH_BACKFILL if self.visit.request.backfill else 1
        chosen = self._take(waiting, most - self.uncertain_asked)
        self.uncertain_asked += len(chosen)
        return chosen

    async def leave_uncertain(self) -> None:
        """Settle the links that only lists beside the section's name: they are not of it. They
        are taken up again if one day the section's own list names them. What this visit found no
        time to look at waits for the next, unless a list of the whole site names it."""
        source_id, now = self.visit.source.id, datetime.now(UTC)
        detail = "only a list beside the section's names it"

        def leave(session: Session, after: int) -> int | None:
            """Settle a part; the last link that was looked at, None where there was none."""
            found = read.uncertain_links(
                session, source_id, now, after=after, limit=WRITTEN_AT_ONCE
            )
            looked_at = (due for due in found if self._recent(due.link))
            left = [due.id for due in looked_at if not self._waits(due)]
            write.reject_links(session, left, Reason.OUT_OF_SECTION, detail, now)
            return found[-1].id if found else None

        after: int | None = 0
        while after is not None:
            after = await self.visit.database.write(partial(leave, after=after))

    def _waits(self, due: DueLink) -> bool:
        """Whether an uncertain link may still be looked at by a later visit."""
        return due.link.kind is ListingKind.SECTION and self._may_be_article(due)

    async def _waiting(self, also: Sequence[str] = ()) -> list[DueLink]:
        """What is pending and was not handed out by this visit."""
        source_id, now = self.visit.source.id, datetime.now(UTC)

        def pending(session: Session) -> list[DueLink]:
            most = AT_ONCE + len(self.asked)
            dead = self.visit.dead_lists.found
            found = read.pending_links(
                session, source_id, now, most, apart_from=dead, since=self.visit.since
            )
            again = read.stored_links(session, source_id, also)
            return found + [due for due in again if self._recent(due.link)]

        found = await self.visit.database.read(pending)
        while self.pattern is not None and await self._leave_unmatched(found):
            found = await self.visit.database.read(pending)
        return [due for due in found if due.id not in self.asked]

    async def _leave_unmatched(self, waiting: Sequence[DueLink]) -> bool:
        """Settle what an earlier visit left and the source's file chooses no more; whether there
        was any."""
        assert self.pattern is not None
        left = [
            due.id
            for due in waiting
            if due.article_id is None and not chooses(self.pattern, due.link.url)
        ]
        if left:
            reason, detail = NOT_CHOSEN.reason, NOT_CHOSEN.detail
            now = datetime.now(UTC)
            await self.visit.database.write(
                lambda session: write.reject_links(session, left, reason, detail, now)
            )
        return bool(left)

    def _take(self, waiting: Iterable[DueLink], most: int) -> list[DueLink]:
        """Hand out so many of these links at most."""
        chosen: list[DueLink] = []
        for due in waiting:
            if self._enough() or len(chosen) >= most:
                break
            if not self.visit.dead_lists.take(due):
                continue
            self.asked.add(due.id)
            chosen.append(due)
        self.open += len(chosen)
        return chosen

    def _may_be_article(self, due: DueLink) -> bool:
        """Whether a link of a list beside the section's looks like an article: like those found
        in the section, once there are some, and by its address alone until then."""
        memory = self.visit.memory
        of_site = due.link.kind in (ListingKind.FEED, ListingKind.SITEMAP)
        if of_site and not self.elsewhere.isdisjoint(addresses_above(listing_key(due.link.url))):
            return False
        if due.link.kind is ListingKind.SECTION and memory.articles >= KNOWS_SHAPES:
            return url_shape(due.link.url) in memory.shapes
        return article_likeness(due.link.url) >= MAY_BE_ARTICLE

    def _enough(self) -> bool:
        """True where as many links are asked for as may still become new articles."""
        limit = self.visit.request.limit
        if limit is None:
            return False
        missed = sum(self.visit.outcomes.values()) - self.visit.outcomes["new"]
        return len(self.asked) - missed >= limit

    def _wanted(self, link: Link, home: str) -> bool:
        here = same_site(link.url, home) or is_of_main_site(link.url, home)
        own = here or host_port(link.url) in self.visit.source.private_hosts
        return own and not acts(link.url)

    def _left(self, link: Link) -> Rejected | None:
        """Why a link is left alone, whatever list names it; None where it is not."""
        if self.pattern is not None and not chooses(self.pattern, link.url):
            return NOT_CHOSEN
        if self._recent(link):
            return None
        detail = f"its list dates it {link.published:%Y-%m-%d}, before {self.visit.since}"
        return Rejected(Reason.OLDER, detail)

    def _recent(self, link: Link) -> bool:
        since = self.visit.since
        if since is None or link.published is None:
            return True
        day = link.published.date() if isinstance(link.published, datetime) else link.published
        assert isinstance(day, date)
        return day >= since
