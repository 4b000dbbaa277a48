"""One feed: RSS 0.9x, 1.0, 2.0, Atom or JSON Feed. What an item says is kept as a candidate."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, datetime
from itertools import islice
from typing import cast

import lxml.html
from lxml import etree
from lxml.html import HtmlElement

from crawler.listings.belonging import is_below, names_section, section_names
from crawler.listings.choice.anchors import squeeze
from crawler.listings.moments import read_moment
from crawler.listings.own_feeds import check_no_page, is_own_feed
from crawler.listings.records import Listing
from crawler.listings.safe_xml import (
    ends_amid,
    inflated,
    local_name,
    namespace,
    parse_xml,
    trimmed,
)
from crawler.listings.ttl import read_ttl_s
from pipeline.page.html import decode
from pipeline.records import Link, ListingKind, Page, Source
from pipeline.url_shapes import is_file
from pipeline.urls import canonical_url, same_site

MAX_ITEMS = 5000
"""Items taken from one feed."""

MAX_PARTS = 200
"""Elements of a broken item among which its fields are looked for."""
MAX_FIELD = 1000
"""Characters of a title or name that are read."""

_XML_BASE = "{http://www.w3.org/XML/1998/namespace}base"

_MARKUP = re.compile(r"<[a-zA-Z/!][^>]*>|&(?:#\d+|#x[0-9a-fA-F]+|\w+);")
_RSS_AUTHOR = re.compile(r"^\S+@\S+\s*\((.+)\)$")
_EMAIL = re.compile(r"\S+@\S+")


@dataclass(frozen=True, slots=True)
class Item:
    """One entry of a feed as written, whatever the format. Addresses are not yet resolved."""

    url: str | None
    base: str | None = None
    title: str | None = None
    authors: tuple[str, ...] = ()
    published: datetime | date | None = None
    categories: tuple[str, ...] = ()


def read_feed(
    page: Page, source: Source, section_name: str | None = None, *, own: bool = False
) -> Listing:
    """The items of one feed as links, each URL once.

    A feed that the source file names, whose address names the section, or that is the section's
    `own` by what its page says (`Listing.feeds`), is certain, and each where the section is the
    whole site. Of a feed for the whole site only
    items are whose categories name the section (`section_name`, or the last part of its address)
    or whose address lies below it. Bytes that are no feed give an empty listing. Raises
    `UnusablePage` for a page of HTML that the source's file gives as a feed.
    """
    feed = _read_json(page) or _read_xml(page)
    if feed is None:
        check_no_page(page, source)
        return Listing()
    whole = own or is_own_feed(page, source)
    names = section_names(source.section, section_name)
    links: dict[str, Link] = {}
    nameless = 0
    for item in islice(feed.items, MAX_ITEMS):
        nameless += not item.url
        url = _item_url(item, feed.base, page.final_url)
        if url is None or url in links:
            continue
        certain = whole or names_section(item.categories, names) or is_below(url, source.section)
        links[url] = Link(
            url=url,
            found_in=page.final_url,
            kind=ListingKind.FEED,
            title=item.title,
            authors=item.authors,
            published=item.published,
            tags=item.categories,
            section=section_name,
            certain=certain,
        )
    base = canonical_url(feed.base, page.final_url) if feed.base else None
    next_url = canonical_url(feed.next_url, base or page.final_url) if feed.next_url else None
    follows = next_url is not None and next_url != page.final_url
    return Listing(
        links=tuple(links.values()),
        next_urls=(next_url,)
        if next_url and follows and same_site(next_url, page.final_url)
        else (),
        name=feed.title,
        language=feed.language,
        ttl_s=feed.ttl_s,
        nameless=nameless,
        cut=feed.cut,
    )


@dataclass(frozen=True, slots=True)
class _Feed:
    items: Iterator[Item]
    title: str | None
    language: str | None
    base: str | None
    next_url: str | None
    ttl_s: float | None = None
    cut: bool = False


def _item_url(item: Item, base: str | None, page_url: str) -> str | None:
    if not item.url:
        return None
    outer = canonical_url(base, page_url) if base else None
    inner = canonical_url(item.base, outer or page_url) if item.base else outer
    for against in (inner, page_url):
        url = canonical_url(item.url, against or page_url)
        if url and same_site(url, page_url) and not is_file(url):
            return url
    return None


# JSON Feed ------------------------------------------------------------------------------------


def _read_json(page: Page) -> _Feed | None:
    if not page.body[:64].lstrip(b"\xef\xbb\xbf \t\r\n").startswith(b"{"):
        return None
    try:
        data = json.loads(decode(page.body, "utf-8")[0])
    except (ValueError, RecursionError):
        return None
    if not isinstance(data, dict) or not isinstance(data.get("items"), list):
        return None
    return _Feed(
        items=(_json_item(entry) for entry in data["items"] if isinstance(entry, dict)),
        title=_text(data.get("title")),
        language=_language(data.get("language")),
        base=_text(data.get("home_page_url")),
        next_url=_text(data.get("next_url")),
    )


def _json_item(entry: dict[str, object]) -> Item:
    identity = _text(entry.get("id"))
    many = entry.get("authors")
    authors = many if isinstance(many, list) else [entry.get("author")]
    tags = entry.get("tags")
    return Item(
        url=_text(entry.get("url")) or (identity if identity and "/" in identity else None),
        title=_text(entry.get("title")),
        authors=_unique(_text(one.get("name")) for one in authors if isinstance(one, dict)),
        published=read_moment(_text(entry.get("date_published"))),
        categories=_unique(_text(tag) for tag in (tags if isinstance(tags, list) else [])),
    )


# RSS and Atom ---------------------------------------------------------------------------------


def _read_xml(page: Page) -> _Feed | None:
    root = parse_xml(page.body, page.charset)
    if root is None or local_name(root) not in {"rss", "rdf", "feed", "channel"}:
        return None
    channel = root if local_name(root) == "feed" else next(_named(root, "channel"), root)
    own = {local_name(child): child for child in reversed(channel) if not _is_media(child)}
    links = [child for child in channel if local_name(child) == "link"]
    home = next(
        (_link_value(one) for one in links if one.get("rel", "alternate") == "alternate"), None
    )
    following = next((one.get("href") for one in links if one.get("rel") == "next"), None)
    language = own["language"].text if "language" in own else _xml_language(channel)
    return _Feed(
        items=(read_item(element) for element in root.iter() if local_name(element) in ITEMS),
        title=_plain(own["title"]) if "title" in own else None,
        language=_language(language),
        base=channel.get(_XML_BASE) or root.get(_XML_BASE) or home,
        next_url=following,
        ttl_s=read_ttl_s(own.values()),
        cut=ends_amid(trimmed(inflated(page.body))),
    )


ITEMS = frozenset({"item", "entry"})
"""What RSS and Atom call one article."""


def read_item(element: etree._Element) -> Item:
    """One item of RSS or entry of Atom."""
    fields = _fields_of(element, element)
    if fields.keys().isdisjoint(("link", "guid", "id")):
        # Behind a tag that nobody closed («<br>») the item's fields are read as parts of it.
        fields = _fields_of(element, islice(element.iterdescendants(), MAX_PARTS)) | fields
    dates = (fields.get(name, []) for name in ("pubdate", "published", "issued", "date", "created"))
    written = next((found[0] for found in dates if found), None)
    title = next(iter(fields.get("title", [])), None)
    return Item(
        url=_item_address(element, fields),
        base=element.get(_XML_BASE),
        title=_plain(title) if title is not None else None,
        authors=_unique(
            _author(one) for name in ("creator", "author") for one in fields.get(name, [])
        ),
        published=read_moment(written.text) if written is not None else None,
        categories=_unique(
            _text(one.get("label") or one.get("term")) or _plain(one)
            for name in ("category", "subject")
            for one in fields.get(name, [])
        ),
    )


_Fields = dict[str, list[etree._Element]]


def _fields_of(item: etree._Element, elements: Iterable[etree._Element]) -> _Fields:
    """An item's fields by name, those of media and of further items left out."""
    fields: _Fields = {}
    for element in elements:
        above = element.iterancestors()
        if next((each for each in above if local_name(each) in ITEMS), None) is not item:
            continue
        if not _is_media(element):
            fields.setdefault(local_name(element), []).append(element)
    return fields


