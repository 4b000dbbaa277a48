"""The part of a list that can be read: a page over a limit may name good articles before it."""

from __future__ import annotations

import re
from dataclasses import replace

from pipeline.limits import limits
from pipeline.page.raw_page import count_tags, crowded_tag
from pipeline.records import Page

_TAG = re.compile(rb"<(/?)([a-zA-Z][\w-]*)", re.ASCII)
_UNCLOSED = frozenset(
    b"area base br col dd dt embed hr img input li link meta option p source td th tr track"
    b" wbr".split()
)
"""Elements without an end tag, or whose end tag may be left out."""


LIST_SHARE = 3
"""Of a list, a third of the tags that a page may have are read: finding its links takes twice the
memory of reading a text, and 50,000 are ten for each link of which a list may have 5,000."""


def cut(page: Page) -> Page:
    """The page, or as much of its beginning as may be parsed: the newest links stand first."""
    if (crowded := crowded_tag(page.body)) is not None:
        page = replace(page, body=page.body[:crowded])
    most = limits().max_tags // LIST_SHARE
    while (tags := count_tags(page.body)) > most:
        page = beginning(page, len(page.body) * most // tags)
    return page


def beginning(page: Page, size: int) -> Page:
    """The page cut off before `size`, at no half of a letter of UTF-16 or UTF-32."""
    return replace(page, body=page.body[: size // 4 * 4 - 4])


def shallow(page: Page) -> Page | None:
    """What stands before a page's elements lie too deep within each other; None where its tags do
    not tell."""
    most = limits().max_depth // 2
    depth = 0
    for tag in _TAG.finditer(page.body):
        if tag[2].lower() in _UNCLOSED:
            continue
        depth = max(0, depth - 1) if tag[1] else depth + 1
        if depth > most:
            return replace(page, body=page.body[: tag.start()])
    return None
