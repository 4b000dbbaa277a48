"""Which links of a section's page may be articles, by their addresses."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence

from crawler.listings.choice.anchors import Anchor
from crawler.listings.choice.groups import is_other_page
from crawler.listings.choice.regions import Region
from crawler.listings.labels import words_in
from crawler.listings.pagination import is_page_label, listing_key, place_of
from pipeline.url_shapes import is_file
from pipeline.urls import host_port, is_of_main_site, path_segments, same_site

MAX_VIEW_WORDS = 4
"""A link to the listing's own path with more words names an article, not a way to sort the list."""

MAX_TOOL_WORDS = 3
_TOOL = re.compile(
    r"(?:^|[/?&=_.-])(?:print(?:er|able|page|version|article)?|amp|imprim(?:er|ir|ante)|druck(?:en|version)?"
    r"|stampa|yazdir|e?mail(?:to)?|send_?(?:to)?_?friend|tellafriend|pdf"
    r"|cart|basket|wishlist|warenkorb|panier|sepet|log-?(?:in|out|off)|sign-?(?:in|out|up)|delete"
    r"|unsubscribe)(?:[/?&=_.-]|$)",
    re.IGNORECASE,
)
"""Words of addresses of an article's other forms, and of what a visitor does at a site."""


def candidates_of(
    anchors: Sequence[Anchor],
    keys: frozenset[str],
    next_urls: set[str],
    page_url: str,
    own_hosts: frozenset[str] = frozenset(),
) -> list[Anchor]:
    """Links that may be articles: of this site or of one of `own_hosts` ("host:port"), not the
    listing, its pages, files or home page.

    Where a section has a host of its own and most of its headlines lead to the site's main one,
    those are the site's.
    """
    here = [a for a in anchors if same_site(a.url, page_url) or host_port(a.url) in own_hosts]
    others = (a for a in anchors if host_port(a.url) not in own_hosts)
    there = [a for a in others if is_of_main_site(a.url, page_url)]
    if _headlines(there) > _headlines(here):
        here = sorted((*here, *there), key=lambda anchor: anchor.index)
    pieces = _pieces_by_query(here, keys)
    return [
        anchor
        for anchor in here
        if anchor.url not in next_urls
        and (path_segments(anchor.url) or "?" in anchor.url)
        and not is_file(anchor.url)
        and (anchor.is_titled or not anchor.text or not is_page_label(anchor.text))
        and listing_key(anchor.url) not in keys
        and not is_other_page(anchor)
        and not is_tool(anchor)
        and not _is_other_view(anchor, keys, pieces)
        and (place_of(anchor.url).number is None or words_in(anchor.title) > 2)
    ]


def _headlines(anchors: Iterable[Anchor]) -> int:
    """How many different addresses the links of a headline's length lead to, menus left out."""
    shown = (anchor for anchor in anchors if anchor.region is not Region.CHROME)
    return len({a.url for a in shown if a.is_titled or words_in(a.title) > MAX_VIEW_WORDS})


def is_tool(anchor: Anchor) -> bool:
    """True for an article's form for the printer, for a letter to a friend and the like, and for
    what changes something by being asked for: the cart, the way out."""
    short = not anchor.is_titled and words_in(anchor.title) <= MAX_TOOL_WORDS
    return short and bool(_TOOL.search(anchor.url.partition("://")[2].partition("/")[2]))


def _is_other_view(anchor: Anchor, keys: frozenset[str], pieces: frozenset[str]) -> bool:
    """True for the listing's own address with more in its query, under a short name: the same list
    sorted or filtered, or that of another section. Old systems write articles so too
    ("/news?id=12"), under a headline, or all with one of the parameters `pieces`."""
    if anchor.is_titled or words_in(anchor.title) > MAX_VIEW_WORDS:
        return False
    query = _query_of_own(anchor, keys)
    return query is not None and pieces.isdisjoint(_names_of(query))


def _query_of_own(anchor: Anchor, keys: frozenset[str]) -> str | None:
    """The query of a link to the listing's own path that holds all of the listing's parameters, or
    the same ones with other values; None where it is no such link."""
    path, _, query = listing_key(anchor.url).partition("?")
    parameters = set(query.split("&"))
    for key in keys:
        own, _, wanted = key.partition("?")
        if path != own or "/" not in own:
            continue
        if set(wanted.split("&")) - {""} <= parameters or _names_of(query) == _names_of(wanted):
            return query
    return None


def _pieces_by_query(anchors: Sequence[Anchor], keys: frozenset[str]) -> frozenset[str]:
    """The parameters of numbers by which several headlines lead from the listing's own path to
    articles ("board.php?bo_table=news&wr_id=863458"): what has one is no view of the list, however
    short its headline is."""
    if not any("?" in anchor.url for anchor in anchors):
        return frozenset()
    told: Counter[str] = Counter()
    listed = {name for key in keys for name in _names_of(key.partition("?")[2])}
    for anchor in {a.url: a for a in anchors if words_in(a.title) > MAX_VIEW_WORDS}.values():
        query = _query_of_own(anchor, keys) if "?" in anchor.url else None
        told.update(name for name in _numbered(query or "") if name not in listed)
    return frozenset(name for name, count in told.items() if count > 1)


def _numbered(query: str) -> Iterator[str]:
    """The parameters of a query whose values are numbers of an item, no page's."""
    for part in query.split("&"):
        name, _, value = part.partition("=")
        if len(value) > 2 and value.isdigit():
            yield name


def _names_of(query: str) -> list[str]:
    return sorted(part.partition("=")[0] for part in query.split("&"))
