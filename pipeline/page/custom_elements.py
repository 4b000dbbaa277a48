"""Elements of a site's own making, `<news-text>`: boxes with a name, and words amid a sentence."""

from __future__ import annotations

import re
from collections.abc import Iterable

from lxml.html import HtmlElement

from pipeline.page.region_names import is_body_name, named_region


def is_custom(tag: object) -> bool:
    """Whether a tag is one that sites make up: a name with a hyphen (HTML Living Standard, 4.13.3).
    Where a blank is left out behind a tag, an attribute is read as part of it. AMP's are known."""
    return isinstance(tag, str) and "-" in tag and _NAME.fullmatch(tag) is not None


_NAME = re.compile(r"(?!amp-)[a-z][a-z\d]*(?:-[a-z\d]+)+")


def make_plain(elements: Iterable[HtmlElement]) -> None:
    """Make boxes of such elements, in place; what stands amid a sentence is words of it. A tag that
    tells what its box is stays as a class."""
    for element in elements:
        tag = str(element.tag)
        if not len(element) and not element.text and element.attrib:
            continue  # a script draws what its attributes say, `<by-line author="Jane Doe">`
        if named_region(tag) or is_body_name(tag):
            element.set("class", " ".join((tag, *element.get("class", "").split())))
        if tag.endswith("-button") and element.find(".//p") is None:
            element.tag = "button"  # as sets of components call theirs, `<ion-button>`
            continue
        element.tag = "span" if _is_amid_words(element) else "div"


def _is_amid_words(element: HtmlElement) -> bool:
    """Whether an element of words alone stands in a paragraph, or right beside other words."""
    if len(element):
        return False
    box, before = element.getparent(), element.getprevious()
    if box is not None and box.tag == "p":
        return True
    beside = box.text if before is None and box is not None else before is not None and before.tail
    return bool((beside or "").strip() or (element.tail or "").strip())
