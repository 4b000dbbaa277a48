"""The rule that knows a line: a line that is known whole, a pattern, or its form.

Where a line stands, and how long it is, say which may be asked (`pipeline.lines.rulebook.Place`).
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from itertools import islice

from pipeline.fingerprints import skeleton
from pipeline.lines.count_lines import is_count, may_be_of_device
from pipeline.lines.credits import is_sign_off
from pipeline.lines.dressed import plainly_written
from pipeline.lines.known_lines import MAX_LABELS_CHARS, is_field, is_row_of_labels
from pipeline.lines.own_by_form import is_own, names_nobody
from pipeline.lines.rulebook import (
    MAX_KNOWN_CHARS,
    MAX_NOTICE_CHARS,
    MAX_RULED_CHARS,
    Place,
    rule_book,
)
from pipeline.lines.rules_to_try import Patterns
from pipeline.lines.stopped_labels import ends_as_sentence, without_stop
from pipeline.lines.watermarks import is_key, is_watermark
from pipeline.page.pieces import Extracted
from pipeline.patterns.late_patterns import late_pattern
from pipeline.people.credit_lines import is_credit_line, is_name_in_brackets, is_picture_credit
from pipeline.people.several_credits import credits_several
from pipeline.punctuation import SEMICOLONS
from pipeline.records import LINE_KINDS, Block, BlockKind
from pipeline.text import is_data


def rule_of(line: Extracted, at: Place, patterns: Patterns) -> str | None:
    """The name of the rule by which a line goes that stands so; None of a line that stays."""
    text = line.block.text
    if is_watermark(text):
        return "watermark"
    size = len(text)
    if line.block.kind is BlockKind.CODE or _is_enumerated(line.block):
        return None
    if size > MAX_RULED_CHARS and is_data(text):
        return "data"
    if size > MAX_NOTICE_CHARS:
        return None
    if size <= MAX_KNOWN_CHARS and (at.end or not _is_said_alone(text)):
        for rule in rule_book().lines.get(skeleton(text), ()):
            if rule.stands(at) and rule.fits(line) and not _heads_own(line.block):
                return rule.name
    for rule in patterns.that_match(line, at):
        if not is_own(line, rule):
            return rule.name
    if size <= MAX_LABELS_CHARS:
        if is_row_of_labels(text):
            return "row-of-labels"
        if not at.top and line.block.kind in LINE_KINDS and is_name_in_brackets(text):
            return "credit-line"
        if line.block.kind in LINE_KINDS and is_picture_credit(text):
            return "photo-credit"
        if line.block.kind in LINE_KINDS and is_count(text):
            listed = line.block.kind is BlockKind.LIST_ITEM and not at.top
            return None if listed and may_be_of_device(text) else "count"
        if (at.end or at.top) and line.block.kind in LINE_KINDS:
            if is_key(text):
                return "key"
            if is_credit_line(text) and not names_nobody(text):
                return "credit-line"
        may_sign = at.top and line.block.kind in LINE_KINDS
        may_sign = may_sign or (at.end and line.block.kind is not BlockKind.HEADING)
        if may_sign and is_sign_off(text):
            return "agency-sign-off"
        if "ـ " in text and (dashed := _TATWEELS.sub("", text).replace(" ـ ", " - ")) != text:
            return rule_of(line.with_text(dashed), at, patterns)
        if text[-1].isdigit() and (counted := _COUNTERS.search(text)):
            before = text[: counted.start()]
            return rule_of(line.with_text(before), at, patterns) if before else "signs"
        facts = _GLUED.split(text) if at.top and " | " not in text else ()
        if len(facts) > 1 and (glued := _rule_of_parts(line, facts, at, patterns)):
            return glued  # «WhatsApp» is no two of them
        if (at.top or at.end) and (found := _rule_of_facts(line, at, patterns)):
            return found
    if (at.end or at.top) and line.block.kind in LINE_KINDS and credits_several(text):
        return "credit-line"
    if text[0] >= "\U0001f000" or "\u2600" <= text[0] <= "\u2bff":
        said = _PICTURES.sub("", text)
        if said and said != text:  # «📌 Follow us», told by what stands behind the picture
            return rule_of(line.with_text(said), at, patterns)
    found = _rule_of_parts(line, text.split(" | "), at, patterns) if " | " in text else None
    if found is None and (plain := plainly_written(text, patterns.language)) != text:
        found = rule_of(line.with_text(plain), at, patterns)
        if found and text[0] in _DASHES and found.endswith(":byline"):
            return None  # a signature, which is read as one: «-- By Jane Doe»
    if found is None and (unstopped := without_stop(text)):
        found = rule_of(line.with_text(unstopped), at, patterns)
        if found and ends_as_sentence(text, found.rpartition(":")[2]):
            return None
    return found


def _is_enumerated(block: Block) -> bool:
    """Whether a line is one of several things that a list enumerates: «login;»."""
    return block.kind is BlockKind.LIST_ITEM and block.text[-1] in SEMICOLONS


def _heads_own(block: Block) -> bool:
    """Whether a heading names one thing that forms ask for, and texts tell of: «Name»."""
    return block.kind is BlockKind.HEADING and is_field(block.text)


def _is_said_alone(text: str) -> bool:
    """Whether a line is one word and a full stop, as no button has: «Save.» amid advice."""
    return text[-1] == "." and text.isascii() and text[:-1].isalpha()


_COUNTERS = late_pattern(
    r"(?:\s*[👁👀🔥💬❤♥👍👎🗨📖](?:\ufe0f)?\s*[\d٠-٩۰-۹][\d٠-٩۰-۹.,٬]*(?:\s\d{3}(?!\d))*)+$"
)
"""Readers, comments and likes that signs count at the end of a line of facts: «5 March 👁 62»."""


_GLUED = late_pattern(r"(?<=[a-zß-ÿа-яё\d])(?=[A-ZÀ-ÞА-ЯЁ][a-zß-ÿа-яё])|(?<=\d)(?=[\u0621-\u064a])")
"""Where facts of elements side by side meet, which only the page's style sets apart: «5 March 2026,
13:45Reading time: 2 min.»."""


def _rule_of_parts(
    line: Extracted, parts: Iterable[str], at: Place, patterns: Patterns
) -> str | None:
    """The rule of a line's first part where each of its parts, set apart by bars or glued, has
    one."""
    if line.block.kind is BlockKind.TABLE_ROW:
        return None
    bare = filter(None, map(str.strip, parts))
    rules = [rule_of(line.with_text(part), at, patterns) for part in bare]
    return rules[0] if rules and all(rules) else None


def _rule_of_facts(line: Extracted, at: Place, patterns: Patterns) -> str | None:
    """The rule of the first of several facts, each behind its label, where each of them has one:
    «Published: 5 March 2026, 13:45 Page views: 2715»."""
    text = line.block.text
    labels = [*islice(_LABELS.finditer(text), MAX_FACTS + 1)]
    if not 1 < len(labels) <= MAX_FACTS or line.block.kind not in LINE_KINDS:
        return None
    if not any(map(str.isdigit, text)):
        return None
    for start in _WORDS_BEFORE.finditer(text, 1, labels[1].end()):
        before = line.with_text(text[: start.start()])
        rule = rule_of(before, at, patterns)
        if rule and rule_of(line.with_text(text[start.end() :]), at, patterns):
            return rule
    return None


_LABELS = re.compile(r"[^\W\d_]\s?[:：]")
_WORDS_BEFORE = re.compile(r"\s+(?=[^\W\d_]+(?:\s[^\W\d_]+){0,3}\s?[:：])")
MAX_FACTS = 6
_DASHES = "-–—"
_TATWEELS = re.compile(r"^ـ+ ")
"""An Arabic letter that only makes words longer, as a dash before a line."""
_PICTURES = re.compile("^(?:[\u2600-\u27bf\u2b00-\u2bff\U0001f000-\U0001faff]\ufe0f?\\s*)+")
