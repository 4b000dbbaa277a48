"""Labels of links to other articles: «You may like:», whatever their words."""

from __future__ import annotations

from itertools import islice, pairwise, takewhile

from lxml.html import HtmlElement

from pipeline.bodies.spans import SENTENCE_END, is_good
from pipeline.page.pieces import Piece
from pipeline.punctuation import CLOSING as CLOSING_SIGNS
from pipeline.punctuation import (
    FULL_STOPS,
    OPENING_QUOTES,
    QUESTION_MARK,
    QUESTION_MARKS,
    SENTENCE_ENDS,
)
from pipeline.records import BlockKind
from pipeline.text import spoken_words
from pipeline.url_shapes import url_shape
from pipeline.urls import canonical_url, host_port, other_page, path_segments, same_site

MAX_LABEL_CHARS = 40
_LABEL_ENDS = (
    ":",
    "\n",
    "-",
    "–",
    "—",
    "：",
    "|",
    ">",
    "»",
    ">>",
    "؛",
    "】",
    "]",
    "←",
    "→",
    "⟵",
    "⟶",
    "/",
)
_COLONS = (":", "：")
_STOPS = (*FULL_STOPS, ",", "،")
_QUESTIONS = tuple(QUESTION_MARKS)
_OPENING, _CLOSING = "([", ")]"
MAX_LABEL_WORDS = 4
MAX_OWN_LABEL_WORDS = 6
"""Words of a label that has an element of its own, and its line nothing else but the link; or whose
line is all bold."""
LEAST_TITLE_WORDS = 3
LEAST_HEADLINE_WORDS = 5


def mark_labelled_links(pieces: list[Piece], url: str) -> None:
    """A short label and a link to another page of the site that ends the line: «You may like:
    …», whatever the label's words."""
    for piece in pieces:
        link = piece.link
        if link is None or piece.region is not None:
            continue
        label, title = _parted(piece, link)
        if not label.strip() and _is_asked_headline(piece, link, url):
            piece.region = "links"
            continue
        if piece.kind is BlockKind.HEADING and not _leads_to_headline(label, title):
            continue  # «Best of all – Phone Two» heads what is told of it
        apart = _is_label_and_link(piece.element, link)
        headed = apart or label.rstrip(" ").endswith(_LABEL_ENDS) or "\n" in piece.text
        headed = headed or _asks(title) or _trails_off(label, title)
        most = MAX_LABEL_WORDS + _leads_to_headline(label, title)
        if apart or (piece.bold and label.rstrip().endswith(_COLONS)):
            most = MAX_OWN_LABEL_WORDS
        brief = 0 < spoken_words(label) <= most and spoken_words(title) >= LEAST_TITLE_WORDS
        if (headed and brief) or _is_led_to(label, title):
            target = canonical_url(link.get("href") or "", url or None)
            if not target or not path_segments(target):
                continue
            if not (same_site(target, url) or _names_site(label, target)):
                continue
            if (headed and brief) or (target != url and url_shape(target) == url_shape(url)):
                piece.region = "links"


def _is_asked_headline(piece: Piece, link: HtmlElement, url: str) -> bool:
    """Whether a paragraph is a question, and nothing else a link to another page of the site whose
    address is formed as the article's own is: another article's headline."""
    if piece.kind is not BlockKind.PARAGRAPH or piece.text[-1] not in QUESTION_MARKS:
        return False
    target = other_page(link.get("href"), url)
    return target is not None and url_shape(target) == url_shape(url)


def _names_site(label: str, target: str) -> bool:
    """Whether a label is the address of the site that its link leads to, «On harbour.example:»."""
    host = host_port(target).partition(":")[0].removeprefix("www.")
    return bool(host) and label.rstrip(" \xa0:：").lower().endswith(host)


def _parted(piece: Piece, link: HtmlElement) -> tuple[str, str]:
    """What stands before the link that ends a line, and the link: without brackets around both, and
    what closes the line behind it."""
    text = piece.text.rstrip(_CLOSING) if piece.text[0] in _OPENING else piece.text
    if link.tail and not text.endswith(last := (link.text_content().strip()[-1:] or text[-1])):
        whole = text.rstrip(_CLOSE_TITLES)
        text = whole if whole.endswith(last) else text
    cut = len(text) - piece.linked
    return text[:cut].lstrip(_OPENING), text[cut:]


def _is_led_to(label: str, title: str) -> bool:
    """Whether a line is a headline behind a few words that end with a colon, ask something, or open
    its quotation marks, «Hungry for more? Have a look at …». Sentences of news end with links too,
    «Apple had said that …»; titles of books and films are shorter, what a sentence links begins
    small, and a day stands before what a chronicle tells of it."""
    if not title or title[0].islower() or any(map(str.isdigit, label)):
        return False
    label = label.rstrip()
    if label.endswith(_COLONS):
        least = LEAST_HEADLINE_WORDS
    elif len(label) <= len(title) and (QUESTION_MARK.search(label) or label.endswith(_OPENS)):
        least = LEAST_LED_TO_WORDS
    else:
        return False
    return 0 < spoken_words(label) <= MAX_LEADING_WORDS and spoken_words(title) >= least


