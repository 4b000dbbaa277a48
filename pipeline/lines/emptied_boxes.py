"""Headings of boxes in which a house offers something, and of which nothing else is left."""

from __future__ import annotations

from collections.abc import Sequence

from lxml.html import HtmlElement

from pipeline.ledger import REPEATED
from pipeline.lines.among_house import OFFERING, name_of
from pipeline.page.pieces import Extracted
from pipeline.punctuation import QUESTION_MARKS, QUOTATION_MARKS, SENTENCE_ENDS
from pipeline.records import Block, BlockKind
from pipeline.writing import is_as_long

EMPTIED = "emptied-box"
"""The ledger's rule for them."""
UNCONFIRMED = "line:unconfirmed"
"""That of what trafilatura does not have."""
_HEADERS = frozenset({"header", "hgroup"})
_BOXES = frozenset({"div", "section", "aside", "td", "li"})


def take_heads_of_emptied(lines: Sequence[Extracted], rules: list[str | None]) -> None:
    """A heading right in a box goes with the box's other lines where each of them went, and a house
    offered something in one, or a question stood above what no other reader has: below a picture
    and its caption a text may go on elsewhere. So does a label above other articles alone."""
    for i in range(len(lines) - 1):
        if rules[i] is not None or rules[i + 1] is None:
            continue
        heading = lines[i].element
        is_heading = lines[i].block.kind is BlockKind.HEADING
        if heading is None or not (is_heading or _is_label(lines[i].block)):
            continue
        if is_heading and _is_standfirst(lines[i].block.text):
            continue
        if is_drawn(lines[i].block.text):
            continue
        above = lines[i - 1].element if i and rules[i - 1] is None else None
        box = _box_of(heading, above, lines[i + 1].element)
        if box is None or (box.tag not in _BOXES and "-" not in box.tag):
            continue
        end = i + 1
        while end < len(lines) and rules[end] is not None and is_in(lines[end].element, box):
            end += 1
        if end < len(lines) and is_in(lines[end].element, box):
            continue  # it goes on
        gone = rules[i + 1 : end]
        of_house = _is_of_house(gone, box) or _asks_unconfirmed(lines[i].block, gone)
        of_others = _lists_others(gone) and (is_heading or not is_in(above, box))
        if (is_heading and of_house) or of_others:
            rules[i] = EMPTIED


def is_drawn(text: str) -> bool:
    """Whether a heading is in quotation marks: words of the text, drawn large."""
    return text[0] in QUOTATION_MARKS and text[-1] in QUOTATION_MARKS


def _is_label(block: Block) -> bool:
    """Whether a line may be a label: of a few words, and no sentence."""
    return len(block.text) <= MAX_LABEL_CHARS and block.text[-1] not in SENTENCE_ENDS


MAX_LABEL_CHARS = 40


def _is_standfirst(text: str) -> bool:
    """Whether a heading is as long as a text's first sentences, which a house made one, right above
    a line of facts of which nothing is left."""
    return text[-1] in SENTENCE_ENDS and is_as_long(text, STANDFIRST_CHARS, STANDFIRST_SIGNS)


STANDFIRST_CHARS, STANDFIRST_SIGNS = 110, 45


def _asks_unconfirmed(block: Block, gone: Sequence[str | None]) -> bool:
    return block.text[-1] in QUESTION_MARKS and UNCONFIRMED in gone


def _is_of_house(gone: Sequence[str | None], box: HtmlElement) -> bool:
    """Whether a house offered something in a box: by what went of it, or by its links. A form of
    which nothing else is left is headed by what it is for."""
    asked = bool(gone) and all(rule == _FORM for rule in gone)
    return asked or any(map(_offers, gone)) or _lists_issue(gone) or _is_paid(box)


def _box_of(
    heading: HtmlElement, above: HtmlElement | None, below: HtmlElement | None
) -> HtmlElement | None:
    """The box that a heading stands right in; where that holds no more than the heading, as
    headers do, the box around it, unless the line above stands there too."""
    box = heading.getparent()
    for _ in range(MAX_SHELLS):
        if box is None or (box.tag not in _HEADERS and is_in(below, box)):
            return box
        box = box.getparent()
        if box is not None and is_in(above, box):
            return None
    return box


MAX_SHELLS = 2


def _lists_others(gone: Sequence[str | None]) -> bool:
    """Whether nothing but other articles stood in a box, several of them, with their facts."""
    others = [rule for rule in gone if rule != _FACTS]
    return len(others) >= LEAST_LINKS and all(rule in _OF_OTHERS for rule in others)


_OF_OTHERS = frozenset({"region:teaser", "region:related", "line:links"})
_FACTS, _FORM = "region:meta", "region:form"


def _is_paid(box: HtmlElement) -> bool:
    """Whether a box has a link that says of itself that it is paid for, as to a shop."""
    return any("sponsored" in (link.get("rel") or "").split() for link in box.iter("a"))


def _lists_issue(gone: Sequence[str | None]) -> bool:
    """Whether a box told from which issue a text is, and linked what else stands in that."""
    told = any(name_of(rule) in _OF_ISSUE for rule in gone)
    return told and sum(rule == LINKS for rule in gone) >= LEAST_LINKS


LINKS, LEAST_LINKS = "line:links", 2
_OF_ISSUE = frozenset({"licence", "source-line"})


def _offers(rule: str | None) -> bool:
    return name_of(rule) in OFFERING or rule in ("region:newsletter", REPEATED)


def is_in(element: HtmlElement | None, box: HtmlElement) -> bool:
    """Whether a line stands in a box, be it loose there."""
    return element is box or is_within(element, box)


def is_within(element: HtmlElement | None, box: HtmlElement) -> bool:
    """Whether an element stands in a box."""
    return element is not None and any(each is box for each in element.iterancestors())
