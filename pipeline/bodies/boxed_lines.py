"""Short lines in boxes of no paragraph, where an article is written in paragraphs: labels, credits,
advertisements; and what tells of some that they are the text's."""

from __future__ import annotations

import re

from lxml.html import HtmlElement

from pipeline.bodies.answered import is_answered
from pipeline.bodies.headed_lists import answered, judged_points
from pipeline.bodies.notes import is_noted
from pipeline.bodies.spans import SENTENCE_END, is_row_of_facts
from pipeline.fingerprints import skeleton
from pipeline.lines.known_lines import heads_summary
from pipeline.lines.stems import stems_of, telling_stems
from pipeline.page.elements import is_only_child
from pipeline.page.pieces import Piece
from pipeline.page.region_names import is_standfirst_name, is_subheading_name, names_of
from pipeline.patterns.late_patterns import late_pattern
from pipeline.people.given_names import persons_in
from pipeline.punctuation import COLONS, STOPS
from pipeline.records import BlockKind
from pipeline.text import spoken_words

SHORT_CHARS = 60

PROSE_CHARS = 250
PROSE_SHARE = 0.7
"""From so much text in paragraphs on, and so large a share of it, an article is written in them.
The first is what trafilatura takes for enough."""


def mark_boxed(ours: list[Piece], parts: frozenset[int] = frozenset()) -> None:
    """Short lines that stand in a box of no paragraph, where the article is written in paragraphs:
    labels, credits, advertisements. Above the text a sentence may be its standfirst: of four others
    on 306 pages none is text. trafilatura reads no such box then, and need not be asked."""
    told = [p.text for p in ours if p.element.tag == "p"]
    prose = sum(map(len, told))
    if prose < PROSE_SHARE * sum(len(p.text) for p in ours):
        return
    if prose < PROSE_CHARS and sum(map(width_of, told)) < PROSE_CHARS:
        return
    spared = answered(ours, 0) | judged_points(ours)
    for number, piece in enumerate(ours):
        if piece.element.tag != "div" or number in spared or id(piece) in parts:
            continue
        is_line = is_row_of_facts(piece) or (
            is_short(piece) and (number > 0 or not _is_sentence(piece.text))
        )
        opens = is_standfirst_name(names_of(piece.element)) and (
            number == 0 or piece.text[-1] in SENTENCE_END
        )
        opens = opens or _is_called_summary(piece.text)
        if is_line and not opens and not is_text(ours, number):
            piece.region = "unconfirmed"


def _is_sentence(text: str) -> bool:
    """Whether a line is a sentence by its stop, and not the number of an entry: «1.»."""
    return text[-1] in SENTENCE_END and any(map(str.isalpha, text))


def _is_called_summary(text: str) -> bool:
    """Whether a sentence is called the sum of its article: «摘要：…»."""
    label, colon, _ = text[:MAX_SUMMARY_LABEL].replace("：", ":").partition(":")
    return colon != "" and text[-1] in SENTENCE_END and heads_summary(label)


MAX_SUMMARY_LABEL = 20


def _heads(ours: list[Piece], number: int) -> bool:
    """Whether a line is called a heading amid a text, and stands between two of its paragraphs."""
    piece, around = ours[number], ours[max(0, number - 1) : number + 2]
    if len(around) < 3 or piece.linked or not is_subheading_name(names_of(piece.element)):
        return False
    box = piece.element.getparent()
    return all(p.element.getparent() is box for p in (around[0], around[2]) if p.element.tag == "p")


def _heads_boldly(ours: list[Piece], number: int) -> bool:
    """Whether an open bold line in a box without a name stands between two paragraphs, and another
    one does: the headings that editors set."""
    return _is_bold_head(ours, number) and any(
        _is_bold_head(ours, other) and ours[other].text != ours[number].text
        for other in range(len(ours))
        if other != number
    )


def _is_bold_head(ours: list[Piece], number: int) -> bool:
    piece = ours[number]
    plain = piece.element.tag == "div" and not piece.element.attrib and not piece.linked
    if not (plain and piece.bold and 0 < number < len(ours) - 1):
        return False
    if piece.text[-1] in SENTENCE_END or piece.text[-1] in COLONS:
        return False
    box = piece.element.getparent()
    around = (ours[number - 1].element, ours[number + 1].element)
    return all(e.tag == "p" and e.getparent() is box for e in around)


def is_text(ours: list[Piece], number: int) -> bool:
    """Whether where a short line stands, or what it is called, tells that it is of the text."""
    if signs(ours[number], ours) or _is_pasted(ours, number) or _is_said(ours, number):
        return True
    if closes(ours, number) or _heads(ours, number) or _heads_boldly(ours, number):
        return True
    if _heads_by_words(ours, number) or _heads_in_frames(ours, number) or is_noted(ours, number):
        return True
    if _is_listed(ours, number) or _is_loose_sentence(ours, number) or _is_broken(ours, number):
        return True
    return is_answered(ours, number)


