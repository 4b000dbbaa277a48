"""Agencies and desks alone below a headline, where nobody else signs: «دبي (وام)», «web desk»."""

from __future__ import annotations

import re
from itertools import islice

from lxml.html import HtmlElement

from pipeline.lines.credits import is_agency
from pipeline.page.elements import is_in_figure, letters, text_of_element, tidy
from pipeline.page.html import Document
from pipeline.page.within import in_card, regions_between
from pipeline.people.byline_marks import byline_strength
from pipeline.people.byline_words import DESK_WORDS
from pipeline.people.captions import is_pictured
from pipeline.people.fact_persons import MAX_LINE_CHARS
from pipeline.people.facts_line import FOREIGN, NEAR, PLACES
from pipeline.people.house_parts import is_house_with_agency
from pipeline.people.names import clean_names
from pipeline.people.placed import agency_before_place, house_of_place
from pipeline.people.placed_lines import BELOW
from pipeline.titles.surroundings import Surroundings
from pipeline.writing import script_of


def placed_agency(around: Surroundings) -> tuple[str, ...]:
    """The agency in a line of it and a known place right below the headline: «دبي (وام)», «AA -
    Ankara»."""
    start = around.places[around.headline] + 1 if around.headline is not None else 0
    for element in around.elements[start : start + BELOW] if start else ():
        text = text_of_element(element)
        house = house_of_place(text) if len(text) <= MAX_LINE_CHARS else None
        house = house or agency_before_place(text)
        wired = house is not None and is_agency(house)
        if house and wired and _NOT_HERE.isdisjoint(regions_between(element, around.top)):
            return (house,)
    return ()


_NOT_HERE = FOREIGN - {"aside"}


def agency_alone(doc: Document, around: Surroundings, sites: frozenset[str]) -> tuple[str, ...]:
    """The agency, or the desk, whose name is all of an element below the headline, else empty."""
    if around.headline is None:
        return ()
    start, headline = around.places[around.headline], text_of_element(around.headline)
    for element in islice(doc.elements, start + 1, start + 1 + NEAR):
        text = tidy(element.text or "") if not len(element) and element.tag in _SIGN else ""
        if not text or len(text) > MAX_DESK_CHARS or _is_button(text, headline):
            continue
        joined = is_house_with_agency(text, sites)
        desk = joined or is_agency(text) or text.lower() in DESK_WORDS
        desk = desk or _are_agencies(text, element)
        marked = desk and byline_strength(element) > 1
        if desk and element.tag == "li" and (listed := element.getparent()) is not None:
            marked = marked or byline_strength(listed) > 1
        alone = element.tag not in ("a", "li") and (is_agency(text) or _is_desk(text, sites))
        if not (marked or alone):
            continue
        if in_card(doc, element, around.top):
            continue
        if is_pictured(element, around.top) and (not marked or is_in_figure(element)):
            continue
        if FOREIGN.isdisjoint(regions_between(element, around.top)):
            if joined:
                return (text,)
            bare = text.strip(_AROUND)
            bare = bare if bare.count("(") == bare.count(")") else text  # «… (with AFP)»
            return clean_names(bare) or ((bare,) if text[0] not in _RIGHTS else ())
    return ()


def _are_agencies(text: str, element: HtmlElement) -> bool:
    """Whether several agencies sign in an element that is called a byline: «AFP, dpa»."""
    if _SEVERAL.search(text) is None or byline_strength(element) < BY_CLASS:
        return False
    names = clean_names(text)
    return len(names) > 1 and all(map(is_agency, names))


BY_CLASS = 2
_SEVERAL = re.compile(r"[,/|&،]|\s(?:and|und|et|y|e)\s|\sو")
_SIGN = PLACES | {"a", "li"}
"""What may hold an agency or a desk alone: a link, a list's item, or a desk of one word, where it
or the list is called so."""


def _is_button(text: str, headline: str) -> bool:
    """Whether one letter stands twice in a line of a page in another script, as a button by which
    letters are made larger: «TT» is an agency on others."""
    doubled = len(text) == SIZES and text[0].lower() == text[1].lower()
    return doubled and text.isascii() and script_of(headline) != script_of(text)


SIZES = 2


def _is_desk(text: str, sites: frozenset[str]) -> bool:
    """Whether a line is words of desks and no more, several of them: «فريق التحرير», «web desk»; or
    the site's name and a desk of two words behind it, «Kıyı Haber Merkezi»."""
    said = text.lower()
    if " " not in said or len(said) > MAX_DESK_CHARS:
        return said >= _DENSE and said in DESK_WORDS  # «編集部»
    parts = text.split()
    if said in DESK_WORDS or DESK_WORDS.issuperset(said.split()):
        return True
    if said.endswith(_STAFF_AND_AGENCIES) and len(parts) <= MAX_DESK_WORDS:
        return True
    own = len(parts) > 2 and letters("".join(parts[:-2])) in sites
    return own and parts[-1].lower() in DESK_WORDS


_DENSE = "\u3040"
"""Before the letters of scripts that part no words."""
MAX_DESK_CHARS = 60
MAX_DESK_WORDS = 6
_STAFF_AND_AGENCIES = (" staff and agencies", " staff and wires", " staff with agencies")
"""«Courier staff and agencies»."""


_AROUND = " -–—/()[]*."
"""What an agency's name may stand between: «--(Wire)»."""
_RIGHTS = "©ⓒ"
"""Of a picture, where an agency has them below a headline."""
