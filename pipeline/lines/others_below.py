"""What stands below a line that says whose it is: comments of readers, a word on the author,
another article."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from pipeline.lines.among_house import name_of
from pipeline.lines.excerpts import BROKEN
from pipeline.lines.known_lines import named_by_heading
from pipeline.patterns.late_patterns import late_pattern
from pipeline.punctuation import FULL_STOPS, QUESTION_MARKS
from pipeline.records import Block, BlockKind

MAX_DATED_CHARS = 60
MAX_BIO_CHARS = 500


def writers(
    whole: Sequence[Block], rules: Sequence[str | None], authors: Sequence[str]
) -> Iterator[list[int]]:
    """What tells of an author right below a label that says so."""
    for at in range(len(whole) - 1):
        if rules[at + 1] is None and name_of(rules[at]) == "about-author":
            text = whole[at + 1].text
            if text.startswith(tuple(authors)) and len(text) <= MAX_BIO_CHARS:
                yield [at + 1]
            elif bio := _below_name(whole, rules, at + 1):
                yield bio


def _below_name(whole: Sequence[Block], rules: Sequence[str | None], at: int) -> list[int]:
    """A name of few letters alone in a line, as Chinese and Japanese write them, and the paragraph
    right below it that tells of them, where nothing else is left."""
    left = [i for i in range(at, len(whole)) if rules[i] is None]
    name = whole[at].text
    alone = left == [at, at + 1] and _DENSE_NAME.fullmatch(name) is not None
    return left if alone and len(whole[at + 1].text) <= MAX_BIO_CHARS else []


_DENSE_NAME = late_pattern("[\u3400-\u9fff]{2,4}(?:[ \u3000][\u3400-\u9fff]{1,3})?")

MAX_LABEL_CHARS, MAX_ARTICLE_LINES, MIN_TITLE_WORDS = 24, 8, 3


def articles(whole: Sequence[Block], rules: Sequence[str | None]) -> Iterator[list[int]]:
    """Another article below a text, its title first, down to the last line: where a label without
    one, «Read also:», stands right below what ends a text, its tags or its licence."""
    for at in range(max(1, len(whole) - MAX_ARTICLE_LINES - 1), len(whole) - 1):
        if not _announces(whole[at], rules[at]) or not _ends(whole[at - 1], rules[at - 1]):
            continue
        head = whole[at + 1]
        linked = rules[at + 1] == "line:links"
        titled = linked or head.kind is BlockKind.HEADING
        titled = titled and len(head.text.split()) >= MIN_TITLE_WORDS
        if titled and len(whole[at].text) <= MAX_LABEL_CHARS:
            yield [i for i in range(at + 1, len(whole)) if rules[i] is None]
            return


def beginnings(whole: Sequence[Block], rules: Sequence[str | None]) -> Iterator[list[int]]:
    """The beginnings of other articles below a text, each broken off with dots, where nothing but
    them and words above them is left behind a heading of others, «Related articles»; and a word
    alone right below it that says what the other is: «Interview»."""
    heads = [i for i, rule in enumerate(rules) if name_of(rule) == "read-also"]
    for at in heads[-MAX_HEADS:]:
        left = [i for i in range(at + 1, len(whole)) if rules[i] is None]
        above = sum(rules[i] is None and len(whole[i].text) >= MIN_BEGINNING for i in range(at))
        if not left or above < LEAST_ABOVE or len(whole[at].text) > MAX_HEAD_CHARS:
            continue
        broken = [i for i in left if whole[i].text.endswith(BROKEN)]
        words = [i for i in left if i not in broken]
        long = any(len(whole[i].text) >= MIN_BEGINNING for i in broken)
        alone = not broken and left == [at + 1] and left[-1] + 1 < len(whole)
        most = MAX_LABEL_WORDS if long else 1
        if (long or alone) and all(_is_label(whole[i].text, most) for i in words):
            yield left
            return


def questions(whole: Sequence[Block], rules: Sequence[str | None]) -> Iterator[list[int]]:
    """What a house asks its readers, right below a label that says so, «Poll», or above a count of
    those who took part; with its answers, unless these went. Figures in them may be a report's."""
    for at, block in enumerate(whole):
        if rules[at] is not None or not block.text.endswith(tuple(QUESTION_MARKS)):
            continue
        end = at + 1
        while end < len(whole) and rules[end] is None and _may_answer(whole[end]):
            end += 1
        labelled = at > 0 and name_of(rules[at - 1]) == "poll"
        counted = end < len(whole) and name_of(rules[end]) == "poll"
        if end - at > LEAST_ANSWERS:
            figures = any(_FIGURE.search(whole[i].text) for i in range(at + 1, end))
            reported = _PARTED.search(block.text) is not None
            if counted or (labelled and not figures and not reported):
                yield list(range(at, end))
        elif labelled and at < len(whole) - 1 and rules[at + 1] is not None:
            yield [at]


