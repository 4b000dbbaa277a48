"""What stands around a page's main list, and is of it in other markup."""

from __future__ import annotations

from collections.abc import Sequence
from statistics import median

from lxml.html import HtmlElement

from crawler.listings.choice.anchors import Anchor
from crawler.listings.choice.groups import FAIR, GOOD, Group
from crawler.listings.choice.regions import Region
from crawler.listings.labels import words_in

NEAR_BEST = 0.55
"""A group beside the main list is of it with this share of its score: a lead story, a second
column. Set by hand."""

MAX_LARGER = 5
"""Stories in larger headings that may lead a section's list so."""

MAX_LEADS = 2
"""Stories that may lead a section's list from a block of their own before it."""


class Surroundings:
    """The main list's container, its records, and the column in which it stands."""

    def __init__(self, best: Group | None, anchors: Sequence[Anchor]) -> None:
        self.best = best
        if best is None:
            return
        self.records = set(best.roots)
        self.container = common_ancestor(best.roots)
        sides = ancestors([a.element for a in anchors if a.region is Region.SIDE])
        self.column = _column(self.container, sides)
        self.leads = _lead_blocks(anchors, self.container)

    def holds(self, group: Group, anchor: Anchor, in_record: bool) -> bool:
        """True where the link is a record of the main list in other markup, or beside it."""
        best = self.best
        if best is None or group.region is not Region.MAIN:
            return False
        if in_record:
            return anchor.in_heading and len(group.anchors) > 1 and group.score >= GOOD
        if _is_within(anchor.element, self.container):
            return group.score >= GOOD or (anchor.is_titled and group.score >= FAIR)
        if group.score < max(GOOD, NEAR_BEST * best.score):
            return False
        if any(_is_within(anchor.element, block) for block in self.leads):
            return True
        if group.headline_share < 0.5:
            return False
        return _is_within(anchor.element, self.column) or self._leads(group)

    def _leads(self, group: Group) -> bool:
        """True for a few lead stories in a block before the list's, beside it in the tree; for
        more than two, if their headings are larger than the list's."""
        parent = self.column.getparent()
        if parent is None or len(group.anchors) > MAX_LARGER:
            return False
        if len(group.anchors) > MAX_LEADS and not self._is_larger(group):
            return False
        before = set(self.column.itersiblings(preceding=True))
        return all(
            anchor.in_heading and not before.isdisjoint(anchor.element.iterancestors())
            for anchor in group.anchors
        )

    def _is_larger(self, group: Group) -> bool:
        assert self.best is not None
        levels = [heading_level(anchor) for anchor in group.anchors]
        own = heading_level(self.best.anchors[0])
        return all(0 < level < (own or 7) for level in levels)

    def is_of_block_headings(self, group: Group) -> bool:
        """True for short headings of blocks in which several records of the main list stand."""
        if self.best is None or median(words_in(a.title) for a in group.anchors) > 3:
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


def heading_level(anchor: Anchor) -> int:
    """The number of the heading that a link stands in or holds, 0 for none."""
    link = anchor.element
    around = (element.tag for element in link.iterancestors() if isinstance(element.tag, str))
    inside = (element.tag for element in link.iter() if isinstance(element.tag, str))
    for tag in (*inside, *around):
        if len(tag) == 2 and tag[0] == "h" and tag[1] in "123456":
            return int(tag[1])
    return 0


def _lead_blocks(anchors: Sequence[Anchor], container: HtmlElement) -> list[HtmlElement]:
    """The blocks apart from the list that hold a story whose headline is an h1: what leads it."""
    around = {container, *container.iterancestors()}
    blocks: list[HtmlElement] = []
    for anchor in anchors:
        if not anchor.in_heading or anchor.region is not Region.MAIN:
            continue
        link = anchor.element
        if link.find(".//h1") is None and next(link.iterancestors("h1"), None) is None:
            continue
        chain = [link, *link.iterancestors()]
        apart = next((i for i, element in enumerate(chain) if element in around), 0)
        if apart and chain[apart] is not container:
            blocks.append(chain[apart - 1])
    return blocks


def ancestors(elements: Sequence[HtmlElement]) -> frozenset[HtmlElement]:
    found: set[HtmlElement] = set()
    for element in elements:
        current: HtmlElement | None = element
        while current is not None and current not in found:
            found.add(current)
            current = current.getparent()
    return frozenset(found)


def common_ancestor(elements: Sequence[HtmlElement]) -> HtmlElement:
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
