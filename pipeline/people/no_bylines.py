"""Elements that look like bylines, and are words of a text, a section's link or the headline."""

from __future__ import annotations

from itertools import islice

from lxml.html import HtmlElement

from pipeline.page.elements import own_chars, text_of_element, tidy
from pipeline.page.html import Document
from pipeline.people.byline_marks import is_set_apart
from pipeline.people.labels import cut_after, cut_before, is_label
from pipeline.people.labels_inside import label_inside, tells_day_alone
from pipeline.people.linked_names import (
    label_before,
    leads_away,
    leads_to_section,
    leads_to_topics,
    took_pictures,
)
from pipeline.people.name_shapes import is_person
from pipeline.people.names import clean_names
from pipeline.people.sentences import is_sentence
from pipeline.titles.surroundings import Surroundings


def is_other(
    doc: Document, element: HtmlElement, strength: int, text: str, around: Surroundings
) -> bool:
    """Whether what looks like a byline is words of a paragraph, a section's link, a list of those
    who make the site, or the headline again: in a trail of links, or within its heading."""
    if around.headline is not None and text == text_of_element(around.headline):
        return True
    if strength == 1 and (is_sentence(text) or _is_in_headline(element, around)):
        return True
    if took_pictures(element):
        return True
    if strength < 3 and text[-1] in _CALLS and len(text.split()) > MAX_CALLING_WORDS:
        return True
    foreign = strength == 3 and leads_away(element, doc.url)
    alone = strength == 3 and not is_label(label_before(element))
    if (strength == 1 or foreign or alone) and _is_within_prose(element, len(text)):
        return foreign or not (is_set_apart(element) and around.distance(element) in CLOSEST)
    filed = strength < 3 and (leads_to_section(element) or leads_to_topics(element))
    if filed and not _signs_beside_link(element):
        return True
    if strength == 2 and tells_day_alone(text):
        return True
    in_list = strength == 1 and element.tag == "li"
    return in_list and around.distance(element) > around.text_begins


def _signs_beside_link(line: HtmlElement) -> bool:
    """Whether a name follows a label of authors outside the links of a line, which say under what
    the text is filed: «3 May 2026 by Jane Doe in <a rel="tag">Roads</a>»."""
    text, own = text_of_element(line), _unlinked(line)
    told = cut_before(text) or label_inside(text) if own else None
    names = clean_names(cut_after(told)) if told else ()
    return any(name in own and is_person(name) for name in names)


def _unlinked(line: HtmlElement) -> str:
    """The words right in a line, beside its links and other elements."""
    return tidy(" | ".join((line.text or "", *(part.tail or "" for part in line))))


_CALLS = "?!؟"
MAX_CALLING_WORDS = 8
"""Words of a line with such an end that may be a name: «Questions? Ask Jane Doe!»."""


def _is_in_headline(element: HtmlElement, around: Surroundings) -> bool:
    """Whether an element is a part of the headline: «تقرير: …» begins some."""
    return around.headline is not None and around.headline in islice(
        element.iterancestors(), IN_HEADLINE
    )


IN_HEADLINE = 2
"""Elements around a part of a headline, up to the headline."""


_INLINE = frozenset({"a", "b", "strong", "em", "i", "u", "font", "small", "span"})
MAX_BESIDE_CHARS = 100
"""What may stand in one block beside a byline that only its words tell: a date, a place."""


MAX_BESIDE = 60
"""Among more elements than these in one block none is a byline."""


def _is_within_prose(element: HtmlElement, size: int) -> bool:
    """Whether an inline element is a few words of a paragraph."""
    parent = element.getparent()
    if element.tag not in _INLINE or parent is None or parent.tag not in ("p", "li", "td", "div"):
        return False
    if len(parent) > MAX_BESIDE:
        return True
    return own_chars(parent) > MAX_BESIDE_CHARS + size


CLOSEST = range(1, 15)
"""Elements after the headline among which a label in a line of facts is a byline, though all of the
article stands in the same cell."""