def _may_answer(block: Block) -> bool:
    """Whether a line is an item of a few words, as the answers of a poll are."""
    return block.kind is BlockKind.LIST_ITEM and len(block.text) <= MAX_ANSWER_CHARS


_FIGURE = re.compile(r"\d")
_PARTED = re.compile("[,:،：，]")
"""What parts a question from who asked it elsewhere: «…, the institute asked?»."""
LEAST_ANSWERS, MAX_ANSWER_CHARS = 2, 90


def _is_label(text: str, most: int) -> bool:
    few = len(text) <= MAX_LABEL_CHARS and len(text.split()) <= most
    return few and text[-1] not in FULL_STOPS


MAX_LABEL_WORDS = 3

MAX_HEADS, MAX_HEAD_CHARS, MIN_BEGINNING, LEAST_ABOVE = 3, 40, 40, 2


def _announces(block: Block, rule: str | None) -> bool:
    """Whether a line that goes is a heading of other articles, alone or with its links."""
    linked = rule == "line:links" and named_by_heading(block.text) == "related"
    return linked or name_of(rule) == "read-also"


def _ends(block: Block, rule: str | None) -> bool:
    """Whether a line that goes ends a text: its tags, its licence, or whence it was taken."""
    return name_of(rule) in _ENDS_TEXT or (
        rule is not None and _SOURCE.match(block.text) is not None
    )


_SOURCE = re.compile(r"(?:المصدر|منبع|source|kaynak|sumber|quelle|fuente|fonte)\s?[:：]", re.I)
_ENDS_TEXT = frozenset({"tags", "licence", "source-line"})


def cards(whole: Sequence[Block], rules: Sequence[str | None]) -> Iterator[list[int]]:
    """Another article below a text, down to the last line, whose title stands twice right below a
    line that went: on its picture and by itself."""
    for at in range(max(1, len(whole) - MAX_CARD_LINES), len(whole) - 1):
        text, again = whole[at].text, whole[at + 1].text
        titled = len(text.split()) >= MIN_TITLE_WORDS and text[-1] not in FULL_STOPS
        captions = rules[at] == rules[at + 1] == "region:caption"  # of one album
        if titled and text == again and rules[at - 1] is not None and not captions:
            yield [i for i in range(at, len(whole)) if rules[i] is None]
            return


MAX_CARD_LINES = 6

MAX_COMMENT_CHARS, MAX_COMMENTS = 300, 30


def readers(whole: Sequence[Block], rules: Sequence[str | None]) -> Iterator[list[int]]:
    """What readers wrote below a line that heads it: their names, what each wrote, and a day that
    goes as one, by turns."""
    for at, rule in enumerate(rules):
        if name_of(rule) != "comment-form" or named_by_heading(whole[at].text) != "comments":
            continue
        days, last = 0, at
        for i in range(at + 1, min(at + MAX_COMMENTS, len(whole))):
            if rules[i] is None and not _may_be_of_reader(whole[i]):
                break
            if name_of(rules[i]) == "date-line":
                days, last = days + 1, i
            elif rules[i] is None and _DATED.search(whole[i].text[:MAX_DATED_CHARS]):
                days, last = days + 1, i + 1
        last = min(last + 1, len(whole))
        left = [i for i in range(at + 1, last) if rules[i] is None]
        if not days:
            left = _counted(whole, rules, at)
        if left and len(left) <= LINES_A_READER * (days or len(left)):
            yield left


LINES_A_READER = 3


def _counted(whole: Sequence[Block], rules: Sequence[str | None], at: int) -> list[int]:
    """The last lines of all below a text, where a heading of comments, or a line right below it
    that went too, counts as many: «Replies: 1», and what one reader wrote."""
    left = [i for i in range(at + 1, len(whole)) if rules[i] is None]
    counts = [_COUNT.search(whole[i].text) for i in range(at, left[0] if left else at)]
    told = max((int(count[1]) for count in counts if count), default=0)
    if not 0 < len(left) <= min(LINES_A_READER * told, MAX_COUNTED):
        return []
    above = sum(len(whole[i].text) for i in range(at) if rules[i] is None)
    below = sum(len(whole[i].text) for i in left)
    return left if below * 2 < above and all(_may_be_of_reader(whole[i]) for i in left) else []


MAX_COUNTED = 6
_COUNT = re.compile(r"(?<!\d)(\d{1,3})\s?[)\]]?$")
_DATED = re.compile(r"^[^.!?؟]{3,30}\d{1,2}[^.!?؟]{1,14}\d{4}$|^[^.!?؟\d]{3,30}\d{1,2}, \d{4}$")
"""A reader's name, and the day right behind it."""


def _may_be_of_reader(block: Block) -> bool:
    return (
        block.kind in (BlockKind.PARAGRAPH, BlockKind.LIST_ITEM)
        and len(block.text) <= MAX_COMMENT_CHARS
    )
