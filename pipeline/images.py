"""The main image of an article: an absolute http URL, no picture of the house's own."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import Any

from pipeline.declared.jsonld import Node, by_id, types_of
from pipeline.declared.metadata import Metadata
from pipeline.page.html import Document
from pipeline.pictures.house import HousePictures
from pipeline.pictures.shown import shown_pictures
from pipeline.records import Origin
from pipeline.urls import absolute, is_unfilled, leads_inside, split_url

MAX_URL_CHARS = 2000

_PICTURE_FILE = re.compile(r"\.(?:jpe?g|jfif|png|webp|gif|avif|bmp|svg)(?:$|[?#])", re.IGNORECASE)
_DOUBLED = re.compile(r"https?:/+[^/?#]*?(https?:/+.*)", re.IGNORECASE | re.DOTALL)
"""An address that a template wrote a second host before."""
_SLASHES = re.compile(r"^(https?:)/{3,}", re.IGNORECASE)


def extract_image(doc: Document, meta: Metadata, title: str | None = None) -> str | None:
    """The image that the page gives for its article, or shows first in it; None where it has none.

    The house's own pictures are none: its logo, and what stands in where an article has no picture.
    """
    house = HousePictures(doc, meta)
    marked: str | None = None
    for value in _declared(doc, meta):
        url = _address(value, doc)
        if url is None or house.is_one(url):
            continue
        if not _MARKED.search(url):
            return url
        marked = marked or url
    shown = (_address(value, doc) for value in shown_pictures(doc, meta, title) if not marked)
    return marked or next((url for url in shown if url and not house.is_one(url)), None)


_MARKED = re.compile(r"logo|watermark", re.IGNORECASE)
"""What a picture may be called that shows a logo, its house's perhaps, which some lay over those
for sharing: where the page gives another one, that is taken."""


def _declared(doc: Document, meta: Metadata) -> Iterator[str]:
    """What the page says in its head, what it gives for sharing first."""
    found = [c for c in meta.images if c.origin is not Origin.JSON_LD]
    yield from (c.value for c in found if c.key.startswith(("og:", "twitter:")))
    yield from _of_article(meta)
    yield from (c.value for c in found if not c.key.startswith(("og:", "twitter:")))
    for element in doc.all_of("link"):
        if (element.get("rel") or "").lower() == "image_src" and element.get("href"):
            yield str(element.get("href"))


def _of_article(meta: Metadata) -> Iterator[str]:
    """The pictures of JSON-LD's article, and those of the page's own node."""
    known = by_id(meta.nodes)
    for key in ("image", "thumbnailUrl"):
        yield from _addresses(meta.article.get(key), known)
    for node in meta.nodes:
        if "WebPage" in types_of(node):
            yield from _addresses(node.get("primaryImageOfPage"), known)


def _addresses(value: Any, known: Mapping[str, Node]) -> Iterator[str]:
    """The addresses that a value of JSON-LD gives for pictures, those of nodes `known` by their
    `@id` among them. The name of one is its caption."""
    if isinstance(value, str):
        yield value
    elif isinstance(value, list):
        for item in value[:20]:
            yield from _addresses(item, known)
    elif isinstance(value, dict):
        node: Node = value
        if not (node.get("url") or node.get("contentUrl")):
            node = known.get(str(value.get("@id") or ""), value)
        for key in ("url", "contentUrl", "@id"):
            given = node.get(key)
            if isinstance(given, str) and given and (key != "@id" or _PICTURE_FILE.search(given)):
                yield given
                return


def _address(value: str, doc: Document) -> str | None:
    """A picture's address, absolute; None for what is none: a page, a caption, what a template did
    not fill, a host that nobody else reaches."""
    value = value.strip()
    if not value or value.startswith("data:") or len(value) > MAX_URL_CHARS:
        return None
    if doubled := _DOUBLED.fullmatch(value):
        value = doubled[1]
    value = _SLASHES.sub(r"\1//", value)
    is_named = _PICTURE_FILE.search(value)
    if is_unfilled(value) or (" " in value and not is_named and not value.startswith("http")):
        return None
    url = absolute(value, doc.base).replace(" ", "%20")
    parts = split_url(url)
    if parts.scheme not in ("http", "https") or not parts.hostname or leads_inside(url, doc.url):
        return None
    return url if parts.path.strip("/") and (parts.query or parts.path[-1] != "/") else None
