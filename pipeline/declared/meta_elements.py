"""What a page's meta and link elements say, OpenGraph among them."""

from __future__ import annotations

from collections.abc import Mapping

from lxml.html import HtmlElement

from pipeline.declared.article_node import clean
from pipeline.declared.microdata import is_of_page
from pipeline.page.html import Document
from pipeline.urls import absolute

Values = Mapping[str, tuple[str, ...]]
"""The values under each lower-case name, each once, in order of appearance."""


def read_meta(doc: Document, others: frozenset[HtmlElement]) -> Values:
    """The contents of the meta elements that are of the page or its article, not of the scopes of
    `others` beside it."""
    found: dict[str, dict[str, None]] = {}
    for element in doc.all_of("meta"):
        content = element.get("content")
        if content is None:
            continue
        content = clean(content)
        if not content:
            continue
        for attribute in ("property", "name", "itemprop", "http-equiv"):
            names = element.get(attribute)
            if not names:
                continue
            if attribute == "itemprop" and not is_of_page(element, others):
                continue
            low = names.strip().lower()
            # RDFa allows several names; «twitter:misc:Written by» is one.
            words = low.split()
            several = words if len(words) != 1 and all(":" in word for word in words) else [low]
            for name in several:
                found.setdefault(name, {})[content] = None
    return {name: tuple(values) for name, values in found.items()}


def read_canonical(doc: Document) -> str | None:
    """The address that the page gives as its own, absolute; None where it gives none."""
    for element in doc.all_of("link"):
        if "canonical" in (element.get("rel") or "").lower().split():
            address = str(element.get("href") or "").strip()
            if address:
                return absolute(address, doc.url) or None
    return None
