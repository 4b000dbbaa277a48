"""Where units of a house stand amid a text's lines: by the label above and what ends them.

Whether what stands so is the house's is told in `pipeline.lines.units`.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from pipeline.ledger import REPEATED
from pipeline.lines.among_house import ENDING, OFFERING, name_of
from pipeline.lines.announced import announces_list
from pipeline.lines.asides import persons_said, speaks_to_readers
from pipeline.lines.entry_heads import is_amid_peers
from pipeline.lines.known_lines import named_by_heading
from pipeline.lines.notice_words import points_to_page
from pipeline.lines.quoted import quotes_somebody
from pipeline.lines.site_words import OF_REVIEW
from pipeline.lines.telling import reports
from pipeline.punctuation import BULLETS, QUESTION_MARKS, SENTENCE_ENDS, STOPS
from pipeline.records import LINE_KINDS, Block, BlockKind
from pipeline.text import spoken_words
from pipeline.writing import is_as_long

LINKS = "line:links"
MAX_LINE_CHARS, MAX_HEAD_CHARS, MAX_CALL_WORDS = 180, 60, 5
"""Letters of a unit's lines and of its label, and words of the link that ends it."""
MAX_LINES, MAX_UNIT_CHARS = 7, 500
PROSE_ENDS = tuple(SENTENCE_ENDS)
_ASKS = tuple(QUESTION_MARKS)


def ended(whole: Sequence[Block], rules: Sequence[str | None]) -> Iterator[list[int]]:
    """The lines from a label to a link of a few words, or to a line in which a house offers
    something; and a label right above what tells of the text below it."""
    for end in range(1, len(whole)):
        if _closes(rules[end]):
            is_label = rules[end - 1] is None and _is_label(whole[end - 1])
            if is_label and _heads(whole, rules, end - 1):
                yield [end - 1]
            continue
        calls = _calls(whole[end], rules[end]) or _is_house(rules[end])
        if not calls or _heads_others(whole, rules, end):
            continue
        start, size, sentences, items = end, 0, 0, 0
        for i in range(end - 1, max(-1, end - MAX_LINES), -1):
            size += len(whole[i].text)
            own = rules[i] is None and _may_be(whole[i])
            sentences += len(_STOPS.findall(whole[i].text)) if own else 0
            items += own and whole[i].kind is BlockKind.LIST_ITEM
            apart = rules[end] != LINKS or start < end  # above the label of what ends with a link
            if items > MAX_ITEMS or (own and apart and _is_long(whole[i].text)):
                break
            house = _is_house(rules[i]) or rules[i] == REPEATED
            if not (own or house) or size > MAX_UNIT_CHARS or sentences > MAX_SAID:
                break
            if name_of(rules[i]) == "advertisement" and rules[end] != LINKS:
                break  # a text goes on below it
            told = any(rule is None for rule in rules[i + 1 : end])
            if _heads(whole, rules, i) and (
                told or (_is_label(whole[i]) and (i < end - 1 or _is_followed(whole, rules, end)))
            ):
                start = i
        if start < end:
            yield list(range(start, end))


def _heads_others(whole: Sequence[Block], rules: Sequence[str | None], at: int) -> bool:
    """Whether a link of a few words is the label of a list, «Related», below which stands a
    headline, or a brief one with a summary."""
    if rules[at : at + 2] != [LINKS, LINKS]:
        return False
    if not _calls(whole[at + 1], LINKS):
        return True
    summed = rules[at + 2 : at + 3] == [LINKS] and not _calls(whole[at + 2], LINKS)
    return summed and named_by_heading(whole[at + 1].text) is None


MAX_SAID, MAX_ITEMS = 2, 1
"""Sentences of a unit that no rule knows, and items of a list: more are the text's, as the two pros
of a review below their label."""
_STOPS = re.compile(rf"[{re.escape(''.join(SENTENCE_ENDS))}](?=\s|$)|[。！？]")
LONG_CHARS, LONG_SIGNS = 50, 18
"""A sentence as long is the text's where no link ends the unit."""


