"""Bylines that a reader sees: author links, elements named so, and «By …» beside the headline."""

from __future__ import annotations

import re
from collections.abc import Iterator

from lxml.html import HtmlElement

from pipeline.page.elements import is_in_figure, text_of_element
from pipeline.page.html import Document, once_a_page
from pipeline.page.within import in_linked_card, regions_between
from pipeline.people.byline_choice import (
    ABOVE,
    EDITED,
    FAR,
    NEAR,
    Byline,
    choose,
    told_apart,
    without_others,
)
from pipeline.people.byline_doubts import (
    Line,
    edits,
    edits_behind,
    is_doubtful,
    is_of_others,
    names_no_writer,
    wrote_nothing,
)
from pipeline.people.byline_marks import (
    MAX_BYLINE_CHARS,
    byline_strength,
    own_first_line,
    said_for_machines,
)
from pipeline.people.byline_surety import closes_text, is_in_own_foot, is_plain, is_sure, surety
from pipeline.people.byline_words import words
from pipeline.people.days_beside import with_bar_before_day
from pipeline.people.dense_reporters import reporters_by_role
from pipeline.people.desks import is_account
from pipeline.people.fact_parts import persons_among_facts
from pipeline.people.given_names import begins_with_given_name
from pipeline.people.house_parts import with_whole_house
from pipeline.people.houses import behind_role_at_house, is_site
from pipeline.people.jobs import text_without_jobs
from pipeline.people.labels import cut_before, is_editors_label
from pipeline.people.labels_here import is_no_label_here, with_known_label
from pipeline.people.labels_inside import by_inside, is_labelled_inside, label_apart
from pipeline.people.linked_names import label_within
from pipeline.people.lone_person import lone_person
from pipeline.people.no_bylines import is_other
from pipeline.people.other_writers import below_comments, below_filed
from pipeline.people.parts_apart import persons_apart
from pipeline.people.rows_of_names import with_commas_in_row, without_buttons
from pipeline.people.sentences import names_amid
from pipeline.people.told_names import names_of
from pipeline.punctuation import SENTENCE_ENDS
from pipeline.titles.surroundings import Surroundings, surroundings

_TAGS = frozenset({
    "a", "span", "p", "div", "address", "li", "cite", "strong", "h2", "h3", "h4", "h5", "h6", "ul",
    "dl", "em", "b", "i", "dd", "small", "footer", "header", "td", "section", "font", "center", "u",
    "sub", "sup",
})  # fmt: skip
"""Elements that may be a byline."""

NAMED, LINKED = 2, 3
"""The strength of what is called a byline, and of what leads to an author's page."""
CLOSE = 30
"""Elements after the headline within which what is called an author's box holds the author, though
something around it is called an advertisement, or is made like a card."""

_OUTSIDE = frozenset({"navigation", "aside", "footer", "hidden", "header"})
_NO_BYLINE = re.compile(
    r"\(\d+\)|(?:©|\([cC]\))\s*(?:19|20)\d\d"
    r"|(?<![\d/.-])(?:0\d{1,4}[ -]?\d{5,8}|\+\d[\d -]{7,})(?!\d)"
)
"""What has a count in brackets is a list of writers; a sign and a year say who holds the rights; a
telephone rings in the house."""


def sure_bylines(doc: Document, title: str | None, *, by_words: bool = False) -> tuple[str, ...]:
    """The names that the page shows as its article's authors by element, link or label, editors
    left out; empty where it shows none. `by_words` is that of `read_signers`."""
    return read_signers(doc, title, sure=True, editors=False, by_words=by_words)[0]


