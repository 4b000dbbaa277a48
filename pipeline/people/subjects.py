"""Whether a person is whom a text tells of, by what it says and where links lead."""

from __future__ import annotations

import re
from itertools import islice

from lxml.html import HtmlElement

from pipeline.page.elements import letters, text_of_element
from pipeline.page.html import Document
from pipeline.people.facts_line import MAX_LINE_CHARS
from pipeline.people.given_names import persons_in
from pipeline.urls import path_segments


def heads_no_text(doc: Document, element: HtmlElement) -> bool:
    """Whether a heading is a person's name of whom no paragraph speaks: it heads no part of the
    text, as the name of a subject would."""
    if element.tag not in ("h2", "h3"):
        return False
    name = text_of_element(element)
    if not name or len(name) > MAX_LINE_CHARS or len(persons_in(name)) != 1:
        return False
    return is_unspoken(doc, name)


def is_unspoken(doc: Document, name: str) -> bool:
    """Whether no paragraph speaks of a person: whom a text tells of it calls by the family name."""
    family = letters(name.split()[-1])
    texts = (text for p in doc.all_of("p") if (text := text_of_element(p)) != name)
    if len(family) < LEAST_FAMILY:  # it may stand in a longer word
        return not any(family in map(letters, text.split()) for text in texts)
    return not any(family in letters(text) for text in texts)


LEAST_FAMILY = 5
"""Letters of a family name that no longer word is likely to hold."""

_OF_TOPIC = re.compile(
    r"tag|topic|keyword|subject|categor|search|thema|temas?/|etiket|label|[?&]s=", re.I
)


def is_one_link(element: HtmlElement) -> bool:
    """Whether all of a line is one link to one of several pages of a kind, «/w/12», no topic's."""
    links = list(islice(element.iter("a"), 2))
    if len(links) != 1 or text_of_element(links[0]) != text_of_element(element):
        return False
    return len(path_segments(links[0].get("href") or "")) > 1 and not leads_to_topic(element)


def leads_to_topic(element: HtmlElement) -> bool:
    """Whether the first link of a line leads to what a site files under a subject."""
    link = next(element.iter("a"), None)
    return link is not None and _OF_TOPIC.search(link.get("href") or "") is not None
