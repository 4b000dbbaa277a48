"""Boxes that ask readers for an address or for support."""

from __future__ import annotations

import re

from lxml.etree import XPath
from lxml.html import HtmlElement

from pipeline.bodies.captions import MAX_CAPTION_CHARS
from pipeline.bodies.spans import SENTENCE_END, is_good
from pipeline.lines.known_lines import heads_appeal, signs_up
from pipeline.page.elements import LOWER_HEADINGS, text_of_element
from pipeline.page.pieces import Piece
from pipeline.records import BlockKind
from pipeline.text import spoken_words
from pipeline.urls import absolute, is_of_main_site, same_site, split_url

CONTROL = XPath("boolean(.//button | .//input | .//form | .//audio)")
MAX_BUTTON_WORDS = 3
"""Words of a link that is made like a button: «Download now»."""
LEAST_BESIDE = 2
"""Paragraphs beside a box, in the element that holds it: then it stands amid them."""

MOST_SIGN_UP_PIECES = 9
MAX_SIGN_UP_CHARS = 220
"""Lines of a form for a newsletter, and the letters of one that no rule tells."""
MOST_SIGN_UP_SHARE = 0.3
"""The largest share of a text that such a form is, or a box of facts."""


def _signs_up(box: HtmlElement, pieces: list[Piece], whole: int) -> bool:
    """Whether a box is a form for a newsletter by what its lines say: two of them ask for it, or
    one below a heading or beside a button."""
    if not 2 <= len(pieces) <= MOST_SIGN_UP_PIECES:
        return False
    if sum(len(piece.text) for piece in pieces) > MOST_SIGN_UP_SHARE * whole:
        return False
    told = [signs_up(piece.text) for piece in pieces]
    asking = [p for p, own in zip(pieces, told, strict=True) if own]
    if not asking or is_of_inner(box, asking, pieces):
        return False
    longest = max((len(p.text) for p, own in zip(pieces, told, strict=True) if not own), default=0)
    headed = pieces[0].kind is BlockKind.HEADING or pieces[0].bold
    return longest <= MAX_SIGN_UP_CHARS and (sum(told) > 1 or headed or bool(CONTROL(box)))


def asks_readers(
    box: HtmlElement, around: frozenset[HtmlElement], pieces: list[Piece], whole: int
) -> bool:
    """Whether a box asks for an address or for support; `around` are all elements around fields for
    the address of a mailbox."""
    if box in around and _takes_address(box, around, pieces, whole):
        return True
    return _signs_up(box, pieces, whole) or _is_headed_appeal(box, pieces, whole)


def leads_to_offer(pieces: list[Piece], whole: int, url: str) -> bool:
    """Whether a box is a line that is a link to the letters of the site at `url`, its subscriptions
    or its funds, and brief ones below it that tell of them, whatever their words; or a heading, and
    brief lines that end with such a link behind their last sentence."""
    if not 2 <= len(pieces) <= MOST_OFFER_PIECES:
        return False
    head, *told = pieces
    size = sum(len(piece.text) for piece in pieces)
    if size > MOST_SIGN_UP_SHARE * whole or max(len(p.text) for p in told) > MAX_SIGN_UP_CHARS:
        return False
    if head.link is not None and head.link_share == 1 and not told[0].linked:
        return _leads_to_offer(head.link, url)
    headed = (head.kind is BlockKind.HEADING or head.bold) and not head.linked
    return headed and _ends_with_button(told) and _leads_to_offer(told[-1].link, url)


def _ends_with_button(told: list[Piece]) -> bool:
    """Whether lines end with the only link in them, of a few words: a line of its own, or behind
    the stop of what the last one says."""
    last = told[-1]
    if last.link is None or any(piece.linked for piece in told[:-1]):
        return False
    button = text_of_element(last.link)
    said = last.text.removesuffix(button).rstrip()
    alone = last.linked <= len(button) and (not said or said[-1] in SENTENCE_END)
    return alone and 0 < spoken_words(button) <= MAX_BUTTON_WORDS


def _leads_to_offer(link: HtmlElement | None, url: str) -> bool:
    """Whether a link leads to what the site at `url` offers its readers."""
    target = absolute(link.get("href") or "", url) if link is not None else None
    if not target or _OFFER.match(split_url(target).path) is None:
        return False
    return same_site(target, url) or is_of_main_site(url, target)


