"""Lines of Spanish pages that call the reader «vos», as they would be said to «tú».

In Argentina, Uruguay, Paraguay and much of Central America houses write «Descargá la app» and
«Suscribite», for the «Descarga la app» and «Suscríbete» of other lands.
"""

from __future__ import annotations

import re
from functools import cache

from pipeline.patterns.rule_files import rule_lines

MAX_CHARS = 200
"""Letters of a line beyond which it is a paragraph: what a house says is shorter."""
_WORD = re.compile(r"[^\W\d_]{3,}")


def said_to_tu(text: str, language: str | None) -> str:
    """A brief line of a Spanish page, each word that is said to «vos» as it is said to «tú»; the
    line itself where it has none."""
    if len(text) > MAX_CHARS or (language or "")[:2].lower() != "es":
        return text
    return _WORD.sub(_said, text)


def _said(found: re.Match[str]) -> str:
    word = found[0]
    other = _forms().get(word.lower())
    if other is None:
        return word
    return other.capitalize() if word[0].isupper() else other


@cache
def _forms() -> dict[str, str]:
    """The words said to «vos», each with the one said to «tú»."""
    lines = rule_lines("vos_forms.txt")
    return dict(line.split() for line in lines if not line.startswith("#"))