def _is_loose_sentence(ours: list[Piece], number: int) -> bool:
    """Whether a line is a sentence in no element of its own, right behind a paragraph of the prose
    or before one: whose tags are lost."""
    piece = ours[number]
    if not _is_stopped(piece):
        return False
    around = (*ours[max(0, number - 1) : number], *ours[number + 1 : number + 2])
    return any(p.element.tag == "p" and p.element.getparent() is piece.element for p in around)


def _is_broken(ours: list[Piece], number: int) -> bool:
    """Whether a line is a sentence between breaks, as several others of its element are."""
    piece = ours[number]
    if not _is_stopped(piece):
        return False
    near = ours[max(0, number - BROKEN_REACH) : number + BROKEN_REACH + 1]
    beside = sum(p.element is piece.element and p.text[-1] in STOPS for p in near)
    return beside > LEAST_LISTED


BROKEN_REACH = 12


def _is_stopped(piece: Piece) -> bool:
    """Whether a line is a sentence without a link that ends with a full stop."""
    stopped = not piece.linked and piece.text[-1] in STOPS
    return stopped and width_of(piece.text) > SENTENCE_CHARS


def _is_listed(ours: list[Piece], number: int) -> bool:
    """Whether a line is one of several in nameless boxes side by side, and paragraphs of the text
    stand right above and below them all: a list, as what is pasted into an editor has it."""
    if not _is_nameless(ours[number]):
        return False
    start = end = number
    first, last = max(number - MOST_LISTED, 0), min(number + MOST_LISTED, len(ours) - 1)
    while start > first and _are_beside(ours[start - 1], ours[number]):
        start -= 1
    while end < last and _are_beside(ours[end + 1], ours[number]):
        end += 1
    if end - start + 1 < LEAST_LISTED or start == 0 or end == len(ours) - 1:
        return False
    box = ours[number].element.getparent()
    places = (box, box.getparent() if box is not None else None)
    around = (ours[start - 1].element, ours[end + 1].element)
    return all(e.tag == "p" and e.getparent() in places for e in around) and any(
        spoken_words(p.text) >= LEAST_LISTED for p in ours[start : end + 1]
    )


def _are_beside(piece: Piece, other: Piece) -> bool:
    return _is_nameless(piece) and piece.element.getparent() is other.element.getparent()


def _is_nameless(piece: Piece) -> bool:
    plain = piece.element.tag == "div" and not piece.element.attrib and not piece.linked
    return plain and piece.kind is BlockKind.PARAGRAPH


LEAST_LISTED, MOST_LISTED = 3, 40
"""Lines of such a list, and words of the longest of them; and lines on either side of one."""


def _heads_in_frames(ours: list[Piece], number: int) -> bool:
    """Whether an open bold line is all that its box holds, as others are in boxes of that form, and
    stands between paragraphs: heads that an editor set in frames."""
    form = _frame_of(ours, number)
    if form is None:
        return False
    near = range(max(number - FRAMES_REACH, 0), min(number + FRAMES_REACH, len(ours)))
    alike = {ours[at].text for at in near if ours[at].bold and _frame_of(ours, at) == form}
    return len(alike) >= LEAST_FRAMED


def _frame_of(ours: list[Piece], number: int) -> tuple[str, str | None] | None:
    """The class and the style of the box of such a line."""
    piece = ours[number]
    if not piece.bold or piece.linked or not 0 < number < len(ours) - 1 or not is_short(piece):
        return None
    box = piece.element.getparent() if piece.element.tag == "p" else None
    if box is None or box.tag != "div" or (box.text or "").strip():
        return None
    if not is_only_child(piece.element):
        return None
    called = box.get("class")
    open_end = piece.text[-1] not in SENTENCE_END
    return (called, box.get("style")) if called and open_end else None


LEAST_FRAMED, FRAMES_REACH = 3, 100
"""Frames of one form that hold different lines, and how many lines above and below they stand."""


def _heads_by_words(ours: list[Piece], number: int) -> bool:
    """Whether an open line in a nameless box right between two paragraphs names what the one below
    it tells of, or several things that the text does: «Swollen batteries»."""
    piece = ours[number]
    plain = piece.element.tag == "div" and not (piece.element.attrib or len(piece.element))
    if not (plain and 0 < number < len(ours) - 1) or not piece.text[-1].isalnum():
        return False
    above, below = ours[number - 1], ours[number + 1]
    beside = (piece.element.getprevious(), piece.element.getnext())
    around = (above.element, below.element)
    if beside != tuple(map(_whole, around)) or any(element.tag != "p" for element in around):
        return False
    words = piece.text.split()
    if not (1 < len(words) <= MAX_HEAD_WORDS and width_of(below.text) >= MIN_HEADED_CHARS):
        return False
    stems = telling_stems(stems_of(piece.text))
    told = below.text.lower()
    if any(stem in told for stem in stems):
        return True
    whole = "\n".join(p.text for p in ours if p is not piece).lower() if len(stems) > 1 else ""
    return sum(stem in whole for stem in stems) >= LEAST_TOLD


