"""Which parts of a page are not the article: hidden, navigation, comments, related, share, …

A region is told by what its author called it: tag, ARIA role, and the words of its class and id
(`pipeline.page.region_names`).
"""

from __future__ import annotations

import re
from itertools import islice

from lxml.etree import XPath
from lxml.html import HtmlElement

from pipeline.page.amid_paragraphs import is_component, stands_between
from pipeline.page.core import Core
from pipeline.page.hiding_styles import hides
from pipeline.page.inline_words import is_amid_sentence, is_day_behind
from pipeline.page.page_element import NOT_ASKED, PageElement
from pipeline.page.region_names import (
    is_anchored,
    is_wholly_body_name,
    named_region,
    names_in,
    names_of,
)
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

_ALWAYS = frozenset(
    {"comments", "related", "hidden", "dialog", "newsletter", "form", "embed", "footer"}
)
"""Regions that may hold most of a page's text: comments under a news flash, a list of teasers, a
publisher's address under a headline that stands alone.
Only a headline or a named body inside proves that they are the page itself."""


_HEADINGS = frozenset({"h2", "h3", "h4", "h5", "h6"})
_LOW_HEADINGS = frozenset({"h5", "h6"})
"""Headings that themes take for small print: one called «meta» that links a name is no headline."""
_OF_HEADINGS = frozenset({"hidden", "comments", "related", "newsletter", "aside"})
_BRIEF = frozenset({"meta", "caption", "share"})
BRIEF_MAX_CHARS = 700
"""Long texts (see above) that a line of facts, a caption or a row of buttons may hold and still be
one."""


def region_of(element: HtmlElement, tag: str, core: Core | None = None) -> str | None:
    """The kind of region that an element is, or None where it may be of the article."""
    if core is not None and element in core.dropped:
        return "dropped"
    if core is None:
        return _called(element, tag)
    if element in core.sure or tag in ("body", "main"):
        return None
    region = _called(element, tag)
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
    if region == "hidden" and (_is_further_page(element, core) or is_unfolded(element, core)):
        return None
    if tag == "span" and region in _OF_BOXES and core.is_paragraph(element):
        return None
    if region in ("share", "embed", "aside") and element.find(_TWEET) is not None:
        return None
    if region in ("share", "advertisement") and element.find(".//pre") is not None:
        return None  # lines of code with a bar to copy them, or what is called a block of code
    if region in _BRIEF and _is_card_of_review(element, region):
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
        if _called(before, before.tag) != "hidden":
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
    return any(box in core.sure and _called(box, box.tag) == "dialog" for box in above)


_TWEET = ".//blockquote[@class='twitter-tweet']"
"""A post that an article quotes; what wraps it is often named like a share bar."""


def _is_card_of_review(element: HtmlElement, region: str) -> bool:
    """Whether what is called a tag, as cards of products are, holds a heading and a paragraph or
    points without a link, or what is called likes a list of them and nothing to press."""
    called = (element.get("class") or "").lower()
    if region == "meta":
        return "tag" in called.split() and bool(_HEADED_TEXT(element))
    return region == "share" and "like" in called and bool(_POINTS(element))


_HEADED_TEXT = XPath(
    "boolean(.//h2 | .//h3 | .//h4 | .//h5) and "
    "boolean(.//p[string-length() > 40 and not(.//a)] | .//li[string-length() > 8 and not(.//a)])"
)
_POINTS = XPath("boolean(.//li) and not(.//a | .//button | .//svg | .//i | .//input)")


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


def _called(element: HtmlElement, tag: str) -> str | None:
    """The kind of region that an element is called, whatever it holds of the page."""
    if not isinstance(element, PageElement):
        return _read_name(element, tag)
    if element.kept_region is NOT_ASKED:
        element.kept_region = _read_name(element, tag)
    return element.kept_region


def _read_name(element: HtmlElement, tag: str) -> str | None:
    of_tag = "caption" if tag == "figure" and _is_picture(element) else _TAG_REGIONS.get(tag)
    if of_tag is not None and tag in _SAYING and _says_who(element):
        of_tag = None
    attributes = dict(element.items())
    if not attributes or (of_tag is None and len(attributes) == 1 and "href" in attributes):
        return of_tag
    if of_tag is None and len(attributes) == 1 and "class" in attributes:  # as most have
        return _of_names(element, tag, attributes["class"].strip())
    style = attributes.get("style")
    if (
        (style and hides(element, tag, style))
        or attributes.get("aria-hidden") == "true"
        or ("hidden" in attributes and attributes["hidden"] != "until-found")
    ):
        # What a paywall's script hides or shows is the rest of the article.
        return None if "paywall" in (attributes.get("class") or "") else "hidden"
    if tag == "aside" and attributes.get("role") == "note":
        return None  # what its writer remarks
    if of_tag is not None:
        return None if tag == "form" and element.find(_VIEW_STATE) is not None else of_tag
    kind = attributes.get("itemtype")
    if kind and kind.endswith(_OF_READERS):
        return "comments"
    said = attributes.get("itemprop")
    if said and not _SAID_FACTS.isdisjoint(said.split()):
        return "meta"
    role = attributes.get("role")
    if role and role in _ROLE_REGIONS:
        return _ROLE_REGIONS[role]
    labelled = attributes.get("aria-labelledby")
    if labelled and tag in _LABELLED:
        region = named_region(labelled)
        if region in _OF_LABELS:
            return region
    if "class" not in attributes and "id" in attributes and is_anchored(element):
        return None
    # A heading's id is its anchor, made of its own words.
    in_heading = tag in _HEADINGS
    names = (attributes.get("class") or "") if in_heading else names_in(attributes)
    return _of_names(element, tag, names)


def _of_names(element: HtmlElement, tag: str, names: str) -> str | None:
    """The kind of region that class and id name."""
    region = named_region(names) if names else None
    if region == "author-box" and _says_who(element):
        return None
    if tag in _HEADINGS:
        if region == "meta":
            is_small = tag in _LOW_HEADINGS and element.find(".//a") is not None
            return region if is_small else None
        if region == "aside" and stands_between(element):
            return None
        return region if region in _OF_HEADINGS else None
    if region == "dialog" and is_component(element):
        return None
    if region in _MEASURED and is_wholly_body_name(names):
        return None
    if region == "aside" and _BLOG_OF_BLOGGER.search(names):
        return None
    if region is None and is_day_behind(element, tag, names):
        return "meta"
    if region is None and "paywall" in names.lower() and tag in _LABELLED and _sells(element):
        return "newsletter"
    return region


_MEASURED = frozenset({"meta", "advertisement"})
"""What scripts measure in a text or put into it: «news-content readingTime»."""
_BLOG_OF_BLOGGER = re.compile(r"(?:^| )widget Blog(?: |$)")
"""The widget of Blogger's that holds the entries themselves."""
SELLS_MAX_CHARS = 1_000
_OFFERED = XPath(
    "boolean(.//button | .//form | .//a[contains(@href, 'abo') or contains(@href, 'subscri')"
    " or contains(@href, 'login') or contains(@href, 'regist') or contains(@href, 'sign')"
    " or contains(@href, 'offer') or contains(@href, 'plans') or contains(@href, 'suscri')])"
)


def _sells(element: HtmlElement) -> bool:
    """Whether what is called a paywall is the offer that stands in the text's place, under a
    heading and with something to press, and not the text that only subscribers read."""
    if next(element.iter(*_HEADINGS), None) is None or not _OFFERED(element):
        return False
    return len(element.text_content()) <= SELLS_MAX_CHARS
