"""Lines of several credits: «Editor: Jane Doe, Pictures: John Roe, Read by: Jim Poe»."""

from __future__ import annotations

import re

from pipeline.people.credit_lines import CREDIT, MAX_CREDITED, MAX_CREDITS_CHARS, is_credit
from pipeline.people.lone_person import is_signer
from pipeline.people.names import clean_names

LEAST_KNOWN = 2
_BETWEEN = re.compile(r"\s*[,;|·•/،؛]\s*(?=[^,;|·•/،؛:：]{2,40}[:：])")


def credits_several(text: str) -> bool:
    """Whether a line is several credits, all of whose labels are known but one perhaps."""
    if len(text) > MAX_CREDITS_CHARS or text.count(":") + text.count("：") < LEAST_KNOWN:
        return False
    known = 0
    parts = _BETWEEN.split(text)
    for part in parts:
        credit = CREDIT.fullmatch(part)
        names = clean_names(credit[2]) if credit else ()
        if credit is None or not 0 < len(names) <= MAX_CREDITED or not all(map(is_signer, names)):
            return False
        known += is_credit(credit[1])
    return known >= max(LEAST_KNOWN, len(parts) - 1)
