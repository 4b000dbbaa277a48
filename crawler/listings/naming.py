"""What a listing page calls its section, and the language that it states."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence

from lxml.html import HtmlElement

from crawler.listings.choice.anchors import Anchor, text_of_element
from crawler.listings.choice.regions import Regions
from crawler.listings.labels import COUNT
from crawler.listings.pagination import is_page_label
from pipeline.patterns.late_patterns import late_pattern

MAX_NAME = 80
"""A longer heading is a headline, not the name of a section."""

MAX_LINK_NAME = 40
"""A link to the section with a longer text is no plain name of it."""

_PREFIX = late_pattern(
    r"^(?:(?:category|categories|section|tag|topic|archives?(?: for)?|posts (?:in|about|tagged)"
    r"|articles in|التصنيف|تصنيف|القسم|قسم|الوسم|وسم|أرشيف(?: التصنيف)?|الأرشيف|مقالات عن"
    r"|دسته(?:‌بندی)?|بایگانی"
    r"|catégorie|rubrique|archives? de|kategorie|kategori|categoría|categoria|archivo)"
    r"(?: archives?)?\s*[:：\-–—«|]\s*|^(?:مقالات عن|posts about|filed under)\s+)",
    re.IGNORECASE,
)
_SUFFIX = re.compile(r"\s*(?:category|archives?|تصنيف|الأرشيف)$|\s*[»|\-–—]\s*$", re.IGNORECASE)
_SPLIT = re.compile(r"\s+[|\-–—·»«:•]\s+")
_LANGUAGE = re.compile(r"[a-z]{2,3}(?=$|[-_])")


def section_name(root: HtmlElement, own: Sequence[Anchor]) -> str | None:
    """What most of the page's links to the section itself say, else its first heading of level 1
    outside the list, else the first part of its title, else None.

    `own` are the links to the section.
    """
    said = Counter(
        name
        for anchor in own
        if len(anchor.text) <= MAX_LINK_NAME
        and "alternate" not in anchor.rel
        and not is_page_label(anchor.text)
        and (name := plain_name(anchor.text))
    )
    if said:
        return said.most_common(1)[0][0]
    body = root.find(".//body")
    if body is not None:
        regions = Regions(body)
        for heading in body.xpath("(.//h1)[position() <= 5]"):
            if not is_linked(heading) and not regions.of(heading):
                small = sum(len(text_of_element(part)) for part in heading.iter("small"))
                text = text_of_element(heading)
                name = plain_name(text[: len(text) - small] if small < len(text) else text)
                if name:
                    return name
    for part in _SPLIT.split(
        text_of_element(title) if (title := root.find(".//title")) is not None else ""
    ):
        name = plain_name(part)
        if name:
            return name
    return None


def is_linked(heading: HtmlElement) -> bool:
    """True for a heading that is a link or holds one."""
    return heading.find(".//a") is not None or next(heading.iterancestors("a"), None) is not None


def page_language(root: HtmlElement) -> str | None:
    """The primary tag of the page's own `lang`, lower case, or None."""
    html = root.getroottree().getroot()
    found = _LANGUAGE.match((html.get("lang") or html.get("xml:lang") or "").strip().lower())
    return found[0] if found else None


def plain_name(text: str) -> str | None:
    """A section's name without what themes add to it: "Category: ", a count; None where no name."""
    name = _PREFIX.sub("", text.strip()).strip(" \"'«»“”:")
    name = COUNT.sub("", _SUFFIX.sub("", name)).strip()
    return name if 0 < len(name) <= MAX_NAME else None
