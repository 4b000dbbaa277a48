"""The section of an article: as the site names it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache
from itertools import chain
from typing import Any

from lxml.html import HtmlElement

from pipeline.declared.article_node import strings
from pipeline.declared.jsonld import Node, types_of
from pipeline.declared.metadata import Metadata
from pipeline.page.elements import letters, text_of_element, tidy
from pipeline.page.html import Document
from pipeline.records import Link
from pipeline.titles.site_names import site_keys
from pipeline.titles.surroundings import surroundings
from pipeline.titles.title import extract_title

MAX_SECTION_CHARS = 60
MAX_SECTION_WORDS = 4
"""A longer name that the title holds is the headline, at the end of a trail."""
NUMBERED = re.compile(
    r"^(?![A-ZÀ-ÞЀ-Я]\w+/[A-ZÀ-ÞЀ-Я]\w+$)[\w.-]*[:=/][\w:=/.-]*$|^\d+$|^https?:|^[@_]"
    r"|^\w+(?:_\w+)+$|^[\da-f]{8}-[\da-f]{4}-[\da-f-]{22}"
)
"""What a site's programs note for each other: «type_news», «@front-river», a number, an address."""
_GLUED = re.compile(r",(?=\S)")
NO_SECTION = frozenset(
    {"home", "homepage", "startseite", "accueil", "inicio", "anasayfa", "news", "article", "blog",
     "uncategorized", "uncategorised", "allgemein", "nonclasse", "sincategoria", "الرئيسية",
     "الرئيسيه", "الصفحةالرئيسية", "غيرمصنف", "خانه", "صفحهاصلی", "index", "posts", "articles",
     "categories", "首页", "主页"}
)  # fmt: skip
SECTION_LINK = re.compile(
    r"/(?:categor(?:y|ies|ie|ia|ias)|sections?|rubriques?|rubrik|ressort|kategorie?n?|seccion|القسم|تصنيف)/"
)
_SECTION_NAME = re.compile(
    r"(?:^|[\s_-])(?:category|categories|cat-links|categorie|rubrique|kategorie)"
    r"(?:$|\s|-(?:name|link|links|list)s?\b)",
    re.I,
)
_TRAIL_NAME = re.compile(r"breadcrumb|ariane|arborescence|pathway|(?:^|\s)(?:arbo|crumbs)(?:\s|$)")
_DAYS_LINK = re.compile(r"/(?:19|20)\d\d(?:/\d{1,2}){0,2}/?$")
"""A trail may lead through what was published in a year, a month, a day."""


def extract_section(
    doc: Document, meta: Metadata, link: Link | None = None, title: str | None = None
) -> str | None:
    """The section as the listing or the page names it; None where neither does.

    `title` is the article's title if it is known: category links stand beside it.
    """
    if link and link.section:
        return tidy(link.section) or None
    sites = site_keys(doc, meta)
    for text in chain(
        (candidate.value for candidate in meta.sections),
        _breadcrumb(meta),
        _section_links(doc, meta, title),
    ):
        name = _GLUED.split(tidy(text))[0]
        key = letters(name)
        if len(name.split()) > MAX_SECTION_WORDS and key in letters(title or ""):
            continue
        if key and key not in sites and key not in NO_SECTION and len(name) <= MAX_SECTION_CHARS:
            if NUMBERED.match(name):
                continue
            return name
    return None


def _breadcrumb(meta: Metadata) -> Iterator[str]:
    """The names of JSON-LD's breadcrumb that may be sections, the nearest to the article first."""
    for node in meta.nodes:
        if "BreadcrumbList" not in types_of(node):
            continue
        names = [name for item in _items(node) for name in strings(item)]
        yield from reversed(names[:-1] if len(names) > 1 else [])


def _items(node: Node) -> list[Any]:
    items = node.get("itemListElement")
    found: list[Any] = []
    for entry in items if isinstance(items, list) else [items]:
        if isinstance(entry, dict):
            found.append(entry if entry.get("name") else entry.get("item"))
    return found


def _section_links(doc: Document, meta: Metadata, title: str | None) -> Iterator[str]:
    """Visible links to a category near the headline, and the last but one of a visible trail."""
    top = surroundings(doc, title or extract_title(doc, meta)).top
    for link in reversed(_trail(doc)):
        if not _DAYS_LINK.search(link.get("href") or ""):
            yield text_of_element(link)
    for element, href in doc.links:
        rel = element.get("rel")
        is_section = (
            (rel and "category" in rel)
            or SECTION_LINK.search(href.lower())
            or is_named_section(element)
        )
        if is_section and _is_beside(element, top):
            yield text_of_element(element)


def _trail(doc: Document) -> list[HtmlElement]:
    """The links of the first visible trail from the front page to the article."""
    for element in doc.tree.iter("nav", "div", "ol", "ul", "p", "section"):
        names = filter(None, (element.get("class"), element.get("id"), element.get("aria-label")))
        if any(map(_is_trail_name, names)):
            links = list(element.iter("a"))
            if links:
                return links
    return []


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


def _is_beside(element: HtmlElement, top: frozenset[HtmlElement]) -> bool:
    """Whether an element stands within the article's own box, outside navigation."""
    for ancestor in element.iterancestors():
        if ancestor.tag in ("nav", "aside"):
            return False
        if ancestor.tag == "article" or ancestor in top:
            return ancestor.tag not in ("body", "html")
    return False
