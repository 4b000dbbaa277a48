"""Boxes beside a section's list that say by their heading that they choose from the whole site."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Iterator
from itertools import islice

from lxml.html import HtmlElement

from crawler.listings.choice.anchors import MAX_ANCHORS, Anchor, text_of_element
from crawler.listings.choice.box_names import BESIDE_LABELS, LATEST_LABELS
from crawler.listings.choice.regions import Region
from crawler.listings.labels import folded_label, words_in
from crawler.listings.pagination import is_page_label, place_of
from pipeline.words.folding import fold

HEADINGS = ("h1", "h2", "h3", "h4", "h5", "h6")
_MAY_HEAD = (
    *HEADINGS,
    "div",
    "span",
    "p",
    "strong",
    "b",
    "td",
    "th",
    "dt",
    "legend",
    "summary",
    "li",
    "a",
    "button",
)
_MAX_LABEL = 40
"""Letters of a heading that names a box."""

_MAX_DEPTH = 3
"""How many wrappers a box's heading may have before its links come."""

MAX_COLUMN_DEPTH = 12
"""How many elements above a box may be of its column."""

LEAST_BEFORE = 8
"""Stories before a box of the newest, at least, that are a list of their own."""

MIN_WORDS = 4
"""Words of a link that tells a story."""

_SHOWS = ("href", "data-target", "data-bs-target")
"""Attributes by which a tab names the element that it shows."""

_DIGITS = re.compile(r"\d+")

_FOLDED = frozenset(fold(label) for label in BESIDE_LABELS)


def in_boxes_beside(body: HtmlElement, anchors: Collection[Anchor]) -> frozenset[HtmlElement]:
    """Those of the links that stand in a box which a heading names so.

    A box is what comes first after the heading and holds links, with its like neighbours; the rest
    of the page may be the list itself. Where the heading is a tab, the box is what it shows.
    """
    elements = {anchor.element for anchor in anchors}
    found: set[HtmlElement] = set()
    panes = _panes(body)
    for heading in body.iter(*_MAY_HEAD):
        if heading in panes:
            shown: Iterable[HtmlElement] = panes[heading].iter("a")
            found.update(link for link in shown if link in elements)
        elif _is_label(heading) and not any(inner in panes for inner in heading.iter()):
            box = list(links_below(heading, elements))
            if len({link.get("href") for link in box}) > 1:  # else it is one record's own kicker
                found.update(box)
    return frozenset(found)


def in_columns_beside(
    boxed: Collection[HtmlElement], listed: Collection[HtmlElement], links: Collection[Anchor]
) -> frozenset[HtmlElement]:
    """Those of the links that stand in one column with a box beside the list: in the largest
    element around it that holds none of the links `listed`: those right below the page's heading,
    and those to the list's further pages."""
    around = {element for link in listed for element in (link, *link.iterancestors())}
    columns: set[HtmlElement] = set()
    for link in boxed:
        above = (element for element in (link, *link.iterancestors()) if element not in around)
        columns.update(islice(above, MAX_COLUMN_DEPTH))
    return frozenset(
        anchor.element for anchor in links if not columns.isdisjoint(anchor.element.iterancestors())
    )


_LATEST = frozenset(fold(label) for label in LATEST_LABELS)


def in_boxes_of_all(
    body: HtmlElement, anchors: Collection[Anchor], own: Collection[Anchor]
) -> frozenset[HtmlElement]:
    """Those of the links that stand in a box headed "latest news", where another box is headed by
    the section's own name in a heading of the same level. `own` are links to the section."""
    elements = {anchor.element for anchor in anchors}
    links = {anchor.element for anchor in own}
    names = {fold(anchor.text) for anchor in own if anchor.text}
    headings = [heading for heading in body.iter(*HEADINGS) if heading.tag != "h1"]
    latest = [heading for heading in headings if _said(heading) in _LATEST]
    if not latest:
        return frozenset()
    mine = [h for h in headings if _said(h) in names or any(a in links for a in h.iter("a"))]
    levels: dict[str, set[HtmlElement]] = {}
    for heading in mine:
        levels.setdefault(heading.tag, set()).update(links_below(heading, elements))
    found: set[HtmlElement] = set()
    for heading in latest:
        box = set(links_below(heading, elements))
        listed = levels.get(heading.tag)
        if listed and box.isdisjoint(listed):
            found |= box
    return frozenset(found)