def _item_address(element: etree._Element, fields: dict[str, list[etree._Element]]) -> str | None:
    """The first that is there: the link behind a feed proxy, the link, a guid or id that is an
    address, the `rdf:about` of RSS 1.0."""
    for link in fields.get("origlink", []):
        if _text(link.text):
            return _text(link.text)
    for link in fields.get("link", []):
        if link.get("rel", "alternate") == "alternate":
            value = _link_value(link)
            if value:
                return value
    for guid in (*fields.get("guid", []), *fields.get("id", [])):
        value = _text(guid.text)
        if value and guid.get("isPermaLink", "true").lower() != "false" and "/" in value:
            return value if not value.startswith(("tag:", "urn:")) else None
    return next((str(v) for k, v in element.attrib.items() if str(k).endswith("}about")), None)


def _link_value(link: etree._Element) -> str | None:
    return _text(link.get("href")) or _text(link.text) or _text(link.tail)


def _author(element: etree._Element) -> str | None:
    name = next((_plain(child) for child in element if local_name(child) == "name"), None)
    text = name or (_plain(element) if len(element) == 0 else None)
    if not text:
        return None
    found = _RSS_AUTHOR.match(text)
    text = found[1] if found else _EMAIL.sub("", text).strip(" ()<>")
    return text or None


def _plain(element: etree._Element) -> str | None:
    """The element's text, with the markup that feeds put into titles, escaped or not, taken out."""
    text = "".join(map(str, islice(element.itertext(), 100)))[: 4 * MAX_FIELD]
    for _ in range(2):
        if not _MARKUP.search(text):
            break
        try:
            text = cast("HtmlElement", lxml.html.fromstring(f"<div>{text}</div>")).text_content()
        except (etree.LxmlError, ValueError):
            break
    return squeeze(text, MAX_FIELD) or None


def _named(root: etree._Element, name: str) -> Iterator[etree._Element]:
    return (child for child in root if local_name(child) == name)


def _is_media(element: etree._Element) -> bool:
    uri = namespace(element).lower()
    return "mrss" in uri or uri in {"media", "itunes"} or "itunes" in uri or "googleplay" in uri


def _xml_language(element: etree._Element) -> str | None:
    value = element.get("{http://www.w3.org/XML/1998/namespace}lang")
    return str(value) if value else None


def _language(value: object) -> str | None:
    text = _text(value)
    return text.lower().replace("_", "-").partition("-")[0] if text else None


def _text(value: object) -> str | None:
    return squeeze(value, MAX_FIELD) or None if isinstance(value, str) else None


def _unique(values: Iterator[str | None]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(value for value in islice(values, 50) if value))
