"""Which sources a page may be of, by its address."""

from __future__ import annotations

from collections.abc import Iterable
from urllib.parse import urlsplit

from pipeline.records import Source
from pipeline.urls import site_of


class Routes:
    """The sources by their sites."""

    def __init__(self, sources: Iterable[Source]) -> None:
        self._by_site: dict[str, tuple[Source, ...]] = {}
        for source in sources:
            for site in _sites(source):
                self._by_site[site] = (*self._by_site.get(site, ()), source)

    def of(self, url: str) -> tuple[Source, ...]:
        """The sources whose site an address is of; none where nobody watches it."""
        return self._by_site.get(site_of(url), ())


def watches_whole_site(source: Source) -> bool:
    """Whether every article of the site is of the source: its section is the home page, or it names
    none."""
    if source.section is None:
        return True
    parts = urlsplit(source.section)
    return parts.path in ("", "/") and not parts.query


def _sites(source: Source) -> set[str]:
    """The site of the section; of the lists, where there is no section."""
    if source.section:
        return {site_of(source.section)}
    return {site_of(url) for url in (*source.feeds, *source.sitemaps, *source.wordpress)}
