"""How far a day that a page shows is trusted to be its article's: the lowest number is the most."""

from __future__ import annotations

import re
from datetime import datetime

from lxml.html import HtmlElement

from pipeline.days.exactness import day_of
from pipeline.days.labels import labelled_otherwise
from pipeline.days.stamps import AGENCY_GLUED, NEAR_ELEMENTS
from pipeline.days.words import before_numbers, plain, speaks_of_publication
from pipeline.page.elements import text_of_element
from pipeline.page.within import in_own_foot
from pipeline.records import Moment, Origin
from pipeline.text import spoken_words
from pipeline.titles.surroundings import Surroundings

LABELLED = 100
"""Elements by which a day with a label of its own, «Released: 14 September», or above the box of
the headline, stands farther off than one that stands alone."""

BELOW_TEXT = 40
"""Elements that a day below the text's beginning stands farther off than it does: one right above
the headline is nearer."""

CLOCK_BELOW = 400
"""The same of the day of reading, which a footer may show too."""

OVER = 6
"""How much farther a day right above the headline in its box is than one below it."""
IN_FOOT = 80
"""A day in the article's own foot stands before one at its text's end, which may be of what the
text tells of."""
IN_PROSE = 150
"""A day that begins a sentence of the text, or stands among as many words as one has, stands behind
one right above the headline or alone in a line: it may be that of what the text tells of."""
SENTENCE_CHARS = 40
PROSE_WORDS, LEAST_SENTENCE, CAPTION_WORDS = 10, 7, 5
_IN_BRACKETS = re.compile(r"[(（][^()（）]*\d[^()（）]*[)）]\W*$")
_STOPS = frozenset(".۔।。")
_QUOTES = " \t\n\"'”’»)"
_MERIDIAN = re.compile(r"\b[ap]\.\s?m\.\s*$", re.IGNORECASE)
_NUMBER = re.compile(r"\d+")
_INLINE = frozenset({"b", "strong", "em", "i", "span"})


def rank_of(
    element: HtmlElement, place: int, moment: Moment, above: bool, *, crowning: bool
) -> int:
    """The order of trust: what the page marks up as its date, or calls the day of publication,
    `above` its text or not, then what is nearer."""
    marked = "datepublished" in (element.get("itemprop") or "").lower() or (
        element.get("pubdate") is not None
        and abs(place) <= NEAR_ELEMENTS  # in lists each day is marked so
    )
    distance = place if place >= 0 else OVER - place if crowning else -place * 2 + 20
    base = 0 if marked else 1000
    said = AGENCY_GLUED.sub("", text_of_element(element)) if moment.origin is Origin.TEXT else ""
    told = _is_sentence(said)  # of the text, about what somebody published
    called = (above and not told and speaks_of_publication(plain(element.text or ""))) or (
        not above and not told and speaks_of_publication(before_numbers(plain(said)))
    )
    if said and not called:
        base += 200
        base += LABELLED if labelled_otherwise(said) else 0
        base += IN_PROSE if told or _begins_sentence(element) or _is_prose(said) else 0
    return base + min(distance, 5000)


def doubt_of(
    element: HtmlElement,
    place: int,
    first: Moment,
    around: Surroundings,
    now: datetime,
    *,
    in_head: bool,
) -> int:
    """What is added to the rank of an element's `first` day for where it stands: below the text,
    where today's may be a clock's, or in the page's head."""
    doubt = BELOW_TEXT if place > around.text_begins else 0
    if doubt and first.origin is Origin.TEXT and day_of(first) == now.date():
        doubt = CLOCK_BELOW
    doubt += LABELLED if in_head else 0
    return doubt - (IN_FOOT if doubt and in_own_foot(element, around.top) else 0)


def _is_prose(line: str) -> bool:
    """Whether a day stands among as many words as a sentence has, numbers not counted, or in
    brackets behind the words of a caption: «The boats come home to Lamalera, Rabu (4/11/2026)»."""
    if spoken_words(line) - len(_NUMBER.findall(line)) >= PROSE_WORDS:
        return True
    last = _IN_BRACKETS.search(line)
    return last is not None and spoken_words(line[: last.start()]) >= CAPTION_WORDS


def _is_sentence(line: str) -> bool:
    """Whether a line ends with a stop, that of no «a.m.», and has the words of a sentence."""
    stopped = line.rstrip(_QUOTES)[-1:] in _STOPS and not _MERIDIAN.search(line)
    return stopped and spoken_words(line) - len(_NUMBER.findall(line)) >= LEAST_SENTENCE


def _begins_sentence(element: HtmlElement) -> bool:
    behind = element.tail if element.tag in _INLINE else None
    return behind is not None and len(behind.strip()) > SENTENCE_CHARS