def _is_long(text: str) -> bool:
    return text.endswith(PROSE_ENDS) and is_as_long(text, LONG_CHARS, LONG_SIGNS)


def _heads(whole: Sequence[Block], rules: Sequence[str | None], at: int) -> bool:
    """Whether a line is a label, and what stands right above it a sentence of the text, or gone."""
    if at == 0 or not (_is_label(whole[at]) or _is_last_heading(whole, at)):
        return False
    goes = name_of(rules[at]) in {"share", "player"} or " " not in whole[at].text
    if rules[at] is not None and goes:
        return False  # «Advertisement», «End of podcast», below which a text goes on
    above = whole[at - 1].text
    return rules[at - 1] is not None or (above.endswith(PROSE_ENDS) and not announces_list(above))


def _is_last_heading(whole: Sequence[Block], at: int) -> bool:
    """Whether a line is a heading among the last lines of a page's, below which a house may stand
    too: «Who we are»."""
    block = whole[at]
    brief = len(block.text) <= MAX_HEAD_CHARS and not block.text.endswith(tuple(STOPS))
    return block.kind is BlockKind.HEADING and brief and at >= len(whole) - LAST_LINES


LAST_LINES = 16


def _is_followed(whole: Sequence[Block], rules: Sequence[str | None], at: int) -> bool:
    """Whether below a line that goes stands another that does, or nothing: a template may put one
    between a heading and its text."""
    return at + 1 == len(whole) or _is_house(rules[at + 1]) or _calls(whole[at + 1], rules[at + 1])


def sections(
    whole: Sequence[Block], rules: Sequence[str | None], language: str | None
) -> Iterator[list[int]]:
    """A heading among the last lines with one paragraph of a few words below it, in which a house
    says «we», or speaks of its text, where nothing else of a text does: «Who we are». One of
    several questions is an interview's."""
    known = (language or "")[:2]
    asked = [b for b in whole if b.kind is not BlockKind.QUOTE and b.text.endswith(_ASKS)]
    found = []
    for at in range(max(1, len(whole) - LAST_LINES), len(whole) - 1):
        if rules[at] is not None or rules[at + 1] is not None:
            continue
        if not (_is_last_heading(whole, at) and _may_be(whole[at + 1])):
            continue
        below = next((i for i in range(at + 2, len(whole)) if rules[i] is None), len(whole))
        several = whole[at].text.endswith(_ASKS) and len(asked) > 1
        if not several and _parts(whole, below) and not is_amid_peers(whole, at):
            text = whole[at + 1].text
            if whole[at + 1].kind is BlockKind.LIST_ITEM and _is_item(whole, at + 2):
                continue
            counts = len(_FIGURE.findall(text)) >= LEAST_FIGURES  # what a report measured
            if reports(text, known):
                continue  # «The firm did not answer our questions.»
            if points_to_page(text, known) or (persons_said(text, known)[0] and not counts):
                found.append([at, at + 1])
    among = {at for unit in found for at in unit}
    others = [b.text for i, b in enumerate(whole) if rules[i] is None and i not in among]
    if found and not speaks_to_readers(others, known):
        yield from found


def _is_item(whole: Sequence[Block], at: int) -> bool:
    return at < len(whole) and whole[at].kind is BlockKind.LIST_ITEM


_FIGURE = re.compile(r"\d+")
LEAST_FIGURES = 2


def _parts(whole: Sequence[Block], at: int) -> bool:
    """Whether no prose goes on at a place below a section, as in one of the text's between whose
    paragraphs others' headlines went: nothing is left there, a heading or a line in no sentence. A
    table is what the text measured: «We ran three programs on it.»"""
    if at == len(whole):
        return True
    label, colon, _ = whole[at].text.replace("：", ":").partition(":")
    if colon and any(block.text.startswith(label) for block in whole[: at - 2]):
        return False  # of each part of a comparison: «Winner: Phone Two»
    if _is_item(whole, at) and _is_item(whole, at + 1):
        return not any(_is_long(block.text) for block in whole[at:])  # a list amid a text's prose
    return whole[at].kind not in _MEASURED and not _is_long(whole[at].text)


