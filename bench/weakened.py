"""Pages made poorer than they came, to measure what is read without the help that sites may lack.

Many sites have no JSON-LD, old or hashed markup has no class names that mean anything, some are
made of nothing but `<div>`, and what a new site prints around its texts is in words of its own.
Floors of such a group are named group-without-WHAT.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import replace

from bench.invented_words import in_invented_words
from bench.pages import Case
from pipeline.records import Page

_JSON_LD = re.compile(rb"<script\b[^>]*ld\+json[^>]*>.*?</script\s*>", re.IGNORECASE | re.DOTALL)
_TAG = re.compile(rb"<[a-zA-Z][^<>]*>")
_NAMES = re.compile(
    rb"""\s(?:class|id|data-[\w-]+|aria-[\w-]+|role)\s*=\s*(?:"[^"]*"|'[^']*'|[^\s>"']+)""",
    re.IGNORECASE,
)


def _without_names(page: bytes) -> bytes:
    return _TAG.sub(lambda tag: _NAMES.sub(b"", tag.group()), page)


def _without_json_ld(page: bytes) -> bytes:
    return _JSON_LD.sub(b"", page)


_ELEMENTS = re.compile(
    rb"<(/?)(?:article|main|section|header|footer|nav|aside|hgroup|figure|figcaption|address|p)"
    rb"(?=[\s/>])",
    re.IGNORECASE,
)


def _without_elements(page: bytes) -> bytes:
    """All parts and paragraphs in `<div>`, without names: only links, lists and headings tell what
    is what."""
    return _ELEMENTS.sub(rb"<\1div", _without_names(page))


def _of_bytes(take: Callable[[bytes], bytes]) -> Callable[[Case], Page]:
    return lambda case: replace(case.page, body=take(case.page.body))


def _without_words(case: Case) -> Page:
    return replace(case.page, body=in_invented_words(case), charset="utf-8")


WAYS: dict[str, Callable[[Case], Page]] = {
    "names": _of_bytes(_without_names),
    "json-ld": _of_bytes(_without_json_ld),
    "elements": _of_bytes(_without_elements),
    "words": _without_words,
}
"""What a page may lack, and how the page of a case is made without it."""


def weakened(case: Case, way: str) -> Case:
    """The case with its page made poorer in one of WAYS."""
    return replace(case, page=WAYS[way](case), group=f"{case.group}-without-{way}")
