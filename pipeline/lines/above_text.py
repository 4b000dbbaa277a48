"""Short lines between a headline and its text's first sentence, and the headline again with its
site's name: a section, a credit, a day, a label, in whatever words.

A text begins with a sentence, or with a head that is marked as one.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Sequence
from dataclasses import replace
from itertools import pairwise, takewhile

from pipeline.fingerprints import skeleton
from pipeline.lines.known_lines import heads_summary
from pipeline.lines.mastheads import is_chief
from pipeline.lines.stems import shared_stems, stems_of, telling_stems
from pipeline.lines.tickers import takes_up
from pipeline.page.elements import letters, text_of_element
from pipeline.page.pieces import Extracted
from pipeline.records import Block, BlockKind
from pipeline.text import spoken_words
from pipeline.writing import VOWELLESS, is_as_long, script_of

ABOVE_TEXT = "line:above-text"
"""The ledger's rule for them."""
MAX_ABOVE = 4
"""Such lines above one text; more are verse, or rows of facts."""
MOST_ABOVE = 14
"""Lines above its first sentence, those too that are longer."""
MAX_WORDS, MAX_CHARS, MAX_SIGNS = 6, 48, 14
MIN_BELOW_CHARS, MIN_BELOW_SIGNS, MIN_VOWELLESS_CHARS = 80, 30, 60
"""The paragraph below them is no shorter, and ends as a sentence does; scripts that write no short
vowels need fewer letters for one."""
FACT = ": "
LEAST_FACTS = 2
"""What stands in rows of a review's facts, and how many there are at least."""
LEAST_PROSE = 3
"""Such paragraphs that a text has at least."""
_CLOSED = '.,،;؛:：!?؟।۔…。，！？»”"』」)]）】'
_ENDS = '.!?؟।۔…。！？»”"』」'


def lines_above(
    kept: Sequence[Block],
    extracted: Sequence[Extracted],
    title: str = "",
    described: frozenset[str] = frozenset(),
) -> frozenset[Block]:
    """The open lines of a few words, or with a day, above a text's first sentence, below its
    standfirst too, of which none is bold in what was extracted. What tells of what the text or its
    `title` tells is its standfirst, and so is what the page's description says too: `described` are
    the skeletons of these.

    On 306 pages seven of eight such lines are no text by their truth; the eighth, which has no
    blanks, is too long for one.
    """
    kept = kept[1:] if kept and _is_described(kept[0], described) else kept
    first = next((at for at, block in enumerate(kept[:MOST_ABOVE]) if _is_prose(block)), 0)
    if not first:
        return frozenset()
    twice = _said_twice(kept[:first]) | _titles_linked(kept[:first], extracted, title)
    if sum(map(_is_prose, kept)) < LEAST_PROSE:
        return twice
    kept, first = [block for block in kept if block not in twice], first - len(twice)
    bold = frozenset(line.block for line in extracted if line.bold)
    plain = [block for block in kept[:first] if _is_plain(block, bold)]
    items = [block for block in plain if block.kind is BlockKind.LIST_ITEM]
    if items and takes_up(kept[first:], items):
        plain = [block for block in plain if block not in items]
    heads = _masthead(plain)
    plain = [block for block in plain if block not in heads]
    own = [block for block in kept if block not in heads]
    brief = list(takewhile(lambda block: _is_brief(block.text), plain))
    brief = brief if own[: len(brief)] == brief else []
    brief = [
        block
        for block in brief
        if not _is_standfirst(block, kept, title)
        and not _is_described(block, described)
        and not (block.text.isupper() and "," in block.text)  # a dateline: «LEEDS, ENGLAND»
    ]
    facts = sum(FACT in block.text and not _is_stamp(block.text) for block in brief)
    if len(brief) > MAX_ABOVE or facts >= LEAST_FACTS:
        return heads | twice
    return heads | twice | frozenset(brief) | {block for block in plain if _is_stamp(block.text)}


def _titles_linked(
    above: Sequence[Block], extracted: Sequence[Extracted], title: str
) -> frozenset[Block]:
    """The lines that are the title once more with a link behind it, to the section or the like."""
    wanted = letters(title)
    if len(wanted) < MIN_TITLE_LETTERS:
        return frozenset()
    linked = {line.block for line in extracted[: EDGE_LINES * 2] if line.linked}
    return frozenset(
        block
        for block in linked.intersection(above)
        if (said := letters(block.text)).startswith(wanted) and block.text[-1] not in _ENDS
        if len(said) - len(wanted) <= MAX_LINKED_LETTERS
    )


MAX_LINKED_LETTERS = 40


