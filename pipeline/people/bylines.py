"""Bylines that a reader sees: author links, elements named so, and «By …» beside the headline."""

from __future__ import annotations

import re
from collections.abc import Iterator

from lxml.html import HtmlElement

from pipeline.lines.known_lines import named_by_heading
from pipeline.page.author_pages import is_author_page
from pipeline.page.elements import letters, text_of_element
from pipeline.page.html import Document, once_a_page
from pipeline.page.within import in_card, in_linked_card, in_teaser, regions_between
from pipeline.people.byline_choice import ABOVE, EDITED, FAR, NEAR, Byline, choose, without_others
from pipeline.people.byline_marks import (
    MAX_BYLINE_CHARS,
    byline_strength,
    said_for_machines,
)
from pipeline.people.byline_surety import is_plain, is_sure, surety
from pipeline.people.byline_words import SILENT
from pipeline.people.days_beside import with_bar_before_day
from pipeline.people.desks import is_account
from pipeline.people.houses import is_site
from pipeline.people.jobs import text_without_jobs
from pipeline.people.labels import cut_before, is_editors_label, is_translators_label
from pipeline.people.labels_here import with_known_label
from pipeline.people.labels_inside import BY_INSIDE, is_labelled_inside, writer_inside
from pipeline.people.linked_names import (
    is_heading_of,
    label_within,
)
from pipeline.people.lone_person import is_signer
from pipeline.people.no_bylines import is_other
from pipeline.people.other_writers import (
    heads_others,
    in_box_of_writers,
    in_quote,
    is_dense,
    is_dense_headline,
)
from pipeline.people.rows_of_names import with_commas_in_row, without_buttons
from pipeline.people.sentences import is_account_of_unnamed
from pipeline.people.shaped_like_persons import linked_texts
from pipeline.people.told_names import is_person, names_of
from pipeline.punctuation import SENTENCE_ENDS
from pipeline.titles.discussions import in_discussion
from pipeline.titles.surroundings import Surroundings, surroundings

_TAGS = frozenset({
    "a", "span", "p", "div", "address", "li", "cite", "strong", "h2", "h3", "h4", "h5", "h6", "ul",
    "dl", "em", "b", "i", "dd", "small", "footer", "header", "td", "section", "font", "center", "u",
    "sub", "sup",
})  # fmt: skip
"""Elements that may be a byline."""

CLOSE = 30
"""Elements after the headline within which what is called an author's box holds the author, though
something around it is called an advertisement, or is made like a card."""

_HEADS = frozenset({"h2", "h3", "h4", "h5", "h6"})
_BRACKETS = "([（【〔「"
"""What may stand before an editor's label: «【责任编辑：王芳】»."""

_FOREIGN = frozenset(
    {"comments", "related", "newsletter", "dialog", "advertisement", "form", "caption", "embed"}
)
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
    found = list(_bylines(doc, around, sure, slice(first, end)))
    told = not anywhere or any(not item.outside for item in found)
    if not told or any(item.linked_far for item in found):
        before = _bylines(doc, around, sure, slice(first))
        found = [*before, *found, *_bylines(doc, around, sure, slice(end, around.ends))]
    if by_words:
        found = [item for item in found if item.labelled or (item.above and _is_linked(item))]
    found = _without_house(without_others(found), sites)
    wrote = choose(found, anywhere, editors=False)
    edited = choose(found, anywhere) if editors and not wrote else ()
    return wrote or edited, bool(edited)


def _without_house(found: list[Byline], sites: frozenset[str]) -> list[Byline]:
    """The bylines without those of the site alone, where another between headline and text names
    somebody by more than its words: «Jane Doe», «From the Courier, in Leeds»."""
    others = [b for b in found if not all(is_site(name, sites) for name in b.names)]
    return others if any(b.above and b.surety > 1 for b in others) else found


def _is_linked(item: Byline) -> bool:
    """Whether a byline is a link to its author's page, a link in it is all of a name, or a label
    stands in the cell before it."""
    if item.surety > 2 or item.element.tag in ("td", "dd"):
        return True
    return any(text_of_element(link) in item.names for link in item.element.iter("a"))


def _bylines(doc: Document, around: Surroundings, sure: bool, where: slice) -> Iterator[Byline]:
    """The bylines among some of the page's elements, in document order."""
    known = _strengths(doc)
    for element in around.elements[where]:
        if (element.tag not in _TAGS and "-" not in element.tag) or element is around.headline:
            continue
        strength = known.get(element)
        if strength is None:
            strength = known[element] = byline_strength(element)
        if not strength or (around.headline is None and strength < 3):
            continue
        text = with_known_label(doc, text_of_element(element)) or said_for_machines(element)
        if not text or len(text) > MAX_BYLINE_CHARS or _NO_BYLINE.search(text):
            continue
        if is_other(doc, element, strength, text, around):
            continue
        told = without_buttons(element, text) if len(element) else text
        parted = with_bar_before_day(element, text_without_jobs(element, told))
        parted = with_commas_in_row(element, parted) if len(element) else parted
        byline = _byline(doc, around, element, strength, parted, sure)
        if byline is not None:
            yield byline


