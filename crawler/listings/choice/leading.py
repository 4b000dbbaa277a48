"""The block of a few stories that leads a list: larger cards or slides, in markup of their own."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence

from lxml.html import HtmlElement

from crawler.listings.choice.anchors import Anchor, says_nothing, text_of_element
from crawler.listings.choice.groups import Group
from crawler.listings.choice.surroundings import MAX_LARGER, common_ancestor

MIN_FOLLOWING = 2
"""So many times as many stories as in the block follow it, or it leads no list."""

MAX_SHARE = 0.75
"""So many stories to one of the list lead it at most: of two lists that are as long none leads."""

_FILLED = ("form", "input", "iframe", "ins")
_SILENT = frozenset({"script", "style", "noscript", "template"})


def lead_block(
    listed: Sequence[HtmlElement],
    urls: Mapping[HtmlElement, str],
    foreign: Collection[HtmlElement] = (),
) -> frozenset[str]:
    """The addresses of the stories right before a list, in a block or two that nothing heads, none
    where they are many, and so a list of their own. Between them stands at most a box of other
    sections' stories, or something to fill in. `listed` are the records of the list, `urls` the
    page's links that may be articles but for those that are `foreign`."""
    around = common_ancestor(listed)
    if around is listed[0] or _is_headed(around, urls):
        return frozenset()
    leading: frozenset[str] = frozenset()
    while around.tag not in {"main", "body"}:
        for sibling in around.itersiblings(preceding=True):
            if not isinstance(sibling.tag, str) or sibling.tag in _SILENT:
                continue
            held = frozenset(urls[link] for link in sibling.iter("a") if link in urls)
            if not held and (_is_apart(sibling, foreign) or not _is_written(sibling)):
                continue
            if len(held) > min(MAX_LARGER, MAX_SHARE * len(listed)) or _is_headed(sibling, urls):
                return leading
            leading |= held
            if len(leading) > MAX_LARGER:
                return leading
        parent = around.getparent()
        if parent is None:
            break
        around = parent
    return leading


def followed(
    best: Group,
    lists: Sequence[Group],
    urls: Mapping[HtmlElement, str],
    foreign: Collection[HtmlElement] = (),
) -> Group | None:
    """The list that the stories of `best` lead, by `lead_block`; None where there is none."""
    for group in lists:
        if group is best or len(group.anchors) < MIN_FOLLOWING * len(best.anchors):
            continue
        listed = [r for a, r in zip(group.anchors, group.roots, strict=True) if a.element in urls]
        if len(listed) > 1 and best.urls <= lead_block(listed, urls, foreign):
            return group
    return None


def linked(anchors: Sequence[Anchor], foreign: Collection[HtmlElement]) -> dict[HtmlElement, str]:
    """The addresses of the links that stand in no block of another section."""
    return {anchor.element: anchor.url for anchor in anchors if anchor.element not in foreign}


def _is_headed(block: HtmlElement, urls: Mapping[HtmlElement, str]) -> bool:
    """Whether words stand in a block before its first story, but for a date."""
    for element in block.iter():
        if element in urls:
            return False
        if element.tag in _SILENT or not isinstance(element.tag, str):
            continue
        text = (element.text or "").strip()
        before = element.getprevious()
        tail = (before.tail or "").strip() if before is not None else ""
        if any(_tells(said) for said in (text, tail)):
            return True
    return False


def _is_apart(block: HtmlElement, foreign: Collection[HtmlElement]) -> bool:
    """Whether a block is a box of other sections, a form, or an advertisement's frame."""
    if block.tag in _FILLED or next(block.iter(*_FILLED), None) is not None:
        return True
    return any(link in foreign for link in block.iter("a"))


def _is_written(element: HtmlElement) -> bool:
    return _tells(text_of_element(element))


def _tells(said: str) -> bool:
    return any(map(str.isalpha, said)) and not says_nothing(said)
