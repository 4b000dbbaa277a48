"""Headlines without links below a label that announces other texts: «Read more:»."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import takewhile

from pipeline.lines.stems import is_apart
from pipeline.lines.telling import goes_on, reports
from pipeline.page.elements import text_of_element
from pipeline.page.pieces import Extracted
from pipeline.patterns.late_patterns import late_pattern
from pipeline.punctuation import CLOSING, COLONS, QUESTION_MARKS, SENTENCE_ENDS
from pipeline.records import LINE_KINDS, BlockKind
from pipeline.text import spoken_words
from pipeline.writing import UNSPACED_SCRIPTS, lacks_stops, script_of

ANNOUNCED = "line:announced"
"""The ledger's rule for them."""
MAX_LABEL_CHARS, MAX_LABEL_WORDS = 40, 6
MAX_CHARS, MIN_WORDS, MAX_WORDS, MIN_SIGNS = 140, 4, 20, 10
"""Of a headline; of scripts without blanks signs are counted. A head of the text is shorter."""
MAX_UNSTOPPED = 80
"""The same of a script whose sentences end with no sign: a paragraph may have as many as a headline
has elsewhere."""
MAX_ROW = 4
"""Headlines below one label; more are a list of the text's own."""
_NO_ENDS = f"{SENTENCE_ENDS}{COLONS}{CLOSING},،;؛"


def take_announced(lines: Sequence[Extracted], rules: list[str | None]) -> None:
    """The plain lines right below such a label that a rule knows, up to what ends as a sentence
    does; names of topics below their label. What is bold may head the text that follows."""
    for at, rule in enumerate(rules[:-1]):
        if rule is None:
            continue
        if rule.endswith(":tags") and len(lines[at].block.text) <= MAX_LABEL_CHARS:
            if rules[at + 1] is None and _are_tags(lines[at + 1]):
                rules[at + 1] = rule
            continue
        if rule.endswith(":advertisement"):
            _take_sponsor(lines, rules, at)
        if not rule.endswith(":read-also"):
            continue
        if _leads_to_links(lines, rules, at):
            rules[at + 1] = ANNOUNCED
            continue
        linked = _linked_below(lines, rules, at)
        for i in linked:
            rules[i] = ANNOUNCED
        if linked or not _is_label(lines[at].block.text) or _heads_player(lines, at):
            continue
        below = range(at + 1, len(lines))
        row = list(takewhile(lambda i: rules[i] is None and _may_title(lines[i]), below))
        row = _with_questions(lines, rules, row, at + 1)
        if row and _ends_with_none(lines, rules, row):
            row = list(takewhile(lambda i: _is_other(lines, rules, i), row))
        if len(row) <= MAX_ROW and not _opens_list(lines, rules, row):
            rules[row[0] : row[-1] + 1] = [ANNOUNCED] * len(row)


def _leads_to_links(lines: Sequence[Extracted], rules: Sequence[str | None], at: int) -> bool:
    """Whether a sentence without a link stands between such a label and a list of links to other
    articles that went: «Here are more of our experts on saving.»."""
    below = rules[at + 1 : at + 2 + LEAST_BELOW]
    if len(below) <= LEAST_BELOW or below[0] is not None or not _is_label(lines[at].block.text):
        return False
    told = lines[at + 1]
    brief = told.block.kind is BlockKind.PARAGRAPH and len(told.block.text) <= MAX_CHARS
    listed = all(
        line.block.kind is BlockKind.LIST_ITEM for line in lines[at + 2 : at + 2 + LEAST_BELOW]
    )
    return brief and not told.linked and listed and all(rule in _OF_LINKS for rule in below[1:])


LEAST_BELOW = 2
_OF_LINKS = frozenset({"line:links", "region:related", "region:teaser"})