_MEASURED = frozenset({BlockKind.TABLE_ROW, BlockKind.CODE})


_CLOCK = re.compile(r"\d{1,2}[:.]\d{2}(?!\d)[^\d%$€]")
LEAST_TIMED = 2


def timed(whole: Sequence[Block], rules: Sequence[str | None]) -> Iterator[list[int]]:
    """Two or more lines below a label that each begin with an hour: news of the last minutes."""
    run: list[int] = []
    for i in range(len(whole) + 1):
        if i < len(whole) and rules[i] is None and _CLOCK.match(whole[i].text):
            run.append(i)
            continue
        if LEAST_TIMED <= len(run) <= MAX_LINES and all(_may_be(whole[at]) for at in run):
            head = run[0] - 1
            labelled = head > 0 and (_is_house(rules[head]) or rules[head] is None)
            if labelled and _is_label(whole[head]):
                yield [head, *run]
        run = []


LEAST_ANSWERS, MAX_ANSWER_CHARS = 2, 40


def polls(whole: Sequence[Block], rules: Sequence[str | None]) -> Iterator[list[int]]:
    """A question, below a label perhaps, two or more answers of a few words, and what goes."""
    for at, block in enumerate(whole):
        if rules[at] is not None or not block.text.endswith(_ASKS) or not _may_be(block):
            continue
        end = at + 1
        while end < len(whole) and rules[end] is None and _is_answer(whole[end]):
            end += 1
        if end - at <= LEAST_ANSWERS or end - at > MAX_LINES:
            continue
        if end == len(whole) or _calls(whole[end], rules[end]) or _is_house(rules[end]):
            headed = at > 1 and rules[at - 1] is None and _is_label(whole[at - 1])
            yield list(range(at - headed, end))


def _is_answer(block: Block) -> bool:
    brief = len(block.text) <= MAX_ANSWER_CHARS and not block.text.endswith((*PROSE_ENDS, ":"))
    return brief and block.kind in LINE_KINDS


def _may_be(block: Block) -> bool:
    """Whether a line is a paragraph of a few words that quotes nobody."""
    text = block.text
    brief = block.kind in LINE_KINDS and len(text) <= MAX_LINE_CHARS and "\n" not in text
    listed = block.kind is BlockKind.PARAGRAPH and text[0] in BULLETS
    return brief and not listed and not quotes_somebody(text)


def _is_label(block: Block) -> bool:
    text = block.text
    brief = len(text) <= MAX_HEAD_CHARS and block.kind is BlockKind.PARAGRAPH
    whole = text[0].isalpha() and "\n" not in text
    whole = whole and not text.endswith(PROSE_ENDS) and OF_REVIEW.fullmatch(text) is None
    return brief and whole and not _STOPS.search(text)


def _calls(block: Block, rule: str | None) -> bool:
    """Whether a line went since it is a link of a few words, «Book a seat», or stands in a box."""
    links = rule in (LINKS, "line:unconfirmed") and block.kind is not BlockKind.HEADING
    if not links or _WHENCE.fullmatch(block.text) is not None:
        return False
    return spoken_words(block.text) <= MAX_CALL_WORDS


_WHENCE = re.compile(
    r"(?:via|sources?|quellen?|fuentes?|fontes?|fonti|bron(?:nen)?|kild[ea]r?|käll(?:a|or)"
    r"|lähde|lähteet|źródł[oa]|zdroje?|forrás|surs[aă]|kaynak|sumber|nguồn|источники?|джерел[оа]"
    r"|πηγ(?:ή|ές)|المصدر|منبع|מקור|ที่มา|来源|來源|出典|出处|출처)(?:\s?[:：–—-]\s?.{1,60}|\s?\(.{1,60}\))?",
    re.IGNORECASE,
)
"""Whence a text has what it tells: its last line, and no call of its house."""


def _is_house(rule: str | None) -> bool:
    """Whether a house offers something in a line, wherever it stands."""
    return name_of(rule) in OFFERING


def _closes(rule: str | None) -> bool:
    """Whether a line tells of the text above it, or of its house."""
    return name_of(rule) in ENDING
