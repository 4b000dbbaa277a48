"""The sections that a page's menus name beside its own."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import islice
from statistics import median

from lxml.html import HtmlElement

from crawler.listings.belonging import addresses_above
from crawler.listings.choice.anchors import Anchor
from crawler.listings.choice.regions import Region, shows_sections
from crawler.listings.labels import words_in
from crawler.listings.pagination import is_page_label, listing_key
from pipeline.url_shapes import article_likeness
from pipeline.words.folding import fold

MAX_NAME_WORDS = 4
"""A menu's link with more words is no section's name."""

MAX_BLOCK = 200
"""Links of a block that are looked at."""

ARTICLE_LIKE = 0.7
"""Likeness of an address to articles' (it holds a day) with which it is no section's."""

MIN_LISTED = 5
"""Articles of a section's page that tell below which addresses its articles lie."""

MAX_ELSEWHERE = 200
"""Other sections whose addresses are kept for that."""

LIST_REACH = 4
"""How many elements above its link a list begins."""


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
    told = _in_lists_of_headlines(framing) | below_own(framing, own)
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


def below_own(framing: Sequence[Anchor], own: frozenset[str]) -> frozenset[HtmlElement]:
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


def parts_of_section(
    anchors: Sequence[Anchor], others: OtherSections, own: frozenset[str]
) -> frozenset[str]:
    """The listing keys of sections in the menus that are parts of the page's own: those below which
    the addresses lie of what it lists itself, where most of that lies below some. What is above the
    section itself, whose listing keys are `own`, is the site in one language, and no part."""
    listed = {anchor.url for anchor in anchors if anchor.region <= Region.FEATURED}
    stems = {key.removesuffix("?"): key for key in others.keys if key.endswith("?") and "/" in key}
    stems = {s: k for s, k in stems.items() if not any(is_above(k, mine) for mine in own)}
    above = [stems.keys() & addresses_above(listing_key(url)) for url in listed]
    below = [stem for stem in above if stem]
    if not below or 2 * len(below) < len(listed):
        return frozenset()
    return frozenset(stems[stem] for found in below for stem in found)


def paths_elsewhere(
    others: OtherSections, own: frozenset[str], listed: Sequence[str]
) -> frozenset[str]:
    """The addresses of other sections below which what this section lists never lies: what a list
    of the whole site names there is theirs. None where the page lists too little to tell. `listed`
    are the articles of the section's page."""
    if len(listed) < MIN_LISTED:
        return frozenset()
    stems = {key.removesuffix("?") for key in others.keys if key.endswith("?")}
    above = {address for url in listed for address in addresses_above(listing_key(url))}
    stems -= above | {stem for stem in stems if any(is_above(stem, mine) for mine in own)}
    return frozenset(islice(sorted(stems), MAX_ELSEWHERE))


def is_above(key: str, own: str) -> bool:
    """True where a listing's key is that of one above `own` in the site's tree."""
    return own.startswith(f"{key.removesuffix('?').rstrip('/')}/")


def is_section_link(anchor: Anchor, others: OtherSections) -> bool:
    """True for a link to a section that the menus name, wherever it stands."""
    return listing_key(anchor.url) in others.keys and words_in(anchor.title) <= MAX_NAME_WORDS
