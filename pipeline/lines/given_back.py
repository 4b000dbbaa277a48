"""What tells of lines of a site's words that they are the text's: who says «I», steps, rows of
questions and facts, lists."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Mapping, Sequence
from itertools import groupby, islice, takewhile

from pipeline.lines.asking_heads import heads_prose
from pipeline.lines.quoted import without_sayings
from pipeline.lines.steps import ASKED, NUMBERED, promises_steps
from pipeline.page.pieces import Extracted
from pipeline.punctuation import QUESTION_MARKS, SENTENCE_ENDS
from pipeline.records import Block, BlockKind


def give_columns_back(kept: Sequence[Block], found: list[bool], language: str) -> None:
    """A sentence in which a writer says «I» is the text's where others before and below it do."""
    says = _SAYS_I.get(language)
    if says is None or not any(found):
        return
    own = [
        at
        for at, block in enumerate(kept)
        if not found[at] and says.search(without_sayings(block.text))
    ]
    for at, block in enumerate(kept):
        if found[at] and own and own[0] < at < own[-1] and says.search(block.text):
            found[at] = block.text[-1] not in SENTENCE_ENDS


_SAYS_I = {
    language: re.compile(rf"(?<!\w)(?:{words})(?!\w)")
    for language, words in {
        "en": "I", "de": "[Ii]ch", "fr": "[Jj]e|[Jj](?=['’])", "es": "[Yy]o", "it": "[Ii]o",
        "pt": "[Ee]u", "nl": "[Ii]k", "ru": "[Яя]", "tr": "[Bb]en", "ar": "[وف]?أنا",
    }.items()
}  # fmt: skip
"""How a writer says «I», by language."""


def give_items_back(lines: Sequence[Extracted], rules: list[str | None], title: str) -> None:
    """A fact among facts is their list's. An item without a link right below others that stay,
    or the first above two that do, is a step where the title promises instructions, «Turn on
    notifications»; elsewhere one that asks for the same between two that stay, or first: «Download
    your grid's app and watch what you use»."""
    promised = promises_steps(title)

    def stays(at: int) -> bool:
        return 0 <= at < len(lines) and rules[at] is None and _is_item(lines[at])

    for at, rule in enumerate(rules):
        if rule is None or not rule.endswith(_FACTUAL):
            continue
        if _is_fact_among_facts(lines, rules, at) or _is_in_row_of_facts(lines, rules, at):
            rules[at] = None
    for at, rule in enumerate(rules):
        if rule is None or rule.startswith(_PLACED) or lines[at].linked or not _is_item(lines[at]):
            continue
        above, below = stays(at - 1), stays(at + 1)
        first = below and stays(at + 2) and not (at and _is_item(lines[at - 1]))
        between = (above and below) or first
        if (promised and (first or (above and stays(at - 2)))) or (
            rule.endswith(ASKED) and between
        ):
            rules[at] = None


def _is_fact_among_facts(lines: Sequence[Extracted], rules: list[str | None], at: int) -> bool:
    """Whether a line is a fact in a list of which two others stay: «License: free» of a program,
    beside «Size: 12 MB» and «Version: 2.1»."""
    if not _is_item(lines[at]) or lines[at].linked or not _FACT.fullmatch(lines[at].block.text):
        return False
    around = lines[at].element
    box = around.getparent() if around is not None else None
    near = range(max(0, at - MAX_FACTS), min(len(lines), at + MAX_FACTS + 1))
    beside = (
        n
        for n in near
        if rules[n] is None
        and _is_item(lines[n])
        and (other := lines[n].element) is not None
        and other.getparent() is box
        and _FACT.fullmatch(lines[n].block.text)
    )
    return box is not None and len(list(islice(beside, LEAST_ITEMS))) == LEAST_ITEMS


def _is_in_row_of_facts(lines: Sequence[Extracted], rules: list[str | None], at: int) -> bool:
    """The same of a fact in paragraphs, of which more stay than go right above and below it."""

    def tells(line: Extracted) -> bool:
        return not line.linked and _is_plain_fact(line.block)

    if not tells(lines[at]) or _OF_SITE.match(lines[at].block.text):
        return False
    above = takewhile(lambda n: tells(lines[n]), range(at - 1, max(-1, at - MAX_ROW), -1))
    below = takewhile(lambda n: tells(lines[n]), range(at + 1, min(at + MAX_ROW, len(lines))))
    row = [rules[n] for n in (*above, *below)]
    stay = row.count(None)
    return stay >= LEAST_FACTS and stay > len(row) - stay


