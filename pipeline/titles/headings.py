"""The headings of a page: what title, authors and dates start from."""

from __future__ import annotations

import re
from dataclasses import dataclass
from itertools import chain

from lxml.html import HtmlElement

from pipeline.declared.microdata import standfirsts_called_headlines
from pipeline.page.elements import letters, text_of_element
from pipeline.page.html import Document, once_a_page
from pipeline.page.region_names import named_region, names_of
from pipeline.patterns.late_patterns import late_pattern
from pipeline.patterns.rule_files import read_rules

_HEADLINE_NAME = re.compile(
    r"(?:^|[\s_-])(?:(?:entry|post|article|story|news|single|content|node|page|blog|main|item|p)"
    r"[_-]*(?:title|headline|heading)|headline|titre-article|p-name"
    r"|(?:title|headline)[_-]*(?:news|article|post|entry|story))(?:$|[\s_-])"
)

_SITE_NAME = re.compile(
    r"(?:site|blog)[_-]?(?:title|name|head(?:er|ing)?|brand(?:ing)?|logo|identity|link|desc\w*|top)"
    r"|(?:logo|brand)[\w-]*",
    re.IGNORECASE,
)
"""What is called only «site» or «blog» holds the whole page."""
_HEADINGS = frozenset({"h1", "h2", "h3", "h4"})
_HOLDERS = _HEADINGS | {"div", "span", "p", "a"}
"""Elements that may be a heading, by their tag or by what they are called."""


@dataclass(frozen=True, slots=True)
class Heading:
    """One heading: its text, its level (1 to 6; 0 where another element is named as headline)."""

    element: HtmlElement
    text: str
    level: int
    named: bool


_LABELS = frozenset(
    letters(words) for language in read_rules("headings.toml").values() for words in language
)


def is_label_heading(heading: Heading) -> bool:
    """Whether a heading is the label of a box that many pages have: «Related articles»."""
    return is_label(heading.text)


def is_label(text: str) -> bool:
    """Whether a text is the label of such a box."""
    return letters(text) in _LABELS


def home_headings(doc: Document) -> set[str]:
    """The folded first headings that link to the site's front page, or to the folder that a blog
    has for itself: they name the site."""
    return {
        letters(heading.text)
        for heading in read_headings(doc)
        if heading.level == 1
        and any(is_home(a.get("href"), doc.url) for a in _links_of(heading.element))
    }


def _links_of(element: HtmlElement) -> list[HtmlElement]:
    return [*element.iter("a"), *element.iterancestors("a")]


def is_home(href: str | None, url: str) -> bool:
    """Whether a link leads to its site's front page, or to the folder of a blog."""
    if not href:
        return False
    path = re.sub(r"^https?://[^/]+", "", href.strip())
    if path in ("/", "./", ""):
        return href != "#"
    rest = url.partition("?")[0].removeprefix(href.strip())
    return path.endswith("/") and rest != url and "/" in rest.strip("/") and rest[:4] != "page"


@once_a_page
def _headline_names(doc: Document) -> frozenset[str]:
    """The classes of a page, as written, by which something is called its headline."""
    may_be = doc.class_names.that_hold(*_NAME_PARTS)
    return frozenset(filter(_is_headline_name, may_be))


def _is_headline_name(names: str) -> bool:
    return _HEADLINE_NAME.search(names.lower()) is not None


_NAME_PARTS = ("title", "headline", "heading", "titre-article", "p-name")
"""What one of these names holds."""


@once_a_page
def read_headings(doc: Document) -> tuple[Heading, ...]:
    """The h1 to h4 of a page and what else is named a headline, in document order."""
    found: list[Heading] = []
    properties = doc.with_microdata
    standfirsts = standfirsts_called_headlines(doc)
    called = _headline_names(doc)
    roles = _ROLE in doc.text
    labels = any(field.get("name") == _VIEW_STATE for field in doc.all_of("input"))
    for element in doc.tree.iter(*_HOLDERS) if roles or labels else _candidates(doc):
        tag = element.tag
        is_heading = tag in _HEADINGS
        said = properties.get(element)
        named = (
            (roles and _is_said_first(element))
            or (said in ("headline", "name headline") and element not in standfirsts)
            or element.get("class") in called
            or (labels and tag == "span" and _is_label_of_server(element))
        )
        if not is_heading and not named:
            continue
        text = _without_facts(element, text_of_element(element))
        day = day_beside_words(doc, element) if is_heading and len(element) > 1 else None
        text = text.removeprefix(text_of_element(day)).strip() if day is not None else text
        text = _without_label(doc, element, text) if is_heading and len(element) else text
        if not text or len(text) > 400:
            continue
        if not is_heading and element.find(".//h1") is not None:
            continue
        found.append(Heading(element, text, int(tag[1]) if is_heading else 0, named))
        if len(found) >= 150:
            break
    return tuple(found)


