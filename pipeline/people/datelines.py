"""Reporters whom the dateline of a text names: «（记者王晓琳）», «(서울=…) 김철수 기자 =»."""

from __future__ import annotations

import re

from pipeline.people.names import clean_names, is_name

MAX_DATELINE_CHARS = 90
"""Letters at the beginning of a text in which its dateline stands."""

_CHINESE = re.compile(
    "[（(](?:本?[报報刊台网網社])?(?:特约|见习|实习)?[记記]者[:：\\s]*([^（）()。，]{2,30})[)）]"
)
_KOREAN = re.compile(
    "^[(\\[][^()\\[\\]]{2,30}[)\\]]\\s*([\uac00-\ud7af·,\\s]{2,30}?)\\s?(?:기자|특파원)\\s*="
)


def reporters_in_dateline(text: str) -> tuple[str, ...]:
    """The reporters in the dateline of a text's first paragraph; empty where it names none."""
    beginning = text[:MAX_DATELINE_CHARS]
    found = _CHINESE.search(beginning) or _KOREAN.match(beginning)
    if found is None:
        return ()
    names = clean_names(found[1])
    return names if all(map(is_name, names)) else ()
