"""Parameters of a site's addresses that choose nothing, as those that number each showing of a link
(`?ref=81723`): which they are, the site's own articles tell."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Collection, Mapping

from sqlalchemy.orm import Session

from crawler.listings.records import Listing
from crawler.visit import Visit
from db import read
from db.identity import addresses_of_articles, urls_with_parameters

ENOUGH = 3
"""Articles under several addresses that tell of a parameter: one may be stored twice by a slip."""
LOOKED_AT = 500
"""Links with parameters, the newest, that tell which of them choose nothing."""


class IdleParameters:
    """What a source knows of its articles under addresses that differ in such parameters alone."""

    def __init__(self, visit: Visit) -> None:
        self.visit = visit
        self._names: frozenset[str] | None = None

    async def as_known(self, listing: Listing) -> Listing:
        """The listing, its links by the addresses by which the source knows them: what is known by
        none keeps its own."""
        source_id = self.visit.source.id
        urls = [link.url for link in listing.links if "?" in link.url]
        if not urls or self._names == frozenset():
            return listing

        def known(session: Session) -> dict[str, str]:
            new = set(urls) - read.known_urls(session, source_id, urls)
            if new and self._names is None:
                self._names = idle_names(addresses_of_articles(session, source_id, LOOKED_AT))
            names = self._names or frozenset()
            plain = {url: without(url, names) for url in new}
            plain = {url: form for url, form in plain.items() if form != url}
            if not plain:
                return {}
            wanted = set(plain.values())
            found = {form: form for form in read.known_urls(session, source_id, wanted)}
            for url in urls_with_parameters(session, source_id, names):
                if (form := without(url, names)) in wanted:
                    found.setdefault(form, url)
            return {url: found[form] for url, form in plain.items() if form in found}

        return listing.renamed(await self.visit.database.read(known))


def idle_names(addresses: Mapping[int, Collection[str]]) -> frozenset[str]:
    """The parameters in which addresses of one article differ, of several articles, and in which
    alone those of two articles never do. `addresses` are those of each article."""
    differ: Counter[str] = Counter()
    tells: Counter[str] = Counter()
    for urls in addresses.values():
        names = {name for url in urls for name in _names(url)}
        differ.update(_differing(urls))
        tells.update(n for n in names if len({without(url, {n}) for url in urls}) < len(urls))
    together = frozenset(name for name, count in differ.items() if count >= ENOUGH)
    if not _chooses(together, addresses):  # a session's number and one of each showing, at once
        return together
    alone = (name for name, count in tells.items() if count >= ENOUGH)
    return frozenset(name for name in alone if not _chooses({name}, addresses))


def _differing(urls: Collection[str]) -> set[str]:
    """The parameters that addresses of one path have with other values, or not all of them."""
    by_path: defaultdict[str, list[set[str]]] = defaultdict(list)
    for url in urls:
        path, _, query = url.partition("?")
        by_path[path].append(set(query.split("&")) - {""})
    found: set[str] = set()
    for first, *others in by_path.values():
        found |= {pair.partition("=")[0] for other in others for pair in first ^ other}
    return found


def _chooses(names: Collection[str], addresses: Mapping[int, Collection[str]]) -> bool:
    """Whether two articles have one address but for these parameters."""
    owners: dict[str, int] = {}
    return any(
        owners.setdefault(without(url, names), article) != article
        for article, urls in addresses.items()
        for url in urls
        if not _names(url).isdisjoint(names)
    )


def without(url: str, names: Collection[str]) -> str:
    """A URL without some of its parameters."""
    path, _, query = url.partition("?")
    kept = [pair for pair in query.split("&") if pair and pair.partition("=")[0] not in names]
    return f"{path}?{'&'.join(kept)}" if kept else path


def _names(url: str) -> set[str]:
    query = url.partition("?")[2]
    return {pair.partition("=")[0] for pair in query.split("&") if pair}
