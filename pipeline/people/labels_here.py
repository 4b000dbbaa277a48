"""Labels of authors that are one language's alone: «Na Asha Juma» on a Swahili page."""

from __future__ import annotations

import re
from functools import cache
from itertools import takewhile

from pipeline.page.html import Document
from pipeline.patterns.rule_files import read_rules
from pipeline.people.lone_person import is_signer
from pipeline.people.names import clean_names
from pipeline.people.placed import without_place

_KNOWN_LABEL = "By"
"""The label that all know, in the stead of the page's own."""


def with_known_label(doc: Document, text: str) -> str:
    """A byline's text that begins with "by" in the page's own language, a word that elsewhere means
    something else or is a part of names, and a person's name, with a label that is known of all
    pages; any other text as it is."""
    rest = _behind_label(doc, text)
    return f"{_KNOWN_LABEL} {rest}" if rest else text


def names_here(doc: Document, text: str) -> tuple[str, ...]:
    """The persons of a line that begins with such a label; else empty."""
    rest = _behind_label(doc, text)
    names = without_place(clean_names(rest), rest) if rest else ()
    return tuple(takewhile(is_signer, names))


def _behind_label(doc: Document, text: str) -> str | None:
    label = _label_of((doc.html_language or "")[:3].partition("-")[0])
    begin = label.match(text) if label else None
    return text[begin.end() :] if begin else None


@cache
def _label_of(language: str) -> re.Pattern[str] | None:
    known = read_rules("bylines.toml")["here"].get(language)
    if not known:
        return None
    return re.compile(rf"(?i:{'|'.join(known)})[\s:]\s*(?=[A-ZÀ-Þ][\w.'’-]*\s[A-ZÀ-Þ])")
