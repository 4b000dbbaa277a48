"""Blocks of a page that are headed by another section's name, and what stands in them."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from itertools import islice
from urllib.parse import unquote

from lxml.html import HtmlElement

from crawler.listings.belonging import addresses_above
from crawler.listings.choice.anchors import Anchor, text_of_element
from crawler.listings.choice.first_links import FirstLinks
from crawler.listings.choice.other_sections import (
    MAX_BLOCK,
    MAX_NAME_WORDS,
    OtherSections,
    is_above,
)
from crawler.listings.choice.regions import Region
from crawler.listings.labels import folded_label, words_in
from crawler.listings.pagination import is_page_label, listing_key
from pipeline.words.folding import fold

MIN_BLOCK = 3
"""Articles of a block whose addresses may say that it is of other sections."""

MAX_RECORD_DEPTH = 8
MAX_RECORD_LINKS = 12
"""Elements around a link, and links in its record, that are looked at."""

_LINES = ("span", "div", "p", "b", "strong", "em", "small", "li")
MAX_LINES = 20
MAX_LINE = 40
"""Lines of a record that may name its section, and letters of one."""

MAX_LEAD_WORDS = 4
"""Words that a heading may have beside a section's name."""

_LEAD_WORDS = frozenset(
    fold(word)
    for word in """
    more from in the latest best top of also all see read our news stories articles headlines
    المزيد من في آخر أحدث أخبار الأخبار اخبار مقالات أيضا اقرأ أهم قسم
    à lire aussi dans en plus de la le les du toute tout l'actualité l'actu actualités
    mehr aus der dem im zum nachrichten más lo último noticias últimas también mais em da do
    notícias últimas leia altre altro notizie ultime dalla daha fazla haber haberleri son
    ещё еще новости из раздела последние все بیشتر از اخبار مطالب آخرین مزید خبریں کی سے
    meer uit het nieuws laatste więcej z działu lainnya berita terbaru dari
    """.split()  # noqa: SIM905
)
"""What stands beside a section's name in the heading of a block: "More from Sport"."""

_CATEGORY = re.compile(r"(?:^|\s)category-(\S+)")
_HEADINGS = ("h2", "h3", "h4", "h5")


def in_foreign_blocks(
    body: HtmlElement, anchors: Sequence[Anchor], others: OtherSections
) -> frozenset[HtmlElement]:
    """Those of the links that stand below a heading which names another section.

    The heading rules what comes after it within its parent, or within the parent's parent where it
    has a wrapper of its own.
    """
    if not others.names:
        return frozenset()
    found: set[HtmlElement] = set()
    elements = {anchor.element for anchor in anchors}
    for heading in body.iter(*_HEADINGS):
        if not names_other(text_of_element(heading, 80), others):
            continue
        scope = heading.getparent()
        for _ in range(2):
            if scope is None or scope.tag == "body":
                break
            below = [link for link in scope.iter("a") if link in elements]
            after = [link for link in below if not _is_before(link, heading, scope)]
            if after:
                found.update(after)
                break
            scope = scope.getparent()
    return frozenset(found)


def in_foreign_records(
    anchors: Sequence[Anchor], own: frozenset[str], others: OtherSections
) -> frozenset[HtmlElement]:
    """Those of the links whose record says that it is filed under another section of the menus.

    WordPress writes a post's categories into its classes. They speak only where records of the page
    name the page's own section so: elsewhere they name parts of it.
    """
    mine, theirs = _slugs(own), _slugs(others.keys)
    filed = {anchor.element: _filed_under(anchor.element) for anchor in anchors}
    if not any(mine & under for under in filed.values()):
        return frozenset()
    return frozenset(e for e, under in filed.items() if under & theirs and not under & mine)


def in_foreign_directories(
    anchors: Sequence[Anchor], own: frozenset[str], others: OtherSections
) -> frozenset[HtmlElement]:
    """Those of the links that stand in a block most of whose addresses lie below other sections'.

    They speak only where no other link of the page has such an address and, if some of the block's
    have none, most of the page's stand elsewhere: a section whose articles lie anywhere mixes them
    in one list.
    """
    stems = {key.removesuffix("?") for key in others.keys if key.endswith("?") and "/" in key}
    stems -= {stem for stem in stems if any(is_above(stem, mine) for mine in own)}
    listed = [a for a in anchors if a.region <= Region.FEATURED and _may_be_headline(a)]
    away = {a.element for a in listed if not stems.isdisjoint(addresses_above(listing_key(a.url)))}
    if len(away) < MIN_BLOCK or len(listed) - len(away) < MIN_BLOCK:
        return frozenset()
    urls = {anchor.element: anchor.url for anchor in listed}
    found: set[HtmlElement] = set()
    for anchor in listed:
        block = anchor.element.getparent() if anchor.element in away else None
        while block is not None and block.tag != "body":
            links = [link for link in islice(block.iter("a"), MAX_BLOCK) if link in urls]
            if 2 * len(away.intersection(links)) <= len(links):
                break
            if len({urls[link] for link in links if link in away}) >= MIN_BLOCK:
                found.update(links)
                break
            block = block.getparent()
    is_mixed = found > away and 2 * len(found) >= len(listed)
    return frozenset() if is_mixed or not found >= away else frozenset(found)


