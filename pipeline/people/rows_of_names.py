"""Rows of elements that may name a person each: «<span>Jane Doe</span><span>John Roe</span>»."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import islice

from lxml.html import HtmlElement

from pipeline.lines.known_lines import is_known_line
from pipeline.page.author_pages import is_author_page
from pipeline.page.elements import is_only_child, letters, text_of_element, tidy
from pipeline.patterns.late_patterns import late_pattern
from pipeline.people.common_names import given_names
from pipeline.people.given_names import begins_with_given_name
from pipeline.people.jobs import is_job
from pipeline.people.labels import is_label
from pipeline.people.lone_person import lone_person
from pipeline.people.names import clean_names

LEAST = 2
_BOXES = frozenset({"div", "p", "section", "ul"})


def row_in(element: HtmlElement) -> HtmlElement:
    """The innermost of the boxes that hold nothing but each other: a line's own."""
    while len(element) == 1 and element[0].tag in _BOXES and not tidy(element.text or ""):
        element = element[0]
    return element


def with_commas_in_row(element: HtmlElement, text: str) -> str:
    """The text of a byline with a comma between persons that elements of their own name one after
    another, which nothing but the page's style sets apart."""
    for part in islice(element.iter(*_PARTS), MAX_PARTS):
        follows = part.getnext()
        if follows is None or follows.tag != part.tag or tidy(part.tail or ""):
            continue
        if len(part) or len(follows):
            continue
        names = text_of_element(part), text_of_element(follows)
        if " ".join(names) in text and all(lone_person(name) == name for name in names):
            text = text.replace(" ".join(names), ", ".join(names), 1)
    return text


_GIVEN = re.compile(r"(?:given|first)[_-]?name|(?:^|\s)fname(?:$|\s)", re.IGNORECASE)
_FAMILY = re.compile(r"(?:family|last|sur)[_-]?name|(?:^|\s)lname(?:$|\s)", re.IGNORECASE)


def in_two_parts(element: HtmlElement) -> tuple[str, ...]:
    """The person whose given name and family name are elements of their own, one right behind the
    other, as they are called, or as the only two, of which all words of the first are common given
    names: «<b>Mary Ann</b> <b>Smith</b>»; else empty."""
    if len(element) == LEAST and not tidy(f"{element.text or ''}{element[0].tail or ''}"):
        given, family = map(text_of_element, element)
        known = given_names().issuperset(given.split()) and given != ""
        if known and family.isalpha() and family.istitle() and family not in given_names():
            return clean_names(f"{given} {family}")
    for part in element:
        behind = part.getnext()
        called = (part.get("class") or "", behind.get("class") or "") if behind is not None else ()
        if called and any(
            _GIVEN.search(called[n]) and _FAMILY.search(called[1 - n]) for n in (0, 1)
        ):
            return clean_names(f"{text_of_element(part)} {text_of_element(behind)}")
    return ()


def without_buttons(element: HtmlElement, text: str) -> str:
    """The text of a byline that is its element's own, without boxes in it that hold links alone,
    none to an author's page: «By Jane Doe», and where to share it, and without links to that under
    which the text is filed; or of one in parts without the
    last, where rules know that as a button: «<a>Jane Doe</a><span>All articles</span>»."""
    if not tidy(element.text or ""):
        last = text_of_element(element[-1])
        button = " " in last and text.endswith(f" {last}") and is_known_line(last)
        return text.removesuffix(last).rstrip() if button else text
    for link in element.iter("a"):
        filed = text_of_element(link)
        if filed and not _FILED.isdisjoint((link.get("rel") or "").split()):
            before, said, behind = text.partition(filed)
            if said and not before.rstrip()[-1:].isalnum():  # «Jane Doe in Roads» is one phrase
                text = f"{before}|{behind}"
    for box in element:
        said = text_of_element(box) if box.tag in _BOXES else ""
        links = [*box.iter("a")] if said else []
        if not links or any(is_author_page(link.get("href")) for link in links):
            continue
        if letters("".join(map(text_of_element, links))) == letters(said):
            text = text.replace(said, " ", 1)
    return tidy(text)


_FILED = frozenset({"tag", "category"})
_PARTS = ("span", "div", "p", "b", "strong", "em", "i", "li", "a")
MAX_PARTS = 30
"""Elements of a byline that are looked at."""


def with_bar_between(element: HtmlElement, text: str) -> str:
    """The text of a line of two inline elements of different kinds with a bar between them, where
    the first is a person's by a common name: «<b>Jane Doe</b> <i>Leeds</i>»."""
    if len(element) != LEAST or tidy(element.text or "") or element[0].tag == element[1].tag:
        return text
    if any(len(part) or part.tag not in _STYLED or tidy(part.tail or "") for part in element):
        return text
    name, rest = map(text_of_element, element)
    named = rest and begins_with_given_name(name) and lone_person(name) == name
    return f"{name} | {rest}" if named else text


_STYLED = frozenset({"b", "strong", "i", "em", "small", "span"})


