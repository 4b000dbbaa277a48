"""The headline of a page that marks none up: what the tab's title says, shown in any element.

Hand-made pages and old portals keep the headline in a table's cell or a box. The title element
holds it beside the site's name, and no element shows both.
"""

from __future__ import annotations

from collections.abc import Iterable
from itertools import chain, islice, pairwise

from lxml.html import HtmlElement

from pipeline.declared.page_data import title_in_data
from pipeline.page.elements import is_small, letters, text_of_element
from pipeline.page.html import Document, once_a_page
from pipeline.page.texts import own_texts
from pipeline.page.within import in_other_region, regions_between
from pipeline.patterns.late_patterns import late_pattern
from pipeline.text import spoken_words
from pipeline.titles.headings import Heading, is_home, is_site_title, read_headings
from pipeline.titles.site_names import separators, tab_title

MIN_LETTERS = 8
"""Fewer letters are a section's name or the site's."""

MAX_PARTS = 3
"""Elements right in one that shows a headline."""

_HOLDERS = frozenset(
    {"div", "span", "td", "p", "b", "strong", "font", "big", "center", "th", "li", "dt"}
)


@once_a_page
def plain_headline(doc: Document) -> Heading | None:
    """The element that shows a part of the tab's title, the longest such part first.

    None where a heading shows one, or the first begins with the most of the tab, before a
    standfirst: then the page has a headline that says so itself.
    """
    title = tab_title(doc) or ""
    wanted = _parts(title)
    most = tuple(part for part in wanted if 2 * len(part) > len(letters(title)))
    for heading in read_headings(doc) if wanted else ():
        key = letters(heading.text)
        if key in wanted or (heading.level == 1 and most and key.startswith(most)):
            return None
    shown = _shown(doc, wanted) if wanted else None
    return None if shown is not None and _is_motto(doc, shown, title) else shown


def _is_motto(doc: Document, shown: Heading, title: str) -> bool:
    """Whether a part of the tab's title is the site's motto, on a page that calls another line a
    headline: it stands behind the link to the front page that says the rest of the tab."""
    before = shown.element.getprevious()
    home = before if before is None or before.tag == "a" else next(before.iter("a"), None)
    if home is None or not is_home(home.get("href"), doc.url):
        return False
    if f"{letters(text_of_element(home))}{letters(shown.text)}" != letters(title):
        return False
    return any(
        heading.named and heading.text != shown.text and not in_other_region(heading.element)
        for heading in read_headings(doc)
    )


@once_a_page
def shown_title(doc: Document, title: str) -> Heading | None:
    """The element that shows a title which is known from elsewhere; None where none does."""
    key = letters(title)
    return _shown(doc, frozenset({key})) if len(key) >= MIN_LETTERS else None


def _shown(doc: Document, wanted: frozenset[str]) -> Heading | None:
    """The element that shows one of some folded texts, the longest first."""
    best: tuple[tuple[int, bool], Heading] | None = None
    for element in doc.in_order(_that_begin_so(doc, wanted)):
        text = text_of_element(element)
        key = letters(text)
        if key not in wanted or element.tag not in _HOLDERS or len(element) > MAX_PARTS:
            continue
        if _is_other(element):
            continue
        rank = (len(key), not regions_between(element, frozenset()))
        if best is None or rank > best[0]:
            best = (rank, Heading(element, text, 0, named=False))
    return best[1] if best else None


def _that_begin_so(doc: Document, wanted: frozenset[str]) -> set[HtmlElement]:
    """The elements whose text is one of some folded texts, or the beginning of one: each of them
    holds a text that such a one begins with, and few other elements."""
    found: set[HtmlElement] = set()
    most = 4 * max(map(len, wanted)) + 40
    for text, around in own_texts(doc):
        if len(text) > most or not _begins(letters(text), wanted):
            continue
        element: HtmlElement | None = around
        while element is not None and element not in found and is_small(element):
            if not _begins(letters(text_of_element(element)), wanted):
                break
            found.add(element)
            element = element.getparent()
    return found


