"""Which links of a listing page are its articles for certain, and which only may be."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from os.path import commonprefix
from statistics import median
from urllib.parse import unquote, urlsplit

from lxml.html import HtmlElement

from crawler.listings.anchors import Anchor
from crawler.listings.groups import FAIR, GOOD, Group, group_anchors, judge
from crawler.listings.regions import Region

NEAR_BEST = 0.55
"""A group beside the main list is of it with this share of its score: a lead story, a second
column. Set by hand."""

MAX_LEADS = 2
"""Stories that may lead a section's list from a block of their own before it."""

CLOSE = 1.0
"""Points by which a list below the page's heading may look less like one than another."""

MIN_HEADLINE = 4
"""Words from which a link in a featured block is a headline, though nothing marks it as one."""

SHARED_WORDS_OF = 5
"""Addresses of which the first words of a slug may be shared, and be no chance."""

_LETTERS = re.compile(r"[^\W\d_]{2}")


@dataclass(slots=True)
class Choice:
    """Article links in two minds, each URL once, with the link that tells its title best."""

    certain: dict[str, Anchor] = field(default_factory=dict)
    possible: dict[str, Anchor] = field(default_factory=dict)
    looks: str | None = None
    """How the links of the main list look; see `Group.looks`."""


def choose_articles(
    anchors: Sequence[Anchor],
    labels: Sequence[HtmlElement],
    shapes: Mapping[str, int],
    foreign: frozenset[HtmlElement] = frozenset(),
    looks: str | None = None,
) -> Choice:
    """Choose among links that are neither the listing itself nor files nor the home page.

    `labels` are the page's links to the section itself; a record that holds one says by itself
    that it belongs, wherever it stands. `foreign` are links in blocks of other sections, which
    only may belong. `looks` is how the main list looked on an earlier page of the listing.
    """
    groups = group_anchors(anchors)
    label_holders = _ancestors(labels)
    for group in groups:
        judge(group, label_holders, shapes)
    groups.sort(key=lambda group: -group.score)
    choice = Choice()
    if not groups:
        return choice
    lists = [g for g in groups if g.score >= GOOD and g.region <= Region.FEATURED]
    at_home = [group for group in lists if _is_at_home(group, foreign)]
    best = _main_list(at_home or lists, looks)
    if best is not None:
        choice.looks = best.looks
        choice.certain.update((anchor.url, anchor) for anchor in best.anchors)
    around = _Surroundings(best, anchors)
    for group in groups:
        if group is not best and not around.is_of_block_headings(group):
            _place(group, around, choice)
    if best is not None:
        _take_same_directory(choice, best)
    _set_apart(choice, anchors, foreign)
    _take_best_titles(choice, groups)
    return choice


def _main_list(lists: Sequence[Group], looks: str | None) -> Group | None:
    """The one that looks as on the listing's earlier pages, else the best of those `lists`, sorted
    by their score; a list right below the page's own h1 before one that is not, where the two are
    close."""
    for group in lists:
        if group.looks == looks:
            return group
    best = next(iter(lists), None)
    if best is None or not (headed := _below_h1(best.anchors[0].element)):
        return best
    if best.anchors[0].element in headed:
        return best
    close = [group for group in lists if group.score >= best.score - CLOSE]
    return next((group for group in close if group.anchors[0].element in headed), best)


def _below_h1(element: HtmlElement) -> frozenset[HtmlElement]:
    """The links between the only h1 of the page that is no link and the next such heading."""
    body = element.getroottree().getroot()
    found: set[HtmlElement] = set()
    count, below = 0, False
    for current in body.iter("a", "h1", "h2", "h3", "h4"):
        if current.tag == "a":
            if below:
                found.add(current)
        elif current.find(".//a") is None and not any(True for _ in current.iterancestors("a")):
            below = current.tag == "h1"
            count += below
    return frozenset(found) if count == 1 else frozenset()


def _is_at_home(group: Group, foreign: frozenset[HtmlElement]) -> bool:
    return any(anchor.element not in foreign for anchor in group.anchors)


def _set_apart(choice: Choice, anchors: Sequence[Anchor], foreign: frozenset[HtmlElement]) -> None:
    """Links that stand only in blocks of other sections are possible, the others one thing.

    Where all stand in such blocks, the headings name no other section, but what the page is of.
    """
    at_home = {anchor.url for anchor in anchors if anchor.element not in foreign}
    if foreign and not at_home.isdisjoint(choice.certain):
        for url in [url for url in choice.certain if url not in at_home]:
            choice.possible[url] = choice.certain.pop(url)
    for url in choice.certain:
        choice.possible.pop(url, None)


def _take_same_directory(choice: Choice, best: Group) -> None:
    """Headlines in featured blocks are certain where their addresses begin as all of the main
    list's do and other articles' on the page do not: "/tech/…" beside "/sport/…"."""
    beginning = _beginning(best.urls)
    if not beginning:
        return
    alike = {url for url in choice.possible if _path(url).startswith(beginning)}
    if len(alike) == len(choice.possible):
        return
    for url in alike:
        anchor = choice.possible[url]
        told = anchor.is_titled or len(anchor.title.split()) >= MIN_HEADLINE
        if told and anchor.region <= Region.FEATURED and _path(url) != beginning:
            choice.certain[url] = choice.possible.pop(url)