def _whole(element: HtmlElement) -> HtmlElement:
    """A paragraph, or the nameless box that holds nothing but it."""
    box = element.getparent()
    alone = box is not None and box.tag == "div" and is_only_child(element) and not box.attrib
    return box if alone and box is not None else element


MAX_HEAD_WORDS, MIN_HEADED_CHARS, LEAST_TOLD = 6, 60, 2
"""Words of a head that nothing marks, letters of the paragraph below it, and how many of its words
the text has where that paragraph has none."""


_QUOTE = re.compile(
    r"(?:^|[\s_-])(?:(?:block|pull)-?)?(?:quote|quotation|zitat|citation|cita)(?:$|[\s_-])"
)

_WHO_SAYS = re.compile(r"attribution|author|source|name|by|credit|foot|cite")


def _is_said(ours: list[Piece], number: int) -> bool:
    """Whether a line is called a quotation, stands amid the prose, and in no other line of it: what
    is said there once more is drawn out of it."""
    piece = ours[number]
    if not 0 < number < len(ours) - 1 or not _is_called_quote(piece.element):
        return False
    said = skeleton(piece.text)
    return not any(said in skeleton(p.text) for p in ours if p is not piece)


QUOTE_BOXES = 3
"""Boxes around a line, and nothing but it, of which one may be called a quotation."""


def _is_called_quote(element: HtmlElement) -> bool:
    """Whether a line's element, or a box that holds nothing else, is called a quotation: content
    systems put fields into paragraphs of a type."""
    box: HtmlElement | None = element
    for _ in range(QUOTE_BOXES):
        if box is None:
            break
        called = names_of(box).lower()
        if _WHO_SAYS.search(called):
            return False
        if _QUOTE.search(called):
            return True
        around = box.getparent()
        alone = around is not None and is_only_child(box) and not (around.text or "").strip()
        box = around if alone else None
    return False


SENTENCE_CHARS = 16
"""A line that ends as a sentence does, and is no longer, is a town or a label: «Chemnitz.»."""


def _is_pasted(ours: list[Piece], number: int) -> bool:
    """Whether a line is a sentence without a link in a nameless box right between two paragraphs
    of the prose, or others such, as editors' tools write what is pasted from elsewhere."""
    if number == 0 or not _is_boxed_sentence(ours[number]):
        return False
    box = ours[number].element.getparent()
    sides = (reversed(ours[:number]), iter(ours[number + 1 :]))
    around = [next((p for p in side if not _is_boxed_sentence(p)), None) for side in sides]
    return all(p and p.element.tag == "p" and p.element.getparent() is box for p in around)


def closes(ours: list[Piece], number: int) -> bool:
    """Whether a piece is such a sentence right below the prose, with none of it behind: the last
    one of a text, of which editors' tools write a box too."""
    piece = ours[number]
    above = ours[number - 1]
    if number == 0 or not _is_boxed_sentence(piece):
        return False
    brief = width_of(piece.text) < CLOSING_CHARS and spoken_words(piece.text) < CLOSING_WORDS
    if brief and not _UNSPACED.search(piece.text):
        return False
    box = piece.element.getparent()
    if above.element.tag != "p" or above.element.getparent() is not box:
        return False
    behind = (p for p in ours[number + 1 :] if p.element.tag == "p")
    return above.text[-1] in SENTENCE_END and not any(p.text[-1] in SENTENCE_END for p in behind)


CLOSING_CHARS, CLOSING_WORDS = 24, 3
"""Of the last sentence of a text, one of both."""


def _is_boxed_sentence(piece: Piece) -> bool:
    """Whether a line is a sentence without a link in a box without a name."""
    element = piece.element
    if element.tag != "div" or element.attrib or piece.linked:
        return False
    ended = piece.text[-1] in SENTENCE_END and not piece.text[0].isdigit()
    return ended and width_of(piece.text) > SENTENCE_CHARS


def signs(piece: Piece, ours: list[Piece]) -> bool:
    """Whether a line is the last one and persons' names: who wrote the text."""
    alone = piece is ours[-1] and piece.element.find(".//a") is None
    return alone and bool(persons_in(_AGENCY_BEHIND.sub("", piece.text)))


_AGENCY_BEHIND = re.compile(r"\s*(?:[/|]|\s[-–—])\s*[^\W\d_.]{2,8}$|\s*\([^()]{2,25}\)$")
"""An agency with which a person signs: «Jane Doe / dpa»."""


def is_short(piece: Piece) -> bool:
    """Whether a line is a short paragraph, and none that announces what follows it."""
    text = piece.text
    if piece.kind is not BlockKind.PARAGRAPH or text.endswith(":"):
        return False
    return (width_of(text) if text[-1] in SENTENCE_END else len(text)) < SHORT_CHARS


_UNSPACED = late_pattern("[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af]")


def width_of(text: str) -> int:
    """The length of a text, an ideograph or a syllable for two letters."""
    return len(text) * 2 if _UNSPACED.search(text[:20]) else len(text)
