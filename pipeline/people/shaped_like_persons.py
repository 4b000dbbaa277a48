"""A name that no list holds, alone in a line right below the headline, told by its shape and by
what the page does not say."""

from __future__ import annotations

from itertools import islice

from lxml.html import HtmlElement

from pipeline.page.author_pages import is_author_page
from pipeline.page.elements import is_only_child, letters, text_of_element, tidy
from pipeline.page.html import Document, once_a_page
from pipeline.page.within import in_card, in_teaser, regions_between
from pipeline.people.byline_words import KNOWN_PLACES, SILENT, words
from pipeline.people.captions import is_pictured
from pipeline.people.fact_persons import MAX_LINE_CHARS, is_person
from pipeline.people.facts_line import FOREIGN, OF_PICTURE, PLACES
from pipeline.people.jobs import is_job
from pipeline.people.labels import is_editors_label, is_filed_line
from pipeline.people.lone_person import lone_person
from pipeline.people.mastheads import speaks_for_site
from pipeline.people.name_shapes import PARTICLES
from pipeline.people.names import clean_names
from pipeline.people.other_writers import in_quote
from pipeline.people.subjects import is_unspoken
from pipeline.titles.surroundings import Surroundings

MOST = 3
"""Persons in such a line, with commas between."""
BELOW = 8
"""Elements below the headline among which such a name may stand."""
_LANGUAGES = frozenset({
    "fr", "es", "it", "pt", "ru", "uk", "nl", "pl", "cs", "ro", "el", "sv", "da", "no",
    "nb", "nn", "fi", "ca", "tr",
    "hu", "hr", "sl", "sk", "sr", "bg", "lt", "lv", "et",
})  # fmt: skip
"""Languages that write neither nouns nor labels with capitals: what is left are names."""
_HOUSES = frozenset(letters(word) for kind in ("houses", "papers", "desks") for word in words(kind))


def shaped_like_person(
    doc: Document, around: Surroundings, title: str | None, sites: frozenset[str]
) -> tuple[str, ...]:
    """The person whose name is all of a line between headline and text; else empty. No link of the
    page says the same, as a section's does, and its paragraphs neither speak of such a person nor
    write one of the words small."""
    if around.headline is None or (doc.html_language or "")[:2] not in _LANGUAGES:
        return ()
    start = around.places[around.headline]
    subject = letters(title or "")
    for element in islice(doc.elements, start + 1, start + min(BELOW, around.text_begins)):
        if not (_is_bare(element) and (element.tag in PLACES or _is_only_item(element))):
            continue
        name = tidy(element.text or "")
        if is_filed_line(name):
            continue  # «Oradores: …»
        several = clean_names(name) if len(name) <= MAX_LINE_CHARS else ()
        names = several if 1 < len(several) <= MOST else (name,)
        if not all(map(has_shape, names)) or is_editors_label(name) or SILENT.match(name):
            continue
        if any(letters(each) in sites or letters(each) in subject for each in names):
            continue
        line = text_of_element(element)
        if any(is_of_page(doc, each) or not is_unspoken(doc, each, line) for each in names):
            continue
        if _stands_alone(doc, element, around):
            return names
    return ()


def _is_bare(element: HtmlElement) -> bool:
    """Whether an element holds text alone, and behind it a mailbox perhaps."""
    if len(element) != 1:
        return len(element) == 0
    mailed = (element[0].get("href") or "").startswith("mailto:") and not len(element[0])
    return mailed and "@" in (element[0].text or "") and not tidy(element[0].tail or "")


def _is_only_item(element: HtmlElement) -> bool:
    """Whether an element is the only item of a list: a section or a tag has others beside it."""
    return element.tag == "li" and element.getparent() is not None and is_only_child(element)


def has_shape(name: str) -> bool:
    """Whether a text is two words or three with capitals, none of which is of houses or places."""
    if not name or not name[0].isupper() or name.isupper() or lone_person(name) != name:
        return False
    named = [word for word in name.split() if word not in PARTICLES]
    if not all(word[0].isupper() for word in named) or not is_person(name) or is_job(name):
        return False
    folded = {letters(name), *map(letters, named)}
    return folded.isdisjoint(KNOWN_PLACES) and folded.isdisjoint(_HOUSES)


def is_of_page(doc: Document, name: str) -> bool:
    """Whether words are a section of the page, a button, or such as its text is made of."""
    if letters(name) in linked_texts(doc) or speaks_for_site(name, doc.html_language):
        return True
    said = {word.lower() for word in name.split()} - PARTICLES
    return not _small_words(doc).isdisjoint(said)


@once_a_page
def linked_texts(doc: Document) -> frozenset[str]:
    """The folded texts of a page's links that lead to no author's page: its sections among them."""
    links = (a for a in doc.all_of("a") if len(a) < 3 and not is_author_page(a.get("href")))
    return frozenset(letters(text_of_element(link)) for link in links)


@once_a_page
def _small_words(doc: Document) -> frozenset[str]:
    """The words that a page's paragraphs write small."""
    texts = map(text_of_element, doc.all_of("p"))
    return frozenset(word.strip(",.;:!?\"'»”)") for text in texts for word in text.split())


def _stands_alone(doc: Document, element: HtmlElement, around: Surroundings) -> bool:
    """Whether an element is a line of the article's head, and no caption, quote, link or card."""
    if is_pictured(element, around.top) or OF_PICTURE.search(element.get("class") or ""):
        return False
    if in_card(doc, element, around.top) or in_quote(element, around.top):
        return False
    if in_teaser(element, around.top) or next(element.iterancestors("a"), None) is not None:
        return False
    return FOREIGN.isdisjoint(regions_between(element, around.top))
