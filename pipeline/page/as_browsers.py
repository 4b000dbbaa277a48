"""What browsers see in a page's bytes and libxml2 does not: it reads HTML 4."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from itertools import chain

from lxml.html import HtmlElement

from pipeline.page.raw_page import SCRIPT

_END = re.compile(rb"</(?:html|body)\s*>", re.IGNORECASE)
_NEAR_END = re.compile(rb"/(?:[hH][tT][mM][lL]|[bB][oO][dD][yY])\s*>")
"""The same without its first sign, each letter in both its cases: it is found in half the time."""
_OPEN = ord("<")
_START_TAG = re.compile(rb"<[a-zA-Z]")
_NO_PARAGRAPHS = (
    "article", "aside", "details", "dialog", "figcaption", "figure", "footer", "header", "hgroup",
    "main", "nav", "search", "section",
)  # fmt: skip
"""Elements that end the paragraph before them, which libxml2 does not know: it has HTML 4's."""
_ENDLESS_SHARE, _LEAST_ENDLESS = 0.9, 3
_ITS_END = re.compile(rb"</p\s*>", re.IGNORECASE)
_SCRIPT_OR_NONE = re.compile(
    SCRIPT.pattern + rb"|<(?=(?:%s)[\s>])" % "|".join(_NO_PARAGRAPHS).encode(), re.IGNORECASE
)


def without_early_end(raw: bytes) -> bytes:
    """The page without its end, where it goes on behind it: browsers do too, and libxml2 does not.
    Two pages in one, and templates that end in their middle, are 3 of 306 real pages."""
    ends = (match for match in _NEAR_END.finditer(raw) if raw[match.start() - 1] == _OPEN)
    end = next(ends, None)
    if end is None or _START_TAG.search(raw, end.end()) is None:
        return raw
    return _END.sub(b"", raw)


def mended(raw: bytes, all_of: Callable[[str], Sequence[HtmlElement]]) -> bytes:
    """A page with the beginnings and ends that browsers see in it, where its tree, all elements of
    one tag in which `all_of` gives, has a sign that libxml2 saw others."""
    if any(not script.text and not script.get("src") for script in all_of("script")):
        raw = with_open_scripts(raw)
    blocks = chain.from_iterable(map(all_of, _NO_PARAGRAPHS))
    if any((above := block.getparent()) is not None and above.tag == "p" for block in blocks):
        raw = with_ends_of_paragraphs(raw, len(all_of("p")))
    return raw


def with_open_scripts(raw: bytes) -> bytes:
    """The page with each script that ends itself, «<script/> code </script>», begun: to browsers it
    is begun, and libxml2 takes its code for text. One before whose end another begins ends where it
    says."""
    return _CLOSED_SCRIPT.sub(lambda tag: tag[1].rstrip(b"/") + b">", raw)


_CLOSED_SCRIPT = re.compile(
    rb"(<script\b[^<>]{0,500}+)(?<=/)>(?=[^<]*+(?:<(?!/?script\b)[^<]*+)*+</script\b)",
    re.IGNORECASE,
)


def with_ends_of_paragraphs(raw: bytes, begun: int) -> bytes:
    """A page that has `begun` so many paragraphs and leaves out the ends of many, as HTML allows,
    with one before each element that is in none: `_NO_PARAGRAPHS`."""
    if begun * _ENDLESS_SHARE - _LEAST_ENDLESS < len(_ITS_END.findall(raw)):
        return raw
    return _SCRIPT_OR_NONE.sub(lambda tag: tag[0] if len(tag[0]) > 1 else b"</p><", raw)
