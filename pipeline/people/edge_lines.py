"""Lines of facts at the edges of a text: datelines, lists of facts, the author's name and a day."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

from pipeline.page.elements import letters
from pipeline.people.byline_words import KNOWN_PLACES
from pipeline.people.date_tails import without_date
from pipeline.people.labels import cut_before
from pipeline.people.names import clean_names
from pipeline.people.placed import is_place_and_house
from pipeline.punctuation import COLONS, SENTENCE_ENDS
from pipeline.records import Block, BlockKind

MAX_DATE_CHARS = 45
MAX_LABELLED_CHARS = 75
MAX_FACTS_CHARS = 130
"""The same where the line begins with "by": «di … pubblicata il 3 maggio 2026 nel canale …»."""
_YEAR = re.compile(r"(?:19|20)\d\d|[٠-٩]{4}|[۰-۹]{4}|\d{1,2}[./-]\d{1,2}[./-]\d{2}")

_YEAR_AT_END = re.compile(r"\d\s?h?\.$")
"""Some languages end a day with a full stop: «5. ožujka 2026.», «2026. március 5.», and hours with
a short word: «09:15h.»."""

OPENING = 3
"""Lines from the text's beginning among which the name may stand."""

CLOSING = 4
"""Lines before its end that are looked at, some of which cleaning may take."""

LOW = 3
"""The level of a heading from which it may be a byline made large: «<h5>كتب - سارة أحمد</h5>»."""


def is_low(block: Block) -> bool:
    """Whether a line is a heading of a level at which a byline may stand."""
    return block.kind is BlockKind.HEADING and (block.level or 0) >= LOW


def is_facts(text: str, authors: tuple[str, ...]) -> bool:
    """Whether a line is the authors' names and a date, «Jane Doe20 November 2026», or a name and
    below it, in a row of its own, a word: the town."""
    name, _, below = text.partition("\n")
    if below and letters(name) in map(letters, authors) and below.isalpha():
        return True
    rest = text
    for name in authors:
        rest = rest.replace(name, " ")
    most = MAX_DATE_CHARS if cut_before(text) is None else MAX_LABELLED_CHARS
    ended = text[-1] in SENTENCE_ENDS and not _YEAR_AT_END.search(text)
    if rest == text or ended or not _YEAR.search(rest):
        return False
    few = sum(map(str.isalpha, _ACCOUNT.sub("", rest))) <= MAX_DATE_LETTERS
    return few or len(" ".join(rest.split())) <= most


def is_stamped_twice(block: Block) -> bool:
    """Whether a line that is no sentence holds two days with their hours: when its text was
    published and when updated, whoever signs and however long it takes to read."""
    text = block.text
    if block.kind is not BlockKind.PARAGRAPH or len(text) > MAX_STAMPS_CHARS:
        return False
    return text[-1] not in SENTENCE_ENDS + COLONS and len(_STAMP.findall(text)) > 1


MAX_STAMPS_CHARS = 200
_STAMP = re.compile(r"(?:\b20\d\d|٢٠[٠-٩]{2}|[۰-۹]{4})\D{1,14}\d{1,2}\s?[:.hH]\s?\d\d(?!\d)")
_ACCOUNT = re.compile(r"@\w+")
MAX_DATE_LETTERS = 20
"""Letters beside the authors, their accounts and a day: «Actualizado a las 11:20h.»."""


MAX_ITEMS = 5


def items_of_facts(kept: Sequence[Block], known: set[str]) -> set[Block]:
    """The items of a list at the text's edge one of which names the authors and no more."""
    items: list[Block] = []
    for block in kept[:MAX_ITEMS]:
        prose = len(block.text) > MAX_FACTS_CHARS or block.text[-1] in SENTENCE_ENDS
        if block.kind is not BlockKind.LIST_ITEM or prose:
            break
        items.append(block)
    names = [{letters(name) for name in clean_names(item.text)} for item in items]
    signed = any(
        each and each <= known and cut_before(item.text)
        for each, item in zip(names, items, strict=True)
    )
    return set(items) if signed else set()


def labels_and_names(kept: Sequence[Block], known: set[str]) -> set[Block]:
    """Two lines before the text begins, or right behind its standfirst, of which one is no more
    than a label, «von», and the other an author's name: a list of terms."""
    for label, name in pairwise(kept[: OPENING + 1]):
        if len(label.text) <= MAX_LABEL_CHARS and letters(name.text) in known:
            labelled = f"{label.text.rstrip(' :')}: {name.text}"
            if letters(cut_before(labelled) or "") == letters(name.text):
                return {label, name}
    return set()


MAX_LABEL_CHARS = 20


def datelines(kept: Sequence[Block]) -> set[Block]:
    """A first line that holds a date and before it a known place, or four words at most, with an
    agency perhaps, and no text."""
    for block in kept[:2]:
        if block.text.isupper() and letters(block.text) in KNOWN_PLACES:
            return {block}  # «LONDON», a standfirst before it perhaps
    for block in kept[:OPENING]:
        brief = is_low(block) and len(block.text) <= MAX_DATE_CHARS
        if brief and is_place_and_house(block.text):
            return {block}
    first = kept[0]
    if first.kind is not BlockKind.PARAGRAPH or len(first.text) > MAX_FACTS_CHARS:
        return set()
    brief = len(first.text) <= MAX_DATE_CHARS
    if brief and (is_place_and_house(first.text) or _WORDS_AND_DAY.fullmatch(first.text)):
        return {first}
    place = without_date(first.text)
    dated = (
        place != first.text
        and _YEAR.search(first.text)
        and first.text[-1] not in SENTENCE_ENDS + COLONS
    )
    return {first} if dated and letters(place) in KNOWN_PLACES else set()


_WORDS_AND_DAY = re.compile(
    r"(?:[^\W\d_]+['’]?\s+){1,4}(?:\d{1,2}|[٠-٩]{1,2}|[۰-۹]{1,2})\.?\s+(?:de\s+)?[^\W\d_]+\s+(?:de\s+)?"
    r"(?:(?:19|20)\d\d|[٠-٩]{4}|[۰-۹]{4})"
)
"""How a house may say when it printed a text: «Couché sur papier le 26 novembre 2026»."""
