"""HTML that a page holds and does not show, from which a script draws parts of it: in attributes,
in scripts that are templates, in fields."""

from __future__ import annotations

import re
from collections.abc import Iterator
from html import unescape
from itertools import chain, islice

from pipeline.page.html import Document

MAX_HELD = 60
"""Places of one kind in a page that are looked at."""

_ATTRIBUTE = re.compile(r"=\"\s*(&lt;[^\"]{300,})\"|='\s*(<p[^']{300,})'")
_MARKUP = ("&lt;p", "='<p")
_TEMPLATE = re.compile(r"text/(?:html|template|x-[\w-]+)|[\w/-]*template", re.IGNORECASE)
_SLOTS = ("{{", "<%", "${")
"""What a template is filled at: it is no text yet."""


def held_html(doc: Document) -> Iterator[str]:
    """The HTML of several paragraphs that a page holds so."""
    for text in chain(_in_attributes(doc.text), _in_elements(doc)):
        if text.count("<p") > 1:
            yield text


def _in_attributes(source: str) -> Iterator[str]:
    if any(sign in source for sign in _MARKUP):
        for found in islice(_ATTRIBUTE.finditer(source), MAX_HELD):
            yield unescape(found[1] or found[2])


def _in_elements(doc: Document) -> Iterator[str]:
    for script in islice(doc.all_of("script"), MAX_HELD):
        text = script.text or ""
        is_template = _TEMPLATE.fullmatch(script.get("type") or "") is not None
        if is_template and not any(slot in text for slot in _SLOTS):
            yield text
    for field in islice(doc.all_of("textarea"), MAX_HELD):
        yield field.text or ""
