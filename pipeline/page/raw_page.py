"""A page's bytes, before a tree is built of them: what none is built of, and what is left out."""

from __future__ import annotations

import re
from collections.abc import Iterator

from pipeline.errors import Reason, UnusablePage
from pipeline.limits import limits

_LONG_CHARS = 100_000
LARGE_BYTES = 500_000
_LONG_TAG = re.compile(rb"<[a-zA-Z][^<>]{%d,}" % _LONG_CHARS)
_GAP = re.compile(rb"[ \t\r\n/]+")
_QUOTED = re.compile(rb"=[ \t\r\n]*(?:\"[^\"]*\"|'[^']*')")
"""A value in quotes: its words are no attributes."""
SCRIPT = re.compile(rb"<script\b[^>]{0,500}>[^<]*+(?:<(?!/script)[^<]*+)*+", re.IGNORECASE)
"""A script, whose text is no tags: the data of a site's program holds whole articles in HTML."""
_OF_DATA = b";base64,"
_DATA = re.compile(rb"[\w+/=%]{1000,}", re.ASCII)
_TYPE_OF_DATA = re.compile(rb"data:[\w.+/-]{3,60}\Z", re.ASCII)


def without_data(raw: bytes) -> bytes:
    """A large page without the files that it holds in letters: nobody reads them, and a tree would
    have them more than once."""
    if len(raw) <= LARGE_BYTES or _OF_DATA not in raw:
        return raw
    parts = raw.split(_OF_DATA)
    for place in range(1, len(parts)):
        data = _DATA.match(parts[place])
        if data and _TYPE_OF_DATA.search(parts[place - 1][-65:]):
            parts[place] = parts[place][data.end() :]
    return _OF_DATA.join(parts)


def refuse_too_many(raw: bytes) -> None:
    """Raise `UnusablePage` where a tree would be too large to hold, before it is built."""
    most = limits()
    tags = count_tags(raw)
    if tags > most.max_tags:
        raise UnusablePage(Reason.TOO_LARGE, f"{tags} tags, more than {most.max_tags}")
    if crowded_tag(raw) is not None:
        detail = f"an element of more than {most.max_attributes} attributes"
        raise UnusablePage(Reason.TOO_LARGE, detail)


def count_tags(raw: bytes) -> int:
    """How many tags a page has at most; those in its scripts only where all are few enough."""
    most = limits().max_tags
    tags = raw.count(b"<") if len(raw) > 2 * most else 0  # a tag has two bytes and more
    if tags > most:
        tags -= sum(script[0].count(b"<", 1) for script in SCRIPT.finditer(raw))
    return tags


def crowded_tag(raw: bytes) -> int | None:
    """Where the first element of more attributes than may be stands; None where there is none."""
    for tag in _long_tags(raw):
        if len(_GAP.findall(_QUOTED.sub(b"= ", tag[0]))) > limits().max_attributes:
            return tag.start()
    return None


def _long_tags(raw: bytes) -> Iterator[re.Match[bytes]]:
    """The start tags of 100,000 bytes and more.

    Only where so many bytes hold no «<» is the page read: one look backwards a window is enough to
    pass over all others.
    """
    place = 0
    while place + _LONG_CHARS < len(raw):
        last = raw.rfind(b"<", place + 1, place + _LONG_CHARS + 1)
        if last >= 0:
            place = last
            continue
        tag = _LONG_TAG.match(raw, place)
        if tag:
            yield tag
        place = raw.find(b"<", place + _LONG_CHARS + 1)
        if place < 0:
            return
