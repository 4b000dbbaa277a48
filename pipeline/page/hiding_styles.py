"""How an element's own style hides it from readers."""

from __future__ import annotations

import re

from lxml.html import HtmlElement

HIDDEN_STYLE = re.compile(
    r"display\s*:\s*none|visibility\s*:\s*hidden|mso-hide\s*:\s*all|clip\s*:\s*rect\(\s*[01]\D"
    r"|\b(?:left|top|text-indent)\s*:\s*-\d{4}",
    re.I,
)
_SIZELESS = re.compile(
    r"font-size\s*:\s*(?:0(?:\.0*)?(?:px|pt|r?em|%)?|[12](?:\.\d+)?px)\s*(?:[;!]|$)", re.I
)
_INLINE = frozenset({"a", "b", "em", "font", "i", "s", "small", "span", "strong", "u"})
_UNSEEN = re.compile(
    r"opacity\s*:\s*0(?:\.0+)?\s*(?:[;!]|$)|scale\(\s*0\s*\)"
    r"|(?<![-\w])color\s*:\s*transparent",
    re.I,
)
_FLAT = re.compile(r"(?:max-|(?<![\w-]))height\s*:\s*0(?:px)?\s*(?:[;!]|$)", re.I)


def hides(element: HtmlElement, tag: str, style: str) -> bool:
    """Whether nobody sees an element of such a style."""
    if HIDDEN_STYLE.search(style) or _is_sizeless(element, style):
        return True
    return tag in _INLINE and _hides_words(style)


def _is_sizeless(element: HtmlElement, style: str) -> bool:
    """Whether letters have no size there, or next to none: words for machines. A row whose parts
    have styles of their own only wants no gaps between them."""
    return _SIZELESS.search(style) is not None and element.find(".//*[@style]") is None


def _hides_words(style: str) -> bool:
    """Whether words amid others are hidden: blocks begin so that move in as one scrolls, and
    letters that are cut out of a picture are transparent too."""
    if "overflow" in style and _FLAT.search(style):
        return True
    return _UNSEEN.search(style) is not None and "background" not in style
