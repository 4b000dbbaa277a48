"""What marks an element as a byline: its link, microdata, name, the words it begins with."""

from __future__ import annotations

import re
from collections.abc import Mapping
from itertools import islice

from lxml.html import HtmlElement

from pipeline.lines.known_lines import is_known_line
from pipeline.page.author_pages import is_author_page
from pipeline.page.elements import text_of_element, tidy
from pipeline.patterns.late_patterns import late_pattern
from pipeline.people.books import tells_of_book
from pipeline.people.byline_names import (
    is_named_facts,
    is_of_reader,
    strength_of_names,
    tells_about,
)
from pipeline.people.labels import cut_before, is_label
from pipeline.people.labels_inside import FACTS, label_inside
from pipeline.people.lone_person import lone_person
from pipeline.people.name_shapes import is_cased_as_name, is_name
from pipeline.people.second_names import is_called_as_person
from pipeline.punctuation import SENTENCE_ENDS

MAX_BYLINE_CHARS = 160

_LABELS = frozenset({"strong", "b", "span", "em", "dt", "label", "h6", "small", "i"})


def byline_strength(element: HtmlElement) -> int:
    """How surely an element is a byline: 4 by rel, itemprop, property or microformat, 3 by link, 2
    by name, 1 by text."""
    tag, attributes = element.tag, dict(element.items())
    get = attributes.get
    named = get("class")
    number = test = None
    if len(attributes) > (named is not None) or "-" in tag:  # most have a class and no more
        said = get("rel") or get("property")
        if said and not _TERMS.isdisjoint(said.split()):
            return 0 if _is_of_other_thing(element) else 4
        said = get("itemprop")
        if said and "author" in said.split():
            return 0 if _is_of_other_thing(element) else 4
        titled = get("title")
        told = titled or get("aria-label")
        if tag == "a" and (is_author_page(get("href")) or (told and _is_titled(element, told))):
            return 0 if named and is_of_reader(named) else 3
        if tag in _TOLD and _is_told_by_label(element, told):
            return 2
        number = get("id")
        if number and labels_section(element):
            return 0
        if get("aria-labelledby") and len(element) > 1 and labels_section(element[0]):
            return 0  # what it is called, and those within it
        test = _called_for_tests(element, attributes)
    if named and "p-author" in named and "p-author" in named.split():
        return 0 if _is_cited(element) else 4
    if named or number or test:
        called = f"{named or ''} {number or ''} {test or ''}"
        strength = strength_of_names(called)
        if strength:
            return 2 if strength == 1 and _tells_person_alone(element, called) else strength
        own = named and "name" in named and _NAME_AT_END.search(named)
        if own and _is_beside_time(element):
            return 2
    if tag in _BELOW_LABEL and not named and _is_labelled_above(element):
        return 2
    if tag in _CELLS and _is_labelled_before(element):
        return 2
    if tag in _SPOKEN_BEFORE and _is_labelled_for_ears(element):
        return 2
    return _strength_of_words(element, named)


def _strength_of_words(element: HtmlElement, named: str | None) -> int:
    """The same of an element that nothing marks but what it says: its first words, or a label in
    its first part."""
    size = len(element)
    if element.tag == "dl" and size > PAIR:
        return 0  # a label and its value of several
    text = (element.text or "").strip()
    if not text:
        if not size or size > MOST_PARTS:  # as boxes that hold others
            return 0
        first = element[0]
        text = _behind_icon(first)
        if not text:
            boxed = size == PAIR and first.tag == "div" and not len(first)
            if size <= PARTS_WITH_LABEL and (boxed or first.tag in _LABELS):
                label = text_of_element(first).rstrip(",، ")
                if label and len(label) < 30 and is_label(label):
                    return 2
            timed = first.tag == "time" and cut_before(tidy(first.tail or ""))
            facts = size <= PARTS_OF_FACTS and (timed or (named and is_named_facts(named)))
            return 1 if facts and _is_labelled_inside(element) else 0
    if size > MOST_PARTS or len(text) >= MAX_BYLINE_CHARS:
        return 0
    if cut_before(text) is not None:
        return 1
    return 1 if FACTS.match(text) and label_inside(text_of_element(element)) else 0


MOST_PARTS, PARTS_OF_FACTS, PARTS_WITH_LABEL = 12, 6, 4
"""Elements right in a line that signs; in one of facts; and in one that a label begins."""


_CITED = re.compile(r"(?:^|\s)(?:h-cite|[pu]-comment)(?:$|\s)")
"""How microformats call what others wrote, within an entry."""


def _is_cited(element: HtmlElement) -> bool:
    return any(_CITED.search(box.get("class") or "") for box in element.iterancestors())


def _tells_person_alone(element: HtmlElement, called: str) -> bool:
    """Whether a box about the author holds a person's name alone, or a mailbox beside it: it tells
    nothing of them, it signs."""
    if len(element) > PAIR or not tells_about(called):
        return False
    name = _MAILBOX.sub("", text_of_element(element))
    if element.tag == "a" and (element.get("href") or "").startswith("mailto:"):
        return is_called_as_person(name)  # a button is called like it, «أرسل بريدا إلكترونيا»
    return len(name) < MAX_LABEL_CHARS and lone_person(name) == name and not is_known_line(name)