LEAST_FACTS, MAX_ROW = 3, 20
"""Facts of a row that stay, and those right above or below one that are looked at."""
_OF_SITE = re.compile(
    r"(?:copyright|©|tags?\b|categor|catégor|rubri|kategori|schlagw|(?:ال)?(?:وسوم|تصنيف|أقسام|كلمات))",
    re.IGNORECASE,
)
"""Labels of what no thing is told by: whose a page is, what it is filed under."""
_FACTUAL = (":licence", ":tags", ":page-controls", ":page-facts")
"""Kinds of rules that know facts of a page, and by their labels those of a program too."""
MAX_FACTS = 8


def _is_item(line: Extracted) -> bool:
    """Whether a line is one of a list, or a paragraph that a sign makes one of a row."""
    return line.block.kind is BlockKind.LIST_ITEM or is_signed(line.block)


def is_signed(block: Block) -> bool:
    """Whether a sign of a row begins a paragraph: «• Sign in», «- A night mode»."""
    return block.kind is BlockKind.PARAGRAPH and _SIGNED.match(block.text) is not None


_PLACED = ("region:", "line:")
"""Rules of lines that are told by where they stand."""
LEAST_ITEMS = 2
"""Items of a list that shows whose it is."""


def heads_items(kept: Sequence[Block], at: int) -> bool:
    """Whether two items of a list stand below a line, as below «Pros» and «Benefits»."""
    items = kept[at + 1 : at + 3]
    return len(items) > 1 and all(
        b.kind is BlockKind.LIST_ITEM or b.text[0] in _BULLETS for b in items
    )


_BULLETS = frozenset("-–—•*▪●+✓✔✗")


def give_rows_back(kept: Sequence[Block], found: list[bool]) -> None:
    """A question is an interview's where it has others that are none of the site's, and a numbered
    heading is one of a row's: each of them above text. A fact in figures beside another, «Rating:
    92/100», is a review's, and «Price: free» is told as «Price: 4 dollars» is."""
    _give_facts_back(kept, found)
    for at in range(1, len(kept) - 1):
        if found[at] and _tells_figures(kept[at]) and not found[at + 1]:
            beside = (kept[at - 1], kept[at + 1])
            found[at] = not any(_FACT.fullmatch(block.text) for block in beside)
        if found[at] and heads_prose(kept, at):
            found[at] = found[at + 1]
    rows = (
        [at for at, block in enumerate(kept[:-1]) if block.text[-1] in _ASK],
        [at for at, block in enumerate(kept[:-1]) if NUMBERED.match(block.text)],
    )
    for row in rows:
        row = [at for at in row if len(kept[at].text) <= MAX_HEAD_CHARS and at + 1 not in row]
        least = LEAST_ROW - all(kept[at].kind is BlockKind.HEADING for at in row)
        if sum(not found[at] for at in row) >= least and any(found[at] for at in row):
            for at in row:
                found[at] = found[at] and found[at + 1]


def _give_facts_back(kept: Sequence[Block], found: list[bool]) -> None:
    """A fact stays whose label another one has that stays and tells a number, or that stands in a
    row of facts of which more stay."""
    facts = {at for at, own in enumerate(found) if own and _FACT.fullmatch(kept[at].text)}
    if not facts:
        return
    for row in _rows_of_facts(kept):
        gone = sum(found[at] for at in row)
        if len(row) - gone >= LEAST_FACTS and len(row) - gone > gone:
            facts.difference_update(row)
            for at in row:
                found[at] = found[at] and _OF_SITE.match(kept[at].text) is not None
    labels = {
        _label(b.text)
        for b, own in zip(kept, found, strict=True)
        if not own and any(map(str.isdigit, b.text)) and _FACT.fullmatch(b.text)
    }
    for at in facts:
        found[at] = _label(kept[at].text) not in labels


def _rows_of_facts(kept: Sequence[Block]) -> Iterator[list[int]]:
    """The places of paragraphs that are facts, one below another, each row of them."""
    rows = groupby(range(len(kept)), lambda at: _is_plain_fact(kept[at]))
    return ([*row] for told, row in rows if told)


