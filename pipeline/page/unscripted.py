"""What a page keeps for readers without scripts, and templates that it shows."""

from __future__ import annotations

import re
from collections.abc import Sequence
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


def show_unscripted(
    tree: HtmlElement, templates: Sequence[HtmlElement], noscripts: Sequence[HtmlElement]
) -> bool:
    """Make plain elements of what a browser shows of a page, in place; whether there was any.

    A template with a shadow root is shown where it stands (the HTML standard's "declarative shadow
    root"). A noscript is what we, who run no scripts, are meant to read; where the page says more
    in it than everywhere else, it is the page.
    """
    shown = [template for template in templates if template.get("shadowrootmode") is not None]
    kept = [element for element in noscripts if not _within_head(element)]
    for template in shown:
        template.tag = "div"
    texts = [_text(element) for element in kept]
    chars = sum(len(text) for text in texts if len(text) >= NOTE_CHARS or not _SCRIPTS.search(text))
    if chars >= LEAST_CHARS and 2 * chars > len(_text(tree)):
        shown += kept
        for element in kept:
            element.tag = "div"
    return bool(shown)


def _within_head(element: HtmlElement) -> bool:
    return next(element.iterancestors("head"), None) is not None


def _text(element: HtmlElement) -> str:
    return " ".join(" ".join(text.split()) for text in cast(list[str], _TEXT(element)))