def _said_twice(above: Sequence[Block]) -> frozenset[Block]:
    """The lines of a few words that stand above a text twice or more in a row, or of which the next
    is the whole: a picture's name, cut off, and its caption; sizes of letters to choose."""
    return frozenset(
        block
        for one, other in pairwise(above)
        if one.kind is other.kind is BlockKind.PARAGRAPH and one.text[-1] not in _ENDS
        if one.text == other.text
        or (other.text.startswith(f"{one.text} ") and _is_brief(other.text))
        if spoken_words(one.text) <= MAX_TWICE_WORDS
        for block in (one, other)
    )


MAX_TWICE_WORDS = 4


def _is_standfirst(block: Block, kept: Sequence[Block], title: str) -> bool:
    """Whether a line of a few words has several in common with its text and title: «Old phones, new
    waters». Sections and places have one, credits none."""
    text = block.text
    if spoken_words(text) < MIN_TOLD_WORDS or _is_stamp(text) or FACT in text:
        return False
    telling = telling_stems(stems_of(text))
    if len(telling) < LEAST_TOLD:
        return False
    return len(shared_stems(kept, kept.index(block), telling, title)) >= LEAST_TOLD


MIN_TOLD_WORDS, LEAST_TOLD = 3, 2
"""Words of such a line, and how many of them its text has too."""


def _is_described(block: Block, described: frozenset[str]) -> bool:
    """Whether the page describes itself with a line of a few words: its standfirst."""
    told = spoken_words(block.text) >= MIN_TOLD_WORDS and not _is_stamp(block.text)
    return told and skeleton(block.text) in described


def _masthead(lines: Sequence[Block]) -> frozenset[Block]:
    """The lines that name who heads a house: title and name in one, or the name in the next."""
    found: set[Block] = set()
    for at, block in enumerate(lines):
        title, _, name = block.text.partition(":")
        if not is_chief(title) or spoken_words(name) > MAX_WORDS:
            continue
        found.add(block)
        if not name:
            found.update(below for below in lines[at + 1 : at + 2] if _is_brief(below.text))
    return frozenset(found)


def _is_plain(block: Block, bold: Collection[Block]) -> bool:
    """Whether a block is neither marked as a head nor ends as a sentence does."""
    head = block.kind is BlockKind.HEADING and (block.level or 1) < SMALL_HEADING
    if head or block.kind not in _PLAIN or "\n" in block.text:
        return False
    return (block.text[-1] not in _ENDS or _calls_by_name(block.text)) and block not in bold


def _calls_by_name(text: str) -> bool:
    """Whether the last of two to four words is a name in quotation marks: «The "Orbit" tower»."""
    found = _NAMED.fullmatch(text)
    return found is not None and spoken_words(found[1]) <= MAX_CALLED_WORDS


_NAMED = re.compile('([^"“”«».،,:]{3,40}) ["“«][^"“”«».،,!?]{2,24}["”»]')
MAX_CALLED_WORDS = 3


_PLAIN = frozenset({BlockKind.PARAGRAPH, BlockKind.LIST_ITEM, BlockKind.HEADING})
SMALL_HEADING = 5
"""The level from which on a heading right above a text heads none of it."""


def _may_stand_above(row: str) -> bool:
    return bool(row) and row[-1] not in _ENDS and _is_brief(row)


def _is_brief(text: str) -> bool:
    words = spoken_words(text)
    if _is_stamp(text):
        return True
    brief = words <= MAX_WORDS and not is_as_long(text, MAX_CHARS + 1, MAX_SIGNS + 1)
    return brief and (text[-1] not in _CLOSED or _calls_by_name(text))


def _is_stamp(text: str) -> bool:
    """Whether a line tells a day, and little else."""
    brief = len(text) <= MAX_STAMP_CHARS and spoken_words(text) <= MAX_STAMP_WORDS
    return brief and _STAMP.search(text) is not None


_STAMP = re.compile(
    r"\d{4}[-/.]\d{1,2}[-/.]\d{1,2}(?!\d)|(?<!\d)\d{1,2}\s?[-/.]\s?\d{1,2}\s?[-/.]\s?\d{4}"
    r"|(?<!\d)\d{1,2}:\d{2}(?!\d)|\d{1,2}[^\w%٪]{1,3}[^\W\d]{3,12}\W{1,2}(?:19|20)\d\d(?!\d)"
)
"""A day with its year, or a time of day; «14% by 2030» is neither."""
MAX_STAMP_WORDS, MAX_STAMP_CHARS = 10, 80
"""Of a line with one and a few words beside it."""


def _is_prose(block: Block) -> bool:
    text = block.text
    ended = block.kind is BlockKind.PARAGRAPH and text[-1] in _ENDS
    least = MIN_VOWELLESS_CHARS if script_of(text) in VOWELLESS else MIN_BELOW_CHARS
    return ended and is_as_long(text, least, MIN_BELOW_SIGNS)


