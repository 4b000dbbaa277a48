"""Links of one page that stand alike: the repeated records of a list, and how much they look it.

Links with one path of tags, one class of their own and one kind of region are a group. The main
list is the group that looks most like headlines; what stands beside it is judged by its place.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, field
from math import log2
from statistics import median

from lxml.html import HtmlElement

from crawler.listings.choice.anchors import Anchor, says_nothing, text_of_element
from crawler.listings.choice.regions import Region, names_of
from crawler.listings.labels import words_in
from pipeline.url_shapes import NON_ARTICLE_WORDS, article_likeness, url_shape
from pipeline.urls import path_segments

GOOD = 2.5
"""The score from which a group may be the list, and FAIR from which it may hold articles at all.
Set by hand on a score of sites made by eight content systems; see `_score`."""
FAIR = 1.0

_SAMPLE = 12
_RECORD_TAGS = frozenset({"article", "li", "tr", "dd", "dt", "section"})
_RECORD_NAMES = re.compile(
    r"-(?:post|hentry|h-entry|entry|card|item|story|news-item|article|teaser|node|views-row|record)-"
)
_PART_NAMES = re.compile(
    r"-(?:title|header|headline|meta|footer|link|body|content|inner|list|grid)-"
)
_SLUG_WORD = re.compile(r"[^\W\d_]{2,}")
SLUG_WORDS = 4
"""Words at the end of an address that are a headline's; tags and sections have fewer."""
_DIGITS = re.compile(r"\d+")
_DATED = re.compile(
    r"\b(?:19|20)\d\d\b|[٠-٩]{4}|[۰-۹]{4}|\b\d{1,2}[/.:-]\d{1,2}\b|[٠-٩]{1,2}[-/:][٠-٩]{1,2}"
    r"|\bago\b|منذ|قبل \S+ (?:ساع|دقيق|يوم|أيام)"
)
_DATE_ELEMENT = ".//time|.//*[@datetime]|.//*[contains(@class,'date') or contains(@class,'time')]"
_PERSON_OR_TERM = frozenset(
    """author authors auteur auteurs autor writer writers user users profile member members people
    person staff contributor contributors tag tags كاتب كتاب وسم""".split()  # noqa: SIM905
)
_NON_ARTICLE_REL = frozenset(
    {"tag", "category", "author", "home", "prev", "next", "search", "license"}
)


@dataclass(slots=True)
class Group:
    """Links of one structure, one a URL, in page order. `roots` are their records' elements."""

    anchors: list[Anchor]
    region: Region
    looks: str
    """The path of tags and the class that its links share: the same on each page of a listing."""
    roots: list[HtmlElement] = field(default_factory=list)
    score: float = 0.0
    headline_share: float = 0.0
    repeats: int = 0
    """Links beyond the first to a URL of the group, but for pictures and "read more"."""
    labelled: frozenset[str] = frozenset()
    """URLs whose record names the section."""

    @property
    def urls(self) -> frozenset[str]:
        return frozenset(anchor.url for anchor in self.anchors)


def group_anchors(anchors: Iterable[Anchor]) -> list[Group]:
    """The groups, each URL once in a group, by the order of their first link."""
    paths: dict[HtmlElement, str] = {}
    found: dict[tuple[str, str, Region], dict[str, Anchor]] = {}
    count: dict[tuple[str, str, Region], int] = {}
    for anchor in anchors:
        parent = anchor.element.getparent()
        names = _template_name(anchor.element) + (
            _template_name(parent) if parent is not None else ""
        )
        key = (_path(anchor.element, paths), names, anchor.region)
        members = found.setdefault(key, {})
        known = members.get(anchor.url)
        if known is None or (known.text and not says_nothing(anchor.text)):
            count[key] = count.get(key, 0) + 1  # a headline after its picture is no repeat
        if known is None or not known.title:
            members[anchor.url] = anchor
    return [
        Group(
            list(members.values()),
            key[2],
            looks=f"{key[0]} {key[1]}",
            repeats=count[key] - len(members),
        )
        for key, members in found.items()
    ]


def judge(group: Group, labels: frozenset[HtmlElement], shapes: Mapping[str, int]) -> None:
    """Set the group's record roots and score. `labels` are the elements that hold a link to the
    section itself; `shapes` are the URL shapes of accepted articles."""
    group.roots = _record_roots(group.anchors)
    group.labelled = frozenset(
        anchor.url
        for anchor, root in zip(group.anchors, group.roots, strict=True)
        if root in labels and root is not anchor.element
    )
    group.headline_share = _share(anchor.is_titled for anchor in group.anchors)
    group.score = _score(group, shapes)


