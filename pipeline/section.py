"""The section of an article: as the site names it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache
from itertools import chain, islice
from typing import Any

from lxml.html import HtmlElement

from pipeline.declared.article_node import strings
from pipeline.declared.jsonld import Node, types_of
from pipeline.declared.metadata import Metadata
from pipeline.page.author_pages import SECTION_LINK
from pipeline.page.elements import letters, own_chars, text_of_element, tidy
from pipeline.page.html import Document
from pipeline.page.within import in_card, regions_between
from pipeline.patterns.rule_files import read_rules
from pipeline.records import Link
from pipeline.titles.site_names import site_keys
from pipeline.titles.surroundings import CROWN, Surroundings, surroundings
from pipeline.titles.title import extract_title
from pipeline.url_shapes import article_likeness
from pipeline.urls import canonical_url, is_unfilled

MAX_SECTION_CHARS = 60
MAX_SECTION_WORDS = 4
"""A longer name that the title holds is the headline, at the end of a trail."""
NUMBERED = re.compile(
    r"^(?![A-ZÀ-ÞЀ-Я]\w+/[A-ZÀ-ÞЀ-Я]\w+$)[\w.-]*[:=/][\w:=/.-]*$|^\d+$|^https?:|^[@_]"
    r"|^\w+(?:_\w+)+$|^[\da-f]{8}-[\da-f]{4}-[\da-f-]{22}"
)
"""What a site's programs note for each other: «type_news», «@front-river», a number, an address."""
_SIGNS = " ›»>·•|/:,"
_LABELLED = re.compile(
    r"^(?:category|categories|section|rubrique|catégorie|kategorie|categoría|قسم|تصنيف)\s*:\s*",
    re.I,
)
LONG_NAME = 16
"""Letters of a title's beginning from which it is the title, cut off, and no section."""
MAX_TRAIL = 7
_LIKE_ONE = 0.6
"""How much an address looks like an article's from which a breadcrumb's last is the page itself,
under another address."""
AMID_CHARS = 80
"""Letters beside a link from which it stands in a sentence."""
_YEAR = re.compile(r"(?:19|20)\d\d")
_GLUED = re.compile(r",(?=\S)")
_WORDS = read_rules("no_sections.toml")
NO_SECTION = frozenset(
    map(letters, (*_WORDS["words"], *read_rules("front_page_links.toml")["words"]))
)
_TRAIL_LABELS = tuple(str(label).casefold() for label in _WORDS["trails"])
_SECTION_NAME = re.compile(
    r"(?:^|[\s_-])(?:itemCategory|field-(?:category|section|rubri(?:k|que|c))|category|categories"
    r"|cat-links|categorie|rubrique|kategorie)"
    r"(?:$|\s|-(?:name|link|links|list)s?\b)",
    re.I,
)
_TRAIL_NAME = re.compile(r"breadcrumb|ariane|arborescence|pathway|(?:^|\s)(?:arbo|crumbs)(?:\s|$)")
_DAYS_LINK = re.compile(r"/(?:19|20)\d\d(?:/\d{1,2}){0,2}/?$")
"""A trail may lead through what was published in a year, a month, a day."""


def extract_section(
    doc: Document,
    meta: Metadata,
    link: Link | None = None,
    title: str | None = None,
    authors: Sequence[str] = (),
) -> str | None:
    """The section as the listing or the page names it; None where neither does.

    `title` is the article's title if it is known: category links stand beside it. No link to an
    author's own articles is one.
    """
    if link and link.section:
        return tidy(link.section) or None
    sites = site_keys(doc, meta) | {*map(letters, authors)}
    for text in chain(
        (candidate.value for candidate in meta.sections),
        _breadcrumb(meta, doc.url, title),
        _section_links(doc, meta, title),
    ):
        name = _LABELLED.sub("", _GLUED.split(tidy(text).lstrip(_SIGNS))[0]).rstrip(
            _SIGNS.replace("»", "")
        )
        key = letters(name)
        if len(name.split()) > MAX_SECTION_WORDS and key in letters(title or ""):
            continue
        if not key or key in sites or key in NO_SECTION or len(name) > MAX_SECTION_CHARS:
            continue
        if NUMBERED.match(name) or is_unfilled(name) or (len(key) < 2 and key.isascii()):
            continue
        return name
    return None


def _breadcrumb(meta: Metadata, url: str, title: str | None) -> Iterator[str]:
    """The names of JSON-LD's breadcrumb that may be sections, the nearest to the article first."""
    for node in meta.nodes:
        if "BreadcrumbList" not in types_of(node):
            continue
        items = _items(node)
        if items and _is_of_page(items[-1], url, title):
            items = items[:-1]
        yield from reversed([name for item in items for name in strings(item)])


def _is_of_page(item: Any, url: str, title: str | None) -> bool:
    """Whether the last of a breadcrumb is the page itself: it has no address, or the page's, or is
    called as it."""
    address = item.get("item") or item.get("@id") or item.get("url")
    if isinstance(address, dict):
        address = address.get("@id") or address.get("url")
    place = canonical_url(address, url) if isinstance(address, str) and address.strip() else None
    if place is None or place == canonical_url(url) or _is_title(next(strings(item), ""), title):
        return True
    return article_likeness(place) > _LIKE_ONE and not SECTION_LINK.search(place)


