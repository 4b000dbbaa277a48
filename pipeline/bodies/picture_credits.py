"""Who took or lent a picture, as the end of its caption says: «… (Photo: Jane Doe)»."""

from __future__ import annotations

import re

from pipeline.bodies.spans import SENTENCE_END
from pipeline.lines.credits import is_agency, is_sign_off
from pipeline.people.byline_words import SILENT
from pipeline.text import spoken_words

_BRACKETED = re.compile(r"[(（\[]([^()（）\[\]]{2,80})[)）\]]\.?$")
_BEHIND = re.compile(
    r"(?:\s[/|–—-]\s?|\s?\|\s?)([^/|()]{2,60})$|[.。!?؟…]\s+((?:[^./|()]|(?<=\b\w)\.){2,60})$"
)
_LENT = re.compile(
    r"\s?©\s?[^©.!?]{2,40}$|[=＝/／。]\s?[^=＝/／。]{2,12}(?:撮影|提供|摄|攝|촬영|제공)$"
    r"|\s/\s(?:[A-ZÀ-Þ]\.\s?){1,2}[A-ZÀ-Þ]{2,20}$"
)
"""How a caption tells who took the picture: in brackets, behind a stroke, a slash or a stop, or by
a sign or word of its own."""
_LABELLED = re.compile(
    r"[.。!?؟…,]\s+([^\W\d_]{2,14}\.?\s?[:：])\s?([^/:.!?()]{2,40}?)\s?/\s?([^/:.!?()]{2,40})$"
)
"""Behind a label, who took it and who lends it: «… . Foto: ABC / Jane Doe»."""
_SHOWN_FOR = re.compile(
    r"(?:^|[.!?…)]\s+)photos? (?:d[’'](?:illustration|archives?)|prétexte)\b[^.!?]{0,60}$",
    re.IGNORECASE,
)
"""What French houses say of a picture that was not taken for its text, and whose it is."""
_TAIL_CHARS = 84
"""Letters at a line's end beyond which none of these forms begins."""
_CLOSING = frozenset(")）].")
_LENDING = frozenset("©=＝/／。")
MIN_WORDS_BEFORE = 5
MAX_NAME_WORDS = 3


def ends_credited(text: str) -> bool:
    """Whether a line ends with who took or lent a picture, behind a label, or alone where no
    sentence ends before it: a report ends with its agency too."""
    tail = max(0, len(text) - _TAIL_CHARS)
    bracketed = _BRACKETED.search(text, tail) if text[-1:] in _CLOSING else None
    if not _LENDING.isdisjoint(text[tail:]) and _LENT.search(text, tail):
        return True
    if "hoto" in text[tail:] and _SHOWN_FOR.search(text, tail):
        return True
    both = _LABELLED.search(text, tail) if "/" in text[tail:] else None
    if both is not None and SILENT.match(both[1]):
        return all(_is_name(who) or is_sign_off(who) for who in (both[2], both[3]))
    behind = bracketed or _BEHIND.search(text, tail)
    if behind is None:
        return False
    credit = next(filter(None, behind.groups())).strip()
    label = SILENT.match(credit)
    rest = credit[label.end() :] if label is not None else ""
    if label is not None and (label[0][-1] in _LABEL_ENDS or "=" in rest or _is_name(rest)):
        return True
    before = text[: behind.start()].rstrip()
    if text[-1] == "." or not before or before[-1] in SENTENCE_END or text[behind.start()] in ".。":
        return False
    if is_sign_off(credit):
        return True
    if bracketed is not None and any(is_agency(part.strip()) for part in credit.split("/")):
        return True
    return bracketed is not None and spoken_words(before) >= MIN_WORDS_BEFORE and _is_name(credit)


_LABEL_ENDS = frozenset(":：/／・｜丨=＝")


def _is_name(text: str) -> bool:
    """Whether a few words may be somebody's name."""
    words = text.split()
    return 0 < len(words) <= MAX_NAME_WORDS and not any(
        word[0].islower() or any(map(str.isdigit, word)) for word in words
    )


def ends_with_photographer(text: str) -> bool:
    """Whether a line ends with a person and an agency in brackets, be it behind its last sentence:
    «… on Tuesday. (Lena Holt/AP)». Reports may be signed so."""
    if text[-1] not in _CLOSING or "/" not in text:
        return False
    bracketed = _BRACKETED.search(text)
    if bracketed is None:
        return False
    who, _, lender = bracketed[1].partition("/")
    return is_agency(lender.strip()) and _is_name(who) and len(who.split()) > 1
