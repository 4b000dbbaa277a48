"""Microdata of a page: the properties of its first article."""

from __future__ import annotations

from lxml.html import HtmlElement

from pipeline.declared.article_node import clean, is_article_type
from pipeline.page.html import Document
from pipeline.urls import absolute

_PROPERTIES = frozenset(
    {"headline", "datepublished", "datecreated", "datemodified", "articlesection", "keywords",
     "image", "description", "inlanguage"}
)  # fmt: skip


def read_microdata(doc: Document) -> dict[str, tuple[str, ...]]:
    """The properties of the page's first article scope; `itemtype` holds all types of scopes."""
    found: dict[str, list[str]] = {}
    first: HtmlElement | None = None
    for element, names in doc.with_microdata.items():
        if kind := element.get("itemtype"):
            found.setdefault("itemtype", []).append(kind.rsplit("/", 1)[-1])
        if not names:
            continue
        wanted = _PROPERTIES.intersection(names.lower().split())
        if not wanted or element.tag == "meta":
            continue
        scope = _scope(element)
        if scope is None or not _is_article_scope(scope):
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


def _property_value(element: HtmlElement, base: str) -> str:
    for attribute in ("content", "datetime"):
        if element.get(attribute):
            return clean(str(element.get(attribute)))
    for attribute in ("src", "href"):
        if element.tag in ("img", "link") and element.get(attribute):
            return absolute(str(element.get(attribute)).strip(), base)
    return clean(element.text_content())[:1000]


def is_of_page(element: HtmlElement) -> bool:
    """Whether a property belongs to the page or its article, not to a thing named in it."""
    scope = _scope(element)
    if scope is None:
        return True
    return _is_article_scope(scope) or "WebPage" in (scope.get("itemtype") or "")


def _scope(element: HtmlElement) -> HtmlElement | None:
    parent = element.getparent()
    while parent is not None:
        if parent.get("itemscope") is not None or parent.get("itemtype"):
            return parent
        parent = parent.getparent()
    return None


def _is_article_scope(scope: HtmlElement) -> bool:
    name = (scope.get("itemtype") or "").rstrip("/").rsplit("/", 1)[-1]
    return is_article_type(name)