def _may_be_headline(anchor: Anchor) -> bool:
    return anchor.is_titled or not 0 < words_in(anchor.title) <= MAX_NAME_WORDS


def in_records_labelled_otherwise(
    candidates: Sequence[Anchor],
    anchors: Sequence[Anchor],
    own: frozenset[str],
    others: OtherSections,
) -> frozenset[HtmlElement]:
    """Those of the links whose record holds a link to another section, or its name, and none to the
    page's own, nor that one's.

    They speak only where most records stand in blocks all of which name the page's own section so:
    in a list that mixes them such links name parts of the section.
    """
    keys = {anchor.element: listing_key(anchor.url) for anchor in anchors}
    called = {name: key for key, name in others.called}
    called |= {
        folded_label(anchor.text): key
        for anchor in anchors
        if (key := keys[anchor.element]) in own
        and words_in(anchor.text) <= MAX_NAME_WORDS
        and not is_page_label(anchor.text)
    }
    urls = {a.element: a.url for a in candidates if a.is_titled or words_in(a.title) > 3}
    otherwise: defaultdict[HtmlElement, set[HtmlElement]] = defaultdict(set)
    named: Counter[HtmlElement] = Counter()
    firsts = FirstLinks(MAX_RECORD_LINKS + 1)
    for anchor in candidates:
        if anchor.region is Region.CHROME:
            continue
        block, labels = _labels_beside(anchor, urls, keys, firsts, called)
        if not labels.isdisjoint(own):
            named[block] += 1
        elif not labels.isdisjoint(others.keys):
            otherwise[block].add(anchor.element)
    pure = sum(count for block, count in named.items() if block not in otherwise)
    labelled = named.total() + sum(map(len, otherwise.values()))
    if pure < MIN_BLOCK or 2 * pure < labelled:
        return frozenset()
    return frozenset().union(*otherwise.values())


def _labels_beside(
    anchor: Anchor,
    urls: Mapping[HtmlElement, str],
    keys: Mapping[HtmlElement, str],
    firsts: FirstLinks,
    called: Mapping[str, str],
) -> tuple[HtmlElement, frozenset[str]]:
    """The block in which the record of one article stands, and the listing keys of the record's
    other links and of the sections that are `called` as a line of it. The record is the largest
    element around the article's link that holds no link to another article."""
    block, record = anchor.element, [anchor.element]
    whole = anchor.element
    for block in islice(anchor.element.iterancestors(), MAX_RECORD_DEPTH):
        links = firsts[block]
        if len(links) > MAX_RECORD_LINKS or any(
            urls.get(link, anchor.url) != anchor.url for link in links
        ):
            break
        record, whole = links, block
    linked = frozenset(keys[link] for link in record if link in keys and link not in urls)
    lines = (e.text for e in islice(whole.iter(*_LINES), MAX_LINES) if e.text and not len(e))
    named = (called.get(folded_label(line)) for line in lines if len(line) <= MAX_LINE)
    return block, linked | frozenset(key for key in named if key)


def _slugs(keys: frozenset[str]) -> frozenset[str]:
    paths = (key.partition("?")[0].rstrip("/") for key in keys)
    return frozenset(path.rpartition("/")[2] for path in paths if "/" in path)


def _filed_under(link: HtmlElement) -> frozenset[str]:
    """The categories in the classes of the post that holds a link; empty where it has none."""
    for element in islice(link.iterancestors(), 8):
        names = element.get("class") or ""
        if "hentry" in names or "type-post" in names:
            return frozenset(unquote(slug).lower() for slug in _CATEGORY.findall(names))
    return frozenset()


def names_other(text: str, others: OtherSections) -> bool:
    """True for the name of another section, and for "more from" it."""
    said = folded_label(text.strip(" :›»«|-–…"))
    if not said or words_in(said) > MAX_NAME_WORDS + MAX_LEAD_WORDS:
        return False
    if said in others.names:
        return True
    for name in others.names:
        if f" {name} " not in f" {said} " or set(name.split()) <= _LEAD_WORDS:
            continue
        if set(f" {said} ".replace(f" {name} ", " ").split()) <= _LEAD_WORDS:
            return True
    return False


def _is_before(link: HtmlElement, heading: HtmlElement, scope: HtmlElement) -> bool:
    """True where the link comes before the heading in the scope's order, or is within it."""
    for element in scope.iter("a", *_HEADINGS):
        if element is heading:
            return link in set(heading.iter("a"))
        if element is link:
            return True
    return False
