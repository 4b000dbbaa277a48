"""What sites add to titles at either end: their name, a section, a date, a kicker."""

from __future__ import annotations

import re
from dataclasses import dataclass
from itertools import islice

from pipeline.page.elements import letters
from pipeline.titles.site_names import MAX_SEPARATORS, is_part_of_site, separators

MAX_KICKER_CHARS = 40
"""A longer beginning is a part of the title. The longest kicker of 125 publisher pages has 30."""

_COLON = re.compile(r"(?<=[^\s:]):\s+")
_TIGHT = re.compile(r"(?<=\S)[-_–—－丨]+(?=\S)")
_WIDE_COLON = re.compile(r"(?<=\S)\s*：\s*(?=\S)")
_HAN = re.compile("[\u3400-\u9fff]")
_UNDERSCORE = re.compile(r"(?<![\x00-\x7f])_|_(?![\x00-\x7f])")
"""In Chinese titles what parts the headline from sections and the site's name."""
_BAR = re.compile(r"\s*[|｜丨]\s*")
_UNSPACED_SITE = re.compile(
    r"\s*[-–—－丨|]+\s*[\u3400-\u9fff\w]{0,10}"
    r"(?:网|網|网站|網站|官网|官網|日报|日報|晚报|晚報|新闻|新聞|频道|頻道|在线|門戶|门户)$"
)
MIN_HAN_TITLE = 6
"""Letters of a headline in Chinese at least; a shorter beginning may be the site's name."""
_DATE_ONLY = re.compile(r"^[\d./\s-]{6,12}$")


@dataclass(frozen=True, slots=True)
class Cleaned:
    """A candidate without the site's additions; `stripped` tells whether there were any."""

    text: str
    stripped: bool

    @property
    def key(self) -> str:
        return letters(self.text)


def without_affixes(
    value: str,
    sites: frozenset[str],
    heads: dict[str, str],
    shown: frozenset[str],
    *,
    whole: bool = False,
) -> Cleaned:
    """A candidate without the site's name, its section and its date at either end.

    `whole`: a heading of the page that is only a part of the candidate cuts nothing off, unless
    the site's name is in the rest.
    """
    if letters(value) in heads:
        return Cleaned(value, False)
    for colon in islice(_COLON.finditer(value), MAX_SEPARATORS):
        # «Headline: Science: The Courier»: a colon parts more often than it ends.
        head, end_part = value[: colon.start()], value.rpartition(": ")[2]
        if letters(head) in heads and is_part_of_site(end_part, sites):
            return Cleaned(head.strip(), True)
        if letters(head) in sites and letters(value[colon.end() :]) in heads:
            return Cleaned(value[colon.end() :].strip(), True)
    for sign in islice(_TIGHT.finditer(value), MAX_SEPARATORS):
        # «标题-网站»: scripts that part no words set no blanks around a separator.
        head = value[: sign.start()]
        if letters(value[sign.end() :]) in sites and letters(head) in heads:
            return Cleaned(head, True)
    if _HAN.search(value):
        site = _UNDERSCORE.search(value) or _UNSPACED_SITE.search(value)
        if site and len(letters(value[: site.start()])) >= MIN_HAN_TITLE:
            return Cleaned(_before_labels(value[: site.start()].strip(), heads), True)
    for colon in [*islice(_WIDE_COLON.finditer(value), MAX_SEPARATORS)][-1:]:
        if is_part_of_site(value[colon.end() :], sites):
            return Cleaned(value[: colon.start()].strip(), True)
    spans = separators(value)
    if not spans or len(spans) > MAX_SEPARATORS:
        return Cleaned(value, False)
    # A heading of the page inside the candidate ends the question; of two headings the longer.
    for start, end in spans:
        before, after = value[:start].strip(), value[end:].strip()
        if letters(before) in shown and letters(after) in shown:
            return Cleaned(max(before, after, key=len), True)
    for start, _ in spans:
        if letters(value[:start]) in heads and not _is_kicker(value[start:]):
            last_part = value[spans[-1][1] :]
            if not whole or is_part_of_site(last_part, sites):
                return Cleaned(value[:start].strip(), True)
    for _, end in spans if not whole else ():
        if letters(value[end:]) in heads:
            return Cleaned(value[end:].strip(), True)
    first, last = 0, len(value)
    stripped = False
    pieces = len(spans)
    while pieces and spans:
        start, end = spans[-1]
        tail = value[end:last]
        if is_part_of_site(tail, sites) or (_DATE_ONLY.match(tail.strip()) and stripped is False):
            last, stripped = start, True
            spans.pop()
        elif len(spans) > 1 and _DATE_ONLY.match(tail.strip()):
            last = start
            spans.pop()
        else:
            break
    while spans:
        start, end = spans[0]
        if not is_part_of_site(value[first:start], sites):
            break
        first, stripped = end, True
        spans.pop(0)
    text = value[first:last].strip()
    return Cleaned(text, stripped) if text else Cleaned(value, False)


def _before_labels(text: str, heads: dict[str, str]) -> str:
    """The headline of the page with which a text begins, without the tags or sections that bars
    part from it: «标题|公司|手机»; else the text."""
    for bar in islice(_BAR.finditer(text), MAX_SEPARATORS):
        if letters(text[: bar.start()]) in heads:
            return text[: bar.start()]
    return text


def _is_kicker(rest: str) -> bool:
    """Whether what follows a heading is longer than any site's name: then it was a kicker."""
    return len(rest) > 70


def without_kickers(chosen: str, heads: dict[str, str]) -> str:
    """What follows two different kickers, where metadata and the page's headline differ in them."""
    if letters(chosen) in heads:
        return chosen
    for head in heads.values():
        for separator in (" - ", " – ", ": ", " | "):
            kicker, _, tail = map(str.strip, head.partition(separator))
            before = chosen.removesuffix(tail).rstrip()
            if letters(kicker).endswith(letters(before) or "-"):
                continue  # the same kicker, behind a label
            short = len(before) <= min(MAX_KICKER_CHARS, len(tail))
            if (
                len(tail) > 20
                and short
                and before != chosen
                and before[-1:] in (":", "|", "–", "-")
            ):
                return tail
    return chosen
