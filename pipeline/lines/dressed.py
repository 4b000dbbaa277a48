"""The signs with which a house dresses its lines, and the same lines without them.

«► Follow us», «- Follow us», «(Follow us)», «Follow us 👇», «Follow us!!!», «*** Follow us ***»: a
rule knows the words, whatever stands around them. Signs of quotation are none of these.
"""

from __future__ import annotations

from pipeline.patterns.late_patterns import late_pattern
from pipeline.words.careful_spelling import carefully_spelled, in_simplified_letters

_PICTURES = "\u2190-\u21ff\u25a0-\u27bf\u2900-\u297f\u2b00-\u2bff\U0001f000-\U0001faff\ufe0f\u200d"
"""Arrows, shapes and pictures."""
_SIGNS = "•·›»>|*=~_"
_ABOVE = late_pattern(
    rf"(?:[{_PICTURES}{_SIGNS}]|#(?=[\s#])|[-–—]+(?=[\s\-–—]))[\s{_PICTURES}{_SIGNS}#\-–—]*"
)
_BELOW = late_pattern(rf"[\s{_PICTURES}{_SIGNS}#\-–—]+\Z")
_BEHIND = late_pattern(
    r"\s[(\[]?\d{2,4}\s?[x×]\s?\d{2,4}(?:\s?px)?[)\]]?\Z|(?:\s?[(\[]\d{1,2}[)\]])+\Z"
)
"""The size of a banner, and numbers of sources: «Advertisement 300x250», «Sources [1] [2]»."""
_LOUD = late_pattern(r"\s*(?:[!！…]|\.\s?\.|\s\.)[\s!！….]*\Z")
_CRIES, _COUNTS = frozenset("!！…."), frozenset(")]px×")
"""With which a line ends that may be loud, and one that may end with sizes or numbers."""
MAX_SIGNS = 60
"""Signs at a line's end beyond which none is looked for."""
_BRACKETS = {"(": ")", "[": "]", "【": "】", "（": "）"}


def plainly_written(text: str, language: str | None) -> str:
    """A line without the signs around its words, and those in its brackets, in careful spelling
    and, of Chinese, in simplified letters."""
    spelled = carefully_spelled(_undressed(_undressed(text)), language)
    return in_simplified_letters(spelled, language)


def unbracketed(text: str) -> str:
    """A line without the brackets that hold all of it; the line itself where none do."""
    close = _BRACKETS.get(text[0])
    if close and text[-1] == close:
        within = text.lstrip(f"{text[0]} ").rstrip(f"{close} ")
        if text[0] not in within and close not in within:
            return within or text
    return text


def _undressed(text: str) -> str:
    """A line without the signs before and behind its words, or the colon that ends it, and with a
    full stop where it cries out or breaks off; the line itself where it has none."""
    first, last = text[0], text[-1]
    if last in ":：" and text.count(" ") >= 2 and text.count(last) == 1:
        return text[:-1].rstrip()
    ends = (last.isalnum() and not last.isdigit()) or (last == "." and text[-2:-1].isalnum())
    if first.isalnum() and ends:
        return text
    if (within := unbracketed(text)) != text:
        return within
    above = None if first.isalnum() else _ABOVE.match(text)
    below = None if last.isalnum() else _BELOW.search(text, max(0, len(text) - MAX_SIGNS))
    start = above.end() if above else 0
    end = below.start() if below else len(text)
    if start >= end or ("«" in text and "»" in text[:start] + text[end:]):
        return text
    plain = text[start:end]
    plain = _LOUD.sub(".", plain) if plain[-1] in _CRIES else plain
    return (_BEHIND.sub("", plain, count=1) if _counts(plain[-1]) else plain) or text


def _counts(last: str) -> bool:
    return last in _COUNTS or last.isdigit()
