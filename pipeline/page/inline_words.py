"""Words amid a sentence that are called like a part beside the article, and are none.

`Seit dem Tod von <a class="topic-teaser">Jane Doe</a> im März …`, `At <span class="ticker">…`.
"""

from __future__ import annotations

import re

from lxml.html import HtmlElement

from pipeline.patterns.late_patterns import late_pattern
from pipeline.writing import is_as_long

_INLINE = frozenset({"a", "span", "b", "strong", "em", "i", "u", "abbr", "mark", "font"})
_OF_OTHERS = frozenset({"related", "teaser", "navigation", "share", "newsletter", "aside", "print"})
"""Regions that no words amid a sentence are: a link may be called a teaser, a firm a ticker."""

MAX_CHARS = 80
LEAST_SENTENCE_CHARS = 60
"""Letters of the words themselves, and of what stands around them in their block."""

_GOES_ON = late_pattern(
    r"\s*[^\W_]|[,.;:!?)’'»”“\"]+(?:\s|$)|\s+[(–—«“\"„-]|[-–][^\W_]|\s*[，。、；：！？）」』》】]"
)
_SMALL = re.compile(r"\s*(?=[^\W\d_])")
_OPEN = frozenset(",;(«„“‘’'\"–—-")
_DENSE_OPEN = frozenset("，、；（「『《")
"""What the words may follow within a sentence, a letter or a digit aside; after a colon or a full
stop they may be what «Read also:» leads to. In scripts without blanks only a link's words do:
other elements there hold notes on the word beside them, which show when one points at it."""
_WORD = late_pattern(r"[^\[]*?(?:[^\W\d_]{3}|[\u3040-\u9fff]{2})")
_UNSPACED = late_pattern(r"\s*[\u3040-\u30ff\u3400-\u9fff]")
LEAST_SENTENCE_SIGNS, LEAST_AHEAD_SIGNS = 30, 15
"""Of what stands around words in scripts without blanks, and behind them where they begin it."""


def is_amid_sentence(element: HtmlElement, tag: str, region: str) -> bool:
    """Whether an element is a few words of a sentence that goes on behind it."""
    if region == "reference":  # systems of documentation call every link so, not a mark alone
        return tag == "a" and _WORD.match("".join(element.itertext())) is not None
    if tag not in _INLINE or not (region in _OF_OTHERS or (region in _OF_LINKS and tag == "a")):
        return False
    said = sum(map(len, element.itertext()))
    element = _wrapped(element)
    parent, tail = element.getparent(), _behind(element)
    if parent is None:
        return False
    own = (parent.text or "") + "".join(child.tail or "" for child in parent)
    if said > MAX_CHARS or not is_as_long(own, LEAST_SENTENCE_CHARS, LEAST_SENTENCE_SIGNS):
        return False
    if region == "dialog":  # what opens it, with words of the sentence itself
        return said > 0
    if not said or not _GOES_ON.match(tail):
        return False
    before = _before(element).strip()[-1:]
    linked = tag == "a"
    dense = linked and _UNSPACED.match(tail) is not None and len(tail) >= LEAST_AHEAD_SIGNS
    small = _SMALL.match(tail)
    goes_on = small is not None and (dense or tail[small.end()].islower()) and before not in _LEADS
    if goes_on or before.isalnum() or (linked and before in _DENSE_OPEN):
        return True
    return before in _OPEN


_OF_LINKS = frozenset({"meta", "dialog"})
"""Regions that no link amid a sentence is: of a subject, or with a note that pops up."""
_LEADS = frozenset({":", "："})


def _wrapped(element: HtmlElement) -> HtmlElement:
    """The outermost inline element that holds the words and nothing else."""
    around = element.getparent()
    while (
        around is not None
        and around.tag in _INLINE
        and len(around) == 1
        and not (around.text or "").strip()
        and not (element.tail or "").strip()
    ):
        element, around = around, around.getparent()
    return element


def _behind(element: HtmlElement) -> str:
    """The text right behind an element, and behind empty ones that follow it."""
    text = element.tail or ""
    beside = element.getnext()
    while not text.strip() and beside is not None and _is_empty(beside):
        text += beside.tail or ""
        beside = beside.getnext()
    return text


def _before(element: HtmlElement) -> str:
    """The text right before an element, and before empty ones that it follows."""
    text, beside = "", element.getprevious()
    while beside is not None:
        text = beside.tail or ""
        if text.strip() or not _is_empty(beside):
            return text
        beside = beside.getprevious()
    return element.getparent().text or ""


def _is_empty(element: HtmlElement) -> bool:
    return element.tag in _INLINE and not len(element) and not (element.text or "").strip()


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
