"""What sites add to titles at either end: their name, a section, a date, a kicker."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import islice, pairwise

from pipeline.page.elements import letters
from pipeline.patterns.late_patterns import late_pattern
from pipeline.titles.site_names import MAX_SEPARATORS, is_part_of_site, separators

MAX_KICKER_CHARS = 40
"""A longer beginning is a part of the title. The longest kicker of 125 publisher pages has 30."""

_COLON = re.compile(r"(?<=[^\s:]):\s+")
_TIGHT = re.compile(r"(?<=\S)(?:[-_–—－丨]+(?=\S)|(?<!\.)\.{2,3}\s?(?=[^\s.]))")
_WIDE_COLON = re.compile(r"(?<=\S)\s*：\s*(?=\S)")
_HAN = late_pattern("[\u3400-\u9fff]")
_UNDERSCORE = re.compile(r"(?<![\x00-\x7f])_|_(?![\x00-\x7f])")
"""In Chinese titles what parts the headline from sections and the site's name."""
_BAR = re.compile(r"\s*[|｜丨]\s*")
_BAR_OR_DASH = re.compile(r"\s*[|｜丨_－—–-]+\s*")
_UNSPACED_SITE = late_pattern(
    r"\s*[-–—－丨|]+\s*[\u3400-\u9fff\w]{0,10}"
    r"(?:网|網|网站|網站|官网|官網|日报|日報|晚报|晚報|新闻|新聞|频道|頻道|在线|門戶|门户)$"
)
MAX_HAN_NAME = 8
"""Letters of the name of a site in Chinese; more behind a headline may be its second half."""
MIN_HAN_TITLE = 6
"""Letters of a headline in Chinese at least; a shorter beginning may be the site's name."""
_DATE_ONLY = re.compile(r"^[\d./\s-]{6,12}$")
_DAY_BEHIND = re.compile(r"\s+\d{1,2}[./-]\d{1,2}[./-](?:19|20)\d\d$")
"""A day that an agency sets right behind a headline, with no sign between."""
_DAY = re.compile(r"^\d{1,2}\.? [^\W\d_]{3,12}\.? (?:19|20)\d\d$")


@dataclass(frozen=True, slots=True)
class Cleaned:
    """A candidate without the site's additions; `stripped` tells whether there were any."""

    text: str
    stripped: bool

    @property
    def key(self) -> str:
        return letters(self.text)


def without_site(headline: str, sites: frozenset[str]) -> str:
    """A headline of the page without the site's name that a bar sets behind it."""
    for bar in [*islice(_BAR.finditer(headline), MAX_SEPARATORS)][-1:]:
        if bar.start() > len(headline) - bar.end() and letters(headline[bar.end() :]) in sites:
            return headline[: bar.start()]
    return headline


def without_affixes(
    value: str,
    sites: frozenset[str],
    heads: dict[str, str],
    shown: frozenset[str],
    *,
    whole: bool = False,
    sections: frozenset[str] = frozenset(),
) -> Cleaned:
    """A candidate without the site's name, its section and its date at either end.

    `whole`: a heading of the page that is only a part of the candidate cuts nothing off, unless
    the site's name is in the rest. `sections` are the folded names of the page's section.
    """
    if letters(value) in heads:
        return Cleaned(value, False)
    day = _DAY_BEHIND.search(value) if value[-1:].isdigit() else None
    if day:
        before = without_affixes(value[: day.start()], sites, heads, shown)
        if before.key in heads:
            return Cleaned(before.text, True)
    cut = _without_colon(value, sites, heads) or _without_unspaced(value, sites, heads)
    if cut is not None:
        return Cleaned(cut, True)
    spans = separators(value)
    if not spans or len(spans) > MAX_SEPARATORS:
        return Cleaned(value, False)
    cut = _heading_in(value, spans, sites, heads, shown, whole=whole)
    if cut is not None:
        return Cleaned(cut, True)
    trimmed = _trimmed(value, spans, sites, sections)
    again = _without_unspaced(trimmed.text, sites, heads) if ".." in trimmed.text else None
    return trimmed if again is None else Cleaned(again, True)  # «Headline..Courier | Courier»


def _without_colon(value: str, sites: frozenset[str], heads: dict[str, str]) -> str | None:
    """A candidate without the site at either end, which a colon parts; a colon parts more often
    than it ends, so that a heading of the page must be what stays, where it has any: «Headline:
    Science: The Courier»."""
    for colon in islice(_COLON.finditer(value), MAX_SEPARATORS):
        head, end_part = value[: colon.start()], value.rpartition(": ")[2]
        if letters(head) in heads and is_part_of_site(end_part, sites):
            return head.strip()
        if letters(head) in sites and (not heads or letters(value[colon.end() :]) in heads):
            return value[colon.end() :].strip()
    return None


def _without_unspaced(value: str, sites: frozenset[str], heads: dict[str, str]) -> str | None:
    """A candidate without the site behind it, in scripts that part no words and set no blanks
    around a separator, «标题-网站», or behind a colon with blanks on both sides."""
    for sign in islice(_TIGHT.finditer(value), MAX_SEPARATORS):
        head = value[: sign.start()]
        if letters(head) in heads and _is_behind(value[sign.end() :], head, sites):
            return head
    if _HAN.search(value):
        site = _UNDERSCORE.search(value) or _UNSPACED_SITE.search(value)
        if site and len(letters(value[: site.start()])) >= MIN_HAN_TITLE:
            return _before_labels(value[: site.start()].strip(), heads)
    for colon in [*islice(_WIDE_COLON.finditer(value), MAX_SEPARATORS)][-1:]:
        if is_part_of_site(value[colon.end() :], sites):
            return value[: colon.start()].strip()
    return None


