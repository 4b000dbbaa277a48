"""What kind of region a page's author called an element: by its tag, its ARIA role, microdata, and
the words of its class and id (`pipeline.page.region_names`).

Whether it is one on its page depends on what it holds of it too: `pipeline.page.regions`.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from itertools import islice

from lxml.etree import XPath
from lxml.html import HtmlElement

from pipeline.page.amid_paragraphs import is_component, is_remark, stands_between
from pipeline.page.elements import LOWER_HEADINGS
from pipeline.page.hiding_styles import hides
from pipeline.page.inline_words import is_day_behind
from pipeline.page.page_element import NOT_ASKED, PageElement
from pipeline.page.region_names import (
    is_anchored,
    is_part_name,
    is_wholly_body_name,
    named_region,
    names_in,
    names_of,
    names_quoted,
)

_TAG_REGIONS = {
    "nav": "navigation",
    "footer": "footer",
    "aside": "aside",
    "form": "form",
    "figcaption": "caption",
    "menu": "navigation",
    "marquee": "navigation",
    "address": "author-box",
}
_ROLE_REGIONS = {
    "navigation": "navigation",
    "complementary": "aside",
    "contentinfo": "footer",
    "banner": "header",
    "search": "form",
    "form": "form",
    "dialog": "dialog",
    "alertdialog": "dialog",
    "alert": "dialog",
    "menu": "navigation",
    "menubar": "navigation",
    "toolbar": "share",
    "tablist": "navigation",
    "doc-toc": "contents",
    "tooltip": "hidden",
}

_HOLDS_PANELS = XPath("boolean(.//*[@role='tabpanel'])")
"""Whether what is called a list of tabs is the box of what they show."""

_LOW_HEADINGS = frozenset({"h5", "h6"})
"""Headings that themes take for small print: one called «meta» that links a name is no headline."""
_OF_HEADINGS = frozenset({"hidden", "comments", "related", "newsletter", "aside"})


def called_region(element: HtmlElement, tag: str) -> str | None:
    """The kind of region that an element is called, whatever it holds of the page."""
    if not isinstance(element, PageElement):
        return _read_name(element, tag)
    if element.kept_region is NOT_ASKED:
        element.kept_region = _read_name(element, tag)
    return element.kept_region


_VIEW_STATE = ".//input[@name='__VIEWSTATE']"
"""What stands in the form in which ASP.NET wraps every page whole."""

_NO_PICTURE = frozenset({"blockquote", "table", "li"})


def _is_picture(figure: HtmlElement) -> bool:
    """Whether a figure is a picture with its caption: whatever else stands in it, an agency's name,
    is of it."""
    tags = {element.tag for element in figure.iter()}
    return "img" in tags and "figcaption" in tags and tags.isdisjoint(_NO_PICTURE)


_SAYING = frozenset({"footer", "address"})


def _says_who(element: HtmlElement) -> bool:
    """Whether an element says whose words a quotation are: it stands in that."""
    return any(box.tag == "blockquote" for box in islice(element.iterancestors(), 2))


_LABELLED = frozenset({"section", "div", "ul", "ol"})
_OF_LABELS = frozenset({"author-box", "related", "comments", "newsletter", "share"})
"""Regions that the name of an element's label tells, where classes are made by a program:
`aria-labelledby="article-byline"`."""

_OF_READERS = ("/Comment", "/UserComments")
"""How the types of microdata end that readers' comments are."""
_SAID_FACTS = frozenset({"author", "dateCreated", "datePublished", "dateModified"})
"""What microdata call an element of facts about the article, whatever it is called otherwise."""


def _is_seen(element: HtmlElement, tag: str) -> bool:
    """Whether readers see what is hidden from ears alone, as a text of the article."""
    return _is_seen_paragraph(element, tag) or _is_seen_word(element, tag)


def _is_seen_paragraph(element: HtmlElement, tag: str) -> bool:
    """Whether an element that is hidden from ears alone is a paragraph among others, which readers
    see: sites mark so what only subscribers shall hear."""
    above = element.getprevious() if tag == "p" else None
    return above is not None and above.tag == "p" and len(element.text or "") >= SEEN_CHARS


SEEN_CHARS = 80


def _is_seen_word(element: HtmlElement, tag: str) -> bool:
    """Whether what is hidden from ears alone is words that readers see in large letters, for which
    others are heard: `<span aria-hidden="true">T</span><span class="sr-only">The</span>he first …`,
    or which the paragraph's label tells."""
    around = element.getparent()
    if tag not in _WORDS or around is None:
        return False
    word = _unspaced(element)
    if not word.isalpha():
        return False
    heard = around.get("aria-label") if around.tag == "p" else None
    if heard and word in "".join(heard.split()):
        return True
    return any(
        beside is not None
        and beside.tag in _WORDS
        and _unspaced(beside).startswith(word)
        and named_region(names_of(beside)) == "hidden"
        and around.tag in _TEXTS
        for beside in (element.getnext(), element.getprevious())
    )


def _unspaced(element: HtmlElement) -> str:
    return "".join("".join(element.itertext()).split())


