"""Rows of what readers wrote below a text, where nothing calls them comments.

Each row is an element of one form and holds a line with a day or an hour, and the reader's words.
A live report has such rows too: readers' have a button in each, stand before a field to write in,
or below a line that speaks of readers.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import islice

from lxml.etree import XPath
from lxml.html import HtmlElement

from pipeline.bodies.spans import MIN_GOOD_CHARS, SENTENCE_END, is_good
from pipeline.days.relative import is_relative
from pipeline.fingerprints import numberless
from pipeline.lines.known_lines import named_by_heading
from pipeline.page.elements import form_of, text_of_element
from pipeline.page.pieces import Piece, give_region
from pipeline.patterns.late_patterns import late_pattern
from pipeline.records import BlockKind
from pipeline.text import spoken_words

MAX_STAMP_CHARS = 80
"""Letters of a line with a reader's name and the time."""
LEAST_ROWS = 2
ROW_DEPTH = 4
"""Elements above a line among which its row is."""
MAX_BUTTON_CHARS = 30
MAX_HEAD_CHARS = 60
_MOMENT = re.compile(
    r"\b\d{1,4}[/.-]\d{1,2}[/.-]\d{2,4}\b(?:[\s,،|-]+\d{1,2}[:.]\d{2})?"
    r"|\b\d{1,2}\.?\s[^\W\d_]{2,}(?:\s[^\W\d_]{3,})?\.?,?\s(?:19|20)\d\d\b"
    r"|\b[^\W\d_]{3,}\s\d{1,2},\s(?:19|20)\d\d\b"
)
"""A day with its year."""
_READERS = late_pattern(
    r"reader|your\s(?:views?|opinions?|comments?)|discussion|opinions?\b|القراء|الزوار|آراء|آراؤ|رأيكم|النقاش|"
    r"ردود|leser|meinung|diskussion|lecteurs?|vos\s|lectores?|opiniones|lettori|leitores|opiniões|"
    r"okur|görüş|خوانندگان|نظر|قارئین|читател|мнени|читач|pembaca|lezers|czytelni|opinie|読者|读者|"
    r"網友|网友|독자",
    re.IGNORECASE,
)
"""What speaks of readers, or of what they think, in a heading."""
_FIELD_BEHIND = XPath("boolean(following::textarea)")
_BUTTON = XPath("boolean(.//button)")


def speaks_of_readers(heading: str) -> bool:
    """Whether a heading speaks of readers and what they think."""
    return len(heading) <= MAX_HEAD_CHARS and _READERS.search(heading) is not None


def mark_readers(pieces: Sequence[Piece]) -> None:
    """Give the rows of readers below a text their region, with the line above them."""
    begun = 0
    first = len(pieces)
    for i, piece in enumerate(pieces):
        begun += len(piece.text) if is_good(piece) else 0
        if begun > LEAST_PROSE_CHARS:
            first = i + 1
            break
    stamped = [
        i
        for i in range(first, len(pieces))
        if _is_stamped(pieces[i]) or (i > first and _is_below_name(pieces[i], pieces[i - 1]))
    ]
    footed = (row for piece in pieces[first:] if (row := _footed(piece)) is not None)
    for run in _runs([*footed]):
        if len(run) >= LEAST_ROWS:
            _give(pieces, first, run)
    if len(stamped) < LEAST_ROWS:
        return
    rows = [_whole(row) for i in stamped if (row := _row_of(pieces, i)) is not None]
    for run in _runs(rows):
        if len(run) >= LEAST_ROWS:
            _mark_run(pieces, first, run)


def _runs(rows: Sequence[HtmlElement]) -> list[list[HtmlElement]]:
    """Rows of one form in a row, in one element or in others within it: those of answers. Rows
    within the one before are left out."""
    runs: list[list[HtmlElement]] = []
    for row in rows:
        run = runs[-1] if runs else None
        if run is None:
            runs.append([row])
        elif row is not run[-1] and run[-1] not in row.iterancestors():
            beside = form_of(row) == form_of(run[-1]) and _are_beside(row, run[0])
            run.append(row) if beside else runs.append([row])
    return runs


def _are_beside(row: HtmlElement, other: HtmlElement) -> bool:
    """Whether two rows stand in the same element, or one beside the element of the other's."""
    own, others = row.getparent(), other.getparent()
    return own in (others, *islice(other.iterancestors(), 1, ANSWER_DEPTH)) or others in islice(
        row.iterancestors(), 1, ANSWER_DEPTH
    )


