"""Lines that fit a rule and are the article's own all the same, by their form.

A sentence may begin as a line of facts does, a label of specifications as a credit's, and a
quotation holds whatever somebody said. What their words tell is `pipeline.lines.telling`.
"""

from __future__ import annotations

import re

from pipeline.lines.rulebook import Rule
from pipeline.lines.telling import tells
from pipeline.page.pieces import Extracted
from pipeline.patterns.late_patterns import late_pattern
from pipeline.punctuation import FULL_STOPS, OPENING_QUOTES, QUESTION_MARKS, SINGLE_QUOTES
from pipeline.records import Block, BlockKind


def is_own(line: Extracted, rule: Rule) -> bool:
    """Whether a line that fits a rule is the article's own all the same."""
    block = line.block
    if tells(block.text, rule.language, rule.kind, line.linked) or _quotes(block.text, rule):
        return True
    if rule.kind == "signs":
        return _is_row_of_figures(block)
    facts = rule.kind == "tags" or (rule.place == "start" and rule.kind in _FACTS)
    if facts and _SENTENCE.fullmatch(block.text):
        return True
    if rule.kind not in _NAMING:
        return False
    if rule.kind == "photo-credit" and (_is_headline(block) or _NAMES_A_THING.match(block.text)):
        return True
    return block.text.endswith(_ASKS) or _NAMES_NOBODY.match(block.text) is not None


def _quotes(text: str, rule: Rule) -> bool:
    """Whether a sentence tells of what it quotes first, and a rule knows that alone: «"All rights
    reserved," the painter wrote.»"""
    if text[0] not in _OPENS_QUOTE or text[-1] not in _STOPS:
        return False
    quoted = _QUOTED_FIRST.match(text)
    return quoted is not None and rule.matches(quoted[1].rstrip(" ,،，"))


_OPENS_QUOTE = frozenset(OPENING_QUOTES + SINGLE_QUOTES + "”")
_STOPS = frozenset(FULL_STOPS + "!")
_QUOTED_FIRST = late_pattern(
    r"""["'“”„«‘’‚「『]\s?([^"“”«»」』]{3,100}?)\s?["'“”»‘’」』]"""
    r"""(?:(?<=[,،，].)|[,،，؛;:]|\s[–—-]\s|と|(?:이?라고|고)(?!\w)|\s(?=[^\W\dA-ZÀ-ÞА-Я]))"""
    r"""(?=.*\w.*\w)"""
)
"""What a line quotes before it says who said so."""


def _is_headline(block: Block) -> bool:
    """Whether a line is a heading of the upper levels, of which none credits a picture."""
    return block.kind is BlockKind.HEADING and (block.level or HEADLINES + 1) <= HEADLINES


HEADLINES = 4
_FACTS = frozenset({"byline", "date-line"})
_NAMING = frozenset({"photo-credit", "licence", "byline", "tags", "sign-off"})
_ASKS = tuple(QUESTION_MARKS)


def names_nobody(text: str) -> bool:
    """Whether what stands behind a label is a measure or advice: «Photo: how the lens works»."""
    return _NAMES_NOBODY.match(text) is not None


_NAMES_NOBODY = late_pattern(
    r"[^:：]{2,30}[:：]\s*(?:\d[\d.,:/x×+ ]*(?:mp\b|mpx|mpix|m[eé]ga|мега|мп|مگا|میگا|ميغا|ميجا|"
    r"מגה|मेगा|মেগা|메가|천?만 ?화소|万像素|萬像素|万画素|zoll|pouces|pulg|poleg|pollic|inch|inç|"
    r"дюйм|اینچ|انچ|palc|cali\b|tum\b|英寸|吋|インチ|인치|(?<=[48])k\b|p\b|fps|w\b|вт\b|وات|v\b|wh\b|"
    r"mah|gb\b|tb\b|hz|ghz|%)|(?:how|comment|cómo|como|wie|come|hoe|nasıl|как|як|jak|hur|hvordan|"
    r"kuinka|miten|cum|hogyan|πώς|bagaimana|cara|cách|چگونه|چطور|كيف|کیسے|what (?:is|are)|"
    r"qu.est-ce|was (?:ist|sind)|qué (?:es|son)|o que (?:é|são)|che cosa|wat (?:is|zijn)|что это|"
    r"що це|apa itu|nedir|co to (?:jest|je)|là gì|τι είναι|vad är)\b[^|]*\Z|"
    r"(?:如何|怎么|怎麼|它是什么|어떻게|איך|מה הן|.{0,30}कैसे|কীভাবে)[^|]*\Z|[^|]*(?:方法|とは)\Z)",
    re.IGNORECASE,
)
"""A label of specifications, or of advice, that a credit's label begins too: «Video: 4K»."""
_NAMES_A_THING = re.compile(
    r"[^:：]{2,30}[:：]\s*(?:(?:les?|l[ao]s?|el|il|gli|het|der|die|das|un[ae]?|así|os?|as?|that|they|he|she|it|"
    r"ce|es|è|é|это|це)\s|(?:c|qu)['’])"
)
"""A label of pictures before an article in small letters: «Video: il salvataggio»."""
_SENTENCE = re.compile(r"(?:.*?(?<!\w)[a-zß-ÿ\u0101-\u017fά-ώа-яёіїєґ]{5,}){2}.*\w[.!?]")
"""Prose that begins like a line of facts, in scripts with capitals: «By March, they will …»."""


def _is_row_of_figures(block: Block) -> bool:
    """Whether a line of signs alone is a row of a table that holds numbers: they are what it
    tells."""
    return block.kind is BlockKind.TABLE_ROW and any(sign.isdigit() for sign in block.text)
