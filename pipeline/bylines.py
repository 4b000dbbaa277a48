"""Bylines that a reader sees: author links, elements named so, and «By …» beside the headline."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache
from itertools import islice
from urllib.parse import urlsplit

from lxml.html import HtmlElement

from pipeline.bylinewords import any_of, words
from pipeline.headline import (
    in_card,
    is_author_page,
    letters,
    regions_between,
    text_of_element,
    tidy,
)
from pipeline.html import Document
from pipeline.names import (
    clean_names,
    cut_after,
    cut_before,
    is_cased_as_name,
    is_label,
    is_role,
    without_place,
)
from pipeline.surroundings import surroundings

FAR = 400
"""Elements between headline and byline beyond which it is another article's."""

CLOSE = 30
"""Elements after the headline within which what is called an author's box holds the author, though
something around it is called an advertisement, or is made like a card."""

NEAR = 60
"""Elements after the headline within which "by" is a byline even without a name of its own."""

MAX_BYLINE_CHARS = 160

_AUTHOR_NAME = re.compile(
    r"(?:^|[\s_-])(?:authors?|bylines?|by-line|by|aut|firmas?|autore?s?|autorin(?:nen)?|auteure?s?|writers?|"
    r"journalists?|contributors?|reporter|signature|vcard|fn|redakteur|redaktion|verfasser|kuenye|"
    r"yazar|penulis|كاتب)(?:$|[\s_-]|(?=[A-Z]))|(?:author|byline)(?:[_-]*name)|[a-z]Author\b|submitted",
    re.IGNORECASE,
)
_NOT_NAME = re.compile(
    r"bio|avatar|image|img|photo|social|follow|desc|about|more|role|title|job|date|time|twitter|"
    r"position|email|comment|related|icon|count|location|archive|recent|caption|quote|credit",
    re.IGNORECASE,
)
_BY_INSIDE = re.compile(
    r"(?:^|[,،|·•–-]\s*|\s)(?:by|par|por|von|door|di|بقلم|بواسطة|كتب|نوشته|توسط)\s*:?\s+(.{2,60})",
    re.IGNORECASE,
)
_ABOUT = re.compile(
    r"(?:about|über|à propos de|sobre|acerca de|informazioni su|عن|درباره)\s+(\S.{1,60})",
    re.IGNORECASE,
)
_PARTS_OF_FACTS = re.compile(r"\s*[|·•/–—]\s*|\s+-\s+")
_FACTS = re.compile(
    r"(?:(?:posted|published|submitted|created|erstellt|veröffentlicht|publié|publicado|pubblicato|"
    r"geplaatst|yayınlan|ن[ُ]?شر|منتشر)|[\d٠-٩۰-۹]{1,4}\D{0,3}[\d٠-٩۰-۹\w])",
    re.IGNORECASE,
)
"""How a line of facts begins that names its author further on: with a date or «posted»."""
_END_OF_NAMES = re.compile(
    rf"\s*(?:\d{{1,4}}[./:-]\d|\d{{4}}|\s[|•·]\s|(?<!\w)(?:{any_of(words('weekdays'))})\s*[,،.]?\s*\d)",
    re.IGNORECASE,
)
_LABELS = frozenset({"strong", "b", "span", "em", "dt", "label", "h6", "small", "i"})
_NAME = re.compile(r"(?:^|[\s_-])(?:name|fn)(?:$|\s)", re.IGNORECASE)
_FOREIGN = frozenset(
    {"comments", "related", "newsletter", "dialog", "advertisement", "form", "caption", "embed"}
)
_OUTSIDE = frozenset({"navigation", "aside", "footer", "hidden", "header"})
_COUNT = re.compile(r"\(\d+\)")


@dataclass(frozen=True, slots=True)
class _Found:
    names: tuple[str, ...]
    surety: int
    outside: bool
    distance: int
    mark: str
    element: HtmlElement


def read_bylines(
    doc: Document, title: str | None, *, sure: bool = False, anywhere: bool = True
) -> tuple[str, ...]:
    """The names that the page shows as its article's authors; empty where it shows none.

    `sure`: only what is an author by its element or link, or follows "by" under the headline.
    `anywhere`: names far from the headline too, where none stands near it.
    """
    around = surroundings(doc, title)
    headline, top = around.headline, around.top
    found: list[_Found] = []
    for element in doc.tree.iter("a", "span", "p", "div", "address", "li", "cite", "strong", "h2",
                                 "h3", "h4", "em", "b", "i", "dd", "small", "footer", "header",
                                 "td", "section", "font", "center", "u"):  # fmt: skip
        strength = _strength(element)
        if not strength or element is headline:
            continue
        if headline is None and strength < 3:
            continue
        text = text_of_element(element)
        if not text or len(text) > MAX_BYLINE_CHARS or _COUNT.search(text):
            continue
        if strength == 1 and _is_within_prose(element, len(text)):
            continue
        distance = around.distance(element)
        labelled = cut_before(text) is not None
        if sure and strength < 3 and not (labelled and (0 < distance < NEAR or strength == 2)):
            continue
        inner = _linked_names(element) if strength > 1 else ()
        about = _profiled(element) if strength == 2 and not labelled else None
        if not inner and strength == 2 and not labelled:
            inner = _inner_names(element)
        names = inner or _names(text if about is None else about, strength)
        if not names:
            continue
        regions = regions_between(element, top)
        doubtful = not _FOREIGN.isdisjoint(regions) or in_card(doc, element, top)
        if doubtful and not (strength > 1 and "author-box" in regions and 0 < distance < CLOSE):
            continue
        outside = not _OUTSIDE.isdisjoint(regions) and not _in_article(element)
        outside = outside or (strength == 1 and distance < 0)
        surety = min(strength, 3) + (2 if labelled and strength > 1 else 0)
        if strength == 1 and labelled and 0 < distance < NEAR and text[-1] not in ".؟?!。۔":
            surety = 2  # «By:» under the headline is as sure as a name of a class further on
        surety = 1 if doubtful else surety
        found.append(_Found(names, surety, outside, distance, _mark(element), element))
    return _choose(found, anywhere)


