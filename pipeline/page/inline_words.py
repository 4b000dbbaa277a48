"""Words amid a sentence that are called like a part beside the article, and are none.

`Seit dem Tod von <a class="topic-teaser">Jane Doe</a> im März …`, `At <span class="ticker">…`.
"""

from __future__ import annotations

import re

from lxml.html import HtmlElement

from pipeline.patterns.late_patterns import late_pattern

_INLINE = frozenset({"a", "span", "b", "strong", "em", "i", "u", "abbr", "mark", "font"})
_OF_OTHERS = frozenset({"related", "teaser", "navigation", "share", "newsletter", "aside", "print"})
"""Regions that no words amid a sentence are: a link may be called a teaser, a firm a ticker."""

MAX_CHARS = 80
LEAST_SENTENCE_CHARS = 60
"""Letters of the words themselves, and of what stands around them in their block."""

_GOES_ON = re.compile(r"\s*[^\W_]|[,.;:!?)’'»”“\"]+(?:\s|$)|\s+[(–—«“\"„-]|[-–][^\W_]")
_SMALL = re.compile(r"\s*(?=[^\W\d_])")
_OPEN = frozenset(",;(«„“‘’'\"–—-")
"""What the words may follow within a sentence, a letter or a digit aside; after a colon or a full
stop they may be what «Read also:» leads to."""
_WORD = late_pattern(r"[^\[]*?(?:[^\W\d_]{3}|[\u3040-\u9fff]{2})")


def is_amid_sentence(element: HtmlElement, tag: str, region: str) -> bool:
    """Whether an element is a few words of a sentence that goes on behind it."""
    if region == "reference":  # systems of documentation call every link so, not a mark alone
        return tag == "a" and _WORD.match("".join(element.itertext())) is not None
    if tag not in _INLINE or not (region in _OF_OTHERS or (region == "meta" and tag == "a")):
        return False
    parent, previous, tail = element.getparent(), element.getprevious(), element.tail or ""
    if parent is None or not _GOES_ON.match(tail):
        return False
    before = ((parent.text if previous is None else previous.tail) or "").strip()[-1:]
    small = _SMALL.match(tail)
    goes_on = small is not None and tail[small.end()].islower() and before != ":"
    if not (goes_on or before.isalnum() or before in _OPEN) or (not before and not goes_on):
        return False
    own = len(parent.text or "") + sum(len(child.tail or "") for child in parent)
    return own >= LEAST_SENTENCE_CHARS and 0 < sum(map(len, element.itertext())) <= MAX_CHARS


MAX_DAY_CHARS = 40
_DAY_NAME = re.compile(r"(?:^|[\s_-])(?:date|datum|fecha)(?:\s|$)")
_YEAR = re.compile(r"(?<!\d)20\d\d(?!\d)")
_SAID = (".", "?", "!", "…", "»", "”", '"')


def is_day_behind(element: HtmlElement, tag: str, names: str) -> bool:
    """Whether words that are called a date stand behind the last sentence of their block."""
    if tag != "span" or not _DAY_NAME.search(names) or (element.tail or "").strip():
        return False
    parent, previous = element.getparent(), element.getprevious()
    if parent is None or element.getnext() is not None:
        return False
    before = ((parent.text if previous is None else previous.tail) or "").strip()
    day = "".join(element.itertext())
    is_day = len(day) <= MAX_DAY_CHARS and _YEAR.search(day) is not None
    return is_day and len(before) >= LEAST_SENTENCE_CHARS and before.endswith(_SAID)
