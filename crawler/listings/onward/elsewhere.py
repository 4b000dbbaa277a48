"""Further pages of a section under another path, which carry its number or its name."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from urllib.parse import parse_qsl, unquote, urlsplit

from crawler.listings.choice.anchors import Anchor
from crawler.listings.choice.regions import Region
from crawler.listings.labels import words_in
from crawler.listings.onward.archives import is_month_of
from crawler.listings.page_labels import MORE_OF
from crawler.listings.pagination import is_of_whole_section, is_whole_label, place_of
from pipeline.patterns.late_patterns import late_pattern
from pipeline.url_shapes import is_file, url_shape
from pipeline.urls import path_segments

_JOINED = late_pattern(r"[^\W\u2e80-\uffff]{2}")
"""Two letters of one word, in scripts that put blanks between words."""
_IDENTITY = re.compile(r"(?:[a-z]{0,3}[-_]?)?(\d{1,9})(?:[-_].*)?|.*[-_](\d{1,9})", re.IGNORECASE)
_YEAR = re.compile(r"(?:19|20)\d\d")
_DAY = re.compile(r"(?<!\d)(?:19|20)\d\d[-/.]?(?:0?[1-9]|1[0-2])[-/.]?\d{1,2}(?!\d)")
_NO_LISTS = re.compile(r"(?:^|/)(?:rss|feed|feeds|tag|tags|author|authors|search)(?:/|$)")
MIN_WHOLE = 2
MAX_WHOLE_WORDS = 4
"""Letters, and words, beside a section's name of a link to all of it."""
MAX_MONTH_WORDS = 3
"""Words of a link to a month: "October 2026", with a count."""
MIN_NAME = 4
"""Letters of a section's name in its address, at least, for it to stand for the section."""


def find_elsewhere(anchors: Sequence[Anchor], section: str, name: str | None) -> list[str]:
    """Addresses of further pages, in the page's order: where links of numbers lead, and those that
    say "more" or "archive", if they carry the number that the section's own address carries, or
    its name; those that say so of the section by its `name`, wherever they lead."""
    own = identities(section)
    last = [part.lower() for part in path_segments(section)[-1:]]
    articles = Counter(url_shape(a.url) for a in anchors if words_in(a.title) > 3)
    found: list[tuple[int, str]] = []
    for anchor in anchors:
        if anchor.in_heading or is_file(anchor.url):
            continue
        path = urlsplit(anchor.url).path.lower()
        if _NO_LISTS.search(path) and not ("/search" in path and _tells_section(anchor, own, name)):
            continue
        number = int(anchor.text) if anchor.text.isdecimal() and len(anchor.text) < 5 else None
        if number is not None and number > 1 and _counts(anchor.url, number, own):
            if _DAY.search(path):
                continue  # a calendar's
            found.append((number, anchor.url))
        elif (
            anchor.region is not Region.CHROME
            and is_whole_label(anchor.text)
            and articles[url_shape(anchor.url)] < 2
            and (_carries(anchor.url, own) or _pieces(anchor.url)[-1:] == last)
        ) or _tells_section(anchor, own, name):
            found.append((0, anchor.url))
    return [url for _, url in sorted(found, key=lambda pair: pair[0])]


def _tells_section(anchor: Anchor, own: frozenset[str], name: str | None) -> bool:
    """True for a link whose text or query tells that it leads to all of this section, or to one of
    its months."""
    if is_of_whole_section(anchor.text) or _is_whole_of(anchor.text, name):
        return True
    return words_in(anchor.text) <= MAX_MONTH_WORDS and is_month_of(anchor.url, own)


def _is_whole_of(text: str, name: str | None) -> bool:
    """True where a link's text says that all of the section of that name is listed there: "See all
    Technology"."""
    words, own = " ".join(text.lower().split()), " ".join((name or "").lower().split())
    before, found, after = words.partition(own) if own else (words, "", "")
    rest = " ".join(f"{before} {after}".split())
    if not found or len(rest) < MIN_WHOLE or words_in(rest) > MAX_WHOLE_WORDS:
        return False
    joined = (before[-1:] + own[:1], own[-1:] + after[:1])
    if any(_JOINED.fullmatch(pair) for pair in joined):
        return False  # a part of another word
    return is_whole_label(rest) or rest in MORE_OF


def identities(section: str) -> frozenset[str]:
    """The numbers that tell a section from others in its address, else its name there."""
    place = place_of(section)
    values = [part for part in path_segments(section) if not _YEAR.fullmatch(part)]
    values += [value for _, value in parse_qsl(place.key.partition("?")[2])]
    numbers = {n for value in values if (n := _number_in(value))}
    if numbers:
        return frozenset(numbers)
    name = values[-1].lower() if values else ""
    return frozenset({name} if len(name) >= MIN_NAME else ())


def _number_in(value: str) -> str | None:
    found = _IDENTITY.fullmatch(value)
    return next(filter(None, found.groups()), None) if found else None


def _pieces(url: str) -> list[str]:
    parts = urlsplit(url)
    pieces = [piece for piece in unquote(parts.path).lower().split("/") if piece]
    return pieces + [value.lower() for _, value in parse_qsl(parts.query)]


def _carries(url: str, own: frozenset[str]) -> bool:
    return any(piece in own or _number_in(piece) in own for piece in _pieces(url))


def _counts(url: str, number: int, own: frozenset[str]) -> bool:
    """True where an address carries, beside what tells the section, the page's number, or one from
    which it follows (the first page is 0; so many entries a page)."""
    pieces = _pieces(url)
    numbers = [n for piece in pieces for n in re.findall(r"\d{1,9}", piece)]
    told = own & {*pieces, *numbers}
    if not told:
        return False
    for number_of_own in told & set(numbers):
        numbers.remove(number_of_own)
    found = [int(n) for n in numbers]
    sizes = [n // (number - 1) for n in found if n % (number - 1) == 0]
    return number in found or number - 1 in found or any(5 <= size <= 100 for size in sizes)