_MAILBOX = re.compile(r"\s*[\w.+-]+@[\w.-]+$")
_REVIEWS = frozenset({"review", "reviews"})
"""What readers write of a thing, where it is a property of that thing."""
_TERMS = frozenset({"author", "schema:author", "dc:creator", "dcterms:creator", "sioc:has_creator"})
"""How links and RDFa call an author: `rel="author"`, `property="schema:author"`."""

_OTHER_THING = re.compile(
    r"(?:^|[/:])(?:(?:Image|Video|Audio|Media)Object|Photograph|(?:User)?Comments?$|Answer|Post$)"
)
"""What a page shows beside its article, and who made that: a picture, a reader's comment."""


def _is_of_other_thing(element: HtmlElement) -> bool:
    """Whether microdata or RDFa name the author of a picture or a comment within the article."""
    scopes = (e for e in element.iterancestors() if e.get("itemtype") or e.get("typeof"))
    scope = next(scopes, None)
    if scope is None:
        return False
    kind = scope.get("itemtype") or scope.get("typeof") or ""
    return scope.get("itemprop") in _REVIEWS or _OTHER_THING.search(kind) is not None


PAIR = 2
"""Elements of a list of terms that holds one label and its value."""

_FOR_TESTS = ("data-testid", "data-component", "data-hook")
_SELDOM_FOR_TESTS = ("data-test", "data-test-id", "data-test-tag", "data-qa", "data-cy")
_ALL_FOR_TESTS = frozenset({*_FOR_TESTS, *_SELDOM_FOR_TESTS})


def _called_for_tests(element: HtmlElement, attributes: Mapping[str, str]) -> str | None:
    """What a page's makers call an element for their tests; of an element that is none of HTML's
    own, what it is called itself."""
    own = str(element.tag) if "-" in element.tag else None
    if _ALL_FOR_TESTS.isdisjoint(attributes):
        return own
    often = next((said for name in _FOR_TESTS if (said := attributes.get(name))), own)
    seldom = (said for name in _SELDOM_FOR_TESTS if (said := attributes.get(name)))
    return often or next(seldom, None)


_DENSE = late_pattern("[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af]{2,6}")
_NAME_DATA = ("data-author-name", "data-author", "data-byline")


def said_for_machines(element: HtmlElement) -> str:
    """The name in an author's microdata or attributes that a reader does not see, or that a script
    draws: `<div class="byline" data-author="Jane Doe">`, `<author-card name="Jane Doe">`."""
    if "author" in (element.get("itemprop") or "").split():
        return tidy(str(element.xpath("string(.//meta[@itemprop='name']/@content)")))
    own = element.get("name") or element.get("author") if "-" in element.tag else None
    name = own or next((said for key in _NAME_DATA if (said := element.get(key))), "")
    if not name and len(element) == 1 and element[0].tag == "button":
        name = text_of_element(element[0])  # it opens the author's profile
        name = name if is_cased_as_name(name or "-") and is_name(name) else ""
    named = " " in name.strip() or _DENSE.fullmatch(name)
    return tidy(name) if named and name[:1].isalpha() else ""


def own_first_line(element: HtmlElement) -> str:
    """What stands before the first box in an element, where a label begins it: «By Jane Doe, Staff
    Writer», and below it who reviewed the text and where they teach. Empty where there is none."""
    own = tidy(element.text or "") if len(element) and element[0].tag in _BOXES else ""
    return own if own and len(own) < MAX_BYLINE_CHARS and cut_before(own) is not None else ""


_BOXES = frozenset({"div", "p", "ul", "section"})


def labels_section(element: HtmlElement) -> bool:
    """Whether an element is what the section around it says its label is: «Article information»."""
    number = element.get("id")
    around = element.getparent() if number else None
    return around is not None and around.get("aria-labelledby") == number


def _is_labelled_inside(element: HtmlElement) -> bool:
    """Whether a label of authors stands between two boxes of a line: «<b>3 May</b> | By: …»."""
    tails = ((child.tail or "").strip(" |،,•·–-") for child in element)
    if not any(tail and cut_before(tail) is not None for tail in tails):
        return False
    text = text_of_element(element)
    return len(text) < MAX_BYLINE_CHARS and bool(FACTS.match(text) and label_inside(text))


_ICONS = frozenset({"i", "svg", "span", "em", "img", "a"})


def _behind_icon(first: HtmlElement) -> str:
    """The text behind a sign that a line begins with, `<i class="fa fa-user"></i> By Jane`, or
    behind a linked picture."""
    if first.tag not in _ICONS or (first.text or "").strip():
        return ""
    pictured = first.tag == "a" and len(first) == 1 and first[0].tag == "img"
    plain = first.tag == "svg" or pictured or not len(first)
    return (first.tail or "").strip() if plain else ""


