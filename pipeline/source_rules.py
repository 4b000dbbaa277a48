"""The selectors of a source file, which win over the generic ways while they hold."""

from __future__ import annotations

from datetime import date
from typing import cast

from lxml.cssselect import CSSSelector, SelectorError
from lxml.html import HtmlElement

from pipeline.page.html import Document
from pipeline.people.names import clean_names
from pipeline.records import Source
from pipeline.text import normalise


def selected(doc: Document, source: Source | None, field: str, today: date) -> list[HtmlElement]:
    """The elements that the source's rules for a field select, in the order of the page.

    The first rule that holds today and finds something decides; [] where none does. A selector
    that is no CSS selects nothing: reading the source file has already complained of it.
    """
    for rule in source.fields.get(field, ()) if source is not None else ():
        if not rule.holds(today):
            continue
        if found := _select(doc, rule.css):
            return found
    return []


def unmatched(doc: Document, source: Source | None, today: date) -> frozenset[str]:
    """The fields for which the source has rules that hold today, of which none finds anything."""
    if source is None or not source.fields:
        return frozenset()
    held = {name: [r for r in rules if r.holds(today)] for name, rules in source.fields.items()}
    return frozenset(
        name
        for name, rules in held.items()
        if rules and not any(_select(doc, rule.css) for rule in rules)
    )


def selected_text(doc: Document, source: Source | None, field: str, today: date) -> str | None:
    """The text of the first element selected for a field; of a meta element its content."""
    for element in selected(doc, source, field, today):
        text = normalise(element.get("content") or element.text_content())
        if text:
            return " ".join(text.split())
    return None


def selected_names(doc: Document, source: Source | None, today: date) -> tuple[str, ...]:
    """The authors that the elements selected for them name; () where none does."""
    texts = [
        normalise(element.get("content") or element.text_content())
        for element in selected(doc, source, "authors", today)
    ]
    return tuple(dict.fromkeys(name for text in texts for name in clean_names(text)))


def selected_stamp(doc: Document, source: Source | None, today: date) -> str | None:
    """The date of publication as the element selected for it says it, for machines first."""
    for element in selected(doc, source, "published", today):
        if stamp := element.get("datetime"):
            return str(stamp)
    return selected_text(doc, source, "published", today)


def dropped(doc: Document, source: Source | None, today: date) -> frozenset[HtmlElement]:
    """All elements that the source's `drop` rules select."""
    found: set[HtmlElement] = set()
    for rule in source.fields.get("drop", ()) if source is not None else ():
        if rule.holds(today):
            found.update(_select(doc, rule.css))
    return frozenset(found)


def _select(doc: Document, css: str) -> list[HtmlElement]:
    try:
        return cast("list[HtmlElement]", CSSSelector(css, translator="html")(doc.tree))
    except SelectorError:
        return []
