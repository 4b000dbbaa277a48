"""The next page that an answer's headers name (RFC 8288): «Link: <…>; rel="next"»."""

from __future__ import annotations

import re

from crawler.listings.pagination import listing_key
from pipeline.records import Page
from pipeline.urls import canonical_url, same_site

MAX_HEADER = 4_000
"""Letters of such a header that are read."""

_LINK = re.compile(r"<([^<>\s]{1,2000})>\s*;([^<]{1,500})")
_IS_NEXT = re.compile(r"(?:[^;]*;)*?\s*rel\s*=\s*[\"']?(?:[\w-]+ )*next(?![\w-])", re.IGNORECASE)


def next_in_headers(page: Page, keys: frozenset[str]) -> tuple[str, ...]:
    """The next pages that a page's headers name, if they are of this listing, whose names (see
    `listing_key`) are `keys`: WordPress names there what its pages are in its API, too."""
    told = (value[:MAX_HEADER] for name, value in page.headers if name.lower() == "link")
    named = (
        canonical_url(link[1], page.final_url)
        for value in told
        for link in _LINK.finditer(value)
        if _IS_NEXT.match(link[2])
    )
    return tuple(
        url for url in named if url and same_site(url, page.final_url) and listing_key(url) in keys
    )
