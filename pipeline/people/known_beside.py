"""The names in one line with a known author's: linked beside it, or written there."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import islice

from lxml.html import HtmlElement

from pipeline.page.author_pages import is_author_page, says_author
from pipeline.page.elements import form_of, text_of_element
from pipeline.page.html import Document
from pipeline.people.byline_marks import MAX_BYLINE_CHARS, byline_strength
from pipeline.people.dense_persons import is_person_by_letters
from pipeline.people.desks import may_be_person
from pipeline.people.labels import POSTED, cut_before, is_editors_label
from pipeline.people.linked_names import (
    BOX,
    MAX_LINKED_AUTHORS,
    leads_to_author,
    linked_names,
    took_pictures,
)
from pipeline.people.lone_person import lone_person
from pipeline.people.names import clean_names
from pipeline.people.second_names import is_called_as_person
from pipeline.people.written_lines import written_around, written_beside
from pipeline.titles.surroundings import Surroundings
from pipeline.urls import split_url


def names_beside(
    doc: Document,
    name: str,
    above: Sequence[HtmlElement] = (),
    sites: frozenset[str] = frozenset(),
) -> tuple[str, ...]:
    """The names linked in one line with a known author's, that one among them; else empty. The
    links lead to authors' pages, or the line begins with "by". Lines `above` the text may name
    others beside the only one whom a box links; the site, of the folded names `sites`, may stand
    in a line with them."""
    left = MAX_LINKED_AUTHORS
    for link in doc.all_of("a"):
        if left and "author" in (link.get("rel") or "") and text_of_element(link) == name:
            left -= 1
            for box in islice(link.iterancestors(), 1, BOX):
                names = linked_names(box) if len(box) <= 12 else ()
                brief = name in names and len(text_of_element(box)) < MAX_BYLINE_CHARS
                if brief and all(map(says_author, filter(leads_to_author, box.iter("a")))):
                    return names
        if name not in (link.text or "") or link.text.strip() != name:
            continue
        parent = link.getparent()
        if is_author_page(link.get("href")):
            brief = parent is not None and len(text_of_element(parent)) < MAX_BYLINE_CHARS
            names = linked_names(parent) if brief and len(parent) <= 12 else ()
            if names and (name not in names or len(names) > 1):
                return names if name in names else ()
            # Of several only this one may be linked.
            within = (*islice(link.iterancestors(), BOX), *above)
            return written_beside(doc, name, within, sites)
        line = next((e for e in [*link.iterancestors()][:3] if _is_by_line(e)), None)
        if line is not None:
            host = _host(link)
            own = [text_of_element(a) for a in line.iter("a") if _host(a) == host]
            names = clean_names(", ".join(own))
            told = clean_names(text_of_element(line))
            if name in told:  # «By Jane Doe and John Roe (photos)»
                names = tuple(n for n in names if n in told)
            return names if name in names else ()
    return written_beside(doc, name, sites=sites)


def names_in_like_boxes(doc: Document, name: str, around: Surroundings) -> tuple[str, ...]:
    """The persons of boxes of one form side by side between headline and text, a person in each,
    a known author in one of them; else empty. The form or a link in it tells that they wrote."""
    for holder in written_around(doc, name):
        if not 0 < around.distance(holder) < around.text_begins:
            continue
        for box in (holder, *islice(holder.iterancestors(), BOX - 1)):
            if len(text_of_element(box)) > MAX_BYLINE_CHARS or _one_name(box) != name:
                break
            row = box.getparent()
            if row is None or len(row) > MAX_IN_ROW:
                break
            like = [part for part in row if form_of(part) == form_of(box)]
            if len(like) > 1 and all(map(_is_marked, like)):
                names = tuple(filter(None, map(_one_name, like)))
                known = all(map(_is_person, names)) or all(map(_is_linked_person, like))
                wrote = known and not any(took_pictures(b) or _edited(b) for b in like)
                return names if wrote and len(set(names)) == len(like) else ()
    return ()


def _edited(box: HtmlElement) -> bool:
    """Whether the label of editors is all of the element right behind a box, and of writers none:
    «<b>Jane Doe</b><i>Editor</i>»."""
    behind = box.getnext()
    text = text_of_element(behind) if behind is not None else ""
    return 0 < len(text) <= MAX_LABEL_CHARS and is_editors_label(f"{text}: ")


MAX_LABEL_CHARS = 20
MAX_IN_ROW = 12


def _is_person(name: str) -> bool:
    return may_be_person(name) or is_person_by_letters(name) or is_called_as_person(name)


def _is_linked_person(box: HtmlElement) -> bool:
    """Whether a box is a link to an author's page, and its text has the form of a person's name."""
    text = text_of_element(box)
    return box.tag == "a" and is_author_page(box.get("href")) and lone_person(text) == text


def _is_marked(box: HtmlElement) -> bool:
    """Whether a box says by its class, a link or a label that a person in it is an author."""
    if cut_before(text_of_element(box)) is not None:
        return True
    parts = islice(box.iter(), MAX_IN_ROW)
    return any(
        (part.tag == "a" and leads_to_author(part)) or byline_strength(part) > 1 for part in parts
    )


def _one_name(box: HtmlElement) -> str | None:
    """The only person whom a box names, who has not only edited or posted; None where it names
    more."""
    text = text_of_element(box).lstrip(_BARS)
    other = len(text) > MAX_BYLINE_CHARS or is_editors_label(text) or POSTED.match(text)
    names = () if other else clean_names(text)
    return names[0] if len(names) == 1 else None


_BARS = "|·•/ "
"""What may part a box from the one before it: «| Editor Jane Doe»."""


def _host(link: HtmlElement) -> str:
    return split_url(link.get("href") or "").netloc


def _is_by_line(element: HtmlElement) -> bool:
    if len(element) > 12:
        return False
    text = text_of_element(element)
    return len(text) < MAX_BYLINE_CHARS and cut_before(text) is not None