def in_boxes_after_list(
    body: HtmlElement,
    anchors: Collection[Anchor],
    own: Collection[Anchor],
    boxed: Collection[HtmlElement] = (),
) -> frozenset[HtmlElement]:
    """Those of the links that stand in a box headed "latest news" after many more stories: these
    are the section's own list, and the few in the box of the whole site, unless a link to a further
    page of the section comes next. Twice as many are enough, or more than in the box where it has a
    column with what is `boxed` beside the list. `own` are links to the section."""
    here = (anchor for anchor in anchors if anchor.region is Region.MAIN)
    stories = [a for a in here if a.is_titled or words_in(a.title) >= MIN_WORDS]
    if len({story.url for story in stories}) < LEAST_BEFORE:
        return frozenset()
    index = {anchor.element: anchor.index for anchor in anchors}
    elements = set(index)
    found: set[HtmlElement] = set()
    for heading in body.iter(*_MAY_HEAD):
        said = (heading.text or "").strip()
        if not said or len(said) > _MAX_LABEL or folded_label(said) not in _LATEST:
            continue
        box = [link for link in links_below(heading, elements) if link in index]
        if not box:
            continue
        first = min(index[link] for link in box)
        inside = {link.get("href") for link in box}
        before = {a.url for a in stories if a.index < first and a.element.get("href") not in inside}
        if _goes_on(max(index[link] for link in box), stories, own):
            continue
        many = 2 * len(inside)
        if many > len(before) > len(inside) and _is_in_column(box[0], boxed, stories, before):
            many = len(before)
        if len(inside) > 1 and len(before) >= max(LEAST_BEFORE, many):
            found.update(box)
    return frozenset(found)


def _is_in_column(
    link: HtmlElement,
    boxed: Collection[HtmlElement],
    stories: Collection[Anchor],
    listed: Collection[str],
) -> bool:
    """Whether a link has a column with one of those `boxed`, in which none of the stories stands
    that are `listed`."""
    others = {story.element for story in stories if story.url in listed}
    for around in islice(link.iterancestors(), MAX_COLUMN_DEPTH):
        links = list(around.iter("a"))
        if any(other in others for other in links):
            return False
        if any(other in boxed for other in links):
            return True
    return False


def _goes_on(last: int, stories: Collection[Anchor], own: Collection[Anchor]) -> bool:
    """Whether after the link with this index a page of the section comes before any other story."""
    after = (anchor for anchor in own if anchor.index > last)
    pages = [a.index for a in after if is_page_label(a.text) or place_of(a.url).number is not None]
    others = [story.index for story in stories if story.index > last]
    return bool(pages) and min(pages) < min(others, default=MAX_ANCHORS)


def _panes(body: HtmlElement) -> dict[HtmlElement, HtmlElement]:
    """What tabs that are called so show, by the tab."""
    named: dict[HtmlElement, str] = {}
    for tab in body.iter("a", "button", "li"):
        shown = [tab.get("aria-controls") or ""]
        shown += [value[1:] for name in _SHOWS if (value := tab.get(name) or "").startswith("#")]
        if any(shown) and _said(tab) in _FOLDED:
            named[tab] = next(filter(None, shown))
    by_id = {element.get("id"): element for element in body.iter() if element.get("id")}
    return {tab: by_id[name] for tab, name in named.items() if name in by_id}


def _is_label(element: HtmlElement) -> bool:
    if element.tag == "a" and not (element.get("href") or "#").startswith("#"):
        return False  # a link to such a list is no heading, but that of a tab is
    if len(element) > 3 or not 3 <= len(element.text_content().strip()) <= 2 * _MAX_LABEL:
        return False
    if len(element) and sum(1 for _ in islice(element.iter(), 8)) > 6:
        return False
    return _said(element) in _FOLDED


def _said(element: HtmlElement) -> str:
    return folded_label(text_of_element(element, _MAX_LABEL))


def links_below(heading: HtmlElement, elements: set[HtmlElement]) -> Iterator[HtmlElement]:
    """The links of what comes first after a heading and holds some, with its like neighbours."""
    current = heading
    for _ in range(_MAX_DEPTH):
        box: str | None = None
        for sibling in current.itersiblings():
            if not isinstance(sibling.tag, str) or sibling.tag == "br":
                continue
            links = [link for link in sibling.iter("a") if link in elements]
            if box is None and not links:
                if sibling.tag in HEADINGS:
                    return
                continue
            if not links or box not in (None, looks_of(sibling)):
                break
            if current is not heading and _is_headed(sibling, elements):
                return  # the heading's own box is empty
            box = looks_of(sibling)
            yield from links
        if box is not None:
            return
        parent = current.getparent()
        if parent is None or parent.tag in {"body", "main"}:
            return
        if any(link in elements and link is not heading for link in parent.iter("a")):
            return
        current = parent


def _is_headed(box: HtmlElement, elements: set[HtmlElement]) -> bool:
    """Whether a heading that is no story's comes first in a box."""
    for element in box.iter():
        if element in elements:
            return False
        if element.tag in HEADINGS and not any(link in elements for link in element.iter("a")):
            return bool(text_of_element(element, _MAX_LABEL).strip())
    return False


def looks_of(element: HtmlElement) -> str:
    """The tag and the class of an element, without the numbers that tell its fellows apart."""
    return f"{element.tag} {_DIGITS.sub('', element.get('class') or '')}"
