"""Rows behind bullets in paragraphs: those above a text, and one alone amid it."""

from __future__ import annotations

import re
from collections.abc import Collection, Sequence

from pipeline.lines.stems import is_foreign
from pipeline.patterns.late_patterns import late_pattern
from pipeline.punctuation import COLONS, QUESTION_MARKS, SENTENCE_ENDS
from pipeline.records import LINE_KINDS, Block, BlockKind
from pipeline.text import spoken_words

_BULLETS = tuple("•◦‣·▪●")
TOP = 3
"""Lines from the start of a text within which such rows begin."""


def rows_of_the_site(blocks: Sequence[Block], known: Collection[int]) -> set[int]:
    """The places of the rows above a text of which nothing is known, where two of every three are
    the site's: what it sums up in three rows it sums up in each article. `known` are the places
    of the lines that the source repeats."""
    start = next((i for i, block in enumerate(blocks[:TOP]) if _is_row(block)), len(blocks))
    end = next((i for i in range(start, len(blocks)) if not _is_row(blocks[i])), len(blocks))
    own = {i for i in range(start, end) if i not in known}
    return own if len(own) * 3 <= end - start else set()


def _is_row(block: Block) -> bool:
    return block.kind is BlockKind.PARAGRAPH and block.text.startswith(_BULLETS)


def beside_titles(blocks: Sequence[Block], titles: Collection[int]) -> set[int]:
    """The places of rows behind bullets right beside one that is another article's title, where
    they may be titles too: a list of the text's own has none among its rows."""
    found: set[int] = set()
    for at in titles:
        for step in (-1, 1):
            i = at + step
            while 0 <= i < len(blocks) and i not in titles and _may_title(blocks[i], blocks[at]):
                found.add(i)
                i += step
    return found if len(found) <= MAX_BESIDE else set()


MAX_BESIDE = 4


def _may_title(block: Block, title: Block) -> bool:
    text = block.text
    alike = _is_row(title) and _is_row(block) and text[0] == title.text[0]
    return alike and spoken_words(text) > MIN_WORDS and text[-1] not in SENTENCE_ENDS


def lone_rows(kept: Sequence[Block]) -> frozenset[Block]:
    """The only row behind a bullet or an arrow that a text has, where it is no sentence and tells
    nothing of what the text does: another article's headline. A list has more rows than one."""
    rows = [at for at, block in enumerate(kept) if _is_led(block.text)]
    rows = rows or [at for at, block in enumerate(kept) if _is_marked(block.text)]
    if len(rows) != 1 or len(kept) < LEAST_LINES:
        return frozenset()
    if _heads_part(kept, rows[0]):
        return frozenset()
    whole = kept[rows[0]].text
    text = whole.strip(f"{_FRAMES}() ")
    points = whole[0] in _LEADING or (text != whole and not _is_marked(whole))
    if whole[-1] in _POINTERS:
        text = text.rstrip(_AT_END)
    leads = whole[0] in _POINTERS and text[-1:] in QUESTION_MARKS
    closed = not text or not (leads or _CLOSED.isdisjoint(text[-1]))
    closed = closed or (not points and any(sign in text for sign in COLONS))
    if kept[rows[0]].kind not in LINE_KINDS or "\n" in text or len(text) > MAX_CHARS or closed:
        return frozenset()
    is_row = spoken_words(text) >= MIN_WORDS
    return frozenset((kept[rows[0]],) if is_row and is_foreign(kept, rows[0]) else ())


def _heads_part(kept: Sequence[Block], at: int) -> bool:
    """Whether a row amid a text is a head of its parts, as Korean, Japanese and Chinese texts set
    them behind a square or a circle: «◇ 그날의 기억»."""
    amid = LEAST_BEFORE <= at < len(kept) - 1
    return amid and _SECTION.match(kept[at].text) is not None


_SECTION = late_pattern("[◇◆□■○●◎▣]\\s?[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af]")
LEAST_BEFORE = 2


def parts_rows(rows: Sequence[str]) -> bool:
    """Whether one row of a block, between breaks, stands behind a sign where another is a sentence:
    «» Ferry to run late», and below it the text goes on."""
    led = [bool(row) and _is_led(row) and row[-1] not in _CLOSED for row in rows]
    told = any(row and row[-1] in SENTENCE_ENDS for row in rows)
    return led.count(True) == 1 and told


def _is_led(text: str) -> bool:
    """Whether a line begins with a bullet, or with a quotation mark that opens nothing."""
    return (
        text[0] in _SIGNS
        or (text[0] in _MARKS and text[1:2] == " " and _is_alone(text))
        or (text[:2] in ("> ", "( ") and (text[0] == ">" or text.endswith(" )")))
        or _LABELLED.match(text) is not None
        or (text[-1] in _POINTERS and text[-2:-1] == " ")
        or (text[0] in _FRAMES and (text[1:2] == text[0] or text[0] + text[-1] == "[]"))
    )


def _is_marked(text: str) -> bool:
    """Whether a line begins with one star or plus before a word: «+ Ferry to run late»."""
    return text[0] in "*+" and text[1:].lstrip()[:1].isalpha() and text.count(text[0]) == 1


def _is_alone(text: str) -> bool:
    """Whether the quotation mark that a line begins with has no other, but for those around names:
    «» Director of «Clay House»: …»."""
    if text[0] in "»›":
        return text.count(text[0]) == text.count("«‹"["»›".index(text[0])]) + 1
    return _MARKS.isdisjoint(text[1:])


_LABELLED = re.compile(
    r"[^\W\d]\S*(?: [^\s.!?؟]+){0,3} (?:[←◀◄⟵](?= [\u0590-\u08ff«])|[→➜➔►▶](?= [^\u0590-\u08ff]))"
    r"(?: \S+){4}"
)
"""A few words, and an arrow to a headline, as it is read: «Related story → …»."""
_FRAMES = "+/*=~#|—–-_<>[]"
"""Signs of which a row stands before a line and behind it: «+++ Rail strike called off +++»."""


_MARKS = frozenset("«»‹›")
LONE_ROW = "line:headline"
"""The ledger's rule for them."""
_SIGNS = frozenset((*_BULLETS, *"►▶▸▹▻◄◀◂◃➤➔➜→←■□◼◆◇●○▪❯◾◽▫👈👉🔴🔵🔸🔹📌⬅➡🔻🔺↩↪⤵✦❖"))
_POINTERS = frozenset("►▶▸▹▻◄◀◂◃➤➔➜→←👈👉⬅➡🔻↩↪⤵")
"""Signs that lead on, as no fact behind a bullet does: «• Price: 30 euros»."""
_AT_END = "".join(_POINTERS) + "\ufe0f "
_LEADING = _POINTERS | _MARKS
_CLOSED = frozenset(SENTENCE_ENDS + COLONS)
LEAST_LINES, MIN_WORDS, MAX_CHARS = 4, 4, 140
"""Lines of a text that shows what it tells of, and words and letters of such a row."""
