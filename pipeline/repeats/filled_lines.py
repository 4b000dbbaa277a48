"""Lines that a site's template fills with what is the article's own.

«Follow Jane Roe on Mastodon» and «Follow Ali Saad on Mastodon» are one line of one template: with
the author taken out of each, they are equal. So are lines with the article's title, its section,
one of its topics, a day or an address to write to in them.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from pipeline.days.calendars import MONTH, with_months_signed
from pipeline.days.weekdays import without_weekday
from pipeline.fingerprints import skeleton
from pipeline.punctuation import SENTENCE_ENDS
from pipeline.writing import UNSPACED_SCRIPTS, script_of

SLOT = "\u2026"
"""Stands for what a template was filled with; no skeleton has it."""

MIN_FRAME_WORDS = 2
MIN_FRAME_LETTERS = 6
"""What is left of a line must be words of a template: «Mrs Roe:» is no line of one."""

MIN_UNSPACED_CHARS = 2
"""Between words that no blank parts, a single sign is found in other words."""


_YEAR = re.compile(r"\d{4}")
_DAY = re.compile(
    rf"\d{{1,2}}\.?\s+(?:de\s+)?{MONTH}\s*,?\s*(?:de\s+)?\d{{4}}|{MONTH}\s+\d{{1,2}}\s*,?\s+\d{{4}}"
    r"|\d{4}[-/.]\d{1,2}[-/.]\d{1,2}|\d{1,2}[-/.]\d{1,2}[-/.]\d{4}"
)
"""A day with its year, in what `with_months_signed` gives."""


def fillings(
    title: str, authors: Iterable[str], section: str | None, tags: Iterable[str]
) -> tuple[str, ...]:
    """What a template may fill its lines with, the title first."""
    return (title, *authors, section or "", *tags)


def own_phrases(values: Iterable[str]) -> tuple[str, ...]:
    """An article's own title, names and topics in the form in which lines are searched for them,
    the longest first: «Jane Roe» before «Jane»."""
    phrases = {_words(value) for value in values} - {""}
    return tuple(sorted(phrases, key=lambda phrase: (-len(phrase), phrase)))


def unfilled(text: str, phrases: Sequence[str]) -> str | None:
    """What a line is known by without what is its article's own or a day, and without its numbers;
    None where it holds neither, or nothing else.

    `phrases` come from `own_phrases`.
    """
    unspaced = script_of(text) in UNSPACED_SCRIPTS
    parts = _between_days(text)
    line = f" {f' {SLOT} '.join(map(_words, parts))} "
    for phrase in phrases:
        if not unspaced:
            line = line.replace(f" {phrase} ", f" {SLOT} ")
            if phrase[0] in _ARABIC and phrase[1:] in line:
                line = _with_particle(line, phrase)
        elif len(phrase) >= MIN_UNSPACED_CHARS:
            line = line.replace(phrase, f" {SLOT} ")
    if SLOT not in line:
        return None
    words = [word for word in line.split() if not word.isdecimal()]
    frame = [word for word in words if word != SLOT]
    if sum(map(len, frame)) < MIN_FRAME_LETTERS or len(frame) < MIN_FRAME_WORDS - unspaced:
        return None
    return " ".join(words)


_ARABIC = frozenset(map(chr, range(0x620, 0x64B)))
_PARTICLES = "[وف]?[بلك]|[وف]"
"""What Arabic writes onto the word behind it: «and», «in», «for», «as»."""


def _with_particle(line: str, phrase: str) -> str:
    """A line without a phrase onto which a particle is written; «for» takes the article's alef."""
    line = re.sub(rf" ({_PARTICLES}){re.escape(phrase)} ", rf" \1 {SLOT} ", line)
    if phrase.startswith("ال"):
        line = re.sub(rf" ([وف]?ل){re.escape(phrase[1:])} ", rf" \1 {SLOT} ", line)
    return line


def without_days(text: str) -> str:
    """A line without the days that it names with their years."""
    return " ".join(_between_days(text))


_MAILBOX = re.compile(r"[\w.+-]+@[\w-]+(?:\.[\w-]+)+", re.ASCII)
ADDRESS_ON_NETWORK = re.compile(r"(?<![\d.])(?:\d{1,3}\.){3}\d{1,3}(?![\d.])")


def _between_days(text: str) -> list[str]:
    """What stands before, between and behind the days that a line names with their years, and the
    addresses of those who may be written to; or the address of a reader on the network."""
    if "@" in text and len(parts := _MAILBOX.split(text)) > 1:
        return [rest for part in parts for rest in _between_days(part)]
    if text.count(".") > 2 and text[-1] not in SENTENCE_ENDS and ADDRESS_ON_NETWORK.search(text):
        return ADDRESS_ON_NETWORK.split(text)
    if not _YEAR.search(text):
        return [text]
    parts, at = [], 0
    for day in _DAY.finditer(with_months_signed(text)):
        parts.append(text[at : day.start()])
        at = day.end()
    return [without_weekday(part.lower()) for part in (*parts, text[at:])] if parts else [text]


def _words(text: str) -> str:
    """The skeletons of a text's words, parted by blanks."""
    return " ".join(filter(None, map(skeleton, text.split())))
