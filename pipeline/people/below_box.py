"""Who signs right below the box that holds a text, in a line that no text reaches.

«<div class="body">…</div><p>Jane Doe</p>»: some templates set the signature, or who the author is,
in an element of its own behind the text.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from lxml.html import HtmlElement

from pipeline.lines.known_lines import is_known_line
from pipeline.page.author_pages import is_author_page
from pipeline.page.elements import letters, text_of_element
from pipeline.page.html import Document
from pipeline.page.texts import own_texts
from pipeline.page.within import in_card, regions_between
from pipeline.people.byline_words import ROLE_FIRST, SILENT
from pipeline.people.callings import begins_with_calling
from pipeline.people.credit_lines import credited
from pipeline.people.facts_line import FOREIGN
from pipeline.people.introduced import introduced_author
from pipeline.people.jobs import is_job
from pipeline.people.labels import is_editors_label
from pipeline.people.labels_here import is_source_here, names_here
from pipeline.people.lone_lines import is_said_nowhere
from pipeline.people.lone_person import lone_person
from pipeline.people.no_names import OFFICE
from pipeline.people.second_names import is_called_as_person
from pipeline.people.shaped_like_persons import has_shape, is_of_page
from pipeline.people.signatures import NO_TITLE_CASE, find_signatures
from pipeline.people.told_at_end import writer_told
from pipeline.punctuation import SENTENCE_ENDS
from pipeline.records import Block, BlockKind
from pipeline.titles.surroundings import surroundings

MAX_LINE_CHARS = 160
LEAST_ENDING = 12
"""Letters at a text's end by which its last element is told."""
CLIMB = 4
"""Boxes around a text's last element that may end with it."""
_LINES = frozenset({"p", "div", "span", "em", "i", "strong", "b", "footer", "address", "small"})


def signed_below_box(
    doc: Document, title: str, kept: Sequence[Block], sites: frozenset[str]
) -> tuple[str, ...]:
    """The persons who sign in the line right below the box of a text, as they might in its last;
    else empty. A name alone needs a dash, or to be told by more than its capitals."""
    line = _line_below(doc, title, kept[-1].text) if kept else None
    if line is None:
        return ()
    text = text_of_element(line).strip(_MARKS)
    block = Block(BlockKind.PARAGRAPH, text)
    whole = [*kept, block]
    if (name := _over_job(line, text)) and is_said_nowhere(name, whole):
        return (name,)
    if not text or is_job(text) or is_editors_label(text) or SILENT.match(text):
        return ()
    mailed = next(line.iter("a"), None)
    if mailed is not None and text_of_element(mailed) == text == lone_person(text):
        return (text,) if is_said_nowhere(text, whole) else ()
    if is_source_here(doc, text):
        return names_here(doc, text)
    language = (doc.html_language or "")[:2]
    cased = language in NO_TITLE_CASE
    found, names = find_signatures(whole, frozenset(), (), sites, title_case=not cased)
    if names == (text,) and is_known_line(text):  # «Related Posts», in whatever language
        return ()
    if block not in found or not names:
        names = names_here(doc, text) or (credited(text) if ";" in text else ())
        names = names or writer_told(text)
        return names or introduced_author(whole, frozenset()) or _called(text, whole, sites)
    alone = lone_person(text) == text
    shaped = cased and has_shape(text) and not is_of_page(doc, text)
    if alone and not (shaped or is_called_as_person(text)):
        return ()
    return names


def _over_job(line: HtmlElement, text: str) -> str | None:
    """The person whom the first bold words or heading of a box name, where what follows is what
    they do: «<strong>Jane Doe</strong><p>Novelist and critic»."""
    first = next(line.iter("b", "strong", "h3", "h4", "h5", "h6"), None)
    name = lone_person(text_of_element(first)) if first is not None else None
    if not name or not text.startswith(name):
        return None
    does = _CLAUSE.split(text.removeprefix(name).strip(" ,،:–—-|"), maxsplit=1)[0]
    tells = ROLE_FIRST.match(does) or OFFICE.match(does) or begins_with_calling(does)
    behind = first.getnext() if first is not None else None
    broken = behind is not None and behind.tag == "br" and len(line) == NAME_AND_BREAK
    named = broken and is_called_as_person(name) and does[-1:] not in SENTENCE_ENDS
    return name if does and (tells or named) else None


NAME_AND_BREAK = 2


_CLAUSE = re.compile(r"\s*[,،.|]\s|\s[–—-]\s")
_MARKS = " |•·"
"""What may stand around a name to set it apart."""


def _called(text: str, whole: Sequence[Block], sites: frozenset[str]) -> tuple[str, ...]:
    """The person who is all of the last line, told by a common name, and of whom no other line
    speaks."""
    if lone_person(text) != text or not is_called_as_person(text) or letters(text) in sites:
        return ()
    return (text,) if is_said_nowhere(text, whole) else ()


def _line_below(doc: Document, title: str, last: str) -> HtmlElement | None:
    """The element of a line right behind the box in which a text ends, within the article's."""
    behind = box_below(doc, title, last)
    text = text_of_element(behind) if behind is not None and behind.tag in _LINES else ""
    top = surroundings(doc, title).top
    if behind is None or not 0 < len(text) <= MAX_LINE_CHARS or in_card(doc, behind, top):
        return None
    links = list(behind.iter("a"))
    addresses = [link.get("href") or "" for link in links]
    if not all(is_author_page(href) or href.startswith("mailto:") for href in addresses):
        return None
    if len({*addresses}) > 1 and any(not (link.tail or "").strip() for link in links[:-1]):
        return None  # a list of persons, whom its text joins
    foreign = FOREIGN - {"footer"}  # an article's own foot tells who wrote it
    return behind if foreign.isdisjoint(regions_between(behind, top)) else None


def box_below(doc: Document, title: str, last: str) -> HtmlElement | None:
    """The element right behind the box in which a text ends, within the article's."""
    around = surroundings(doc, title)
    node = _element_of(doc, letters(last))
    if node is None or around.headline is None:
        return None
    for _ in range(CLIMB):
        if node in around.top or node.tag == "body":
            return None
        behind = node.getnext()
        if behind is not None:
            return behind
        node = node.getparent()
        if node is None:
            return None
    return None


def _element_of(doc: Document, key: str) -> HtmlElement | None:
    """The last element that holds the end of a text."""
    for text, element in reversed(own_texts(doc)):
        said = letters(text)
        if len(said) >= min(LEAST_ENDING, len(key)) and key.endswith(said):
            return element
    return None
