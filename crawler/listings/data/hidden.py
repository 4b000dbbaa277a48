"""Links that a section's page hides from readers without scripts, in what a script follows.

Looked for only where the page has no list of plain links: a menu or a share button may carry such
attributes too.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import islice

from lxml.html import HtmlElement

from crawler.listings.choice.anchors import MAX_ANCHORS
from crawler.listings.data.scripted import MOVES
from pipeline.page.html import Document

_ADDRESSES = ("data-href", "data-url", "data-link", "data-permalink")
_CALLED = re.compile(r"\s*(?:return\s+)?[\w.$]{1,40}\(\s*[\"'](/[^\"'\s]{1,2000})[\"']\s*\)")
"""A call of a function of the page with an address alone."""
_NO_CARDS = frozenset({"script", "style", "button", "form", "iframe", "video", "body"})


def show_links(document: Document) -> bool:
    """Make plain links of what a script would follow, in the document's own tree. False where there
    is none. The document is changed: nobody else may hold it."""
    body = document.tree.find(".//body")
    found = [] if body is None else list(islice(_hidden(body), MAX_ANCHORS))
    for element, address in found:
        element.tag = "a"
        element.set("href", address)
    return bool(found)


def _hidden(body: HtmlElement) -> Iterator[tuple[HtmlElement, str]]:
    for element in body.iter():
        href = (element.get("href") or "#").strip().lower()
        if element.tag in _NO_CARDS or not href.startswith(("#", "javascript:")):
            continue
        address = next(filter(None, map(element.get, _ADDRESSES)), None)
        handler = (element.get("onclick") or "")[:4000]
        if address is None and (found := MOVES.search(handler) or _CALLED.match(handler)):
            address = found[1]
        if address and "/" in address:
            yield element, address
