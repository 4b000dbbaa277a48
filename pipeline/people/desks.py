"""The desk that signs with its house's name: «Redacción El Diario»."""

from __future__ import annotations

from pipeline.page.elements import letters, text_of_element
from pipeline.page.html import Document
from pipeline.people.byline_choice import NEAR
from pipeline.people.byline_marks import byline_strength
from pipeline.people.byline_words import words
from pipeline.titles.surroundings import surroundings

_DESKS = frozenset({"span", "div", "p", "a", "strong", "b"})
DESK_WORDS = 3
"""Words before the house's name that call its desk: «Redacción», «The newsroom of»."""


def desk_of_house(doc: Document, title: str | None, house: str) -> tuple[str, ...]:
    """The desk that signs with the house's name, «Redacción El Diario», as a byline near the
    headline writes it; else empty."""
    around = surroundings(doc, title)
    first = around.places[around.headline] + 1 if around.headline is not None else 0
    for element in around.elements[first : first + NEAR - 1]:
        if element.tag not in _DESKS or byline_strength(element) < 2:
            continue
        text = text_of_element(element)
        before = text.removesuffix(house).strip()
        if text != before and 0 < len(before.split()) <= DESK_WORDS and before[-1] not in _ENDS:
            desk = any(letters(before) == letters(word) for word in words("labels"))
            return (text,) if desk else ()
    return ()


_ENDS = frozenset(":,;|-–—/")
