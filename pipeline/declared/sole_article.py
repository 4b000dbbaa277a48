"""The title of a page that is drawn of its data alone, where nothing else on it says one.

A site of one program has one `<title>` for all its pages until a script runs. Its data then hold
the article whole, the headline beside the text.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from itertools import islice
from typing import Any

from pipeline.declared.page_data import TITLE_KEY, values_of_data
from pipeline.page.elements import letters, tidy
from pipeline.page.html import Document
from pipeline.records import Link
from pipeline.text import count_words
from pipeline.urls import split_url

LEAST_WORDS = 3
"""Words of a headline: of one or two is the name of a section, or of the site."""
LEAST_CHARS = 200
"""Letters of the text beside it: less is a summary."""
MAX_PARTS = 2_000
"""How many values within a text are looked at."""

_TEXT_KEY = re.compile(
    r"(?:[a-z]+_?-?)??(?:body|contents?|text|html|blocks?|paragraphs?|sections|elements|components|"
    r"document)(?:_?-?(?:html|text|body|raw|json|blocks))?",
    re.IGNORECASE,
)
_ADDRESS_KEYS = ("slug", "url", "href", "link", "permalink", "path", "canonical", "canonicalUrl")


def title_beside_text(doc: Document, link: Link | None) -> str | None:
    """The headline of the one object of the page's data that has a text too: of several the one
    that the listing named, or that has the page's address; None where it is not sure which."""
    found: dict[str, tuple[str, Mapping[str, Any]]] = {}
    for item in values_of_data(doc):
        title = _title_of(item) if isinstance(item, dict) else ""
        if title and count_words(title) >= LEAST_WORDS and _has_text(item):
            found.setdefault(letters(title), (title, item))
    if len(found) > 1:
        listed = letters(link.title) if link and link.title else ""
        page = _last_part(doc.url)
        found = {
            key: (title, item)
            for key, (title, item) in found.items()
            if key == listed or (page and page in _addresses(item))
        }
    return next((title for title, _ in found.values()), None) if len(found) == 1 else None


def _title_of(item: Mapping[str, Any]) -> str:
    for key, value in item.items():
        if TITLE_KEY.fullmatch(str(key)):
            text = next(iter(value.values()), "") if isinstance(value, dict) else value
            if isinstance(text, str):
                return tidy(text)
    return ""


def _has_text(item: Mapping[str, Any]) -> bool:
    size = 0
    for key, value in item.items():
        if _TEXT_KEY.fullmatch(str(key)):
            size += sum(map(len, islice(_strings(value), MAX_PARTS)))
    return size >= LEAST_CHARS


def _strings(value: Any) -> Iterator[str]:
    """The texts within a value, those that are words."""
    waiting = [value]
    while waiting:
        value = waiting.pop()
        if isinstance(value, str):
            if " " in value.strip() or not value.isascii():
                yield value
        elif isinstance(value, dict):
            waiting.extend(value.values())
        elif isinstance(value, list):
            waiting.extend(value)


def _addresses(item: Mapping[str, Any]) -> set[str]:
    """The last parts of the addresses that an object has for its own."""
    return {_last_part(v) for key in _ADDRESS_KEYS if isinstance(v := item.get(key), str)}


def _last_part(url: str) -> str:
    return split_url(url).path.rstrip("/").rpartition("/")[2].lower()