MOST_OFFER_PIECES = 3
_OFFER = re.compile(
    r"(?:/[a-z]{2}(?:-[a-z]{2})?)?/(?:newsletters?|bolet[ií]n(?:es)?|sign-?up|subscri(?:be|ptions?)|abonn?ier(?:en)?"
    r"|abonn(?:e|ement|ements|er|ez-vous|eren)|s-abonner|suscri(?:pci[oó]n(?:es)?|birse|bete)|assin(?:e|atura|ar)"
    r"|abbona(?:ti|menti|mento)|abone(?:lik)?|prenumer(?:era|ation)|donat(?:e|ions?)|spenden?"
    r"|dons|donar|donaciones|support-us)/?$",
    re.IGNORECASE,
)
"""The path of such a page."""


def is_of_inner(box: HtmlElement, asking: list[Piece], pieces: list[Piece]) -> bool:
    """Whether the lines by which a box is told are an inner box's, that has its region already or
    the button too, and paragraphs of the text stand beside that: a column that begins with it."""
    if sum(is_good(p) and p.text[-1] in SENTENCE_END for p in pieces) < LEAST_BESIDE:
        return False
    if all(piece.region is not None for piece in asking):
        return True
    inner = {next((e for e in box if e in p.element.iterancestors()), None) for p in asking}
    return len(inner) == 1 and (child := inner.pop()) is not None and bool(CONTROL(child))


MOST_APPEAL_PIECES = 6
MOST_APPEAL_SHARE = 0.5
"""Lines of an appeal with a button, and its share of the text: below a news flash it is long."""


def _is_headed_appeal(box: HtmlElement, pieces: list[Piece], whole: int) -> bool:
    """Whether a box begins with a line that asks for support or offers a letter, and ends with a
    button or a link made like one."""
    if not 2 <= len(pieces) <= MOST_APPEAL_PIECES or len(pieces[0].text) > MAX_CAPTION_CHARS:
        return False
    if is_of_inner(box, pieces[:1], pieces):
        return False
    last = pieces[-1]
    brief = spoken_words(last.text) <= MAX_BUTTON_WORDS and last.link_share == 1
    if not (brief or CONTROL(box)) or not heads_appeal(pieces[0].text):
        return False
    return sum(len(piece.text) for piece in pieces) <= MOST_APPEAL_SHARE * whole


def around_address_fields(root: HtmlElement) -> frozenset[HtmlElement]:
    """The elements around each field in which a reader types the address of a mailbox."""
    fields = [field for field in root.iter("input") if field.get("type") == "email"]
    return frozenset(box for field in fields for box in field.iterancestors())


def _takes_address(
    box: HtmlElement, around: frozenset[HtmlElement], pieces: list[Piece], whole: int
) -> bool:
    """Whether a box around such a field holds brief lines, and no paragraphs beside what holds the
    field: a form for a newsletter, whatever its words."""
    if len(pieces) > MOST_SIGN_UP_PIECES:
        return False
    if sum(len(piece.text) for piece in pieces) > MOST_APPEAL_SHARE * whole:
        return False
    if max(len(piece.text) for piece in pieces) > MAX_SIGN_UP_CHARS:
        return False
    inner = next((child for child in box if child in around), None)
    beside = (p for p in pieces if inner is None or inner not in p.element.iterancestors())
    return sum(is_good(p) and p.text[-1] in SENTENCE_END for p in beside) < LEAST_BESIDE


def _is_of_script(link: HtmlElement, box: HtmlElement) -> bool:
    """Whether a link without an address is made like a button, in a box that no heading heads: in a
    part of a text it shows the code."""
    made = _MADE_LIKE.search(link.get("class") or "") is not None
    return made and not any(child.tag in LOWER_HEADINGS for child in box)


_MADE_LIKE = re.compile(r"(?:^|[\s_-])(?:button|btn)(?:$|[\s_-])", re.IGNORECASE)
"""How a link is called that is made like a button, and that a script follows."""


def button_of(box: HtmlElement) -> list[str]:
    """The words of the button or of the link with which a box ends, in small letters."""
    button = box.find(".//button")
    if button is not None:
        return str(button.text_content()).lower().split()
    last = box[-1] if len(box) else box
    while last.tag in ("div", "p") and len(last) == 1 and not (last.text or "").strip():
        last = last[0]
    if last.tag != "a" or not (last.get("href") or _is_of_script(last, box)):
        return []
    own = (last.text or "").lower().split()
    return own or ((last[0].text if len(last) else None) or "").lower().split()
