"""How surely an element is its article's byline, by what it is called and where it stands."""

from __future__ import annotations

import re
from itertools import islice

from lxml.html import HtmlElement

from pipeline.page.elements import text_of_element
from pipeline.page.within import in_own_foot
from pipeline.people.byline_choice import NEAR
from pipeline.people.dense_persons import is_person_by_letters
from pipeline.people.given_names import begins_with_given_name
from pipeline.people.name_shapes import is_person
from pipeline.punctuation import SENTENCE_ENDS

_NAMED = re.compile(
    r"(?:author|byline|writer|journalist|reporter)(?:__|--|[_-])name(?:$|\s)", re.IGNORECASE
)
"""What is called an author's name is one more surely than what is called an author's box."""


def surety(element: HtmlElement, strength: int, labelled: bool, beside: bool) -> int:
    """How surely a byline is one; `beside`: right below the headline, and no sentence."""
    if strength == 1 and labelled and beside:
        return 2  # «By:» under the headline is as sure as a name of a class further on
    if strength == 2 and not labelled and _NAMED.search(element.get("class") or ""):
        return 3
    return min(strength, 3) + (2 if labelled and strength > 1 else 0)


def is_sure(element: HtmlElement, strength: int, labelled: bool, distance: int) -> bool:
    """Whether an element is an author by its link, or called an author's name or labelled so near
    the headline."""
    near = 0 < distance < NEAR
    if strength >= 3 or (labelled and (near or strength == 2)):
        return True
    if labelled and distance > 0 and _stands_below_text(element):
        return True
    return near and _NAMED.search(element.get("class") or "") is not None


def _stands_below_text(element: HtmlElement) -> bool:
    """Whether an element stands right below a box of several paragraphs of prose: that of a text,
    however long it is."""
    above = element.getprevious()
    if above is None or above.tag not in ("div", "section", "article"):
        return False
    prose = (p for p in above.iter("p") if len(text_of_element(p)) > LEAST_PROSE)
    return sum(1 for _ in islice(prose, LEAST_PARAGRAPHS)) == LEAST_PARAGRAPHS


LEAST_PARAGRAPHS = 3


def is_plain(strength: int, labelled: bool, names: tuple[str, ...]) -> bool:
    """Whether an element between headline and text has a label amid its facts, or is called an
    author's and holds persons."""
    if strength == 1:
        return not labelled
    return strength == 2 and all(is_person(name) or is_person_by_letters(name) for name in names)


def is_in_own_foot(
    element: HtmlElement, names: tuple[str, ...], top: frozenset[HtmlElement]
) -> bool:
    """Whether an element names persons in the foot of the article that holds the headline."""
    return in_own_foot(element, top) and all(map(is_person, names))


def closes_text(element: HtmlElement, names: tuple[str, ...]) -> bool:
    """Whether an element names persons by common given names right below the last paragraph of a
    text, the last of the box of both."""
    above = element.getprevious()
    if above is None or above.tag != "p" or element.getnext() is not None:
        return False
    prose = text_of_element(above)
    ended = len(prose) > LEAST_PROSE and prose[-1:] in SENTENCE_ENDS
    return ended and all(map(begins_with_given_name, names))


LEAST_PROSE = 60
