"""Names of places in a page, `<a name="top">`, that old pages never close: libxml2 takes all up to
the next link into them, and it is no link's text."""

from __future__ import annotations

from collections.abc import Iterable

from lxml.etree import XPath
from lxml.html import HtmlElement

_NAMING = frozenset({"name", "id"})
_HOLDS_BLOCKS = XPath("boolean(.//p | .//div | .//br | .//table | .//h1 | .//h2 | .//ul)")


def unname(anchors: Iterable[HtmlElement]) -> bool:
    """Make plain elements of the anchors that only name a place and hold parts of the page, in
    place; whether there was any. One without any attribute is a button of a script."""
    found = False
    for anchor in anchors:
        given = anchor.keys() if len(anchor) else ()
        if given and _NAMING.issuperset(given) and _HOLDS_BLOCKS(anchor):
            anchor.tag = "div"
            found = True
    return found
