"""Boxes of a page's machinery amid a body, told by what they hold: players, calendars, beginnings
of other articles, who the author is, gates with a list of what members get, and what waits for a
reader's consent."""

from __future__ import annotations

import re

from lxml.etree import XPath
from lxml.html import HtmlElement

from pipeline.bodies.badges import shows_badges
from pipeline.bodies.spans import SENTENCE_END
from pipeline.consent import speaks_of_consent
from pipeline.page.author_pages import is_author_page
from pipeline.page.elements import text_of_element
from pipeline.page.pieces import Piece
from pipeline.punctuation import COLONS, FULL_STOPS
from pipeline.records import BlockKind
from pipeline.text import spoken_words

MAX_LINES = 12
"""Lines of such a box at most; a calendar has one for each week."""
MAX_SHARE = 0.3
"""The largest share of a text that such a box is."""


def widget_region(element: HtmlElement, pieces: list[Piece], whole: int) -> str | None:
    """The region of a box that is such a thing, or None; `whole` are the letters of the text."""
    if len(pieces) > MAX_LINES or element.tag not in _BOXES:
        return None
    if element.tag == "table":
        return "embed" if _is_calendar(pieces) else None
    size = sum([len(piece.text) for piece in pieces])
    if 2 * size < whole and _lists_beginnings(pieces):
        return "teaser"
    if size <= MAX_CHARS and _presents_author(pieces):
        return "author-box"
    if 2 * size <= whole and _waits_for_consent(element, pieces):
        return "embed"
    if size > min(MAX_CHARS, MAX_SHARE * whole):
        return None
    if size <= MAX_PLAYER_CHARS and (_plays(element, pieces) or _quotes(pieces)):
        return "embed"
    if _leads_on(pieces):
        return "teaser"
    if shows_badges(element, pieces):
        return "share"
    return "newsletter" if _is_gate(element, pieces) else None


_BOXES = frozenset({"div", "section", "table", "figure", "aside"})
MAX_CHARS, MAX_PLAYER_CHARS = 500, 240


def _plays(element: HtmlElement, pieces: list[Piece]) -> bool:
    """Whether a line of a box is a player's clock, «00:00 / 31:12», or its lines are one word, a
    title and how long it takes: «Watch», «Inside the mill», «02:14». The word may be missing where
    no box beside it has such a line: entries of a day have their time. One with a bar to go on and
    back by is a player whatever it calls its film."""
    if any(len(p.text) <= MAX_CLOCK_CHARS and _CLOCK.match(p.text) for p in pieces):
        return True
    if _PLAYER(element) and not any(p.text[-1] in SENTENCE_END for p in pieces):
        return True
    if len(pieces) == LABEL_TITLE_LENGTH - 1 and _LENGTH.fullmatch(pieces[-1].text):
        if element.find(".//img") is not None:
            return False  # an entry with its picture and its time
        beside = (element.getprevious(), element.getnext())
        return not any(e is not None and _TIMED.search(text_of_element(e)) for e in beside)
    if len(pieces) != LABEL_TITLE_LENGTH or _LENGTH.fullmatch(pieces[-1].text) is None:
        return False
    label, title = pieces[0].text, pieces[1].text
    names = label.isalpha() and len(label) <= MAX_LABEL_CHARS
    return names and title[-1] not in FULL_STOPS + COLONS


_PLAYER = XPath("boolean((.//audio | .//video) and .//input[@type='range'])")
"""A player with a bar of its own to go on and back by."""
LABEL_TITLE_LENGTH, MAX_LABEL_CHARS = 3, 14
_LENGTH = re.compile(r"[▶►]?\s?\d{1,2}:\d{2}(?::\d{2})?")
_TIMED = re.compile(r"^\s*\d{1,2}:\d{2}(?!\d)|(?<!\d)\d{1,2}:\d{2}\s*$")
"""A line that begins or ends with a time."""


MAX_CLOCK_CHARS = 40
_CLOCK = re.compile(r"[▶►⏵⏯\s]{0,3}0?0:00\s*[/|·–-]?\s*-?\d{1,2}:\d{2}")


def _presents_author(pieces: list[Piece]) -> bool:
    """Whether a box is a name for its heading and a line or two, the last of which says the name
    again and leads to the page of an author: «Jane Doe», «Writes on trains», «More by Jane Doe»; or
    the name is such a link, and the line right below it begins with it."""
    head, last = pieces[0], pieces[-1]
    if not 2 <= len(pieces) <= MOST_PROFILE_LINES or spoken_words(head.text) > MAX_NAME_WORDS:
        return False
    if head.link is not None and head.link_share == 1 and is_author_page(head.link.get("href")):
        return pieces[1].text.startswith(f"{head.text} ")
    if head.kind is not BlockKind.HEADING or head.text not in last.text:
        return False
    return any(is_author_page(a.get("href")) for a in last.element.iter("a"))


MOST_PROFILE_LINES, MAX_NAME_WORDS = 4, 5


def _leads_on(pieces: list[Piece]) -> bool:
    """Whether a box is a linked headline, or a link of a word or two that leads on, beside the one
    line that another article begins with, broken off, below a label perhaps: «Details»."""
    if not TEASER_LINES[0] <= len(pieces) <= TEASER_LINES[1]:
        return False
    begun = pieces[-1] if pieces[-1].text.endswith(BROKEN_OFF) else pieces[-2]
    if begun.linked or not begun.text.endswith(BROKEN_OFF):
        return False
    others = [piece for piece in pieces if piece is not begun]
    own = [piece for piece in others if piece.link_share <= MOSTLY_LINKED]
    if len(own) == len(others):
        return False
    if begun is not pieces[-1] and spoken_words(pieces[-1].text) > MAX_LEADING_WORDS:
        return False
    return not own or (own == others[:1] and len(own[0].text) <= MAX_TEASER_LABEL)