_WORDS = frozenset({"span", "b", "strong", "em", "i", "big"})
_TEXTS = frozenset({"p", "div", "span"})


def _is_remark(element: HtmlElement, attributes: Mapping[str, str]) -> bool:
    """Whether what stands beside a text is called a remark, or a verdict, and leads nowhere."""
    if attributes.get("role") == "note":
        return True
    return is_part_name(names_in(attributes)) and not _LEADS(element)


_LEADS = XPath("boolean(.//a[@href] | .//button | .//form | .//iframe)")


def _read_name(element: HtmlElement, tag: str) -> str | None:
    of_tag = "caption" if tag == "figure" and _is_picture(element) else _TAG_REGIONS.get(tag)
    if of_tag is not None and tag in _SAYING and _says_who(element):
        of_tag = None
    attributes = dict(element.items())
    if not attributes or (of_tag is None and len(attributes) == 1 and "href" in attributes):
        return of_tag
    if tag == "section" and _may_be_skipped(element):
        return "related"
    if of_tag is None and len(attributes) == 1 and "class" in attributes:  # as most have
        return _of_names(element, tag, attributes["class"].strip())
    style = attributes.get("style")
    if (
        (style and hides(element, tag, style))
        or (attributes.get("aria-hidden") == "true" and not _is_seen(element, tag))
        or ("hidden" in attributes and attributes["hidden"] != "until-found")
    ):
        # What a paywall's script hides or shows is the rest of the article.
        return None if "paywall" in (attributes.get("class") or "") else "hidden"
    if tag == "aside" and _is_remark(element, attributes):
        return None  # what its writer remarks
    if of_tag is not None:
        return None if tag == "form" and element.find(_VIEW_STATE) is not None else of_tag
    kind = attributes.get("itemtype")
    if kind and kind.endswith(_OF_READERS):
        return "comments"
    said = attributes.get("itemprop")
    if said and not _SAID_FACTS.isdisjoint(said.split()):
        return "meta"
    if said == "caption":
        return "caption"
    role = attributes.get("role")
    if role and role in _ROLE_REGIONS and not (role == "tablist" and _HOLDS_PANELS(element)):
        return None if role == "alert" and is_remark(element) else _ROLE_REGIONS[role]
    labelled = attributes.get("aria-labelledby")
    if labelled and tag in _LABELLED:
        region = named_region(labelled)
        if region in _OF_LABELS:
            return region
    if "class" not in attributes and "id" in attributes and is_anchored(element):
        return None
    # A heading's id is its anchor, made of its own words.
    in_heading = tag in LOWER_HEADINGS
    names = (attributes.get("class") or "") if in_heading else names_in(attributes)
    return _of_names(element, tag, names)


def _may_be_skipped(element: HtmlElement) -> bool:
    """Whether the first link of a section leads to its own end: what readers may skip to go on
    with the text, «Skip recommended stories and continue reading»."""
    link = next(element.iter("a"), None)
    return link is not None and (link.get("href") or "").startswith("#end-of")


def _of_names(element: HtmlElement, tag: str, names: str) -> str | None:
    """The kind of region that class and id name."""
    region = named_region(names) if names else None
    if region == "author-box" and _says_who(element):
        return None
    if region == "author-box" and names_quoted(names.lower()):
        return "caption"  # whose words a quotation are that is drawn large
    if tag in LOWER_HEADINGS:
        if region == "meta":
            is_small = tag in _LOW_HEADINGS and element.find(".//a") is not None
            return region if is_small else None
        if region == "aside" and stands_between(element):
            return None
        return region if region in _OF_HEADINGS else None
    if region == "dialog" and (is_component(element) or is_remark(element)):
        return None
    if region in _MEASURED and is_wholly_body_name(names):
        return None
    if region == "aside" and _OF_TEXT.search(names):
        return None
    if region is None and is_day_behind(element, tag, names):
        return "meta"
    if region is None and "paywall" in names.lower() and tag in _LABELLED and _sells(element):
        return "newsletter"
    return region


_MEASURED = frozenset({"meta", "advertisement"})
"""What scripts measure in a text or put into it: «news-content readingTime»."""
_OF_TEXT = re.compile(r"(?:^| )widget (?:Blog(?: |$)|widget_sow-editor)")
"""The widgets of Blogger's that hold the entries themselves, and a page builder's that are parts of
a text."""
SELLS_MAX_CHARS = 1_000
_OFFERED = XPath(
    "boolean(.//button | .//form | .//a[contains(@href, 'abo') or contains(@href, 'subscri')"
    " or contains(@href, 'login') or contains(@href, 'regist') or contains(@href, 'sign')"
    " or contains(@href, 'offer') or contains(@href, 'plans') or contains(@href, 'suscri')])"
)


def _sells(element: HtmlElement) -> bool:
    """Whether what is called a paywall is the offer that stands in the text's place, under a
    heading and with something to press, and not the text that only subscribers read."""
    if next(element.iter(*LOWER_HEADINGS), None) is None or not _OFFERED(element):
        return False
    return len(element.text_content()) <= SELLS_MAX_CHARS
