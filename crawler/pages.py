"""Responses as pages, and an article's pages as one article."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import UTC, datetime
from email.message import Message
from itertools import count, takewhile

from scrapy.http import Response

from pipeline.fingerprints import content_hash, skeleton
from pipeline.records import Article, Link, Page, Removed, Source
from pipeline.text import count_words, text_of
from pipeline.words.folding import fold


def page_of(response: Response, source: Source, link: Link | None = None) -> Page:
    """The page that a response holds, fetched now."""
    request = response.request
    first = request.meta.get("redirect_urls", [request.url])[0] if request else response.url
    headers = tuple(
        (name.decode("latin-1").lower(), value.decode("latin-1"))
        for name, values in response.headers.items()
        for value in values
    )
    return Page(
        requested_url=first,
        final_url=response.url,
        body=response.body,
        fetched_at=datetime.now(UTC),
        status=response.status,
        headers=headers,
        charset=_charset(dict(headers).get("content-type", "")),
        source=source,
        link=link,
    )


def _charset(content_type: str) -> str | None:
    """The charset that a Content-Type names, None where it names none."""
    message = Message()
    message["content-type"] = content_type.replace("\r", " ").replace("\n", " ")
    found = message.get_param("charset")
    return found.strip("'\" ") or None if isinstance(found, str) else None


def join_parts(parts: Sequence[Article]) -> Article:
    """One article of its pages, in order; what is said about it is the first page's, and so is the
    standfirst that further pages show again."""
    first = parts[0]
    if len(parts) == 1:
        return first
    parts = [first, *(_without_opening(part, first) for part in parts[1:])]
    blocks = tuple(block for part in parts for block in part.blocks)
    removed, before = [], 0
    for part in parts:
        removed += [replace(line, index=line.index + before) for line in part.removed]
        before += len(part.blocks) + len(part.removed)
    text = text_of(blocks)
    return replace(
        first,
        blocks=blocks,
        removed=tuple(removed),
        text=text,
        word_count=count_words(text),
        content_hash=content_hash(first.title, text),
        next_page_url=None,
    )


NUMBER_WORDS = 4
"""Words that a headline may have more on a further page, or others: «- page 2 of 3»."""


def is_part_of(first: Article, part: Article) -> bool:
    """Whether a further page has the first one's headline, be it with the page's number."""
    one, other = fold(first.title).split(), fold(part.title).split()
    more = other[len(one) :] if other[: len(one)] == one else None
    if more is not None:
        return not more or (len(more) <= NUMBER_WORDS and any(map(str.isdigit, more)))
    same = one[:-NUMBER_WORDS] == other[:-NUMBER_WORDS]
    ends = ([w for w in words[-NUMBER_WORDS:] if not w.isdigit()] for words in (one, other))
    return same and next(ends) == next(ends)


OPENING = 2
"""Blocks with which a page may begin that all pages of its article show."""


def _without_opening(part: Article, first: Article) -> Article:
    """A further page without the blocks that open it as they open the first one."""
    opening = {skeleton(block.text) for block in first.blocks[:OPENING]}
    again = [*takewhile(lambda block: skeleton(block.text) in opening, part.blocks[:OPENING])]
    if not again or len(again) == len(part.blocks):
        return part
    taken = {line.index for line in part.removed}
    free = (index for index in count() if index not in taken)
    lines = [
        Removed(block.text, "line:repeated", index, block.kind, block.level)
        for block, index in zip(again, free, strict=False)
    ]
    removed = sorted((*part.removed, *lines), key=lambda line: line.index)
    return replace(part, blocks=part.blocks[len(again) :], removed=tuple(removed))


def without_text(article: Article) -> Article:
    """The article as far as its page lets it be kept: what is said about it, and no text."""
    return replace(article, blocks=(), text="", removed=(), description=None)
