"""Blocks that a line names after another section, be it no heading in the page's markup."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from itertools import islice

from lxml.html import HtmlElement

from crawler.listings.choice.anchors import Anchor
from crawler.listings.choice.beside import links_below
from crawler.listings.choice.blocks import names_other
from crawler.listings.choice.other_sections import OtherSections
from crawler.listings.choice.regions import Region
from crawler.listings.labels import folded_label
from crawler.listings.pagination import is_whole_label

_MAY_NAME = (
    *("a", "div", "span", "p", "strong", "b", "font", "td", "th", "dt", "li", "em", "i"),
    *("h6", "button", "center", "legend", "summary"),
)
_STEP = re.compile(r"\s*[»›>/|←→‹«]\s*[^\W_]")
"""What follows a line in a path: "World › Tech"."""

MAX_LETTERS = 60
"""Letters of a line that names a section."""

MAX_WRAPPERS = 3
"""Elements around a line that are its own."""


def in_labelled_blocks(
    body: HtmlElement, anchors: Sequence[Anchor], framing: Collection[HtmlElement],
    others: OtherSections, lead_to: Mapping[HtmlElement, str], own: Collection[str],
) -> frozenset[HtmlElement]:  # fmt: skip
    """Those of the links that stand in a block below a line that names another section.

    The block holds several articles: above a single one the line is the article's own label. A line
    among other names of sections is of a menu, as all links in `framing` are, and one beside a link
    home or to the section itself, whose keys are `own`, is of a path. A link, or a picture
    in one, names the section that it leads to whatever it says, if it is the first in its block;
    `lead_to` are the listing keys of the page's links.
    """
    if not others.names:
        return frozenset()
    urls = {a.element: a.url for a in anchors if a.region is not Region.CHROME}
    links = set(urls)
    first = _first_in_each(urls)
    lines = {
        line: name
        for line in body.iter(*_MAY_NAME)
        if line not in urls
        and line not in framing
        and (name := _named(line, lead_to.get(line), others, first))
    }
    boxes: dict[HtmlElement, list[HtmlElement]] = {}
    for line, name in lines.items():
        beside = list(_in_its_wrappers(line, first))
        if _STEP.match(line.tail or "") or any(lines.get(e, name) != name for e in beside):
            continue
        if any(key in own or "/" not in key for e in beside if (key := lead_to.get(e))):
            continue
        box = list(links_below(line, links))
        if len({urls[link] for link in box}) > 1:
            boxes[line] = box
    labels = _labels_of_records((_looks(line), lines[line], box[0]) for line, box in boxes.items())
    return frozenset(
        link for line, box in boxes.items() if _looks(line) not in labels for link in box
    )


def _labels_of_records(heads: Iterable[tuple[str, str, HtmlElement]]) -> frozenset[str]:
    """How those lines look that name one section above several boxes: each article's label does.
    `heads` are their looks, the section and the first link below."""
    count = Counter((looks, name) for looks, name, _ in set(heads))
    return frozenset(looks for (looks, _), times in count.items() if times > 1)


def _looks(line: HtmlElement) -> str:
    around = line.getparent()
    return f"{line.tag} {line.get('class')} {around.tag} {around.get('class')}"


_Firsts = Mapping[HtmlElement, HtmlElement]
"""Of each element that holds an article's link, the child in which the first one stands."""


def _first_in_each(links: Iterable[HtmlElement]) -> _Firsts:
    """See `_Firsts`; the links come in the order of the page."""
    first: dict[HtmlElement, HtmlElement] = {}
    for link in links:
        child = link
        for around in link.iterancestors():
            if around in first:
                break
            first[around] = child
            child = around
    return first


def _named(line: HtmlElement, key: str | None, others: OtherSections, first: _Firsts) -> str | None:
    """The section that a line names, by its key where that is known; None for other lines."""
    said = _said(line)
    leads = key if key in others.keys else None
    if said and names_other(said, others):
        called = (of for of, name in others.called if name == folded_label(said))
        return leads or next(called, said)
    return leads if leads and not is_whole_label(said) and _is_first(line, first) else None


def _is_first(line: HtmlElement, first: _Firsts) -> bool:
    """Whether no article stands before a line in its block."""
    *_, wrapper = (line, *_wrappers(line, first))
    block = wrapper.getparent()
    begins = None if block is None else first.get(block)
    if block is None or begins is None:
        return True
    return bool(block.index(begins) >= block.index(wrapper))


def _said(line: HtmlElement) -> str:
    """The line's own words, be they after a mark or a picture."""
    text = (line.text or "").strip()
    if not text and len(line):
        text = (line[0].tail or "").strip()
    return text if len(text) <= MAX_LETTERS else ""


def _in_its_wrappers(line: HtmlElement, first: _Firsts) -> Iterator[HtmlElement]:
    """What stands in the largest element around the line that holds no article, and right before
    or behind that: buttons to the section before and the one after."""
    *_, wrapper = (line, *_wrappers(line, first))
    yield from wrapper.iter()
    for beside in (wrapper.getprevious(), wrapper.getnext()):
        if beside is not None and beside.tag == wrapper.tag == "a":
            yield from beside.iter()


def _wrappers(line: HtmlElement, first: _Firsts) -> Iterator[HtmlElement]:
    for around in islice(line.iterancestors(), MAX_WRAPPERS):
        if around.tag == "body" or around in first:
            return
        yield around
