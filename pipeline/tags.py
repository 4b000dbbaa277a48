"""Tags and section of an article: as the site names them, cleaned, each once."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache
from itertools import chain, islice
from typing import Any

from lxml.html import HtmlElement

from pipeline.declared.article_node import strings
from pipeline.declared.jsonld import Node, types_of
from pipeline.declared.metadata import Candidate, Metadata
from pipeline.page.elements import letters, own_chars, text_of_element, tidy
from pipeline.page.html import Document
from pipeline.page.within import in_comments
from pipeline.patterns.late_patterns import late_pattern
from pipeline.records import Link
from pipeline.titles.site_names import site_keys
from pipeline.titles.surroundings import surroundings
from pipeline.titles.title import extract_title

MAX_TAGS = 50
MAX_TAG_CHARS = 80
MAX_SECTION_CHARS = 60

_SPLIT = re.compile(r"\s*[,،;؛、|]\s*")
_NUMBERED = re.compile(
    r"^[\w.-]*[:=/][\w:=/.-]*$|^\d+$|^https?:|^@|^\w+(?:_\w+)+$|^[\da-f]{8}-[\da-f]{4}-[\da-f-]{22}"
)
"""What a site's programs note for each other: «type_news», «@front-river», a number, an address."""
_KIND = re.compile(
    r"^(?:nlp )?(?:category|categor[ií]a|kategorie|topic|tag|keyword|subject)\s*[:/]\s*", re.I
)
"""What a name may say before itself: «Category: Moon»."""
_GLUED = re.compile(r",(?=\S)")
MIN_TITLE_WORDS = 5
"""Keywords that are as many words of the title, and little else, were cut out of it."""
MAX_BESIDE_CHARS = 40
"""A link with more text beside it in its paragraph is of a sentence."""
MAX_SECTION_WORDS = 4
"""A longer name that the title holds is the headline, at the end of a trail."""
_HAN_LIST = late_pattern(r"[\u3400-\u9fff]+(?:\s+[\u3400-\u9fff]+){2,}")
"""Keywords in Chinese that blanks part."""
_NO_SECTION = frozenset(
    {"home", "homepage", "startseite", "accueil", "inicio", "anasayfa", "news", "article", "blog",
     "uncategorized", "uncategorised", "allgemein", "nonclasse", "sincategoria", "الرئيسية",
     "الرئيسيه", "الصفحةالرئيسية", "غيرمصنف", "خانه", "صفحهاصلی", "index", "posts", "articles",
     "categories", "首页", "主页"}
)  # fmt: skip
_TAG_LINK = re.compile(
    r"/(?:tags?|topics?|themen?|etiquetas?|mots?-cles?|وسم|برچسب|etiket)/|\?tag=|&tag="
)
"""Each form begins with a sign: it is tried only where one stands."""
_SECTION_LINK = re.compile(
    r"/(?:categor(?:y|ies|ie|ia|ias)|sections?|rubriques?|rubrik|ressort|kategorie?n?|seccion|القسم|تصنيف)/"
)


_SECTION_NAME = re.compile(
    r"(?:^|[\s_-])(?:category|categories|cat-links|categorie|rubrique|kategorie)"
    r"(?:$|\s|-(?:name|link|links|list)s?\b)",
    re.I,
)
_TRAIL_NAME = re.compile(r"breadcrumb|ariane|arborescence|pathway|(?:^|\s)(?:arbo|crumbs)(?:\s|$)")
_OF_ARTICLE = re.compile(
    r"(?:^|[\s_-])(?:article|post|entry|story|news|content|single)[_-]*tags?(?:$|[\s_-])", re.I
)
TAGS_REACH = 4
_DAYS_LINK = re.compile(r"/(?:19|20)\d\d(?:/\d{1,2}){0,2}/?$")
"""A trail may lead through what was published in a year, a month, a day."""
_BESIDE_THE_PAGE = re.compile(r"widget(?! blog\b)|cloud|sidebar", re.I)
"""Blogger's page itself is a widget, «widget Blog»."""


def extract_tags(
    doc: Document, meta: Metadata, link: Link | None = None, title: str | None = None
) -> tuple[str, ...]:
    """The tags in the order of the page, at most 50; where it has none, those of the feed.

    `title` is the article's title: it, and the words of it alone, are no tags.
    """
    found: dict[str, str] = {}
    none = site_keys(doc, meta) | {letters(title or "")}
    named = (*_of_meta(meta.tags, title or ""), *_of_links(doc)) or (*_in_only_box(doc),)
    for text in named or (link.tags if link else ()):
        tag = _KIND.sub("", tidy(text).lstrip("#")).strip(" .\"'")
        key = letters(tag)
        if not key or key in none or len(tag) > MAX_TAG_CHARS or _NUMBERED.match(tag):
            continue
        if "<" in tag:  # an attribute that nobody closed
            continue
        found.setdefault(key, tag)
    return tuple(found.values())[:MAX_TAGS]


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
        if key and key not in sites and key not in _NO_SECTION and len(name) <= MAX_SECTION_CHARS:
            if _NUMBERED.match(name):
                continue
            return name
    return None