def _score(group: Group, shapes: Mapping[str, int]) -> float:
    """How much the group looks like a list of articles; the weights are set by hand.

    Headlines in headings weigh most, then what earlier articles' addresses looked like, length of
    text, dates and records; regions outside the list, list words in addresses, repeated texts and
    links within sentences weigh against.
    """
    anchors = group.anchors
    sample = list(zip(anchors, group.roots, strict=True))[:_SAMPLE]
    words = median(max(words_in(a.title), _words_of_slug(a.url)) for a in anchors)
    letters = median(len(anchor.title) for anchor in anchors)
    texts = {anchor.title for anchor in anchors}
    score = 3.0 * _share(anchor.in_heading for anchor in anchors)
    score += 2.0 * _share(anchor.is_titled and not anchor.in_heading for anchor in anchors)
    score += 2.0 if words >= 5 or letters >= 30 else 1.0 if words >= 3 or letters >= 18 else -1.0
    score += 1.5 * _share(_is_dated(anchor, root) for anchor, root in sample)
    score += 1.0 * _share(_is_record(root) for _, root in sample)
    score += 0.7 * _share(_is_rich(anchor, root) for anchor, root in sample)
    score += 2.0 * (sum(article_likeness(anchor.url) for anchor in anchors) / len(anchors) - 0.5)
    score += min(4.0, log2(len(anchors))) * 0.5
    score += 2.0 * len(group.labelled) / len(anchors)
    if shapes:
        score += 3.0 * _share(url_shape(anchor.url) in shapes for anchor in anchors)
    score -= 5.0 * _share(_has_list_word(anchor) for anchor in anchors)
    score -= 4.0 * (1 - len(texts) / len(anchors))
    score -= 4.0 * group.repeats / (group.repeats + len(anchors))
    score -= 4.0 * _share(anchor.in_prose for anchor in anchors)
    score -= 4.0 * _share(not anchor.title or anchor.title.isdigit() for anchor in anchors)
    return (
        score - {Region.CHROME: 8, Region.SIDE: 4, Region.FEATURED: 1, Region.MAIN: 0}[group.region]
    )


def _words_of_slug(url: str) -> int:
    """Three where an address ends in the words of a headline, whatever its link says; else none."""
    last = (path_segments(url) or [""])[-1]
    return 3 if len(_SLUG_WORD.findall(last)) >= SLUG_WORDS else 0


def _share(values: Iterable[bool]) -> float:
    found = list(values)
    return sum(found) / len(found) if found else 0.0


def is_other_page(anchor: Anchor) -> bool:
    """True for links that by their own words lead to a tag, an author or a user."""
    if anchor.rel & _NON_ARTICLE_REL:
        return True
    return _is_short(anchor) and any(
        word in _PERSON_OR_TERM for word in _words_before_last(anchor.url)
    )


def _has_list_word(anchor: Anchor) -> bool:
    """True for short links whose address has a word of pages that list, or serve the site."""
    return _is_short(anchor) and any(
        word in NON_ARTICLE_WORDS for word in _words_before_last(anchor.url)
    )


def _words_before_last(url: str) -> list[str]:
    """The path's parts but for the last, which a headline may be; with a query, all of them."""
    parts = path_segments(url)
    return [part.lower().partition(".")[0] for part in (parts if "?" in url else parts[:-1])]


def _is_short(anchor: Anchor) -> bool:
    return words_in(anchor.title) <= 4


def _is_dated(anchor: Anchor, root: HtmlElement) -> bool:
    if root.xpath(f"boolean({_DATE_ELEMENT})"):
        return True
    return bool(_DATED.search(text_of_element(root, 400).replace(anchor.title, "")))


def _is_record(root: HtmlElement) -> bool:
    return root.tag in _RECORD_TAGS or bool(_RECORD_NAMES.search(names_of(root)))


def _is_rich(anchor: Anchor, root: HtmlElement) -> bool:
    """True where the record has a picture, or text beside the title."""
    return bool(root.xpath("boolean(.//img|.//picture)")) or (
        len(text_of_element(root, 400)) > len(anchor.title) + 60
    )


def _record_roots(anchors: list[Anchor]) -> list[HtmlElement]:
    """The largest element around each link that holds no other link of the group."""
    if len(anchors) == 1:
        return [_lonely_root(anchors[0].element)]
    counts: dict[HtmlElement, int] = {}
    for anchor in anchors:
        current: HtmlElement | None = anchor.element
        while current is not None:
            counts[current] = counts.get(current, 0) + 1
            current = current.getparent()
    roots = []
    for anchor in anchors:
        root = anchor.element
        parent = root.getparent()
        while parent is not None and counts[parent] == 1 and parent.tag not in {"body", "main"}:
            root, parent = parent, parent.getparent()
        roots.append(root)
    return roots


def _lonely_root(element: HtmlElement) -> HtmlElement:
    """The record of a link that has no fellow: the nearest element that is called a record."""
    named: HtmlElement | None = None
    current = element
    for _ in range(8):
        parent = current.getparent()
        if parent is None or parent.tag in {"body", "main"}:
            break
        current = parent
        if current.tag in {"article", "li", "tr"}:
            return current
        names = names_of(current)
        if named is None and _RECORD_NAMES.search(names) and not _PART_NAMES.search(names):
            named = current
    if named is not None:
        return named
    parent = element.getparent()
    return parent if parent is not None and parent.tag != "body" else element


def _path(element: HtmlElement, known: dict[HtmlElement, str]) -> str:
    chain: list[HtmlElement] = []
    current: HtmlElement | None = element
    while current is not None and current not in known:
        chain.append(current)
        current = current.getparent()
    path = known[current] if current is not None else ""
    for node in reversed(chain):
        path = f"{path}/{node.tag}"
        known[node] = path
    return path


def _template_name(element: HtmlElement) -> str:
    """The class without digits: what the template wrote, not the record."""
    return _DIGITS.sub("", element.get("class") or "")[:100] + "|"


def take_best_titles(chosen: Collection[dict[str, Anchor]], groups: Iterable[Group]) -> None:
    """For each URL, the link that is a headline, else the one of the longest text, is kept."""
    for group in groups:
        for anchor in group.anchors:
            for links in chosen:
                known = links.get(anchor.url)
                if known is not None and _tells_more(anchor, known):
                    links[anchor.url] = anchor


def _tells_more(anchor: Anchor, known: Anchor) -> bool:
    if anchor.is_titled != known.is_titled:
        return anchor.is_titled and bool(anchor.title)
    return not known.is_titled and len(anchor.title) > len(known.title)
