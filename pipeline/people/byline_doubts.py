"""What tells of a line that may be a byline that it signs nothing here: a list of writers, another
article's card, a share bar, a translator's label."""

from __future__ import annotations

import re
from collections.abc import Collection
from dataclasses import dataclass
from itertools import chain, islice

from lxml.html import HtmlElement

from pipeline.lines.credits import is_agency
from pipeline.lines.known_lines import is_known_line, named_by_heading, tells_reading_time
from pipeline.page.author_pages import SECTION_LINK, is_author_page
from pipeline.page.elements import LOWER_HEADINGS, letters, text_of_element
from pipeline.page.html import Document
from pipeline.page.within import in_card, in_teaser
from pipeline.patterns.word_patterns import WordPattern
from pipeline.people.byline_words import SILENT, SOURCES, any_of, words
from pipeline.people.desks import posts_for_others
from pipeline.people.given_names import begins_with_given_name
from pipeline.people.houses import is_site
from pipeline.people.labels import is_editors_label, is_translators_label, names_kind
from pipeline.people.labels_inside import writer_inside
from pipeline.people.linked_names import is_before_author, is_heading_of
from pipeline.people.lone_person import is_signer
from pipeline.people.mastheads import speaks_for_site
from pipeline.people.name_shapes import is_cased_as_name, is_person
from pipeline.people.other_writers import (
    heads_others,
    in_box_of_writers,
    in_list_of_writers,
    in_quote,
    is_dense,
    is_dense_headline,
    is_list_of_writers,
    signs_other,
)
from pipeline.people.section_forms import are_section_words, names_section
from pipeline.people.sentences import is_account_of_unnamed
from pipeline.people.shaped_like_persons import linked_texts
from pipeline.titles.discussions import in_discussion, signs_words
from pipeline.titles.surroundings import Surroundings

CALLED = 2
"""How surely what only its class or id says is a byline may be one."""
_BRACKETS = "([（【〔「"
"""What may stand before an editor's label: «【责任编辑：王芳】»."""

_FOREIGN = frozenset(
    {"comments", "related", "newsletter", "dialog", "advertisement", "form", "caption", "embed"}
)


@dataclass(frozen=True, slots=True)
class Line:
    """A line that may be a byline: what its element tells, and how far below the headline."""

    element: HtmlElement
    strength: int
    text: str
    labelled: bool
    distance: int
    names: tuple[str, ...]


def names_no_writer(
    doc: Document, around: Surroundings, line: Line, sites: frozenset[str] = frozenset()
) -> bool:
    """Whether a line names a section, heads a list of writers, or tells of an account. The house,
    of the folded names `sites`, is linked as sections are, and may sign."""
    names, called = line.names, line.strength == 2 and not line.labelled
    if called and _tells_nobody(doc, line, sites):
        return True
    if line.strength > CALLED and not line.labelled and _links_section(line):
        return True
    if line.strength == 1 and not line.labelled and _is_filed_under(line):
        return True
    section = called and letters(names[0]) not in sites and _is_section(doc, line.element, names)
    if section or named_by_heading(names[0]):
        return True
    if called and len(line.text.split()) == 1 and is_before_author(line.element):
        return True  # «by», in whatever language
    if line.strength == 1 and line.element.tag in LOWER_HEADINGS:
        if names[0].istitle() and " " not in names[0]:
            return True  # «Author rankings», above a list of them
        below_text = not 0 < line.distance < around.text_begins
        return below_text and names_kind(line.text)  # a section of the text
    if called and is_account_of_unnamed(line.text):
        return True
    if not called:
        return False
    heading = next(line.element.iter("h2", "h3", "h4", "h5", "h6"), None)
    if heading is None:
        return False
    # «Writers», a list of the site's
    said, below = text_of_element(heading), line.distance > around.text_begins
    if is_list_of_writers(line.element, said) and (below or len(names) >= MANY_WRITERS):
        return True
    return below and heads_others(line.element, said, names[0])


def _tells_nobody(doc: Document, line: Line, sites: frozenset[str]) -> bool:
    """Whether all of a line is the name of a section, what sites offer or ask, how long one reads,
    or what the text is called: «Listen to this story», «Analysis of the new budget»."""
    text = line.text
    if is_agency(text) or posts_for_others(text) or is_site(text, sites):
        return False
    cased = all(name[0].isupper() and is_cased_as_name(name) for name in line.names)
    if cased and len(line.names) > 1 and "&" not in text:
        return False  # «Smith and Jones»
    if names_section(text) or tells_reading_time(text) or is_known_line(text):
        return True
    counted = any(map(str.isdigit, text))
    if (counted or not cased) and speaks_for_site(text, doc.html_language):
        return True
    return _KIND.match(text) is not None and not any(map(is_person, line.names))


_KIND = WordPattern(rf"(?:{any_of([*words('kinds'), *words('opinions')])})(?!\w)", re.IGNORECASE)


MANY_WRITERS = 4
"""Persons whom a site lists so wherever it does."""


