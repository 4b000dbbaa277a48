"""Elements of a page asked one by one for their text."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from functools import lru_cache
from itertools import islice
from typing import Final

from lxml.html import HtmlElement

from pipeline.fingerprints import letters_of_ascii
from pipeline.page.page_element import PageElement
from pipeline.text import without_piles

_BIDI = "\u061c\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069"
_INVISIBLE = dict.fromkeys(map(ord, f"\u00ad\u200b\u2060\ufeff{_BIDI}"))


LOWER_HEADINGS: Final = frozenset({"h2", "h3", "h4", "h5", "h6"})
"""The headings of a page's parts; the first level is the page's own."""
BOX_TAGS: Final = frozenset({"div", "section", "aside"})
"""Elements that hold a part of a page, whatever it is."""


@lru_cache(maxsize=20_000)
def letters(text: str) -> str:
    """Only the letters and digits of a text, folded: equal where two texts say the same words."""
    if text.isascii():
        return letters_of_ascii(text)
    text = unicodedata.normalize("NFKC", without_piles(text))
    return "".join(filter(str.isalnum, text.casefold()))


def own_chars(element: HtmlElement) -> int:
    """Characters that stand right in an element, and in none within it."""
    own = (element.text, *(child.tail for child in element))
    return sum(len(text.strip()) for text in own if text)


def tidy(text: str) -> str:
    """White space collapsed, soft hyphens and bidi marks dropped; ZWNJ and ZWJ stay."""
    text = " ".join(text.split())
    if text.isascii() or text.isprintable():
        return text
    return " ".join(text.translate(_INVISIBLE).split())


def text_of_element(element: HtmlElement) -> str:
    """The text of a heading or a byline, a space where a break or a box parts two words."""
    if not isinstance(element, PageElement):
        return _text_of(element)
    if element.kept_text is None:
        element.kept_text = _text_of(element)
    return element.kept_text


def _text_of(element: HtmlElement) -> str:
    if not len(element):
        return tidy(element.text or "")
    parts: list[str] = []
    _gather(element, parts, 0)
    return tidy("".join(parts))


Form = tuple[str, str | None]


def form_of(element: HtmlElement) -> Form:
    """How an element is made, as its neighbours may be: its tag and its class."""
    return element.tag, element.get("class")


def undecorated(form: Form) -> Form:
    """A form without the name of the paragraph whose first letter is a large one."""
    tag, called = form
    if called is None or _DROP_CAP.search(called) is None:
        return form
    return tag, " ".join(_DROP_CAP.sub(" ", called).split()) or None


_DROP_CAP = re.compile(
    r"(?<!\S)(?:[^\W_]+[-_]+)*(?:drop-?cap|initial-?letter)s?(?!\S)", re.IGNORECASE
)


SMALL = 30
"""Elements, itself too, from which on it is a box."""


def wrapping(element: HtmlElement, tags: frozenset[str]) -> Iterator[HtmlElement]:
    """The elements of some tags, one within the other, that hold all words of an element."""
    while len(element) == 1 and not (element.text or "").strip():
        element = element[0]
        if element.tag not in tags or (element.tail or "").strip():
            return
        yield element


def is_only_child(element: HtmlElement) -> bool:
    """Whether no other element stands beside one: to count those of a parent that has thousands
    takes as many steps."""
    return element.getnext() is None and element.getprevious() is None


def is_in_figure(element: HtmlElement) -> bool:
    """Whether an element stands in a picture's box."""
    return next(element.iterancestors("figure"), None) is not None


def is_small(element: HtmlElement) -> bool:
    """Whether an element holds as few others as a line does, and no box of a page."""
    return next(islice(element.iter(), SMALL, None), None) is None


_SILENT = frozenset({
    "script", "style", "svg", "button", "template", "noscript", "select", "rt", "rp",
})  # fmt: skip
_PARTS = frozenset({"br", "div", "p", "li", "ul", "td", "tr", "h1", "h2", "h3", "h4", "time", "dd"})


