"""A body that stands only in a script: JSON-LD's articleBody, or a framework's page data."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from typing import Any

from lxml import etree
from lxml.html import fragment_fromstring

from pipeline.blocks import Extracted, read
from pipeline.headline import letters
from pipeline.html import Document
from pipeline.metadata import Metadata
from pipeline.records import Block, BlockKind
from pipeline.text import normalise

LEAST_CHARS = 300
"""A shorter text in a script is a summary or a label."""

LEAST_TITLED_CHARS = 60
"""The same where the article's title stands beside the text: a news flash has two sentences."""

MAX_NODES = 50_000
"""How many values of a page's data are looked at."""

_DATA = re.compile(r"__NEXT_DATA__|__NUXT_DATA__|initial-?state|page-?data|application/json", re.I)
_BODY_KEY = re.compile(
    r"(?:article|story|post|main|full|page)?_?-?(?:body|content|text|html)(?:_?-?(?:html|text|body))?",
    re.I,
)
_PARAGRAPHS = re.compile(r"<p[\s>].*?</p>", re.S)


def scripted_body(doc: Document, meta: Metadata, title: str | None = None) -> tuple[Extracted, ...]:
    """The blocks of the longest body in the page's scripts; () where there is none.

    A text beside which the data has the article's `title` goes before all others: a page's data
    may hold its related articles whole.
    """
    candidates = list(_in_data(doc, letters(title or "")))
    titled = max((text for text, beside in candidates if beside), key=len, default="")
    longest = max([meta.article_body or "", *(text for text, _ in candidates)], key=len)
    if titled:
        longest = titled
    elif len(longest) < LEAST_CHARS:
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


def _in_data(doc: Document, title: str) -> Iterator[tuple[str, bool]]:
    """Texts with paragraphs under keys like body or content in the page's JSON data, each with
    whether the title (folded) is a value beside it."""
    for script in doc.all_of("script"):
        names = f"{script.get('id') or ''} {script.get('type') or ''}"
        source = script.text or ""
        if len(source) < LEAST_CHARS or "ld+json" in names or not _DATA.search(names):
            continue
        try:
            data = json.loads(source)
        except (ValueError, RecursionError):
            continue
        yield from _bodies(data, title)


def _bodies(data: Any, title: str) -> Iterator[tuple[str, bool]]:
    waiting: list[tuple[str, Any, bool]] = [("", data, False)]
    seen = 0
    while waiting and seen < MAX_NODES:
        seen += 1
        key, value, beside = waiting.pop()
        if isinstance(value, dict):
            beside = bool(title) and any(
                isinstance(v, str) and len(v) < 1000 and letters(v) == title for v in value.values()
            )
            waiting.extend((str(k), v, beside) for k, v in value.items())
        elif isinstance(value, list):
            waiting.extend((key, v, beside) for v in value)
        elif isinstance(value, str) and _BODY_KEY.fullmatch(key) and _has_paragraphs(value, beside):
            yield value, beside


def _has_paragraphs(text: str, beside: bool) -> bool:
    if beside:
        return len(text) >= LEAST_TITLED_CHARS and bool(_PARAGRAPHS.search(text))
    return len(text) >= LEAST_CHARS and (len(_PARAGRAPHS.findall(text)) > 1 or "\n\n" in text)
