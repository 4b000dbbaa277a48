"""At what places between headline and text the pages of one source name their authors.

A template prints the author at one place of all its pages. Where some of these say in words, links
or metadata who wrote them, or name there who is told by a common given name, the place tells it on
the others: «Zhivko Quill» alone in a `<div class="x">` is a name that no page by itself tells from
a section. `pipeline.memory` counts the places as it counts lines.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence, Set
from itertools import islice

from lxml.html import HtmlElement

from pipeline.lines.credits import is_agency
from pipeline.lines.known_lines import is_known_line
from pipeline.lines.tails import TAIL
from pipeline.page.author_pages import is_author_page
from pipeline.page.elements import is_small, letters, text_of_element
from pipeline.page.html import Document
from pipeline.page.within import in_card, regions_between
from pipeline.patterns.late_patterns import late_pattern
from pipeline.people.byline_words import KNOWN_PLACES
from pipeline.people.datelines import persons_in_dateline
from pipeline.people.dense_persons import is_dense_person, is_korean_person
from pipeline.people.facts_line import EMPHASIS, FOREIGN, NEAR, PLACES
from pipeline.people.given_names import begins_with_given_name, is_arabic_phrase
from pipeline.people.houses import is_site
from pipeline.people.lone_person import NO_PERSON
from pipeline.people.name_shapes import is_cased_as_name, is_name, words_of_name
from pipeline.people.names import clean_names
from pipeline.people.subjects import is_unspoken
from pipeline.records import Block, Removed
from pipeline.repeats.line_keys import SIGNED
from pipeline.titles.surroundings import Surroundings, surroundings

END = f"end:of:text{SIGNED}"
"""The place below a text's last sentence."""
BEGINNING = f"dateline:of:text{SIGNED}"
"""The place before its first one."""
MAX_CHARS = 60
MAX_PARTS = 3
MAX_PLACES = 6
"""Places that one page teaches: the author's name stands in a link, in its line, in a box."""
MAX_NAMES = 3
DEEP = 3
"""Boxes around an element by which its place is told."""
_TAGS = PLACES | EMPHASIS | {"a", "li", "h2", "h3", "dd"}
_DIGIT = re.compile(r"\d")
_DENSE = late_pattern("[\u3005\u3400-\u9fff]{2,4}|[\uac00-\ud7af]{2,4}")


def signing_places(
    doc: Document, title: str, authors: tuple[str, ...], sites: frozenset[str]
) -> tuple[str, ...]:
    """The keys of the places at which a page names its authors and nobody else; where it is not
    known who wrote it, those that hold persons by common names."""
    known = {letters(name) for name in authors if not is_site(name, sites)}
    found: dict[str, None] = {}
    around = surroundings(doc, title)
    for element, text in _short_elements(around):
        folded = letters(text)
        if known and not any(name in folded for name in known):
            continue
        names = _names(text, sites)
        own = {letters(name) for name in names}
        signs = own and (own <= known if known else all(map(_is_called_so, names)))
        signs = signs and (known or not _is_of_subject(doc, names, text))
        if signs and _is_of_head(doc, element, around.top, own if known else frozenset()):
            found[_key(element)] = None
    return tuple(islice(found, MAX_PLACES))


def names_at(doc: Document, title: str, known: Set[str], sites: frozenset[str]) -> tuple[str, ...]:
    """The names that stand at one of the `known` places where a source signs; else empty."""
    if not known:
        return ()
    subject = letters(title)
    around = surroundings(doc, title)
    for element, text in _short_elements(around):
        names = _names(text, sites) if _key(element) in known else ()
        new = names and not any(letters(name) in subject for name in names)
        new = new and not (element in around.crown and _is_of_subject(doc, names, text))
        if new and _is_of_head(doc, element, around.top, {letters(name) for name in names}):
            return names
    return ()


def _is_of_subject(doc: Document, names: Sequence[str], line: str) -> bool:
    """Whether a paragraph speaks of one of the persons of a line: its text is of them."""
    return not all(is_unspoken(doc, name, line) for name in names)


