"""A name that nothing marks as an author's: beside the date under the headline, and alone there.

«Jane Doe · 20 November 2026», «سارة أحمد | ٢٠ نوفمبر»: many hand-made themes write no more. What
else stands in such a line (a section, a place, a count) is told by its links, its words, its form.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import islice

from lxml.html import HtmlElement

from pipeline.declared.metadata import Metadata
from pipeline.page.elements import (
    in_card,
    in_comments,
    in_teaser,
    is_author_page,
    letters,
    regions_between,
    text_of_element,
    tidy,
)
from pipeline.page.html import Document
from pipeline.people.byline_words import any_of, words
from pipeline.people.credits import is_agency
from pipeline.people.given_names import begins_with_given_name, persons_in
from pipeline.people.jobs import text_without_jobs
from pipeline.people.lone_person import WORDS, is_dense_person
from pipeline.people.names import (
    clean_names,
    cut_before,
    is_cased_as_name,
    is_name,
    words_of_name,
)
from pipeline.people.pictured import pictured_names
from pipeline.people.placed import WITH_PLACE, placed_names
from pipeline.rulebook import is_known_line, named_by_heading
from pipeline.titles.surroundings import Surroundings, surroundings
from pipeline.urls import path_segments

NEAR = 40
"""Elements after the headline among which the line of facts stands."""

FAR = 60
"""The same for a name that stands alone there and again further on."""

BELOW = 8
"""The same for a name with its place, which has no date beside it."""

MAX_LINE_CHARS = 120

_PARTS = re.compile(r"\s*[|•/–—\n]\s*|\s*(?<![\u3400-\u9fff\uac00-\ud7af])·\s*|\s+·\s*|\s+-\s+")
_COMMAS = re.compile(r"\s*[,،](?:\s+|$)|、")
_YEAR = re.compile(r"(?<!\d)(?:1[34]\d\d|20\d\d|٢٠[٠-٩]{2}|۱[۳۴][۰-۹]{2}|۲۰[۰-۹]{2})(?!\d)")
_DIGIT = re.compile(r"\d")
_QUOTED = re.compile('[«»:"“”()]')
_FACT = re.compile(rf"(?<!\w)(?:{any_of(words('facts'))})(?!\w)", re.IGNORECASE)
_PLACES = frozenset(
    {"div", "p", "span", "ul", "section", "header", "td", "small", "h6", "h5", "h4"}
)
_HEADINGS = frozenset({"h2", "h3", "h4", "h5", "h6"})
_EMPHASIS = frozenset({"b", "strong", "font", "em", "i"})
_FOREIGN = frozenset(
    {"comments", "related", "newsletter", "dialog", "advertisement", "form", "caption", "embed",
     "navigation", "aside", "footer", "hidden"}
)  # fmt: skip


def unmarked_names(
    doc: Document, meta: Metadata, title: str | None, sites: frozenset[str]
) -> tuple[str, ...]:
    """The name in the line of facts under the headline, if it can be nothing else; else empty."""
    around = surroundings(doc, title)
    return (
        pictured_names(doc, around, sites)
        or _with_place(doc, around)
        or _in_line_of_facts(doc, meta, title, _line_of_facts(doc, around), around, sites)
        or _called_like_persons(doc, around, title, sites)
        or _repeated(doc, around, sites)
        or _agency_alone(doc, around)
    )


def persons_beside_house(
    doc: Document, meta: Metadata, title: str | None, sites: frozenset[str]
) -> tuple[str, ...]:
    """The same where metadata sign with the publisher: only persons, and in scripts with capitals,
    where a section looks like a name, only those that a picture, a place or a given name tells."""
    around = surroundings(doc, title)
    names = (
        pictured_names(doc, around, sites)
        or _with_place(doc, around)
        or _called_like_persons(doc, around, title, sites)
    )
    if not names:
        line = _line_of_facts(doc, around)
        found = _in_line_of_facts(doc, meta, title, line, around, sites)
        before = line.getprevious() if line is not None else None
        alone = before is not None and found == (_name_alone(before),)
        names = found if alone or all(map(_is_surely_person, found)) else ()
    return () if any(map(is_agency, names)) else names


def _is_surely_person(name: str) -> bool:
    """Whether a name is one against a publisher's word; that it begins as family names do is not
    enough."""
    if is_dense_person(name):
        return False
    return not name[0].isupper() or begins_with_given_name(name)


def _in_line_of_facts(
    doc: Document,
    meta: Metadata,
    title: str | None,
    line: HtmlElement | None,
    around: Surroundings,
    sites: frozenset[str],
) -> tuple[str, ...]:
    """The only name in the line that holds the date, or alone in the line before it."""
    if line is None:
        return ()
    parts = list(_parts(line))
    labelled = [rest for part in parts if (rest := cut_before(part)) and _are_persons(rest)]
    if labelled:
        return clean_names(labelled[0])
    persons = [part for part in parts if _are_persons(part)]
    before = line.getprevious()
    alone = None if before is None or before is around.headline else _name_alone(before)
    if not persons and not alone:
        return ()
    inside = set(line.iter("a"))
    links = {letters(text_of_element(a)) for a in doc.all_of("a") if a not in inside}
    told = {letters(each.value) for each in (*meta.sections, *meta.tags)}
    slugs = {letters(part) for part in path_segments(doc.url)}
    known = links | told | slugs | sites
    found = [part for part in persons if letters(part) not in known]
    if found:
        new = len(found) == 1 and letters(found[0]) not in letters(title or "")
        return clean_names(found[0]) if new else ()
    other = alone and letters(alone) not in known and letters(alone) not in letters(title or "")
    return clean_names(alone) if alone and other else ()


def _called_like_persons(
    doc: Document, around: Surroundings, title: str | None, sites: frozenset[str]
) -> tuple[str, ...]:
    """The persons in a line of their own between headline and text who have common given names."""
    if around.headline is None:
        return ()
    start = around.places[around.headline]
    subject = letters(title or "")
    for element in islice(doc.elements, start + 1, start + min(NEAR, around.text_begins)):
        if element.tag in _HEADINGS and named_by_heading(text_of_element(element)) == "comments":
            break
        if element.tag not in _PLACES | _EMPHASIS or len(element) > 4 or _is_pictured(element):
            continue
        if any(not is_author_page(a.get("href")) for a in element.iter("a")):
            continue
        text = text_without_jobs(element, text_of_element(element))
        names = persons_in(text) if len(text) < MAX_LINE_CHARS else ()
        if not names or any(letters(n) in sites or letters(n) in subject for n in names):
            continue
        if in_card(doc, element, around.top) or next(element.iterancestors("a"), None) is not None:
            continue
        if _FOREIGN.isdisjoint(regions_between(element, around.top)):
            return names
    return ()


def _agency_alone(doc: Document, around: Surroundings) -> tuple[str, ...]:
    """The agency whose name is all of an element below the headline, else empty."""
    if around.headline is None:
        return ()
    start = around.places[around.headline]
    for element in islice(doc.elements, start + 1, start + 1 + NEAR):
        text = tidy(element.text or "") if not len(element) and element.tag in _PLACES else ""
        if not text or not is_agency(text) or in_card(doc, element, around.top):
            continue
        if _FOREIGN.isdisjoint(regions_between(element, around.top)):
            return clean_names(text) or (text,)
    return ()


def _repeated(doc: Document, around: Surroundings, sites: frozenset[str]) -> tuple[str, ...]:
    """A person's name alone in an element below the headline and in another one further on, neither
    linked; else empty. Only scripts with capitals tell a name so."""
    if around.headline is None:
        return ()
    start = around.places[around.headline]
    alone = [element for element in doc.elements[start + 1 :] if _is_alone(element)]
    for element in alone:
        if around.places[element] - start > min(FAR, around.paragraphs_begin):
            break
        name = tidy(element.text)
        others = [e for e in alone if e is not element and tidy(e.text) == name]
        if not others or letters(name) in sites or in_card(doc, element, around.top):
            continue
        if in_teaser(element, around.top):
            continue
        regions = [regions_between(e, around.top) for e in (element, others[-1])]
        if all(_FOREIGN.isdisjoint(found - {"aside"}) for found in regions):
            return clean_names(name)
    return ()


def _name_alone(element: HtmlElement) -> str | None:
    """The person's name that is all of an element, or of the one emphasis in it, and no link."""
    while len(element) == 1 and not tidy(element.text or "") and not tidy(element[0].tail or ""):
        element = element[0]
    name = tidy(element.text or "")
    if len(element) or element.tag not in _PLACES | _EMPHASIS or len(name) > MAX_LINE_CHARS:
        return None
    cased = all(word != word.lower() or word in _JOINING for word in name.split())
    uncased = name[:1].isalpha() and not name[:1].isupper() and not name[:1].islower()
    if uncased and _is_person(name):
        return name
    dense = name.split("、")
    if len(dense) > 1 and all(map(is_dense_person, dense)):
        return name
    return name if name and cased and _is_person(name) else None


