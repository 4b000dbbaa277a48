"""Whether a day is the beginning or the end of a time that is told: of an event, of an offer."""

from __future__ import annotations

import re
from functools import lru_cache

from lxml.html import HtmlElement

from pipeline.days.calendars import MONTH, with_months_signed
from pipeline.days.words import (
    WORDS,
    before_numbers,
    is_label_of_happening,
    plain,
    says_what_happens,
    speaks_of_modification,
    speaks_of_publication,
)
from pipeline.page.elements import text_of_element
from pipeline.patterns.late_patterns import late_pattern
from pipeline.patterns.word_patterns import any_word

MAX_CHARS = 160
"""Of a line that tells a time."""
_UNTIL = any_word(plain(word) for word in WORDS["until"])
_TO = any_word(plain(word) for word in [*WORDS["until"], *WORDS["to"]])
_YEAR = r"(?:19|20)\d\d(?!\d)"
_NAMED = (
    rf"(?:\d{{1,2}}(?:st|nd|rd|th|er|\.|º)?\s*(?:de\s|di\s|of\s)?{MONTH}\.?"
    rf"|{MONTH}\.?\s*\d{{1,2}}(?:st|nd|rd|th)?(?![\d:]))"
)
_FULL = (
    rf"(?:{_NAMED}[\s,]*(?:de\s|del\s|of\s)?{_YEAR}"
    rf"|(?<!\d)\d{{1,2}}([./-])\d{{1,2}}\1{_YEAR}|(?<!\d){_YEAR}[./-]\d{{1,2}}[./-]\d{{1,2}}(?!\d))"
)
_DAY = late_pattern(_FULL)
_ENDING = late_pattern(rf"(?<!\w)(?:{_UNTIL})\s+(?:[^\W\d]+[.,]*\s+)?(?={_FULL})")
"""«through July 9, 2014», «bis Sonntag, 12. Mai 2026»."""
_JOINED = late_pattern(rf"\s*(?:[–—-]|(?<!\w)(?:{_TO})(?!\w))\s*(?:[^\W\d]+[.,]*\s+)?")
"""What stands between the first day of a time and the last."""
_BEGINNING = late_pattern(rf"{_NAMED}\s?(?:[–—]|-|(?<!\w)(?:{_TO})(?!\w))\s?(?={_FULL})")
"""«24 April to 2 October 2026»."""
_DAYS_OF_MONTH = late_pattern(
    rf"(?<![\d.:/,-])(\d{{1,2}})\.?(?:[–-]|\s(?:{_TO})\s)(?=(\d{{1,2}})\D)(?={_FULL})"
)
"""«12–14 May 2026», «del 12 al 25 de julio de 2022»."""
_OCLOCK = r"(?:[01]?\d|2[0-3])(?::[0-5]\d|[.h][0-5]\d(?=\s?(?:uhr|h\b)))"
_HOURS = late_pattern(
    rf"(?<![\d:.])({_OCLOCK})\s?(?:uhr|h|[ap]\.?m\.?)?\s?(?:[–—-]|(?<!\w)(?:{_TO})(?!\w))\s?"
    rf"({_OCLOCK})(?!\d|[./:-]\s?\d)"
)
"""«14:45 Uhr bis 15:45 Uhr», «10:00–11:30»; an hour's distance from UTC is no second hour."""

_OF_EVENT = re.compile(
    r"(?:^|[\s_-])(?:dt(?:start|end)|events?[_-](?:meta|date|time|start|end|schedule)|(?:start|end)date)"
    r"(?:$|[\s_-])",
    re.IGNORECASE,
)
"""What iCalendar, schema.org and calendars of systems call the beginning and end of an event."""


@lru_cache(maxsize=20_000)
def is_called_event(names: str) -> bool:
    """Whether names are those of an event's day."""
    return _OF_EVENT.search(names) is not None


def is_of_span(element: HtmlElement, text: str) -> bool:
    """Whether the first day of an element's `text` begins or ends a time that it tells, or that the
    line does in which the element stands: «from 24 April to 2 October 2017», «20 February 2019,
    14:45 to 15:45», «open until 25 July 2022», or has a label that says what happens on it."""
    if tells_span(text) or says_what_happens(plain(text)) or is_of_happening(element):
        return True
    box = element.getparent() if element.tag in _INLINE else None
    if box is None:
        return False
    line = text_of_element(box)
    return len(text) < len(line) <= MAX_CHARS and tells_span(line)


def is_of_happening(element: HtmlElement) -> bool:
    """Whether what begins an element, or stands before it or the box of which it is all, is a
    label of a day on which something happens: «<dt>When</dt><dd>…», «<b>Deadline:</b> …»."""
    first = next(iter(element), None)
    if first is not None and not (element.text or "").strip():
        said = text_of_element(first)
        if len(said) <= MAX_LABEL_CHARS and is_label_of_happening(said):
            return True
    box = element
    for _ in range(LABEL_BOXES):
        before, around = box.getprevious(), box.getparent()
        if around is None:
            return False
        said = (before.tail if before is not None else around.text) or ""
        if not said.strip() and before is not None:
            said = text_of_element(before)
        if said.strip():
            return len(said) <= MAX_LABEL_CHARS and is_label_of_happening(said)
        if len(around) > 1:
            return False
        box = around
    return False


LABEL_BOXES = 3
MAX_LABEL_CHARS = 40
_INLINE = frozenset({"span", "b", "strong", "em", "i", "a", "font", "small"})


def tells_span(text: str) -> bool:
    """Whether a text's first day with a year begins or ends a time."""
    low = plain(text)
    if speaks_of_publication(before_numbers(low)):
        return False
    signed = with_months_signed(low)
    first = _DAY.search(signed)
    if first is None:
        return False
    ending = _ENDING.search(signed)
    if ending is not None and ending.end() <= first.start():
        return True
    if _BEGINNING.search(signed):
        return True
    if any(int(span[1]) < int(span[2]) for span in _DAYS_OF_MONTH.finditer(signed)):
        return True
    joint = _JOINED.match(signed, first.end())
    last = _DAY.match(signed, joint.end()) if joint else None
    if joint is not None and last is not None:
        said = joint[0]  # «12 May 2026 – Updated 14 May 2026»
        labelled = speaks_of_modification(said) or speaks_of_publication(said)
        return last[0] != first[0] and not labelled
    return any(_minutes(span[1]) < _minutes(span[2]) for span in _HOURS.finditer(signed))


def _minutes(clock: str) -> int:
    hours, minutes = re.split(r"[:.h]", clock)
    return int(hours) * 60 + int(minutes)
