"""Parts between the paragraphs of a text that are called like a part beside it, and are none."""

from __future__ import annotations

import re

from lxml.etree import XPath
from lxml.html import HtmlElement

from pipeline.page.core import PARAGRAPH_CHARS

_HEADS = XPath("boolean(.//h2 | .//h3 | .//h4 | .//h5 | .//h6 | .//blockquote)")
_PRESSED = XPath("boolean(.//a | .//button | .//input | .//form | .//iframe)")


def stands_between(heading: HtmlElement) -> bool:
    """Whether a heading stands between two paragraphs: what its class calls it, «widget-title», is
    the look that its writer chose."""
    beside = (heading.getprevious(), heading.getnext())
    return all(other is not None and other.tag == "p" for other in beside)


def is_component(element: HtmlElement) -> bool:
    """Whether what is called a dialog holds a heading or a quotation and nothing to press, beside a
    paragraph of a text: «cmp» is a component of some systems, and a form of consent elsewhere."""
    if not _HEADS(element) or _PRESSED(element):
        return False
    return any(
        other is not None and other.tag == "p" and len(other.text_content()) >= PARAGRAPH_CHARS
        for other in (element.getprevious(), element.getnext())
    )


_REMARK = re.compile(
    r"(?:^|\s)alert-{1,2}(?:info|warning|success|danger|primary|secondary|light|dark)\b"
)
"""How Bootstrap calls the looks of its boxes for remarks."""


def is_remark(element: HtmlElement) -> bool:
    """Whether a box with Bootstrap's look for remarks stands between two paragraphs and has nothing
    to press: what a text remarks, where a site's own alerts stand above it and can be closed. So
    does one that ends a text, below a heading, a list or code of it, and leads nowhere."""
    if not _REMARK.search(element.get("class") or ""):
        return False
    if stands_between(element):
        return not _TO_CLOSE(element)
    above, below = element.getprevious(), element.getnext()
    amid = above is not None and (above.tag in _OF_TEXT or above.find(".//pre") is not None)
    return amid and (below is None or below.tag in _OF_TEXT) and not _PRESSED(element)


_OF_TEXT = frozenset({"p", "ul", "ol", "pre", "blockquote", "table", "h2", "h3", "h4"})


_TO_CLOSE = XPath("boolean(.//button | .//input | .//form | .//iframe)")
