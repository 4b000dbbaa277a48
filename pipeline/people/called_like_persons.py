"""Persons in lines of their own between headline and text, whom their names alone tell."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import islice

from lxml.html import HtmlElement

from pipeline.lines.known_lines import named_by_heading
from pipeline.page.author_pages import is_author_page
from pipeline.page.elements import LOWER_HEADINGS, letters, text_of_element, tidy
from pipeline.page.html import Document
from pipeline.page.within import in_card, in_teaser, regions_between
from pipeline.people.byline_marks import is_set_apart
from pipeline.people.byline_words import KNOWN_PLACES
from pipeline.people.captions import is_pictured
from pipeline.people.dense_persons import is_dense_person, japanese_in_row
from pipeline.people.fact_persons import MAX_LINE_CHARS
from pipeline.people.facts_line import EMPHASIS, FOREIGN, NEAR, PLACES
from pipeline.people.given_names import persons_in
from pipeline.people.house_parts import without_house
from pipeline.people.jobs import is_job, text_without_jobs
from pipeline.people.linked_names import is_called_name
from pipeline.people.lone_person import lone_person
from pipeline.people.mastheads import is_below_chief
from pipeline.people.other_writers import in_quote
from pipeline.people.placed_lines import ends_sentence, holds_caption, is_parted
from pipeline.people.rows_of_names import (
    is_of_rows,
    is_row,
    row_in,
    with_bar_between,
    with_commas_in_row,
)
from pipeline.people.second_names import has_second_name, is_called_as_person
from pipeline.people.shaped_like_persons import linked_texts
from pipeline.people.subjects import (
    heads_no_text,
    is_called_topic,
    is_one_link,
    is_unspoken,
    linked_persons,
    person_of_link,
)
from pipeline.titles.surroundings import Surroundings


def called_like_persons(
    doc: Document, around: Surroundings, title: str | None, sites: frozenset[str]
) -> tuple[str, ...]:
    """The persons in a line of their own between headline and text who have common given names."""
    if around.headline is None:
        return ()
    start = around.places[around.headline]
    subject = letters(title or "")
    for element in islice(doc.elements, start + 1, start + min(NEAR, around.text_begins)):
        is_heading = element.tag in LOWER_HEADINGS
        if is_heading and named_by_heading(text_of_element(element)) == "comments":
            break
        linked = person_of_link(doc, element) if element.tag == "a" else ()
        if linked and not (letters(linked[0]) in subject or in_card(doc, element, around.top)):
            return linked
        if not _may_name(doc, element, around):
            continue
        elsewhere = any(not is_author_page(a.get("href")) for a in element.iter("a"))
        if elsewhere and not is_one_link(element):
            pair = linked_persons(doc, element)
            if pair and not in_card(doc, element, around.top):
                return pair
            continue
        names = tuple(without_house(name, sites) for name in _names_in(doc, element))
        if not names or any(letters(n) in sites or letters(n) in subject for n in names):
            continue
        if is_below_chief(element) or _is_of_items(element, names):
            continue
        # An item of a list, or a link to what is told of a person.
        sure = element.tag != "li" and not elsewhere
        if not (sure or all(is_unspoken(doc, name) for name in names)):
            continue
        if _stands_alone(doc, element, around):
            return names
    return ()


def _may_name(doc: Document, element: HtmlElement, around: Surroundings) -> bool:
    """Whether an element is of a kind that may be a line of its own with a name, and none of a
    picture's or of rows."""
    if element.tag in EMPHASIS:
        if not is_set_apart(element):
            return False
    elif element.tag not in PLACES and not _is_fact(element) and not heads_no_text(doc, element):
        return False
    if len(element) > MAX_PARTS:
        return False
    return not (is_pictured(element, around.top) or is_of_rows(element))


MAX_PARTS = 4
"""Elements right in such a line."""


def _names_in(doc: Document, element: HtmlElement) -> tuple[str, ...]:
    """The persons whom a line names by common given names, or that a script's form tells."""
    whole = text_of_element(element)
    if ends_sentence(whole):
        return ()  # «Jane Doe, the mayor, said that …» is no line of facts
    text = text_without_jobs(element, whole)
    each: list[str] = []
    if len(element):
        text = with_commas_in_row(element, with_bar_between(element, text))
        parts = _in_parts(doc, element) if len(text) < MAX_LINE_CHARS else []
        if parts is None:
            return ()
        each = parts
        if element[0].tag == "br" and len(text) < MAX_LINE_CHARS:
            text = tidy(element.text or "")  # below the name it says what the person does
    names = persons_in(text) if len(text) < MAX_LINE_CHARS else ()
    names = _two_in_lines(doc, element) or tuple(each) or names
    if names:
        return () if _is_cut_caption(element, text) else names
    if has_second_name(text) and is_unspoken(doc, text):
        return (text,)
    if is_dense_person(text) and is_called_name(element) and is_unspoken(doc, text):
        return (text,)
    several = japanese_in_row(text)
    return several if all(is_unspoken(doc, name, text) for name in several) else ()


