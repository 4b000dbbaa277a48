"""Lines that are no text of the article though they stand in it: headline, links, copies."""

from __future__ import annotations

import re
from collections.abc import Callable, Collection
from dataclasses import replace
from itertools import islice, pairwise

from lxml.html import HtmlElement

from pipeline.bodies.comment_heads import mark_comments
from pipeline.bodies.folded_heads import mark_around_folded_heads
from pipeline.bodies.glued_parts import mark_glued_parts
from pipeline.bodies.half_linked_lists import mark_half_linked_boxes, mark_half_linked_lists
from pipeline.bodies.insets import is_button, is_inset, own_box, unfolds
from pipeline.bodies.line_links import mark_by_links
from pipeline.bodies.link_labels import (
    MAX_LABEL_CHARS,
    give_listed_back,
    mark_directory,
    mark_labelled_links,
    mark_labelled_rows,
    mark_labels_around_links,
    mark_labels_of_links,
)
from pipeline.bodies.linked_again import mark_linked_again
from pipeline.bodies.links_on import part_links_on
from pipeline.bodies.mixed_lists import give_mixed_lists_back
from pipeline.bodies.readers import mark_readers
from pipeline.bodies.rows_below import mark_rows_below
from pipeline.bodies.said_again import (
    give_quotes_back,
    mark_captions_again,
    mark_cut_beginning,
    mark_doubled,
    mark_drawn_quotes,
    mark_house_again,
    mark_labels_amid,
    mark_repeats,
    mark_who_said_again,
)
from pipeline.bodies.spans import SENTENCE_END, is_good, prose_chars
from pipeline.bodies.times import mark_facts_listed, mark_times
from pipeline.fingerprints import skeleton
from pipeline.lines.known_lines import named_by_heading
from pipeline.page.pieces import Extracted, Piece, give_region
from pipeline.punctuation import CLOSING, QUESTION_MARKS, SENTENCE_ENDS
from pipeline.records import BlockKind
from pipeline.text import is_long_as_headline, spoken_words
from pipeline.writing import is_as_long, lacks_stops

LINE_MARKS = frozenset({"headline", "before-headline", "links", "repeated", "unconfirmed"})
"""Marks that a line has by itself, not by the region that it stands in."""


def mark_lines(
    pieces: list[Piece],
    title: str | None,
    url: str = "",
    *,
    titles: Collection[str] = (),
    headed: bool = False,
    comments_behind: Callable[[], bool] = bool,
) -> None:
    """Give headlines, what stands before them, links, repetitions and copies their rules.

    `url` is the page's own address: links to the same site lead to other articles. `titles` are
    the skeletons of all the titles that the page's data give. `headed` says
    that the page shows the title elsewhere, as its headline.
    `comments_behind` tells whether the page has its place for comments behind these pieces.
    """
    wanted = skeleton(title) if title else ""
    _part_headline(pieces, wanted)
    headlines = _headlines(pieces, wanted, headed)
    for i in headlines:
        pieces[i].region = "headline"
    _mark_kicked_headline(pieces, wanted, titles)
    if headlines:
        # The page may link itself in a column before its headline.
        _mark_before(pieces, next((i for i in headlines if not _is_link(pieces[i])), headlines[0]))
    mark_times(pieces)
    mark_facts_listed(pieces)
    mark_around_folded_heads(pieces)
    mark_glued_parts(pieces)
    _keep_sections(pieces, wanted)
    mark_comments(pieces, title, comments_behind)
    mark_readers(pieces)
    mark_by_links(pieces, url)
    mark_labelled_links(pieces, url)
    mark_labelled_rows(pieces)
    mark_half_linked_lists(pieces, url)
    mark_half_linked_boxes(pieces, url)
    _mark_links(pieces, wanted)
    _mark_told_of_links(pieces)
    mark_linked_again(pieces, url)
    part_links_on(pieces)
    mark_directory(pieces, url)
    give_listed_back(pieces, url)
    give_mixed_lists_back(pieces)
    _mark_cut_below_links(pieces)
    mark_labels_around_links(pieces)
    mark_labels_of_links(pieces)
    mark_rows_below(pieces, url)
    give_quotes_back(pieces)
    mark_doubled(pieces)
    mark_cut_beginning(pieces)
    mark_captions_again(pieces)
    mark_house_again(pieces)
    mark_repeats(pieces)
    mark_drawn_quotes(pieces)
    mark_who_said_again(pieces)
    mark_labels_amid(pieces)
    for i in headlines[1:]:
        _mark_copy(pieces, i)


def extracted_from(piece: Piece, signed: bool = False, in_row: bool = False) -> Extracted:
    """A piece as it is extracted, with the rule that its mark is."""
    rule = None
    if piece.region is not None:
        rule = f"{'line' if piece.region in LINE_MARKS else 'region'}:{piece.region}"
    inset = rule is None and is_inset(piece)
    return Extracted(
        piece.block, piece.link_share, rule, piece.bold, signed, inset, piece.element, in_row
    )


