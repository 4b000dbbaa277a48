"""Who holds the rights of a page, by its foot: the site, which is no author of what it puts out."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import islice

from lxml.html import HtmlElement

from pipeline.lines.credits import is_agency
from pipeline.page.elements import letters, text_of_element
from pipeline.page.html import Document
from pipeline.page.texts import own_texts
from pipeline.people.names import clean_names

_COPYRIGHT = re.compile(
    r"(?:©|\(c\)|copyright|حقوق النشر|جميع الحقوق محفوظة|^)[\s©\d٠-٩۰-۹–—-]*[\s:,]*"
    r"([^\n<>|•·.,©\d]{2,60})",
    re.IGNORECASE,
)


_YEARS = re.compile(r"^\s*(?:(?:19|20)\d\d\s*[-–—]\s*)?20\d\d\s*$")


def copyright_holders(doc: Document, authors: Sequence[str] = ()) -> frozenset[str]:
    """The folded names after the copyright signs of the page's foot: the site's, no author's.

    Where the sign is a picture, the years alone stand before the name. A line that names several
    `authors`, and all of them, leaves the rights to those who wrote the article.
    """
    found: set[str] = set()
    years = [
        element
        for text, element in own_texts(doc)
        if "20" in text and _YEARS.match(text) and _is_in_foot(element)
    ][-MAX_YEARS:]
    for element in [*islice(_signed_elements(doc), MAX_SIGNS), *years]:
        line = text_of_element(element)[:300]
        if len(authors) > 1 and all(name in line for name in authors):
            continue
        for match in _COPYRIGHT.finditer(line):
            whole = letters(match.group(1))
            found |= {whole, whole.removeprefix("by")}
            # An agency owns pictures, not the site.
            names = clean_names(match.group(1))
            found.update(letters(name) for name in names if not is_agency(name))
    return frozenset(name for name in found if len(name) > 2)


MAX_SIGNS = 3
"""Copyright signs that are looked at, from the page's end."""
MAX_YEARS = 5
"""The same of years that stand alone in a foot."""


def _signed_elements(doc: Document) -> Iterator[HtmlElement]:
    """The elements in which a copyright sign stands, from the last to the first."""
    return (element for text, element in reversed(own_texts(doc)) if "©" in text)


def _is_in_foot(element: HtmlElement) -> bool:
    return element.tag == "footer" or next(element.iterancestors("footer"), None) is not None
