"""Whether a day is one of several: in a list of other articles, in a table of days."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import islice

from lxml.html import HtmlElement

from pipeline.days.labels import YEAR
from pipeline.days.words import plain, speaks_of_modification, speaks_of_publication
from pipeline.page.elements import LOWER_HEADINGS, form_of, text_of_element
from pipeline.titles.headings import is_label

CARD_ELEMENTS = 100
"""Elements of a card at most; a larger box is not looked through again for each day in it."""


def is_in_list(element: HtmlElement, top: frozenset[HtmlElement]) -> bool:
    """Whether a day below the text stands in a list of other articles: it follows a linked heading,
    the list is labelled, «Related articles», or tells such days in several boxes."""
    before = element.getprevious()
    if before is not None and before.tag in LOWER_HEADINGS and before.find(".//a") is not None:
        return True
    low = plain(text_of_element(element))
    if speaks_of_publication(low):
        return False
    if any(map(_is_labelled, (element, *boxes_around(element, top)))):
        return True
    return not speaks_of_modification(low) and _is_of_several(element, top)


def _is_of_several(element: HtmlElement, top: frozenset[HtmlElement]) -> bool:
    """Whether a day's box stands beside another like it that tells another day in the same form:
    they are comments, or other articles."""
    parts = islice(element.iter(), CARD_ELEMENTS)
    day = next((p for p in parts if not len(p) and NUMBER.search(p.text or "")), element)
    return any(_is_beside_another(box, day) for box in boxes_around(day, top))


def _is_beside_another(box: HtmlElement, element: HtmlElement) -> bool:
    day = text_of_element(element)
    for other in (box.getnext(), box.getprevious()):
        if other is None or other.tag != box.tag or other.get("class") != box.get("class"):
            continue
        for part in islice(other.iter(element.tag), CARD_ELEMENTS):
            if part.get("class") == element.get("class"):
                text = text_of_element(part)
                if text != day and len(text) < MAX_FORM_CHARS and _form(text) == _form(day):
                    return True
    return False


def is_in_table_of_days(element: HtmlElement, top: frozenset[HtmlElement]) -> bool:
    """Whether a day stands in a table whose rows tell days in one form: of files, of parts of a
    series, of meetings. Two rows may be those of publication and of change, and a table that holds
    the headline (`top`: what does) is the page's frame."""
    row = next(islice(element.iterancestors("tr"), 1), None)
    rows = row.getparent() if row is not None else None
    if rows is None or rows in top or len(rows) < ROWS:
        return False
    form, names = _form(text_of_element(element)), element.get("class")
    told: set[str] = set()
    for other in islice(rows.iterchildren("tr"), MAX_ROWS):
        for part in islice(other.iter(element.tag), CARD_ELEMENTS):
            text = text_of_element(part) if part.get("class") == names else ""
            if 0 < len(text) < MAX_FORM_CHARS and _form(text) == form:
                told.add(text)
        if len(told) >= ROWS:
            return True  # long tables have many days, each of which asks
    return False


def is_in_linked_list(element: HtmlElement, top: frozenset[HtmlElement]) -> bool:
    """Whether a day stands in an item of a list whose items each link something else and tell a day
    in one form: «<li><a>Rain again</a> <span>2026-11-27</span></li>», however brief the links; or
    in such boxes."""
    item = element if element.tag == "li" else next(element.iterancestors("li"), None)
    if item is None:
        around = (element, *boxes_around(element, top), *islice(element, 1))
        return any(map(_is_of_linked_boxes, around))
    listed = item.getparent()
    if listed is None or listed in top or item in top:
        return False
    low = plain(text_of_element(item))
    if speaks_of_publication(low) or speaks_of_modification(low):
        return False
    told, linked = set[str](), set[str]()
    for other in islice(listed.iterchildren("li"), MAX_ROWS):
        link = next(other.iter("a"), None)
        day = _day_in(other)
        if link is not None and day and day != text_of_element(link):
            told.add(day)
            linked.add(link.get("href") or "")
        if min(len(told), len(linked)) > 1:
            return len({*map(_form, told)}) == 1
    return False


def _is_of_linked_boxes(box: HtmlElement) -> bool:
    """Whether a box begins with a link, and so do others beside it: three, in one form, link each
    something else and tell each a day of its own, whatever word stands before it."""
    row = box.getparent()
    if row is None or not _begins_with_link(box):
        return False
    form, told, linked = form_of(box), set[str](), set[str]()
    for other in islice(row, MAX_ROWS):
        if form_of(other) == form and _begins_with_link(other) and (day := _day_in(other)):
            told.add(day)
            linked.add(next(other.iter("a")).get("href") or "")
        if min(len(told), len(linked)) >= ROWS:
            return True
    return False


def _begins_with_link(box: HtmlElement) -> bool:
    first = next(iter(box), None)
    if first is None or (box.text or "").strip() or box.tag == "a":
        return False
    return first.tag == "a" or (first.tag in LOWER_HEADINGS and first.find("a") is not None)


def _day_in(item: HtmlElement) -> str:
    """The last brief words of an item that hold the number of a year, or are marked as a time."""
    parts = (p for p in islice(item.iter(), CARD_ELEMENTS) if p.text)
    days = [p.text for p in parts if p.tag == "time" or YEAR.search(p.text or "")]
    return days[-1].strip() if days and len(days[-1]) < MAX_FORM_CHARS else ""


ROWS, MAX_ROWS = 3, 40
"""Rows with days of their own that make a table of days, and those that are looked through."""
MAX_FORM_CHARS = 80
NUMBER = re.compile(r"\d+")
_LETTERS = re.compile(r"[^\W\d_]+")


def _form(day: str) -> str:
    """The form of a written day: its signs, with one for each number and each word."""
    return _LETTERS.sub("x", NUMBER.sub("0", day))


LIST_REACH = 5
"""Elements above a day among which its list may be labelled."""
_LABELS = LOWER_HEADINGS | {"p", "div", "strong", "b", "span"}
LABEL_CHARS = 40


def boxes_around(element: HtmlElement, top: frozenset[HtmlElement]) -> Iterator[HtmlElement]:
    """The nearest boxes around an element that hold no more than its list, from within."""
    for box in islice(element.iterancestors(), LIST_REACH):
        if box in top or box.tag in ("body", "main", "article"):
            return
        yield box


def _is_labelled(box: HtmlElement) -> bool:
    """Whether a box begins with the label of a list, or comes after it."""
    first, before = next(iter(box), None), box.getprevious()
    return any(
        part is not None
        and part.tag in _LABELS
        and len(text := text_of_element(part)) <= LABEL_CHARS
        and is_label(text)
        for part in (first, before)
    )
