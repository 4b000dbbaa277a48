"""Sites that move between http and https, or to www. and back: their articles are known already."""

from __future__ import annotations

from sqlalchemy.orm import Session

from crawler.listings.records import Listing
from crawler.visit import Visit
from db import read
from pipeline.urls import other_origins


class MovedHosts:
    """What a source knows under other forms of its host's name."""

    def __init__(self, visit: Visit) -> None:
        self.visit = visit
        self._others: dict[str, list[str]] = {}
        """Other forms of an origin, those that the source knows links of."""

    async def as_known(self, listing: Listing) -> Listing:
        """The listing, its links by the addresses by which the source knows them: what is known by
        none keeps its own."""
        source_id = self.visit.source.id
        urls = [link.url for link in listing.links]

        def known(session: Session) -> dict[str, str]:
            forms = {url: self._forms(session, url) for url in urls}
            if not any(forms.values()):
                return {}
            new = set(urls) - read.known_urls(session, source_id, urls)
            asked = [form for url in new for form in forms[url]]
            found = read.known_urls(session, source_id, asked)
            return {url: form for url in new for form in forms[url] if form in found}

        return listing.renamed(await self.visit.database.read(known))

    def _forms(self, session: Session, url: str) -> list[str]:
        origin = "/".join(url.split("/", 3)[:3])
        if origin not in self._others:
            self._others[origin] = [
                other
                for other in other_origins(origin)
                if read.knows_below(session, self.visit.source.id, other)
            ]
        return [other + url[len(origin) :] for other in self._others[origin]]