@once_a_page
def _strengths(doc: Document) -> dict[HtmlElement, int]:
    """How surely those elements of a page are bylines that were asked: most are asked twice."""
    return {}


def _byline(
    doc: Document,
    around: Surroundings,
    element: HtmlElement,
    strength: int,
    text: str,
    sure: bool,
) -> Byline | None:
    """What one element tells, and how surely; None where it names nobody, or others' writers."""
    labelled = cut_before(text) is not None
    distance = around.distance(element)
    crowns = element in around.crown
    if crowns and (labelled or strength > 2 or _is_dated_label(text)):
        # «By Jane Doe» above the headline in one box is as near as below it, and above the text.
        distance = min(-distance, max(1, around.text_begins - 1))
    names = names_of(element, text, strength, labelled)
    if not names or named_by_heading(names[0]):
        return None
    if strength == 2 and not labelled and _is_section(doc, element, names):
        return None
    if strength == 1 and element.tag in _HEADS and names[0].istitle() and " " not in names[0]:
        return None  # «Author rankings», above a list of them
    if strength == 2 and not labelled and is_account_of_unnamed(text):
        return None
    if strength == 2 and not labelled and distance > around.text_begins:
        heading = next(element.iter("h2", "h3", "h4", "h5", "h6"), None)
        if heading is not None and heads_others(element, text_of_element(heading), names[0]):
            return None  # «Writers», a list of the site's
    above = 0 < distance < min(NEAR, around.text_begins)
    plain = above and is_plain(strength, labelled, names)
    if sure and not (plain or is_sure(element, strength, labelled, distance)):
        return None
    regions = regions_between(element, around.top)
    if "share" in regions and strength == 1 and not any(map(is_signer, names)):
        return None  # «أرسلها لصحابك» is no «sent by»
    headed = labelled and is_heading_of(element, names[0])  # «By», «<h3>Jane Doe</h3>», «More»
    if not 0 < distance < around.text_begins and in_teaser(element, around.top) and not headed:
        return None
    below = distance > around.text_begins and (labelled or strength == 2)
    if (
        below
        and strength < 3
        and _is_below_link(
            element,
            letters(text_of_element(around.headline)) if around.headline is not None else "",
        )
    ):
        return None
    if in_box_of_writers(element, names, around.top) or in_discussion(doc, element, around):
        return None
    if not labelled and in_quote(element, around.top):
        return None
    carded = in_card(doc, element, around.top) and not is_heading_of(element, names[0])
    doubtful = carded or not _FOREIGN.isdisjoint(regions)
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
    edited = is_editors_label(text.lstrip(_BRACKETS)) and writer_inside(text) is None
    if (edited and is_translators_label(text.lstrip(_BRACKETS))) or is_translators_label(
        f"{before} ·"
    ):
        return None
    if edited or is_editors_label(before):
        sureness, mark = 1, f"{mark}{EDITED}"
    elif SILENT.match(before):
        return None
    pictured = strength == 2 and not labelled and SILENT.match(text_of_element(element))
    if pictured and any(map(is_person, names)):
        return None
    by_link = strength == 3 and "author-box" not in regions
    far = by_link and (outside or distance > around.text_begins)
    return Byline(names, sureness, outside, distance, mark, element, far, above, labelled)


def _is_section(doc: Document, element: HtmlElement, names: tuple[str, ...]) -> bool:
    """Whether the one word that a line tells is also that of a link elsewhere to no author's page,
    in scripts in which a person's name has two words."""
    word = names[0] if len(names) == 1 else " "
    if " " in word or is_dense(word) or element.find(".//a") is not None:
        return False
    return letters(word) in linked_texts(doc)


def _is_dated_label(text: str) -> bool:
    """Whether "by" stands in a line behind a day, «Published 3 May 2026 by Jane Doe», or a label of
    authors behind a sign, «الرباط – كتب: سارة أحمد»."""
    if is_labelled_inside(text):
        return True
    inside = BY_INSIDE.search(text)
    return inside is not None and any(map(str.isdigit, text[: inside.start()]))


def _is_below_link(element: HtmlElement, headline: str) -> bool:
    """Whether all of the line right above one is a link of several words to a page that is no
    author's: the headline of another article, which the one below signs."""
    above = element.getprevious()
    if above is None or above.tag not in _HEADLINED:
        return False
    link = above if above.tag == "a" else next(above.iter("a"), None)
    if link is None or is_author_page(link.get("href")):
        return False
    said = text_of_element(link)
    whole = said == text_of_element(above) and letters(said) != headline
    return whole and (len(said.split()) >= LEAST_HEADLINE or is_dense_headline(said))


_HEADLINED = _HEADS | {"a", "p", "div", "span"}
LEAST_HEADLINE = 2


def _in_article(element: HtmlElement) -> bool:
    return next(element.iterancestors("article"), None) is not None


def _mark(element: HtmlElement) -> str:
    return f"{element.tag} {element.get('class') or ''} {element.get('rel') or ''}"