def _linked_below(lines: Sequence[Extracted], rules: Sequence[str | None], at: int) -> list[int]:
    """The lines below such a label to the text's end, several, each of which begins with a link, or
    with a house and a colon before it, whatever it tells of what that leads to. A label with a
    colon may be a sentence."""
    label = lines[at].block.text
    if not (_is_label(label) or label[-1] in COLONS):
        return []
    row = [i for i in range(at + 1, len(lines)) if rules[i] is None]
    prose = sum(rules[i] is None and lines[i].linked < HARDLY for i in range(at))
    if not MIN_LINKED <= len(row) <= MAX_LINKED or prose < MIN_ABOVE:
        return []
    return row if all(_begins_linked(lines[i]) for i in row) else []


MIN_LINKED, MAX_LINKED, MIN_ABOVE = 2, 8, 3
"""Lines below such a label, and lines above it with hardly a link."""
HARDLY = 0.3
MIN_LINK_CHARS, MAX_HOUSE_CHARS = 12, 60


def _begins_linked(line: Extracted) -> bool:
    """Whether a line begins with a link, or with a few words and a colon before it."""
    if line.block.kind not in LINE_KINDS or line.element is None:
        return False
    link = next((a for a in line.element.iter("a") if a.get("href")), None)
    told = text_of_element(link) if link is not None else ""
    before, found, _ = line.block.text.partition(told) if told else ("", "", "")
    if not found or len(before) > MAX_HOUSE_CHARS:
        return False
    named = line.block.kind is BlockKind.LIST_ITEM or len(told) >= MIN_LINK_CHARS
    return named and (not before.strip() or before.rstrip()[-1] in COLONS)


def _heads_player(lines: Sequence[Extracted], at: int) -> bool:
    """Whether a label stands with a player in a box that ends above the next line: what it
    announces is played there, and the line is the text's."""
    label, below = lines[at].element, lines[at + 1].element
    if label is None or below is None:
        return False
    around = set(below.iterancestors())
    boxes = takewhile(lambda box: box not in around, label.iterancestors())
    return any(next(box.iter("iframe", "video", "audio"), None) is not None for box in boxes)


def _with_questions(
    lines: Sequence[Extracted], rules: Sequence[str | None], row: list[int], start: int
) -> list[int]:
    """The row, or all lines from its place on where one of several is a question and it ends behind
    them: with the text, or with a line that was taken out. A question alone may head a part."""
    below = range(start, len(lines))
    whole = [*takewhile(lambda i: rules[i] is None and _may_title(lines[i], asks=True), below)]
    if len(row) == len(whole) or not MIN_ASKING <= len(whole) <= MAX_ROW:
        return row
    behind = whole[-1] + 1
    return whole if behind == len(lines) or rules[behind] is not None else row


MIN_ASKING = 2


def _ends_with_none(
    lines: Sequence[Extracted], rules: Sequence[str | None], row: Sequence[int]
) -> bool:
    """Whether hardly a paragraph besides some lines ends as a sentence: so may what is below a
    label."""
    prose = [
        line.block.text
        for i, line in enumerate(lines)
        if rules[i] is None and i not in row and len(line.block.text) >= MIN_PROSE_CHARS
    ]
    return lacks_stops(prose)


def _is_other(lines: Sequence[Extracted], rules: Sequence[str | None], at: int) -> bool:
    """Whether a line tells nothing that its text does, and does not go on from it."""
    text = lines[at].block.text
    if goes_on(text, "ar") or reports(text, "ar") or _WITHIN.search(text):
        return False
    left = [i for i, rule in enumerate(rules) if rule is None or i == at]
    return is_apart([lines[i].block for i in left], left.index(at))


_WITHIN = re.compile(r"\w{3}[.؟!?] \w")
"""A sentence that ends within a line."""
MIN_PROSE_CHARS = 45
"""Letters of a paragraph that shows how a text ends its own."""


