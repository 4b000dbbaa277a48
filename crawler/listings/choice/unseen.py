"""Links that nobody sees: what catches robots is hidden alone, among what everybody sees."""

from __future__ import annotations

import re
from itertools import chain, islice

from lxml.html import HtmlElement

MAX_UP = 3
"""So many elements around a link may be what hides it."""

MAX_BESIDE = 50
"""So many elements on either side of what is hidden are looked at, and links in it: there may be
tens of thousands, each of them hidden."""

_HIDING = re.compile(r"display\s*:\s*none|visibility\s*:\s*hidden", re.IGNORECASE)


def is_unseen(anchor: HtmlElement) -> bool:
    """Whether a link is hidden by itself, or alone in what is hidden.

    Records that a script shows later («load more», tabs) are hidden too: they stand beside their
    like, of the same tag and class.
    """
    if _hides(anchor):
        return True
    element: HtmlElement | None = anchor.getparent()
    for _ in range(MAX_UP):
        if element is None or element.tag == "body":
            return False
        if _hides(element):
            return _is_alone(element)
        element = element.getparent()
    return False


def _hides(element: HtmlElement) -> bool:
    style = element.get("style")
    return element.get("hidden") is not None or bool(style and _HIDING.search(style))


def _is_alone(element: HtmlElement) -> bool:
    """Whether an element leads to one place, and nothing of its kind beside it leads anywhere."""
    links = islice(element.iter("a"), MAX_BESIDE)
    if len({link.get("href") for link in links}) > 1:
        return False
    kind = (element.tag, element.get("class"))
    after, before = element.itersiblings(), element.itersiblings(preceding=True)
    beside = chain(islice(after, MAX_BESIDE), islice(before, MAX_BESIDE))
    like = (each for each in beside if (each.tag, each.get("class")) == kind)
    return not any(each.find(".//a[@href]") is not None for each in like)