def _is_behind(tail: str, head: str, sites: frozenset[str]) -> bool:
    """Whether what a sign without blanks parts from the page's headline is the site's name: one
    that is known, or in Chinese any few letters."""
    key = letters(tail)
    if not sites.isdisjoint((key, key.replace("ى", "ي"), key.replace("ي", "ى"))):
        return True  # Egypt writes either letter at a word's end
    short = len(letters(tail)) <= MAX_HAN_NAME and len(letters(head)) >= MIN_HAN_TITLE
    return short and _HAN.search(tail) is not None and _HAN.search(head) is not None


def _heading_in(
    value: str,
    spans: Sequence[tuple[int, int]],
    sites: frozenset[str],
    heads: dict[str, str],
    shown: frozenset[str],
    *,
    whole: bool,
) -> str | None:
    """A heading of the page inside the candidate, which ends the question; of two the longer."""
    for start, end in spans:
        before, after = value[:start].strip(), value[end:].strip()
        if letters(before) in shown and letters(after) in shown:
            return max(before, after, key=len)
    last_part = value[spans[-1][1] :]
    begun = [value[:start].strip() for start, _ in spans if letters(value[:start]) in shown]
    longest = max(begun, key=len, default="")
    if letters(last_part) in shown and len(longest) > len(last_part):
        return longest  # «Headline - Standfirst | The Courier - News», with a heading «News» too
    if not whole and letters(last_part) in shown and len(last_part) > spans[0][0]:
        return last_part.strip()  # «News - The Town Hall - Headline», with a heading «News» too
    for start, _ in spans:
        is_heading = _ends_heading(value[:start], heads) and not _is_kicker(value[start:])
        if is_heading and (not whole or is_part_of_site(last_part, sites)):
            return value[:start].strip()
    for _, end in spans if not whole else ():
        if letters(value[end:]) in heads:
            return value[end:].strip()
    return None


MIN_KICKED_CHARS = 15
"""Letters of a headline that stands behind a kicker, at least."""


def _ends_heading(text: str, heads: dict[str, str]) -> bool:
    """Whether a text is a heading of the page, or one with a kicker before it: «Exclusive Council
    passes a plan for the buses»."""
    key = letters(text)
    if key in heads or len(key) < MIN_KICKED_CHARS:
        return key in heads
    return any(h.endswith(key) and len(h) - len(key) <= MAX_KICKER_CHARS for h in heads)


def _trimmed(
    value: str, spans: list[tuple[int, int]], sites: frozenset[str], sections: frozenset[str]
) -> Cleaned:
    """A candidate without what the site sets at its ends: its names, one date behind them, and
    before these a section."""
    first, last = 0, len(value)
    claimed = min(_before_claim(value, spans, sites), _before_day(value, spans))
    stripped = claimed < len(spans)
    if stripped:
        last, spans = spans[claimed][0], spans[:claimed]
    while spans:
        start, end = spans[-1]
        tail = value[end:last]
        is_date = _DATE_ONLY.match(tail.strip())
        in_section = stripped and letters(tail) in sections
        if is_part_of_site(tail, sites) or in_section or (is_date and not stripped):
            stripped = True
        elif len(spans) == 1 or not is_date:
            break
        last = start
        spans = spans[:-1]
    while spans:
        start, end = spans[0]
        if not is_part_of_site(value[first:start], sites):
            break
        first, stripped = end, True
        spans = spans[1:]
    text = value[first:last].strip()
    return Cleaned(text, stripped) if text else Cleaned(value, False)


MIN_CLAIMED_CHARS = 15
"""Letters of a title before the site's name and what that says of itself, at least."""


def _before_claim(value: str, spans: Sequence[tuple[int, int]], sites: frozenset[str]) -> int:
    """The place among `spans` of the separator before the site's name, where that stands between
    two and a claim that is shorter than the title behind it: «Headline » The Courier - News from
    the Coast»; past their end where none does."""
    for place, ((start, end), (behind, _)) in enumerate(pairwise(spans)):
        is_title = start >= max(MIN_CLAIMED_CHARS, len(value) - behind)
        if is_title and letters(value[end:behind]) in sites:
            return place
    return len(spans)


def _before_day(value: str, spans: Sequence[tuple[int, int]]) -> int:
    """The place among `spans` of the separator before a day that stands between two, as builders of
    sites set it: «Headline - 26 October 2010 - Blog - The Courier»; past their end elsewhere."""
    for place, ((_, end), (behind, _)) in enumerate(pairwise(spans)):
        if _DAY.match(value[end:behind]):
            return place
    return len(spans)


def _before_labels(text: str, heads: dict[str, str]) -> str:
    """The headline of the page with which a text begins, without the tags or sections that bars
    or dashes part from it: «标题|公司|手机», «标题 - 财经»; else the text."""
    for bar in islice(_BAR_OR_DASH.finditer(text), MAX_SEPARATORS):
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
        if chosen.endswith(head):
            continue  # one kicker more, and the same
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
