"""Links of a section's page that name a part of the section, not an article."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Collection, Mapping, Sequence
from itertools import islice

from lxml.html import HtmlElement

from crawler.listings.belonging import addresses_above, is_below
from crawler.listings.choice.anchors import Anchor
from crawler.listings.choice.beside import HEADINGS
from crawler.listings.choice.candidates import is_tool
from crawler.listings.choice.first_links import FirstLinks
from crawler.listings.choice.other_sections import below_own, is_above
from crawler.listings.choice.regions import Region, names_of
from crawler.listings.labels import words_in
from crawler.listings.pagination import is_page_label, listing_key
from pipeline.url_shapes import article_likeness, is_file, url_shape
from pipeline.urls import path_segments

MAX_PART_WORDS = 4
"""Words that name a part of a section, at most; headlines as short as that are rare."""

MAX_SHARED_WORDS = 8
"""Words of a link to a person or a topic that stands in many records, at most."""

MAX_PARTS = 12
"""Parts of one section that are read."""

MIN_ONLY = 2
"""Parts of a page that shows nothing else, at least."""
PART_LIKENESS = 0.5
"""`article_likeness` of the address of such a part, at most."""

MAX_PATH_LINKS = 5
MAX_PATH_LETTERS = 160
"""Links and letters of a path such as "Home > Technology > AI", at most."""

_PATH = re.compile(r"-(?:breadcrumbs?|crumbs?|ariane|rootline|you-are-here|location-path)-")
_STEP = re.compile(r"[»›>/|←→‹«]")
_DIGITS = re.compile(r"\d+")
_NO_PART = re.compile(
    r"[/.](?:rss|feeds?|tags?|authors?|auteurs?|search|topics?|amp|print|login|subscribe|newsletter)(?:[/?.]|$)"
)
"""Lists that hold what is of many sections, and pages that are no lists."""

MAX_DEPTH = 5
MAX_LINKS = 12
MAX_ADDRESSES = 4
"""Elements around a link, and links and addresses of its record, that are looked at."""


def but_parts(anchors: Sequence[Anchor]) -> list[Anchor]:
    """The links without those of few words that name a part of the section or a person: an address
    below which several others lie, or a label that stands beside one headline and another."""
    directories = Counter(
        above for url in {a.url for a in anchors} for above in addresses_above(url)
    )
    labels, shared = _labels(anchors), _shared(anchors)
    return [
        anchor
        for anchor in anchors
        if (words_in(anchor.title) > MAX_SHARED_WORDS or anchor.url not in shared)
        and (
            words_in(anchor.title) > MAX_PART_WORDS
            or (directories[anchor.url.rstrip("/")] < 2 and anchor.element not in labels)
        )
    ]


def _labels(anchors: Sequence[Anchor]) -> frozenset[HtmlElement]:
    """Short links each right beside a longer one to another address, some of them repeated."""
    headlines: dict[HtmlElement, str] = {}
    for anchor in anchors:
        parent = anchor.element.getparent()
        if parent is not None and words_in(anchor.title) > MAX_PART_WORDS:
            headlines.setdefault(parent, anchor.url)
    beside = [
        anchor
        for anchor in anchors
        if anchor.title
        and not anchor.is_titled
        and words_in(anchor.title) <= MAX_PART_WORDS
        and headlines.get(anchor.element.getparent(), anchor.url) != anchor.url
    ]
    if len({anchor.url for anchor in beside}) == len(beside):
        return frozenset()
    return frozenset(anchor.element for anchor in beside)


def _shared(anchors: Sequence[Anchor]) -> frozenset[str]:
    """Addresses that several records hold beside one of their own: authors and the like.

    A record is the smallest element around a link that holds a link to another address, and few.
    """
    urls = {anchor.element: anchor.url for anchor in anchors if anchor.region is not Region.CHROME}
    records: dict[HtmlElement, frozenset[str]] = {}
    firsts = FirstLinks(MAX_LINKS + 1)
    for element, own in urls.items():
        for around in islice(element.iterancestors(), MAX_DEPTH):
            links = firsts[around]
            held = frozenset(urls[link] for link in links if link in urls)
            if len(links) > MAX_LINKS or held != {own}:
                if len(links) <= MAX_LINKS and len(held) <= MAX_ADDRESSES:
                    records[around] = held
                break
    count = Counter(url for held in records.values() for url in held)
    apart = {url for url, times in count.items() if times == 1}
    shared = {url for url, times in count.items() if times > 1}
    return frozenset(
        url
        for url in shared
        if all(len(held & apart) == 1 for held in records.values() if url in held)
    )


def find_parts(
    anchors: Sequence[Anchor], articles: Collection[str], own: frozenset[str], section: str
) -> tuple[str, ...]:
    """Addresses of lists of the section's parts: short links to addresses below its own, those that
    head a block of its articles, and those below it in a menu of two levels. `own` are the listing
    keys of the section."""
    found: dict[str, str] = {}
    in_menu = below_own([a for a in anchors if a.region is Region.CHROME], own)
    shape = _DIGITS.sub("", url_shape(section))
    listed = {
        a.element for a in anchors if a.url in articles and words_in(a.title) > MAX_PART_WORDS
    }
    shapes = {url_shape(anchor.url) for anchor in anchors if anchor.element in listed}
    only_parts = _are_parts(anchors, articles, section)
    for anchor in anchors:
        if not 0 < words_in(anchor.text) <= MAX_PART_WORDS or is_page_label(anchor.text):
            continue
        below = is_below(anchor.url, section) and not any(c.isdigit() for c in anchor.text)
        if not (below or anchor.element in in_menu) and (
            anchor.region > Region.FEATURED
            or not (_is_like(anchor.url, shape) or _heads_block(anchor, listed))
        ):
            continue
        key = listing_key(anchor.url)
        if key in own or key in found or is_file(anchor.url) or _NO_PART.search(anchor.url.lower()):
            continue
        if is_tool(anchor) or (
            anchor.url in articles and url_shape(anchor.url) in shapes and not only_parts
        ):
            continue
        if article_likeness(anchor.url) > 0.6:
            continue
        found[key] = anchor.url
    return tuple(found.values())[:MAX_PARTS]


def _are_parts(anchors: Sequence[Anchor], articles: Collection[str], section: str) -> bool:
    """True where all that a page seems to list lies right below the section under a name of few
    words, without a number and a day: the section is divided, and its page shows parts alone."""
    if not MAX_PARTS >= len(articles) >= MIN_ONLY:
        return False
    of_articles = [anchor for anchor in anchors if anchor.url in articles and anchor.text]
    # By the longest link to each: a headline says more than «more» behind it.
    named = {a.url: a for a in sorted(of_articles, key=lambda anchor: len(anchor.text))}
    urls = {a.element: a.url for a in anchors}
    return all(
        url in named
        and words_in(named[url].text) <= MAX_PART_WORDS
        and is_below(url, section)
        and not _DIGITS.search(named[url].text + path_segments(url)[-1])
        and article_likeness(url) <= PART_LIKENESS
        and not _is_dated(named[url].element, url, urls)
        for url in articles
    )


def _is_dated(element: HtmlElement, url: str, urls: Mapping[HtmlElement, str]) -> bool:
    """True where a number stands in the record of a link: the day of an article."""
    record = element
    for around in islice(element.iterancestors(), MAX_DEPTH):
        if any(urls.get(link, url) != url for link in islice(around.iter("a"), MAX_LINKS)):
            break
        record = around
    return record.find(".//time") is not None or bool(_DIGITS.search(record.text_content()[:1000]))


def _is_like(url: str, shape: str) -> bool:
    """True for an address made as the section's own; one of a single word says nothing."""
    says_more = "/" in shape[1:] or "?" in shape
    return says_more and _DIGITS.sub("", url_shape(url)) == shape


