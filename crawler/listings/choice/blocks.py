"""Blocks of a page that are headed by another section's name, and what stands in them."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import islice
from statistics import median
from urllib.parse import unquote

from lxml.html import HtmlElement

from crawler.listings.belonging import addresses_above
from crawler.listings.choice.anchors import Anchor, text_of_element
from crawler.listings.choice.regions import Region, shows_sections
from crawler.listings.labels import folded_label, words_in
from crawler.listings.pagination import is_page_label, listing_key
from pipeline.url_shapes import article_likeness
from pipeline.words.folding import fold

MAX_NAME_WORDS = 4
"""A menu's link with more words is no section's name."""

MIN_BLOCK = 3
"""Articles of a block whose addresses may say that it is of other sections."""

MAX_RECORD_DEPTH = 8
MAX_RECORD_LINKS = 12
"""Elements around a link, and links in its record, that are looked at."""

MAX_BLOCK = 200
"""Links of a block that are looked at."""

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


@dataclass(frozen=True, slots=True)
class OtherSections:
    """The sections that the page's menus name, but for the page's own: listing keys and names.
    `called` are the pairs of both."""

    keys: frozenset[str] = frozenset()
    names: frozenset[str] = frozenset()
    called: frozenset[tuple[str, str]] = frozenset()

    def without(self, parts: frozenset[str]) -> OtherSections:
        """The sections but for those with these keys."""
        left = frozenset(pair for pair in self.called if pair[0] not in parts)
        names = self.names - {name for _, name in self.called - left}
        return OtherSections(self.keys - parts, names | {name for _, name in left}, left)

    def and_headings(self, anchors: Iterable[Anchor], own: frozenset[str]) -> OtherSections:
        """The sections with those that head blocks of the page, in or out of the menus."""
        heads = {
            listing_key(anchor.url)
            for anchor in anchors
            if anchor.in_heading and 0 < words_in(anchor.text) <= MAX_NAME_WORDS
        }
        heads = {k for k in heads - own if not any(is_above(k, o) or is_above(o, k) for o in own)}
        return OtherSections(self.keys | heads, self.names, self.called)


def other_sections(anchors: Iterable[Anchor], own: frozenset[str]) -> OtherSections:
    """What the menus name. `own` are the listing keys of the page's section."""
    keys: set[str] = set()
    called: set[tuple[str, str]] = set()
    own_names: set[str] = set()
    framing = [anchor for anchor in anchors if anchor.region is Region.CHROME]
    told = _in_lists_of_headlines(framing) | _below_own(framing, own)
    for anchor in framing:
        if is_page_label(anchor.text) or words_in(anchor.text) > MAX_NAME_WORDS:
            continue
        if anchor.element in told or article_likeness(anchor.url) >= ARTICLE_LIKE:
            continue
        key = listing_key(anchor.url)
        if key in own:
            own_names.add(fold(anchor.text))
            continue
        keys.add(key)
        if not any(is_above(key, mine) for mine in own):  # "Articles", above "Articles › Tech"
            called.add((key, fold(anchor.text)))
    called = {(key, name) for key, name in called if name and name not in own_names}
    return OtherSections(frozenset(keys), frozenset(name for _, name in called), frozenset(called))


def _in_lists_of_headlines(framing: Sequence[Anchor]) -> frozenset[HtmlElement]:
    """The links of lists most of which are as long as headlines: the newest articles, in what
    frames the page."""
    lists: defaultdict[HtmlElement, list[Anchor]] = defaultdict(list)
    for anchor in framing:
        around = islice(anchor.element.iterancestors(), LIST_REACH)
        found = next((e for e in around if e.tag in ("ul", "ol")), None)
        if found is not None:
            lists[found].append(anchor)
    long = (
        each
        for around, each in lists.items()
        if len(each) > 1
        and median(words_in(a.text) for a in each) > MAX_NAME_WORDS
        and not shows_sections(around)
    )
    return frozenset(anchor.element for each in long for anchor in each)


