"""Microdata of a page: the properties of its first article."""

from __future__ import annotations

from collections.abc import Iterator

from lxml.html import HtmlElement

from pipeline.declared.article_node import clean, is_article_type
from pipeline.page.html import Document, once_a_page
from pipeline.urls import absolute, split_url

_PROPERTIES = frozenset(
    {"headline", "datepublished", "datecreated", "datemodified", "articlesection", "keywords",
     "image", "description", "inlanguage"}
)  # fmt: skip


def read_microdata(doc: Document, others: frozenset[HtmlElement]) -> dict[str, tuple[str, ...]]:
    """The properties of the page's first article scope that is none of the `others`; `itemtype`
    holds all types of scopes."""
    found: dict[str, list[str]] = {}
    first: HtmlElement | None = None
    for element, names in doc.with_microdata.items():
        if kind := element.get("itemtype"):
            found.setdefault("itemtype", []).append(kind.rsplit("/", 1)[-1])
        if not names:
            continue
        wanted = _PROPERTIES.intersection(names.lower().split())
        if not wanted or element.tag == "meta" or element in standfirsts_called_headlines(doc):
            continue
        scope = _scope(element)
        if scope is None or not _is_article_scope(scope) or scope in others:
            continue
        if first is None:
            first = scope
        if scope is not first:
            continue
        links = list(element.iter("a")) if "keywords" in wanted and element.tag != "a" else []
        for value in [_property_value(part, doc.url) for part in links or [element]]:
            for name in wanted:
                if value:
                    found.setdefault(name, []).append(value)
    return {name: tuple(dict.fromkeys(values)) for name, values in found.items()}


@once_a_page
def standfirsts_called_headlines(doc: Document) -> frozenset[HtmlElement]:
    """What a page calls the headline of an article whose name a heading is: the standfirst, where
    it is no heading, «<h2 itemprop="name">…</h2><div itemprop="headline"><p>…</p></div>»."""
    called: dict[HtmlElement, HtmlElement] = {}
    named: set[HtmlElement] = set()
    for element, names in doc.with_microdata.items():
        if names == "headline" and element.tag not in _HEADS and not _holds_heading(element):
            scope = _scope(element)
            if scope in named and _is_article_scope(scope):
                called[element] = scope
        elif names == "name" and element.tag in _HEADS:
            scope = _scope(element)
            if scope is not None:
                named.add(scope)
    return frozenset(element for element, scope in called.items() if scope in named)


_HEADS = ("h1", "h2", "h3")


def _holds_heading(element: HtmlElement) -> bool:
    return any(element.find(f".//{tag}") is not None for tag in _HEADS)


def _property_value(element: HtmlElement, base: str) -> str:
    for attribute in ("content", "datetime"):
        if element.get(attribute):
            return clean(str(element.get(attribute)))
    for attribute in ("src", "href"):
        if element.tag in ("img", "link") and element.get(attribute):
            return absolute(str(element.get(attribute)).strip(), base)
    return clean(element.text_content())[:1000]


def is_of_page(element: HtmlElement, others: frozenset[HtmlElement]) -> bool:
    """Whether a property belongs to the page or its article, not to a thing named in it or to one
    of the `others` beside it."""
    scope = _scope(element)
    if scope is None:
        return True
    if _is_article_scope(scope):
        return scope not in others
    return "WebPage" in (scope.get("itemtype") or "")


def is_of_other_thing(element: HtmlElement, others: frozenset[HtmlElement]) -> bool:
    """Whether a property is of a comment, a ware, a picture or one of the `others` beside the
    page's article."""
    scope = _scope(element)
    if scope is None or not scope.get("itemtype"):
        return False
    if _is_article_scope(scope):
        return scope in others
    return _type_of(scope) in _THINGS


_THINGS = frozenset({
    "Comment", "UserComments", "Review", "Event", "Product", "VideoObject", "ImageObject", "Offer",
    "SoftwareApplication", "MobileApplication", "Movie", "Book",
})  # fmt: skip
_ADDRESSES = frozenset({"url", "mainEntityOfPage"})


@once_a_page
def scopes_of_others(doc: Document) -> frozenset[HtmlElement]:
    """The articles' scopes of a page that give other addresses than its own, and do not hold its
    headline: of articles beside it."""
    given: dict[HtmlElement, set[str]] = {}
    for element, names in doc.with_microdata.items():
        if names and not _ADDRESSES.isdisjoint(names.split()):
            scope = _scope(element)
            if scope is not None and _is_article_scope(scope):
                given.setdefault(scope, set()).update(_path(element, doc.url))
    own = split_url(doc.url).path
    return frozenset(
        scope
        for scope, paths in given.items()
        if paths and own not in paths and scope.find(".//h1") is None
    )


def _path(element: HtmlElement, url: str) -> Iterator[str]:
    """The path of the address that a property gives; a site's home says nothing."""
    address = element.get("href") or element.get("itemid") or element.get("content")
    path = split_url(absolute(address, url)).path if address else ""
    if path.strip("/"):
        yield path


def _scope(element: HtmlElement) -> HtmlElement | None:
    parent = element.getparent()
    while parent is not None:
        if parent.get("itemscope") is not None or parent.get("itemtype"):
            return parent
        parent = parent.getparent()
    return None


def _is_article_scope(scope: HtmlElement) -> bool:
    return is_article_type(_type_of(scope))


def _type_of(scope: HtmlElement) -> str:
    return str(scope.get("itemtype") or "").rstrip("/").rsplit("/", 1)[-1]
