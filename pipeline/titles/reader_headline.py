"""The headline that a page shows its readers, where all that it declares is a title for sharing.

A title for search engines or for sharing may be in other words than the headline. Where the page
shows it nowhere and no data of the article say it, its first heading is the headline, if that
tells of the same thing.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache
from urllib.parse import unquote, urlsplit

from lxml.html import HtmlElement

from pipeline.page.elements import letters, text_of_element
from pipeline.page.html import Document
from pipeline.page.texts import own_texts
from pipeline.page.within import in_other_region
from pipeline.patterns.rule_files import read_rules
from pipeline.text import spoken_words
from pipeline.titles.for_sharing import MIN_WORD_CHARS, parts_of
from pipeline.titles.headings import Heading
from pipeline.titles.page_headline import alike
from pipeline.titles.plain_headline import shown_title
from pipeline.titles.site_names import tab_title

MIN_WORDS = 3
"""Words of a headline at least: fewer are a section, or the label of a box."""
MIN_SHARED = 2
"""Words that a headline and a title of the same thing have in common, and half of the title's."""
MIN_SLUG_CHARS = 20
"""Letters of a page's name in its address, or with which its tab begins, that are no accident."""
LONGER, MORE_CHARS = 1.5, 20
"""How much longer than the title a headline may be: more is a standfirst."""


def headline_of_reader(doc: Document, title: str, firsts: Sequence[Heading]) -> str | None:
    """The first heading of the first level, where it tells of what a `title` for sharing tells that
    the page shows nowhere; None where it may be anything else."""
    heading = next((h for h in firsts if h.level == 1), None)
    if heading is None or in_other_region(heading.element):
        return None
    key, other = letters(heading.text), letters(title)
    if key in other or other in key or spoken_words(heading.text) < MIN_WORDS:
        return None  # a kicker more or less, or the site's name
    if len(heading.text) > LONGER * len(title) + MORE_CHARS or _has_parts(heading.element):
        return None
    if not _is_told(doc, heading.text, title) or _differ_in_a_word(heading.text, title):
        return None
    if shown_title(doc, title):
        return None
    return heading.text


def without_kind(doc: Document, title: str, firsts: Sequence[Heading]) -> str:
    """The heading of the first level that a declared title ends with behind a bar or what a text is
    called, shown right above it: «Opinion | …», «Opinion: …»; else the title as it is. Before a
    colon anything else is a part of the headline, shown in a line of its own; words that the page
    shows nowhere are for whoever searches: «Everything you need to know: …»."""
    if any(heading.text == title for heading in firsts):
        return title
    for heading in firsts:
        before = title.removesuffix(heading.text).rstrip()
        label = before[:-1].rstrip()
        if heading.level != 1 or before == title or not 0 < len(label) <= MAX_LABEL_CHARS:
            continue
        if before[-1] == "|" or (before[-1] in ":：" and _is_shown_label(label, heading.element)):
            return heading.text
        long = spoken_words(heading.text) >= MIN_WORDS
        if before[-1] in ":：" and long and not _is_shown(doc, label):
            return heading.text
    return title


def _is_shown(doc: Document, label: str) -> bool:
    """Whether an element of a page has a label for all of its text, a sign behind it perhaps."""
    key = letters(label)
    return any(
        len(text) <= 2 * MAX_LABEL_CHARS and letters(text) == key for text, _ in own_texts(doc)
    )


MAX_LABEL_CHARS = 30


def _is_shown_label(label: str, heading: HtmlElement) -> bool:
    """Whether a word for what a text is stands in an element of its own right above a heading."""
    above = _right_above(heading) if letters(label) in _kinds() else None
    return above is not None and letters(text_of_element(above)) == letters(label)


@cache
def _kinds() -> frozenset[str]:
    """The folded words for what a text is, in any language."""
    rows = read_rules("bylines.toml").values()
    told = (row.get(key, ()) for row in rows for key in ("opinions", "kinds"))
    return frozenset(letters(word) for each in told for word in each)


def _right_above(element: HtmlElement) -> HtmlElement | None:
    """The element before one, or before the box that it opens."""
    for _ in range(DEEP):
        above, around = element.getprevious(), element.getparent()
        if above is not None or around is None:
            return above
        element = around
    return None


DEEP = 2


def _differ_in_a_word(one: str, other: str) -> bool:
    """Whether two titles are one but for a word that is written otherwise: then the title that is
    declared is as good."""
    words, others = ([letters(word) for word in text.split()] for text in (one, other))
    same = alike(words, others) + alike(words[::-1], others[::-1])
    return same >= max(len(words), len(others)) - 1


def _has_parts(heading: HtmlElement) -> bool:
    """Whether a heading holds elements beside words of its own, or several: a kicker is one."""
    words = (heading.text or "").strip() or "".join(part.tail or "" for part in heading).strip()
    parts = sum(1 for part in heading.iterdescendants(*_PARTS) if (part.text or "").strip())
    return parts > 1 or (parts == 1 and bool(words))


_PARTS = ("span", "div", "p", "small", "strong", "b", "a")


def _is_told(doc: Document, headline: str, title: str) -> bool:
    """Whether a headline is told by a title for sharing, by the tab or by the page's address."""
    key = letters(headline)
    name = urlsplit(doc.url).path.rstrip("/").rpartition("/")[2].partition(".")[0]
    tab = tab_title(doc) or ""
    if len(key) >= MIN_SLUG_CHARS and letters(unquote(name)) == key:
        return True
    if key in map(letters, parts_of(tab)):
        return False  # the site's name, or a headline that is shared under another one
    if len(key) >= MIN_SLUG_CHARS and letters(tab).startswith(key):
        return True
    words = {word[:MIN_WORD_CHARS] for word in map(letters, title.split())}
    long = {word for word in words if len(word) == MIN_WORD_CHARS}
    shared = sum(word in key for word in long)
    return shared >= MIN_SHARED and 2 * shared >= len(long)