def _gather(element: HtmlElement, parts: list[str], depth: int) -> None:
    if depth > 30:
        return
    if element.text:
        parts.append(element.text)
    for child in element:
        tag = child.tag
        names = child.get("class") if tag in _MAY_BE_FOR_EARS else None
        if (
            tag == "a"
            and ((child.text and not len(child)) or child.get("name"))
            and is_permalink(child)
        ):
            if child.tail:
                parts.append(child.tail)
            continue
        if tag not in _SILENT and not (names and _is_for_ears(names, child)):
            glued = tag in _INLINE and parts and parts[-1] and child.text
            breaks = tag in _PARTS or (glued and _joins_words(parts[-1][-1], child))
            if not breaks and not glued and tag in _ICONS and child.tail:
                breaks = _parts_words(parts, child)
            if breaks:
                parts.append(" ")
            if len(child):
                _gather(child, parts, depth + 1)
            elif child.text:
                parts.append(child.text)
            if tag in _PARTS:
                parts.append(" ")
        if child.tail:
            parts.append(child.tail)


_PERMALINK = frozenset("¶#§🔗∞⚓")


def is_permalink(element: HtmlElement) -> bool:
    """Whether a link is the sign with which a heading, or a line, links to itself: any sign, where
    it leads to its own place, «<a name="p01" href="/2026/?p=7#p01">_</a>»."""
    href = element.get("href") or ""
    own = element.get("name")
    if own and href.endswith(f"#{own}"):
        text = element.text_content().strip()
        return 0 < len(text) <= 2 and not any(map(str.isalnum, text))
    if not href.startswith("#"):
        return False
    text = element.text_content().strip(" \u200b\ufe0f")
    return len(text) <= 2 and all(
        sign in _PERMALINK or "\ue000" <= sign <= "\uf8ff" for sign in text
    )


_MAY_BE_FOR_EARS = frozenset({"a", "span"})


def _is_for_ears(names: str, element: HtmlElement) -> bool:
    """Whether an element is called the sign of a heading that links to itself, or holds a label
    that only a screen reader says: «Role, »."""
    if "permalink" in names or "headerlink" in names:
        return True
    if "anchor" in names and (element.tag != "a" or "#" in (element.get("href") or "#")):
        return True  # what leads elsewhere may be called an author's
    if not ("visually-hidden" in names or "sr-only" in names or "screen-reader" in names):
        return False
    return (element.text or "").rstrip().endswith((",", ":", "،"))


_ICONS = frozenset({"i", "span", "em"})


def _parts_words(parts: list[str], sign: HtmlElement) -> bool:
    """Whether an empty element, which style draws as a sign or a gap, stands between two numbers or
    words: «20 May 2026<i class="clock"></i>3 min» holds a year, «By<span></span>Jane» a name."""
    if sign.text or len(sign) or not sign.tail or not parts or not parts[-1]:
        return False
    return _are_two_words(parts[-1][-1], sign.tail[0])


_INLINE = frozenset({"span", "a", "b", "strong", "em", "i", "small", "u", "font"})
_ARABIC = re.compile("[\u0621-\u06d3]")


def _joins_words(last: str, child: HtmlElement) -> bool:
    """Whether an element that follows another and the sign `last` would glue a small letter to a
    capital one, a name to its handle, or two words of a script without capitals: style alone parts
    them."""
    if last.isspace() or not child.text or child.getprevious() is None:
        return False
    return _are_two_words(last, child.text[0])


def _are_two_words(last: str, first: str) -> bool:
    """Whether two signs with nothing between them are the last of a word or number and the first
    of another."""
    if last.isdigit():
        return bool(first.isdigit())
    if last.islower() or _ARABIC.match(last):
        return first.isupper() or first == "@" or _ARABIC.match(first) is not None
    return False