_JOINING = frozenset(
    "de da di del della du von van der den zu zur dos af av".split()  # noqa: SIM905
)


def _is_alone(element: HtmlElement) -> bool:
    text = element.text
    if not text or len(element) or element.tag not in _PLACES or len(text) > MAX_LINE_CHARS:
        return False
    name = tidy(text)
    return name[:1].isupper() and _is_person(name) and all(w[0].isupper() for w in name.split())


def _with_place(doc: Document, around: Surroundings) -> tuple[str, ...]:
    """The names in lines «Jane Doe - London», «London / Jane Doe» right below the headline, and of
    persons who sign with an agency, «Jane Doe, John Roe | AP»; else empty."""
    if around.headline is None:
        return ()
    start = around.places[around.headline]
    found: dict[str, str] = {}
    reach = min(NEAR, max(BELOW, around.text_begins))
    for number, element in enumerate(islice(doc.elements, start + 1, start + 1 + reach)):
        text = text_of_element(element) if element.tag in _PLACES | _EMPHASIS else ""
        if not text or len(text) > MAX_LINE_CHARS or _is_pictured(element):
            continue
        if number < BELOW:
            names = placed_names(text) or _with_any_place(text) or _with_agency(text)
        elif found or not _PARTS.search(text) or in_card(doc, element, around.top):
            continue
        else:
            names = placed_names(text)
        if all(_is_person(name) or is_agency(name) for name in names):
            found.update((letters(name), name) for name in names)
    return tuple(found.values())


