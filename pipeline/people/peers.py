"""Persons in items of one form beside each other: who else wrote a text, each with what they do."""

from __future__ import annotations

from itertools import islice

from lxml.html import HtmlElement

from pipeline.page.elements import text_of_element
from pipeline.people.facts_line import NEAR
from pipeline.people.given_names import begins_with_given_name
from pipeline.people.lone_person import lone_person
from pipeline.people.second_names import is_called_as_person
from pipeline.titles.surroundings import Surroundings

REACH = 3
"""Boxes around a name within its item."""


def with_peers(names: tuple[str, ...], around: Surroundings) -> tuple[str, ...]:
    """The names, and where it is one near the headline in an item of a list those of persons who
    stand so in the items behind it: «Jane Doe, Reporter», «John Roe, Editor»."""
    if len(names) != 1 or around.headline is None:
        return names
    start = around.places[around.headline]
    holder = next(
        (
            element
            for element in around.elements[start : start + NEAR]
            if not len(element) and text_of_element(element) == names[0]
        ),
        None,
    )
    if holder is None:
        return names
    steps: list[int] = []
    item = holder
    for _ in range(REACH):
        above = item.getparent()
        if _is_item(item) or above is None:
            break
        steps.insert(0, above.index(item))
        item = above
    if not _is_item(item) or not steps:
        return names
    found = dict.fromkeys(names)
    for other in islice(item.itersiblings(item.tag), REACH):
        told = _at(other, steps)
        name = lone_person(text_of_element(told)) if told is not None else None
        if told is None or told.tag != holder.tag or not name:
            break
        if not (begins_with_given_name(name) or is_called_as_person(name)):
            break
        found[name] = None
    return tuple(found)


def _is_item(element: HtmlElement) -> bool:
    """Whether an element is a list's item, or a box that is told to be one."""
    return bool(element.tag == "li" or element.get("role") == "listitem")


def _at(item: HtmlElement, steps: list[int]) -> HtmlElement | None:
    """The element that stands in an item where another does in its own."""
    for step in steps:
        if step >= len(item):
            return None
        item = item[step]
    return item if not len(item) else None
