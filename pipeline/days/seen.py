"""The days that a reader sees near the headline, the likeliest first."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date, datetime
from itertools import islice
from typing import NamedTuple

from lxml.html import HtmlElement

from pipeline.days.bare import bare_days
from pipeline.days.exactness import day_of, exactness
from pipeline.days.labels import (
    is_of_today,
    is_said_of_change,
    is_told_of,
    tells_its_day,
)
from pipeline.days.places import (
    FOREIGN,
    LONG_SENTENCE_WORDS,
    SENTENCE_WORDS,
    is_beside,
    is_of_another,
    regions_of_day,
    tells_of_day,
)
from pipeline.days.relative import is_relative
from pipeline.days.stamps import NEAR_ELEMENTS, is_near_date, stamps_of
from pipeline.days.trust import doubt_of, rank_of
from pipeline.days.words import plain, speaks_of_publication
from pipeline.declared.microdata import scopes_of_others
from pipeline.page.elements import form_of, text_of_element
from pipeline.page.html import Document
from pipeline.page.reader_addresses import is_reader_s
from pipeline.records import Moment, Origin
from pipeline.titles.surroundings import CROWN, FAR_ABOVE, Surroundings

FAR_BELOW = 100
"""Elements below the day of an article's last change, where no other day stands beside the
headline, beyond which a day is another article's."""

_NEVER = frozenset({"comments", "related", "dialog", "advertisement", "hidden", "footer"})

_TAGS = frozenset({
    "time", "abbr", "summary", "span", "p", "div", "li", "small", "em", "a", "td", "h2", "h3",
    "h4", "h5", "h6", "i", "b", "strong", "header", "footer", "dd", "section", "font", "center",
    "address", "sub", "sup",
})  # fmt: skip
"""Elements that may tell the day; pages draw it in elements of their own names too."""


def days_seen(
    doc: Document,
    around: Surroundings,
    now: datetime,
    language: str | None,
    only_above: bool = False,
) -> Iterator[tuple[Moment, bool]]:
    """The dates that a reader sees near the headline, each with whether it is of a change.

    `only_above`: none but those between the headline and the text, or right above the headline.
    """
    top, scopes = around.top, scopes_of_others(doc)
    stamps: list[_Stamp] = []
    others: list[tuple[Moment, bool]] = []
    before: tuple[HtmlElement | None, date] = (None, date.max)
    diary = _Diary()
    for element in (*around.crown, *around.above_text) if only_above else doc.elements:
        if element.tag not in _TAGS and "-" not in element.tag:
            continue
        place = around.distance(element) if around.headline is not None else -FAR_ABOVE
        crowning = -CROWN <= place < 0 and element in around.crown
        found = stamps_of(element, now, language, place, crowning)
        amid = not 0 < place < around.text_begins
        if found and element.tag == "time":
            if _is_behind(element, before[0]) and day_of(found[0][0]) > before[1]:
                found = [(moment, True) for moment, _ in found]  # the day of the change, behind it
            before = element, day_of(found[0][0])
        of_itself = bool(found) and tells_its_day(element)
        words = SENTENCE_WORDS if amid else LONG_SENTENCE_WORDS
        if not found or (tells_of_day(element, words) and not of_itself):
            continue
        above = 0 < place < around.text_begins
        regions = regions_of_day(element, place, above, top)
        if not _NEVER.isdisjoint(regions) or is_of_another(doc, element, place, around, scopes):
            continue
        if _leads_to_reader(element):
            continue
        first = found[0][0]
        if is_of_today(text_of_element(element)):
            continue
        clock = _is_clock(element, first, now, around, place, crowning=crowning)
        near = of_itself or is_near_date(element, place)
        foreign = not of_itself and not FOREIGN.isdisjoint(regions)
        if foreign or clock or not near:
            others += found
        else:
            rank = rank_of(element, place, first, above, crowning=crowning)
            in_head = place < 0 and not crowning
            rank += doubt_of(element, place, first, around, now, in_head=in_head)
            below = place > around.text_begins or (place > 0 and _is_below_prose(element))
            if below and not of_itself:
                diary.add(element, first)
            stamps += [_Stamp(rank, abs(place), *told, in_head, element) for told in found]
    stamps = [stamp for stamp in stamps if not diary.holds(stamp.element)]
    stamps.sort(key=lambda stamp: stamp.rank)
    if next((stamp.in_head for stamp in stamps if not stamp.changed), True):
        # A ticker's day in the page's head is no nearer than a line below the headline.
        yield from bare_days(around, now, language)
    if stamps:
        yield from _by_trust(stamps)
    else:
        yield from _only_day(others, now)


def _leads_to_reader(element: HtmlElement) -> bool:
    """Whether a day is a link to what a reader wrote then: «<a href="#comment-12">3 May</a>»."""
    links = (*islice(element.iterancestors("a"), 1), *islice(element.iter("a"), 1))
    return any(map(is_reader_s, links))