_OPENS = tuple(OPENING_QUOTES)
_CLOSE_TITLES = CLOSING_SIGNS + SENTENCE_ENDS + "“「」』"
MAX_LEADING_WORDS, LEAST_LED_TO_WORDS = 8, 6


def mark_labelled_rows(pieces: list[Piece]) -> None:
    """A label with a colon and several links that are all the rest of its line, below the text:
    «Threads: <a>…</a> <a>…</a>», whatever the label's words. Amid it they may be a report's, of a
    county and its towns."""
    good = [i for i, p in enumerate(pieces) if p.region is None and is_good(p)]
    below = 0
    most = MOST_BELOW * sum(len(pieces[i].text) for i in good)
    while good and below + len(pieces[good[-1]].text) <= most:
        below += len(pieces[good.pop()].text)
    last = good[-1] if good else 0
    for piece in pieces[last + 1 :]:
        if piece.region is not None or not piece.linked or piece.kind is not BlockKind.PARAGRAPH:
            continue
        links = piece.element.findall("a")
        label = (piece.element.text or "").strip()
        if len(links) < LEAST_ROW or not label.endswith(_COLONS) or len(label) > MAX_LABEL_CHARS:
            continue
        apart = len(links) == len(piece.element)
        if apart and not any((link.tail or "").strip(_BETWEEN_LINKS) for link in links):
            piece.region = "links"


LEAST_ROW = 2
MOST_BELOW = 0.25
"""The share of a text's long lines that may stand below: on its writer, and what readers said."""
_BETWEEN_LINKS = " \t\n\r\xa0,،、;؛|/·•#-"


def give_listed_back(pieces: list[Piece], url: str) -> None:
    """The items of a list that are links to other sites, below a sentence of the text that ends
    with a colon and above text that goes on, are what it speaks of: «The team tested these four
    tools, each of which is free:»."""
    last = max((i for i, p in enumerate(pieces) if p.region is None and is_good(p)), default=0)
    for i, label in enumerate(pieces[:last]):
        if label.region is not None or not label.text.endswith(_COLONS) or label.linked:
            continue
        if spoken_words(label.text) < LEAST_LISTING_WORDS:
            continue
        below = pieces[i + 1 : min(last, i + 1 + MAX_LISTED)]
        row = list(takewhile(lambda p: p.kind is BlockKind.LIST_ITEM and p.link is not None, below))
        to = [
            canonical_url(p.link.get("href") or "", url or None) for p in row if p.link is not None
        ]
        if len(row) > 1 and all(each and not same_site(each, url) for each in to):
            for piece in row:
                piece.region = None if piece.region == "links" else piece.region


MAX_LISTED = 100
LEAST_LISTING_WORDS = 8
"""Words of a sentence that tells what stands in the list below it; a label has fewer."""


def mark_directory(pieces: list[Piece], url: str) -> None:
    """The last paragraph, where it links the site and ten and more of its sections by a few words
    each: «On The Courier you find the prices of gold, the league's news, …»."""
    last = next((p for p in reversed(pieces) if p.region is None and not _is_brief(p)), None)
    if last is None or last.link_share < LEAST_DIRECTORY_SHARE or last.kind in _IN_GRIDS:
        return
    links = [link for link in last.element.iter("a") if link.get("href")]
    if len(links) < LEAST_DIRECTORY or not any(p.region is None for p in pieces[:3]):
        return
    if all(spoken_words(link.text_content()) <= MAX_SECTION_WORDS for link in links):
        to = [canonical_url(link.get("href") or "", url or None) for link in links]
        own = all(each and same_site(each, url) for each in to)
        if own and any(each and not path_segments(each) for each in to):
            last.region = "links"


LEAST_DIRECTORY, LEAST_DIRECTORY_SHARE, MAX_SECTION_WORDS = 10, 0.35, 4
_IN_GRIDS = (BlockKind.TABLE_ROW, BlockKind.HEADING, BlockKind.QUOTE)


def _is_brief(piece: Piece) -> bool:
    return len(piece.text) < MAX_LABEL_CHARS


def _leads_to_headline(label: str, title: str) -> bool:
    """Whether a colon leads to a headline: several words, and no full stop behind them."""
    leads = label.rstrip().endswith(_COLONS) and not title.rstrip().endswith(_STOPS)
    return leads and spoken_words(title) >= LEAST_HEADLINE_WORDS


