"""Steps of instructions, which ask their reader for what a house asks for too: «Download the app»,
«4. Enter your e-mail address», «Log in.» What tells them is the title that promises them, other
steps beside them, and the numbers that they bear."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Sequence

from pipeline.lines.instructions import is_step
from pipeline.lines.site_vocabulary import Vocabulary, vocabulary_of
from pipeline.lines.site_word_kinds import ASKS, POINTS
from pipeline.page.pieces import Extracted
from pipeline.patterns.late_patterns import late_pattern
from pipeline.punctuation import QUESTION_MARKS, SENTENCE_ENDS
from pipeline.records import Block, BlockKind

_HOW_TO = late_pattern(
    r"(?:how (?:to|do|can)\b|\d+ (?:ways|steps) to\b|comment (?:\w+ )?\w+er\b|cómo\b|"
    r"como \w+[aei]r\b|come \w+re\b|so (?:\w+ ){1,3}(?:sie|du)\b|anleitung\b|как \w+ть\b|"
    r"zo \w+ je\b|hoe (?:je|kun|verwijder|zet|maak)\b|cara \w+|як \w+ти\b|jak \w+|"
    r"(?:كيف(?:ية)?|طريقة|طرق|خطوات|شرح|دليلك|بالخطوات)\s|(?:چگونه|چطور|آموزش|نحوه)\s"
    r"|.*(?:\bso geht(?:['’]?s| es)|\bnasıl\b.*\w(?:[ıiuü]r|siniz|sınız)\b|(?:方法|やり方|手順)$))",
    re.IGNORECASE,
)
"""How a title begins, or ends, below which a text instructs its readers."""
NUMBERED = re.compile(r"(?:\d{1,2}|[٠-٩]{1,2}|[۰-۹]{1,2})\s?[.)،:-]\s?[\"'«“„‘(\[]?(?=[^\W\d_])")
"""How a line begins that bears a number of a row: «2. Update», «۳. «تنظیمات»»."""
_LABELLED = late_pattern(
    r"(?:(?:step|étape|schritt|paso|passo|stap|adım|шаг|крок|krok|langkah|مرحله|گام|(?:ال)?خطوة)"
    r"\s?(?:(?:رقم|no\.?|[#№(])\s?)?(?P<digits>\d{1,2})\s?\)?\s?[.،:–—-]"
    r"|(?:(?:ال)?خطوة\s)?(?P<word>(?:ال)?[^\W\d_]{3,6}[\u064b]?[^\W\d_]?[\u064b]?)\s?[،:–—-])"
    r"\s*[\"'«“„‘(\[]?(?=[^\W\d_])",
    re.IGNORECASE,
)
"""How a line begins that tells which step it is: «Step 2: …», «الخطوة الثانية: …», «ثانيا: …»."""
_WORDS = ("أول", "ثاني", "ثالث", "رابع", "خامس", "سادس", "سابع", "ثامن", "تاسع", "عاشر")
_ORDINALS = {
    said: number
    for number, word in enumerate(_WORDS, 1)
    for said in (f"{word}ا", f"ال{word}", f"ال{word}ة", f"ال{word}ى")
}
"""The first numbers as words, of which the Arabic ones are told without marks."""
LEAST_STEPS, LEAST_PROMISED = 4, 2
"""Sentences that ask, from which on a text instructs its readers: a news text has none but those of
its house, and words that tell in Arabic what somebody did may look like one or two."""
LEAST_NUMBERED = 3
"""Lines that bear numbers one after the other, from which on they are a row."""
MOST_BETWEEN = 2
"""Lines between two of them: what tells of a step, or its picture."""
ASKED = (":follow-us", ":sign-up")
"""Kinds of rules that know what a house asks its readers for."""
_SHARED = ":share"
"""The kind that knows buttons, which head a part of a text too: «Save», «WhatsApp»."""
_URGES = late_pattern(
    r".*\b(?:now|today|jetzt|heute|maintenant|ahora|hoy|agora|hoje|adesso|ora|nu|vandaag|сейчас|"
    r"сегодня|зараз|şimdi|hemen|bugün|teraz|sekarang|الآن|اليوم|حالا|اکنون|ابھی)\b",
    re.IGNORECASE,
)
"""What a house urges its readers to do at once: no step of instructions says when."""


def promises_steps(title: str) -> bool:
    """Whether a title promises instructions."""
    return _HOW_TO.match(title) is not None


def give_steps_back(
    kept: Sequence[Block], found: list[bool], words: Vocabulary, title: str = ""
) -> None:
    """A sentence amid others that ask their reader for what no site asks is a step of instructions:
    «Tap Cancel and confirm with your password.» Below a `title` that promises them fewer tell."""
    steps = [at for at, block in enumerate(kept) if not found[at] and _asks(block.text, words)]
    promised = promises_steps(title)
    if len(steps) < (LEAST_PROMISED if promised else LEAST_STEPS):
        return
    last = max(at for at in range(len(kept)) if not found[at])
    reach = steps[-1] + 1
    for at in range(max(steps[0] - 1, 0), len(kept)):
        if at > reach or not found[at]:
            continue
        found[at] = kept[at].text[-1] not in SENTENCE_ENDS
        if promised and not found[at] and at < last and _asks(kept[at].text, words):
            reach = max(reach, at + 1)


def _asks(text: str, words: Vocabulary) -> bool:
    """Whether a sentence begins, or in some languages ends, with what readers are asked to do."""
    if text[-1] not in SENTENCE_ENDS or text[-1] in QUESTION_MARKS:
        return False
    if is_step(text, words.language):
        return True
    said = text.split()
    first, last = said[0], said[-1].rstrip(SENTENCE_ENDS)
    return any(kind & ASKS for kind in words.kinds((last if words.asks_last else first,)))


def give_below_numbers_back(kept: Sequence[Block], found: list[bool]) -> None:
    """What stands right below a numbered heading, one of three and more, is a step of the text's:
    «2. Update first», «Open the settings and tap Update.»"""
    if not any(found):
        return
    steps = [
        at
        for at, block in enumerate(kept)
        if block.kind is BlockKind.HEADING and NUMBERED.match(block.text)
    ]
    if len(steps) >= LEAST_NUMBERED:
        for at in steps:
            found[at : at + 2] = [False] * len(found[at : at + 2])


def numbered_rows(texts: Sequence[str]) -> Iterator[list[int]]:
    """The places of lines that bear the numbers 1, 2, 3 …, behind a label or as words too, each row
    of them that is long enough; a line or two may stand between two of them."""
    row: list[int] = []
    for at, text in enumerate(texts):
        number = _number_of(text)
        if number is None:
            continue
        if row and number == len(row) + 1 and at - row[-1] <= MOST_BETWEEN + 1:
            row.append(at)
            continue
        if len(row) >= LEAST_NUMBERED:
            yield row
        row = [at] if number == 1 else []
    if len(row) >= LEAST_NUMBERED:
        yield row


def _number_of(text: str) -> int | None:
    begun = NUMBERED.match(text)
    if begun:
        return int(re.sub(r"\D", "", begun[0]))
    labelled = _LABELLED.match(text)
    if labelled is None:
        return None
    if labelled["digits"]:
        return int(labelled["digits"])
    return _ORDINALS.get(labelled["word"].replace(_TANWIN, ""))


_TANWIN = "\u064b"


def give_rows_of_steps_back(kept: Sequence[Block], found: list[bool]) -> None:
    """A row of lines that bear numbers is the text's where one of it is, or text stands below it:
    what a house asks for bears none."""
    if not any(found):
        return
    last = max((at for at, own in enumerate(found) if not own), default=-1)
    for row in numbered_rows([block.text for block in kept]):
        if row[-1] < last or not all(found[at] for at in row):
            for at in row:
                found[at] = False


def give_asked_back(
    lines: Sequence[Extracted], rules: list[str | None], title: str, language: str | None
) -> None:
    """What rules took for a house's request is a step in a row of numbers, and below a title that
    promises instructions, where it is a sentence, or heads others, between two lines that stay.
    None of them is a link, nor speaks of the house: «Download our app.»"""
    asked = [at for at, rule in enumerate(rules) if _is_asked(lines[at], rule)]
    if not asked:
        return
    numbered = {at for row in numbered_rows([line.block.text for line in lines]) for at in row}
    words = vocabulary_of((language or "")[:2])
    promised = promises_steps(title)
    own = {at for at in asked if not _speaks_of_house(lines[at].block.text, words)}
    whole = {at for at in own if _is_whole(lines[at].block)} if promised else set[int]()
    for at in sorted(own):
        if at in numbered or (at in whole and _is_between(at, whole, rules)):
            rules[at] = None


def _is_whole(block: Block) -> bool:
    """Whether a line is a sentence, or heads others: a button is neither."""
    return block.text[-1] in SENTENCE_ENDS or block.kind is BlockKind.HEADING


def _is_between(at: int, whole: Collection[int], rules: Sequence[str | None]) -> bool:
    """Whether a line that stays stands before one, and another behind it and the next such."""
    behind = at + 2 if at + 1 in whole else at + 1
    return at > 0 and behind < len(rules) and rules[at - 1] is None and rules[behind] is None


def _is_asked(line: Extracted, rule: str | None) -> bool:
    if rule is None or line.linked:
        return False
    heads = line.block.kind is BlockKind.HEADING and rule.endswith(_SHARED)
    return heads or rule.endswith(ASKED)


def _speaks_of_house(text: str, words: Vocabulary | None) -> bool:
    """Whether a line has a word like «our» or «this», urges, or is of a language whose words are
    not known."""
    if words is None or _URGES.match(text):
        return True
    return any(kind & POINTS for kind in words.kinds(tuple(text.split())))