_INLINE = frozenset({"a", "b", "strong", "em", "i", "u", "font", "small", "span"})
MAX_BESIDE_CHARS = 100
"""What may stand in one block beside a byline that only its words tell: a date, a place."""


MAX_BESIDE = 60
"""Among more elements than these in one block none is a byline."""


def _is_within_prose(element: HtmlElement, size: int) -> bool:
    """Whether an inline element is a few words of a paragraph."""
    parent = element.getparent()
    if element.tag not in _INLINE or parent is None or parent.tag not in ("p", "li", "td", "div"):
        return False
    if len(parent) > MAX_BESIDE:
        return True
    own = [parent.text, *(child.tail for child in parent)]
    return sum(len(text.strip()) for text in own if text) > MAX_BESIDE_CHARS + size


def _in_article(element: HtmlElement) -> bool:
    return next(element.iterancestors("article"), None) is not None


def _strength(element: HtmlElement) -> int:
    """How surely an element is a byline: 4 by rel or itemprop, 3 by link, 2 by name, 1 by text."""
    get = element.get
    for said in (get("rel"), get("itemprop")):
        if said and "author" in said.split():
            return 4
    if element.tag == "a" and is_author_page(get("href")):
        return 3
    named, number, test = get("class"), get("id"), get("data-testid")
    if named or number or test:
        strength = _strength_of_names(f"{named or ''} {number or ''} {test or ''}")
        if strength:
            return strength
    text = (element.text or "").strip()
    size = len(element)
    if not text:
        if 0 < size <= 4 and element[0].tag in _LABELS:
            label = text_of_element(element[0])
            if label and len(label) < 30 and is_label(label):
                return 2
        return 0
    if size > 12 or len(text) >= MAX_BYLINE_CHARS:
        return 0
    if _FACTS.match(text):
        return 1 if _label_inside(text_of_element(element)) else 0
    return 1 if cut_before(text) is not None else 0


@lru_cache(maxsize=20_000)
def _strength_of_names(names: str) -> int:
    """How surely a class and id speak of a byline."""
    if not _AUTHOR_NAME.search(names):
        return 0
    return 1 if _NOT_NAME.search(names) else 2


def _names(text: str, strength: int) -> tuple[str, ...]:
    rest = cut_before(text)
    if rest is None:
        inside = _BY_INSIDE.search(text)
        rest = inside.group(1) if inside else _label_inside(text)
    if rest is None and strength < 2:
        return ()
    wanted = cut_after(rest if rest is not None else text)
    wanted = _END_OF_NAMES.split(wanted, maxsplit=1)[0]
    if len(tidy(wanted)) > 100:
        return ()
    names = without_place(clean_names(wanted), wanted)
    # Only the text tells that this is a byline: «By Monday the base was full» is none.
    return names if strength > 1 or all(is_cased_as_name(name) for name in names) else ()


def _label_inside(text: str) -> str | None:
    """What follows "by" in a line of facts that begins with a date: «3 May 2026 | By Jane Doe»."""
    for part in _PARTS_OF_FACTS.split(text)[1:]:
        rest = cut_before(part)
        if rest:
            return rest
    inside = _BY_INSIDE.search(text)
    return inside.group(1) if inside else None


def _profiled(element: HtmlElement) -> str | None:
    """Whom a profile is of by its heading, «About Jane Doe»: what follows tells what they do.

    Nobody, where it says «About the author»; None where it has no such heading.
    """
    for heading in element.iter("h2", "h3", "h4", "h5", "h6"):
        found = _ABOUT.match(text_of_element(heading))
        if found is None:
            return None
        return "" if is_role(found.group(1)) else found.group(1)
    return None


def _linked_names(element: HtmlElement) -> tuple[str, ...]:
    """The names of two or more links to authors' pages: between links no comma need stand."""
    links = [
        text_of_element(link)
        for link in element.iter("a")
        if link is not element
        and (
            is_author_page(link.get("href"))
            or "author" in (link.get("rel") or "").split()
            or _NAME.search(link.get("class") or "")
        )
    ]
    return clean_names(", ".join(links)) if len(links) > 1 else ()