def part_opening(lines: Sequence[Extracted]) -> Iterator[Extracted]:
    """The lines, the rows of a first block apart that are so brief and stand above one of prose:
    between breaks, a page writes its whole text in one block."""
    is_first = True
    for at, line in enumerate(lines):
        if at < OPENING and line.rule is None and (label := _label_of_standfirst(line)):
            yield replace(line.with_text(label), rule=LABEL)
            line = line.with_text(line.block.text[len(label) :].lstrip())
        rows = line.block.text.split("\n") if is_first and line.rule is None else ()
        is_first = is_first and line.rule is not None
        above = next((at for at, row in enumerate(rows) if not _may_stand_above(row)), 0)
        if not 0 < above <= MAX_ABOVE or not _is_prose(replace(line.block, text=rows[above])):
            yield line
            continue
        for text in (*rows[:above], "\n".join(rows[above:])):
            yield line.with_text(text)


OPENING = 6
"""Lines of an extraction among which a text's first may be, behind its headline and facts."""
LABEL = "line:label"
"""The ledger's rule for what a text's first line is called in it: «摘要：», «In brief:»."""
MAX_LABEL_CHARS = 20


def _label_of_standfirst(line: Extracted) -> str:
    """The label in an element of its own with which a text's first line begins, that calls it the
    sum of the article, with a colon or where a sentence begins behind it; else ""."""
    text, element = line.block.text, line.element
    if element is None or not len(element) or len(text_of_element(element[0])) > MAX_LABEL_CHARS:
        return ""
    label = text_of_element(element[0]).rstrip(":： ")
    behind = text[len(label) :].lstrip()
    if not (label and behind and text.startswith(label) and heads_summary(label)):
        return ""
    if behind[0] in ":：":  # alone in its line, it heads the list below it
        return text[: text.index(behind[0], len(label)) + 1] if behind[1:].strip() else ""
    return label if behind[0].isalpha() and not behind[0].islower() else ""


EDGE_LINES = 3
"""Lines above and below a text among which its headline may stand with the site's name."""
MIN_TITLE_LETTERS = 15


def named_titles(kept: Sequence[Block], title: str, sites: frozenset[str]) -> frozenset[Block]:
    """The lines at a text's edges that are its title and, before or behind it, the site's name or a
    label, or its title without the label behind it."""
    wanted = letters(title)
    if len(wanted) < MIN_TITLE_LETTERS:
        return frozenset()
    edges = (*kept[:EDGE_LINES], *kept[-EDGE_LINES:])
    named = {block for block in edges if _is_named(block.text, wanted, sites)}
    return frozenset(named.union(block for block in kept if _is_numbered(block.text, wanted)))


def _is_numbered(text: str, wanted: str) -> bool:
    """Whether a line is the title and a picture's number, as systems caption what has no caption:
    «… - Photo 3»."""
    if not (text[-1:].isdigit() or text.endswith(")")):
        return False  # most lines: they need no search
    number = _PICTURE_NUMBER.search(text)
    return number is not None and letters(text[: number.start()]) == wanted


_PICTURE_NUMBER = re.compile(
    r"\s?[-–—|,:(]\s?(?:photo|image|picture|pic|foto|bild|hình|ảnh|resim|fotoğraf|imagen|imagem|"
    r"immagine|obraz|zdjęcie|фото|снимок|صورة|تصویر|عکس|gambar|사진|写真|图|圖)\s?(?:n[°º.]\s?)?\d{1,2}\)?$",
    re.IGNORECASE,
)


def _is_named(text: str, wanted: str, sites: frozenset[str]) -> bool:
    if len(text) > MAX_TITLE_CHARS:
        return False
    said = letters(text)
    if len(said) >= MIN_TITLE_LETTERS and 0 < len(wanted) - len(said) <= MAX_LABEL_LETTERS:
        return wanted.startswith(said) and len(said) >= TITLE_SHARE * len(wanted)
    rest = said.removeprefix(wanted) if said.startswith(wanted) else said.removesuffix(wanted)
    if len(rest) == len(said):
        return False
    parts = _PARTED.split(text)
    labelled = len(parts) > 1 and wanted in map(letters, (parts[0], parts[-1]))
    if labelled and _DAY_AND_TIME.search(text) and letters(parts[0]) == wanted:
        return len(rest) <= MAX_DATED_LETTERS
    return rest in sites or (labelled and len(rest) <= MAX_LABEL_LETTERS and text[-1] not in _ENDS)


MAX_LABEL_LETTERS = 20
"""Of a label beside the title, «In pictures: …»."""
TITLE_SHARE = 0.75
"""Of a title's letters that say it without its last label: «… again. PHOTOS»."""
MAX_DATED_LETTERS = 70
"""Of the site's name, a day and an hour behind the title."""
_DAY_AND_TIME = re.compile(r"\s\d{4}\W{1,3}(?:[^\W\d]{1,8}\s)?\d{1,2}:\d{2}(?!\d)[^.!?؟]{0,10}$")
_PARTED = re.compile(r"\.{2,3}|\s[-–—|»/]+\s|[:：|]\s")


MAX_TITLE_CHARS = 300
