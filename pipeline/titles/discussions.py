"""Whether an element stands among what readers wrote below an article."""

from __future__ import annotations

from lxml.html import HtmlElement

from pipeline.lines.known_lines import named_by_heading
from pipeline.page.elements import text_of_element
from pipeline.page.html import Document, once_a_page
from pipeline.titles.surroundings import Surroundings


@once_a_page
def _discussions(doc: Document) -> tuple[HtmlElement, ...]:
    """The headings above what readers wrote."""
    headings = doc.any_of("h2", "h3", "h4", "h5", "h6")
    return tuple(h for h in headings if named_by_heading(text_of_element(h)) == "comments")


def in_discussion(doc: Document, element: HtmlElement, around: Surroundings) -> bool:
    """Whether an element stands below the article's text and a heading «Comments», in the box that
    the heading stands in: each reader signs there."""
    distance, begins = around.distance(element), min(around.text_begins, TOP)
    if distance < begins or not (headings := _discussions(doc)):
        return False
    above = {*element.iterancestors()}
    return any(
        heading.getparent() in above and begins < around.distance(heading) < distance
        for heading in headings
    )


TOP = 5
"""Elements below a headline among which a count of comments may be a heading, in a short text."""
