"""Which parts of a page are not the article: hidden, navigation, comments, related, share, …

A region is told by what its author called it (`pipeline.page.called_regions`), and by what it holds
of its page.
"""

from __future__ import annotations

import re

from lxml.etree import XPath
from lxml.html import HtmlElement

from pipeline.page.called_regions import called_region
from pipeline.page.core import Core
from pipeline.page.inline_words import is_amid_sentence
from pipeline.page.region_names import is_body_name, names_of
from pipeline.page.unveiled import is_unfolded, is_unveiled

SILENT = frozenset(
    {
        "script", "style", "noscript", "template", "svg", "math", "iframe", "object", "embed",
        "applet", "select", "option", "button", "input", "textarea", "canvas", "audio", "video",
        "head", "link", "meta", "map", "progress", "meter", "datalist", "dialog", "source", "track",
        "picture", "img", "frame", "frameset", "noframes", "noembed", "amp-ad", "amp-analytics",
        "amp-iframe", "rt", "rp",
    }
)  # fmt: skip
"""Elements whose text, if any, is no text of the page."""

_ALWAYS = frozenset(
    {"comments", "related", "hidden", "dialog", "newsletter", "form", "embed", "footer"}
)
"""Regions that may hold most of a page's text: comments under a news flash, a list of teasers, a
publisher's address under a headline that stands alone.
Only a headline or a named body inside proves that they are the page itself."""


_BRIEF = frozenset({"meta", "caption", "share"})
BRIEF_MAX_CHARS = 700
"""Long texts (see above) that a line of facts, a caption or a row of buttons may hold and still be
one."""


def region_of(element: HtmlElement, tag: str, core: Core | None = None) -> str | None:
    """The kind of region that an element is, or None where it may be of the article."""
    if core is not None and element in core.dropped:
        return "dropped"
    if core is None:
        return called_region(element, tag)
    if element in core.sure or tag in ("body", "main"):
        return None
    region = called_region(element, tag)
    if region is None or is_amid_sentence(element, tag, region):
        return None
    if tag == "form" and core.weights.get(element, 0) >= core.total * FORM_SHARE:
        return None
    if (
        element in core.heavy
        and not (region == "aside" and core.is_beside_article(element))
        and (
            region not in _ALWAYS
            or _is_for_subscribers(element, region)
            or is_unveiled(element, region, core)
            or _is_of_shown_dialog(element, region, core)
        )
    ):
        return None
    if region == "newsletter" and _is_all_of_body(element, core):
        return None
    if region == "hidden" and (_is_further_page(element, core) or is_unfolded(element, core)):
        return None
    if tag == "span" and region in _OF_BOXES and core.is_paragraph(element):
        return None
    if region in ("share", "embed", "aside") and element.find(_TWEET) is not None:
        return None
    if region in ("share", "advertisement") and (
        tag in _CODE or element.find(".//pre") is not None
    ):
        return None  # lines of code with a bar to copy them, or what is called a block of code
    if region in _BRIEF and _is_card_of_review(element, region):
        return None
    if region == "share" and _is_entry(element):
        return None
    if region == "footer" and tag == "ul" and _opens(element):
        return None
    if region in _BRIEF and core.weights.get(element, 0) > BRIEF_MAX_CHARS:
        return None
    if region == "teaser" and core.weights.get(element, 0) > BRIEF_MAX_CHARS and _is_part(element):
        return None
    if region == "related" and _unfolds(element, core):
        return None
    return region


_CODE = frozenset({"pre", "code"})
_OF_BOXES = frozenset({"share", "embed", "aside", "teaser", "advertisement"})
"""Regions that are boxes of their own."""


FORM_SHARE = 0.9
"""The share of a page's long texts that a form holds which is around the page, or all of it but the
headline."""
UNFOLDED_SHARE = 0.2
"""The share of a page's long texts that a part of the article holds, at least, which a button
shows."""


def _unfolds(element: HtmlElement, core: Core) -> bool:
    """Whether what is called «read more» holds a good part of the page's prose and no card of
    another article: the part of a text that a button shows."""
    if core.weights.get(element, 0) < core.total * UNFOLDED_SHARE:
        return False
    return _MORE.search(names_of(element)) is not None and _is_part(element)


_MORE = re.compile(r"(?:read|show|see|view)[-_]?more|more[-_]?(?:content|text)", re.IGNORECASE)


_CARDS = XPath("boolean(.//h2 | .//h3 | .//h4 | .//a[.//img or .//p])")


