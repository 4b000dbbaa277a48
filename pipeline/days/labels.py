"""What stands before a day on its line."""

from __future__ import annotations

import re
from itertools import islice

from lxml.html import HtmlElement

from pipeline.days.calendars import with_months_signed
from pipeline.days.weekdays import without_weekday
from pipeline.days.words import (
    before_numbers,
    ends_with_on,
    plain,
    speaks_of_change,
    speaks_of_modification,
    speaks_of_publication,
    without_labels,
)
from pipeline.page.elements import text_of_element
from pipeline.patterns.late_patterns import late_pattern

_OTHER_LABEL = re.compile(r"[^\W\d_][\s:(]*$")
"""Words right before a day; a sign that parts it from what is said before may not stand there."""


def labelled_otherwise(text: str) -> bool:
    """Whether words stand right before the first number of a text that are neither those for a day
    of publication or of a change, nor a weekday: «Released: 14 September», «Version 2.1»."""
    before = before_numbers(plain(text))
    if _OTHER_LABEL.search(before) is None or speaks_of_publication(before):
        return False
    rest = without_weekday(without_labels(with_months_signed(before))).rstrip(" :(")
    return _OTHER_LABEL.search(rest) is not None and not ends_with_on(rest)


SENTENCE = 3
"""Words before a day that make more than a label."""


def is_told_of(text: str) -> bool:
    """Whether a text says of a day what it is the day of, and not that of publication: «This page
    was printed on 28/11/2026»."""
    before = before_numbers(plain(text))
    if speaks_of_publication(before):
        return False
    return len(without_weekday(with_months_signed(before)).split()) >= SENTENCE


def is_of_today(text: str) -> bool:
    """Whether a line says itself that its day is the present one: «Today: 3 May 2026», and in what
    other calendar it is the same."""
    return _TODAY.match(text) is not None


_TODAY = late_pattern(
    r"\W{0,3}(?:today(?:['’]s date)?|heute|hoy|oggi|hoje|aujourd['’]hui|vandaag|bugün|hari ini"
    r"|dziś|dzisiaj|сегодня|сьогодні|امروز|آج|ئەمڕۆ|今天|今日|오늘|برابر با|مصادف با)\s?[:：]",
    re.IGNORECASE,
)


OF_ENTRY = re.compile(
    r"(?:this (?:entry|post) was (?:written|posted|published)|"
    r"dieser (?:artikel|beitrag|eintrag) wurde|cet (?:article|billet) a été (?:publié|posté)|"
    r"est[ae] (?:entrada|artículo|artigo) (?:fue|foi) (?:publicad[ao]|escrit[ao]))(?=\s)",
    re.IGNORECASE,
)
"""How the line begins with which old themes tell day, author, section and feed of an entry in a
sentence of any length."""
_DAY_LABEL = re.compile(
    r"(?:date|datum|fecha|data|дата|dato|tarih|tanggal|التاريخ|تاريخ)\s*[:：]?", re.IGNORECASE
)
LABEL_BOXES = 2
"""Boxes beside which a day's label may stand: a term, a cell, the line's own words."""


def is_said_of_change(element: HtmlElement) -> bool:
    """Whether a page tells readers, in a day's line or right before it, that it is of a change."""
    if speaks_of_change(text_of_element(element)):
        return True
    for box in (element, *islice(element.iterancestors(), LABEL_BOXES)):
        before, around = box.getprevious(), box.getparent()
        said = text_of_element(before) + (before.tail or "") if before is not None else ""
        said = said or (around.text or "" if around is not None else "")
        if said.strip():
            return speaks_of_modification(plain(said[-MAX_SAID_CHARS:]))
    return False


YEAR = re.compile(r"(?<!\d)(?:19|20)\d\d(?!\d)")


def says_published(element: HtmlElement) -> bool:
    """Whether an element says itself, among its parts, that a day is that of publication: «Source:
    | Published: 2018-05-17 | Views: <b>12</b>»."""
    own = (element.text, *(part.tail for part in element))
    said = (text for text in own if text and len(text) <= MAX_SAID_CHARS and YEAR.search(text))
    labels = (before_numbers(plain(text)).rstrip() for text in said)
    return any(label.endswith(":") and speaks_of_publication(label) for label in labels)


MAX_SAID_CHARS = 100
MAX_DAY_CHARS = 40
"""Of a day with its time behind such a label."""


def tells_its_day(element: HtmlElement) -> bool:
    """Whether an element says itself, wherever it stands, that its day is the article's: it begins
    as the line below an old blog's entry, or is a row of facts with the label «Date» alone."""
    if OF_ENTRY.match((element.text or "").lstrip()):
        return True
    if len(element) != 1 or (element.text or "").strip() or len(element[0]):
        return False
    label, told = (element[0].text or "").strip(), (element[0].tail or "").strip()
    if not 0 < len(told) <= MAX_DAY_CHARS or not told[0].isdigit():
        return False
    return _DAY_LABEL.fullmatch(label) is not None


def is_in_box_of_change(element: HtmlElement) -> bool:
    """Whether a day stands in a box that is called the last change, whatever its label says:
    `<p class="VPLastUpdated">上次更新于 <time datetime="…"></time></p>`."""
    return any(map(_is_called_last_change, islice(element.iterancestors(), BOXES_OF_CHANGE)))


def _is_called_last_change(box: HtmlElement) -> bool:
    """Whether a box is called the last change, and tells of no other day before it."""
    names = f"{box.get('class') or ''} {box.get('id') or ''}"
    if _LAST_CHANGE.search(names) is None:
        return False
    label = before_numbers(plain(text_of_element(box)))
    return len(label) <= MAX_LABEL_CHARS and not speaks_of_publication(label)


BOXES_OF_CHANGE = 2
"""Boxes around a day whose name may tell that it is that of the last change."""
MAX_LABEL_CHARS = 40
_LAST_CHANGE = re.compile(r"last[-_]?(?:updated?|modified|edited|changed)", re.IGNORECASE)
