"""A body that stands only in a script: JSON-LD's articleBody, or a framework's page data."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from typing import Any

from lxml import etree
from lxml.html import fragment_fromstring

from pipeline.blocks import Extracted, read
from pipeline.html import Document
from pipeline.metadata import Metadata
from pipeline.records import Block, BlockKind
from pipeline.text import normalise

LEAST_CHARS = 300
"""A shorter text in a script is a summary or a label."""

MAX_NODES = 50_000
"""How many values of a page's data are looked at."""

_DATA = re.compile(r"__NEXT_DATA__|__NUXT_DATA__|initial-?state|page-?data|application/json", re.I)
_BODY_KEY = re.compile(
    r"(?:article|story|post|main|full|page)?_?-?(?:body|content|text|html)(?:_?-?(?:html|text|body))?",
    re.I,
)
_PARAGRAPHS = re.compile(r"<p[\s>].*?</p>", re.S)


def scripted_body(doc: Document, meta: Metadata) -> tuple[Extracted, ...]:
    """The blocks of the longest body in the page's scripts; () where there is none."""
    candidates = [meta.article_body or "", *_in_data(doc)]
    longest = max(candidates, key=len)
    if len(longest) < LEAST_CHARS:
        return ()
    if "<p" in longest:
        return _from_html(longest)
    lines = map(normalise, re.split(r"\n+", longest))
    return tuple(Extracted(Block(BlockKind.PARAGRAPH, line)) for line in lines if line)


def _from_html(source: str) -> tuple[Extracted, ...]:
    try:
        tree = fragment_fromstring(source, create_parent="div")
    except etree.LxmlError:
        return ()
    return tuple(
        Extracted(Block(p.kind, p.text, p.level), p.link_share)
        for p in read(tree).pieces
        if p.region is None
    )


def _in_data(doc: Document) -> Iterator[str]:
    """Texts with paragraphs under keys like body or content in the page's JSON data."""
    for script in doc.all_of("script"):
        names = f"{script.get('id') or ''} {script.get('type') or ''}"
        source = script.text or ""
        if len(source) < LEAST_CHARS or "ld+json" in names or not _DATA.search(names):
            continue
        try:
            data = json.loads(source)
        except (ValueError, RecursionError):
            continue
        yield from _bodies(data)


def _bodies(data: Any) -> Iterator[str]:
    waiting: list[tuple[str, Any]] = [("", data)]
    seen = 0
    while waiting and seen < MAX_NODES:
        seen += 1
        key, value = waiting.pop()
        if isinstance(value, dict):
            waiting.extend((str(k), v) for k, v in value.items())
        elif isinstance(value, list):
            waiting.extend((key, v) for v in value)
        elif isinstance(value, str) and _BODY_KEY.fullmatch(key) and _has_paragraphs(value):
            yield value


def _has_paragraphs(text: str) -> bool:
    return len(text) >= LEAST_CHARS and (len(_PARAGRAPHS.findall(text)) > 1 or "\n\n" in text)