def _are_tags(line: Extracted) -> bool:
    """Whether a line is a few names of topics in a row: «Bridges, Ferries, Town council»."""
    text = line.block.text
    if line.block.kind is not BlockKind.PARAGRAPH or len(text) > MAX_CHARS or text[-1] in _NO_ENDS:
        return False
    tags = _TAGS_BETWEEN.split(text)
    return len(tags) > 1 and all(1 <= spoken_words(tag) <= MAX_TAG_WORDS for tag in tags)


_TAGS_BETWEEN = late_pattern(r"\s*[,،、，;؛·•|/]\s*")
MAX_TAG_WORDS = 4


def _take_sponsor(lines: Sequence[Extracted], rules: list[str | None], at: int) -> None:
    """The short line right below one that says that a sponsor speaks: «A message from our sponsor»,
    «Hadley & Sons, bakers since 1931»."""
    if rules[at + 1] is not None or _SPONSOR.search(lines[at].block.text) is None:
        return
    line = lines[at + 1]
    text = line.block.text
    brief = len(text) <= MAX_SPONSOR_CHARS and "\n" not in text and text[-1] not in SENTENCE_ENDS
    if brief and line.block.kind is BlockKind.PARAGRAPH and not line.bold:
        rules[at + 1] = ANNOUNCED


MAX_SPONSOR_CHARS = 70
_SPONSOR = late_pattern(
    r"\b(?:message|word|note|mot|mensaje|mensagem|messaggio|nachricht|botschaft|bericht|pesan|mesaj)\w*"
    r" (?:from|by|de|da|do|di|von|van|dari)\b|\b(?:sponsor|partner|patrocinador|anunciante)\w*"
    r" (?:mesajı|mesajıdır)|(?:رسالة|كلمة) من |پیام (?:حامی|اسپانسر)|слово (?:спонсор|партн)",
    re.IGNORECASE,
)


def _is_label(text: str) -> bool:
    """Whether a line is of a few words, and of no advertisement, below which a text goes on."""
    brief = len(text) <= MAX_LABEL_CHARS and spoken_words(text) <= MAX_LABEL_WORDS
    return brief and _BREAK.search(text) is None


_BREAK = re.compile(r"\badverti[sz]|\b(?:ads?|scroll|continue)\b", re.IGNORECASE)


def _may_title(line: Extracted, *, asks: bool = False) -> bool:
    """Whether a line is as long as a headline and ends as one; such as `asks` may too."""
    text = line.block.text
    if line.block.kind not in LINE_KINDS or line.bold or len(text) > MAX_CHARS or "\n" in text:
        return False
    if text[-1] in _NO_ENDS and not (asks and text[-1] in QUESTION_MARKS):
        return False
    script = script_of(text)
    if script in UNSPACED_SCRIPTS:
        return MIN_SIGNS <= len(text) <= (MAX_UNSTOPPED if script == "thai" else MAX_CHARS)
    return MIN_WORDS <= spoken_words(text) <= MAX_WORDS


def _opens_list(lines: Sequence[Extracted], rules: Sequence[str | None], row: list[int]) -> bool:
    """Whether there is no row, or its list goes on behind it."""
    if not row:
        return True
    behind = row[-1] + 1
    return (
        behind < len(lines)
        and rules[behind] is None
        and lines[row[-1]].block.kind is lines[behind].block.kind is BlockKind.LIST_ITEM
    )


def announces_list(text: str) -> bool:
    """Whether a sentence says that a list follows: «The main changes are as follows.»."""
    return _AS_FOLLOWS.search(text) is not None


_AS_FOLLOWS = late_pattern(
    r"(?:次|以下|下記)の(?:通り|とおり)(?:だ|です|である|となる|となっている)?。$|如下。$"
    r"|(?:다음|아래)(?:과|와) 같(?:다|습니다)\.$"
    r"|(?:as follows|следующие|folgende|suivants?|siguientes)\.$"
    r"|(?:كالتالي|كالآتي|كما يلي|ما يلي|به شرح زیر است|درج ذیل ہیں)[.۔]$"
)