def _is_pictured(element: HtmlElement) -> bool:
    """Whether a picture stands in an element or beside it: its line is a caption."""
    return any(box.find("img") is not None for box in (element, element.getparent()))


def _with_any_place(text: str) -> tuple[str, ...]:
    names = clean_names(text) if WITH_PLACE.fullmatch(text) else ()
    return names if len(names) == 1 and names[0] != text else ()


def _with_agency(text: str) -> tuple[str, ...]:
    names = clean_names(text) if not _DIGIT.search(text) else ()
    return names if len(names) > 1 and is_agency(names[-1]) and _is_person(names[0]) else ()


def _line_of_facts(doc: Document, around: Surroundings) -> HtmlElement | None:
    """The first short element after the headline that holds a year and something else."""
    if around.headline is None:
        return None
    start = around.places[around.headline]
    for element in islice(doc.elements, start + 1, start + 1 + min(NEAR, around.text_begins)):
        if element.tag not in _PLACES and element.tag != "time":
            continue
        text = text_of_element(element)
        if len(text) > MAX_LINE_CHARS or not _YEAR.search(text):
            continue
        if in_card(doc, element, around.top) or in_comments(element):
            return None
        if not _FOREIGN.isdisjoint(regions_between(element, around.top)):
            return None
        return element
    return None


def _parts(line: HtmlElement) -> Iterator[str]:
    """The facts of a line: its elements' texts, cut at the signs between facts. The text of a link
    that leads to anything but an author's page is none."""
    for element in line.iter():
        linked = element.tag == "a" and not is_author_page(element.get("href"))
        for text in (None if linked else element.text, None if element is line else element.tail):
            for part in map(tidy, _PARTS.split(text or "")):
                several = persons_in(part) if _COMMAS.search(part) else ()
                yield from (part,) if len(several) > 1 else filter(None, _COMMAS.split(part))


def _are_persons(part: str) -> bool:
    """Whether a part is a person's name, or several joined by "and"."""
    if _is_person(part):
        return True
    names = clean_names(part) if len(part) < MAX_LINE_CHARS and not _DIGIT.search(part) else ()
    return len(names) > 1 and all(map(_is_person, names))


def _is_person(part: str) -> bool:
    if is_dense_person(part):
        return True
    least, most = WORDS
    count = words_of_name(part)
    if not least <= count <= most or _DIGIT.search(part) or part.startswith("ال"):
        return False
    if _QUOTED.search(part) or is_known_line(part):  # a house, a button
        return False
    return is_name(part) and is_cased_as_name(part) and not _FACT.search(part)
