"""Which elements are called an article's body."""

from __future__ import annotations

from lxml.html import HtmlElement

from pipeline.page.region_names import is_body_name, names_of

_STRONG = 3
_NO_BOXES = frozenset(
    {"p", "li", "ul", "ol", "table", "tr", "body", "html", "blockquote", "a",
     "h1", "h2", "h3", "h4", "h5", "h6"}
)  # fmt: skip


def mark_of(element: HtmlElement) -> int:
    """How surely an element is called an article's body: 3 by microdata, 2 by name, 1 by tag."""
    if "articlebody" in (element.get("itemprop") or "").lower():
        return _STRONG
    tag = element.tag
    if tag in _NO_BOXES:
        return 0
    if tag == "td" and element.find(".//td") is not None:
        return 0  # a column of the layout
    if is_body_name(names_of(element)) and tag != "article":
        return 2
    return 1 if tag == "article" or element.get("role") == "article" else 0