def _candidates(doc: Document) -> list[HtmlElement]:
    """What may be a heading of a page that tells none by its role: the h1 to h4, and elements with
    microdata or a headline's class."""
    called = (doc.by_class[names] for names in _headline_names(doc))
    others = chain(doc.with_microdata, chain.from_iterable(called))
    headings = chain.from_iterable(map(doc.all_of, _HEADINGS))
    return doc.in_order(chain(headings, (e for e in others if e.tag in _HOLDERS)))


_ROLE = 'role="heading"'
_VIEW_STATE = "__VIEWSTATE"
"""A field that every page of ASP.NET has."""
_LABELS_OF_SERVER = ("lblTitle", "lblNewsTitle", "lblArticleTitle", "lblHeadline", "litTitle")
"""How makers of ASP.NET's pages call the label that holds a headline, in its id."""


def _is_label_of_server(span: HtmlElement) -> bool:
    return str(span.get("id") or "").endswith(_LABELS_OF_SERVER)


def _is_said_first(element: HtmlElement) -> bool:
    """Whether an element says to who hears the page that it is a heading of the first level."""
    return bool(element.get("role") == "heading" and element.get("aria-level") == "1")


_BOXES = frozenset({"small", "span", "div", "p", "time"})
_FACTS = frozenset({"meta", "comments", "share"})
"""Regions that a part of a heading is, where it is no words of it: a day, a count of comments."""


def _without_facts(heading: HtmlElement, text: str) -> str:
    """A heading's text without the line of facts with its day that some themes end it with."""
    for part in heading:
        if part.tag in _BOXES and _tells_facts(part):
            facts = text_of_element(part)
            return text.removesuffix(facts).rstrip() or text if facts else text
    return text


def day_before(heading: HtmlElement) -> HtmlElement | None:
    """The part of a heading that begins it with a day alone, before the words, as diaries set one:
    «<h2><a>Oct 19, 2026</a> <span>The bridge closes</span></h2>»."""
    part = heading[0] if len(heading) else None
    if part is None or part.tag not in _DAY_TAGS or (heading.text or "").strip():
        return None
    text = text_of_element(part)
    is_day = len(text) <= MAX_DAY_CHARS and _DAY.fullmatch(text) is not None
    return part if is_day and text_of_element(heading) != text else None


def day_beside_words(doc: Document, heading: HtmlElement) -> HtmlElement | None:
    """The day that begins a heading and is none of its words: the page's tab says no such title, as
    it would of «<h1><span>11 September 2001</span> in letters</h1>»."""
    day = day_before(heading)
    told = letters(text_of_element(heading)) in letters(doc.titled) if day is not None else True
    return None if told else day


_DAY_TAGS = frozenset({"a", "span", "div", "small", "time"})
MAX_DAY_CHARS = 24
_DAY = late_pattern(
    r"(?:\d{4}[-/.]\d{1,2}[-/.]\d{1,2}|\d{1,2}[-/.]\d{1,2}[-/.]\d{4}|\d{4}年\d{1,2}月\d{1,2}日"
    r"|(?:[^\W\d]{3,9},? )?(?:\d{1,2}\.? [^\W\d]{3,10}\.?|[^\W\d]{3,10}\.? \d{1,2}),? \d{4})"
)
"""A day with its year and nothing else, its weekday perhaps."""


def _without_label(doc: Document, heading: HtmlElement, text: str) -> str:
    """A heading's text without the label that ends it in an element of its own, a section's or a
    number, where the tab begins with all the words before it and goes on otherwise."""
    last = heading[-1]
    if last.tag not in _LABEL_TAGS or (last.tail or "").strip() or not (heading.text or "").strip():
        return text
    label = text_of_element(last)
    rest = text.removesuffix(label).rstrip()
    if not label or len(label.split()) > LABEL_WORDS or len(rest.split()) < LEAST_WORDS:
        return text
    tab = letters(doc.titled)
    return rest if tab.startswith(letters(rest)) and not tab.startswith(letters(text)) else text


_LABEL_TAGS = frozenset({"a", "span", "small"})
LABEL_WORDS = 2
LEAST_WORDS = 4
"""Words of a headline before such a label: a heading of fewer may be all of it."""


def _tells_facts(part: HtmlElement) -> bool:
    if part.tag == "time" or part.find(".//time") is not None:
        return True
    names = names_of(part)
    return bool(names) and named_region(names) in _FACTS


def is_site_title(heading: Heading) -> bool:
    """Whether a heading is the site's own name, by what its element or a parent is called."""
    node = heading.element
    for _ in range(4):
        if node is None or node.tag in ("article", "main", "body"):
            return False
        names = names_of(node)
        if names and not _is_headline_name(names):
            if _SITE_NAME.match(names) and named_region(names) != "meta":
                return True
            if re.search(r"\b(?:site|blog)-(?:title|name|header|branding)\b|\blogo\b", names):
                return True
        node = node.getparent()
    return False


def ends_in_part(heading: Heading, chosen: str) -> bool:
    """Whether what a heading says behind a title is an element of its own: a standfirst."""
    rest = heading.text.removeprefix(chosen).strip()
    return rest != heading.text and any(text_of_element(part) == rest for part in heading.element)