def _in_parts(doc: Document, element: HtmlElement) -> list[str] | None:
    """The persons who each have a part of a line to themselves; None where it names nobody: it
    captions, or its parts are read by themselves."""
    if holds_caption(element):
        return None
    row = row_in(element)
    if len(row) <= 1:
        return []
    each = _each_in_own(doc, row)
    if not each and (is_parted(row) or is_row(row)):
        return _each_in_box(row) or None
    return each


def _stands_alone(doc: Document, element: HtmlElement, around: Surroundings) -> bool:
    """Whether a line is in no card, link, quote, teaser or region of others."""
    if in_card(doc, element, around.top) or next(element.iterancestors("a"), None) is not None:
        return False
    if in_quote(element, around.top) or in_teaser(element, around.top):
        return False
    return FOREIGN.isdisjoint(regions_between(element, around.top))


def _is_fact(item: HtmlElement) -> bool:
    """Whether an element is one of the few items of a list, each a fact of the article perhaps, and
    no topic's."""
    listed = item.getparent() if item.tag == "li" and not len(item) else None
    return listed is not None and len(listed) <= MAX_FACTS and not is_called_topic(listed)


MAX_FACTS = 4


def _is_of_items(line: HtmlElement, names: Sequence[str]) -> bool:
    """Whether a name is put together of several items of a list: «<li>Jane Doe</li><li>Sports»."""
    if not len(line) or line.find(".//li") is None:
        return False
    said = [*map(tidy, line.itertext())]
    return any(not any(name in text for text in said) for name in names)


def _is_cut_caption(line: HtmlElement, text: str) -> bool:
    """Whether of a line and the one above or below it one begins with the other and says more of a
    name: of a picture's name and its caption the first was cut off."""
    above, below = line.getprevious(), line.getnext()
    beside = (text_of_element(e) if e is not None else "" for e in (above, below))
    before, behind = beside
    more = (before and text.startswith(f"{before} ")) or behind.startswith(f"{text} ")
    whole = max((text, behind), key=len) if behind.startswith(f"{text} ") else text
    return bool(more) and lone_person(whole) is not None


def _two_in_lines(doc: Document, line: HtmlElement) -> tuple[str, ...]:
    """The persons before and behind the only break of a line, «Jane Doe<br>John Roe»; else empty: a
    job, a place or a day below a name says more of the first."""
    if len(line) != 1 or line[0].tag != "br":
        return ()
    names = tuple(tidy(part or "") for part in (line.text, line[0].tail))
    return names if _are_persons(doc, names) else ()


def _are_persons(doc: Document, texts: Sequence[str]) -> bool:
    """Whether each of several texts is a person's by a common name, or in scripts with capitals one
    is: what else stands there in a row with a person, a link of the page or a list knows."""
    if not all(lone_person(text) == text and not is_job(text) for text in texts):
        return False
    others = [text for text in texts if not (is_called_as_person(text) or is_dense_person(text))]
    if not others:
        return True
    if len(others) == len(texts) or not all(text[0].isupper() for text in others):
        return False
    placed = any(letters(text) in KNOWN_PLACES for text in others)
    return not placed and linked_texts(doc).isdisjoint(map(letters, others))


def _each_in_box(line: HtmlElement) -> list[str]:
    """The persons of a line of boxes that hold one each, with what they do; else none."""
    found = [persons_in(text_without_jobs(part, text_of_element(part))) for part in line]
    return [names[0] for names in found] if all(len(names) == 1 for names in found) else []


def _each_in_own(doc: Document, line: HtmlElement) -> list[str]:
    """The persons of a line whose elements hold one each, and nothing stands between; else none."""
    if tidy(line.text or "") or any(len(part) or tidy(part.tail or "") for part in line):
        return []
    found = [text_of_element(part) for part in line]
    return found if _are_persons(doc, found) else []
