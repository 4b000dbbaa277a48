"""What reading one listing gives."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from pipeline.records import Link


@dataclass(frozen=True, slots=True)
class MoreForm:
    """What a "load more" button posts: fields, and one more that counts.

    `number` is the counter's value; it grows by `step` from one part to the next, or, where that is
    0, by as many entries as came. `as_json` is True where the fields are sent as a JSON object,
    `by_get` where they are parameters of the address. With `by_last` the counter is the number of
    the last entry that came. Without a counter it is what a page's pager sends, and each answer is
    a page with a pager of its own.
    """

    url: str
    fields: tuple[tuple[str, str], ...]
    counter: str | None = None
    number: int = 0
    step: int = 0
    as_json: bool = False
    by_get: bool = False
    by_last: bool = False

    def after(self, urls: Sequence[str]) -> MoreForm:
        """The form for what follows an answer with these entries."""
        if self.by_last:
            return replace(self, number=number_of(urls[-1]) or self.number) if urls else self
        return replace(self, number=self.number + (self.step or len(urls)))


def number_of(url: str) -> int | None:
    """The number that tells an article from others by its address, the longest; None without."""
    numbers = re.findall(r"\d{1,15}", url.partition("://")[2].partition("/")[2])
    return int(max(numbers, key=len)) if numbers else None


@dataclass(frozen=True, slots=True)
class Listing:
    """The links of one listing page, and where else to look.

    `links` hold each URL once, in the page's order. `next_urls` are further pages of the same
    listing, the nearest first; they may lead to pages that do not exist. `tries` is what may give
    more of the list where they do not: what "load more" posts, and addresses that the page does not
    name. `parts` are listings of parts of the section. `feeds` are feeds of this
    section alone, `site_feeds` those of the whole site; `sitemaps` are the site's; `wordpress` are
    URLs for `wordpress.read_posts`. `name` is the section's name as the page heads it and
    `language` the page's own statement (ISO 639-1), None where it makes none. `ttl_s` is how
    many seconds a feed asks to be left alone, None where it does not. `looks` tells a section's
    main list from others on its further pages, None where there is none. `made` is how addresses
    are made of what the page's data says of an article ("…/news/{id}"), None where that is unknown.
    `leads` are those of the links, not certain, that stand before the page's heading. `elsewhere`
    are the addresses of other sections in the menus below which nothing of this one lies.
    `others` are the posts of an answer about one category that say that they are in others: in
    categories below it, or a cache that knows addresses by their path alone gave another answer.
    `nameless` is how many items of a feed name no address; `cut` is true of a feed or a sitemap
    that ends amid itself, `more` of a page with more links than are taken of one.
    """

    links: tuple[Link, ...] = ()
    next_urls: tuple[str, ...] = ()
    feeds: tuple[str, ...] = ()
    site_feeds: tuple[str, ...] = ()
    sitemaps: tuple[str, ...] = ()
    wordpress: tuple[str, ...] = ()
    name: str | None = None
    language: str | None = None
    tries: tuple[str | MoreForm, ...] = ()
    parts: tuple[str, ...] = ()
    ttl_s: float | None = None
    looks: str | None = None
    made: str | None = None
    leads: frozenset[str] = frozenset()
    elsewhere: frozenset[str] = frozenset()
    others: frozenset[str] = frozenset()
    nameless: int = 0
    cut: bool = False
    more: bool = False

    def renamed(self, names: Mapping[str, str]) -> Listing:
        """The same with some links under other URLs, each of them still once."""
        if not names:
            return self
        links = {names.get(each.url, each.url): each for each in reversed(self.links)}
        return replace(
            self,
            links=tuple(replace(each, url=url) for url, each in reversed(links.items())),
            leads=frozenset(names.get(url, url) for url in self.leads),
            others=frozenset(names.get(url, url) for url in self.others),
        )

    @property
    def leads_on(self) -> bool:
        """Whether anything is named that could be asked for next."""
        named = (
            self.links,
            self.next_urls,
            self.feeds,
            self.site_feeds,
            self.wordpress,
            self.parts,
        )
        return any(named)


@dataclass(frozen=True, slots=True)
class SectionLink:
    """One section that a home page leads to. `technology` is True where its name says so."""

    url: str
    name: str
    technology: bool = False
