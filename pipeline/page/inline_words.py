"""Words amid a sentence that are called like a part beside the article, and are none.

`Seit dem Tod von <a class="topic-teaser">Jane Doe</a> im März …`, `At <span class="ticker">…`.
"""

from __future__ import annotations

import re

from lxml.html import HtmlElement

from pipeline.page.region_names import named_region, names_of
from pipeline.patterns.late_patterns import late_pattern
from pipeline.writing import is_as_long

_INLINE = frozenset({"a", "span", "b", "strong", "em", "i", "u", "abbr", "mark", "font"})
_OF_OTHERS = frozenset({"related", "teaser", "navigation", "share", "newsletter", "aside", "print"})
"""Regions that no words amid a sentence are: a link may be called a teaser, a firm a ticker."""

MAX_CHARS = 80
LEAST_SENTENCE_CHARS = 60
LEAST_AROUND_NOTE = 30
"""Letters of the words themselves, and of what stands around them in their block, at least where
these have a note on them; of signs of scripts without blanks half as many."""

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
LEAST_AHEAD_SIGNS = 15
"""Of what stands behind words in scripts without blanks that begin their block."""


def is_amid_sentence(element: HtmlElement, tag: str, region: str) -> bool:
    """Whether an element is a few words of a sentence that goes on behind it."""
    if region == "reference":  # systems of documentation call every link so, not a mark alone
        return tag == "a" and _WORD.match("".join(element.itertext())) is not None
    if tag not in _INLINE and tag != "button":
        return False
    if region == "dialog" and tag != "a":  # a word, and the note on it in an element of its own
        said = len(element.text or "") if _holds_note(element) else 0
        return said > 0 and _goes_on(element, said, least=LEAST_AROUND_NOTE)
    if region in _OF_OTHERS or (region in _OF_LINKS and tag == "a"):
        said = sum(map(len, element.itertext()))
        opens = region == "dialog"  # with words of the sentence itself
        if _goes_on(element, said, linked=tag == "a", anyhow=opens):
            return True
    if region in _WITHIN.get(tag, _FACTS_WITHIN) and _is_within(element, region):
        return True
    return region == "meta" and _is_place_of_report(element)


def _is_within(element: HtmlElement, region: str) -> bool:
    """Whether an element is a few words of a sentence, which has words before and behind it: what
    stands at its beginning or end may be who wrote, when, or what to press."""
    text, words = "".join(element.itertext()), _wrapped(element)
    if _WORD.match(text) is None or ":" in text:
        return False
    before = _before(words).strip()[-1:]
    if not (before.isalnum() or (element.tag == "a" and before in _OPEN)):
        return False
    least = LEAST_AROUND_NOTE if region == "dialog" else LEAST_SENTENCE_CHARS
    goes_on = _SMALL_BEHIND.match(_behind(words)) is not None
    return goes_on and _goes_on(element, len(text), least=least)


def _is_place_of_report(element: HtmlElement) -> bool:
    """Whether an element called a dateline is the place with which a paragraph begins: `<p><span
    class="dateline">LEEDS</span> — The ferry …`; one with figures is a day."""
    said, around = "".join(element.itertext()).strip(), element.getparent()
    if around is None or around.tag != "p" or _DATELINE.search(names_of(element)) is None:
        return False
    if not said or len(said) > MAX_CHARS or any(map(str.isdigit, said)) or _before(element).strip():
        return False
    if said != said.upper() and not _WIRED.match(_behind(element)):
        return False  # who reports, «Jane Doe», or when, «Updated»
    own = "".join(child.tail or "" for child in around)
    return _REPORTS.match(_behind(element)) is not None and is_as_long(
        own, LEAST_SENTENCE_CHARS, LEAST_SENTENCE_CHARS // 2
    )


_REPORTS = late_pattern(r"\s*(?:[^\W\d_]{2,12}\s*)?[-–—|:,;./(\[،：，（]")
"""What stands behind the place of a report: a sign, be an agency's name before it."""
_WIRED = late_pattern(r"\s*[^\W\d_]{2,12}\s*[-–—|]\s")
"""The same of a place whose capitals tell nothing: an agency, and a sign."""
_DATELINE = re.compile(r"(?:^|[\s_-])date-?line(?:$|[\s_-])", re.IGNORECASE)


def _holds_note(element: HtmlElement) -> bool:
    """Whether all that an element holds besides its own words is called a note, or is none."""
    return all(
        not "".join(child.itertext()).strip()
        or named_region(names_of(child)) == "dialog"
        or child.get("role") == "tooltip"
        for child in element
    ) and bool((element.text or "").strip())


def is_explained(button: HtmlElement) -> bool:
    """Whether a button is a word of a sentence, and shows what the word means."""
    explains = _EXPLAINS.search(" ".join(button.keys())) or _TERM.search(names_of(button))
    return explains is not None and _goes_on(
        button, len(button.text_content()), least=LEAST_AROUND_NOTE
    )


_EXPLAINS = re.compile(r"aria-(?:describedby|details|haspopup|expanded|controls)|popovertarget")
_TERM = re.compile(r"gloss|tooltip|defin|(?:^|[\s_-])term", re.IGNORECASE)
"""Attributes and names of buttons that explain the word that they are."""


def _goes_on(
    element: HtmlElement,
    said: int,
    *,
    linked: bool = False,
    anyhow: bool = False,
    least: int = LEAST_SENTENCE_CHARS,
) -> bool:
    """Whether a sentence, of at least so many letters beside it, goes on behind an element with
    so many; or, `anyhow`, stands around it."""
    element = _wrapped(element)
    parent, tail = element.getparent(), _behind(element)
    if parent is None:
        return False
    own = (parent.text or "") + "".join(child.tail or "" for child in parent)
    if said > MAX_CHARS or not is_as_long(own, least, least // 2):
        return False
    if anyhow:
        return said > 0
    if not said or not _GOES_ON.match(tail):
        return False
    before = _before(element).strip()[-1:]
    dense = linked and _UNSPACED.match(tail) is not None and len(tail) >= LEAST_AHEAD_SIGNS
    small = _SMALL.match(tail)
    goes_on = small is not None and (dense or tail[small.end()].islower()) and before not in _LEADS
    if goes_on or before.isalnum() or (linked and before in _DENSE_OPEN):
        return True
    return before in _OPEN


_FACTS_WITHIN = frozenset({"meta", "author-box", "caption"})
"""Regions that no words between others are: a day, who said it, a word of which a site lists what
it wrote."""
_SET_APART = _FACTS_WITHIN | {"comments", "embed", "footer", "dialog"}
"""The same of links and of words that are set in another type: a film, what a reader said."""
_WITHIN = {
    "a": _SET_APART | {"advertisement"},  # to a shop that pays
    **dict.fromkeys(("em", "i", "u", "abbr", "mark"), _SET_APART),
}
"""The same by the tag of an element; `_FACTS_WITHIN` for all others."""
_SMALL_BEHIND = late_pattern(r"\s*(?=[^\W\d_])(?![A-ZÀ-ÞА-Я])|[,;،؛]\s+[^\W\d_]|['’]s\s")
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
    """The text right behind an element, and behind empty ones that follow it; that of words in an
    element of their own where these follow."""
    text = element.tail or ""
    beside = element.getnext()
    while not text.strip() and beside is not None and beside.tag in _INLINE:
        text += f"{''.join(beside.itertext())}{beside.tail or ''}"
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
