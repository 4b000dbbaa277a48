"""Tags of an article: as the site names them, cleaned, each once."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import islice

from lxml.html import HtmlElement

from pipeline.declared.metadata import Candidate, Metadata
from pipeline.page.author_pages import SECTION_LINK
from pipeline.page.elements import letters, own_chars, text_of_element, tidy
from pipeline.page.html import Document
from pipeline.page.within import in_comments
from pipeline.patterns.late_patterns import late_pattern
from pipeline.records import Link, Origin
from pipeline.section import NO_SECTION, NUMBERED, is_named_section
from pipeline.tag_rows import MAX_WORDS, are_told, called_tags, tag_row, topic_paths, unlinked_tags
from pipeline.titles.site_names import site_keys
from pipeline.titles.surroundings import Surroundings, surroundings
from pipeline.titles.title import extract_title

_OF_PROGRAMS = frozenset({"undefined", "null", "NaN", "[object Object]"})
"""What a template prints for a name that it lacks."""
MAX_TAGS = 50
MAX_TAG_CHARS = 80

_SPLIT = re.compile(r"\s*[,،;؛、|]\s*")
_KIND = re.compile(
    r"^(?:nlp )?(?:entity tokens|category|categor[ií]a|kategorie|topic|tag|keyword|subject)"
    r"\s*[:/]\s*",
    re.I,
)
"""What a name may say before itself: «Category: Moon»."""
_COUNT = re.compile(r"^\(\d+\)\s*")
"""What may stand before a name: its place in a list."""
MIN_TITLE_WORDS = 5
"""Keywords that are as many words of the title, and little else, were cut out of it."""
MAX_BESIDE_CHARS = 40
"""A link with more text beside it in its paragraph is of a sentence."""
_HAN_LIST = late_pattern(r"[\u3400-\u9fff]+(?:\s+[\u3400-\u9fff]+){2,}")
"""Keywords in Chinese that blanks part."""
_TAG_LINK = re.compile(
    r"/(?:tags?|topics?|themen?|etiquetas?|mots?-cles?|وسم|برچسب|etiket)/|\?tag=|&tag="
    r"|\?subject(?:%3a|:)list="
)
"""Each form begins with a sign: it is tried only where one stands."""
_OF_ARTICLE = re.compile(
    r"(?:^|[\s_-])(?:article|post|entry|story|news|content|single)[_-]*tags?(?:$|[\s_-])", re.I
)
TAGS_REACH = 4
_BESIDE_THE_PAGE = re.compile(
    r"widget(?! blog\b)|cloud"
    r"|(?<!has-)(?<!with-)(?<!no-)sidebar(?!-(?:open(?:ed)?|visible|shown|enabled|on|closed|hidden|collapsed)\b)",
    re.I,
)
"""Blogger's page itself is a widget, «widget Blog»; a whole page says whether it has a column
beside it, «has-sidebar sidebar-open»."""


def extract_tags(
    doc: Document, meta: Metadata, link: Link | None = None, title: str | None = None
) -> tuple[str, ...]:
    """The tags in the order of the page, at most 50; where it has none, those of the feed.

    `title` is the article's title: it, and the words of it alone, are no tags.
    """
    found: dict[str, str] = {}
    none = site_keys(doc, meta) | {letters(title or "")}
    linked = [name for name in _of_links(doc) if len(name.split()) <= MAX_WORDS]
    named = _with_row(doc, meta, title or "", linked) or [*_in_only_box(doc)]
    named = named or unlinked_tags(doc) or _in_only_list_beside(doc, meta, title)
    for text in named or (link.tags if link else ()):
        tag = _KIND.sub("", _COUNT.sub("", tidy(text).lstrip("#"))).strip(" .,،;\"'")
        key = letters(tag)
        if not key or key in none or len(tag) > MAX_TAG_CHARS or NUMBERED.match(tag):
            continue
        if tag in _OF_PROGRAMS:
            continue
        if "<" in tag:  # an attribute that nobody closed
            continue
        found.setdefault(key, tag)
    return tuple(found.values())[:MAX_TAGS]


def _with_row(doc: Document, meta: Metadata, title: str, linked: Sequence[str]) -> list[str]:
    """The tags that metadata declare and those that links of the page mark; a row of tags that the
    page shows where it has all of them and more, or where only a site's own words are declared."""
    candidates = _of_article(meta.tags)
    sure = [*_of_meta([c for c in candidates if not _may_be_of_site(c)], title)]
    if len(sure) > FEW:
        return [*_of_meta(candidates, title), *linked]
    around = surroundings(doc, title or extract_title(doc, meta))
    row = tag_row(doc, around)
    shown = linked or row or (sure if len(sure) == FEW else ())
    candidates = _of_site_left_out(doc, around, candidates, shown)
    declared = [*_of_meta(candidates, title), *linked]
    return row if row and {*map(letters, declared)} < {*map(letters, row)} else declared


