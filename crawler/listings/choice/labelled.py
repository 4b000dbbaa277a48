"""Blocks that a line names after another section, be it no heading in the page's markup."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence
from itertools import islice

from lxml.html import HtmlElement

from crawler.listings.choice.anchors import Anchor
from crawler.listings.choice.beside import links_below
from crawler.listings.choice.blocks import OtherSections, names_other
from crawler.listings.choice.regions import Region
from crawler.listings.labels import folded_label
from crawler.listings.pagination import is_whole_label

_MAY_NAME = (
    *("a", "div", "span", "p", "strong", "b", "font", "td", "th", "dt", "li", "em", "i"),
    *("h6", "button", "center", "legend", "summary"),
)
MAX_LETTERS = 60
"""Letters of a line that names a section."""

MAX_WRAPPERS = 3
"""Elements around a line that are its own."""


def in_labelled_blocks(
    body: HtmlElement, anchors: Sequence[Anchor], framing: Collection[HtmlElement],
    others: OtherSections, lead_to: Mapping[HtmlElement, str],
) -> frozenset[HtmlElement]:  # fmt: skip
    """Those of the links that stand in a block below a line that names another section.

    The block holds several articles: above a single one the line is the article's own label. A line
    among other names of sections is of a menu, as all links in `framing` are. A link, or a picture
    in one, names the section that it leads to whatever it says, if it is the first in its block;
    `lead_to` are the listing keys of the page's links.
    """
    if not others.names:
        return frozenset()
    urls = {a.element: a.url for a in anchors if a.region is not Region.CHROME}
    links = set(urls)
    lines = {
        line: name
        for line in body.iter(*_MAY_NAME)
        if line not in urls
        and line not in framing
        and (name := _named(line, lead_to.get(line), others, links))
    }
    found: set[HtmlElement] = set()
    for line, said in lines.items():
        if any(lines.get(other, said) != said for other in _in_its_wrappers(line, links)):
            continue
        box = list(links_below(line, links))
        if len({urls[link] for link in box}) > 1:
            found.update(box)
    return frozenset(found)


def _named(
    line: HtmlElement, key: str | None, others: OtherSections, links: Collection[HtmlElement]
) -> str | None:
    """The section that a line names, by its key where that is known; None for other lines."""
    said = _said(line)
    leads = key if key in others.keys else None
    if said and names_other(said, others):
        called = (of for of, name in others.called if name == folded_label(said))
        return leads or next(called, said)
    return leads if not is_whole_label(said) and _is_first(line, links) else None


def _is_first(line: HtmlElement, links: Collection[HtmlElement]) -> bool:
    """Whether no article stands before a line in its block."""
    *_, wrapper = (line, *_wrappers(line, links))
    before = wrapper.itersiblings(preceding=True)
    return not any(link in links for sibling in before for link in sibling.iter("a"))


def _said(line: HtmlElement) -> str:
    """The line's own words, be they after a mark or a picture."""
    text = (line.text or "").strip()
    if not text and len(line):
        text = (line[0].tail or "").strip()
    return text if len(text) <= MAX_LETTERS else ""


def _in_its_wrappers(line: HtmlElement, links: Collection[HtmlElement]) -> Iterator[HtmlElement]:
    """What stands in the largest element around the line that holds no article."""
    *_, wrapper = (line, *_wrappers(line, links))
    yield from wrapper.iter()


def _wrappers(line: HtmlElement, links: Collection[HtmlElement]) -> Iterator[HtmlElement]:
    for around in islice(line.iterancestors(), MAX_WRAPPERS):
        if around.tag == "body" or any(link in links for link in around.iter("a")):
            return
        yield around