def _headlines(pieces: list[Piece], wanted: str, headed: bool) -> list[int]:
    """The places of headlines. Below the page's own, `headed` where that stands elsewhere, and a
    paragraph a heading of the highest level is a section's: some editors offer no other."""
    found: list[int] = []
    begun = False
    for i, piece in enumerate(pieces):
        if piece.region is None and _is_headline(piece, wanted):
            is_own = skeleton(piece.text) == wanted
            headed = headed or (is_own and piece.kind is BlockKind.HEADING)
            if is_own or not begun:
                found.append(i)
        begun = begun or (headed and is_good(piece))
    return found


def _is_headline(piece: Piece, wanted: str) -> bool:
    if piece.kind is BlockKind.HEADING and piece.level == 1:
        return True
    return bool(wanted) and len(piece.text) < 300 and skeleton(piece.text) == wanted


def _is_link(piece: Piece) -> bool:
    return piece.kind is not BlockKind.HEADING and piece.link_share > 0.9


def _keep_sections(pieces: list[Piece], wanted: str) -> None:
    """Headings of the highest level between an article's paragraphs are its sections' where the
    headline stood before: some editors offer that level to writers."""
    begun = False
    for i, piece in enumerate(pieces):
        if piece.region == "headline" and begun and skeleton(piece.text) != wanted:
            box = piece.element.getparent()
            beside = [p for p in pieces[max(0, i - 3) : i + 4] if is_good(p)]
            if any(p.element.getparent() is box for p in beside):
                piece.region = None
        begun = begun or is_good(piece)


def _part_headline(pieces: list[Piece], wanted: str) -> None:
    """A headline between breaks, with section and author in lines of the same cell, as a line. What
    stands below it in a page that is typed whole stays one."""
    for i, piece in enumerate(pieces):
        if is_good(piece):
            lines = piece.text.split("\n")
            if len(lines) > 1 and wanted and wanted in (keys := list(map(skeleton, lines))):
                if piece.kind is BlockKind.CODE:
                    below = keys.index(wanted) + 1
                    lines[below:] = ["\n".join(lines[below:]).strip("\n")]
                pieces[i : i + 1] = [replace(piece, text=line) for line in lines if line.strip()]
                return


def _mark_kicked_headline(pieces: list[Piece], wanted: str, titles: Collection[str]) -> None:
    """A heading before all prose that is the title with a kicker before or after it, or the title
    without the kicker with which metadata begin it, or another title that they give."""
    for piece in pieces:
        if is_good(piece):
            return
        if piece.kind is BlockKind.HEADING and piece.region is None and len(wanted) > 15:
            bare = skeleton(piece.text)
            rest = len(bare) * 2 > len(wanted) and wanted.endswith(bare)
            if rest or (wanted in bare and len(bare) < 2.5 * len(wanted)) or bare in titles:
                piece.region = "headline"


AMID_TEXT = 3
"""Paragraphs before a heading in the box of those behind it, from which on it stands in the text: a
gallery of pictures has the article's headline again."""


def _mark_before(pieces: list[Piece], headline: int) -> None:
    """What stands before the headline is no body, unless most of the prose stands there, or the
    text goes on in the same box: other articles' headlines there end as no sentences do."""
    before = prose_chars(pieces[:headline])
    if before * 2 < prose_chars(pieces):
        below = [*filter(is_good, pieces[headline:])]
        boxes = {own_box(p.element).getparent() for p in below}
        above = [*filter(is_good, pieces[:headline])]
        within = sum(own_box(p.element).getparent() in boxes for p in above)
        told = any(p.text[-1] in _TOLD for p in above)
        if within >= AMID_TEXT and (told or lacks_stops([p.text for p in below])):
            return
        give_region(pieces[:headline], "before-headline")


_TOLD = frozenset(SENTENCE_ENDS + CLOSING) - frozenset(QUESTION_MARKS)
"""What ends a sentence and no headline."""


def _mark_links(pieces: list[Piece], wanted: str) -> None:
    """Lines that are links and nothing else, unless the article is a list of links. A sentence
    that is one may be the text's; one with the article's title, `wanted`, in it is a template's."""
    prose = prose_chars(pieces)
    # A headline may be a question too: what stands below «Read also» is no sentence of the text.
    announced: set[int] = set()
    for label, p in pairwise([piece for piece in pieces if piece.region != "meta"]):
        listed = p.kind is BlockKind.LIST_ITEM and id(label) in announced
        if p.linked and p.kind is not BlockKind.HEADING and (listed or _announces(label)):
            announced.add(id(p))
    open_lines = (p for p in pieces if p.region is None and p.linked)
    lines = [p for p in open_lines if p.link_share > _least_linked(p, id(p) in announced)]
    in_text = [p for p in lines if p.element.tag in ("p", "span") and not _is_in_link(p.element)]
    if len(in_text) > 1 and sum(len(p.text) for p in in_text) > prose * 0.5:
        kept = {id(p) for p in in_text}
        lines = [p for p in lines if id(p) not in kept]
    for piece in lines:
        listed = piece.kind is BlockKind.LIST_ITEM or "," in piece.text or "،" in piece.text
        brief = len(piece.text) < (600 if listed else 250) or _is_row_of_links(piece)
        filled = len(wanted) >= LEAST_TITLE_CHARS and wanted in skeleton(piece.text)
        if brief and id(piece) not in announced and not filled and unfolds(piece):
            piece.kind, piece.level, piece.linked, piece.link = (
                BlockKind.HEADING,
                UNFOLDING,
                0,
                None,
            )
        elif brief and (filled or id(piece) in announced or not _is_linked_sentence(piece)):
            piece.region = "links"