FEW = 2
"""Tags that a page declares otherwise than by keywords: to more none is added, and so many stand
for those that it shows."""


def _of_article(candidates: Sequence[Candidate]) -> list[Candidate]:
    """The candidates without lists in which programs note something for each other, where others
    hold none of it."""
    noted = {(c.key, c.origin) for c in candidates if _NOTE.match(c.value)}
    return [c for c in candidates if (c.key, c.origin) not in noted] or [*candidates]


def _may_be_of_site(candidate: Candidate) -> bool:
    """Whether a candidate may hold the words by which a site wants to be found, on any page."""
    return candidate.origin is Origin.META and candidate.key in _KEYWORDS


def _of_site_left_out(
    doc: Document, around: Surroundings, candidates: list[Candidate], shown: Sequence[str]
) -> list[Candidate]:
    """The candidates without the words by which a site wants to be found, or the name of what made
    it: keywords of which the article tells few, where none of the tags that a page has `shown` is
    among them."""
    keywords = [p for c in candidates if _may_be_of_site(c) for p in _SPLIT.split(c.value)]
    names = {*map(letters, shown)}
    if not names or not keywords or not names.isdisjoint(map(letters, keywords)):
        return candidates
    if are_told(doc, around, keywords):
        return candidates
    return [c for c in candidates if not _may_be_of_site(c)]


_KEYWORDS = frozenset({"keywords", "news_keywords", "tags"})
_NOTE = re.compile(r"_\w|\w+:\w+:|[\da-f]{8}-[\da-f]{4}-[\da-f-]{22}|nlp ", re.IGNORECASE)
"""What a site's programs note for each other among names: «_commerce», «source:tagname:…»."""


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
    topics = topic_paths(doc)
    for element, address in doc.links:
        rel = element.get("rel")
        if not rel and address not in topics:
            continue
        href, relations = address.lower(), rel.split() if rel else ()
        is_tag = (
            "tag" in relations and "category" not in relations and not SECTION_LINK.search(href)
        )
        if not (is_tag or _TAG_LINK.search(href)) or is_named_section(element):
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
    if len({*map(tuple, boxed.values())}) == 1:  # of several, most are of other articles' cards
        yield from next(iter(boxed.values()))


def _in_only_box(doc: Document) -> Iterator[str]:
    """The links of the only box of a page that is called its tags, whatever their addresses are."""
    boxes = [box for box in called_tags(doc) if box.tag in _BOXES]
    boxes = [box for box in boxes if next(box.iter("a"), None) is not None]
    outer = [box for box in boxes if not any(e in boxes for e in box.iterancestors())]
    if len(outer) != 1 or in_comments(outer[0]) or _is_beside_page(outer[0]):
        return
    links = [a for a in outer[0].iter("a") if a.get("href")]
    names = [*map(text_of_element, links)]
    is_trail = any(letters(name) in NO_SECTION for name in names)
    if len(links) <= MAX_IN_BOX and not is_trail and not any(map(is_named_section, links)):
        yield from names


def _in_only_list_beside(doc: Document, meta: Metadata, title: str | None) -> list[str]:
    """The names in the only list of a page whose links call themselves its tags, in the column
    beside the article, as SPIP shows them. The article tells of them: a site's own are others."""
    links = [e for e, _ in doc.links if "tag" in (e.get("rel") or "").split()]
    if not 0 < len(links) <= MAX_IN_BOX:
        return []
    lists = {next(link.iterancestors("ul", "ol"), None) for link in links}
    names = [*map(text_of_element, links)]
    if len(lists) != 1 or None in lists or any(map(is_named_section, links)):
        return []
    around = surroundings(doc, title or extract_title(doc, meta))
    return names if are_told(doc, around, names) else []


def _is_beside_page(element: HtmlElement) -> bool:
    around = (element, *element.iterancestors("aside", "nav", "div", "section", "ul"))
    return any(
        box.tag in ("aside", "nav") or _BESIDE_THE_PAGE.search(box.get("class") or "")
        for box in around
    )


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