def _is_title(name: str, title: str | None) -> bool:
    """Whether a name is the title, whole or cut off."""
    key = letters(name)
    return bool(key and title) and (
        key == letters(title or "")
        or (len(key) >= LONG_NAME and letters(title or "").startswith(key))
    )


def _items(node: Node) -> list[Any]:
    """The parts of a breadcrumb, in the order that it gives."""
    items = node.get("itemListElement")
    entries = items if isinstance(items, list) else [items]
    given: list[Node] = [each for each in entries if isinstance(each, dict)]
    places = [str(each.get("position") or "") for each in given]
    if all(map(str.isdigit, places)):
        given = [each for _, each in sorted(zip(map(int, places), given, strict=True), key=_first)]
    return [each if each.get("name") else each.get("item") for each in given if _named(each)]


def _first(pair: tuple[int, Any]) -> int:
    return pair[0]


def _named(each: Any) -> bool:
    return bool(each.get("name")) or isinstance(each.get("item"), dict)


def _section_links(doc: Document, meta: Metadata, title: str | None) -> Iterator[str]:
    """The last but one of a visible trail, visible links to a category near the headline, and a
    link above it to the folder that the page stands in."""
    title = title or extract_title(doc, meta)
    around = surroundings(doc, title)
    for name in reversed(_trail(doc)):
        if not _is_title(name.rstrip(".… "), title):
            yield name
    for element, href in doc.links:
        rel = element.get("rel")
        is_section = (
            (rel and "category" in rel)
            or SECTION_LINK.search(href.lower())
            or is_named_section(element)
        )
        if is_section and _is_beside(doc, element, around):
            yield text_of_element(element)
    folders = tuple(_folders(doc.url))
    for element in around.crown:
        if element.tag == "a" and canonical_url(element.get("href") or "", doc.base) in folders:
            yield text_of_element(element)


def _folders(url: str) -> Iterator[str]:
    """The folders that a page stands in, without its site's first page, with a slash and without:
    an address's words name no section, but a link to one above the headline does."""
    start, _, path = url.partition("://")
    host, *parts = path.partition("?")[0].split("/")
    for count in range(1, len(parts)):
        folder = f"{start}://{'/'.join((host, *parts[:count]))}"
        if parts[count] and not _DAYS_LINK.search(folder):
            yield from (folder, f"{folder}/")


def _trail(doc: Document) -> list[str]:
    """The names in the first visible trail from the front page to the article that are linked: none
    from a year on, and none of a row of so many links that it is a menu."""
    for element in doc.tree.iter("nav", "div", "ol", "ul", "p", "section"):
        if not _is_trail(element):
            continue
        links = list(islice(element.iter("a"), MAX_TRAIL + 1))
        if not links:
            continue
        if len(links) > MAX_TRAIL:
            return []
        names = []
        for link in links:
            name = text_of_element(link)
            if _DAYS_LINK.search(link.get("href") or "") or _YEAR.fullmatch(name.strip()):
                break
            names.append(name)
        return names
    return []


def _is_trail(element: HtmlElement) -> bool:
    names = filter(None, (element.get("class"), element.get("id")))
    label = element.get("aria-label")
    kind = element.get("itemtype") or element.get("typeof")
    return (
        any(map(_is_trail_name, names))
        or bool(kind and kind.endswith("BreadcrumbList"))
        or bool(label and _is_trail_label(label))
    )


@lru_cache(maxsize=2_000)
def _is_trail_label(label: str) -> bool:
    low = label.casefold()
    return _is_trail_name(label) or any(known in low for known in _TRAIL_LABELS)


@lru_cache(maxsize=20_000)
def _is_trail_name(names: str) -> bool:
    return bool(_TRAIL_NAME.search(names.lower()))


def is_named_section(element: HtmlElement) -> bool:
    """Whether a link, or what it stands in, is called a category."""
    parent = element.getparent()
    own = element.get("class") or ""
    around = (parent.get("class") or "") if parent is not None else ""
    return bool(own or around) and _is_section_name(f"{own} {around}")


@lru_cache(maxsize=20_000)
def _is_section_name(names: str) -> bool:
    return bool(_SECTION_NAME.search(names))


def _is_beside(doc: Document, element: HtmlElement, around: Surroundings) -> bool:
    """Whether an element stands within the article's own box, outside navigation and what tells of
    other articles, and, if it is not called a category, in no sentence."""
    own = next((a for a in element.iterancestors() if a.tag in _ENDS or a in around.top), None)
    if own is None or own.tag in ("nav", "aside", "body", "html"):
        return False
    named = "category" in (element.get("rel") or "") or is_named_section(element)
    parent = element.getparent()
    if not named and parent is not None and own_chars(parent) > AMID_CHARS:
        return False
    if -CROWN <= around.distance(element) < around.text_begins:
        return True
    return _OTHERS.isdisjoint(regions_between(element, around.top)) and not (
        in_card(doc, element, around.top)
    )


_ENDS = frozenset({"nav", "aside", "article"})
_OTHERS = frozenset({"related", "teaser", "comments"})