def ends_signed(removed: Sequence[Removed], authors: tuple[str, ...]) -> bool:
    """Whether a line taken out of a text is its only author's name and no more, a job in the line
    below perhaps."""
    if len(authors) != 1:
        return False
    name = letters(authors[0])
    return any(letters(line.text.split("\n")[0]) == name for line in removed[-MAX_ENDS:])


def names_at_end(removed: Sequence[Removed], sites: frozenset[str]) -> tuple[str, ...]:
    """The name that is all of a line below the last sentence, where a source signs there."""
    ends = [line.text for line in removed[-MAX_ENDS:] if line.rule == TAIL]
    named = (_names(text, sites) for text in ends if len(text) <= MAX_CHARS)
    return next(filter(None, named), ())


def begins_signed(kept: Sequence[Block], authors: tuple[str, ...], sites: frozenset[str]) -> bool:
    """Whether the dateline of a text names its authors and nobody else."""
    return bool(authors) and names_at_beginning(kept, sites) == authors


def names_at_beginning(kept: Sequence[Block], sites: frozenset[str]) -> tuple[str, ...]:
    """The names in a text's dateline, told by their form alone: where a source signs there."""
    told = (persons_in_dateline(block.text, sites, sure=False) for block in kept[:DATELINES])
    return next(filter(None, told), ())


DATELINES = 2
"""Lines of a text of which one may have the dateline: a standfirst may go before."""
MAX_ENDS = 4
"""Lines from the end of what was taken out among which the author's name stands."""


def _is_called_so(name: str) -> bool:
    return begins_with_given_name(name) or is_dense_person(name) or is_korean_person(name)


def _short_elements(around: Surroundings) -> Iterator[tuple[HtmlElement, str]]:
    """The short elements between headline and text, and right above the headline."""
    if around.headline is None:
        return
    start = around.places[around.headline] + 1
    below = around.elements[start : start + min(NEAR, around.text_begins)]
    for element in (*below, *around.crown):
        if element.tag in _TAGS and len(element) <= MAX_PARTS and is_small(element):
            text = text_of_element(element)
            if 1 < len(text) <= MAX_CHARS:
                yield element, text


def _is_of_head(
    doc: Document, element: HtmlElement, top: frozenset[HtmlElement], names: Set[str]
) -> bool:
    """Whether an element is of the article's head: in no other part of the page, in no card, and
    with no link but to authors' pages, or whose text is one of the folded `names`."""
    if not FOREIGN.isdisjoint(regions_between(element, top)):
        return False
    links = (a for a in element.iter("a") if not is_author_page(a.get("href")))
    return all(letters(text_of_element(a)) in names for a in links) and not in_card(
        doc, element, top
    )


def _key(element: HtmlElement) -> str:
    """Where an element stands: the tags, the number among its siblings and the classes of it and of
    the boxes around it, without the classes that a machine numbers."""
    steps = [_step(element, number=True)]
    steps += (_step(box, number=False) for box in islice(element.iterancestors(), DEEP))
    return f"{'<'.join(steps)}{SIGNED}"


def _step(element: HtmlElement, *, number: bool) -> str:
    names = [name for name in (element.get("class") or "").split() if not _DIGIT.search(name)]
    place = sum(1 for _ in element.itersiblings(preceding=True)) if number and not names else ""
    return f"{element.tag}{place}.{'.'.join(names)}"


def _names(text: str, sites: frozenset[str]) -> tuple[str, ...]:
    """The names that are all that a short text says; empty where one of them can be none."""
    if is_known_line(text) or NO_PERSON.search(text) or is_arabic_phrase(text):
        return (text,) if is_agency(text) else ()
    names = clean_names(text)
    if not 0 < len(names) <= MAX_NAMES:
        return ()
    return names if all(_may_sign(name, sites) for name in names) else ()


def _may_sign(name: str, sites: frozenset[str]) -> bool:
    if is_site(name, sites) or letters(name) in KNOWN_PLACES or not is_name(name):
        return False
    if _DENSE.fullmatch(name) or is_agency(name):
        return True
    return 2 <= words_of_name(name) <= 4 and is_cased_as_name(name)
