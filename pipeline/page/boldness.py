"""What a page sets in bold letters, whatever element it does so with."""

from __future__ import annotations

import re

from lxml.html import HtmlElement

from pipeline.patterns.late_patterns import late_pattern

_BOLD = frozenset({"b", "strong"})
_STYLED = frozenset({"span", "font", "em", "i", "u"})
_HEAVY = re.compile(r"font-weight\s*:\s*(?:bold|[6-9]00)", re.IGNORECASE)
_HEADED = late_pattern(r"(?:^|[\s_-])h[2-6](?:$|\s)")
"""How editors' programs call words that look like a heading of a level: «ed-h3»."""


def is_bold(element: HtmlElement, tag: str) -> bool:
    """Whether the words in an element of a line are bold: by its tag, its style, or a class that
    says that they look like a heading."""
    if tag in _BOLD:
        return True
    if tag not in _STYLED:
        return False
    style = element.get("style")
    if style and _HEAVY.search(style):
        return True
    called = element.get("class")
    return bool(called) and _HEADED.search(called) is not None
