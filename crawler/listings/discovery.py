"""Where else a listing page says that articles are listed: feeds, sitemaps, WordPress's REST."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from urllib.parse import urlencode

from lxml.html import HtmlElement

from crawler.listings.belonging import is_whole_site
from crawler.listings.pagination import listing_key
from pipeline.urls import canonical_url, path_segments, same_site

FEED_TYPES = frozenset(
    {"application/rss+xml", "application/atom+xml", "application/rdf+xml", "application/feed+json"}
)
POSTS_PER_ANSWER = 100
"""The most posts that WordPress gives in one answer."""

_COMMENTS_FEED = re.compile(r"comment|تعليق|دیدگاه|kommentar|commentaire|comentario|yorum", re.I)
_CATEGORY_ROUTE = re.compile(r"/wp/v2/(categories|tags)/(\d{1,12})(?:$|[?&])")
_CATEGORY_CLASS = re.compile(r"(?:^|\s)category-(\d{1,12})(?:\s|$)")
_FEED_OF_ONE = re.compile(
    r"[?&](?:id_?)?(?:rubrique|cat|category|cat_?id|section|topic|channel|mot|tag)(?:_?id)?=\w",
    re.I,
)
"""A feed chosen by a parameter. It is the section's where the page names only one such."""

_FEED_WORD = re.compile(r"feed|rss|atom", re.IGNORECASE)
_FEED_PATH = re.compile(
    r"(?:/feed/?|/rss/?|\.rss|\.atom|/(?:rss|atom|feed|index)\.xml|\.atom\.xml)$"
)


@dataclass(frozen=True, slots=True)
class Sources:
    """Further lists that one page names; see `Listing`."""

    feeds: tuple[str, ...]
    site_feeds: tuple[str, ...]
    sitemaps: tuple[str, ...]
    wordpress: tuple[str, ...]


def find_sources(root: HtmlElement, base: str, section: str) -> Sources:
    """The feeds, sitemaps and REST addresses named in the head, and feed links of the page."""
    feeds: list[str] = []
    site_feeds: list[str] = []
    sitemaps: list[str] = []
    for link in root.iter("link"):
        rel = set((link.get("rel") or "").lower().split())
        url = canonical_url(link.get("href") or "", base)
        if url is None or not same_site(url, base):
            continue
        if "sitemap" in rel:
            sitemaps.append(url)
        elif (
            "alternate" in rel
            and (link.get("type") or "").lower() in FEED_TYPES
            and not _COMMENTS_FEED.search(f"{link.get('title') or ''} {url}")
        ):
            own = is_whole_site(section) or is_section_feed(url, section)
            (feeds if own else site_feeds).append(url)
    for anchor in root.iter("a"):
        href = anchor.get("href") or ""
        url = canonical_url(href, base) if _FEED_WORD.search(href) else None
        if (
            url
            and _FEED_PATH.search(url)
            and same_site(url, base)
            and is_section_feed(url, section)
        ):
            feeds.append(url)
    numbered = [url for url in site_feeds if _FEED_OF_ONE.search(url)]
    if len(set(numbered)) == 1:
        feeds += numbered
        site_feeds = [url for url in site_feeds if url not in numbered]
    return Sources(
        tuple(dict.fromkeys(feeds)),
        tuple(dict.fromkeys(site_feeds)),
        tuple(dict.fromkeys(sitemaps)),
        _wordpress(root, base, section),
    )


def is_section_feed(url: str, section: str) -> bool:
    """True where the feed's address names the section: below its path, or with its slug or id."""
    if listing_key(section).endswith(("/?", ":80?", ":443?")):
        return False
    query = section.partition("?")[2]
    if query:
        theirs = url.partition("?")[2]
        if "=" not in query and "/" in query:
            return f"/{query}/" in f"/{theirs}/"
        return set(query.split("&")) <= set(theirs.split("&"))
    own = [part.lower() for part in path_segments(section)]
    parts = [part.lower() for part in path_segments(url)]
    slug = re.sub(r"\.\w{2,5}$", "", own[-1]) if own else ""
    return bool(slug) and any(part.partition(".")[0] == slug for part in parts)


_NEWEST: Mapping[str, object] = {
    "per_page": POSTS_PER_ANSWER,
    "_fields": "link,date,date_gmt,title,categories",
}
"""What is asked of posts, the newest first."""


def posts_url(api: str, category: int) -> str:
    """The REST address of the newest posts of a category and the categories below it, as the
    category's page lists them. `api` is the root that the page names."""
    query: dict[str, object] = {
        "categories[terms]": category,
        "categories[include_children]": "true",
        **_NEWEST,
    }
    return _route(api, "wp/v2/posts", query)


def all_posts_url(api: str) -> str:
    """The REST address of the newest posts of the whole site."""
    return _route(api, "wp/v2/posts", _NEWEST)


def category_url(api: str, slug: str) -> str:
    """The REST address that tells a category's id by its slug."""
    return _route(api, "wp/v2/categories", {"slug": slug, "_fields": "id,slug,name"})


def _route(api: str, route: str, query: Mapping[str, object]) -> str:
    joint = "&" if "?" in api else "?"
    return f"{api}{'' if api.endswith(('/', '=')) else '/'}{route}{joint}{urlencode(query)}"


def _wordpress(root: HtmlElement, base: str, section: str) -> tuple[str, ...]:
    api: str | None = None
    category: int | None = None
    for link in root.iter("link"):
        href = link.get("href") or ""
        if link.get("rel") == "https://api.w.org/":
            api = canonical_url(href, base)
        found = _CATEGORY_ROUTE.search(href)
        if found and "alternate" in (link.get("rel") or "") and found[1] == "categories":
            category = int(found[2])
    if api is None or not same_site(api, base):
        return ()
    body = root.find(".//body")
    named = _CATEGORY_CLASS.search((body.get("class") or "") if body is not None else "")
    if category is None and named:
        category = int(named[1])
    if category is not None:
        return (posts_url(api, category),)
    if is_whole_site(section):
        return (all_posts_url(api),)
    own = path_segments(section)
    return (category_url(api, own[-1]),) if own else ()