def _mark_told_of_links(pieces: list[Piece]) -> None:
    """What a list tells of the other articles whose headlines are its terms, several of them."""
    told = [
        piece
        for head, piece in pairwise(pieces)
        if head.element.tag == "dt"
        and piece.element.tag == "dd"
        and head.region == "links"
        and is_long_as_headline(head.text)
    ]
    if len(told) >= LEAST_TOLD:
        give_region(told, "links")


LEAST_TOLD = 2
UNFOLDING = 3
"""The level of a heading that shows what stands below it, and leads nowhere."""


def _is_row_of_links(piece: Piece) -> bool:
    """Whether an open line is several links of the length of headlines, one behind the other."""
    if piece.text[-1] in SENTENCE_END or len(piece.text) > MAX_ROW_CHARS:
        return False
    links = [link for link in piece.element.iter("a") if link.get("href")]
    titles = sum(spoken_words(link.text_content()) >= LEAST_TITLE_WORDS for link in links)
    return titles >= LEAST_ROW


MAX_ROW_CHARS, LEAST_ROW, LEAST_TITLE_WORDS = 2_000, 3, 4


def _mark_cut_below_links(pieces: list[Piece]) -> None:
    """What is cut short below a link with which it has a box for itself: another article's
    beginning."""
    for i, (label, piece) in enumerate(pairwise(pieces)):
        if label.region != "links" or piece.region is not None or piece.linked:
            continue
        box = piece.element.getparent()
        if not piece.text.endswith(_CUT) or box is None or box.tag not in ("div", "li", "section"):
            continue
        around = [*pieces[max(0, i - 1) : i], *pieces[i + 2 : i + 3]]
        if _is_within(label, box) and not any(_is_within(other, box) for other in around):
            piece.region = "links"


_CUT = ("…", "...")


def _is_within(piece: Piece, box: HtmlElement) -> bool:
    return piece.element is box or box in islice(piece.element.iterancestors(), 3)


LEAST_TITLE_CHARS = 15
"""Letters of a title that stands in no sentence by chance."""


def _announces(label: Piece) -> bool:
    """Whether a line says that other articles follow."""
    return len(label.text) <= MAX_LABEL_CHARS and named_by_heading(label.text) == "related"


def _least_linked(piece: Piece, announced: bool) -> float:
    """The share of links from which a line is only links; less for lines that are no sentence, for
    a button with a fact beside it, «Download, 40 MB», and for items of a list below «See also»."""
    if announced and piece.kind is BlockKind.LIST_ITEM:
        return LEAST_ANNOUNCED
    if piece.text[-1] in SENTENCE_END:
        return 0.9
    brief = len(piece.text) <= MAX_BUTTON_LINE_CHARS and piece.element.tag in _BUTTONED
    return LEAST_BUTTON if brief and any(map(is_button, piece.element.iter("a"))) else 0.75


LEAST_ANNOUNCED = 0.5
MAX_BUTTON_LINE_CHARS = 80
LEAST_BUTTON = 0.25
"""Letters of a line with a button in it, and the least share of them that the button has."""
_BUTTONED = frozenset({"p", "div"})


def _is_in_link(element: HtmlElement) -> bool:
    """Whether a link is around an element: it is a line of a card."""
    return any(above.tag == "a" for above in islice(element.iterancestors(), 4))


def _is_linked_sentence(piece: Piece) -> bool:
    """Whether a line is a sentence that happens to be a link, not a link to another article."""
    return (
        piece.kind is not BlockKind.LIST_ITEM
        and is_as_long(piece.text, LEAST_SENTENCE_CHARS, LEAST_SENTENCE_SIGNS)
        and piece.text[-1] in ".。؟?"
        and not piece.text.isupper()
        and not any(e.tag == "a" for e in islice(piece.element.iterancestors(), 4))
        and piece.element.tag != "a"
        and _ARROW.search(piece.text) is None
    )


LEAST_SENTENCE_CHARS, LEAST_SENTENCE_SIGNS = 61, 28
"""Letters of such a sentence, and signs of one in a script without blanks."""
_ARROW = re.compile(r"\s[→➜➔⟶►▶]\s|\s[←⟵◄◀]\s(?=[\u0590-\u08ff])")
"""What stands between a label and a headline, and in no sentence."""


def _mark_copy(pieces: list[Piece], headline: int) -> None:
    """What follows a second headline, where it is mostly a copy of what stood before."""
    after = [p for p in pieces[headline + 1 :] if p.region in (None, "repeated")]
    copied = sum(len(p.text) for p in after if p.region == "repeated")
    if copied * 2 > sum(len(p.text) for p in after):
        for piece in after:
            piece.region = "repeated"
