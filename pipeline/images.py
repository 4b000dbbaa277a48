"""The main image of an article: an absolute http URL, no logo, no placeholder."""

from __future__ import annotations

import re
from collections.abc import Iterator
from urllib.parse import urlsplit

from pipeline.declared.metadata import Metadata
from pipeline.page.html import Document
from pipeline.urls import absolute

MAX_URL_CHARS = 2000

_NO_IMAGE = re.compile(
    r"(?:^|[/_.-])(?:logos?|placeholder|default[_-]?(?:image|og|share)?|blank|spacer|pixel|favicon|"
    r"avatar|sprite|no[_-]?image|og[_-]?(?:image|default))(?:[/_.-]|$)",
    re.IGNORECASE,
)


def extract_image(doc: Document, meta: Metadata) -> str | None:
    """The image that the page gives for its article; None where it gives none."""
    weak: str | None = None
    for value in _values(doc, meta):
        url = _absolute(doc.url, value)
        if url is None:
            continue
        if _NO_IMAGE.search(urlsplit(url).path):
            weak = weak or url
            continue
        return url
    return weak if weak and len(meta.images) > 0 and "logo" not in weak.lower() else None


def _values(doc: Document, meta: Metadata) -> Iterator[str]:
    shared = [c.value for c in meta.images if c.key.startswith(("og:", "twitter:"))]
    yield from shared
    yield from (c.value for c in meta.images if c.value not in shared)
    for element in doc.all_of("link"):
        if (element.get("rel") or "").lower() == "image_src" and element.get("href"):
            yield str(element.get("href"))
    for figure in doc.tree.xpath("//article//figure//img | //figure//img")[:1]:
        for name in ("data-src", "data-lazy-src", "src"):
            if figure.get(name):
                yield str(figure.get(name))
                break


def _absolute(base: str, value: str) -> str | None:
    value = value.strip()
    if not value or value.startswith("data:") or len(value) > MAX_URL_CHARS:
        return None
    url = absolute(value, base)
    parts = urlsplit(url)
    return url if parts.scheme in ("http", "https") and parts.hostname else None
