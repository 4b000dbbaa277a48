"""Whether an article is a running report."""

from __future__ import annotations

import re
from itertools import islice

from lxml.html import HtmlElement

from pipeline.declared.jsonld import types_of
from pipeline.declared.metadata import Metadata
from pipeline.page.elements import text_of_element
from pipeline.page.html import Document
from pipeline.page.within import in_comments, regions_between

_LIVE = r"live[-_]*(?:blog|ticker|updates?|feed|coverage|posts?|entry|stream)"
_NAME = re.compile(rf"(?:^|[\s_-])(?:{_LIVE}|lb[-_]+(?:post|entry))", re.IGNORECASE)
"""What the entries of a running report are called, or the box that holds them."""
_HUMPS = re.compile(r"(?<=[a-z])(?=[A-Z])")
_REPORT = re.compile(r"(?:^|[\s_-])live[-_ ]*(?:blog|ticker)(?:$|[\s_-])", re.IGNORECASE)
_EMBEDDED = ("24liveblog.com", "scribblelive.com", "livecenter.norkon.net")
"""Whose running reports sites embed."""
_CLOCK = re.compile(r"(?<!\d)(?:[01]?\d|2[0-3])[:.h][0-5]\d(?!\d)")
_OTHERS = frozenset({"aside", "related", "teaser", "comments", "navigation", "footer"})
ENTRIES = 3
"""Entries with a time and a text each from which they are a report."""
ENTRY_CHARS = 30
TRIED = 40


def is_live_blog(doc: Document, meta: Metadata) -> bool | None:
    """Whether the article is a running report, ended or not; None where nothing speaks for it and
    no data call it an article. Told by its data, or by entries that are called so and have a time
    and a text each."""
    for node in (meta.article, *meta.nodes):
        if "LiveBlogPosting" in types_of(node) or node.get("liveBlogUpdate"):
            return True
    if any("LiveBlogPosting" in name for name in meta.types) or _is_shown(doc, meta):
        return True
    return False if meta.article else None


def _is_shown(doc: Document, meta: Metadata) -> bool:
    may_be = doc.class_names.that_hold("live", "lb")
    if any(_is_called_so(doc, names) for names in filter(_is_name, may_be)):
        return True
    if _is_embedded(doc):
        return True
    called = [value for key, values in meta.meta.items() if "type" in key for value in values]
    whole = [*doc.all_of("body")[:1], *doc.all_of("article")[:1]]
    called += [each.get(name) or "" for each in whole for name in ("class", "data-component")]
    return any(map(_REPORT.search, called)) and _holds_entries(whole)


def _is_name(names: str) -> bool:
    return _NAME.search(_HUMPS.sub("-", names)) is not None


def _is_called_so(doc: Document, names: str) -> bool:
    """Whether the elements of a name are the entries of a report, or one holds such entries."""
    found = [e for e in islice(doc.by_class[names], TRIED) if e.tag in _BOXES]
    entries = [e for e in found if _is_entry(e)]
    if len(entries) >= ENTRIES:
        return not _is_beside(entries[0])
    return any(_holds_entries([e]) and not _is_beside(e) for e in found[:ENTRIES])


_BOXES = frozenset({"div", "article", "section", "li", "ol", "ul"})


def _holds_entries(boxes: list[HtmlElement]) -> bool:
    """Whether entries with a time each stand side by side in a box."""
    for box in boxes:
        if sum(map(_is_entry, islice(box, TRIED))) >= ENTRIES:
            return True
        for time in islice(box.iter("time"), TRIED):
            entry = time.getparent()
            beside = entry.getparent() if entry is not None else None
            if beside is not None and sum(map(_is_entry, islice(beside, TRIED))) >= ENTRIES:
                return True
    return False


def _is_entry(element: HtmlElement) -> bool:
    """Whether an element has a time and a text of its own, and is no card of an article."""
    if element.tag not in _BOXES or element.find(".//p") is None:
        return False
    text = text_of_element(element)
    timed = next(element.iter("time"), None) is not None or _CLOCK.search(text[:80]) is not None
    heading = next(element.iter("h2", "h3", "h4"), None)
    linked = heading is not None and next(heading.iter("a"), None) is not None
    linked = linked or next(element.iterancestors("a"), None) is not None
    return timed and len(text) >= ENTRY_CHARS and not linked


def _is_beside(element: HtmlElement) -> bool:
    regions = regions_between(element, frozenset())
    return not _OTHERS.isdisjoint(regions) or in_comments(element)


def _is_embedded(doc: Document) -> bool:
    """Whether what a page embeds of another house is a report: its own box, or its frame."""
    if doc.class_names.that_hold("scrbbl-embed"):
        return True
    sources = (e.get("src") or "" for e in (*doc.all_of("iframe"), *doc.all_of("script")))
    return any(mark in source for source in sources if source for mark in _EMBEDDED)