def _lists_beginnings(pieces: list[Piece]) -> bool:
    """Whether a box has nothing but linked headlines and, below each, what that article begins
    with, broken off, under a label perhaps."""
    if len(pieces) < LEAST_LISTED or not pieces[-1].text.endswith(BROKEN_OFF):
        return False
    rows = pieces[len(pieces) % 2 :]
    label = pieces[: len(pieces) % 2]
    return all(len(piece.text) <= MAX_TEASER_LABEL for piece in label) and all(
        head.link_share > MOSTLY_LINKED and not begun.linked and begun.text.endswith(BROKEN_OFF)
        for head, begun in zip(rows[::2], rows[1::2], strict=True)
    )


LEAST_LISTED = 4
TEASER_LINES, MAX_LEADING_WORDS, MOSTLY_LINKED, MAX_TEASER_LABEL = (2, 4), 3, 0.6, 30
BROKEN_OFF = ("…", "...", "…]", "...]")


def _quotes(pieces: list[Piece]) -> bool:
    """Whether a box is a label and below it prices with their change, under no heads of columns:
    what a site shows of the markets."""
    label, *rows = pieces
    brief = len(label.text) <= MAX_CLOCK_CHARS and label.text[-1] not in SENTENCE_END
    return brief and len(rows) >= LEAST_QUOTES and all(_QUOTE.fullmatch(p.text) for p in rows)


LEAST_QUOTES = 2
_QUOTE = re.compile(
    r"[^|\d]{2,24}(?:\d{2,3})? \| \W?\d[\d.,٫]*\W? \| [+\-−–▲▼]\s?\d+(?:[.,٫]\d+)?\s?[%٪]?"
)


def _is_calendar(pieces: list[Piece]) -> bool:
    """Whether the rows of a table are the days of a month, a few labels aside."""
    rows = [p.text for p in pieces if _WEEK.fullmatch(p.text)]
    days = [int(day) for row in rows for day in row.split(" | ")]
    return (
        len(days) >= LEAST_DAYS
        and days == list(range(days[0], days[0] + len(days)))
        and len(pieces) - len(rows) <= MAX_CALENDAR_LABELS
    )


_WEEK = re.compile(r"\d{1,2}(?: \| \d{1,2}){0,6}")
LEAST_DAYS, MAX_CALENDAR_LABELS = 14, 4


def _is_gate(box: HtmlElement, pieces: list[Piece]) -> bool:
    """Whether a box lists a few things, in no sentences, below a line, and ends with a link or a
    button to sign in, to join or to pay."""
    items = [p for p in pieces if p.kind is BlockKind.LIST_ITEM]
    if len(items) < LEAST_ITEMS or pieces[0].kind is BlockKind.LIST_ITEM:
        return False
    if any(p.text[-1] in SENTENCE_END or len(p.text) > MAX_ITEM_CHARS for p in items):
        return False
    if box.find(".//h1") is not None:
        return False  # an article's head, with a list of who wrote it and buttons to share it
    if pieces[-1].kind is BlockKind.LIST_ITEM or pieces[-1].link_share < LINKED:
        return box.find(".//button") is not None
    return any(_JOINS.search(link.get("href") or "") for link in box.iter("a"))


def _waits_for_consent(box: HtmlElement, pieces: list[Piece]) -> bool:
    """Whether a box has a button, or a box to tick, below its first line and speaks mostly of
    consent: it stands where a film or a post of another site would. A button above it unfolds what
    it says."""
    button = next(box.iter("button", "input"), None) if len(pieces) <= MAX_WAITING else None
    if button is None:
        return False
    if next(e for e in box.iter() if e is button or e is pieces[0].element) is button:
        return False
    size = sum(len(piece.text) for piece in pieces)
    return sum(len(p.text) for p in pieces if speaks_of_consent(p.text)) * 3 >= size


MAX_WAITING = 5
LEAST_ITEMS, MAX_ITEM_CHARS = 2, 60
LINKED = 0.5
_JOINS = re.compile(
    r"(?:^|[/?=.])(?:abo|abonnements?|subscri[a-z]*|suscri[a-z]*|log-?in|sign-?(?:in|up)|join|plans?|"
    r"regist(?:er|ration|rarse)|members?|membership|premium|accounts?|upgrade|pricing|offers?|"
    r"donat[a-z]*)(?:$|[/?=&#.])",
    re.IGNORECASE,
)


_SOLD = XPath("boolean(.//a[contains(@rel, 'sponsored')])")
_OTHERWISE = XPath("boolean(.//pre | .//table | .//time | .//blockquote | .//figcaption)")
_PRICE = re.compile(
    r"\W{0,2}(?:[^\W\d_]{2,8}\s?)?[$€£¥₹₺₽]?\s?\d[\d.,٬٫]*\s?(?:[$€£¥₹₺₽円元]|[^\W\d_]{2,8})?"
)
MOST_SOLD_PIECES = 4


def is_for_sale(box: HtmlElement, pieces: list[Piece]) -> bool:
    """Whether a box shows one thing with its name and its price, or with a link that is paid for;
    no line of it is a sentence."""
    if len(pieces) > MOST_SOLD_PIECES or pieces[0].kind is not BlockKind.HEADING:
        return False
    if _OTHERWISE(box) or any(piece.text[-1] in SENTENCE_END for piece in pieces):
        return False
    return any(_PRICE.fullmatch(p.text) for p in pieces[1:]) or bool(_SOLD(box))
