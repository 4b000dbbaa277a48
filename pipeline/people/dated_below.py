"""Who signs beside the day in the foot of an entry: «Jane Doe | 3 May 2026, 14:26», below the text
and beside what it is filed under."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import islice

from lxml.html import HtmlElement

from pipeline.page.elements import letters, text_of_element
from pipeline.page.html import Document
from pipeline.page.within import in_card, regions_between
from pipeline.people.below_box import box_below
from pipeline.people.date_tails import tells_day
from pipeline.people.fact_persons import is_person
from pipeline.people.facts_line import FOREIGN
from pipeline.people.lone_person import lone_person
from pipeline.people.name_shapes import speaks_of
from pipeline.people.signing_lines import names_in_line
from pipeline.records import Block
from pipeline.titles.surroundings import surroundings

MAX_FOOT_CHARS, FOOT_ELEMENTS, MAX_LINE_CHARS = 400, 60, 100
"""Letters and elements of an entry's foot, and letters of a line of facts in it."""
_LINES = frozenset({"div", "p", "span", "small", "li", "footer", "em"})
_FILES = frozenset({"tag", "category"})
_OF_ENTRY = frozenset({"meta", "footer"})


def signed_beside_day(
    doc: Document, title: str, kept: Sequence[Block], sites: frozenset[str]
) -> tuple[str, ...]:
    """The person in a line with a day, in the foot right below the box of a text: one that is
    called so, or tells under what the text is filed. Empty where there is none, or a line of the
    text speaks of them."""
    foot = box_below(doc, title, kept[-1].text) if kept else None
    if foot is None or len(text_of_element(foot)) > MAX_FOOT_CHARS:
        return ()
    top = surroundings(doc, title).top
    for line in islice(foot.iter(*_LINES), FOOT_ELEMENTS):
        text = text_of_element(line)
        if not 0 < len(text) <= MAX_LINE_CHARS or not tells_day(text):
            continue
        names = names_in_line(text, sites)
        if len(names) != 1 or not is_person(names[0]) or lone_person(names[0]) != names[0]:
            continue
        if letters(names[0]) in sites or speaks_of(names[0], (block.text for block in kept)):
            continue
        regions = regions_between(line, top)
        ours = not _OF_ENTRY.isdisjoint(regions) or _is_filed(foot)
        if ours and (FOREIGN - _OF_ENTRY).isdisjoint(regions) and not in_card(doc, line, top):
            return names
    return ()


def _is_filed(foot: HtmlElement) -> bool:
    """Whether a foot links under what its entry is filed."""
    return any(_FILES & {*(link.get("rel") or "").split()} for link in foot.iter("a"))
