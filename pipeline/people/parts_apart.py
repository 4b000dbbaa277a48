"""A line of which each part is an element of its own: what each is, and whom the line names.

«<span>Roads</span><span>Jane Doe</span><time>3 May 2026</time><button>Listen</button>»: the text of
the whole runs the parts together, and what sites set beside a name is known by its own words.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from enum import Enum, auto
from typing import TypeAlias

from lxml.html import HtmlElement

from pipeline.lines.credits import is_agency
from pipeline.lines.known_lines import is_known_line
from pipeline.page.author_pages import is_author_page
from pipeline.page.elements import LOWER_HEADINGS, letters, text_of_element, tidy
from pipeline.page.html import Document
from pipeline.people.byline_words import KNOWN_PLACES, SILENT
from pipeline.people.date_tails import is_day, tells_day, without_date
from pipeline.people.dense_lines import persons_of_dense_line
from pipeline.people.dense_persons import is_dense_person
from pipeline.people.fact_persons import are_persons, is_person
from pipeline.people.given_names import begins_with_given_name
from pipeline.people.houses import is_site
from pipeline.people.jobs import is_job
from pipeline.people.labels import cut_before, is_editors_label, is_translators_label
from pipeline.people.mastheads import speaks_for_site
from pipeline.people.names import clean_names
from pipeline.people.rows_of_names import row_in
from pipeline.people.second_names import is_called_as_person
from pipeline.people.section_forms import names_section
from pipeline.punctuation import COLONS

LEAST, MOST = 2, 8
"""Parts of such a line."""
MAX_CHARS = 60
"""Letters of a part."""
_BETWEEN = " \n\t\r\u00a0|/•●∙⋅▪·,،-–—"


class Part(Enum):
    """What a part of a line is."""

    WRITER = auto()
    """Persons behind a label of writers."""
    PERSON = auto()
    """A person by a common given name or family name."""
    SHAPED = auto()
    """What has the form of a person's name."""
    AGENCY = auto()
    FACT = auto()
    """A day, a place, the house, a job, a section's link, what a site offers or asks."""
    UNREAD = auto()
    """What holds a person's name and more."""
    OTHER = auto()


_Told: TypeAlias = "tuple[Part, tuple[str, ...]]"
_BESIDE = frozenset({Part.SHAPED, Part.AGENCY, Part.FACT})
"""What may stand in a line whose person only the form tells."""
_SIGNING = (Part.WRITER, Part.PERSON, Part.SHAPED, Part.AGENCY)


def persons_apart(
    doc: Document, line: HtmlElement, sites: frozenset[str], *, marked: bool
) -> tuple[str, ...]:
    """The persons whom parts of a line name, with the agencies beside them; empty where the line
    has no such parts, or more of them may be names. `marked`: the line is called a byline; else
    each other part must be a fact, and one of them a day."""
    row = row_in(line)
    parts = [*_parts_of(row)] if LEAST <= len(row) <= MOST else []
    told = [*_without_far([_read(doc, part, text, sites) for part, text in parts])]
    kinds = [kind for kind, _ in told]
    if len(told) < LEAST or Part.UNREAD in kinds:
        return ()
    if not marked and not (Part.OTHER not in kinds and any(tells_day(text) for _, text in parts)):
        return ()
    if Part.SHAPED in kinds and (kinds.count(Part.SHAPED) > 1 or not _BESIDE.issuperset(kinds)):
        return ()
    signs = [kind for kind in _SIGNING if kind in kinds]
    names = [name for each in signs for kind, names in told if kind is each for name in names]
    return tuple(dict.fromkeys(names)) if signs not in ([], [Part.AGENCY]) else ()


def _without_far(told: list[_Told]) -> Iterator[_Told]:
    """What the parts of a line are, where what has the form of a name and is parted by a fact from
    whom the line names surely is one too: persons stand side by side."""
    sure = {at for at, (kind, _) in enumerate(told) if kind in (Part.WRITER, Part.PERSON)}
    for at, (kind, names) in enumerate(told):
        far = bool(sure) and kind is Part.SHAPED and sure.isdisjoint((at - 1, at + 1))
        yield (Part.FACT, ()) if far else (kind, names)


def _parts_of(row: HtmlElement) -> Iterator[tuple[HtmlElement, str]]:
    """The elements of a line with their texts; none where words stand beside them, or where one is
    long or a label whose value is the next."""
    if any(text and text.strip(_BETWEEN) for text in (row.text, *(part.tail for part in row))):
        return
    found = []
    for part in row:
        text = text_of_element(part).strip(_BETWEEN) if isinstance(part.tag, str) else ""
        if part.tag in LOWER_HEADINGS or len(text) > MAX_CHARS:
            return
        if text[-1:] in COLONS or cut_before(f"{text} ") == "":
            return
        if text:
            found.append((part, text))
    yield from found


def _read(doc: Document, part: HtmlElement, text: str, sites: frozenset[str]) -> _Told:
    """What a part is by itself, and whom it names."""
    if is_agency(text):
        return Part.AGENCY, (text,)
    if part.tag in ("button", "time") or _leads_elsewhere(part, text) or names_section(text):
        return Part.FACT, ()
    if SILENT.match(text) or is_editors_label(text) or is_translators_label(text):
        return Part.FACT, ()
    if dense := persons_of_dense_line(text, sites):
        return Part.WRITER, dense
    told = cut_before(text)
    if told is not None:
        wrote = clean_names(text) if are_persons(told) and not tells_day(told) else ()
        return (Part.WRITER if wrote else Part.UNREAD), wrote
    name, comma, job = text.partition(", ")
    if comma and is_job(job) and is_person(name):
        return Part.WRITER, (name,)
    if _is_fact(doc, text, sites):
        return Part.FACT, ()
    if not is_person(text):
        return (Part.UNREAD if any(map(is_person, clean_names(text))) else Part.OTHER), ()
    known = is_called_as_person(text) or is_dense_person(text)
    return (Part.PERSON if known else Part.SHAPED), clean_names(text)


def _is_fact(doc: Document, text: str, sites: frozenset[str]) -> bool:
    """Whether a text is a day, a place, the house, a job, or what sites offer or ask."""
    if tells_day(text) and (is_day(text) or not without_date(f" {text}").strip()):
        return True
    if letters(text) in KNOWN_PLACES or is_site(text, sites) or is_job(text):
        return True
    if _COUNT.fullmatch(text):
        return True
    return speaks_for_site(text, doc.html_language) or is_known_line(text)


_COUNT = re.compile(r"\d[\d.,:]*\s?(?:[^\W\d]+\.?\s?){1,3}")
"""How many there are, or how long one reads: «12 comments», «3 min läsning»."""


def _leads_elsewhere(part: HtmlElement, text: str) -> bool:
    """Whether all of a part is a link to a page that is no author's, and begins with no common
    given name."""
    link = part if part.tag == "a" else next(part.iter("a"), None)
    if link is None or is_author_page(link.get("href")) or tidy(text_of_element(link)) != text:
        return False
    return not begins_with_given_name(text)