def _is_part(element: HtmlElement) -> bool:
    """Whether what is called a teaser holds long texts and no card of another article: the first
    part of a text of which a script shows the rest to those who pay."""
    return not _CARDS(element)


def _opens(element: HtmlElement) -> bool:
    """Whether a list right below the headline holds standfirsts, whatever it is called."""
    above = element.getprevious()
    return above is not None and above.tag == "h1" and element.find("li/h2") is not None


_FIELDS = ".//input | .//button"


def _is_for_subscribers(element: HtmlElement, region: str) -> bool:
    """Whether what is called a subscription is the text that subscribers read, no form for them."""
    return region == "newsletter" and not element.xpath(_FIELDS)


def _is_all_of_body(element: HtmlElement, core: Core) -> bool:
    """Whether what is called a subscription holds all that a named body does, and no form: a flash
    for subscribers is shorter than the beginnings of other articles below it."""
    box = element.getparent()
    words = core.weights.get(element, 0)
    if not words or box is None or core.weights.get(box, 0) != words:
        return False
    called = names_of(element)
    if _SUBSCRIBED.search(called) is None or _LETTER.search(called) is not None:
        return False
    return is_body_name(names_of(box)) and _is_for_subscribers(element, "newsletter")


_SUBSCRIBED = re.compile(r"subscri(?:ption|ber)s?(?![a-z])", re.IGNORECASE)
_LETTER = re.compile(r"letter|mail|form|box|promo|banner|sign", re.IGNORECASE)


PAGE_CHARS = 200
"""Long texts (see above) of a page of an article, at least, in several paragraphs: a slide of a
gallery or a tab has fewer."""
_PARAGRAPHS = XPath("count(.//p) > 1")


def _is_further_page(element: HtmlElement, core: Core) -> bool:
    """Whether what is hidden is a further page of the article, which a script turns to: it stands
    behind one that is shown, is called the same, and both have paragraphs."""
    called = element.get("class")
    box = element.getparent()
    if not called or box is None or box.tag == "body" or box not in core.sure:
        return False
    for before in element.itersiblings(preceding=True):
        if before.tag != element.tag or before.get("class") != called:
            return False
        if called_region(before, before.tag) != "hidden":
            return _is_page(before, core) and _is_page(element, core)
    return False


def _is_page(part: HtmlElement, core: Core) -> bool:
    return core.weights.get(part, 0) >= PAGE_CHARS and bool(_PARAGRAPHS(part))


def _is_of_shown_dialog(element: HtmlElement, region: str, core: Core) -> bool:
    """Whether what is called a dialog is a part of one that holds the page's headline: a system
    that opens its articles above their list calls the same box so on the page of each."""
    if region != "dialog":
        return False
    above = [box for box in element.iterancestors() if box.tag not in ("body", "main", "html")]
    return any(box in core.sure and called_region(box, box.tag) == "dialog" for box in above)


_TWEET = ".//blockquote[@class='twitter-tweet']"
"""A post that an article quotes; what wraps it is often named like a share bar."""


def _is_card_of_review(element: HtmlElement, region: str) -> bool:
    """Whether what is called a tag, as cards of products are, holds a heading and a paragraph or
    points without a link, or what is called likes a list of them and nothing to press."""
    called = (element.get("class") or "").lower()
    if region == "meta":
        return "tag" in called.split() and bool(_HEADED_TEXT(element))
    return region == "share" and "like" in called and bool(_POINTS(element))


def _is_entry(element: HtmlElement) -> bool:
    """Whether what is called a card to share is one of several of its name, side by side, that hold
    a paragraph of their own each: the entries of a live page, which readers may share alone."""
    called, told = element.get("class"), _told(element)
    beside = (element.getprevious(), element.getnext())
    others = (_told(e) for e in beside if e is not None and e.get("class") == called)
    return bool(called and told) and any(other and other != told for other in others)


def _told(element: HtmlElement) -> str:
    """The first paragraph of an element that has the length of a sentence, and no link."""
    return str(_SENTENCE(element))


_SENTENCE = XPath("normalize-space(.//p[string-length(normalize-space()) > 40 and not(.//a)][1])")
_HEADED_TEXT = XPath(
    "boolean(.//h2 | .//h3 | .//h4 | .//h5) and "
    "boolean(.//p[string-length() > 40 and not(.//a)] | .//li[string-length() > 8 and not(.//a)])"
)
_POINTS = XPath("boolean(.//li) and not(.//a | .//button | .//svg | .//i | .//input)")