_DESKS = frozenset({"span", "div", "p", "a", "strong", "b"})
DESK_WORDS = 3
"""Words before the house's name that call its desk: «Redacción», «The newsroom of»."""


def desk_of_house(doc: Document, title: str | None, house: str) -> tuple[str, ...]:
    """The desk that signs with the house's name, «Redacción El Diario», as a byline near the
    headline writes it; else empty."""
    around = surroundings(doc, title)
    first = around.places[around.headline] + 1 if around.headline is not None else 0
    for element in around.elements[first : first + NEAR - 1]:
        if element.tag not in _DESKS or _strength(element) < 2:
            continue
        text = text_of_element(element)
        before = text.removesuffix(house).strip()
        if text != before and 0 < len(before.split()) <= DESK_WORDS and before[-1] not in _ENDS:
            desk = any(letters(before) == letters(word) for word in words("labels"))
            return (text,) if desk else ()
    return ()


_ENDS = frozenset(":,;|-–—/")


MAX_LINKED_AUTHORS = 8
"""Links to the known author's page around which others are looked for: a list of posts has more."""


def names_beside(doc: Document, name: str) -> tuple[str, ...]:
    """The names linked in one line with a known author's, that one among them; else empty.

    The links lead to authors' pages, or the line begins with "by".
    """
    left = MAX_LINKED_AUTHORS
    for link in doc.all_of("a"):
        if left and "author" in (link.get("rel") or "") and text_of_element(link) == name:
            left -= 1
            for box in islice(link.iterancestors(), 1, BOX):
                names = _linked_names(box) if len(box) <= 12 else ()
                if name in names and len(text_of_element(box)) < MAX_BYLINE_CHARS:
                    return names
        if name not in (link.text or "") or link.text.strip() != name:
            continue
        parent = link.getparent()
        if is_author_page(link.get("href")):
            names = _linked_names(parent) if parent is not None and len(parent) <= 12 else ()
            return names if name in names else ()
        line = next((e for e in [*link.iterancestors()][:3] if _is_by_line(e)), None)
        if line is not None:
            host = _host(link)
            own = [text_of_element(a) for a in line.iter("a") if _host(a) == host]
            names = clean_names(", ".join(own))
            return names if name in names else ()
    return ()


def _host(link: HtmlElement) -> str:
    try:
        return urlsplit(link.get("href") or "").netloc
    except ValueError:
        return "?"


def _is_by_line(element: HtmlElement) -> bool:
    if len(element) > 12:
        return False
    text = text_of_element(element)
    return len(text) < MAX_BYLINE_CHARS and cut_before(text) is not None


def _inner_names(element: HtmlElement) -> tuple[str, ...]:
    """The names set in bold or linked inside a profile: beside them it says what they do."""
    named = [
        text_of_element(child)
        for child in element
        if _strength_of_names(child.get("class") or "") == 2 and child.tag in ("p", "div", "span")
    ]
    if named:
        return clean_names("; ".join(named))
    parts = [
        text_of_element(child)
        for child in element.iter("strong", "b", "span", "a", "h3", "h4", "h5", "p", "div")
        if child is not element
        and (child.tag in ("strong", "b") or _NAME.search(child.get("class") or ""))
    ]
    parts = [part for part in parts if cut_before(part) != "" and not part.endswith(":")]
    return clean_names(", ".join(part for part in parts if part)) if parts else ()


def _mark(element: HtmlElement) -> str:
    return f"{element.tag} {element.get('class') or ''} {element.get('rel') or ''}"


BOX = 4
"""How many elements above a name the box begins that several authors share."""


def _rank(item: _Found) -> tuple[bool, bool, int, bool, int]:
    beside = 0 <= item.distance < NEAR
    return (item.surety < 2, not beside, -item.surety, item.distance < 0, abs(item.distance))


def _is_whole_line(line: _Found, part: _Found) -> bool:
    known = {letters(name) for name in line.names}
    within = line.element in islice(part.element.iterancestors(), BOX)
    return within and len(line.names) > 2 and {letters(name) for name in part.names} < known


def _choose(found: list[_Found], anywhere: bool) -> tuple[str, ...]:
    """The nearest of the strongest, with those that stand beside it in the same form."""
    inside = [item for item in found if not item.outside]
    near = [item for item in inside if -FAR // 4 <= item.distance <= FAR]
    if anywhere:
        near = near or inside or [item for item in found if item.surety > 1]
    if not near:
        return ()
    best = min(near, key=_rank)
    names: dict[str, str] = {}
    for item in near:
        # Of several only some may be linked: the line around them names all.
        if item.surety <= best.surety and best.surety > 1 and _is_whole_line(item, best):
            return item.names
    last = best.distance
    box = set(islice(best.element.iterancestors(), BOX))
    for item in near:
        if item.mark != best.mark or abs(item.distance - last) > 40:
            continue
        if item is not best and box.isdisjoint(islice(item.element.iterancestors(), BOX)):
            continue  # another's: each post of a discussion has its own writer
        last = item.distance
        for name in item.names:
            names.setdefault(letters(name), name)
    return tuple(names.values())