ANSWER_DEPTH = 3
"""Elements above an answer's row among which that is of what it answers."""


def _footed(piece: Piece) -> HtmlElement | None:
    """The item or the article of its own in which a piece stands and that begins with its foot: so
    HTML writes a comment, «<article><footer>Jane Doe</footer><p>Well said!</p></article>»."""
    around = islice(piece.element.iterancestors(), ROW_DEPTH)
    article = next((e for e in around if e.tag == "article"), None)
    if article is None or len(article) < 2 or article[0].tag != "footer":
        return None
    named = 0 < len(text_of_element(article[0])) <= MAX_STAMP_CHARS
    item = article.getparent() if named else None
    return item if item is not None and item.tag == "li" else article if named else None


def _is_stamped(piece: Piece) -> bool:
    """Whether a line, or the first one of an item or a row, is a name, or what readers call
    themselves, and the moment at which somebody wrote."""
    text, parted, said = piece.text.partition(_parting(piece))
    if not text or (parted and len(said) < MIN_GOOD_CHARS):
        return False
    if len(text) > MAX_STAMP_CHARS:
        return False
    if not parted and _SAYS.search(text) and 1 < spoken_words(text) <= MAX_STAMP_WORDS:
        return True
    if text[-1] in SENTENCE_END:
        return False
    counted = any(map(str.isdigit, text))
    spaced = _GLUED.sub(" ", text) if counted else text
    moment = _MOMENT.search(spaced) if counted else None
    if moment is None:
        # «Jane2 hours ago»: style alone may part a name from the time.
        parts = (part.text for part in piece.element if part.tag in _PARTS and part.text)
        told = next((part for part in (spaced, *parts) if is_relative(part)), None)
        if told is not None:
            return _names(spaced, told if told != spaced else "")
        timed = _timed(piece) if counted else None
        return timed is not None and _names(text, timed)
    return _names(spaced, moment[0])


def _timed(piece: Piece) -> str | None:
    """The day that an element for times says in a line, without its year: «1 May». Hours head the
    entries of a live report."""
    said = (part.text or "" for part in piece.element.iter("time"))
    days = (part for part in said if 0 < len(part) <= MAX_MOMENT_CHARS and ":" not in part)
    return next(days, None)


_SAYS = late_pattern(
    r"\s(?:يقول|گفت|says|sagt|dit|dice|ha detto|disse|dedi ki|говорит|schreef|pisze|berkata|"
    r"skriver)\s?(?:[:：]|\.\.\.|…)$"
)
"""How WordPress and Blogger name who wrote a comment: «Jane says:»."""


def _is_moment(text: str) -> bool:
    """Whether a line is a day, with a time perhaps, and no more."""
    if not text[0].isalnum() or not any(map(str.isdigit, text)):
        return False
    moment = _MOMENT.search(text) if len(text) <= MAX_MOMENT_CHARS else None
    return moment is not None and not any(map(str.isalpha, text.replace(moment[0], "")))


MAX_MOMENT_CHARS = 30


def _is_below_name(piece: Piece, above: Piece) -> bool:
    """Whether a line is the moment alone, and the one right above it in the same box a name."""
    if not _is_moment(piece.text) or above.link_share > 0:
        return False
    if above.text[-1] in SENTENCE_END and not _INITIAL.search(above.text):
        return False
    box = piece.element.getparent()
    named = len(above.text) <= MAX_MOMENT_CHARS and spoken_words(above.text) <= MAX_STAMP_WORDS
    return named and box is not None and above.element.getparent() in (box, piece.element)


_INITIAL = re.compile(r"\s[^\W\d_]\.$")


def _parting(piece: Piece) -> str:
    """What parts the first line of a piece from what is said in the same one."""
    return " | " if piece.kind is BlockKind.TABLE_ROW else "\n"


def _names(text: str, moment: str) -> bool:
    """Whether beside the moment a line has few words more, of letters."""
    rest = text.replace(moment, " ") if moment else text
    words = [word for word in rest.split() if any(map(str.isalpha, word))]
    return 0 < len(words) <= MAX_STAMP_WORDS and (bool(moment) or len(words) > MOMENT_WORDS)


_GLUED = re.compile(r"(?<=[^\W\d_])(?=\d)")
_PARTS = frozenset({"span", "i", "em", "small", "time", "a", "b", "abbr"})
MAX_STAMP_WORDS, MOMENT_WORDS = 7, 2
"""Words of a name and a time ago, and of the shortest time ago: «منذ ساعتين»."""
LEAST_PROSE_CHARS = 300
"""Prose of an article above what readers wrote."""


