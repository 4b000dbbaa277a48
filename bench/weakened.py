"""Pages made poorer than they came, to measure what is read without the help that sites may lack.

Many sites have no JSON-LD, and old or hashed markup has no class names that mean anything.
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


WAYS: dict[str, Callable[[bytes], bytes]] = {
    "names": _without_names,
    "json-ld": _without_json_ld,
}


def weakened(case: Case, way: str) -> Case:
    """The case with its page made poorer in one of WAYS."""
    page = replace(case.page, body=WAYS[way](case.page.body))
    return replace(case, page=page, group=f"{case.group}-without-{way}")
