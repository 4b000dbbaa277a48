"""Who speaks in a talk that was written down: the same line stands above each thing they say."""

from __future__ import annotations

from lxml.html import HtmlElement

from pipeline.page.elements import text_of_element
from pipeline.page.html import Document

MAX_CHARS = 80
"""Letters of the line that tells who speaks: «Jane Doe -- Chief Executive Officer»."""
MOST_WITHIN = 4
"""Elements right within such a line."""


def without_speakers(doc: Document, names: tuple[str, ...]) -> tuple[str, ...]:
    """The names without those with which lines of one box begin that say the same, something said
    between them: a byline stands once above its text, or once for each width of a screen."""
    return tuple(name for name in names if not _speaks(doc, name))


def _speaks(doc: Document, name: str) -> bool:
    seen: set[tuple[HtmlElement | None, str]] = set()
    for tag in ("p", "div", "li", "h3", "h4"):
        for element in doc.all_of(tag):
            said = text_of_element(element) if len(element) <= MOST_WITHIN else ""
            if not said.startswith(name) or len(said) > MAX_CHARS:
                continue
            turn = (element.getparent(), said)
            if turn in seen and _is_long(element.getprevious()) and _is_long(element.getnext()):
                return True
            seen.add(turn)
    return False


def _is_long(element: HtmlElement | None) -> bool:
    return element is not None and len(text_of_element(element)) >= LEAST_SAID


LEAST_SAID = 20
"""Letters of what somebody says above and below such a line."""
