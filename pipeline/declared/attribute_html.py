"""HTML that attributes of a page's elements hold, from which a script draws parts of the page."""

from __future__ import annotations

import re
from collections.abc import Iterator
from html import unescape
from itertools import islice

MAX_ATTRIBUTES = 60
"""Attributes of a page that are looked at."""

_HTML = re.compile(r"=\"\s*(&lt;[^\"]{300,})\"|='\s*(<p[^']{300,})'")
_MARKUP = ("&lt;p", "='<p")


def attribute_html(source: str) -> Iterator[str]:
    """The HTML that attributes of a page's source hold in several paragraphs, from which a script
    draws a part of the page when it is scrolled to."""
    if not any(sign in source for sign in _MARKUP):
        return
    for found in islice(_HTML.finditer(source), MAX_ATTRIBUTES):
        text = unescape(found[1] or found[2])
        if text.count("<p") > 1:
            yield text