def is_of_others(doc: Document, around: Surroundings, line: Line, regions: Collection[str]) -> bool:
    """Whether a line stands where a page shares its article, tells of others or quotes somebody."""
    element, names = line.element, line.names
    if "share" in regions and line.strength == 1 and not any(map(is_signer, names)):
        return True  # «أرسلها لصحابك» is no «sent by»
    if line.strength < 3 and signs_other(element, _headline(around)):
        return True
    below = line.distance > around.text_begins
    by_words = below and line.strength == 1
    if by_words and (_is_linked_headline(element, names) or _COMMENTS.match(line.text)):
        return True
    headed = line.labelled and is_heading_of(element, names[0])  # «By», «<h3>Jane Doe</h3>», «More»
    beside = 0 < line.distance < around.text_begins
    if not beside and in_teaser(element, around.top, names) and not headed:
        return True
    told = line.labelled or line.strength == 2
    if below and told and line.strength < 3 and _is_below_link(element, letters(_headline(around))):
        return True
    if in_list_of_writers(element, around):
        return True
    if in_box_of_writers(element, names, around.top) or in_discussion(doc, element, around):
        return True
    if line.strength < 3 and signs_words(element, line.text, around):
        return True
    return not line.labelled and in_quote(element, around.top)


def _headline(around: Surroundings) -> str:
    return text_of_element(around.headline) if around.headline is not None else ""


def is_doubtful(doc: Document, around: Surroundings, line: Line, regions: Collection[str]) -> bool:
    """Whether a line stands in a card, or in a part that is called something else."""
    if not _FOREIGN.isdisjoint(regions):
        return True
    carded = in_card(doc, line.element, around.top)
    return carded and not is_heading_of(line.element, line.names[0])


def edits(text: str) -> bool:
    """Whether a label says who edited a text, and nobody who wrote it."""
    return is_editors_label(text.lstrip(_BRACKETS)) and writer_inside(text) is None


def edits_behind(text: str) -> bool:
    """Whether a part of a line behind a sign is the label of those who edited or pictured, and who
    they are: «Jane Doe / Editor: John Roe»."""
    parts = _PARTED.split(text)[1:] if ":" in text or "：" in text else []
    return any(is_editors_label(part) or SILENT.match(part) for part in parts)


_PARTED = re.compile(r"\s*[|/•·]\s*|\s[-–—]\s|[,،]\s")


def wrote_nothing(line: Line, before: str, *, edited: bool) -> bool:
    """Whether a label, in a line that tells who `edited` or `before` its link, is a translator's or
    of no author."""
    text = line.text.lstrip(_BRACKETS)
    if (edited and is_translators_label(text)) or is_translators_label(f"{before} ·"):
        return True
    if not edited and not is_editors_label(before) and SILENT.match(before):
        return True
    if line.strength > CALLED or line.labelled:
        return False
    silent = SILENT.match(text_of_element(line.element)) and any(map(is_person, line.names))
    sent = line.strength == CALLED and _SOURCE.match(text)  # whom a house calls so
    if sent and len(line.names) > 1:  # any of several may be the one with a common given name
        return not any(map(begins_with_given_name, line.names))
    return bool(silent) and not (sent and all(map(begins_with_given_name, line.names)))


_SOURCE = re.compile(rf"(?:{SOURCES})\s?:", re.IGNORECASE)


def _links_section(line: Line) -> bool:
    """Whether all of a line that its markup calls an author's is the name of a section, and leads
    to no author's page: `<a rel="author" href="/tech">Technology</a>`."""
    links = [line.element] if line.element.tag == "a" else [*line.element.iter("a")]
    linked = [link for link in links if link.get("href")]
    if not linked or any(is_author_page(link.get("href")) for link in linked):
        return False
    return are_section_words(line.text) and not begins_with_given_name(line.text)


def _is_filed_under(line: Line) -> bool:
    """Whether the one name of a line is that of a category to which it leads: «Written on 3 May in
    Economy»."""
    name = letters(line.names[0]) if len(line.names) == 1 else ""
    linked = (a for a in line.element.iter("a") if SECTION_LINK.search(a.get("href") or ""))
    filed = any(letters(text_of_element(link)) == name for link in linked)
    return filed and not begins_with_given_name(line.names[0])


def _is_section(doc: Document, element: HtmlElement, names: tuple[str, ...]) -> bool:
    """Whether the one word that a line tells is also that of a link elsewhere to no author's page,
    in scripts in which a person's name has two words."""
    word = names[0] if len(names) == 1 else " "
    if " " in word or is_dense(word) or element.find(".//a") is not None:
        return False
    return letters(word) in linked_texts(doc)


_COMMENTS = WordPattern(rf"(?:{any_of(words('comments'))})\s", re.IGNORECASE)
"""Before who says something below a text; above one, a comment is its author's opinion."""


IN_LINK = 2
"""Elements above one among which a link may hold it: «<a><h3>…</h3></a>»."""


def _is_linked_headline(element: HtmlElement, names: tuple[str, ...]) -> bool:
    """Whether all of a line is a link to a page that is no author's, and names nobody: the headline
    of another article that begins with a word like "by", «رأي: لا تصدقوا كل ما يقال»."""
    around = chain((element,), element.iter("a"), islice(element.iterancestors(), IN_LINK))
    link = next((each for each in around if each.tag == "a"), None)
    if link is None or is_author_page(link.get("href")) or any(map(is_signer, names)):
        return False
    return letters(text_of_element(link)) == letters(text_of_element(element))


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


_HEADLINED = LOWER_HEADINGS | {"a", "p", "div", "span"}
LEAST_HEADLINE = 2
