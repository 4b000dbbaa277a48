"""The names in one line with a known author's: linked beside it, or written there."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import islice

from lxml.html import HtmlElement

from pipeline.page.author_pages import is_author_page, says_author
from pipeline.page.elements import text_of_element
from pipeline.page.html import Document
from pipeline.people.byline_marks import MAX_BYLINE_CHARS
from pipeline.people.labels import cut_before
from pipeline.people.linked_names import BOX, MAX_LINKED_AUTHORS, leads_to_author, linked_names
from pipeline.people.names import clean_names
from pipeline.people.written_lines import written_beside
from pipeline.urls import split_url


def names_beside(doc: Document, name: str, above: Sequence[HtmlElement] = ()) -> tuple[str, ...]:
    """The names linked in one line with a known author's, that one among them; else empty. The
    links lead to authors' pages, or the line begins with "by". Lines `above` the text may name
    others beside the only one whom a box links."""
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
            return written_beside(doc, name, (*islice(link.iterancestors(), BOX), *above))
        line = next((e for e in [*link.iterancestors()][:3] if _is_by_line(e)), None)
        if line is not None:
            host = _host(link)
            own = [text_of_element(a) for a in line.iter("a") if _host(a) == host]
            names = clean_names(", ".join(own))
            told = clean_names(text_of_element(line))
            if name in told:  # «By Jane Doe and John Roe (photos)»
                names = tuple(n for n in names if n in told)
            return names if name in names else ()
    return written_beside(doc, name)


def _host(link: HtmlElement) -> str:
    return split_url(link.get("href") or "").netloc


def _is_by_line(element: HtmlElement) -> bool:
    if len(element) > 12:
        return False
    text = text_of_element(element)
    return len(text) < MAX_BYLINE_CHARS and cut_before(text) is not None