def _row_of(pieces: Sequence[Piece], i: int) -> HtmlElement | None:
    """The smallest element that holds a line and the words right behind or before it."""
    if _parting(pieces[i]) in pieces[i].text:
        return pieces[i].element
    around = [pieces[i].element, *islice(pieces[i].element.iterancestors(), ROW_DEPTH)]
    rows: list[int] = []
    for beside in (i + 1, i - 1):
        if 0 < beside < len(pieces) and not _is_stamped(pieces[beside]):
            element = pieces[beside].element
            held = (
                around.index(e)
                for e in (element, *islice(element.iterancestors(), ROW_DEPTH))
                if e in around
            )
            rows.extend(islice(held, 1))
    return around[min(rows)] if rows else None


def _whole(row: HtmlElement) -> HtmlElement:
    """The outermost element that holds nothing but a row: an item of a list around it."""
    around = row.getparent()
    while around is not None and len(around) == 1 and around.tag in _SHELLS:
        row, around = around, around.getparent()
    return row


_SHELLS = frozenset({"li", "div", "article", "section"})


def _mark_run(pieces: Sequence[Piece], first: int, rows: list[HtmlElement]) -> None:
    held = [[i for i in range(first, len(pieces)) if _is_in(pieces[i], row)] for row in rows]
    spoken = any(is_good(pieces[i]) for row in held for i in row)
    if not all(held) or not (spoken or all(len(row) > NAME_AND_MOMENT for row in held)):
        return
    if _are_amid_text(pieces, held):
        return
    start, end = held[0][0], held[-1][-1]
    if _is_timed_alone(pieces[start]) and _size(pieces[start : end + 1]) > _size(pieces[:start]):
        return  # entries of several days
    head = pieces[start - 1]
    above = start - 1 >= first and len(head.text) <= MAX_HEAD_CHARS and not _ends(head)
    told = above and (speaks_of_readers(head.text) or named_by_heading(head.text) == "comments")
    pressed = _size(pieces[start : end + 1]) < _size(pieces[:start]) and all(map(_BUTTON, rows))
    if told or pressed or _have_buttons(pieces, held) or _FIELD_BEHIND(rows[-1]):
        give_region(pieces[start - above : end + 1], "comments")


def _give(pieces: Sequence[Piece], first: int, rows: list[HtmlElement]) -> None:
    """Give rows their region, with the line above them."""
    held = [[i for i in range(first, len(pieces)) if _is_in(pieces[i], row)] for row in rows]
    if _are_amid_text(pieces, held):
        return
    start, end = held[0][0], held[-1][-1]
    head = pieces[start - 1]
    above = start > first and len(head.text) <= MAX_HEAD_CHARS and not _ends(head)
    give_region(pieces[start - above : end + 1], "comments")


def _are_amid_text(pieces: Sequence[Piece], held: list[list[int]]) -> bool:
    """Whether paragraphs stand between rows: a text shows posts, with who wrote them and when."""
    rows = {i for row in held for i in row}
    between = (i for i in range(held[0][0], held[-1][-1]) if i not in rows)
    return any(pieces[i].region is None and is_good(pieces[i]) for i in between)


def _is_timed_alone(piece: Piece) -> bool:
    """Whether only an element for times tells that a line has a moment."""
    return _MOMENT.search(piece.text) is None and _timed(piece) is not None


def _size(pieces: Sequence[Piece]) -> int:
    return sum(len(piece.text) for piece in pieces)


NAME_AND_MOMENT = 2
"""Pieces of a row in which nothing is said; a word of thanks is shorter than a paragraph."""


def _is_in(piece: Piece, row: HtmlElement) -> bool:
    element = piece.element
    return element is row or row in islice(element.iterancestors(), ROW_DEPTH)


def _ends(piece: Piece) -> bool:
    return piece.text[-1] in SENTENCE_END


def _have_buttons(pieces: Sequence[Piece], held: list[list[int]]) -> bool:
    """Whether each row has the same short line: what can be done with it."""
    counted = Counter(label for row in held for label in set(_labels(pieces, row)))
    return any(times == len(held) for times in counted.values())


def _labels(pieces: Sequence[Piece], row: list[int]) -> Iterator[str]:
    for i in row[1:]:
        text = pieces[i].text
        if len(text) > MAX_BUTTON_CHARS or _ends(pieces[i]) or _is_moment(text):
            continue
        if not _is_stamped(pieces[i]):
            yield numberless(text)
