"""Whether a person is whom a text tells of, by what it says and where links lead."""

from __future__ import annotations

import re
from itertools import islice

from lxml.html import HtmlElement

from pipeline.page.elements import letters, text_of_element, tidy
from pipeline.page.html import Document, once_a_page
from pipeline.people.byline_words import OPINION_WORDS
from pipeline.people.date_tails import tells_day
from pipeline.people.dense_persons import is_dense_person
from pipeline.people.fact_persons import MAX_LINE_CHARS
from pipeline.people.given_names import persons_in
from pipeline.people.jobs import is_job
from pipeline.people.labels import cut_before
from pipeline.people.lone_person import lone_person
from pipeline.people.name_shapes import is_name, speaks_of
from pipeline.people.second_names import has_second_name, is_called_as_person
from pipeline.people.written_lines import ANDS
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


def is_unspoken(doc: Document, name: str, line: str = "") -> bool:
    """Whether no paragraph but the `line` that names them speaks of a person: whom a text tells of
    it calls by the family name."""
    own = (name, line)
    return not speaks_of(name, (text for text in _paragraphs(doc) if text not in own))


@once_a_page
def _paragraphs(doc: Document) -> tuple[str, ...]:
    """The texts of a page's paragraphs, but for the bylines of others' cards among them."""
    texts = map(text_of_element, doc.all_of("p"))
    return tuple(t for t in texts if len(t) > MAX_LINE_CHARS or cut_before(t) is None)


def person_of_link(doc: Document, link: HtmlElement) -> tuple[str, ...]:
    """The person, told by a common given name, to one of whose site's pages a link in a line with
    the day or with a job leads, no topic's, and of whom no paragraph speaks; else empty."""
    text, line = text_of_element(link), link.getparent()
    for _ in range(ITEM):
        if line is not None and len(line) == 1 and text_of_element(line) == text:
            line = line.getparent()  # the day stands in an element beside its own
    if line is None or not text or len(line) > MAX_FACTS or link.get("href") is None:
        return ()
    names = persons_in(text) or ((text,) if has_second_name(text) else ())
    whole = text_of_element(line) if len(names) == 1 else ""
    if not whole or len(whole) > MAX_LINE_CHARS:
        return ()
    beside = whole.replace(text, "", 1).strip(_BETWEEN)
    if not (tells_day(whole) or is_job(beside) or letters(beside) in OPINION_WORDS):
        return ()
    own = len(path_segments(link.get("href") or "")) > 1 and not leads_to_topic(link)
    return names if own and is_unspoken(doc, names[0], whole) else ()


_BETWEEN = " ,،|·•/()–—-"
ITEM = 2
"""Boxes of a link's own within its line: an item, a span."""
MAX_FACTS = 8


def linked_persons(doc: Document, line: HtmlElement) -> tuple[str, ...]:
    """The persons of a line of links to several pages of a kind, «/w/12» and «/w/13», where an
    "and" joins them, or one has a common given name, and of whom no paragraph speaks; else empty.
    No word joins a text's subjects."""
    links = list(line.iter("a"))
    if not 1 < len(links) <= MAX_LINKED or tidy(line.text or "") or leads_to_topic(line):
        return ()
    named = [link for link in links if is_name(text_of_element(link))]
    others = [link.get("href") or "#" for link in links if link not in named]
    if len(named) == 1 and all(map(_OF_ACCOUNT.match, others)):
        name = lone_person(text_of_element(named[0])) or ""
        told = is_called_as_person(name)
        return (name,) if told and is_unspoken(doc, name, text_of_element(line)) else ()
    between = [tidy(link.tail or "") for link in links]
    if between[-1] or (any(between) and not all(between[:-1])):
        return ()
    joined = letters(between[-2]) in ANDS or between[-2] in _SIGNS
    called = [_is_called(text_of_element(link)) for link in links]
    some = any(between) or all(map(_has_portrait, links)) or line.find("br") is not None
    some = some or all(_OF_STAFF.search(link.get("href") or "") for link in links)
    if not (joined or (any(called) if some else all(called))):
        return ()
    paths = {tuple(path_segments(link.get("href") or "")[:-1]) for link in links}
    names = [lone_person(text_of_element(link)) for link in links]
    whole = text_of_element(line)
    spoken = any(name is None or not is_unspoken(doc, name, whole) for name in names)
    if len(paths) > 1 or () in paths or spoken:
        return ()
    return tuple(filter(None, names))


def _is_called(text: str) -> bool:
    """Whether a name is a person's by the given name, or by a family name of few signs that a blank
    parts from another one: «吉田 慎吾»."""
    return is_called_as_person(text) or (" " in text and is_dense_person(text))


_OF_STAFF = re.compile(r"/(?:the-|our-|il-|das-)?(?:team|staff|newsroom|equipo|equipe|ekip)/", re.I)
"""Where a site presents those who work for it, and a club its players."""
_OF_ACCOUNT = re.compile(
    r"#|mailto:|(?:https?:)?//(?:[\w-]+\.)?(?:twitter|x|facebook|instagram|linkedin|threads|t|bsky)\."
)
"""Where a button beside a name leads, to write to the person or to follow them."""


def _has_portrait(link: HtmlElement) -> bool:
    """Whether a picture stands beside a link in an item of its own."""
    item = link.getparent()
    return item is not None and item.tag == "li" and item.find(".//img") is not None


MAX_LINKED = 4
_SIGNS = ("&", "+", "، و", ", and", ", &")

_OF_TOPIC = re.compile(
    r"tag|topic|keyword|subject|categor|search|thema|temas?/|etiket|label|[?&]s=", re.I
)


def is_one_link(element: HtmlElement) -> bool:
    """Whether all of a line is one link to one of several pages of a kind, «/w/12», no topic's."""
    links = list(islice(element.iter("a"), 2))
    if len(links) != 1 or text_of_element(links[0]) != text_of_element(element):
        return False
    return len(path_segments(links[0].get("href") or "")) > 1 and not leads_to_topic(element)


def is_called_topic(element: HtmlElement) -> bool:
    """Whether an element is called by what an article is filed under: «tags», «topics»."""
    return _OF_TOPIC.search(element.get("class") or "") is not None


def leads_to_topic(element: HtmlElement) -> bool:
    """Whether the first link of a line leads to what a site files under a subject."""
    link = next(element.iter("a"), None)
    return link is not None and _OF_TOPIC.search(link.get("href") or "") is not None
