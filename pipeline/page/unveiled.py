"""What a page hides that is its article's own text all the same."""

from __future__ import annotations

import re

from lxml.etree import XPath
from lxml.html import HtmlElement

from pipeline.page.core import COPY_SHARE, PARAGRAPH_CHARS, Core
from pipeline.page.region_names import named_region, names_of

WHOLE_SHARE = 0.95
"""What holds so much of an element's text, or a page's, holds the whole: some systems wrap every
page in a form."""


def is_unveiled(element: HtmlElement, region: str, core: Core) -> bool:
    """Whether what is hidden is the most of an article's own text, in the element that holds its
    headline too: a script shows it to those who may read it; or it stands below the headline and
    takes its room already: a script shows it once it is laid out. A copy for print holds no more
    than what it is a copy of."""
    if region != "hidden" or core.weights[element] <= core.total * COPY_SHARE:
        return False
    if any(around in core.sure for around in element.iterancestors("article")):
        return True
    if _goes_on(element, core):
        return True
    roomy = _ROOMY.search(element.get("style") or "") is not None
    return roomy and not named_region(names_of(element)) and bool(_HEADLINE_ABOVE(element))


def _goes_on(element: HtmlElement, core: Core) -> bool:
    """Whether what is hidden goes on right below a paragraph that is shown, in a box of theirs
    alone: the rest of a text that a script shows to those who pay."""
    box, above = element.getparent(), element.getprevious()
    if box is None or above is None or above.tag not in _SHOWN or box.tag in ("body", "main"):
        return False
    if core.weights.get(above, 0) < PARAGRAPH_CHARS or named_region(names_of(element)):
        return False
    return core.weights[element] + core.weights[above] > core.weights[box] * WHOLE_SHARE


_SHOWN = frozenset({"p", "div"})


_ROOMY = re.compile(r"^(?!.*display\s*:\s*none).*visibility\s*:\s*hidden", re.IGNORECASE)
_HEADLINE_ABOVE = XPath("boolean(preceding-sibling::h1 | preceding-sibling::*[1]/h1)")