def _beginning(urls: frozenset[str]) -> str:
    """How the paths of all addresses begin: a first directory, or of many the first words of a
    slug ("/tech-news-"); empty where they share nothing that has a letter."""
    if len(urls) < 2:
        return ""
    common = commonprefix([_path(url) for url in urls])  # noqa: RUF071 (words of slugs too)
    directory = common[: common.find("/", 1) + 1]
    if directory:
        return "" if directory.strip("/").isdigit() else directory
    words = common[: max(common.rfind("-"), common.rfind("_")) + 1]
    return words if len(urls) >= SHARED_WORDS_OF and _LETTERS.search(words) else ""


def _path(url: str) -> str:
    return unquote(urlsplit(url).path)


def _place(group: Group, around: _Surroundings, choice: Choice) -> None:
    for anchor in group.anchors:
        if anchor.url in choice.certain:
            continue
        in_record = around.is_in_record(anchor)
        says_so = anchor.url in group.labelled and anchor.is_titled and group.score >= FAIR
        if (says_so and not in_record) or around.holds(group, anchor, in_record):
            choice.certain[anchor.url] = anchor
        elif group.score >= (GOOD if in_record else FAIR) and (
            group.region <= Region.SIDE or group.score >= GOOD
        ):
            choice.possible.setdefault(anchor.url, anchor)


class _Surroundings:
    """The main list's container, its records, and the column in which it stands."""

    def __init__(self, best: Group | None, anchors: Sequence[Anchor]) -> None:
        self.best = best
        if best is None:
            return
        self.records = set(best.roots)
        self.container = _common_ancestor(best.roots)
        sides = _ancestors([a.element for a in anchors if a.region is Region.SIDE])
        self.column = _column(self.container, sides)

    def holds(self, group: Group, anchor: Anchor, in_record: bool) -> bool:
        """True where the link is a record of the main list in other markup, or beside it."""
        best = self.best
        if best is None or group.region is not Region.MAIN:
            return False
        if in_record:
            return anchor.in_heading and len(group.anchors) > 1 and group.score >= GOOD
        if _is_within(anchor.element, self.container):
            return group.score >= GOOD or (anchor.is_titled and group.score >= FAIR)
        if group.headline_share < 0.5 or group.score < max(GOOD, NEAR_BEST * best.score):
            return False
        return _is_within(anchor.element, self.column) or self._leads(group)

    def _leads(self, group: Group) -> bool:
        """True for a lead story or two in a block before the list's, beside it in the tree."""
        parent = self.column.getparent()
        if parent is None or len(group.anchors) > MAX_LEADS:
            return False
        before = set(self.column.itersiblings(preceding=True))
        return all(
            anchor.in_heading and not before.isdisjoint(anchor.element.iterancestors())
            for anchor in group.anchors
        )

    def is_of_block_headings(self, group: Group) -> bool:
        """True for short headings of blocks in which several records of the main list stand."""
        if self.best is None or median(len(a.title.split()) for a in group.anchors) > 3:
            return False
        inside = sum(1 for record in self.best.anchors if _is_within_any(record, group.roots))
        return inside >= max(2, len(group.anchors))

    def is_in_record(self, anchor: Anchor) -> bool:
        """True where the link stands in a record that has its own headline."""
        if self.best is None:
            return False
        current: HtmlElement | None = anchor.element
        while current is not None and current is not self.container:
            if current in self.records:
                return True
            current = current.getparent()
        return self.container in self.records and current is self.container


def _take_best_titles(choice: Choice, groups: Sequence[Group]) -> None:
    """For each URL, the link that is a headline, else the one of the longest text, is kept."""
    for group in groups:
        for anchor in group.anchors:
            for links in (choice.certain, choice.possible):
                known = links.get(anchor.url)
                if known is not None and _tells_more(anchor, known):
                    links[anchor.url] = anchor


def _tells_more(anchor: Anchor, known: Anchor) -> bool:
    if anchor.is_titled != known.is_titled:
        return anchor.is_titled and bool(anchor.title)
    return not known.is_titled and len(anchor.title) > len(known.title)


def _ancestors(elements: Sequence[HtmlElement]) -> frozenset[HtmlElement]:
    found: set[HtmlElement] = set()
    for element in elements:
        current: HtmlElement | None = element
        while current is not None and current not in found:
            found.add(current)
            current = current.getparent()
    return frozenset(found)


def _common_ancestor(elements: Sequence[HtmlElement]) -> HtmlElement:
    """The lowest element that holds all; the element itself where there is one."""
    first, *others = elements
    chain = [first, *first.iterancestors()]
    low = 0
    for element in others:
        ancestors = {element, *element.iterancestors()}
        while chain[low] not in ancestors:
            low += 1
    return chain[low]


def _column(container: HtmlElement, sides: frozenset[HtmlElement]) -> HtmlElement:
    """The largest element around the list, within the main element, that holds no side region."""
    current = container
    while current.tag not in {"main", "body"} and current.get("role") != "main":
        parent = current.getparent()
        if parent is None or parent in sides:
            break
        current = parent
    return current


def _is_within_any(anchor: Anchor, containers: Sequence[HtmlElement]) -> bool:
    held = set(containers)
    return any(ancestor in held for ancestor in anchor.element.iterancestors())


def _is_within(element: HtmlElement, container: HtmlElement) -> bool:
    current: HtmlElement | None = element
    while current is not None:
        if current is container:
            return True
        current = current.getparent()
    return False