def read_signers(
    doc: Document,
    title: str | None,
    *,
    sure: bool = False,
    anywhere: bool = True,
    editors: bool = True,
    by_words: bool = False,
    sites: frozenset[str] = frozenset(),
) -> tuple[tuple[str, ...], bool]:
    """The names that the page shows as its article's authors, and whether they only edited it;
    empty where it shows none.

    `sure`: only what is an author by its element or link, or follows "by" under the headline.
    `anywhere`: names far from the headline too, where none stands near it.
    `editors`: who edited what others wrote, where nobody else signs.
    `by_words`: only what a word like "by" tells, or a link to an author's page above the text.
    `sites`: the folded names of the site, with which a line beside a person's may sign too.
    """
    around = surroundings(doc, title)
    start = around.places[around.headline] if around.headline is not None else 0
    first, end = max(0, start - ABOVE), min(start + FAR + 1, around.ends)
    found = list(_bylines(doc, around, sure, slice(first, end), sites))
    told = not anywhere or any(not item.outside for item in found)
    if not told or any(item.linked_far for item in found):
        before = _bylines(doc, around, sure, slice(first), sites)
        found = [*before, *found, *_bylines(doc, around, sure, slice(end, around.ends), sites)]
    if by_words:
        found = [item for item in found if item.labelled or (item.above and _is_linked(item))]
    found = without_others(found)
    found = _without_house([told_apart(item, found) for item in found], sites)
    wrote = choose(found, anywhere, editors=False)
    edited = choose(found, anywhere) if editors and not wrote else ()
    return wrote or edited, bool(edited)


def _without_house(found: list[Byline], sites: frozenset[str]) -> list[Byline]:
    """The bylines without those of the site alone, where another between headline and text names
    somebody by more than its words: «Jane Doe», «From the Courier, in Leeds»."""
    others = [b for b in found if not all(is_site(name, sites) for name in b.names)]
    return others if any(b.above and b.surety > 1 for b in others) else found


def _is_linked(item: Byline) -> bool:
    """Whether a byline is a link to its author's page, a link in it is all of a name, a label
    stands in the cell before it, or its element is called an author's and in no picture's box."""
    if item.surety > 2 or item.element.tag in ("td", "dd"):
        return True
    if item.surety == 2 and not is_in_figure(item.element):
        return True
    return any(text_of_element(link) in item.names for link in item.element.iter("a"))


def _bylines(
    doc: Document, around: Surroundings, sure: bool, where: slice, sites: frozenset[str]
) -> Iterator[Byline]:
    """The bylines among some of the page's elements, in document order."""
    known = _strengths(doc)
    for element in around.elements[where]:
        if element.tag not in _TAGS and "-" not in element.tag and not _is_column(element, around):
            continue
        if element is around.headline:
            continue
        strength = known.get(element)
        if strength is None:
            strength = known[element] = byline_strength(element)
        if not strength or (around.headline is None and strength < 3):
            continue
        text = label_apart(element, text_of_element(element))
        text = with_known_label(doc, text) or said_for_machines(element)
        text = own_first_line(element) if len(text) > MAX_BYLINE_CHARS else text
        if not text or len(text) > MAX_BYLINE_CHARS or _NO_BYLINE.search(text):
            continue
        if strength == 1 and is_no_label_here(doc, text):
            continue
        if is_other(doc, element, strength, text, around):
            continue
        told = without_buttons(element, text) if len(element) else text
        parted = with_bar_before_day(element, text_without_jobs(element, told))
        parted = with_commas_in_row(element, parted) if len(element) else parted
        parted = behind_role_at_house(parted, sites)
        if strength > 3 and not any(map(str.isalpha, parted)):
            parted = said_for_machines(element)  # a reader sees the job alone
        byline = _byline(doc, around, element, strength, parted, sure, sites)
        if byline is not None:
            yield byline


@once_a_page
def _strengths(doc: Document) -> dict[HtmlElement, int]:
    """How surely those elements of a page are bylines that were asked: most are asked twice."""
    return {}


def _is_column(element: HtmlElement, around: Surroundings) -> bool:
    """Whether an element is a column between headline and text, as of who wrote it."""
    return element.tag == "aside" and 0 < around.distance(element) < around.text_begins