def is_glued(element: HtmlElement, text: str) -> bool:
    """Whether words of an element's text are of several parts that only style sets apart: «<b>Jane
    Doe</b><small>reporter</small>»."""
    apart = frozenset(" ".join(element.itertext()).split())
    return any(word.isalpha() and word not in apart for word in text.split())


def with_small_parts_apart(element: HtmlElement, text: str) -> str:
    """The text of a byline with a bar before parts in small letters that only the page's style sets
    apart from the words before them, and without days: «Jane Doe<small>3 May 2026</small>»."""
    row = row_in(element)
    label = text_of_element(row[0]) if len(row) and row[0].tag in _INLINE else ""
    glued = label and text.startswith(label) and text[len(label) : len(label) + 1].isalnum()
    if glued and is_label(f"{label}:"):
        text = f"{label}: {text[len(label) :]}"  # «<span>Author</span><span>Jane Doe</span>»
    elif len(row) == LEAST and not tidy(row.text or "") and is_glued(row, text):
        first, last = map(text_of_element, row)
        text = f"{first} | {last}" if lone_person(first) and f"{first}{last}" == text else text
    for part in islice(element.iter("small", "time", "span"), MAX_PARTS):
        said = text_of_element(part)
        if part.tag == "span" and not said[:1].isdigit():
            continue
        start = text.rfind(said)
        rest = text[start + len(said) :]
        glued = start > 0 and text[start - 1] not in _APART and not rest[:1].isalnum()
        if said and glued:
            behind = rest if _DIGIT.search(said) else f"| {text[start:]}"
            text = f"{text[:start]} {behind}".rstrip()
    return text


_DIGIT = re.compile(r"\d")
_APART = " |([–—-/·•,،:;"
"""What parts words as a blank does; vowels of the scripts of India are signs of their own."""
_INLINE = frozenset({"span", "b", "strong", "em", "i", "label"})


def set_in_row(line: HtmlElement, text: str) -> str:
    """The text of a line in a script without blanks, with a blank between parts that only style
    sets apart, or a comma where all are persons: «<span>图/王芳</span><span>文/赵明</span>»."""
    if not 1 < len(line) <= MAX_PARTS or not DENSE.search(text) or tidy(line.text or ""):
        return text
    if any(part.tag != "span" or tidy(part.tail or "") for part in line):
        return text
    parts = [said for part in line if (said := text_of_element(part))]
    return (", " if all(lone_person(part) == part for part in parts) else " ").join(parts)


DENSE = late_pattern("[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af]")


def is_row(line: HtmlElement) -> bool:
    """Whether all that a line holds are elements that may name a person each: the line's text,
    which joins them, names nobody."""
    if len(line) < LEAST or tidy(line.text or ""):
        return False
    if any(len(part) or tidy(part.tail or "") for part in line):
        return False
    found = [text_of_element(part) for part in line]
    return all(lone_person(text) == text and not is_job(text) for text in found)


_LINES = frozenset({"p", "div", "h2", "h3", "h4", "h5", "h6"})


def called_in_box(box: HtmlElement) -> tuple[str, ...]:
    """The only person by a common given name among the lines of a box that others stand in beside:
    «<h2>Out of ink</h2><p>Jane Doe</p>»; else empty."""
    lines = [text_of_element(part) for part in box if part.tag in _LINES]
    if len(lines) < LEAST_LINES or len(lines) != len(box):
        return ()
    persons = [line for line in lines if lone_person(line) == line]
    called = [name for name in persons if begins_with_given_name(name)]
    return tuple(called) if len(called) == 1 < len(persons) else ()


LEAST_LINES = 2


def persons_of_cards(cards: Sequence[HtmlElement]) -> tuple[str, ...]:
    """The persons of cards of one form each of which holds a name in a line of its own, and what
    its person does in another: «<p>Jane Doe</p><p>Reporter</p>»; else empty."""
    found = []
    for card in cards:
        lines = [text_of_element(part) for part in card.iter(*_PARTS, *_LINES) if not len(part)]
        first, *others = [line for line in lines if line] or [""]
        named = lone_person(first) == first
        named = named or (clean_names(first) == (first,) and all(map(is_job, others)))
        if not others or not named or is_job(first):
            return ()
        if any(lone_person(line) == line and begins_with_given_name(line) for line in others):
            return ()
        found.append(first)
    return tuple(dict.fromkeys(found)) if len(found) >= LEAST else ()


def next_part(element: HtmlElement) -> HtmlElement | None:
    """The element behind another one, or behind the break right after that: «<b>Jane
    Doe</b><br><em>Reporter</em>»."""
    follows = element.getnext()
    broken = follows is not None and follows.tag == "br" and not tidy(follows.tail or "")
    return follows.getnext() if follows is not None and broken else follows


def is_of_rows(cell: HtmlElement) -> bool:
    """Whether a cell stands in a table of several rows: a list of persons and what they are, but
    where it is alone in its row and the table holds a text."""
    row = cell.getparent() if cell.tag == "td" else None
    if row is None or is_only_child(row):
        return False
    table = next(row.iterancestors("table"), None) if len(row) == 1 else None
    return table is None or next(table.iter("h1", "p"), None) is None
