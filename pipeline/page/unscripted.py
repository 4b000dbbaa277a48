"""What a page keeps for readers without scripts, and templates that it shows."""

from __future__ import annotations

import re
from typing import cast

from lxml import etree
from lxml.html import HtmlElement

LEAST_CHARS = 300
"""A noscript with fewer characters is a note, which asks for scripts to be switched on."""
NOTE_CHARS = 1_500
"""One that names them is such a note, in several languages perhaps, up to this length."""

_SCRIPTS = re.compile(r"java ?script|جافا ?سكر?[يب]|جاوا ?اسکریپت", re.IGNORECASE)
_TEXT = etree.XPath(
    "descendant::text()[normalize-space() and not(ancestor::script or ancestor::style)]"
)


def show_unscripted(tree: HtmlElement) -> None:
    """Make plain elements of what a browser shows of a page, in place.

    A template with a shadow root is shown where it stands (the HTML standard's "declarative shadow
    root"). A noscript is what we, who run no scripts, are meant to read; where the page says more
    in it than everywhere else, it is the page.
    """
    for template in tree.findall(".//template[@shadowrootmode]"):
        template.tag = "div"
    kept = [element for element in tree.iter("noscript") if not _within_head(element)]
    texts = [_text(element) for element in kept]
    chars = sum(len(text) for text in texts if len(text) >= NOTE_CHARS or not _SCRIPTS.search(text))
    if chars >= LEAST_CHARS and 2 * chars > len(_text(tree)):
        for element in kept:
            element.tag = "div"


def _within_head(element: HtmlElement) -> bool:
    return next(element.iterancestors("head"), None) is not None


def _text(element: HtmlElement) -> str:
    return " ".join(" ".join(text.split()) for text in cast(list[str], _TEXT(element)))
