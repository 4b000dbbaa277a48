"""The prose of a page, wherever it stands: what tells a page with content from an empty one."""

from __future__ import annotations

from collections.abc import Iterator

from lxml.html import HtmlElement

from pipeline.page.elements import text_of_element, tidy
from pipeline.page.html import Document

_MARKED = ("p", "li", "h1", "h2", "td", "pre", "blockquote")
_PLAIN = ("div", "span", "section", "article", "font", "center")

LOOSE_CHARS = 100
"""Letters of one run of text outside of paragraphs that is prose: a label or a menu has fewer."""


def prose_of(doc: Document) -> Iterator[str]:
    """The texts of the page's paragraphs, and then the prose that stands in none: many systems set
    a text in plain boxes, or part it by breaks."""
    for element in doc.tree.iter(*_MARKED):
        link = next(element.iter("a"), None)
        if link is not None and (element.tag == "li" or _is_link_alone(element, link)):
            continue
        text = text_of_element(element)
        if text:
            yield text
    for element in doc.tree.iter(*_PLAIN):
        runs = [run for run in (element.text, *(child.tail for child in element)) if run]
        prose = [text for run in runs if len(text := tidy(run)) >= LOOSE_CHARS]
        if prose and next(element.iterancestors(*_MARKED), None) is None:
            yield " ".join(prose)


def _is_link_alone(element: HtmlElement, link: HtmlElement) -> bool:
    """True where an element says no more than its link: a page that was not found names others."""
    return len(text_of_element(link)) >= 0.9 * len(text_of_element(element))
