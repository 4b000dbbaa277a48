"""One sitemap or sitemap index, plain, gzip or text; news sitemaps with title and date."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, date, datetime
from io import BytesIO

from lxml import etree

from crawler.listings.belonging import is_below
from crawler.listings.choice.anchors import squeeze
from crawler.listings.feed import ITEMS, read_item
from crawler.listings.moments import read_moment
from crawler.listings.records import Listing
from crawler.listings.safe_xml import GUARDS, ends_amid, inflated, local_name, mended, trimmed
from pipeline.page.html import decode
from pipeline.records import Link, ListingKind, Page, Source
from pipeline.url_shapes import is_file
from pipeline.urls import canonical_url, same_site

MAX_URLS = 50_000
"""Addresses of one sitemap, the protocol's own limit; one more is taken, which tells that there
are more."""

_NO_ARTICLES = re.compile(
    r"(?:taxonom|categor|(?:^|[/_-])(?:post_)?tags?\b|author|users?\b|image|video|product|profile)",
    re.IGNORECASE,
)


_PAGES = re.compile(r"(?<![a-z])page(s?)(?![a-z])", re.IGNORECASE)
_DIGITS = re.compile(r"\d+")


_ENTRIES = ITEMS | {"url", "sitemap"}
"""The protocol takes RSS and Atom for sitemaps, too."""


@dataclass(frozen=True, slots=True)
class _Entry:
    kind: str
    address: str
    changed: datetime | date | None = None
    published: datetime | date | None = None
    title: str | None = None


def read_sitemap(page: Page, source: Source, section_name: str | None = None) -> Listing:
    """The addresses of one sitemap as links, the last changed first; an index gives `sitemaps`.

    Links are certain only where their address lies below the section's own, for a sitemap is of
    the whole site, or where the source has no section. Sitemaps of an index that by their name
    list terms, authors or media are left out, or pages beside posts, and so are addresses of other
    sites. Bytes that are no sitemap give an empty listing. `section_name` is what the section's
    page calls it.
    """
    data = trimmed(inflated(page.body))
    entries = sorted(_entries(data), key=_newest_first)
    sitemaps: list[str] = []
    links: dict[str, Link] = {}
    for entry in entries:
        url = canonical_url(entry.address, page.final_url)
        if url is None or not same_site(url, page.final_url) or url == page.final_url:
            continue
        if entry.kind == "sitemap":
            if not _NO_ARTICLES.search(url.rpartition("/")[2]):
                sitemaps.append(url)
        elif not is_file(url) and url not in links:
            links[url] = Link(
                url=url,
                found_in=page.final_url,
                kind=ListingKind.SITEMAP,
                title=entry.title,
                published=entry.published,
                section=section_name,
                certain=source.section is None or is_below(url, source.section),
            )
    return Listing(
        links=tuple(links.values()), sitemaps=_without_pages(sitemaps), cut=ends_amid(data)
    )


def _without_pages(sitemaps: list[str]) -> tuple[str, ...]:
    """Sitemaps without those of a site's standing pages, whom it is by and how it is reached: the
    ones that are named as another is, «page-sitemap.xml» beside «post-sitemap.xml». The pages of
    «sitemap-page-2.xml» alone are the index's own."""
    names = {url: _DIGITS.sub("", url.rpartition("/")[2]).lower() for url in sitemaps}
    known = {*names.values()}

    def is_beside_posts(name: str) -> bool:
        posts = _PAGES.sub(r"post\1", name)
        return posts != name and posts in known

    return tuple(url for url, name in names.items() if not is_beside_posts(name))


def _newest_first(entry: _Entry) -> float:
    when = entry.published or entry.changed
    if when is None:
        return 0.0
    if not isinstance(when, datetime):
        when = datetime(when.year, when.month, when.day, tzinfo=UTC)
    return -(when if when.tzinfo else when.replace(tzinfo=UTC)).timestamp()


def _entries(data: bytes) -> Iterator[_Entry]:
    if b"<" not in data[:512]:
        yield from _text_entries(data)
        return
    found = 0
    context = etree.iterparse(BytesIO(mended(data)), events=("end",), **GUARDS)
    try:
        for _, element in context:
            name = local_name(element)
            if name not in _ENTRIES or namespace_is_media(element):
                continue
            entry = _of_feed(element) if name in ITEMS else _entry(name, element)
            element.clear(keep_tail=False)
            parent = element.getparent()
            while parent is not None and element.getprevious() is not None:
                del parent[0]
            if entry is not None:
                yield entry
                found += 1
            if found > MAX_URLS:
                return
    except etree.XMLSyntaxError:
        return


def _of_feed(element: etree._Element) -> _Entry | None:
    item = read_item(element)
    if not item.url:
        return None
    return _Entry("url", item.url, published=item.published, title=item.title)


def namespace_is_media(element: etree._Element) -> bool:
    """True for the `url`-like elements of the image and video extensions."""
    tag = element.tag if isinstance(element.tag, str) else ""
    return "sitemap-image" in tag or "sitemap-video" in tag


def _entry(kind: str, element: etree._Element) -> _Entry | None:
    values: dict[str, str] = {}
    for child in element.iter():
        if namespace_is_media(child):
            continue
        name = local_name(child)
        if name in {"loc", "lastmod", "publication_date", "title"} and child.text:
            values.setdefault(name, squeeze(child.text, 2048))
    if not values.get("loc"):
        return None
    return _Entry(
        kind=kind,
        address=values["loc"],
        changed=read_moment(values.get("lastmod")),
        published=read_moment(values.get("publication_date")),
        title=values.get("title"),
    )


def _text_entries(data: bytes) -> Iterator[_Entry]:
    lines = decode(data, "utf-8")[0].splitlines() if data.strip() else []
    for line in lines[: MAX_URLS + 1]:
        if line.startswith(("http://", "https://")):
            yield _Entry("url", line.strip())
