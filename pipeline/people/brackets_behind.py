"""Brackets in a byline that tell who did not write: «The Courier (photos: Jane Doe)»."""

from __future__ import annotations

import re

from pipeline.patterns.word_patterns import WordPattern
from pipeline.people.byline_words import any_of, words

_WHO_DID_NOT_WRITE = WordPattern(
    rf"\s*[(（\[]\s*(?:{any_of([*words('translated'), *words('editors'), *words('silent')])})"
    r"\s*[:：]\s*[^()（）\[\]]+[)）\]]",
    re.IGNORECASE,
)


def without_others_in_brackets(text: str) -> str:
    """A line without the brackets in it that name with a label and a colon who did not write."""
    return _WHO_DID_NOT_WRITE.sub("", text) if ":" in text or "：" in text else text