def _of_meta(candidates: Sequence[Candidate], title: str) -> Iterator[str]:
    each = ("article:tag", "og:article:tag")
    several = sum(candidate.key in each for candidate in candidates) > 1
    told = frozenset(letters(word) for word in title.split())
    for candidate in candidates:
        whole = candidate.key in each and several
        parts = [candidate.value] if whole else _SPLIT.split(candidate.value)
        if len(parts) == 1 and _HAN_LIST.fullmatch(parts[0].strip()):
            parts = parts[0].split()
        said = sum(letters(part) in told for part in parts)
        if said < MIN_TITLE_WORDS or 2 * said < len(parts):
            yield from parts


def _of_links(doc: Document) -> Iterator[str]:
    boxed: dict[HtmlElement, list[str]] = {}
    with_headline = {a for h1 in doc.all_of("h1") for a in h1.iterancestors("article")}
    for element, address in doc.links:
        href, rel = address.lower(), element.get("rel")
        relations = rel.split() if rel else ()
        is_tag = (
            "tag" in relations and "category" not in relations and not _SECTION_LINK.search(href)
        )
        if not (is_tag or _TAG_LINK.search(href)) or _is_named_section(element):
            continue
        if _is_of_sentence(element):
            continue
        article = next(element.iterancestors("article"), None)
        if article is not None:
            if article in with_headline and not in_comments(element):
                yield text_of_element(element)
        elif is_tag and not _is_beside_page(element):
            yield text_of_element(element)
        elif (box := _box_of_tags(element)) is not None:
            boxed.setdefault(box, []).append(text_of_element(element))
    if len(boxed) == 1:  # of several, most are those of other articles' cards
        yield from chain.from_iterable(boxed.values())


def _in_only_box(doc: Document) -> Iterator[str]:
    """The links of the only box of a page that is called its tags, whatever their addresses are."""
    called = (boxes for names, boxes in doc.by_class.items() if _is_tags_name(names))
    boxes = [box for some in called for box in some if box.tag in _BOXES]
    boxes = [box for box in boxes if next(box.iter("a"), None) is not None]
    outer = [box for box in boxes if not any(e in boxes for e in box.iterancestors())]
    if len(outer) != 1 or in_comments(outer[0]) or _is_beside_page(outer[0]):
        return
    links = [a for a in outer[0].iter("a") if a.get("href")]
    names = [*map(text_of_element, links)]
    is_trail = any(letters(name) in _NO_SECTION for name in names)
    if len(links) <= MAX_IN_BOX and not is_trail and not any(map(_is_named_section, links)):
        yield from names


@lru_cache(maxsize=20_000)
def _is_tags_name(names: str) -> bool:
    return bool(_TAGS_NAME.search(names))


def _is_beside_page(element: HtmlElement) -> bool:
    around = (element, *element.iterancestors("aside", "nav", "div", "section", "ul"))
    return any(
        box.tag in ("aside", "nav") or _BESIDE_THE_PAGE.search(box.get("class") or "")
        for box in around
    )


_TAGS_NAME = re.compile(
    r"(?:^|[\s_-])(?:tags?|labels|keywords|hashtags|etiquetas|etiketler|etichette|mots-cles"
    r"|schlagworte|stichworte)(?:[_-]?(?:list|links|box|wrap|wrapper|container|items|area))?(?:$|\s)",
    re.IGNORECASE,
)
"""How a box of tags is called: «tags», «field--name-field-tags», «post-labels», «tag-list»."""
_BOXES = frozenset({"div", "ul", "p", "section", "footer", "dl"})
MAX_IN_BOX = 20
"""Links of such a box: more are those of a site."""


def _is_of_sentence(link: HtmlElement) -> bool:
    """Whether a link stands among the words of a paragraph."""
    parent = link.getparent()
    return parent is not None and parent.tag == "p" and own_chars(parent) > MAX_BESIDE_CHARS


def _box_of_tags(link: HtmlElement) -> HtmlElement | None:
    """The nearest box around a link that is called the tags of an article."""
    near = islice(link.iterancestors(), TAGS_REACH)
    return next((box for box in near if _OF_ARTICLE.search(box.get("class") or "")), None)


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
            or _SECTION_LINK.search(href.lower())
            or _is_named_section(element)
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


def _is_named_section(element: HtmlElement) -> bool:
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