def _is_behind(element: HtmlElement, before: HtmlElement | None) -> bool:
    """Whether a time stands right behind the one `before` it, in the same box or in the next item,
    of the same form, that holds nothing else."""
    if before is None or element.getprevious() is before:
        return before is not None
    day = text_of_element(element)
    for item in islice(element.iterancestors(), ITEM_REACH):
        other = item.getprevious()
        if text_of_element(item) != day:
            return False
        if other is not None and form_of(other) == form_of(item):
            return text_of_element(other) == text_of_element(before) and before in other.iter()
    return False


ITEM_REACH = 3
"""Boxes around a time in an item of a list."""


class _Stamp(NamedTuple):
    """A day that an element tells, with its order of trust, the lowest first, and how many elements
    it is from the headline."""

    rank: int
    far: int
    moment: Moment
    changed: bool
    in_head: bool
    element: HtmlElement


def _by_trust(stamps: Sequence[_Stamp]) -> Iterator[tuple[Moment, bool]]:
    """The days of sorted stamps, each with whether it is of a change."""
    first = stamps[0]
    for stamp in stamps:
        # Far below the day of the last change another article's day stands.
        if stamp.changed or not first.changed or stamp.far <= first.far + FAR_BELOW:
            yield _with_box(stamp, stamps), stamp.changed
    if all(stamp.changed for stamp in stamps) and first.far <= NEAR_ELEMENTS:
        yield from _day_of_hatom(first.moment, first.element)


def _with_box(stamp: _Stamp, stamps: Sequence[_Stamp]) -> Moment:
    """A stamp's moment, with the time that stands beside its day in the box around it: «<li>3 May
    2026</li><li>10:15</li>»; or that an element within the line gives: «Posted on <time
    datetime="2026-05-03T10:15:00Z">3 May 2026</time>»."""
    if stamp.changed or exactness(stamp.moment):
        return stamp.moment
    day, boxes = day_of(stamp.moment), set(islice(stamp.element.iterancestors(), BOXES))
    exact = [o for o in stamps if not o.changed and exactness(o.moment) and day_of(o.moment) == day]
    around = next((other.moment for other in exact if other.element in boxes), None)
    within = (o.moment for o in exact if stamp.element in islice(o.element.iterancestors(), BOXES))
    return around or next(within, stamp.moment)


BOXES = 3
"""Boxes around a day, one of which may hold its time too."""


class _Diary:
    """The days amid a text, by the form of their elements and of the boxes around these in one box:
    where those of one form differ, they are days of which the text tells."""

    def __init__(self) -> None:
        self._days: dict[tuple[object, ...], set[date]] = {}
        self._keys: dict[HtmlElement, tuple[object, ...]] = {}

    def add(self, element: HtmlElement, moment: Moment) -> None:
        """Take down a day below the beginning of the text, or a paragraph: one right below the
        headline is the article's."""
        text = plain(text_of_element(element))
        if moment.origin is Origin.TEXT and not speaks_of_publication(text):
            key = self._keys[element] = self._key(element)
            self._days.setdefault(key, set()).add(day_of(moment))

    def holds(self, element: HtmlElement) -> bool:
        """Whether an element's day is one of several."""
        key = self._keys.get(element)
        return key is not None and len(self._days[key]) > 1

    @staticmethod
    def _key(element: HtmlElement) -> tuple[object, ...]:
        box = element.getparent()
        around = box.getparent() if box is not None else None
        return form_of(element), form_of(box) if box is not None else None, around


def _is_below_prose(element: HtmlElement) -> bool:
    """Whether a paragraph of prose stands right before an element, or before the box around it."""
    before = element.getprevious()
    if before is None and element.getparent() is not None:
        before = element.getparent().getprevious()
    return before is not None and before.tag == "p" and len(text_of_element(before)) >= PROSE_CHARS


PROSE_CHARS = 60


def _day_of_hatom(moment: Moment, element: HtmlElement) -> Iterator[tuple[Moment, bool]]:
    """The only day of an entry, which hAtom has called "updated" whatever it is the day of."""
    if "updated" in (element.get("class") or "").split() and not is_said_of_change(element):
        yield moment, False


def _is_clock(
    element: HtmlElement,
    first: Moment,
    now: datetime,
    around: Surroundings,
    place: int,
    *,
    crowning: bool,
) -> bool:
    """Whether a day is that of reading: a page's clock above its headline, its printer's below."""
    if first.origin is not Origin.TEXT or day_of(first) != now.date():
        return False
    if place < 0:
        told = crowning and is_relative(text_of_element(element))
        return not (told or is_beside(element, around.top))
    return not 0 < place < around.text_begins and is_told_of(text_of_element(element))


def _only_day(found: list[tuple[Moment, bool]], now: datetime) -> Iterator[tuple[Moment, bool]]:
    """The date in a side column, where the whole page names that one day only, and days of changes
    perhaps."""
    of_change = {day_of(moment) for moment, changed in found if changed}
    kept = [told for told in found if not told[1] and day_of(told[0]) not in of_change]
    found = kept or [told for told in found if not told[1]] or found
    days = {day_of(moment) for moment, _ in found}
    if len(days) == 1 and max(days) < now.date():
        yield max(found, key=lambda item: exactness(item[0]))
