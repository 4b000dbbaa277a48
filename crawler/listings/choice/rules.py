"""What a source's file says of its links, in place of what is found."""

from __future__ import annotations

from collections.abc import Sequence

from lxml.html import HtmlElement

from crawler.listings.choice.anchors import Anchor
from crawler.listings.choice.selection import Choice
from crawler.listings.link_rule import chooses, pattern_of
from pipeline.urls import canonical_url, same_site


def ruled(anchors: Sequence[Anchor], root: HtmlElement, rule: str) -> Choice:
    """The links that the source file's own rule picks; the choice is then certain."""
    if pattern := pattern_of(rule):
        picked = [anchor for anchor in anchors if chooses(pattern, anchor.url)]
    else:
        elements = {
            link
            for element in root.cssselect(rule)
            for link in ([element] if element.tag == "a" else element.iter("a"))
        }
        picked = [anchor for anchor in anchors if anchor.element in elements]
    choice = Choice()
    for anchor in picked:
        known = choice.certain.get(anchor.url)
        if known is None or len(anchor.title) > len(known.title):
            choice.certain[anchor.url] = anchor
    return choice


def selected_urls(root: HtmlElement, selector: str, base: str) -> tuple[str, ...]:
    found: list[str] = []
    for element in root.cssselect(selector):
        link = element if element.get("href") else element.find(".//*[@href]")
        url = canonical_url(link.get("href") or "", base) if link is not None else None
        if url and same_site(url, base):
            found.append(url)
    return tuple(dict.fromkeys(found))