def _is_plain_fact(block: Block) -> bool:
    """Whether a paragraph is a fact, «Length: 12 metres»."""
    return block.kind is BlockKind.PARAGRAPH and _FACT.fullmatch(block.text) is not None


def _label(fact: str) -> str:
    return fact.replace("：", ":").partition(":")[0].strip()


def _tells_figures(block: Block) -> bool:
    """Whether a line is a fact in figures: «Rating: 92/100»."""
    return _FACT.fullmatch(block.text) is not None and block.text[-1].isdigit()


_FACT = re.compile(r"[^:：.!?؟]{2,30}[:：] ?[^:：]{1,30}")
MAX_HEAD_CHARS = 160
"""A longer line heads nothing."""
LEAST_ROW = 2
"""Of headings, which answers stand below, one."""
_ASK = frozenset(f"{QUESTION_MARKS};")


def bold_questions(
    kept: Sequence[Block], found: Collection[Block], extracted: Sequence[Extracted]
) -> list[Block]:
    """The questions in bold that were `found` a house's, right above a sentence that stays, of a
    text with another such that stays: an interview's."""
    asked = _questions(kept)
    if not any(kept[at] in found for at in asked):
        return []
    asked = [at for at in _answered(asked, kept, extracted) if kept[at + 1] not in found]
    if all(kept[at] in found for at in asked):
        return []
    return [kept[at] for at in asked if kept[at] in found]


def bold_answers(
    kept: Sequence[Block], found: Mapping[Block, str], extracted: Sequence[Extracted]
) -> list[Block]:
    """The sentences right below questions in bold that were `found` to speak as a house does, amid
    a text with two such questions whose answers stay: an interview's."""
    asked = _questions(kept)
    told = {at for at in asked if found.get(kept[at + 1]) in _SPEAKING and at + 2 < len(kept)}
    if not told or len(asked) <= LEAST_ASKED:
        return []
    asked = _answered(asked, kept, extracted)
    if sum(kept[at] not in found and kept[at + 1] not in found for at in asked) < LEAST_ASKED:
        return []
    linked = {line.block for line in extracted if line.linked}
    return [kept[at + 1] for at in asked if at in told and kept[at + 1] not in linked]


def _questions(kept: Sequence[Block]) -> list[int]:
    """The places of a text's questions, but for its last line."""
    return [at for at, block in enumerate(kept[:-1]) if block.text[-1] in _ASK]


def _answered(
    asked: Sequence[int], kept: Sequence[Block], extracted: Sequence[Extracted]
) -> list[int]:
    """Those of some questions that are in bold, right above a sentence."""
    bold = {line.block for line in extracted if line.bold}
    return [at for at in asked if kept[at] in bold and kept[at + 1].text[-1] in SENTENCE_ENDS]


LEAST_ASKED = 2
_SPEAKING = frozenset({"line:judged", "line:aside"})


def give_lists_back(kept: Sequence[Block], found: list[bool]) -> None:
    """A list is a site's as a whole or not at all, that of paragraphs with numbers or signs too."""
    if not any(found):
        return
    start = 0
    for at in range(len(kept) + 1):
        if at < len(kept) and _is_listed(kept[at]):
            continue
        if not all(found[start:at]):
            found[start:at] = [False] * (at - start)
        start = at + 1


def _is_listed(block: Block) -> bool:
    typed = NUMBERED.match(block.text) is not None or _SIGNED.match(block.text) is not None
    return block.kind is BlockKind.LIST_ITEM or typed


_SIGNED = re.compile(rf"[{''.join(sorted(_BULLETS - {'-'}))}-]\s?[^\W_]")
"""What breaks or paragraphs part into a list: «- A night mode»."""


LEAST_CLOCKED = 3
_CLOCKED = re.compile(r"[(\[]?\d{1,2}[:.h]\d{2}(?!\d)[)\]]?\s*\S")


def give_entries_back(kept: Sequence[Block], found: list[bool]) -> None:
    """Lines that begin with a time of day, where at least three do, and not all but one are found,
    are entries of the text: «14:02 Tower: Say again.»."""
    clocked = [at for at, block in enumerate(kept) if _CLOCKED.match(block.text)]
    if len(clocked) >= LEAST_CLOCKED and sum(not found[at] for at in clocked) > 1:
        for at in clocked:
            found[at] = False