_ALL_BY = late_pattern(
    r"(?:all|view|see|more|posts?|articles?|stories|alle|beiträge|inhalte|artikel|mehr|weitere|tous|"
    r"toutes|voir|ver|todos|todas|tutti|vedi|leggi|bekijk|lihat|semua|عرض|جميع|كل|مشاهدة|مقالات|"
    r"записи|все|همه)\b.*(?:\b(?:by|from|von|par|por|door|av|af|oleh|автора)|(?:articles|posts|billets|"
    r"publications|entradas|artículos|artigos|articoli|artikelen)\s+d[aei]|بواسطة|للكاتب|الكاتب|(?:مقالات|تدوينات|مواضيع|مشاركات|مطالب))"
    r"\s*:?\s+",
    re.IGNORECASE,
)


def _is_titled(link: HtmlElement, title: str) -> bool:
    """Whether a link is called all that a person wrote, and shows the name: «Posts by Jane Doe»."""
    name = (link.text or "").strip() or text_of_element(link)
    if " " not in name or not title.rstrip().endswith(name):
        return False
    return _ALL_BY.fullmatch(title.strip().removesuffix(name)) is not None


_TOLD = frozenset({"a", "span", "div", "p", "address", "li", "b", "strong", "em"})


def _is_told_by_label(element: HtmlElement, said: str | None) -> bool:
    """Whether what a pointer or a screen reader is told of an element is a label of authors, and
    the element shows something: <a title="Author">Jane Doe</a> beside a picture of a pen."""
    if not said or len(said) >= MAX_LABEL_CHARS or not is_label(said):
        return False
    return bool(text_of_element(element))


_CELLS = frozenset({"td", "dd"})


def _is_labelled_before(cell: HtmlElement) -> bool:
    """Whether the cell before one holds a label of authors and nothing else."""
    previous = cell.getprevious()
    if previous is None or len(previous) > 2:
        return False
    text = text_of_element(previous)
    if not 0 < len(text) < MAX_LABEL_CHARS:
        return False
    # Of a term or a head the cell is the colon.
    told = is_label(text) or (previous.tag in _HEADS and is_label(f"{text.rstrip(' :')}:"))
    return told and not _is_of_book(cell)


def _is_of_book(cell: HtmlElement) -> bool:
    """Whether the table or the list that a cell stands in tells of a book: its author is none of
    the article's."""
    table = next(cell.iterancestors("table", "dl"), None)
    if table is None:
        return False
    heads = islice((e for e in table.iter("th", "td", "dt")), MAX_BOOK_CELLS)
    return any(tells_of_book(tidy(e.text or "")) for e in heads)


MAX_BOOK_CELLS = 40


_HEADS = frozenset({"dt", "th"})
_BELOW_LABEL = frozenset({"p", "a", "h4", "h5", "h6"})
_ABOVE = frozenset({"p", "h3", "h4", "h5", "h6"})


def _is_labelled_above(line: HtmlElement) -> bool:
    """Whether the line or the heading above one is a label of authors and no more: «<h3>Author</h3>
    <p>Jane Doe</p>»."""
    above = line.getprevious()
    if above is None or above.tag not in _ABOVE or len(above) or len(line) > 1:
        return False
    text = above.text
    if text is None or not 0 < len(text) < MAX_LABEL_CHARS or not is_label(text):
        return False
    return text_of_element(line)[-1:] not in tuple(SENTENCE_ENDS)


_SPOKEN_BEFORE = frozenset({"strong", "b", "span", "a"})
_EARS = re.compile(
    r"(?:^|\s)(?:sound_only|blind|sr-only|visually-?hidden|screen-reader-text)(?:$|\s)"
)


def _is_labelled_for_ears(element: HtmlElement) -> bool:
    """Whether a label of authors that only a screen reader says stands right before an element."""
    label = element.getprevious()
    if label is None or label.tag != "span" or not label.text or (label.tail or "").strip():
        return False
    if not _EARS.search(label.get("class") or "") or len(label.text) >= MAX_LABEL_CHARS:
        return False
    return is_label(label.text) or is_label(f"{label.text.rstrip(' :')}:")


MAX_LABEL_CHARS = 30
_NAME_AT_END = re.compile(
    r"(?:(?:header|user|profile|creator|poster|member|account)\w*_|(?:^|[\s_-])(?:u|usr|user|nick)-?)"
    r"name(?:$|\s)",
    re.IGNORECASE,
)


def _is_beside_time(element: HtmlElement) -> bool:
    """Whether the date stands right before or behind an element."""
    return any(
        near is not None and near.tag == "time"
        for near in (element.getnext(), element.getprevious())
    )


_SIGNS = " \n\t\r\u00a0|/•●∙⋅▪·-–—"


def is_set_apart(element: HtmlElement) -> bool:
    """Whether only breaks, or signs between facts, stand around an inline element: it is no part of
    a sentence."""
    previous, parent = element.getprevious(), element.getparent()
    before = previous.tail if previous is not None else parent.text if parent is not None else ""
    return not any((text or "").strip(_SIGNS) for text in (before, element.tail))
