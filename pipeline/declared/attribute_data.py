"""What attributes of a page's elements hold: JSON, `<story-head data-props="{…}">`, or HTML.

Islands of Astro, Vue and Svelte, Inertia's frame and hand-made elements are drawn from them.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from html import unescape
from itertools import islice
from typing import Any

_CODED = re.compile(r'="\s*(\{(?:&quot;|&#34;|&#x22;)[^"]{20,})"')
_PLAIN = re.compile(r"='\s*(\{\"[^']{20,})'")
_SIGNS = (("{&quot;", _CODED), ("{&#", _CODED), ("='{\"", _PLAIN))
"""What stands in a source that has such an attribute, and how one is found there."""

MAX_ATTRIBUTES = 60
"""Attributes of a page that are looked at; carts and videos have one on each teaser."""


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


def attribute_data(source: str) -> Iterator[Any]:
    """The objects that attributes of a page's source hold."""
    for pattern in dict.fromkeys(pattern for sign, pattern in _SIGNS if sign in source):
        for found in islice(pattern.finditer(source), MAX_ATTRIBUTES):
            try:
                yield json.loads(unescape(found[1]))
            except (ValueError, RecursionError):
                continue