def _trails_off(label: str, title: str) -> bool:
    """Whether a label ends as Arabic headlines are parted, «In the same context..», before one."""
    whole = not title.rstrip().endswith(_STOPS) and spoken_words(title) >= LEAST_HEADLINE_WORDS
    return whole and label.rstrip().endswith(_TRAILS)


_TRAILS = ("..", "…")


def _asks(title: str) -> bool:
    """Whether a link that ends a line is a headline that asks."""
    asks = title.rstrip().endswith(_QUESTIONS)
    return asks and spoken_words(title) >= LEAST_HEADLINE_WORDS


def _is_label_and_link(element: HtmlElement, link: HtmlElement) -> bool:
    """Whether an element holds nothing but a label in an element of its own, and then a link."""
    if len(element) != 2 or element[1] is not link or element[0].tag == "a":
        return False
    return not any((text or "").strip() for text in (element.text, element[0].tail, link.tail))


def mark_labels_around_links(pieces: list[Piece]) -> None:
    """What is left of a line whose link is called one to another article: «Read also:»."""
    for link, label in pairwise(pieces):
        if link.region not in ("related", "teaser") or label.region is not None:
            continue
        brief = label.text.endswith((":", "：")) and len(label.text) <= MAX_LABEL_CHARS
        if brief and label.element in islice(link.element.iterancestors(), MAX_BOX):
            label.region = "links"


MAX_BOX = 8
"""Links that a box may hold below its label."""


def mark_labels_of_links(pieces: list[Piece]) -> None:
    """A short label whose box holds nothing else but links, whatever its words."""
    for i, piece in enumerate(pieces[:-1]):
        if piece.kind is BlockKind.CODE:
            continue
        if piece.region is None and _is_over_teasers(pieces, i):
            piece.region = "links"
        if piece.region is not None or pieces[i + 1].region not in ("links", "headline"):
            continue
        if len(piece.text) > MAX_LABEL_CHARS or spoken_words(piece.text) > MAX_LABEL_WORDS + 1:
            if _heads_last_links(pieces, i):
                piece.region = "links"
            continue
        own = piece.element is pieces[i + 1].element
        box = piece.element if own else piece.element.getparent()
        if piece.text.endswith((":", "：", "|", "»", "›", ">")) and pieces[i + 1].region == "links":
            if not _labels_itself(pieces[i + 1]):
                piece.region = "links"
        elif box is not None and piece.text[-1] not in SENTENCE_END:
            around = [p for p in pieces[max(0, i - 2) : i + MAX_BOX] if p is not piece]
            inside = [
                p
                for p in around
                if p.element is box or box in islice(p.element.iterancestors(), MAX_BOX)
            ]
            marks = {p.region for p in inside}  # an article's contents begin with its headline
            if "links" in marks and marks <= {"links", "headline"}:
                piece.region = "links"


def _labels_itself(piece: Piece) -> bool:
    """Whether a line has a label of its own before its link: what stands above and ends with a
    colon heads what goes on below both, «The prices:», «Read also: …», and a list."""
    label = piece.text[: len(piece.text) - piece.linked].rstrip()
    return piece.linked > 0 and any(map(str.isalpha, label)) and label.endswith(_LABEL_ENDS)


MAX_LAST_LABEL_CHARS, LEAST_LAST_LINKS = 80, 2
"""Of a label below a text, and the links below it: «More about the harbour and its boats:»."""


def _heads_last_links(pieces: list[Piece], i: int) -> bool:
    """Whether a label with a colon stands above links with which a text ends."""
    label, below = pieces[i], pieces[i + 1 : i + 1 + LEAST_LAST_LINKS]
    if len(label.text) > MAX_LAST_LABEL_CHARS or not label.text.endswith(_COLONS):
        return False
    if len(below) < LEAST_LAST_LINKS or any(piece.region != "links" for piece in below):
        return False
    return all(piece.region is not None for piece in pieces[i + 1 :])


MAX_TEASERS = 60
"""Lines below a heading within which prose would show that it is the article's."""


def _is_label(piece: Piece) -> bool:
    """Whether a line is a few words in a box of their own, and no sentence."""
    brief = len(piece.text) <= MAX_LABEL_CHARS and spoken_words(piece.text) <= MAX_LABEL_WORDS
    return brief and piece.element.tag == "div" and piece.text[-1] not in SENTENCE_END


def _is_over_teasers(pieces: list[Piece], i: int) -> bool:
    """Whether a heading or a label stands over teasers alone: no prose before the next one."""
    if pieces[i + 1].region not in ("teaser", "related"):
        return False
    if pieces[i].kind is not BlockKind.HEADING and not _is_label(pieces[i]):
        return False
    after = next((p for p in islice(pieces, i + 1, i + MAX_TEASERS) if p.region is None), None)
    return after is None or after.kind is BlockKind.HEADING or not is_good(after)