def _byline(
    doc: Document,
    around: Surroundings,
    element: HtmlElement,
    strength: int,
    text: str,
    sure: bool,
    sites: frozenset[str],
) -> Byline | None:
    """What one element tells, and how surely; None where it names nobody, or others' writers."""
    labelled = cut_before(text) is not None
    distance = around.distance(element)
    sure_above = labelled or strength > 2 or around.column is not None or _is_dated_label(text)
    if element in around.crown and sure_above:
        # «By Jane Doe» above the headline in one box is as near as below it, and above the text.
        distance = min(abs(distance), max(1, around.text_begins - 1))
    apart = persons_apart(doc, element, sites, marked=True) if strength <= NAMED else ()
    names = apart or with_whole_house(names_of(element, text, strength, labelled), text, sites)
    if strength < LINKED and not labelled and edits_behind(text):
        names = persons_among_facts(text, sites) or names  # «Jane Doe / Editor: John Roe»
    if element.tag == "aside" and not (len(names) == 1 and begins_with_given_name(names[0])):
        return None
    line = Line(element, strength, text, labelled, distance, names)
    if not names or names_no_writer(doc, around, line, sites) or all(map(is_button, names)):
        return None
    above = 0 < distance < min(NEAR, around.text_begins)
    plain = above and is_plain(strength, labelled, names)
    by_role = strength > 1 and not labelled and bool(reporters_by_role(text))
    told = labelled or by_role  # «김철수 기자»
    footed = sure and strength == 2 and is_in_own_foot(element, names, around.top)
    if sure and sites and strength == 2:  # metadata sign with the house, and with nobody else
        footed = footed or closes_text(element, names)
    if sure and not (plain or footed or is_sure(element, strength, told, distance)):
        return None
    if sure and strength == 1 and not above and text[-1] in SENTENCE_ENDS:
        return None  # a sentence of the text, «Edited by Jane Doe, and checked by John Roe.»
    regions = regions_between(element, around.top)
    if is_of_others(doc, around, line, regions):
        return None
    doubtful = is_doubtful(doc, around, line, regions)
    close = 0 < distance < min(CLOSE, around.text_begins)
    boxed = strength > 1 and "author-box" in regions and close
    if doubtful and (not boxed or in_linked_card(element)):
        return None
    outside = not _OUTSIDE.isdisjoint(regions) and not _in_article(element)
    outside = (outside and not (labelled and above)) or (strength == 1 and distance < 0)
    beside = 0 < distance < NEAR and text[-1] not in SENTENCE_ENDS
    sureness, mark = surety(element, strength, labelled, beside), _mark(element)
    if doubtful or all(map(is_account, names)):
        sureness = 1
    before = label_within(element).lstrip(" |·•/,.") if element.tag == "a" else ""
    edited = edits(text)
    if wrote_nothing(line, before, edited=edited):
        return None
    if edited or is_editors_label(before):
        sureness, mark = 1, f"{mark}{EDITED}"
    by_link = strength == 3 and "author-box" not in regions
    far = by_link and (outside or distance > around.text_begins)
    if by_link and not labelled and (far or distance < 0) and not _may_sign_far(names, sites):
        return None
    if far and not labelled and (_are_in_headline(names, around) or names_amid(before, element)):
        return None
    if far and not labelled and (below_filed(element) or below_comments(element)):
        return None
    return Byline(names, sureness, outside, distance, mark, element, far, above, told)


def is_button(name: str) -> bool:
    """Whether a name is what a button behind an author's says: «Follow»."""
    return name.lower() in _TAILS


_TAILS = frozenset(words("tails"))


def _are_in_headline(names: tuple[str, ...], around: Surroundings) -> bool:
    """Whether the headline names those to whom a link leads: the text is filed under them."""
    headline = text_of_element(around.headline) if around.headline is not None else ""
    return all(" " in name and name in headline for name in names)


def _may_sign_far(names: tuple[str, ...], sites: frozenset[str]) -> bool:
    """Whether what links away from the headline show are a person, an account or the house: those
    that lead to authors say «View all» and «Newsletters» too."""
    return all(
        lone_person(name) is not None
        or is_account(name)
        or is_site(name, sites)
        or begins_with_given_name(name)
        for name in names
    )


def _is_dated_label(text: str) -> bool:
    """Whether "by" stands in a line behind a day, «Published 3 May 2026 by Jane Doe», or a label of
    authors behind a sign, «الرباط – كتب: سارة أحمد»."""
    if is_labelled_inside(text):
        return True
    inside = by_inside(text)
    return inside is not None and any(map(str.isdigit, text[: inside.start()]))


def _in_article(element: HtmlElement) -> bool:
    return next(element.iterancestors("article"), None) is not None


def _mark(element: HtmlElement) -> str:
    return f"{element.tag} {element.get('class') or ''} {element.get('rel') or ''}"
