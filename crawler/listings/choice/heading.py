"""The heading of a listing page itself, and what stands before and after it."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from lxml.html import HtmlElement

from crawler.listings.choice.anchors import Anchor, text_of_element
from crawler.listings.labels import folded_label
from crawler.listings.naming import MAX_LINK_NAME, is_linked, plain_name
from crawler.listings.pagination import is_page_label

_HEADINGS = ("h1", "h2", "h3", "h4", "h5", "h6")
_MAY_NAME = ("div", "span", "p", "strong", "b", "td", "th", "font", "center", "big")
"""Elements that old and plain templates set a page's heading in."""

_STOPS = ("h1", "h2", "h3", "h4")


@dataclass(frozen=True, slots=True)
class PageHeading:
    """The page's own heading. `named` is True where it is what links to the section are called;
    `before` are the links that stand before it, `below` those between it and the next heading.
    `said` are its words, folded."""

    named: bool
    before: frozenset[HtmlElement]
    below: frozenset[HtmlElement]
    said: str = ""


def page_heading(body: HtmlElement, own: Iterable[Anchor]) -> PageHeading | None:
    """The only h1 that is no link; on a page without one, the only heading, or else the only other
    line, that says the section's name. `own` are the page's links to the section."""
    names = {
        folded_label(name)
        for anchor in own
        if len(anchor.text) <= MAX_LINK_NAME
        and not is_page_label(anchor.text)
        and (name := plain_name(anchor.text))
    }
    highest = [heading for heading in body.iter("h1") if not is_linked(heading)]
    if len(highest) > 1:
        return None
    heading = highest[0] if highest else _line_of(body, names)
    if heading is None:
        return None
    name = plain_name(text_of_element(heading, 100))
    return _placed(body, heading, not highest or folded_label(name or "") in names)


def _line_of(body: HtmlElement, names: set[str]) -> HtmlElement | None:
    if not names:
        return None
    for tags in (_HEADINGS, _MAY_NAME):
        found = [
            element
            for element in body.iter(*tags)
            if len(element) == 0
            and element.text
            and len(element.text) <= 2 * MAX_LINK_NAME
            and folded_label(plain_name(element.text) or "") in names
            and not is_linked(element)
        ]
        if found:
            return found[0] if len(found) == 1 else None
    return None


def _placed(body: HtmlElement, heading: HtmlElement, named: bool) -> PageHeading:
    before: set[HtmlElement] = set()
    below: set[HtmlElement] = set()
    passed = is_below = False
    for current in body.iter("a", heading.tag, *_STOPS):
        if current is heading:
            passed = is_below = True
        elif current.tag == "a":
            if not passed:
                before.add(current)
            elif is_below:
                below.add(current)
        elif current.tag in _STOPS and not is_linked(current):
            is_below = False
    said = folded_label(text_of_element(heading, 100))
    return PageHeading(named, frozenset(before), frozenset(below), said)


def only_before(heading: PageHeading, anchors: Sequence[Anchor]) -> frozenset[str]:
    """The addresses to which links lead before the heading, and none after it."""
    after = {anchor.url for anchor in anchors if anchor.element not in heading.before}
    return frozenset(anchor.url for anchor in anchors if anchor.url not in after)