def _begins(key: str, wanted: frozenset[str]) -> bool:
    return bool(key) and any(text.startswith(key) for text in wanted)


def largest_line(doc: Document) -> str | None:
    """The one line that a hand-made page sets in larger letters than all others, by FONT elements:
    its tab says no more than the site's name."""
    lines: dict[int, set[str]] = {}
    for font in islice(doc.all_of("font"), MAX_FONTS):
        size = _size_of(font)
        text = text_of_element(font) if size >= LARGE else ""
        brief = len(text) <= MAX_LINE_CHARS and spoken_words(text) >= LEAST_LINE_WORDS
        if brief and not _is_other(font):
            lines.setdefault(size, set()).add(text)
    found = lines[max(lines)] if lines else set()
    return found.pop() if len(found) == 1 else None


def _size_of(font: HtmlElement) -> int:
    """The size of a FONT element's letters, from 1 to 7; «+2» is more than the usual 3."""
    told = (font.get("size") or "").strip()
    if told[:1] == "+":
        return USUAL + int(told[1:]) if told[1:].isdecimal() else 0
    return int(told) if told.isdecimal() else 0


USUAL, LARGE, MAX_FONTS = 3, 5, 500
MAX_LINE_CHARS, LEAST_LINE_WORDS = 200, 4


def headings_in_title(doc: Document, headings: Iterable[Heading]) -> list[Heading]:
    """Those of a page's lower headings that are a part of the tab's title beside the site's name:
    where nothing is marked as the headline, one of them is."""
    wanted = _parts(tab_title(doc) or "")
    return [h for h in headings if letters(h.text) in wanted and h.element.find(".//a") is None]


def told_in_data(doc: Document, page_title: str) -> str | None:
    """The part of the tab's title that the page's data give as a title, where the page shows none
    itself; None where they give none."""
    parts = _parts(page_title)
    return title_in_data(doc, parts) if parts else None


def _parts(title: str) -> frozenset[str]:
    """The beginnings and ends of a title up to each separator, what stands between two, in Chinese
    and Japanese what stands before a space or a dash, and where nothing else parts it what stands
    behind a few words and a colon, folded; none without separator."""
    spans = separators(title)
    keys = {letters(part) for start, end in spans for part in (title[:start], title[end:])}
    keys |= {letters(title[a[1] : b[0]]) for a, b in pairwise(spans)}
    for sign in chain(
        islice(_DENSE_SPACE.finditer(title), MAX_SPACES),
        islice(_DENSE_SIGN.finditer(title), MAX_SPACES),
    ):
        keys.add(letters(title[: sign.start()]))
    house, colon, rest = title.partition(": ")
    if colon and not spans and spoken_words(house) <= MAX_HOUSE_WORDS:
        keys.add(letters(rest))
    return frozenset(key for key in keys if len(key) >= MIN_LETTERS)


_DENSE_SPACE = late_pattern(
    r"(?<=[\u3040-\u30ff\u3400-\u9fff」』”》])\s+(?=[\u3040-\u30ff\u3400-\u9fff])"
)
"""A space between two words of a script that sets none apart: the site's name may follow it."""
_DENSE_SIGN = late_pattern(
    r"(?<=[\u3040-\u30ff\u3400-\u9fff」』”》！？])[-－_–—](?=[\u3040-\u30ff\u3400-\u9fff])"
)
"""What such a script sets before the site's name without spaces: «橋が閉じる-港の新聞»."""
MAX_SPACES, MAX_HOUSE_WORDS = 6, 4


def _is_other(element: HtmlElement) -> bool:
    """Whether an element is a link, the site's name, or in a part that holds other articles."""
    if element.tag == "a" or next(element.iterancestors("a"), None) is not None:
        return True
    if element.find(".//a") is not None or in_other_region(element):
        return True
    return is_site_title(Heading(element, "", 0, named=False))