def _below_own(framing: Sequence[Anchor], own: frozenset[str]) -> frozenset[HtmlElement]:
    """The links below the section's own in a menu of two levels: parts of it."""
    found: set[HtmlElement] = set()
    for anchor in framing:
        if listing_key(anchor.url) not in own:
            continue
        item = next((e for e in islice(anchor.element.iterancestors(), 3) if e.tag == "li"), None)
        links = list(islice(item.iter("a"), MAX_BLOCK)) if item is not None else []
        if links and links[0] is anchor.element:
            found.update(links[1:])
    return frozenset(found)


ARTICLE_LIKE = 0.7
"""Likeness of an address to articles' (it holds a day) with which it is no section's."""

LIST_REACH = 4
"""How many elements above its link a list begins."""


def parts_of_section(anchors: Sequence[Anchor], others: OtherSections) -> frozenset[str]:
    """The listing keys of sections in the menus that are parts of the page's own: those below which
    the addresses lie of what it lists itself, where most of that lies below some."""
    listed = {anchor.url for anchor in anchors if anchor.region <= Region.FEATURED}
    stems = {key.removesuffix("?"): key for key in others.keys if key.endswith("?") and "/" in key}
    above = [stems.keys() & addresses_above(listing_key(url)) for url in listed]
    below = [stem for stem in above if stem]
    if not below or 2 * len(below) < len(listed):
        return frozenset()
    return frozenset(stems[stem] for found in below for stem in found)


def is_above(key: str, own: str) -> bool:
    """True where a listing's key is that of one above `own` in the site's tree."""
    return own.startswith(f"{key.removesuffix('?').rstrip('/')}/")


def is_section_link(anchor: Anchor, others: OtherSections) -> bool:
    """True for a link to a section that the menus name, wherever it stands."""
    return listing_key(anchor.url) in others.keys and words_in(anchor.title) <= MAX_NAME_WORDS


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
    """Those of the links that stand in a block all of whose addresses lie below other sections'.

    They speak only where no other link of the page has such an address: a section whose articles
    lie anywhere mixes them in one list.
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
            if not away.issuperset(links):
                break
            if len({urls[link] for link in links}) >= MIN_BLOCK:
                found.update(links)
                break
            block = block.getparent()
    return frozenset(found) if found == away else frozenset()


def _may_be_headline(anchor: Anchor) -> bool:
    return anchor.is_titled or not 0 < words_in(anchor.title) <= MAX_NAME_WORDS


def in_records_labelled_otherwise(
    candidates: Sequence[Anchor],
    anchors: Sequence[Anchor],
    own: frozenset[str],
    others: OtherSections,
) -> frozenset[HtmlElement]:
    """Those of the links whose record holds a link to another section, and none to the page's own.

    They speak only where most records stand in blocks all of which name the page's own section so:
    in a list that mixes them such links name parts of the section.
    """
    keys = {anchor.element: listing_key(anchor.url) for anchor in anchors}
    urls = {a.element: a.url for a in candidates if a.is_titled or words_in(a.title) > 3}
    otherwise: defaultdict[HtmlElement, set[HtmlElement]] = defaultdict(set)
    named: Counter[HtmlElement] = Counter()
    for anchor in candidates:
        if anchor.region is Region.CHROME:
            continue
        block, labels = _labels_beside(anchor, urls, keys)
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
    anchor: Anchor, urls: Mapping[HtmlElement, str], keys: Mapping[HtmlElement, str]
) -> tuple[HtmlElement, frozenset[str]]:
    """The block in which the record of one article stands, and the listing keys of the record's
    other links. The record is the largest element around the article's link that holds no link to
    another article."""
    block, record = anchor.element, [anchor.element]
    for block in islice(anchor.element.iterancestors(), MAX_RECORD_DEPTH):
        links = list(islice(block.iter("a"), MAX_RECORD_LINKS + 1))
        if len(links) > MAX_RECORD_LINKS or any(
            urls.get(link, anchor.url) != anchor.url for link in links
        ):
            break
        record = links
    return block, frozenset(keys[link] for link in record if link in keys and link not in urls)


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
