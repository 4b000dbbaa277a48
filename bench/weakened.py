"""Pages made poorer than they came, to measure what is read without the help that sites may lack.

Many sites have no JSON-LD, old or hashed markup has no class names that mean anything, and some are
made of nothing but `<div>`.
Floors of such a group are named group-without-WHAT.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import replace

from bench.pages import Case

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


WAYS: dict[str, Callable[[bytes], bytes]] = {
    "names": _without_names,
    "json-ld": _without_json_ld,
    "elements": _without_elements,
}


def weakened(case: Case, way: str) -> Case:
    """The case with its page made poorer in one of WAYS."""
    page = replace(case.page, body=WAYS[way](case.page.body))
    return replace(case, page=page, group=f"{case.group}-without-{way}")