def _heads_block(anchor: Anchor, listed: Collection[HtmlElement]) -> bool:
    """True for a link in a heading, below which several articles stand before any other such."""
    heading = next(
        (e for e in islice(anchor.element.iterancestors(), 3) if e.tag in HEADINGS), None
    )
    scope = heading.getparent() if heading is not None else None
    for _ in range(2):
        if scope is None or scope.tag in {"body", "main"}:
            return False
        links = [link for link in islice(scope.iter("a"), 3 * MAX_LINKS) if link in listed]
        if len(links) > 1:
            return True
        scope = scope.getparent()
    return False


def is_of_section(anchors: Sequence[Anchor], url: str, section: str) -> bool:
    """True where a list is one of a part of the section: by its address, by a path of links on its
    page ("Home > Technology > AI"), or by its main heading, which leads to the section."""
    own = listing_key(section)
    if "/" in own and is_above(own, listing_key(url)):
        return True
    if any(listing_key(a.url) == own and _is_in_title(a.element) for a in anchors if a.in_heading):
        return True
    shape = _DIGITS.sub("", url_shape(section))
    alike = {
        a.element
        for a in anchors
        if _DIGITS.sub("", url_shape(a.url)) == shape
        and listing_key(a.url) not in (own, listing_key(url))
    }
    return any(
        listing_key(anchor.url) == own and _is_in_path(anchor.element, alike)
        for anchor in anchors
        if words_in(anchor.text) <= MAX_PART_WORDS
    )


def _is_in_title(element: HtmlElement) -> bool:
    return any(around.tag == "h1" for around in islice(element.iterancestors(), 3))


def _is_in_path(element: HtmlElement, alike: Collection[HtmlElement]) -> bool:
    """True for a link in a path; `alike` are links to other sections, which a menu holds."""
    for around in islice(element.iterancestors(), 4):
        if around.tag in {"body", "main", "header"}:
            return False
        if any(link in alike for link in islice(around.iter("a"), MAX_PATH_LINKS + 1)):
            return False
        if _PATH.search(names_of(around)):
            return True
        links = sum(1 for _ in islice(around.iter("a"), MAX_PATH_LINKS + 1))
        if links > MAX_PATH_LINKS:
            return False
        said = around.text_content()
        if len(said) <= MAX_PATH_LETTERS and _STEP.search(said.strip(" \n\t»›>/|")):
            return True
    return False
