"""One answer of the WordPress REST API: a page of posts, or a category looked up by its slug."""

from __future__ import annotations

import json
from datetime import UTC, datetime
from typing import cast
from urllib.parse import parse_qsl, unquote, urlencode, urlsplit, urlunsplit

import lxml.html
from lxml import etree
from lxml.html import HtmlElement

from crawler.listings.belonging import is_whole_site
from crawler.listings.choice.anchors import squeeze
from crawler.listings.discovery import all_posts_url, posts_url
from crawler.listings.records import Listing
from pipeline.page.html import decode
from pipeline.records import Link, ListingKind, Page, Source
from pipeline.urls import canonical_url, same_site

LEAST_CAP = 10
"""Posts that an answer has at least where a site caps it: as many as WordPress gives unasked."""


def read_posts(page: Page, source: Source) -> Listing:
    """The posts of one answer as links; of an answer that names a category, `wordpress` holds the
    address of its posts.

    Posts are certain where the address asks for one category, or the source watches the whole site.
    `next_urls` holds the next page where the answer says, or its length suggests, that there is
    one. An error, or anything that is no such answer, gives an empty listing.
    """
    data = _read_json(page)
    if isinstance(data, dict):
        posts = _posts_of(data, page.final_url)
        return Listing(wordpress=(posts,) if posts else ())
    if not isinstance(data, list):
        return Listing()
    entries = [entry for entry in data if isinstance(entry, dict)]
    if entries and "slug" in entries[0] and "link" not in entries[0]:
        return Listing(wordpress=_category_posts(entries, page.final_url))
    asked = any(name.startswith("categories") for name, _ in _query(page.final_url))
    certain = asked or is_whole_site(source.section)
    terms = _asked_terms(page.final_url) if asked and source.section is not None else set()
    links: dict[str, Link] = {}
    others = set()
    for entry in entries:
        if link := _link(entry, page.final_url, certain):
            links[link.url] = link
            if terms and _is_of_others(entry, terms):
                others.add(link.url)
    return Listing(
        links=tuple(links.values()),
        next_urls=_next_page(page, len(entries)),
        others=frozenset(others),
    )


def _asked_terms(url: str) -> set[str]:
    """The ids of the categories that an address asks for."""
    return {v for n, v in _query(url) if n.startswith("categories") and "children" not in n}


def _is_of_others(entry: dict[str, object], terms: set[str]) -> bool:
    """Whether a post tells its categories, and none of those that were asked for."""
    of = entry.get("categories")
    return isinstance(of, list) and bool(of) and terms.isdisjoint(map(str, of))


def _read_json(page: Page) -> object:
    """What the answer holds, after what PHP may warn of before it; None where it is no JSON."""
    text = decode(page.body, "utf-8")[0]
    for start in (0, text.find("[{"), text.find("{")):
        try:
            return cast("object", json.loads(text[start:])) if start >= 0 else None
        except (ValueError, RecursionError):
            continue
    return None


def _posts_of(data: dict[str, object], asked: str) -> str | None:
    """Where the posts are that an answer leads to: the API's own front, or one category."""
    spaces = data.get("namespaces")
    if isinstance(spaces, list) and "wp/v2" in spaces:
        return all_posts_url(asked)
    root, found, _ = asked.partition("wp/v2/categories/")
    number = data.get("id")
    return posts_url(root, number) if found and isinstance(number, int) else None


def _link(entry: dict[str, object], found_in: str, certain: bool) -> Link | None:
    address = entry.get("link")
    url = canonical_url(address, found_in) if isinstance(address, str) else None
    if url is None or not same_site(url, found_in) or entry.get("type", "post") == "page":
        return None
    return Link(
        url=url,
        found_in=found_in,
        kind=ListingKind.WORDPRESS,
        title=_title(entry.get("title")),
        published=_published(entry),
        certain=certain,
    )


def _title(value: object) -> str | None:
    rendered = value.get("rendered") if isinstance(value, dict) else value
    if not isinstance(rendered, str) or not rendered.strip():
        return None
    try:
        element = cast("HtmlElement", lxml.html.fromstring(f"<div>{rendered}</div>"))
        return squeeze(element.text_content(), 1000) or None
    except (etree.LxmlError, ValueError):
        return None


def _published(entry: dict[str, object]) -> datetime | None:
    """`date_gmt` is in UTC without saying so; `date` is in the site's zone, which is not said."""
    for name in ("date_gmt", "date"):
        value = entry.get(name)
        if isinstance(value, str):
            try:
                moment = datetime.fromisoformat(value)
            except ValueError:
                continue
            return moment.replace(tzinfo=UTC) if name == "date_gmt" else moment
    return None


def _query(url: str) -> list[tuple[str, str]]:
    return parse_qsl(urlsplit(url).query, keep_blank_values=True)


def _next_page(page: Page, count: int) -> tuple[str, ...]:
    query = dict(_query(page.final_url))
    number = int(query["page"]) if query.get("page", "").isdecimal() else 1
    size = int(query["per_page"]) if query.get("per_page", "").isdecimal() else 10
    total = dict(page.headers).get("x-wp-totalpages", "")[:12]
    if not count or (number >= int(total) if total.isdecimal() else count < _fewest(count, size)):
        return ()
    query["page"] = str(number + 1)
    url = canonical_url(urlunsplit(urlsplit(page.final_url)._replace(query=urlencode(query))))
    return (url,) if url else ()


def _fewest(count: int, size: int) -> int:
    """Posts of a full answer to who asks for `size`: some sites give fewer at a time, whatever is
    asked for, and a round number then is as good as full."""
    return count if count >= LEAST_CAP and count % 5 == 0 else size


def _category_posts(entries: list[dict[str, object]], asked: str) -> tuple[str, ...]:
    """The posts of the category whose slug was asked for; the API's root is the address's."""
    root, found, _ = asked.partition("wp/v2/")
    slugs = {value.lower() for name, value in _query(asked) if name == "slug"}
    ids = [
        entry["id"]
        for entry in entries
        if isinstance(entry.get("id"), int) and unquote(str(entry.get("slug"))).lower() in slugs
    ]
    urls = (posts_url(root, number) for number in ids[:1] if isinstance(number, int))
    return tuple(urls) if found else ()
